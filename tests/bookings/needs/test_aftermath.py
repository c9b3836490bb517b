"""How a date went."""

from app import clock
from app.bookings import actions
from app.bookings import queries as bookings
from app.bookings.models import BookingChange
from app.bookings.rules import State
from app.db import db
from tests import make


def test_what_became_of_seats_and_of_the_line(context):
    lin, bookable = make.person("Lin"), make.bookable(seats=3, in_days=0)
    day = clock.today()
    came, absent, back, up, vain, left, door, no = (make.booking(bookable, make.person()) for _ in range(8))
    steps = {
        came: [State.CONFIRMED],
        absent: [State.CONFIRMED],
        back: [State.CONFIRMED, State.CANCELLED],
        up: [State.WAITLISTED, State.OFFERED, State.CONFIRMED],
        vain: [State.WAITLISTED],
        left: [State.WAITLISTED, State.CANCELLED],
        door: [State.CONFIRMED],
        no: [State.DECLINED],
    }
    for booking, states in steps.items():
        booking.state = states[-1]
        db.session.add_all(BookingChange(booking_id=booking.id, at=clock.now(), to_state=state) for state in states)
    door.way = "door"
    for booking in (came, door):
        make.attendance(booking, lin, day)
    for _ in range(2):
        actions.turn_away(bookable, day)

    went = bookings.aftermath(bookable)

    assert (went.seats, went.accepted, went.came, went.walked_in) == (3, 3, 2, 1)
    assert (went.stayed_away, went.left_empty, went.given_back) == (2, 1, 1)
    assert (went.waited, went.moved_up, went.waited_in_vain, went.left_line) == (3, 1, 1, 1)
    assert (went.turned_away, went.declined) == (2, 1)
    assert went.sentence == "2 people came, 1 seat stayed empty, 1 person waited for a seat in vain."


def test_where_nobody_noted_who_came_it_says_so(context):
    assert "not recorded" in bookings.aftermath(make.bookable(in_days=-2)).sentence


def test_a_full_hall_with_nobody_waiting(context):
    lin, bookable = make.person("Lin"), make.bookable(seats=1, in_days=0)
    make.attendance(make.booking(bookable, make.person()), lin)

    assert bookings.aftermath(bookable).sentence == "1 person came, no seat stayed empty."
