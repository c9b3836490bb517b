"""Passing a seat on to a colleague, and answering."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app import clock
from app.bookings import access, actions, queries
from app.bookings.forms import HandoverForm
from app.bookings.models import Booking, Handover
from app.bookings.views.blueprint import bp
from app.db import db
from app.people.viewer import require_viewer
from app.web.form import render_form
from app.web.policy import policy, shown


@bp.route("/bookings/<int:booking_id>/handover", methods=["GET", "POST"])
@policy(find=queries.own_bookings, may=access.can_change)
def create_handover(booking: Booking) -> Response | str | tuple[str, int]:
    now = clock.now()
    dates = db.session.scalars(queries.dates_in_exchange(booking, now)).all()
    form = HandoverForm(dates, is_exchange=booking.bookable.part_of_id is not None)
    if form.accepted and form.carry(actions.propose_handover, booking):
        flash(_("We have asked your colleague. The seat is yours until they say yes."), "success")
        return redirect(url_for("bookings.create_handover", booking_id=booking.id), 303)
    return render_form(
        "bookings/create_handover.html",
        form,
        booking=booking,
        handover=db.session.scalars(queries.open_handover(booking.id, now)).one_or_none(),
        closed=actions.handover_closed(booking, now),
    )


@bp.get("/handovers/<int:handover_id>")
@policy(find=queries.handovers_of, may=access.can_see_handover, data="C", purpose="handover")
def show_handover(handover: Handover) -> str:
    now = clock.now()
    shown([handover.booking.person_id, handover.to_id])
    return render_template(
        "bookings/show_handover.html",
        handover=handover,
        clashes=actions.handover_clashes(handover),
        closed=actions.handover_ended(handover, now),
    )


@bp.post("/handovers/<int:handover_id>/acceptance")
@policy(find=queries.handovers_to, may=access.can_answer_handover)
def accept_handover(handover: Handover) -> Response:
    actions.accept_handover(handover, by=require_viewer().person)
    flash(_("The seat is yours."), "success")
    return redirect(url_for("bookings.show_handover", handover_id=handover.id), 303)


@bp.post("/handovers/<int:handover_id>/refusal")
@policy(find=queries.handovers_to, may=access.can_answer_handover)
def decline_handover(handover: Handover) -> Response:
    actions.decline_handover(handover, by=require_viewer().person)
    flash(_("Thank you. Your colleague keeps the seat and is being told."), "success")
    return redirect(url_for("bookings.show_handover", handover_id=handover.id), 303)


@bp.post("/handovers/<int:handover_id>/withdrawal")
@policy(find=queries.handovers_from, may=access.can_withdraw_handover)
def withdraw_handover(handover: Handover) -> Response:
    actions.withdraw_handover(handover)
    flash(_("You keep your seat."), "success")
    return redirect(url_for("bookings.create_handover", booking_id=handover.booking_id), 303)
