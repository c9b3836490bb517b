"""The agenda, the page of an event, and the desk of those who run it."""

import datetime as dt
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from sqlalchemy import Select
from werkzeug.wrappers import Response

from app import clock
from app.bookings import actions as bookings_actions
from app.bookings import queries as bookings
from app.bookings.fields import SeatsForm
from app.bookings.labels import standing
from app.bookings.rules import Mode, State, link_from, resize_sentence, resized_sentences, shows_link
from app.db import db
from app.events import access, queries, rules
from app.events.models import Event
from app.events.views.blueprint import bp
from app.people.viewer import require_viewer
from app.web.form import render_form
from app.web.paging import page
from app.web.policy import policy, shown


@bp.get("/events")
@policy(find=queries.published_for)
def list_events(found: Select[Any]) -> str:
    person, now = require_viewer().person, clock.now()
    if request.args.get("view") == "month":
        return _month(found, now)
    viewer = require_viewer()
    events = page(queries.with_meetings(queries.one_per_series(queries.upcoming(found, now), now)))
    run = db.session.scalars(queries.run_by(viewer, now)).all() if events.number == 1 else []
    entries = queries.entries([*events.rows, *run], person, now)
    return render_template(
        "events/list_events.html",
        view="agenda",
        page=events,
        entries=entries[: len(events.rows)],
        mine=db.session.scalars(queries.own_bookings(person, now)).all(),
        further=queries.further_dates(viewer, events.rows, now),
        run=entries[len(events.rows) :],
    )


def _month(found: Select[Any], now: dt.datetime) -> str:
    person, today = require_viewer().person, clock.today()
    month = rules.month_named(request.args.get("month", ""), _day_of_next(found, now))
    start, end = clock.at(month.weeks[0][0], dt.time.min), clock.at(month.weeks[-1][-1], dt.time.max)
    events = db.session.scalars(queries.between(found, start, end)).all()
    by_day = rules.by_day(
        [
            (
                clock.local(entry.event.bookable.starts_at).date(),
                clock.local(entry.event.bookable.ends_at).date(),
                entry,
            )
            for entry in queries.entries(events, person, now)
        ]
    )
    return render_template("events/list_events.html", view="month", month=month, by_day=by_day, today=today)


def _day_of_next(found: Select[Any], now: dt.datetime) -> dt.date:
    """The day of the next event, to land on a month with events; today where one takes place or none is to come."""
    following = db.session.scalars(queries.upcoming(found, now).limit(1)).first()
    return clock.local(max(now, following.bookable.starts_at) if following else now).date()


@bp.get("/events/<int:event_id>")
@policy(find=queries.event_visible_to)
def show_event(event: Event) -> str:
    viewer = require_viewer()
    panel = bookings.panel(viewer.person, event.bookable)
    terms = event.bookable.terms
    return render_template(
        "events/show_event.html",
        event=event,
        panel=panel,
        link=event.link if shows_link(panel.state, terms, panel.now) else None,
        link_from=link_from(terms),
        series=queries.series_view(viewer, event.series, but=event) if event.series else None,
        kept=queries.kept_by(viewer.person, event) if event.bookable.mode is Mode.DROP_IN else None,
        outcomes=queries.outcomes_of(event.id) if event.has_outcomes else [],
    )


@bp.route("/events/<int:event_id>/organise", methods=["GET", "POST"])
@policy(find=queries.event_to_organise, may=access.can_organise, data="C", purpose="organising")
def organise_event(event: Event) -> Response | str | tuple[str, int]:
    began = clock.now()
    form = SeatsForm(data={"seats": event.bookable.pools[0].capacity})
    if form.accepted and form.carry(bookings_actions.resize, event.bookable, by=require_viewer().person):
        moved = bookings.moved_up_since(event.bookable_id, began)
        flash(resized_sentences(form.values["seats"], moved[State.OFFERED], moved[State.CONFIRMED]), "success")
        return redirect(url_for("events.organise_event", event_id=event.id), 303)
    name, now = request.args.get("q", "").strip(), clock.now()
    found = page(bookings.list_for_organiser(event.bookable, name))
    shown(booking.person_id for booking in found.rows)
    seats = bookings.seats_of([event.bookable_id], now)[event.bookable_id]
    requests = bookings.number_of_requests(event.bookable)
    taken, line = standing(event.bookable, seats, requests, now)
    return render_form(
        "events/organise_event.html",
        form,
        event=event,
        seats=seats,
        requests=requests,
        taken=taken,
        line=line,
        consequence=resize_sentence(seats, event.bookable.terms, now),
        page=found,
        places=bookings.places_in_line([booking.id for booking in found.rows]),
        name=name,
        went=bookings.aftermath(event.bookable) if event.bookable.ends_at <= now else None,
    )
