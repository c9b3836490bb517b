"""What a button beside the questions of a unit does to them, as plain values."""

from collections.abc import Sequence
from typing import Any, TypeVar

ADD, MORE, UP, DOWN = "add", "more", "up", "down"
T = TypeVar("T")


def places_of(step: str) -> list[int]:
    """The question, and where there is one the answer, that a button stands beside: [2, 0] of up-2-0."""
    return [int(place) for place in step.split("-")[1:] if place.isascii() and place.isdecimal()]


def stepped(check: Sequence[dict[str, Any]], step: str, kind: str) -> list[dict[str, Any]]:
    """The questions after it: one more of a kind, or a question or an answer in another place."""
    name, places = step.split("-")[0], places_of(step)
    if name == ADD:
        return [*check, {"question": "", "kind": kind, "answers": []}]
    if name not in (UP, DOWN) or not places or places[0] >= len(check):
        return list(check)
    if len(places) == 1:
        return _swapped(check, places[0], name)
    changed = dict(check[places[0]])
    if isinstance(changed.get("answers"), list):
        changed["answers"] = _swapped(changed["answers"], places[1], name)
    return [changed if position == places[0] else one for position, one in enumerate(check)]


def place_after(step: str, number: int) -> int | None:
    """Which of this many questions somebody looks at after it; None where it is no such button."""
    name, places = step.split("-")[0], places_of(step)
    if name == ADD:
        return number - 1
    if name in (UP, DOWN) and len(places) == 1:
        return min(max(places[0] + _way(name), 0), number - 1)
    return places[0] if places else None


def _swapped(things: Sequence[T], place: int, name: str) -> list[T]:
    """With one of them in its neighbour's place; as they are where it has none."""
    order, other = list(things), place + _way(name)
    if 0 <= other < len(order) and place < len(order):
        order[place], order[other] = order[other], order[place]
    return order


def _way(name: str) -> int:
    return -1 if name == UP else 1
