"""The yardstick does not change: its file is compared with this hash before every run."""

import hashlib
from pathlib import Path

FLOOR = Path(__file__).with_name("floor.py")
CHECKSUM = "a0610f7c9da3e06d269f0e27c8d78b2587b2c14f816c2c4b39666b426b88a300"


def checksum() -> str:
    """The hash of the floor page's file."""
    return hashlib.sha256(FLOOR.read_bytes()).hexdigest()


def check_floor() -> None:
    """Stop where the floor page was changed: its figures could not be compared with any before."""
    if checksum() != CHECKSUM:
        raise SystemExit("bench/floor.py was changed. It is the yardstick of all figures: restore it.")
