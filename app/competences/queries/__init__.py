"""Questions about frameworks, profiles, statements, and where a person stands."""

from app.competences.queries.framework import (
    Model,
    Named,
    Question,
    Step,
    competence_ids_of,
    competences,
    competences_in_order,
    competences_visible_to,
    highest_levels,
    models_in_use,
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
    "Model",
    "Named",
    "Overview",
    "Question",
    "Standing",
    "Step",
    "competence_ids_of",
    "competences",
    "competences_in_order",
    "competences_visible_to",
    "current_levels",
    "goal_of",
    "highest_levels",
    "holds",
    "is_about",
    "models_in_use",
    "named",
    "overview",
    "profile_of_job",
    "profiles_in_use",
    "questions",
    "standings",
    "statements_visible_to",
]
