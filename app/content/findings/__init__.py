"""What the content check finds in texts that can be taken over: what keeps them from being published, and hints.

What can't be taken over at all, a broken link among it, is a Problem and named by the readers.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from app.content.findings import learning, structure, wording
from app.content.findings.finding import GERMAN, Finding, Kind, Severity, Text
from app.content.source import BadContent, Source, parse
from app.content.style import HouseStyle

__all__ = ["Finding", "Kind", "Severity", "errors", "findings"]

Check = Callable[[Text], Iterator[Finding]]
BLOCKING: tuple[Check, ...] = (structure.pictures, structure.headings, structure.links)
CHECKS: tuple[Check, ...] = (
    *BLOCKING,
    learning.outcomes,
    learning.questions,
    learning.length,
    wording.readability,
    wording.long_sentences,
    wording.avoided_words,
    wording.quotation_marks,
    wording.double_spaces,
)


def findings(files: Mapping[str, str], style: HouseStyle = HouseStyle()) -> list[Finding]:  # noqa: B008 - it is frozen
    """What is found in files, given as paths and texts: those of one course, or a whole content folder.

    The paths are those of the content folder, or begin at the folder of the course: `course.md`, `units/10-begin.md`.
    """
    sources = list(_sources(files))
    languages = {
        _folder(one.path): str(one.meta.get("language")) for one in sources if _name(one.path) == learning.COURSE
    }
    texts = [Text(one, _language(one, languages), _course(one), style) for one in sources]
    return sorted({finding for text in texts for check in CHECKS for finding in check(text)})


def errors(sources: Iterable[Source]) -> list[Finding]:
    """What keeps these files from being published."""
    texts = [Text(source, GERMAN, "", HouseStyle()) for source in sources]
    found = (finding for text in texts for check in BLOCKING for finding in check(text))
    return sorted({finding for finding in found if finding.severity is Severity.ERROR})


def _sources(files: Mapping[str, str]) -> Iterable[Source]:
    for path, text in files.items():
        try:
            yield parse(path, text)
        except BadContent:
            continue


def _language(source: Source, languages: Mapping[str, str]) -> str:
    """That of the course; pages lie in a folder of their language."""
    path = source.path.split("/")
    if path[0] == "pages" and len(path) > 2:
        return path[1]
    return languages.get(_folder(source.path), GERMAN)


def _course(source: Source) -> str:
    return _folder(source.path).rpartition("/")[2]


def _folder(path: str) -> str:
    """The folder of the course that a file belongs to."""
    folder = path.rpartition("/")[0]
    return folder.removesuffix(learning.UNITS).rstrip("/") if folder.endswith(learning.UNITS) else folder


def _name(path: str) -> str:
    return path.rpartition("/")[2]
