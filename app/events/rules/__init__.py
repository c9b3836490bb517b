"""What is decided about events, as plain values."""

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
from app.events.rules.link import link_from, shows_link
from app.events.rules.planning import (
    MOST_DAYS,
    Day,
    Text,
    calling_off_sentence,
    change_sentence,
    copied_by,
    day_faults,
    names_in,
    past_fault,
    spans_of,
    term_faults,
)

__all__ = [
    "MOST_DAYS",
    "WHOLE",
    "Day",
    "Month",
    "Text",
    "by_day",
    "calling_off_sentence",
    "change_sentence",
    "copied_by",
    "day_faults",
    "line_sentence",
    "link_from",
    "month_named",
    "names_in",
    "past_fault",
    "resize_sentence",
    "resized_sentences",
    "shows_link",
    "spans_of",
    "taken_sentence",
    "term_faults",
]
