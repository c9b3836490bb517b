"""Passwords: argon2id, at most two hashes at a time in a process, so that sign-ins can't eat the memory (R20)."""

import threading
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

AT_ONCE = threading.BoundedSemaphore(2)
ROUNDS = 3
NOBODY = "a password that nobody has"


def hash_password(password: str, memory_kib: int) -> str:
    """The hash to store."""
    with AT_ONCE:
        return _hasher(memory_kib).hash(password)


def is_right(password: str, stored: str | None, memory_kib: int) -> bool:
    """Whether the password fits the hash; without a hash, the same work is done for nothing (R22)."""
    hasher = _hasher(memory_kib)
    with AT_ONCE:
        try:
            return hasher.verify(stored or dummy_hash(memory_kib), password) and stored is not None
        except (VerifyMismatchError, InvalidHashError):
            return False


@cache
def dummy_hash(memory_kib: int) -> str:
    """A hash to check against where there is no account."""
    return _hasher(memory_kib).hash(NOBODY)


@cache
def _hasher(memory_kib: int) -> PasswordHasher:
    return PasswordHasher(time_cost=ROUNDS, memory_cost=memory_kib, parallelism=1)
