"""Teams that are a cross-section, asked by name or drawn."""

from app.panels.views import member, panel
from app.panels.views.blueprint import bp

__all__ = ["bp", "member", "panel"]
