"""The times of a programme."""

from flask import flash
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.events import access, actions, queries
from app.events.forms import BandForm
from app.events.models import Event, TimeBand
from app.events.views.blueprint import bp
from app.events.views.programme import to_draft
from app.web.form import render_form
from app.web.policy import policy


@bp.route("/events/<int:event_id>/programme/bands/new", methods=["GET", "POST"])
@policy(find=queries.event_to_organise, may=access.can_organise)
def create_band(event: Event) -> Response | str | tuple[str, int]:
    form = BandForm(event)
    if form.accepted and form.carry(actions.add_band, event):
        flash(_("“%(name)s” is in the programme.", name=form.values["title"]), "success")
        return to_draft(event)
    return render_form("events/create_band.html", form, event=event)


@bp.route("/time-bands/<int:band_id>", methods=["GET", "POST"])
@policy(find=queries.bands_visible_to, may=access.can_edit_band)
def edit_band(time_band: TimeBand) -> Response | str | tuple[str, int]:
    event = time_band.programme.event
    form = BandForm(event, time_band)
    if form.accepted and form.carry(actions.change_band, time_band):
        flash(_("“%(name)s” is saved.", name=time_band.title), "success")
        return to_draft(event, f"band-{time_band.id}")
    return render_form("events/edit_band.html", form, band=time_band, event=event)


@bp.post("/time-bands/<int:band_id>/removal")
@policy(find=queries.bands_visible_to, may=access.can_edit_band)
def remove_band(time_band: TimeBand) -> Response:
    event, title = time_band.programme.event, time_band.title
    actions.remove_band(time_band)
    flash(_("“%(name)s” is no longer in the programme.", name=title), "success")
    return to_draft(event)
