"""What is decided about editions, as plain values."""

from app.studio.rules.changes import Changed, Line, Tone, changes
from app.studio.rules.editions import OPEN, EditionState, may_publish
from app.studio.rules.files import CAPTIONS, changed_files, changed_names, file_name, line_for, mentions, words_in
from app.studio.rules.packs import Step, belongs, entry_name
from app.studio.rules.paths import COURSE_FILE, in_order, moved, new_path, slug_of, unit_paths
from app.studio.rules.questions import place_after, stepped

__all__ = [
    "CAPTIONS",
    "COURSE_FILE",
    "OPEN",
    "Changed",
    "EditionState",
    "Line",
    "Step",
    "Tone",
    "belongs",
    "changed_files",
    "changed_names",
    "changes",
    "entry_name",
    "file_name",
    "in_order",
    "line_for",
    "may_publish",
    "mentions",
    "moved",
    "new_path",
    "place_after",
    "slug_of",
    "stepped",
    "unit_paths",
    "words_in",
]
