"""The editions that a pack takes along, and those that a pack is compared with."""

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, Select, exists, or_, select
from sqlalchemy.orm import aliased, selectinload

from app.db import db
from app.people.viewer import Viewer
from app.studio.models import Edition
from app.studio.queries.editions import is_latest, is_seen_by
from app.studio.rules import OPEN, EditionState


def packable(viewer: Viewer, words: Sequence[str] = (), slugs: Collection[str] | None = None) -> Select[Edition]:
    """Of each course the edition that the catalogue shows; where there is none, the latest, once it is whole."""
    named = (Edition.search_title.contains(word) for word in words)
    query = select(Edition).where(_is_shown_or_latest(), Edition.problem_count == 0, is_seen_by(viewer), *named)
    query = query.order_by(Edition.search_title, Edition.slug)
    return query if slugs is None else query.where(Edition.slug.in_(slugs))


def with_texts(query: Select[Edition]) -> list[Edition]:
    """The editions with all that they are made of; three statements."""
    return list(db.session.scalars(query.options(selectinload(Edition.parts), selectinload(Edition.files))))


def shown_or_latest(slugs: Collection[str]) -> dict[str, Edition]:
    """The editions that courses of a pack are compared with, by slug; three statements."""
    query = select(Edition).where(_is_shown_or_latest(), Edition.slug.in_(slugs))
    return {edition.slug: edition for edition in with_texts(query)}


def busy(slugs: Collection[str]) -> set[str]:
    """Those of these courses in which somebody writes at present."""
    return set(db.session.scalars(select(Edition.slug).where(Edition.slug.in_(slugs), Edition.state.in_(OPEN))))


def _is_shown_or_latest() -> ColumnElement[bool]:
    other = aliased(Edition)
    has_shown = exists().where(other.slug == Edition.slug, other.state == EditionState.PUBLISHED)
    return or_(Edition.state == EditionState.PUBLISHED, ~has_shown & is_latest())
