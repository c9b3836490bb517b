"""How many to accept: the reference figures, what the curve says, and the organiser's choice."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import clock
from app.bookings import actions, queries, rules
from app.bookings.models import Acceptance, Attendance
from app.bookings.rules import Assumed, Show, State
from app.bookings.rules.forecast import arrivals, risk
from app.db import db
from app.errors import Refused
from tests import make

pytestmark = pytest.mark.any_database

promises = pytest.mark.usefixtures("promises_hold")
GUESS = {"least_share": 70, "most_share": 90, "walk_ins": 0}
ASSUMED = Assumed((70, 90))


class TestFigures:
    @pytest.mark.parametrize(
        ("show", "walk_ins", "expected"),
        [(Show(0.8), 0, 544), (Show(0.8, 200), 0, 528), (Show(0.8, 60), 0, 510), (Show(0.8, 60), 15, 492)],
    )
    def test_for_a_hall_of_450_and_a_risk_of_five_per_cent(self, show, walk_ins, expected):
        assert rules.most_to_accept(450, 0.05, show, walk_ins) == pytest.approx(expected, abs=2)

    @given(
        st.integers(0, 60),
        st.floats(0.01, 0.99),
        st.none() | st.floats(1, 500),
        st.floats(0, 20).filter(lambda x: x == 0 or x > 0.01),
    )
    @settings(max_examples=60)
    def test_chances_add_up_and_their_mean_is_what_is_expected(self, accepted, mean, concentration, walk_ins):
        chances = arrivals(accepted, Show(mean, concentration), walk_ins)

        assert chances.sum() == pytest.approx(1)
        assert sum(number * chance for number, chance in enumerate(chances)) == pytest.approx(
            accepted * mean + walk_ins, rel=1e-3, abs=1e-3
        )

    @given(st.integers(1, 80), st.floats(0.3, 0.95), st.floats(5, 300))
    @settings(max_examples=40)
    def test_the_risk_grows_with_each_person_accepted_and_with_doubt(self, hall, mean, concentration):
        risks = [risk(number, hall, Show(mean, concentration)) for number in range(hall, hall + 20)]

        assert risks == sorted(risks)
        assert risks[0] == 0

    def test_a_guess_is_right_in_nine_of_ten_cases(self):
        show = rules.guessed(0.7, 0.9)
        rates = arrivals(4000, show)

        assert show.mean == pytest.approx(0.8)
        assert rates[2800:3601].sum() == pytest.approx(0.9, abs=0.02)

    @pytest.mark.parametrize(("low", "high"), [(0.8, 0.8), (1.0, 1.0)])
    def test_who_is_sure_of_the_share_has_no_doubt_left(self, low, high):
        assert rules.guessed(low, high) == Show(low)

    def test_without_doubt_everybody_comes_or_nobody(self):
        assert list(arrivals(2, Show(1.0))) == [0, 0, 1]
        assert list(arrivals(2, Show(0.0))) == [1, 0, 0]


@promises
class TestChoosing:
    def test_more_acceptances_than_seats_go_to_the_line_and_are_written_down(self):
        by, bookable = make.person("Orga Ott"), make.bookable(seats=1)
        first, second = (actions.book(bookable, one, by=one) for one in (make.person("A"), make.person("B")))
        assert (first.state, second.state) == (State.CONFIRMED, State.WAITLISTED)

        made = actions.accept(bookable, number=2, by=by, assumed=ASSUMED)

        assert second.state is State.OFFERED
        assert (made.accepted, made.by_id) == (2, by.id)
        assert queries.seats_of([bookable.id])[bookable.id].limit == 2

    @pytest.mark.parametrize(("seats", "number"), [(10, 9), (10, 31)])
    def test_fewer_than_the_seats_or_more_than_three_times_as_many_are_refused(self, seats, number):
        bookable = make.bookable(seats=seats)

        with pytest.raises(Refused, match="the seats of the hall") as refused:
            actions.accept(bookable, number=number, by=make.person("Orga Ott"), assumed=ASSUMED)
        assert refused.value.field == "number"

    def test_nobody_loses_a_seat_by_a_smaller_number(self):
        by, bookable = make.person("Orga Ott"), make.bookable(seats=1)
        actions.accept(bookable, number=2, by=by, assumed=ASSUMED)
        for name in ("A", "B"):
            person = make.person(name)
            actions.book(bookable, person, by=person)

        with pytest.raises(Refused, match="can’t be fewer"):
            actions.accept(bookable, number=1, by=by, assumed=ASSUMED)

    def test_where_seats_are_not_limited_there_is_nothing_to_choose(self):
        with pytest.raises(Refused, match="not limited"):
            actions.accept(make.bookable(seats=None), number=9, by=make.person("Orga Ott"), assumed=ASSUMED)


@pytest.fixture
def desk(client, cast, saved):
    client.set_cookie("language", "en")

    def build():
        event = make.event("Konferenz", seats=450)
        make.organiser(event.bookable, cast.max)
        return event.bookable_id

    client.sign_in(cast.max)
    return f"/bookables/{saved(build)}/forecast"


def send(client, desk, **typed):
    return client.post(desk, data={name: str(value) for name, value in (GUESS | {"number": 500} | typed).items()})


def test_the_page_begins_with_a_guess_and_says_so(client, desk):
    page = client.get(desk).text

    assert "for 450 seats" in page
    assert "not from experience" in page
    assert "<svg" in page


def test_only_calculating_shows_the_new_figures_and_saves_nothing(client, desk, saved):
    response = send(client, desk, number=600, show=1)

    assert response.status_code == 200
    assert "If you accept 600 people for 450 seats" in response.text
    assert saved(lambda: db.session.query(Acceptance).count()) == 0


def test_a_choice_holds_and_stands_below(client, desk):
    assert send(client, desk, number=492, walk_ins=15).location == desk

    page = client.get(desk).text

    assert "At present 492 people are accepted." in page
    assert "70 to 90 per cent" in page
    assert 'value="15"' in page


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"least_share": 95}, "“At most” can’t be less than “at least”."),
        ({"most_share": 101}, "from 1 to 100"),
        ({"walk_ins": -1}, "from 0 to 1,000"),
        ({"number": "viele"}, "how many people you accept"),
        ({"number": 449}, "the seats of the hall"),
    ],
)
def test_what_can_not_be_is_named_at_its_field_and_nothing_is_lost(client, desk, typed, sentence):
    response = send(client, desk, **typed)

    assert response.status_code == 422
    assert sentence in response.text
    assert f'value="{next(iter(typed.values()))}"' in response.text


@pytest.mark.parametrize(("came", "sentence"), [(2, "The last forecast was right."), (0, None), (1, "was off")])
def test_after_the_event_the_forecast_is_compared_with_who_came(client, cast, saved, came, sentence):
    client.set_cookie("language", "en")

    def build():
        bookable = make.event("Vorbei", seats=2, in_days=-3).bookable
        make.organiser(bookable, cast.max)
        now = clock.now()
        for number in range(came):
            booking = make.booking(bookable, make.person(f"P {number}"))
            there = {"booking_id": booking.id, "recorded_at": now, "recorded_by_id": cast.max.id}
            db.session.add_all(Attendance(day=clock.today() - dt.timedelta(days=n), **there) for n in (3, 2))
        expected = {"least_arrivals": 2, "most_arrivals": 3, "accepted": 3}
        db.session.add(Acceptance(bookable_id=bookable.id, at=now, by_id=cast.max.id, **GUESS, **expected))
        return bookable.id

    page = client.sign_in(cast.max).get(f"/bookables/{saved(build)}/forecast").text

    assert (f"{came} people came" in page or f"{came} person came" in page) == (came > 0)
    assert sentence is None or sentence in page
