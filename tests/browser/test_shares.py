"""Assessing, seeing the reason, sharing with the leader, and ending it, as an employee and a leader do it."""

import re

from playwright.sync_api import Page, expect

from tests.browser.script import WITH_SCRIPT_LATER_WITHOUT


def choose_goal(page: Page) -> None:
    page.goto("/competences")
    page.get_by_role("link", name="Choose a goal").click()
    page.get_by_role("button", name="Digital guide").click()


def assess(page: Page, competence: str, level: int) -> None:
    page.goto("/competences/self-assessment")
    page.get_by_role("group", name=competence).get_by_role("radio").nth(level).check()
    page.get_by_role("button", name="Save self-assessment").click()


@WITH_SCRIPT_LATER_WITHOUT
def test_an_employee_shares_with_the_leader_who_sees_it_and_nothing_else_until_it_ends(open_page, sign_in, script):
    employee = sign_in(open_page(script=script), "neu")
    choose_goal(employee)
    assess(employee, "Communicating clearly", 2)
    employee.goto("/competences")
    employee.get_by_role("link", name="Communicating clearly").click()
    expect(employee.get_by_role("main")).to_contain_text("You are at level 2")
    expect(employee.get_by_role("main")).to_contain_text("You said so yourself on")
    expect(employee.get_by_role("main")).to_contain_text("The newest word counts")

    employee.goto("/competences/shares/new")
    expect(employee.get_by_role("radio", name=re.compile("Martina Vogt, leads you"))).to_be_checked()
    expect(employee.get_by_role("main")).to_contain_text("Nothing: so far there is only what you say yourself.")
    employee.get_by_role("checkbox", name="Also show what only I say").check()
    employee.get_by_role("button", name="Share").click()
    expect(employee.get_by_role("heading", level=1)).to_have_text("Shared by you")
    expect(employee.get_by_role("main")).to_contain_text("with self-assessments")
    assess(employee, "Communicating clearly", 4)

    leader = sign_in(open_page(script=script), "leitung")
    leader.goto("/team/approvals")
    leader.get_by_role("link", name="Shared with you").click()
    leader.get_by_role("heading", name="Jana Krüger").get_by_role("link").click()
    shared = leader.url
    expect(leader.get_by_role("row")).to_have_count(2)
    expect(leader.get_by_role("row").nth(1)).to_contain_text("level 2")
    expect(leader.get_by_role("main")).not_to_contain_text("level 4")

    employee.goto("/competences/shares")
    expect(employee.get_by_role("row").filter(has_text="Martina Vogt")).to_contain_text("you shared it")
    employee.get_by_role("button", name=re.compile("End now")).click()
    expect(employee.get_by_role("main")).to_contain_text("ended by you")

    answer = leader.goto(shared)
    assert answer is not None
    assert answer.status == 404


def test_a_whole_profile_is_assessed_by_keyboard_alone_and_saved_as_one_goes(open_page, sign_in):
    page = sign_in(open_page(), "neu")
    choose_goal(page)
    page.goto("/competences/self-assessment")
    questions = page.get_by_role("main").get_by_role("group").filter(has=page.get_by_role("radio"))
    count = questions.count()

    questions.first.get_by_role("radio").first.focus()
    for number in range(count):
        page.keyboard.press("Space")
        page.keyboard.press("ArrowRight")
        if number + 1 < count:
            page.keyboard.press("Tab")
    expect(page.get_by_role("status").filter(has_text="Saved")).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text(f"{count} of {count} answered")
    page.reload()

    assert count >= 10
    expect(page.get_by_role("main")).to_contain_text(f"{count} of {count} answered")
    for number in range(count):
        expect(questions.nth(number).get_by_role("radio").nth(1)).to_be_checked()


@WITH_SCRIPT_LATER_WITHOUT
def test_own_assessments_and_evidence_are_deleted_for_good(open_page, sign_in, script):
    page = sign_in(open_page(script=script), "neu")
    choose_goal(page)
    assess(page, "Communicating clearly", 2)
    page.goto("/competences/evidence/new")
    page.get_by_label("What is it?").fill("Zertifikat")
    page.get_by_label("When was that?").fill("2026-06-30")
    page.get_by_label("In your own words").fill("Ein Kurs")
    page.locator("#competence_1").select_option(label="Communicating clearly")
    page.locator("#level_1").select_option("1")
    page.get_by_role("button", name="Save evidence").click()
    expect(page.get_by_role("link", name="Zertifikat")).to_be_visible()

    page.goto("/competences")
    page.get_by_role("link", name="Delete what you have entered").first.click()
    page.get_by_role("button", name="Delete for good").click()
    expect(page.get_by_text("Please tick what you want to delete.").first).to_be_visible()
    page.get_by_label("My self-assessments").check()
    page.get_by_label("My evidence").check()
    page.get_by_role("button", name="Delete for good").click()

    expect(page.get_by_role("main")).to_contain_text("1 self-assessment is deleted.")
    expect(page.get_by_role("main")).to_contain_text("1 piece of evidence is deleted")
    page.goto("/competences/evidence")
    expect(page.get_by_text("You have not added any evidence yet.")).to_be_visible()
    page.goto("/competences/self-assessment")
    expect(page.get_by_role("radio", checked=True)).to_have_count(0)
