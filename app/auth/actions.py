"""Signing in and out. Each step is a short transaction of its own: a hash takes long and must hold up nobody."""

import contextlib
import datetime as dt
import hashlib
import hmac
import ipaddress
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import delete, text, update
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import InstrumentedAttribute, Session

from app import clock
from app.auth import guessing, passwords, queries, rules
from app.auth.known_browser import KnownBrowser
from app.auth.models import Credential, FailedSignIn, SignIn
from app.db import db, short_transaction
from app.errors import Refused
from app.people import queries as people
from app.people.models import Person
from app.people.rules import Role
from app.tokens import new_token, token_hash

LONGEST_DEVICE = 200


@dataclass(frozen=True)
class Browser:
    """Where an attempt comes from, and the secret that its traces are keyed with."""

    address: str
    device: str
    secret: str
    memory_kib: int
    known: KnownBrowser | None = None


@dataclass(frozen=True)
class Begun:
    """A sign-in that has just begun: the token for the cookie, and whose it is."""

    token: str
    person_id: int


def sign_in(identifier: str, password: str, browser: Browser) -> Begun:
    """Sign a person in. Raises Refused, with the same words for all reasons."""
    identifier = identifier.strip()
    with short_transaction() as session:
        found = session.execute(queries.account(identifier, clock.today())).one_or_none()
        person_id, stored = found or (None, None)
        attempt = _count_attempt(session, _keys(identifier, person_id, browser))
    if not passwords.is_right(password, stored, browser.memory_kib) or person_id is None or stored is None:
        raise Refused(_("This password does not belong to this e-mail address or personnel number."))
    is_outdated = passwords.is_outdated(stored, browser.memory_kib)
    fresh = passwords.hash_password(password, browser.memory_kib) if is_outdated else stored
    with short_transaction() as session:
        session.execute(delete(FailedSignIn).where(FailedSignIn.id == attempt))
        if fresh != stored:
            same = (Credential.person_id == person_id, Credential.password_hash == stored)
            session.execute(update(Credential).where(*same).values(password_hash=fresh))
        return Begun(_open(session, person_id, browser.device), person_id)


def sign_out(sign_in_id: int) -> None:
    """End a sign-in; its cookie is worth nothing from now on."""
    with short_transaction() as session:
        session.execute(update(SignIn).where(SignIn.id == sign_in_id).values(ended_at=clock.now()))


def end(sign_in: SignIn) -> SignIn:
    """End a sign-in of one's own, perhaps on another device."""
    sign_in.ended_at = clock.now()
    db.session.flush()
    return sign_in


def touch(row: SignIn) -> None:
    """Note that the sign-in is in use, at most once a minute; a busy database must not keep anybody from reading."""
    now = clock.now()
    if now - row.seen_at < rules.TOUCH_EVERY:
        return
    with contextlib.suppress(OperationalError), short_transaction() as session:
        session.execute(update(SignIn).where(SignIn.id == row.id).values(seen_at=now))


def set_password(person: Person, password: str, *, house: str, memory_kib: int) -> None:
    """Give a person a new password that is hard to guess, also for who knows the house, and end their sign-ins."""
    if sentence := _weakness(person, password, house):
        raise Refused(sentence, "password")
    store_password(person, password, memory_kib=memory_kib)


def store_password(person: Person, password: str, *, memory_kib: int) -> None:
    """Give a person this password, whatever it is worth: the demo publishes its own. Ends their sign-ins."""
    hashed = passwords.hash_password(password, memory_kib)
    db.session.merge(Credential(person_id=person.id, password_hash=hashed, changed_at=clock.now()))
    end_all(person)


def end_all(person: Person) -> None:
    """End every sign-in of a person: what they may do has changed, or how they sign in."""
    still_open = (SignIn.person_id == person.id, SignIn.ended_at.is_(None))
    db.session.execute(update(SignIn).where(*still_open).values(ended_at=clock.now()))
    db.session.flush()


def _weakness(person: Person, password: str, house: str) -> str | None:
    """Why this password is too weak for this person; None where it will do."""
    if len(password) < rules.SHORTEST_PASSWORD:
        least = rules.SHORTEST_PASSWORD
        return ngettext("Use at least %(num)d character.", "Use at least %(num)d characters.", least)
    offices = db.session.execute(people.offices_of(person.id, clock.today()))
    least = rules.SHORTEST_OF_ADMINISTRATORS
    if len(password) < least and Role.ADMINISTRATOR in {kind for kind, _path in offices}:
        return ngettext(
            "Administrators use at least %(num)d character.", "Administrators use at least %(num)d characters.", least
        )
    context = (person.name, person.personnel_number, person.email or "", house)
    if guessing.guesses(password, context) < rules.LEAST_GUESSES:
        return _(
            "This password is easy to guess: it is a common one, or made of names, repeats, years or keys in a row. "
            "Take four words that have nothing to do with each other."
        )
    return None


def forget_failures() -> int:
    """Erase the failed attempts that are past their time; returns how many."""
    old = queries.failures_before(clock.now() - rules.FAILURES_KEPT)
    return len(
        db.session.execute(delete(FailedSignIn).where(FailedSignIn.id.in_(old)).returning(FailedSignIn.id)).all()
    )


@dataclass(frozen=True)
class _Keys:
    """What an attempt is counted by. The network of a browser that the person has used before does not count."""

    account: str
    network: str
    network_counts: bool


def _keys(identifier: str, person_id: int | None, browser: Browser) -> _Keys:
    account = f"person:{person_id}" if person_id else f"nobody:{identifier.lower()}"
    is_known = browser.known is not None and browser.known.person_id == person_id
    if browser.known and is_known:
        account = f"browser:{browser.known.number}"
    network = f"network:{_network(browser.address)}"
    return _Keys(_key(browser.secret, account), _key(browser.secret, network), not is_known)


def _count_attempt(session: Session, keys: _Keys) -> int:
    """Count the attempt before it is judged, so that guesses sent at once are all counted; raises Refused."""
    now = clock.now()
    if session.get_bind().dialect.name == "postgresql":
        for key in sorted((keys.account, keys.network)):
            session.execute(text("SELECT pg_advisory_xact_lock(hashtext(:key))"), {"key": key})
    left = _wait(session, FailedSignIn.account, keys.account, rules.ACCOUNT, now)
    if keys.network_counts:
        left = max(left, _wait(session, FailedSignIn.network, keys.network, rules.NETWORK, now))
    if left > dt.timedelta(0):
        raise Refused(_too_many(left))
    attempt = FailedSignIn(account=keys.account, network=keys.network, at=now)
    session.add(attempt)
    session.flush()
    return attempt.id


def _too_many(left: dt.timedelta) -> str:
    minutes = max(1, -(-left // dt.timedelta(minutes=1)))
    return ngettext(
        "Too many attempts. Please wait %(num)d minute.", "Too many attempts. Please wait %(num)d minutes.", minutes
    )


def _wait(
    session: Session, column: InstrumentedAttribute[str], key: str, limit: rules.Limit, now: dt.datetime
) -> dt.timedelta:
    failures, last = session.execute(queries.failures(column, key, now)).one()
    return rules.wait(failures, limit, now - last) if last else dt.timedelta(0)


def _open(session: Session, person_id: int, device: str) -> str:
    token, now = new_token(), clock.now()
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
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return "unknown"
    if isinstance(ip, ipaddress.IPv6Address) and ip.ipv4_mapped:
        ip = ip.ipv4_mapped
    return str(ipaddress.ip_network(f"{ip}/{24 if ip.version == 4 else 64}", strict=False))
