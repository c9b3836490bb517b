"""Telling people something, and read marks."""

from sqlalchemy import select

from app import clock
from app.db import db
from app.notifications import actions
from app.notifications.models import Mail, Notice
from app.notifications.rules import Kind, MailStage
from app.people.viewer import view_as
from tests import make


def test_notify_leaves_a_notice_and_a_letter(context):
    ada = make.person("Ada Ahrens")

    actions.notify(ada, Kind.BOOKING_CONFIRMED, path="/events/1", title="Konferenz")

    notice, mail = db.session.scalars(select(Notice)).one(), db.session.scalars(select(Mail)).one()
    assert (notice.person_id, notice.kind, notice.path, notice.values, notice.read_at) == (
        ada.id,
        Kind.BOOKING_CONFIRMED,
        "/events/1",
        {"title": "Konferenz"},
        None,
    )
    assert (mail.person_id, mail.stage, mail.failures) == (ada.id, MailStage.WAITING, 0)


def test_notify_writes_no_letter_to_people_without_an_address(context):
    worker = make.person("Udo Unterwegs", email=None)

    actions.notify(worker, Kind.BOOKING_CONFIRMED, path="/events/1", title="Konferenz")

    assert len(db.session.scalars(select(Notice)).all()) == 1
    assert db.session.scalars(select(Mail)).all() == []


def test_mark_all_read_marks_the_persons_own_notices_only(context):
    ada, zoe = make.person("Ada Ahrens"), make.person("Zoe Zander")
    for person in (ada, ada, zoe):
        actions.notify(person, Kind.BOOKING_CONFIRMED, path="/events/1", title="Konferenz")
    db.session.flush()

    marked = actions.mark_all_read(view_as(ada, clock.today()))

    unread = db.session.scalars(select(Notice.person_id).where(Notice.read_at.is_(None))).all()
    assert marked == 2
    assert unread == [zoe.id]
