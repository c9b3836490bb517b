"""The steps of a plan, with what has become of each."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from app import clock
from app.courses.rules import Format
from app.db import db
from app.plans.queries.step_rows import rows_of_steps
from app.plans.rules import FROM_CATALOGUE, ItemKind, ItemState, Load, Priority, is_ticked, shares
from app.text.language import language

Meeting = tuple[dt.datetime, dt.datetime]
"""When a meeting begins and ends."""


@dataclass(frozen=True)
class Step:
    """A step of a plan, and what has become of it."""

    id: int
    kind: ItemKind
    title: str
    minutes: int
    due_on: dt.date | None
    reason: str
    done_on: dt.date | None
    course_id: int | None
    slug: str | None
    format: Format | None
    is_begun: bool
    path: str | None
    starts_at: dt.datetime | None
    is_cancelled: bool
    is_booked: bool
    is_claimed: bool = False
    is_noted: bool = False
    place: str | None = None
    link: str | None = None
    priority: Priority = Priority.NORMAL
    state: ItemState = ItemState.ACTIVE
    note: str | None = None
    competence: str | None = None
    target_level: int | None = None
    template: str | None = None
    meetings: tuple[Meeting, ...] = ()
    session_id: int | None = None
    competence_id: int | None = None
    competence_key: str | None = None
    talk_id: int | None = None
    is_from_talk: bool = False
    event_id: int | None = None

    @property
    def happens_on(self) -> dt.date | None:
        """The day of an event, or of the date that the person has chosen or at which they have claimed a seat."""
        return clock.local(self.starts_at).date() if self.starts_at else None

    @property
    def ends_on(self) -> dt.date | None:
        """The day of the last meeting."""
        return clock.local(self.meetings[-1][1]).date() if self.meetings else None

    @property
    def more_days(self) -> tuple[dt.datetime, ...]:
        """When the meetings after the first one begin."""
        return tuple(starts_at for starts_at, _ in self.meetings[1:])

    @property
    def load(self) -> Load:
        """The step as the weeks see it: what happens on days of its own has its minutes there."""
        days = [clock.local(starts_at).date() for starts_at, _ in self.meetings]
        parts = shares(self.minutes, [ends_at - starts_at for starts_at, ends_at in self.meetings])
        return Load(self.id, self.minutes, tuple(zip(days, parts, strict=True)))

    @property
    def may_have_attended(self) -> bool:
        """Whether a seminar is over at which the person had a seat, and nobody but they can say if they were there."""
        is_over = bool(self.meetings) and self.meetings[-1][1] <= clock.now()
        has_seat = self.is_booked and not self.is_cancelled and self.format is Format.SEMINAR
        return has_seat and is_over and not self.is_noted and self.done_on is None

    @property
    def url(self) -> str | None:
        """The page of what the step points at, or on which it is done."""
        if self.kind is ItemKind.TALK:
            return f"/talks/{self.talk_id}" if self.talk_id and not self.done_on else "/talks"
        if self.kind is ItemKind.EVIDENCE:
            return "/competences/evidence" if self.done_on else f"/competences/evidence/new?{self._as_evidence}"
        return self.path or (f"/courses/{self.slug}" if self.slug else self.link)

    @property
    def _as_evidence(self) -> str:
        """What the form of a proof is filled in with."""
        asked = {"step": self.id, "title": self.title, "competence": self.competence_key, "level": self.target_level}
        return urlencode({name: value for name, value in asked.items() if value is not None})

    @property
    def is_ticked(self) -> bool:
        """Whether the person says themselves that it is done."""
        return is_ticked(self.kind)

    @property
    def is_untouched(self) -> bool:
        """Whether nobody has done anything with it or said anything about it since it was put into the plan."""
        is_bound = self.is_begun or self.is_booked or self.is_claimed or self.state is not ItemState.ACTIVE
        return not (is_bound or self.due_on or self.note or self.template or self.priority is not Priority.NORMAL)

    @property
    def needs_seat(self) -> bool:
        """Whether a date is chosen, but no seat claimed there."""
        is_over = self.starts_at is None or self.starts_at <= clock.now()
        return self.kind is ItemKind.SESSION and not (self.is_booked or self.is_claimed or self.is_cancelled or is_over)

    @property
    def can_move(self) -> bool:
        """Whether the person decides when it is done: not where it happens on a date."""
        return self.starts_at is None and not self.needs_date

    @property
    def needs_date(self) -> bool:
        """Whether it is a seminar for which the person has not chosen a date."""
        return self.format is Format.SEMINAR and self.starts_at is None

    @property
    def is_gone(self) -> bool:
        """Whether what the step points at is no longer there."""
        return self.kind in FROM_CATALOGUE and self.url is None


def open_steps(person_id: int) -> list[Step]:
    """What is still to do, in the person's order; one statement."""
    today = clock.today()
    return [step for step in steps_of(person_id) if not step.done_on and not is_past(step, today)]


def steps_of(person_id: int) -> list[Step]:
    """The steps of the person's plan in their order; one statement."""
    rows = db.session.execute(rows_of_steps(), {"person_id": person_id, "now": clock.now()})
    return [_step(list(found)) for _id, found in groupby(rows, key=lambda row: row.id)]


def movable_steps(person_id: int) -> list[Step]:
    """What can change places, in the person's order; one statement."""
    return [step for step in open_steps(person_id) if step.can_move]


def is_past(step: Step, today: dt.date) -> bool:
    """Whether the last day on which the step happens is over."""
    return step.may_have_attended or (step.ends_on is not None and step.ends_on < today)


def _meetings(rows: Sequence[Any]) -> Iterator[Meeting]:
    """When it happens: once, or on each of several days."""
    first = rows[0]
    if first.starts_at and clock.local(first.starts_at).date() != clock.local(first.ends_at).date() and first.meets_at:
        yield from ((row.meets_at, row.meets_until) for row in rows)
    elif first.starts_at:
        yield first.starts_at, first.ends_at


def _step(rows: Sequence[Any]) -> Step:
    """The step that these rows are of, one for each meeting."""
    row = rows[0]
    is_english = language() == "en"
    is_over = row.is_booked and row.course_id is None and row.ends_at < clock.now() and not row.is_cancelled
    took_part = row.is_booked and (row.attended or is_over)
    return Step(
        id=row.id,
        kind=row.kind,
        title=row.title,
        minutes=row.all_minutes,
        due_on=row.due_on,
        reason=row.reason,
        done_on=row.completed_on or (clock.local(row.ends_at).date() if took_part else row.done_on),
        course_id=row.course_id,
        slug=row.slug if row.is_offered or row.is_begun or row.is_booked else None,
        format=row.format,
        is_begun=row.is_begun,
        path=row.path,
        starts_at=row.starts_at,
        is_cancelled=row.is_cancelled,
        is_booked=row.is_booked,
        is_claimed=row.is_claimed,
        is_noted=row.is_noted,
        place=row.place,
        link=row.link,
        priority=row.priority,
        state=row.state,
        note=row.note,
        competence=row.competence_en if is_english else row.competence,
        target_level=row.target_level,
        template=row.template_en if is_english else row.template,
        meetings=tuple(_meetings(rows)),
        session_id=row.session_id,
        competence_id=row.competence_id,
        competence_key=row.competence_key,
        talk_id=row.talk_id,
        is_from_talk=row.is_from_talk,
        event_id=row.event_id,
    )
