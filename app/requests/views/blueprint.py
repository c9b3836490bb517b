"""The blueprint of requests, and what its templates say about them."""

from collections.abc import Sequence

from flask import Blueprint

from app.people.models import OrgUnit
from app.people.tree import indented
from app.requests import labels
from app.requests.models import TrainingRequest
from app.requests.rules import State

bp = Blueprint("requests", "app.requests", template_folder="templates")


@bp.app_template_global()
def dates_of(request: labels.Dated) -> str:
    """When a training is."""
    return labels.dates(request)


@bp.app_template_global()
def competence_of(request: TrainingRequest) -> str | None:
    """What the competence is called for which a training is."""
    return labels.competence(request)


@bp.app_template_global()
def states_of_requests() -> list[tuple[State, str]]:
    """The states that HR sees, with their words."""
    return [(state, str(words)) for state, words in labels.STATES.items() if state is not State.DRAFT]


@bp.app_template_filter("indented")
def indented_units(units: Sequence[OrgUnit]) -> list[tuple[int, str]]:
    """Units to choose from, by number and name."""
    return indented(units)
