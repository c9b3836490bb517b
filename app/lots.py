"""What every draw shares: a list fixed by its hash, pseudonyms, a public seed, and an order that nobody has chosen.

Nothing but SHA-256 decides, so that a draw gives the same result on every machine and can be checked with any tool.
"""

import hashlib
from collections.abc import Callable, Iterable

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""The letters of pseudonyms, without those that look alike."""


def sha256(text: str) -> str:
    """The hash of a text, in sixty-four digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def pseudonym(chance: Callable[[str], str]) -> str:
    """A name of eight letters that says nothing about anybody: "7KQD-M2XP"; `chance` chooses a letter."""
    letters = [chance(ALPHABET) for _ in range(8)]
    return "".join(letters[:4]) + "-" + "".join(letters[4:])


def plain_seed(typed: str) -> str:
    """A seed as it counts: without blanks at the ends and with one where there are several."""
    return " ".join(typed.split())


def in_order(lots: Iterable[str], prefix: str) -> list[str]:
    """The lots in the order of the SHA-256 of prefix, blank and lot."""
    return sorted(lots, key=lambda lot: sha256(f"{prefix} {lot}"))
