"""Levels, gaps, shares and averages, without a database."""

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.competences import rules
from app.competences.rules import GRANTS_ONLY, Ageing, Axis, Freshness, Gap, Kind, Rule, Visibility, Word

DAY = dt.date(2026, 3, 1)
LATER = dt.date(2026, 4, 1)

WORDS = st.lists(st.tuples(st.integers(0, 4), st.sampled_from(Kind), st.dates(DAY, LATER)), max_size=12).map(
    lambda rows: [Word(*row, sequence=number) for number, row in enumerate(rows)]
)


def current(words, ageing=rules.LASTING, on=LATER):
    return rules.current(words, on=on, ageing=ageing)


def test_nothing_said_means_no_level():
    assert current([]) is None


def test_the_newest_judgement_counts_also_when_it_is_lower():
    assert current([Word(3, Kind.SELF, DAY, 1), Word(1, Kind.SELF, LATER, 2)]).level == 1


def test_of_two_judgements_of_one_day_the_last_counts():
    assert current([Word(3, Kind.SELF, DAY, 2), Word(1, Kind.SELF, DAY, 1)]).level == 3


def test_a_course_lifts_the_level_and_is_the_reason():
    proof = Word(2, Kind.COMPLETION, LATER, 2, "Daten verstehen")

    found = current([Word(1, Kind.SELF, DAY, 1), proof])

    assert (found.level, found.because, found.rule) == (2, proof, Rule.HIGHER_PROOF)


@pytest.mark.parametrize("kind", [Kind.LEADER, Kind.COLLEAGUE, Kind.ASSESSOR])
def test_a_course_lifts_nothing_that_somebody_else_has_said_since(kind):
    course, own = Word(2, Kind.COMPLETION, DAY, 1), Word(0, Kind.SELF, LATER, 3)
    other = Word(1, kind, DAY + dt.timedelta(days=1), 2)

    assert current([course, other]).level == 1
    assert current([course, other, own]).level == 0


def test_a_course_outdoes_what_one_says_of_oneself_later_as_long_as_it_is_fresh():
    course, own = Word(2, Kind.COMPLETION, DAY, 1), Word(1, Kind.SELF, LATER, 2)

    found = current([course, own])

    assert (found.level, found.because, found.rule, found.over) == (2, course, Rule.HIGHER_PROOF, own)
    assert current([course, own], Ageing(fades_after=1)).level == 1


def test_no_level_falls_because_time_goes_by_without_a_word():
    words = [Word(2, Kind.COMPLETION, DAY, 1), Word(1, Kind.SELF, DAY + dt.timedelta(days=9), 2)]

    assert current(words, Ageing(fades_after=1), on=DAY + dt.timedelta(days=400)).level == 2


@given(WORDS, st.integers(0, 4))
def test_what_one_says_of_oneself_never_lowers_what_fresh_proofs_show(words, level):
    said = [word for word in words if word.kind not in GRANTS_ONLY and word.kind is not Kind.SELF]
    since = max((word.observed_on for word in said), default=DAY)
    shown = [word.level for word in words if word.kind in GRANTS_ONLY and word.observed_on >= since]

    found = current([*words, Word(level, Kind.SELF, LATER, len(words))])

    assert found.level == max([level, *shown])


@given(WORDS, st.randoms())
def test_the_order_in_which_statements_are_read_changes_nothing(words, random):
    shuffled = random.sample(words, len(words))

    assert current(shuffled) == current(words)


@given(WORDS, st.integers(0, 4), st.sampled_from(sorted(GRANTS_ONLY)), st.dates(DAY, LATER))
def test_a_proof_never_takes_a_level_away(words, level, kind, day):
    before = current(words)

    after = current([*words, Word(level, kind, day, len(words))])

    assert after.level >= (before.level if before else 0)


@given(WORDS)
def test_the_level_is_one_that_somebody_has_stated(words):
    found = current(words)

    assert (found is None) == (not words)
    assert found is None or (found.because in words and found.level == found.because.level)


def test_the_reason_names_what_an_agreed_level_is_newer_than_and_the_last_practice():
    own, talk = Word(3, Kind.SELF, DAY, 1), Word(2, Kind.LEADER, LATER, 2, "Gespräch", is_agreed=True)
    practice = Word(1, Kind.PRACTICE, dt.date(2026, 3, 20), 3)

    found = current([own, talk, practice])

    assert (found.because, found.over, found.practised_on) == (talk, own, practice.observed_on)
    assert found.rule is Rule.NEWEST_JUDGEMENT


def test_kinds_stand_side_by_side_each_with_its_newest_word():
    old, new = Word(3, Kind.SELF, DAY, 1), Word(1, Kind.SELF, LATER, 2)
    test = Word(2, Kind.TEST, DAY, 3)

    assert rules.side_by_side([test, new, old]) == [new, test]


@given(WORDS, WORDS)
def test_what_is_valid_no_longer_or_was_observed_later_changes_nothing(words, others):
    gone = [Word(w.level, w.kind, w.observed_on, 100 + w.sequence, valid_until=LATER) for w in others]
    later = [Word(w.level, w.kind, dt.date(2027, 1, 1), 200 + w.sequence) for w in others]
    on = LATER + dt.timedelta(days=1)

    assert current([*words, *gone, *later], on=on) == current(words, on=on)


class TestFreshness:
    """How long what was observed says something about today."""

    def test_a_level_fades_and_expires_by_the_day_on_which_it_was_observed(self):
        ageing = Ageing(fades_after=12, expires_after=24)

        days = [dt.date(2027, 2, 28), dt.date(2027, 3, 1), dt.date(2028, 2, 29), dt.date(2028, 3, 1)]

        assert [ageing.freshness(DAY, day) for day in days] == [
            Freshness.FRESH,
            Freshness.FADED,
            Freshness.FADED,
            Freshness.EXPIRED,
        ]

    def test_what_lasts_never_fades(self):
        assert rules.LASTING.freshness(DAY, dt.date.max) is Freshness.FRESH

    def test_what_has_expired_no_longer_counts(self):
        old, word = Word(4, Kind.SELF, dt.date(2020, 1, 1), 1), Word(1, Kind.COMPLETION, DAY, 2)

        assert current([old, word], Ageing(expires_after=12)).level == 1
        assert current([old], Ageing(expires_after=12)) is None

    def test_practice_at_the_level_or_above_keeps_it_fresh_and_lower_practice_does_not(self):
        own = Word(2, Kind.SELF, dt.date(2020, 1, 1), 1)
        ageing = Ageing(fades_after=24)

        assert current([own, Word(2, Kind.PRACTICE, DAY, 2)], ageing).freshness is Freshness.FRESH
        assert current([own, Word(1, Kind.PRACTICE, DAY, 2)], ageing).freshness is Freshness.FADED

    def test_a_month_later_is_the_last_day_of_a_shorter_month(self):
        assert rules.months_later(dt.date(2028, 1, 31), 1) == dt.date(2028, 2, 29)
        assert rules.months_later(dt.date(2026, 12, 31), 12) == dt.date(2027, 12, 31)
        assert rules.months_later(dt.date(9999, 12, 1), 1) == dt.date.max


@given(WORDS, st.sampled_from([rules.LASTING, Ageing(fades_after=1)]), st.integers(1, 3))
def test_the_history_says_of_each_day_what_the_rule_would_have_said(words, ageing, pace):
    words = [word._replace(observed_on=DAY + pace * (word.observed_on - DAY)) for word in words]
    last = DAY + pace * (LATER - DAY)
    steps = rules.history(words, until=last, ageing=ageing)

    for number in range((last - DAY).days + 1):
        day = DAY + dt.timedelta(days=number)
        before = [step.level for step in steps if step.day <= day]
        now = current(words, ageing, on=day)
        assert (before[-1] if before else None) == (now.level if now else None)
    assert all(0 <= step.part <= 1 for step in steps)
    assert all(one.level != next_.level for one, next_ in itertools.pairwise(steps))


class TestClaims:
    """What may be said, and by whom."""

    def claim(self, kind, **other):
        usual = {
            "is_by_person": False,
            "is_by_leader": False,
            "is_by_assessor": False,
            "source": "auf Bitte",
            "visibility": Visibility.PERSON,
        }
        return rules.obstacle(rules.Claim(kind, observed_on=DAY, **(usual | other)), LATER)

    def test_only_the_person_assesses_themselves_and_nobody_else_says_more_of_themselves_than_that(self):
        assert self.claim(Kind.SELF) is rules.Obstacle.SELF_BY_ANOTHER
        assert self.claim(Kind.SELF, is_by_person=True, source=None) is None
        assert self.claim(Kind.COLLEAGUE, is_by_person=True) is rules.Obstacle.OTHER_BY_ONESELF
        assert self.claim(Kind.EXTERNAL, is_by_person=True) is None

    def test_a_leader_speaks_only_of_those_led_today_and_with_a_reason(self):
        assert self.claim(Kind.LEADER) is rules.Obstacle.NOT_THE_LEADER
        assert self.claim(Kind.LEADER, is_by_leader=True, source=" ") is rules.Obstacle.NO_REASON
        assert self.claim(Kind.LEADER, is_by_leader=True) is None

    def test_an_assessor_speaks_only_of_those_looked_after_today_and_with_a_reason(self):
        assert self.claim(Kind.ASSESSOR) is rules.Obstacle.NOT_AN_ASSESSOR
        assert self.claim(Kind.ASSESSOR, is_by_assessor=True, source=" ") is rules.Obstacle.NO_REASON
        assert self.claim(Kind.ASSESSOR, is_by_assessor=True) is None

    def test_a_colleague_and_what_is_agreed_need_a_reason(self):
        assert self.claim(Kind.COLLEAGUE, source=None) is rules.Obstacle.NO_REASON
        agreed = {"is_by_person": True, "source": None, "visibility": Visibility.AGREED}
        assert self.claim(Kind.SELF, **agreed) is rules.Obstacle.NO_REASON

    def test_nothing_is_observed_tomorrow_and_ends_before_it_began(self):
        assert self.claim(Kind.TEST, valid_until=DAY - dt.timedelta(days=1)) is rules.Obstacle.ENDS_BEFORE
        usual = {
            "is_by_person": False,
            "is_by_leader": False,
            "is_by_assessor": False,
            "source": None,
            "visibility": Visibility.PERSON,
        }
        claim = rules.Claim(Kind.TEST, observed_on=LATER, **usual)
        assert rules.obstacle(claim, DAY) is rules.Obstacle.IN_THE_FUTURE

    def test_a_word_is_taken_back_by_its_author_alone(self):
        alone = {"is_agreed": False, "person_id": 1}
        assert rules.may_retract(Kind.LEADER, actor_id=2, by_id=2, **alone)
        assert not rules.may_retract(Kind.LEADER, actor_id=2, by_id=1, **alone)
        assert rules.may_retract(Kind.EXTERNAL, actor_id=None, by_id=1, **alone)
        assert not rules.may_retract(Kind.COMPLETION, actor_id=None, by_id=1, **alone)

    @pytest.mark.parametrize("by", [1, 2])
    def test_what_two_have_agreed_is_taken_back_by_neither_of_them(self, by):
        assert not rules.may_retract(Kind.LEADER, is_agreed=True, person_id=1, actor_id=2, by_id=by)


def test_gaps_are_widest_first_then_by_the_higher_target():
    assert rules.gaps({1: 2, 2: 4, 3: 3}, {1: 1, 2: 3, 3: 0}) == [Gap(3, 3, 0), Gap(2, 4, 3), Gap(1, 2, 1)]


def test_what_nobody_has_said_anything_about_counts_as_nothing():
    assert rules.gaps({1: 2}, {})[0].size == 2


LEVELS = st.dictionaries(st.integers(1, 9), st.integers(1, 4))


@given(LEVELS, LEVELS)
def test_coverage_is_a_share_and_whole_only_without_gaps(targets, held):
    found = rules.gaps(targets, held)

    assert 0.0 <= rules.coverage(found) <= 1.0
    assert (rules.coverage(found) == 1.0) == all(gap.size == 0 for gap in found)


@given(LEVELS, LEVELS, st.integers(1, 9))
def test_more_of_a_competence_never_lowers_the_coverage(targets, held, competence):
    more = held | {competence: held.get(competence, 0) + 1}

    assert rules.coverage(rules.gaps(targets, more)) >= rules.coverage(rules.gaps(targets, held))


def test_what_is_important_counts_double_in_the_coverage():
    targets = {1: 2, 2: 2}

    assert rules.coverage(rules.gaps(targets, {1: 2}, {1})) == pytest.approx(2 / 3)
    assert rules.coverage(rules.gaps(targets, {2: 2}, {1})) == pytest.approx(1 / 3)


def test_an_average_counts_at_most_what_the_goal_asks_for():
    assert rules.averages([("Daten", 2, 4), ("Daten", 2, 0), ("Team", 3, 3)], 4) == [
        Axis("Daten", 1.0, 2.0, 4),
        Axis("Team", 3.0, 3.0, 4),
    ]


def test_an_average_without_a_goal_counts_every_level():
    assert rules.averages([("Daten", 0, 4), ("Daten", 0, 0)], 4) == [Axis("Daten", 2.0, 0.0, 4)]
