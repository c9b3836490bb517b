"""Whether the German catalogue is complete: nothing missing, nothing outdated, nothing fuzzy, nothing untranslated."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

ROOT = Path(__file__).parent.parent
TRANSLATIONS = ROOT / "app" / "translations"
LANGUAGE = "de"
PYBABEL = Path(sys.executable).parent / "pybabel"
WORDS = ("_l", "said", "lazy_gettext", "lazy_ngettext:1,2")
EXTRACT = ("extract", "--mapping", "babel.cfg", *(part for word in WORDS for part in ("-k", word)))


def main() -> int:
    """Name every string that is not as it should be."""
    catalogue = TRANSLATIONS / LANGUAGE / "LC_MESSAGES" / "messages.po"
    if not catalogue.exists():
        return _fail([f"{catalogue.relative_to(ROOT)} is missing"])
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder) / "messages.pot"
        subprocess.run(  # noqa: S603 - our own command
            [PYBABEL, "--quiet", *EXTRACT, "--output-file", wanted, "app"],
            cwd=ROOT,
            check=True,
            stderr=subprocess.DEVNULL,
        )
        return _fail(sorted(problems(_read(wanted), _read(catalogue))))


def problems(wanted: Catalog, translated: Catalog) -> Iterator[str]:
    """A sentence for each string that is missing, outdated, fuzzy or untranslated."""
    asked = {_key(message) for message in wanted if message.id}
    found = {_key(message): message for message in translated if message.id}
    yield from (f"missing: {key[0]!r}" for key in asked - found.keys())
    yield from (f"no longer used: {key[0]!r}" for key in found.keys() - asked)
    for key, message in found.items():
        if message.fuzzy:
            yield f"fuzzy: {key[0]!r}"
        if not _is_translated(message):
            yield f"untranslated: {key[0]!r}"
        yield from (f"wrong: {key[0]!r}: {error}" for error in message.check(translated))


def _key(message: Message) -> tuple[str, str | None]:
    return (message.id if isinstance(message.id, str) else message.id[0]), message.context


def _is_translated(message: Message) -> bool:
    forms = [message.string] if isinstance(message.string, str) else message.string
    return bool(forms) and all(forms)


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=LANGUAGE)


def _fail(sentences: list[str]) -> int:
    if not sentences:
        return 0
    sys.stderr.write("\n".join(["The German translation is not complete:", *sentences, ""]))
    return 1


if __name__ == "__main__":
    sys.exit(main())
