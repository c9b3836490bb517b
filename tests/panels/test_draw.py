"""The draw: bound to the published list, the same for the same seed, exactly as likely as everybody was told."""

import datetime as dt
import random
from collections import Counter
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import lots
from app.panels import rules
from app.panels.lottery import Case, fairest
from app.panels.rules import DrawList, Quota

DAY = dt.date(2026, 12, 12)
QUOTAS = (Quota("Dezernat I", 1, 3), Quota("Dezernat II", 1, 3), Quota("Sachbearbeitung", 2, 3))


def paper(volunteers=12, size=4, quotas=QUOTAS, seed=1) -> DrawList:
    chance = random.Random(seed)
    names = [lots.pseudonym(chance.choice) for _ in range(volunteers)]
    found = {name: tuple(sorted({n % 2, *([2] if n % 3 else [])})) for n, name in enumerate(names)}
    case = Case.of(size, quotas, found.values())
    return DrawList("Team", size, quotas, "Lottozahlen", DAY, found, fairest(case).compositions(case))


PAPER = paper()


@given(st.text(max_size=40))
@settings(max_examples=100)
def test_whatever_the_seed_the_team_has_its_size_and_keeps_the_quotas(seed):
    team = rules.drawn(PAPER, lots.plain_seed(seed))

    checked = rules.section(PAPER.size, PAPER.quotas, [set(PAPER.volunteers[name]) for name in team])
    assert len(set(team)) == PAPER.size
    assert checked.is_complete


@given(st.text(max_size=40), st.randoms())
@settings(max_examples=50)
def test_the_same_seed_draws_the_same_team_in_whatever_order_the_list_is_kept(seed, chance):
    shuffled = list(PAPER.volunteers.items())
    chance.shuffle(shuffled)
    other = replace(PAPER, volunteers=dict(shuffled))

    assert other.hash == PAPER.hash
    assert rules.drawn(other, seed) == rules.drawn(PAPER, seed)
    assert rules.drawn(rules.read(PAPER.text), seed) == rules.drawn(PAPER, seed)
    assert rules.order_of_replacement(other, seed, ()) == rules.order_of_replacement(PAPER, seed, ())


def test_a_draw_is_what_it_was_when_this_was_written():
    """On any machine, with any version: nothing but SHA-256 decides."""
    volunteers = {f"AAAA-AAA{n}": (n % 2,) for n in range(2, 8)}
    one = rules.Composition({(0,): 1, (1,): 1}, 1)
    known = DrawList("T", 2, (Quota("A", 1), Quota("B", 1)), "Würfel", DAY, volunteers, (one,))

    assert known.hash == HASH
    assert rules.drawn(known, "3-14-15-22-31-45") == DRAWN
    assert rules.order_of_replacement(known, "3-14-15-22-31-45", DRAWN) == NEXT


HASH = "4a8e1ec13d541ea49f25962a06cd1cfaf891a2c25c54d6fae6cb12c675434c56"
DRAWN = ["AAAA-AAA5", "AAAA-AAA6"]
NEXT = ["AAAA-AAA2", "AAAA-AAA3", "AAAA-AAA4", "AAAA-AAA7"]


def test_another_seed_or_another_list_draws_others():
    teams = {tuple(rules.drawn(PAPER, str(seed))) for seed in range(50)}
    renamed = replace(PAPER, title="Ein anderes Team")

    assert len(teams) > 20
    assert renamed.hash != PAPER.hash
    assert [rules.drawn(renamed, str(n)) for n in range(9)] != [rules.drawn(PAPER, str(n)) for n in range(9)]


def test_everybody_is_drawn_as_often_as_they_were_told():
    times = 4000
    counts = Counter(name for seed in range(times) for name in rules.drawn(PAPER, str(seed)))

    for name in PAPER.volunteers:
        assert counts[name] / times == pytest.approx(float(PAPER.chance_of(name)), abs=0.04)


@pytest.mark.parametrize("seed", range(5))
def test_the_chances_that_are_shown_add_up_to_the_size_exactly(seed):
    found = paper(volunteers=20 + seed, size=5, seed=seed)

    assert sum((found.chance_of(name) for name in found.volunteers), Fraction()) == found.size
    assert found.smallest_chance == min(found.chance_of(name) for name in found.volunteers)
    assert found.chance_of("NOBODY-X") is None


def test_a_draw_that_prefers_a_class_is_found_out():
    """The twin: the tickets of the likeliest composition moved to another change the chances that were promised."""
    assert len(PAPER.compositions) >= 2
    first, second, *others = PAPER.compositions
    moved = (replace(first, tickets=0), replace(second, tickets=second.tickets + first.tickets), *others)

    assert replace(PAPER, compositions=moved).smallest_chance <= PAPER.smallest_chance
    assert replace(PAPER, compositions=moved).hash != PAPER.hash


def test_who_moves_up_is_in_an_order_that_the_seed_gives_and_never_somebody_who_is_out():
    team = rules.drawn(PAPER, "7")

    order = rules.order_of_replacement(PAPER, "7", team)

    assert sorted([*team, *order]) == sorted(PAPER.volunteers)
    assert order != rules.order_of_replacement(PAPER, "8", team)


def test_a_seed_counts_without_the_blanks_around_it():
    assert lots.plain_seed("  3 14\t15 \n") == "3 14 15"


def test_pseudonyms_have_no_letters_that_look_alike():
    name = lots.pseudonym(random.Random(1).choice)

    assert len(name) == 9
    assert not set(name) & set("01IO")
