"""Working on a programme: how people choose, its rooms, and releasing it."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app import clock
from app.bookings import queries as bookings
from app.events import access, actions, queries, rules
from app.events.forms import ChoosingForm, RoomForm
from app.events.models import Event, Room
from app.events.views.blueprint import bp
from app.people.viewer import require_viewer
from app.web.form import render_form
from app.web.policy import policy


@bp.get("/events/<int:event_id>/programme/draft")
@policy(find=queries.event_to_organise, may=access.can_organise)
def show_draft(event: Event) -> str:
    programme = queries.programme_of(event)
    if programme is None:
        return render_template("events/show_draft.html", event=event, programme=None)
    bands = queries.texts(programme)
    release = programme.release
    seats = bookings.seats_of([event.bookable_id], clock.now())[event.bookable_id]
    return render_template(
        "events/show_draft.html",
        event=event,
        programme=programme,
        troubles=rules.troubles(
            bands,
            {room.name: room.capacity for room in programme.rooms},
            seats.confirmed,
            (event.bookable.starts_at, event.bookable.ends_at),
        ),
        changes=rules.changes(rules.from_plain(release.content), bands) if release else [],
        taken=queries.seats_taken(event),
        days=rules.by_day(
            [(day, day, band) for band in programme.bands if (day := clock.local(band.starts_at).date())]
        ),
    )


@bp.route("/events/<int:event_id>/programme/choosing", methods=["GET", "POST"])
@policy(find=queries.event_to_organise, may=access.can_organise)
def edit_choosing(event: Event) -> Response | str | tuple[str, int]:
    programme = queries.programme_of(event)
    form = ChoosingForm(programme.choosing, programme.last_day_of_wishes) if programme else ChoosingForm()
    if form.accepted and form.carry(actions.set_choosing, event):
        flash(_("That is how people come to their slots."), "success")
        return to_draft(event)
    return render_form("events/edit_choosing.html", form, event=event)


@bp.route("/events/<int:event_id>/programme/rooms", methods=["GET", "POST"])
@policy(find=queries.event_to_organise, may=access.can_organise)
def list_rooms(event: Event) -> Response | str | tuple[str, int]:
    form = RoomForm()
    if form.accepted and form.carry(actions.add_room, event):
        flash(_("“%(name)s” is in the list.", name=form.values["name"]), "success")
        return _to_rooms(event)
    programme = queries.programme_of(event)
    return render_form("events/list_rooms.html", form, event=event, rooms=programme.rooms if programme else [])


@bp.route("/event-rooms/<int:room_id>", methods=["GET", "POST"])
@policy(find=queries.rooms_visible_to, may=access.can_edit_room)
def edit_room(room: Room) -> Response | str | tuple[str, int]:
    form = RoomForm(obj=room)
    if form.accepted and form.carry(actions.change_room, room):
        flash(_("“%(name)s” is saved.", name=room.name), "success")
        return _to_rooms(room.programme.event)
    return render_form("events/edit_room.html", form, room=room, event=room.programme.event)


@bp.post("/event-rooms/<int:room_id>/removal")
@policy(find=queries.rooms_visible_to, may=access.can_edit_room)
def remove_room(room: Room) -> Response:
    event, name = room.programme.event, room.name
    actions.remove_room(room)
    flash(_("“%(name)s” is no longer in the list.", name=name), "success")
    return _to_rooms(event)


@bp.post("/events/<int:event_id>/programme/release")
@policy(find=queries.event_to_organise, may=access.can_organise)
def release_programme(event: Event) -> Response:
    release = actions.release(event, by=require_viewer().person)
    sentence = (
        _("Version %(number)s is released. Others see it as soon as the event is published.", number=release.number)
        if event.bookable.is_draft
        else _("Version %(number)s is released. Participants see it now.", number=release.number)
    )
    flash(sentence, "success")
    return to_draft(event)


def to_draft(event: Event, anchor: str | None = None) -> Response:
    """Back to the programme that is being worked on."""
    return redirect(url_for("events.show_draft", event_id=event.id, _anchor=anchor), 303)


def _to_rooms(event: Event) -> Response:
    return redirect(url_for("events.list_rooms", event_id=event.id), 303)
