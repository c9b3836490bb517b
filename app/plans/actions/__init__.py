"""What people do with their plan."""

from app.plans.actions.plan import (
    DOWN,
    UP,
    add_course,
    add_event,
    add_own_step,
    choose_session,
    move,
    move_to,
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
    "choose_session",
    "move",
    "move_to",
    "remove",
    "restore",
    "revise",
    "set_budget",
    "tick",
    "untick",
]
