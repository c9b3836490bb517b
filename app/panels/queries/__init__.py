"""Questions about teams that are a cross-section."""

from app.panels.queries import draw
from app.panels.queries.panel import (
    Roster,
    Standing,
    asks_of,
    groups_of,
    levels_in_house,
    members_run_by,
    memberships_of,
    panels_run_by,
    panels_visible_to,
    roster,
    standings,
    units_of,
)

__all__ = [
    "Roster",
    "Standing",
    "asks_of",
    "draw",
    "groups_of",
    "levels_in_house",
    "members_run_by",
    "memberships_of",
    "panels_run_by",
    "panels_visible_to",
    "roster",
    "standings",
    "units_of",
]
