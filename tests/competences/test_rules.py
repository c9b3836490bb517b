"""Levels, gaps, shares and averages, without a database."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from app.competences import rules
from app.competences.rules import GRANTS_ONLY, Axis, Gap, Kind, Word

DAY = dt.date(2026, 3, 1)
LATER = dt.date(2026, 4, 1)

WORDS = st.lists(st.tuples(st.integers(0, 4), st.sampled_from(Kind), st.dates(DAY, LATER)), max_size=12).map(
    lambda rows: [Word(*row, sequence=number) for number, row in enumerate(rows)]
)


def test_nothing_said_means_no_level():
    assert rules.current([]) is None


def test_the_newest_judgement_counts_also_when_it_is_lower():
    assert rules.current([Word(3, Kind.SELF, DAY, 1), Word(1, Kind.SELF, LATER, 2)]).level == 1


def test_of_two_judgements_of_one_day_the_last_counts():
    assert rules.current([Word(3, Kind.SELF, DAY, 2), Word(1, Kind.SELF, DAY, 1)]).level == 3


def test_a_course_lifts_the_level_and_is_the_reason():
    proof = Word(2, Kind.COMPLETION, LATER, 2, "Daten verstehen")

    assert rules.current([Word(1, Kind.SELF, DAY, 1), proof]) == rules.Current(2, proof)


def test_a_course_that_is_older_than_the_newest_judgement_lifts_nothing():
    assert rules.current([Word(2, Kind.COMPLETION, DAY, 1), Word(1, Kind.SELF, LATER, 2)]).level == 1


@given(WORDS, st.randoms())
def test_the_order_in_which_statements_are_read_changes_nothing(words, random):
    shuffled = random.sample(words, len(words))

    assert rules.current(shuffled) == rules.current(words)


@given(WORDS, st.integers(0, 4), st.sampled_from(sorted(GRANTS_ONLY)), st.dates(DAY, LATER))
def test_a_proof_never_takes_a_level_away(words, level, kind, day):
    before = rules.current(words)

    after = rules.current([*words, Word(level, kind, day, len(words))])

    assert after.level >= (before.level if before else 0)


@given(WORDS)
def test_the_level_is_one_that_somebody_has_stated(words):
    found = rules.current(words)

    assert (found is None) == (not words)
    assert found is None or (found.because in words and found.level == found.because.level)


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


def test_an_average_counts_at_most_what_the_goal_asks_for():
    assert rules.averages([("Daten", 2, 4), ("Daten", 2, 0), ("Team", 3, 3)], 4) == [
        Axis("Daten", 1.0, 2.0, 4),
        Axis("Team", 3.0, 3.0, 4),
    ]


def test_an_average_without_a_goal_counts_every_level():
    assert rules.averages([("Daten", 0, 4), ("Daten", 0, 0)], 4) == [Axis("Daten", 2.0, 0.0, 4)]
