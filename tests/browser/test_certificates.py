"""A course is finished, its certificate downloaded, checked by a stranger, and revoked."""

import re

from playwright.sync_api import expect
from sqlalchemy import select

from app import clock
from app.courses import actions
from app.courses.models import Course, Unit, UnitProgress
from app.db import db
from app.people.models import Person
from tests.browser.faults import faults_on_the_way
from tests.browser.script import WITH_SCRIPT_LATER_WITHOUT
from tests.text import pdf

SLUG = "email-code"


def finish_all_but_the_last(site):
    """Nele has one unit left; returns the path of that unit and its questions."""
    with site.app.test_request_context():
        nele = db.session.scalars(select(Person).where(Person.email == "beschaeftigte@stadt.example")).one()
        course = db.session.scalars(select(Course).where(Course.slug == SLUG)).one()
        units = db.session.scalars(select(Unit).where(Unit.course_id == course.id).order_by(Unit.position)).all()
        actions.begin(course, nele)
        for unit in units[:-1]:
            db.session.merge(UnitProgress(person_id=nele.id, unit_id=unit.id, done_at=clock.now()))
        db.session.commit()
        return f"/courses/{SLUG}/units/{units[-1].key}", units[-1].check


def work_through(page, path, questions):
    page.goto(path)
    for asked in questions:
        group = page.get_by_role("group", name=asked["question"])
        for answer in asked["answers"]:
            if answer["correct"]:
                group.get_by_label(answer["text"], exact=True).check()
    page.get_by_role("button", name="Check my answers" if questions else "Mark as done").click()
    page.goto(f"/courses/{SLUG}")


@WITH_SCRIPT_LATER_WITHOUT
def test_a_certificate_is_downloaded_checked_and_revoked(open_page, sign_in, site, tmp_path, script):
    learner = sign_in(open_page(script=script, width=390), "beschaeftigte")
    work_through(learner, *finish_all_but_the_last(site))
    with learner.expect_download() as arriving:
        learner.get_by_role("button", name="Download the certificate").click()
    arriving.value.save_as(tmp_path / "paper.pdf")
    paper = (tmp_path / "paper.pdf").read_bytes()
    code = re.search(r"(?:[0-9A-Z]{4}-){4}[0-9A-Z]{4}", pdf.text(paper))[0]

    stranger = open_page(script=script)
    stranger.goto("/verify")
    stranger.get_by_label("Code").fill(code.lower())
    stranger.get_by_role("main").get_by_role("button", name="Check the code").click()
    expect(stranger.get_by_text("This certificate holds")).to_be_visible()
    expect(stranger.get_by_role("article")).to_contain_text("Nele Brinkmann")
    expect(stranger.get_by_role("link", name="Revoke")).to_have_count(0)
    assert "Nele Brinkmann" in pdf.text(paper)

    developer = sign_in(open_page(script=script), "personalentwicklung")
    developer.goto(f"/verify/{code}")
    developer.get_by_role("link", name="Revoke").click()
    assert not script or faults_on_the_way(developer) == []
    developer.get_by_label("Why does it no longer hold?").fill("Der Kurs war noch nicht fertig.")
    developer.get_by_role("button", name="Revoke").click()
    expect(developer.get_by_text("This certificate was revoked on")).to_be_visible()

    stranger.reload()
    expect(stranger.get_by_text("This certificate was revoked on")).to_be_visible()
    expect(stranger.get_by_text("Nele Brinkmann")).to_have_count(0)
    learner.goto("/account/certificates")
    expect(learner.get_by_text("Der Kurs war noch nicht fertig.")).to_be_visible()
    expect(learner.get_by_text("The certificate for this course has been revoked.")).to_be_visible()
