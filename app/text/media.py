"""Pictures, recordings and downloads in texts: the files that lie beside a text, written as `files/name.png`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from html import escape, unescape

FOLDER = "files/"
LATER = ' loading="lazy"'
INSIDE_TAG = r"""(?:[^">]|"[^"]*")*"""
ALONE = re.compile(rf"<p>\s*<img({INSIDE_TAG})>\s*</p>")
IMAGE = re.compile(rf"<img({INSIDE_TAG})>")
LINK = re.compile(rf"<a( {INSIDE_TAG})>(.*?)</a>", re.DOTALL)
ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')
MENTION = re.compile(r"(?<![\w/.-])files/")
NUMBERED = re.compile(r"files/(\d+)/(.*)")
WORDS = {"de": ("Untertitel", "Abschrift"), "en": ("Captions", "Transcript")}


class Shape(StrEnum):
    """How a file is shown."""

    PICTURE = "picture"
    VIDEO = "video"
    AUDIO = "audio"
    DOWNLOAD = "download"


@dataclass(frozen=True)
class Medium:
    """A file beside a text, as its page shows it. `note` says kind and size of a download."""

    address: str
    shape: Shape
    note: str = ""
    width: int = 0
    height: int = 0
    captions: str = ""
    transcript: Sequence[str] = ()
    language: str = "de"


@dataclass(frozen=True)
class Reference:
    """Where a text shows or offers a file, or shows a picture from elsewhere."""

    line: int
    address: str

    @property
    def name(self) -> str | None:
        """The file's name, or None where the address leads elsewhere."""
        return self.address.removeprefix(FOLDER) if self.address.startswith(FOLDER) else None


def with_media(html: str, media: Mapping[str, Medium]) -> str:
    """The same page with the files in their places; one that is not there becomes its words.

    Works on what the allow-list let through, which is regular: quoted attributes, no link inside a link.
    """
    html = ALONE.sub(lambda found: _alone(found[0], _attributes(found[1]), media), html)
    html = IMAGE.sub(lambda found: _inline(found[0], _attributes(found[1]), media), html)
    return LINK.sub(lambda found: _link(found[0], _attributes(found[1]), found[2], media), html)


def numbered(text: str) -> str:
    """The text with the number of its line in each mention of a file, for `references`."""
    return "\n".join(MENTION.sub(f"files/{n}/", line) for n, line in enumerate(text.split("\n"), start=1))


def references(html: str, text: str) -> list[Reference]:
    """What a `numbered` text refers to, once it is HTML; `text` tells the line of what is no file of ours."""
    found = []
    for image in IMAGE.finditer(html):
        found.append(_reference(_attributes(image[1]).get("src", ""), text))
    for link in LINK.finditer(html):
        address = _attributes(link[1]).get("href", "")
        if address.startswith(FOLDER):
            found.append(_reference(address, text))
    return found


def _reference(address: str, text: str) -> Reference:
    if own := NUMBERED.fullmatch(address):
        return Reference(int(own[1]), f"{FOLDER}{own[2]}")
    return Reference(text[: max(text.find(address), 0)].count("\n") + 1, address)


def _attributes(written: str) -> dict[str, str]:
    return {name: unescape(value) for name, value in ATTRIBUTE.findall(written)}


def _alone(html: str, values: Mapping[str, str], media: Mapping[str, Medium]) -> str:
    medium = _medium(values.get("src"), media)
    if medium is None or medium.shape is Shape.DOWNLOAD:
        return html
    title = values.get("title", "")
    caption = f"<figcaption>{escape(title)}</figcaption>" if title else ""
    if medium.shape is Shape.PICTURE:
        return f"<figure>{_picture(medium, values)}{caption}</figure>"
    return f"<figure>{_recording(medium, values)}{caption}{_transcript(medium)}</figure>"


def _inline(html: str, values: Mapping[str, str], media: Mapping[str, Medium]) -> str:
    source, words = values.get("src", ""), values.get("alt", "")
    medium = _medium(source, media)
    if medium is None:
        return escape(words) if source.startswith(FOLDER) else html
    return _picture(medium, values) if medium.shape is Shape.PICTURE else _download(medium, escape(words))


def _link(html: str, values: Mapping[str, str], words: str, media: Mapping[str, Medium]) -> str:
    target = values.get("href", "")
    medium = _medium(target, media)
    if medium is None:
        return words if target.startswith(FOLDER) else html
    return _download(medium, words)


def _medium(address: str | None, media: Mapping[str, Medium]) -> Medium | None:
    return media.get(address.removeprefix(FOLDER)) if address and address.startswith(FOLDER) else None


def _picture(medium: Medium, values: Mapping[str, str]) -> str:
    size = f' width="{medium.width}" height="{medium.height}"' if medium.width else ""
    return f'<img src="{escape(medium.address)}" alt="{escape(values.get("alt", ""))}"{size}{LATER}>'


def _recording(medium: Medium, values: Mapping[str, str]) -> str:
    captions = ""
    if medium.shape is Shape.VIDEO and medium.captions:
        spoken = f'srclang="{medium.language}" label="{WORDS[medium.language][0]}"'
        captions = f'<track kind="captions" src="{escape(medium.captions)}" {spoken} default>'
    named = f'src="{escape(medium.address)}" aria-label="{escape(values.get("alt", ""))}"'
    return f'<{medium.shape} controls preload="metadata" {named}>{captions}</{medium.shape}>'


def _transcript(medium: Medium) -> str:
    said = "".join(f"<p>{escape(part)}</p>" for part in medium.transcript)
    return f"<details><summary>{WORDS[medium.language][1]}</summary>{said}</details>" if said else ""


def _download(medium: Medium, words: str) -> str:
    note = f" ({escape(medium.note)})" if medium.note else ""
    return f'<a href="{escape(medium.address)}" download rel="noopener noreferrer">{words}{note}</a>'
