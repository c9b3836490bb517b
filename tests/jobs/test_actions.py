"""The lease: of all processes only its holder works."""

import datetime as dt

import time_machine

from app import clock
from app.db import db
from app.jobs import actions, queries

LASTING = dt.timedelta(seconds=30)


def later(seconds):
    return time_machine.travel(clock.now() + dt.timedelta(seconds=seconds), tick=False)


def test_the_first_process_takes_the_lease(context):
    assert actions.take("jobs", "one", LASTING) == 1


def test_a_second_process_gets_nothing_while_the_first_holds_it(context):
    actions.take("jobs", "one", LASTING)

    assert actions.take("jobs", "two", LASTING) is None


def test_the_holder_keeps_it_under_the_same_fence(context):
    actions.take("jobs", "one", LASTING)

    with later(20):
        assert actions.take("jobs", "one", LASTING) == 1
    with later(40):
        assert actions.take("jobs", "two", LASTING) is None


def test_a_silent_holder_loses_it_and_the_fence_grows(context):
    actions.take("jobs", "one", LASTING)

    with later(31):
        assert actions.take("jobs", "two", LASTING) == 2
        assert actions.take("jobs", "one", LASTING) is None
        assert not actions.keep("jobs", 1)
        assert actions.keep("jobs", 2)


def test_the_fence_grows_even_where_the_same_process_comes_back(context):
    actions.take("jobs", "one", LASTING)

    with later(31):
        assert not actions.keep("jobs", 1)
        assert actions.take("jobs", "one", LASTING) == 2


def test_give_back_lets_the_next_take_over_at_once(context):
    actions.take("jobs", "one", LASTING)

    actions.give_back("jobs", 1)

    assert actions.take("jobs", "two", LASTING) == 2


def test_give_back_by_a_former_holder_changes_nothing(context):
    actions.take("jobs", "one", LASTING)
    with later(31):
        actions.take("jobs", "two", LASTING)

        actions.give_back("jobs", 1)

        assert actions.take("jobs", "one", LASTING) is None


def test_each_name_is_a_lease_of_its_own(context):
    actions.take("jobs", "one", LASTING)

    assert actions.take("backup", "two", LASTING) == 1
    assert db.session.scalars(queries.lease("jobs")).one().holder == "one"
