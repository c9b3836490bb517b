"""How a letter leaves the house: by SMTP, or as a file where no mail server is set."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from pathlib import Path
from typing import Protocol
from urllib.parse import SplitResult, unquote, urlsplit

from flask import current_app

TIMEOUT_SECONDS = 10
FAILURES = (OSError, smtplib.SMTPException)
PORTS = {"smtp": 25, "smtps": 465}


class Undelivered(Exception):
    """The mail server did not take the letter now; it is tried again later."""


class Unreachable(Undelivered):
    """No conversation with the mail server came about, so that the other letters needn't try now."""


class Post(Protocol):
    """Takes letters one by one."""

    def send(self, message: EmailMessage) -> None:
        """Hand the letter over; raises Undelivered."""


class Folder:
    """Writes each letter to a file of its own, named by its number in the outbox."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def send(self, message: EmailMessage) -> None:
        self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
        name = str(message["Message-ID"]).strip("<>").partition("@")[0]
        unfinished = self.path / f".{name}.part"
        unfinished.write_bytes(message.as_bytes())
        unfinished.rename(self.path / f"{name}.eml")


class Smtp:
    """Speaks to one mail server, with one connection for many letters and a new one after each failure."""

    def __init__(self, url: str) -> None:
        self.url = urlsplit(url)
        self._server: smtplib.SMTP | None = None

    def send(self, message: EmailMessage) -> None:
        server = self._server = self._server or self._connected()
        try:
            server.send_message(message)
        except FAILURES as error:
            self.close()
            raise Undelivered(type(error).__name__) from error

    def close(self) -> None:
        """End the conversation, politely where the server still listens."""
        server, self._server = self._server, None
        if server is None:
            return
        try:
            server.quit()
        except FAILURES:
            server.close()

    def _connected(self) -> smtplib.SMTP:
        try:
            return _connect(self.url)
        except FAILURES as error:
            raise Unreachable(type(error).__name__) from error


@contextmanager
def open_post() -> Iterator[Post]:
    """The way that the settings name: MAIL_URL (smtp:// or smtps://), otherwise files in MAIL_FOLDER."""
    if not current_app.config["MAIL_URL"]:
        yield Folder(current_app.config["MAIL_FOLDER"])
        return
    smtp = Smtp(current_app.config["MAIL_URL"])
    try:
        yield smtp
    finally:
        smtp.close()


def _connect(url: SplitResult) -> smtplib.SMTP:
    """A conversation that is encrypted where the server can; a password is never said in the clear."""
    host, port = url.hostname or "", url.port or PORTS[url.scheme]
    context = ssl.create_default_context()
    server: smtplib.SMTP
    if url.scheme == "smtps":
        server = smtplib.SMTP_SSL(host, port, timeout=TIMEOUT_SECONDS, context=context)
    else:
        server = smtplib.SMTP(host, port, timeout=TIMEOUT_SECONDS)
        server.ehlo()
        if server.has_extn("starttls"):
            server.starttls(context=context)
        elif url.username:
            server.close()
            raise smtplib.SMTPNotSupportedError("the server offers no encryption, so the password is not sent")
    if url.username:
        server.login(unquote(url.username), unquote(url.password or ""))
    return server
