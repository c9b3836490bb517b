"""Codes that prove a booking. Nothing personal is in one, and only Lotse can write it."""

from itsdangerous import BadSignature, URLSafeSerializer

SALT = "ticket"


def write(secret: str, booking_id: int) -> str:
    """The code of a booking."""
    return URLSafeSerializer(secret, SALT).dumps(booking_id)


def read(secret: str, code: str) -> int | None:
    """Of which booking this is the code; None where it was not written here."""
    try:
        booking_id = URLSafeSerializer(secret, SALT).loads(code)
    except BadSignature:
        return None
    return booking_id if isinstance(booking_id, int) else None
