"""What a visitor sees: all stands hall by hall, and one's own tour."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app import clock
from app.bookings import access as bookings_access
from app.bookings import queries as bookings
from app.bookings.models import Bookable
from app.db import db
from app.people.viewer import require_viewer
from app.stands import access, actions, queries, rules
from app.stands.forms import tour_form
from app.stands.models import Stand
from app.stands.views.blueprint import bp
from app.stands.views.stand import fair_or_404
from app.web.form import render_form
from app.web.policy import policy


@bp.get("/bookables/<int:bookable_id>/stands")
@policy(find=bookings.bookables_visible_to)
def list_stands(bookable: Bookable) -> str:
    """Hall by hall, with a button that puts a stand on the tour."""
    fair, viewer = fair_or_404(bookable), require_viewer()
    return render_template(
        "stands/list_stands.html",
        bookable=bookable,
        fair=fair,
        halls=rules.by_hall(db.session.scalars(queries.placed(fair))),
        marked={one.stand_id for one in db.session.scalars(queries.marks(fair, viewer.person))},
        own=db.session.scalars(queries.own_stands(fair, viewer.person)).all(),
        is_registering=rules.is_registering(fair.last_day, clock.today()) and not bookable.cancelled_at,
        can_register=bookings_access.can_book(viewer, bookable),
        is_organiser=bookings_access.can_organise(viewer, bookable),
    )


@bp.get("/bookables/<int:bookable_id>/tour")
@policy(find=bookings.bookables_visible_to)
def show_tour(bookable: Bookable) -> str:
    """The stands on one's tour, in its order, to print or to have at hand."""
    fair, person = fair_or_404(bookable), require_viewer().person
    stands = db.session.scalars(queries.tour(fair, person)).all()
    return render_template("stands/show_tour.html", bookable=bookable, stands=stands, person=person)


@bp.route("/bookables/<int:bookable_id>/tour/order", methods=["GET", "POST"])
@policy(find=bookings.bookables_visible_to)
def edit_tour(bookable: Bookable) -> Response | str | tuple[str, int]:
    """Bring the stands of the tour into an order."""
    fair, person = fair_or_404(bookable), require_viewer().person
    form = tour_form(db.session.scalars(queries.tour(fair, person)).all())
    if form.accepted and form.carry(actions.order, fair, person):
        flash(_("Your tour is saved."), "success")
        return redirect(url_for("stands.show_tour", bookable_id=bookable.id), 303)
    return render_form("stands/edit_tour.html", form, bookable=bookable)


@bp.post("/stands/<int:stand_id>/mark")
@policy(find=queries.stands_visible_to, may=access.can_mark)
def mark_stand(stand: Stand) -> Response:
    """Put it on the tour."""
    actions.mark(stand, require_viewer().person)
    flash(_("“%(title)s” is on your tour.", title=stand.title), "success")
    return _to_list(stand)


@bp.post("/stands/<int:stand_id>/mark/removal")
@policy(find=queries.stands_visible_to, may=access.can_mark)
def unmark_stand(stand: Stand) -> Response:
    """Take it off the tour."""
    actions.unmark(stand, require_viewer().person)
    flash(_("“%(title)s” is off your tour.", title=stand.title), "success")
    return _to_list(stand)


def _to_list(stand: Stand) -> Response:
    return redirect(url_for("stands.list_stands", bookable_id=stand.fair.bookable_id, _anchor=f"stand-{stand.id}"), 303)
