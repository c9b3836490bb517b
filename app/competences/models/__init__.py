"""Frameworks, profiles and statements."""

from app.competences.models.framework import Area, Competence, CompetenceLink, Framework, Level, LevelDescription
from app.competences.models.profile import Goal, Profile, ProfileFamily, Target
from app.competences.models.statement import Statement

__all__ = [
    "Area",
    "Competence",
    "CompetenceLink",
    "Framework",
    "Goal",
    "Level",
    "LevelDescription",
    "Profile",
    "ProfileFamily",
    "Statement",
    "Target",
]
