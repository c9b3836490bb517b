"""The blueprint of teams that are a cross-section."""

from flask import Blueprint

bp = Blueprint("panels", "app.panels", template_folder="templates")
