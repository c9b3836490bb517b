"""Where I stand, what I say and hand in about it, whom I ask, and where I want to get."""

from app.competences.views import (
    evidence,
    inquiry,
    profile,
    share,
    statement,
)
from app.competences.views.blueprint import (
    bp,
)

__all__ = [
    "bp",
    "evidence",
    "inquiry",
    "profile",
    "share",
    "statement",
]
