"""A browser in which a person has signed in before. Its attempts are counted by themselves, so that somebody who
guesses elsewhere can slow down the account, but can't keep its owner out (R21).
"""

import secrets
from dataclasses import dataclass

from itsdangerous import BadSignature, URLSafeTimedSerializer

from app.auth import rules

SALT = "known-browser"
ID_BYTES = 16


@dataclass(frozen=True)
class KnownBrowser:
    """Whose browser it is, and a random number of its own."""

    person_id: int
    number: str


def mark(secret: str, person_id: int) -> str:
    """What to leave in a browser in which this person signed in."""
    return URLSafeTimedSerializer(secret, SALT).dumps([person_id, secrets.token_urlsafe(ID_BYTES)])


def read(secret: str, marked: str | None) -> KnownBrowser | None:
    """Whose browser it is; None where nobody has left a mark, or it is false or too old."""
    try:
        seconds = int(rules.KNOWN_BROWSER.total_seconds())
        person_id, number = URLSafeTimedSerializer(secret, SALT).loads(marked or "", max_age=seconds)
    except (BadSignature, TypeError, ValueError):
        return None
    return KnownBrowser(person_id, number)
