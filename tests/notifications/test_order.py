"""What a calendar is told of one date leaves the outbox in order, whatever happens to a letter on its way."""

import datetime as dt

import pytest
from sqlalchemy import select

from app import clock
from app.db import db
from app.notifications import actions, queries
from app.notifications.models import Mail
from app.notifications.rules import Kind, MailStage
from tests import make

pytestmark = pytest.mark.usefixtures("context")


def told(person, uid, kind=Kind.BOOKING_CONFIRMED):
    actions.notify(person, kind, path="/events/1", invitation={"uid": uid} if uid else None, title="Konferenz")
    db.session.flush()
    return db.session.scalars(select(Mail).order_by(Mail.id.desc())).first()


def next_letter():
    found = db.session.scalars(queries.due(clock.now())).one_or_none()
    return found.id if found else None


@pytest.fixture
def ada():
    return make.person("Ada Ahrens")


def later(mail):
    """As if sending had failed once."""
    mail.due_at = clock.now() + dt.timedelta(minutes=9)
    db.session.flush()


def test_a_cancellation_waits_for_the_invitation_that_could_not_be_sent_yet(ada):
    first, second = told(ada, "event-1"), told(ada, "event-1", Kind.BOOKING_CANCELLED)
    later(first)

    assert next_letter() is None
    first.stage = MailStage.SENT
    db.session.flush()
    assert next_letter() == second.id


def test_it_does_not_wait_for_one_that_was_given_up(ada):
    first, second = told(ada, "event-1"), told(ada, "event-1", Kind.BOOKING_CANCELLED)
    first.stage = MailStage.DEAD
    db.session.flush()

    assert next_letter() == second.id


def test_other_dates_other_people_and_plain_letters_do_not_wait(ada):
    later(told(ada, "event-1"))

    for person, uid in ((ada, "event-2"), (make.person("Ben Berger"), "event-1"), (ada, None)):
        mail = told(person, uid)
        assert next_letter() == mail.id
        mail.stage = MailStage.SENT


def test_plain_letters_do_not_wait_for_each_other(ada):
    later(told(ada, None))

    mail = told(ada, None)

    assert next_letter() == mail.id
