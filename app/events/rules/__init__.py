"""What is decided about events, as plain values."""

from app.events.rules.agenda import (
    Month,
    by_day,
    month_named,
)
from app.events.rules.planning import (
    Text,
    scope_sentence,
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
from app.events.rules.series import (
    LEAST_DATES,
    MOST_DATES,
    Outlook,
    Pattern,
    Scope,
    TooMany,
    days_of,
    look_ahead,
    moved_days,
    read_rule,
    series_sentence,
    which_of,
)
from app.events.rules.wishes import Option, assign, points

__all__ = [
    "LEAST_DATES",
    "MOST_DATES",
    "BandKind",
    "BandText",
    "Change",
    "Choosing",
    "Month",
    "Option",
    "Outlook",
    "Pattern",
    "Scope",
    "SlotText",
    "Text",
    "TooMany",
    "Trouble",
    "assign",
    "by_day",
    "changes",
    "days_of",
    "from_plain",
    "look_ahead",
    "month_named",
    "moved_days",
    "points",
    "read_rule",
    "scope_sentence",
    "series_sentence",
    "to_plain",
    "troubles",
    "which_of",
]
