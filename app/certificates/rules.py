"""Codes and serial numbers that people type, and what keeps a completed course from having a certificate."""

import datetime as dt
import enum
import re
from collections.abc import Iterable

from app.courses.rules import Format
from app.tokens import READABLE

CODE_LETTERS = 20
"""A hundred bits: nobody finds a certificate by trying."""
SERIAL_LETTERS = 10
GROUP = 4
MISREAD = str.maketrans("OIL", "011")
"""The code has none of these letters: whoever types one has read a digit as one."""


class Hindrance(enum.StrEnum):
    """Why there is no certificate about a completed course."""

    ELSEWHERE = "elsewhere"
    OWN_WORD = "own-word"
    REVOKED = "revoked"


def hindrance(how: Format, *, is_noted: bool, is_barred: bool) -> Hindrance | None:
    """What the administration can't put its name to: a course of somebody else, or one's own word alone.

    `is_noted`: others have noted that the person was there. `is_barred`: the certificate of this completion was revoked
    for good.
    """
    if how is Format.EXTERNAL:
        return Hindrance.ELSEWHERE
    if how is Format.SEMINAR and not is_noted:
        return Hindrance.OWN_WORD
    return Hindrance.REVOKED if is_barred else None


def first_end(ends: Iterable[dt.date | None]) -> dt.date | None:
    """Until when all of it holds; None: for ever."""
    return min((end for end in ends if end), default=None)


def spelled(code: str) -> str:
    """The code in groups, as it stands on the paper."""
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def read_code(typed: str) -> str | None:
    """The code that somebody typed, in small letters or large, with whatever between them; None where it is none."""
    code = re.sub(r"[\W_]", "", typed).upper().translate(MISREAD)
    return code if len(code) == CODE_LETTERS and set(code) <= set(READABLE) else None


def serial(year: int, letters: str) -> str:
    """A serial number: the year of issue, and letters by chance, which say nothing about how many there are."""
    half = len(letters) // 2
    return f"{year}-{letters[:half]}-{letters[half:]}"
