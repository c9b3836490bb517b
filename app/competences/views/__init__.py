"""Where I stand, what I say about it, and where I want to get."""

from app.competences.views import profile, statement
from app.competences.views.blueprint import bp

__all__ = ["bp", "profile", "statement"]
