"""Inviting people to a date, and their answers. While somebody can answer, a seat is kept for them."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import select

from app import clock
from app.activity.actions import record
from app.bookings import queries, rules
from app.bookings.actions import line
from app.bookings.actions.admission import admit
from app.bookings.actions.history import times
from app.bookings.models import Bookable, Booking, Invitation
from app.bookings.rules import Mode, Reply, Way
from app.db import db
from app.errors import Refused
from app.notifications.actions import notify, settle
from app.notifications.rules import Kind
from app.people.models import Person
from app.people.names import everybody_called
from app.people.rules import Grade

MOST_NAMED = 500


def invite(
    bookable: Bookable,
    *,
    unit_id: int | None,
    grade: Grade | None,
    names: Sequence[str],
    answer_by: dt.datetime | None,
    by: Person,
) -> int:
    """Invite a unit or a level of hierarchy of it, and people by name or number: all or nobody; returns how many.

    The unit 0 is the whole house.
    Who takes part already or can still answer is not invited again. Raises Refused where there are fewer seats.
    """
    line.lock(bookable.id)
    now = clock.now()
    until = _checked(bookable, answer_by, now)
    wanted = _people(bookable, unit_id, grade, names)
    known = {one.person_id: one for one in db.session.scalars(queries.invitations_of(bookable))}
    there = set(db.session.scalars(queries.taking_part(bookable.id, list(wanted))))
    there |= {one.person_id for one in known.values() if one.is_open(now)}
    new = [person for number, person in wanted.items() if number not in there]
    _refuse_more_than_seats(bookable, len(new), now)
    for person in new:
        made = known.get(person.id) or Invitation(bookable_id=bookable.id, person_id=person.id)
        made.reply, made.invited_at, made.invited_by_id = Reply.OPEN, now, by.id
        made.answer_by, made.answered_at = until, None
        db.session.add(made)
        tell_invited(person, Kind.INVITED, bookable, expires_at=until.isoformat(), bookable=bookable.id)
    record(by, "bookings.invited", bookable, people=len(new))
    db.session.flush()
    return len(new)


def accept_invitation(invitation: Invitation, *, by: Person) -> Booking:
    """Take the seat that is kept."""
    bookable = invitation.bookable
    _lock(invitation)
    taken = db.session.scalars(queries.live_booking(bookable.id, invitation.person_id)).one_or_none()
    if taken and invitation.reply is not Reply.OPEN:
        return taken
    booking = taken or admit(bookable, invitation.person, way=Way.INVITATION, by=by)
    _answer(invitation, Reply.ACCEPTED)
    return booking


def decline_invitation(invitation: Invitation) -> None:
    """Leave the seat free; nobody has it unless the organisers invite somebody else."""
    _lock(invitation)
    if invitation.reply is Reply.DECLINED:
        return
    bookable = invitation.bookable
    if db.session.scalars(queries.live_booking(bookable.id, invitation.person_id)).first():
        raise Refused(_("You have a seat. If you can’t come, please give it back."))
    if sentence := rules.invitation_closed_reason(invitation.reply, invitation.answer_by, bookable.terms, clock.now()):
        raise Refused(sentence)
    _answer(invitation, Reply.DECLINED)
    record(invitation.person, "bookings.invitation-declined", bookable)


def tell_all_invited(bookable: Bookable, kind: Kind, **said: Any) -> None:
    """Tell those who can still answer something about the date."""
    for invitation in db.session.scalars(queries.open_invitations(bookable.id, clock.now())).all():
        tell_invited(invitation.person, kind, bookable, **said)


def tell_invited(person: Person, kind: Kind, bookable: Bookable, /, **said: Any) -> None:
    """Tell somebody who is invited something, with what, where and when it is."""
    notify(person, kind, path=bookable.path, title=bookable.title, place=bookable.place, **times(bookable), **said)


def _lock(invitation: Invitation) -> None:
    line.lock(invitation.bookable_id)
    db.session.refresh(invitation)


def _answer(invitation: Invitation, reply: Reply) -> None:
    invitation.reply, invitation.answered_at = reply, clock.now()
    reader = select(Person).where(Person.id == invitation.person_id)
    settle(reader, Kind.INVITED, bookable=invitation.bookable_id)
    db.session.flush()


def _checked(bookable: Bookable, answer_by: dt.datetime | None, now: dt.datetime) -> dt.datetime:
    """Until when to answer, if people can be invited there at all."""
    if bookable.mode is not Mode.INVITATION:
        raise Refused(_("Seats are given in another way here, so nobody is invited."))
    if sentence := rules.closed_reason(bookable.terms, now, Way.INVITATION):
        raise Refused(sentence)
    if db.session.scalars(queries.quotas_of(bookable.id)).first():
        raise Refused(_("Here groups are limited. Please lift the quotas: you choose the people yourself."))
    if answer_by is None or not now < answer_by <= bookable.starts_at:
        raise Refused(_("Please choose a moment from now on, at the latest when the date begins."), "answer_by")
    return answer_by


def _people(bookable: Bookable, unit_id: int | None, grade: Grade | None, names: Sequence[str]) -> dict[int, Person]:
    today, found = clock.today(), dict[int, Person]()
    if unit_id is not None:
        found |= _by_number(db.session.scalars(queries.people_in(unit_id, grade, today)))
    found |= _by_number(everybody_called(names, most=MOST_NAMED, field="people"))
    if not found:
        raise Refused(_("Please choose a unit or enter at least one person."), "people")
    outside = [one for one in found.values() if not rules.is_in_audience(bookable.audience_id, one.unit.path)]
    if outside:
        raise Refused(_("This date is not open to the unit of %(name)s.", name=outside[0].name), "people")
    return found


def _by_number(people: Iterable[Person]) -> dict[int, Person]:
    return {person.id: person for person in people}


def _refuse_more_than_seats(bookable: Bookable, number: int, now: dt.datetime) -> None:
    seats = line.count(bookable, now)
    left = None if seats.limit is None else max(0, seats.limit - seats.promised - seats.next)
    if left is not None and number > left:
        raise Refused(
            ngettext(
                "That is %(num)d invitation, and a seat is kept for each: there are %(left)s left.",
                "That is %(num)d invitations, and a seat is kept for each: there are %(left)s left.",
                number,
                left=left,
            ),
            "people",
        )
