"""Where a framework stands."""

import enum


class Stage(enum.StrEnum):
    """Where a framework stands."""

    DRAFT = "draft"
    PUBLISHED = "published"
    OUTDATED = "outdated"
