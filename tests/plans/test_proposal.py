"""The proposal, from asking for it to taking it over: as a task, in words, with pins, alternatives and repairs."""

import re

import pytest
from sqlalchemy import select

from app import clock
from app.competences import actions as competences
from app.competences.models import Competence
from app.courses.rules import Format
from app.db import db
from app.jobs.schedule import HANDLERS
from app.plans import actions
from app.plans.models import Proposal
from app.tasks import actions as tasks
from tests import make
from tests.plans.test_views import asked, goal, titles

pytestmark = pytest.mark.any_database

TIME = {"weekly_minutes": "60", "weeks": "26"}
PATH = "/plan/proposal"


@pytest.fixture
def work_off(app):
    def work_off():
        with app.app_context():
            return tasks.work_off(HANDLERS)

    return work_off


@pytest.fixture
def propose(client, work_off):
    """Ada asks for a proposal, the jobs process makes it, and she looks at it."""

    def propose(**typed):
        response = client.post(f"{PATH}/calculation", data=TIME | typed)
        assert response.status_code == 303
        assert work_off() == 1
        return client.get(PATH).text

    return propose


@pytest.fixture
def ada(client, cast):
    client.sign_in(cast.ada)
    return cast.ada


def two_ways(person):
    """Two courses lead to the goal: a short one, and a long one."""
    competence = make.competence("Beraten")
    competences.choose_goal(person, make.profile("Lotsin", {competence: 2}).id)
    short, long = make.course("Kurzer Kurs", effort_minutes=30), make.course("Langer Kurs", effort_minutes=90)
    for course in (short, long):
        make.outcome(course, competence)
    return short, long


def steps(page):
    """The titles of the steps, in order."""
    return re.findall(r'<h3 class="line__title"><a [^>]+>([^<]+)</a>', page)


def test_before_the_first_proposal_the_page_asks_how_much_time_there_is(client, ada, saved):
    saved(goal, ada)

    page = client.get(PATH).text

    assert "How much time do you have?" in page
    assert 'value="60"' in page
    assert 'value="26"' in page


def test_while_it_is_made_the_page_says_how_far_it_is_and_can_be_left(client, ada, saved):
    saved(goal, ada)
    client.post(f"{PATH}/calculation", data=TIME)

    page = client.get(PATH)
    fragment = client.get(PATH, headers={"HX-Request": "true"})

    assert "You can leave this page" in page.text
    assert 'data-hx-get="/plan/proposal"' in fragment.text
    assert "<h1" not in fragment.text


def test_the_proposal_takes_the_shorter_way_and_says_why(saved, ada, propose):
    saved(two_ways, ada)

    page = propose()

    assert steps(page) == ["Kurzer Kurs"]
    assert "Brings “Beraten” to level 2 (none is known yet); your goal asks for 2." in page
    assert "1 step brings you from 0 to 100 per cent of your goal Lotsin." in page
    assert "No other plan brings you further" in page
    assert "No person is scored or ranked." in page


@pytest.mark.parametrize(
    ("result", "sentence"),
    [
        ({"levels": 1, "bound": 2}, "Perhaps one brings you to 100 per cent; none brings you further."),
        ({"bound": 2}, "No other plan brings you further in this time. Perhaps one takes less"),
        ({"is_repair": True}, "Little of what you took over changes. Perhaps even less would do"),
    ],
)
def test_a_search_that_ended_before_its_proof_says_what_a_better_plan_could_bring(
    client, ada, saved, propose, result, sentence
):
    saved(two_ways, ada)
    propose()

    saved(lambda: _without_proof(result))
    page = client.get(PATH).text

    assert sentence in " ".join(page.split())
    assert "none as far in less" not in page
    assert "As little as possible" not in page


def _without_proof(other):
    """The stored proposal as a search leaves it whose time has run out."""
    proposal = db.session.scalars(select(Proposal)).one()
    levels = [[one, other.get("levels", level)] for one, level in proposal.result["levels"]]
    proposal.result = proposal.result | other | {"levels": levels, "is_proven": False}
    return proposal


@pytest.mark.parametrize("offers", [1, 3])
def test_show_proposal_asks_the_database_the_same_few_questions(client, ada, saved, propose, queries, offers):
    saved(goal, ada, offers)
    propose()
    queries.clear()

    page = client.get(PATH)

    assert len(steps(page.text)) == offers
    assert len(asked(queries)) <= 12


def test_a_course_that_was_left_out_stays_out_until_it_is_allowed_again(client, ada, saved, propose, work_off):
    short, _ = saved(two_ways, ada)
    propose()

    client.post(f"{PATH}/pins", data={"course_id": short.id, "pin": "drop"})
    work_off()
    without = client.get(PATH).text
    client.post(f"{PATH}/pins", data={"course_id": short.id, "pin": ""})
    work_off()

    assert steps(without) == ["Langer Kurs"]
    assert "You left out" in without
    assert steps(client.get(PATH).text) == ["Kurzer Kurs"]


def test_a_course_that_is_kept_is_in_the_proposal_even_if_a_shorter_one_would_do(client, ada, saved, propose, work_off):
    _, long = saved(two_ways, ada)
    propose()

    client.post(f"{PATH}/pins", data={"course_id": long.id, "pin": "keep"})
    work_off()

    assert steps(client.get(PATH).text) == ["Langer Kurs"]
    assert "You keep it" in client.get(PATH).text


def test_what_is_kept_but_does_not_fit_is_said_and_can_be_released(client, ada, saved, propose):
    _, long = saved(two_ways, ada)
    saved(actions.pin, ada, course_id=long.id, pin="keep")

    with_task = client.post(f"{PATH}/calculation", data=TIME | {"weekly_minutes": "15", "weeks": "2"})
    with client.application.app_context():
        tasks.work_off(HANDLERS)

    page = client.get(PATH).text
    assert with_task.status_code == 303
    assert "there is no plan that fits" in page
    assert "Don’t insist" in page


@pytest.mark.parametrize(
    ("path", "typed"), [("pins", {"pin": "keep"}), ("pins", {"pin": "drop"}), ("alternatives", {})]
)
def test_what_is_said_of_a_course_leads_back_to_it(client, ada, saved, propose, work_off, path, typed):
    short, _ = saved(two_ways, ada)
    propose()

    sent = client.post(f"{PATH}/{path}", data={"course_id": short.id, **typed})
    waiting = client.get(sent.location).text
    work_off()

    assert sent.location == f"{PATH}?course={short.id}#course-{short.id}"
    assert f'data-hx-get="{PATH}?course={short.id}"' in waiting
    assert f'href="{PATH}?course={short.id}&amp;again=1#course-{short.id}"' in waiting
    assert f'id="course-{short.id}" tabindex="-1" data-focus' in client.get(sent.location).text


def test_the_link_to_look_again_is_another_address_each_time(client, ada, saved, propose):
    """A browser that is sent to where it is already, with an anchor, scrolls and asks for nothing."""
    short, _ = saved(two_ways, ada)
    propose()
    client.post(f"{PATH}/alternatives", data={"course_id": short.id})

    again = client.get(f"{PATH}?course={short.id}&again=1").text

    assert f'href="{PATH}?course={short.id}#course-{short.id}"' in again


def test_the_alternative_says_what_comes_instead_and_what_it_costs_more(client, ada, saved, propose, work_off):
    short, _ = saved(two_ways, ada)
    propose()

    client.post(f"{PATH}/alternatives", data={"course_id": short.id})
    work_off()

    page = client.get(PATH).text
    assert "Instead: Langer Kurs." in page
    assert "You would come as far." in page
    assert "It would take 1 h more." in page
    assert steps(page) == ["Kurzer Kurs"]


def test_the_alternative_names_what_goes_as_well_and_what_stays_open(client, ada, saved, propose, work_off):
    def fill():
        talk, count = make.competence("Beraten"), make.competence("Auswerten")
        competences.choose_goal(ada, make.profile("Lotsin", {talk: 2, count: 3}).id)
        competences.assess(ada, {count.id: 1})
        first = make.course("Daten lesen", effort_minutes=30)
        make.outcome(first, count, 2)
        then = make.course("Daten deuten", effort_minutes=60)
        make.outcome(then, count, 3, from_level=2)
        make.outcome(make.course("Reden", effort_minutes=20), talk)
        return first

    first = saved(fill)
    propose()

    client.post(f"{PATH}/alternatives", data={"course_id": first.id})
    work_off()

    page = client.get(PATH).text
    assert "Nothing would come instead." in page
    assert "This would go as well: Daten deuten." in page
    assert "2 more levels of your goal would stay open." in page
    assert "Further from your goal: “Auswerten” (level 1 instead of 3)." in page
    assert "Closer to your goal" not in page


def test_what_nobody_has_said_anything_about_is_no_level_and_the_page_says_how_it_counts(client, ada, saved, propose):
    def fill():
        known, unknown, beyond = (make.competence(one) for one in ("Beraten", "Auswerten", "Führen"))
        competences.choose_goal(ada, make.profile("Lotsin", dict.fromkeys((known, unknown, beyond), 2)).id)
        competences.assess(ada, {known.id: 0})
        for one in (known, unknown):
            make.outcome(make.course(f"Kurs {one.title}"), one)

    saved(fill)
    page = propose()

    assert "Brings “Beraten” from level 0 to 2; your goal asks for 2." in page
    assert "Brings “Auswerten” to level 2 (none is known yet); your goal asks for 2." in page
    assert page.count('<span class="kern-sr-only">no level yet</span>') == 2
    assert "nobody has said anything about it yet, so the proposal counts it as level 0" in page
    assert "no level yet, your goal asks for 2" in page


def test_where_all_levels_are_known_nothing_is_said_of_unknown_ones(client, ada, saved, propose):
    _, _ = saved(two_ways, ada)
    saved(lambda: competences.assess(ada, {db.session.scalars(select(Competence.id)).one(): 1}))

    page = propose()

    assert "nobody has said anything about it yet" not in page


@pytest.mark.parametrize("name", ["Beraten", "Auswerten"])
def test_with_too_little_time_what_is_important_for_the_goal_comes_first_and_is_called_so(
    client, ada, saved, propose, work_off, name
):
    def one_of_two():
        found = {title: make.competence(title) for title in ("Beraten", "Auswerten")}
        profile = make.profile("Lotsin", dict.fromkeys(found.values(), 2), important=(found[name],))
        competences.choose_goal(ada, profile.id)
        courses = {title: make.course(f"Kurs {title}", effort_minutes=60) for title in found}
        for title, course in courses.items():
            make.outcome(course, found[title])
        return courses[name]

    course = saved(one_of_two)

    page = propose(weeks="1", weekly_minutes="60")

    assert steps(page) == [f"Kurs {name}"]
    assert "your goal asks for 2, and it is important there" in page
    assert "from 0 to 67 per cent" in page
    assert page.count("important for your goal") >= 1
    client.post(f"{PATH}/alternatives", data={"course_id": course.id})
    work_off()
    assert "as many levels further, but less far in what is important" in client.get(PATH).text


def test_a_proposal_says_when_something_has_changed_since(client, ada, saved, propose):
    short, _ = saved(two_ways, ada)
    fresh = propose()

    saved(lambda: setattr(db.session.merge(short), "retired_at", clock.now()))

    assert "Something has changed" not in fresh
    assert "Something has changed" in client.get(PATH).text


def test_what_can_be_no_part_of_the_plan_does_not_outdate_it(client, ada, saved, propose):
    saved(two_ways, ada)
    propose()

    saved(lambda: make.outcome(make.course("Anderes"), make.competence("Fliegen")))

    assert "Something has changed" not in client.get(PATH).text


def test_accept_proposal_takes_over_what_is_ticked_with_its_reasons(client, ada, saved, propose, app):
    saved(goal, ada, 2)
    ticked = re.findall(r'type="checkbox" value="(\d+)"', propose())

    response = client.post(PATH, data={"courses": ticked[:1]}, follow_redirects=True)

    assert "1 step is in your plan now." in response.text
    assert len(titles(app, ada)) == 1
    assert "your goal asks for 2." in response.text


def test_accepting_twice_adds_nothing_twice(client, ada, saved, propose, app):
    saved(goal, ada, 2)
    ticked = re.findall(r'type="checkbox" value="(\d+)"', propose())

    client.post(PATH, data={"courses": ticked})
    client.post(PATH, data={"courses": ticked})

    assert len(titles(app, ada)) == 2


def test_accept_proposal_without_a_tick_says_so(client, ada, saved):
    saved(goal, ada)

    assert "Nothing was ticked" in client.post(PATH, follow_redirects=True).text


@pytest.mark.parametrize("junk", ["x", "-1", "9" * 40])
def test_accept_proposal_bears_nonsense(client, ada, saved, junk, propose, app):
    saved(goal, ada)
    propose()

    assert client.post(PATH, data={"courses": junk}).status_code == 303
    assert titles(app, ada) == []


@pytest.mark.parametrize("path", ["pins", "alternatives"])
@pytest.mark.parametrize("junk", ["x", "-1", "9" * 40, ""])
def test_buttons_bear_nonsense(client, ada, path, junk):
    assert client.post(f"{PATH}/{path}", data={"course_id": junk, "pin": "keep"}).status_code == 400


def test_calculate_proposal_shows_the_form_again_with_what_was_typed(client, ada, saved):
    saved(goal, ada)

    response = client.post(f"{PATH}/calculation", data={"weekly_minutes": "7", "weeks": "99"})

    assert response.status_code == 422
    assert 'value="7"' in response.text
    assert "from 1 to 52" in response.text


def seminar_and_more(person):
    """A seminar with two dates and a course, each for a competence; another course would do for the second too."""
    one, two = make.competence("Eins"), make.competence("Zwei")
    competences.choose_goal(person, make.profile("Lotsin", {one: 2, two: 2}).id)
    seminar = make.course("Seminar", format=Format.SEMINAR, effort_minutes=120)
    make.outcome(seminar, one)
    dates = [make.session(seminar, in_days=days) for days in (30, 60)]
    make.outcome(make.course("Kurs", effort_minutes=45), two)
    return seminar, dates


def test_a_seminar_comes_with_a_date_that_has_a_free_seat(client, ada, saved, propose):
    saved(seminar_and_more, ada)

    assert "Date with a free seat:" in propose()


def test_when_the_seminar_is_called_off_the_repair_moves_it_and_leaves_the_rest(client, ada, saved, propose):
    _, dates = saved(seminar_and_more, ada)
    page = propose()
    client.post(PATH, data={"courses": re.findall(r'type="checkbox" value="(\d+)"', page)})
    saved(lambda: setattr(db.session.merge(dates[0].bookable), "cancelled_at", clock.now()))
    saved(lambda: make.outcome(make.course("Kürzer", effort_minutes=15), make.competence("Drei")))
    stale = client.get(PATH).text

    repaired = propose()

    assert "as little as possible of what you took over changes" in stale
    assert sorted(steps(repaired)) == ["Kurs", "Seminar"]
    assert "If you take it over, 1 step of your plan changes" in repaired
    assert f"/sessions/{dates[1].id}" in repaired


def test_starting_afresh_forgets_what_was_taken_over(client, ada, saved, propose):
    saved(seminar_and_more, ada)
    client.post(PATH, data={"courses": re.findall(r'type="checkbox" value="(\d+)"', propose())})

    assert "As little as possible of what you took over changes." in propose()
    assert "As little as possible" not in propose(afresh="y")


def test_a_date_that_the_person_has_claimed_is_taken(client, ada, saved, propose):
    _, dates = saved(seminar_and_more, ada)
    saved(lambda: make.booking(db.session.merge(dates[1].bookable), db.session.merge(ada)))

    assert "Your date:" in propose()


@pytest.mark.parametrize(
    ("weeks", "time"),
    [("1", "In 1 week with 15 min of learning time"), ("2", "In 2 weeks with 15 min of learning time each")],
)
def test_where_no_course_fits_into_the_time_the_headline_names_it_and_leads_to_the_fields(
    client, ada, saved, propose, weeks, time
):
    saved(lambda: (two_ways(ada), actions.add_own_step(ada, title="Üben", minutes=30)))

    page = propose(weeks=weeks, weekly_minutes="15")

    assert f"{time} no course fits that brings you closer to your goal Lotsin." in page
    assert "no further course to propose" not in page
    assert "Your other steps, together 30 min" in page
    assert '<a href="#weekly_minutes" class="kern-btn kern-btn--primary">' in page
    assert 'id="weekly_minutes"' in page
    assert "Before and after" not in page
    assert steps(propose(weeks="8", weekly_minutes="15")) == ["Kurzer Kurs"]


def test_where_no_course_leads_to_the_goal_more_time_is_not_what_is_missing(client, ada, saved, propose):
    def without_courses():
        competences.choose_goal(ada, make.profile("Lotsin", {make.competence(): 2}).id)

    saved(without_courses)

    page = propose(weeks="1", weekly_minutes="15")

    assert "At present there is no further course to propose for your goal Lotsin." in page
    assert "no course fits" not in page
    assert "#weekly_minutes" not in page


def test_what_stays_open_says_why(client, ada, saved, propose):
    def open_ends():
        found = {title: make.competence(title) for title in ("Zeit", "Voll", "Aufbau", "Nichts")}
        competences.choose_goal(ada, make.profile("Lotsin", dict.fromkeys(found.values(), 3)).id)
        make.outcome(make.course("Lang", effort_minutes=3000), found["Zeit"], 3)
        full = make.course("Ausgebucht", format=Format.SEMINAR, effort_minutes=60)
        make.outcome(full, found["Voll"], 3)
        make.session(full, seats=0, in_days=20)
        make.outcome(make.course("Digital beraten"), found["Aufbau"], 3, 1)

    saved(open_ends)

    page = propose(weeks="2")

    assert "more weeks would help, more minutes a week alone would not" in page
    assert "no date with a free seat" in page
    assert "Builds on level 1:" in page
    assert "no further course for this" in page


def test_the_goal_and_what_is_reached_decide_whether_there_is_anything_to_propose(client, ada, saved):
    assert "A proposal needs a goal." in client.get(PATH).text
    (competence,) = saved(goal, ada)
    saved(competences.assess, ada, {competence.id: 3})

    assert "You have reached your goal Lotsin." in client.get(PATH).text


def test_a_proposal_without_a_goal_fails_with_a_sentence(client, ada, work_off):
    client.post(f"{PATH}/calculation", data=TIME)
    work_off()

    assert "A proposal needs a goal." in client.get(PATH).text


def test_nobody_sees_the_proposal_of_somebody_else(client, cast, saved, propose):
    client.sign_in(cast.ada)
    saved(two_ways, cast.ada)
    assert "Kurzer Kurs" in propose()

    assert "Kurzer Kurs" not in client.sign_in(cast.zoe).get(PATH).text


def test_the_steps_of_the_plan_stay_in_the_proposal(client, ada, saved, propose):
    _, long = saved(two_ways, ada)
    saved(actions.add_course, ada, long.id)

    page = propose()

    assert steps(page) == ["Langer Kurs"]
    assert "In your plan" in page
    assert 'type="checkbox" value=' not in page
