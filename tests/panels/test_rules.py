"""The check of a cross-section: who is missing, of whom there are too many, and who belongs to which group."""

import datetime as dt
from fractions import Fraction

import pytest

from app.panels import rules, sentences
from app.panels.rules import Dates, Gap, Level, Phase, Quota
from app.people.rules import Grade
from app.text.language import speaking

NOW = dt.datetime(2026, 12, 1, 12, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
QUOTAS = (Quota("Dezernat IV", 1), Quota("Sachbearbeitung", 2, 3), Quota("Ausbildung"))


@pytest.mark.parametrize(
    ("members", "missing", "exceeded"),
    [
        ([], (Gap("Dezernat IV", 1), Gap("Sachbearbeitung", 2)), ()),
        ([{0, 1}], (Gap("Sachbearbeitung", 1),), ()),
        ([{0, 1}, {1}], (), ()),
        ([{0, 1}, {1}, {1}, {1, 2}], (), (Gap("Sachbearbeitung", 1),)),
    ],
)
def test_a_check_says_of_which_group_how_many_are_missing_or_too_many(members, missing, exceeded):
    found = rules.section(4, QUOTAS, members)

    assert (found.missing, found.exceeded) == (missing, exceeded)


def test_a_team_is_complete_when_it_has_its_size_and_all_groups():
    assert rules.section(2, QUOTAS, [{0, 1}, {1}]).is_complete
    assert not rules.section(3, QUOTAS, [{0, 1}, {1}]).is_complete
    assert not rules.section(2, QUOTAS, [{0}, {1}]).is_complete


def test_where_no_group_is_asked_for_nothing_is_said_of_a_cross_section(context):
    nobody, one, two = (rules.section(4, (Quota("Dezernat I"),), [set()] * number) for number in range(3))
    with speaking("en"):
        assert sentences.missing(nobody) == ["Nobody is in the team so far."]
        assert sentences.missing(one) == ["So far you ask for no group, so nobody is missing."]
        assert sentences.missing_if_all_agree(one, two) is None


def test_what_is_left_of_a_quota_for_the_draw_is_what_those_who_agreed_have_not_filled():
    left = rules.left_over(QUOTAS, [{1}, {1}, {0, 1}, {1}])

    assert left == (Quota("Dezernat IV", 0), Quota("Sachbearbeitung", 0, 0), Quota("Ausbildung"))


def test_somebody_belongs_to_the_level_of_their_grade_and_to_every_unit_above_them():
    levels, paths = {0: Level.OFFICE_HEADS, 1: Level.CLERKS}, {2: "/1/4/", 3: "/1/5/"}

    assert rules.groups_of(Grade.SENIOR_CLERK, "/1/4/9/", levels, paths) == {1, 2}
    assert rules.groups_of(Grade.HEAD_OF_OFFICE, "/1/5/", levels, paths) == {0, 3}
    assert rules.groups_of(Grade.TRAINEE, "/1/6/", levels, paths) == frozenset()
    assert rules.groups_of(None, "/1/4/", levels, paths) == {2}


def test_every_grade_belongs_to_a_level():
    assert set(rules.LEVELS) == set(Grade)
    assert set(rules.LEVEL_NAMES) == set(Level) == set(rules.LEVELS.values())


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (Dates(None, None), Phase.NONE),
        (Dates(NOW + DAY, NOW.date()), Phase.OPEN),
        (Dates(NOW, NOW.date()), Phase.CLOSED),
        (Dates(NOW - DAY, NOW.date(), NOW), Phase.PUBLISHED),
        (Dates(NOW - DAY, NOW.date(), NOW, NOW), Phase.DRAWN),
    ],
)
def test_the_draw_goes_from_the_call_to_the_seed(dates, expected):
    assert rules.phase(dates, NOW) is expected


@pytest.mark.parametrize(
    ("chance", "says"),
    [
        (Fraction(0), "none"),
        (Fraction(1, 8), "about 1 in 8"),
        (Fraction(1, 2), "about 1 in 2"),
        (Fraction(4, 5), "about 8 in 10"),
        (Fraction(99, 100), "about 9 in 10"),
        (Fraction(1), "certain"),
    ],
)
def test_a_chance_is_said_in_words_that_fit_its_size(context, chance, says):
    with speaking("en"):
        assert sentences.one_in(chance) == says
