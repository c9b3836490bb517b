"""The words that mean the same in the search."""

from flask_babel import gettext as _
from sqlalchemy import select

from app import clock
from app.activity.actions import record
from app.courses.models import Synonyms
from app.courses.rules import BadLine, groups
from app.db import db
from app.errors import Refused
from app.people.models import Person


def edit_synonyms(*, text: str, seen: str, by: Person) -> Synonyms:
    """Take over the whole list; raises Refused where a line is no group, or somebody else was quicker.

    `seen` is the list as it was when the page was opened.
    """
    row = db.session.scalars(select(Synonyms).with_for_update()).one_or_none() or Synonyms(text="")
    if _plain(seen) != _plain(row.text):
        raise Refused(_("Somebody else has changed the list in the meantime. What is stored now stands below."))
    try:
        groups(text)
    except BadLine as bad:
        raise Refused(
            _("Line %(number)s: please write two words or more, with = between them.", number=bad.number), "text"
        ) from bad
    row.text, row.edited_at = _plain(text), clock.now()
    db.session.add(row)
    db.session.flush()
    record(by, "courses.synonyms-edited", row)
    return row


def _plain(text: str) -> str:
    """The list with the ends of lines that are stored, not those of a browser's form."""
    return text.replace("\r\n", "\n").strip()
