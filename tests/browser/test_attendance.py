"""A seminar that is over: the plan asks, a click says yes, the level rises; and it can be taken back."""

import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from app.courses.models import Course
from app.courses.rules import Format
from app.db import db
from app.people.models import Person
from app.plans.actions import add_course
from tests import make
from tests.browser.faults import AT_EACH_WIDTH, faults_of
from tests.browser.script import WITH_SCRIPT_LATER_WITHOUT


@pytest.fixture
def attended(site):
    """The new employee had a seat at a date where nobody noted who was there: its course, in their plan, one level."""
    with site.app.test_request_context():
        person = db.session.scalars(select(Person).where(Person.email == "beschaeftigte@stadt.example")).one()
        seminars = select(Course).join(Course.outcomes).where(Course.format == Format.SEMINAR).order_by(Course.id)
        course = db.session.scalars(seminars).first()
        make.booking(make.past_session(course).bookable, person)
        add_course(person, course.id)
        found = course.title, course.slug, course.outcomes[0].competence.key
        db.session.commit()
    return found


@WITH_SCRIPT_LATER_WITHOUT
def test_an_employee_says_that_they_took_part_and_takes_it_back(open_page, sign_in, attended, script):
    title, slug, competence = attended
    page = sign_in(open_page(script=script), "beschaeftigte")
    page.goto("/plan")
    section = page.get_by_role("region", name="Over by now")
    expect(section.get_by_text("did you take part?")).to_be_visible()

    section.get_by_role("button", name="I took part").click()

    expect(page.get_by_text(f"“{title}” is completed.")).to_be_visible()
    expect(page.get_by_role("region", name="Over by now")).to_have_count(0)
    page.goto(f"/competences/{competence}")
    expect(page.get_by_text("You took part in").first).to_be_visible()

    page.goto(f"/courses/{slug}")
    page.get_by_role("button", name="Take this back").click()

    expect(page.get_by_text("did you take part?")).to_be_visible()


@AT_EACH_WIDTH
@pytest.mark.parametrize("path", ["/plan", "/courses/{slug}"])
def test_the_question_is_accessible_and_fits_the_window(open_page, sign_in, attended, path, width):
    _, slug, _ = attended
    page = sign_in(open_page(width=width), "beschaeftigte")
    page.goto(path.format(slug=slug))
    expect(page.get_by_text("did you take part?")).to_be_visible()

    assert faults_of(page) == []
