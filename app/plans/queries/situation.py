"""Everything that decides about a person's proposal, put together."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from app.competences import queries as competences
from app.competences.queries import Chosen
from app.competences.rules import IMPORTANT, USUAL
from app.courses.rules import Format
from app.people.models import Person
from app.plans import rules
from app.plans.models import Proposal
from app.plans.optimiser import Aim, Answer, Case, Offer, PlanStep, Session
from app.plans.queries.offers import Catalogue, Dates, Facts, catalogue_for, dates_for, weekly_minutes_of
from app.plans.queries.steps import Step, is_past, steps_of
from app.plans.rules import Load, Pin, Proposed, Wish


@dataclass(frozen=True)
class Known:
    """What a page may have asked for already: the goal, the minutes a week, and the steps of the plan."""

    goal: Chosen
    weekly_minutes: int
    steps: Sequence[Step]


@dataclass(frozen=True)
class Situation:
    """The goal, the case as the optimiser takes it, what lines say about its courses and dates, and the open steps.

    `loose` are the courses that may leave the plan: those that the person has left out, and those that only a proposal
    has put there and with which nothing has been done.
    `planned_weekly` are the minutes a week of the plan; the case may have others.
    """

    goal: Chosen
    case: Case
    facts: Mapping[int, Facts]
    sessions: Mapping[int, Session]
    planned: frozenset[int]
    steps: tuple[Step, ...]
    others: int
    loose: frozenset[int]
    planned_weekly: int


def proposal_of(person_id: int) -> Select[Proposal]:
    """The person's proposal, with the task that makes it; no row before the first."""
    return select(Proposal).where(Proposal.person_id == person_id).options(joinedload(Proposal.task))


def situation_of(person: Person, proposal: Proposal | None, today: dt.date) -> Situation | None:
    """Where the person stands; None without a goal; at most eight statements."""
    goal = competences.goal_of(person.id)
    if goal is None:
        return None
    return situation_with(person, proposal, Known(goal, weekly_minutes_of(person.id), steps_of(person.id)), today)


def situation_with(person: Person, proposal: Proposal | None, known: Known, today: dt.date) -> Situation:
    """The same, where goal and steps are there already; five statements."""
    steps, weekly = known.steps, (proposal.weekly_minutes if proposal else None) or known.weekly_minutes
    planned = frozenset(step.course_id for step in steps if step.course_id is not None)
    left = tuple(step for step in steps if not step.done_on and not is_past(step, today))
    catalogue = catalogue_for(person.id)
    waiting = frozenset(step.course_id for step in steps if step.may_have_attended and step.course_id is not None)
    catalogue = replace(catalogue, completed=catalogue.completed | waiting)
    kept, dropped = _pins(proposal, catalogue)
    others = [step for step in left if step.course_id not in catalogue.facts.keys() | dropped]
    dates = dates_for(person, catalogue.minutes)
    previous = _previous(proposal, catalogue, planned)
    loose = _loose(proposal, left) | (dropped & planned)
    case = Case(
        levels=_expected(competences.current_levels(person.id), catalogue, waiting),
        aims=_aims(known.goal),
        weekly_minutes=weekly,
        weeks=proposal.weeks if proposal else rules.USUAL_WEEKS,
        first_monday=rules.first_week(today),
        offers=_offers(catalogue, dates, _chosen(left, loose.union(previous or ()))),
        completed=catalogue.completed,
        planned=planned & catalogue.facts.keys() - loose - dropped,
        kept=kept,
        dropped=dropped | (catalogue.left - kept - planned),
        busy=dates.busy,
        previous=previous,
        taken=_taken(others, weekly, today),
    )
    gap = (proposal.taken_over or {}).get("left", 0) if proposal else 0
    case = replace(case, promised=max(0, case.wanted - gap) if previous else 0)
    sessions = {session.id: session for found in dates.sessions.values() for session in found}
    minutes = sum(step.minutes for step in others)
    return Situation(known.goal, case, catalogue.facts, sessions, planned, left, minutes, loose, known.weekly_minutes)


def is_outdated(proposal: Proposal | None, situation: Situation) -> bool:
    """Whether something has changed that asks for a new proposal or, once it is taken over, for a repair."""
    if proposal is None or proposal.result is None:
        return False
    return proposal.fingerprint != rules.fingerprint(situation.case, proposal.taken_over)


def weeks_in_plan(situation: Situation, answer: Answer, today: dt.date) -> dict[int, dt.date]:
    """The Monday of the week in which each proposed course ends once it is taken over: as the plan will lay it out."""
    proposed = {step.course: _load(step, situation.sessions) for step in answer.steps}
    stays = [step for step in situation.steps if step.course_id in proposed or step.course_id not in situation.loose]
    loads = [(proposed.get(step.course_id or 0) or _own_load(step), step.due_on) for step in stays]
    there = {load.id: load for load, _ in loads if load is not None}
    wanted = {load.id: due_on for load, due_on in loads if load is not None}
    by_id = there | {load.id: load for load in proposed.values()}
    dated = [load for load in by_id.values() if load.days]
    weekly = situation.case.weekly_minutes

    def laid(order: Iterable[int]) -> list[Load]:
        return [*dated, *(by_id[one] for one in order)]

    days = {-step.course: rules.ends_by(situation.case, step) for step in answer.steps}
    after = {-course: [-other for other in found] for course, found in rules.followers(answer).items()}
    order = rules.with_proposed(
        [Wish(one, wanted[one]) for one, load in there.items() if not load.days],
        [Wish(load.id, days[load.id]) for load in proposed.values() if not load.days and load.id not in there],
        Proposed(days, after),
        lambda order: rules.lateness(laid(order), wanted, weekly, today),
    )
    weeks = rules.lay_out(laid(order), weekly, today)
    return {-placed.id: placed.ends_in for week in weeks for placed in week.steps if placed.id < 0}


def pinned(proposal: Proposal | None) -> dict[int, Pin]:
    """What the person has said about courses."""
    return {int(course): Pin(pin) for course, pin in proposal.pins.items()} if proposal else {}


def _aims(goal: Chosen) -> dict[int, Aim]:
    """What the goal asks for; a level of what matters most in it counts double."""
    return {
        competence: Aim(level, IMPORTANT if competence in goal.important else USUAL)
        for competence, level in goal.targets.items()
    }


def _pins(proposal: Proposal | None, catalogue: Catalogue) -> tuple[frozenset[int], frozenset[int]]:
    """What the person keeps of what is there, and what they have left out."""
    pins = pinned(proposal).items()
    kept = frozenset(course for course, pin in pins if pin is Pin.KEEP and course in catalogue.facts)
    return kept, frozenset(course for course, pin in pins if pin is Pin.DROP)


def _expected(levels: Mapping[int, int], catalogue: Catalogue, attended: Iterable[int]) -> dict[int, int]:
    """The levels, with those of seminars that are over, until the person says whether they were there."""
    found = dict(levels)
    for course in attended:
        for competence, (low, high) in catalogue.outcomes.get(course, {}).items():
            if low <= found.get(competence, 0) < high:
                found[competence] = high
    return found


def _previous(proposal: Proposal | None, catalogue: Catalogue, planned: frozenset[int]) -> dict[int, int | None] | None:
    """What was taken over and is still to do: what is finished or was taken out of the plan asks for no repair."""
    if proposal is None or not proposal.taken_over:
        return None
    steps: Mapping[str, Any] = proposal.taken_over["steps"]
    waiting = planned - catalogue.completed
    return {int(course): session for course, session in steps.items() if int(course) in waiting} or None


def _loose(proposal: Proposal | None, steps: Iterable[Step]) -> frozenset[int]:
    """The courses that only a proposal has put into the plan, as long as they stand there as it left them."""
    added = proposal.added if proposal else frozenset()
    return frozenset(
        step.course_id for step in steps if step.course_id and step.course_id in added and step.is_untouched
    )


def _own_load(step: Step) -> Load | None:
    """A step that is there as the weeks see it; none where its date is still to be chosen."""
    return None if step.needs_date else step.load


def _load(step: PlanStep, sessions: Mapping[int, Session]) -> Load:
    """A proposed course as the weeks see it; its number is negative, to tell it from the steps that are there."""
    meetings = sessions[step.session].meetings if step.session is not None else ()
    parts = rules.shares(step.minutes, [one.ends_at - one.starts_at for one in meetings])
    days = (one.starts_at.date() for one in meetings)
    return Load(-step.course, step.minutes, tuple(zip(days, parts, strict=True)))


def _taken(others: Iterable[Step], weekly: int, today: dt.date) -> tuple[int, ...]:
    """The minutes that other steps need in each week, as the plan lays them out."""
    first = rules.first_week(today)
    loads = [step.load for step in others if not step.needs_date]
    needed = {block.monday: block.minutes for block in rules.blocks(loads, weekly, today) if block.monday >= first}
    number = (max(needed) - first).days // 7 + 1 if needed else 0
    return tuple(needed.get(first + dt.timedelta(weeks=week), 0) for week in range(number))


def _chosen(steps: Iterable[Step], proposed: Collection[int]) -> dict[int, int]:
    """The dates that the person has chosen for seminars by hand; those of a proposal may move in the next one."""
    return {
        step.course_id: step.session_id
        for step in steps
        if step.course_id is not None and step.session_id is not None and step.course_id not in proposed
    }


def _dates_of(course: int, dates: Dates, chosen: Mapping[int, int]) -> tuple[Session, ...]:
    """The dates of a seminar: the one that was chosen where it still has a seat, else all."""
    sessions = dates.sessions.get(course, ())
    return tuple(one for one in sessions if one.id == chosen.get(course) and one.has_seats) or sessions


def _offers(catalogue: Catalogue, dates: Dates, chosen: Mapping[int, int]) -> tuple[Offer, ...]:
    return tuple(
        Offer(
            course,
            catalogue.minutes[course],
            catalogue.outcomes.get(course, {}),
            catalogue.required.get(course, frozenset()),
            facts.format is Format.SEMINAR,
            _dates_of(course, dates, chosen) if facts.format is Format.SEMINAR else (),
        )
        for course, facts in catalogue.facts.items()
    )
