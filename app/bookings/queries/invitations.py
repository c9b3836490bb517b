"""Who is invited to a date, and what they have answered."""

import datetime as dt
from collections.abc import Collection

from sqlalchemy import ColumnElement, Select, exists, select
from sqlalchemy.orm import contains_eager, joinedload

from app.bookings.models import Bookable, Booking, Invitation
from app.bookings.rules import LIVE, Mode, Reply
from app.people import queries as people
from app.people.models import Job, OrgUnit, Person
from app.people.rules import Grade
from app.people.viewer import Viewer


def invitation_of(bookable_id: int, person_id: int) -> Select[Invitation]:
    """The person's invitation to a date, as it is in the database now."""
    found = select(Invitation).where(Invitation.bookable_id == bookable_id, Invitation.person_id == person_id)
    return found.execution_options(populate_existing=True)


def invitations_to(viewer: Viewer) -> Select[Invitation]:
    """The viewer's own: SQL twin of `access.can_answer_invitation`."""
    found = select(Invitation).join(Invitation.bookable).where(Invitation.person_id == viewer.person.id)
    return found.options(contains_eager(Invitation.bookable))


def invitations_of(bookable: Bookable) -> Select[Invitation]:
    """Everybody who is invited there, by name."""
    return (
        select(Invitation)
        .join(Invitation.person)
        .where(Invitation.bookable_id == bookable.id)
        .order_by(Person.sort_name, Invitation.id)
        .options(contains_eager(Invitation.person).joinedload(Person.unit))
    )


def open_invitations(bookable_id: int, now: dt.datetime) -> Select[Invitation]:
    """Those that can still be answered, for which a seat is kept."""
    found = select(Invitation).where(Invitation.bookable_id == bookable_id, Invitation.reply == Reply.OPEN)
    return found.where(Invitation.answer_by > now).order_by(Invitation.id).options(joinedload(Invitation.person))


def waiting_invitations(person_id: int, now: dt.datetime) -> Select[Invitation]:
    """What a person is invited to and can still answer, the nearest end first."""
    is_ahead = Bookable.starts_at > now, Bookable.cancelled_at.is_(None), Bookable.mode == Mode.INVITATION
    found = select(Invitation).join(Invitation.bookable).options(contains_eager(Invitation.bookable))
    is_open = Invitation.reply == Reply.OPEN, Invitation.answer_by > now
    mine = found.where(Invitation.person_id == person_id, *is_open, *is_ahead)
    return mine.order_by(Invitation.answer_by, Invitation.id)


def is_invited(person_id: int) -> ColumnElement[bool]:
    """Whether a person is, or was, invited to a bookable."""
    return exists().where(Invitation.bookable_id == Bookable.id, Invitation.person_id == person_id)


def people_in(unit_id: int, grade: Grade | None, today: dt.date) -> Select[Person]:
    """Who works in a unit or one below it today, of this level of hierarchy, where one is named; 0: the whole house."""
    found = people.employed(today)
    if unit_id:
        found = found.where(OrgUnit.path.contains(f"/{unit_id}/"))
    if grade is not None:
        found = found.where(Person.job.has(Job.grade == grade))
    return found.order_by(None).order_by(Person.sort_name, Person.id)


def taking_part(bookable_id: int, person_ids: Collection[int]) -> Select[int]:
    """Which of these people have a claim there already."""
    found = select(Booking.person_id).where(Booking.bookable_id == bookable_id, Booking.state.in_(LIVE))
    return found.where(Booking.person_id.in_(person_ids))
