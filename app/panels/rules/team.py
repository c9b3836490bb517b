"""How somebody came into a team, which circle they belong to, and where a draw stands."""

import datetime as dt
import enum
from dataclasses import dataclass


class Way(enum.StrEnum):
    """How somebody came into a team."""

    ASKED = "asked"
    DRAWN = "drawn"
    REPLACEMENT = "replacement"


class Circle(enum.StrEnum):
    """Who always comes, and who comes when they can."""

    CORE = "core"
    WIDER = "wider"


class Phase(enum.StrEnum):
    """Where the draw of a team stands."""

    NONE = "none"
    OPEN = "open"
    CLOSED = "closed"
    PUBLISHED = "published"
    DRAWN = "drawn"


@dataclass(frozen=True)
class Dates:
    """When volunteering ends, and on which day the seed comes to be."""

    closes_at: dt.datetime | None
    seed_on: dt.date | None
    published_at: dt.datetime | None = None
    drawn_at: dt.datetime | None = None


def phase(dates: Dates, now: dt.datetime) -> Phase:
    """Where the draw stands at this moment."""
    if dates.closes_at is None:
        return Phase.NONE
    if dates.drawn_at is not None:
        return Phase.DRAWN
    if dates.published_at is not None:
        return Phase.PUBLISHED
    return Phase.OPEN if now < dates.closes_at else Phase.CLOSED
