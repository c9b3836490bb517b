"""Markdown becomes HTML that holds only what the allow-list names, whatever is typed (R45, R54)."""

from urllib.parse import SplitResult, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.text import markdown
from app.text.markdown import TooLong, TooTangled, contents, to_html
from tests.text.payloads import payloads

ALLOWED = {
    "a": {"href", "title", "rel"},
    "img": {"src", "alt", "title"},
    **{heading: {"id"} for heading in ("h2", "h3", "h4")},
    "th": {"align", "role"},
    "td": {"align", "role", "data-label", "data-figure"},
    **{part: {"role"} for part in ("table", "thead", "tbody", "tr")},
    "ol": {"start"},
    **{tag: set() for tag in ("blockquote", "br", "code", "dd", "del", "dl", "dt", "em", "hr", "li", "p", "pre")},
    **{tag: set() for tag in ("strong", "sub", "sup", "ul")},
}
"""The tags and attributes that may come out, typed by hand: not read from the code under test."""
LEAST_PAYLOADS = 869


def faults(html: str) -> list[str]:
    """What a browser would find in the HTML that may not be there."""
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    found = []
    for node in tree.iter():
        if node is tree:
            continue
        if not isinstance(node.tag, str):
            found.append("a comment")
            continue
        allowed = ALLOWED.get(node.tag)
        if allowed is None:
            found.append(f"<{node.tag}>")
            continue
        found.extend(f"{node.tag} {name}" for name in node.attrib if name not in allowed)
        found.extend(bad_addresses(node))
    return found


def bad_addresses(node: Element) -> list[str]:
    target, source, anchor = node.get("href"), node.get("src"), node.get("id")
    found = []
    if target is not None and not is_good_target(target):
        found.append(f"leads to {target!r}")
    if target is not None and node.get("rel") != "noopener noreferrer":
        found.append("a link without rel")
    if node.tag == "img" and (source is None or not is_own(source)):
        found.append(f"a picture from {source!r}")
    if anchor is not None and not anchor.startswith("s-"):
        found.append(f"an anchor named {anchor!r}")
    return found


def is_good_target(address: str) -> bool:
    parts = parsed(address)
    return is_own(address) or (parts.scheme in ("http", "https", "mailto") and "@" not in parts.netloc)


def is_own(address: str) -> bool:
    parts = parsed(address)
    return not parts.scheme and not parts.netloc and "\\" not in address


def parsed(address: str) -> SplitResult:
    try:
        return urlsplit(address)
    except ValueError:
        return SplitResult("broken", "", "", "", "")


def test_there_are_enough_attacks():
    assert len(set(payloads())) >= LEAST_PAYLOADS


def test_no_attack_leaves_the_allow_list():
    got_through = {attack: found for attack in payloads() if (found := faults(to_html(attack)))}

    assert got_through == {}


def test_the_oracle_sees_what_it_should():
    bad = '<p onclick="x">a</p><script>x</script><img src="//evil.example"><a href="javascript:x">x</a><h2 id="top">'

    assert faults(bad) == [
        "p onclick",
        "<script>",
        "a picture from '//evil.example'",
        "leads to 'javascript:x'",
        "a link without rel",
        "an anchor named 'top'",
    ]


def test_without_the_allow_list_the_attacks_get_through(monkeypatch):
    monkeypatch.setattr(markdown, "_clean", lambda html: html)

    assert sum(bool(faults(to_html(attack))) for attack in payloads()) > 100


ALPHABET = "<>[]()!\"'`*_\\&;:#/=-|\n\t a1jsx"
PIECES = [
    "javascript:",
    "<script",
    "onerror=",
    "](",
    "![",
    "&#106;",
    "//",
    "https://",
    "data:",
    "</",
    "\n\n",
    "  ",
    "x",
]


@settings(max_examples=300, deadline=None)
@given(
    st.one_of(st.text(ALPHABET, max_size=80), st.lists(st.sampled_from(PIECES), max_size=12).map("".join), st.text())
)
def test_nothing_that_can_be_typed_leaves_the_allow_list(text):
    assert faults(to_html(text)) == []


def test_what_people_write_looks_as_they_meant_it():
    html = to_html("## Über uns\n\nEin *Wort*, ein **zweites**.\n\n- eins\n- zwei\n\n[Kurse](/courses)")

    assert html == (
        '<h2 id="s-über-uns">Über uns</h2>\n<p>Ein <em>Wort</em>, ein <strong>zweites</strong>.</p>\n'
        '<ul>\n<li>eins</li>\n<li>zwei</li>\n</ul>\n<p><a href="/courses" rel="noopener noreferrer">Kurse</a></p>'
    )


def test_a_picture_of_this_site_stays_and_one_from_elsewhere_becomes_its_words():
    own = html5lib.parseFragment(to_html("![Ein Schaubild](chart.png)"), namespaceHTMLElements=False).find(".//img")

    assert own.attrib == {"src": "chart.png", "alt": "Ein Schaubild"}
    assert to_html("![Ein Schaubild](https://evil.example/p.gif)") == "<p>Ein Schaubild</p>"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[https://bank.example](https://evil.example/)", "https://evil.example/"),
        ("[www.bank.example](https://evil.example/)", "https://evil.example/"),
        ("[bank.example](https://evil.example/)", "https://evil.example/"),
        ("[**https://bank.example**](https://evil.example/)", "https://evil.example/"),
        ("[https://bank.example](/sign-out)", "/sign-out"),
        ("[ada@stadt.example](mailto:eve@evil.example)", "mailto:eve@evil.example"),
        ("[bank.example](https://www.bank.example/konto)", "bank.example"),
        ("[zum Leitfaden](https://bund.example/leitfaden)", "zum Leitfaden"),
        ("[README.md](/pages/help)", "README.md"),
        ("[CC BY 4.0](https://creativecommons.org/licenses/by/4.0/)", "CC BY 4.0"),
        ("[10.2760/115376](https://doi.org/10.2760/115376)", "10.2760/115376"),
        ("[10.0.0.1](https://evil.example/)", "https://evil.example/"),
        ("[xn--bcher-kva.example](https://evil.example/)", "https://evil.example/"),
        ("[bank.xn--p1ai](https://evil.example/)", "https://evil.example/"),
        ("[ada@stadt.example](mailto:ada@stadt.example)", "ada@stadt.example"),
    ],
)
def test_a_link_that_looks_like_another_address_says_where_it_leads(text, shown):
    tree = html5lib.parseFragment(to_html(text), namespaceHTMLElements=False)

    assert "".join(tree.find(".//a").itertext()) == shown


@pytest.mark.parametrize(
    "bomb",
    [
        ">" * 10_000,
        "> " * 10_000,
        "[" * 10_000,
        "![" * 10_000,
        "[a](" * 10_000,
        "`a" * 10_000,
        "\\" * 10_000,
        "*a **b " * 5_000,
        "_" * 10_000,
        "- " * 10_000,
        "1. " * 10_000,
        "a\n: " * 10_000,
        "\n\n<" * 10_000,
        "x\n=\n" * 10_000,
        "> - " * 20 + "a",
    ],
    ids=lambda bomb: repr(bomb[:8]),
)
def test_a_text_that_would_take_too_long_is_refused_before_it_is_read(bomb, monkeypatch):
    monkeypatch.setattr(markdown, "_markdown", lambda: pytest.fail("it was read"))

    with pytest.raises(TooTangled):
        to_html(bomb)


@pytest.mark.parametrize("text", ["a" * (256 * 1024 + 1), "ä" * (128 * 1024 + 1)])
def test_a_text_over_256_kib_is_refused(text):
    with pytest.raises(TooLong):
        to_html(text)


def test_a_long_honest_text_is_rendered():
    text = "## Abschnitt\n\nEin Satz mit [Link](/courses), `Wort` und *Betonung*.\n\n> - Zitat\n\n" * 300

    assert to_html(text).count("<h2") == 300


def test_signs_that_reorder_or_hide_text_are_removed():
    assert to_html("a\u202eb\u200bc\x07d\ufeff") == "<p>abcd</p>"


def test_the_main_headings_of_a_text_are_its_contents():
    html = to_html("## Platz *zurückgeben*\n\nText\n\n### Darunter\n\n## Fragen & Antworten\n")

    assert contents(html) == [
        ("s-platz-zurückgeben", "Platz zurückgeben"),
        ("s-fragen-antworten", "Fragen & Antworten"),
    ]
