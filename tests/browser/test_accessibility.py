"""No page has a fault that axe knows, in light and dark, on a desk and at 320 px; nothing runs out of the window."""

from pathlib import Path

import pytest

AXE = (Path(__file__).parents[1] / "vendor/axe/axe.min.js").read_text(encoding="utf-8")
ALL_RULES, COLOUR_RULES = None, ["color-contrast", "link-in-text-block"]
SCHEMES = {"light": ALL_RULES, "dark": COLOUR_RULES}  # dark mode changes colours and nothing else
RUN = """(rules) => axe.run(document, {resultTypes: ["violations"], ...(rules && {runOnly: rules})})
  .then(found => found.violations.map(fault => fault.id + " " + fault.nodes[0].target))"""
TOO_WIDE = "document.documentElement.scrollWidth - window.innerWidth"

PAGES = {
    "nobody": ["/sign-in", "/_components", "/pages/help", "/pages/accessibility", "/nowhere"],
    "beschaeftigte": [
        "/",
        "/courses",
        "/courses?q=nichtsgefunden",
        "/courses/data-collecting",
        "/courses/moderating-workshops",
        "/courses/data-collecting/units/data-collecting-purpose",
        "/competences",
        "/competences/goal",
        "/competences/self-assessment",
        "/competences/data-collect",
        "/competences/evidence",
        "/competences/evidence/new",
        "/competences/evidence/2",
        "/competences/evidence/1/edit",
        "/competences/evidence/1/confirmation",
        "/competences/inquiries",
        "/competences/inquiries/new",
        "/plan",
        "/plan/proposal",
        "/plan/review",
        "/plan/practice",
        "/plan/practice/1",
        "/talks",
        "/talks/1",
        "/talks/1/preparation",
        "/talks/1/cancellation",
        "/buddies",
        "/buddies/1",
        "/events",
        "/events?view=month",
        "/events/1",
        "/events/2",
        "/account/bookings",
        "/account/notices",
        "/account/sign-ins",
    ],
    "leitung": [
        "/",
        "/team/approvals",
        "/team/talks",
        "/talks/2",
        "/talks/1/preparation",
        "/plan",
        "/competences/inquiries",
        "/competences/inquiries/3",
    ],
    "personalentwicklung": [
        "/studio/frameworks",
        "/studio/frameworks/new",
        "/studio/frameworks/1",
        "/studio/frameworks/1/details",
        "/studio/frameworks/1/areas/new",
        "/studio/frameworks/import",
        "/studio/areas/1/competences/new",
        "/studio/competences/1",
        "/studio/competences/1/links",
        "/studio/profiles",
        "/studio/profiles/1",
        "/studio/families",
        "/studio/families/1",
        "/studio/families/import",
        "/competences/self-assessment?model=digcomp",
        "/studio/plan-templates",
        "/studio/plan-templates/3",
        "/studio/plan-templates/3/rule",
    ],
    "neu": ["/", "/plan?minutes=15", "/plan/own-step", "/plan/budget"],
    "orga": ["/events/1/organise", "/events/2/organise"],
}


@pytest.mark.parametrize("account", PAGES)
def test_pages_are_accessible_and_fit_the_window(open_page, sign_in, account):
    found = {}
    for width in (1280, 320):
        page = open_page(width=width, language="de")
        if account != "nobody":
            sign_in(page, account)
        for path in PAGES[account]:
            page.goto(path)
            page.evaluate(AXE)
            for scheme, rules in SCHEMES.items():
                page.emulate_media(color_scheme=scheme)
                faults = page.evaluate(RUN, rules)
                if page.evaluate(TOO_WIDE) > 0:
                    faults.append("runs out of the window")
                if faults:
                    found[f"{path} {width} {scheme}"] = faults

    assert found == {}


@pytest.mark.parametrize(
    ("scheme", "sabotage", "fault"),
    [
        ("light", "document.querySelector('label').remove()", "label"),
        ("dark", "document.querySelector('h1').style.color = '#333'", "color-contrast"),
    ],
)
def test_the_check_finds_a_fault_where_there_is_one(open_page, scheme, sabotage, fault):
    page = open_page(scheme=scheme)
    page.goto("/sign-in")
    page.evaluate(AXE)
    assert page.evaluate(RUN, SCHEMES[scheme]) == []
    page.evaluate(sabotage)

    assert [found.split()[0] for found in page.evaluate(RUN, SCHEMES[scheme])] == [fault]
