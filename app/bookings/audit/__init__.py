"""Every promise about seats, checked on the data as it is."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app import clock
from app.bookings.audit import numbers, order, parts


@dataclass(frozen=True)
class Violation:
    """A promise that is broken, and where."""

    promise: str
    where: str

    def __str__(self) -> str:
        return f"{self.promise}: {self.where}"


def violations(now: dt.datetime | None = None) -> list[Violation]:
    """All broken promises; an empty list is what everybody wants."""
    now = now or clock.now()
    return [Violation(promise, where) for promise, check in PROMISES.items() for where in check(now)]


PROMISES: dict[str, Callable[[dt.datetime], Iterator[str]]] = {
    "everything that can be booked has its seats": numbers.without_seats,
    "nobody is confirmed beyond the seats": numbers.oversold,
    "no seat is offered that somebody has": numbers.offered_too_often,
    "a seat is kept for everybody who is invited": numbers.invited_in_vain,
    "who took a seat by invitation was invited": numbers.uninvited,
    "no group has more seats than its quota": numbers.beyond_quotas,
    "no seat is idle while somebody waits": numbers.idle_seats,
    "nobody holds two bookings of one thing": numbers.booked_twice,
    "who is offered a seat has one open offer": numbers.offers_astray,
    "the history tells how each booking came about": order.history_broken,
    "the line is served in its order": order.passed_over,
    "the order of a draw is what its list and seed say": order.drawn_otherwise,
    "nobody has a seat who was drawn behind somebody who waits": order.seated_out_of_turn,
    "no request waits for a leader beyond its time": order.left_undecided,
    "nobody is in two parts of an event at once": parts.in_two_parts_at_once,
    "the time of each seat in a part is written down": parts.times_astray,
    "who has a seat in a part has one in the whole": parts.parts_without_whole,
    "each seat passed to a colleague is given once and taken once": order.handed_astray,
    "the hall is never too full": numbers.hall_too_full,
}
