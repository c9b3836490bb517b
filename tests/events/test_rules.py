"""The calendar's months, and what organisers are told about the waitlist."""

import datetime as dt

import pytest

from app.bookings import rules as bookings_rules
from app.bookings.rules import DrawStage, Seats, Terms
from app.events import rules
from app.text.language import speaking

TODAY = dt.date(2026, 11, 24)
NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)
STARTS = NOW + dt.timedelta(days=3)
TERMS = Terms(None, STARTS, STARTS, STARTS)
BEGUN = Terms(None, NOW, NOW, NOW, ends_at=STARTS)
OVER = Terms(None, NOW, NOW, NOW, ends_at=NOW)
CANCELLED = Terms(None, STARTS, STARTS, STARTS, is_cancelled=True)


def test_a_month_is_shown_in_whole_weeks():
    month = rules.month_named("2026-11", TODAY)

    assert month.weeks[0][0] == dt.date(2026, 10, 26)
    assert month.weeks[-1][-1] == dt.date(2026, 12, 6)
    assert {len(week) for week in month.weeks} == {7}


def test_months_follow_one_another_over_the_turn_of_the_year():
    assert rules.month_named("2026-12", TODAY).next.name == "2027-01"
    assert rules.month_named("2027-01", TODAY).previous.name == "2026-12"


@pytest.mark.parametrize("name", ["", "2026", "2026-13", "November", "0001-01x", "'; DROP TABLE event"])
def test_a_month_that_makes_no_sense_is_the_present_one(name):
    assert rules.month_named(name, TODAY).name == "2026-11"


@pytest.mark.parametrize(("name", "shown"), [("1066-10", "2000-01"), ("9999-12", "2099-12")])
def test_the_calendar_ends_somewhere(name, shown):
    month = rules.month_named(name, TODAY)

    assert month.name == shown
    assert shown in (month.previous.name, month.next.name)


def test_by_day_shows_what_lasts_several_days_on_each_of_them():
    monday, tuesday = dt.date(2026, 11, 23), dt.date(2026, 11, 24)

    assert rules.by_day([(monday, tuesday, "fair"), (tuesday, tuesday, "talk")]) == {
        monday: ["fair"],
        tuesday: ["fair", "talk"],
    }


@pytest.mark.parametrize(
    ("seats", "terms", "says"),
    [
        (Seats(10, confirmed=10), TERMS, "Nobody is waiting for a seat."),
        (Seats(10, confirmed=10, waiting=2), BEGUN, "The date has begun, so no more seats are offered"),
        (Seats(10, confirmed=10, waiting=2), OVER, "This date is over. 2 people were still on the waitlist."),
        (Seats(10, confirmed=10, offered=1), OVER, "This date is over."),
        (Seats(10, confirmed=9, waiting=2), CANCELLED, "The date was cancelled, so no more seats are given."),
        (Seats(10, confirmed=9, waiting=2), TERMS, "goes to the first person on the waitlist within a minute"),
        (Seats(10, confirmed=9, offered=1, waiting=2), TERMS, "1 seat is on offer."),
        (Seats(10, confirmed=10, waiting=2), TERMS, "All seats are taken."),
    ],
)
def test_line_sentence_says_why_nobody_moves_up(context, seats, terms, says):
    with speaking("en"):
        assert says in bookings_rules.line_sentence(seats, terms, NOW)


@pytest.mark.parametrize(
    ("seats", "says"),
    [
        (Seats(10, confirmed=1, offered=2), "1 of 10 seats is taken, 2 on offer."),
        (Seats(10, confirmed=3), "3 of 10 seats are taken."),
        (Seats(10, allowance=2, confirmed=12), "12 people have a seat, for 10 seats."),
    ],
)
def test_what_is_taken_and_on_offer_is_said(context, seats, says):
    with speaking("en"):
        assert bookings_rules.taken_sentence(seats) == says


@pytest.mark.parametrize(
    ("counts", "says"),
    [
        ((1, 0, 0), "There is now 1 seat."),
        (
            (1200, 1, 0),
            "There are now 1,200 seats. 1 person from the waitlist has an offer now and stands first in the list.",
        ),
        ((2, 0, 1), "There are now 2 seats. 1 person has a seat at once, as they wished."),
        (
            (2, 3, 2),
            "There are now 2 seats. 3 people from the waitlist have an offer now and stand first in the list. "
            "2 people have a seat at once, as they wished.",
        ),
    ],
)
def test_what_a_new_number_of_seats_has_done_is_said(context, counts, says):
    with speaking("en"):
        assert bookings_rules.resized_sentences(*counts) == says


@pytest.mark.parametrize(
    ("waiting", "says"),
    [
        (0, "Nobody loses a seat by this,"),
        (1, "1 person is waiting. Raising the number offers this person a seat"),
        (2, "2 people are waiting. Raising the number offers as many of them"),
    ],
)
def test_what_a_new_number_of_seats_would_do_is_said(context, waiting, says):
    with speaking("en"):
        assert bookings_rules.resize_sentence(Seats(5, waiting=waiting), TERMS, NOW).startswith(says)


def test_once_a_date_has_begun_a_new_number_of_seats_promises_nobody_an_offer(context):
    with speaking("en"):
        assert bookings_rules.resize_sentence(Seats(5, waiting=2), BEGUN, NOW).startswith(
            "Nobody loses a seat by this,"
        )


@pytest.mark.parametrize(
    ("seats", "applied", "says"),
    [
        (Seats(12), 36, "36 people have applied for 12 seats."),
        (Seats(1), 1, "1 person has applied for 1 seat."),
        (Seats(None), 2, "2 people have applied."),
    ],
)
def test_where_lots_decide_the_applicants_are_counted(context, seats, applied, says):
    with speaking("en"):
        assert bookings_rules.applied_sentence(seats, applied) == says


@pytest.mark.parametrize(
    ("stage", "is_closed", "says"),
    [
        (None, False, "Say first where chance will come from."),
        (DrawStage.ANNOUNCED, False, "Lots are drawn from 30 Dec on. When sign-up has closed, you fix the list."),
        (DrawStage.ANNOUNCED, True, "Fix the list before 30 Dec, the day of the seed."),
        (DrawStage.FIXED, True, "Lots are drawn from 30 Dec on, as soon as you enter the seed."),
        (DrawStage.DRAWN, True, "The seats are being given now"),
    ],
)
def test_what_comes_next_on_the_way_to_the_draw_is_said(context, stage, is_closed, says):
    with speaking("en"):
        assert says in bookings_rules.draw_sentence(stage, "30 Dec", is_closed=is_closed)
