"""All that a course's page says besides its text."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.competences.queries import current_levels
from app.courses import rules
from app.courses.models import Course, Enrolment
from app.courses.queries.courses import Neighbour, Reached, Requirement, leads_to, others_of
from app.courses.queries.enrolments import stage_of
from app.courses.queries.qualifications import Bearing
from app.courses.queries.sessions import Date, dates_and_attendance
from app.courses.queries.units import Shown, Step, proofs_of, steps_of
from app.courses.queries.wishes import wants_date
from app.courses.rules import Format, Stage
from app.people.viewer import Viewer
from app.qualifications.rules import Effect


@dataclass(frozen=True)
class Overview:
    """A course as one person sees it."""

    enrolment: Enrolment | None
    reached: Sequence[Reached]
    levels: Mapping[int, int]
    steps: Sequence[Step]
    requirements: Sequence[Requirement]
    dates: Sequence[Date]
    others: Sequence[Neighbour]
    """What could come next; until the course is completed, what leads where it does."""
    proofs: Sequence[Shown] = ()
    bearings: Sequence[Bearing] = ()
    """What the course grants, renews and requires."""
    wants_date: bool = False
    """Whether the person is told as soon as a date is planned; asked only where there is none."""
    attended_on: dt.date | None = None
    """For a seminar not completed: the day of a date that is over and at which the person had a seat."""

    @property
    def stage(self) -> Stage:
        """Where the person stands."""
        return stage_of(self.enrolment)

    @property
    def completed_on(self) -> dt.date | None:
        """When the person completed the course."""
        return self.enrolment.completed_on if self.enrolment else None

    @property
    def was_noted(self) -> bool:
        """Whether others have noted that the person was there."""
        return self.enrolment is not None and self.enrolment.session_id is not None

    @property
    def next_step(self) -> Step | None:
        """Where the person goes on."""
        return rules.next_of(self.steps)

    @property
    def tests(self) -> list[tuple[Step, list[Shown]]]:
        """The tests that would show more than the person's levels of today, each with what it shows."""
        proofs = [one for one in self.proofs if one.level > self.levels.get(one.competence_id, 0)]
        each = ((step, [one for one in proofs if one.unit_id == step.id]) for step in self.steps)
        return [(step, shown) for step, shown in each if shown]

    @property
    def done(self) -> int:
        """How many units the person has finished."""
        return sum(step.is_done for step in self.steps)

    @property
    def required(self) -> list[Bearing]:
        """What must be held."""
        return [one for one in self.bearings if one.effect is Effect.REQUIRES]

    @property
    def given(self) -> list[Bearing]:
        """What it grants or renews."""
        return [one for one in self.bearings if one.effect is not Effect.REQUIRES]

    @property
    def is_repeated(self) -> bool:
        """Whether the person goes through it once more."""
        return self.enrolment is not None and self.enrolment.again_since is not None

    @property
    def is_worth_repeating(self) -> bool:
        """Whether what it gives can be renewed, for somebody who has completed it."""
        return bool(self.steps and self.completed_on) and any(one.is_worth_repeating for one in self.given)

    @property
    def left_before(self) -> bool:
        """Whether the person has not completed all courses that should be done before."""
        return any(course.stage is not Stage.DONE for course in self.requirements)

    @property
    def own_date(self) -> Date | None:
        """The next date at which the person has a claim on a seat."""
        return next((date for date in self.dates if date.state), None)


def overview(course: Course, viewer: Viewer, now: dt.datetime) -> Overview:
    """What a course leads to, asks for and offers, and where the person stands; five statements at most."""
    person_id = viewer.person.id
    is_self_paced = course.format is Format.SELF_PACED
    is_seminar = course.format is Format.SEMINAR
    is_completed = stage_of(course.way) is Stage.DONE
    steps = steps_of(course.id, person_id) if is_self_paced else []
    dates, attended_on = dates_and_attendance(viewer, course.id, now) if is_seminar else ([], None)
    requirements, others = others_of(course, person_id, is_completed=is_completed)
    reached, bearings = leads_to(course.id, person_id, viewer.today)
    return Overview(
        enrolment=course.way,
        reached=reached,
        levels=current_levels(person_id),
        steps=steps,
        proofs=proofs_of(course.id) if any(step.is_test for step in steps) else (),
        requirements=requirements,
        others=others,
        bearings=bearings,
        dates=dates,
        wants_date=is_seminar and not dates and wants_date(course.id, person_id),
        attended_on=attended_on if not is_completed else None,
    )
