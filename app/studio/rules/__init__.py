"""What is decided about editions, as plain values."""

from app.studio.rules.changes import Changed, Line, Tone, changes
from app.studio.rules.editions import OPEN, EditionState, may_publish
from app.studio.rules.paths import COURSE_FILE, in_order, moved, new_path, slug_of, unit_paths
from app.studio.rules.questions import place_after, stepped

__all__ = [
    "COURSE_FILE",
    "OPEN",
    "Changed",
    "EditionState",
    "Line",
    "Tone",
    "changes",
    "in_order",
    "may_publish",
    "moved",
    "new_path",
    "place_after",
    "slug_of",
    "stepped",
    "unit_paths",
]
