"""The files beside the texts of an edition: what they are called, where a text shows them, and how it is written."""

import re
from collections.abc import Collection, Mapping

from app.files.rules import MediaType
from app.studio.rules.paths import slug_of
from app.text.media import Shape

CAPTIONS = f".{MediaType.VTT}"


def file_name(sent: str, taken: Collection[str] = ()) -> str:
    """A name for addresses and texts from that of a file: "Übersicht (neu).PNG" becomes "uebersicht-neu.png"; free."""
    stem, _dot, ending = sent.replace("\\", "/").rpartition("/")[2].rpartition(".")
    name = slug_of(stem, {one.rpartition(".")[0] for one in taken})
    return f"{name}.{ending.lower()}"


def line_for(name: str, words: str, shape: Shape) -> str:
    """What stands in a text where this file is to be."""
    plain = re.sub(r"[\[\]\\\n]", " ", words).strip()
    return f"[{plain}](files/{name})" if shape is Shape.DOWNLOAD else f"![{plain}](files/{name})"


def mentions(text: str, name: str) -> bool:
    """Whether a text shows or offers this file."""
    return re.search(rf"(?<![\w/.-])files/{re.escape(name)}(?![\w.-]*\w)", text) is not None


def words_in(text: str, name: str) -> str:
    """The words with which a text shows or offers a file, where it does."""
    found = re.search(rf"\[([^\[\]\n]*)\]\(files/{re.escape(name)}[ )]", text)
    return found[1].strip() if found else ""


def changed_files(before: Mapping[str, str], after: Mapping[str, str]) -> list[tuple[str, str]]:
    """The files that are different, by name and digest: each new, replaced or gone."""
    return [
        (name, "new" if name not in before else "gone" if name not in after else "replaced")
        for name in changed_names(before, after)
    ]


def changed_names(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    """What is there on one side alone, or is different."""
    return sorted(name for name in {*before, *after} if before.get(name) != after.get(name))
