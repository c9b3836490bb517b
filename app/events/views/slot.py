"""The slots of a programme."""

from flask import flash
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.events import access, actions, queries
from app.events.forms import SlotForm
from app.events.models import Slot, TimeBand
from app.events.views.blueprint import bp
from app.events.views.programme import to_draft
from app.web.form import render_form
from app.web.policy import policy


@bp.route("/time-bands/<int:band_id>/slots/new", methods=["GET", "POST"])
@policy(find=queries.bands_visible_to, may=access.can_edit_band)
def create_slot(time_band: TimeBand) -> Response | str | tuple[str, int]:
    event = time_band.programme.event
    form = SlotForm(time_band.programme.rooms)
    if form.accepted and form.carry(actions.add_slot, time_band):
        flash(_("“%(name)s” is in the draft.", name=form.values["title"]), "success")
        return to_draft(event, f"band-{time_band.id}")
    return render_form("events/create_slot.html", form, band=time_band, event=event)


@bp.route("/slots/<int:slot_id>", methods=["GET", "POST"])
@policy(find=queries.slots_visible_to, may=access.can_edit_slot)
def edit_slot(slot: Slot) -> Response | str | tuple[str, int]:
    programme = slot.band.programme
    form = SlotForm(programme.rooms, slot)
    if form.accepted and form.carry(actions.change_slot, slot):
        flash(_("“%(name)s” is saved. Participants see it with the next release.", name=slot.title), "success")
        return to_draft(programme.event, f"slot-{slot.id}")
    return render_form("events/edit_slot.html", form, slot=slot, event=programme.event)


@bp.post("/slots/<int:slot_id>/removal")
@policy(find=queries.slots_visible_to, may=access.can_edit_slot)
def drop_slot(slot: Slot) -> Response:
    event, band_id, was_released = slot.band.programme.event, slot.band_id, slot.bookable_id is not None
    actions.drop_slot(slot)
    flash(
        _("The slot is cancelled with the next release. Until then you can leave it in.")
        if was_released
        else _("The slot is no longer in the draft."),
        "success",
    )
    return to_draft(event, f"band-{band_id}")


@bp.post("/slots/<int:slot_id>/restoration")
@policy(find=queries.slots_visible_to, may=access.can_edit_slot)
def restore_slot(slot: Slot) -> Response:
    actions.restore_slot(slot)
    flash(_("“%(name)s” stays in the programme.", name=slot.title), "success")
    return to_draft(slot.band.programme.event, f"slot-{slot.id}")
