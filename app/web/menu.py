"""Where in the menu a page stands, when its address does not say so."""

from flask import g, request


def stand_below(place: str) -> None:
    """Let the page count as one below this first part of an address: `team` for what a leader does."""
    g.menu_place = place


def said() -> str | None:
    """What the page has said about its place."""
    place: str | None = g.get("menu_place")
    return place


def place() -> str:
    """The first part of the page's address, or what the page has said instead."""
    return said() or first_part(request.path)


def first_part(path: str) -> str:
    """The first part of an address."""
    return path.split("/")[1]
