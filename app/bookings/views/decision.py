"""A leader's decisions on the requests of the team, and signing up people of the team."""

from flask import abort, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext
from sqlalchemy import Select
from werkzeug.wrappers import Response

from app import clock
from app.bookings import access, actions, queries, rules
from app.bookings.forms import DeclineForm, TeamForm
from app.bookings.models import Bookable, Booking
from app.bookings.rules import State
from app.bookings.views.blueprint import bp
from app.db import db
from app.people.viewer import require_viewer
from app.web import menu
from app.web.form import render_form
from app.web.paging import page
from app.web.policy import policy, shown

DECIDED = {
    State.CONFIRMED: _l("Approved: %(name)s has a seat."),
    State.WAITLISTED: _l("Approved: all seats are taken, so %(name)s is on the waitlist."),
    State.OFFERED: _l("Approved: a seat is on offer for %(name)s."),
    State.DECLINED: _l("All seats are taken and there is no waitlist. %(name)s is being told."),
}


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
    viewer = require_viewer()
    requests = page(queries.with_meetings(found))
    decided = db.session.scalars(queries.decided_by(viewer)).all()
    shown(booking.person_id for booking in [*requests.rows, *decided])
    turns = queries.turns(requests.rows, viewer.today)
    led = [booking.id for booking in requests.rows if viewer.leads(booking.person)]
    return render_template(
        "bookings/list_approvals.html",
        requests=requests,
        decided=decided,
        seats=queries.seats_of([booking.bookable_id for booking in requests.rows]),
        clashes=queries.clashes_of_requests(led),
        turns=turns,
        askers=queries.askers(requests.rows),
        away_until=next((turn.away_until for turn in turns.values() if turn.now == viewer.person), None),
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
    menu.stand_below("team")
    return render_form("bookings/decline_booking.html", form, booking=booking)


@bp.route("/bookables/<int:bookable_id>/team", methods=["GET", "POST"])
@policy(find=queries.bookables_visible_to, may=access.can_book_for_team, data="C", purpose="signing-up")
def book_for_team(bookable: Bookable) -> Response | str | tuple[str, int]:
    viewer = require_viewer()
    team = db.session.scalars(queries.team_for(viewer, bookable)).all()
    shown(person.id for person in team)
    form = TeamForm(team)
    if form.accepted:
        refused = actions.book_for(bookable, form.chosen, by=viewer.person)
        for person, sentence in refused:
            flash(f"{person.name}: {sentence}", "warning")
        if done := len(form.chosen) - len(refused):
            flash(
                ngettext(
                    "%(num)d person is signed up now, and told.", "%(num)d people are signed up now, and told.", done
                ),
                "success",
            )
        return redirect(url_for("bookings.book_for_team", bookable_id=bookable.id), 303)
    closed = rules.closed_reason(bookable.terms, clock.now())
    return render_form("bookings/book_for_team.html", form, bookable=bookable, closed=closed, team=team)
