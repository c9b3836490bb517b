"""What people do with their plan."""

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
from app.plans.actions.proposal import KIND, accept, ask_instead, calculate, pin, solve

__all__ = [
    "DOWN",
    "KIND",
    "UP",
    "accept",
    "add_course",
    "add_event",
    "add_own_step",
    "ask_instead",
    "calculate",
    "move",
    "pin",
    "remove",
    "restore",
    "revise",
    "set_budget",
    "solve",
    "tick",
    "untick",
]
