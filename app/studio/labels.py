"""How things are called in the Studio, and what a check says there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.content.findings import Finding
from app.content.passages import passages
from app.content.sentences import in_words
from app.content.source import BadContent, Problem
from app.studio.models import Edition, Part

ENTRIES = {
    "title": _l("Title"),
    "format": _l("Format"),
    "topic": _l("Topic"),
    "language": _l("Language"),
    "summary": _l("Summary"),
    "abilities": _l("Afterwards you can …"),
    "outcomes": _l("Where it leads"),
    "competence": _l("Competence"),
    "prerequisites": _l("Courses that come before"),
    "grants": _l("Qualifications"),
    "renews": _l("Qualifications"),
    "requires": _l("Qualifications"),
    "audience": _l("Who it is for"),
    "target_groups": _l("Target groups"),
    "effort_minutes": _l("Effort in minutes"),
    "provider": _l("Provider"),
    "link": _l("Link"),
    "minutes": _l("Minutes"),
    "question": _l("Question"),
    "answers": _l("Answers"),
    "text": _l("The answer"),
    "because": _l("Reason"),
    "id": _l("Key"),
    "check": _l("Questions"),
}
FIELDS = {"effort_minutes": "effort", "outcomes": "competence_1"}
"""The fields that are not called like their entries."""


@dataclass(frozen=True)
class Remark:
    """What a check says in words, where it is about, and the field in which that is mended."""

    sentence: str
    place: str
    field: str


@dataclass(frozen=True)
class Findings:
    """What keeps an edition from being published, and what could be better, by file; None where it has no such file."""

    problems: dict[Part | None, list[Remark]]
    hints: dict[Part | None, list[Remark]]

    def of(self, part: Part) -> "Findings":
        """Those of one file."""
        return Findings(_only(part, self.problems), _only(part, self.hints))


def findings(edition: Edition, problems: Iterable[Problem], hints: Iterable[Finding]) -> Findings:
    """All that the check says of an edition, in the order of its files."""
    parts = {f"courses/{edition.slug}/{part.path}": part for part in edition.parts}
    return Findings(_by_part(parts, problems), _by_part(parts, hints))


def _only(part: Part, remarks: dict[Part | None, list[Remark]]) -> dict[Part | None, list[Remark]]:
    return {part: remarks[part]} if part in remarks else {}


def _by_part(parts: Mapping[str, Part], found: Iterable[Problem | Finding]) -> dict[Part | None, list[Remark]]:
    remarks: dict[Part | None, list[Remark]] = {}
    for one in found:
        part = parts.get(one.path)
        place, field = _place(part, one.line) if part else ("", "")
        sentence = said_on_page(one.sentence)
        remark = Remark(sentence, "" if place in sentence else place, field)
        if remark not in remarks.setdefault(part, []):
            remarks[part].append(remark)
    return remarks


def _place(part: Part, line: int) -> tuple[str, str]:
    """How the place of a line is called in the form, and the field that it belongs to."""
    try:
        source = part.source
    except BadContent:
        return "", ""
    if line >= source.body_line:
        above = [one for one in passages(source.body) if one.depth and source.body_line + one.line - 1 <= line]
        return (_("Under “%(heading)s”", heading=above[-1].text) if above else _("Text")), "body"
    entry = next((name for name in reversed(source.meta) if source.line(name) <= line), "")
    if entry == "check" and isinstance(source.meta["check"], list):
        number = sum(source.line("check", n) <= line for n in range(len(source.meta["check"])))
        return _("Question %(number)s", number=number), f"check-{number - 1}-question"
    return (name_of(entry) if entry else ""), FIELDS.get(entry, entry)


def name_of(entry: str) -> str:
    """What an entry of a file is called in the form."""
    return str(ENTRIES.get(entry, entry))


def said_on_page(sentence: str) -> str:
    """What a check says, in the language of the page."""
    sentence = in_words(sentence, name_of)
    return sentence[:1].upper() + sentence[1:]
