"""Questions of the editor: frameworks of every state, and the tree of one."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, exists, false, func, or_, select, true
from sqlalchemy.orm import InstrumentedAttribute, contains_eager, joinedload, selectinload

from app.competences.models import Area, Competence, CompetenceLink, Framework, Profile, Statement, Target
from app.competences.rules import LinkKind, Stage
from app.db import db
from app.people.rules import Role
from app.people.viewer import Viewer


@dataclass(frozen=True)
class FrameworkLine:
    """A framework as the list of the Studio shows it."""

    framework: Framework
    competences: int


def frameworks_in_studio(viewer: Viewer) -> Select[Framework]:
    """All frameworks with their scales, in use first; for whoever may see the Studio."""
    return (
        select(Framework)
        .where(true() if viewer.has_anywhere(Role.HR) else false())
        .options(selectinload(Framework.levels), joinedload(Framework.predecessor))
        .order_by(Framework.stage == Stage.OUTDATED, Framework.position, Framework.id)
    )


def areas_in_studio(viewer: Viewer) -> Select[Area]:
    """All areas with their frameworks, for whoever may see the Studio."""
    return (
        select(Area)
        .join(Area.framework)
        .where(true() if viewer.has_anywhere(Role.HR) else false())
        .options(contains_eager(Area.framework))
    )


def competences_in_studio(viewer: Viewer) -> Select[Competence]:
    """All competences with scale and levels, for whoever may see the Studio."""
    framework = contains_eager(Competence.area).contains_eager(Area.framework)
    return (
        select(Competence)
        .join(Competence.area)
        .join(Area.framework)
        .where(true() if viewer.has_anywhere(Role.HR) else false())
        .options(framework.selectinload(Framework.levels), selectinload(Competence.descriptions))
    )


def framework_lines(frameworks: list[Framework]) -> list[FrameworkLine]:
    """Frameworks with the number of their competences in use; one statement."""
    query = (
        select(Area.framework_id, func.count())
        .join(Competence, Competence.area_id == Area.id)
        .where(Competence.retired_at.is_(None))
        .group_by(Area.framework_id)
    )
    counts = dict(db.session.execute(query).all())
    return [FrameworkLine(framework, counts.get(framework.id, 0)) for framework in frameworks]


def areas_of(framework_id: int) -> list[Area]:
    """The areas of a framework in order, each with its competences; two statements."""
    query = (
        select(Area)
        .where(Area.framework_id == framework_id)
        .options(selectinload(Area.competences))
        .order_by(Area.position, Area.id)
    )
    return list(db.session.scalars(query))


def areas_with_levels(framework_id: int) -> list[Area]:
    """The areas of a framework with their competences and the levels of these; three statements."""
    levels = selectinload(Area.competences).selectinload(Competence.descriptions)
    query = select(Area).where(Area.framework_id == framework_id).options(levels)
    return list(db.session.scalars(query.order_by(Area.position, Area.id)))


def has_statements(competence_id: int) -> bool:
    """Whether anybody has said anything about this competence."""
    return bool(db.session.scalar(select(exists().where(Statement.competence_id == competence_id))))


def profiles_asking_for(competence_id: int) -> list[Profile]:
    """The profiles in use that ask for this competence, by title."""
    query = (
        select(Profile)
        .join(Target, Target.profile_id == Profile.id)
        .where(Target.competence_id == competence_id, Profile.retired_at.is_(None))
        .order_by(Profile.title)
    )
    return list(db.session.scalars(query))


def links_of(competence_id: int) -> list[CompetenceLink]:
    """The links that lead away from a competence, each with its target and framework; one statement.

    Of a competence that had several versions only the one in use is named, from the same version the one that is there.
    """
    target = joinedload(CompetenceLink.target).joinedload(Competence.area).joinedload(Area.framework)
    query = select(CompetenceLink).where(
        CompetenceLink.from_id == competence_id, _stands(CompetenceLink.to_id, competence_id)
    )
    return sorted(db.session.scalars(query.options(target)), key=lambda link: (link.kind, link.target.title))


def links_to(competence_id: int) -> Sequence[CompetenceLink]:
    """The links that others have to a competence, without those of earlier versions; one statement."""
    source = joinedload(CompetenceLink.source).joinedload(Competence.area).joinedload(Area.framework)
    leads_here = CompetenceLink.to_id == competence_id, CompetenceLink.kind != LinkKind.REPLACED_BY
    query = select(CompetenceLink).where(*leads_here, _stands(CompetenceLink.from_id, competence_id))
    return db.session.scalars(query.order_by(CompetenceLink.from_id).options(source)).all()


def _stands(end: InstrumentedAttribute[int], competence_id: int) -> ColumnElement[bool]:
    """Whether the other end is in use, is prepared as the first version, or belongs to the same version."""
    own = select(Area.framework_id).join(Competence, Competence.area_id == Area.id)
    is_first = and_(Framework.stage == Stage.DRAFT, Framework.predecessor_id.is_(None))
    framework = or_(
        Framework.stage == Stage.PUBLISHED, is_first, Framework.id.in_(own.where(Competence.id == competence_id))
    )
    query = select(Competence.id).join(Competence.area).join(Area.framework)
    return end.in_(query.where(framework, Competence.retired_at.is_(None)))


def draft_of(framework_id: int) -> Framework | None:
    """The version that is being prepared to follow this one."""
    query = select(Framework).where(Framework.predecessor_id == framework_id, Framework.stage == Stage.DRAFT)
    return db.session.scalar(query)
