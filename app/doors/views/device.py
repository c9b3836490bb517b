"""What a device at a door takes along so that it works without the network, and what it reports afterwards."""

import datetime as dt
from typing import Any

from flask import current_app, request
from flask_wtf.csrf import generate_csrf
from werkzeug.exceptions import BadRequest

from app import clock
from app.bookings import queries as bookings
from app.db import db
from app.doors import actions, names, queries, rules
from app.doors.actions import Told
from app.doors.models import Door
from app.doors.rules import Outcome
from app.doors.views.arrival import COOKIE, NO_DOOR, at_door, look
from app.doors.views.blueprint import bp
from app.web.formats import time
from app.web.policy import Missing, public


@bp.get("/door/names")
@at_door
def list_names(door: Door) -> dict[str, Any]:
    """Who has a seat, and what this page needs to report; nothing before the day."""
    listed, people = _listed(door)
    look(door, people)
    return {
        "token": generate_csrf(),
        "date": door.bookable_id,
        "day": door.day.isoformat(),
        "until": clock.at(door.day + dt.timedelta(days=1), dt.time()).isoformat(),
        "version": names.version(listed),
        "names": listed,
    }


@bp.post("/door/reports")
@public
def create_report() -> dict[str, Any]:
    """Take over what the device did by itself; it may also say so when its day has just passed."""
    token = request.cookies.get(COOKIE, "")
    door = db.session.scalars(queries.door_that_reports(token, clock.today())).one_or_none() if token else None
    if door is None:
        raise Missing(NO_DOOR)
    report = rules.read(request.get_json(silent=True))
    if report is None:
        raise BadRequest
    answer = actions.take_report(door, report)
    hall = bookings.hall(door.bookable, door.day)
    return {
        "told": {number: _said(told) for number, told in answer.told.items()},
        "places": answer.places,
        "hall": {"present": hall.present, "limit": hall.limit, "expected": hall.expected, "walked_in": hall.walked_in},
        "version": names.version(_listed(door)[0]) if door.day == clock.today() else None,
    }


def _listed(door: Door) -> tuple[list[dict[str, Any]], list[int]]:
    """The names, and of whom they are; a device has none before the day."""
    if door.day != clock.today():
        return [], []
    found = db.session.scalars(bookings.has_seat_at_door(door.bookable)).all()
    since = bookings.there_since(door.day, [booking.id for booking in found])
    people = [booking.person_id for booking in found]
    return names.names(current_app.config["SECRET_KEY"], found, since), people


def _said(told: Told) -> dict[str, str | None]:
    is_refused = told.outcome is Outcome.REFUSED
    since = told.since
    said = rules.sentence(told.outcome, told.name, time(since) if since else "") if not is_refused else ""
    return {
        "outcome": told.outcome.value,
        "sentence": f"{told.name}: {told.refusal}" if is_refused else said,
        "since": since.isoformat() if since else None,
    }
