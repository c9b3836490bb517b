"""Edges, gaps and words on a narrow screen."""

import re

from playwright.sync_api import Locator, Page, expect


def _left(place: Locator) -> float:
    box = place.bounding_box()
    assert box
    return round(box["x"])


def test_a_page_without_navigation_has_one_left_edge(open_page):
    page = open_page()
    page.goto("/sign-in")

    edges = {_left(page.locator(place).first) for place in (".brand", "h1", "#identifier", ".page-footer p")}

    assert len(edges) == 1


def test_a_form_begins_where_other_pages_begin(open_page, sign_in):
    page = sign_in(open_page(), "beschaeftigte")
    page.goto("/plan/own-step")

    assert _left(page.locator("h1")) == _left(page.locator(".brand"))


def test_what_fits_into_the_minutes_stands_apart_from_its_buttons(open_page, sign_in):
    page = sign_in(open_page(), "beschaeftigte")
    page.goto("/?minutes=5")
    buttons, answer = (
        page.locator("#minutes ~ .actions").bounding_box(),
        page.locator("#minutes ~ .notice").bounding_box(),
    )

    assert answer["y"] - buttons["y"] - buttons["height"] >= 12


def test_on_a_phone_a_programme_is_a_list_and_no_word_or_time_is_cut(open_page, sign_in):
    page = sign_in(open_page(width=390), "beschaeftigte")
    page.goto("/events")
    page.get_by_role("main").get_by_role("link", name="Beschäftigtenkonferenz Lindenfurt").click()
    cells = page.get_by_role("cell", name=re.compile("Einlass"))

    assert _looks(page, cells.first) == ("block", "Was: ")
    assert _looks(page, page.get_by_role("cell").first)[1] == "none"
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_longest_title_fits_into_the_narrowest_phone(open_page, sign_in):
    page = sign_in(open_page(width=305), "beschaeftigte")
    page.goto("/events")
    page.get_by_role("main").get_by_role("link", name="Beschäftigtenkonferenz Lindenfurt").click()
    page.wait_for_url("**/events/*")

    assert page.evaluate("document.documentElement.scrollWidth") <= 305


def test_what_a_file_of_jobs_would_change_is_not_cut_off(open_page, sign_in):
    page = sign_in(open_page(language="de"), "personalentwicklung")
    page.goto("/studio/families/import")
    jobs = [
        "Luftbildauswertung;Fernerkundung und Klimaanpassungsmanagement",
        "Servicetelefon;Kommunikation und Wirtschaftsförderung",
    ]
    text = "\n".join(["stelle;stellenart", *jobs])
    page.locator("input[type=file]").set_input_files(
        {"name": "stellen.csv", "mimeType": "text/csv", "buffer": text.encode()}
    )
    page.get_by_role("button", name="Datei prüfen").click()
    wrap = page.locator(".table-wrap")

    assert wrap.evaluate("wrap => wrap.scrollWidth - wrap.clientWidth") == 0


def test_fields_beside_each_other_stand_on_one_line_below_labels_of_any_length(open_page, sign_in):
    page = sign_in(open_page(language="de"), "personalentwicklung")
    page.goto("/studio/competences/1")
    fades, expires = (page.locator(f"#{name}_after_months").bounding_box() for name in ("fades", "expires"))

    assert fades["y"] == expires["y"]


def test_on_paper_the_numbers_stand_below_their_picture_though_they_are_folded_on_the_screen(open_page, sign_in):
    page = sign_in(open_page(), "beschaeftigte")
    page.goto("/competences")
    numbers = page.locator(".disclosure--on-paper table")
    expect(numbers).to_be_hidden()

    page.emulate_media(media="print")

    expect(numbers).to_be_visible()
    assert numbers.bounding_box()["height"] > 0


def _looks(page: Page, cell: Locator) -> tuple[str, str]:
    display = cell.evaluate("cell => getComputedStyle(cell).display")
    label = cell.evaluate("cell => getComputedStyle(cell, '::before').content")
    return display, label.replace('"', "")
