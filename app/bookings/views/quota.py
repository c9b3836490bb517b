"""How many seats the people of a unit or a level may have at most."""

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app import clock
from app.bookings import access, actions, labels, queries
from app.bookings.forms import QuotaForm
from app.bookings.models import Bookable, Pool
from app.bookings.views.blueprint import bp
from app.db import db
from app.people import queries as people
from app.people.tree import in_tree_order
from app.people.viewer import require_viewer
from app.web.form import render_form
from app.web.policy import policy


@bp.route("/bookables/<int:bookable_id>/quotas", methods=["GET", "POST"])
@policy(find=queries.bookables_organised_by, may=access.can_organise)
def edit_quotas(bookable: Bookable) -> Response | str | tuple[str, int]:
    form = QuotaForm(in_tree_order(db.session.scalars(people.large_units())))
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
