"""The list of a draw singles nobody out: it is silent about small groups, and the draw can be checked all the same."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from app import lots
from app.bookings import actions, audit, rules
from app.bookings.models import Lot
from app.bookings.rules import DrawStage, Mode
from app.bookings.rules.sealing import FEWEST_ALIKE, opened
from app.db import db
from app.disclosure.rules import FLOOR
from app.people.rules import Role
from app.text.language import speaking
from tests import make
from tests.bookings.conftest import MORNING
from tests.bookings.test_draw import DAY, SEED, apply, by_lot, seat
from tests.bookings.test_redraw import is_the_same, redraw, seats_in, with_seat

__all__ = ["redraw"]
OFFICE, SECTION = [0], [0, 1]


def named(prefix, number):
    return [f"{prefix}{n}" for n in range(number)]


def groups(*kinds):
    """Lots, and in which quotas they count: so many of each kind."""
    counted = {name: list(places) for k, (number, places) in enumerate(kinds) for name in named("ABCD"[k], number)}
    return list(counted), counted


class TestApart:
    def test_no_number_here_describes_fewer_people_than_elsewhere(self):
        assert FEWEST_ALIKE == FLOOR

    def test_groups_that_are_large_enough_are_said(self):
        names, counted = groups((5, OFFICE), (6, SECTION), (5, []))

        assert rules.apart(names, counted) == ({name: counted[name] for name in names if counted[name]}, {})

    def test_a_small_group_disappears_among_those_who_count_in_none(self):
        names, counted = groups((5, OFFICE), (1, SECTION), (5, []))

        assert rules.apart(names, counted) == (dict.fromkeys(named("A", 5), OFFICE), {"B0": SECTION})

    def test_where_nobody_counts_in_none_the_next_smallest_is_silent_as_well(self):
        """Else the one about whom nothing is said would be known all the better."""
        names, counted = groups((5, OFFICE), (1, SECTION), (7, [1]))

        said, sealed = rules.apart(names, counted)

        assert (said, len(sealed)) == ({name: counted[name] for name in named("C", 7)}, 6)

    def test_who_alone_counts_in_none_is_not_singled_out_either(self):
        names, counted = groups((5, OFFICE), (1, []), (7, SECTION))

        assert rules.apart(names, counted)[0] == dict.fromkeys(named("C", 7), SECTION)

    @given(st.lists(st.sampled_from([[], [0], [1], [0, 1], [2]]), max_size=40))
    def test_whoever_reads_the_list_finds_nobody_among_fewer_than_five(self, kinds):
        counted = {f"L{n}": places for n, places in enumerate(kinds)}

        said, sealed = rules.apart(list(counted), counted)

        alike = [sum(places == other for other in said.values()) for places in said.values()]
        silent = len(counted) - len(said)
        assert all(number >= FLOOR for number in alike)
        assert not said or silent == 0 or silent >= FLOOR
        assert said | sealed == {name: places for name, places in counted.items() if places}

    @given(st.permutations(range(9)))
    def test_the_list_is_the_same_whoever_of_the_silent_it_is(self, order):
        """Four of a small group and five of none: nothing that is said depends on who is who."""
        kinds = [OFFICE] * 4 + [[]] * 5

        assert rules.apart(named("L", 9), {f"L{n}": kinds[place] for n, place in enumerate(order)})[0] == {}


@pytest.fixture
def fixed(morning, context):
    """A date whose list is fixed: one has applied from the archive, five from the rest of the office, six from
    elsewhere."""
    bookable, by = by_lot(seats=5)
    office = make.unit("Amt")
    archive = make.unit("Archiv", office)
    make.quota(bookable, office, 3)
    make.quota(bookable, archive, 1)
    (alone,) = apply(bookable, 1, archive)
    apply(bookable, 5, office)
    apply(bookable, 6)
    morning.move_to(MORNING + 3 * DAY)
    draw = actions.fix_list(bookable, by=by)
    return bookable, draw, by, db.session.scalars(select(Lot.pseudonym).where(Lot.booking_id == alone.id)).one()


def test_the_one_of_a_group_is_not_to_be_found_in_the_list(fixed):
    _bookable, draw, _by, alone = fixed
    said = json.loads(draw.document)

    assert opened(draw.sealed) == {alone: [0, 1]}
    assert alone not in said["counted"]
    assert sorted(said["counted"].values()) == [[0]] * 5
    assert said["sealed"] == lots.sha256(draw.sealed)


def test_nobody_finds_it_by_trying(fixed):
    """There are few who it could be: without the salt the hash of each would tell."""
    _bookable, draw, _by, alone = fixed
    salt = json.loads(draw.sealed)["salt"]
    guesses = [lots.sha256(rules.seal({name: [0, 1]}, "")) for name in json.loads(draw.document)["tickets"]]

    assert rules.sealed_on(draw.document) not in guesses
    assert rules.sealed_on(draw.document) == lots.sha256(rules.seal({alone: [0, 1]}, salt))
    assert len(salt) == 64


def test_with_what_is_sealed_the_draw_is_found_again(fixed, redraw, morning):
    bookable, _draw, by, _alone = fixed
    morning.move_to(MORNING + 5 * DAY)
    actions.draw(bookable, seed=SEED, by=by)
    seat(bookable)
    morning.move_to(MORNING + 6 * DAY)

    said = redraw(bookable)

    assert is_the_same(said)
    assert "what is sealed was opened for this" in said[0]
    assert seats_in(said) == with_seat()


def test_what_is_sealed_can_not_be_changed_unnoticed(fixed, redraw):
    bookable, draw, _by, _alone = fixed
    draw.sealed = draw.sealed.replace("counted", "Counted")

    assert redraw(bookable) == ("Error: What is sealed is not what the list names the hash of.\n", 1)
    with speaking("en"):
        assert [one.where for one in audit.violations() if "sealed" in one.where] == [
            f"what is sealed of bookable {bookable.id} is not what its list names the hash of"
        ]


def test_what_an_auditor_reads_does_not_tell(client, saved, cast):
    """Neither the list nor the protocol has a word of what is sealed, and no page gives it away."""

    def fill():
        bookable = make.event("Konferenz", mode=Mode.DRAW, draw_stage=DrawStage.FIXED).bookable
        booking = make.booking(bookable, db.session.merge(cast.ada))
        envelope = rules.seal({"AAAA-AAA2": [0]}, "pepper-and-salt")
        make.seat_draw(bookable, {"AAAA-AAA2": booking}, sealed=envelope)
        make.role(db.session.merge(cast.zoe), Role.AUDITOR)
        return bookable.id

    number = saved(fill)
    client.set_cookie("language", "en")
    client.sign_in(cast.zoe)
    pages = [client.get(f"/bookables/{number}/draw/{name}") for name in ("list.json", "protocol", "protocol.pdf")]

    assert [page.status_code for page in pages] == [200, 200, 200]
    assert not any(b"pepper-and-salt" in page.data for page in pages)
    assert "sealed: its hash stands in the list" in pages[1].text
