"""Who comes: the list to look through, the spreadsheet, and what is printed."""

from collections.abc import Sequence

from flask import Response as FileResponse
from flask import abort, render_template, request
from werkzeug.wrappers import Response

from app import clock
from app.bookings import queries as bookings
from app.bookings.models import Booking
from app.bookings.rules import LIVE, State
from app.db import db
from app.events import access, participants, queries
from app.events.models import Event
from app.events.views.blueprint import bp
from app.text import spreadsheet
from app.text.paper import MIMETYPE
from app.web.paging import page
from app.web.policy import policy, shown

PER_PAGE = 50
ON_ONE_PAPER = 500
"""So many names take about a second to set; more come in parts."""


@bp.get("/events/<int:event_id>/participants")
@policy(find=queries.event_to_organise, may=access.can_organise, data="C", purpose="organising")
def list_participants(event: Event) -> str:
    name, asked = request.args.get("q", "").strip(), request.args.get("state", "")
    state = State(asked) if asked in LIVE else None
    found = page(queries.list_for_organiser(event, name, state), per_page=PER_PAGE)
    shown(booking.person_id for booking in found.rows)
    seats = bookings.seats_of([event.bookable_id])[event.bookable_id].confirmed
    return render_template(
        "events/list_participants.html",
        event=event,
        page=found,
        places=bookings.places_in_line([booking.id for booking in found.rows]),
        numbers=queries.numbers_of_states(event, name),
        name=name,
        state=state,
        parts=participants.parts(seats, ON_ONE_PAPER),
        now=clock.now(),
    )


@bp.get("/events/<int:event_id>/participants.xlsx")
@policy(find=queries.event_to_organise, may=access.can_organise, data="C", purpose="organising")
def export_participants(event: Event) -> Response:
    """Everybody with a claim on a seat as a file for a spreadsheet."""
    found = db.session.scalars(bookings.list_for_organiser(event.bookable)).all()
    shown(booking.person_id for booking in found)
    places = bookings.places_in_line([booking.id for booking in found])
    return _file(participants.spreadsheet(found, places), spreadsheet.MIMETYPE, f"lotse-event-{event.id}.xlsx")


@bp.get("/events/<int:event_id>/participants.pdf")
@policy(find=queries.event_to_organise, may=access.can_organise, data="C", purpose="organising")
def print_participants(event: Event) -> Response:
    """Who has a seat, by name, with room to sign."""
    first, found = _part(event)
    name = f"lotse-participants-{event.id}-{first}.pdf"
    return _file(participants.signature_list(event, found, first), MIMETYPE, name)


@bp.get("/events/<int:event_id>/badges.pdf")
@policy(find=queries.event_to_organise, may=access.can_organise, data="C", purpose="organising")
def print_badges(event: Event) -> Response:
    """A name badge for everybody who has a seat."""
    first, found = _part(event)
    return _file(participants.badges(event, found), MIMETYPE, f"lotse-badges-{event.id}-{first}.pdf")


def _part(event: Event) -> tuple[int, Sequence[Booking]]:
    """The names on the paper that was asked for, and the number of the first; only the first paper may be empty."""
    number = max(request.args.get("part", 1, type=int), 1)
    first = (number - 1) * ON_ONE_PAPER
    found = db.session.scalars(queries.seats_by_name(event).limit(ON_ONE_PAPER).offset(first)).all()
    if number > 1 and not found:
        abort(404)
    shown(booking.person_id for booking in found)
    return first + 1, found


def _file(content: bytes, mimetype: str, name: str) -> Response:
    return FileResponse(content, mimetype=mimetype, headers={"Content-Disposition": f'attachment; filename="{name}"'})
