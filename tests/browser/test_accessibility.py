"""No page has a fault that axe knows, in light and dark, on a desk and at 320 px; nothing runs out of the window.

`make test` asks every page that an address leads to on a desk in the light, and whether it can be made narrow; and the
gallery, where all parts stand, everything. `make test-deep` opens every page on a phone and asks it everything there,
and in the dark at both widths, and the pages at the end of a way. A new page is missed here until a test visits it.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page
from werkzeug.routing import MapAdapter

from tests.browser.faults import DESK, PHONE, faults_at, faults_of

NOWHERE = "/nowhere"
PAGES = {
    "nobody": ["/sign-in", "/_components", "/pages/help", "/verify", "/pages/accessibility", NOWHERE],
    "beschaeftigte": [
        "/",
        "/courses?format=seminar&date=free&level=3&since=2026-01-01",
        "/courses?q=nichtsgefunden",
        "/courses/data-collecting",
        "/courses/moderating-workshops",
        "/courses/safe-at-work",
        "/mandatory",
        "/qualifications",
        "/courses/leadership-circle",
        "/courses/data-collecting/units/data-collecting-purpose",
        "/courses/data-evaluating/units/data-evaluating-test",
        "/courses/digital-guide/print",
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
        "/requests",
        "/requests/1/draft",
        "/requests/2",
        "/requests/3",
        "/requests/4/evidence",
        "/account/bookings",
        "/account/certificates",
        "/account/notices",
        "/account/deletion",
        "/account/sign-ins",
    ],
    "leitung": [
        "/",
        "/team/approvals",
        "/team/requests/5",
        "/team/mandatory",
        "/team/talks",
        "/team/talks/proposal",
        "/team/shared",
        "/team/shared/1",
        "/bookables/1/team",
        "/buddies/request",
        "/studio/plan-templates/1/person",
        "/talks/2",
        "/talks/1/preparation",
        "/talks/1/agreement",
        "/plan",
        "/competences/inquiries",
        "/competences/inquiries/3",
    ],
    "personalentwicklung": [
        "/studio/courses",
        "/studio/courses/email-code",
        "/studio/courses/barrierefrei-einladen",
        "/studio/frameworks",
        "/studio/frameworks/1",
        "/studio/frameworks/import",
        "/studio/competences/1",
        "/studio/competences/1/links",
        "/studio/profiles",
        "/studio/profiles/1",
        "/studio/demand",
        "/studio/packs",
        "/studio/packs/new",
        "/studio/courses/email-code/folder",
        "/studio/sessions",
        "/courses/ordering-work/sessions/new",
        "/sessions/17/organise",
        "/sessions/17/edit",
        "/sessions/17/calling-off",
        "/sessions/4/attendance",
        "/studio/requests",
        "/studio/requests/8",
        "/studio/budgets",
        "/studio/mandatory",
        "/studio/mandatory/4",
        "/studio/mandatory/new",
        "/studio/qualifications",
        "/studio/qualifications/occupational-safety",
        "/studio/qualifications/import",
        "/studio/synonyms",
        "/studio/families",
        "/studio/families/1",
        "/studio/families/import",
        "/competences/self-assessment?model=digcomp",
        "/studio/plan-templates",
        "/studio/plan-templates/3",
        "/studio/plan-templates/3/rule",
        "/studio/plan-templates/3/items/new?kind=course",
        "/studio/plan-template-items/1",
    ],
    "neu": ["/", "/plan?minutes=15", "/plan/own-step", "/plan/budget"],
    "orga": [
        "/talks/proposal",
        "/events/1/organise",
        "/events/2/organise",
        "/bookables/1/participants",
        "/bookables/1/quotas",
        "/bookables/1/news",
        "/bookables/1/forecast",
        "/bookables/35/draw",
        "/events/own",
        "/sessions/led",
        "/events/new",
        "/events/4",
        "/events/4/edit",
        "/events/4/further-dates",
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
LINKED = {
    "beschaeftigte": {"plans.choose_session": "/plan"},
    "leitung": {"competences.show_levels": "/team/shared"},
    "orga": {"certificates.show_certificate": "/account/certificates"},
    "personalentwicklung": {
        "studio.edit_course": "/studio/courses/barrierefrei-einladen",
        "studio.create_file": "/studio/courses/barrierefrei-einladen",
        "studio.edit_unit": "/studio/courses/barrierefrei-einladen",
        "studio.create_unit": "/studio/courses/barrierefrei-einladen",
        "studio.review_edition": "/studio/courses/email-code",
        "studio.show_changes": "/studio/courses/email-code",
        "studio.preview_course": "/studio/courses/email-code",
        "studio.preview_unit": "/studio/courses/email-code",
    },
}
"""Pages whose address moves with the demo city, and where the first link to each stands."""
FORMS_LIKE_OTHERS = {
    "beschaeftigte": ["/requests/new", "/requests/2/withdrawal", "/requests/4/report"],
    "orga": ["/time-bands/2", "/time-bands/2/slots/new", "/slots/1", "/event-rooms/1", "/panels/1/description"],
    "personalentwicklung": [
        "/studio/courses/new",
        "/studio/frameworks/new",
        "/studio/frameworks/1/details",
        "/studio/frameworks/1/areas/new",
        "/studio/areas/1/competences/new",
        "/studio/areas/1",
        "/studio/profiles/new",
        "/studio/families/new",
        "/studio/mandatory/4/edit",
        "/studio/qualifications/first-aider/holdings/new",
        "/studio/families/1/jobs/new",
        "/studio/jobs/1",
        "/studio/plan-templates/3/text",
        "/studio/plan-templates/new",
        "/studio/budgets/new",
        "/studio/budgets/2",
    ],
}
"""Opened by the long tests alone."""
ELSEWHERE = {
    "test_telephone.py": {"bookings.book_for_somebody"},
    "test_afterwards.py": {
        "bookings.ask_needs",
        "bookings.edit_needs",
        "bookings.list_needs",
        "feedback.answer_feedback",
        "feedback.edit_questions",
        "feedback.show_feedback",
    },
    "test_calendar.py": {"calendars.show_calendar"},
    "test_certificates.py": {"certificates.revoke_certificate"},
    "test_doors.py": {
        "doors.edit_hall",
        "doors.list_doors",
        "doors.show_arrival",
        "doors.show_door",
        "doors.show_ticket",
    },
    "test_draw.py": {"bookings.draw_seats"},
    "test_frameworks.py": {"competences.publish_framework"},
    "test_handover.py": {"bookings.create_handover", "bookings.show_handover"},
    "test_invitations.py": {"bookings.invite_people"},
    "test_keyboard.py": {"bookings.decline_booking"},
    "test_offline_door.py": {"doors.show_offline"},
    "test_packs.py": {"studio.edit_file", "studio.show_pack"},
    "test_plans.py": {"plans.edit_item"},
    "test_programme.py": {
        "events.create_band",
        "events.edit_choosing",
        "events.edit_wishes",
        "events.list_rooms",
        "events.show_demand",
        "events.show_draft",
        "events.show_programme",
        "tasks.show_task",
    },
    "test_reconfirm.py": {"bookings.edit_reconfirmation", "bookings.show_coming"},
    "test_series.py": {"events.show_series"},
    "test_stands.py": {
        "stands.count_visits",
        "stands.decline_stand",
        "stands.edit_stand",
        "stands.edit_tour",
        "stands.list_stands",
        "stands.open_fair",
        "stands.organise_stands",
        "stands.place_stand",
        "stands.register_stand",
        "stands.show_tour",
        "stands.show_visit",
    },
}
"""Pages that stand at the end of a way, and the tests that ask them for faults there; those are long ones."""
NO_PAGES = {
    "bookings.export_date",
    "bookings.export_list",
    "bookings.export_participants",
    "bookings.find_bookable",
    "bookings.print_badges",
    "bookings.print_participants",
    "bookings.print_protocol",
    "bookings.show_team",
    "calendars.show_feed",
    "certificates.download_certificate",
    "competences.export_framework",
    "competences.export_framework_to_moodle",
    "competences.show_evidence_file",
    "courses.show_file",
    "doors.enter_door",
    "doors.list_names",
    "doors.show_manifest",
    "doors.show_worker",
    "mandatory.export_proof",
    "mandatory.print_proof",
    "panels.export_list",
    "panels.print_protocol",
    "requests.export_requests",
    "requests.export_requests_as_text",
    "stands.print_poster",
    "stands.print_posters",
    "studio.export_edition",
    "studio.export_pack",
    "studio.show_file",
    "web.show_asset",
    "web.show_health",
    "web.show_readiness",
}
"""Files, feeds, ways on to a page, and what scripts and watchmen read."""


@pytest.mark.parametrize("width", [DESK, pytest.param(PHONE, marks=pytest.mark.deep)])
@pytest.mark.parametrize("account", PAGES)
def test_pages_are_accessible_and_fit_the_window(open_page, sign_in, site, account, width):
    page, found = open_page(width=width, language="de"), {}
    if account != "nobody":
        sign_in(page, account)
    addresses = site.app.url_map.bind("127.0.0.1")
    linked = [_first_link(page, addresses, *one) for one in LINKED.get(account, {}).items()]
    seldom = FORMS_LIKE_OTHERS.get(account, []) if width == PHONE else []
    for path in [*PAGES[account], *linked, *seldom]:
        if wrong := faults_at(page, path, 404 if path == NOWHERE else 200):
            found[path] = wrong

    assert found == {}


def _first_link(page: Page, addresses: MapAdapter, endpoint: str, path: str) -> str:
    page.goto(path)
    links = page.get_by_role("main").locator("a").evaluate_all("links => links.map(link => link.pathname)")
    return next(link for link in links if addresses.match(link, "GET")[0] == endpoint)


@pytest.mark.parametrize("path", ["/_components", "/sign-in"])
def test_all_parts_are_accessible_on_a_phone_and_in_the_dark(open_page, path):
    assert faults_at(open_page(width=PHONE, language="de"), path) == []


@pytest.mark.parametrize(
    ("sabotage", "width", "faults"),
    [
        ("document.querySelector('label').remove()", DESK, {"light: label"}),
        ("document.querySelector('h1').style.color = '#333'", PHONE, {"dark: color-contrast"}),
        ("document.querySelector('h1').style.width = '3000px'", DESK, {"light: runs", "narrow: runs"}),
        ("document.querySelector('h1').style.width = '600px'", PHONE, {"light: runs", "dark: runs"}),
    ],
)
def test_the_check_finds_a_fault_where_there_is_one(open_page, sabotage, width, faults):
    page = open_page(width=width)
    page.goto("/sign-in")
    assert faults_of(page) == []
    page.reload()
    page.evaluate(sabotage)

    assert {" ".join(fault.split()[:2]) for fault in faults_of(page)} == faults


@pytest.mark.any_database
def test_every_page_is_asked_for_faults(app):
    addresses = app.url_map.bind("127.0.0.1")
    paths = [path for pages in (PAGES, FORMS_LIKE_OTHERS) for some in pages.values() for path in some]
    here = {addresses.match(path.partition("?")[0], "GET")[0] for path in paths if path != NOWHERE}
    elsewhere = set().union(*ELSEWHERE.values(), *LINKED.values())

    pages = {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in rule.methods}

    assert pages - here - elsewhere == NO_PAGES
    assert elsewhere <= pages


@pytest.mark.any_database
@pytest.mark.parametrize("name", ELSEWHERE)
def test_the_tests_named_here_ask_for_faults(name):
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")

    assert re.search(r"faults_o(f|n|n_the_way)\(", text)
