"""Questions before a new version is published: what changes, and whom it concerns."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import selectinload

from app.competences import rules
from app.competences.models import Area, Competence, Framework, Profile, Statement, Target
from app.competences.queries.link import carried_on
from app.competences.rules import Stage
from app.db import db


@dataclass(frozen=True)
class Effect:
    """Whom a change of these competences concerns: profiles by title, and people with statements as a band."""

    competence_ids: tuple[int, ...]
    profiles: tuple[Profile, ...]
    people: tuple[int, int | None]


def items_of(framework_id: int) -> list[rules.Item]:
    """The competences in use of a version, in order, with their words; two statements."""
    query = (
        select(Competence)
        .join(Competence.area)
        .where(Area.framework_id == framework_id, Competence.retired_at.is_(None))
        .options(selectinload(Competence.descriptions))
        .order_by(Area.position, Competence.position)
    )
    return [
        rules.Item(row.id, row.key, row.title, (row.title_en, row.body, *(one.behaviour for one in row.descriptions)))
        for row in db.session.scalars(query)
    ]


def changes_of(draft: Framework) -> list[rules.Change]:
    """What becomes of each competence of the version before; nothing for a first version."""
    if draft.predecessor_id is None:
        return []
    return rules.compare(items_of(draft.predecessor_id), items_of(draft.id))


def has_scale_of_predecessor(draft: Framework) -> bool:
    """Whether levels mean the same before and after; true for a first version."""
    if draft.predecessor is None:
        return True
    scales = [[(one.number, one.title) for one in framework.levels] for framework in (draft, draft.predecessor)]
    return scales[0] == scales[1]


def effect_in_use(framework: Framework, competence_ids: Collection[int] | None = None) -> Effect | None:
    """Whom other words concern, of these competences or all of the framework; None where it is a draft still."""
    if framework.stage is Stage.DRAFT:
        return None
    of_framework = select(Competence.id).join(Competence.area).where(Area.framework_id == framework.id)
    return effect_of(db.session.scalars(of_framework).all() if competence_ids is None else competence_ids)


def effect_of(competence_ids: Collection[int]) -> Effect:
    """Whom a change of these competences concerns, also by what was said of their versions before; two statements."""
    profiles = (
        select(Profile)
        .where(Profile.id.in_(select(Target.profile_id).where(Target.competence_id.in_(competence_ids))))
        .where(Profile.retired_at.is_(None))
        .order_by(Profile.title)
    )
    carried = carried_on()
    before = select(carried.c.stated).where(carried.c.onto.in_(competence_ids))
    is_read_here = Statement.competence_id.in_(competence_ids) | Statement.competence_id.in_(before)
    people = select(func.count(Statement.person_id.distinct())).where(is_read_here)
    band = rules.band(db.session.scalar(people) or 0)
    return Effect(tuple(competence_ids), tuple(db.session.scalars(profiles)), band)
