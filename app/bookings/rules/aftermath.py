"""How a date went, in numbers."""

from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext


@dataclass(frozen=True)
class Aftermath:
    """What is left of a date when it is over; `seats` None: not limited.

    `accepted` had a seat when it began, `came` were there on at least one day, `walked_in` of them without a seat.
    Of all who ever `waited`, some `moved_up` to a seat, some `waited_in_vain`, and the others had left the line. Who
    was `declined` had asked for a seat, and neither a leader nor the lots gave one.
    """

    seats: int | None
    accepted: int = 0
    came: int = 0
    walked_in: int = 0
    given_back: int = 0
    waited: int = 0
    moved_up: int = 0
    waited_in_vain: int = 0
    turned_away: int = 0
    declined: int = 0

    @property
    def stayed_away(self) -> int:
        """How many had a seat and did not come."""
        return max(0, self.accepted - (self.came - self.walked_in))

    @property
    def left_empty(self) -> int | None:
        """How many seats nobody sat on; None where they are not limited."""
        return None if self.seats is None else max(0, self.seats - self.came)

    @property
    def left_line(self) -> int:
        """How many had waited and then gave up their place."""
        return max(0, self.waited - self.moved_up - self.waited_in_vain)

    @property
    def sentence(self) -> str:
        """The gist of it: how many came, what stayed empty, and who would have liked to come."""
        if self.came == 0:
            return _("It was not recorded who came, so nothing can be said of empty seats.")
        parts = [ngettext("%(num)d person came", "%(num)d people came", self.came)]
        if self.left_empty:
            parts.append(ngettext("%(num)d seat stayed empty", "%(num)d seats stayed empty", self.left_empty))
        elif self.left_empty == 0:
            parts.append(_("no seat stayed empty"))
        if self.waited_in_vain:
            parts.append(
                ngettext(
                    "%(num)d person waited for a seat in vain",
                    "%(num)d people waited for a seat in vain",
                    self.waited_in_vain,
                )
            )
        return _("%(what)s.", what=", ".join(parts))
