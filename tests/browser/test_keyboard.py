"""The main job by keyboard alone."""

from playwright.sync_api import Page, expect

MOST_STEPS = 200
FOCUSED = """() => {
  const e = document.activeElement;
  const label = e.labels && e.labels.length ? e.labels[0].innerText : "";
  return (e.getAttribute("aria-label") || label || e.innerText || "").trim().replace(/\\s+/g, " ");
}"""
IS_SEEN = """() => {
  const here = document.activeElement;
  const around = here.closest("label, .kern-btn, a, button") || here;
  return [here, around].map(e => getComputedStyle(e)).some(
    style => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== "none");
}"""


def tab_to(page: Page, words: str) -> None:
    """Press Tab until the focus stands on what is called so; each stop must be seen."""
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        name = page.evaluate(FOCUSED)
        if name:
            assert page.evaluate(IS_SEEN), f"the focus is not seen on {name!r}"
        if words in name:
            return
    raise AssertionError(f"no way by keyboard to {words!r}")


def go(page: Page, words: str) -> None:
    """Tab to a link or button and press Enter."""
    tab_to(page, words)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_the_first_stop_leads_past_the_menu(open_page, sign_in):
    page = sign_in(open_page(), "beschaeftigte")
    page.goto("/courses")

    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "Skip to content"
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "main"


def test_the_main_job_by_keyboard_alone(open_page, work_off):
    page = open_page()
    page.goto("/sign-in")
    tab_to(page, "E-mail address")
    page.keyboard.type("beschaeftigte@stadt.example")
    tab_to(page, "Password")
    page.keyboard.type("Lindenfurt-2026")
    page.keyboard.press("Enter")
    page.wait_for_url("**/")

    go(page, "Catalogue")
    go(page, "Barrierefreie Dokumente")
    go(page, "Begin")
    expect(page.get_by_text("Unit 1 of 3")).to_be_visible()

    page.goto("/competences/goal")
    go(page, "Digital guide")
    page.goto("/competences/self-assessment")
    tab_to(page, "0 – not yet")
    page.keyboard.press("ArrowDown")
    go(page, "Save self-assessment")

    page.goto("/plan/proposal")
    go(page, "Make a proposal")
    expect(page.get_by_text("You can leave this page")).to_be_visible()
    work_off()
    page.goto("/plan/proposal")
    go(page, "Take over into my plan")
    expect(page.get_by_role("heading", level=1)).to_have_text("My plan")

    page.goto("/events/1")
    go(page, "Take a seat")
    expect(page.get_by_text("You have a seat").first).to_be_visible()


def test_a_form_with_errors_takes_the_focus_to_them(open_page):
    page = open_page()
    page.goto("/sign-in")
    page.get_by_label("E-mail address or personnel number").fill("nobody@stadt.example")
    page.get_by_label("Password").fill("wrong password")
    page.keyboard.press("Enter")

    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_label("E-mail address or personnel number")).to_have_value("nobody@stadt.example")
