"""Passwords: argon2id, at most two hashes at a time in a process, so that sign-ins can't eat the memory (R20)."""

import threading
import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

AT_ONCE = threading.BoundedSemaphore(2)
ROUNDS = 3
NOBODY = "a password that nobody has"


def hash_password(password: str, memory_kib: int) -> str:
    """The hash to store."""
    with AT_ONCE:
        return _hasher(memory_kib).hash(_composed(password))


def is_right(password: str, stored: str | None, memory_kib: int) -> bool:
    """Whether the password fits the hash; without a hash, the same work is done for nothing (R22)."""
    hasher = _hasher(memory_kib)
    with AT_ONCE:
        try:
            return hasher.verify(stored or dummy_hash(memory_kib), _composed(password)) and bool(stored)
        except (VerificationError, InvalidHashError):
            return False


def is_outdated(stored: str, memory_kib: int) -> bool:
    """Whether the hash was made with other parameters than a new one would be."""
    return _hasher(memory_kib).check_needs_rehash(stored)


@cache
def dummy_hash(memory_kib: int) -> str:
    """A hash to check against where there is no account."""
    return _hasher(memory_kib).hash(NOBODY)


def _composed(password: str) -> str:
    """One form for what looks the same: some keyboards send an umlaut as letter and dots."""
    return unicodedata.normalize("NFC", password)


@cache
def _hasher(memory_kib: int) -> PasswordHasher:
    return PasswordHasher(time_cost=ROUNDS, memory_cost=memory_kib, parallelism=1)
