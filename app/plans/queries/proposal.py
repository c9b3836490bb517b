"""The proposal in words: what to take, why, how long it takes, and what stays open."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy import and_, select

from app import clock
from app.competences import queries as competences
from app.competences.queries import Named
from app.competences.rules import Gap
from app.courses.models import Course, Enrolment, Outcome, Prerequisite
from app.courses.queries.catalogue import is_offered
from app.courses.rules import Format
from app.db import db
from app.plans import rules
from app.plans.models import Plan, PlanItem
from app.plans.queries.steps import claimed_dates
from app.plans.rules import Gain, Load, Offer, Proposal, ProposedStep

USUAL_WEEKLY_MINUTES = 60
MOST_OFFERS = 20


@dataclass(frozen=True)
class Facts:
    """What a line says about a course."""

    slug: str
    title: str
    format: Format


@dataclass(frozen=True)
class LeadsTo:
    """A course that leads from a level to another in one competence."""

    slug: str
    title: str
    minutes: int
    from_level: int
    to_level: int


@dataclass(frozen=True)
class ProposedCourse:
    """A step of the proposal with its reason, and the week in which it would end; a seminar has none without a date."""

    course_id: int
    slug: str
    title: str
    format: Format
    minutes: int
    reason: str
    gain: Gain | None
    ends_in: dt.date | None
    starts_at: dt.datetime | None


@dataclass(frozen=True)
class Suggestion:
    """A proposal as its page shows it."""

    goal: str
    weekly_minutes: int
    steps: tuple[ProposedCourse, ...]
    open: tuple[tuple[Named, Gap], ...]
    later: tuple[tuple[Named, Gap, Facts, int], ...]
    planned: int
    before: float
    after: float

    @property
    def minutes(self) -> int:
        """All steps together."""
        return sum(step.minutes for step in self.steps)

    @property
    def last_week(self) -> dt.date | None:
        """The Monday of the week in which the last step ends; None where all steps still need a date."""
        return max((step.ends_in for step in self.steps if step.ends_in), default=None)

    @property
    def undated(self) -> int:
        """For how many seminars a date is still to be chosen."""
        return sum(step.ends_in is None for step in self.steps)


def suggestion_for(person_id: int, today: dt.date) -> Suggestion | None:
    """The proposal towards the person's goal; None without a goal; at most nine statements."""
    goal = competences.goal_of(person_id)
    if goal is None:
        return None
    weekly, planned = _plan(person_id)
    facts, offers = offers_for()
    found = rules.propose(
        goal.targets,
        competences.current_levels(person_id),
        offers,
        planned=planned,
        completed=_completed(person_id),
    )
    names = {one.id: one for one in competences.named(goal.targets.keys())} if goal.targets else {}
    steps = _courses(found.steps, facts, names, _Calendar(person_id, found.steps, facts, weekly, today))
    still_open = tuple((names[gap.competence], gap) for gap in found.open if gap.competence not in found.later)
    later = tuple(_later(gap, found, facts, names) for gap in found.open if gap.competence in found.later)
    return Suggestion(goal.title, weekly, steps, still_open, later, len(planned), found.before, found.after)


def offers_for() -> tuple[dict[int, Facts], list[Offer]]:
    """Every course of the catalogue, for a line and for the rule; two statements."""
    query = (
        select(
            Course.id,
            Course.slug,
            Course.title,
            Course.format,
            Course.effort_minutes,
            Outcome.competence_id,
            Outcome.from_level,
            Outcome.to_level,
        )
        .outerjoin(Outcome, Outcome.course_id == Course.id)
        .where(is_offered())
        .order_by(Course.id)
    )
    facts: dict[int, Facts] = {}
    minutes: dict[int, int] = {}
    outcomes: dict[int, dict[int, tuple[int, int]]] = {}
    for course_id, slug, title, format_, effort, competence_id, low, high in db.session.execute(query):
        facts[course_id] = Facts(slug, title, format_)
        minutes[course_id] = effort
        if competence_id is not None:
            outcomes.setdefault(course_id, {})[competence_id] = (low, high)
    required: dict[int, set[int]] = {}
    for course_id, required_id in db.session.execute(select(Prerequisite.course_id, Prerequisite.required_id)):
        required.setdefault(course_id, set()).add(required_id)
    return facts, [Offer(one, minutes[one], outcomes.get(one, {}), frozenset(required.get(one, ()))) for one in facts]


def courses_leading_to(competence_id: int) -> list[LeadsTo]:
    """The courses of the catalogue that lead upwards in a competence, lowest first; one statement."""
    query = (
        select(Course.slug, Course.title, Course.effort_minutes, Outcome.from_level, Outcome.to_level)
        .join(Outcome, Outcome.course_id == Course.id)
        .where(Outcome.competence_id == competence_id, is_offered())
        .order_by(Outcome.from_level, Outcome.to_level, Course.title)
        .limit(MOST_OFFERS)
    )
    return [LeadsTo(*row) for row in db.session.execute(query)]


def _plan(person_id: int) -> tuple[int, list[int]]:
    """The minutes a week, and the courses of the plan in order."""
    query = (
        select(Plan.weekly_minutes, PlanItem.course_id)
        .outerjoin(
            PlanItem,
            and_(PlanItem.plan_id == Plan.id, PlanItem.removed_at.is_(None), PlanItem.course_id.is_not(None)),
        )
        .where(Plan.person_id == person_id)
        .order_by(PlanItem.position, PlanItem.id)
    )
    rows = db.session.execute(query).all()
    return (rows[0][0] if rows else USUAL_WEEKLY_MINUTES), [course for _, course in rows if course is not None]


def _completed(person_id: int) -> set[int]:
    query = select(Enrolment.course_id).where(Enrolment.person_id == person_id, Enrolment.completed_on.is_not(None))
    return set(db.session.scalars(query))


class _Calendar:
    """When the steps of a proposal take place; seminars only on the dates that the person has claimed."""

    def __init__(
        self, person_id: int, steps: Sequence[ProposedStep], facts: Mapping[int, Facts], weekly: int, today: dt.date
    ) -> None:
        seminars = {step.course for step in steps if facts[step.course].format is Format.SEMINAR}
        claimed = claimed_dates(person_id) if seminars else {}
        self.dates = {course: claimed[course] for course in seminars if course in claimed}
        days = {course: clock.local(moment).date() for course, moment in self.dates.items()}
        loads = [
            Load(step.course, step.minutes, days.get(step.course))
            for step in steps
            if step.course not in seminars or step.course in days
        ]
        weeks = rules.lay_out(loads, weekly, today)
        self.ends = {one.id: one.ends_in for week in weeks for one in week.steps}


def _later(
    gap: Gap, found: Proposal, facts: Mapping[int, Facts], names: Mapping[int, Named]
) -> tuple[Named, Gap, Facts, int]:
    course, level = found.later[gap.competence]
    return names[gap.competence], gap, facts[course], level


def _courses(
    steps: Sequence[ProposedStep],
    facts: Mapping[int, Facts],
    names: Mapping[int, Named],
    calendar: "_Calendar",
) -> tuple[ProposedCourse, ...]:
    made = []
    for step in steps:
        course = facts[step.course]
        reason = _reason(step, facts, names)
        gain = max(step.gains, key=lambda one: one.to_level - one.from_level, default=None)
        made.append(
            ProposedCourse(
                step.course,
                course.slug,
                course.title,
                course.format,
                step.minutes,
                reason,
                gain,
                calendar.ends.get(step.course),
                calendar.dates.get(step.course),
            )
        )
    return tuple(made)


def _reason(step: ProposedStep, facts: Mapping[int, Facts], names: Mapping[int, Named]) -> str:
    """Why the step is there, in words."""
    sentences = [
        _(
            "Brings “%(competence)s” from level %(low)s to %(high)s; your goal asks for %(target)s.",
            competence=names[gain.competence].title,
            low=gain.from_level,
            high=gain.to_level,
            target=gain.target,
        )
        for gain in step.gains
    ]
    if step.needed_for is not None:
        sentences.append(_("You need it before “%(course)s”.", course=facts[step.needed_for].title))
    return " ".join(sentences)
