"""Each promise about seats, broken on purpose behind Lotse's back, is named; whole data is not."""

import datetime as dt

import pytest
from sqlalchemy import text

from app import clock
from app.bookings import actions, audit
from app.bookings.rules import Group, Stage
from app.db import begin_writing, db
from tests import make


def broken(**changed):
    return {violation.promise for violation in audit.violations(**changed)}


def run(statement, **values):
    db.session.flush()
    db.session.execute(text(statement), values)
    db.session.expire_all()


def book(bookable, name="Ada Ahrens"):
    person = make.person(name)
    return actions.book(bookable, person, by=person)


@pytest.fixture
def story(context):
    """One seat, given back and offered to the next, a third person waiting; everything is in order."""
    bookable = make.bookable(seats=1)
    seat, offered, waiting = book(bookable, "Max Mohr"), book(bookable), book(bookable, "Zoe Zander")
    actions.cancel(seat, by=seat.person)
    assert audit.violations() == []
    return bookable, seat, offered, waiting


def test_a_bookable_without_seats_is_named(story):
    bookable = make.bookable()
    run("DELETE FROM pool WHERE bookable_id = :id", id=bookable.id)

    assert broken() == {"everything that can be booked has its seats"}


def test_more_confirmed_than_seats_is_named(context):
    bookable = make.bookable(seats=2)
    for name in ("Ada Ahrens", "Max Mohr"):
        book(bookable, name)
    run("UPDATE pool SET capacity = 1")

    assert [str(violation) for violation in audit.violations()] == [
        f"nobody is confirmed beyond the seats: bookable {bookable.id} has 2 confirmed for 1 seats"
    ]


def test_an_allowance_counts_as_seats(context):
    bookable = make.bookable(seats=2)
    for name in ("Ada Ahrens", "Max Mohr"):
        book(bookable, name)
    run("UPDATE pool SET capacity = 1, allowance = 1")

    assert broken() == set()


def test_an_offer_of_a_seat_that_is_gone_is_named(story):
    run("UPDATE pool SET capacity = 0")

    assert broken() == {"no seat is offered that somebody has"}


def test_an_idle_seat_is_named_while_somebody_waits(story):
    run("UPDATE pool SET capacity = 2")

    assert broken() == {"no seat is idle while somebody waits"}


def test_an_offer_that_ran_out_long_ago_leaves_its_seat_idle(story):
    _, _, offered, _ = story
    just_now = offered.offer.expires_at + dt.timedelta(minutes=1)

    assert broken(now=just_now) == set()
    assert broken(now=just_now + audit.numbers.LATEST_JOB) == {"no seat is idle while somebody waits"}


def test_nothing_is_idle_once_the_date_has_begun(story):
    bookable, *_ = story

    assert broken(now=bookable.starts_at + dt.timedelta(hours=1)) == set()


def test_two_bookings_of_one_person_are_named(story):
    _, _, offered, waiting = story
    run("DROP INDEX one_live_booking")
    try:
        run("UPDATE booking SET person_id = :person WHERE id = :id", person=offered.person_id, id=waiting.id)

        assert broken() == {"nobody holds two bookings of one thing"}
    finally:
        db.session.rollback()


def test_an_offered_seat_without_an_offer_is_named(story):
    run("UPDATE offer SET answered_at = made_at")

    assert "who is offered a seat has one open offer" in broken()


def test_an_open_offer_of_somebody_else_is_named(story):
    _, _, _, waiting = story
    run("UPDATE offer SET booking_id = :id", id=waiting.id)

    assert "who is offered a seat has one open offer" in broken()


def test_a_state_that_the_history_does_not_know_is_named(story):
    _, _, _, waiting = story
    run("UPDATE booking SET state = 'cancelled' WHERE id = :id", id=waiting.id)

    assert [str(violation) for violation in audit.violations()] == [
        f"the history tells how each booking came about: booking {waiting.id} is cancelled, its history says waitlisted"
    ]


def test_a_booking_without_history_is_named(story):
    make.booking(make.bookable(), make.person())

    assert broken() == {"the history tells how each booking came about"}


@pytest.mark.parametrize(("before", "after"), [("cancelled", "waitlisted"), ("waitlisted", "waitlisted")])
def test_a_step_that_is_not_allowed_is_named(story, before, after):
    _, _, _, waiting = story
    run(
        "INSERT INTO booking_change (booking_id, at, from_state, to_state, reason) "
        "VALUES (:id, :at, :before, :after, '')",
        id=waiting.id,
        at="2026-11-24 09:00:00",
        before=before,
        after=after,
    )

    assert broken() == {"the history tells how each booking came about"}


def test_a_line_that_was_served_out_of_order_is_named(story):
    _, _, offered, waiting = story
    run(
        "UPDATE booking SET requested_at = :late WHERE id = :id",
        late=(clock.now() + dt.timedelta(days=1)).replace(tzinfo=None).isoformat(" "),
        id=offered.id,
    )

    assert [str(violation) for violation in audit.violations()] == [
        f"the line is served in its order: booking {offered.id} was served before booking {waiting.id}"
    ]


def one_confirmed_for_no_seat():
    begin_writing()
    book(make.bookable(seats=1))
    run("UPDATE pool SET capacity = 0")


def test_the_command_is_content_with_whole_data(app, cast):
    result = app.test_cli_runner().invoke(args=["bookings", "audit"])

    assert (result.exit_code, result.output) == (0, "All 19 promises about seats hold.\n")


def test_the_command_names_what_is_broken_and_fails(app, saved):
    saved(one_confirmed_for_no_seat)

    result = app.test_cli_runner().invoke(args=["bookings", "audit"])

    assert result.exit_code == 1
    assert result.output.startswith("nobody is confirmed beyond the seats: bookable ")
    assert result.output.count("\n") == 1


def test_a_group_with_more_seats_than_its_quota_is_named(context):
    bookable, office = make.bookable(), make.unit("Jugendamt")
    actions.set_quotas(bookable, {Group(office.id, None): 2}, by=make.person("Lin Lorenz"))
    for name in ("Ada Ahrens", "Max Mohr"):
        person = make.person(name, office)
        actions.book(bookable, person, by=person)
    run("UPDATE pool SET capacity = 1 WHERE name <> 'total'")

    assert broken() == {"no group has more seats than its quota"}


def test_who_is_passed_over_without_a_quota_to_blame_is_named(context):
    bookable, office = make.bookable(seats=2), make.unit("Jugendamt")
    actions.set_quotas(bookable, {Group(office.id, None): 1}, by=make.person("Lin Lorenz"))
    seat = book(bookable, "Max Mohr")
    for name in ("Ben Brandt", "Ada Ahrens"):
        person = make.person(name, office)
        early = actions.book(bookable, person, by=person)
    book(bookable, "Zoe Zander")
    actions.cancel(seat, by=seat.person)
    assert broken() == set()
    run("DELETE FROM counted_in WHERE booking_id = :id", id=early.id)

    assert broken() == {"the line is served in its order"}


def test_a_seat_that_was_passed_on_and_never_taken_is_named(context):
    bookable = make.bookable()
    handover = make.handover(make.booking(bookable, make.person("Ada Anders")), make.person("Bo Berg"))
    handover.stage, handover.answered_at = Stage.ACCEPTED, clock.now()
    db.session.flush()

    promise = "each seat passed to a colleague is given once and taken once"
    found = [str(one) for one in audit.violations() if one.promise == promise]

    assert found == [f"{promise}: handover {handover.id} was accepted, and the seat was not given"]
