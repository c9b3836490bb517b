"""The fair draw: every team keeps the quotas, nobody’s chance could be larger at the cost of somebody better off."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.panels.lottery import (
    Case,
    Impossible,
    Teams,
    conflict,
    fairest,
    is_possible,
    leximin,
    singled_out,
    small_groups,
)
from app.panels.rules import TICKETS, Quota, tickets
from tests.panels import brute
from tests.panels.cases import town

NEAR = 1e-6
GROUPS = 4


@st.composite
def quotas(draw: st.DrawFn) -> Quota:
    least = draw(st.integers(0, 2))
    return Quota("", least, draw(st.one_of(st.none(), st.integers(least, 4))))


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Few volunteers in groups that overlap in any way."""
    volunteers = draw(
        st.lists(st.frozensets(st.integers(0, GROUPS - 1)).map(sorted).map(tuple), min_size=2, max_size=9)
    )
    size = draw(st.integers(1, len(volunteers)))
    wanted = draw(st.lists(quotas(), min_size=GROUPS, max_size=GROUPS))
    return Case.of(size, [replace(quota, name=str(place)) for place, quota in enumerate(wanted)], volunteers)


def possible(case: Case) -> Case:
    """The case, without its quotas where nothing keeps them."""
    return case if brute.every_team(case) else replace(case, quotas=(Quota("group"),) * GROUPS)


@settings(max_examples=40, deadline=None)
@given(cases())
def test_every_team_of_the_lottery_keeps_its_size_and_all_quotas(case):
    case = possible(case)

    lottery = fairest(case)

    assert [team for team in lottery.teams if not brute.keeps(case, team)] == []
    assert sum(lottery.shares) == pytest.approx(1, abs=NEAR)


@settings(max_examples=40, deadline=None)
@given(cases())
def test_the_smallest_chance_is_that_of_counting_out_all_teams(case):
    case = possible(case)

    lottery = fairest(case)

    assert lottery.smallest == pytest.approx(brute.smallest_chance(case), abs=NEAR)
    assert min(chances(case, lottery)) == pytest.approx(lottery.smallest, abs=NEAR)


def chances(case, lottery):
    """The chance of somebody in each class."""
    together = [
        sum(share * team[place] for team, share in zip(lottery.teams, lottery.shares, strict=True))
        for place in range(len(case.classes))
    ]
    return [total / case.volunteers[groups] for total, groups in zip(together, case.classes, strict=True)]


@settings(max_examples=40, deadline=None)
@given(cases())
def test_the_chances_add_up_to_the_size(case):
    case = possible(case)

    found = chances(case, fairest(case))

    assert sum(
        chance * case.volunteers[groups] for chance, groups in zip(found, case.classes, strict=True)
    ) == pytest.approx(case.size, abs=1e-5)


def test_without_quotas_everybody_has_the_same_chance():
    case = Case.of(3, [Quota("all")], [(0,)] * 4 + [()] * 6)

    assert chances(case, fairest(case)) == pytest.approx([0.3, 0.3], abs=NEAR)


def test_after_the_smallest_chance_the_next_smallest_is_as_large_as_possible():
    """Who may take one seat of twelve has 1/12 each; the others share what is left evenly, not one before the other."""
    case = Case.of(5, [Quota("few", 1, 1)], [(0,)] * 12 + [(1,)] * 4 + [(2,)] * 6)

    assert chances(case, fairest(case)) == pytest.approx([1 / 12, 0.4, 0.4], abs=NEAR)


def test_a_lottery_that_only_takes_teams_as_they_come_is_found_out(monkeypatch):
    """The twin without the search for better teams: somebody has a smaller chance than necessary."""
    monkeypatch.setattr(leximin, "PRECISION", 10.0)
    case = town(40, 10)

    lottery = fairest(case)

    monkeypatch.undo()
    assert min(chances(case, lottery)) < fairest(case).smallest - NEAR


@pytest.mark.parametrize("offices", [0, 30])
def test_a_town_finds_its_lottery_though_hardly_two_volunteers_are_alike(offices):
    case = town(offices=offices)

    lottery = fairest(case)

    assert all(brute.keeps(case, team) for team in lottery.teams)
    assert min(chances(case, lottery)) == pytest.approx(lottery.smallest, abs=NEAR)


def test_the_way_to_the_result_is_told():
    told = []

    fairest(town(40, 10), progress=lambda done, of: told.append((done, of)))

    assert told[-1][0] == told[-1][1]
    assert told == sorted(told)


def test_where_no_team_keeps_the_quotas_there_is_no_lottery():
    with pytest.raises(Impossible):
        fairest(Case.of(2, [Quota("A", 3)], [(0,)] * 5))


@settings(max_examples=40, deadline=None)
@given(cases())
def test_quotas_are_possible_if_and_only_if_counting_finds_a_team(case):
    assert is_possible(case) == bool(brute.every_team(case))


@settings(max_examples=40, deadline=None)
@given(cases())
def test_a_conflict_names_quotas_that_contradict_each_other_none_of_which_could_be_left_out(case):
    found = conflict(case)

    if found is None:
        assert brute.every_team(case)
    else:
        assert not brute.every_team(with_quotas(case, found.quotas))
        for one in found.quotas:
            assert brute.every_team(with_quotas(case, [quota for quota in found.quotas if quota is not one]))


def with_quotas(case, kept):
    """The case with these quotas alone, each at its place."""
    names = {quota.name: quota for quota in kept}
    return replace(case, quotas=tuple(names.get(quota.name, Quota(quota.name)) for quota in case.quotas))


@settings(max_examples=40, deadline=None)
@given(cases())
def test_the_change_that_is_proposed_makes_a_team_possible(case):
    found = conflict(case)

    if found is not None:
        changed = {change.quota.name: change.wanted for change in found.changes}
        wider = replace(case, quotas=tuple(changed.get(quota.name, quota) for quota in case.quotas))
        assert brute.every_team(wider)


def test_a_conflict_names_the_quotas_and_the_smallest_change():
    wanted = [Quota("Dezernat I", 4), Quota("Dezernat II", 4), Quota("Sachbearbeitung", 0, 9)]
    case = Case.of(6, wanted, [(0, 2)] * 8 + [(1, 2)] * 8)

    found = conflict(case)

    assert [quota.name for quota in found.quotas] == ["Dezernat I", "Dezernat II"]
    assert sum(change.quota.least - change.wanted.least for change in found.changes) == 2


class TestNobodyIsSingledOut:
    """A quota is for groups, never for a person."""

    def test_a_quota_for_fewer_than_five_volunteers(self):
        case = Case.of(4, [Quota("Ausbildung", 1), Quota("Handwerk", 1)], [(0,)] * 4 + [(1,)] * 5 + [()] * 9)

        assert small_groups(case) == ((Quota("Ausbildung", 1), 4),)

    def test_a_small_group_of_which_nothing_is_asked_is_no_concern(self):
        case = Case.of(4, [Quota("Ausbildung", 0, 3)], [(0,)] * 3 + [()] * 9)

        assert small_groups(case) == ()

    def test_a_group_whose_members_would_all_be_drawn_for_sure(self):
        case = Case.of(8, [Quota("Handwerk", 5)], [(0,)] * 5 + [()] * 9)

        assert singled_out(case).always == ((0,),)

    def test_somebody_who_is_the_only_one_that_two_quotas_leave(self):
        """Five in each group, but only one of the first group may sit beside the second."""
        case = Case.of(2, [Quota("A", 1), Quota("B", 2)], [(0,)] * 5 + [(0, 1)] + [(1,)] * 5)

        assert singled_out(case).always == ((0, 1),)

    def test_somebody_who_can_never_be_drawn(self):
        case = Case.of(3, [Quota("Handwerk", 3)], [(0,)] * 6 + [()] * 2)

        assert singled_out(case).never == ((),)

    def test_quotas_that_leave_everybody_a_chance(self):
        assert not singled_out(town())


@given(st.lists(st.floats(1e-6, 1), min_size=1, max_size=40))
def test_tickets_are_whole_and_together_always_as_many(shares):
    found = tickets(shares)

    assert sum(found) == TICKETS
    assert all(abs(one - share / sum(shares) * TICKETS) <= 1 for one, share in zip(found, shares, strict=True))


def test_a_team_that_is_worth_more_is_found():
    case = Case.of(2, [Quota("A", 1)], [(0,)] * 3 + [(1,)] * 3)

    assert Teams(case).best([1.0, 2.0]) == (1, 1)
