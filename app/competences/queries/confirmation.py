"""Which statements follow from evidence that nobody has confirmed, so that they are the person's own word alone."""

from sqlalchemy import ColumnElement, and_, exists

from app.competences.models import Evidence, EvidenceClaim, Inquiry, Statement
from app.competences.rules import InquiryStage, Kind


def is_unconfirmed() -> ColumnElement[bool]:
    """Whether the person hands in a proof or practice of their own, and nobody has confirmed it as it is now."""
    is_confirmed = exists().where(
        EvidenceClaim.statement_id == Statement.id,
        Evidence.id == EvidenceClaim.evidence_id,
        Inquiry.evidence_id == Evidence.id,
        Inquiry.evidence_version == Evidence.version,
        Inquiry.stage == InquiryStage.CONFIRMED,
    )
    return and_(Statement.kind.in_((Kind.PRACTICE, Kind.EXTERNAL)), ~is_confirmed)
