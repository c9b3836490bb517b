"""The weekly review: less or more time for learning, one click at a time."""

LEAST, MOST, CLICK = 15, 1200, 15


def paces(weekly_minutes: int) -> tuple[int | None, int | None]:
    """A quarter of an hour less and more a week, where there is room for it."""
    less, more = weekly_minutes - CLICK, weekly_minutes + CLICK
    return (less if less >= LEAST else None), (more if more <= MOST else None)
