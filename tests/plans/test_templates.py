"""Templates: whom a rule reaches, what is put into a plan, and which steps follow a change."""

import datetime as dt
import re
import shutil
from itertools import product

import pytest
from sqlalchemy import select

import config
from app import clock
from app.content.source import Problem
from app.db import db
from app.errors import Refused
from app.jobs.schedule import HANDLERS
from app.notifications.models import Notice
from app.people.rules import Role, UnitKind
from app.people.viewer import view_as
from app.plans import actions, library, queries, rules
from app.plans.insets import affected_plans
from app.plans.models import Assignment, PlanItem, PlanTemplate, TemplateItem
from app.plans.rules import Beginning, Content, Details, Fate, ItemKind, ItemState, Priority, Reach, TemplateStep
from app.tasks import actions as tasks
from app.tasks.models import Task
from app.text.language import speaking
from tests import make

pytestmark = pytest.mark.any_database

TODAY = clock.today
DAY = dt.timedelta(days=1)
STEP = Content(ItemKind.TALK, "Gespräch", 30, None, "Weil.", Priority.NORMAL)


def template(*titles, **other):
    made = make.plan_template(**other)
    for title in titles:
        make.template_item(made, title)
    return made


def titles(person):
    return [step.title for step in queries.steps_of(person.id)]


def version(person):
    return db.session.scalars(queries.plan_of(person.id)).one().version


def item(title):
    return db.session.scalars(select(PlanItem).where(PlanItem.title == title)).one()


def work_off():
    """Save what was done, as a page would, and let the jobs process do its turn."""
    db.session.commit()
    tasks.work_off(HANDLERS)
    db.session.expire_all()


class TestWhomARuleReaches:
    """A rule names a unit, a family of jobs and a time; all of it together."""

    @pytest.fixture
    def town(self, context):
        house = make.unit("Stadt", kind=UnitKind.HOUSE)
        office, other = make.unit("Bürgeramt", house), make.unit("Tiefbauamt", house)
        section = make.unit("Meldewesen", office)
        family = make.family()
        make.person("Ada", section, job=make.job(family=family), entered_on=TODAY() - 10 * DAY)
        make.person("Max", office, entered_on=TODAY() - 400 * DAY)
        make.person("Zoe", other, job=make.job(family=family))
        make.person("Kim", section, left_on=TODAY() - DAY)
        return office, family

    def reached(self, **rule):
        found = db.session.scalars(queries.people_reached(make.plan_template(**rule), TODAY()))
        return [person.given_name for person in found]

    def test_without_anything_it_reaches_all_who_work_here(self, town):
        assert sorted(self.reached()) == ["Ada", "Max", "Zoe"]

    def test_a_unit_counts_with_all_below_it(self, town):
        assert sorted(self.reached(unit_id=town[0].id)) == ["Ada", "Max"]

    def test_all_conditions_hold_together(self, town):
        office, family = town

        assert self.reached(unit_id=office.id, family_id=family.id) == ["Ada"]

    @pytest.mark.parametrize(("days", "names"), [(10, ["Ada"]), (9, []), (400, ["Ada", "Max"])])
    def test_began_within_so_many_days_counts_both_ends(self, town, days, names):
        assert sorted(self.reached(within_days=days)) == names

    def test_of_two_times_the_later_counts(self):
        reach = Reach(since=dt.date(2026, 1, 1), within_days=5)

        assert reach.first_entry(dt.date(2026, 11, 25)) == dt.date(2026, 11, 20)


class TestAssigning:
    """The steps are put into the plan once, as proposals, and the person is told."""

    def test_the_steps_come_as_proposals_with_their_dates_and_origin(self, context):
        ada = make.person("Ada")

        actions.assign(template("Rundgang", "Gespräch", title="Start"), ada, by=None)

        step = queries.steps_of(ada.id)[0]
        assert titles(ada) == ["Rundgang", "Gespräch"]
        assert (step.state, step.template, step.due_on) == (ItemState.PROPOSED, "Start", TODAY() + 7 * DAY)
        assert db.session.scalars(select(Notice.values)).all() == [{"title": "Start"}]

    def test_dates_may_count_from_the_entry(self, context):
        ada = make.person("Ada", entered_on=TODAY() - 3 * DAY)

        actions.assign(template("Rundgang", beginning=Beginning.ENTRY), ada, by=None)

        assert queries.steps_of(ada.id)[0].due_on == TODAY() + 4 * DAY

    def test_a_second_time_nothing_happens(self, context):
        ada, start = make.person("Ada"), template("Rundgang")
        actions.assign(start, ada, by=None)
        actions.remove(item("Rundgang"))

        actions.assign(start, ada, by=None)

        assert titles(ada) == []
        assert len(db.session.scalars(select(Notice)).all()) == 1

    def test_a_course_that_is_in_the_plan_already_stays_where_it_is(self, context):
        ada, course = make.person("Ada"), make.course("Daten")
        actions.add_course(ada, course.id)
        start = make.plan_template()
        make.template_item(start, "Daten", kind=ItemKind.COURSE, course_id=course.id)

        actions.assign(start, ada, by=None)

        assert titles(ada) == ["Daten"]

    def test_by_rule_everybody_reached_gets_it_and_new_people_by_the_daily_job(self, context):
        cast = make.cast()
        start = template("Rundgang", unit_id=cast.office.id)
        actions.start_assigning(start, by=cast.lin)
        work_off()
        new = make.person("Neu", cast.office)
        db.session.commit()

        given = actions.assign_where_due()

        assert [titles(one) for one in (cast.ada, cast.max, cast.zoe, new)] == [
            ["Rundgang"],
            ["Rundgang"],
            [],
            ["Rundgang"],
        ]
        assert (given, actions.assign_where_due()) == (1, 0)

    def test_the_progress_counts_portions_and_no_people(self, context):
        cast = make.cast()
        actions.start_assigning(template("Rundgang"), by=cast.lin)
        work_off()

        task = db.session.scalars(select(Task)).one()

        assert (task.stage, task.done_steps, task.all_steps, task.result) == ("done", 1, 1, {})

    def test_a_rule_that_is_changed_assigns_nothing_until_told_to(self, context):
        cast = make.cast()
        start = template("Rundgang")
        actions.start_assigning(start, by=cast.lin)
        actions.set_reach(start, reach=Reach(unit_id=cast.office.id))
        db.session.commit()

        assert actions.assign_where_due() == 0

    def test_a_plan_that_is_full_hinders_nobody_else(self, context, monkeypatch):
        monkeypatch.setattr("app.plans.actions.plan.MOST_ITEMS", 2)
        cast = make.cast()
        for title in "AB":
            actions.add_own_step(cast.ada, title=title, minutes=5)
        actions.start_assigning(template("Rundgang", unit_id=cast.office.id), by=cast.lin)
        work_off()

        assert (titles(cast.ada), titles(cast.max)) == (["A", "B"], ["Rundgang"])

    def test_a_template_without_steps_is_not_assigned(self, context):
        with pytest.raises(Refused, match="no steps"):
            actions.start_assigning(make.plan_template(), by=make.person("Lin"))


class TestByName:
    """To one person: HR within its scope, leaders to those whom they lead."""

    def test_a_leader_gives_it_to_somebody_whom_they_lead(self, context):
        cast = make.cast()

        actions.assign_to_person(template("Rundgang"), who="Ada Ahrens", viewer=view_as(cast.max, TODAY()))

        assert titles(cast.ada) == ["Rundgang"]

    @pytest.mark.parametrize("who", ["Zoe Zander", "Niemand Da", "Max Mohr"])
    def test_to_nobody_else_and_nobody_is_told_who_is_there(self, context, who):
        cast = make.cast()

        with pytest.raises(Refused, match="nobody of this name"):
            actions.assign_to_person(template("Rundgang"), who=who, viewer=view_as(cast.max, TODAY()))

    def test_of_two_with_the_same_name_the_address_decides(self, context):
        cast = make.cast()
        other = make.person("Ada Ahrens", cast.elsewhere)
        start, viewer = template("Rundgang"), view_as(cast.lin, TODAY())

        with pytest.raises(Refused, match="Several people"):
            actions.assign_to_person(start, who="Ada Ahrens", viewer=viewer)
        actions.assign_to_person(start, who=other.email.upper(), viewer=viewer)

        assert (titles(other), titles(cast.ada)) == (["Rundgang"], [])

    def test_hr_of_an_office_stays_within_it(self, context):
        cast = make.cast()
        hr = make.person("Ida")
        make.role(hr, Role.HR, cast.elsewhere)

        with pytest.raises(Refused, match="nobody of this name"):
            actions.assign_to_person(template("Rundgang"), who="Ada Ahrens", viewer=view_as(hr, TODAY()))


class TestReplacedCompetences:
    """When a new version of a model takes the place of the old one, steps lead to its competences."""

    def test_steps_follow_and_still_follow_their_template(self, context):
        ada, old, new = make.person("Ada Ahrens"), make.competence("Alt"), make.competence("Neu")
        start = make.plan_template()
        step = make.template_item(start, "Rundgang", competence_id=old.id, target_level=4)
        assignment = actions.assign(start, ada, by=None)

        actions.follow_competences({old.id: new.id}, 3)
        step.title = "Rundgang im Haus"
        db.session.flush()
        actions.follow(assignment)

        found = item("Rundgang im Haus")
        assert (found.competence_id, found.target_level) == (new.id, 3)
        assert (step.competence_id, step.target_level) == (new.id, 3)

    def test_what_nothing_takes_the_place_of_leads_nowhere(self, context):
        ada, old = make.person("Ada Ahrens"), make.competence("Alt")
        details = Details(competence_id=old.id, target_level=2)
        actions.add_own_step(ada, title="Üben", minutes=30, details=details)

        actions.follow_competences({old.id: None}, 3)

        db.session.expire_all()
        assert (item("Üben").competence_id, item("Üben").target_level) == (None, None)


class TestBuddies:
    """A template for newcomers wants somebody to accompany them."""

    def test_the_leader_is_asked_to_find_a_buddy_when_the_rule_assigns(self, client, cast, saved, letters):
        start = saved(template, "Rundgang", has_buddy=True)

        saved(lambda: actions.assign(db.session.merge(start), db.session.merge(cast.ada), by=None))

        assert letters.kinds(cast.max) == ["buddy-wanted"]
        notice = saved(lambda: db.session.scalars(select(Notice).where(Notice.person_id == cast.max.id)).one())
        assert cast.ada.email in client.sign_in(cast.max).get(notice.path.replace("%40", "@")).text

    def test_whoever_is_named_is_asked_and_the_leader_need_not_look(self, client, cast, saved, letters):
        start = saved(template, "Rundgang", has_buddy=True)
        client.sign_in(cast.lin)

        client.post(f"/studio/plan-templates/{start.id}/person", data={"who": "Ada Ahrens", "buddy": "Zoe Zander"})

        assert letters.kinds(cast.zoe) == ["buddy-asked"]
        assert letters.kinds(cast.max) == []
        assert "Rundgang" in client.sign_in(cast.ada).get("/plan").text

    def test_an_unknown_buddy_keeps_what_was_typed_and_gives_nothing(self, client, cast, saved):
        start = saved(template, "Rundgang", has_buddy=True)
        client.sign_in(cast.max)

        answer = client.post(
            f"/studio/plan-templates/{start.id}/person", data={"who": "Ada Ahrens", "buddy": "Niemand"}
        )

        assert answer.status_code == 422
        assert 'value="Niemand"' in answer.text
        assert "Rundgang" not in client.sign_in(cast.ada).get("/plan").text

    def test_nobody_is_asked_where_the_template_wants_no_buddy_or_one_is_there(self, cast, saved, letters):
        saved(lambda: actions.buddy.pair_up(db.session.merge(cast.ada), db.session.merge(cast.zoe), by=None))
        for has_buddy in (False, True):
            saved(
                lambda has_buddy=has_buddy: actions.assign(
                    template("Rundgang", has_buddy=has_buddy), db.session.merge(cast.ada), by=None
                )
            )

        assert letters.kinds(cast.max) == []


class TestFollowing:
    """A change of the template flows only where the person has not changed the step."""

    @pytest.fixture
    def assigned(self, context):
        ada = make.person("Ada")
        start = template("Eins", "Zwei", "Drei")
        actions.assign(start, ada, by=None)
        return ada, start, {one.title: one for one in start.items}

    def revise(self, item, title, by):
        step = TemplateStep(kind=item.kind, title=title, minutes=45, due_days=14, reason="Neu.")
        actions.revise_template_step(item, step=step, by=by)

    def test_an_unchanged_step_follows_and_keeps_note_and_place(self, assigned):
        ada, _, items = assigned
        mine = item("Eins")
        mine.note = "Meine Notiz"
        actions.move(mine, version=version(ada), direction="down")

        self.revise(items["Eins"], "Eins neu", ada)
        work_off()

        assert titles(ada) == ["Zwei", "Eins neu", "Drei"]
        assert (mine.minutes, mine.due_on, mine.note) == (45, TODAY() + 14 * DAY, "Meine Notiz")

    def test_a_step_that_the_person_changed_stays_as_it_is(self, assigned):
        ada, _, items = assigned
        actions.revise(item("Eins"), version=version(ada), due_on=TODAY() + DAY, title="Meins")

        self.revise(items["Eins"], "Eins neu", ada)
        work_off()

        assert titles(ada) == ["Meins", "Zwei", "Drei"]

    def test_what_was_taken_out_or_done_stays_so(self, assigned):
        ada, _, items = assigned
        actions.remove(item("Eins"))
        actions.tick(item("Zwei"))

        for title in ("Eins", "Zwei"):
            self.revise(items[title], f"{title} neu", ada)
        work_off()

        assert titles(ada) == ["Zwei", "Drei"]

    def test_what_the_template_drops_goes_where_it_was_not_changed(self, assigned):
        ada, _, items = assigned
        actions.revise(item("Zwei"), version=version(ada), due_on=None, title="Meins")

        for title in ("Eins", "Zwei"):
            actions.retire_template_step(items[title], by=ada)
        work_off()

        assert titles(ada) == ["Meins", "Drei"]

    def test_a_new_step_comes_into_the_plans_that_have_the_template(self, assigned):
        ada, start, _ = assigned

        actions.add_template_step(start, step=TemplateStep(ItemKind.TALK, "Vier", 15, reason="Weil."), by=ada)
        work_off()

        assert titles(ada) == ["Eins", "Zwei", "Drei", "Vier"]

    def test_following_twice_changes_nothing(self, assigned):
        ada, _, items = assigned
        self.revise(items["Eins"], "Eins neu", ada)
        work_off()
        before = titles(ada)

        actions.follow(db.session.scalars(select(Assignment)).one())

        assert titles(ada) == before

    def test_changes_in_a_row_are_followed_together(self, assigned):
        ada, _, items = assigned

        for title in ("Eins", "Zwei"):
            self.revise(items[title], f"{title} neu", ada)

        assert len(db.session.scalars(select(Task)).all()) == 1

    @pytest.mark.parametrize(("is_there", "is_changed", "is_wanted", "is_new"), [*product([True, False], repeat=4)])
    def test_a_changed_step_is_never_touched(self, is_there, is_changed, is_wanted, is_new):
        now = (Content(ItemKind.TALK, "Meins", 5, None, "", Priority.LOW) if is_changed else STEP) if is_there else None
        wanted = (Content(ItemKind.TALK, "Neu", 30, None, "", Priority.HIGH) if is_new else STEP) if is_wanted else None

        found = rules.fate(STEP.hash, now, wanted)

        expected = {(True, True): Fate.UPDATE, (True, False): Fate.KEEP}.get((is_wanted, is_new), Fate.REMOVE)
        assert found is (expected if is_there and not is_changed else Fate.KEEP)


class TestFiles:
    """The templates of the house come from files, all of them or none."""

    ROOT = config.ROOT / "content"

    @pytest.fixture
    def folder(self, tmp_path):
        shutil.copytree(self.ROOT / "plan-templates", tmp_path / "plan-templates")
        return tmp_path

    def known(self):
        courses = {path.parent.name for path in self.ROOT.glob("courses/*/course.md")}
        keys = {path.stem.partition("-")[2] for path in self.ROOT.glob("competences/*/*/*.md")}
        return courses, dict.fromkeys(self.keys() | keys, 4)

    def keys(self):
        texts = [path.read_text(encoding="utf-8") for path in self.ROOT.glob("competences/*/*/*.md")]
        return {line.split()[1] for text in texts for line in text.splitlines() if line.startswith("id: ")}

    def test_the_templates_of_the_house_can_be_read(self):
        reading, problems = library.read(self.ROOT, *self.known())

        assert problems == []
        assert [one.key for one in reading.templates] == ["digitallotse", "job-change", "onboarding"]
        assert [len(one.items) for one in reading.templates] == [10, 7, 11]

    @pytest.mark.parametrize(
        ("old", "new", "line", "says"),
        [
            ("kind: external", "kind: event", 8, "kind must be one of: course, practice, external, talk, evidence"),
            ("course: data-protection-basics", "course: nowhere", 14, "there is no course nowhere"),
            ("competence: digital-safety", "competence: nothing", 15, "there is no competence nothing"),
            ("due_days: 5", "due_days: bald", 10, "due_days must be a whole number from 0 to 1826"),
            ("minutes: 45", "hours: 1", 11, "hours is not known here"),
        ],
    )
    def test_what_is_wrong_is_named_with_its_line(self, folder, old, new, line, says):
        file = folder / "plan-templates/onboarding.md"
        file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")

        _, problems = library.read(folder, *self.known())

        assert any((one.line, says in one.sentence) == (line, True) for one in problems), problems
        assert all(isinstance(one, Problem) for one in problems)

    def test_a_changed_file_flows_into_plans_and_an_edited_template_is_left_alone(self, app):
        run = app.test_cli_runner()
        run.invoke(args=["content", "sync"])
        with app.test_request_context():
            ada = make.person("Ada")
            start = db.session.scalars(select(PlanTemplate).where(PlanTemplate.key == "onboarding")).one()
            actions.assign(start, ada, by=None)
            start.origin_hash = "of an earlier file"
            first = db.session.scalars(select(TemplateItem).where(TemplateItem.template_id == start.id)).first()
            first.minutes = 1
            db.session.commit()

        assert "1 updated" in run.invoke(args=["content", "sync"]).output
        with app.test_request_context():
            assert first.id in db.session.scalars(select(TemplateItem.id).where(TemplateItem.minutes == 45)).all()
            assert len(db.session.scalars(select(Task)).all()) == 1


class TestPages:
    """HR writes, previews and assigns; leaders give; nobody else gets in."""

    def test_hr_writes_a_template_with_a_step_and_a_rule(self, client, cast, saved):
        client.sign_in(cast.lin)
        text = {"title": "Start", "title_en": "Start", "audience": "Neue.", "body": "Willkommen.", "beginning": "entry"}

        made = client.post("/studio/plan-templates/new", data=text)
        client.post(
            f"{made.location}/items/new?kind=talk", data={"title": "Gespräch", "minutes": "30", "reason": "Weil."}
        )
        client.post(f"{made.location}/rule", data={"unit_id": cast.office.id, "within_days": "90"})
        page = client.get(made.location).text

        for words in ("Gespräch", "Willkommen.", "Bürgeramt", "for at most 90 days", "fewer than 5 people"):
            assert words in page

    def test_no_two_previews_differ_by_one_person(self, client, cast, saved):
        """Neither a day later in the rule, nor giving the template to somebody, tells about that person."""
        for number in range(5):
            saved(make.person, f"Kim{number} Muster", cast.office, entered_on=TODAY() - 100 * DAY)
        newest = saved(make.person, "Zuletzt Gekommen", cast.office, entered_on=TODAY() - 9 * DAY)
        start = saved(template, "Rundgang", unit_id=cast.office.id, within_days=100)
        client.sign_in(cast.lin)
        page = lambda: client.get(f"/studio/plan-templates/{start.id}").text.split('id="rule"')[1]  # noqa: E731
        before = words_of(page())

        client.post(f"/studio/plan-templates/{start.id}/person", data={"who": newest.name})

        assert "The rule reaches 5 to 19 people. The template is in the plans of fewer than 5 people" in before
        assert words_of(page()) == before

    @pytest.mark.parametrize(
        ("plans", "said"), [(0, "fewer than 5 people"), (4, "fewer than 5"), (5, "5 to 19 people")]
    )
    def test_steps_towards_competences_are_told_by_people_in_steps(self, client, cast, saved, plans, said):
        competence = saved(make.competence, "Daten")
        for number in range(plans):
            saved(with_steps, f"Kim{number} Muster", competence.id)

        with client.application.test_request_context(), speaking("en"):
            assert f"in the plans of {said}" in affected_plans([competence.id])

    def test_a_rule_without_limits_names_what_it_does_before_it_does_it(self, client, cast, saved):
        whole, office = saved(template, "Rundgang"), saved(template, "Rundgang", unit_id=cast.office.id)
        client.sign_in(cast.lin)

        everybody, some = (client.get(f"/studio/plan-templates/{one.id}").text for one in (whole, office))

        assert "the steps are put into the plans of the whole house, fewer than 5 people" in everybody
        assert re.search(r'kern-btn--secondary"><span class="kern-label">Assign to everybody', everybody)
        assert re.search(r'kern-btn--primary"><span class="kern-label">Assign by this rule', some)
        assert "the whole house, " not in some

    def test_assigning_is_queued_and_its_progress_can_be_watched(self, client, cast, saved):
        start = saved(template, "Rundgang")

        answer = client.sign_in(cast.lin).post(f"/studio/plan-templates/{start.id}/assignment")

        assert answer.status_code == 303
        assert "Waiting" in client.get(answer.location).text

    def test_a_leader_finds_the_templates_and_gives_one(self, client, cast, saved):
        start = saved(template, "Rundgang")
        client.sign_in(cast.max)

        assert 'href="/studio/plan-templates"' in client.get("/team/approvals").text
        page = client.get(f"/studio/plan-templates/{start.id}").text
        answer = client.post(f"/studio/plan-templates/{start.id}/person", data={"who": "Ada Ahrens"})

        assert ("Who gets it" in page, "Change the text" in page) == (False, False)
        assert answer.status_code == 303
        assert "Rundgang" in client.sign_in(cast.ada).get("/plan").text

    def test_a_leader_is_offered_the_people_whom_they_lead_and_nobody_else(self, client, cast, saved):
        start = saved(template, "Rundgang")

        page, of_hr = (
            client.sign_in(who).get(f"/studio/plan-templates/{start.id}/person").text for who in (cast.max, cast.lin)
        )

        assert re.findall('<option value="([^"]+)">', page) == ["Ada Ahrens"]
        assert "<option" not in of_hr

    def test_whether_somebody_has_it_already_is_not_told(self, client, cast, saved):
        start = saved(template, "Rundgang")
        client.sign_in(cast.max)
        pages = []
        for _ in range(2):
            client.post(f"/studio/plan-templates/{start.id}/person", data={"who": "Ada Ahrens"})
            pages.append(re.sub(r'name="csrf_token" value="[^"]+"', "", client.get("/studio/plan-templates").text))

        assert pages[0] == pages[1]

    def test_the_person_reads_where_a_step_comes_from(self, client, cast, saved):
        saved(lambda: actions.assign(template("Rundgang", title="Start"), db.session.merge(cast.ada), by=None))
        number = queries_in(client, cast.ada)

        page = client.sign_in(cast.ada).get(f"/plan/items/{number}").text

        assert "This step comes from the template “Start”." in page

    @pytest.mark.parametrize("count", [1, 3])
    def test_list_templates_asks_the_database_the_same_few_questions(self, client, cast, saved, queries, count):
        for number in range(count):
            saved(template, "Rundgang", title=f"Vorlage {number}")
        client.sign_in(cast.lin)
        queries.clear()

        client.get("/studio/plan-templates")

        assert len([one for one in queries if not one.startswith("BEGIN")]) == 5

    @pytest.mark.parametrize(
        ("path", "typed", "says"),
        [
            ("/text", {"title": ""}, "title of at most 120"),
            ("/rule", {"within_days": "x"}, "whole number of days from 1 to 1826"),
            ("/rule", {"within_days": "0"}, "whole number of days from 1 to 1826"),
            ("/rule", {"within_days": "30", "since": "2020-01-01"}, "either a day or a number of days, not both"),
            ("/items/new?kind=course", {"reason": "Weil."}, "choose a course"),
            ("/person", {"who": "Niemand"}, "nobody of this name"),
        ],
    )
    def test_a_refused_form_says_why_and_keeps_what_was_typed(self, client, cast, saved, path, typed, says):
        start = saved(template, "Rundgang")

        answer = client.sign_in(cast.lin).post(f"/studio/plan-templates/{start.id}{path}", data=typed)

        assert (answer.status_code, says in answer.text) == (422, True)


def with_steps(name, competence_id):
    kim = make.person(name)
    for title in "AB":
        actions.add_own_step(kim, title=title, minutes=5).competence_id = competence_id


def words_of(page):
    """What a page says, without its marks and its tokens."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", page))


def queries_in(client, person):
    with client.application.app_context():
        return queries.steps_of(person.id)[0].id


def test_a_step_that_the_person_takes_on_still_follows(context):
    ada, start = make.person("Ada"), template("Rundgang")
    actions.assign(start, ada, by=None)
    step = item("Rundgang")
    actions.revise(step, version=version(ada), due_on=step.due_on, details=Details(state=ItemState.ACTIVE))

    new = TemplateStep(ItemKind.PRACTICE, "Rundgang neu", 30, 7, "Weil.")
    actions.revise_template_step(start.items[0], step=new, by=ada)
    work_off()

    assert (titles(ada), step.state) == (["Rundgang neu"], ItemState.ACTIVE)
