"""Which sheets there are, who is asked, and what was answered."""

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from app.bookings.models import Attendance, Bookable, Booking
from app.bookings.rules import State
from app.db import db
from app.feedback.models import Question, Sheet, Tally, Text, Turn
from app.people.models import Person
from app.people.queries import employed
from app.people.viewer import Viewer


def sheet_of(bookable: Bookable) -> Select[Sheet]:
    """The questions about a date, where there are any."""
    return select(Sheet).where(Sheet.bookable_id == bookable.id).options(selectinload(Sheet.questions))


def turns_of(viewer: Viewer) -> Select[Turn]:
    """Where the viewer is asked: SQL twin of `access.can_answer`."""
    return (
        select(Turn)
        .join(Turn.sheet)
        .where(Turn.person_id == viewer.person.id)
        .options(contains_eager(Turn.sheet).joinedload(Sheet.bookable))
        .options(contains_eager(Turn.sheet).selectinload(Sheet.questions))
    )


def locked_sheet(sheet_id: int) -> Select[Sheet]:
    """The sheet; whoever answers waits for all others who do."""
    return (
        select(Sheet)
        .where(Sheet.id == sheet_id)
        .with_for_update()
        .options(selectinload(Sheet.questions))
        .execution_options(populate_existing=True)
    )


def sheets_to_ask(today: dt.date, midnight: dt.datetime) -> Select[Sheet]:
    """The sheets of dates that ended before this midnight, took place, and were not asked about yet."""
    is_due = Bookable.ends_at <= midnight, Bookable.cancelled_at.is_(None), Sheet.asked_on.is_(None)
    return select(Sheet).join(Sheet.bookable).where(*is_due).options(joinedload(Sheet.bookable))


def attended(bookable: Bookable, today: dt.date) -> Select[Person]:
    """Who was there; where nobody noted that, who had a seat."""
    there = exists().where(Attendance.booking_id == Booking.id)
    noted = select(Attendance.id).join(Attendance.booking).where(Booking.bookable_id == bookable.id).limit(1)
    is_noted = db.session.scalars(noted).first() is not None
    had_place = there if is_noted else Booking.state == State.CONFIRMED
    theirs = exists().where(Booking.bookable_id == bookable.id, Booking.person_id == Person.id, had_place)
    return employed(today).where(theirs)


def who_answered(sheet: Sheet) -> frozenset[int]:
    """The people who have answered."""
    return frozenset(db.session.scalars(select(Turn.person_id).where(Turn.sheet_id == sheet.id, Turn.has_answered)))


def counts_of(sheet: Sheet) -> dict[int, dict[str, int]]:
    """How often what was answered, by question; for the release alone, never for a page."""
    found = select(Tally).join(Question, Question.id == Tally.question_id).where(Question.sheet_id == sheet.id)
    counts: dict[int, dict[str, int]] = {}
    for tally in db.session.scalars(found.execution_options(populate_existing=True)):
        counts.setdefault(tally.question_id, {})[tally.value] = tally.number
    return counts


def texts_of(sheet: Sheet) -> Select[Text]:
    """Everything that was written on a sheet."""
    return select(Text).join(Question, Question.id == Text.question_id).where(Question.sheet_id == sheet.id)


def released_texts(sheet: Sheet) -> Sequence[Text]:
    """What was written and may be read; in the order of numbers that are drawn by lot."""
    return db.session.scalars(texts_of(sheet).where(Text.is_released).order_by(Text.id)).all()


def sheets_closed_before(day: dt.date) -> Select[Sheet]:
    """The sheets of which the last day for answers lies before a day."""
    return select(Sheet).where(Sheet.closes_on < day).options(selectinload(Sheet.questions))
