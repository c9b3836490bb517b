"""The blueprint of bookings, and how its templates say times and groups."""

from flask import Blueprint

from app.bookings import labels

bp = Blueprint("bookings", "app.bookings", template_folder="templates")
bp.add_app_template_filter(labels.meetings)
bp.add_app_template_filter(labels.group)
