"""Putting steps into a plan, changing, moving, removing them, and taking a proposal over."""

import datetime as dt

import pytest
from sqlalchemy import func, select
from time_machine import travel

from app import clock
from app.courses.models import Enrolment
from app.db import db
from app.errors import Refused
from app.plans import actions, queries
from app.plans.models import PlanItem
from tests import make


def plan_of(person):
    return db.session.scalars(queries.plan_of(person.id)).one()


def titles(person):
    return [step.title for step in queries.steps_of(person.id)]


def test_the_first_step_opens_the_plan(context):
    ada, course = make.person("Ada"), make.course("Daten", effort_minutes=40)

    item = actions.add_course(ada, course.id, reason="Weil.")

    assert (item.title, item.minutes, item.reason) == ("Daten", 40, "Weil.")
    assert plan_of(ada).weekly_minutes == 60


def test_a_course_is_put_into_the_plan_once(context):
    ada, course = make.person("Ada"), make.course()

    assert actions.add_course(ada, course.id) is actions.add_course(ada, course.id)


@pytest.mark.parametrize("change", ["published_at", "retired_at"])
def test_a_course_that_is_not_offered_is_refused(context, change):
    course = make.course()
    setattr(course, change, None if change == "published_at" else clock.now())
    db.session.flush()

    with pytest.raises(Refused, match="no longer in the catalogue"):
        actions.add_course(make.person("Ada"), course.id)


def test_an_event_keeps_its_title_and_its_length(context):
    ada = make.person("Ada")

    item = actions.add_event(ada, make.event("Konferenz").id)

    assert (item.title, item.minutes) == ("Konferenz", 120)


def test_an_event_that_is_over_is_refused(context):
    with pytest.raises(Refused, match="over or was called off"):
        actions.add_event(make.person("Ada"), make.event(in_days=-3).id)


def test_a_step_keeps_its_title_when_its_course_is_gone(context):
    ada, course = make.person("Ada"), make.course("Daten")
    actions.add_course(ada, course.id)
    course.retired_at = clock.now()
    db.session.flush()

    step = queries.steps_of(ada.id)[0]

    assert (step.title, step.url, step.is_gone) == ("Daten", None, True)


def test_a_full_plan_takes_no_more_until_something_is_taken_out(context, monkeypatch):
    monkeypatch.setattr("app.plans.actions.plan.MOST_ITEMS", 1)
    ada = make.person("Ada")
    first = actions.add_own_step(ada, title="Lesen", minutes=10)

    with pytest.raises(Refused, match="full"):
        actions.add_own_step(ada, title="Reden", minutes=10)

    actions.remove(first)
    actions.add_own_step(ada, title="Reden", minutes=10)
    assert titles(ada) == ["Reden"]


def test_what_is_done_or_over_leaves_its_place_in_a_full_plan(context, monkeypatch):
    monkeypatch.setattr("app.plans.actions.plan.MOST_ITEMS", 1)
    ada, course, event = make.person("Ada"), make.course("Daten"), make.event("Konferenz")

    actions.tick(actions.add_own_step(ada, title="Lesen", minutes=10))
    actions.add_course(ada, course.id)
    db.session.add(Enrolment(person_id=ada.id, course_id=course.id, begun_at=clock.now(), completed_on=clock.today()))
    actions.add_event(ada, event.id)
    with travel(event.bookable.ends_at):
        actions.add_own_step(ada, title="Reden", minutes=10)

    assert titles(ada) == ["Lesen", "Daten", "Konferenz", "Reden"]


def test_steps_change_places(context):
    ada = make.person("Ada")
    first, second, _ = (actions.add_own_step(ada, title=title, minutes=10) for title in "ABC")

    actions.move(second, version=plan_of(ada).version, direction="up")
    actions.move(first, version=plan_of(ada).version, direction="down")

    assert titles(ada) == ["B", "C", "A"]


def test_the_first_step_stays_the_first(context):
    ada = make.person("Ada")
    first = actions.add_own_step(ada, title="A", minutes=10)

    actions.move(first, version=plan_of(ada).version, direction="up")

    assert titles(ada) == ["A"]


def test_steps_that_are_done_are_passed_over_when_moving(context):
    ada = make.person("Ada")
    _, middle, last = (actions.add_own_step(ada, title=title, minutes=10) for title in "ABC")
    actions.tick(middle)

    actions.move(last, version=plan_of(ada).version, direction="up")

    assert [step.title for step in queries.open_steps(ada.id)] == ["C", "A"]


def test_what_was_decided_on_an_outdated_page_is_refused_and_changes_nothing(context):
    ada = make.person("Ada")
    item = actions.add_own_step(ada, title="A", minutes=10)
    seen = plan_of(ada).version
    actions.add_own_step(ada, title="B", minutes=10)

    for act in (
        lambda: actions.move(item, version=seen, direction="down"),
        lambda: actions.revise(item, version=seen, due_on=None, title="X"),
        lambda: actions.set_budget(ada, version=seen, weekly_minutes=15),
    ):
        with pytest.raises(Refused, match="another window"):
            act()

    assert titles(ada) == ["A", "B"]


def test_each_change_counts_the_version_up(context):
    ada = make.person("Ada")
    item = actions.add_own_step(ada, title="A", minutes=10)
    before = plan_of(ada).version

    actions.revise(item, version=before, due_on=dt.date(2026, 12, 1), title="B", minutes=20)

    assert plan_of(ada).version > before
    assert (item.title, item.minutes, item.due_on) == ("B", 20, dt.date(2026, 12, 1))


def test_of_a_course_only_the_date_can_be_changed(context):
    ada = make.person("Ada")
    item = actions.add_course(ada, make.course("Daten").id)

    actions.revise(item, version=plan_of(ada).version, due_on=dt.date(2026, 12, 1), title="Anders", minutes=1)

    assert (item.title, item.minutes, item.due_on) == ("Daten", 10, dt.date(2026, 12, 1))


def test_a_removed_step_can_be_put_back_where_it_was(context):
    ada = make.person("Ada")
    first, _ = (actions.add_own_step(ada, title=title, minutes=10) for title in "AB")

    actions.remove(first)
    assert titles(ada) == ["B"]
    actions.restore(first)

    assert titles(ada) == ["A", "B"]


def test_a_removed_course_comes_back_when_it_is_added_again(context):
    ada, course = make.person("Ada"), make.course()
    actions.remove(actions.add_course(ada, course.id))

    actions.add_course(ada, course.id)

    assert db.session.scalar(select(func.count()).select_from(PlanItem)) == 1
    assert len(titles(ada)) == 1


def test_what_was_removed_long_ago_is_forgotten_with_the_next_change(context):
    ada = make.person("Ada")
    with travel(clock.now() - dt.timedelta(days=2)):
        actions.remove(actions.add_own_step(ada, title="Geheim", minutes=10))

    actions.add_own_step(ada, title="Neu", minutes=10)

    assert db.session.scalars(select(PlanItem.title)).all() == ["Neu"]


def test_a_step_of_ones_own_is_ticked_and_unticked(context):
    ada = make.person("Ada")
    item = actions.add_own_step(ada, title="A", minutes=10)

    assert actions.tick(item).done_on == clock.today()
    assert actions.untick(item).done_on is None


def test_a_course_is_not_ticked_by_hand(context):
    item = actions.add_course(make.person("Ada"), make.course().id)

    with pytest.raises(Refused, match="when you have completed it"):
        actions.tick(item)


def test_the_budget_may_be_set_before_the_first_step(context):
    ada = make.person("Ada")

    actions.set_budget(ada, version=0, weekly_minutes=90)

    assert plan_of(ada).weekly_minutes == 90
