"""How many people to accept: the forecast, and the organiser's choice; and whether people are asked if they come."""

from dataclasses import dataclass

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app import clock
from app.bookings import access, actions, queries, rules
from app.bookings.forms import ForecastForm, ReconfirmForm
from app.bookings.models import Bookable
from app.bookings.rules import ROUNDS, Answer, Forecast, Outlook, Seats
from app.bookings.views.blueprint import bp
from app.db import db
from app.people.viewer import require_viewer
from app.web.form import render_form
from app.web.policy import policy

RISKS = (0.01, 0.05, 0.1, 0.25)
USUAL_RISK = 0.05
WIDEST, MOST_POINTS = 0.5, 60


@dataclass(frozen=True)
class Picture:
    """The whole curve: the risk of each number of acceptances, and what stands beside it as a table."""

    curve: list[Forecast]
    choices: list[tuple[float, Forecast]]
    chosen: Forecast


@bp.route("/bookables/<int:bookable_id>/forecast", methods=["GET", "POST"])
@policy(find=queries.bookables_organised_by, may=access.can_organise)
def choose_acceptance(bookable: Bookable) -> Response | str | tuple[str, int]:
    made = db.session.scalars(queries.acceptances_of(bookable.id)).all()
    seats = queries.seats_of([bookable.id])[bookable.id]
    people, experience = queries.answers_of(bookable), queries.experience(bookable)
    assumed = queries.assumed(experience, made[0] if made else None, seats.capacity or 0)
    hall = bookable.hall_limit or seats.capacity
    before = queries.outlook(people, assumed, experience, most=(hall or 0) * 3)
    usual = max(seats.capacity or 0, seats.held, before.most_to_accept(hall or 0, USUAL_RISK))
    form = ForecastForm(people, assumed, made[0].accepted if made else usual)
    is_shown = "show" in request.form
    if form.accepted and not is_shown and form.carry(actions.accept, bookable, by=require_viewer().person):
        flash(_("Up to %(num)s people are accepted now.", num=form.values["number"]), "success")
        return redirect(url_for("bookings.choose_acceptance", bookable_id=bookable.id), 303)
    outlook = None
    if seats.capacity and hall and not form.errors:
        most = max(hall * 3, seats.capacity * 3)
        outlook = queries.outlook(people, form.assumed, experience, most=most)
    values = {
        "bookable": bookable,
        "seats": seats,
        "hall": hall,
        "answers": people,
        "experience": experience,
        "learnt": _from_experience(form, experience) if outlook else set(),
        "made": made,
        "picture": _picture(outlook, form.values["number"], seats, hall) if outlook and hall else None,
        "came": queries.came(bookable.id) if bookable.ends_at <= clock.now() else 0,
        "track_record": queries.track_record(),
    }
    if is_shown and not form.errors:
        return render_template("bookings/choose_acceptance.html", form=form, **values)
    return render_form("bookings/choose_acceptance.html", form, **values)


def _from_experience(form: ForecastForm, experience: queries.Experience) -> set[Answer]:
    """Of which groups the share was learnt; what was typed otherwise is a guess."""
    assumed, learnt = form.assumed, experience.learnt
    typed = {Answer.COMING: assumed.coming, Answer.SILENT: assumed.silent, Answer.UNASKED: assumed.others}
    return {group for group, one in learnt.items() if one and typed[group] == one.range}


def _picture(outlook: Outlook, number: int, seats: Seats, hall: int) -> Picture:
    first, farthest = max(seats.capacity or 0, seats.held), (seats.capacity or 0) * rules.MOST_ACCEPTED_A_SEAT
    chosen = max(min(number, farthest), outlook.asked)
    widest = max(first + 1, outlook.most_to_accept(hall, WIDEST), chosen)
    step = max(1, (widest - first) // MOST_POINTS)
    return Picture(
        [outlook.forecast(one, hall) for one in range(first, widest + step, step)],
        [(risk, outlook.forecast(outlook.most_to_accept(hall, risk), hall)) for risk in RISKS],
        outlook.forecast(chosen, hall),
    )


@bp.route("/bookables/<int:bookable_id>/reconfirmation", methods=["GET", "POST"])
@policy(find=queries.bookables_organised_by, may=access.can_organise)
def edit_reconfirmation(bookable: Bookable) -> Response | str | tuple[str, int]:
    form = ReconfirmForm(data={"reconfirm": bookable.reconfirm.value})
    if form.accepted and form.carry(actions.set_reconfirm, bookable, by=require_viewer().person):
        flash(_("Saved."), "success")
        return redirect(url_for("bookings.edit_reconfirmation", bookable_id=bookable.id), 303)
    return render_form(
        "bookings/edit_reconfirmation.html",
        form,
        bookable=bookable,
        answers=queries.answers_of(bookable),
        rounds=[(days, rules.asked_from(bookable.starts_at, days)) for days in ROUNDS],
        is_wanted=queries.is_asking(bookable),
        now=clock.now(),
    )
