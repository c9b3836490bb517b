"""Pictures, headings and links: what people who can't see the page hear of it."""

import re
from collections.abc import Iterator

from flask_babel import gettext as _

from app.content.findings.finding import Finding, Kind, Text
from app.content.passages import Passage

FIRST_DEPTH, LAST_DEPTH = 2, 4
ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
EMPTY_WORDS = {
    "hier", "hier klicken", "klick hier", "klicken", "klicken sie hier", "dort", "da", "link", "dieser link",
    "zum link", "mehr", "mehr dazu", "mehr erfahren", "mehr lesen", "weiter", "weiterlesen",
    "weitere informationen", "details",
    "here", "click here", "this link", "more", "read more", "learn more",
}  # fmt: skip


def pictures(text: Text) -> Iterator[Finding]:
    """Every picture says in words what it shows."""
    for picture in (picture for passage in text.passages for picture in passage.pictures):
        if not picture.words:
            sentence = _("The picture has no alternative text. Write between [ and ] what it tells.")
            yield text.error(text.line(picture), Kind.PICTURE, sentence)


def headings(text: Text) -> Iterator[Finding]:
    """The title of the page is the only one of the first depth, and no depth is left out on the way down."""
    before = FIRST_DEPTH - 1
    for heading in (passage for passage in text.passages if passage.depth):
        if sentence := _wrong_depth(heading, before):
            yield text.error(text.line(heading), Kind.HEADING, sentence)
        before = min(max(heading.depth, FIRST_DEPTH), LAST_DEPTH)


def links(text: Text) -> Iterator[Finding]:
    """The words of a link say where it leads, also when they are read out alone."""
    for link in (link for passage in text.passages for link in passage.links):
        words = link.words
        if not words:
            sentence = _("The link has no words. Write between [ and ] where it leads.")
            yield text.error(text.line(link), Kind.LINK, sentence)
        elif words.strip(" .…:>→»").lower() in EMPTY_WORDS:
            sentence = _(
                "“%(words)s” does not say where the link leads. Write that instead, such as the title of the page.",
                words=words,
            )
            yield text.error(text.line(link), Kind.LINK, sentence)
        elif ADDRESS.fullmatch(words):
            sentence = _(
                "The link shows its address, %(address)s. Give it words that say where it leads: [words](address).",
                address=words,
            )
            yield text.hint(text.line(link), Kind.LINK, sentence)


def _wrong_depth(heading: Passage, before: int) -> str:
    if not heading.text:
        return _("The heading is empty. Write what the section is about, or remove it.")
    marks = "#" * min(before + 1, LAST_DEPTH)
    if heading.depth < FIRST_DEPTH:
        return _(
            "“%(heading)s” is as large as the title of the page. Begin it with %(marks)s.",
            heading=heading.text,
            marks="##",
        )
    if heading.depth > LAST_DEPTH:
        return _(
            "“%(heading)s” is too deep: there are three depths, ## to ####. Begin it with %(marks)s.",
            heading=heading.text,
            marks=marks,
        )
    if heading.depth > before + 1:
        return _("“%(heading)s” leaves out a depth. Begin it with %(marks)s.", heading=heading.text, marks=marks)
    return ""
