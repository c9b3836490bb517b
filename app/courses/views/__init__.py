"""The catalogue, courses, units, and sessions: for those who take part, who plan them, and who lead them."""

from app.courses.views import attendance, course, planning, session
from app.courses.views.blueprint import bp

__all__ = ["attendance", "bp", "course", "planning", "session"]
