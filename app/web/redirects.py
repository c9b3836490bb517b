"""Only our own pages may be the next page (R52)."""

import re
import unicodedata
from urllib.parse import unquote, urlsplit

LONGEST = 2000
MOST_LAYERS = 4
CONTROL = r"\x00-\x20\x7f-\x9f\u2028\u2029"
NEVER = re.compile(rf"[\\{CONTROL}]")
NEVER_IN_PATH = re.compile(rf"[\\@{CONTROL}]|//|/\.\.?(/|$)")


def own_path(target: str | None) -> str | None:
    """The target where it is a plain path of this site, otherwise None.

    Refused are schemes, hosts, `//`, backslashes, `@`, control characters and dots that climb, also percent-encoded
    and in the wide letters that some programs read as plain ones.
    """
    if not target or len(target) > LONGEST or not target.startswith("/") or target.startswith("//"):
        return None
    if NEVER.search(target) or not _is_plain(urlsplit(target).path):
        return None
    return target


def _is_plain(path: str) -> bool:
    """Whether the path is harmless in each of its layers of percent-encoding, which are few."""
    for _ in range(MOST_LAYERS):
        if NEVER_IN_PATH.search(unicodedata.normalize("NFKC", path)):
            return False
        decoded = unquote(path)
        if decoded == path:
            return True
        path = decoded
    return False
