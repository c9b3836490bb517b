"""The main job by keyboard alone, from one page to the next by what stands on them."""

from playwright.sync_api import Page, expect

from tests.browser.faults import faults_on_the_way

MOST_STEPS = 200
FOCUSED = """() => {
  const e = document.activeElement;
  if (e === document.body) return "";
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
    passed: list[str] = []
    for _ in range(MOST_STEPS):
        page.keyboard.press("Tab")
        name = page.evaluate(FOCUSED)
        if name:
            assert page.evaluate(IS_SEEN), f"the focus is not seen on {name!r}"
        if words in name:
            return
        passed.append(name)
    raise AssertionError(f"no way by keyboard to {words!r} past {passed}")


def go(page: Page, words: str) -> None:
    """Tab to a link or button and press Enter."""
    tab_to(page, words)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def arrive(page: Page, account: str) -> Page:
    """Sign in by keyboard."""
    page.goto("/sign-in")
    tab_to(page, "E-mail address")
    page.keyboard.type(f"{account}@stadt.example")
    tab_to(page, "Password")
    page.keyboard.type("Lindenfurt-2026")
    page.keyboard.press("Enter")
    page.wait_for_url("**/")
    return page


def test_the_first_stop_leads_past_the_menu(open_page, sign_in):
    page = sign_in(open_page(), "beschaeftigte")
    page.goto("/courses")

    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "Skip to content"
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "main"


def test_the_main_job_by_keyboard_alone(open_page, work_off):
    page = arrive(open_page(), "neu")

    go(page, "Catalogue")
    go(page, "Barrierefreie Dokumente")
    go(page, "Begin")
    tab_to(page, "Überschrift")
    page.keyboard.press("Space")
    go(page, "Check my answers")
    go(page, "Next")

    go(page, "Competences")
    go(page, "Choose a goal")
    go(page, "Digital guide")
    go(page, "Start the self-assessment")
    tab_to(page, "0 – not yet")
    page.keyboard.press("ArrowDown")
    go(page, "Save self-assessment")

    go(page, "My plan")
    go(page, "proposal")
    go(page, "Make a proposal")
    expect(page.get_by_text("You can leave this page")).to_be_visible()
    work_off()
    go(page, "My plan")
    go(page, "proposal")
    go(page, "Take over into my plan")
    expect(page.get_by_role("heading", level=1)).to_have_text("My plan")

    go(page, "Events")
    go(page, "Beschäftigtenkonferenz")
    go(page, "Take a seat")
    expect(page.get_by_text("You have a seat")).to_be_visible()


def test_a_leader_decides_by_keyboard_alone(open_page, sign_in):
    employee = sign_in(open_page(), "beschaeftigte")
    employee.goto("/events")
    go(employee, "Auftakt für künftige")
    tab_to(employee, "Why would you like to take part?")
    employee.keyboard.type("Ich möchte im Amt helfen.")
    go(employee, "Ask for a seat")

    leader = arrive(open_page(), "leitung")
    go(leader, "Team")
    waiting = leader.get_by_role("button", name="Approve").count()
    go(leader, "Approve")
    expect(leader.get_by_role("button", name="Approve")).to_have_count(waiting - 1)

    go(leader, "Decline")
    assert faults_on_the_way(leader) == []
    tab_to(leader, "A few words for")
    leader.keyboard.type("Im Dezember fehlen uns zwei. Im Februar gern.")
    go(leader, "Decline the request")
    expect(leader.get_by_role("button", name="Approve")).to_have_count(waiting - 2)


def test_a_form_with_errors_takes_the_focus_to_them(open_page):
    page = open_page()
    page.goto("/sign-in")
    page.get_by_label("E-mail address or personnel number").fill("nobody@stadt.example")
    page.get_by_label("Password").fill("wrong password")
    page.keyboard.press("Enter")

    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_label("E-mail address or personnel number")).to_have_value("nobody@stadt.example")
