"""How many people to accept: the forecast, and the organiser's choice."""

from dataclasses import dataclass

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app import clock
from app.bookings import access, actions, queries, rules
from app.bookings.forms import ForecastForm
from app.bookings.models import Acceptance, Bookable
from app.bookings.rules import Forecast, Show
from app.bookings.views.blueprint import bp
from app.db import db
from app.people.viewer import require_viewer
from app.web.form import render_form
from app.web.policy import policy

RISKS = (0.01, 0.05, 0.1, 0.25)
USUAL_RISK = 0.05
GUESS = {"least_share": 70, "most_share": 90, "walk_ins": 0}
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
    form = ForecastForm(data=_assumed(made[0] if made else None, seats.capacity))
    is_shown = "show" in request.form
    if form.accepted and not is_shown and form.carry(actions.accept, bookable, by=require_viewer().person):
        flash(_("Up to %(num)s people are accepted now.", num=form.values["number"]), "success")
        return redirect(url_for("bookings.choose_acceptance", bookable_id=bookable.id), 303)
    values = {
        "bookable": bookable,
        "seats": seats,
        "made": made,
        "picture": _picture(form, seats.capacity) if seats.capacity and not form.errors else None,
        "came": queries.came(bookable.id) if bookable.ends_at <= clock.now() else 0,
    }
    if is_shown and not form.errors:
        return render_template("bookings/choose_acceptance.html", form=form, **values)
    return render_form("bookings/choose_acceptance.html", form, **values)


def _assumed(last: Acceptance | None, hall: int | None) -> dict[str, int]:
    """What the form begins with: the last choice, or a guess with its usual risk."""
    if last is not None:
        return {name: getattr(last, name) for name in GUESS} | {"number": last.accepted}
    show = rules.guessed(GUESS["least_share"] / 100, GUESS["most_share"] / 100)
    return GUESS | {"number": max(hall or 0, rules.most_to_accept(hall or 0, USUAL_RISK, show))}


def _picture(form: ForecastForm, hall: int) -> Picture:
    typed = form.values
    show, walk_ins = rules.guessed(typed["least_share"] / 100, typed["most_share"] / 100), typed["walk_ins"]
    widest = max(hall + 1, rules.most_to_accept(hall, WIDEST, show, walk_ins), min(typed["number"], hall * 3))
    step = max(1, (widest - hall) // MOST_POINTS)
    return Picture(
        [rules.forecast(number, hall, show, walk_ins) for number in range(hall, widest + step, step)],
        [(one, _at(one, hall, show, walk_ins)) for one in RISKS],
        rules.forecast(min(typed["number"], hall * 3), hall, show, walk_ins),
    )


def _at(risk: float, hall: int, show: Show, walk_ins: int) -> Forecast:
    return rules.forecast(rules.most_to_accept(hall, risk, show, walk_ins), hall, show, walk_ins)
