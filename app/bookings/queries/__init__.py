"""Questions about bookables, bookings and seats."""

from app.bookings.queries.bookables import bookables_organised_by, bookables_visible_to, is_run_by, is_visible_to
from app.bookings.queries.bookings import (
    bookings_led_by,
    bookings_of_bookable,
    decided_by,
    decisions_for,
    list_for_organiser,
    live_bookings_of,
    own_bookings,
    past_bookings_of,
    upcoming_bookings_of,
    with_meetings,
)
from app.bookings.queries.clashes import Clash, clashes_of, clashes_of_requests
from app.bookings.queries.panel import Panel, Step, panel
from app.bookings.queries.parts import locked_whole, parts_at_the_same_time, parts_of
from app.bookings.queries.seats import (
    bookables_with_expired_offers,
    live_booking,
    locked_pools,
    moved_up_since,
    next_in_line,
    place_in_line,
    places_in_line,
    run_out_bookings,
    seats_of,
)

__all__ = [
    "Clash",
    "Panel",
    "Step",
    "bookables_organised_by",
    "bookables_visible_to",
    "bookables_with_expired_offers",
    "bookings_led_by",
    "bookings_of_bookable",
    "clashes_of",
    "clashes_of_requests",
    "decided_by",
    "decisions_for",
    "is_run_by",
    "is_visible_to",
    "list_for_organiser",
    "live_booking",
    "live_bookings_of",
    "locked_pools",
    "locked_whole",
    "moved_up_since",
    "next_in_line",
    "own_bookings",
    "panel",
    "parts_at_the_same_time",
    "parts_of",
    "past_bookings_of",
    "place_in_line",
    "places_in_line",
    "run_out_bookings",
    "seats_of",
    "upcoming_bookings_of",
    "with_meetings",
]
