"""Beginning a draft: of a new course, from what the catalogue shows, or from an earlier edition."""

from collections.abc import Mapping

from flask_babel import gettext as _
from sqlalchemy import func, select

from app import clock
from app.activity.actions import record
from app.content.writing import new_text
from app.courses.library import read_files
from app.courses.rules import Format, TargetGroup, Topic
from app.db import db
from app.errors import Refused
from app.people.models import Person
from app.studio import folder, queries
from app.studio.actions.checked import check_again
from app.studio.actions.files import let_go, stored
from app.studio.library import copies, texts_of
from app.studio.models import Edition, EditionFile, Part
from app.studio.rules import COURSE_FILE, EditionState, slug_of

RESERVED = {"new"}
"""Names that are pages of the Studio."""


def create(*, by: Person, title: str, format: Format, topic: Topic) -> Edition:
    """Begin a new course: a draft that says no more than its title."""
    slug = slug_of(title, queries.slugs_taken() | RESERVED)
    entries = {
        "title": title,
        "format": format.value,
        "topic": topic.value,
        "language": "de",
        "summary": "",
        "abilities": [],
        "audience": "",
        "target_groups": [TargetGroup.EVERYBODY.value],
    }
    edition = begin_with(slug, {COURSE_FILE: new_text(entries, "")}, [], by=by, base=None)
    record(by, "studio.course-begun", edition)
    return edition


def begin(latest: Edition, *, by: Person) -> Edition:
    """Begin a draft from what the catalogue shows; where one is on its way already, that one."""
    open_one = queries.open_edition(latest.slug)
    if open_one is not None:
        return open_one
    source = queries.published(latest.slug) or latest
    edition = begin_with(source.slug, source.texts, copies(source.files), by=by, base=source.number)
    record(by, "studio.draft-begun", edition, base=source.number)
    return edition


def restore(earlier: Edition, *, by: Person) -> Edition:
    """Begin a draft that says what an earlier edition said."""
    if queries.open_edition(earlier.slug) is not None:
        raise Refused(
            _("There is a draft of this course already. Publish or discard it first, so that nothing is lost.")
        )
    shown = queries.published(earlier.slug)
    base = shown.number if shown else earlier.number
    edition = begin_with(earlier.slug, earlier.texts, copies(earlier.files), by=by, base=base)
    record(by, "studio.edition-restored", edition, restored=earlier.number)
    return edition


def take_folder(shown: Edition, *, by: Person) -> Edition:
    """Begin a draft that says what the content folder says, where that is something else than what is published."""
    if folder.parted(shown) is None:
        raise Refused(_("The files say nothing else than the published edition, or a draft has been begun already."))
    reading, _problems = read_files(folder.root(), shown.slug)
    if not reading.courses:
        raise Refused(_("The files can’t be read. “flask content check” says what is wrong."))
    (course,) = reading.courses
    files = [stored(file) for file in course.files.values()]
    edition = begin_with(shown.slug, texts_of(course), files, by=by, base=shown.number)
    record(by, "studio.folder-taken", edition, base=shown.number)
    return edition


def discard(edition: Edition, *, by: Person) -> None:
    """Throw a draft away."""
    db.session.refresh(edition, with_for_update={"of": Edition})
    if not edition.is_open:
        raise Refused(_("This edition has been published and stays."))
    record(by, "studio.draft-discarded", edition, number=edition.number)
    files = list(edition.files)
    db.session.delete(edition)
    let_go(files)


def begin_with(
    slug: str, texts: Mapping[str, str], files: list[EditionFile], *, by: Person, base: int | None
) -> Edition:
    """A draft that says this, and shows these files."""
    now = clock.now()
    last = db.session.scalar(select(func.max(Edition.number)).where(Edition.slug == slug)) or 0
    edition = Edition(
        slug=slug,
        number=last + 1,
        state=EditionState.DRAFT,
        title="",
        search_title="",
        base=base,
        author_id=by.id,
        changed_at=now,
    )
    edition.parts = [Part(path=path, text=text, revision=0, changed_at=now) for path, text in texts.items()]
    edition.files = files
    db.session.add(edition)
    db.session.flush()
    check_again(edition)
    return edition
