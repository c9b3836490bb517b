"""The blueprint of stands."""

from flask import Blueprint

bp = Blueprint("stands", "app.stands", template_folder="templates")
