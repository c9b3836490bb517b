"""Signing somebody up who has asked those who run the date, on the telephone for one."""

import datetime as dt
from collections.abc import Mapping

from flask import flash, redirect, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from app import clock
from app.bookings import access, actions, queries, rules
from app.bookings.forms import SomebodyForm
from app.bookings.models import Bookable, Booking
from app.bookings.rules import Mode, State, Way
from app.bookings.views.blueprint import bp
from app.db import db
from app.people.queries import people_asked_for
from app.people.viewer import require_viewer
from app.text.folding import bare
from app.web.form import render_form
from app.web.paging import page
from app.web.policy import policy, shown

MOST_FOUND = 10
SIGNED_UP = {
    State.CONFIRMED: _l("%(name)s has a seat now."),
    State.WAITLISTED: _l("There is no seat for %(name)s yet: number %(place)s on the waitlist."),
    State.REQUESTED: _l("The request of %(name)s is with their leader now."),
}
THERE_ALREADY = {
    State.CONFIRMED: _l("%(name)s has a seat already."),
    State.WAITLISTED: _l("%(name)s is on the waitlist already, as number %(place)s."),
    State.OFFERED: _l("%(name)s has the offer of a seat already, and only needs to accept it."),
    State.REQUESTED: _l("The request of %(name)s is with their leader already."),
}


@bp.app_template_global()
def can_sign_somebody_up(bookable: Bookable) -> bool:
    """Whether the viewer runs this date, and can sign somebody up now."""
    is_open = rules.closed_reason(bookable.terms, clock.now(), Way.ORGANISER) is None
    return is_open and access.can_book_for_somebody(require_viewer(), bookable)


@bp.app_template_global()
def way_for_somebody(bookable: Bookable) -> str | None:
    """What whoever runs this date can do there for others: sign somebody up, later only take it back; None: nothing."""
    if can_sign_somebody_up(bookable):
        return _("Sign somebody up")
    may = access.can_book_for_somebody(require_viewer(), bookable) and _can_take_back(bookable, clock.now())
    has_entries = may and db.session.scalars(queries.to_take_back(bookable).limit(1)).first()
    return _("Whom the organisers have signed up") if has_entries else None


@bp.route("/bookables/<int:bookable_id>/bookings", methods=["GET", "POST"])
@policy(find=queries.bookables_organised_by, may=access.can_book_for_somebody, data="C", purpose="signing-up")
def book_for_somebody(bookable: Bookable) -> Response | str | tuple[str, int]:
    by, began, typed = require_viewer().person, clock.now(), bare(request.values.get("q", ""))
    asked_for = people_asked_for(typed, clock.today()).limit(MOST_FOUND + 1)
    found = db.session.scalars(asked_for).all() if typed else []
    form, made = SomebodyForm(bookable, found[:MOST_FOUND]), list[Booking]()
    if form.accepted and form.carry(lambda **chosen: made.append(actions.book_as_organiser(bookable, by=by, **chosen))):
        (booking,) = made
        is_new = booking.requested_at >= began
        flash(_what_became(booking, is_new=is_new), "success" if is_new else "info")
        if any(form.needs.values()) and not _says(booking, form.needs):
            flash(_("What they have said about their needs stays as it was: they can change it in Lotse."), "info")
        return redirect(url_for("bookings.book_for_somebody", bookable_id=bookable.id), 303)
    entered = page(queries.to_take_back(bookable)) if _can_take_back(bookable, began) else None
    shown({person.id for person in found[:MOST_FOUND]} | {one.person_id for one in (entered.rows if entered else ())})
    return render_form(
        "bookings/book_for_somebody.html",
        form,
        bookable=bookable,
        closed=rules.closed_reason(bookable.terms, began, Way.ORGANISER),
        typed=typed,
        found={person.id: person.email or _("no e-mail address") for person in found[:MOST_FOUND]},
        are_more=len(found) > MOST_FOUND,
        entered=entered,
        places=queries.places_in_line([one.id for one in entered.rows]) if entered else {},
    )


@bp.post("/bookings/<int:booking_id>/withdrawal")
@policy(find=queries.entered_by_organisers, may=access.can_take_back, data="C", purpose="signing-up")
def take_back_booking(booking: Booking) -> Response:
    actions.take_back(booking, by=require_viewer().person)
    done = _("The sign-up of %(name)s is taken back.", name=booking.person.name)
    flash(f"{done} {_told(booking)}", "success")
    return redirect(url_for("bookings.book_for_somebody", bookable_id=booking.bookable_id), 303)


def _says(booking: Booking, needs: Mapping[str, str]) -> bool:
    """Whether it is written down so, and not as it was said before."""
    known = db.session.scalars(queries.need_of(booking.id)).one_or_none()
    return known is not None and all(getattr(known, name) == said.strip() for name, said in needs.items())


def _can_take_back(bookable: Bookable, now: dt.datetime) -> bool:
    return rules.taking_back_closed_reason(bookable.terms, now, is_theirs=False) is None


def _what_became(booking: Booking, *, is_new: bool) -> str:
    """Where the person stands now, and whether somebody must tell them."""
    person, by_lot = booking.person, booking.bookable.mode is Mode.DRAW
    said = (SIGNED_UP if is_new else THERE_ALREADY).get(booking.state, THERE_ALREADY[booking.state])
    if booking.state is State.REQUESTED and by_lot:
        said = _l("%(name)s takes part in the draw now.") if is_new else _l("%(name)s takes part in the draw already.")
    sentence = str(said) % {"name": person.name, "place": queries.place_in_line(booking)}
    return f"{sentence} {_told(booking)}" if is_new else sentence


def _told(booking: Booking) -> str:
    return (
        _("They are told by e-mail.") if booking.person.email else _("They have no e-mail address: please tell them.")
    )
