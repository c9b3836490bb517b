"""Counting visits: a visitor's telephone reads the picture at a stand, or whoever is at the stand taps.

Nobody signs in for the first, and neither keeps who it was. That a telephone has counted stands in a cookie on that
telephone alone, until the end of the day.
"""

from flask import current_app, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from app import clock
from app.db import db
from app.stands import access, actions, posters, queries, rules
from app.stands.models import Stand
from app.stands.views.blueprint import bp
from app.stands.views.fair import as_file
from app.tokens import read_signed
from app.web.policy import Missing, policy, public

COOKIE = "lotse-stands"
MOST_REMEMBERED = 100
NO_STAND = _l("This picture leads to no stand. Perhaps it was withdrawn.")


@bp.get("/stand/<code>")
@public
def show_visit(code: str) -> str:
    """What the stand is, and a button to say that one was there."""
    stand = _stand(code)
    return render_template(
        "stands/show_visit.html",
        stand=stand,
        bookable=stand.fair.bookable,
        code=code,
        is_counted=stand.id in _counted(),
        is_counting=rules.is_counting(stand.fair.bookable.days, clock.today()),
    )


@bp.post("/stand/<code>")
@public
def create_visit(code: str) -> Response:
    """Somebody was there: one more, and once a day from one telephone."""
    stand, counted = _stand(code), _counted()
    response = make_response(redirect(url_for("stands.show_visit", code=code), 303))
    if stand.id not in counted:
        actions.count(stand)
        known = ".".join(str(number) for number in [*counted, stand.id][-MOST_REMEMBERED:])
        seconds = clock.end_of(clock.today()) - clock.now()
        secure = current_app.config["SESSION_COOKIE_SECURE"]
        response.set_cookie(COOKIE, known, max_age=seconds, path="/stand", secure=secure, httponly=True, samesite="Lax")
    return response


@bp.get("/stands/<int:stand_id>/visits")
@policy(find=queries.stands_held_by, may=access.can_hold)
def count_visits(stand: Stand) -> str:
    """The number so far and a large button, for a device at the stand."""
    return render_template(
        "stands/count_visits.html",
        stand=stand,
        bookable=stand.fair.bookable,
        url=posters.address(stand),
        is_counting=rules.is_counting(stand.fair.bookable.days, clock.today()),
    )


@bp.post("/stands/<int:stand_id>/visits")
@policy(find=queries.stands_held_by, may=access.can_hold)
def add_visit(stand: Stand) -> Response:
    """One more."""
    actions.count(stand)
    return redirect(url_for("stands.count_visits", stand_id=stand.id), 303)


@bp.post("/stands/<int:stand_id>/visits/undoing")
@policy(find=queries.stands_held_by, may=access.can_hold)
def undo_visit(stand: Stand) -> Response:
    """One less: it was a slip."""
    actions.count(stand, -1)
    flash(_("One visit is taken back."), "info")
    return redirect(url_for("stands.count_visits", stand_id=stand.id), 303)


@bp.get("/stands/<int:stand_id>/poster.pdf")
@policy(find=queries.stands_held_by, may=access.can_hold)
def print_poster(stand: Stand) -> Response:
    """The sheet of one stand."""
    if stand.stage is not rules.Stage.PLACED:
        raise Missing(_("The sheet is there as soon as the stand has a place."))
    return as_file(posters.posters(stand.fair.bookable, [stand]), f"lotse-stand-{stand.id}.pdf")


def _stand(code: str) -> Stand:
    number = read_signed(current_app.config["SECRET_KEY"], posters.SALT, code)
    stand = db.session.scalars(queries.placed_stand(number)).one_or_none() if number else None
    if stand is None:
        raise Missing(NO_STAND)
    return stand


def _counted() -> list[int]:
    """The stands that this telephone has counted today, by its own cookie."""
    return [int(part) for part in request.cookies.get(COOKIE, "").split(".") if part.isascii() and part.isdecimal()]
