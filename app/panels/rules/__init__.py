"""What is decided about teams that are a cross-section, as plain values."""

from app.panels.rules.draw import (
    TICKETS,
    Class,
    Composition,
    DrawList,
    drawn,
    order_of_replacement,
    read,
    tickets,
)
from app.panels.rules.groups import (
    FEWEST,
    LEVEL_NAMES,
    LEVELS,
    MOST,
    Gap,
    Level,
    Quota,
    Section,
    groups_of,
    left_over,
    section,
)
from app.panels.rules.team import Circle, Dates, Phase, Way, phase

__all__ = [
    "FEWEST",
    "LEVELS",
    "LEVEL_NAMES",
    "MOST",
    "TICKETS",
    "Circle",
    "Class",
    "Composition",
    "Dates",
    "DrawList",
    "Gap",
    "Level",
    "Phase",
    "Quota",
    "Section",
    "Way",
    "drawn",
    "groups_of",
    "left_over",
    "order_of_replacement",
    "phase",
    "read",
    "section",
    "tickets",
]
