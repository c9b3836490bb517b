"""Telling people something, and sending what is due."""

import datetime as dt
import logging
from email.errors import MessageError
from typing import Any

from jinja2 import TemplateError
from sqlalchemy import Select, update

from app import clock
from app.db import db, short_transaction
from app.notifications import letters, queries
from app.notifications.models import Mail, Notice
from app.notifications.rules import Kind, MailStage, next_try
from app.notifications.transport import Post, Undelivered, Unreachable, open_post
from app.people.models import Person
from app.people.viewer import Viewer

HELD = dt.timedelta(minutes=5)
UNWRITABLE = (TemplateError, MessageError, ValueError)
MOST_AT_ONCE = 500
log = logging.getLogger(__name__)


def notify(
    person: Person,
    kind: Kind,
    *,
    path: str,
    who: str | None = None,
    asked_by: str | None = None,
    invitation: dict[str, Any] | None = None,
    **values: str | int | None,
) -> None:
    """Tell a person, in the app and by mail where they have an address; saved together with what it tells of.

    The path is the page it is about. Values are plain (moments in ISO form, named `…_at`); the sentence is made in the
    reader's language when it is read. `who` is the name of whoever it is about, `asked_by` of who asked for them: the
    app says them to whoever is signed in, a letter never learns them. `invitation` is for the person's calendar and
    goes with the letter.
    """
    now = clock.now()
    said = values | {name: value for name, value in (("who", who), ("asked_by", asked_by)) if value}
    db.session.add(Notice(person_id=person.id, kind=kind, values=said, path=path, at=now))
    if person.email:
        letter = Mail(person_id=person.id, kind=kind, values=values, path=path, invitation=invitation)
        letter.queued_at = letter.due_at = now
        db.session.add(letter)


def settle(readers: Select[Person], kind: Kind, **values: int) -> None:
    """Mark what these people were told about something as read: it is settled, whoever did it."""
    ids = readers.with_only_columns(Person.id).order_by(None)
    of_it = [Notice.values[name].as_integer() == value for name, value in values.items()]
    found = update(Notice).where(Notice.person_id.in_(ids), Notice.kind == kind, Notice.read_at.is_(None), *of_it)
    db.session.execute(found.values(read_at=clock.now()).execution_options(synchronize_session=False))


def mark_read(notice: Notice) -> Notice:
    """Put a read mark on one notice."""
    notice.read_at = notice.read_at or clock.now()
    db.session.flush()
    return notice


def mark_all_read(reader: Viewer) -> int:
    """Put a read mark on every notice of the person; returns how many had none."""
    now = clock.now()
    ids = queries.unread(reader).with_only_columns(Notice.id).order_by(None)
    marked = db.session.execute(update(Notice).where(Notice.id.in_(ids)).values(read_at=now).returning(Notice.id)).all()
    return len(marked)


def send_due() -> int:
    """Send every letter that is due, each in short transactions of its own; returns how many went out.

    A letter is held for a while before it is sent, so that it isn't lost when the process dies, and isn't sent by two.
    """
    sent = 0
    with open_post() as post:
        for _turn in range(MOST_AT_ONCE):
            mail = _hold_next()
            if mail is None:
                break
            try:
                sent += _send(mail, post)
            except Unreachable:
                break
    return sent


def _hold_next() -> Mail | None:
    now = clock.now()
    with short_transaction() as session:
        mail = session.scalars(queries.due(now)).one_or_none()
        if mail is not None:
            mail.due_at = now + HELD
    return mail


def _send(mail: Mail, post: Post) -> bool:
    if not mail.person.email or not mail.person.is_employed(clock.today()):
        _settle(mail, stage=MailStage.DEAD)
        return False
    try:
        post.send(letters.message(mail))
    except Undelivered as undelivered:
        _try_later(mail, str(undelivered))
        if isinstance(undelivered, Unreachable):
            raise
        return False
    except UNWRITABLE:
        log.exception("letter %s can't be written and is given up", mail.id)
        _settle(mail, stage=MailStage.DEAD)
        return False
    _settle(mail, stage=MailStage.SENT, sent_at=clock.now())
    return True


def _try_later(mail: Mail, why: str) -> None:
    failures = mail.failures + 1
    again = next_try(failures, clock.now())
    if again is None:
        log.error("letter %s is given up after %s failures: %s", mail.id, failures, why)
        _settle(mail, stage=MailStage.DEAD, failures=failures)
    else:
        log.warning("letter %s failed for the %s. time: %s", mail.id, failures, why)
        _settle(mail, stage=MailStage.WAITING, failures=failures, due_at=again)


def _settle(mail: Mail, **columns: object) -> None:
    with short_transaction() as session:
        session.execute(update(Mail).where(Mail.id == mail.id).values(**columns))
