"""Frameworks, profiles and statements."""

from app.competences.models.framework import Area, Competence, Framework, Level, LevelDescription
from app.competences.models.profile import Goal, Profile, ProfileFamily, Target
from app.competences.models.share import ShareStatement
from app.competences.models.statement import Statement

__all__ = [
    "Area",
    "Competence",
    "Framework",
    "Goal",
    "Level",
    "LevelDescription",
    "Profile",
    "ProfileFamily",
    "ShareStatement",
    "Statement",
    "Target",
]
