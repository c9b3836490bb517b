"""Secrets that open something to whoever has them, mostly kept as a hash (R14); what people type; signed numbers."""

import hashlib
import secrets

from itsdangerous import BadSignature, URLSafeSerializer

TOKEN_BYTES = 32
READABLE = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Digits and letters of which none looks like another, five bits each: for what people read and type."""


def new_token() -> str:
    """A secret that nobody guesses, fit for a cookie or an address."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def readable_token(letters: int) -> str:
    """Letters by chance for people to type; twenty of them are a hundred bits."""
    return "".join(secrets.choice(READABLE) for _ in range(letters))


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
