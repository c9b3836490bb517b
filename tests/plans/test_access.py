"""Who sees and changes what of plans, templates, talks, pairs and reviews; asked of rows that no database knows."""

import datetime as dt

from app.people.models import OrgUnit, Person
from app.people.rules import Leading, Role
from app.people.viewer import Viewer
from app.plans import access
from app.plans.models import (
    BuddyNote,
    BuddyPair,
    Plan,
    PlanItem,
    PlanTemplate,
    PracticeQuestion,
    Talk,
    TemplateItem,
    WeeklyReview,
)

TODAY = dt.date(2026, 11, 24)
NOW = dt.datetime(2026, 11, 24, 9, tzinfo=dt.UTC)
HOUSE, OFFICE, ELSEWHERE = (OrgUnit(path=path) for path in ("/1/", "/1/2/", "/1/3/"))
ADA, MAX, LIN, ZOE = (
    Person(id=number, unit=unit) for number, unit in enumerate((OFFICE, OFFICE, HOUSE, ELSEWHERE), start=1)
)
LEADING = Leading(frozenset({OFFICE.path}), {OFFICE.path: MAX.id}, {MAX.id: OFFICE.path})
VIEWERS = {
    "ada": Viewer(ADA, TODAY),
    "max": Viewer(MAX, TODAY, LEADING),
    "lin": Viewer(LIN, TODAY, scopes={Role.HR: frozenset({"/"})}),
    "hr of the office": Viewer(LIN, TODAY, scopes={Role.HR: frozenset({OFFICE.path})}),
    "auditor": Viewer(LIN, TODAY, scopes={Role.AUDITOR: frozenset({"/"}), Role.HR: frozenset()}),
    "zoe": Viewer(ZOE, TODAY),
}


def who(rule, *things):
    return {name for name, viewer in VIEWERS.items() if rule(viewer, *things)}


def test_a_plan_its_steps_reviews_and_questions_are_the_persons_own():
    plan = Plan(person_id=ADA.id)

    assert who(access.can_see_plan, plan) == {"ada"}
    assert who(access.can_change_item, PlanItem(plan=plan)) == {"ada"}
    assert who(access.can_see_review, WeeklyReview(person_id=ADA.id)) == {"ada"}
    assert who(access.can_answer, PracticeQuestion(person_id=ADA.id)) == {"ada"}


def test_templates_are_used_by_leaders_and_hr_as_long_as_they_are_not_archived():
    template = PlanTemplate()
    archived = PlanTemplate(archived_at=NOW)

    assert who(access.can_use_templates) == {"max", "lin", "hr of the office"}
    assert who(access.can_see_template, archived) == {"max", "lin", "hr of the office"}
    assert who(access.can_use_template, template) == {"max", "lin", "hr of the office"}
    assert who(access.can_use_template, archived) == set()


def test_templates_are_written_by_hr_of_any_part_of_the_house():
    template = PlanTemplate()

    assert who(access.can_write_templates) == {"lin", "hr of the office"}
    assert who(access.can_edit_template, template) == {"lin", "hr of the office"}
    assert who(access.can_edit_template_item, TemplateItem()) == {"lin", "hr of the office"}


def test_a_rule_assigns_only_within_the_scope_of_whoever_switches_it_on():
    assert who(access.can_assign_by_rule, PlanTemplate()) == {"lin"}
    assert who(access.can_assign_by_rule, PlanTemplate(unit=OFFICE)) == {"lin", "hr of the office"}
    assert who(access.can_assign_by_rule, PlanTemplate(unit=ELSEWHERE)) == {"lin"}
    assert who(access.can_assign_by_rule, PlanTemplate(unit=OFFICE, archived_at=NOW)) == set()


def test_a_rule_that_assigns_already_is_changed_only_by_those_whose_scope_it_lies_in():
    assert who(access.can_set_reach, PlanTemplate(unit=ELSEWHERE)) == {"lin", "hr of the office"}
    assert who(access.can_set_reach, PlanTemplate(unit=ELSEWHERE, assigns_since=NOW)) == {"lin"}
    assert who(access.can_set_reach, PlanTemplate(unit=OFFICE, assigns_since=NOW)) == {"lin", "hr of the office"}
    assert who(access.can_set_reach, PlanTemplate(assigns_since=NOW)) == {"lin"}


def test_templates_are_assigned_to_those_one_leads_or_has_in_ones_scope():
    assert who(access.may_assign_to, ADA) == {"max", "lin", "hr of the office"}
    assert who(access.may_assign_to, MAX) == {"lin", "hr of the office"}
    assert who(access.may_assign_to, ZOE) == {"lin"}


def test_a_talk_belongs_to_the_person_and_whoever_leads_them():
    assert who(access.can_take_part, Talk(person_id=ADA.id, person=ADA)) == {"ada", "max"}
    assert who(access.can_take_part, Talk(person_id=MAX.id, person=MAX)) == {"max"}
    assert who(access.can_hold_talks) == {"max"}


def test_leaders_and_hr_ask_for_a_buddy_and_only_the_two_see_the_pair():
    pair = BuddyPair(person_id=ADA.id, buddy_id=ZOE.id)

    assert who(access.can_ask_for_a_buddy) == {"max", "lin", "hr of the office"}
    assert who(access.is_one_of, pair) == {"ada", "zoe"}
    assert who(access.can_change_note, BuddyNote(author_id=ZOE.id)) == {"zoe"}
