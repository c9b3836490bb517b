"""Ranking wishes, what is wished for, and meeting the wishes."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app import clock
from app.errors import Refused
from app.events import access, actions, queries, rules
from app.events.forms import wishes_form
from app.events.models import Event
from app.events.views.blueprint import bp
from app.people.viewer import require_viewer
from app.web.form import render_form
from app.web.policy import policy


@bp.route("/events/<int:event_id>/wishes", methods=["GET", "POST"])
@policy(find=queries.event_visible_to, may=access.can_compose)
def edit_wishes(event: Event) -> Response | str | tuple[str, int]:
    person = require_viewer().person
    timetable = queries.timetable(person, event)
    if timetable is None or not timetable.can_rank:
        return redirect(url_for("events.show_programme", event_id=event.id), 303)
    bands = [line.band for line in timetable.lines if line.band.slots]
    form = wishes_form(bands, timetable.wishes)
    if form.accepted and form.carry(actions.rank, event, person):
        flash(_("Your wishes are saved. You can change them until the time for wishes is over."), "success")
        return redirect(url_for("events.show_programme", event_id=event.id), 303)
    return render_form("events/edit_wishes.html", form, event=event, timetable=timetable)


@bp.get("/events/<int:event_id>/programme/demand")
@policy(find=queries.event_to_organise, may=access.can_organise)
def show_demand(event: Event) -> str:
    programme = queries.programme_of(event)
    if programme is None or not programme.release:
        raise Refused(_("There is no released programme yet."))
    demand, people = queries.demand(programme)
    return render_template(
        "events/show_demand.html",
        event=event,
        programme=programme,
        bands=[band for band in rules.from_plain(programme.release.content) if band.slots],
        demand=demand,
        people=people,
        is_open=programme.wishes_until is not None and clock.now() < programme.wishes_until,
    )


@bp.post("/events/<int:event_id>/programme/assignment")
@policy(find=queries.event_to_organise, may=access.can_organise)
def assign_slots(event: Event) -> Response:
    task = actions.start_assignment(event, by=require_viewer().person)
    back = url_for("events.show_demand", event_id=event.id)
    return redirect(url_for("tasks.show_task", task_id=task.id, back=back), 303)
