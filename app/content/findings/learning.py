"""Courses and units: what they lead to, whether people can try what they have learnt, and how long it takes."""

from collections.abc import Iterator
from typing import Any

from flask_babel import gettext as _
from flask_babel import ngettext

from app.content.findings.finding import Finding, Kind, Text
from app.text.readability import words

COURSE, UNITS = "course.md", "units"
TO_DO = 4
"""Where reading takes less than one part in four of the time, the unit is something to do, not to read."""


def outcomes(text: Text) -> Iterator[Finding]:
    """A course that leads to no competence changes no profile; one that gives a qualification may."""
    meta = text.source.meta
    if is_course(text) and not any(meta.get(entry) for entry in ("outcomes", "grants", "renews")):
        sentence = _(
            "The course leads to no competence, so no plan proposes it. Name one, and the level that it leads to."
        )
        yield text.hint(text.source.line("outcomes"), Kind.OUTCOME, sentence)


def questions(text: Text) -> Iterator[Finding]:
    """Who has read a unit can ask themselves what they remember."""
    if not is_unit(text) or text.source.meta.get("check"):
        return
    if _reading(text) * TO_DO >= _minutes(text):
        sentence = _("The unit asks nothing. Add one or two questions, so that people see what they remember.")
        yield text.hint(text.source.line("check"), Kind.QUESTION, sentence)


def length(text: Text) -> Iterator[Finding]:
    """Reading text and questions takes no longer than the unit says."""
    minutes = _reading(text) if is_unit(text) else 0
    if minutes > _minutes(text):
        sentence = ngettext(
            "Reading takes about %(num)s minute at %(speed)s words a minute, the unit says %(said)s. "
            "Shorten it, divide it, or say more minutes.",
            "Reading takes about %(num)s minutes at %(speed)s words a minute, the unit says %(said)s. "
            "Shorten it, divide it, or say more minutes.",
            round(minutes + 0.5),
            speed=text.style.words_per_minute,
            said=_minutes(text),
        )
        yield text.hint(text.source.line("minutes"), Kind.LENGTH, sentence)


def is_course(text: Text) -> bool:
    """Whether it is the file of a course."""
    return text.source.path.rpartition("/")[2] == COURSE


def is_unit(text: Text) -> bool:
    """Whether it is the file of a unit."""
    return text.source.path.split("/")[-2:-1] == [UNITS]


def _minutes(text: Text) -> int:
    said = text.source.meta.get("minutes")
    return said if isinstance(said, int) else 0


def _reading(text: Text) -> float:
    """How many minutes it takes to read the text and the questions."""
    read = [passage.text for passage in text.passages]
    read += _strings(text.source.meta.get("check"))
    return sum(len(words(one)) for one in read) / text.style.words_per_minute


def _strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for one in inner for text in _strings(one)]
