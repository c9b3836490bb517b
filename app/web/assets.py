"""Style sheets, scripts, fonts and pictures: bundled and compressed once at the start, cached for ever by content.

`css/bundle.txt` and `js/bundle.txt` list the files of the two bundles in order, `js/door/bundle.txt` those of a third
that the pages of a door have alone. `{{ asset("lotse.css") }}` is an
address that holds a hash of the content, so that a browser never has to ask again.
"""

import gzip
import hashlib
import mimetypes
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from flask import Flask, Response, abort, current_app, request
from markupsafe import Markup

from app.web.environment import lasting

STATIC = Path(__file__).parent / "static"
BUNDLES = {"lotse.css": "css/bundle.txt", "lotse.js": "js/bundle.txt", "door.js": "js/door/bundle.txt"}
TEXT = {".css", ".js", ".svg", ".txt", ".json"}
URL = re.compile(r"""url\(\s*(["']?)(?!data:|#|[a-z]+:)([^)"']+)\1\s*\)""")
KINDS = {".woff2": "font/woff2", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}


@dataclass(frozen=True)
class Asset:
    """What is sent for one name."""

    body: bytes
    zipped: bytes | None
    kind: str
    hash: str


def init_app(app: Flask) -> None:
    """Give templates `asset(name)` and `icon(name)`."""
    for known in (app.jinja_env.globals, lasting(app)):
        known |= {"asset": url, "icon": icon}


@cache
def url(name: str) -> str:
    """The address of an asset, made once, since a page has many; raises LookupError where there is none."""
    return f"/assets/{load(name).hash}/{name}"


@cache
def icon(name: str, label: str = "") -> Markup:
    """`icon("check")`: decoration beside a word. `icon("check", _("done"))`: alone, with a name.

    Names: static/icons/sprite.svg. Made once each, since a page has dozens.
    """
    named = Markup('role="img" aria-label="{}"').format(label) if label else Markup('aria-hidden="true"')
    shape = Markup('<svg class="icon" width="24" height="24" {}><use href="{}#{}"/></svg>')
    return shape.format(named, url("icons/sprite.svg"), name)


def answer(name: str, hash: str) -> Response:
    """The asset, to be kept for ever; an old hash gets the current content, not to be kept."""
    try:
        found = load(name)
    except LookupError:
        abort(404)
    body, headers = found.body, {"Content-Type": found.kind, "Vary": "Accept-Encoding"}
    if found.zipped and "gzip" in request.headers.get("Accept-Encoding", ""):
        body, headers["Content-Encoding"] = found.zipped, "gzip"
    is_current = hash == found.hash
    headers["Cache-Control"] = "public, max-age=31536000, immutable" if is_current else "no-cache"
    return current_app.response_class(body, headers=headers)


@cache
def load(name: str) -> Asset:
    """The asset of this name, read once; raises LookupError where there is none."""
    if name not in BUNDLES and name not in _names():
        raise LookupError(name)
    body = _bundle(name) if name in BUNDLES else (STATIC / name).read_bytes()
    suffix = Path(name).suffix
    zipped = gzip.compress(body, 9, mtime=0) if suffix in TEXT else None
    kind = KINDS.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    return Asset(body, zipped, kind, hashlib.sha256(body).hexdigest()[:12])


def _bundle(name: str) -> bytes:
    lines = (STATIC / BUNDLES[name]).read_text(encoding="utf-8").splitlines()
    files = [STATIC / line for line in lines if line and not line.startswith("#")]
    return b"\n".join(_with_hashed_urls(file) for file in files)


def _with_hashed_urls(file: Path) -> bytes:
    """A file of a bundle, with the addresses in its url(…) pointing at hashed assets, relative to the bundle."""
    if file.suffix != ".css":
        return file.read_bytes()

    def hashed(match: re.Match[str]) -> str:
        name = (file.parent / match[2]).resolve().relative_to(STATIC.resolve()).as_posix()
        return f'url("../{load(name).hash}/{name}")'

    return URL.sub(hashed, file.read_text(encoding="utf-8")).encode()


@cache
def _names() -> frozenset[str]:
    """What may be asked for: the files that lay here at the start, so that no name can climb out."""
    return frozenset(path.relative_to(STATIC).as_posix() for path in STATIC.rglob("*") if path.is_file())
