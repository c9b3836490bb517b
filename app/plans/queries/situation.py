"""Everything that decides about a person's proposal, put together."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from app.competences import queries as competences
from app.competences.queries import Chosen
from app.courses.rules import Format
from app.people.models import Person
from app.plans import rules
from app.plans.models import Proposal
from app.plans.optimiser import Aim, Case, Offer, Session
from app.plans.queries.offers import Catalogue, Dates, Facts, catalogue_for, dates_for, planned_courses
from app.plans.rules import Pin


@dataclass(frozen=True)
class Situation:
    """The goal, the case as the optimiser takes it, and what lines say about its courses and dates."""

    goal: Chosen
    case: Case
    facts: Mapping[int, Facts]
    sessions: Mapping[int, Session]
    planned: tuple[int, ...]


def proposal_of(person_id: int) -> Select[Proposal]:
    """The person's proposal, with the task that makes it; no row before the first."""
    return select(Proposal).where(Proposal.person_id == person_id).options(joinedload(Proposal.task))


def situation_of(person: Person, proposal: Proposal | None, today: dt.date) -> Situation | None:
    """Where the person stands; None without a goal; at most seven statements."""
    goal = competences.goal_of(person.id)
    if goal is None:
        return None
    weekly, planned = planned_courses(person.id)
    catalogue = catalogue_for(person.id)
    dates = dates_for(person, catalogue.minutes)
    pins = pinned(proposal)
    previous = _previous(proposal, catalogue, frozenset(planned))
    kept = frozenset(course for course, pin in pins.items() if pin is Pin.KEEP and course in catalogue.facts)
    dropped = frozenset(course for course, pin in pins.items() if pin is Pin.DROP)
    case = Case(
        levels=competences.current_levels(person.id),
        aims={competence: Aim(level) for competence, level in goal.targets.items()},
        weekly_minutes=weekly,
        weeks=proposal.weeks if proposal else rules.USUAL_WEEKS,
        first_monday=rules.first_week(today),
        offers=_offers(catalogue, dates),
        completed=catalogue.completed,
        planned=frozenset(planned) & catalogue.facts.keys() - (previous or {}).keys() - dropped,
        kept=kept,
        dropped=dropped | (catalogue.left - kept - set(planned)),
        busy=dates.busy,
        previous=previous,
    )
    left = (proposal.accepted or {}).get("left", 0) if proposal else 0
    case = replace(case, promised=max(0, case.wanted - left) if previous else 0)
    sessions = {session.id: session for found in dates.sessions.values() for session in found}
    return Situation(goal, case, catalogue.facts, sessions, tuple(planned))


def pinned(proposal: Proposal | None) -> dict[int, Pin]:
    """What the person has said about courses."""
    return {int(course): Pin(pin) for course, pin in proposal.pins.items()} if proposal else {}


def _previous(proposal: Proposal | None, catalogue: Catalogue, planned: frozenset[int]) -> dict[int, int | None] | None:
    """What was taken over and is still to do: what is finished or was taken out of the plan asks for no repair."""
    if proposal is None or not proposal.accepted:
        return None
    steps: Mapping[str, Any] = proposal.accepted["steps"]
    waiting = planned - catalogue.completed
    return {int(course): session for course, session in steps.items() if int(course) in waiting} or None


def _offers(catalogue: Catalogue, dates: Dates) -> tuple[Offer, ...]:
    return tuple(
        Offer(
            course,
            catalogue.minutes[course],
            catalogue.outcomes.get(course, {}),
            catalogue.required.get(course, frozenset()),
            facts.format is Format.SEMINAR,
            dates.sessions.get(course, ()) if facts.format is Format.SEMINAR else (),
        )
        for course, facts in catalogue.facts.items()
    )
