"""Who may sign up, decide and organise."""

from app.bookings.models import Bookable, Booking, Handover, Invitation
from app.bookings.rules import Mode, Way, is_in_audience
from app.people.rules import Role
from app.people.viewer import Viewer


def can_book(viewer: Viewer, bookable: Bookable) -> bool:
    """Whether it is open to the viewer's unit; whether it is open now is asked when they sign up.

    Where people are invited, they answer the invitation instead.
    """
    return bookable.mode is not Mode.INVITATION and is_in_audience(bookable.audience_id, viewer.person.unit.path)


def can_change(viewer: Viewer, booking: Booking) -> bool:
    """Whether the booking is the viewer's own."""
    return booking.person_id == viewer.person.id


def can_decide(viewer: Viewer, booking: Booking) -> bool:
    """Whether this needs a leader's decision, and the viewer leads the person today, or the unit it was passed to."""
    if booking.bookable.mode is not Mode.APPROVAL or can_change(viewer, booking):
        return False
    return viewer.leads(booking.person) or is_passed_to(viewer, booking)


def is_passed_to(viewer: Viewer, booking: Booking) -> bool:
    """Whether nobody had decided in time, and the viewer leads the unit which the request was passed to."""
    return booking.passed_to is not None and booking.passed_to.path in viewer.leading.paths


def can_decide_for_somebody(viewer: Viewer) -> bool:
    """Whether there are people whose requests come to the viewer."""
    return viewer.is_leader


def can_book_for_team(viewer: Viewer, _bookable: Bookable) -> bool:
    """Whether there are people whom the viewer may sign up."""
    return viewer.is_leader


def can_book_for_somebody(viewer: Viewer, bookable: Bookable) -> bool:
    """Whether the viewer runs it and people sign up for it: not for a part alone, nor where they are invited."""
    has_sign_up = bookable.part_of_id is None and bookable.mode not in (Mode.INVITATION, Mode.DROP_IN)
    return has_sign_up and can_organise(viewer, bookable)


def can_take_back(viewer: Viewer, booking: Booking) -> bool:
    """Whether those who run it have entered this, and the viewer is one of them."""
    return booking.way is Way.ORGANISER and can_organise(viewer, booking.bookable)


def can_see_handover(viewer: Viewer, handover: Handover) -> bool:
    """Whether the viewer offers the seat, or it is offered to them."""
    return viewer.person.id in (handover.to_id, handover.booking.person_id)


def can_answer_handover(viewer: Viewer, handover: Handover) -> bool:
    """Whether the seat is offered to the viewer."""
    return handover.to_id == viewer.person.id


def can_withdraw_handover(viewer: Viewer, handover: Handover) -> bool:
    """Whether the viewer offers the seat."""
    return handover.booking.person_id == viewer.person.id


def can_answer_invitation(viewer: Viewer, invitation: Invitation) -> bool:
    """Whether it is the viewer who is invited."""
    return invitation.person_id == viewer.person.id


def can_check(viewer: Viewer, bookable: Bookable) -> bool:
    """Whether the viewer may read the list of a draw under pseudonyms: auditors, and whoever runs it."""
    return viewer.has_anywhere(Role.AUDITOR) or can_organise(viewer, bookable)


def can_organise(viewer: Viewer, bookable: Bookable) -> bool:
    """Whether the viewer runs it."""
    return any(organiser.person_id == viewer.person.id for organiser in bookable.organisers)
