"""Writing in a draft: its files, and which units it has in which order."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _

from app import clock
from app.content.source import LONGEST, plain
from app.content.writing import new_text, rewritten
from app.courses.rules import SHORTEST_UNIT
from app.db import db
from app.errors import Refused
from app.people.models import Person
from app.studio import queries
from app.studio.actions.drafting import take_draft, touch
from app.studio.models import Edition, Part
from app.studio.rules import in_order, moved, new_path, slug_of, unit_paths

MOST_UNITS = 60


def write(part: Part, *, by: Person, revision: int, entries: Mapping[str, Any], body: str) -> None:
    """Write a file of a draft anew, unless somebody else has since this revision.

    A draft may be unfinished: what is missing or wrong is named, not refused.
    """
    take_draft(part.edition)
    db.session.refresh(part, with_for_update={"of": Part})
    if part.revision != revision:
        raise Refused(
            _("Somebody else has changed this in the meantime. Nothing was overwritten: compare both, then save again.")
        )
    text = rewritten(part.text, entries, body)
    if len(text.encode()) > LONGEST:
        raise Refused(_("The text is too long for one unit. Please divide it."), "body")
    if text != part.text:
        part.text, part.revision = text, part.revision + 1
        part.author_id, part.changed_at = by.id, clock.now()
        touch(part.edition, by)


def add_unit(edition: Edition, *, by: Person, title: str) -> Part:
    """Add a unit at the end; it gets the key by which everybody's progress in it is known from now on."""
    take_draft(edition)
    if len(edition.units) >= MOST_UNITS:
        raise Refused(_("A course has at most %(most)s units.", most=MOST_UNITS))
    key = slug_of(
        f"{edition.slug} {title}", queries.keys_taken() | {str(part.source.meta.get("id")) for part in edition.units}
    )
    text = new_text({"id": key, "title": plain(title), "minutes": SHORTEST_UNIT}, "")
    path = new_path(title, [part.path for part in edition.units])
    part = Part(path=path, text=text, revision=0, author_id=by.id, changed_at=clock.now())
    edition.parts.append(part)
    touch(edition, by)
    return part


def move_unit(part: Part, *, by: Person, before: Part | None) -> None:
    """Let a unit come before another one, or at the end."""
    take_draft(part.edition)
    order = unit_paths(part.edition.texts)
    _name(part.edition, in_order(moved(order, part.path, before.path if before else None)))
    touch(part.edition, by)


def remove_unit(part: Part, *, by: Person) -> None:
    """Take a unit out of the draft. Who has done it keeps that; earlier editions keep the text."""
    edition = part.edition
    take_draft(edition)
    edition.parts.remove(part)
    touch(edition, by)


def _name(edition: Edition, names: Mapping[str, str]) -> None:
    """Give files other names; in two steps, since one may get the name that another one still has."""
    changing = {part: names[part.path] for part in edition.parts if names.get(part.path, part.path) != part.path}
    for part in changing:
        part.path = f"~{part.path}"
    db.session.flush()
    for part, name in changing.items():
        part.path = name
    db.session.flush()
