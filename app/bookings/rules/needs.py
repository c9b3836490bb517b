"""How long it is known what somebody needs on the day."""

import datetime as dt

NEEDS_LAST = dt.timedelta(days=7)
"""So long after the end of a date; what people need is forgotten at once where their booking ends."""
