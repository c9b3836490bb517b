"""What can be asked about editions."""

from app.studio.queries.checking import check, check_together, hints, keys_taken
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
from app.studio.queries.files import Beside, beside, beside_of, files_in_studio, files_of, media_of
from app.studio.queries.packs import busy, packable, shown_or_latest, with_texts

__all__ = [
    "Beside",
    "beside",
    "beside_of",
    "busy",
    "check",
    "check_together",
    "edition_of",
    "editions_in_studio",
    "files_in_studio",
    "files_of",
    "hints",
    "history",
    "keys_taken",
    "latest_in_studio",
    "listed",
    "media_of",
    "offered",
    "open_edition",
    "packable",
    "parts_in_studio",
    "published",
    "shown_or_latest",
    "slugs_taken",
    "titles",
    "units_in_studio",
    "waiting_for",
    "with_texts",
]
