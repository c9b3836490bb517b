"""What a device at a door shows. It is at the door by its secret; nobody signs in there (R18)."""

import functools
from collections.abc import Callable, Iterable
from typing import Any

from flask import current_app, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from app import clock
from app.bookings import actions as bookings_actions
from app.bookings import queries as bookings
from app.bookings.models import Attendance
from app.db import db
from app.doors import actions, queries, ticket
from app.doors.models import Door
from app.doors.rules import LATE
from app.doors.views.blueprint import bp
from app.errors import Refused
from app.people.models import Person
from app.people.queries import people_called
from app.people.viewer import view_as
from app.visibility.actions import write_read_audit
from app.web.headers import with_camera
from app.web.policy import Missing, public

COOKIE = "lotse-door"
SHOWN_ARRIVALS = 5
NO_DOOR = (
    _l("This device is at no door"),
    _l("Whoever runs the event opens one: on the event’s desk under “Doors”, for this day."),
)
FALSE_TICKET = _l("This is no ticket of this event. Please look for the person by name.")


def at_door(view: Callable[..., Any]) -> Callable[..., Any]:
    """Hand the door of this device to the view; without one the device is told where to get it."""

    @functools.wraps(view)
    def guarded(**url: Any) -> Any:
        door = _door(request.cookies.get(COOKIE, ""))
        if door is None:
            raise Missing(*NO_DOOR)
        return view(door, **url)

    return public(guarded)


@bp.get("/door/entry/<token>")
@public
def enter_door(token: str) -> Response:
    """Make this device one at the door: the secret moves from the address into a cookie."""
    door = _door(token)
    if door is None:
        raise Missing(*NO_DOOR)
    response = make_response(redirect(url_for("doors.show_door"), 303))
    seconds = clock.end_of(door.day) + LATE - clock.now()
    secure = current_app.config["SESSION_COOKIE_SECURE"]
    response.set_cookie(COOKIE, token, max_age=seconds, path="/door", secure=secure, httponly=True, samesite="Lax")
    return response


@bp.get("/door")
@with_camera
@at_door
def show_door(door: Door) -> str:
    """Whom the name typed finds, and who came last."""
    typed = " ".join(request.args.get("q", "").split())
    latest = db.session.scalars(bookings.arrivals(door.bookable, door.day).limit(SHOWN_ARRIVALS)).all()
    expected = db.session.scalars(bookings.expected_at_door(door.bookable, typed)).all() if typed else []
    known = {booking.person_id for booking in expected}
    others = [one for one in db.session.scalars(people_called(typed, door.day)) if one.id not in known] if typed else []
    look(door, {*known, *(one.id for one in others), *(one.booking.person_id for one in latest)})
    return render_template(
        "doors/show_door.html",
        door=door,
        hall=bookings.hall(door.bookable, door.day),
        is_today=door.day == clock.today(),
        typed=typed,
        expected=expected,
        others=others,
        applied=bookings.applied_among(door.bookable_id, [one.id for one in others]) if others else set(),
        since=bookings.there_since(door.day, [booking.id for booking in expected]),
        latest=latest,
    )


@bp.get("/door/tickets/<code>")
@with_camera
@public
def show_arrival(code: str) -> str:
    """A ticket was read: by the device at the door, or by anybody, who learns nothing from it."""
    door = _door(request.cookies.get(COOKIE, ""))
    if door is None:
        return render_template("doors/_code.html", url=request.base_url)
    number = ticket.read(current_app.config["SECRET_KEY"], code)
    found = db.session.scalars(bookings.booking_at_door(door.bookable, number)).one_or_none() if number else None
    if found is None:
        raise Missing(FALSE_TICKET)
    look(door, {found.person_id})
    since = bookings.there_since(door.day, [found.id]).get(found.id)
    is_today = door.day == clock.today()
    return render_template("doors/show_arrival.html", door=door, booking=found, since=since, is_today=is_today)


@bp.post("/door/bookings/<int:booking_id>/arrival")
@at_door
def create_arrival(door: Door, booking_id: int) -> Response:
    """Somebody with a seat is there."""
    booking = db.session.scalars(bookings.booking_at_door(door.bookable, booking_id)).one_or_none()
    if booking is None:
        raise Missing(FALSE_TICKET)
    return _let_in(door, booking.person, lambda: actions.arrive(door, booking))


@bp.post("/door/people/<int:person_id>/arrival")
@at_door
def create_walk_in(door: Door, person_id: int) -> Response:
    """Somebody without a seat comes in."""
    person = db.session.scalars(queries.somebody(person_id, door.day)).one_or_none()
    if person is None:
        raise Missing(_("Nobody of this number works here."))
    return _let_in(door, person, lambda: actions.let_in(door, person))


@bp.post("/door/bookings/<int:booking_id>/undoing")
@at_door
def undo_arrival(door: Door, booking_id: int) -> Response:
    """The wrong name was touched. Said by the booking: the number of an arrival may be that of the next one soon."""
    arrival = db.session.scalars(queries.arrival_at(door, booking_id)).one_or_none()
    if arrival:
        name = arrival.booking.person.name
        bookings_actions.undo_arrival(arrival, by=door.opened_by)
        flash(_("%(name)s is not there after all.", name=name), "info")
    return redirect(url_for("doors.show_door"), 303)


@bp.post("/door/closing")
@at_door
def leave_door(door: Door) -> Response:
    """Give the device back: it admits nobody any more."""
    actions.close_door(door, by=door.opened_by)
    response = make_response(render_template("doors/leave_door.html", door=door))
    response.delete_cookie(COOKIE, path="/door")
    return response


def _door(token: str) -> Door | None:
    return db.session.scalars(queries.door_by_token(token, clock.today())).one_or_none() if token else None


def _let_in(door: Door, person: Person, come: Callable[[], Attendance]) -> Response:
    """Say in one line, and in its colour, whether they may come in."""
    began = clock.now()
    try:
        with db.session.begin_nested():
            arrival = come()
    except Refused as refused:
        if isinstance(refused, bookings_actions.NoRoom):
            bookings_actions.turn_away(door.bookable, door.day)
        flash(f"{person.name}: {refused.sentence}", "error")
        return redirect(url_for("doors.show_door", q=person.name), 303)
    said = _("Welcome, %(name)s!") if arrival.recorded_at >= began else _("%(name)s is there already.")
    flash(said % {"name": person.name}, "success")
    return redirect(url_for("doors.show_door"), 303)


def look(door: Door, person_ids: Iterable[int]) -> None:
    """Whoever opened the door answers for what is looked up there; once a day for each person."""
    ids = sorted(set(person_ids) - {door.opened_by_id})
    if ids:
        write_read_audit(view_as(door.opened_by, clock.today()), ids, "C", "door", daily=True)
