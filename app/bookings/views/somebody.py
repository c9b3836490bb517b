"""Signing somebody up who has asked those who run the date, on the telephone for one."""

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


@bp.route("/bookables/<int:bookable_id>/bookings", methods=["GET", "POST"])
@policy(find=queries.bookables_organised_by, may=access.can_book_for_somebody, data="C", purpose="signing-up")
def book_for_somebody(bookable: Bookable) -> Response | str | tuple[str, int]:
    by, began, typed = require_viewer().person, clock.now(), bare(request.values.get("q", ""))
    asked_for = people_asked_for(typed, clock.today()).limit(MOST_FOUND + 1)
    found = db.session.scalars(asked_for).all() if typed else []
    form, made = SomebodyForm(found[:MOST_FOUND], can_wait=bookable.has_waitlist), list[Booking]()
    shown(person.id for person in found[:MOST_FOUND])
    if form.accepted and form.carry(lambda **chosen: made.append(actions.book_as_organiser(bookable, by=by, **chosen))):
        (booking,) = made
        is_new = booking.requested_at >= began
        flash(_what_became(booking, is_new=is_new), "success" if is_new else "info")
        return redirect(url_for("bookings.book_for_somebody", bookable_id=bookable.id), 303)
    return render_form(
        "bookings/book_for_somebody.html",
        form,
        bookable=bookable,
        closed=rules.closed_reason(bookable.terms, began, Way.ORGANISER),
        typed=typed,
        found={person.id: person.email or _("no e-mail address") for person in found[:MOST_FOUND]},
        are_more=len(found) > MOST_FOUND,
    )


def _what_became(booking: Booking, *, is_new: bool) -> str:
    """Where the person stands now, and whether somebody must tell them."""
    person, by_lot = booking.person, booking.bookable.mode is Mode.DRAW
    said = (SIGNED_UP if is_new else THERE_ALREADY).get(booking.state, THERE_ALREADY[booking.state])
    if booking.state is State.REQUESTED and by_lot:
        said = _l("%(name)s takes part in the draw now.") if is_new else _l("%(name)s takes part in the draw already.")
    sentence = str(said) % {"name": person.name, "place": queries.place_in_line(booking)}
    if not is_new:
        return sentence
    told = _("They are told by e-mail.") if person.email else _("They have no e-mail address: please tell them.")
    return f"{sentence} {told}"
