"""The fair draw: how many tickets each possible team has, so that the smallest chance is as large as possible.

Nothing of a person goes in but the groups they belong to; it knows no database.
"""

from app.panels.lottery.case import Case, Seats
from app.panels.lottery.concerns import (
    FEWEST_IN_GROUP,
    Change,
    Conflict,
    Singled,
    conflict,
    singled_out,
    small_groups,
)
from app.panels.lottery.leximin import Impossible, Lottery, fairest
from app.panels.lottery.replacement import next_up
from app.panels.lottery.teams import Teams, is_possible

__all__ = [
    "FEWEST_IN_GROUP",
    "Case",
    "Change",
    "Conflict",
    "Impossible",
    "Lottery",
    "Seats",
    "Singled",
    "Teams",
    "conflict",
    "fairest",
    "is_possible",
    "next_up",
    "singled_out",
    "small_groups",
]
