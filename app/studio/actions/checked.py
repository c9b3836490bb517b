"""What an edition knows about itself: its title, and how much is still wrong with it."""

from app.content.source import BadContent
from app.courses.library import CourseText
from app.db import db
from app.studio import queries
from app.studio.models import Edition
from app.text.folding import shadow


def check_again(edition: Edition) -> CourseText | None:
    """Take over the title and count the problems; the course as it would be published, where nothing is wrong."""
    course, problems = queries.check(edition)
    edition.title, edition.problem_count = title_of(edition), len(problems)
    edition.search_title = shadow(edition.title)
    db.session.flush()
    return None if problems else course


def title_of(edition: Edition) -> str:
    """What the course is called in this edition; its place in the address, where it has no title yet."""
    try:
        title = edition.course.source.meta.get("title") if edition.course else None
    except BadContent:
        title = None
    return str(title or "").strip() or edition.slug
