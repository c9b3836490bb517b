"""Requests: my own, those that a leader decides, the list and the budgets of HR."""

from app.requests.views import budget, own, studio, team
from app.requests.views.blueprint import bp

__all__ = ["bp", "budget", "own", "studio", "team"]
