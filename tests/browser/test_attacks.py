"""Attacks that went through the Markdown renderer stand on one page: nothing of them runs, and nothing leaves it."""

import pytest
from playwright.sync_api import Browser

from app.text.markdown import to_html
from app.text.media import Medium, Shape
from tests.text.payloads import SCRIPT, payloads

pytestmark = pytest.mark.deep

LEAST = 869
ADDRESS = "http://127.0.0.1/attacks"
MEDIA = {"p.png": Medium("/f/p.png", Shape.PICTURE, width=2, height=1), "v.mp4": Medium("/f/v.mp4", Shape.VIDEO)}


def run(chromium: Browser, parts: list[str]) -> tuple[int, set[str], set[str]]:
    """How often something ran, what was asked for elsewhere, and the schemes of all links.

    Everything is unfolded, hovered over, focused and clicked.
    """
    page = chromium.new_page()
    ran: list[str] = []
    asked: set[str] = set()
    html = "<!doctype html><title>x</title>" + "".join(f"<section>{part}</section>" for part in parts)
    page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: asked.add(request.url))
    page.route("**/*", lambda route: route.fulfill(body=html if route.request.url == ADDRESS else ""))
    page.expose_function("told", lambda text: ran.append(text))
    page.add_init_script("window.alert = text => window.told(String(text))")
    page.goto(ADDRESS)
    page.evaluate(
        """() => {
            document.addEventListener("click", event => event.preventDefault());
            for (const one of document.querySelectorAll("details")) one.open = true;
            for (const one of document.querySelectorAll("body *")) {
                for (const kind of ["mouseover", "focus", "click", "toggle", "error", "load"])
                    one.dispatchEvent(new Event(kind, { bubbles: true, cancelable: true }));
            }
            return new Promise(done => setTimeout(done, 500));
        }"""
    )
    schemes = set(page.eval_on_selector_all("a[href]", "links => links.map(link => link.protocol)"))
    page.close()
    return len(ran), {url for url in asked if not url.startswith("http://127.0.0.1/")}, schemes


def test_no_attack_runs_or_asks_for_anything_elsewhere(chromium):
    rendered = [to_html(attack, MEDIA) for attack in payloads()]
    rendered += [to_html(f"![{one}](files/p.png) [{one}](files/v.mp4)\n\n![{one}](files/v.mp4)") for one in SCRIPT]

    assert len(rendered) >= LEAST
    assert run(chromium, rendered) == (0, set(), {"http:", "https:"})


def test_the_page_notices_what_runs(chromium):
    bad = ["<img src=x onerror=alert(1)>", "<img src=https://evil.example/x.png>", "<a href=javascript:alert(1)>x</a>"]

    ran, asked, schemes = run(chromium, bad)

    assert ran > 0
    assert (asked, schemes) == ({"https://evil.example/x.png"}, {"javascript:"})
