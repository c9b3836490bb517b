"""A template and its plain values → subject and text of a letter, in the language of the person it goes to."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Any
from urllib.parse import urlsplit

from flask import current_app

from app.notifications.models import Mail
from app.notifications.rules import Kind
from app.notifications.sentences import NAMES, one_line, sentence, written
from app.people.models import Person
from app.text import calendar
from app.text.language import speaking
from app.web.formats import long_day, span, time

FOLDER = "notifications/mail"
EMPTY_LINES = re.compile(r"\n{3,}")


@dataclass(frozen=True)
class Letter:
    """What is written, without address and sender."""

    subject: str
    text: str


def message(mail: Mail) -> EmailMessage:
    """The letter that a row of the outbox stands for, with its headers; its number makes it recognisable."""
    letter = write(mail.kind, mail.values, mail.path, mail.person)
    made = EmailMessage()
    made["From"] = Address(current_app.config["OPERATOR"], addr_spec=current_app.config["MAIL_FROM"])
    made["To"] = Address(addr_spec=mail.person.email or "")
    made["Subject"] = letter.subject
    made["Date"] = format_datetime(mail.queued_at)
    made["Message-ID"] = f"<mail-{mail.id}@{urlsplit(current_app.config['BASE_URL']).hostname}>"
    made["Auto-Submitted"] = "auto-generated"
    made["Content-Language"] = mail.person.language
    made.set_content(letter.text)
    if mail.invitation:
        method, text = _invitation(mail, mail.invitation)
        made.add_alternative(text, subtype="calendar", params={"method": method})
    return made


def _invitation(mail: Mail, said: Mapping[str, Any]) -> tuple[str, str]:
    """What the reader's calendar is asked to do, and the date; the method stands in the header as well (RFC 6047)."""
    base, method = current_app.config["BASE_URL"], calendar.Method(said["method"])
    entry = calendar.Entry(
        uid=calendar.uid(said["uid"], base),
        title=one_line(mail.values["title"]),
        stamped_at=mail.queued_at,
        spans=[(dt.datetime.fromisoformat(start), dt.datetime.fromisoformat(end)) for start, end in said["spans"]],
        place=one_line(mail.values["place"]),
        url=base + mail.path,
        sequence=said["sequence"],
    )
    sender = calendar.Mailbox(current_app.config["OPERATOR"], current_app.config["MAIL_FROM"])
    guest = calendar.Mailbox(one_line(mail.person.name), mail.person.email or "")
    return method.value, calendar.invitation(method, entry, sender=sender, guest=guest).decode()


def write(kind: Kind, values: Mapping[str, Any], path: str, person: Person) -> Letter:
    """A letter of this kind to this person; the first line of its template is the subject."""
    with speaking(person.language):
        shown = {name: written(name, value) for name, value in (dict.fromkeys(NAMES) | dict(values)).items()}
        text = current_app.jinja_env.get_template(f"{FOLDER}/{kind.value}.txt").render(
            **shown,
            name=one_line(person.name),
            when=_when(values),
            said=one_line(sentence(kind, values)),
            url=current_app.config["BASE_URL"] + path,
            operator=current_app.config["OPERATOR"],
        )
    subject, _, body = text.strip().partition("\n")
    return Letter(one_line(subject), EMPTY_LINES.sub("\n\n", body).strip() + "\n")


def _when(values: Mapping[str, Any]) -> str:
    """The day of the week, the date and the time of what a letter is about, of each meeting where there are several."""
    if meetings := values.get("meetings"):
        pairs = [pair.partition("/") for pair in str(meetings).split()]
        return "; ".join(span(dt.datetime.fromisoformat(a), dt.datetime.fromisoformat(b)) for a, _, b in pairs)
    start, end = (
        dt.datetime.fromisoformat(values[name]) if values.get(name) else None for name in ("starts_at", "ends_at")
    )
    if start and end:
        return span(start, end)
    return f"{long_day(start)}, {time(start)}" if start else ""
