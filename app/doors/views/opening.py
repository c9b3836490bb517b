"""The doors of a date, for those who run it."""

import datetime as dt

from flask import current_app, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app import clock
from app.bookings import access as bookings_access
from app.bookings import queries as bookings
from app.bookings.models import Bookable
from app.db import db
from app.doors import access, actions, queries
from app.doors.forms import DoorForm, HallForm
from app.doors.models import Door
from app.doors.views.blueprint import bp
from app.people.viewer import require_viewer
from app.web.form import render_form
from app.web.policy import policy


@bp.get("/bookables/<int:bookable_id>/doors")
@policy(find=bookings.bookables_organised_by, may=bookings_access.can_organise)
def list_doors(bookable: Bookable) -> str | tuple[str, int]:
    """Which devices let people in, and how full the hall is."""
    return _list(bookable, DoorForm(_days(bookable)))


@bp.post("/bookables/<int:bookable_id>/doors")
@policy(find=bookings.bookables_organised_by, may=bookings_access.can_organise)
def open_door(bookable: Bookable) -> str | tuple[str, int]:
    """The only page that shows the whole address of a door: it is not kept, so it can't be shown again."""
    form, opened = DoorForm(_days(bookable)), list[str]()
    if form.accepted and form.carry(
        lambda **typed: opened.append(actions.open_door(bookable, by=require_viewer().person, **typed))
    ):
        url = current_app.config["BASE_URL"] + url_for("doors.enter_door", token=opened[0])
        return render_template("doors/open_door.html", bookable=bookable, name=form.name.data, url=url)
    return _list(bookable, form)


def _days(bookable: Bookable) -> list[dt.date]:
    return [day for day in bookable.days if day >= clock.today()]


def _list(bookable: Bookable, form: DoorForm) -> str | tuple[str, int]:
    today = clock.today()
    halls = [(day, bookings.hall(bookable, day)) for day in bookable.days if day <= today]
    return render_form(
        "doors/list_doors.html",
        form,
        bookable=bookable,
        days=_days(bookable),
        doors=db.session.scalars(queries.open_doors(bookable, today)).all(),
        halls=halls,
        hall=halls[-1][1] if halls else bookings.hall(bookable, today),
    )


@bp.route("/bookables/<int:bookable_id>/hall", methods=["GET", "POST"])
@policy(find=bookings.bookables_organised_by, may=bookings_access.can_organise)
def edit_hall(bookable: Bookable) -> Response | str | tuple[str, int]:
    """How many people may be in the hall."""
    form = HallForm(obj=bookable)
    if form.accepted and form.carry(actions.limit_hall, bookable, by=require_viewer().person):
        flash(_("Saved. Every door counts by these numbers from now on."), "success")
        return redirect(url_for("doors.list_doors", bookable_id=bookable.id), 303)
    return render_form("doors/edit_hall.html", form, bookable=bookable)


@bp.post("/doors/<int:door_id>/closing")
@policy(find=queries.doors_organised_by, may=access.can_close)
def close_door(door: Door) -> Response:
    """Let a device admit nobody any more."""
    actions.close_door(door, by=require_viewer().person)
    flash(_("“%(name)s” admits nobody any more.", name=door.name), "success")
    return redirect(url_for("doors.list_doors", bookable_id=door.bookable_id), 303)
