"""What a device may report, and how many places it has with it."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.bookings.rules import SEATS_GO, Hall
from app.doors import rules
from app.doors.rules import Act, Note, Report

NOON = dt.datetime(2026, 11, 24, 12, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)
NUMBER = "0b0e6f2c-6d3a-4f57-9d6e-3d6f3a1f0a11"
NOTE = {"id": NUMBER, "booking": 7, "act": "came", "seconds_ago": 90}
people = st.integers(0, 60)


class TestWhatIsSent:
    def test_a_report_is_read(self):
        sent = rules.read({"notes": [NOTE], "places": 3})

        assert sent == Report((Note(NUMBER, 7, Act.CAME, 90),), 3)

    def test_without_a_limit_a_device_has_no_number_of_places(self):
        assert rules.read({"notes": [], "places": None}) == Report((), None)

    @pytest.mark.parametrize(
        "sent",
        [
            None,
            [],
            {},
            {"notes": "x"},
            {"notes": [None]},
            {"notes": [NOTE] * (rules.MOST_NOTES + 1)},
            {"notes": [], "places": -1},
            {"notes": [], "places": True},
            {"notes": [NOTE | {"id": "x"}]},
            {"notes": [NOTE | {"id": NUMBER + "\x00"}]},
            {"notes": [NOTE | {"id": ["x"]}]},
            {"notes": [NOTE | {"booking": "7"}]},
            {"notes": [NOTE | {"booking": 10**18}]},
            {"notes": [NOTE | {"act": "walks"}]},
            {"notes": [NOTE | {"act": {}}]},
            {"notes": [NOTE | {"seconds_ago": 1.5}]},
            {"notes": [NOTE | {"seconds_ago": float("nan")}]},
        ],
        ids=lambda sent: repr(sent)[:40],
    )
    def test_anything_else_is_none(self, sent):
        assert rules.read(sent) is None


class TestWhen:
    @pytest.mark.parametrize(
        ("seconds_ago", "minute"), [(600, -10), (0, 0), (10**9, -60)], ids=["as said", "now", "before the door opened"]
    )
    def test_it_is_counted_back_from_now_within_what_can_be(self, seconds_ago, minute):
        note = Note(NUMBER, 7, Act.CAME, seconds_ago)

        assert rules.when(note, NOON, earliest=NOON - 60 * MINUTE, latest=NOON) == NOON + minute * MINUTE

    def test_what_is_reported_after_midnight_was_before_it(self):
        note = Note(NUMBER, 7, Act.CAME, 0)

        assert rules.when(note, NOON, earliest=NOON - 60 * MINUTE, latest=NOON - MINUTE) == NOON - MINUTE


class TestPlacesOfDevices:
    @given(had=people, claimed=st.none() | people, given_away=people)
    def test_a_device_never_has_more_left_than_it_had(self, had, claimed, given_away):
        assert 0 <= rules.places_left(had, claimed, given_away) <= max(0, had - given_away)

    @given(
        limit=people,
        expected=people,
        share=people,
        turns=st.lists(st.tuples(st.integers(0, 2), st.integers(0, 5), st.booleans()), max_size=40),
        minutes=st.integers(-30, 30),
    )
    def test_whatever_devices_hear_and_whenever_they_report_the_hall_is_never_too_full(
        self, limit, expected, share, turns, minutes
    ):
        """Three devices give away places, report, and hear the answer or not; in between somebody asks the house."""
        present, kept, held, given_since = 0, [0, 0, 0], [0, 0, 0], [0, 0, 0]
        now = NOON + minutes * MINUTE
        for device, wanted, hears in turns:
            came = min(wanted, held[device])
            held[device] -= came
            given_since[device] += came
            others = sum(kept) - kept[device]
            kept[device] = rules.places_left(kept[device], held[device], given_since[device])
            present, given_since[device] = present + given_since[device], 0
            fair = Hall(limit, present, expected, share, 0, others).allotment(3, NOON, now)
            kept[device] = max(kept[device], fair)
            if hears:
                held[device] = fair
            if Hall(limit, present, expected, share, 0, sum(kept)).room:
                present += 1
            assert present + sum(held) <= limit
            assert present + sum(kept) <= limit

    def test_early_the_places_are_shared_and_those_kept_for_people_without_a_seat_stay(self):
        hall = Hall(100, present=10, expected=80, share=10)

        assert [hall.allotment(devices, NOON, NOON - 30 * MINUTE) for devices in (1, 2, 4)] == [80, 40, 20]

    def test_late_people_without_a_seat_have_a_part_like_a_device(self):
        hall = Hall(100, present=40, expected=80)

        assert hall.allotment(2, NOON, NOON - SEATS_GO) == 20

    def test_what_others_have_is_theirs(self):
        assert Hall(100, expected=100, allotted=90).allotment(2, NOON, NOON - 30 * MINUTE) == 10

    def test_in_a_hall_without_a_limit_nobody_counts(self):
        assert Hall(None).allotment(2, NOON, NOON) is None
