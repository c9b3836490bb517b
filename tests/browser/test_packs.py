"""A picture comes into a text, and the course goes to another Lotse and back as a ZIP."""

import io
import re
import zipfile

from playwright.sync_api import expect

from tests.browser.faults import faults_on_the_way
from tests.browser.script import WITH_SCRIPT_LATER_WITHOUT
from tests.browser.test_studio import AT_ONCE, follow, press
from tests.files.samples import picture

COURSE = "digital-files"
LINE = "![Ein grünes Feld](files/feld.png)"


@WITH_SCRIPT_LATER_WITHOUT
def test_a_picture_in_a_draft_and_a_zip_that_brings_the_course_back_changed(open_page, sign_in, script):
    page = sign_in(open_page(script=script), "personalentwicklung")
    page.goto(f"/studio/courses/{COURSE}")
    press(page, "Change this course")
    follow(page, "Add a file")
    press(page, "Add the file")
    expect(page.get_by_text("Please choose a file.").first).to_be_visible()
    given = {"name": "Feld.PNG", "mimeType": "image/png", "buffer": picture("PNG")}
    page.get_by_label("File", exact=True).set_input_files(given)
    page.get_by_label("Alternative text or name").fill("Ein grünes Feld")
    press(page, "Add the file")
    expect(page.locator("#files")).to_contain_text("stands in no text yet")
    with page.expect_navigation():
        page.locator("#units .line__title a").nth(1).click()
    text = page.get_by_label("Text", exact=True)
    page.locator("summary", has_text="Pictures and other files").click()
    expect(page.get_by_text(LINE, exact=True)).to_be_visible()
    if script:
        page.get_by_role("button", name=re.compile("Insert ?: feld.png")).click()
        expect(page.locator("#preview img[alt='Ein grünes Feld']")).to_be_visible(timeout=AT_ONCE)
    else:
        text.fill(f"{text.input_value()}\n\n{LINE}\n")
    press(page, "Save")
    follow(page, "Back to the course")
    expect(page.locator("#files")).to_contain_text("stands in:")
    follow(page, "feld.png")
    assert not script or faults_on_the_way(page) == []
    page.go_back()

    with page.expect_download() as draft:
        page.get_by_role("link", name="Download as ZIP").click()
    page.get_by_role("button", name="Discard the draft").click()
    if script:
        page.get_by_role("dialog").get_by_role("button", name="Discard the draft").click()
    expect(page.get_by_text("is gone.")).to_be_visible()
    pack = draft.value.path()
    with zipfile.ZipFile(io.BytesIO(pack.read_bytes())) as archive:
        assert f"courses/{COURSE}/files/feld.png" in archive.namelist()

    page.goto("/studio/courses")
    follow(page, "Read in courses")
    page.get_by_label("ZIP file").set_input_files(
        {"name": "kurse.zip", "mimeType": "application/zip", "buffer": pack.read_bytes()}
    )
    press(page, "See what is in it")
    expect(page.get_by_text("2 files are different from edition 1")).to_be_visible()
    assert not script or faults_on_the_way(page) == []
    press(page, "Take over 1 course as a draft")
    expect(page.get_by_text("1 course is a draft now.")).to_be_visible()
    expect(page.locator("#files")).to_contain_text("feld.png")
