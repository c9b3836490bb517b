"""What people need on the day: the question, what each says, and what those who run it read."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.bookings import access, actions, queries
from app.bookings.forms import AskNeedsForm, NeedsForm
from app.bookings.models import Bookable, Booking
from app.bookings.views.blueprint import bp
from app.db import db
from app.people.viewer import require_viewer
from app.web.form import render_form
from app.web.policy import policy, shown
from app.web.redirects import own_path


@bp.get("/bookables/<int:bookable_id>/needs")
@policy(find=queries.bookables_organised_by, may=access.can_organise, data="C", purpose="needs")
def list_needs(bookable: Bookable) -> str:
    """The only page on which others read it; each look is written down."""
    found = db.session.scalars(queries.needs_at(bookable)).all()
    shown(need.booking.person_id for need in found)
    return render_template("bookings/list_needs.html", bookable=bookable, needs=found)


@bp.route("/bookables/<int:bookable_id>/needs/question", methods=["GET", "POST"])
@policy(find=queries.bookables_organised_by, may=access.can_organise)
def ask_needs(bookable: Bookable) -> Response | str | tuple[str, int]:
    form = AskNeedsForm(obj=bookable)
    if form.accepted and form.carry(actions.ask_needs, bookable, by=require_viewer().person):
        flash(_("Saved. From now on, people are asked.") if bookable.asks_needs else _("Nobody is asked."), "success")
        return redirect(url_for("bookings.list_needs", bookable_id=bookable.id), 303)
    return render_form("bookings/ask_needs.html", form, bookable=bookable)


@bp.route("/bookings/<int:booking_id>/needs", methods=["GET", "POST"])
@policy(find=queries.own_bookings, may=access.can_change)
def edit_needs(booking: Booking) -> Response | str | tuple[str, int]:
    """One's own words, to change or to take back."""
    form = NeedsForm(booking.bookable, obj=db.session.scalars(queries.need_of(booking.id)).one_or_none())
    if form.accepted and form.carry(actions.state_needs, booking):
        flash(_("Saved. Only those who run it read what you need."), "success")
        return redirect(own_path(booking.bookable.path) or url_for("bookings.list_bookings"), 303)
    return render_form("bookings/edit_needs.html", form, booking=booking, bookable=booking.bookable)
