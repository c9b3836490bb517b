"""The start page: what is next, what waits, and nothing else."""

import datetime as dt
import re

import pytest
import time_machine

from app import clock
from app.bookings.models import Offer
from app.bookings.rules import Mode, State
from app.competences import actions as competences
from app.courses import actions as courses
from app.courses.rules import Format
from app.db import db
from app.plans import actions as plans
from tests import make

pytestmark = pytest.mark.any_database

WEDNESDAY = dt.datetime(2026, 11, 25, 9, 0, tzinfo=dt.UTC)


def _begun_course(person, title="Daten verstehen", minutes=5):
    course = make.course(title)
    make.course_unit(course, "Erst die Frage", minutes=minutes)
    courses.begin(course, person)
    return course


def _offered(person, title="Konferenz"):
    booking = make.booking(make.bookable(title, seats=1), person, State.OFFERED)
    now = clock.now()
    make._save(Offer(booking=booking, made_at=now, expires_at=now + dt.timedelta(hours=48)))


def test_a_new_person_is_shown_three_first_steps(client, cast):
    page = client.sign_in(cast.ada).get("/").text

    assert "Drei Schritte für den Anfang" in page
    assert 'href="/competences/goal"' in page


def _primary(page):
    """What the one loud button of the page leads to."""
    return re.findall(r'<a href="([^"]*)" class="kern-btn kern-btn--primary', page)


def _choose_goal_and_assess(person, *, assessed):
    competence = make.competence()
    competences.choose_goal(person, make.profile(targets={competence: 3}).id)
    if assessed:
        make.statement(person, competence, 1)


@pytest.mark.parametrize(
    ("assessed", "done", "next_step"), [(False, 1, "/competences/self-assessment"), (True, 2, "/plan/proposal")]
)
def test_first_steps_that_are_done_say_so_and_the_next_one_has_the_button(
    client, cast, saved, assessed, done, next_step
):
    saved(_choose_goal_and_assess, cast.ada, assessed=assessed)

    page = client.sign_in(cast.ada).get("/").text

    assert page.count("Erledigt") == done
    assert _primary(page) == [next_step]


def test_a_plan_begins_with_what_can_be_done_this_week_not_with_a_seminar_without_a_date(client, cast, saved):
    seminar = saved(make.course, "Veränderungen gestalten", format=Format.SEMINAR, effort_minutes=840)
    course = saved(make.course, "Barrierefreie Dokumente", effort_minutes=45)
    for one in (seminar, course):
        saved(lambda one: plans.add_course(cast.ada, one.id), one)

    with time_machine.travel(WEDNESDAY, tick=False):
        page = client.sign_in(cast.ada).get("/").text

    assert "Als Nächstes lernen" in page
    assert "45\xa0Min." in page.split("Für diese Woche geplant:")[1][:20]
    assert page.index("Barrierefreie Dokumente") < page.index("Veränderungen gestalten")
    assert _primary(page) == [f"/courses/{course.slug}"]


def test_the_start_page_says_how_many_steps_it_leaves_out_and_which_day_has_passed(client, cast, saved):
    with time_machine.travel(WEDNESDAY, tick=False):
        for days in (-1, 2, 3, 4, 5):
            due_on = clock.today() + dt.timedelta(days=days)
            saved(lambda day: plans.add_own_step(cast.ada, title="Ein Schritt", minutes=5, due_on=day), due_on)

        page = client.sign_in(cast.ada).get("/").text

    assert "war geplant bis 24.11.2026" in page
    assert page.count("Ein Schritt") == 3
    assert "2 weitere Schritte in Ihrem Plan" in page


def test_buttons_with_one_word_say_what_they_answer(client, cast, saved):
    for title in ("Konferenz", "IT-Café"):
        saved(_offered, cast.ada, title)

    page = client.sign_in(cast.ada).get("/").text

    for title in ("Konferenz", "IT-Café"):
        assert re.search(rf'<span class="kern-sr-only">: [^<]*{title}</span>', page)


def test_who_has_done_everything_in_the_plan_is_not_new(client, cast, saved):
    saved(lambda: plans.tick(plans.add_own_step(cast.ada, title="Üben", minutes=30)))

    page = client.sign_in(cast.ada).get("/").text

    assert "In Ihrem Plan ist alles erledigt." in page
    assert "Drei Schritte für den Anfang" not in page


def test_whoever_has_begun_a_course_goes_on_with_one_click(client, cast, saved):
    course = saved(_begun_course, cast.ada)

    page = client.sign_in(cast.ada).get("/").text

    assert f'href="/courses/{course.slug}/units/' in page
    assert "Drei Schritte für den Anfang" not in page


def test_an_offered_seat_waits_on_top_with_its_deadline(client, cast, saved):
    saved(_offered, cast.ada)

    page = client.sign_in(cast.ada).get("/").text

    assert page.index("Wartet auf Sie") < page.index("Konferenz") < page.index("Ihre nächsten Termine")


def test_a_leader_is_told_of_requests_and_others_are_not(client, cast, saved):
    saved(lambda: make.booking(make.bookable(mode=Mode.APPROVAL), cast.ada, State.REQUESTED))

    assert 'href="/team/approvals"' in client.sign_in(cast.max).get("/").text
    assert 'href="/team/approvals"' not in client.sign_in(cast.zoe).get("/").text


def test_fifteen_minutes_find_a_unit_that_fits_and_five_do_not(client, cast, saved):
    course = saved(_begun_course, cast.ada, minutes=12)
    client.sign_in(cast.ada)

    assert f'href="/courses/{course.slug}/units/' in client.get("/?minutes=15").text.split('id="minutes"')[1]
    assert f'href="/courses/{course.slug}/units/' not in client.get("/?minutes=5").text.split('id="minutes"')[1]


def test_a_seat_that_a_colleague_offers_and_a_team_that_asks_wait_on_the_start_page_until_they_are_answered(
    client, cast, saved
):
    assert "bietet Ihnen einen Platz an" not in client.sign_in(cast.ada).get("/").text
    seat = saved(lambda: make.handover(make.booking(make.bookable("Konferenz"), cast.max), cast.ada))
    member = saved(lambda: make.panel_member(make.panel(cast.lin), cast.ada))

    page = client.get("/").text
    others = client.sign_in(cast.zoe).get("/").text
    client.sign_in(cast.ada).post(f"/handovers/{seat.id}/refusal")
    saved(lambda: setattr(db.session.merge(member), "accepted_at", clock.now()))
    after = client.get("/").text

    sentences = "bietet Ihnen einen Platz an", "Machen Sie mit?"
    assert [one in page for one in sentences] == [True, True]
    assert [one in text for one in sentences for text in (others, after)] == [False] * 4


def test_nobody_elses_learning_or_dates_are_shown(client, cast, saved):
    saved(_begun_course, cast.ada, "Nur für Ada")
    saved(_offered, cast.ada, "Adas Konferenz")

    page = client.sign_in(cast.zoe).get("/").text

    assert "Nur für Ada" not in page
    assert "Adas Konferenz" not in page


@pytest.mark.parametrize("rows", [1, 3])
def test_the_start_page_asks_the_database_the_same_few_questions(client, cast, saved, queries, rows):
    for _ in range(rows):
        saved(_begun_course, cast.ada)
        saved(_offered, cast.ada)
    client.sign_in(cast.ada)
    queries.clear()

    client.get("/")

    assert len([asked for asked in queries if asked != "BEGIN"]) == 8
