"""Frameworks, profiles, statements, evidence and inquiries."""

from app.competences.models.evidence import (
    Evidence,
    EvidenceClaim,
)
from app.competences.models.framework import (
    Area,
    Competence,
    CompetenceLink,
    Framework,
    Level,
    LevelDescription,
)
from app.competences.models.inquiry import (
    Inquiry,
    InquiryLine,
)
from app.competences.models.profile import (
    Goal,
    Profile,
    ProfileFamily,
    Target,
)
from app.competences.models.share import (
    ShareStatement,
)
from app.competences.models.statement import (
    Statement,
)

__all__ = [
    "Area",
    "Competence",
    "CompetenceLink",
    "Evidence",
    "EvidenceClaim",
    "Framework",
    "Goal",
    "Inquiry",
    "InquiryLine",
    "Level",
    "LevelDescription",
    "Profile",
    "ProfileFamily",
    "ShareStatement",
    "Statement",
    "Target",
]
