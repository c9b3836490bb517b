"""Who was there: day by day, by those who lead a date, on a telephone."""

import datetime as dt

from flask import flash, redirect, render_template, request, url_for
from flask_babel import ngettext
from werkzeug.wrappers import Response

from app import clock
from app.bookings import actions as bookings_actions
from app.bookings import queries as bookings
from app.bookings.models import Bookable, Booking
from app.courses import access, queries
from app.courses.models import Session
from app.courses.views.blueprint import bp
from app.db import db
from app.people.viewer import require_viewer
from app.web.paging import page_of
from app.web.policy import policy, shown

PER_PAGE = 40


@bp.get("/sessions/<int:session_id>/attendance")
@policy(find=queries.sessions_to_attend, may=access.can_note_attendance, data="C", purpose="organising")
def list_attendance(session: Session) -> str:
    """Everybody who has a seat, each with one thing to touch."""
    bookable, today = session.bookable, clock.today()
    day = _day(bookable, request.args.get("day", ""))
    found = db.session.scalars(bookings.seats_by_name(bookable)).all()
    one_page = page_of(found, per_page=PER_PAGE)
    shown(booking.person_id for booking in one_page.rows)
    there = bookings.days_there([booking.id for booking in found])
    return render_template(
        "courses/list_attendance.html",
        session=session,
        day=day,
        can_note=day <= today and not bookable.cancelled_at,
        page=one_page,
        there=there,
        present=sum(day in days for days in there.values()),
        completed=sum(len(days & set(bookable.days)) >= session.enough_days for days in there.values()),
    )


@bp.post("/sessions/<int:session_id>/attendance")
@policy(find=queries.sessions_to_attend, may=access.can_note_attendance)
def note_everybody(session: Session) -> Response:
    """Everybody who has a seat was there."""
    day, by = _day(session.bookable, request.form.get("day", "")), require_viewer().person
    found = db.session.scalars(bookings.seats_by_name(session.bookable)).all()
    there = bookings.days_there([booking.id for booking in found])
    missing = [booking for booking in found if day not in there.get(booking.id, ())]
    for booking in missing:
        bookings_actions.note_there(booking, day=day, by=by)
    flash(ngettext("%(num)d more person is noted.", "%(num)d more people are noted.", len(missing)), "success")
    return redirect(url_for("courses.list_attendance", session_id=session.id, day=day.isoformat()), 303)


@bp.post("/sessions/<int:session_id>/attendance/<int:booking_id>")
@policy(find=queries.seats_to_attend, by={"session_id": Session.id})
def note_attendance(booking: Booking) -> Response:
    day = _day(booking.bookable, request.form.get("day", ""))
    bookings_actions.note_there(booking, day=day, by=require_viewer().person)
    return _to_list(booking, day)


@bp.post("/sessions/<int:session_id>/attendance/<int:booking_id>/undoing")
@policy(find=queries.seats_to_attend, by={"session_id": Session.id})
def undo_attendance(booking: Booking) -> Response:
    day = _day(booking.bookable, request.form.get("day", ""))
    noted = db.session.scalars(bookings.attendance_of(booking.bookable_id, booking.person_id, day)).one_or_none()
    if noted:
        bookings_actions.undo_arrival(noted, by=require_viewer().person)
    return _to_list(booking, day)


def _day(bookable: Bookable, typed: str) -> dt.date:
    """The day that was asked for; else today, the last one before it, or the first."""
    asked = {day.isoformat(): day for day in bookable.days}.get(typed)
    until_now = [day for day in bookable.days if day <= clock.today()]
    return asked or (until_now or bookable.days[:1])[-1]


def _to_list(booking: Booking, day: dt.date) -> Response:
    """To the person in the list."""
    session_id = db.session.scalars(queries.session_of(booking.bookable_id)).one().id
    number, anchor = request.form.get("page", type=int), f"seat-{booking.id}"
    here = url_for("courses.list_attendance", session_id=session_id, day=day.isoformat(), page=number, _anchor=anchor)
    return redirect(here, 303)
