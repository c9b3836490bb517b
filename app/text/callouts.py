"""Callouts and what can be folded away, written as quotes that say what they are.

> [!warning] Achtung
> Ein offener Verteiler ist eine Datenpanne.

> [!note]- Mehr dazu
> Das liest nur, wer es aufklappt.
"""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

KINDS = ("note", "tip", "warning", "example")
BEGINNING = re.compile(r"\[!(\w+)\](-?)[ \t]+(\S[^\n]*)(?:\n|\Z)")
MENTION = re.compile(r"^[ \t>]*\[!(\w*)\](-?)[ \t]*(.*)$")
BEFORE_INLINE = 25
CLASSES = {f"callout callout--{kind}" for kind in KINDS}


class Callouts(Extension):
    """Makes them of quotes that begin so; every other quote stays one."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the parser asks for it by this name
        """Before words in bold and links are found, so that titles may hold some."""
        md.treeprocessors.register(_Maker(md), "callouts", BEFORE_INLINE)


class _Maker(Treeprocessor):
    """Quotes that stand below each other are one quote to Markdown: each beginning in it begins a callout.

    The innermost first, since they move into what is made of those around them.
    """

    def run(self, root: Element) -> None:
        for parent in reversed(list(root.iter())):
            for quote in [child for child in parent if child.tag == "blockquote"]:
                place = list(parent).index(quote)
                parent.remove(quote)
                for more, part in enumerate(_parts(quote)):
                    parent.insert(place + more, part)


def _parts(quote: Element) -> list[Element]:
    """The callouts in a quote, and the quote before them where there is one."""
    parts: list[Element] = []
    for child in list(quote):
        found = BEGINNING.match(child.text or "") if child.tag == "p" else None
        if found and found[1].lower() in KINDS:
            parts.append(_begun(found))
            child.text = (child.text or "")[found.end() :]
            if not child.text and not len(child):
                continue
        elif not parts:
            parts.append(Element("blockquote"))
        parts[-1].append(child)
    return parts


def _begun(found: re.Match[str]) -> Element:
    if found[2]:
        begun = Element("details")
        SubElement(begun, "summary").text = found[3]
        return begun
    begun = Element("aside", {"class": f"callout callout--{found[1].lower()}"})
    SubElement(SubElement(begun, "p"), "strong").text = found[3]
    return begun


def bad_callouts(text: str) -> list[tuple[int, str]]:
    """The line and the kind of each quote that looks like one of these and is none: of no known kind, or untitled."""
    found = []
    for number, line in enumerate(text.split("\n"), start=1):
        mention = MENTION.match(line) if line.lstrip().startswith(">") else None
        if mention and (mention[1].lower() not in KINDS or not mention[3]):
            found.append((number, mention[1]))
    return found
