"""Two who decide at once: one request gets one decision, one budget is overspent by nobody who did not say so."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from sqlalchemy import func, select

from app import engine as database
from app.db import begin_writing, db
from app.errors import Refused
from app.people.models import Person
from app.requests import actions, queries
from app.requests.models import Decision, TrainingBudget, TrainingRequest
from app.requests.rules import State
from tests import make

PATIENT_SECONDS = 120
AT_ONCE = 6
YES = {"is_yes": True, "note": "", "version": 1}


def at_once(app, work, things):
    """What becomes of doing the work on each of these at the same moment: True, or the sentence that refused it."""
    start = Barrier(len(things))

    def attempt(thing):
        with app.app_context():
            start.wait()
            begin_writing()
            try:
                work(thing)
            except Refused as refused:
                db.session.rollback()
                return refused.sentence
            db.session.commit()
            return True

    with ThreadPoolExecutor(len(things)) as people:
        return list(people.map(attempt, things))


def test_of_many_who_decide_on_one_request_one_does(app, saved, monkeypatch):
    monkeypatch.setattr(database, "LOCK_WAIT_SECONDS", PATIENT_SECONDS)
    cast = saved(make.cast)
    number = saved(lambda: make.training_request(cast.ada).id)

    def decide(_who):
        request = db.session.get_one(TrainingRequest, number)
        actions.decide_as_leader(request, **YES, by=db.session.get_one(Person, cast.max.id))

    done = at_once(app, decide, range(AT_ONCE))

    assert done.count(True) == 1
    with app.app_context():
        assert db.session.scalar(select(func.count()).select_from(Decision)) == 1
        assert db.session.get_one(TrainingRequest, number).state is State.WITH_HR


def test_of_many_who_spend_one_budget_at_once_as_many_as_it_pays(app, saved, monkeypatch):
    monkeypatch.setattr(database, "LOCK_WAIT_SECONDS", PATIENT_SECONDS)
    cast = saved(make.cast)

    def made():
        budget = make.training_budget(cast.house, 1200)
        asks = [make.training_request(cast.ada, f"Wunsch {at}", State.WITH_HR).id for at in range(AT_ONCE)]
        return budget.id, asks

    budget_id, asks = saved(made)

    def approve(number):
        request = db.session.get_one(TrainingRequest, number)
        actions.decide_as_hr(request, **YES, by=db.session.get_one(Person, cast.lin.id))

    done = at_once(app, approve, asks)

    assert done.count(True) == 2
    with app.app_context():
        funds = queries.account_of(db.session.get_one(TrainingBudget, budget_id)).funds
    assert (funds.committed, funds.free) == (1160_00, 40_00)
