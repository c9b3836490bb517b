"""What can be done with a request in which state, and that money is counted to the cent, whatever is done."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from app.requests.rules import (
    ENDED,
    NEXT,
    Act,
    Bill,
    Funds,
    State,
    Wish,
    acts,
    after,
    funds_of,
    keeps_until,
    may_save,
    missing,
    year_of,
)
from app.web.fields import cents

DAY = dt.date(2026, 5, 4)
MONEY = st.integers(0, 10_000_000)


def test_the_way_of_a_request_is_the_one_that_was_agreed():
    """Typed by hand, from what is promised to staff and to the treasurer."""
    assert {(state, act): to for state, found in NEXT.items() for act, to in found.items()} == {
        ("draft", "send"): "with-leader",
        ("draft", "send-to-hr"): "with-hr",
        ("with-leader", "support"): "with-hr",
        ("with-leader", "decline"): "declined",
        ("with-leader", "change"): "draft",
        ("with-leader", "withdraw"): "withdrawn",
        ("with-hr", "approve"): "approved",
        ("with-hr", "decline"): "declined",
        ("with-hr", "change"): "draft",
        ("with-hr", "withdraw"): "withdrawn",
        ("approved", "report"): "done",
        ("approved", "change"): "draft",
        ("approved", "withdraw"): "withdrawn",
        ("declined", "change"): "draft",
        ("done", "report"): "done",
    }
    assert {state for state in State if Act.WITHDRAW not in acts(state)} == {*ENDED, State.DRAFT}
    assert {state for state in State if after(state, Act.REPORT)} == {State.APPROVED, State.DONE}


@pytest.mark.parametrize(
    ("free", "cost", "over"), [(100, 99, 0), (100, 100, 0), (100, 101, 1), (0, 5, 5), (-40, 5, 5), (-40, 0, 0)]
)
def test_a_cost_overspends_by_what_is_more_than_free(free, cost, over):
    assert Funds(free).over(cost) == over


def test_a_draft_may_have_gaps_and_what_is_sent_may_not():
    assert missing(Wish("Fachtagung")) == ["provider", "fee_cents", "travel_cents", "work_hours", "reason"]
    assert missing(Wish("x", provider="y", fee_cents=0, travel_cents=0, work_hours=0, reason="z")) == []


def test_the_year_of_the_first_day_pays_and_the_running_one_while_there_is_none():
    assert (year_of(dt.date(2027, 1, 2), DAY), year_of(None, DAY)) == (2027, 2026)


def test_a_window_saves_over_what_it_shows_or_has_saved_itself():
    assert may_save(3, 3, "other", "mine")
    assert may_save(5, 3, "mine", "mine")
    assert not may_save(5, 3, "other", "mine")
    assert not may_save(5, 3, "", "")


@pytest.mark.parametrize(
    ("state", "last"),
    [
        (State.DRAFT, dt.date(2027, 5, 4)),
        (State.DECLINED, dt.date(2027, 5, 4)),
        (State.WITHDRAWN, dt.date(2027, 5, 4)),
        (State.DONE, dt.date(2029, 12, 31)),
        (State.WITH_HR, dt.date.max),
        (State.APPROVED, dt.date.max),
    ],
)
def test_how_long_a_request_is_kept(state, last):
    assert keeps_until(state, DAY, DAY) == last
    assert keeps_until(State.DRAFT, dt.date(2028, 2, 29), None) == dt.date(2029, 2, 28)


@pytest.mark.parametrize(
    ("typed", "german", "english"),
    [
        ("480", 48000, 48000),
        ("89,50", 8950, 8950),
        ("89.5", 8950, 8950),
        ("1.234", 123400, None),
        ("1.234,56", 123456, None),
        ("1 234,5", 123450, None),
        ("1,234.56", None, 123456),
        ("0,05", 5, 5),
        *((wrong, None, None) for wrong in ("", "-5", "1,2,3", "12a", "1e3", "٣", "4,567,8", "1.2345")),
    ],
)
def test_an_amount_is_read_as_people_write_it(typed, german, english):
    assert (cents(typed, "."), cents(typed, ",")) == (german, english)


@given(MONEY)
def test_every_amount_that_is_written_is_read_again(amount):
    assert cents(f"{amount // 100},{amount % 100:02d}", ".") == amount


class Treasury(RuleBasedStateMachine):
    """Requests go their ways in any order; beside them somebody keeps a plain book of what is set aside and paid."""

    @initialize(amount=MONEY, planned=st.lists(MONEY, min_size=1, max_size=5))
    def open(self, amount, planned):
        self.amount, self.set_aside, self.paid = amount, 0, 0
        self.bills = [Bill(State.DRAFT, one, None) for one in planned]

    @rule(which=st.integers(0, 4), act=st.sampled_from(Act), money=MONEY)
    def act(self, which, act, money):
        which %= len(self.bills)
        bill = self.bills[which]
        to = after(bill.state, act)
        if to is None:
            return
        planned = money if act in (Act.SEND, Act.SEND_TO_HR) else bill.planned
        was_approved = bill.state is State.APPROVED
        real = money if act is Act.REPORT or (act is Act.WITHDRAW and was_approved) else None
        if act is Act.APPROVE:
            self.set_aside += planned
        if was_approved:
            self.set_aside -= planned
        self.paid += (real or 0) - (bill.real or 0)
        self.bills[which] = Bill(to, planned, real)

    @invariant()
    def counts_every_cent(self):
        funds = funds_of(self.amount, 0, self.bills)
        assert (funds.committed, funds.spent) == (self.set_aside, self.paid)
        assert funds.amount == funds.committed + funds.spent + funds.free
        assert min(funds.committed, funds.spent) >= 0


TestTreasury = Treasury.TestCase
