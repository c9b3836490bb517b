"""Where I stand, what I say about it, where I want to get, and whom I let see it."""

from app.competences.views import profile, share, statement
from app.competences.views.blueprint import bp

__all__ = ["bp", "profile", "share", "statement"]
