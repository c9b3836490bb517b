"""A room for one thing at a time, unless those who plan say otherwise."""

from flask_babel import format_date
from flask_babel import gettext as _

from app import clock
from app.bookings import queries
from app.bookings.rules import Description
from app.errors import Refused


def refuse_taken_place(description: Description, *, but: int | None = None) -> None:
    """Say what else takes place in the room at the same time; what is not published yet is not named."""
    found = queries.taken_at(description.place, description.spans, but)
    if not found:
        return
    other = found[0]
    title = _("A date that is not published yet") if other.is_draft else f"“{other.title}”"
    raise Refused(
        _(
            "The room is taken: %(title)s is there on %(day)s. Choose another room or time, or plan it "
            "there all the same.",
            title=title,
            day=format_date(clock.local(other.starts_at).date(), "long"),
        ),
        "shares_place",
    )
