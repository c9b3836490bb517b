"""What people are told about their bookings."""

import dataclasses
import datetime as dt

import icalendar
import pytest
from sqlalchemy import select

from app import clock
from app.bookings import actions
from app.bookings.models import Span
from app.bookings.rules import Mode
from app.db import db
from app.notifications import letters
from app.notifications.models import Mail, Notice
from app.notifications.sentences import sentence
from app.people.rules import Position
from app.text.language import speaking
from tests import make

DAY = dt.date(2031, 12, 8)


@pytest.fixture(autouse=True)
def english(context):
    with speaking("en"):
        yield


def in_meetings(number=2, **other):
    """A bookable that takes place in so many mornings, a week apart."""
    days = [DAY + dt.timedelta(days=7 * n) for n in range(number)]
    spans = [Span(starts_at=clock.at(day, dt.time(9)), ends_at=clock.at(day, dt.time(12))) for day in days]
    first, last = spans[0].starts_at, spans[-1].ends_at
    made = make.bookable(starts_at=first, ends_at=last, closes_at=first, cancel_until=first, **other)
    made.spans = spans
    db.session.flush()
    return made


def letters_to(person):
    found = db.session.scalars(select(Mail).where(Mail.person_id == person.id).order_by(Mail.id))
    return [letters.write(mail.kind, mail.values, mail.path, person) for mail in found]


def test_a_letter_names_each_meeting_of_a_course_in_several():
    ada = make.person("Ada Ahrens", language="en")

    actions.book(in_meetings(), ada, by=ada)

    assert "When: Monday 8 December 2031, 09:00–12:00; Monday 15 December 2031, 09:00–12:00\n" in letters_to(ada)[
        0
    ].text.replace("\xa0", " ")


def told(person):
    found = db.session.scalars(select(Notice).where(Notice.person_id == person.id).order_by(Notice.id))
    return [sentence(notice.kind, notice.values) for notice in found]


def new(person):
    return db.session.scalars(select(Notice).where(Notice.person_id == person.id, Notice.read_at.is_(None))).all()


@pytest.mark.parametrize(("seats", "ending"), [(1, "Your seat in"), (0, "You have left the waitlist of")])
def test_who_leaves_reads_what_they_have_left(seats, ending):
    ada = make.person("Ada Ahrens", language="en")
    booking = actions.book(make.bookable(seats=seats), ada, by=ada)

    actions.cancel(booking, by=ada)

    assert told(ada)[-1].startswith(ending)
    assert ending in letters_to(ada)[-1].text


def test_who_withdraws_a_request_or_passes_on_an_offer_reads_so():
    cast = make.cast()
    request = actions.book(make.bookable(mode=Mode.APPROVAL), cast.ada, by=cast.ada)
    full = make.bookable(seats=1)
    seat, waiting = actions.book(full, cast.max, by=cast.max), actions.book(full, cast.ada, by=cast.ada)
    actions.cancel(seat, by=cast.max)

    actions.cancel(request, by=cast.ada)
    assert "Your request for" in told(cast.ada)[-1]
    assert "is withdrawn." in told(cast.ada)[-1]
    actions.pass_offer_on(waiting, by=cast.ada)
    assert "goes to the next person in line." in told(cast.ada)[-1]


@pytest.mark.parametrize(
    ("at_once", "says"), [(True, "the seat is yours without asking"), (False, "you receive an offer")]
)
def test_the_letter_to_the_waitlist_says_what_was_wished_for(at_once, says):
    ada = make.person("Ada Ahrens", language="en")

    actions.book(make.bookable(seats=0), ada, by=ada, takes_seat_at_once=at_once)

    assert says in letters_to(ada)[0].text


@pytest.mark.parametrize("decide", [actions.approve, actions.decline, actions.cancel])
def test_what_was_decided_or_withdrawn_no_longer_waits_among_the_new_messages(decide):
    cast = make.cast()
    kai = make.person("Kai Klein", cast.office)
    first, other = (actions.book(make.bookable(mode=Mode.APPROVAL), who, by=who) for who in (cast.ada, kai))

    decide(first, by=cast.max)

    assert [notice.values["booking"] for notice in new(cast.max)] == [other.id]


def test_a_deputy_who_was_asked_too_has_nothing_new_either():
    cast = make.cast()
    deputy = make.person("Dia Deputy", cast.office)
    make.head(cast.office, deputy, Position.DEPUTY, valid_from=clock.today(), valid_to=clock.today())
    request = actions.book(make.bookable(mode=Mode.APPROVAL), cast.ada, by=cast.ada)
    assert len(new(deputy)) == 1

    actions.approve(request, by=cast.max)

    assert new(deputy) == []


def invitations(person):
    """What a person's calendar was told, oldest first."""
    found = db.session.scalars(select(Mail).where(Mail.person_id == person.id).order_by(Mail.id))
    return [
        (mail.kind.value, mail.invitation["method"], mail.invitation["sequence"]) for mail in found if mail.invitation
    ]


def test_a_seat_comes_into_the_calendar_and_leaves_it_with_the_booking():
    ada = make.person("Ada Ahrens")
    booking = actions.book(make.bookable(), ada, by=ada)
    actions.cancel(booking, by=ada)

    assert invitations(ada) == [("booking-confirmed", "REQUEST", 0), ("booking-cancelled", "CANCEL", 0)]


def test_who_waits_has_nothing_in_the_calendar_until_there_is_a_seat():
    bookable, ada, ben = make.bookable(seats=1), make.person("Ada"), make.person("Ben")
    seat = actions.book(bookable, ada, by=ada)
    actions.book(bookable, ben, by=ben, takes_seat_at_once=True)
    assert invitations(ben) == []

    actions.cancel(seat, by=ada)

    assert invitations(ben) == [("booking-confirmed", "REQUEST", 0)]


def test_a_date_that_moves_or_is_called_off_changes_in_the_calendars_of_those_with_a_seat_alone():
    bookable, ada, ben, orga = make.bookable(seats=1), make.person("Ada"), make.person("Ben"), make.person("Orga")
    actions.book(bookable, ada, by=ada)
    actions.book(bookable, ben, by=ben)
    before = bookable.description
    held = actions.holders(bookable)

    actions.describe(dataclasses.replace(before, place="Anderswo"), by=orga)
    actions.tell_moved(bookable, before, held)
    actions.call_off(bookable, reason="Wasserrohrbruch", by=orga)

    assert invitations(ada) == [
        ("booking-confirmed", "REQUEST", 0),
        ("date-moved", "REQUEST", 1),
        ("date-called-off", "CANCEL", 2),
    ]
    assert invitations(ben) == []


def test_another_title_raises_the_number_and_another_number_of_seats_does_not():
    bookable = make.bookable()
    actions.describe(dataclasses.replace(bookable.description, seats=99), by=None)
    assert bookable.calendar_sequence == 0

    actions.describe(dataclasses.replace(bookable.description, title="Anders"), by=None)

    assert bookable.calendar_sequence == 1


def test_the_invitation_goes_with_the_letter_and_names_its_method_in_the_header_too():
    ada = make.person("Ada Ahrens", email="ada@stadt.example")
    bookable = in_meetings()
    actions.book(bookable, ada, by=ada)
    mail = db.session.scalars(select(Mail)).one()

    text, calendar = letters.message(mail).iter_parts()

    assert text.get_content_type() == "text/plain"
    assert (calendar.get_content_type(), calendar.get_param("method")) == ("text/calendar", "REQUEST")
    read = icalendar.Calendar.from_ical(calendar.get_content())
    [event] = read.walk("VEVENT")
    assert (read["METHOD"], event["UID"]) == ("REQUEST", f"{bookable.calendar_uid}@127.0.0.1")
    assert event["ATTENDEE"] == "mailto:ada@stadt.example"
    assert event["URL"] == "http://127.0.0.1:8000" + bookable.path
