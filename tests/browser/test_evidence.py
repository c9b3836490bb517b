"""Evidence and the words of others, as the people do it who need them, with and without JavaScript."""

import re
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import expect

from tests.browser.script import WITH_SCRIPT_LATER_WITHOUT
from tests.make import PDF

TEST = Path("content/courses/data-evaluating/units/40-test.md")


@WITH_SCRIPT_LATER_WITHOUT
def test_an_employee_adds_evidence_with_a_file_and_a_colleague_confirms_it(open_page, sign_in, script):
    employee = sign_in(open_page(script=script), "beschaeftigte")
    employee.goto("/competences")
    employee.get_by_role("link", name="Your evidence").click()
    employee.get_by_role("link", name="Add evidence").click()
    employee.get_by_label("What is it?").fill("Seminar Datenkompetenz")
    employee.get_by_label("When was that?").fill("2026-06-30")
    employee.get_by_label("File (optional)").set_input_files(
        {"name": "Bescheinigung.pdf", "mimeType": "application/pdf", "buffer": PDF}
    )
    for row, title in enumerate(("Collecting and capturing data", "Communicating clearly"), start=1):
        employee.locator(f"#competence_{row}").select_option(label=title)
        employee.locator(f"#level_{row}").select_option("2")
        expect(employee.locator(f"#level_{row} option:checked")).to_have_text("2 – puts it into practice")
    employee.get_by_role("button", name="Save evidence").click()
    employee.get_by_role("link", name="Seminar Datenkompetenz").click()
    with employee.expect_download() as download:
        employee.get_by_role("link", name="Bescheinigung.pdf").click()
    assert Path(download.value.path()).read_bytes() == PDF
    employee.get_by_role("link", name="Ask for a confirmation").click()
    employee.get_by_label("Somebody else, by name").fill("Lindner")
    employee.keyboard.press("Enter")
    employee.get_by_role("radio", name="Jonas Lindner").check()
    employee.get_by_role("button", name="Ask now").click()

    colleague = sign_in(open_page(script=script), "orga")
    colleague.get_by_role("main").get_by_role("link", name=re.compile("ask.* for your word")).first.click()
    colleague.get_by_role("listitem").filter(has_text="Seminar Datenkompetenz").get_by_role(
        "link", name="Answer"
    ).click()
    expect(colleague.get_by_role("link", name="Bescheinigung.pdf")).to_be_visible()
    colleague.get_by_role("radio", name="I confirm this").check()
    colleague.get_by_label("In a sentence").fill("Wir waren zusammen dort.")
    colleague.get_by_role("button", name="Send answer").click()

    employee.reload()
    expect(employee.get_by_text("Wir waren zusammen dort.")).to_be_visible()
    employee.goto("/competences/evidence")
    expect(employee.get_by_role("listitem").filter(has_text="Seminar Datenkompetenz")).to_contain_text("Confirmed")
    employee.goto("/competences/data-collect")
    expect(employee.get_by_text("You are at level 2")).to_be_visible()


@pytest.mark.deep
@WITH_SCRIPT_LATER_WITHOUT
def test_an_employee_asks_the_leader_and_hr_development_whose_words_stand_beside_her_own(open_page, sign_in, script):
    employee = sign_in(open_page(script=script), "beschaeftigte")
    employee.goto("/competences/self-assessment")
    employee.get_by_role("group", name="Collecting and capturing data").get_by_role("radio").nth(1).check()
    employee.get_by_role("button", name="Save self-assessment").click()
    employee.goto("/competences/data-collect")
    employee.get_by_role("link", name="Ask for somebody’s word").click()
    employee.get_by_role("radio", name="Martina Vogt").check()
    employee.get_by_label("A few words for them").fill("Seit der Umstellung")
    employee.get_by_role("button", name="Ask now").click()
    employee.goto("/competences/inquiries/new?competence=data-collect")
    asked = employee.get_by_role("radio", name="Katharina Sommer")
    expect(asked).to_have_accessible_description(re.compile("stands as “Assessment by HR development”"))
    asked.check()
    employee.get_by_role("button", name="Ask now").click()

    leader = sign_in(open_page(script=script), "leitung")
    leader.get_by_role("main").get_by_role("link", name=re.compile("ask.* for your word")).first.click()
    waiting = leader.get_by_role("listitem").filter(has_text="Collecting and capturing data")
    waiting.get_by_role("link", name="Answer").click()
    expect(leader.get_by_text("Seit der Umstellung")).to_be_visible()
    leader.get_by_role("radio", name="I give my word on the levels below").check()
    leader.get_by_role("group", name="Collecting and capturing data").get_by_role("radio").nth(3).check()
    leader.get_by_label("In a sentence").fill("Die Auswertung lief gut.")
    leader.get_by_role("button", name="Send answer").click()

    developer = sign_in(open_page(script=script), "personalentwicklung")
    developer.get_by_role("main").get_by_role("link", name=re.compile("ask.* for your word")).first.click()
    waiting = developer.get_by_role("listitem").filter(has_text="Collecting and capturing data")
    waiting.get_by_role("link", name="Answer").click()
    expect(developer.get_by_text("for HR development")).to_be_visible()
    developer.get_by_role("radio", name="I give my word on the levels below").check()
    developer.get_by_role("group", name="Collecting and capturing data").get_by_role("radio").nth(2).check()
    developer.get_by_label("In a sentence").fill("Im Auswahlverfahren gesehen.")
    developer.get_by_role("button", name="Send answer").click()

    employee.goto("/competences/data-collect")
    words = employee.get_by_role("region", name="Who says what")
    expect(words).to_contain_text("The words differ.")
    expect(words.get_by_role("row").filter(has_text="Self-assessment")).to_contain_text("1")
    expect(words.get_by_role("row").filter(has_text="Assessment by your leader")).to_contain_text("3")
    expect(words.get_by_role("row").filter(has_text="Assessment by HR development")).to_contain_text("2")
    said = employee.get_by_role("region", name="What has been said")
    expect(said).to_contain_text("Martina Vogt")
    expect(said).to_contain_text("Die Auswertung lief gut.")


@pytest.mark.deep
@WITH_SCRIPT_LATER_WITHOUT
def test_an_employee_who_can_do_it_already_passes_the_test_of_a_course_and_nothing_else(open_page, sign_in, script):
    asked = yaml.safe_load(TEST.read_text(encoding="utf-8").split("---\n")[1])["check"]
    employee = sign_in(open_page(script=script), "neu")
    employee.goto("/courses/data-evaluating")
    employee.get_by_role("link", name="Zahlen richtig lesen").first.click()
    expect(
        employee.get_by_text("Whoever passes this test shows level 1 in “Analysing and evaluating data”")
    ).to_be_visible()
    for question in asked:
        group = employee.get_by_role("group", name=question["question"])
        for answer in question["answers"]:
            if answer.get("correct"):
                group.get_by_label(answer["text"], exact=True).check()
    right = next(answer["text"] for answer in asked[0]["answers"] if answer.get("correct"))
    first = employee.get_by_role("group", name=asked[0]["question"])
    first.get_by_role("radio").first.check()
    employee.get_by_role("button", name="Check my answers").click()
    expect(employee.get_by_text(f"{len(asked) - 1} of {len(asked)} questions are solved")).to_be_visible()
    expect(first).not_to_contain_text("Not right.")
    first.get_by_label(right, exact=True).check()
    employee.get_by_role("button", name="Check my answers").click()
    expect(employee.get_by_text("You have shown level 1 in “Analysing and evaluating data”")).to_be_visible()

    employee.goto("/competences/data-evaluate")
    expect(employee.get_by_text("You are at level 1")).to_be_visible()
    expect(
        employee.get_by_text("You passed the test “Zahlen richtig lesen (Daten verstehen 3: Auswerten)”")
    ).to_be_visible()
    employee.goto("/courses/data-evaluating")
    expect(employee.get_by_role("button", name="Begin")).to_be_visible()


def test_the_levels_offered_are_those_of_the_competence_that_is_chosen(open_page, sign_in):
    employee = sign_in(open_page(script=True), "beschaeftigte")
    employee.goto("/competences/evidence/new")
    level = employee.locator("#level_1")
    expect(level.locator("optgroup")).to_have_count(3)

    employee.locator("#competence_1").select_option(label="Communicating clearly")
    level.select_option("3")
    expect(level.locator("optgroup")).to_have_count(1)
    expect(level.locator("option:checked")).to_have_text("3 – acts with confidence")

    employee.locator("#competence_1").select_option(label="Giving feedback")
    expect(level.locator("option:checked")).to_have_text("3 – leads in difficult situations")
