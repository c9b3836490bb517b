"""Secrets that open something to whoever has them, of which Lotse keeps the hash (R14); and numbers that are signed."""

import hashlib
import secrets

from itsdangerous import BadSignature, URLSafeSerializer

TOKEN_BYTES = 32


def new_token() -> str:
    """A secret that nobody guesses, fit for a cookie or an address."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def token_hash(token: str) -> str:
    """What is stored of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def signed(secret: str, salt: str, number: int) -> str:
    """A code for a number that nobody but Lotse can write; `salt` says what it is a number of."""
    return URLSafeSerializer(secret, salt).dumps(number)


def read_signed(secret: str, salt: str, code: str) -> int | None:
    """Of which number this is the code; None where it was not written here."""
    try:
        number = URLSafeSerializer(secret, salt).loads(code)
    except BadSignature:
        return None
    return number if isinstance(number, int) else None
