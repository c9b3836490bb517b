"""What an office does with its stand: register, change, take back."""

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.bookings import access as bookings_access
from app.bookings import queries as bookings
from app.bookings.models import Bookable
from app.db import db
from app.people.viewer import require_viewer
from app.stands import access, actions, queries
from app.stands.forms import StandForm
from app.stands.models import Fair, Stand
from app.stands.views.blueprint import bp
from app.web.form import render_form
from app.web.policy import policy


def fair_or_404(bookable: Bookable) -> Fair:
    """The fair that the date is; none: there is no such page."""
    fair = db.session.scalars(queries.fair_of(bookable.id)).one_or_none()
    if fair is None:
        abort(404)
    return fair


@bp.route("/bookables/<int:bookable_id>/stands/registration", methods=["GET", "POST"])
@policy(find=bookings.bookables_visible_to, may=bookings_access.can_book)
def register_stand(bookable: Bookable) -> Response | str | tuple[str, int]:
    """Register a stand of one's own office."""
    fair, form = fair_or_404(bookable), StandForm()
    if form.accepted and form.carry(actions.register, fair, by=require_viewer().person):
        flash(_("Your stand is registered. Those who run the fair give it a place and tell you."), "success")
        return redirect(url_for("stands.list_stands", bookable_id=bookable.id), 303)
    return render_form("stands/register_stand.html", form, bookable=bookable, fair=fair)


@bp.route("/stands/<int:stand_id>/edit", methods=["GET", "POST"])
@policy(find=queries.stands_held_by, may=access.can_hold)
def edit_stand(stand: Stand) -> Response | str | tuple[str, int]:
    """Change what it shows and needs."""
    viewer = require_viewer()
    form, is_organiser = StandForm(obj=stand), access.can_organise(viewer, stand)
    if form.accepted and form.carry(actions.change, stand, by=viewer.person, is_organiser=is_organiser):
        flash(_("Saved."), "success")
        desk = "stands.organise_stands" if is_organiser else "stands.list_stands"
        return redirect(url_for(desk, bookable_id=stand.fair.bookable_id), 303)
    return render_form("stands/edit_stand.html", form, stand=stand, bookable=stand.fair.bookable)


@bp.post("/stands/<int:stand_id>/withdrawal")
@policy(find=queries.stands_held_by, may=access.can_hold)
def withdraw_stand(stand: Stand) -> Response:
    """Take it back."""
    actions.withdraw(stand, by=require_viewer().person)
    flash(_("“%(title)s” is withdrawn.", title=stand.title), "success")
    return redirect(url_for("stands.list_stands", bookable_id=stand.fair.bookable_id), 303)
