"""The days of a month, why the waitlist stands still, and who gets which part of a programme."""

from app.events.rules.agenda import (
    WHOLE,
    Month,
    by_day,
    line_sentence,
    month_named,
    resize_sentence,
    resized_sentences,
    taken_sentence,
)
from app.events.rules.wishes import Option, assign, points

__all__ = [
    "WHOLE",
    "Month",
    "Option",
    "assign",
    "by_day",
    "line_sentence",
    "month_named",
    "points",
    "resize_sentence",
    "resized_sentences",
    "taken_sentence",
]
