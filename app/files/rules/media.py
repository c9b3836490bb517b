"""What may lie beside a text: pictures, recordings with what is said in them, and documents to take along."""

import enum
import re
from collections.abc import Callable

from app.files.rules.types import MEDIA_TYPES as DOCUMENT_TYPES
from app.files.rules.types import MOST_BYTES, Type
from app.text.media import Shape

MOST_RECORDING_BYTES = 500 * 1024 * 1024
HEAD = 4096
NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,80}\.[a-z0-9]{2,5}")
TIMING = re.compile(r"\d\d:\d\d[.:]\S* --> ")
SPEAKER = re.compile(r"<v(?:\.[^ >]*)? ([^>]+)>")
MARK = re.compile(r"<[^>]*>")


class MediaType(enum.StrEnum):
    """What a file beside a text may be, named by its ending."""

    PNG = "png"
    JPEG = "jpeg"
    WEBP = "webp"
    MP4 = "mp4"
    WEBM = "webm"
    MP3 = "mp3"
    OGG = "ogg"
    VTT = "vtt"
    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    ODT = "odt"
    ODS = "ods"
    TXT = "txt"
    CSV = "csv"

    @property
    def media_type(self) -> str:
        """What a browser is told."""
        return RECORDING_TYPES.get(self) or DOCUMENT_TYPES[Type(self.value)]

    @property
    def is_recording(self) -> bool:
        """Whether it is played, so that what is said must also stand there to be read."""
        return self in (MediaType.MP4, MediaType.WEBM, MediaType.MP3, MediaType.OGG)

    @property
    def most_bytes(self) -> int:
        """How large it may be."""
        return MOST_RECORDING_BYTES if self.is_recording else MOST_BYTES

    @property
    def shape(self) -> Shape:
        """How a text shows it."""
        return SHAPES.get(self, Shape.DOWNLOAD)


RECORDING_TYPES = {
    MediaType.MP4: "video/mp4",
    MediaType.WEBM: "video/webm",
    MediaType.MP3: "audio/mpeg",
    MediaType.OGG: "audio/ogg",
    MediaType.VTT: "text/vtt",
}
SHAPES = {
    MediaType.PNG: Shape.PICTURE,
    MediaType.JPEG: Shape.PICTURE,
    MediaType.WEBP: Shape.PICTURE,
    MediaType.MP4: Shape.VIDEO,
    MediaType.WEBM: Shape.VIDEO,
    MediaType.MP3: Shape.AUDIO,
    MediaType.OGG: Shape.AUDIO,
}
ENDINGS = {kind.value: kind for kind in MediaType} | {"jpg": MediaType.JPEG}
LOOKS_LIKE: dict[MediaType, Callable[[bytes], bool]] = {
    MediaType.MP4: lambda head: head[4:8] == b"ftyp",
    MediaType.WEBM: lambda head: head.startswith(b"\x1a\x45\xdf\xa3"),
    MediaType.MP3: lambda head: head.startswith(b"ID3") or (head[:1] == b"\xff" and head[1:2] >= b"\xe0"),
    MediaType.OGG: lambda head: head.startswith(b"OggS"),
    MediaType.VTT: lambda head: head.removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT") and b"\0" not in head,
}
"""How recordings begin; documents and pictures are recognised by `recognise`."""


def transcript(captions: str) -> list[str]:
    """What is said in WebVTT captions, a paragraph for each cue, with the speaker where one is named."""
    said = []
    for block in re.split(r"\n\s*\n", captions.replace("\r\n", "\n")):
        lines = block.strip().split("\n")
        timed = next((at for at, line in enumerate(lines) if TIMING.search(line)), None)
        if timed is not None:
            text = " ".join(lines[timed + 1 :])
            said.append(MARK.sub("", SPEAKER.sub(r"\1: ", text)).strip())
    return [one for one in said if one]
