"""Letting somebody see one's profile as it is now."""

import datetime as dt

from flask_babel import gettext as _
from sqlalchemy import insert

from app.competences import queries
from app.competences.models import ShareStatement, Statement
from app.db import db
from app.errors import Refused
from app.notifications.actions import notify
from app.notifications.rules import Kind as Message
from app.people.actions import take_turns
from app.people.models import Person
from app.visibility import actions as visibility
from app.visibility.models import Share
from app.visibility.rules import ShareKind


def share_profile(person: Person, *, reader_id: int | None, contains_self: bool, last_day: dt.date | None) -> Share:
    """Let a reader see the statements of this moment until a day; self-assessments only if they say so."""
    take_turns(person)
    if last_day is None:
        raise Refused(_("Please choose the last day."), "last_day")
    reader = db.session.get(Person, reader_id or 0)
    if reader is None:
        raise Refused(_("Please choose somebody else who works here."), "reader_id")
    named = db.session.scalars(
        queries.statements_to_share(person.id, contains_self=contains_self).with_only_columns(Statement.id)
    ).all()
    if not named:
        raise Refused(_nothing(person, contains_self=contains_self), "contains_self")
    row = visibility.share(
        person,
        reader,
        ShareKind.PROFILE,
        thing_id=person.id,
        version=max(named),
        contains_self=contains_self,
        last=last_day,
    )
    db.session.execute(insert(ShareStatement), [{"share_id": row.id, "statement_id": number} for number in named])
    notify(
        reader,
        Message.PROFILE_SHARED,
        path=f"/team/shared/{row.id}",
        title=person.name,
        expires_at=(row.ends_at - dt.timedelta(minutes=1)).isoformat(),
    )
    db.session.flush()
    return row


def withdraw_share(row: Share, *, by: Person) -> Share:
    """End a share now."""
    return visibility.withdraw(row, by=by)


def _nothing(person: Person, *, contains_self: bool) -> str:
    own = (
        () if contains_self else db.session.scalars(queries.statements_to_share(person.id, contains_self=True).limit(1))
    )
    if any(own):
        return _("So far only you have said something. Please tick this too, or come back when others have.")
    return _("There is nothing to share yet.")
