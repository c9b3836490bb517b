"""Where I stand, what I say about it, where I want to get, and what HR makes of it all."""

from app.competences.views import (
    evidence,
    exchange,
    family,
    framework,
    inquiry,
    job,
    profile,
    share,
    statement,
    studio_profile,
    tree,
    version,
)
from app.competences.views.blueprint import (
    bp,
)

__all__ = [
    "bp",
    "evidence",
    "exchange",
    "family",
    "framework",
    "inquiry",
    "job",
    "profile",
    "share",
    "statement",
    "studio_profile",
    "tree",
    "version",
]
