"""The blueprint of competences."""

from flask import Blueprint

bp = Blueprint("competences", "app.competences", template_folder="templates")
