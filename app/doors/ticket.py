"""Codes that prove a booking. Nothing personal is in one, and only Lotse can write it."""

from app.tokens import read_signed, signed

SALT = "ticket"


def write(secret: str, booking_id: int) -> str:
    """The code of a booking."""
    return signed(secret, SALT, booking_id)


def read(secret: str, code: str) -> int | None:
    """Of which booking this is the code; None where it was not written here."""
    return read_signed(secret, SALT, code)
