"""Editions: those that somebody may see, the latest of each course, and what came before."""

from collections.abc import Collection, Sequence

from sqlalchemy import ColumnElement, Select, case, false, func, select, true
from sqlalchemy.orm import aliased, contains_eager, joinedload, selectinload

from app.courses.models import Course
from app.db import db
from app.people.rules import Role
from app.people.viewer import Viewer
from app.studio.models import Edition, Part
from app.studio.rules import COURSE_FILE, OPEN, EditionState

MOST_WAITING = 5
WAITING_FIRST = (EditionState.REVIEW, EditionState.DRAFT, EditionState.PUBLISHED, EditionState.RETIRED)


def editions_in_studio(viewer: Viewer) -> Select[Edition]:
    """Every edition, for developers."""
    people = (joinedload(Edition.author), joinedload(Edition.reviewer))
    return (
        select(Edition)
        .where(is_seen_by(viewer))
        .options(*people, selectinload(Edition.parts), selectinload(Edition.files))
    )


def latest_in_studio(viewer: Viewer) -> Select[Edition]:
    """The latest edition of every course."""
    return editions_in_studio(viewer).where(is_latest())


def parts_in_studio(viewer: Viewer) -> Select[Part]:
    """Every file of every edition, with its edition and the files beside it."""
    edition = contains_eager(Part.edition)
    whole = (edition.selectinload(Edition.parts), edition.selectinload(Edition.files))
    return (
        select(Part)
        .join(Part.edition)
        .where(is_seen_by(viewer))
        .options(*whole, edition.joinedload(Edition.author), joinedload(Part.author))
    )


def units_in_studio(viewer: Viewer) -> Select[Part]:
    """Every unit of every edition."""
    return parts_in_studio(viewer).where(Part.path != COURSE_FILE)


def listed(viewer: Viewer, words: Sequence[str], state: EditionState | None) -> Select[Edition]:
    """The latest edition of every course whose title has these words: what waits for a reader first, then drafts."""
    query = (
        select(Edition)
        .where(is_seen_by(viewer), is_latest(), *(Edition.search_title.contains(word) for word in words))
        .options(joinedload(Edition.author))
        .order_by(
            case({state: place for place, state in enumerate(WAITING_FIRST)}, value=Edition.state),
            case((Edition.state.in_(OPEN), Edition.changed_at), else_=None).desc(),
            Edition.search_title,
        )
    )
    return query.where(Edition.state == state) if state else query


def offered(slugs: Collection[str]) -> set[str]:
    """Those of these courses that the catalogue shows."""
    query = select(Edition.slug).where(Edition.slug.in_(slugs), Edition.state == EditionState.PUBLISHED)
    return set(db.session.scalars(query))


def waiting_for(viewer: Viewer) -> list[Edition]:
    """What waits for a reader and was not written by the viewer, the longest wait first; one statement."""
    query = select(Edition).where(
        Edition.state == EditionState.REVIEW, Edition.author_id.is_distinct_from(viewer.person.id)
    )
    return list(
        db.session.scalars(query.options(joinedload(Edition.author)).order_by(Edition.changed_at).limit(MOST_WAITING))
    )


def history(slug: str) -> list[Edition]:
    """The editions of a course, the latest first, without their texts."""
    query = select(Edition).where(Edition.slug == slug).order_by(Edition.number.desc())
    return list(db.session.scalars(query.options(joinedload(Edition.author), joinedload(Edition.reviewer))))


def edition_of(slug: str, number: int | None) -> Edition | None:
    """An edition by its number, with its texts."""
    return db.session.scalar(_whole().where(Edition.slug == slug, Edition.number == number))


def open_edition(slug: str) -> Edition | None:
    """The edition that is on its way, if there is one."""
    return db.session.scalar(_whole().where(Edition.slug == slug, Edition.state.in_(OPEN)))


def published(slug: str) -> Edition | None:
    """The edition that the catalogue shows, if there is one."""
    return db.session.scalar(_whole().where(Edition.slug == slug, Edition.state == EditionState.PUBLISHED))


def slugs_taken() -> set[str]:
    """The names that courses have or had."""
    return {*db.session.scalars(select(Edition.slug)), *db.session.scalars(select(Course.slug))}


def titles() -> list[tuple[str, str]]:
    """The slugs and titles of the courses that can come before another one."""
    return [
        (slug, title)
        for slug, title in db.session.execute(select(Course.slug, Course.title).where(Course.retired_at.is_(None)))
    ]


def _whole() -> Select[Edition]:
    return select(Edition).options(selectinload(Edition.parts), selectinload(Edition.files))


def is_seen_by(viewer: Viewer) -> ColumnElement[bool]:
    """Whether this viewer sees editions at all."""
    return true() if viewer.has_anywhere(Role.HR) else false()


def is_latest() -> ColumnElement[bool]:
    """Whether it is the last of its course."""
    other = aliased(Edition)
    highest = select(func.max(other.number)).where(other.slug == Edition.slug).scalar_subquery()
    return Edition.number == highest
