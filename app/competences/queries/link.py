"""Along which links a level is read on another competence: where both mean the same, on the same scale."""

from sqlalchemy import ColumnElement, Select, Subquery, exists, select, union_all
from sqlalchemy.orm import InstrumentedAttribute

from app.competences.models import Area, Competence, CompetenceLink, Framework
from app.competences.rules import LinkKind, Stage


def carried_along() -> Subquery:
    """Rows of (stated, onto, merges): a level stated on the one competence is read on the other."""
    there = select(CompetenceLink.from_id.label("stated"), CompetenceLink.to_id.label("onto"), CompetenceLink.merges)
    back = select(CompetenceLink.to_id.label("stated"), CompetenceLink.from_id.label("onto"), CompetenceLink.merges)
    return union_all(
        there.where(CompetenceLink.carries),
        back.where(CompetenceLink.carries, CompetenceLink.kind == LinkKind.EXACT),
    ).subquery()


def carried_on() -> Subquery:
    """The same for what took the place of another in a new version, and nothing else: what a reader is let see."""
    pairs = select(CompetenceLink.from_id.label("stated"), CompetenceLink.to_id.label("onto"), CompetenceLink.merges)
    return pairs.where(CompetenceLink.carries, CompetenceLink.kind == LinkKind.REPLACED_BY).subquery()


def competences_not_outdated() -> Select[int]:
    """The ids of what is in use or being prepared, for links that lead there."""
    in_place = Competence.retired_at.is_(None), Framework.stage != Stage.OUTDATED
    return select(Competence.id).join(Competence.area).join(Area.framework).where(*in_place)


def successor_of(competence_id: int) -> Select[Competence]:
    """What has taken the place of a competence in a new version of its model."""
    replaces = CompetenceLink.from_id == competence_id, CompetenceLink.kind == LinkKind.REPLACED_BY
    return select(Competence).join(CompetenceLink, CompetenceLink.to_id == Competence.id).where(*replaces)


def is_replaced(competence_id: InstrumentedAttribute[int] | ColumnElement[int]) -> ColumnElement[bool]:
    """Whether another competence has taken the place of this one, and its levels are read there."""
    return exists().where(
        CompetenceLink.from_id == competence_id,
        CompetenceLink.kind == LinkKind.REPLACED_BY,
        CompetenceLink.carries,
    )
