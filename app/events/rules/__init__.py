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
from app.events.rules.programme import (
    BandKind,
    BandText,
    Change,
    Choosing,
    SlotText,
    Trouble,
    changes,
    from_plain,
    to_plain,
    troubles,
)
from app.events.rules.wishes import Option, assign, points

__all__ = [
    "WHOLE",
    "BandKind",
    "BandText",
    "Change",
    "Choosing",
    "Month",
    "Option",
    "SlotText",
    "Trouble",
    "assign",
    "by_day",
    "changes",
    "from_plain",
    "line_sentence",
    "month_named",
    "points",
    "resize_sentence",
    "resized_sentences",
    "taken_sentence",
    "to_plain",
    "troubles",
]
