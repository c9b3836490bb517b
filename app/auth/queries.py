"""Questions about accounts and sign-ins."""

import datetime as dt
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import contains_eager

from app.auth.models import Credential, FailedSignIn, SignIn
from app.people.models import Person


def account(identifier: str, on: dt.date) -> Select[int, str]:
    """Rows of (person id, password hash or None) for an e-mail address or a personnel number of somebody employed."""
    return (
        select(Person.id, Credential.password_hash)
        .outerjoin(Credential, Credential.person_id == Person.id)
        .where(
            or_(Person.email == identifier, Person.personnel_number == identifier),
            Person.entered_on <= on,
            or_(Person.left_on.is_(None), Person.left_on >= on),
        )
    )


def sign_in_with_person(token_hash: str) -> Select[SignIn]:
    """The sign-in of a token, with person and unit."""
    return (
        select(SignIn)
        .join(SignIn.person)
        .join(Person.unit)
        .where(SignIn.token_hash == token_hash)
        .options(contains_eager(SignIn.person).contains_eager(Person.unit))
    )


def failures_of_account(account_key: str, since: dt.datetime) -> Select[int, dt.datetime]:
    """One row of (number, latest moment) of failed attempts on an account."""
    return select(func.count(), func.max(FailedSignIn.at)).where(
        FailedSignIn.account == account_key, FailedSignIn.at > since
    )


def failures_of_network(network_key: str, since: dt.datetime) -> Select[int, dt.datetime]:
    """One row of (number, latest moment) of failed attempts from a network."""
    return select(func.count(), func.max(FailedSignIn.at)).where(
        FailedSignIn.network == network_key, FailedSignIn.at > since
    )
