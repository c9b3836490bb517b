"""A programme follows its event: drafts, changes, copies, calling off, and quotas of slots."""

import datetime as dt

import pytest
from sqlalchemy import select

from app.bookings import actions as bookings
from app.bookings.rules import Group, State
from app.db import db
from app.errors import Refused
from app.events import actions, queries, rules
from app.events.rules import Choosing, Text
from app.notifications.models import Notice
from app.notifications.rules import Kind
from tests import make
from tests.events.programmes import learning_event, moment

pytestmark = pytest.mark.usefixtures("promises_hold")


@pytest.fixture
def orga(promises_hold):
    return make.person("Ole Orga")


@pytest.fixture
def days(orga):
    return learning_event(orga)


def guest(days, name="Ada Ahrens", **other):
    person = make.person(name, **other)
    bookings.book(days.event.bookable, person, by=person)
    return person


def revise(days, orga, **said):
    text = Text("", days.event.title, "", "")
    return actions.revise(days.event, text, said, revision=days.event.revision, by=orga)


def test_calling_off_the_event_ends_the_seats_in_its_slots_and_tells_once(days, orga):
    ada = guest(days)
    bookings_of_slots = [actions.take_slot(days.ki, ada), actions.take_slot(days.data, ada)]

    actions.call_off(days.event, reason="Wasserschaden", by=orga)

    assert [booking.state for booking in bookings_of_slots] == [State.CANCELLED, State.CANCELLED]
    assert days.plain.bookable.cancel_reason == "Wasserschaden"
    kinds = db.session.scalars(select(Notice.kind).where(Notice.person_id == ada.id)).all()
    assert kinds.count(Kind.DATE_CALLED_OFF) == 1
    assert Kind.BOOKING_CANCELLED not in kinds


def test_nothing_can_be_done_with_the_programme_of_what_was_called_off(days, orga):
    ada = guest(days)
    actions.call_off(days.event, reason="Wasserschaden", by=orga)

    for change in (
        lambda: actions.add_room(days.event, name="Keller", capacity=3),
        lambda: actions.restore_slot(days.ki) and actions.drop_slot(days.ki),
        lambda: actions.release(days.event, by=orga),
        lambda: actions.take_slot(days.ki, ada),
        lambda: actions.rank(days.event, ada, ranks={days.ki.id: 1}),
        lambda: actions.start_assignment(days.event, by=orga),
    ):
        with pytest.raises(Refused, match="cancelled"):
            change()


def test_whoever_could_rank_can_do_so_no_more_when_the_event_is_called_off(orga):
    wishing = learning_event(orga, Choosing.WISHES)
    ada = guest(wishing)
    assert queries.timetable(ada, wishing.event).can_rank

    actions.call_off(wishing.event, reason="Wasserschaden", by=orga)

    assert not queries.timetable(ada, wishing.event).can_rank


def test_a_copy_takes_the_programme_along_as_a_draft_without_seats_and_dropped_slots(days, orga):
    actions.take_slot(days.ki, guest(days))
    actions.drop_slot(days.data)

    made = actions.copy(days.event, by=orga)

    copied, before = queries.programme_of(made), queries.programme_of(days.event)
    assert copied.releases == []
    assert [band.title for band in copied.bands] == [band.title for band in before.bands]
    later = made.bookable.starts_at - days.event.bookable.starts_at
    assert [band.starts_at for band in copied.bands] == [band.starts_at + later for band in before.bands]
    slots = [slot for band in copied.bands for slot in band.slots]
    assert [slot.title for slot in slots] == ["KI im Alltag", "Klare Sprache", "KI im Alltag"]
    assert {slot.bookable_id for slot in slots} == {None}
    assert {slot.room.programme_id for slot in slots} == {copied.id}


def test_an_event_without_a_programme_is_copied_without_one(orga):
    event = make.event("Messe")
    make.organiser(event.bookable, orga)

    assert queries.programme_of(actions.copy(event, by=orga)) is None


def test_the_slots_of_a_draft_are_for_nobody_until_the_event_is_published(days, orga):
    made = actions.copy(days.event, by=orga)
    actions.release(made, by=orga)
    slot = queries.programme_of(made).bands[0].slots[0]
    assert slot.bookable.is_draft
    with pytest.raises(Refused, match="not published yet"):
        actions.take_slot(slot, orga)

    actions.publish(made, by=orga)

    ada = make.person("Ada Ahrens")
    bookings.book(made.bookable, ada, by=ada)
    assert actions.take_slot(slot, ada).state is State.CONFIRMED


def test_released_slots_are_where_the_event_is_and_for_whom_it_is(days, orga):
    office = make.unit("Jugendamt")

    revise(days, orga, place="Rathaus", audience_id=office.id)

    assert days.ki.bookable.place == "Saal, Rathaus"
    assert days.ki.bookable.audience_id == office.id


def test_a_time_that_the_event_no_longer_covers_is_named_to_the_organisers(days, orga):
    day = dt.timedelta(days=2)
    revise(days, orga, spans=[(moment(8) + day, moment(17) + day)])

    bookable = days.event.bookable
    bands = queries.texts(queries.programme_of(days.event))
    found = rules.troubles(bands, {}, None, (bookable.starts_at, bookable.ends_at))

    assert [one.sentence for one in found][:1] == ["Block 1 lies before or after the event."]
    assert rules.troubles(bands[:0], {}, None, (bookable.starts_at, bookable.ends_at)) == []


def test_a_quota_of_a_slot_keeps_its_group_from_more_seats_and_nobody_else(days, orga):
    office = make.unit("Jugendamt")
    bookings.set_quotas(days.data.bookable, {Group(office.id, None): 1}, by=orga)
    first, second = guest(days, "Ada Ahrens", unit=office), guest(days, "Ben Brandt", unit=office)
    other = guest(days, "Zoe Zander")
    actions.take_slot(days.data, first)

    with pytest.raises(Refused, match="All seats are taken"):
        actions.take_slot(days.data, second)

    choice = next(
        one
        for line in queries.timetable(second, days.event).lines
        for one in line.choices
        if one.slot.id == days.data.id
    )
    assert (choice.is_blocked, choice.is_open) == (True, False)
    assert actions.take_slot(days.data, other).state is State.CONFIRMED


def test_who_swaps_into_a_slot_beyond_the_quota_keeps_the_seat(days, orga):
    office = make.unit("Jugendamt")
    bookings.set_quotas(days.data.bookable, {Group(office.id, None): 0}, by=orga)
    ada = guest(days, unit=office)
    kept = actions.take_slot(days.again, ada)

    with pytest.raises(Refused), db.session.begin_nested():
        actions.swap_slot(days.data, ada)

    db.session.refresh(kept)
    assert kept.state is State.CONFIRMED
