"""Markdown to safe HTML: raw HTML is off, and what comes out passes an allow-list (R45)."""

import re
from urllib.parse import urlsplit

import nh3
from markdown import Markdown
from markdown.extensions.toc import slugify_unicode

LONGEST = 256 * 1024
HEADING_PREFIX = "s-"
TAGS = {
    "a", "blockquote", "br", "code", "dd", "del", "dl", "dt", "em", "h2", "h3", "h4", "hr", "img", "li", "ol", "p",
    "pre", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
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
}
SCHEMES = {"http", "https", "mailto"}
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]")


class TooLong(ValueError):
    """The text is longer than Lotse renders."""


def to_html(text: str) -> str:
    """Safe HTML of a Markdown text; raises TooLong over 256 KiB."""
    if len(text.encode()) > LONGEST:
        raise TooLong
    return _clean(_markdown().convert(CONTROL.sub("", text)))


def _markdown() -> Markdown:
    parser = Markdown(
        extensions=["tables", "sane_lists", "def_list", "fenced_code", "toc"],
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
    if name == "src":
        return value if _is_own(value) else None
    return value


def _is_own(address: str) -> bool:
    parts = urlsplit(address)
    return not parts.scheme and not parts.netloc and "\\" not in address and not address.startswith("//")
