"""Seats by lot: the organiser's desk, the seed, the protocol that everybody may read, and the list for checking."""

from flask import Response as Download
from flask import abort, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app import clock
from app.bookings import access, actions, labels, queries
from app.bookings.forms import AnnounceForm, SeedForm
from app.bookings.models import Bookable
from app.bookings.protocol import protocol
from app.bookings.rules import DrawStage, Mode
from app.bookings.views.blueprint import bp
from app.db import db
from app.people.viewer import require_viewer
from app.text.paper import MIMETYPE
from app.web.form import render_form
from app.web.policy import policy


@bp.route("/bookables/<int:bookable_id>/draw", methods=["GET", "POST"])
@policy(find=queries.bookables_organised_by, may=access.can_organise)
def announce_draw(bookable: Bookable) -> Response | str | tuple[str, int]:
    draw, now = bookable.draw, clock.now()
    said = (
        {"seed_source": draw.seed_source, "seed_on": draw.seed_on, "bonus_from": draw.bonus_from_id or 0}
        if draw
        else {}
    )
    earlier = db.session.scalars(queries.earlier_draws(require_viewer(), bookable)).all()
    form = AnnounceForm(earlier, data=said)
    if form.accepted and form.carry(actions.announce, bookable, by=require_viewer().person):
        flash(_("Everybody can see now where the seed will come from."), "success")
        return _to_desk(bookable)
    return render_form(
        "bookings/announce_draw.html",
        form,
        bookable=bookable,
        draw=bookable.draw,
        by_lot=bookable.mode is Mode.DRAW,
        is_closed=now >= bookable.closes_at,
        is_seed_day=draw is not None and clock.today() >= draw.seed_on,
        tally=queries.tally(bookable),
        seats=queries.seats_of([bookable.id], now)[bookable.id],
    )


@bp.post("/bookables/<int:bookable_id>/draw/list")
@policy(find=queries.bookables_organised_by, may=access.can_organise)
def fix_list(bookable: Bookable) -> Response:
    actions.fix_list(bookable, by=require_viewer().person)
    flash(_("The list is fixed, and its hash is public."), "success")
    return _to_desk(bookable)


@bp.route("/bookables/<int:bookable_id>/draw/seed", methods=["GET", "POST"])
@policy(find=queries.bookables_organised_by, may=access.can_organise)
def draw_seats(bookable: Bookable) -> Response | str | tuple[str, int]:
    form = SeedForm()
    if bookable.draw is None or (bookable.draw_stage is not DrawStage.FIXED and not form.is_submitted()):
        return _to_desk(bookable)
    if form.accepted and form.carry(actions.draw, bookable, by=require_viewer().person):
        flash(_("The order is drawn. The seats are being given now, and everybody is told."), "success")
        return _to_desk(bookable)
    return render_form("bookings/draw_seats.html", form, bookable=bookable, draw=bookable.draw)


@bp.get("/bookables/<int:bookable_id>/draw/protocol")
@policy(find=queries.bookables_visible_to)
def show_protocol(bookable: Bookable) -> str:
    if bookable.draw is None or bookable.mode is not Mode.DRAW:
        abort(404)
    viewer = require_viewer()
    return render_template(
        "bookings/show_protocol.html",
        bookable=bookable,
        draw=bookable.draw,
        tally=queries.tally(bookable),
        seats=queries.seats_of([bookable.id])[bookable.id],
        quotas=[labels.limited(one) for one in queries.quotas_in_draw(bookable.draw)],
        lot=db.session.scalars(queries.lot_of(bookable.id, viewer.person.id)).one_or_none(),
        can_check=access.can_check(viewer, bookable),
    )


@bp.get("/bookables/<int:bookable_id>/draw/protocol.pdf")
@policy(find=queries.bookables_visible_to)
def print_protocol(bookable: Bookable) -> Download:
    """The protocol for the file; who may check the draw finds every pseudonym in it, and nobody finds a name."""
    if bookable.draw is None or bookable.mode is not Mode.DRAW:
        abort(404)
    lots = queries.lots_in_order(bookable.draw)
    return Download(
        protocol(
            bookable,
            bookable.draw,
            queries.tally(bookable),
            queries.seats_of([bookable.id])[bookable.id],
            db.session.scalars(lots).all() if access.can_check(require_viewer(), bookable) else None,
        ),
        mimetype=MIMETYPE,
        headers={"Content-Disposition": f'attachment; filename="lotse-draw-{bookable.id}.pdf"'},
    )


@bp.get("/bookables/<int:bookable_id>/draw/list.json")
@policy(find=queries.bookables_visible_to, may=access.can_check)
def export_list(bookable: Bookable) -> Download:
    if bookable.draw is None or bookable.draw.document is None:
        abort(404)
    name = f"lotse-draw-{bookable.id}.json"
    return Download(
        bookable.draw.document,
        mimetype="text/plain",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _to_desk(bookable: Bookable) -> Response:
    return redirect(url_for("bookings.announce_draw", bookable_id=bookable.id), 303)
