"""Papers to print and to file: PDF for everybody (PDF/UA), set by Typst from a template beside the package it is about.

What people typed reaches a template as data and is set as text: no sign in it is ever read as Typst's code. Templates
read no file but those of Lotse and fetch nothing.
"""

import json
import logging
import tempfile
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import typst
from flask import current_app
from flask_babel import gettext as _

from app import clock
from app.text.language import language

MIMETYPE = "application/pdf"
ROOT = Path(__file__).parent.parent.parent
FONTS = Path(__file__).parent / "fonts"
NOT_IN_FONT = "could not be displayed with font"
NEVER_SHOWN = ("Cc", "Cs", "Co", "Cn", "Zl", "Zp")
log = logging.getLogger(__name__)


def paper(template: str, *, title: str, running: str, foot: str = "", **data: Any) -> bytes:
    """A PDF by a template such as `bookings/templates/bookings/badges.typ`; `running` stands above each page."""
    words = {
        "title": title,
        "running": running,
        "foot": foot or _("As of %(moment)s", moment=clock.local(clock.now()).strftime("%d.%m.%Y, %H:%M")),
        "house": current_app.config["OPERATOR"],
        "language": language(),
        "page": _("Page"),
    }
    return _compiled(ROOT / template, json.dumps(_plain({**words, **data})))


def _compiled(template: Path, data: str) -> bytes:
    """Our own font alone where it has every letter; otherwise what the machine has, and no claim to PDF/UA."""
    try:
        return _set(template, data, "ua-1", ignore_system_fonts=True)
    except typst.TypstError as trouble:
        if NOT_IN_FONT not in str(trouble):
            raise
    log.info("%s holds letters that our font does not have", template.name)
    return _set(template, data, None, ignore_system_fonts=False)


def _set(template: Path, data: str, standard: Literal["ua-1"] | None, *, ignore_system_fonts: bool) -> bytes:
    with tempfile.TemporaryDirectory() as nothing:
        made: bytes = typst.compile(
            template,
            root=ROOT,
            font_paths=[FONTS],
            ignore_system_fonts=ignore_system_fonts,
            format="pdf",
            sys_inputs={"data": data},
            pdf_standards=standard,
            package_path=nothing,
            package_cache_path=nothing,
        )
    return made


def _plain(value: Any) -> Any:
    """The same without signs that nothing can show; lazy words are said now."""
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    if value is None or isinstance(value, (bool, int, float)):
        return value
    return "".join(
        " " if unicodedata.category(sign) in NEVER_SHOWN else sign for sign in unicodedata.normalize("NFC", str(value))
    )
