"""A series from its first date on: planned, changed in one date, in this and the following, in all; cancelled."""

import dataclasses
import datetime as dt

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from app import clock
from app.bookings import actions as bookings
from app.bookings import queries as bookings_queries
from app.bookings.rules import Kind, Mode, State, Way
from app.db import db
from app.errors import Refused
from app.events import actions, queries, rules
from app.events.models import Event, EventSeries, Mark
from app.events.rules import Outlook, Pattern, Scope, Text
from app.notifications.models import Mail, Notice
from app.notifications.rules import Kind as Told
from app.people.viewer import view_as
from tests import make

TEXT = Text("", "IT-Café", "Eine Stunde.", "Kommen Sie.", None)
A_WEEK = dt.timedelta(weeks=1)

pytestmark = [pytest.mark.any_database, pytest.mark.usefixtures("promises_hold")]


@pytest.fixture
def orga():
    return make.person("Ole Orga")


def next_tuesday():
    today = clock.today() + A_WEEK
    return today + dt.timedelta(days=(1 - today.weekday()) % 7)


def planned(orga, number=5, published=True, pattern=None, **other):
    first = next_tuesday()
    outlook = rules.look_ahead(pattern or Pattern(2, (2,)), first, times=number)
    start = outlook.days[0]
    said = {
        "title": TEXT.title,
        "place": "Werkraum",
        "spans": [(clock.at(start, dt.time(14)), clock.at(start, dt.time(15)))],
        "seats": 5,
        "organiser_ids": [orga.id],
        "closes_at": clock.at(start - dt.timedelta(days=1), dt.time(12)),
        "cancel_until": None,
    }
    event = actions.plan_series(TEXT, said | other, outlook=outlook, by=orga)
    if published:
        actions.publish_dates(event, by=orga)
    return dates(event)


def dates(event):
    found = select(Event).where(Event.series_id == event.series_id).order_by(Event.series_day)
    return db.session.scalars(found).all()


def revised(event, orga, scope, text=TEXT, days=0, **said):
    kept = event.bookable.description
    if days or "time" in said:
        start = clock.local(kept.starts_at)
        time = said.pop("time", start.time())
        day = start.date() + dt.timedelta(days=days)
        end = (dt.datetime.combine(day, time) + dt.timedelta(hours=1)).time()
        said["spans"] = [(clock.at(day, time), clock.at(day, end))]
        said.setdefault("closes_at", None)
    return actions.revise_dates(event, text, said, revision=event.revision, scope=scope, by=orga)


def starts(events):
    return [clock.local(event.bookable.starts_at).replace(tzinfo=None) for event in events]


def rule_days(event):
    return rules.days_of(event.series.rule, event.series.first_on)


def sentence_of(event, orga):
    return queries.series_view(view_as(orga, clock.today()), event.series)


def test_each_date_is_an_event_with_seats_of_its_own_and_the_same_distance_to_its_deadline(orga):
    found = planned(orga)

    assert [event.bookable.kind for event in found] == [Kind.EVENT] * 5
    assert len({event.bookable_id for event in found}) == 5
    assert {event.bookable.pools[0].capacity for event in found} == {5}
    assert all(later - earlier == 2 * A_WEEK for earlier, later in zip(starts(found), starts(found)[1:], strict=False))
    assert {clock.local(event.bookable.closes_at).time() for event in found} == {dt.time(12)}
    assert {(event.series_day - clock.local(event.bookable.closes_at).date()).days for event in found} == {1}
    assert [event.bookable.calendar_uid for event in found] == [f"event-{event.key}" for event in found]
    assert [event.series_day for event in found] == rule_days(found[0])


def test_its_sentence_counts_the_dates_that_take_place(orga):
    found = planned(orga)
    view = sentence_of(found[0], orga)
    assert (view.number, view.last) == (5, found[-1].series_day)

    actions.call_off(found[-1], reason="Krank", by=orga)

    view = sentence_of(found[0], orga)
    assert (view.number, view.last) == (4, found[-2].series_day)


def test_one_date_moves_alone_and_its_holders_are_told(orga):
    found, ada = planned(orga), make.person("Ada Ahrens")
    for event in found[:3]:
        bookings.book(event.bookable, ada, by=ada)
    before = starts(found)

    told = revised(found[1], orga, Scope.ONE, days=1, time=dt.time(10))

    after = starts(dates(found[0]))
    assert told == 1
    assert [old == new for old, new in zip(before, after, strict=True)] == [True, False, True, True, True]
    assert found[1].series_day == before[1].date()
    assert rule_days(found[0]) == [moment.date() for moment in before]


def test_this_and_the_following_move_to_another_weekday_and_time_as_a_series_of_their_own(orga):
    found, ada = planned(orga), make.person("Ada Ahrens")
    for event in found:
        bookings.book(event.bookable, ada, by=ada)
    uids, before = [event.bookable.calendar_uid for event in found], starts(found)

    told = revised(found[2], orga, Scope.FOLLOWING, days=2, time=dt.time(15))

    first, rest = dates(found[0]), dates(found[2])
    assert (len(first), len(rest), told) == (2, 3, 3)
    assert starts(first) == before[:2]
    assert starts(rest) == [moment + dt.timedelta(days=2, hours=1) for moment in before[2:]]
    assert [event.bookable.calendar_uid for event in found] == uids
    assert rule_days(first[0]) == [moment.date() for moment in before[:2]]
    assert rule_days(rest[0]) == [moment.date() for moment in starts(rest)]
    assert (rest[0].series.starts, rest[0].series.ends) == (dt.time(15), dt.time(16))
    assert [event.bookable.calendar_sequence for event in found] == [0, 0, 1, 1, 1]
    assert len(db.session.scalars(select(Notice).where(Notice.kind == Told.DATE_MOVED)).all()) == 3


def test_all_move_within_their_series_while_none_is_over(orga):
    found = planned(orga)
    before = starts(found)

    revised(found[3], orga, Scope.ALL, days=7)

    after = dates(found[0])
    assert starts(after) == [moment + A_WEEK for moment in before]
    assert [event.series_day for event in after] == rule_days(after[0]) == [moment.date() for moment in starts(after)]
    assert db.session.scalar(select(func.count(EventSeries.id))) == 1


def test_all_can_move_to_the_day_before(orga):
    found = planned(orga, pattern=Pattern(1, (2, 4)))
    before = starts(found)

    revised(found[1], orga, Scope.ALL, days=-2)

    assert starts(dates(found[0])) == [moment - dt.timedelta(days=2) for moment in before]
    assert rule_days(found[0]) == [moment.date() for moment in starts(dates(found[0]))]


def test_what_is_over_stays_when_all_that_are_to_come_move(orga, monkeypatch):
    found = planned(orga)
    before = starts(found)
    later = found[1].bookable.ends_at + dt.timedelta(hours=1)
    monkeypatch.setattr(clock, "now", lambda: later)

    revised(found[3], orga, Scope.ALL, time=dt.time(16))

    assert starts(found[:2]) == before[:2]
    assert {moment.time() for moment in starts(found[2:])} == {dt.time(16)}
    assert [len(dates(found[0])), len(dates(found[2]))] == [2, 3]


def test_no_date_is_moved_into_the_past(orga):
    found = planned(orga)

    with pytest.raises(Refused, match="would lie in the past"):
        revised(found[4], orga, Scope.ALL, days=-21)


def test_the_others_take_over_only_what_was_changed(orga):
    found = planned(orga)
    revised(found[3], orga, Scope.ONE, place="Aula", seats=9)

    revised(found[1], orga, Scope.FOLLOWING, dataclasses.replace(TEXT, summary="Zwei Stunden."), has_waitlist=False)
    revised(found[1], orga, Scope.FOLLOWING, dataclasses.replace(TEXT, summary="Zwei Stunden."), seats=7)

    rows = dates(found[0])
    assert [event.bookable.place for event in rows] == ["Werkraum", "Werkraum", "Werkraum", "Aula", "Werkraum"]
    assert [event.bookable.has_waitlist for event in rows] == [True, False, False, False, False]
    assert [event.summary for event in rows] == ["Eine Stunde."] + ["Zwei Stunden."] * 4
    assert [event.bookable.pools[0].capacity for event in rows] == [5, 7, 7, 7, 7]
    assert db.session.scalar(select(func.count(EventSeries.id))) == 1


def test_what_another_date_can_not_take_over_is_said_with_its_day_and_changes_nothing(orga):
    found = planned(orga)
    for name in ("Ada", "Ben"):
        person = make.person(name)
        bookings.book(found[2].bookable, person, by=person)

    with pytest.raises(Refused, match=r"On .*: 2 seats are taken or on offer") as refused, db.session.begin_nested():
        revised(found[1], orga, Scope.FOLLOWING, seats=1)

    db.session.expire_all()
    assert refused.value.field == "seats"
    assert {event.bookable.pools[0].capacity for event in dates(found[0])} == {5}


def test_calling_off_one_leaves_the_others_and_this_and_following_leaves_those_before(orga):
    found, ada = planned(orga), make.person("Ada Ahrens")
    for event in found:
        bookings.book(event.bookable, ada, by=ada)

    assert actions.call_off_dates(found[1], reason="Krank", by=orga) == 1
    assert actions.call_off_dates(found[3], reason="Umbau", scope=Scope.FOLLOWING, by=orga) == 2

    assert [bool(event.bookable.cancelled_at) for event in dates(found[0])] == [False, True, False, True, True]
    cancels = [
        mail.invitation
        for mail in db.session.scalars(select(Mail).order_by(Mail.id))
        if mail.kind is Told.DATE_CALLED_OFF
    ]
    assert [(one["method"], one["uid"], one["sequence"]) for one in cancels] == [
        ("CANCEL", found[number].bookable.calendar_uid, 1) for number in (1, 3, 4)
    ]


def test_a_cancelled_date_goes_with_the_rule_and_stays_cancelled(orga):
    found = planned(orga)
    actions.call_off(found[3], reason="Krank", by=orga)
    was = starts(found)[3]

    revised(found[2], orga, Scope.FOLLOWING, days=1)

    rest = dates(found[2])
    assert [event.id for event in rest] == [event.id for event in found[2:]]
    assert starts(rest)[1] == was
    assert rule_days(rest[0])[1] == was.date() + dt.timedelta(days=1)


def test_dates_are_published_together_or_one_by_one(orga):
    found = planned(orga, published=False)

    actions.publish(found[1], by=orga)
    assert [bool(event.published_at) for event in dates(found[0])] == [False, True, False, False, False]
    assert actions.publish_dates(found[0], by=orga) == 4
    assert actions.publish_dates(found[0], by=orga) == 0


def test_a_monthly_series_moves_to_the_same_day_of_each_month(orga):
    found = planned(orga, pattern=Pattern(1, (2,), 2), number=4)

    revised(found[1], orga, Scope.FOLLOWING, days=1)

    rest = dates(found[1])
    assert {event.series_day.isoweekday() for event in rest} == {3}
    assert rule_days(rest[0]) == [event.series_day for event in rest] == [moment.date() for moment in starts(rest)]


def test_two_dates_never_stand_for_the_same_day(orga):
    found = planned(orga)

    found[1].series_day = found[0].series_day
    with pytest.raises(IntegrityError):
        db.session.flush()
    db.session.rollback()


def test_who_keeps_all_dates_keeps_them_after_the_series_was_split(orga):
    found, ada = planned(orga, mode=Mode.DROP_IN, seats=None), make.person("Ada Ahrens")
    actions.mark_series(found[0].series, by=ada)
    actions.mark_series(found[0].series, by=ada)

    revised(found[2], orga, Scope.FOLLOWING, days=1)

    marked = {mark.series_id for mark in db.session.scalars(select(Mark).where(Mark.person_id == ada.id))}
    assert marked == {found[0].series_id, found[2].series_id}


def test_where_no_seat_is_needed_nobody_can_sign_up_and_where_one_is_nothing_is_kept(orga):
    (first, *_), ada = planned(orga, mode=Mode.DROP_IN, seats=None), make.person("Ada Ahrens")

    with pytest.raises(Refused, match="just come along"):
        bookings.book(first.bookable, ada, by=ada)
    actions.mark(first, by=ada)
    actions.mark(first, by=ada)
    assert db.session.scalar(select(func.count(Mark.id))) == 1
    with pytest.raises(Refused, match="Here you need a seat"):
        actions.mark(make.event("Konferenz"), by=ada)


def test_sign_up_stays_where_people_have_signed_up(orga):
    found, ada = planned(orga), make.person("Ada Ahrens")
    bookings.book(found[0].bookable, ada, by=ada)

    with pytest.raises(Refused, match="signed up already"):
        revised(found[0], orga, Scope.ONE, mode=Mode.DROP_IN)
    revised(found[1], orga, Scope.ONE, mode=Mode.DROP_IN)
    assert found[1].bookable.mode is Mode.DROP_IN


def test_two_hundred_dates_can_be_planned(orga):
    found = planned(orga, number=rules.MOST_DATES, published=False, pattern=Pattern(1, (1, 2, 3, 4, 5)))

    assert len(found) == 200


def test_at_the_door_whoever_comes_is_let_in(orga):
    (first, *_) = planned(orga, mode=Mode.DROP_IN, seats=None)

    booking = bookings.admit(first.bookable, make.person("Ada Ahrens"), way=Way.DOOR, by=orga)

    assert booking.state is State.CONFIRMED


def test_the_outlook_is_what_was_planned():
    days = (dt.date(2026, 12, 1), dt.date(2026, 12, 15))

    assert Outlook(Pattern(2, (2,)), days).rule == "FREQ=WEEKLY;COUNT=2;INTERVAL=2;BYDAY=TU;WKST=MO"


def prolonged(event, orga, times, skip=()):
    series = event.series
    pattern, number = rules.read_rule(series.rule)
    outlook = rules.look_ahead(pattern, series.first_on, times=times, skip=skip, after=number)
    return actions.prolong(event, outlook=outlook, by=orga)


def test_a_series_goes_on_by_its_rule_with_drafts_like_its_last_date_that_takes_place(orga):
    *_others, last, cancelled = found = planned(orga, number=3)
    make.quota(last.bookable, make.unit("Archiv"), most=2)
    actions.call_off_dates(cancelled, reason="Krank.", by=orga)
    last.bookable.place, last.bookable.food_reason = "Saal", "Die Küche kocht."
    left_out = cancelled.series_day + 2 * A_WEEK
    sequence = last.series.calendar_sequence

    first = prolonged(found[0], orga, 2, skip={left_out})

    added = dates(first)[3:]
    assert [one.series_day for one in added] == [left_out + 2 * A_WEEK, left_out + 4 * A_WEEK]
    assert [clock.local(one.bookable.starts_at).time() for one in added] == [dt.time(14)] * 2
    assert {(one.bookable.is_draft, one.bookable.place, one.summary) for one in added} == {
        (True, "Werkraum", "Eine Stunde.")
    }
    assert all(one.bookable.starts_at - one.bookable.closes_at == dt.timedelta(hours=26) for one in added)
    assert [len(db.session.scalars(bookings_queries.quotas_of(one.bookable_id)).all()) for one in added] == [1, 1]
    assert {one.bookable.food_reason for one in added} == {"Die Küche kocht."}
    assert rules.days_of(first.series.rule, first.series.first_on)[-1] == added[-1].series_day
    assert first.series.calendar_sequence == sequence + 1
    assert actions.publish_dates(first, by=orga) == 2


def test_dates_that_somebody_else_has_added_meanwhile_are_not_added_twice(orga):
    found = planned(orga, number=2)
    pattern, number = rules.read_rule(found[0].series.rule)
    seen = rules.look_ahead(pattern, found[0].series.first_on, times=1, after=number)
    prolonged(found[0], orga, 1)

    with pytest.raises(Refused, match="Somebody else has added dates"):
        actions.prolong(found[1], outlook=seen, by=orga)


def test_what_takes_place_once_does_not_go_on(orga):
    event = make.event()

    with pytest.raises(Refused, match="takes place once"):
        actions.prolong(event, outlook=Outlook(Pattern(1, (2,)), (next_tuesday(),)), by=orga)
