"""Kinds and states of steps, dates in days, dates of seminars, moving to a place, and what fits into some minutes."""

import datetime as dt

import pytest

from app import clock
from app.courses.models import Enrolment, UnitProgress
from app.courses.rules import Format
from app.db import db
from app.errors import Refused
from app.people.viewer import view_as
from app.plans import actions, queries, rules
from app.plans.rules import Details, ItemKind, ItemState, Load, Priority
from tests import make

MONDAY = dt.date(2026, 11, 23)


def version(person):
    return db.session.scalars(queries.plan_of(person.id)).one().version


def step(person):
    return queries.steps_of(person.id)[0]


def titles(person):
    return [one.title for one in queries.steps_of(person.id)]


def began(person, course, **other):
    db.session.add(Enrolment(person_id=person.id, course_id=course.id, begun_at=clock.now(), **other))
    db.session.flush()


class TestKinds:
    """Everything that a plan may hold is one type of step."""

    @pytest.mark.parametrize("kind", [ItemKind.PRACTICE, ItemKind.TALK, ItemKind.EVIDENCE, ItemKind.OWN])
    def test_a_step_that_happens_nowhere_in_lotse_is_ticked_by_the_person(self, context, kind):
        ada = make.person("Ada")
        item = actions.add_own_step(ada, title="Tun", minutes=10, details=Details(kind=kind))

        actions.tick(item)

        assert (step(ada).done_on, item.state) == (clock.today(), ItemState.DONE)

    def test_a_link_stands_at_something_in_the_web_only(self, context):
        ada, link = make.person("Ada"), "https://stadt.example/seite"

        page = actions.add_own_step(ada, title="Lesen", minutes=5, details=Details(kind=ItemKind.EXTERNAL, link=link))
        talk = actions.add_own_step(ada, title="Reden", minutes=5, details=Details(kind=ItemKind.TALK, link=link))

        assert (page.link, talk.link, step(ada).url) == (link, None, link)

    def test_a_step_may_be_for_a_competence_and_a_level(self, context):
        ada, competence = make.person("Ada"), make.competence("Daten erheben")

        actions.add_own_step(ada, title="Üben", minutes=5, details=Details(competence_id=competence.id, target_level=2))

        assert (step(ada).competence, step(ada).target_level) == ("Daten erheben", 2)

    @pytest.mark.parametrize(
        "link", ["javascript:alert(1)", "//a.example", "a.example", "https://", "https:/seite", "https://a b"]
    )
    def test_only_a_whole_address_of_the_web_is_a_link(self, link):
        assert not rules.is_web_address(link)


class TestDates:
    """A date is a day, or so many days after the start of the plan."""

    def test_days_count_from_the_start_of_the_plan(self, context):
        ada = make.person("Ada")

        item = actions.add_own_step(ada, title="Üben", minutes=5, details=Details(due_days=14))

        assert (item.due_days, item.due_on) == (14, clock.today() + dt.timedelta(days=14))

    def test_with_the_start_of_the_plan_they_move(self, context):
        ada = make.person("Ada")
        item = actions.add_own_step(ada, title="Üben", minutes=5, details=Details(due_days=14))
        fixed = actions.add_own_step(ada, title="Reden", minutes=5, due_on=MONDAY)

        actions.set_budget(ada, version=version(ada), weekly_minutes=60, starts_on=MONDAY)

        assert (item.due_on, fixed.due_on) == (MONDAY + dt.timedelta(days=14), MONDAY)


class TestStates:
    """Proposing and agreeing takes somebody else."""

    def test_the_person_takes_on_what_was_proposed(self, context):
        ada = make.person("Ada")
        item = actions.add_own_step(ada, title="Üben", minutes=5)
        item.state = ItemState.PROPOSED
        db.session.flush()

        actions.revise(item, version=version(ada), due_on=None, details=Details(state=ItemState.ACTIVE))

        assert item.state is ItemState.ACTIVE

    @pytest.mark.parametrize("state", [ItemState.AGREED, ItemState.PROPOSED, ItemState.DONE])
    def test_what_takes_somebody_else_or_a_deed_is_refused(self, context, state):
        ada = make.person("Ada")
        item = actions.add_own_step(ada, title="Üben", minutes=5)

        with pytest.raises(Refused, match="alone"):
            actions.revise(item, version=version(ada), due_on=None, details=Details(state=state))

    @pytest.mark.parametrize("state", [one for one in ItemState if one is not ItemState.DONE])
    def test_done_and_not_done_after_all_a_step_stands_where_it_stood(self, context, state):
        ada = make.person("Ada")
        item = actions.add_own_step(ada, title="Üben", minutes=5)
        item.state = state
        db.session.flush()

        done = actions.tick(item).state
        undone = actions.untick(item)

        assert done is (ItemState.DONE if state is ItemState.ACTIVE else state)
        assert (undone.state, undone.done_on) == (state, None)

    def test_an_agreed_step_that_was_ticked_by_mistake_still_says_that_it_is_agreed(self, client, cast, saved):
        def fill():
            item = actions.add_own_step(cast.ada, title="Üben", minutes=5)
            item.state = ItemState.AGREED
            return item.id

        number = saved(fill)
        client.sign_in(cast.ada)
        before = client.get("/plan").text

        for is_done in ("y", ""):
            assert client.post(f"/plan/items/{number}/completion", data={"done": is_done}).status_code == 303

        assert [page.count("Agreed") for page in (before, client.get("/plan").text)] == [1, 1]

    def test_priority_and_note_are_kept_for_a_course_too(self, context):
        ada = make.person("Ada")
        item = actions.add_course(ada, make.course().id)

        actions.revise(
            item, version=version(ada), due_on=None, details=Details(priority=Priority.HIGH, note="Frag Max")
        )

        assert (step(ada).priority, step(ada).note, item.kind) == (Priority.HIGH, "Frag Max", ItemKind.COURSE)


class TestSessions:
    """A date of a seminar is chosen in the plan; the seat is booked on the page of the date."""

    def test_a_chosen_date_stands_in_its_week_and_leads_to_the_seat(self, context):
        ada, session = make.person("Ada"), make.session(in_days=30)
        item = actions.add_course(ada, session.course.id)

        actions.choose_session(item, session.id, viewer=view_as(ada, clock.today()))

        found = step(ada)
        assert (found.kind, found.needs_date, found.needs_seat) == (ItemKind.SESSION, False, True)
        assert (found.url, found.place) == (f"/sessions/{session.id}", "Rathaus")
        assert found.happens_on == clock.local(session.bookable.starts_at).date()

    def test_with_a_seat_there_is_nothing_left_to_book(self, context):
        ada, session = make.person("Ada"), make.session(in_days=30)
        item = actions.add_course(ada, session.course.id)
        actions.choose_session(item, session.id, viewer=view_as(ada, clock.today()))
        make.booking(session.bookable, ada)

        assert (step(ada).is_booked, step(ada).needs_seat) == (True, False)

    def test_a_date_for_other_offices_is_refused_as_one_that_does_not_exist(self, context):
        ada, elsewhere = make.person("Ada"), make.unit("Tiefbauamt")
        course = make.course(format=Format.SEMINAR)
        session = make.session(course, audience_id=elsewhere.id)
        item = actions.add_course(ada, course.id)

        for number in (session.id, 999_999):
            with pytest.raises(Refused, match="no longer offered"):
                actions.choose_session(item, number, viewer=view_as(ada, clock.today()))


class TestPlaces:
    """A step goes where it is put."""

    @pytest.mark.parametrize(("moved", "before", "order"), [("C", "A", "CAB"), ("A", "C", "BAC"), ("A", None, "BCA")])
    def test_before_another_one_or_to_the_end(self, context, moved, before, order):
        ada = make.person("Ada")
        items = {title: actions.add_own_step(ada, title=title, minutes=10) for title in "ABC"}
        where = items[before].id if before else 0

        actions.move_to(items[moved], version=version(ada), before=where)

        assert "".join(titles(ada)) == order

    def test_on_an_outdated_page_nothing_moves(self, context):
        ada = make.person("Ada")
        items = [actions.add_own_step(ada, title=title, minutes=10) for title in "AB"]
        seen = version(ada)
        actions.add_own_step(ada, title="C", minutes=10)

        with pytest.raises(Refused, match="another window"):
            actions.move_to(items[1], version=seen, before=items[0].id)

    def test_what_goes_on_fills_the_blocks_of_the_weeks_between(self):
        found = rules.blocks([Load(1, 150), Load(2, 30)], 60, MONDAY)

        assert [block.parts for block in found] == [((1, 60),), ((1, 60),), ((1, 30), (2, 30))]
        assert [block.minutes for block in found] == [60, 60, 60]


class TestSomeMinutes:
    """What fits: begun courses of the plan, then others of the plan, then what was begun elsewhere."""

    def test_what_was_begun_comes_before_what_stands_earlier(self, context):
        ada, new, begun = make.person("Ada"), make.course("Neu"), make.course("Begonnen")
        for course in (new, begun):
            make.course_unit(course, minutes=5)
            actions.add_course(ada, course.id)
        began(ada, begun)

        found = queries.next_fitting(ada.id, 5)

        assert (found.course_title, found.is_begun) == ("Begonnen", True)

    def test_what_was_not_begun_fits_by_its_first_unit(self, context):
        ada, course = make.person("Ada"), make.course("Neu")
        make.course_unit(course, "Erste", minutes=10)
        make.course_unit(course, "Zweite", minutes=3)
        actions.add_course(ada, course.id)

        assert queries.next_fitting(ada.id, 5) is None
        assert (queries.next_fitting(ada.id, 15).title, queries.next_fitting(ada.id, 15).is_begun) == ("Erste", False)

    def test_the_plan_comes_before_what_was_begun_elsewhere(self, context):
        ada, planned, begun = make.person("Ada"), make.course("Geplant"), make.course("Begonnen")
        for course in (planned, begun):
            make.course_unit(course, minutes=5)
        actions.add_course(ada, planned.id)
        began(ada, begun)

        assert queries.next_fitting(ada.id, 5).course_title == "Geplant"

    def test_a_completed_course_is_not_offered_again(self, context):
        ada, course = make.person("Ada"), make.course()
        unit = make.course_unit(course, minutes=5)
        actions.add_course(ada, course.id)
        began(ada, course, completed_on=clock.today())
        db.session.add(UnitProgress(person_id=ada.id, unit_id=unit.id, done_at=clock.now()))
        db.session.flush()

        assert queries.next_fitting(ada.id, 30) is None


class TestPages:
    """The pages of a step."""

    def test_create_own_step_takes_all_that_a_step_may_have(self, client, cast, saved):
        competence = saved(make.competence, "Daten erheben")
        typed = {
            "kind": "external", "title": "Lesen", "link": "https://stadt.example/x", "minutes": "20", "due_days": "7",
            "priority": "high", "state": "draft", "competence_id": competence.id, "target_level": 2, "note": "Seite 3",
        }  # fmt: skip

        response = client.sign_in(cast.ada).post("/plan/own-step", data=typed)
        page = client.get("/plan").text

        assert response.status_code == 303
        for words in ("https://stadt.example/x", "important", "Seite 3", "Noted, not decided yet", "level 2"):
            assert words in page

    @pytest.mark.parametrize(
        ("typed", "says"),
        [
            ({"link": "javascript:alert(1)"}, "whole address"),
            ({"due_on": "2027-01-01", "due_days": "3"}, "either a day or a number of days"),
            ({"due_days": "x"}, "whole number of days"),
            ({"target_level": "2"}, "choose the competence"),
        ],
    )
    def test_create_own_step_says_why_not(self, client, cast, typed, says):
        answer = client.sign_in(cast.ada).post("/plan/own-step", data={"title": "Lesen", "minutes": "5"} | typed)

        assert (answer.status_code, says in answer.text) == (422, True)

    def test_choose_session_offers_the_dates_and_puts_one_into_the_plan(self, client, cast, saved):
        session = saved(make.session, in_days=30)
        item = saved(actions.add_course, cast.ada, session.course.id)
        client.sign_in(cast.ada)

        page = client.get(f"/plan/items/{item.id}/session").text
        answer = client.post(f"/plan/items/{item.id}/session", data={"session_id": session.id})

        assert "12 seats are free." in page
        assert answer.status_code == 303
        assert f'href="/sessions/{session.id}"' in client.get("/plan").text

    def test_choose_session_asks_for_a_date(self, client, cast, saved):
        session = saved(make.session, in_days=30)
        item = saved(actions.add_course, cast.ada, session.course.id)

        answer = client.sign_in(cast.ada).post(f"/plan/items/{item.id}/session", data={})

        assert (answer.status_code, "Please choose a date." in answer.text) == (422, True)

    def test_show_plan_starts_what_fits_with_one_click(self, client, cast, saved):
        course = saved(make.course, "Kurz")
        saved(make.course_unit, course, "Erste Einheit", minutes=5)
        saved(actions.add_course, cast.ada, course.id)
        client.sign_in(cast.ada)

        page = client.get("/plan?minutes=5").text
        begun = client.post(f"/courses/{course.slug}/enrolment", data={})

        assert "This fits: Erste Einheit" in page
        assert "/units/" in begun.location

    @pytest.mark.parametrize("data", [{}, {"before": 1, "direction": "up"}, {"before": "x"}])
    def test_move_item_needs_exactly_one_place(self, client, cast, saved, data):
        item = saved(actions.add_own_step, cast.ada, title="A", minutes=5)

        answer = client.sign_in(cast.ada).post(f"/plan/items/{item.id}/place", data={"version": 1} | data)

        assert answer.status_code == 400
