"""What a piece of evidence says, and when that is enough."""

import datetime as dt
import enum
from collections.abc import Mapping
from dataclasses import dataclass

from app.competences.rules.current import Kind


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
