"""Review and publication: nobody publishes alone what they have written."""

from flask_babel import gettext as _
from sqlalchemy import select

from app import clock
from app.activity.actions import record
from app.courses import library
from app.courses.models import Course
from app.db import db
from app.errors import Refused
from app.people.models import Person
from app.studio import queries
from app.studio.actions.checked import check_again
from app.studio.models import Edition
from app.studio.rules import EditionState, may_publish


def submit(edition: Edition, *, by: Person, note: str) -> None:
    """Hand a draft over to another developer; until then nobody changes it."""
    _take(edition, EditionState.DRAFT)
    if check_again(edition) is None:
        raise Refused(_("There is still something to do in this draft. It stands under “Check”."))
    edition.state, edition.note, edition.answer = EditionState.REVIEW, note, ""
    record(by, "studio.draft-submitted", edition, number=edition.number)
    db.session.flush()


def send_back(edition: Edition, *, by: Person, answer: str) -> None:
    """Let the author go on: what is missing stands in the answer. The author may also take it back."""
    _take(edition, EditionState.REVIEW)
    edition.state, edition.answer, edition.reviewer_id = EditionState.DRAFT, answer, by.id
    record(by, "studio.draft-returned", edition, number=edition.number)
    db.session.flush()


def publish(edition: Edition, *, by: Person, answer: str) -> None:
    """Let the catalogue show this edition; the one before it stays and can be restored."""
    _take(edition, EditionState.REVIEW)
    if not may_publish(edition.author_id, by.id):
        raise Refused(_("You have written in this edition yourself, so another developer publishes it."))
    course = check_again(edition)
    if course is None:
        raise Refused(_("Something does not fit any more since the draft was handed over. It stands under “Check”."))
    now = clock.now()
    _replace(edition.slug)
    edition.state, edition.answer, edition.reviewer_id, edition.published_at = (
        EditionState.PUBLISHED,
        answer,
        by.id,
        now,
    )
    library.publish(course, edition.files, now)
    record(by, "studio.published", edition, number=edition.number)
    db.session.flush()


def retire(latest: Edition, *, by: Person) -> None:
    """Offer a course no more; whoever has begun it keeps what they have reached."""
    shown = queries.published(latest.slug)
    course = db.session.scalar(select(Course).where(Course.slug == latest.slug))
    if shown is None or course is None:
        raise Refused(_("The catalogue does not offer this course at present."))
    now = clock.now()
    _replace(latest.slug)
    course.retired_at = course.edited_at = now
    record(by, "studio.retired", shown, number=shown.number)
    db.session.flush()


def offer_again(latest: Edition, *, by: Person) -> None:
    """Let the catalogue offer a retired course again, as its last published edition has it."""
    _take(latest, EditionState.RETIRED)
    course = check_again(latest)
    if course is None:
        raise Refused(_("Something does not fit any more. Begin a draft: it names what is to be done."))
    library.publish(course, latest.files, clock.now())
    latest.state = EditionState.PUBLISHED
    record(by, "studio.offered-again", latest, number=latest.number)
    db.session.flush()


def _take(edition: Edition, expected: EditionState) -> None:
    db.session.refresh(edition, with_for_update={"of": Edition})
    if edition.state is not expected:
        raise Refused(_("Somebody else was quicker: this edition is in another state by now. Please look at it again."))


def _replace(slug: str) -> None:
    """Let the edition that the catalogue shows make room."""
    shown = queries.published(slug)
    if shown is not None:
        shown.state = EditionState.RETIRED
        db.session.flush()
