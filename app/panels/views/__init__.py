"""Teams that are a cross-section, asked by name or drawn."""

from app.panels.views import draw, member, panel, volunteer
from app.panels.views.blueprint import bp

__all__ = ["bp", "draw", "member", "panel", "volunteer"]
