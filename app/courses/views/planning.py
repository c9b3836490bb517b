"""Planning a date of a course, changing it, and letting it not take place."""

from flask import flash, redirect, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from app import clock
from app.bookings import queries as bookings
from app.bookings.fields import CallingOffForm
from app.bookings.rules import calling_off_sentence, change_sentence
from app.courses import access, actions, queries
from app.courses.forms import EditSessionForm, PlanSessionForm
from app.courses.models import Course, Session
from app.courses.views.blueprint import bp
from app.db import db
from app.people.tree import units_in_order
from app.people.viewer import require_viewer
from app.web.form import render_form
from app.web.policy import policy


@bp.route("/courses/<slug>/sessions/new", methods=["GET", "POST"])
@policy(find=queries.courses_visible_to, may=access.can_plan)
def create_session(course: Course) -> Response | str | tuple[str, int]:
    person, made = require_viewer().person, list[Session]()
    copied = request.args.get("copy", type=int)
    like = db.session.scalars(queries.session_like(require_viewer(), course.id, copied)).first()
    form = PlanSessionForm(units_in_order(), person, like, is_copy=copied is not None)
    if form.accepted and form.carry(lambda **typed: made.append(actions.schedule(course, **typed, by=person))):
        flash(_("The date is planned. It can be booked as soon as sign-up is open."), "success")
        flash(_("Whoever waited for a date of this course is being told."), "info")
        return _to_desk(made[0])
    places = bookings.known_places(clock.now())
    return render_form("courses/create_session.html", form, course=course, places=places)


@bp.route("/sessions/<int:session_id>/edit", methods=["GET", "POST"])
@policy(find=queries.sessions_to_edit, may=access.can_run)
def edit_session(session: Session) -> Response | str | tuple[str, int]:
    actions.refuse_called_off(session)
    told, person = list[int](), require_viewer().person
    form = EditSessionForm(units_in_order(), session)
    if form.accepted and form.carry(lambda **typed: told.append(actions.revise(session, **typed, by=person))):
        flash(_("Saved."), "success")
        if told[0]:
            flash(
                ngettext(
                    "%(num)d person who has a seat is being told of the change.",
                    "%(num)d people who have a seat are being told of the change.",
                    told[0],
                ),
                "info",
            )
        return _to_desk(session)
    now, bookable = clock.now(), session.bookable
    return render_form(
        "courses/edit_session.html",
        form,
        session=session,
        course=session.course,
        conflict=form.renew(session.revision),
        whom=change_sentence(bookings.seats_of([bookable.id], now)[bookable.id], is_draft=bookable.is_draft),
        places=bookings.known_places(now),
    )


@bp.route("/sessions/<int:session_id>/calling-off", methods=["GET", "POST"])
@policy(find=queries.sessions_to_edit, may=access.can_run)
def call_off_session(session: Session) -> Response | str | tuple[str, int]:
    form, bookable = CallingOffForm(), session.bookable
    if not form.is_submitted():
        actions.refuse_called_off(session)
    if form.accepted and form.carry(actions.call_off, session, by=require_viewer().person):
        flash(_("The date is cancelled."), "success")
        return _to_desk(session)
    seats = bookings.seats_of([bookable.id], clock.now())[bookable.id]
    return render_form(
        "courses/call_off_session.html",
        form,
        session=session,
        whom=calling_off_sentence(seats, bookings.number_of_requests(bookable), is_draft=bookable.is_draft),
    )


def _to_desk(session: Session) -> Response:
    """To the desk of the date; to its page where the person no longer runs it."""
    endpoint = "organise_session" if access.can_run(require_viewer(), session) else "show_session"
    return redirect(url_for(f"courses.{endpoint}", session_id=session.id), 303)
