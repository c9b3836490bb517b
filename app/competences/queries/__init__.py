"""Questions about frameworks, profiles, statements, and where a person stands."""

from app.competences.queries.framework import (
    Named,
    Question,
    Step,
    competences,
    competences_in_order,
    competences_visible_to,
    highest_levels,
    named,
    questions,
)
from app.competences.queries.profile import (
    Chosen,
    Overview,
    Standing,
    goal_of,
    overview,
    profile_of_job,
    profiles_in_use,
)
from app.competences.queries.statement import (
    current_levels,
    holds,
    is_about,
    standings,
    statements_visible_to,
)

__all__ = [
    "Chosen",
    "Named",
    "Overview",
    "Question",
    "Standing",
    "Step",
    "competences",
    "competences_in_order",
    "competences_visible_to",
    "current_levels",
    "goal_of",
    "highest_levels",
    "holds",
    "is_about",
    "named",
    "overview",
    "profile_of_job",
    "profiles_in_use",
    "questions",
    "standings",
    "statements_visible_to",
]
