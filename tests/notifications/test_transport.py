"""The outbox against a mail server that misbehaves in every way."""

import datetime as dt
import email
import email.policy
import socket

import pytest
import time_machine
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP
from sqlalchemy import select, update

from app import clock
from app.db import db
from app.notifications import actions
from app.notifications.models import Mail
from app.notifications.rules import Kind, MailStage
from tests import make


class ScriptedServer(SMTP):
    """Hangs up where the script says so."""

    async def smtp_DATA(self, arg):
        await super().smtp_DATA(arg)
        if self.event_handler.hangs_up:
            self.event_handler.hangs_up -= 1
            self.transport.abort()


class Inbox:
    """Answers with the scripted replies, then takes everything; keeps what it took."""

    def __init__(self):
        self.replies, self.messages, self.hangs_up = [], [], 0

    async def handle_DATA(self, server, session, envelope):
        reply = self.replies.pop(0) if self.replies else "250 OK"
        if reply.startswith("250"):
            self.messages.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
        return reply

    def factory(self):
        return ScriptedServer(self, hostname="mail.test")


class LocalController(Controller):
    def factory(self):
        return self.handler.factory()


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@pytest.fixture
def inbox(app, monkeypatch):
    handler = Inbox()
    controller = LocalController(handler, hostname="127.0.0.1", port=free_port())
    controller.start()
    monkeypatch.setitem(app.config, "MAIL_URL", f"smtp://127.0.0.1:{controller.port}")
    yield handler
    controller.stop()


@pytest.fixture
def queue(saved):
    def queue(*titles, **other):
        def fill():
            person = make.person("Ada Ahrens", **({"language": "en"} | other))
            for title in titles:
                actions.notify(person, Kind.BOOKING_CONFIRMED, path="/events/1", title=title)
            return person

        return saved(fill)

    return queue


@pytest.fixture
def run(app):
    def run(after=dt.timedelta(0)):
        with app.app_context(), time_machine.travel(clock.now() + after, tick=False):
            return actions.send_due()

    return run


@pytest.fixture
def mails(app):
    def read():
        with app.app_context():
            return db.session.scalars(select(Mail).order_by(Mail.id)).all()

    return read


def stages(mails):
    return [mail.stage for mail in mails()]


def test_send_due_hands_over_each_letter_once_with_its_headers(inbox, queue, run, mails):
    person = queue("Café", "Konferenz")

    assert run() == 2
    assert run(dt.timedelta(days=2)) == 0

    first = inbox.messages[0]
    assert [message["Subject"] for message in inbox.messages] == ["You have a seat: Café", "You have a seat: Konferenz"]
    assert first["To"] == person.email
    assert first["From"] == "Stadt Probe <lotse@stadt.example>"
    assert first["Message-ID"] == f"<mail-{mails()[0].id}@127.0.0.1>"
    assert first["Auto-Submitted"] == "auto-generated"
    assert stages(mails) == [MailStage.SENT, MailStage.SENT]


@pytest.mark.parametrize("reply", ["451 come back later", "550 no such mailbox", "554 no"])
def test_a_refused_letter_is_tried_again_after_a_minute(inbox, queue, run, mails, reply):
    queue("Café")
    inbox.replies = [reply]

    assert run() == 0
    assert run(dt.timedelta(seconds=50)) == 0
    assert run(dt.timedelta(seconds=61)) == 1

    assert len(inbox.messages) == 1
    assert [(mail.stage, mail.failures) for mail in mails()] == [(MailStage.SENT, 1)]


def test_one_refused_letter_does_not_hold_up_the_others(inbox, queue, run, mails):
    queue("Erster", "Zweiter", "Dritter")
    inbox.replies = ["554 no"]

    assert run() == 2

    assert stages(mails) == [MailStage.WAITING, MailStage.SENT, MailStage.SENT]


def test_a_letter_that_is_always_refused_is_given_up_after_the_last_try(inbox, queue, run, mails):
    queue("Café")
    inbox.replies = ["554 no"] * 8

    for day in range(10):
        run(dt.timedelta(days=2 * day))

    assert [(mail.stage, mail.failures) for mail in mails()] == [(MailStage.DEAD, 8)]
    assert inbox.messages == []


def test_a_server_that_hangs_up_after_taking_a_letter_gets_it_again_with_the_same_number(inbox, queue, run, mails):
    queue("Café")
    inbox.hangs_up = 1

    run()
    run(dt.timedelta(minutes=2))

    assert len(inbox.messages) <= 2
    assert len({message["Message-ID"] for message in inbox.messages}) == 1
    assert stages(mails) == [MailStage.SENT]


def test_a_server_that_is_down_costs_one_try_and_loses_nothing(app, queue, run, mails, monkeypatch):
    monkeypatch.setitem(app.config, "MAIL_URL", f"smtp://127.0.0.1:{free_port()}")
    queue("Erster", "Zweiter")

    assert run() == 0

    assert [(mail.stage, mail.failures) for mail in mails()] == [(MailStage.WAITING, 1), (MailStage.WAITING, 0)]


def test_a_password_is_not_said_to_a_server_without_encryption(app, inbox, queue, run, mails, monkeypatch):
    url = app.config["MAIL_URL"].replace("smtp://", "smtp://lotse:secret@")
    monkeypatch.setitem(app.config, "MAIL_URL", url)
    queue("Café")

    assert run() == 0
    assert inbox.messages == []


def test_200_letters_end_in_the_inbox_exactly_once_through_refusals_and_a_restart(inbox, queue, run, mails):
    titles = [f"Termin {number}" for number in range(200)]
    queue(*titles)
    inbox.replies = (["250 OK"] * 6 + ["451 later"] + ["250 OK"] * 6 + ["550 no"]) * 14

    run()
    for hour in range(1, 30):
        run(dt.timedelta(hours=hour))

    subjects = [message["Subject"].partition(": ")[2] for message in inbox.messages]
    assert sorted(subjects) == sorted(titles)
    assert set(stages(mails)) == {MailStage.SENT}


def test_a_letter_whose_process_died_while_sending_is_sent_by_the_next(inbox, queue, run, mails, app):
    queue("Café")
    with app.app_context():
        held = actions._hold_next()
    assert held is not None

    assert run() == 0
    assert run(dt.timedelta(minutes=6)) == 1


@pytest.mark.parametrize(
    "title", ["Café\r\nBcc: eve@evil.example", "Café\n.\nMAIL FROM", "Café\x07\u2028\u202e", "ä" * 10_000]
)
def test_a_title_never_becomes_a_header(inbox, queue, run, title):
    queue("Konferenz", title)

    assert run() == 2

    plain, evil = inbox.messages
    assert evil.keys() == plain.keys()
    assert evil["Bcc"] is None
    assert evil["Subject"].isprintable()


@pytest.mark.parametrize("address", ["ada@stadt.example\r\nbcc: eve@evil.example", "not an address", "a@b@c"])
def test_a_broken_address_stops_no_other_letter(inbox, queue, run, mails, address):
    queue("Café", email=address)
    queue("Konferenz")

    assert run() == 1

    assert stages(mails) == [MailStage.DEAD, MailStage.SENT]


def test_nothing_is_sent_to_people_who_have_left(inbox, queue, run, mails):
    queue("Café", left_on=clock.today() - dt.timedelta(days=1))

    assert run() == 0

    assert stages(mails) == [MailStage.DEAD]


def test_without_a_mail_server_each_letter_becomes_a_file(app, queue, run, mails, monkeypatch, tmp_path):
    monkeypatch.setitem(app.config, "MAIL_FOLDER", tmp_path / "mail")
    queue("Café", "Konferenz")

    assert run() == 2

    files = sorted((tmp_path / "mail").iterdir())
    message = email.message_from_bytes(files[0].read_bytes(), policy=email.policy.default)
    assert [file.name for file in files] == [f"mail-{mail.id}.eml" for mail in mails()]
    assert "Café" in message["Subject"]
    assert "/events/1" in message.get_content()


def test_two_processes_never_hold_the_same_letter(app, queue, saved):
    queue("Café")

    with app.app_context():
        first, second = actions._hold_next(), actions._hold_next()

    assert first is not None
    assert second is None


def test_send_due_survives_a_mail_whose_values_make_no_letter(inbox, queue, run, mails, saved):
    queue("Café", "Konferenz")
    saved(lambda: db.session.execute(update(Mail).where(Mail.id == mails()[0].id).values(values={"starts_at": "soon"})))

    assert run() == 1

    assert stages(mails) == [MailStage.DEAD, MailStage.SENT]
