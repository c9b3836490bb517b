"""What earlier dates teach, and the forecast of a date on which some have answered already."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import clock
from app.bookings import actions, queries, rules
from app.bookings.models import Acceptance, Reconfirmation
from app.bookings.rules import Answer, Answered, Assumed, Outlook, Record, Show, State, Way
from app.bookings.rules.outlook import shares, within
from app.db import db
from tests import make

pytestmark = pytest.mark.any_database

DAY = dt.timedelta(days=1)
shows = st.builds(Show, st.floats(0.02, 0.98), st.floats(2, 500))


class TestOutlook:
    @pytest.mark.parametrize(
        ("show", "walk_ins", "expected"),
        [(Show(0.8), 0, 544), (Show(0.8, 200), 0, 528), (Show(0.8, 60), 0, 510), (Show(0.8, 60), 15, 492)],
    )
    @pytest.mark.parametrize("groups", [(), (100,), (100, 150)])
    def test_cutting_people_into_groups_of_the_same_share_changes_nothing(self, show, walk_ins, expected, groups):
        outlook = Outlook([Answered(people, show) for people in groups], show, walk_ins, most=1350)

        assert outlook.most_to_accept(450, 0.05) == pytest.approx(expected, abs=2)

    @given(st.integers(1, 40), st.integers(0, 40), shows, shows, shows, st.sampled_from([0, 3.5]))
    @settings(max_examples=40, deadline=None)
    def test_chances_add_up_and_their_mean_is_what_is_expected(self, coming, silent, one, other, rest, walk_ins):
        groups = [Answered(coming, one), Answered(silent, other)]
        outlook, accepted = Outlook(groups, rest, walk_ins, most=100), coming + silent + 7

        chances = outlook.chances(accepted)
        mean = sum(number * chance for number, chance in enumerate(chances))

        assert chances.sum() == pytest.approx(1)
        assert mean == pytest.approx(outlook.forecast(accepted, 50).expected, rel=1e-3, abs=1e-3)

    def test_a_yes_raises_the_forecast_and_silence_lowers_it(self):
        unasked, coming, silent = Show(0.8, 60), Show(0.95, 60), Show(0.6, 60)

        def expected(*groups):
            return Outlook(groups, unasked, 0, most=500).forecast(500, 450)

        nobody, yes, no = expected(), expected(Answered(200, coming)), expected(Answered(200, silent))

        assert no.expected < nobody.expected < yes.expected
        assert no.risk < nobody.risk < yes.risk

    def test_answers_make_the_forecast_surer(self):
        before = Outlook([], Show(0.8, 60), 0, most=500).forecast(500, 450)
        after = Outlook([Answered(400, Show(0.95, 200))], Show(0.8, 60), 0, most=500).forecast(500, 450)

        assert after.high - after.low < before.high - before.low

    @given(shows)
    @settings(max_examples=40)
    def test_the_parts_of_a_share_keep_its_mean_and_stand_in_order(self, show):
        parts = shares(show)

        assert parts.mean() == pytest.approx(show.mean, abs=1e-6)
        assert (parts[1:] >= parts[:-1] - 1e-9).all()

    def test_a_share_that_is_known_has_no_range(self):
        assert within(Show(0.8)) == (0.8, 0.8)
        assert set(shares(Show(0.8))) == {0.8}


class TestLearning:
    def test_a_share_is_learnt_from_the_records(self):
        learnt = rules.learn([Record(320, 400), Record(330, 400), Record(310, 400)])

        assert learnt.show.mean == pytest.approx(0.8, abs=0.02)
        assert (learnt.people, learnt.dates) == (1200, 3)
        assert learnt.least < 80 < learnt.most

    def test_many_dates_teach_more_than_one_with_as_many_people(self):
        one, ten = rules.learn([Record(320, 400)]), rules.learn([Record(32, 40)] * 10)

        assert one.show.concentration < ten.show.concentration

    def test_dates_that_differ_make_it_less_sure(self):
        alike = rules.learn([Record(320, 400)] * 4)
        unlike = rules.learn([Record(380, 400), Record(260, 400)] * 2)

        assert unlike.most - unlike.least > alike.most - alike.least

    @pytest.mark.parametrize("records", [[], [Record(9, 10)], [Record(5, 9), Record(9, 10)]])
    def test_too_few_people_teach_nothing(self, records):
        assert rules.learn(records) is None

    @given(st.lists(st.integers(10, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), min_size=2))
    @settings(max_examples=25, deadline=None)
    def test_whatever_happened_the_share_is_a_share(self, records):
        learnt = rules.learn([Record(*one) for one in records])

        assert 0 < learnt.show.mean < 1
        assert 1 <= learnt.least <= learnt.most <= 100

    def test_the_range_that_was_learnt_stands_for_it_and_another_one_is_a_guess(self):
        learnt = rules.learn([Record(320, 400)] * 4)

        assert rules.share_of(*learnt.range, learnt) is learnt.show
        assert rules.share_of(70, 90, learnt) == rules.guessed(0.7, 0.9)
        assert rules.share_of(70, 90, None) == rules.guessed(0.7, 0.9)


def held(seats=20, came=16, in_days=-10, coming=0, walked_in=0, **other):
    """A date that is over: the first have said yes, so many came, and some without a seat."""
    bookable = make.bookable("Vorbei", seats=seats, in_days=in_days, **other)
    door, day = make.person("Am Einlass"), clock.local(bookable.starts_at).date()
    for n in range(seats + walked_in):
        seat = make.booking(bookable, make.person(f"P {n}"), way=Way.DOOR if n >= seats else Way.SELF)
        if n < coming:
            asked = {"starts_at": bookable.starts_at, "days_before": 7, "asked_at": bookable.starts_at - 7 * DAY}
            said = bookable.starts_at - 6 * DAY
            db.session.add(Reconfirmation(booking=seat, said_yes_at=said, **asked))
        if n < came or n >= seats:
            make.attendance(seat, door, day)
    db.session.flush()
    return bookable


@pytest.mark.usefixtures("morning", "context")
class TestExperience:
    def test_without_earlier_dates_there_is_none_and_the_guess_says_so(self):
        known = queries.experience(make.bookable())

        assert (known.dates, known.learnt[Answer.UNASKED]) == (0, None)
        assert queries.assumed(known, None, 10) == Assumed((70, 90), 0, (85, 98), (50, 80))

    def test_each_group_has_its_share_and_everybody_teaches_about_those_still_to_be_asked(self):
        for n in (10, 20, 30):
            held(seats=20, came=15, coming=10, in_days=-n, walked_in=2)

        known = queries.experience(make.bookable())

        assert known.dates == 3
        assert known.learnt[Answer.COMING].show.mean > 0.9
        assert known.learnt[Answer.UNASKED].show.mean == pytest.approx(0.75, abs=0.03)
        assert known.learnt[Answer.UNASKED].people == 60
        assert known.learnt[Answer.SILENT] is None
        assert queries.assumed(known, None, 100).walk_ins == 10

    @pytest.mark.parametrize(
        "other", [{"seats": 9, "came": 9}, {"came": 0}, {"in_days": 3}, {"kind": rules.Kind.SESSION}]
    )
    def test_small_dates_others_and_those_of_which_nobody_wrote_down_who_came_teach_nothing(self, other):
        for _n in range(4):
            held(**other)

        assert queries.experience(make.bookable(in_days=2)).dates == 0

    def test_what_was_assumed_last_is_kept_where_nothing_is_learnt(self):
        last = Acceptance(**Assumed((60, 70), 4, (90, 95), None).columns)

        assert queries.assumed(queries.experience(make.bookable()), last, 10) == Assumed(
            (60, 70), 4, (90, 95), (50, 80)
        )

    def test_no_statement_of_experience_names_a_person(self, statements_asked):
        held()
        statements_asked.clear()
        queries.experience(make.bookable())

        assert [one for one in statements_asked if "person_id" in one.partition("FROM")[0]] == []


@pytest.fixture
def statements_asked(queries):
    return queries


@pytest.mark.usefixtures("morning", "context")
class TestChoosing:
    def test_the_choice_says_whether_it_was_learnt_or_guessed(self):
        for n in (10, 20):
            held(in_days=-n)
        bookable, by = make.bookable(seats=20), make.person("Orga Ott")
        known = queries.experience(bookable)

        learnt = actions.accept(bookable, number=22, assumed=queries.assumed(known, None, 20), by=by)
        guess = actions.accept(bookable, number=21, assumed=Assumed((70, 90)), by=by)

        assert (learnt.learnt_from, guess.learnt_from) == (2, 0)
        assert learnt.least_share == known.learnt[Answer.UNASKED].least


@pytest.mark.usefixtures("morning", "context")
class TestScoring:
    def chosen(self, came, **other):
        bookable, by = held(came=came, in_days=-3, **other), make.person("Orga Ott")
        assumed = Assumed((70, 90), 2)
        expected = {"least_arrivals": 14, "most_arrivals": 18, "accepted": 20}
        made = Acceptance(bookable_id=bookable.id, at=clock.now(), by_id=by.id, **assumed.columns, **expected)
        db.session.add(made)
        db.session.flush()
        return made

    def test_a_day_after_the_end_the_forecast_is_compared_with_who_came_once(self):
        made = self.chosen(came=16, walked_in=2)

        assert (actions.score_forecasts(), actions.score_forecasts()) == (1, 0)

        score = made.score
        assert (score.came, score.walked_in, score.unasked) == (18, 2, 20)
        assert score.least_arrivals < 18 < score.most_arrivals
        assert score.was_right
        assert queries.track_record() == (1, 1)

    def test_a_forecast_that_was_off_counts_as_off(self):
        self.chosen(came=3)

        actions.score_forecasts()

        assert queries.track_record() == (1, 0)

    def test_where_nobody_wrote_down_who_came_nothing_is_compared(self):
        self.chosen(came=0)

        assert actions.score_forecasts() == 0

    def test_only_the_last_choice_is_compared_and_not_before_the_next_day(self, morning):
        first = self.chosen(came=16)
        last = Acceptance(
            bookable_id=first.bookable_id,
            at=clock.now(),
            by_id=first.by_id,
            accepted=21,
            least_arrivals=1,
            most_arrivals=2,
            **first.assumed.columns,
        )
        db.session.add(last)
        morning.move_to(clock.now() - 3 * DAY + dt.timedelta(hours=20))
        assert actions.score_forecasts() == 0
        morning.shift(3 * DAY)

        assert actions.score_forecasts() == 1
        assert (first.score, last.score is not None) == (None, True)


@pytest.fixture
def desk(client, cast, saved):
    client.set_cookie("language", "en")

    def build():
        for n in (10, 20, 30):
            held(seats=20, came=16, coming=10, in_days=-n)
        event = make.event("Konferenz", seats=20, in_days=5)
        make.organiser(event.bookable, cast.max)
        for n in range(12):
            seat = make.booking(event.bookable, make.person(f"Gast {n}"))
            if n < 8:
                asked = {"starts_at": event.bookable.starts_at, "days_before": 7, "asked_at": clock.now()}
                db.session.add(Reconfirmation(booking=seat, said_yes_at=clock.now() if n < 5 else None, **asked))
        make.booking(event.bookable, make.person("Wartet"), State.CANCELLED)
        return event.bookable_id

    client.sign_in(cast.max)
    return f"/bookables/{saved(build)}/forecast"


def test_the_page_says_what_was_learnt_of_whom_and_what_is_a_guess(client, desk):
    page = client.get(desk).text

    assert "is learnt from 3 earlier dates" in page
    assert "Of the 5 people who have said: I come" in page
    assert "Of the 3 people who were asked and have not answered" in page
    assert page.count("There is no experience with this yet.") == 1
    assert "Gast" not in page


def test_own_ranges_are_a_guess_again(client, desk):
    typed = {"least_share": 50, "most_share": 99, "least_coming": 80, "most_coming": 90, "walk_ins": 0, "number": 24}
    silent = {"least_silent": 10, "most_silent": 90, "show": 1}

    page = client.post(desk, data={name: str(value) for name, value in (typed | silent).items()}).text

    assert "not from experience" in page
    assert 'value="80"' in page


def test_a_range_the_wrong_way_round_is_named_at_its_field(client, desk):
    typed = {"least_share": 50, "most_share": 99, "least_coming": 90, "most_coming": 80, "walk_ins": 0, "number": 24}

    response = client.post(desk, data={name: str(value) for name, value in typed.items()})

    assert response.status_code == 422
    assert "“At most” can’t be less than “at least”." in response.text
    assert "least_silent" not in response.text


def test_the_page_asks_few_statements(client, desk, queries):
    client.get(desk)
    queries.clear()
    client.get(desk)

    assert len([one for one in queries if not one.startswith("BEGIN")]) <= 12
