"""Questions about notices and the outbox."""

import datetime as dt

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import aliased, joinedload

from app.notifications.models import Mail, Notice
from app.notifications.rules import MailStage
from app.people.viewer import Viewer


def notices_visible_to(viewer: Viewer) -> Select[Notice]:
    """A person's own notices, newest first."""
    return select(Notice).where(Notice.person_id == viewer.person.id).order_by(Notice.at.desc(), Notice.id.desc())


def unread(viewer: Viewer) -> Select[Notice]:
    """A person's notices that carry no read mark."""
    return notices_visible_to(viewer).where(Notice.read_at.is_(None))


def due(now: dt.datetime) -> Select[Mail]:
    """The letter to send next, with the person it goes to; a letter that another process holds is passed over.

    What a calendar is told of one date goes out in order: a later word waits until the earlier one is settled.
    """
    earlier = aliased(Mail)
    waits_for_earlier = exists().where(
        earlier.person_id == Mail.person_id,
        earlier.id < Mail.id,
        earlier.stage == MailStage.WAITING,
        earlier.invitation["uid"].as_string() == Mail.invitation["uid"].as_string(),
    )
    return (
        select(Mail)
        .where(Mail.stage == MailStage.WAITING, Mail.due_at <= now, ~waits_for_earlier)
        .options(joinedload(Mail.person, innerjoin=True))
        .order_by(Mail.due_at, Mail.id)
        .limit(1)
        .with_for_update(of=Mail, skip_locked=True)
    )
