"""How things are called in the Studio, and what a check says there."""

from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from app.content.sentences import in_words
from app.content.source import Problem
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
    "text": _l("Possible answer"),
    "because": _l("Reason"),
    "id": _l("Key"),
}


@dataclass(frozen=True)
class Finding:
    """What is wrong, in words, and in which file of the edition."""

    part: Part | None
    sentence: str


def findings(edition: Edition, problems: list[Problem]) -> list[Finding]:
    """What is wrong with an edition, each with the file that it stands in."""
    parts = {f"courses/{edition.slug}/{part.path}": part for part in edition.parts}
    found = [Finding(parts.get(one.path), _beginning(in_words(one.sentence, name_of))) for one in problems]
    return list(dict.fromkeys(found))


def name_of(entry: str) -> str:
    """What an entry of a file is called in the form."""
    return str(ENTRIES.get(entry, entry))


def _beginning(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
