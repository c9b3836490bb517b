"""A repair says what it changes in the plan, line by line, and taking it over does just that."""

import re
from html import unescape

import pytest
from sqlalchemy import select

from app import clock
from app.competences import actions as competences
from app.competences.models import Competence
from app.courses.models import Course, Enrolment, Session
from app.courses.rules import Format
from app.db import db
from app.jobs.schedule import HANDLERS
from app.plans import actions, queries
from app.plans.models import PlanItem
from app.plans.rules import ItemKind, ItemState, Priority
from app.tasks import actions as tasks
from tests import make
from tests.plans.test_takeover import PATH, ada, promised, propose, shown, take_over, way

pytestmark = pytest.mark.any_database

__all__ = ["ada", "propose", "take_over"]

LONG = 7 * 60
CHANGES = re.compile(r'id="changes">.*?</section>', re.DOTALL)
WITHOUT_ROOM = re.compile(r'id="without-room">.*?</section>', re.DOTALL)


def seminars(person):
    """A course of an hour, and two seminars of seven."""
    found = [make.competence(f"Kompetenz {number}") for number in range(3)]
    competences.choose_goal(person, make.profile("Lotsin", dict.fromkeys(found, 1)).id)
    make.outcome(make.course("Kurs", effort_minutes=60), found[0], 1)
    for number in (1, 2):
        seminar = make.course(f"Seminar {number}", format=Format.SEMINAR, effort_minutes=LONG)
        make.outcome(seminar, found[number], 1)
        make.session(seminar, in_days=10 + number)


def lines(pattern, page):
    """What stands in the list of a section."""
    (section,) = pattern.findall(page) or [""]
    return [re.sub(r"<[^>]+>", "", line).strip() for line in re.findall(r"<li>(.*?)</li>", section)]


def titles(app, person):
    with app.test_request_context():
        return [step.title for step in queries.open_steps(person.id)]


@pytest.fixture
def cut(ada, saved, propose, take_over):
    """Ada takes a proposal over with much time, does something, and has it repaired with little."""

    def cut(between=None):
        saved(seminars, ada)
        take_over(propose(weekly_minutes="600"))
        if between:
            saved(between)
        return propose(weekly_minutes="15", weeks="10")

    return cut


def item_of(title):
    return db.session.query(PlanItem).filter_by(title=title).one()


def test_what_no_longer_fits_is_named_and_leaves_the_plan_when_the_repair_is_taken_over(client, ada, cut, app):
    page = cut()

    assert "If you take it over, 2 steps of your plan change" in page
    assert lines(CHANGES, page) == ["Seminar 1: leaves your plan (7 h)", "Seminar 2: leaves your plan (7 h)"]
    assert "What is in your plan stays" not in page
    assert "Together 1 h;" in page

    response = client.post(PATH, follow_redirects=True)

    assert titles(app, ada) == ["Kurs"]
    assert "2 steps are no longer in your plan." in response.text
    after = client.get(PATH).text
    assert lines(CHANGES, after) == []
    assert "All of it is in your plan." in after
    assert "If you take it over" not in after


def test_what_has_left_the_plan_can_be_put_back_and_stays_then(client, ada, cut, app, propose):
    cut()
    page = client.post(PATH, follow_redirects=True).text
    client.post(unescape(re.findall(r'action="(/plan/items/\d+/return[^"]*)"', page)[0]))

    again = propose(weekly_minutes="15", weeks="10")

    assert titles(app, ada) == ["Kurs", "Seminar 1"]
    assert lines(CHANGES, again) == []
    assert lines(WITHOUT_ROOM, again) == ["Seminar 1 (7 h)"]


def test_where_nothing_fits_any_more_all_of_it_leaves(client, ada, saved, propose, take_over, app):
    saved(seminars, ada)
    take_over(propose(weekly_minutes="600"))

    cut = propose(weekly_minutes="15", weeks="1")
    assert len(lines(CHANGES, cut)) == 3
    assert "In 1 week with 15 min of learning time no course fits" in cut
    assert 'href="#weekly_minutes"' in cut
    page = client.post(PATH, follow_redirects=True).text

    assert titles(app, ada) == []
    for left in (2, 1, 0):
        back = re.findall(r'action="(/plan/items/\d+/return[^"]*)"', page)
        assert len(back) == left + 1
        page = client.post(unescape(back[0]), follow_redirects=True).text
    assert len(titles(app, ada)) == 3


def begin(ada):
    item = item_of("Seminar 1")
    db.session.add(Enrolment(person_id=ada.id, course_id=item.course_id, begun_at=clock.now()))


def book(ada):
    session = db.session.get_one(Session, item_of("Seminar 1").session_id)
    make.booking(session.bookable, db.session.merge(ada))


def agree(ada):
    item_of("Seminar 1").state = ItemState.AGREED


def note(ada):
    item_of("Seminar 1").note = "Mit Kollegin"


@pytest.mark.parametrize("deed", [begin, book, agree, note])
def test_what_is_begun_booked_agreed_or_written_on_stays_in_the_plan(client, ada, cut, app, deed):
    page = cut(lambda: deed(ada))

    assert lines(CHANGES, page) == ["Seminar 2: leaves your plan (7 h)"]
    assert lines(WITHOUT_ROOM, page) == ["Seminar 1 (7 h)"]
    assert "It takes 7 h together" in page
    client.post(PATH)
    assert titles(app, ada) == ["Kurs", "Seminar 1"]


def test_what_was_planned_by_hand_stays_and_is_named_as_without_room(client, ada, saved, propose, take_over, app):
    def fill():
        seminars(ada)
        actions.add_course(ada, db.session.query(Course).filter_by(title="Seminar 2").one().id)

    saved(fill)
    take_over(propose(weekly_minutes="600"))

    page = propose(weekly_minutes="15", weeks="10")

    assert lines(CHANGES, page) == ["Seminar 1: leaves your plan (7 h)"]
    assert lines(WITHOUT_ROOM, page) == ["Seminar 2 (7 h)"]
    client.post(PATH)
    assert sorted(titles(app, ada)) == ["Kurs", "Seminar 2"]


def leave_out(client, app, title):
    """Leave a course out by its button, and let the proposal be made anew."""
    with app.app_context():
        course = db.session.scalars(select(Course.id).where(Course.title == title)).one()
    client.post(f"{PATH}/pins", data={"course_id": course, "pin": "drop"})
    with app.app_context():
        tasks.work_off(HANDLERS)
    return client.get(PATH).text


@pytest.fixture
def assigned(ada, saved):
    """Ada has a template with the first two courses, and a step of her own."""

    def fill():
        way(ada, 60, 90, 120)
        template = make.plan_template()
        for slug in ("kurs-0", "kurs-1"):
            course = db.session.scalars(select(Course).where(Course.slug == slug)).one()
            make.template_item(template, course.title, kind=ItemKind.COURSE, course_id=course.id)
        actions.assign(template, ada, by=None)
        actions.add_own_step(ada, title="Lesen", minutes=60)

    saved(fill)


def test_what_is_left_out_of_the_proposal_leaves_the_plan_although_a_template_put_it_there(
    client, ada, assigned, propose, take_over, app
):
    propose()

    page = leave_out(client, app, "Kurs 1")

    assert lines(CHANGES, page) == [
        "Kurs 1: leaves your plan (1 h 30 min), because you left it out",
        "Kurs 2: comes into your plan (2 h)",
    ]
    assert "What leaves your plan you can put back for a day." in page
    assert lines(WITHOUT_ROOM, page) == []
    with app.test_request_context():
        promise = promised(ada)
    after = take_over(page)
    plan = client.get(after.location).text
    assert "“Kurs 1” is no longer in your plan." in plan
    assert sorted(titles(app, ada)) == ["Kurs 0", "Kurs 2", "Lesen"]
    with app.test_request_context():
        weeks = shown(ada)
    assert {title: weeks[title] for title in promise} == promise
    now = client.get(PATH).text
    assert "All of it is in your plan." in now
    assert "You left out" in now


def test_what_is_left_out_leaves_also_where_nothing_comes_instead(client, ada, assigned, propose, take_over, app):
    take_over(propose())

    leave_out(client, app, "Kurs 0")
    client.post(PATH)

    assert sorted(titles(app, ada)) == ["Kurs 1", "Kurs 2", "Lesen"]


@pytest.mark.parametrize("way_back", ["put it back", "add it"])
def test_what_was_left_out_and_comes_back_into_the_plan_is_wanted_again(
    client, ada, assigned, propose, take_over, app, way_back
):
    propose()
    page = client.get(take_over(leave_out(client, app, "Kurs 1")).location).text
    if way_back == "put it back":
        client.post(unescape(re.findall(r'action="(/plan/items/\d+/return[^"]*)"', page)[0]))
    else:
        with app.app_context():
            course = db.session.scalars(select(Course.id).where(Course.title == "Kurs 1")).one()
        client.post("/plan/items", data={"course_id": course})

    again = propose()

    assert "You left out" not in again
    assert lines(CHANGES, again) == []
    assert "Kurs 1" in titles(app, ada)
    assert "All of it is in your plan." in again


def test_whoever_leaves_out_a_seminar_with_a_seat_is_told_that_the_seat_stays(client, ada, cut, app):
    cut(lambda: book(ada))

    page = leave_out(client, app, "Seminar 1")

    assert "Seminar 1: leaves your plan (7 h), because you left it out; you keep your seat until you give it back" in (
        lines(CHANGES, page)
    )


def test_starting_afresh_what_only_a_proposal_has_planned_may_leave_and_what_was_planned_by_hand_stays(
    client, ada, saved, propose, take_over, app
):
    def fill():
        seminars(ada)
        actions.add_course(ada, db.session.query(Course).filter_by(title="Seminar 2").one().id)

    saved(fill)
    take_over(propose(weekly_minutes="600"))

    page = propose(weekly_minutes="15", weeks="10", afresh="y")

    assert "As little as possible" not in page
    assert "If you take it over, 1 step of your plan changes" in page
    assert lines(CHANGES, page) == ["Seminar 1: leaves your plan (7 h)"]
    assert lines(WITHOUT_ROOM, page) == ["Seminar 2 (7 h)"]
    assert "“Seminar 1” is no longer in your plan." in client.post(PATH, follow_redirects=True).text
    assert sorted(titles(app, ada)) == ["Kurs", "Seminar 2"]


def test_starting_afresh_towards_another_goal_what_brings_nothing_there_leaves(
    client, ada, saved, propose, take_over, app
):
    def turn_elsewhere():
        target = make.competence("Neues")
        make.outcome(make.course("Neuer Kurs", effort_minutes=30), target, 1)
        competences.choose_goal(db.session.merge(ada), make.profile("Neu", {target: 1}).id)

    saved(way, ada, 50, 45)
    take_over(propose())
    saved(turn_elsewhere)

    take_over(propose(afresh="y"))

    assert titles(app, ada) == ["Neuer Kurs"]


@pytest.mark.parametrize("deed", [begin, book, agree, note])
def test_starting_afresh_takes_nothing_that_is_begun_booked_agreed_or_written_on(
    client, ada, saved, propose, take_over, app, deed
):
    saved(seminars, ada)
    take_over(propose(weekly_minutes="600"))
    saved(lambda: deed(ada))

    page = propose(weekly_minutes="15", weeks="10", afresh="y")

    assert lines(CHANGES, page) == ["Seminar 2: leaves your plan (7 h)"]


def test_starting_afresh_a_date_of_a_proposal_may_move_and_one_that_was_chosen_stays(
    client, ada, saved, propose, take_over
):
    session = saved(way, ada, seminar_in=(24,))
    take_over(propose())
    sooner = saved(lambda: make.session(db.session.merge(session).course, in_days=10))

    assert f"/sessions/{sooner.id}" in propose(afresh="y")
    saved(lambda: setattr(item_of("Seminar"), "priority", Priority.HIGH))
    assert f"/sessions/{session.id}" in propose(afresh="y")


def test_starting_afresh_twice_still_knows_who_planned_what(client, ada, saved, propose, take_over):
    saved(seminars, ada)
    take_over(propose(weekly_minutes="600"))
    propose(weekly_minutes="600", afresh="y")

    page = propose(weekly_minutes="15", weeks="10", afresh="y")

    assert len(lines(CHANGES, page)) == 2


def test_what_comes_in_and_what_is_moved_is_named(client, ada, saved, propose, take_over):
    session = saved(way, ada, 50, seminar_in=(24,))
    take_over(propose())

    def change():
        found = db.session.merge(session)
        found.bookable.cancelled_at = clock.now()
        make.session(found.course, in_days=40)
        target = make.competence("Neues")
        make.outcome(make.course("Neuer Kurs", effort_minutes=30), target, 1)
        wanted = dict.fromkeys(db.session.scalars(select(Competence)), 1)
        competences.choose_goal(db.session.merge(ada), make.profile("Mehr", wanted).id)

    saved(change)

    moved, new = lines(CHANGES, propose())
    assert moved.startswith("Seminar: its date is now ")
    assert new == "Neuer Kurs: comes into your plan (30 min)"


def test_when_the_goal_has_changed_the_page_says_why_it_shows_no_steps(client, ada, saved, propose, take_over):
    saved(way, ada, 50, 45)
    take_over(propose())
    saved(lambda: competences.choose_goal(db.session.merge(ada), make.profile("Neu", {make.competence("X"): 2}).id))

    page, plan = client.get(PATH).text, client.get("/plan").text

    assert "Something has changed since you took the proposal over." in plan
    assert ("Adapt the proposal" in plan, page.count("Adapt the proposal")) == (True, 1)
    assert "Your goal asks for other competences now" in page
    assert "Make a proposal" not in page


def test_a_course_that_is_kept_and_brings_nothing_says_that_it_is_kept(client, ada, saved, propose):
    def fill():
        way(ada, 50)
        course = make.course("Anderes")
        actions.pin(ada, course_id=course.id, pin="keep")

    saved(fill)

    page = propose()

    assert "It stays because you want to keep it." in page
    assert "because it is in your plan" not in page
