"""Questions about evidence."""

from sqlalchemy import ColumnElement, Select, exists, or_, select
from sqlalchemy.orm import joinedload, selectinload

from app.competences.models import Evidence, EvidenceClaim, Inquiry
from app.competences.queries.inquiry import can_be_answered_by
from app.competences.rules import InquiryStage
from app.db import db
from app.files.models import StoredFile
from app.people.viewer import Viewer


def evidence_of(viewer: Viewer) -> Select[Evidence]:
    """What the viewer has handed in, newest first; what is withdrawn comes last."""
    return (
        select(Evidence)
        .where(Evidence.person_id == viewer.person.id)
        .options(joinedload(Evidence.file), selectinload(Evidence.claims).joinedload(EvidenceClaim.competence))
        .order_by(Evidence.withdrawn_at.is_not(None), Evidence.happened_on.desc(), Evidence.id.desc())
    )


def evidence_behind(statement_id: int) -> Select[Evidence]:
    """The evidence from which a statement follows."""
    return select(Evidence).join(Evidence.claims).where(EvidenceClaim.statement_id == statement_id)


def live_evidence_of(viewer: Viewer) -> Select[Evidence]:
    """What the viewer has handed in and not withdrawn."""
    return evidence_of(viewer).where(Evidence.withdrawn_at.is_(None))


def withdrawn_evidence_of(viewer: Viewer) -> Select[Evidence]:
    """What the viewer has withdrawn."""
    return evidence_of(viewer).where(Evidence.withdrawn_at.is_not(None))


def evidence_with_file_visible_to(viewer: Viewer) -> Select[Evidence]:
    """Evidence whose file the viewer may fetch: their own, and what they are asked to confirm, while they are."""
    return (
        select(Evidence)
        .where(Evidence.file_id.is_not(None), or_(Evidence.person_id == viewer.person.id, _is_shown_to(viewer)))
        .options(joinedload(Evidence.file))
    )


def file_of(evidence: Evidence) -> StoredFile:
    """The file of evidence that has one."""
    if evidence.file is None:
        raise LookupError("this evidence has no file")
    return evidence.file


def _is_shown_to(viewer: Viewer) -> ColumnElement[bool]:
    return exists().where(Inquiry.evidence_id == Evidence.id, can_be_answered_by(viewer))


def inquiries_about(evidence: Evidence) -> Select[Inquiry]:
    """Whom the person has asked to confirm it, newest first."""
    return (
        select(Inquiry)
        .where(Inquiry.evidence_id == evidence.id)
        .options(joinedload(Inquiry.asked))
        .order_by(Inquiry.id.desc())
    )


def confirmed_among(evidence: list[Evidence]) -> set[int]:
    """The ids of those whose present version somebody has confirmed; one statement."""
    query = (
        select(Evidence.id)
        .join(Inquiry, Inquiry.evidence_id == Evidence.id)
        .where(
            Evidence.id.in_([one.id for one in evidence]),
            Inquiry.stage == InquiryStage.CONFIRMED,
            Inquiry.evidence_version == Evidence.version,
        )
    )
    return set(db.session.scalars(query))
