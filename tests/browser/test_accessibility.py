"""No page has a fault that axe knows, in light and dark, on a desk and at 320 px; nothing runs out of the window.

A page says the same at any width: made narrow it is asked what has to do with room. `make test-deep` opens every page
on a phone as well and asks it everything there.
"""

import pytest

from tests.browser.faults import AT_EACH_WIDTH, faults_at, faults_of

NOWHERE = "/nowhere"
PAGES = {
    "nobody": ["/sign-in", "/_components", "/pages/help", "/pages/accessibility", NOWHERE],
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
        "/competences/shares",
        "/competences/shares/new",
        "/plan",
        "/plan/proposal",
        "/plan/review",
        "/plan/practice",
        "/plan/practice/1",
        "/talks",
        "/talks/1",
        "/talks/1/preparation",
        "/talks/1/cancellation",
        "/talks/1/day",
        "/buddies",
        "/buddies/1",
        "/buddies/1/appointment",
        "/events",
        "/events?view=month",
        "/events/1",
        "/events/2",
        "/events/35",
        "/sessions/1",
        "/bookables/35/draw/protocol",
        "/panels",
        "/panels/1",
        "/panels/2",
        "/account/bookings",
        "/account/notices",
        "/account/self-assessments",
        "/account/sign-ins",
    ],
    "leitung": [
        "/",
        "/team/approvals",
        "/team/talks",
        "/team/talks/proposal",
        "/team/shared",
        "/team/shared/1",
        "/bookables/1/team",
        "/buddies/request",
        "/studio/plan-templates/1/person",
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
        "/studio/areas/1",
        "/studio/competences/1",
        "/studio/competences/1/links",
        "/studio/profiles",
        "/studio/profiles/1",
        "/studio/profiles/new",
        "/studio/families",
        "/studio/families/1",
        "/studio/families/new",
        "/studio/families/1/jobs/new",
        "/studio/jobs/1",
        "/studio/families/import",
        "/competences/self-assessment?model=digcomp",
        "/studio/plan-templates",
        "/studio/plan-templates/3",
        "/studio/plan-templates/3/rule",
        "/studio/plan-templates/3/text",
        "/studio/plan-templates/3/items/new?kind=course",
        "/studio/plan-template-items/1",
        "/studio/plan-templates/new",
    ],
    "neu": ["/", "/plan?minutes=15", "/plan/own-step", "/plan/budget"],
    "orga": [
        "/talks/proposal",
        "/events/1/organise",
        "/events/2/organise",
        "/bookables/1/quotas",
        "/bookables/1/forecast",
        "/bookables/35/draw",
        "/events/own",
        "/events/new",
        "/events/4",
        "/events/4/edit",
        "/events/1/calling-off",
        "/panels/new",
        "/panels/1/organise",
        "/panels/1/quotas",
        "/panels/1/members/new",
        "/panels/1/call",
        "/panels/1/volunteers",
        "/panels/2/organise",
        "/panels/2/draw",
        "/panels/2/protocol",
    ],
}


@AT_EACH_WIDTH
@pytest.mark.parametrize("account", PAGES)
def test_pages_are_accessible_and_fit_the_window(open_page, sign_in, account, width):
    page, found = open_page(width=width, language="de"), {}
    if account != "nobody":
        sign_in(page, account)
    for path in PAGES[account]:
        if wrong := faults_at(page, path, 404 if path == NOWHERE else 200):
            found[path] = wrong

    assert found == {}


@pytest.mark.parametrize(
    ("sabotage", "faults"),
    [
        ("document.querySelector('label').remove()", {"light: label"}),
        ("document.querySelector('h1').style.color = '#333'", {"dark: color-contrast"}),
        ("document.querySelector('h1').style.width = '3000px'", {"light: runs", "dark: runs", "narrow: runs"}),
    ],
)
def test_the_check_finds_a_fault_where_there_is_one(open_page, sabotage, faults):
    page = open_page()
    page.goto("/sign-in")
    assert faults_of(page) == []
    page.reload()
    page.evaluate(sabotage)

    assert {" ".join(fault.split()[:2]) for fault in faults_of(page)} == faults
