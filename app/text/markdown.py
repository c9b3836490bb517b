"""Markdown to safe HTML: raw HTML is off, and what comes out passes an allow-list (R45)."""

import re
from collections.abc import Mapping
from functools import lru_cache
from html import unescape
from urllib.parse import urlsplit

import nh3
from markdown import Markdown
from markdown.extensions.toc import slugify_unicode

from app.text.callouts import CLASSES, Callouts
from app.text.media import INSIDE_TAG, LATER, Medium, Reference, numbered, references, with_media
from app.text.tables import label_cells

LONGEST = 256 * 1024
LONGEST_KEPT, MOST_KEPT = 32 * 1024, 64
MOST_MARKS = {"[": 2000, "\\": 4000, "`": 6000, "*": 8000, "_": 8000, "~": 8000, ">": 8000, "<": 8000, "&": 8000}
MOST_MARKS_IN_BLOCK = {"[": 200, "\\": 1000, "`": 1000, "*": 1000}
MOST_LINES = 10_000
MOST_LINES_IN_BLOCK = 1000
MOST_BLOCKS = 4000
DEEPEST = 12
HEADING_PREFIX = "s-"
TAGS = {
    "a", "aside", "blockquote", "br", "code", "dd", "del", "details", "dl", "dt", "em", "h2", "h3", "h4", "hr", "img",
    "li", "ol", "p", "pre", "strong", "sub", "summary", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "h2": {"id"},
    "h3": {"id"},
    "h4": {"id"},
    "th": {"align"},
    "td": {"align"},
    "ol": {"start"},
    "aside": {"class"},
}
SCHEMES = {"http", "https", "mailto"}
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
BLANK_LINE = re.compile(r"\n[ \t]*\n")
NESTING = re.compile(r"^(?:[ \t]*(?:>|[-+*]|\d+[.)])(?=[ \t>]|$))+", re.MULTILINE)
MARK_OF_NESTING = re.compile(r">|[-+*]|\d+[.)]")
LINK = re.compile(rf"<a( {INSIDE_TAG})>(.*?)</a>", re.DOTALL)
TARGET = re.compile(r' href="([^"]*)"')
PICTURE = re.compile(rf"<img({INSIDE_TAG})>")
BEGINNING = re.compile(r"(?<![\w/.])/")
NUMBERED = re.compile(r"/(\d+)(/.*)")
ALTERNATIVE = re.compile(r' alt="([^"]*)"')
HEADING = re.compile(r'<h2 id="([^"]+)">(.*?)</h2>', re.DOTALL)
HEADING_TAG = re.compile(r'<(/?)h([2-4])(?: id="[^"]*")?>')
TAG = re.compile(rf"<{INSIDE_TAG}>")
FULL_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]{1,20}://|www\.)\S+", re.IGNORECASE)
ADDRESS = re.compile(
    rf"{FULL_ADDRESS.pattern}|[\w-]+(?:\.[\w-]+)*\.(?:[^\W\d_]{{2,}}|xn--[\w-]+)|\d+(?:\.\d+){{3}}", re.IGNORECASE
)
"""A host ends in letters or is four numbers: “CC BY 4.0” and the number of a publication are no addresses."""


class TooLong(ValueError):
    """The text is longer than Lotse renders."""


class TooTangled(TooLong):
    """The text holds more marks, or nests them deeper, than people write: it would take too long to render."""


def to_html(text: str, media: Mapping[str, Medium] | None = None) -> str:
    """Safe HTML of a Markdown text; raises TooLong over 256 KiB, TooTangled where it would take too long (R54).

    `media` are the files beside the text by name; without, the text has none.
    """
    safe = label_cells(_tell_true_targets(_clean(_converted(text))))
    return safe if media is None else with_media(safe, media)


def file_references(text: str) -> list[Reference]:
    """Where a text shows a picture or offers a file beside it, with the lines; raises as `to_html`."""
    return references(_converted(numbered(text)), text)


def as_part(html: str) -> str:
    """A text that `to_html` has made, one level further down: one of several on paper, without anchors."""
    return HEADING_TAG.sub(lambda tag: f"<{tag[1]}h{int(tag[2]) + 1}>", html).replace(LATER, "")


def _converted(text: str) -> str:
    """The HTML before the allow-list: nothing that may be sent."""
    if len(text) > LONGEST or len(text.encode(errors="replace")) > LONGEST:
        raise TooLong
    return _kept_html(text) if len(text) <= LONGEST_KEPT else _made_html(text)


@lru_cache(maxsize=MOST_KEPT)
def _kept_html(text: str) -> str:
    """Texts of usual length are kept: while one unit of a course is written, all are looked at again and again."""
    return _made_html(text)


def _made_html(text: str) -> str:
    text = CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    _refuse_tangles(text)
    return _markdown().convert(text)


def own_links(text: str) -> list[tuple[int, str]]:
    """The line and the address of each link to this site; raises as `to_html`.

    Whatever may begin an address is given the number of its line; what comes out as a link still has it.
    """
    lines = text.split("\n")
    html = to_html("\n".join(BEGINNING.sub(f"/{number}/", line) for number, line in enumerate(lines, start=1)))
    targets = (TARGET.search(attributes) for attributes, _words in LINK.findall(html))
    found = (NUMBERED.fullmatch(unescape(target[1])) for target in targets if target)
    return [(int(link[1]), link[2]) for link in found if link]


def contents(html: str) -> list[tuple[str, str]]:
    """What stands in a text that `to_html` has made: the anchor and the words of each of its main headings."""
    return [(heading[1], unescape(TAG.sub("", heading[2]))) for heading in HEADING.finditer(html)]


def _refuse_tangles(text: str) -> None:
    blocks = BLANK_LINE.split(text)
    if text.count("\n") > MOST_LINES or len(blocks) > MOST_BLOCKS or _has_more(text, MOST_MARKS):
        raise TooTangled
    for block in blocks:
        if block.count("\n") > MOST_LINES_IN_BLOCK or _has_more(block, MOST_MARKS_IN_BLOCK):
            raise TooTangled
    if any(len(MARK_OF_NESTING.findall(start[0])) > DEEPEST for start in NESTING.finditer(text)):
        raise TooTangled


def _has_more(text: str, most: dict[str, int]) -> bool:
    return any(text.count(mark) > number for mark, number in most.items())


def _markdown() -> Markdown:
    parser = Markdown(
        extensions=["tables", "sane_lists", "def_list", "fenced_code", "toc", Callouts()],
        extension_configs={"toc": {"slugify": _heading_id, "permalink": False}},
        output_format="html",
    )
    parser.preprocessors.deregister("html_block")
    parser.inlinePatterns.deregister("html")
    return parser


def _heading_id(value: str, separator: str) -> str:
    return HEADING_PREFIX + slugify_unicode(value, separator)


def _clean(html: str) -> str:
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel="noopener noreferrer",
        attribute_filter=_filter,
    )


def _filter(_tag: str, name: str, value: str) -> str | None:
    if name == "class":
        return value if value in CLASSES else None
    if name == "src":
        return value if _is_own(value) else None
    if name == "href":
        return value if _is_own(value) or _is_plain(value) else None
    return value


def _is_own(address: str) -> bool:
    """Whether it leads to this site: a picture from elsewhere would tell that somebody reads here."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return not parts.scheme and not parts.netloc and "\\" not in address


def _is_plain(address: str) -> bool:
    """Whether the address says its scheme, and does not hide its host behind a name before an @."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in SCHEMES and "\\" not in address and "@" not in parts.netloc


def _tell_true_targets(html: str) -> str:
    """A link whose words look like another address gets the words of its target; a picture without source, its own.

    Works on what the allow-list let through, which is regular: quoted attributes, no link inside a link.
    """
    return LINK.sub(_true_link, PICTURE.sub(_picture_or_words, html))


def _true_link(link: re.Match[str]) -> str:
    attributes, words = link[1], link[2]
    target = TARGET.search(attributes)
    if target is None:
        return words
    said, goes_to = unescape(TAG.sub("", words)), unescape(target[1])
    address = (FULL_ADDRESS if _is_own(goes_to) else ADDRESS).search(said)
    if address is None or _host(address[0]) == _host(goes_to):
        return link[0]
    return f"<a{attributes}>{target[1]}</a>"


def _host(address: str) -> str:
    """The host of an address as people see it; of mail, what stands behind the @."""
    if address.lower().startswith("mailto:"):
        return address.partition("?")[0].rpartition("@")[2].lower()
    try:
        host = urlsplit(address if "://" in address else f"//{address}").hostname or ""
    except ValueError:
        return address
    return host.removeprefix("www.")


def _picture_or_words(picture: re.Match[str]) -> str:
    if " src=" in picture[1]:
        return picture[0]
    alternative = ALTERNATIVE.search(picture[1])
    return alternative[1] if alternative else ""
