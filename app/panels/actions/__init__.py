"""What people do with teams: start them, ask, answer, put themselves forward, have the draw take place."""

from app.panels.actions import draw, member, volunteer
from app.panels.actions.panel import revise, set_quotas, start

__all__ = ["draw", "member", "revise", "set_quotas", "start", "volunteer"]
