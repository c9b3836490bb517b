"""Drawing a picture anew: only what can be seen is kept, no place, no device, nothing hidden behind it."""

import io
import warnings
from pathlib import Path

from flask_babel import gettext as _
from PIL import Image, ImageOps

from app.errors import Refused
from app.files.rules import Checked, Type

MOST_PIXELS = 50_000_000
LONGEST_SIDE = 2500
"""A page of A4 is well read at this size, and drawing it holds nobody up for long."""
FORMATS = {Type.PNG: "PNG", Type.JPEG: "JPEG", Type.WEBP: "WEBP"}
QUALITY: dict[Type, dict[str, int]] = {
    Type.PNG: {"compress_level": 3},
    Type.JPEG: {"quality": 88},
    Type.WEBP: {"quality": 88},
}
MODES = {Type.PNG: "RGBA", Type.JPEG: "RGB", Type.WEBP: "RGBA"}
BROKEN = (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning)


def redrawn(picture: Checked) -> bytes:
    """The picture as new bytes of the same kind, upright, at most 2,500 pixels long; raises Refused."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _draw(picture)
    except BROKEN as error:
        raise Refused(_("The picture can’t be read. Please save it anew and try again."), "file") from error


def measured(picture: Checked) -> tuple[int, int]:
    """Width and height as it will be drawn; raises Refused as `redrawn` does."""
    with Image.open(io.BytesIO(redrawn(picture))) as drawn:
        return drawn.size


def size_of(path: Path) -> tuple[int, int]:
    """Width and height of a picture that was drawn anew; nothing is drawn for it."""
    with Image.open(path) as drawn:
        return drawn.size


def _draw(picture: Checked) -> bytes:
    with Image.open(io.BytesIO(picture.content), formats=[FORMATS[picture.kind]]) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise Refused(_("The picture has more than 50 million pixels. Please make it smaller."), "file")
        opened.thumbnail((LONGEST_SIDE, LONGEST_SIDE))  # first, so that only small pictures are copied
        upright = ImageOps.exif_transpose(opened).convert(MODES[picture.kind])
    only_pixels = Image.new(upright.mode, upright.size)
    only_pixels.paste(upright)
    drawn = io.BytesIO()
    only_pixels.save(drawn, FORMATS[picture.kind], **QUALITY[picture.kind])
    return drawn.getvalue()
