"""Signing up and leaving, offers, a leader's decisions, and my bookings."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import Select
from werkzeug.wrappers import Response

from app import clock
from app.bookings import access, actions, labels, queries
from app.bookings.forms import BookingForm, DeclineForm, HandoverForm, QuotaForm
from app.bookings.models import Bookable, Booking, Handover, Pool
from app.bookings.rules import State
from app.db import db
from app.notifications.rules import Kind
from app.notifications.sentences import sentence
from app.people import queries as people
from app.people.viewer import require_viewer
from app.web.form import render_form
from app.web.paging import page
from app.web.policy import policy, shown
from app.web.redirects import own_path

bp = Blueprint("bookings", __name__, template_folder="templates")
bp.add_app_template_filter(labels.meetings)
bp.add_app_template_filter(labels.group)

BOOKED = {
    State.CONFIRMED: _l("You have a seat."),
    State.WAITLISTED: _l("All seats are taken. You are on the waitlist now."),
    State.OFFERED: _l("A seat is on offer for you."),
    State.REQUESTED: _l("Your request is with your leader."),
}
DECIDED = {
    State.CONFIRMED: _l("Approved: %(name)s has a seat."),
    State.WAITLISTED: _l("Approved: all seats are taken, so %(name)s is on the waitlist."),
    State.OFFERED: _l("Approved: a seat is on offer for %(name)s."),
    State.DECLINED: _l("All seats are taken and there is no waitlist. %(name)s is being told."),
}


@bp.app_template_global()
def booking_form() -> BookingForm:
    """An empty form for the sign-up box on any page."""
    return BookingForm(formdata=None)


@bp.post("/bookables/<int:bookable_id>/booking")
@policy(find=queries.bookables_visible_to, may=access.can_book)
def create_booking(bookable: Bookable) -> Response | str | tuple[str, int]:
    form, person = BookingForm(), require_viewer().person
    if not form.accepted:
        return render_form("bookings/create_booking.html", form, panel=queries.panel(person, bookable))
    booking = actions.book(bookable, person, by=person, **form.values)
    flash(str(BOOKED[booking.state]), "success")
    return _back(bookable)


@bp.post("/bookings/<int:booking_id>/cancellation")
@policy(find=queries.own_bookings, may=access.can_change)
def cancel_booking(booking: Booking) -> Response:
    left = {"title": booking.bookable.title, "was": booking.state}
    actions.cancel(booking, by=require_viewer().person)
    flash(sentence(Kind.BOOKING_CANCELLED, left), "success")
    return _back(booking.bookable)


@bp.post("/bookings/<int:booking_id>/acceptance")
@policy(find=queries.own_bookings, may=access.can_change)
def accept_offer(booking: Booking) -> Response:
    actions.accept_offer(booking, by=require_viewer().person)
    flash(_("You have a seat."), "success")
    return _back(booking.bookable)


@bp.post("/bookings/<int:booking_id>/pass")
@policy(find=queries.own_bookings, may=access.can_change)
def pass_offer_on(booking: Booking) -> Response:
    actions.pass_offer_on(booking, by=require_viewer().person)
    flash(_("Thank you. The seat goes to the next person in line."), "success")
    return _back(booking.bookable)


@bp.route("/bookings/<int:booking_id>/handover", methods=["GET", "POST"])
@policy(find=queries.own_bookings, may=access.can_change)
def create_handover(booking: Booking) -> Response | str | tuple[str, int]:
    now = clock.now()
    form = HandoverForm(db.session.scalars(queries.dates_in_exchange(booking, now)).all())
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
    flash(_("You have a seat."), "success")
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


@bp.get("/account/bookings")
@policy(find=None)
def list_bookings() -> str:
    person, now = require_viewer().person, clock.now()
    upcoming = db.session.scalars(queries.with_meetings(queries.upcoming_bookings_of(person.id, now))).all()
    return render_template(
        "bookings/list_bookings.html",
        upcoming=upcoming,
        places=queries.places_in_line([booking.id for booking in upcoming]),
        past=page(queries.past_bookings_of(person.id, now)),
        handovers=db.session.scalars(queries.waiting_handovers(person.id, now)).all(),
        now=now,
    )


@bp.get("/team")
@policy(find=None)
def show_team() -> Response:
    """Where a leader begins: with what waits for a decision; for anybody else there is nothing."""
    if not access.can_decide_for_somebody(require_viewer()):
        abort(404)
    return redirect(url_for("bookings.list_approvals"), 303)


@bp.get("/team/approvals")
@policy(find=queries.decisions_for, may=access.can_decide_for_somebody, data="C", purpose="decision")
def list_approvals(found: Select[Booking]) -> str:
    requests = page(queries.with_meetings(found))
    decided = db.session.scalars(queries.decided_by(require_viewer())).all()
    shown(booking.person_id for booking in [*requests.rows, *decided])
    return render_template(
        "bookings/list_approvals.html",
        requests=requests,
        decided=decided,
        seats=queries.seats_of([booking.bookable_id for booking in requests.rows]),
        clashes=queries.clashes_of_requests([booking.id for booking in requests.rows]),
    )


@bp.post("/bookings/<int:booking_id>/approval")
@policy(find=queries.bookings_led_by, may=access.can_decide, data="C", purpose="decision")
def approve_booking(booking: Booking) -> Response:
    actions.approve(booking, by=require_viewer().person)
    flash(DECIDED[booking.state] % {"name": booking.person.name}, "success")
    return redirect(url_for("bookings.list_approvals"), 303)


@bp.route("/bookings/<int:booking_id>/decline", methods=["GET", "POST"])
@policy(find=queries.bookings_led_by, may=access.can_decide, data="C", purpose="decision")
def decline_booking(booking: Booking) -> Response | str | tuple[str, int]:
    form = DeclineForm()
    if not form.is_submitted():
        actions.refuse_unless_requested(booking)
    if form.accepted and form.carry(actions.decline, booking, by=require_viewer().person):
        flash(_("Declined. %(name)s gets your answer.", name=booking.person.name), "success")
        return redirect(url_for("bookings.list_approvals"), 303)
    return render_form("bookings/decline_booking.html", form, booking=booking)


@bp.route("/bookables/<int:bookable_id>/quotas", methods=["GET", "POST"])
@policy(find=queries.bookables_organised_by, may=access.can_organise)
def edit_quotas(bookable: Bookable) -> Response | str | tuple[str, int]:
    form = QuotaForm(db.session.scalars(people.large_units()).all())
    if form.accepted and form.carry(actions.limit, bookable, by=require_viewer().person):
        flash(_("The quota is saved."), "success")
        return redirect(url_for("bookings.edit_quotas", bookable_id=bookable.id), 303)
    now = clock.now()
    return render_form(
        "bookings/edit_quotas.html",
        form,
        bookable=bookable,
        quotas=db.session.scalars(queries.quotas_of(bookable.id)).all(),
        room=queries.room_in_quotas([bookable.id], now),
        seats=queries.seats_of([bookable.id], now)[bookable.id],
    )


@bp.post("/quotas/<int:pool_id>/removal")
@policy(find=queries.quotas_organised_by)
def lift_quota(pool: Pool) -> Response:
    actions.lift(pool, by=require_viewer().person)
    flash(_("“%(group)s” is no longer limited.", group=labels.group(pool)), "success")
    return redirect(url_for("bookings.edit_quotas", bookable_id=pool.bookable_id), 303)


def _back(bookable: Bookable) -> Response:
    """To the page that the button stood on, if it said so; otherwise to the page of what was booked."""
    target = own_path(request.form.get("next")) or own_path(bookable.path) or url_for("bookings.list_bookings")
    return redirect(target, 303)
