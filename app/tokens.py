"""Secrets that open something to whoever has them, and the hash that is all Lotse keeps of one (R14)."""

import hashlib
import secrets

TOKEN_BYTES = 32


def new_token() -> str:
    """A secret that nobody guesses, fit for a cookie or an address."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def token_hash(token: str) -> str:
    """What is stored of a token."""
    return hashlib.sha256(token.encode()).hexdigest()
