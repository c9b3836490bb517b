"""On which days a series takes place: the sentence counts what there is, and three o'clock stays three o'clock."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import clock
from app.events import rules
from app.events.rules import Pattern
from app.text.language import speaking

TIMES = dt.time(14), dt.time(15)
DAYS = st.dates(dt.date(2026, 1, 1), dt.date(2030, 12, 31))
WEEKLY = st.builds(
    Pattern,
    st.integers(1, 4),
    st.sets(st.integers(1, 7), min_size=1).map(lambda days: tuple(sorted(days))),
)
MONTHLY = st.builds(
    Pattern, st.sampled_from([1, 2, 3, 6]), st.integers(1, 7).map(lambda day: (day,)), st.sampled_from([1, 2, 3, 4, -1])
)
PATTERNS = WEEKLY | MONTHLY


@pytest.mark.parametrize(
    ("pattern", "german", "english"),
    [
        (Pattern(1, (2,)), "Jeden Dienstag", "Every Tuesday"),
        (Pattern(2, (2,)), "Jeden zweiten Dienstag", "Every second Tuesday"),
        (Pattern(1, (2, 4)), "Jeden Dienstag und Donnerstag", "Every Tuesday and Thursday"),
        (Pattern(2, (1, 3, 5)), "Alle 2 Wochen am Montag, Mittwoch und Freitag", "Every 2 weeks on Monday, Wednesday"),
        (Pattern(1, (2,), 1), "Jeden ersten Dienstag im Monat", "Every first Tuesday of the month"),
        (Pattern(1, (5,), -1), "Jeden letzten Freitag im Monat", "Every last Friday of the month"),
        (Pattern(2, (2,), 3), "Jeden zweiten Monat am dritten Dienstag", "Every second month on the third Tuesday"),
        (Pattern(6, (2,), 3), "Jeden sechsten Monat am dritten Dienstag", "Every sixth month on the third Tuesday"),
    ],
)
def test_a_rhythm_is_said_as_people_say_it(context, pattern, german, english):
    with speaking("de"):
        assert rules.series_sentence(pattern, TIMES, dt.date(2026, 12, 18), 10).startswith(german + ",")
    with speaking("en"):
        assert rules.series_sentence(pattern, TIMES, dt.date(2026, 12, 18), 10).startswith(english)


def test_the_whole_sentence(context):
    with speaking("de"):
        assert (
            rules.series_sentence(Pattern(2, (2,)), TIMES, dt.date(2026, 12, 18), 10)
            == "Jeden zweiten Dienstag, 14 bis 15 Uhr, bis 18.\xa0Dezember\xa02026 (10 Termine)"
        )
        half = (dt.time(9, 30), dt.time(11))
        assert "9:30 bis 11 Uhr" in rules.series_sentence(Pattern(1, (1,)), half, dt.date(2026, 12, 18), 1)
        assert rules.series_sentence(Pattern(1, (1,)), TIMES, None, 0).endswith("keine Termine mehr")


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PATTERNS, DAYS, st.integers(2, 60), st.sets(DAYS, max_size=9))
def test_so_many_times_gives_so_many_days_and_never_one_that_is_left_out(pattern, first, times, holidays):
    skip = {*holidays, first}

    found = rules.look_ahead(pattern, first, times=times, skip=skip)

    assert len(found.days) == times
    assert not skip & set(found.days)
    assert list(found.days) == sorted(set(found.days))
    assert all(day.isoweekday() in pattern.weekdays and day >= first for day in found.days)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PATTERNS, DAYS, st.integers(2, 40), st.sets(DAYS, max_size=9))
def test_the_rule_names_the_days_and_what_is_left_out_as_any_reader_understands_it(pattern, first, times, skip):
    found = rules.look_ahead(pattern, first, times=times, skip=skip)

    read = rrulestr(found.rule, dtstart=dt.datetime.combine(found.first, dt.time(14)))

    assert [moment.date() for moment in read] == sorted((*found.days, *found.skipped))
    assert rules.days_of(found.rule, found.first) == sorted((*found.days, *found.skipped))
    assert rules.read_rule(found.rule)[0] == pattern


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PATTERNS, DAYS, st.integers(2, 40), st.data())
def test_from_any_day_on_the_rest_of_a_rule_is_the_same(pattern, first, times, data):
    days = list(rules.look_ahead(pattern, first, times=times).days)
    place = data.draw(st.integers(0, times - 1))

    assert rules.days_of(pattern.rule(times - place), days[place]) == days[place:]


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(WEEKLY, DAYS, st.integers(2, 40), st.integers(-20, 20), st.data())
def test_a_moved_date_takes_all_others_along_by_as_many_days(pattern, first, times, shift, data):
    days = list(rules.look_ahead(pattern, first, times=times).days)
    one = data.draw(st.sampled_from(days))

    new, goes = rules.moved_days(pattern.rule(times), days[0], one, one + dt.timedelta(days=shift))

    assert goes == {day: day + dt.timedelta(days=shift) for day in days}
    assert rules.days_of(new.rule(times), goes[days[0]]) == list(goes.values())


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(MONTHLY, DAYS, st.integers(2, 20), st.integers(-25, 25), st.data())
def test_a_monthly_date_moves_to_the_same_place_of_each_month(pattern, first, times, shift, data):
    days = list(rules.look_ahead(pattern, first, times=times).days)
    one = data.draw(st.sampled_from(days))
    to = one + dt.timedelta(days=shift)

    new, goes = rules.moved_days(pattern.rule(times), days[0], one, to)

    assert goes[one] == to
    assert {day.isoweekday() for day in goes.values()} == {to.isoweekday()}
    assert len({(day.year, day.month) for day in goes.values()}) == times
    assert rules.days_of(new.rule(times), goes[days[0]]) == list(goes.values())


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PATTERNS, DAYS, st.integers(2, 60), st.times(dt.time(3), dt.time(22)))
def test_the_clock_on_the_wall_shows_the_same_on_every_date(pattern, first, times, start):
    days = rules.look_ahead(pattern, first, times=times).days

    assert {clock.local(clock.at(day, start)).time() for day in days} == {start}


def test_both_changes_of_the_clock_lie_within_and_the_moments_differ_by_the_hour():
    days = rules.look_ahead(Pattern(1, (7,)), dt.date(2027, 3, 21), times=33).days
    moments = [clock.at(day, dt.time(14)) for day in days]

    offsets = {moment.astimezone(ZoneInfo("Europe/Berlin")).utcoffset() for moment in moments}
    assert {dt.date(2027, 3, 28), dt.date(2027, 10, 31)} <= set(days)
    assert offsets == {dt.timedelta(hours=1), dt.timedelta(hours=2)}
    assert {moment.hour for moment in moments} == {12, 13}


def test_the_fifth_such_day_of_a_month_is_the_last():
    assert rules.which_of(dt.date(2026, 12, 29)) == -1
    assert rules.which_of(dt.date(2026, 12, 22)) == 4


def test_without_an_end_it_stops_at_the_most():
    with pytest.raises(rules.TooMany):
        rules.look_ahead(Pattern(1, (2,)), dt.date(2026, 12, 1))
