"""What a device keeps of a door is the same for every door and says nothing of anybody."""

import json
import re

import pytest

from app.web import assets
from app.web.assets import STATIC


def kept(client):
    return json.loads(re.search(r"const KEPT = (\[.*?\]);", client.get("/door/worker.js").text)[1])


def test_the_worker_stands_before_the_pages_of_a_door_and_before_no_others(client):
    answer = client.get("/door/worker.js")

    assert answer.mimetype == "text/javascript"
    assert answer.headers["Service-Worker-Allowed"] == "/door"
    assert 'const SHELL = "/door/offline"' in answer.text


def test_everything_that_it_keeps_is_there_and_is_all_that_its_page_asks_for(client):
    page, listed = client.get("/door/offline").text, kept(client)

    assert {client.get(path).headers["Cache-Control"] for path in listed} == {"public, max-age=31536000, immutable"}
    asked = set(re.findall(r'(?:href|src|data-scanner)="(/assets/[^"#]+)', page))
    assert asked - {path for path in asked if "door-192" in path} <= set(listed)


def test_fonts_and_pictures_that_the_style_sheet_asks_for_first_are_among_them(client):
    used = assets.URL.findall((STATIC / "css/fonts.css").read_text(encoding="utf-8"))

    assert any("Regular" in address for _, address in used)
    assert [path for path in kept(client) if "Regular" in path]


def test_it_can_be_put_on_the_first_screen_of_a_telephone(client):
    described = client.get("/door/manifest.webmanifest")

    assert described.mimetype == "application/manifest+json"
    assert described.json["scope"] == described.json["start_url"] == described.json["id"] == "/door"
    assert described.json["display"] == "standalone"
    assert {client.get(icon["src"]).mimetype for icon in described.json["icons"]} == {"image/png"}


@pytest.mark.parametrize("path", ["/door/offline", "/door/worker.js", "/door/manifest.webmanifest"])
def test_what_a_device_keeps_is_the_same_for_everybody(client, cast, path):
    def read():
        return re.sub(r'csrf_token" value="[^"]*', "", client.get(path).text)

    before = read()
    client.sign_in(cast.ada)

    assert read() == before
    assert "Ahrens" not in before
