"""Questions about profiles, goals, and how far a person is from one."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sqlalchemy import ColumnElement, Select, bindparam, case, exists, false, func, select, true
from sqlalchemy.orm import selectinload

from app.competences import rules
from app.competences.models import Goal, Profile, ProfileFamily, Target
from app.competences.queries.framework import Named, named
from app.competences.queries.statement import Levels
from app.competences.rules import Axis, Current, Freshness
from app.db import db
from app.people.models import Job, Person
from app.people.rules import Role
from app.people.viewer import Viewer
from app.text.language import language


@dataclass(frozen=True)
class Chosen:
    """The goal of a person."""

    profile_id: int
    title: str
    targets: Mapping[int, int]
    important: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Standing:
    """Where a person stands in one competence, and what the goal asks for."""

    competence: Named
    target: int | None
    current: Current | None
    lapsed_on: dt.date | None = None
    is_important: bool = False

    @property
    def held(self) -> int:
        """The level that counts; what nobody has said anything about counts as 0."""
        return self.current.level if self.current else 0

    @property
    def gap(self) -> int:
        """Missing levels."""
        return max(0, (self.target or 0) - self.held)


@dataclass(frozen=True)
class Overview:
    """A person's competences at a glance: the lines, widest gap first, and the average of each area.

    With a goal the lines are what it asks for; `beyond` holds every other competence that has a level, or had one.
    """

    goal: Chosen | None
    lines: tuple[Standing, ...]
    axes: tuple[Axis, ...]
    beyond: tuple[Standing, ...] = ()

    @property
    def missing_levels(self) -> int:
        """Levels still to go, over all competences."""
        return sum(line.gap for line in self.lines)

    @property
    def missing_competences(self) -> int:
        """Competences in which something is missing."""
        return sum(line.gap > 0 for line in self.lines)

    @property
    def faded(self) -> int:
        """Competences whose level asks to be confirmed, or has expired."""
        return sum(
            line.lapsed_on is not None or (line.current is not None and line.current.freshness is Freshness.FADED)
            for line in self.lines
        )

    @property
    def unstated(self) -> int:
        """Competences about which nothing has been said."""
        return sum(line.current is None and line.lapsed_on is None for line in self.lines)


def has_goal(person_id: int) -> ColumnElement[bool]:
    """Whether the person has chosen what to work towards, as part of a statement."""
    return exists().where(Goal.person_id == person_id)


def goal_of(person_id: int) -> Chosen | None:
    """What the person has chosen to work towards, with its targets and what matters most; one statement."""
    rows = db.session.execute(_goal(language() == "en"), {"person_id": person_id}).all()
    if not rows:
        return None
    targets = {competence: level for _, _, competence, level, _ in rows if competence is not None}
    important = frozenset(competence for _, _, competence, _, weight in rows if weight == rules.IMPORTANT)
    return Chosen(rows[0][0], rows[0][1], targets, important)


@cache
def _goal(english: bool) -> Select[int, str, int, int, int]:
    """Rows of (profile, title, competence, level, weight) for `person_id`; put together once."""
    title = Profile.title_en if english else Profile.title
    return (
        select(Profile.id, title, Target.competence_id, Target.level, Target.weight)
        .join(Goal, Goal.profile_id == Profile.id)
        .join(Target, Target.profile_id == Profile.id, isouter=True)
        .where(Goal.person_id == bindparam("person_id"))
    )


def overview(goal: Chosen | None, levels: Levels) -> Overview:
    """Where a person stands: in each competence of the goal, and in each other that has a level; one statement."""
    held, lapsed = levels.held, levels.lapsed
    targets = goal.targets if goal else {}
    important = goal.important if goal else frozenset()
    ids = targets.keys() | held.keys() | lapsed.keys()
    every = [
        Standing(one, targets.get(one.id), held.get(one.id), lapsed.get(one.id), one.id in important)
        for one in (named(ids) if ids else [])
    ]
    lines = [line for line in every if line.target is not None] if goal else every
    highest = max((line.competence.highest for line in lines), default=0)
    axes = rules.averages(((line.competence.area, line.target or 0, line.held) for line in lines), highest)
    ordered = sorted(lines, key=lambda line: (-line.gap, not line.is_important, -(line.target or 0)))
    beyond = tuple(line for line in every if line.target is None) if goal else ()
    return Overview(goal, tuple(ordered), tuple(axes), beyond)


_BY_KIND = case({kind: place for place, kind in enumerate(rules.KINDS_IN_ORDER)}, value=Profile.kind)


def profiles_in_use(first: int | None = None) -> Select[Profile]:
    """Every profile that can be chosen, with what it asks for: the one proposed, then by kind and title."""
    return (
        select(Profile)
        .where(Profile.retired_at.is_(None))
        .options(selectinload(Profile.targets).joinedload(Target.competence))
        .order_by(case((Profile.id == first, 0), else_=1), _BY_KIND, Profile.title, Profile.id)
    )


def profile_of_job(person: Person) -> int | None:
    """The id of the profile that the person's family of jobs asks for."""
    query = (
        select(ProfileFamily.profile_id)
        .join(Job, Job.family_id == ProfileFamily.family_id)
        .join(Profile, Profile.id == ProfileFamily.profile_id)
        .where(Job.id == person.job_id, Profile.retired_at.is_(None))
    )
    return db.session.scalar(query)


def profiles_in_studio(viewer: Viewer) -> Select[Profile]:
    """All profiles with targets and families, those in use first; for whoever may see the Studio."""
    return (
        select(Profile)
        .where(true() if viewer.has_anywhere(Role.HR) else false())
        .options(selectinload(Profile.targets), selectinload(Profile.families))
        .order_by(Profile.retired_at.is_not(None), Profile.title, Profile.id)
    )


def people_with_goal(profile_id: int) -> int:
    """How many people work towards a profile."""
    return db.session.scalar(select(func.count()).where(Goal.profile_id == profile_id)) or 0
