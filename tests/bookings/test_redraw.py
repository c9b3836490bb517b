"""An auditor draws again from the published list: the same order and seats, or a sentence that says where not."""

import json
from itertools import islice
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from app import lots
from app.bookings import actions, rules
from app.bookings.models import Booking, Lot
from app.bookings.rules import DrawStage, Group, Mode, State, Way
from app.bookings.rules.giving import given as given_seats
from app.db import db
from app.people.rules import Grade
from tests import make
from tests.bookings.conftest import MORNING
from tests.bookings.test_draw import DAY, SEED, apply, by_lot, draw_all, seat

pytestmark = pytest.mark.usefixtures("morning", "context")


@pytest.fixture
def redraw(app):
    def run(bookable, seed=SEED):
        db.session.flush()
        found = app.test_cli_runner().invoke(args=["bookings", "redraw", str(bookable.id), "--seed", seed])
        return found.output, found.exit_code

    return run


def is_the_same(said):
    output, code = said
    return (output.splitlines()[-1], code) == ("The same as drawn.", 0)


def seats_in(said):
    """The pseudonyms that the command gives a seat to."""
    return {line.split()[1] for line in said[0].splitlines() if line.endswith("seat")}


def with_seat():
    """The pseudonyms of those who have one."""
    found = select(Lot.pseudonym).join(Lot.booking).where(Booking.state == State.CONFIRMED)
    return set(db.session.scalars(found))


def drawn(bookable, by, morning, between=lambda: None, seed=SEED):
    """As `draw_all`, with something that happens once the list is fixed."""
    morning.move_to(MORNING + 3 * DAY)
    actions.fix_list(bookable, by=by)
    between()
    morning.move_to(MORNING + 5 * DAY)
    actions.draw(bookable, seed=seed, by=by)
    seat(bookable)
    morning.move_to(MORNING + 6 * DAY)


def test_list_and_seed_give_the_same_order_and_the_same_seats(redraw, morning):
    bookable, by = by_lot(seats=2)
    apply(bookable, 6)
    drawn(bookable, by, morning)

    said = redraw(bookable, f"  {SEED} ")

    assert is_the_same(said)
    assert len(seats_in(said)) == 2
    assert seats_in(said) == with_seat()


@pytest.mark.parametrize("seed", ["1-2-3", "4-5-6", "7-8-9"])
def test_the_list_says_who_counts_in_which_quota_so_that_the_seats_are_the_same(redraw, morning, seed):
    bookable, by = by_lot(seats=4)
    office = make.unit("Amt")
    section = make.unit("Archiv", office)
    make.quota(bookable, office, 2)
    make.quota(bookable, section, 1)
    for unit in (section, office, None):
        apply(bookable, 3, unit)
    drawn(bookable, by, morning, seed=seed)

    said = redraw(bookable, seed)

    assert is_the_same(said)
    assert len(seats_in(said)) == 4
    assert seats_in(said) == with_seat()


def test_who_has_two_lots_has_them_again(redraw, morning):
    earlier, by = by_lot(seats=1, in_days=10)
    people = [booking.person for booking in apply(earlier, 6)]
    draw_all(earlier, by, morning)
    now = MORNING + 5 * DAY
    later = make.bookable("Noch einmal", seats=2, in_days=30, mode=Mode.DRAW, closes_at=now + DAY)
    seed_on = (now + 3 * DAY).date()
    actions.announce(later, seed_source="Würfel", seed_on=seed_on, by=by, bonus_from=earlier)
    for person in people:
        actions.book(later, person, by=person)
    morning.move_to(now + 2 * DAY)
    tickets = json.loads(actions.fix_list(later, by=by).document)["tickets"]
    morning.move_to(now + 3 * DAY)
    actions.draw(later, seed=SEED, by=by)
    seat(later)

    assert sorted(tickets.values()) == [1, 2, 2, 2, 2, 2]
    assert is_the_same(redraw(later))


def test_where_seats_are_not_limited_everybody_has_one_again(redraw, morning):
    bookable, by = by_lot(seats=None)
    apply(bookable, 3)
    drawn(bookable, by, morning)

    said = redraw(bookable)

    assert is_the_same(said)
    assert len(seats_in(said)) == 3


@pytest.mark.parametrize("more", [3, None])
def test_seats_that_were_added_to_the_fixed_list_are_known(redraw, morning, more):
    bookable, by = by_lot(seats=1)
    apply(bookable, 4)
    drawn(bookable, by, morning, lambda: actions.resize(bookable, more, by=by))

    said = redraw(bookable)

    assert is_the_same(said)
    assert len(seats_in(said)) == (more or 4)


def test_who_has_withdrawn_or_could_not_have_a_seat_is_passed_over(redraw, morning):
    bookable, by = by_lot(seats=2, audience_id=make.unit("Amt").id)
    bookings = apply(bookable, 6, bookable.audience)

    def leave():
        first, second = sorted(
            bookings, key=lambda one: rules.drawn_order(bookable.draw.document, SEED).index(name(one))
        )[:2]
        actions.cancel(first, by=first.person)
        second.person.unit = make.unit("Anderswo")

    drawn(bookable, by, morning, leave)

    said = redraw(bookable)

    assert is_the_same(said)
    assert said[0].count("passed over") == 2
    assert seats_in(said) == with_seat()


def three_of_overlapping_groups(bookable, by, morning):
    """An office and a grade have a seat each; of three lots, drawn in turn, the second is of both.

    Returns them, with the seed that draws them so.
    """
    office, grade = make.unit("Amt"), Grade.CLERK
    actions.set_quotas(bookable, {Group(office.id, None): 1, Group(None, grade): 1}, by=by)
    people = [make.person("Amt allein", office), make.person("Beides", office), make.person("Stufe allein")]
    for person in people[1:]:
        person.job = make.job(grade=grade)
    in_turn = [actions.book(bookable, person, by=person) for person in people]
    morning.move_to(MORNING + 3 * DAY)
    document = actions.fix_list(bookable, by=by).document
    wanted = [name(one) for one in in_turn]
    seed = next(f"{n}" for n in range(1000) if rules.drawn_order(document, f"{n}") == wanted)
    morning.move_to(MORNING + 5 * DAY)
    actions.draw(bookable, seed=seed, by=by)
    return in_turn, seed


HAS, WAITS, LEFT = State.CONFIRMED, State.WAITLISTED, State.CANCELLED


@pytest.mark.parametrize(
    ("decided", "leaves", "states"),
    [
        (0, [0], [LEFT, HAS, WAITS]),
        (1, [0], [LEFT, HAS, WAITS]),
        (2, [0], [LEFT, State.OFFERED, WAITS]),
        (3, [0], [LEFT, WAITS, HAS]),
        (3, [0, 2], [LEFT, State.OFFERED, LEFT]),
        (3, [1, 0, 2], [LEFT, LEFT, LEFT]),
    ],
)
def test_who_gives_a_seat_back_while_seats_are_given_had_it_until_then(redraw, morning, decided, leaves, states):
    """Who is blocked and who is not depends on the moment: three lots, of which the second is of both groups."""
    bookable, by = by_lot(seats=3)
    in_turn, seed = three_of_overlapping_groups(bookable, by, morning)
    for one in in_turn[:decided]:
        actions.admit(bookable, one.person, way=Way.DRAW, by=by)
    for number in leaves:
        actions.cancel(in_turn[number], by=in_turn[number].person)
    seat(bookable)

    said = redraw(bookable, seed)

    assert [one.state for one in in_turn] == states
    assert is_the_same(said)


@pytest.mark.deep
@pytest.mark.parametrize("chance", range(20))
def test_whatever_happens_while_seats_are_given_it_is_found_again(redraw, morning, chance):
    """Some of overlapping groups leave before, while or after it is their turn, and some take what they are offered."""
    chance = Random(chance)
    bookable, by = by_lot(seats=chance.randint(2, 6), has_waitlist=chance.random() < 0.8)
    office = make.unit("Amt")
    archive = make.unit("Archiv", office)
    groups = Group(office.id, None), Group(archive.id, None), Group(None, Grade.CLERK)
    actions.set_quotas(bookable, {group: chance.randint(1, 2) for group in groups}, by=by)
    bookings = apply(bookable, 2) + apply(bookable, 4, office) + apply(bookable, 5, archive)
    job = make.job(grade=Grade.CLERK)
    for one in bookings[::2]:
        actions.cancel(one, by=one.person)
        one.person.job = job
        bookings.append(actions.book(bookable, one.person, by=one.person))
    morning.move_to(MORNING + 3 * DAY)
    actions.fix_list(bookable, by=by)
    morning.move_to(MORNING + 5 * DAY)
    actions.draw(bookable, seed=SEED, by=by)
    listed = [lot.booking for lot in db.session.scalars(select(Lot).join(Lot.booking).order_by(Booking.rank))]
    for one in listed:
        if one.state is State.REQUESTED:
            actions.admit(bookable, one.person, way=Way.DRAW, by=by)
        other = chance.choice(listed)
        if other.state is State.OFFERED:
            chance.choice([actions.accept_offer, actions.pass_offer_on])(other, by=other.person)
        elif chance.random() < 0.4:
            actions.cancel(other, by=other.person)
    seat(bookable)

    assert is_the_same(redraw(bookable))


def name(booking):
    return db.session.scalars(select(Lot.pseudonym).where(Lot.booking_id == booking.id)).one()


def test_what_happens_to_the_seats_afterwards_changes_nothing(redraw, morning):
    bookable, by = by_lot(seats=2)
    bookings = apply(bookable, 6)
    drawn(bookable, by, morning)
    before = redraw(bookable)
    seated = next(one for one in bookings if one.state is State.CONFIRMED)
    actions.cancel(seated, by=seated.person)

    assert redraw(bookable) == before


def test_a_seat_that_went_to_somebody_else_is_named(redraw, morning):
    bookable, by = by_lot(seats=2)
    apply(bookable, 5)
    morning.move_to(MORNING + 3 * DAY)
    actions.fix_list(bookable, by=by)
    morning.move_to(MORNING + 5 * DAY)
    actions.draw(bookable, seed=SEED, by=by)
    order = db.session.scalars(select(Lot).join(Lot.booking).order_by(Booking.rank)).all()
    actions.admit(bookable, order[-1].booking.person, way=Way.DRAW, by=by)
    seat(bookable)

    output, code = redraw(bookable)

    assert f"{order[1].pseudonym} was given no seat, but has one by the list and the seed." in output
    assert f"{order[-1].pseudonym} was given a seat, but has none by the list and the seed." in output
    assert output.count("was given") == 2
    assert "The same as drawn." not in output
    assert code == 1


def test_a_list_that_was_changed_is_not_the_published_one(redraw, morning):
    bookable, by = by_lot(seats=2)
    apply(bookable, 6)
    drawn(bookable, by, morning)
    draw = bookable.draw
    draw.document = draw.document.replace('"seats": 2', '"seats": 3')

    assert redraw(bookable) == ("Error: The list is not the one whose hash was published.\n", 1)


def test_a_list_that_was_changed_together_with_its_hash_gives_another_order(redraw, morning):
    """Of seven lots, hardly ever the same."""
    bookable, by = by_lot(seats=2)
    apply(bookable, 7)
    drawn(bookable, by, morning)
    draw = bookable.draw
    draw.document = draw.document.replace('"seats": 2', '"seats": 3')
    draw.hash = lots.sha256(draw.document)

    output, code = redraw(bookable)

    assert "This is not what was drawn: the lots are in another order." in output
    assert code == 1


def test_another_seed_is_named(redraw, morning):
    bookable, by = by_lot(seats=2)
    apply(bookable, 3)
    drawn(bookable, by, morning)

    output, code = redraw(bookable, "another")

    assert "This is not what was drawn: it was drawn with another seed." in output
    assert code == 1


def test_before_the_seats_are_given_only_the_order_is_compared(redraw, morning):
    bookable, by = by_lot(seats=2)
    apply(bookable, 3)
    morning.move_to(MORNING + 3 * DAY)
    actions.fix_list(bookable, by=by)
    before = redraw(bookable)
    morning.move_to(MORNING + 5 * DAY)
    actions.draw(bookable, seed=SEED, by=by)

    assert bookable.draw_stage is DrawStage.DRAWN
    assert ("The draw has not taken place yet." in before[0], before[1]) == (True, 0)
    output, code = redraw(bookable)
    assert ("The seats are still being given." in output, code) == (True, 0)


def test_a_list_of_version_2_does_not_say_who_counts_where(redraw, morning):
    bookable, by = by_lot(seats=2)
    office = make.unit("Amt")
    make.quota(bookable, office, 1)
    apply(bookable, 3, office)

    def as_it_was():
        said = json.loads(bookable.draw.document)
        del said["counted"]
        bookable.draw.document = json.dumps(said | {"version": 2})
        bookable.draw.hash = lots.sha256(bookable.draw.document)

    drawn(bookable, by, morning, as_it_was)

    output, code = redraw(bookable)

    assert ("does not say who counts in which quota" in output, code) == (True, 0)
    assert "The same as drawn." not in output


def test_where_nothing_is_published_there_is_nothing_to_draw(redraw):
    bookable, _by = by_lot()

    assert redraw(bookable) == ("Error: Nothing here has a published list.\n", 1)


@given(
    line=st.lists(st.frozensets(st.integers(0, 2)), max_size=8),
    room=st.dictionaries(st.integers(0, 2), st.integers(0, 3)),
    seats=st.none() | st.integers(0, 6),
)
def test_where_nobody_leaves_it_is_the_first_whom_seats_and_quotas_allow(line, room, seats):
    named = [(str(place), quotas) for place, quotas in enumerate(line)]

    assert given_seats(named, room, seats, []) == list(islice(rules.servable(named, room), seats))


def test_without_a_waitlist_a_seat_that_is_given_back_goes_to_a_later_lot():
    line = [("A", frozenset([1])), ("B", frozenset([1])), ("C", frozenset([1]))]

    for has_waitlist, seat_of in ((True, ["B"]), (False, ["C"])):
        assert given_seats(line, {1: 1}, 5, [rules.Leaving("A", 2)], has_waitlist=has_waitlist) == seat_of
