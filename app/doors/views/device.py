"""What a device at a door takes along so that it works without the network, and what it reports afterwards."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from typing import Any

from flask import Response, current_app, render_template, request, url_for
from flask_babel import gettext as _
from flask_wtf.csrf import generate_csrf
from werkzeug.exceptions import BadRequest

from app import clock
from app.bookings import queries as bookings
from app.bookings.models import Booking
from app.db import db
from app.doors import actions, names, queries, rules
from app.doors.actions import Told
from app.doors.models import Door
from app.doors.rules import Outcome
from app.doors.views.arrival import COOKIE, NO_DOOR, look
from app.doors.views.blueprint import bp
from app.web import assets
from app.web.formats import time
from app.web.headers import with_camera
from app.web.policy import Missing, public

WORKER = ("js/door/vault.js", "js/door/worker.js")
KEPT = (
    "lotse.css",
    "lotse.js",
    "door.js",
    "vendor/jsqr/jsQR.js",
    "vendor/kern/fonts/FiraSans-Regular.woff2",
    "vendor/kern/fonts/FiraSans-SemiBold.woff2",
    "icons/sprite.svg",
    "icons/favicon.svg",
)
"""What the page of a door is made of: a device keeps it for when the network is gone."""


@bp.get("/door/offline")
@with_camera
@public
def show_offline() -> str:
    """The page of any door, without anything of it: a device fills it with the names that it took along."""
    return render_template("doors/show_offline.html")


@bp.get("/door/worker.js")
@public
def show_worker() -> Response:
    """What stands between the pages of a door and the network."""
    kept = json.dumps([assets.url(name) for name in KEPT])
    begin = f'"use strict";\nconst KEPT = {kept};\nconst SHELL = "{url_for("doors.show_offline")}";\n'
    body = begin.encode() + b"\n".join(assets.load(name).body for name in WORKER)
    headers = {"Content-Type": "text/javascript; charset=utf-8", "Service-Worker-Allowed": url_for("doors.show_door")}
    return current_app.response_class(body, headers=headers)


@bp.get("/door/manifest.webmanifest")
@public
def show_manifest() -> Response:
    """So that a door can be put on the first screen of a telephone."""
    page = url_for("doors.show_door")
    icons = [
        {"src": assets.url(f"icons/door-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png"}
        for size in (192, 512)
    ]
    described = {
        "name": _("Lotse at the door"),
        "short_name": _("Door"),
        "id": page,
        "start_url": page,
        "scope": page,
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#2044aa",
        "icons": icons,
    }
    return current_app.response_class(json.dumps(described), mimetype="application/manifest+json")


@bp.get("/door/names")
@public
def list_names() -> dict[str, Any]:
    """Who has a seat, and what this page needs to report; nobody before the day and after it."""
    door = _reporting()
    found, since = _seated(door)
    look(door, [booking.person_id for booking in found])
    return {
        "token": generate_csrf(),
        "door": f"{door.bookable.title}, {door.name}",
        "date": door.bookable_id,
        "day": door.day.isoformat(),
        "until": clock.end_of(door.day).isoformat(),
        "version": names.version(found, since),
        "names": names.names(current_app.config["SECRET_KEY"], found, since),
    }


@bp.post("/door/reports")
@public
def create_report() -> dict[str, Any]:
    """Take over what the device did by itself; it may also say so when its day has just passed."""
    door = _reporting()
    report = rules.read(request.get_json(silent=True))
    if report is None:
        raise BadRequest
    answer = actions.take_report(door, report)
    hall = bookings.hall(door.bookable, door.day)
    return {
        "told": {number: _said(told) for number, told in answer.told.items()},
        "places": answer.places,
        "hall": {"present": hall.present, "limit": hall.limit, "expected": hall.expected, "walked_in": hall.walked_in},
        "version": names.version(*_seated(door)),
    }


def _reporting() -> Door:
    """The door of this device, also some days after its own."""
    token = request.cookies.get(COOKIE, "")
    door = db.session.scalars(queries.door_that_reports(token, clock.today())).one_or_none() if token else None
    if door is None:
        raise Missing(*NO_DOOR)
    return door


def _seated(door: Door) -> tuple[Sequence[Booking], Mapping[int, dt.datetime]]:
    """Whom the device knows, and since when they are there; nobody before its day and after it."""
    if door.day != clock.today():
        return [], {}
    found = db.session.scalars(bookings.seats_by_name(door.bookable)).all()
    return found, bookings.there_since(door.day, [booking.id for booking in found])


def _said(told: Told) -> dict[str, str | None]:
    is_refused = told.outcome is Outcome.REFUSED
    since = told.since
    said = rules.sentence(told.outcome, told.name, time(since) if since else "") if not is_refused else ""
    return {
        "outcome": told.outcome.value,
        "sentence": f"{told.name}: {told.refusal}" if is_refused else said,
        "since": since.isoformat() if since else None,
    }
