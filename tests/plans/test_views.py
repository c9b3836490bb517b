"""Pages of the plan: they work, they say why not, and nobody else gets in."""

import datetime as dt
import re

import pytest
from flask import g

from app import clock
from app.bookings.rules import State
from app.competences import actions as competences
from app.courses.rules import Format
from app.db import db
from app.people.viewer import Viewer
from app.plans import actions, insets, queries
from tests import make

pytestmark = pytest.mark.any_database

NOTHING = "Your plan is empty."
ENGLISH = {"Cookie": "language=en"}


def steps(person, count):
    return [actions.add_own_step(person, title=f"Schritt {number}", minutes=30) for number in range(count)]


def asked(queries):
    """The statements without those that only begin a transaction."""
    return [statement for statement in queries if not statement.startswith("BEGIN")]


def plain(page, item_id):
    """The page without the number that was asked for and without tokens."""
    return re.sub(r'name="csrf_token" value="[^"]+"', "", page.replace(f"items/{item_id}", "items/x"))


def titles(app, person):
    with app.app_context():
        return [step.title for step in queries.steps_of(person.id)]


def version(app, person):
    with app.app_context():
        return db.session.scalars(queries.plan_of(person.id)).one().version


def goal(person, offers=1):
    """A goal, and so many courses that lead there."""
    found = [make.competence(f"Kompetenz {number}") for number in range(offers)]
    competences.choose_goal(person, make.profile("Lotsin", dict.fromkeys(found, 2)).id)
    for competence in found:
        make.outcome(make.course(f"Kurs zu {competence.title}"), competence)
    return found


def test_an_empty_plan_says_what_to_do_first(client, cast, saved):
    client.sign_in(cast.ada)

    assert NOTHING in client.get("/plan").text
    assert 'href="/competences/goal"' in client.get("/plan").text
    saved(goal, cast.ada)
    assert 'href="/plan/proposal"' in client.get("/plan").text


@pytest.mark.parametrize("count", [1, 3])
def test_show_plan_asks_the_database_the_same_few_questions(client, cast, saved, queries, count):
    saved(goal, cast.ada)
    saved(steps, cast.ada, count)
    client.sign_in(cast.ada)
    queries.clear()

    page = client.get("/plan")

    assert page.text.count("Schritt") > count
    assert len(asked(queries)) == 5


def test_show_plan_shows_nothing_of_anybody_else(client, cast, saved):
    saved(actions.add_own_step, cast.ada, title="Vertraulich", minutes=10)

    for person in (cast.max, cast.lin, cast.zoe):
        assert "Vertraulich" not in client.sign_in(person).get("/plan").text


def test_a_full_plan_stays_light(client, cast, saved):
    saved(steps, cast.ada, 45)
    client.sign_in(cast.ada)

    assert len(client.get("/plan").data) < 60_000
    assert "Schritt 44" in client.get("/plan?page=3").text


@pytest.mark.parametrize("path", ["", "/place", "/completion", "/removal", "/return"])
def test_the_steps_of_somebody_else_are_not_there(client, cast, saved, path):
    item = saved(actions.add_own_step, cast.ada, title="Lesen", minutes=10)
    client.sign_in(cast.zoe)

    theirs = client.post(f"/plan/items/{item.id}{path}", data={"version": 1, "direction": "up"})
    nobodys = client.post(f"/plan/items/999999{path}", data={"version": 1, "direction": "up"})

    assert (theirs.status_code, nobodys.status_code) == (404, 404)
    assert plain(theirs.text, item.id) == plain(nobodys.text, 999999)
    assert titles(client.application, cast.ada) == ["Lesen"]


def test_nobody_gets_in_without_signing_in(client, cast):
    for path in ("/plan", "/plan/proposal", "/plan/budget", "/plan/own-step", "/plan/items/1"):
        assert client.get(path).status_code == 303


def test_create_item_puts_a_course_into_the_plan_and_goes_back(client, cast, saved):
    course = saved(make.course, "Daten")
    client.sign_in(cast.ada)

    response = client.post("/plan/items", data={"course_id": course.id, "next": f"/courses/{course.slug}"})
    client.post("/plan/items", data={"course_id": course.id})

    assert (response.status_code, response.location) == (303, f"/courses/{course.slug}")
    assert titles(client.application, cast.ada) == ["Daten"]
    assert "“Daten” is in your plan." in client.get("/plan").text


def test_create_item_puts_an_event_into_the_plan(client, cast, saved):
    event = saved(make.event, "Konferenz")

    response = client.sign_in(cast.ada).post("/plan/items", data={"event_id": event.id})

    assert response.location == "/plan"
    assert titles(client.application, cast.ada) == ["Konferenz"]


def test_create_item_goes_back_to_our_own_pages_only(client, cast, saved):
    course = saved(make.course)

    response = client.sign_in(cast.ada).post(
        "/plan/items", data={"course_id": course.id, "next": "//elsewhere.example"}
    )

    assert response.location == "/plan"


@pytest.mark.parametrize("data", [{}, {"course_id": "x"}, {"course_id": 1, "event_id": 1}, {"course_id": 10**30}])
def test_create_item_needs_exactly_one_thing(client, cast, data):
    assert client.sign_in(cast.ada).post("/plan/items", data=data).status_code == 400


def test_create_item_says_why_not(client, cast, saved):
    course = saved(make.course, retired_at=clock.now())

    response = client.sign_in(cast.ada).post("/plan/items", data={"course_id": course.id})

    assert response.status_code == 409
    assert "no longer in the catalogue" in response.text


def test_create_own_step_keeps_what_was_typed_when_something_is_missing(client, cast):
    client.sign_in(cast.ada)

    wrong = client.post("/plan/own-step", data={"title": "Lesen", "minutes": ""})
    right = client.post("/plan/own-step", data={"title": "Lesen", "minutes": "30", "due_on": "2026-12-24"})

    assert wrong.status_code == 422
    assert 'value="Lesen"' in wrong.text
    assert right.location == "/plan"
    assert "24 Dec 2026" in client.get("/plan").text


def test_edit_item_changes_the_date(client, cast, saved):
    item = saved(actions.add_own_step, cast.ada, title="Lesen", minutes=10)
    client.sign_in(cast.ada)
    seen = version(client.application, cast.ada)

    response = client.post(
        f"/plan/items/{item.id}",
        data={"title": "Mehr lesen", "minutes": 20, "due_on": "2026-12-24", "version": seen},
    )

    assert response.location == f"/plan#step-{item.id}"
    assert titles(client.application, cast.ada) == ["Mehr lesen"]


def test_edit_item_names_a_competence_only_where_one_can_be_chosen(client, cast, saved):
    own = saved(actions.add_own_step, cast.ada, title="Lesen", minutes=10)
    course = saved(lambda: actions.add_course(cast.ada, make.course().id))
    client.sign_in(cast.ada)

    assert "More: importance, competence, note" in client.get(f"/plan/items/{own.id}").text
    assert "More: importance, note" in client.get(f"/plan/items/{course.id}").text


def test_edit_item_from_an_outdated_page_loses_nothing_and_can_be_sent_again(client, cast, saved):
    item = saved(actions.add_own_step, cast.ada, title="Lesen", minutes=10)
    client.sign_in(cast.ada)
    typed = {"title": "Mehr lesen", "minutes": 20, "version": version(client.application, cast.ada)}
    saved(actions.add_own_step, cast.ada, title="Neues", minutes=10)

    outdated = client.post(f"/plan/items/{item.id}", data=typed)
    fresh = re.search(r'name="version"[^>]*value="(\d+)"', outdated.text)
    again = client.post(f"/plan/items/{item.id}", data=typed | {"version": fresh.group(1)})

    assert outdated.status_code == 422
    assert "another window" in outdated.text
    assert 'value="Mehr lesen"' in outdated.text
    assert again.status_code == 303
    assert titles(client.application, cast.ada) == ["Mehr lesen", "Neues"]


def test_move_item_changes_the_order_and_comes_back_to_the_step(client, cast, saved):
    _, second = saved(steps, cast.ada, 2)
    client.sign_in(cast.ada)

    response = client.post(
        f"/plan/items/{second.id}/place",
        data={"direction": "up", "version": version(client.application, cast.ada)},
    )

    assert response.location == f"/plan#step-{second.id}"
    assert titles(client.application, cast.ada) == ["Schritt 1", "Schritt 0"]


def test_move_item_from_an_outdated_page_says_what_happened(client, cast, saved):
    first, _ = saved(steps, cast.ada, 2)
    client.sign_in(cast.ada)

    response = client.post(f"/plan/items/{first.id}/place", data={"direction": "down", "version": 1})

    assert response.status_code == 409
    assert "another window" in response.text


def test_move_item_knows_two_directions(client, cast, saved):
    (item,) = saved(steps, cast.ada, 1)

    response = client.sign_in(cast.ada).post(f"/plan/items/{item.id}/place", data={"direction": "x", "version": 1})

    assert response.status_code == 400


def test_tick_item_marks_a_step_as_done_and_back(client, cast, saved):
    (item,) = saved(steps, cast.ada, 1)
    client.sign_in(cast.ada)

    ticked = client.post(f"/plan/items/{item.id}/completion", data={"done": "y"}).location
    done = client.get(ticked).text
    back = client.post(f"/plan/items/{item.id}/completion")

    assert "Everything in your plan is done." in done
    assert "“Schritt 0” is done." in done
    assert f'action="/plan/items/{item.id}/completion"' in done.split("“Schritt 0” is done.")[1].split("<h2")[0]
    assert back.location == f"/plan#step-{item.id}"
    again = client.get(ticked).text
    assert "Still 1 step" in again
    assert "“Schritt 0” is open again." in again
    assert "“Schritt 0” is done." not in again


@pytest.mark.parametrize(("number", "is_cut"), [(4, False), (40, True)])
def test_where_the_picture_of_the_weeks_ends_before_the_plan_it_says_so(client, cast, saved, number, is_cut):
    saved(steps, cast.ada, number)

    page = client.sign_in(cast.ada).get("/plan").text

    assert 'id="blocks"' in page
    assert ("These are the next weeks only; the list below goes on until the week of" in page) is is_cut


def test_tick_item_says_when_a_course_is_done(client, cast, saved):
    course = saved(make.course)
    item = saved(actions.add_course, cast.ada, course.id)

    response = client.sign_in(cast.ada).post(f"/plan/items/{item.id}/completion", data={"done": "y"})

    assert response.status_code == 409
    assert "when you have completed it" in response.text


def test_remove_item_offers_to_put_it_back(client, cast, saved):
    (item,) = saved(steps, cast.ada, 1)
    client.sign_in(cast.ada)

    removed = client.post(f"/plan/items/{item.id}/removal", follow_redirects=True)
    assert "“Schritt 0” is no longer in your plan." in removed.text
    back = client.post(f"/plan/items/{item.id}/return")

    assert back.location == f"/plan#step-{item.id}"
    assert titles(client.application, cast.ada) == ["Schritt 0"]


def test_what_somebody_else_removed_is_not_named(client, cast, saved):
    (item,) = saved(steps, cast.ada, 1)
    client.sign_in(cast.ada).post(f"/plan/items/{item.id}/removal")

    assert "Schritt" not in client.sign_in(cast.zoe).get(f"/plan?removed={item.id}").text


def test_set_budget_lays_the_weeks_out_anew(client, cast, saved):
    saved(steps, cast.ada, 2)
    client.sign_in(cast.ada)

    response = client.post(
        "/plan/budget", data={"weekly_minutes": 30, "version": version(client.application, cast.ada)}
    )

    assert response.status_code == 303
    assert "Next week" in client.get("/plan").text


@pytest.mark.parametrize("minutes", ["14", "1201", "x", ""])
def test_set_budget_says_what_is_possible(client, cast, minutes):
    response = client.sign_in(cast.ada).post("/plan/budget", data={"weekly_minutes": minutes, "version": 0})

    assert response.status_code == 422
    assert "Please check what you entered" in response.text


def test_a_course_page_says_since_when_the_course_is_in_the_plan(app, saved, cast, queries):
    course, other = saved(make.course), saved(make.course)
    saved(actions.add_course, cast.ada, course.id)

    with app.test_request_context("/courses/x", headers=ENGLISH):
        from_now_on(cast.ada)
        queries.clear()
        planned = insets.course_actions(course)
        statements = asked(queries)
        new = insets.course_actions(other)

    assert "In your plan since" in planned
    assert "Add to my plan" in new
    assert len(statements) == 1


def test_an_event_page_offers_to_add_the_event(app, saved, cast):
    event = saved(make.event)

    with app.test_request_context("/events/x", headers=ENGLISH):
        from_now_on(cast.ada)
        shown = insets.event_actions(event)

    assert f'name="event_id" value="{event.id}"' in shown
    assert 'name="next" value="/events/x"' in shown


def from_now_on(person):
    """Let this person be the viewer of the open request."""

    g.viewer = Viewer(person, clock.today())


def test_show_plan_asks_for_a_date_of_a_seminar(client, cast, saved):
    course = saved(make.course, "Seminar", format=Format.SEMINAR, effort_minutes=900)
    item = saved(actions.add_course, cast.ada, course.id)

    page = client.sign_in(cast.ada).get("/plan").text

    assert "Choose a date" in page
    assert f'href="/plan/items/{item.id}/session"' in page
    assert "you will be done" not in page
    assert "planned until" not in page


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"title": "   "}, "Please say in a few words"),
        ({"title": "x" * 201}, "Please say in a few words"),
        ({"minutes": "eins"}, "whole number of minutes from 1 to 3600"),
        ({"minutes": ""}, "whole number of minutes from 1 to 3600"),
        ({"minutes": "0"}, "whole number of minutes from 1 to 3600"),
        ({"due_on": "0001-01-01"}, "Please choose a day from today on"),
        ({"due_on": "9999-12-31"}, "Please choose a day from today on"),
        ({"due_on": "morgen"}, "Please choose a day from today on"),
    ],
)
def test_create_own_step_says_in_one_sentence_what_to_enter(client, cast, typed, sentence):
    response = client.sign_in(cast.ada).post("/plan/own-step", data={"title": "Lesen", "minutes": "30"} | typed)

    assert response.status_code == 422
    assert response.text.count(sentence) == 2
    assert response.text.count('<p class="kern-body">') == 1
    assert titles(client.application, cast.ada) == []


@pytest.mark.parametrize("level", ["9", "4", "0", "-1", "²", "99999999999", "hoch"])
def test_a_step_leads_to_a_level_of_its_competence_and_to_no_other(client, cast, saved, level):
    competence = saved(lambda: make.competence("Im Team arbeiten", make.area(framework=make.framework(levels=3))))

    page = client.sign_in(cast.ada).get("/plan/own-step").text
    typed = {"title": "Üben", "minutes": "30", "competence_id": str(competence.id), "target_level": level}
    refused = client.post("/plan/own-step", data=typed)

    (offered,) = re.findall(r'<select[^>]*name="target_level".*?</select>', page, re.DOTALL)
    assert re.findall(r'value="(\d*)"', offered) == ["", "1", "2", "3"]
    assert refused.status_code == 422
    assert refused.text.count("“Im Team arbeiten” has levels from 1 to 3: please choose one of them.") == 2
    assert titles(client.application, cast.ada) == []


def test_a_level_without_its_competence_is_asked_for_it(client, cast, saved):
    saved(make.competence)

    typed = {"title": "Üben", "minutes": "30", "target_level": "2"}
    refused = client.sign_in(cast.ada).post("/plan/own-step", data=typed)

    assert "Please choose the competence that the level belongs to." in refused.text


def test_where_models_have_scales_of_their_own_each_level_stands_under_its_model(client, cast, saved):
    def fill():
        first, second = make.framework(), make.framework(levels=2)
        make.competence("Beraten", make.area("Reden", first))
        return make.competence("Führen", make.area("Leiten", second))

    saved(fill)

    page = client.sign_in(cast.ada).get("/plan/own-step").text

    (offered,) = re.findall(r'<select[^>]*name="target_level".*?</select>', page, re.DOTALL)
    assert offered.count("<optgroup") == 2
    assert page.count("data-scales") == 1


def test_a_step_of_ones_own_may_have_a_reason_that_can_be_changed(client, cast, saved, app):
    competence = saved(make.competence, "Beraten")
    typed = {"title": "Üben", "minutes": "30", "competence_id": str(competence.id), "target_level": "2"}
    client.sign_in(cast.ada).post("/plan/own-step", data=typed | {"reason": "  Weil der Umzug ansteht. "})

    plan = client.get("/plan").text
    (item,) = set(re.findall(r'href="/plan/items/(\d+)"', plan))
    page = client.get(f"/plan/items/{item}").text
    version = re.search(r'name="version"[^>]*value="(\d+)"', page)[1]
    state = {"priority": "normal", "state": "active", "version": version}
    client.post(f"/plan/items/{item}", data={"title": "Üben", "minutes": "30", "reason": ""} | state)

    assert "Weil der Umzug ansteht." in plan
    assert "For “Beraten”, level 2." in plan
    assert 'value="Weil der Umzug ansteht."' in page
    assert "Weil der Umzug ansteht." not in client.get("/plan").text


def test_the_reason_of_a_template_is_not_the_persons_to_change(client, cast, saved):
    def fill():
        template = make.plan_template()
        make.template_item(template, reason="Damit Sie sich auskennen.")
        actions.assign(template, cast.ada, by=None)

    saved(fill)
    (item,) = set(re.findall(r'href="/plan/items/(\d+)"', client.sign_in(cast.ada).get("/plan").text))

    page = client.get(f"/plan/items/{item}").text

    assert '<p class="lead">Damit Sie sich auskennen.</p>' in page
    assert 'name="reason"' not in page


@pytest.mark.parametrize("count", [1, 3])
def test_below_an_event_the_plan_names_the_parts_of_its_programme_that_were_chosen(client, cast, saved, queries, count):
    def fill():
        day = make.event("Fachtag", in_days=8)
        actions.add_event(cast.ada, day.id)
        for number in range(count):
            part = make.bookable(f"Werkstatt {number}", in_days=8, part_of_id=day.bookable_id, place="Saal 2")
            make.booking(part, cast.ada)
        make.booking(make.bookable("Abgesagt", in_days=8, part_of_id=day.bookable_id), cast.ada, State.CANCELLED)
        make.booking(make.bookable("Für Max", in_days=8, part_of_id=day.bookable_id), cast.max)
        make.booking(make.bookable("Anderswo", in_days=9), cast.ada)

    saved(fill)
    client.sign_in(cast.ada)
    queries.clear()

    page = client.get("/plan").text

    assert [f"Werkstatt {number}</a>, Saal 2" in page for number in range(4)] == [number < count for number in range(4)]
    assert not any(name in page for name in ("Abgesagt", "Für Max", "Anderswo"))
    assert len(asked(queries)) == 6


def test_create_own_step_takes_no_blanks_around_the_title(client, cast):
    client.sign_in(cast.ada).post("/plan/own-step", data={"title": "  Lesen ", "minutes": "30", "due_on": " "})

    assert titles(client.application, cast.ada) == ["Lesen"]


def test_edit_item_keeps_a_day_that_has_passed(client, cast, saved):
    yesterday = clock.today() - dt.timedelta(days=1)
    item = saved(actions.add_own_step, cast.ada, title="Lesen", minutes=10, due_on=yesterday)
    client.sign_in(cast.ada)
    typed = {"title": "Lesen", "minutes": "20", "version": version(client.application, cast.ada)}

    other = client.post(f"/plan/items/{item.id}", data=typed | {"due_on": f"{yesterday - dt.timedelta(days=1)}"})
    same = client.post(f"/plan/items/{item.id}", data=typed | {"due_on": f"{yesterday}"})

    assert (other.status_code, same.status_code) == (422, 303)


def test_edit_item_of_a_step_taken_out_elsewhere_says_so_and_keeps_what_was_typed(client, cast, saved):
    item = saved(actions.add_own_step, cast.ada, title="Lesen", minutes=10)
    client.sign_in(cast.ada).post(f"/plan/items/{item.id}/removal")

    response = client.post(f"/plan/items/{item.id}", data={"title": "Mehr lesen", "minutes": "20", "version": "1"})

    assert response.status_code == 422
    assert "This step has been taken out of your plan" in response.text
    assert 'value="Mehr lesen"' in response.text
    assert 'action="/plan/own-step"' in response.text
    assert f'action="/plan/items/{item.id}/return"' in response.text


def test_edit_item_of_a_course_taken_out_elsewhere_offers_to_put_it_back(client, cast, saved):
    item = saved(lambda: actions.add_course(cast.ada, make.course("Daten").id))
    client.sign_in(cast.ada).post(f"/plan/items/{item.id}/removal")

    response = client.post(f"/plan/items/{item.id}", data={"due_on": "", "version": "1"})

    assert response.status_code == 422
    assert f'action="/plan/items/{item.id}/return"' in response.text


@pytest.mark.parametrize("path", ["place", "completion"])
def test_a_step_taken_out_elsewhere_is_neither_moved_nor_ticked(client, cast, saved, path):
    item = saved(actions.add_own_step, cast.ada, title="Lesen", minutes=10)
    client.sign_in(cast.ada).post(f"/plan/items/{item.id}/removal")

    response = client.post(f"/plan/items/{item.id}/{path}", data={"direction": "up", "version": "1", "done": "y"})

    assert response.status_code == 409
    assert "has been taken out of your plan" in response.text


@pytest.mark.parametrize("minutes", ["14", "1.5", "x", ""])
def test_set_budget_says_in_one_sentence_what_to_enter(client, cast, minutes):
    response = client.sign_in(cast.ada).post("/plan/budget", data={"weekly_minutes": minutes, "version": 0})

    assert response.text.count('<p class="kern-body">') == 1
    assert "Please enter a whole number of minutes from 15 to 1200." in response.text
