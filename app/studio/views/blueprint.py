"""The Studio's pages about courses."""

from flask import Blueprint

bp = Blueprint("studio", __name__, template_folder="../templates")
