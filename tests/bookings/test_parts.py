"""Parts of a whole, as the slots of an event: who may have one, and that no two of a person overlap."""

import datetime as dt
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from app import clock
from app.bookings import actions, audit, queries
from app.bookings.actions import parts
from app.bookings.models import Bookable, Booking, Span
from app.bookings.rules import Kind, State, Way
from app.db import begin_writing, db
from app.errors import Refused
from app.people.models import Person
from app.text.language import speaking
from tests import make

HOUR = dt.timedelta(hours=1)
UNTIL_IT_WAITS = 0.3
START = clock.at(clock.today() + dt.timedelta(days=30), dt.time(9))


@pytest.fixture
def english(context):
    with speaking("en"):
        yield


def part(whole, title, begins=0, hours=1, seats=5):
    made = make.bookable(title, seats, kind=Kind.SLOT, part_of_id=whole.id, has_waitlist=False)
    made.starts_at, made.ends_at = START + begins * HOUR, START + (begins + hours) * HOUR
    made.closes_at = made.cancel_until = made.starts_at
    made.spans = [Span(starts_at=made.starts_at, ends_at=made.ends_at)]
    db.session.flush()
    return made


def book(bookable, person):
    return actions.book(bookable, person, by=person)


def test_a_part_is_for_those_who_have_a_seat_in_the_whole(english):
    whole, ada = make.bookable("Lerntage"), make.person("Ada Ahrens")

    with pytest.raises(Refused, match="Please sign up for the event first"):
        book(part(whole, "Vormittag"), ada)

    book(whole, ada)
    assert book(part(whole, "Nachmittag"), ada).state is State.CONFIRMED


def test_a_second_part_at_the_same_time_is_refused_and_named(english):
    whole, ada = make.bookable("Lerntage"), make.person("Ada Ahrens")
    book(whole, ada)
    book(part(whole, "Klare Sprache", hours=2), ada)

    with pytest.raises(Refused, match="You have a seat in “Klare Sprache” at the same time"):
        book(part(whole, "Daten lesen", begins=1), ada)

    assert book(part(whole, "Danach", begins=2), ada).state is State.CONFIRMED
    assert audit.violations() == []


@pytest.mark.parametrize("way", Way)
def test_no_way_leads_to_two_parts_at_once(english, way):
    whole, ada = make.bookable("Lerntage"), make.person("Ada Ahrens")
    book(whole, ada)
    book(part(whole, "Klare Sprache"), ada)

    with pytest.raises(Refused):
        actions.admit(part(whole, "Daten lesen"), ada, way=way, by=ada)


def test_what_is_called_off_stands_in_nobodys_way(english):
    whole, ada = make.bookable("Lerntage"), make.person("Ada Ahrens")
    book(whole, ada)
    off = part(whole, "Fällt aus")
    book(off, ada)
    off.cancelled_at = clock.now()
    actions.rewrite_times(whole)

    assert book(part(whole, "Ersatz"), ada).state is State.CONFIRMED


def test_who_gives_back_the_whole_gives_back_its_parts(english):
    whole, ada = make.bookable("Lerntage"), make.person("Ada Ahrens")
    seat = book(whole, ada)
    booked = [book(part(whole, "Vormittag"), ada), book(part(whole, "Nachmittag", begins=4), ada)]

    actions.cancel(seat, by=ada)

    assert [booking.state for booking in booked] == [State.CANCELLED] * 2
    assert audit.violations() == []


def test_a_whole_and_its_parts_are_no_clash(english):
    whole, ada = make.bookable("Lerntage"), make.person("Ada Ahrens")
    whole.spans[0].starts_at, whole.spans[0].ends_at = START, START + 9 * HOUR
    book(whole, ada)
    one = part(whole, "Vormittag")
    book(one, ada)

    assert queries.clashes_of(ada.id, whole.id) == []
    assert queries.clashes_of(ada.id, one.id) == []


def test_the_database_itself_refuses_two_parts_at_once(english, monkeypatch):
    whole, ada = make.bookable("Lerntage"), make.person("Ada Ahrens")
    book(whole, ada)
    monkeypatch.setattr(parts, "refuse_unless_it_fits", lambda *_: None)
    book(part(whole, "Klare Sprache"), ada)

    with pytest.raises(IntegrityError, match="one_part_at_a_time"):
        book(part(whole, "Daten lesen"), ada)


def test_a_time_that_was_given_back_is_free_and_one_that_moved_is_taken_where_it_is_now(english, monkeypatch):
    whole, ada = make.bookable("Lerntage"), make.person("Ada Ahrens")
    book(whole, ada)
    monkeypatch.setattr(parts, "refuse_unless_it_fits", lambda *_: None)
    give_back(book(part(whole, "Klare Sprache"), ada).id)
    moved = part(whole, "Daten lesen")
    book(moved, ada)
    later = (moved.ends_at, moved.ends_at + HOUR)
    actions.describe(replace(moved.description, spans=[later]), by=ada)
    actions.rewrite_times(whole)

    book(part(whole, "Vorlesen"), ada)
    assert audit.violations() == []
    with pytest.raises(IntegrityError, match="one_part_at_a_time"):
        book(part(whole, "Schreiben", begins=1), ada)


def test_the_audit_sees_somebody_in_two_parts_at_once(english):
    whole, ada = make.bookable("Lerntage"), make.person("Ada Ahrens")
    book(whole, ada)
    one, other = part(whole, "Klare Sprache"), part(whole, "Daten lesen", begins=3)
    book(one, ada)
    book(other, ada)

    other.spans[0].starts_at, other.spans[0].ends_at = one.starts_at, one.ends_at
    db.session.flush()

    assert {violation.promise for violation in audit.violations()} == {
        "nobody is in two parts of an event at once",
        "the time of each seat in a part is written down",
    }


def test_the_audit_sees_a_time_without_a_seat(english):
    whole, ada = make.bookable("Lerntage"), make.person("Ada Ahrens")
    book(whole, ada)
    seat = book(part(whole, "Klare Sprache"), ada)

    db.session.execute(update(Booking).where(Booking.id == seat.id).values(state=State.CANCELLED))

    assert "the time of each seat in a part is written down" in {one.promise for one in audit.violations()}


def test_the_audit_sees_a_part_without_the_whole(english, monkeypatch):
    whole, ada = make.bookable("Lerntage"), make.person("Ada Ahrens")
    monkeypatch.setattr(parts, "refuse_unless_it_fits", lambda *_: None)

    book(part(whole, "Klare Sprache"), ada)

    assert {violation.promise for violation in audit.violations()} == {"who has a seat in a part has one in the whole"}


def at_once(app, people, bookables):
    """Each person asks for all of these at the same moment; how many asked at once."""
    barrier = threading.Barrier(len(people) * len(bookables))
    trouble = []

    def ask(person_id, bookable_id):
        with app.test_request_context():
            barrier.wait()
            begin_writing()
            person, bookable = db.session.get(Person, person_id), db.session.get(Bookable, bookable_id)
            try:
                book(bookable, person)
                db.session.commit()
            except Refused:
                db.session.rollback()
            except Exception as error:
                trouble.append(error)

    crew = [threading.Thread(target=ask, args=(one, other)) for one in people for other in bookables]
    for thread in crew:
        thread.start()
    for thread in crew:
        thread.join()
    return trouble


def town(seats):
    whole = make.bookable("Lerntage", seats=None)
    people = [make.person(f"Kim Probe{number}") for number in range(4)]
    for person in people:
        book(whole, person)
    return [person.id for person in people], [part(whole, title, seats=seats).id for title in "ABC"]


def learning_day():
    """Ada has a seat in an event and in one of its parts."""
    whole, ada = make.bookable("Lerntage"), make.person("Ada Ahrens")
    return [book(one, ada).id for one in (whole, part(whole, "Vormittag"))]


def give_back(booking_id):
    booking = db.session.get_one(Booking, booking_id)
    actions.cancel(booking, by=booking.person)
    return booking


def test_a_part_that_is_given_back_while_the_whole_is_given_back_is_given_back_once(app, saved):
    whole, one = saved(learning_day)

    def leave_the_whole():
        with app.test_request_context():
            begin_writing()
            give_back(whole)
            db.session.commit()

    with ThreadPoolExecutor(1) as pool:
        with app.test_request_context():
            begin_writing()
            give_back(one)
            leaving = pool.submit(leave_the_whole)
            time.sleep(UNTIL_IT_WAITS)
            db.session.commit()
        leaving.result()

    with app.test_request_context():
        assert [booking.state for booking in db.session.scalars(select(Booking))] == [State.CANCELLED] * 2
    assert promises(app) == set()


def promises(app):
    with app.test_request_context():
        return {violation.promise for violation in audit.violations()}


def test_who_asks_for_several_parts_at_once_gets_one(app, saved):
    people, bookables = saved(town, 2)

    assert at_once(app, people, bookables) == []
    assert promises(app) == set()


def test_without_the_lock_on_the_whole_the_database_refuses_the_second_seat(app, saved, backend, monkeypatch):
    """On SQLite one writes after the other anyway: there nobody is refused by it."""
    monkeypatch.setattr(parts, "lock_whole", lambda *_: None)

    for _ in range(10):
        people, bookables = saved(town, 5)
        if trouble := at_once(app, people, bookables):
            break

    assert [error for error in trouble if not isinstance(error, IntegrityError)] == []
    assert bool(trouble) == (backend.name == "postgresql")
    assert promises(app) == set()
