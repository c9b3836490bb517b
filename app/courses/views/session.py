"""A date of a course: its page, and the desk of those who run it."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app import clock
from app.bookings import access as bookings_access
from app.bookings import actions as bookings_actions
from app.bookings import queries as bookings
from app.bookings.fields import SeatsForm
from app.bookings.labels import standing
from app.bookings.rules import State, link_from, resize_sentence, resized_sentences, shows_link
from app.courses import access, queries
from app.courses.models import Session
from app.courses.views.blueprint import bp
from app.people.viewer import require_viewer
from app.web.form import render_form
from app.web.paging import Page, page
from app.web.policy import policy, shown
from app.web.render import render


@bp.get("/sessions/<int:session_id>")
@policy(find=queries.sessions_visible_to)
def show_session(session: Session) -> str:
    viewer = require_viewer()
    panel, terms = bookings.panel(viewer.person, session.bookable), session.bookable.terms
    leads = access.leads(viewer, session)
    return render(
        "courses/show_session.html",
        session=session,
        course=session.course,
        panel=panel,
        leads=leads,
        runs=access.can_run(viewer, session),
        link=session.link if leads or shows_link(panel.state, terms, panel.now) else None,
        link_from=link_from(terms),
    )


@bp.get("/studio/sessions")
@policy(find=None, may=access.can_curate)
def list_sessions() -> str:
    now, is_past = clock.now(), request.args.get("view") == "past"
    found = page(queries.planned_before(now) if is_past else queries.planned_by_house(now))
    return render_template(
        "courses/list_sessions.html",
        page=Page(queries.lines(found.rows, now), found.number, found.total),
        short=queries.short_of_people(now) if not is_past and found.number == 1 else [],
        is_past=is_past,
    )


@bp.get("/sessions/led")
@policy(find=queries.led_by)
def list_led_sessions(found: Any) -> str:
    return render_template("courses/list_led_sessions.html", page=page(found), now=clock.now())


@bp.route("/sessions/<int:session_id>/organise", methods=["GET", "POST"])
@policy(find=queries.sessions_to_edit, may=access.can_run, data="C", purpose="organising")
def organise_session(session: Session) -> Response | str | tuple[str, int]:
    bookable, began, viewer = session.bookable, clock.now(), require_viewer()
    form = SeatsForm(data={"seats": bookable.pools[0].capacity})
    if form.accepted and form.carry(bookings_actions.resize, bookable, by=viewer.person):
        moved = bookings.moved_up_since(bookable.id, began)
        flash(resized_sentences(form.values["seats"], moved[State.OFFERED], moved[State.CONFIRMED]), "success")
        return redirect(url_for("courses.organise_session", session_id=session.id), 303)
    name, now = request.args.get("q", "").strip(), clock.now()
    found = page(bookings.list_for_organiser(bookable, name))
    shown(booking.person_id for booking in found.rows)
    (line,) = queries.lines([session], now)
    requests = bookings.number_of_requests(bookable)
    taken, next_step = standing(bookable, line.seats, requests, now)
    return render_form(
        "courses/organise_session.html",
        form,
        session=session,
        seats=line.seats,
        lacking=line.lacking,
        requests=requests,
        taken=taken,
        line=next_step,
        consequence=resize_sentence(line.seats, bookable.terms, now),
        page=found,
        places=bookings.places_in_line([booking.id for booking in found.rows]),
        name=name,
        is_ahead=bookable.ends_at > now and not bookable.cancelled_at,
        has_begun=bookable.starts_at <= clock.end_of(clock.today()),
        is_organiser=bookings_access.can_organise(viewer, bookable),
    )
