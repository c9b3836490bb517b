"""What is answered at which address."""

from app.doors.views import arrival, device, opening, ticket
from app.doors.views.blueprint import bp

__all__ = ["arrival", "bp", "device", "opening", "ticket"]
