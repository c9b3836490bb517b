"""Questions about frameworks, profiles, and where a person stands."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, exists, func, select
from sqlalchemy.orm import aliased, contains_eager, selectinload

from app.competences import rules
from app.competences.models import Area, Competence, Framework, Goal, Level, Profile, ProfileFamily, Statement, Target
from app.competences.rules import Current, Kind, Stage, Word
from app.db import db
from app.people.models import Job, Person
from app.people.viewer import Viewer
from app.text.language import language


@dataclass(frozen=True)
class Named:
    """A competence as a line shows it, in the language of the page."""

    id: int
    key: str
    title: str
    area_id: int
    area: str
    framework_id: int
    highest: int


@dataclass(frozen=True)
class Chosen:
    """The goal of a person."""

    profile_id: int
    title: str
    targets: Mapping[int, int]


@dataclass(frozen=True)
class Standing:
    """Where a person stands in one competence, and what the goal asks for."""

    competence: Named
    target: int | None
    current: Current | None

    @property
    def held(self) -> int:
        """The level that counts; what nobody has said anything about counts as 0."""
        return self.current.level if self.current else 0

    @property
    def gap(self) -> int:
        """Missing levels."""
        return max(0, (self.target or 0) - self.held)


def current_levels(person_id: int) -> dict[int, int]:
    """The levels by competence, as the person sees them; one statement."""
    return {competence: now.level for competence, now in standings(person_id).items()}


def standings(person_id: int) -> dict[int, Current]:
    """The level and its reason by competence, as the person sees them; one statement."""
    words: dict[int, list[Word]] = {}
    for competence_id, level, kind, day, sequence, source in db.session.execute(words_of(person_id)):
        words.setdefault(competence_id, []).append(Word(level, kind, day, sequence, source))
    found = {competence: rules.current(said) for competence, said in words.items()}
    return {competence: now for competence, now in found.items() if now}


def words_of(person_id: int) -> Select[int, int, Kind, dt.date, int, str | None]:
    """Rows of (competence, level, kind, day, sequence, source) of all that holds; nothing that was taken back."""
    return select(
        Statement.competence_id,
        Statement.level,
        Statement.kind,
        Statement.observed_on,
        Statement.id,
        Statement.source,
    ).where(Statement.person_id == person_id, holds())


def holds() -> ColumnElement[bool]:
    """Whether a statement is neither a retraction nor taken back by one."""
    later = aliased(Statement)
    return and_(Statement.retracts_id.is_(None), ~exists().where(later.retracts_id == Statement.id))


def statements_visible_to(viewer: Viewer) -> Select[Statement]:
    """The statements that the viewer may read: their own, newest first."""
    return (
        select(Statement)
        .where(Statement.person_id == viewer.person.id, holds())
        .order_by(Statement.observed_on.desc(), Statement.id.desc())
    )


def competences_in_order() -> Select[Competence]:
    """Every competence in use, with area and framework, in the order of the frameworks."""
    return (
        competences()
        .where(Competence.retired_at.is_(None), Framework.stage == Stage.PUBLISHED)
        .order_by(Framework.id, Area.position, Competence.position)
    )


def competences() -> Select[Competence]:
    """Every competence that may be seen, with area and framework; retired ones too, since statements name them."""
    return (
        select(Competence)
        .join(Competence.area)
        .join(Area.framework)
        .where(Framework.stage != Stage.DRAFT)
        .options(contains_eager(Competence.area).contains_eager(Area.framework))
    )


def competences_visible_to(_viewer: Viewer) -> Select[Competence]:
    """The competences that may be seen, each with its scale and the description of its levels."""
    scale = contains_eager(Competence.area).contains_eager(Area.framework).selectinload(Framework.levels)
    return competences().options(scale, selectinload(Competence.descriptions))


def named(ids: Collection[int] | None = None) -> list[Named]:
    """The competences in use with the names of this page's language; or only those asked for; one statement."""
    english = language() == "en"
    highest = select(func.max(Level.number)).where(Level.framework_id == Framework.id).scalar_subquery()
    query = (
        select(
            Competence.id,
            Competence.key,
            Competence.title_en if english else Competence.title,
            Area.id,
            Area.title_en if english else Area.title,
            Framework.id,
            highest,
        )
        .join(Competence.area)
        .join(Area.framework)
        .order_by(Framework.id, Area.position, Competence.position)
    )
    in_use = and_(Competence.retired_at.is_(None), Framework.stage == Stage.PUBLISHED)
    query = query.where(in_use if ids is None else Competence.id.in_(ids))
    return [Named(*row) for row in db.session.execute(query)]


def goal_of(person_id: int) -> Chosen | None:
    """What the person has chosen to work towards, with its targets; one statement."""
    title = Profile.title_en if language() == "en" else Profile.title
    query = (
        select(Profile.id, title, Target.competence_id, Target.level)
        .join(Goal, Goal.profile_id == Profile.id)
        .join(Target, Target.profile_id == Profile.id, isouter=True)
        .where(Goal.person_id == person_id)
    )
    rows = db.session.execute(query).all()
    if not rows:
        return None
    targets = {competence: level for _, _, competence, level in rows if competence is not None}
    return Chosen(rows[0][0], rows[0][1], targets)


def overview(goal: Chosen | None, held: Mapping[int, Current]) -> list[Standing]:
    """A line for each competence of the goal, widest gap first; without a goal, for each that has a level."""
    wanted = goal.targets if goal else dict.fromkeys(held, 0)
    if not wanted:
        return []
    lines = [Standing(one, goal.targets[one.id] if goal else None, held.get(one.id)) for one in named(wanted.keys())]
    return sorted(lines, key=lambda line: (-line.gap, -(line.target or 0)))


def profiles_in_use() -> Select[Profile]:
    """Every profile that can be chosen, with what it asks for, by title."""
    return (
        select(Profile)
        .where(Profile.retired_at.is_(None))
        .options(selectinload(Profile.targets).joinedload(Target.competence))
        .order_by(Profile.title, Profile.id)
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


def highest_levels(competence_ids: Iterable[int]) -> dict[int, int]:
    """The highest level of each of these competences that is in use."""
    query = (
        select(Competence.id, func.max(Level.number))
        .join(Competence.area)
        .join(Level, Level.framework_id == Area.framework_id)
        .where(Competence.id.in_(list(competence_ids)), Competence.retired_at.is_(None))
        .group_by(Competence.id)
    )
    return dict(db.session.execute(query).all())
