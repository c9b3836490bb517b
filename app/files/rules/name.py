"""What a file is called: a name that shows what it is, on every system and in every header."""

import unicodedata

LONGEST = 100
NOWHERE = frozenset('<>:"/\\|?*')
"""Characters that no file name may hold on one system or another."""
DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))}


def cleaned(name: str) -> str:
    """The name without folders, line breaks, and signs that turn the direction of reading; its ending stays."""
    last = name.replace("\\", "/").rpartition("/")[2]
    normal = unicodedata.normalize("NFC", last)
    plain = "".join(_plain(character) for character in normal)
    stem, dot, ending = " ".join(plain.split()).strip(". ").rpartition(".")
    if not dot:
        stem, ending = ending, ""
    stem = stem.strip(". ")
    if not stem or stem.partition(".")[0].casefold() in DEVICES:
        stem = f"file-{stem}".rstrip("-")
    ending = ending[: LONGEST // 2].strip()
    return f"{stem[: LONGEST - len(ending) - 1].rstrip()}{dot}{ending}"


def _plain(character: str) -> str:
    kind = unicodedata.category(character)
    if kind in ("Zs", "Zl", "Zp") or character in "\t\r\n":
        return " "
    if kind.startswith("C"):
        return ""
    return "-" if character in NOWHERE else character
