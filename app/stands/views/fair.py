"""The desk of those who run a fair: until when stands are registered, which there are, and where they are."""

from flask import Response as FileResponse
from flask import abort, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app import clock
from app.bookings import access as bookings_access
from app.bookings import queries as bookings
from app.bookings.models import Bookable
from app.db import db
from app.people.viewer import require_viewer
from app.stands import access, actions, posters, queries, rules
from app.stands.forms import DeclineForm, FairForm, PlaceForm
from app.stands.models import Stand
from app.stands.views.blueprint import bp
from app.text.paper import MIMETYPE
from app.web.form import render_form
from app.web.policy import policy, shown


@bp.route("/bookables/<int:bookable_id>/fair/opening", methods=["GET", "POST"])
@policy(find=bookings.bookables_organised_by, may=bookings_access.can_organise)
def open_fair(bookable: Bookable) -> Response | str | tuple[str, int]:
    """Let offices register stands, or say until when."""
    fair = db.session.scalars(queries.fair_of(bookable.id)).one_or_none()
    form = FairForm(obj=fair)
    if form.accepted and form.carry(actions.open_fair, bookable, by=require_viewer().person):
        flash(_("Offices can register stands now. The way there stands on the page of the event."), "success")
        return redirect(url_for("stands.organise_stands", bookable_id=bookable.id), 303)
    return render_form("stands/open_fair.html", form, bookable=bookable, fair=fair)


@bp.get("/bookables/<int:bookable_id>/fair")
@policy(find=bookings.bookables_organised_by, may=bookings_access.can_organise, data="C", purpose="organising")
def organise_stands(bookable: Bookable) -> Response | str:
    """Which stands there are, what they need, and how often they were visited."""
    fair = db.session.scalars(queries.fair_of(bookable.id)).one_or_none()
    if fair is None:
        shown(())
        return redirect(url_for("stands.open_fair", bookable_id=bookable.id), 303)
    stands = db.session.scalars(queries.registered(fair)).all()
    shown(stand.contact_id for stand in stands)
    return render_template(
        "stands/organise_stands.html",
        bookable=bookable,
        fair=fair,
        waiting=[one for one in stands if one.stage is rules.Stage.REGISTERED],
        halls=rules.by_hall(one for one in stands if one.stage is rules.Stage.PLACED),
        others=[one for one in stands if one.stage not in rules.LIVE],
        is_registering=rules.is_registering(fair.last_day, clock.today()),
    )


@bp.route("/stands/<int:stand_id>/place", methods=["GET", "POST"])
@policy(find=queries.stands_organised_by, may=access.can_organise, data="C", purpose="organising")
def place_stand(stand: Stand) -> Response | str | tuple[str, int]:
    """Accept a stand by saying where it is."""
    shown([stand.contact_id])
    form = PlaceForm(obj=stand)
    if form.accepted and form.carry(actions.give_place, stand, by=require_viewer().person):
        flash(_("“%(title)s” has its place, and its office is told.", title=stand.title), "success")
        return _to_desk(stand)
    return render_form("stands/place_stand.html", form, stand=stand, bookable=stand.fair.bookable)


@bp.route("/stands/<int:stand_id>/decline", methods=["GET", "POST"])
@policy(find=queries.stands_organised_by, may=access.can_organise)
def decline_stand(stand: Stand) -> Response | str | tuple[str, int]:
    """Say why there is no place."""
    form = DeclineForm()
    if form.accepted and form.carry(actions.decline, stand, by=require_viewer().person):
        flash(_("“%(title)s” is declined, and its office reads why.", title=stand.title), "success")
        return _to_desk(stand)
    return render_form("stands/decline_stand.html", form, stand=stand, bookable=stand.fair.bookable)


@bp.get("/bookables/<int:bookable_id>/fair/posters.pdf")
@policy(find=bookings.bookables_organised_by, may=bookings_access.can_organise)
def print_posters(bookable: Bookable) -> Response:
    """A sheet for each stand with its number and the picture that visitors read."""
    fair = db.session.scalars(queries.fair_of(bookable.id)).one_or_none()
    stands = db.session.scalars(queries.placed(fair)).all() if fair else []
    if not stands:
        abort(404)
    ordered = [stand for hall in rules.by_hall(stands).values() for stand in hall]
    return as_file(posters.posters(bookable, ordered), f"lotse-stands-{bookable.id}.pdf")


def as_file(content: bytes, name: str) -> Response:
    """A PDF to keep."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return FileResponse(content, mimetype=MIMETYPE, headers=headers)


def _to_desk(stand: Stand) -> Response:
    return redirect(url_for("stands.organise_stands", bookable_id=stand.fair.bookable_id), 303)
