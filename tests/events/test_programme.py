"""Writing a programme, what does not fit in it, releasing it, and what has changed since."""

import pytest
from sqlalchemy import select

from app.bookings import actions as bookings
from app.bookings import audit
from app.db import db
from app.errors import Refused
from app.events import actions, queries, rules
from app.events.models import Release
from app.events.rules import BandKind, BandText, Choosing, SlotText
from app.notifications.models import Notice
from app.text.language import speaking
from tests import make
from tests.events.programmes import band, learning_event, moment, slot


@pytest.fixture(autouse=True)
def english(context):
    with speaking("en"):
        yield


@pytest.fixture
def orga(english):
    return make.person("Ole Orga")


def text(*slots, kind=BandKind.SLOTS):
    return BandText(1, kind, "Block 1", moment(9), moment(10), slots)


def one(number, title, room="Saal", seats=10, speakers=()):
    return SlotText(number, title, "", room, seats, tuple(speakers))


def sentences(found):
    return [one.sentence for one in found]


def test_two_slots_in_one_room_and_a_speaker_in_two_places_are_told():
    bands = [text(one(1, "KI", speakers=["Rana Roth"]), one(2, "Daten", speakers=["rana  roth"]))]

    assert sentences(rules.troubles(bands, {"Saal": 20})) == [
        "Saal is taken twice at the same time: “KI” and “Daten”.",
        "rana  roth is in two places at the same time: “KI” and “Daten”.",
    ]


def test_each_further_slot_in_one_room_is_told_once_even_under_the_same_title():
    bands = [text(one(1, "KI"), one(2, "KI"), one(3, "Daten"), one(4, "Recht", room="Raum 2"))]

    assert sentences(rules.troubles(bands, {"Saal": 20, "Raum 2": 20})) == [
        "Saal is taken twice at the same time: “KI” and “KI”.",
        "Saal is taken twice at the same time: “KI” and “Daten”.",
    ]


def test_a_room_that_is_too_small_a_slot_without_room_and_too_few_seats_are_told():
    bands = [text(one(1, "KI", seats=30), one(2, "Daten", room="", seats=5))]

    assert sentences(rules.troubles(bands, {"Saal": 20}, people=40)) == [
        "“KI” has 30 seats, but Saal only holds 20 people.",
        "“Daten” has no room yet.",
        "Block 1 has 35 seats for 40 people.",
    ]


def test_what_fits_is_not_told_of():
    bands = [text(one(1, "KI"), one(2, "Daten", room="Raum 2")), text(kind=BandKind.BREAK)]

    assert rules.troubles(bands, {"Saal": 20, "Raum 2": 20}, people=20) == []


def test_changes_name_what_is_new_gone_and_different():
    before = [text(one(1, "KI"), one(2, "Daten"))]
    after = [text(one(1, "KI", room="Raum 2", seats=12, speakers=["Rana Roth"]), one(3, "Recht"))]

    assert sentences(rules.changes(before, after)) == [
        "“KI”: room Raum 2, 12 seats instead of 10, with Rana Roth",
        "New: “Recht” in Block 1",
        "Cancelled: “Daten” in Block 1",
    ]


def test_a_release_comes_back_as_it_was():
    bands = [text(one(1, "KI", speakers=["Rana Roth"]))]

    assert rules.from_plain(rules.to_plain(bands)) == bands


def test_times_never_overlap_and_lie_in_the_days_of_the_event(orga):
    days = learning_event(orga)

    with pytest.raises(Refused, match="At this time there is “Block 1” already") as at_once:
        actions.add_band(
            days.event, kind=BandKind.SLOTS, title="Doppelt", starts_at=moment(9, 30), ends_at=moment(10, 30)
        )
    with pytest.raises(Refused, match="does not take place on this day") as elsewhere:
        band(days.event, "Zu spät", 9, day=5)

    assert (at_once.value.field, elsewhere.value.field) == ("starts", "day")


def test_nobody_sees_a_programme_before_its_release(orga):
    days = learning_event(orga, released=False)

    assert queries.timetable(make.person(), days.event) is None
    assert days.ki.bookable is None


def test_release_gives_each_slot_its_seats_and_keeps_versions(orga):
    days = learning_event(orga)
    actions.change_slot(days.plain, title="Klare Sprache", summary="", room_id=days.small.id, seats=3, speakers=[])

    second = actions.release(days.event, by=orga)

    assert [release.number for release in db.session.scalars(select(Release).order_by(Release.number))] == [1, 2]
    assert (second.number, days.plain.bookable.pools[0].capacity) == (2, 3)
    assert days.plain.bookable.part_of_id == days.event.bookable_id
    assert audit.violations() == []


def test_release_without_slots_or_without_changes_is_refused(orga):
    empty = make.event("Leer")
    days = learning_event(orga)

    with pytest.raises(Refused, match="no slots yet"):
        actions.release(empty, by=orga)
    with pytest.raises(Refused, match="Nothing has changed"):
        actions.release(days.event, by=orga)


def test_who_has_a_seat_in_what_changes_is_told_once_and_nobody_else(orga):
    days, ada, zoe = learning_event(orga), make.person("Ada Ahrens"), make.person("Zoe Zander")
    for person in (ada, zoe):
        bookings.book(days.event.bookable, person, by=person)
    actions.take_slot(days.plain, ada)
    actions.take_slot(days.data, ada)
    actions.take_slot(days.ki, zoe)
    for slot_ in (days.plain, days.data):
        actions.change_slot(slot_, title=slot_.title, summary="", room_id=days.hall.id, seats=5, speakers=["Neu"])

    actions.release(days.event, by=orga)

    told = [
        notice.person_id
        for notice in db.session.scalars(select(Notice).order_by(Notice.id))
        if notice.kind == "programme-changed"
    ]
    assert told == [ada.id]


def test_a_released_slot_is_called_off_with_the_next_release_and_can_stay_until_then(orga):
    days = learning_event(orga)

    actions.drop_slot(days.data)
    actions.restore_slot(days.data)
    with pytest.raises(Refused, match="Nothing has changed"):
        actions.release(days.event, by=orga)
    actions.drop_slot(days.data)
    actions.release(days.event, by=orga)

    assert days.data.bookable.cancelled_at is not None
    with pytest.raises(Refused, match="cancelled already"):
        actions.restore_slot(days.data)


def test_nobody_loses_a_seat_by_a_smaller_number(orga):
    days, ada = learning_event(orga), make.person("Ada Ahrens")
    for person in (ada, make.person("Zoe Zander")):
        bookings.book(days.event.bookable, person, by=person)
        actions.take_slot(days.data, person)

    with pytest.raises(Refused, match="2 people have a seat already") as refused:
        actions.change_slot(days.data, title="Daten", summary="", room_id=None, seats=1, speakers=[])

    assert refused.value.field == "seats"


def test_what_is_in_use_stays(orga):
    days = learning_event(orga)

    with pytest.raises(Refused, match="2 slots are in this room"):
        actions.remove_room(days.hall)
    with pytest.raises(Refused, match="Slots of this time were released"):
        actions.remove_band(days.first)
    with pytest.raises(Refused, match="slots at this time"):
        actions.change_band(
            days.first, kind=BandKind.BREAK, title="Pause", starts_at=days.first.starts_at, ends_at=days.first.ends_at
        )


def test_a_programme_has_an_end(orga, monkeypatch):
    days = learning_event(orga)
    monkeypatch.setattr(actions.programme, "MOST_SLOTS", 2)

    with pytest.raises(Refused, match="At most 2 slots"):
        slot(days.first, "Noch einer", None)


def test_the_way_stays_after_the_release(orga):
    days = learning_event(orga)

    with pytest.raises(Refused, match="the way stays") as refused:
        actions.set_choosing(days.event, choosing=Choosing.WISHES, wishes_until=moment(8))

    assert refused.value.field == "choosing"
