"""The agenda, an event, the desk of those who run it, and planning one."""

from app.events.views import event, planning
from app.events.views.blueprint import bp

__all__ = ["bp", "event", "planning"]
