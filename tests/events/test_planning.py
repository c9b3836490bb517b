"""Planning an event: what is wrong with what was typed, changing it, copying it, and letting it not take place."""

import datetime as dt

import pytest
from sqlalchemy import select

from app import clock
from app.bookings import actions as bookings
from app.bookings import rules as bookings_rules
from app.bookings.models import CountedIn, Organiser
from app.bookings.queries import quotas_of
from app.bookings.rules import Day, Group, Mode, Seats, State
from app.db import db
from app.errors import Refused
from app.events import actions
from app.events.models import Event
from app.events.rules import Text
from app.notifications.models import Notice
from app.notifications.rules import Kind
from app.people.models import Person
from app.people.rules import Grade
from app.text.language import speaking
from tests import make

pytestmark = pytest.mark.any_database

MONDAY = dt.date(2026, 11, 23)
NINE, TEN, NOON = dt.time(9), dt.time(10), dt.time(12)
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
AT = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)


class TestDays:
    """The rows of the form, one for each day."""

    @pytest.mark.parametrize(
        ("rows", "wrong"),
        [
            ([Day(1, MONDAY, NINE, TEN)], set()),
            ([Day(1, MONDAY, NINE, TEN), Day(2), Day(3, MONDAY + DAY, NINE, TEN)], set()),
            ([Day(1, MONDAY, NINE, TEN), Day(2, MONDAY, TEN, NOON)], set()),
            ([Day(1)], {"day_1", "from_1", "to_1"}),
            ([Day(1, MONDAY, NINE, TEN), Day(2, MONDAY + DAY)], {"from_2", "to_2"}),
            ([Day(1, MONDAY, TEN, NINE)], {"to_1"}),
            ([Day(1, MONDAY, TEN, TEN)], {"to_1"}),
            ([Day(1, MONDAY, NINE, TEN), Day(2, MONDAY - DAY, NINE, TEN)], {"day_2"}),
            ([Day(1, MONDAY, NINE, NOON), Day(2, MONDAY, TEN, NOON)], {"from_2"}),
        ],
    )
    def test_each_fault_is_named_at_its_field(self, context, rows, wrong):
        assert set(bookings_rules.day_faults(rows)) == wrong

    def test_the_times_are_those_of_complete_rows(self):
        rows = [Day(1, MONDAY, NINE, TEN), Day(2, MONDAY + DAY)]

        assert bookings_rules.spans_of(rows, dt.datetime.combine) == [
            (dt.datetime.combine(MONDAY, NINE), dt.datetime.combine(MONDAY, TEN))
        ]


@pytest.mark.parametrize(
    ("moments", "wrong"),
    [
        ({}, set()),
        ({"closes_at": AT, "cancel_until": AT, "opens_at": AT - HOUR}, set()),
        ({"closes_at": AT + HOUR}, {"closes_at"}),
        ({"cancel_until": AT + HOUR}, {"cancel_until"}),
        ({"opens_at": AT}, {"opens_at"}),
        ({"opens_at": AT - HOUR, "closes_at": AT - DAY}, {"opens_at"}),
        ({"opens_at": AT + HOUR, "closes_at": AT + DAY}, {"opens_at", "closes_at"}),
    ],
)
def test_moments_after_the_beginning_are_named_at_their_field(context, moments, wrong):
    names = dict.fromkeys(("opens_at", "closes_at", "cancel_until"))

    assert set(bookings_rules.term_faults(AT, **names | moments)) == wrong


def test_an_event_can_stay_in_the_past_but_not_move_there(context):
    assert bookings_rules.past_fault(AT, None, AT + HOUR) is not None
    assert bookings_rules.past_fault(AT, AT, AT + HOUR) is None
    assert bookings_rules.past_fault(AT, None, AT - HOUR) is None


@pytest.mark.parametrize(("days_ahead", "weeks"), [(30, 1), (7, 1), (0, 1), (-1, 2), (-30, 6)])
def test_a_copy_lies_whole_weeks_later_and_at_least_a_week_from_now(days_ahead, weeks):
    later = bookings_rules.copied_by(AT + days_ahead * DAY, AT)

    assert later == weeks * 7 * DAY
    assert days_ahead * DAY + later >= 7 * DAY


def test_the_page_says_whom_a_change_is_told_to(context):
    with speaking("en"):
        assert "nobody is told" in bookings_rules.change_sentence(Seats(9, confirmed=3), is_draft=True)
        assert "nobody is told" in bookings_rules.change_sentence(Seats(9, waiting=2), is_draft=False)
        assert "the 4 people who have a seat" in bookings_rules.change_sentence(Seats(9, 3, 1, 2), is_draft=False)


def test_the_page_says_whom_calling_off_is_told_to(context):
    with speaking("en"):
        assert "nobody is told" in bookings_rules.calling_off_sentence(Seats(9), 0, is_draft=False)
        assert "10 people" in bookings_rules.calling_off_sentence(Seats(9, 3, 1, 2), 4, is_draft=False)


@pytest.fixture
def orga(context):
    with speaking("en"):
        yield make.person("Ole Orga")


def said(orga, **other):
    start = clock.at(clock.today() + 9 * DAY, NINE)
    values = {"title": "Messe", "place": "Halle", "spans": [(start, start + HOUR)], "organiser_ids": [orga.id]}
    return values | {"seats": 1, "opens_at": None, "closes_at": None, "cancel_until": None} | other


TEXT = Text("", "Messe", "Ein Tag.", "Ein **fetter** Satz.", "https://treffen.example/1")


def told(kind):
    return [notice.person_id for notice in db.session.scalars(select(Notice).where(Notice.kind == kind))]


def test_plan_makes_a_draft_from_nothing(orga):
    event = actions.plan(TEXT, said(orga), by=orga)

    assert (event.published_at, event.bookable.is_draft, event.bookable.mode) == (None, True, Mode.FIRST_COME)
    assert (event.body, event.body_html) == ("Ein **fetter** Satz.", "<p>Ein <strong>fetter</strong> Satz.</p>")
    assert event.bookable.calendar_uid == f"event-{event.key}"


def test_plan_adds_those_who_are_named(orga):
    lin = make.person("Lin Lorenz")

    event = actions.plan(TEXT, said(orga), ["Lin Lorenz", orga.email], by=orga)

    assert {one.person_id for one in event.bookable.organisers} == {orga.id, lin.id}


@pytest.mark.parametrize("names", [["Niemand Hier"], ["Kim Muster"], ["Ole Orga"] * 21])
def test_plan_refuses_names_that_name_nobody_or_several(orga, names):
    make.person("Kim Muster")
    make.person("Kim Muster")

    with pytest.raises(Refused) as refused:
        actions.plan(TEXT, said(orga), names, by=orga)

    assert refused.value.field == "others"


def test_publishing_lets_people_sign_up_and_is_refused_for_what_has_begun(orga):
    event = actions.plan(TEXT, said(orga), by=orga)
    late = actions.plan(TEXT, said(orga, spans=[(clock.now() - HOUR, clock.now() + HOUR)]), by=orga)

    actions.publish(event, by=orga)

    assert not event.bookable.is_draft
    with pytest.raises(Refused, match="lies in the past"):
        actions.publish(late, by=orga)
    assert late.bookable.is_draft


def published(orga):
    event = actions.publish(actions.plan(TEXT, said(orga), by=orga), by=orga)
    make.booking(event.bookable, make.person("Ada Ahrens"))
    make.booking(event.bookable, make.person("Zoe Zander"), State.WAITLISTED)
    return event


def test_a_new_time_is_told_once_and_raises_the_number_in_calendars(orga):
    event = published(orga)
    start, end = said(orga)["spans"][0]
    moved = said(orga, spans=[(start + DAY, end + DAY)])

    first = actions.revise(event, TEXT, moved, revision=0, by=orga)
    again = actions.revise(event, TEXT, moved, revision=1, by=orga)

    assert (first, again) == (1, 0)
    assert len(told(Kind.DATE_MOVED)) == 1
    assert (event.bookable.calendar_sequence, event.revision) == (1, 2)


@pytest.mark.parametrize("change", [{"seats": 9}, {"has_waitlist": False}])
def test_other_changes_are_told_to_nobody(orga, change):
    event = published(orga)

    assert actions.revise(event, TEXT, said(orga, **change), revision=0, by=orga) == 0
    assert told(Kind.DATE_MOVED) == []
    assert event.bookable.calendar_sequence == 0


def test_who_gets_a_seat_by_the_change_is_told_that_alone(orga):
    event = published(orga)

    told_moved = actions.revise(event, TEXT, said(orga, seats=2, place="Garten"), revision=0, by=orga)

    assert told_moved == 1
    assert len(told(Kind.SEAT_OFFERED)) == 1
    assert set(told(Kind.SEAT_OFFERED)).isdisjoint(told(Kind.DATE_MOVED))


def test_more_seats_go_to_the_first_whose_group_may_have_one(orga):
    event = published(orga)
    youth = make.unit("Jugendamt")
    bookings.limit(event.bookable, group=Group(youth.id, None), most=0, by=orga)
    kept_out = make.booking(event.bookable, make.person("Ben Brandt", youth), State.WAITLISTED)
    kept_out.requested_at -= DAY
    quota = event.bookable.pools[1]
    kept_out.quotas.append(CountedIn(pool_id=quota.id))
    db.session.flush()

    actions.revise(event, TEXT, said(orga, seats=9), revision=0, by=orga)

    [zoe] = told(Kind.SEAT_OFFERED)
    assert (db.session.get(Person, zoe).name, kept_out.state) == ("Zoe Zander", State.WAITLISTED)
    assert (quota.capacity, event.bookable.pools[0].capacity) == (0, 9)


def test_the_way_of_giving_seats_stays_while_somebody_waits_for_a_decision(orga):
    event = actions.publish(actions.plan(TEXT, said(orga, mode=Mode.APPROVAL), by=orga), by=orga)
    make.booking(event.bookable, make.person("Ada Ahrens"), State.REQUESTED)

    with pytest.raises(Refused, match="1 request is waiting") as refused:
        actions.revise(event, TEXT, said(orga, mode=Mode.FIRST_COME), revision=0, by=orga)
    actions.revise(event, TEXT, said(orga, mode=Mode.APPROVAL, seats=9), revision=0, by=orga)

    assert refused.value.field == "mode"
    assert event.bookable.mode is Mode.APPROVAL


def test_a_draft_that_moves_is_told_to_nobody(orga):
    event = actions.plan(TEXT, said(orga), by=orga)
    make.booking(event.bookable, make.person("Ada Ahrens"))

    assert actions.revise(event, TEXT, said(orga, place="Garten"), revision=0, by=orga) == 0
    assert event.bookable.is_draft


def test_what_the_form_does_not_know_stays_as_it_is(orga):
    event = published(orga)
    event.bookable.price_cents = 900

    actions.revise(event, TEXT, said(orga), revision=0, by=orga)

    assert event.bookable.price_cents == 900
    assert not event.bookable.is_draft


def test_fewer_seats_than_are_taken_are_refused_at_their_field(orga):
    event = published(orga)

    with pytest.raises(Refused) as refused, db.session.begin_nested():
        actions.revise(event, TEXT, said(orga, seats=0, place="Garten"), revision=0, by=orga)

    assert refused.value.field == "seats"
    assert event.bookable.place == "Halle"


def test_nobody_overwrites_what_they_have_not_seen(orga):
    event = published(orga)
    actions.revise(event, TEXT, said(orga, place="Garten"), revision=0, by=orga)

    with pytest.raises(Refused, match="Somebody else has changed this"):
        actions.revise(event, TEXT, said(orga, place="Keller"), revision=0, by=orga)

    assert event.bookable.place == "Garten"


def test_a_text_from_a_file_stays_until_another_one_is_typed(orga):
    event = make.event("Altes")
    empty = Text("", "Altes", "Neu.", "")

    actions.revise(event, empty, said(orga), revision=0, by=orga)
    assert (event.summary, event.body_html) == ("Neu.", "<p>Programm</p>")

    actions.revise(event, TEXT, said(orga), revision=1, by=orga)
    assert event.body_html == "<p>Ein <strong>fetter</strong> Satz.</p>"


def test_calling_off_is_final(orga):
    event = published(orga)

    actions.call_off(event, reason="Wasserschaden", by=orga)
    actions.call_off(event, reason="noch einmal", by=orga)

    assert len(told(Kind.DATE_CALLED_OFF)) == 2
    assert event.bookable.cancel_reason == "Wasserschaden"
    for change in (
        lambda: actions.revise(event, TEXT, said(orga), revision=0, by=orga),
        lambda: actions.publish(event, by=orga),
    ):
        with pytest.raises(Refused, match="was cancelled"):
            change()


def test_a_copy_is_a_draft_of_its_own_at_the_same_time_on_the_clocks_of_the_house(orga):
    start = clock.at(dt.date(2027, 3, 25), NINE)
    opens = clock.at(dt.date(2027, 3, 1), TEN)
    event = actions.plan(TEXT, said(orga, spans=[(start, start + HOUR)], opens_at=opens), by=orga)
    actions.publish(event, by=orga)
    make.booking(event.bookable, make.person("Ada Ahrens"))
    lin = make.person("Lin Lorenz")

    made = actions.copy(event, by=lin)

    assert clock.local(made.bookable.starts_at).isoformat() == "2027-04-01T09:00:00+02:00"
    assert clock.local(made.bookable.opens_at).isoformat() == "2027-03-08T10:00:00+01:00"
    assert (made.title, made.body, made.link, made.published_at) == (event.title, event.body, event.link, None)
    assert made.key != event.key
    assert made.bookable.calendar_uid != event.bookable.calendar_uid
    assert {one.person_id for one in made.bookable.organisers} == {orga.id, lin.id}
    assert made.bookable.pools[0].capacity == 1
    assert len(db.session.scalars(select(Event)).all()) == 2


def test_a_copy_has_the_quotas_too_none_larger_than_its_seats(orga):
    event = actions.plan(TEXT, said(orga, seats=9), by=orga)
    youth = make.unit("Jugendamt")
    bookings.limit(event.bookable, group=Group(youth.id, None), most=7, by=orga)
    bookings.limit(event.bookable, group=Group(None, Grade.TRAINEE), most=2, by=orga)
    actions.revise(event, TEXT, said(orga, seats=5), revision=0, by=orga)

    made = actions.copy(event, by=orga)

    found = {pool.group: pool.capacity for pool in db.session.scalars(quotas_of(made.bookable_id))}
    assert found == {Group(youth.id, None): 5, Group(None, Grade.TRAINEE): 2}
    assert {pool.capacity for pool in db.session.scalars(quotas_of(event.bookable_id))} == {7, 2}


def test_a_copy_of_what_was_called_off_can_take_place(orga):
    event = published(orga)
    actions.call_off(event, reason="Wasserschaden", by=orga)

    made = actions.publish(actions.copy(event, by=orga), by=orga)

    assert (made.bookable.cancelled_at, made.bookable.cancel_reason) == (None, None)


def test_a_copy_keeps_a_text_that_nobody_typed(orga):
    event = make.event("Altes")
    event.bookable.organisers = [Organiser(person_id=orga.id)]
    db.session.flush()

    assert actions.copy(event, by=orga).body_html == "<p>Programm</p>"
