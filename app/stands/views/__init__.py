"""Stands: registering and placing them, a visitor's tour, and counting visits."""

from app.stands.views import fair, stand, tour, visit
from app.stands.views.blueprint import bp

__all__ = ["bp", "fair", "stand", "tour", "visit"]
