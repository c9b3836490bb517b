"""What is sent and when: answers that save themselves, filters, going back, and a sign-in that ends meanwhile."""

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import func, select

from app.competences.models import Statement
from app.db import db

SELF_ASSESSMENT = "/competences/self-assessment"
LEAVE = {
    "another page": lambda page: page.goto("/plan"),
    "a link": lambda page: page.get_by_role("main").get_by_role("link", name="Competences", exact=True).click(),
    "reload": lambda page: page.reload(),
    "close": lambda page: page.close(),
}


def statements(site) -> int:
    with site.app.app_context():
        return db.session.scalar(select(func.count()).select_from(Statement)) or 0


def _wait_for(page: Page, site, number: int) -> None:
    for _ in range(50):
        if statements(site) >= number:
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"{statements(site)} of {number} answers were saved")


@pytest.mark.parametrize("leave", LEAVE.values(), ids=LEAVE)
def test_an_answer_is_saved_however_soon_the_page_is_left(open_page, sign_in, site, leave):
    page = sign_in(open_page(), "beschaeftigte")
    watch = page.context.new_page()
    page.goto(SELF_ASSESSMENT)
    before = statements(site)

    page.get_by_role("radio").nth(1).check()
    leave(page)

    _wait_for(watch, site, before + 1)


def test_answers_that_follow_each_other_quickly_are_all_saved(open_page, sign_in, site):
    page = sign_in(open_page(), "neu")
    watch = page.context.new_page()
    page.goto(SELF_ASSESSMENT)
    before = statements(site)

    page.evaluate(
        "[...document.querySelectorAll('fieldset')].slice(0, 5).forEach(f => f.querySelectorAll('input')[2]?.click())"
    )
    page.close()

    _wait_for(watch, site, before + 5)


def test_a_word_and_enter_ask_once(open_page, sign_in):
    page = sign_in(open_page(), "beschaeftigte")
    page.goto("/courses")
    asked = []
    page.on("request", lambda request: asked.append(request.url) if "/courses?" in request.url else None)

    page.get_by_label("Search courses").fill("daten")
    page.keyboard.press("Enter")
    page.wait_for_timeout(700)

    assert len(asked) == 1


def test_a_filter_ticked_after_the_sign_in_has_ended_leads_to_the_sign_in_page(open_page, sign_in):
    page = sign_in(open_page(), "beschaeftigte")
    page.goto("/courses")
    page.context.clear_cookies(name="lotse")

    page.get_by_role("checkbox").first.click()
    page.wait_for_url("**/sign-in?next=**")

    expect(page.locator(".brand")).to_have_count(1)
    expect(page.get_by_role("main").get_by_role("button")).to_have_text("Sign in")


def test_going_back_after_a_form_was_refused_and_then_accepted_shows_a_page(open_page, sign_in):
    page = sign_in(open_page(), "beschaeftigte")
    page.goto("/plan")
    page.goto("/plan/own-step")
    page.get_by_role("main").get_by_role("button").first.click()
    expect(page.locator(".error-summary")).to_be_visible()
    page.get_by_label("What do you want to do?").fill("Übungsgespräch führen")
    page.get_by_role("main").get_by_role("button").first.click()
    page.wait_for_url("**/plan")

    page.go_back()

    expect(page.get_by_label("What do you want to do?")).to_be_visible()


FORMS_OF_A_MODEL = {
    "an area": ("Add an area", "/areas/new"),
    "a competence": ("Add a competence", "/competences/new"),
}


@pytest.mark.parametrize(("link", "path"), FORMS_OF_A_MODEL.values(), ids=FORMS_OF_A_MODEL)
def test_a_form_that_was_refused_is_sent_again_to_its_own_page(open_page, sign_in, link, path):
    page = sign_in(open_page(), "personalentwicklung")
    page.goto("/studio/frameworks")
    page.get_by_role("link", name="Competences for public administration").click()
    page.get_by_role("link", name=link).first.click()
    assert path in page.url

    for _ in range(3):
        with page.expect_response(lambda answer: answer.request.method == "POST") as sent:
            page.get_by_role("main").get_by_role("button", name="Save").click()
        assert (path in sent.value.url, sent.value.status) == (True, 422)
        expect(page.locator(".error-summary")).to_be_visible()


def test_a_refused_form_is_saved_in_the_end_and_going_back_shows_its_page(open_page, sign_in):
    page = sign_in(open_page(), "personalentwicklung")
    page.goto("/studio/frameworks")
    page.get_by_role("link", name="Competences for public administration").click()
    page.get_by_role("link", name="Add an area").first.click()
    page.get_by_label("Title", exact=True).fill("Neues")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".error-summary")).to_be_visible()

    page.get_by_label("English title").fill("New things")
    page.get_by_role("button", name="Save").click()

    expect(page.get_by_text("“Neues” is saved.")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Add an area")


def test_a_refused_form_keeps_its_address_whatever_page_it_was_sent_from(open_page, sign_in):
    page = sign_in(open_page(), "personalentwicklung")
    page.add_init_script(
        "document.addEventListener('readystatechange', () => (document.body.dataset.sentFrom &&= '/plan'))"
    )
    page.goto("/studio/frameworks/new")

    for _ in range(3):
        with page.expect_response(lambda answer: answer.request.method == "POST") as sent:
            page.get_by_role("main").get_by_role("button", name="Save the draft").click()
        assert (sent.value.url.endswith("/studio/frameworks/new"), sent.value.status) == (True, 422)
        expect(page.locator(".error-summary")).to_be_visible()
