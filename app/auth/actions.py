"""Signing in and out. Each step is a short transaction of its own: a hash takes long and must hold up nobody."""

import datetime as dt
import hashlib
import hmac
import ipaddress
import secrets
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import Select, delete, text, update
from sqlalchemy.orm import Session

from app import clock
from app.auth import passwords, queries, rules
from app.auth.models import Credential, FailedSignIn, SignIn
from app.db import db, short_transaction
from app.errors import Refused
from app.people.models import Person

TOKEN_BYTES = 32
LONGEST_DEVICE = 120


@dataclass(frozen=True)
class Browser:
    """Where an attempt comes from, and the secret that its traces are keyed with."""

    address: str
    device: str
    secret: str
    memory_kib: int


def sign_in(identifier: str, password: str, browser: Browser) -> str:
    """Sign a person in; returns the token for the cookie. Raises Refused, with the same words for all reasons."""
    identifier = identifier.strip().casefold()
    account = _key(browser.secret, f"account:{identifier}")
    network = _key(browser.secret, f"network:{_network(browser.address)}")
    with short_transaction() as session:
        attempt = _count_attempt(session, account, network)
        found = session.execute(queries.account(identifier, clock.today())).one_or_none()
    person_id, stored = found or (None, None)
    if not passwords.is_right(password, stored, browser.memory_kib) or person_id is None:
        raise Refused(_("The sign-in name or the password is not right."))
    with short_transaction() as session:
        session.execute(delete(FailedSignIn).where(FailedSignIn.id == attempt))
        return _open(session, person_id, browser.device)


def sign_out(sign_in_id: int) -> None:
    """End a sign-in; its cookie is worth nothing from now on."""
    with short_transaction() as session:
        session.execute(update(SignIn).where(SignIn.id == sign_in_id).values(ended_at=clock.now()))


def touch(row: SignIn) -> None:
    """Note that the sign-in is in use, at most once a minute."""
    now = clock.now()
    if now - row.seen_at < rules.TOUCH_EVERY:
        return
    with short_transaction() as session:
        session.execute(update(SignIn).where(SignIn.id == row.id).values(seen_at=now))


def set_password(person: Person, password: str, *, memory_kib: int) -> None:
    """Give a person a new password and end their sign-ins."""
    if len(password) < rules.SHORTEST_PASSWORD:
        raise Refused(
            ngettext("Use at least %(num)d character.", "Use at least %(num)d characters.", rules.SHORTEST_PASSWORD),
            "password",
        )
    hashed = passwords.hash_password(password, memory_kib)
    db.session.merge(Credential(person_id=person.id, password_hash=hashed, changed_at=clock.now()))
    still_open = (SignIn.person_id == person.id, SignIn.ended_at.is_(None))
    db.session.execute(update(SignIn).where(*still_open).values(ended_at=clock.now()))
    db.session.flush()


def token_hash(token: str) -> str:
    """What is stored of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def _count_attempt(session: Session, account: str, network: str) -> int:
    """Count the attempt before it is judged, so that guesses sent at once are all counted; raises Refused."""
    now = clock.now()
    since = now - rules.WINDOW
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(hashtext(:key))"), {"key": account})
    waits = [
        _wait(session, queries.failures_of_account(account, since), rules.MOST_PER_ACCOUNT, now),
        _wait(session, queries.failures_of_network(network, since), rules.MOST_PER_NETWORK, now),
    ]
    if (left := max(waits)) > dt.timedelta(0):
        minutes = max(1, round(left / dt.timedelta(minutes=1)))
        raise Refused(
            ngettext(
                "Too many attempts. Please wait %(num)d minute.",
                "Too many attempts. Please wait %(num)d minutes.",
                minutes,
            )
        )
    attempt = FailedSignIn(account=account, network=network, at=now)
    session.add(attempt)
    session.flush()
    return attempt.id


def _wait(session: Session, query: Select[int, dt.datetime], most: int, now: dt.datetime) -> dt.timedelta:
    failures, last = session.execute(query).one()
    return rules.wait(failures, most, now - last) if last else dt.timedelta(0)


def _open(session: Session, person_id: int, device: str) -> str:
    token, now = secrets.token_urlsafe(TOKEN_BYTES), clock.now()
    session.add(
        SignIn(
            token_hash=token_hash(token),
            person_id=person_id,
            began_at=now,
            seen_at=now,
            expires_at=now + rules.LONGEST_SIGN_IN,
            device=device[:LONGEST_DEVICE],
        )
    )
    return token


def _key(secret: str, value: str) -> str:
    return hmac.new(secret.encode(), value.encode(), hashlib.sha256).hexdigest()


def _network(address: str) -> str:
    """The network whose attempts count together: /24 of IPv4, /64 of IPv6."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    return str(ipaddress.ip_network(f"{ip}/{24 if ip.version == 4 else 64}", strict=False))
