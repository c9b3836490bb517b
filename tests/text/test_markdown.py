"""Markdown becomes HTML that holds only what the allow-list names, whatever is typed (R45, R54)."""

from urllib.parse import SplitResult, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.text import markdown
from app.text.markdown import TooLong, TooTangled, contents, to_html
from app.text.media import Medium, Shape
from tests.text.payloads import payloads

ALLOWED = {
    "a": {"href", "title", "rel"},
    "img": {"src", "alt", "title"},
    **{heading: {"id"} for heading in ("h2", "h3", "h4")},
    "th": {"align", "role"},
    "td": {"align", "role", "data-label", "data-figure"},
    **{part: {"role"} for part in ("table", "thead", "tbody", "tr")},
    "ol": {"start"},
    "aside": {"class"},
    **{tag: set() for tag in ("details", "summary")},
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
    if node.get("class") not in (None, "callout callout--note", "callout callout--tip"):
        found.append(f"a class {node.get('class')!r}")
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


def test_a_quote_that_says_what_it_is_becomes_a_callout_or_is_folded_away():
    html = to_html(
        "> Ein Zitat\n\n> [!tip] Gut zu *wissen*\n> Ein [Kurs](/courses).\n\n"
        "> [!note]- Mehr dazu\n> Lang.\n>\n> > [!note] Innen\n> > Auch.\n\n> [!danger] Bleibt ein Zitat"
    )

    assert faults(html) == []
    assert html == (
        "<blockquote>\n<p>Ein Zitat</p>\n</blockquote>\n"
        '<aside class="callout callout--tip">\n<p><strong>Gut zu <em>wissen</em></strong></p>\n'
        '<p>Ein <a href="/courses" rel="noopener noreferrer">Kurs</a>.</p>\n</aside>\n'
        "<details>\n<summary>Mehr dazu</summary>\n<p>Lang.</p>\n"
        '<aside class="callout callout--note">\n<p><strong>Innen</strong></p>\n<p>Auch.</p>\n</aside>\n'
        "<p>[!danger] Bleibt ein Zitat</p>\n</details>"
    )


MEDIA = {
    "p.png": Medium("/f/p.png", Shape.PICTURE, width=2, height=1),
    "v.mp4": Medium("/f/v.mp4", Shape.VIDEO, captions="/f/v.vtt", transcript=["<b>&"]),
    "d.pdf": Medium("/f/d.pdf", Shape.DOWNLOAD, note="PDF, 1 kB"),
}
ALLOWED_WITH_MEDIA = ALLOWED | {
    "a": ALLOWED["a"] | {"download"},
    "img": ALLOWED["img"] | {"width", "height", "loading"},
    "video": {"controls", "preload", "src", "aria-label"},
    "track": {"kind", "src", "srclang", "label", "default"},
    "figure": set(),
    "figcaption": set(),
}


def test_what_is_written_around_a_file_does_not_leave_the_allow_list_either(monkeypatch):
    monkeypatch.setitem(globals(), "ALLOWED", ALLOWED_WITH_MEDIA)
    around = [
        form.format(attack.replace("\n", " "))
        for attack in payloads()
        for form in ('![{0}](files/p.png "{0}")', "![{0}](files/v.mp4)", "[{0}](files/d.pdf)", "![a](files/{0})")
    ]

    got_through = {text: found for text in around if (found := faults(to_html(text, MEDIA)))}

    assert got_through == {}
