"""Deciding, paying, changing, forgetting: what must hold whoever asks."""

import datetime as dt
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from app import clock
from app.activity.models import Activity
from app.competences import actions as competences
from app.db import db
from app.errors import Refused
from app.notifications.models import Mail, Notice
from app.people.models import Person
from app.people.rules import Position, Role
from app.people.viewer import view_as
from app.plans.models import PlanItem
from app.privacy.actions import erase_evidence
from app.requests import access, actions, queries
from app.requests.models import Decision, TrainingBudget, TrainingRequest
from app.requests.rules import Act, Funds, State, Wish, acts, funds_of
from tests import make

pytestmark = pytest.mark.any_database

YES, NO = {"is_yes": True, "note": ""}, {"is_yes": False, "note": "Kein Geld."}
DAY = dt.timedelta(days=1)


@pytest.fixture
def cast(context):
    return make.cast()


def yes(request, cast, **other):
    """Leader, if it is their turn, and HR agree."""
    if request.state is State.WITH_LEADER:
        actions.decide_as_leader(request, **YES, version=request.version, by=cast.max)
    actions.decide_as_hr(request, **(YES | other), version=request.version, by=cast.lin)


def funds(budget):
    return queries.account_of(budget).funds


def kinds_for(person):
    found = db.session.scalars(select(Notice).where(Notice.person_id == person.id).order_by(Notice.id))
    return [(one.kind.value, one.read_at is not None) for one in found]


def test_leader_and_hr_decide_the_plan_has_a_step_and_the_costs_are_set_aside_and_then_spent(cast):
    budget = make.training_budget(cast.house)
    request = make.training_request(cast.ada, state=State.DRAFT)
    actions.send(request, by=cast.ada)
    assert kinds_for(cast.max) == [("training-waiting", False)]

    yes(request, cast)

    step = db.session.get_one(PlanItem, request.item_id)
    assert (step.title, step.kind.value, step.minutes, step.due_on) == (
        "Fachtagung",
        "external",
        16 * 60,
        request.starts_on,
    )
    assert funds(budget) == Funds(1000_00, committed=580_00)
    assert [(one.stage.value, one.decided_by.name) for one in request.decisions] == [
        ("leader", "Max Mohr"),
        ("hr", "Lin Lorenz"),
    ]

    actions.report(request, happened_on=clock.today(), spent_cents=599_99, by=cast.ada)

    actions.report(request, happened_on=clock.today(), spent_cents=600_00, by=cast.ada)
    assert funds(budget) == Funds(1000_00, spent=600_00)
    assert step.done_on == clock.today()
    assert kinds_for(cast.max) == [("training-waiting", True)]
    assert kinds_for(cast.lin) == [
        ("training-with-hr", True),
        *[("training-reported", False)] * 2,
    ]
    assert [kind for kind, _read in kinds_for(cast.ada)] == ["training-supported", "training-approved"]
    assert db.session.scalar(select(func.count()).select_from(Mail)) == 6


def test_a_head_asks_the_next_one_above_and_whoever_has_nobody_above_asks_hr(cast):
    top = make.person("Uta Oben", cast.house)
    of_head = make.training_request(cast.max, state=State.DRAFT)
    of_nobody = make.training_request(cast.zoe, "Ohne Führung", state=State.DRAFT)
    actions.send(of_nobody, by=cast.zoe)
    make.head(cast.house, top)
    actions.send(of_head, by=cast.max)

    assert (of_nobody.state, of_head.state) == (State.WITH_HR, State.WITH_LEADER)
    assert [kind for kind, _read in kinds_for(top)] == ["training-waiting"]
    assert [kind for kind, _read in kinds_for(cast.lin)] == ["training-with-hr"]


def test_what_is_incomplete_is_not_sent_and_the_database_agrees(cast):
    request = make.training_request(cast.ada, state=State.DRAFT, fee_cents=None)

    with pytest.raises(Refused, match="what is missing"):
        actions.send(request, by=cast.ada)


def test_the_same_title_twice_is_one_draft(cast):
    assert actions.begin(cast.ada, title="Messe") is actions.begin(cast.ada, title="Messe")


def test_another_window_overwrites_nothing_and_one_that_saves_itself_goes_on(cast):
    request = make.training_request(cast.ada, state=State.DRAFT)
    first, other = "a" * 16, "b" * 16
    actions.save(request, Wish("Eins"), edition=1, page=first)
    actions.save(request, Wish("Zwei"), edition=1, page=first)

    with pytest.raises(Refused, match="another window"):
        actions.save(request, Wish("Drei"), edition=1, page=other)

    assert request.title == "Zwei"


class TestChanging:
    """Whatever is changed after it was sent needs both decisions anew."""

    def test_a_change_after_the_approval_frees_the_money_the_plan_and_asks_anew(self, cast):
        budget = make.training_budget(cast.house)
        request = make.training_request(cast.ada)
        yes(request, cast)
        step = db.session.get_one(PlanItem, request.item_id)

        actions.change(request, by=cast.ada)

        assert (request.state, request.version, request.last_decision) == (State.DRAFT, 2, None)
        assert funds(budget) == Funds(1000_00)
        assert step.removed_at is not None
        assert kinds_for(cast.lin)[-1] == ("training-taken-back", False)

        actions.send(request, by=cast.ada)
        yes(request, cast)
        assert [one.version for one in request.decisions] == [1, 1, 2, 2]

    def test_a_leader_who_read_the_version_before_decides_nothing(self, cast):
        request = make.training_request(cast.ada)
        actions.change(request, by=cast.ada)
        actions.send(request, by=cast.ada)

        with pytest.raises(Refused, match="was changed"):
            actions.decide_as_leader(request, **YES, version=1, by=cast.max)

    def test_a_step_of_ones_own_stays_in_the_plan(self, cast):
        own = make.training_request(cast.ada, "Erst")
        yes(own, cast)
        step = db.session.get_one(PlanItem, own.item_id)
        request = make.training_request(cast.ada, "Dann", step_id=step.id)
        yes(request, cast)
        assert request.item_id == step.id

        actions.withdraw(request, by=cast.ada)

        assert step.removed_at is None

    def test_of_what_was_approved_the_costs_that_stay_are_spent(self, cast):
        budget = make.training_budget(cast.house)
        request = make.training_request(cast.ada)
        yes(request, cast)

        actions.withdraw(request, spent_cents=100_00, by=cast.ada)

        assert funds(budget) == Funds(1000_00, spent=100_00)

    def test_what_has_ended_can_not_be_withdrawn(self, cast):
        with pytest.raises(Refused, match="not possible any more"):
            actions.withdraw(make.training_request(cast.ada, state=State.DECLINED), by=cast.ada)

    def test_a_draft_is_thrown_away_with_its_earlier_decisions(self, cast):
        request = make.training_request(cast.ada)
        yes(request, cast)
        actions.change(request, by=cast.ada)

        actions.discard(request)

        assert db.session.scalar(select(func.count()).select_from(Decision)) == 0


class TestBudgets:
    """The nearest one upwards pays, and overspending is said."""

    def test_the_nearest_unit_upwards_with_a_budget_of_the_year_pays(self, cast):
        year = make.training_request(cast.zoe).year
        house, office = make.training_budget(cast.house), make.training_budget(cast.office)
        make.training_budget(cast.elsewhere, year=year + 1)
        ours, theirs = make.training_request(cast.ada), make.training_request(cast.zoe, state=State.WITH_HR)
        yes(ours, cast)
        yes(theirs, cast)

        assert (ours.budget, theirs.budget) == (office, house)

    def test_more_than_is_free_needs_a_yes_and_a_reason_and_is_written_down(self, cast):
        budget = make.training_budget(cast.house, 500)
        request = make.training_request(cast.ada, state=State.WITH_HR)
        for said, words in (({}, "overspends"), ({"overspends": True}, "say why")):
            with pytest.raises(Refused, match=words), db.session.begin_nested():
                yes(request, cast, **said)

        yes(request, cast, overspends=True, note="Die Pflicht ruft.")

        assert funds(budget).free == -80_00
        assert request.last_decision.over_cents == 80_00
        logged = db.session.scalars(select(Activity).where(Activity.verb == "requests.overspent")).one()
        assert (logged.actor_id, logged.details) == (cast.lin.id, {"request": request.id, "over_cents": 80_00})

    def test_a_new_budget_pays_what_none_has_paid_and_takes_nothing_from_another(self, cast):
        office = make.training_budget(cast.office)
        yes(ours := make.training_request(cast.ada), cast)
        yes(theirs := make.training_request(cast.zoe, state=State.WITH_HR), cast)
        assert theirs.budget is None

        house = actions.open_budget(cast.house, year=theirs.year, amount_cents=1, by=cast.lin)

        assert (ours.budget, theirs.budget) == (office, house)
        assert funds(house).committed == 580_00
        with pytest.raises(Refused, match="already"):
            actions.open_budget(cast.house, year=theirs.year, amount_cents=1, by=cast.lin)
        with pytest.raises(Refused, match="count against"):
            actions.remove_budget(house, by=cast.lin)

    def test_a_change_by_somebody_else_is_not_overwritten(self, cast):
        budget = make.training_budget(cast.house)
        actions.change_budget(budget, amount_cents=2, version=1, by=cast.lin)
        with pytest.raises(Refused, match="Somebody else"):
            actions.change_budget(budget, amount_cents=3, version=1, by=cast.lin)


class TestEvidence:
    """What comes back."""

    def test_words_or_a_certificate_count_for_the_competence_and_go_with_the_evidence(self, cast):
        competence = make.competence()
        request = make.training_request(cast.ada, state=State.APPROVED, competence_id=competence.id)
        said = {"competence_id": competence.id, "level": 2, "text": "Gelernt.", "file": None, "valid_until": None}
        with pytest.raises(Refused, match="took place"):
            actions.hand_in_evidence(request, **said, by=cast.ada)
        actions.report(request, happened_on=clock.today(), spent_cents=0, by=cast.ada)

        evidence = actions.hand_in_evidence(request, **said, by=cast.ada)

        assert (request.evidence_id, evidence.title) == (evidence.id, "Fachtagung")
        assert queries.offers_after_no(request).competence.id == competence.id
        with pytest.raises(Refused, match="already"):
            actions.hand_in_evidence(request, **said, by=cast.ada)

        competences.withdraw(evidence, cast.ada)

        db.session.refresh(request)
        assert request.evidence_id is None
        again = actions.hand_in_evidence(request, **said, by=cast.ada)
        erase_evidence(cast.ada)
        db.session.refresh(request)
        assert (again.id == evidence.id, request.evidence_id) == (False, None)


class TestTime:
    """What happens by itself."""

    def test_whose_training_is_over_is_asked_once(self, cast):
        yesterday = {"starts_on": clock.today() - DAY, "ends_on": clock.today() - DAY}
        make.training_request(cast.ada, state=State.APPROVED, **yesterday)
        make.training_request(cast.ada, "Läuft noch", state=State.APPROVED)

        assert (actions.ask_how_it_was(), actions.ask_how_it_was()) == (1, 0)
        assert kinds_for(cast.ada) == [("training-over", False)]

    def test_what_is_forgotten_leaves_its_costs_in_the_sum_and_nothing_else(self, cast):
        budget = make.training_budget(cast.house)
        long_ago = clock.now() - 5 * 366 * DAY
        paid = {"spent_cents": 100_00, "happened_on": long_ago.date(), "budget_id": budget.id, "changed_at": long_ago}
        make.training_request(cast.ada, state=State.DONE, **paid)
        make.training_request(cast.ada, "Alter Entwurf", State.DRAFT, changed_at=long_ago)
        make.training_request(cast.ada, "Wartet noch", changed_at=long_ago)
        gone = make.person("Weg Gegangen", cast.office, left_on=clock.today() - 61 * DAY)
        make.training_request(gone, "Ging mit")
        before = funds(budget)

        assert (actions.forget(), actions.forget()) == (3, 0)

        assert funds(budget) == before == Funds(1000_00, spent=100_00)
        assert db.session.scalars(select(TrainingRequest.title)).all() == ["Wartet noch"]


def test_rule_and_query_of_who_sees_which_request_agree(cast):
    """R11, over everybody and every state."""
    make.head(cast.office, cast.zoe, Position.DEPUTY, valid_to=clock.today())
    make.role(cast.max, Role.HR, cast.elsewhere)
    for person in (cast.ada, cast.max, cast.zoe, cast.lin):
        for state in State:
            costs = {"spent_cents": 1} if state is State.DONE else {}
            make.training_request(person, f"{person.name} {state}", state, **costs)
    everything = db.session.scalars(select(TrainingRequest)).all()

    for person in db.session.scalars(select(Person)).all():
        viewer = view_as(person, clock.today())
        for find, may in (
            (queries.own_requests, access.is_own),
            (queries.waiting_for, access.can_decide_as_leader),
            (queries.requests_visible_to_hr, access.can_see_as_hr),
        ):
            found = {one.id for one in db.session.scalars(find(viewer)).unique()}
            assert found == {one.id for one in everything if may(viewer, one)}, (person.name, find)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_is_done_the_sums_of_a_budget_are_those_of_its_requests(cast, data):
    """The database's sums, the rules' sums and a plain book agree to the cent."""
    world = SimpleNamespace(cast=cast, aside={}, paid={})
    budget = TrainingBudget(unit=make.unit("Eigenes Amt", cast.house), year=make.training_request(cast.ada).year)
    budget.amount_cents = data.draw(st.integers(0, 500_000))
    db.session.add(budget)
    person = make.person("Neu Hier", budget.unit)
    requests = [make.training_request(person, f"Wunsch {at}", State.WITH_HR) for at in range(3)]
    for _turn in range(data.draw(st.integers(1, 12))):
        request = data.draw(st.sampled_from(requests))
        if possible := sorted(acts(request.state)):
            _do(request, data.draw(st.sampled_from(possible)), data.draw(st.integers(0, 100_000)), world)

        assert funds(budget) == Funds(budget.amount_cents, sum(world.aside.values()), sum(world.paid.values()))
        assert funds(budget) == funds_of(budget.amount_cents, budget.settled_cents, queries.bills_of(budget.id))


def _do(request, act, money, world):
    cast, person = world.cast, request.person
    was_approved = request.state is State.APPROVED
    match act:
        case Act.SEND | Act.SEND_TO_HR:
            request.fee_cents, request.travel_cents = money, 0
            actions.send(request, by=person)
        case Act.SUPPORT:
            actions.decide_as_leader(request, **YES, version=request.version, by=cast.max)
        case Act.APPROVE:
            said = {"is_yes": True, "note": "weil", "overspends": True}
            actions.decide_as_hr(request, **said, version=request.version, by=cast.lin)
            world.aside[request.id] = request.cost_cents
            return
        case Act.DECLINE:
            decide = actions.decide_as_hr if request.state is State.WITH_HR else actions.decide_as_leader
            decide(request, **NO, version=request.version, by=cast.lin)
        case Act.WITHDRAW:
            actions.withdraw(request, spent_cents=money, by=person)
            world.paid[request.id] = money if was_approved else 0
        case Act.CHANGE:
            actions.change(request, by=person)
        case Act.REPORT:
            actions.report(request, happened_on=clock.today(), spent_cents=money, by=person)
            world.paid[request.id] = money
    world.aside.pop(request.id, None)
