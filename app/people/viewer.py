"""Who is looking: the person, the units they lead today and the scopes of their roles, loaded once per request."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from flask import g
from flask_login import current_user
from sqlalchemy import Row

from app import clock
from app.db import db
from app.people import queries
from app.people.models import Person
from app.people.rules import Leading, Role, is_within

NOBODY = Leading()
ROLES = frozenset(Role)


@dataclass(frozen=True)
class Viewer:
    """What access needs to know about the person who is looking; it asks no database."""

    person: Person
    today: dt.date
    leading: Leading = NOBODY
    scopes: Mapping[Role, frozenset[str]] = field(default_factory=dict)
    marks: frozenset[str] = frozenset()
    """What upper packages know of the viewer: see `people.queries.MARKS`."""

    @property
    def is_leader(self) -> bool:
        """Whether the person heads a unit today, or stands in for its head."""
        return bool(self.leading.paths)

    def leads(self, person: Person) -> bool:
        """Whether the viewer leads this person today; nobody leads themselves."""
        return person.id != self.person.id and self.leading.covers(person.id, person.unit.path)

    def has(self, role: Role, *, path: str = "/") -> bool:
        """Whether the viewer has the role for a unit with this path; for the whole house if none is named."""
        return any(is_within(path, scope) for scope in self.scopes.get(role, ()))

    def has_anywhere(self, role: Role) -> bool:
        """Whether the viewer has the role for any unit."""
        return bool(self.scopes.get(role))


def viewer() -> Viewer | None:
    """The viewer of this request, or None where nobody is signed in."""
    if "viewer" not in g:
        g.viewer = _load()
    found: Viewer | None = g.viewer
    return found


def require_viewer() -> Viewer:
    """The viewer of a view that has a policy, where somebody is always signed in."""
    found = viewer()
    if found is None:
        raise LookupError("nobody is signed in")
    return found


def view_as(person: Person, today: dt.date) -> Viewer:
    """The viewer that this person is on that day; one statement, two for a leader."""
    return _view(person, today, db.session.execute(queries.offices_of(person.id, today)))


def _view(person: Person, today: dt.date, offices: Iterable[Row[str, str] | tuple[str, str]]) -> Viewer:
    led: set[str] = set()
    scopes: dict[Role, set[str]] = {}
    marks: set[str] = set()
    for kind, path in offices:
        if kind == queries.LEADS:
            led.add(path)
        elif kind in ROLES:
            scopes.setdefault(Role(kind), set()).add(path)
        else:
            marks.add(kind)
    frozen = {role: frozenset(paths) for role, paths in scopes.items()}
    return Viewer(person, today, _leading(led, today), frozen, frozenset(marks))


def _leading(paths: set[str], today: dt.date) -> Leading:
    if not paths:
        return NOBODY
    rows = db.session.execute(queries.heads_within(paths, today)).all()
    return Leading(frozenset(paths), {path: head for path, head, _ in rows}, {head: own for _, head, own in rows})


def _load() -> Viewer | None:
    if not current_user.is_authenticated:
        return None
    return _view(current_user.person, clock.today(), current_user.offices)
