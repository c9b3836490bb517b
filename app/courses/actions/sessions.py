"""Dated runs of a course: planning, changing, and letting them not take place."""

import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from flask_babel import gettext as _

from app.activity.actions import record
from app.bookings import actions as bookings
from app.bookings.rules import Description, Kind
from app.courses.actions.attendance import judge_all
from app.courses.actions.wishes import tell_waiting
from app.courses.models import Course, Session, SessionTrainer
from app.courses.rules import Format, Run
from app.db import db
from app.errors import Refused
from app.notifications.rules import Kind as Message
from app.people.models import Person
from app.people.names import everybody_called

MOST_TRAINERS = 10


def schedule(
    course: Course,
    run: Run,
    said: Mapping[str, Any],
    others: Sequence[str] = (),
    trainers: Sequence[str] = (),
    *,
    trainer_ids: Collection[int] = (),
    shares_place: bool = True,
    by: Person | None,
) -> Session:
    """Plan a date of a course: it can be booked from now on, and those who waited for one are told.

    `said` is what is known of the date, under the names of `Description`; `others` run it too, `trainers` lead it.
    """
    if course.format is not Format.SEMINAR:
        raise Refused(_("Only seminars have dates."))
    own = {"kind": Kind.SESSION, "title": course.title, "path": f"/courses/{course.slug}"}
    uid = f"session-{secrets.token_hex(16)}"
    description = bookings.run_by_all(Description(**own | dict(said) | {"calendar_uid": uid}), others)
    if not shares_place:
        bookings.refuse_taken_place(description)
    session = Session(course_id=course.id, bookable=bookings.describe(description, by=by), **asdict(run))
    db.session.add(session)
    db.session.flush()
    session.bookable.path = f"/sessions/{session.id}"
    _let_lead(session, trainer_ids, trainers)
    record(by, "courses.scheduled", session, course=course.id)
    tell_waiting(session)
    db.session.flush()
    return session


def revise(
    session: Session,
    run: Run,
    said: Mapping[str, Any],
    others: Sequence[str] = (),
    trainers: Sequence[str] = (),
    *,
    trainer_ids: Collection[int] = (),
    shares_place: bool = True,
    revision: int,
    by: Person,
) -> int:
    """Change a date; who has a seat or leads it is told once of a new time or place. Returns how many with a seat."""
    _take(session)
    refuse_called_off(session)
    if session.revision != revision:
        raise Refused(
            _("Somebody else has changed this in the meantime. Nothing was overwritten: compare both, then save again.")
        )
    bookable, before = session.bookable, session.bookable.description
    description = bookings.run_by_all(replace(before, **said), others)
    if not shares_place:
        bookings.refuse_taken_place(description, but=bookable.id)
    held, sequence = bookings.holders(bookable), bookable.calendar_sequence
    bookings.refuse_another_way(bookable, description.mode)
    bookings.describe(description, by=by)
    for name, value in asdict(run).items():
        setattr(session, name, value)
    session.revision += 1
    led = [one.person for one in session.trainers]
    _let_lead(session, trainer_ids, trainers)
    record(by, "courses.session_revised", session, course=session.course_id)
    judge_all(session)
    if bookable.calendar_sequence > sequence:
        was = {"was_at": before.starts_at.isoformat(), "was_place": before.place}
        still = [person for person in led if any(one.person_id == person.id for one in session.trainers)]
        bookings.tell_beside(still, Message.LEADS_DATE, bookable, **was)
    db.session.flush()
    return bookings.tell_moved(bookable, before, held)


def call_off(session: Session, *, reason: str, by: Person) -> Session:
    """Let a date not take place, for good; everybody with a claim, and whoever leads it, is told once."""
    _take(session)
    if session.bookable.cancelled_at is None:
        bookings.call_off(session.bookable, reason=reason, by=by)
        people = [one.person for one in session.trainers]
        bookings.tell_beside(people, Message.DATE_CALLED_OFF, session.bookable, note=reason)
        record(by, "courses.session_called_off", session, course=session.course_id)
        db.session.flush()
    return session


def refuse_called_off(session: Session) -> None:
    """Say that there is nothing left to change."""
    if session.bookable.cancelled_at:
        raise Refused(_("This date was cancelled, so it can’t be changed any more. You can plan it anew from a copy."))


def _take(session: Session) -> None:
    """Wait for everybody else who changes this date, and see what they left."""
    db.session.flush()
    db.session.refresh(session, with_for_update={"of": Session})
    db.session.refresh(session.bookable)


def _let_lead(session: Session, person_ids: Collection[int], names: Sequence[str]) -> None:
    """Write down who of the house leads it; who is new there is told, with the date."""
    chosen = [db.session.get_one(Person, person_id) for person_id in person_ids]
    named = everybody_called(names, most=MOST_TRAINERS, field="trainers")
    wanted = {person.id: person for person in [*chosen, *named]}
    known = {one.person_id: one for one in session.trainers}
    added = [person for person_id, person in wanted.items() if person_id not in known]
    kept = [one for person_id, one in known.items() if person_id in wanted]
    session.trainers = kept + [SessionTrainer(person=person) for person in added]
    db.session.flush()
    bookings.tell_beside(added, Message.LEADS_DATE, session.bookable)
