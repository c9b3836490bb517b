"""How many people there are, told so that nobody is found out."""

from bisect import bisect_right

FLOOR = 5
STEPS = (5, 20, 100, 500)


def told(count: int) -> int | None:
    """The number, or None where it is so small that it could tell who is meant."""
    return count if count >= FLOOR else None


def band(count: int) -> tuple[int, int | None]:
    """The least and the most of the band in which a number lies: (0, 4), (5, 19) … (500, None)."""
    place = bisect_right(STEPS, count)
    least = STEPS[place - 1] if place else 0
    most = STEPS[place] - 1 if place < len(STEPS) else None
    return least, most
