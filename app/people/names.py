"""People whom somebody names in a form, one on each line."""

from collections.abc import Sequence

from flask_babel import gettext as _

from app import clock
from app.db import db
from app.errors import Refused
from app.people.models import Person
from app.people.queries import people_called
from app.text.folding import bare


def names_in(typed: str) -> list[str]:
    """The names in a text, one on each line."""
    return [name for line in typed.splitlines() if (name := bare(line))]


def everybody_called(names: Sequence[str], *, most: int, field: str) -> list[Person]:
    """Who works here today under these names, addresses or numbers, in their order.

    Raises Refused at the field where there are more than `most`, or one is called by nobody or by several.
    """
    if len(names) > most:
        raise Refused(_("Please enter at most %(most)d people.", most=most), field)
    return [_called(name, field) for name in names]


def _called(name: str, field: str) -> Person:
    found = db.session.scalars(people_called(name, clock.today())).all()
    if not found:
        raise Refused(_("Nobody here is called “%(name)s”. Please write the full name.", name=name), field)
    if len(found) > 1:
        raise Refused(_("Several people are called “%(name)s”. Please enter the e-mail address.", name=name), field)
    return found[0]
