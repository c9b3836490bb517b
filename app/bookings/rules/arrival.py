"""Who may come in at the door of a date."""

import datetime as dt
from dataclasses import dataclass

SEATS_GO = dt.timedelta(minutes=10)
"""So long before the start, the seats of those who have not come go to whoever stands at the door."""
ALL_COME = dt.timedelta(minutes=5)
"""Until so long before the start those come first who had applied and got no seat."""


@dataclass(frozen=True)
class Hall:
    """A date on one day, as it is at the door; `limit` None: nobody has said how many may be in the hall.

    `expected` have a seat and are not there yet. `share` places are kept for people without a seat; `walked_in` of
    those who are there had none. `allotted` places are with devices that may give them away without asking. `applied`
    are those who asked for a seat and got none.
    """

    limit: int | None
    present: int = 0
    expected: int = 0
    share: int = 0
    walked_in: int = 0
    allotted: int = 0
    applied: int = 0

    @property
    def is_full(self) -> bool:
        """Whether as many people are there as may be."""
        return self.limit is not None and self.present >= self.limit

    @property
    def room(self) -> int | None:
        """How many more people may be let in by who asks first; None: not limited."""
        return None if self.limit is None else max(0, self.limit - self.present - self.allotted)

    def all_come_from(self, starts_at: dt.datetime, *, has_applied: bool) -> dt.datetime:
        """From when on somebody without a seat may have every place that is left: first those who had applied."""
        return starts_at - (ALL_COME if self.applied and not has_applied else SEATS_GO)

    def room_without_seat(self, starts_at: dt.datetime, now: dt.datetime, *, has_applied: bool = False) -> int | None:
        """How many people without a seat may come in now.

        Until ten minutes before the start they have the places kept for them, and those that nobody has a seat on;
        then all that are left, and whoever had not applied five minutes later.
        """
        if self.room is None or self.limit is None or now >= self.all_come_from(starts_at, has_applied=has_applied):
            return self.room
        return min(self.room, max(0, self._kept, self.limit - self.present - self.expected))

    def allotment(self, devices: int, starts_at: dt.datetime, now: dt.datetime) -> int | None:
        """How many places one of so many devices may have to give away by itself; None: not limited.

        Never what others have, never more than people are expected. From ten minutes before the start, people
        without a seat are one more device that takes its part.
        """
        if self.room is None or self.limit is None:
            return None
        is_late = now >= starts_at - SEATS_GO
        kept = 0 if is_late else max(0, self._kept)
        part = (self.limit - self.present - kept) // (devices + is_late)
        return max(0, min(part, self.room - kept, self.expected))

    @property
    def _kept(self) -> int:
        """How many places are still kept for people without a seat."""
        return self.share - self.walked_in
