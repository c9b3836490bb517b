"""Parts of a whole, as the slots of an event: who may have one, and that no two of a person overlap.

The person's booking of the whole is the lock: it is taken before the seats of a part, so two requests of one person
for two parts come one after the other. Who gives back the whole holds it from before the parts are given back.
"""

from collections.abc import Iterable, Sequence

from flask_babel import gettext as _

from app.bookings import queries
from app.bookings.actions import line
from app.bookings.models import Bookable, Booking
from app.bookings.rules import State
from app.db import db
from app.errors import Refused
from app.people.models import Person


def lock_whole(bookable: Bookable, person: Person) -> None:
    """Wait for everything else that happens to the person's parts; nothing for what is no part."""
    if bookable.part_of_id is not None:
        db.session.scalars(queries.locked_whole(bookable.part_of_id, person.id)).one_or_none()


def refuse_unless_it_fits(bookable: Bookable, person: Person) -> None:
    """Say no to who has no seat in the whole, or a seat in another part at the same time."""
    if bookable.part_of_id is None:
        return
    whole = db.session.scalars(queries.live_booking(bookable.part_of_id, person.id)).one_or_none()
    if whole is None or whole.state is not State.CONFIRMED:
        raise Refused(_("This is for those who have a seat in the event. Please sign up for the event first."))
    if clash := clash_of(bookable, person):
        raise Refused(_("You have a seat in “%(title)s” at the same time.", title=clash.title))


def clash_of(bookable: Bookable, person: Person) -> Bookable | None:
    """Another part of the same whole in which the person has a seat at the same time."""
    if bookable.part_of_id is None:
        return None
    return db.session.scalars(queries.parts_at_the_same_time(bookable, person.id)).first()


def of(whole: Booking) -> Sequence[Booking]:
    """The person's seats in parts of this whole, in fixed order."""
    return db.session.scalars(queries.parts_of(whole.bookable_id, whole.person_id)).all()


def lock_in_order(wanted: Bookable, given_up: Iterable[Booking], person: Person) -> None:
    """Lock the seats of a swap: the person's booking of the whole first, then all parts in fixed order."""
    lock_whole(wanted, person)
    for bookable_id in sorted({wanted.id, *(booking.bookable_id for booking in given_up)}):
        line.lock(bookable_id)
