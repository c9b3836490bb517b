"""Planning an event: from nothing or from a copy, publishing it, changing it, and letting it not take place."""

from typing import Any

from flask import abort, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from app import clock
from app.bookings import queries as bookings
from app.bookings.rules import calling_off_sentence, change_sentence
from app.db import db
from app.events import access, actions, queries, rules
from app.events.forms import CallingOffDatesForm, EditDateForm, PlanEventForm, ProlongForm
from app.events.models import Event
from app.events.views.blueprint import bp
from app.people.tree import units_in_order
from app.people.viewer import require_viewer
from app.web.form import render_form
from app.web.paging import page
from app.web.policy import policy

MOST_NAMED = 3


@bp.get("/events/own")
@policy(find=queries.published_by)
def list_own_events(found: Any) -> str:
    drafts = db.session.scalars(queries.drafts_of(require_viewer())).all()
    return render_template("events/list_own_events.html", drafts=drafts, page=page(found), now=clock.now())


@bp.route("/events/new", methods=["GET", "POST"])
@policy(find=None, may=access.can_create)
def create_event() -> Response | str | tuple[str, int]:
    person, made = require_viewer().person, list[Event]()
    form = PlanEventForm(units_in_order(), [person], data={"run_by": [person.id]})
    if form.accepted and form.carry(lambda **typed: made.append(actions.plan_series(**typed, by=person))):
        flash(_("Saved as a draft. Only those who run it see it, until you publish it."), "success")
        if form.outlook:
            flash(_("Each date of the series is a draft of its own; you can publish all of them at once."), "info")
        _warn_of_taken_place(made[0])
        return _to(made[0])
    return render_form("events/create_event.html", form)


@bp.route("/events/<int:event_id>/edit", methods=["GET", "POST"])
@policy(find=queries.event_to_edit, may=access.can_organise)
def edit_event(event: Event) -> Response | str | tuple[str, int]:
    actions.refuse_called_off(event)
    told, person = list[int](), require_viewer().person
    form = EditDateForm(units_in_order(), event, queries.levels_of(event.id))
    if form.accepted and form.carry(lambda **typed: told.append(actions.revise_dates(event, **typed, by=person))):
        flash(_("Saved."), "success")
        _warn_of_taken_place(event)
        if told[0]:
            flash(
                ngettext(
                    "%(num)d person who has a seat is being told of the change.",
                    "%(num)d people who have a seat are being told of the change.",
                    told[0],
                ),
                "info",
            )
        return _to(event)
    seats = bookings.seats_of([event.bookable_id], clock.now())[event.bookable_id]
    return render_form(
        "events/edit_event.html",
        form,
        event=event,
        conflict=form.renew(event.revision),
        whom=change_sentence(seats, is_draft=event.bookable.is_draft),
        scopes=_scopes(event),
    )


@bp.post("/events/<int:event_id>/publication")
@policy(find=queries.event_to_edit, may=access.can_organise)
def publish_event(event: Event) -> Response:
    actions.publish(event, by=require_viewer().person)
    flash(_("Published: everybody it is open to sees it now."), "success")
    return _to(event)


@bp.post("/events/<int:event_id>/publication/series")
@policy(find=queries.event_to_edit, may=access.can_organise)
def publish_dates(event: Event) -> Response:
    number = actions.publish_dates(event, by=require_viewer().person)
    said = ngettext(
        "%(num)d date is published: everybody it is open to sees it now.",
        "%(num)d dates are published: everybody they are open to sees them now.",
        number,
    )
    flash(said, "success")
    return _to(event)


@bp.post("/events/<int:event_id>/copy")
@policy(find=queries.event_to_edit, may=access.can_copy)
def copy_event(event: Event) -> Response:
    made = actions.copy(event, by=require_viewer().person)
    flash(_("This is the draft of a new event. Please check the date and the title first."), "success")
    if db.session.scalars(bookings.quotas_of(made.bookable_id)).first():
        flash(_("Its quotas for units and levels are copied too."), "info")
    if made.bookable.asks_needs:
        flash(_("What is asked about food and accessibility came along, with its reason."), "info")
    if queries.programme_of(made):
        flash(_("Its programme came along as a draft, with the same times later on."), "info")
    return redirect(url_for("events.edit_event", event_id=made.id), 303)


@bp.route("/events/<int:event_id>/further-dates", methods=["GET", "POST"])
@policy(find=queries.event_to_edit, may=access.can_copy)
def prolong_series(event: Event) -> Response | str | tuple[str, int]:
    if event.series is None:
        abort(404)
    person, made = require_viewer().person, list[Event]()
    form = ProlongForm(event.series)
    if form.accepted and form.carry(lambda **typed: made.append(actions.prolong(event, **typed, by=person))):
        flash(_("Saved as drafts: check the first of the new dates, then publish all of them at once."), "success")
        return _to(made[0])
    viewed = queries.series_view(require_viewer(), event.series)
    return render_form("events/prolong_series.html", form, event=event, sentence=viewed.sentence)


@bp.route("/events/<int:event_id>/calling-off", methods=["GET", "POST"])
@policy(find=queries.event_to_edit, may=access.can_organise)
def call_off_event(event: Event) -> Response | str | tuple[str, int]:
    ended, form, bookable = list[int](), CallingOffDatesForm(event), event.bookable
    if not form.is_submitted():
        actions.refuse_called_off(event)
    person = require_viewer().person
    if form.accepted and form.carry(lambda **typed: ended.append(actions.call_off_dates(event, **typed, by=person))):
        flash(
            ngettext("%(num)d date is cancelled.", "%(num)d dates are cancelled.", ended[0])
            if event.series_id
            else _("The event is cancelled."),
            "success",
        )
        return _to(event)
    seats = bookings.seats_of([event.bookable_id], clock.now())[event.bookable_id]
    return render_form(
        "events/call_off_event.html",
        form,
        event=event,
        whom=calling_off_sentence(seats, bookings.number_of_requests(bookable), is_draft=bookable.is_draft),
        scopes=_scopes(event),
    )


def _warn_of_taken_place(event: Event) -> None:
    """Say what else is in the same place at the same time; an event may be in a part of it."""
    bookable = event.bookable
    others = bookings.taken_at(bookable.place, bookable.times, bookable.id)
    if named := [one.title for one in others if not one.is_draft]:
        flash(_("In the same place at the same time: %(titles)s.", titles=", ".join(named[:MOST_NAMED])), "warning")


def _scopes(event: Event) -> dict[str, str]:
    """For each choice of dates how many these are; nothing where the event is no date of a series."""
    if event.series_id is None:
        return {}
    found = queries.reach_of(event, clock.now())
    return {scope.value: rules.scope_sentence(reach.dates, reach.claims) for scope, reach in found.items()}


def _to(event: Event) -> Response:
    """To the page of the event; to one's list where the person no longer runs a draft."""
    viewer = require_viewer()
    if event.bookable.is_draft and not access.can_organise(viewer, event):
        return redirect(url_for("events.list_own_events"), 303)
    return redirect(url_for("events.show_event", event_id=event.id), 303)
