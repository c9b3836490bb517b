"""What can be done with rules, and what is said about duties."""

from app.mandatory.actions.reminder import (
    forget_reminders,
    remind,
)
from app.mandatory.actions.rule import (
    change,
    make,
    remove,
    switch_off,
    switch_on,
)

__all__ = [
    "change",
    "forget_reminders",
    "make",
    "remind",
    "remove",
    "switch_off",
    "switch_on",
]
