"""What happened in the city, as it is written down: rows, moments by chance, and statements in their order."""

import datetime as dt
from dataclasses import dataclass, field
from random import Random
from typing import Any

from app import clock
from app.competences.models import Statement
from app.competences.rules import Kind, Visibility
from app.demo.rows import Rows
from app.demo.staff import Employee

FRIDAY = 4


@dataclass(frozen=True)
class Diary:
    """The rows of the city's past and plans, seen from today."""

    rows: Rows
    today: dt.date
    chance: Random
    said: list[dict[str, Any]] = field(default_factory=list)

    def before(self, most: int, least: int = 1) -> dt.date:
        """A working day that lies about so many days back, at most and at least."""
        return workday(self.today - dt.timedelta(days=self.chance.randint(least, max(least, most))))

    def moment(self, day: dt.date) -> dt.datetime:
        """A moment of that day's working hours."""
        return clock.at(day, dt.time(self.chance.randint(7, 16), self.chance.randint(0, 59)))

    def assess(self, employee: Employee, competence: int, level: int, on: dt.date) -> None:
        """Note what somebody says of themselves."""
        self._say(employee, competence, level, on, kind=Kind.SELF, actor_id=employee.id, source=None)

    def prove(self, employee: Employee, competence: int, level: int, on: dt.date, course: str) -> None:
        """Note the level that follows from a completed course."""
        self._say(employee, competence, level, on, kind=Kind.COMPLETION, actor_id=None, source=course)

    def agree(self, employee: Employee, competence: int, level: int, at: dt.datetime, *, by: Employee) -> None:
        """Note a level that somebody has agreed on with their leader in a talk."""
        agreed = {
            "actor_id": by.id,
            "source": f"Gespräch mit {by.given_name} {by.family_name}",
            "visibility": Visibility.AGREED,
        }
        self._say(employee, competence, level, clock.local(at).date(), kind=Kind.LEADER, **agreed, recorded_at=at)

    def close(self) -> None:
        """Write the statements in the order in which they were made."""
        for words in sorted(self.said, key=lambda words: words["recorded_at"]):
            self.rows.add(Statement, **words)
        self.said.clear()

    def _say(self, employee: Employee, competence: int, level: int, on: dt.date, **other: Any) -> None:
        said = {"person_id": employee.id, "competence_id": competence, "level": level, "observed_on": on}
        self.said.append(said | {"recorded_at": other.get("recorded_at") or self.moment(on), **other})


def workday(day: dt.date) -> dt.date:
    """That day, or the Friday before it: nobody in the town hall agrees on something on a Sunday."""
    return day - dt.timedelta(days=max(0, day.weekday() - FRIDAY))
