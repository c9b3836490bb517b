"""A course is written, read by a second developer, published and learnt; its next edition takes nothing away."""

import re

from playwright.sync_api import Page, expect

from tests.browser.script import WITH_SCRIPT_LATER_WITHOUT

COURSE = "Besprechungen kürzen"
UNITS = ("Wozu treffen wir uns?", "Die Einladung", "Das Ende")
AT_ONCE = 20_000


def press(page: Page, words: str) -> None:
    with page.expect_navigation():
        page.get_by_role("main").get_by_role("button", name=words, exact=True).click()


def follow(page: Page, words: str) -> None:
    with page.expect_navigation():
        page.get_by_role("main").get_by_role("link", name=words, exact=True).first.click()


def write_unit(page: Page, title: str) -> None:
    follow(page, "New unit")
    page.get_by_label("Title").fill(title)
    press(page, "Write the unit")
    page.get_by_label("Minutes").fill("4")
    page.get_by_label("Text", exact=True).fill(f"## {title}\n\nEin kurzer Text.")


def ask(page: Page, kind: str, question: str, *answers: tuple[str, str]) -> None:
    """A question that the form has fields for as soon as its kind is chosen."""
    page.get_by_label("Another question").select_option(label=kind)
    press(page, "Add the question")
    asked = page.locator(".question[id]").last
    asked.get_by_label(re.compile(r"^Question \d$")).last.fill(question)
    for number, (answer, because) in enumerate(answers, start=1):
        line = asked.get_by_role("group", name=f"Answer {number}")
        line.get_by_label("The answer").fill(answer)
        line.get_by_label("because").fill(because)


def ask_twice(page: Page) -> None:
    """In an order that is not right at first, and one after the other."""
    ask(page, "Put in order", "Was kommt zuerst?", ("Einladen", "Dann."), ("Ziel klären", "Zuerst."))
    press(page, "Later: Answer 1")
    expect(page.get_by_label("The answer").first).to_have_value("Ziel klären")
    ask(page, "One answer is right", "Was gehört ans Ende?", ("Wer tut was?", "So."), ("Kuchen", "Nett."))
    page.locator(".question[id]").last.get_by_label("is right").first.check()
    press(page, "Earlier: Question 2")
    expect(page.locator(".question[id]").first).to_contain_text("Was gehört ans Ende?")


def hand_over(page: Page, note: str) -> None:
    page.get_by_label("What is new?").fill(note)
    press(page, "Hand over for review")
    expect(page.get_by_text("Another developer can read it now")).to_be_visible()


def publish(page: Page) -> None:
    page.goto("/studio/courses")
    follow(page, COURSE)
    follow(page, "Read and decide")
    press(page, "Publish")
    expect(page.get_by_text(f"“{COURSE}” is published.")).to_be_visible()


@WITH_SCRIPT_LATER_WITHOUT
def test_a_course_from_the_first_word_to_its_second_edition(open_page, sign_in, script):
    author = sign_in(open_page(script=script), "personalentwicklung")
    author.goto("/studio/courses/new")
    author.get_by_label("Title").fill(COURSE)
    press(author, "Begin the draft")
    author.get_by_label("Summary").fill("Kurz, klar, mit Ergebnis.")
    author.get_by_label("Afterwards you can").fill("eine Besprechung vorbereiten\nsie pünktlich beenden")
    author.get_by_label("Who it is for", exact=True).fill("Alle, die einladen.")
    author.get_by_label("Text", exact=True).fill("Worum es geht.")
    press(author, "Save")
    follow(author, "Back to the course")
    expect(author.get_by_text("A self-paced course needs units")).to_be_visible()
    for title in (UNITS[1], UNITS[0], UNITS[2]):
        write_unit(author, title)
        if title == UNITS[2]:
            ask_twice(author)
        press(author, "Save")
        follow(author, "Back to the course")
    press(author, f"Earlier: {UNITS[0]}")
    expect(author.locator("#units .line__title")).to_have_text(["About the course", *UNITS])
    expect(author.get_by_text("Nothing to do")).to_be_visible()
    hand_over(author, "Neu im Katalog.")
    follow(author, "See where it stands")
    expect(author.get_by_text("You have written in this edition yourself")).to_be_visible()

    reader = sign_in(open_page(script=script), "redaktion")
    publish(reader)

    learner = sign_in(open_page(script=script, width=390), "beschaeftigte")
    learner.goto("/courses?q=besprechungen+kuerzen")
    follow(learner, COURSE)
    press(learner, "Begin")
    press(learner, "Mark as done")

    author.goto("/studio/courses/besprechungen-kuerzen")
    press(author, "Change this course")
    follow(author, UNITS[0])
    author.get_by_label("Text", exact=True).fill("Am Anfang steht **eine** Frage.")
    press(author, "Save")
    follow(author, "Back to the course")
    hand_over(author, "Klarer Anfang.")
    publish(reader)
    reader.goto("/studio/courses/besprechungen-kuerzen")
    expect(reader.get_by_role("row", name=re.compile("Edition 1"))).to_contain_text("Restore as a draft")

    learner.goto("/courses/besprechungen-kuerzen")
    follow(learner, UNITS[0])
    expect(learner.get_by_text("Am Anfang steht eine Frage.")).to_be_visible()
    expect(learner.get_by_text("1 of 3 units done").first).to_be_visible()


def test_a_draft_saves_itself_and_nothing_is_lost_without_network_or_sign_in(open_page, sign_in):
    page = sign_in(open_page(), "redaktion")
    page.goto("/studio/courses/barrierefrei-einladen")
    follow(page, "Was in die Einladung gehört")
    text, status = page.get_by_label("Text", exact=True), page.locator("[data-autosave-status]")
    expect(page.locator("#findings")).to_contain_text("1 thing is still to be done")
    text.click()
    page.get_by_role("button", name="Heading", exact=True).click()
    page.keyboard.type("Vorab")
    expect(page.locator("#preview h2")).to_have_text("Vorab", timeout=AT_ONCE)
    expect(status).to_have_text("Saved", timeout=AT_ONCE)
    expect(page.locator("#findings")).to_contain_text("Nothing to do", timeout=AT_ONCE)

    page.context.set_offline(True)
    page.keyboard.type(" fragen")
    expect(status).to_contain_text("Not saved yet", timeout=AT_ONCE)
    page.context.set_offline(False)
    expect(status).to_have_text("Saved", timeout=AT_ONCE)

    page.context.clear_cookies(name="lotse")
    page.keyboard.type(", dann einladen")
    expect(status).to_contain_text("your sign-in has ended", timeout=AT_ONCE)
    press(page, "Save")
    page.locator("#identifier").fill("redaktion@stadt.example")
    page.locator("#password").fill("Lindenfurt-2026")
    page.get_by_role("main").get_by_role("button").first.click()
    expect(page.get_by_label("Text", exact=True)).to_have_value("## Vorab fragen, dann einladen", timeout=AT_ONCE)
    page.reload()
    expect(page.get_by_label("Text", exact=True)).to_have_value("## Vorab fragen, dann einladen")
