"""What may be said of groups, attacked by a program that knows who was in each and everything that was ever shown.

The attacker writes down every way in which people could have answered, strikes out those that do not fit a figure, and
looks whether all that are left agree on somebody. Nobody who adds and subtracts figures can know more.
"""

import itertools
from functools import cache

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.disclosure import rules
from app.disclosure.rules import FLOOR, NOT_SAID, Cell, Entry, Report, Verdict

PEOPLE = 11
FEWER = 8
YES, NO = "yes", "no"


@cache
def worlds(people, values):
    """Each way in which people can have answered: a row each."""
    return np.array(list(itertools.product(range(values), repeat=people)), dtype=np.int8)


def shown_of(groups, answers, words, remembers=True):
    """What is shown of these groups, asked for one after the other: who was in each, and how many said what."""
    ledger, shown = [], []
    for group in groups:
        counts = {word: sum(answers[one] == at for one in group) for at, word in enumerate(words)}
        verdict = rules.judge(Cell("all", frozenset(group), counts), ledger if remembers else [])
        if verdict in (Verdict.SHOWN, Verdict.TOO_ALIKE):
            is_shown = verdict is Verdict.SHOWN
            ledger.append(Entry("all", frozenset(group), counts if is_shown else None, is_shown))
        if verdict is Verdict.SHOWN:
            shown.append((sorted(group), counts))
    return shown


def possible(shown, people, words):
    """The ways in which people can have answered, after all that was shown."""
    left = worlds(people, len(words))
    for group, counts in shown:
        for at, word in enumerate(words):
            left = left[(left[:, group] == at).sum(axis=1) == counts[word]]
    return left


def known_answers(left, said):
    """Of whom the answer is known for sure; `said` are the answers that count as one."""
    return [one for one in range(left.shape[1]) if left[0, one] in said and (left[:, one] == left[0, one]).all()]


def learnt(shown, answers, words):
    """What an outsider learns, and what somebody learns who knows their own answer: whose answers."""
    people, said = len(answers), [at for at, word in enumerate(words) if word != NOT_SAID]
    left = possible(shown, people, words)
    found = {("outsider", one) for one in known_answers(left, said)}
    for insider in range(people):
        mine = left[left[:, insider] == answers[insider]]
        found |= {(insider, one) for one in known_answers(mine, said) if one != insider}
    return found


def small_groups(shown, people):
    """Groups below the floor of whom one can work out how many said yes."""
    left = possible(shown, people, (YES, NO))
    sets = itertools.chain.from_iterable(itertools.combinations(range(people), size) for size in range(1, FLOOR))
    return [group for group in sets if np.ptp((left[:, list(group)] == 0).sum(axis=1)) == 0]


def groups_of(people):
    """Groups to ask for: any, everybody up to somebody, and the same without somebody."""
    any_group = st.sets(st.integers(0, people - 1), min_size=1)
    beginning = st.integers(1, people).map(lambda end: set(range(end)))
    ending = st.integers(0, people - 1).map(lambda begin: set(range(begin, people)))
    return st.lists(st.one_of(beginning, ending, any_group), min_size=1, max_size=7)


def answers_of(people, values):
    return st.lists(st.integers(0, values - 1), min_size=people, max_size=people)


@settings(max_examples=60, deadline=None)
@given(groups_of(PEOPLE), answers_of(PEOPLE, 2))
@example([set(range(end)) for end in range(5, 12)], [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0])
def test_nobody_learns_an_answer_or_a_small_group_from_all_that_is_ever_shown(groups, answers):
    shown = shown_of(groups, answers, (YES, NO))

    assert learnt(shown, answers, (YES, NO)) == set()
    assert small_groups(shown, PEOPLE) == []


@settings(max_examples=40, deadline=None)
@given(groups_of(FEWER), answers_of(FEWER, 3))
def test_nobody_learns_an_answer_where_some_said_nothing(groups, answers):
    words = (YES, NO, NOT_SAID)

    assert learnt(shown_of(groups, answers, words), answers, words) == set()


class TestTheAttackerBites:
    """Each rule, switched off, lets the attacker in."""

    answers = (0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0)
    growing = tuple(frozenset(range(end)) for end in range(5, 12))

    def test_without_the_ledger_who_waits_and_subtracts_reads_every_later_answer(self):
        shown = shown_of(self.growing, self.answers, (YES, NO), remembers=False)

        found = learnt(shown, self.answers, (YES, NO))
        assert {one for who, one in found if who == "outsider"} >= set(range(5, 11))
        assert (9,) in small_groups(shown, PEOPLE)

    def test_without_asking_whether_they_are_alike(self, monkeypatch):
        monkeypatch.setattr(rules, "is_alike", lambda counts, floor: False)

        shown = shown_of([range(6)], [0] * PEOPLE, (YES, NO))

        assert ("outsider", 3) in learnt(shown, [0] * PEOPLE, (YES, NO))

    def test_with_one_person_who_said_otherwise_instead_of_two(self, monkeypatch):
        monkeypatch.setattr(rules, "OTHERWISE", 1)
        answers = [1, *[0] * (PEOPLE - 1)]

        shown = shown_of([range(6)], answers, (YES, NO))

        assert (0, 3) in learnt(shown, answers, (YES, NO))

    def test_without_a_floor(self):
        cell = Cell("all", frozenset({1}), None)

        assert rules.judge(cell, [], floor=1) is Verdict.SHOWN
        assert rules.judge(cell, []) is Verdict.TOO_SMALL

    def test_with_groups_that_lie_across(self, monkeypatch):
        monkeypatch.setattr(rules, "_is_across", lambda one, other: one == other)
        answers = [0, 0, 1, 0, 1, 0, 1, 1, *[0] * 3]

        shown = shown_of([range(7), range(1, 8)], answers, (YES, NO))

        assert {("outsider", 0), ("outsider", 7)} <= learnt(shown, answers, (YES, NO))


def counts(yes, no, not_said=0):
    return {YES: yes, NO: no, NOT_SAID: not_said}


@pytest.mark.parametrize(
    ("said", "alike"),
    [
        (counts(3, 2), False),
        (counts(5, 0), True),
        (counts(4, 1), True),
        (counts(8, 2), False),
        (counts(98, 2), False),
        (counts(99, 1), True),
        (counts(2, 2, 6), True),
        (counts(3, 2, 6), False),
    ],
)
def test_answers_are_alike_where_fewer_than_two_said_otherwise_or_fewer_than_five_said_anything(said, alike):
    assert rules.is_alike(said) is alike


def test_a_group_grows_by_five_before_it_is_shown_anew():
    ledger = [Entry("all", frozenset(range(5)), counts(3, 2))]

    verdicts = [rules.judge(Cell("all", frozenset(range(n)), counts(n - 3, 3)), ledger) for n in range(5, 11)]

    assert verdicts == [Verdict.TOO_CLOSE] * 5 + [Verdict.TOO_ALIKE]
    assert rules.judge(Cell("all", frozenset(range(10)), counts(6, 4)), ledger) is Verdict.SHOWN


def test_a_group_that_was_too_alike_keeps_its_distance_too():
    ledger = [Entry("all", frozenset(range(5)), None, is_shown=False)]

    assert rules.judge(Cell("all", frozenset(range(6)), counts(4, 2)), ledger) is Verdict.TOO_CLOSE
    assert rules.judge(Cell("all", frozenset(range(10)), counts(8, 2)), ledger) is Verdict.SHOWN


def test_the_last_part_of_a_whole_is_not_shown_where_the_rest_would_be_too_small():
    whole = Entry("whole", frozenset(range(13)), counts(7, 6))
    first = Entry("first", frozenset(range(5)), counts(3, 2))

    assert rules.judge(Cell("second", frozenset(range(5, 10)), counts(3, 2)), [whole, first]) is Verdict.TOO_CLOSE
    assert rules.judge(Cell("second", frozenset(range(5, 13)), counts(4, 4)), [whole, first]) is Verdict.SHOWN


def test_groups_that_lie_across_are_not_shown():
    ledger = [Entry("all", frozenset(range(10)), counts(5, 5))]

    assert rules.judge(Cell("other", frozenset(range(5, 20)), counts(8, 7)), ledger) is Verdict.TOO_CLOSE


def test_what_was_said_can_not_have_changed():
    ledger = [Entry("all", frozenset(range(5)), counts(3, 2))]

    assert rules.judge(Cell("all", frozenset(range(10)), counts(2, 8)), ledger) is Verdict.TOO_CLOSE


def test_a_size_alone_is_shown_from_the_floor_on_and_in_steps_of_it():
    ledger = [Entry("all", frozenset(range(5)))]

    assert rules.judge(Cell("all", frozenset(range(9))), ledger) is Verdict.TOO_CLOSE
    assert rules.judge(Cell("all", frozenset(range(10))), ledger) is Verdict.SHOWN


def test_no_report_goes_below_the_floor():
    assert Report("levels", 10).floor == 10
    with pytest.raises(ValueError, match="fewer than 5"):
        Report("levels", 4)
