"""Flask-Login: the cookie holds a token, the database says whether it still counts. The only module that wires it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from flask import Flask, current_app, g, session
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user
from sqlalchemy import Select, bindparam

from app import clock
from app.auth import actions, queries, rules
from app.auth.models import SignIn
from app.db import db
from app.people.models import Person
from app.tokens import token_hash


@dataclass(eq=False)
class SignedIn(UserMixin):
    """Who is signed in, as Flask-Login wants it."""

    token: str
    sign_in_id: int
    person: Person
    offices: Sequence[tuple[str, str]]
    """What the person holds today, as `people.queries.offices_of` says it."""

    def get_id(self) -> str:
        """What the cookie holds."""
        return self.token


def init_app(app: Flask) -> None:
    """Let Flask-Login ask the database; its own pages and protections stay off, ours are stricter.

    Its `init_app` is not called: that would read the session on every answer, also for assets, which would then be
    kept apart for each cookie, and ask who is there for every template, also for the page that says why that failed.
    """
    manager = LoginManager()
    manager.session_protection = None
    manager.user_loader(_load)
    app.login_manager = manager  # type: ignore[attr-defined]


def last_person_id() -> int | None:
    """Whose sign-in the cookie holds, also when it has ended."""
    return db.session.scalars(queries.person_id_of(token_hash(session.get("_user_id", "")))).one_or_none()


def begin(token: str) -> None:
    """Give the browser a new cookie with this token; whatever the old one held is gone and worth nothing."""
    if current_user.is_authenticated:
        end(current_user)
    session.clear()
    g.pop("csrf_token", None)  # a form of this request may have made one for the old cookie
    user = _load(token)
    if user is not None:
        login_user(user)


def end(user: SignedIn) -> None:
    """End the sign-in here and in the database."""
    actions.sign_out(user.sign_in_id)
    logout_user()
    session.clear()


def _load(token: str) -> SignedIn | None:
    rows = db.session.execute(_sign_in(), {"token_hash": token_hash(token), "today": clock.today()}).all()
    row = rows[0][0] if rows else None
    if row is None or not _counts(row):
        return None
    actions.touch(row)
    return SignedIn(token, row.id, row.person, [(kind, path) for _row, kind, path in rows if kind and path])


@cache
def _sign_in() -> Select[SignIn, str | None, str | None]:
    """The question for a sign-in, built once: every request asks it."""
    token_hash: Any = bindparam("token_hash")
    today: Any = bindparam("today")
    return queries.sign_in_with_offices(token_hash, today)


def _counts(row: SignIn) -> bool:
    idle = dt.timedelta(minutes=current_app.config["IDLE_MINUTES"])
    now = clock.now()
    alive = rules.is_alive(seen_at=row.seen_at, expires_at=row.expires_at, ended_at=row.ended_at, idle=idle, now=now)
    return alive and row.person.is_employed(clock.today())
