"""The blueprint of plans."""

from flask import Blueprint

bp = Blueprint("plans", "app.plans", template_folder="templates")
