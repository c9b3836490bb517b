"""The way of an edition: written, read by a second person, published, and replaced one day."""

import enum


class EditionState(enum.StrEnum):
    """Where an edition stands."""

    DRAFT = "draft"
    REVIEW = "review"
    PUBLISHED = "published"
    RETIRED = "retired"


OPEN = (EditionState.DRAFT, EditionState.REVIEW)
"""States of an edition on its way; a course has at most one."""


def may_publish(author_id: int | None, reader_id: int) -> bool:
    """Whether this person may publish it: four eyes, so nobody whose hand was the last in the text."""
    return author_id != reader_id
