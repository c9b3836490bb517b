"""Questions about accounts and sign-ins."""

import datetime as dt

from sqlalchemy import Select, func, or_, select, true
from sqlalchemy.orm import InstrumentedAttribute, aliased, contains_eager

from app.auth import rules
from app.auth.models import Credential, FailedSignIn, SignIn
from app.people import queries as people
from app.people.models import Person
from app.people.viewer import Viewer


def account(identifier: str, on: dt.date) -> Select[int, str]:
    """The row of (person id, password hash or None) for the e-mail address or personnel number of somebody employed."""
    is_named = Person.email == identifier.lower() if "@" in identifier else Person.personnel_number == identifier
    return (
        select(Person.id, Credential.password_hash)
        .outerjoin(Credential, Credential.person_id == Person.id)
        .where(is_named, Person.entered_on <= on, or_(Person.left_on.is_(None), Person.left_on >= on))
    )


def sign_in_with_offices(token_hash: str, on: dt.date) -> Select[SignIn, str | None, str | None]:
    """The sign-in of a token, with person and unit, once for each office that the person holds that day.

    Rows of (sign-in, kind, path) as `people.queries.offices_of` says them; one without kind and path for none.
    """
    same = aliased(SignIn)
    whose = select(same.person_id).where(same.token_hash == token_hash).scalar_subquery()
    offices = people.offices_of(whose, on).subquery()
    return (
        select(SignIn, offices.c.kind, offices.c.path)
        .join(SignIn.person)
        .join(Person.unit)
        .outerjoin(offices, true())
        .where(SignIn.token_hash == token_hash)
        .options(contains_eager(SignIn.person).contains_eager(Person.unit))
    )


def person_id_of(token_hash: str) -> Select[int]:
    """Whose sign-in it is or was."""
    return select(SignIn.person_id).where(SignIn.token_hash == token_hash)


def own_sign_ins(viewer: Viewer) -> Select[SignIn]:
    """The viewer's sign-ins that have not been ended, the one in use last first."""
    return (
        select(SignIn)
        .where(SignIn.person_id == viewer.person.id, SignIn.ended_at.is_(None))
        .order_by(SignIn.seen_at.desc(), SignIn.id.desc())
    )


def still_in_use(sign_ins: Select[SignIn], idle: dt.timedelta, now: dt.datetime) -> Select[SignIn]:
    """SQL twin of `rules.is_alive`."""
    return sign_ins.where(SignIn.ended_at.is_(None), SignIn.expires_at > now, SignIn.seen_at > now - idle)


def failures_before(moment: dt.datetime) -> Select[int]:
    """The ids of failed attempts that lie further back."""
    return select(FailedSignIn.id).where(FailedSignIn.at < moment)


def failures(column: InstrumentedAttribute[str], key: str, now: dt.datetime) -> Select[int, dt.datetime]:
    """One row of (number, latest moment) of the window's failed attempts with this account or network."""
    since = now - rules.WINDOW
    return select(func.count(), func.max(FailedSignIn.at)).where(column == key, FailedSignIn.at > since)
