"""Questions about evidence."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, Select, exists, or_, select
from sqlalchemy.orm import joinedload, selectinload

from app import clock
from app.competences.models import Evidence, EvidenceClaim, Inquiry
from app.competences.queries.inquiry import can_be_answered_by
from app.competences.queries.statement import standings
from app.competences.rules import Facts, InquiryStage, Word, judged_later
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


def outweighed(evidence: Collection[Evidence]) -> dict[int, dict[int, Word]]:
    """The newer assessments that stand against proofs of one person, by proof and competence; one statement."""
    today = clock.today()
    live = [one for one in evidence if one.withdrawn_at is None and not one.has_expired(today)]
    if not live:
        return {}
    now = standings(live[0].person_id)
    return {
        one.id: {
            claim.competence_id: word
            for claim in one.claims
            if (word := judged_later(claim.level, one.happened_on, now.get(claim.competence_id)))
        }
        for one in live
    }


def evidence_like(viewer: Viewer, facts: Facts) -> Select[Evidence]:
    """The live proof that says this: no two have the same title and day."""
    return live_evidence_of(viewer).where(Evidence.title == facts.title, Evidence.happened_on == facts.happened_on)


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
