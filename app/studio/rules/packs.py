"""What a pack of courses may hold, and what an import would do with each course."""

import enum
import re

ENTRY = re.compile(r"courses/[a-z0-9-]{1,80}/(?:course\.md|units/\w[\w. -]{0,120}\.md|files/\w[\w. -]{0,120})")


class Step(enum.StrEnum):
    """What becomes of a course of a pack: a draft, nothing, or nothing since somebody is writing in it."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    BUSY = "busy"


def belongs(name: str) -> bool:
    """Whether a pack may hold an entry of this name: as files lie below content/."""
    return ENTRY.fullmatch(name) is not None


def entry_name(slug: str, path: str) -> str:
    """Where a file of a course lies in a pack."""
    return f"courses/{slug}/{path}"
