"""Which places are rooms, of which there is one."""

NO_ROOM = ("online", "video", "digital")


def room(place: str) -> str | None:
    """A room as it is compared, whatever is big or small in it; None where everybody has a place of their own."""
    plain = " ".join(place.casefold().split())
    return None if plain.startswith(NO_ROOM) else plain
