"""What can be asked about editions."""

from app.courses.library import media_of
from app.studio.queries.checking import check, hints, keys_taken
from app.studio.queries.editions import (
    edition_of,
    editions_in_studio,
    history,
    latest_in_studio,
    listed,
    offered,
    open_edition,
    parts_in_studio,
    published,
    slugs_taken,
    titles,
    units_in_studio,
    waiting_for,
)

__all__ = [
    "check",
    "edition_of",
    "editions_in_studio",
    "hints",
    "history",
    "keys_taken",
    "latest_in_studio",
    "listed",
    "media_of",
    "offered",
    "open_edition",
    "parts_in_studio",
    "published",
    "slugs_taken",
    "titles",
    "units_in_studio",
    "waiting_for",
]
