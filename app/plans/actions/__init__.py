"""What people do with their plan."""

from app.plans.actions import buddy, practice, review, talk
from app.plans.actions.plan import (
    DOWN,
    UP,
    add_course,
    add_event,
    add_own_step,
    move,
    remove,
    restore,
    revise,
    set_budget,
    tick,
    untick,
)
from app.plans.actions.proposal import accept

__all__ = [
    "DOWN",
    "UP",
    "accept",
    "add_course",
    "add_event",
    "add_own_step",
    "buddy",
    "move",
    "practice",
    "remove",
    "restore",
    "review",
    "revise",
    "set_budget",
    "talk",
    "tick",
    "untick",
]
