"""Who comes: the list to look through, the spreadsheet, and what is printed."""

from collections.abc import Sequence

from flask import Response as FileResponse
from flask import abort, render_template, request
from werkzeug.wrappers import Response

from app import clock
from app.bookings import access, participants, queries
from app.bookings.models import Bookable, Booking
from app.bookings.rules import LIVE, State
from app.bookings.views.blueprint import bp
from app.db import db
from app.text import spreadsheet
from app.text.paper import MIMETYPE
from app.web.paging import page
from app.web.policy import policy, shown

PER_PAGE = 50
ON_ONE_PAPER = 500
"""So many names take about a second to set; more come in parts."""


@bp.get("/bookables/<int:bookable_id>/participants")
@policy(find=queries.bookables_organised_by, may=access.can_organise, data="C", purpose="organising")
def list_participants(bookable: Bookable) -> str:
    name, asked = request.args.get("q", "").strip(), request.args.get("state", "")
    state = State(asked) if asked in LIVE else None
    found = page(queries.list_for_organiser(bookable, name, state), per_page=PER_PAGE)
    shown(booking.person_id for booking in found.rows)
    seats = queries.seats_of([bookable.id])[bookable.id].confirmed
    return render_template(
        "bookings/list_participants.html",
        bookable=bookable,
        page=found,
        places=queries.places_in_line([booking.id for booking in found.rows]),
        numbers=queries.numbers_of_states(bookable, name),
        name=name,
        state=state,
        parts=participants.parts(seats, ON_ONE_PAPER),
        now=clock.now(),
    )


@bp.get("/bookables/<int:bookable_id>/participants.xlsx")
@policy(find=queries.bookables_organised_by, may=access.can_organise, data="C", purpose="organising")
def export_participants(bookable: Bookable) -> Response:
    """Everybody with a claim on a seat as a file for a spreadsheet."""
    found = db.session.scalars(queries.list_for_organiser(bookable)).all()
    shown(booking.person_id for booking in found)
    places = queries.places_in_line([booking.id for booking in found])
    return _file(participants.spreadsheet(found, places), spreadsheet.MIMETYPE, f"lotse-date-{bookable.id}.xlsx")


@bp.get("/bookables/<int:bookable_id>/participants.pdf")
@policy(find=queries.bookables_organised_by, may=access.can_organise, data="C", purpose="organising")
def print_participants(bookable: Bookable) -> Response:
    """Who has a seat, by name, with room to sign."""
    first, found = _part(bookable)
    name = f"lotse-participants-{bookable.id}-{first}.pdf"
    return _file(participants.signature_list(bookable, found, first), MIMETYPE, name)


@bp.get("/bookables/<int:bookable_id>/badges.pdf")
@policy(find=queries.bookables_organised_by, may=access.can_organise, data="C", purpose="organising")
def print_badges(bookable: Bookable) -> Response:
    """A name badge for everybody who has a seat."""
    first, found = _part(bookable)
    return _file(participants.badges(bookable, found), MIMETYPE, f"lotse-badges-{bookable.id}-{first}.pdf")


def _part(bookable: Bookable) -> tuple[int, Sequence[Booking]]:
    """The names on the paper that was asked for, and the number of the first; only the first paper may be empty."""
    number = max(request.args.get("part", 1, type=int), 1)
    first = (number - 1) * ON_ONE_PAPER
    found = db.session.scalars(queries.seats_by_name(bookable).limit(ON_ONE_PAPER).offset(first)).all()
    if number > 1 and not found:
        abort(404)
    shown(booking.person_id for booking in found)
    return first + 1, found


def _file(content: bytes, mimetype: str, name: str) -> Response:
    return FileResponse(content, mimetype=mimetype, headers={"Content-Disposition": f'attachment; filename="{name}"'})
