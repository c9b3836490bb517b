"""What is known of how many people come: what was chosen, and what earlier dates teach."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Select, case, exists, func, select
from sqlalchemy.orm import contains_eager, joinedload

from app import clock
from app.bookings.models import Acceptance, Attendance, Bookable, Booking, Score
from app.bookings.queries.reconfirm import answer
from app.bookings.rules import (
    FEWEST_OF_A_DATE,
    Answer,
    Answered,
    Assumed,
    Kind,
    Learnt,
    Outlook,
    Record,
    State,
    Way,
    learn,
    share_of,
)
from app.db import db

MOST_DATES = 30
WALKED_IN = "walked-in"


@dataclass(frozen=True)
class Experience:
    """What earlier dates of the same kind teach: of how many, the share of each group, and walk-ins for each seat."""

    dates: int = 0
    learnt: Mapping[Answer, Learnt | None] = field(default_factory=lambda: dict.fromkeys(Answer))
    walk_ins_a_seat: float = 0.0


def acceptances_of(bookable_id: int) -> Select[Acceptance]:
    """What was chosen, the latest first, with its score."""
    made = select(Acceptance).where(Acceptance.bookable_id == bookable_id).order_by(Acceptance.id.desc())
    return made.options(joinedload(Acceptance.score))


def came(bookable_id: int, *, way: Way | None = None) -> int:
    """How many people were there on at least one day; with a way, of those who came to their seat on it."""
    there = select(func.count(Attendance.booking_id.distinct())).join(Booking, Booking.id == Attendance.booking_id)
    asked = there.where(Booking.bookable_id == bookable_id)
    return db.session.scalar(asked.where(Booking.way == way) if way else asked) or 0


def experience(bookable: Bookable) -> Experience:
    """What the latest dates of the same kind before this one teach; two statements, which know of numbers alone.

    A date counts if somebody wrote down who came. Whoever is still to be asked will answer or be silent until then, so
    that everybody of earlier dates teaches about them.
    """
    dates = db.session.scalars(_earlier(bookable.kind, bookable.starts_at)).all()
    found: dict[int, dict[str, Record]] = {one: {} for one in dates}
    for bookable_id, group, people, there in db.session.execute(_turnout(dates)) if dates else ():
        found[bookable_id][group] = Record(there, people)
    seats = {one: [groups[name] for name in Answer if name in groups] for one, groups in found.items()}
    known = {one: Record(*map(sum, zip(*records, strict=True))) for one, records in seats.items() if records}
    large = {one for one, record in known.items() if record.people >= FEWEST_OF_A_DATE}
    if not large:
        return Experience()
    learnt = {group: learn([found[one][group] for one in sorted(large) if group in found[one]]) for group in Answer}
    learnt[Answer.UNASKED] = learn([known[one] for one in sorted(large)])
    walked = sum(found[one][WALKED_IN].people for one in large if WALKED_IN in found[one])
    return Experience(len(large), learnt, walked / sum(known[one].people for one in large))


GUESSED = {Answer.COMING: (85, 98), Answer.SILENT: (50, 80), Answer.UNASKED: (70, 90)}
"""What is assumed of each group as long as nobody says anything else: a guess."""


def assumed(known: Experience, last: Acceptance | None, seats: int) -> Assumed:
    """What to begin with: what earlier dates teach, else what was last assumed, else a guess."""
    before = last.assumed if last else None
    said = {
        Answer.COMING: before.coming if before else None,
        Answer.SILENT: before.silent if before else None,
        Answer.UNASKED: before.others if before else None,
    }
    ranges = {
        group: learnt.range if (learnt := known.learnt[group]) else said[group] or GUESSED[group] for group in Answer
    }
    walk_ins = before.walk_ins if before else round(known.walk_ins_a_seat * seats)
    return Assumed(ranges[Answer.UNASKED], walk_ins, ranges[Answer.COMING], ranges[Answer.SILENT])


def outlook(people: Mapping[Answer, int], assumed: Assumed, known: Experience, *, most: int) -> Outlook:
    """The forecast for so many acceptances at most, with the answers that there are."""
    ranges = {Answer.COMING: assumed.coming, Answer.SILENT: assumed.silent}
    groups = [
        Answered(people[group], share_of(*(ranges[group] or GUESSED[group]), known.learnt[group]))
        for group in ranges
        if people[group]
    ]
    return Outlook(groups, share_of(*assumed.others, known.learnt[Answer.UNASKED]), assumed.walk_ins, most)


def to_score(now: dt.datetime) -> Select[Acceptance]:
    """The last choice for each date that is over, of which somebody wrote down who came, and that has no score yet."""
    last = select(func.max(Acceptance.id)).group_by(Acceptance.bookable_id)
    was_there = exists().where(Booking.bookable_id == Bookable.id, Attendance.booking_id == Booking.id)
    return (
        select(Acceptance)
        .join(Bookable, Bookable.id == Acceptance.bookable_id)
        .outerjoin(Acceptance.score)
        .where(Acceptance.id.in_(last), Score.acceptance_id.is_(None), was_there)
        .where(Bookable.ends_at <= now, Bookable.cancelled_at.is_(None))
        .order_by(Acceptance.id)
        .options(contains_eager(Acceptance.score))
    )


def track_record() -> tuple[int, int]:
    """Of how many forecasts it is known who came, and how many of them were right; one statement."""
    is_right = Score.came.between(Score.least_arrivals, Score.most_arrivals)
    every, right = db.session.execute(select(func.count(), func.count().filter(is_right)).select_from(Score)).one()
    return every, right


def _earlier(kind: Kind, before: dt.datetime) -> Select[int]:
    was_there = exists().where(Booking.bookable_id == Bookable.id, Attendance.booking_id == Booking.id)
    return (
        select(Bookable.id)
        .where(Bookable.kind == kind, Bookable.ends_at <= min(before, clock.now()), Bookable.cancelled_at.is_(None))
        .where(Bookable.part_of_id.is_(None), was_there)
        .order_by(Bookable.ends_at.desc(), Bookable.id.desc())
        .limit(MOST_DATES)
    )


def _turnout(bookable_ids: Collection[int]) -> Select[int, str, int, int]:
    """Rows of (date, group, how many had a seat, how many of them came)."""
    is_there = exists().where(Attendance.booking_id == Booking.id)
    group = case((Booking.way == Way.DOOR, WALKED_IN), else_=answer())
    marked = (
        select(Booking.bookable_id, group.label("name"), case((is_there, 1), else_=0).label("came"))
        .join(Booking.bookable)
        .outerjoin(Booking.reconfirmation)
        .where(Booking.bookable_id.in_(bookable_ids), Booking.state == State.CONFIRMED)
        .subquery()
    )
    rows = select(marked.c.bookable_id, marked.c.name, func.count(), func.sum(marked.c.came))
    return rows.group_by(marked.c.bookable_id, marked.c.name)
