"""What a piece of evidence says, and when that is enough."""

import datetime as dt
import enum
from collections.abc import Mapping
from dataclasses import dataclass

from app.competences.rules.current import Current, Kind, Rule, Word


class Proof(enum.StrEnum):
    """Where a piece of evidence comes from."""

    EXTERNAL = "external"
    PRACTICE = "practice"

    @property
    def kind(self) -> Kind:
        """The kind of the statements that follow from it."""
        return Kind(self.value)


@dataclass(frozen=True)
class Facts:
    """What a person says of a piece of evidence; `claims` holds the level that it shows by competence."""

    proof: Proof
    title: str
    text: str
    link: str | None
    happened_on: dt.date
    valid_until: dt.date | None
    claims: Mapping[int, int]

    def shows_something(self, *, has_file: bool) -> bool:
        """Whether there is anything to look at: words, a link or a file."""
        return bool(self.text or self.link or has_file)


def judged_later(level: int, happened_on: dt.date, now: Current | None) -> Word | None:
    """The newer assessment that stands against a level shown by a proof, so that it doesn't count; None without."""
    if now is None or now.level >= level:
        return None
    judged = now.because if now.rule is Rule.NEWEST_JUDGEMENT else now.over
    return judged if judged and judged.observed_on > happened_on else None
