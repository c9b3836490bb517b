"""Every setting, read from the environment here and nowhere else.

A setting is the variable LOTSE_<NAME>; a secret may also come from a file named by LOTSE_<NAME>_FILE.
The table in docs/settings.md explains each one.
"""

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ROOT = Path(__file__).parent
SHORTEST_SECRET = 32
PUBLISHED_SECRET = "only-for-development-" * 3
DATABASES = ("sqlite", "postgresql")
LEAST_PASSWORD_MEMORY_KIB = 19 * 1024
IDLE_MINUTES = (5, 60)
DEMO_LETTERHEAD = "Amt für Personal und Organisation; Rathausplatz 1"
LANDS = ("BB", "BE", "BW", "BY", "HB", "HE", "HH", "MV", "NI", "NW", "RP", "SH", "SL", "SN", "ST", "TH")
"""The sixteen Länder, by the codes of ISO 3166-2:DE."""
YES = {"1", "true", "yes", "on"}


class Misconfigured(SystemExit):
    """The settings do not allow a safe start; the message says which and what to do."""

    def __init__(self, *reasons: str) -> None:
        super().__init__("\n- ".join(("Lotse does not start:", *reasons)))


def read(environ: Mapping[str, str] = os.environ) -> dict[str, Any]:
    """The settings of this process; raises Misconfigured where a production start would be unsafe."""
    development = _text(environ, "ENV", "production") == "development"
    base_url = _address(_text(environ, "BASE_URL", "http://127.0.0.1:8000" if development else ""))
    settings = {
        "DEVELOPMENT": development,
        "DEMO": _flag(environ, "DEMO"),
        "DEBUG": environ.get("FLASK_DEBUG", "").lower() in YES,
        "SECRET_KEY": _secret(environ, "SECRET_KEY") or (PUBLISHED_SECRET if development else ""),
        "BASE_URL": base_url.rstrip("/"),
        "ALLOW_HTTP": development or _flag(environ, "ALLOW_HTTP"),
        "DATABASE_URL": _database(environ),
        "CONTENT_FOLDER": Path(_text(environ, "CONTENT_FOLDER", str(ROOT / "content"))),
        "FILES": Path(_text(environ, "FILES", str(ROOT / "var" / "files"))),
        "MAIL_URL": _secret(environ, "MAIL_URL"),
        "MAIL_FOLDER": Path(_text(environ, "MAIL_FOLDER", str(ROOT / "var" / "mail"))),
        "MAIL_FROM": _text(environ, "MAIL_FROM", "lotse@stadt.example"),
        "LAND": _text(environ, "LAND", "NW" if development else "").upper(),
        "OPERATOR": _text(environ, "OPERATOR", "Stadt Lindenfurt" if development else "Lotse"),
        "LETTERHEAD": _lines(environ, "LETTERHEAD", DEMO_LETTERHEAD if development else ""),
        "IDLE_MINUTES": _number(environ, "IDLE_MINUTES", 30),
        "PROXY_HOPS": _number(environ, "PROXY_HOPS", 0),
        "PASSWORD_MEMORY_KIB": _number(environ, "PASSWORD_MEMORY_KIB", 64 * 1024),
    }
    settings["TRUSTED_HOSTS"] = _hosts(environ, base_url, development)
    if settings["LAND"] not in ("", *LANDS):
        raise Misconfigured(f"LOTSE_LAND must be one of {', '.join(LANDS)}, or left out.")
    if not development:
        _refuse_unsafe(settings, _open_secrets(environ))
    return settings


def _refuse_unsafe(settings: Mapping[str, Any], open_secrets: Iterable[str]) -> None:
    reasons = {
        "Demo mode is on. Switch LOTSE_DEMO off: its accounts share one published password.": settings["DEMO"],
        "Debug mode is on. Unset FLASK_DEBUG: it would let visitors run code.": settings["DEBUG"],
        f"LOTSE_SECRET_KEY is missing or shorter than {SHORTEST_SECRET} characters. "
        "Set a random one, for example from: python3 -c 'import secrets; print(secrets.token_urlsafe(48))'": (
            len(settings["SECRET_KEY"]) < SHORTEST_SECRET or len(set(settings["SECRET_KEY"])) < 8
        ),
        "LOTSE_SECRET_KEY is the published one of development. Set one of your own.": (
            settings["SECRET_KEY"] == PUBLISHED_SECRET
        ),
        "LOTSE_BASE_URL is missing. Set the address people type, for example https://lotse.stadt.example": (
            not settings["BASE_URL"]
        ),
        "LOTSE_BASE_URL is no address. Write it with https:// and the name of the host.": (
            bool(settings["BASE_URL"]) and not _is_address(settings["BASE_URL"])
        ),
        "LOTSE_BASE_URL is plain http. Use https, or set LOTSE_ALLOW_HTTP=1 if a closed network is meant.": (
            settings["BASE_URL"].startswith("http:") and not settings["ALLOW_HTTP"]
        ),
        "The database file may be read by other users of this machine. Run: chmod 600 on it.": (
            _is_world_readable(settings["DATABASE_URL"])
        ),
        f"LOTSE_PASSWORD_MEMORY_KIB is too small. Use at least {LEAST_PASSWORD_MEMORY_KIB}, or leave it out.": (
            settings["PASSWORD_MEMORY_KIB"] < LEAST_PASSWORD_MEMORY_KIB
        ),
        f"LOTSE_IDLE_MINUTES must lie between {IDLE_MINUTES[0]} and {IDLE_MINUTES[1]}.": (
            not IDLE_MINUTES[0] <= settings["IDLE_MINUTES"] <= IDLE_MINUTES[1]
        ),
    }
    reasons |= {
        f"The file of {variable} may be read by other users of this machine. Run: chmod 600 on it.": True
        for variable in open_secrets
    }
    if broken := [reason for reason, is_broken in reasons.items() if is_broken]:
        raise Misconfigured(*broken)


def _database(environ: Mapping[str, str]) -> str:
    """The address that is set, else a file in var/, a folder that a fresh clone doesn't have yet."""
    if url := _secret(environ, "DATABASE_URL"):
        if url.partition(":")[0].partition("+")[0] not in DATABASES:
            raise Misconfigured("LOTSE_DATABASE_URL must begin with sqlite: or postgresql:")
        return url
    (ROOT / "var").mkdir(exist_ok=True)
    return f"sqlite:///{ROOT / 'var' / 'lotse.db'}"


def _address(typed: str) -> str:
    """The address with scheme and host in lower case, as everything else compares them."""
    parts = urlsplit(typed.strip())
    return parts._replace(scheme=parts.scheme.lower(), netloc=parts.netloc.lower()).geturl()


def _is_address(base_url: str) -> bool:
    parts = urlsplit(base_url)
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not parts.path and "@" not in parts.netloc


def _is_world_readable(database_url: str) -> bool:
    path = Path(database_url.removeprefix("sqlite:///"))
    return database_url.startswith("sqlite:///") and _is_open(path)


def _open_secrets(environ: Mapping[str, str]) -> list[str]:
    """The variables that name a file with a secret which everybody on the machine may read."""
    files = {name: Path(path) for name, path in environ.items() if re.fullmatch(r"LOTSE_\w+_FILE", name) and path}
    return [name for name, path in sorted(files.items()) if _is_open(path)]


def _is_open(path: Path) -> bool:
    return path.is_file() and bool(path.stat().st_mode & 0o004)


def _hosts(environ: Mapping[str, str], base_url: str, development: bool) -> list[str]:
    named = [host for host in _text(environ, "TRUSTED_HOSTS", "").split(",") if host]
    own = [host] if (host := urlsplit(base_url).hostname) else []
    return named + own + (["localhost", "127.0.0.1"] if development else [])


def _text(environ: Mapping[str, str], name: str, default: str) -> str:
    return environ.get(f"LOTSE_{name}", default)


def _lines(environ: Mapping[str, str], name: str, default: str) -> tuple[str, ...]:
    parts = (part.strip() for part in _text(environ, name, default).split(";"))
    return tuple(part for part in parts if part)


def _number(environ: Mapping[str, str], name: str, default: int) -> int:
    typed = _text(environ, name, str(default))
    if not typed.isdecimal():
        raise Misconfigured(f"LOTSE_{name} must be a whole number, not {typed!r}.")
    return int(typed)


def _flag(environ: Mapping[str, str], name: str) -> bool:
    return _text(environ, name, "").lower() in YES


def _secret(environ: Mapping[str, str], name: str) -> str:
    if path := environ.get(f"LOTSE_{name}_FILE"):
        try:
            return Path(path).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise Misconfigured(f"LOTSE_{name}_FILE can't be read: {error}") from error
    return _text(environ, name, "")
