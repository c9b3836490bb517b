"""Only our own pages may be the next page (R52)."""

import re
from urllib.parse import unquote, urlsplit

FORBIDDEN = re.compile(r"[\\@\x00-\x20\x7f-\x9f\u2028\u2029]|//|/\.\.?(/|$)")


def own_path(target: str | None) -> str | None:
    """The target where it is a plain path of this site, otherwise None.

    Refused are schemes, hosts, `//`, backslashes, `@`, control characters and dots that climb, also percent-encoded.
    """
    if not target or len(target) > 2000 or not target.startswith("/"):
        return None
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        return None
    seen = parts.path
    for _ in range(4):
        if FORBIDDEN.search(seen):
            return None
        seen, before = unquote(seen), seen
        if seen == before:
            break
    else:
        return None
    return target if not re.search(r"[\x00-\x20\\\x7f-\x9f\u2028\u2029]", target) else None
