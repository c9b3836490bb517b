"""My timetable of an event, and the seats in its slots."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.events import access, actions, queries
from app.events.models import Event, Slot
from app.events.views.blueprint import bp
from app.people.viewer import require_viewer
from app.web.policy import policy


@bp.get("/events/<int:event_id>/programme")
@policy(find=queries.event_visible_to)
def show_programme(event: Event) -> str:
    viewer = require_viewer()
    return render_template(
        "events/show_programme.html",
        event=event,
        timetable=queries.timetable(viewer.person, event),
        person=viewer.person,
    )


@bp.post("/slots/<int:slot_id>/seat")
@policy(find=queries.released_slots_visible_to, may=access.can_choose)
def take_slot(slot: Slot) -> Response:
    actions.take_slot(slot, require_viewer().person)
    flash(_("You have a seat in “%(title)s”.", title=slot.title), "success")
    return _to_programme(slot)


@bp.post("/slots/<int:slot_id>/return")
@policy(find=queries.released_slots_visible_to, may=access.can_choose)
def leave_slot(slot: Slot) -> Response:
    if actions.leave_slot(slot, require_viewer().person):
        flash(_("Your seat in “%(title)s” is given back.", title=slot.title), "success")
    return _to_programme(slot)


@bp.post("/slots/<int:slot_id>/swap")
@policy(find=queries.released_slots_visible_to, may=access.can_choose)
def swap_slot(slot: Slot) -> Response:
    actions.swap_slot(slot, require_viewer().person)
    flash(_("You have a seat in “%(title)s” instead.", title=slot.title), "success")
    return _to_programme(slot)


def _to_programme(slot: Slot) -> Response:
    event_id = slot.band.programme.event_id
    return redirect(url_for("events.show_programme", event_id=event_id, _anchor=f"band-{slot.band_id}"), 303)
