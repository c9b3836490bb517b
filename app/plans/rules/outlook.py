"""Whether more time would close what a proposal leaves open for want of it: tried out, never guessed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from app.plans.optimiser import Case
from app.plans.rules.proposal import Open, Why

LONGEST_WEEK = 1200
MOST_WEEKS = 52
Levels = Mapping[int, int]
Best = Callable[[Case], Levels | None]
"""The levels of the best plan of a case; None where it was not found in time."""


def with_what_helps(case: Case, found: Sequence[Open], best: Best) -> list[Open]:
    """What stays open; where the time is too short, with what of it would help, as far as a person can enter it."""
    if not any(one.why is Why.TIME for one in found):
        return list(found)
    tries = _Tries(replace(case, previous=None, promised=0), best)
    return [replace(one, why=tries.why(one)) if one.why is Why.TIME else one for one in found]


class _Tries:
    def __init__(self, case: Case, best: Best) -> None:
        self.case, self.best = case, best
        self.known: dict[tuple[int, int, bool], Levels | None] = {}

    def why(self, one: Open) -> Why:
        """What is too short: the minutes, the weeks, either, both at once, or neither."""
        case = self.case
        minutes, weeks = self._helps(one, LONGEST_WEEK, case.weeks), self._helps(one, case.weekly_minutes, MOST_WEEKS)
        if minutes and weeks:
            return Why.EITHER
        if minutes:
            is_dated = self._helps(one, case.weekly_minutes, MOST_WEEKS, has_dates=False)
            return Why.BEFORE_DATES if is_dated and weeks is False else Why.MINUTES
        if weeks:
            return Why.WEEKS
        both = self._helps(one, LONGEST_WEEK, MOST_WEEKS)
        return Why.BOTH if both else Why.NEVER if both is False else Why.TIME

    def _helps(self, one: Open, minutes: int, weeks: int, *, has_dates: bool = True) -> bool | None:
        """Whether the competence comes further with so much time; None where that is not known."""
        key = minutes, weeks, has_dates
        if key not in self.known:
            offers = tuple(offer if has_dates else replace(offer, is_seminar=False) for offer in self.case.offers)
            self.known[key] = self.best(replace(self.case, weekly_minutes=minutes, weeks=weeks, offers=offers))
        levels = self.known[key]
        return None if levels is None else levels.get(one.competence, 0) > one.level
