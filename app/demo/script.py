"""The texts in content/demo: departments, kinds of work, names, accounts and dated runs of courses."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from app.content.source import BadContent
from app.events import library as events_library
from app.people.rules import Grade
from app.text.holidays import is_between_the_years


@dataclass(frozen=True)
class Division:
    """A division of an office, with the names of its sections."""

    title: str
    sections: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Office:
    """An office: its relative size, and the kinds of work done in it with their shares."""

    title: str
    short: str
    weight: int
    kind_of_work: Mapping[str, int]
    divisions: tuple[Division, ...]


@dataclass(frozen=True)
class Department:
    """A department with its offices."""

    title: str
    short: str
    offices: tuple[Office, ...]


@dataclass(frozen=True)
class JobTitle:
    """What somebody can be employed as, within a family of jobs."""

    family: str
    title: str
    grade: Grade


@dataclass(frozen=True)
class Family:
    """A family of jobs, with the shares of its people who have e-mail and who work part-time."""

    key: str
    title: str
    title_en: str
    profile: str | None
    email: float
    part_time: float
    jobs: tuple[JobTitle, ...]


@dataclass(frozen=True)
class Account:
    """A person whom visitors of the demo can be."""

    key: str
    given_name: str
    family_name: str
    office: str
    family: str = ""
    job: str = ""
    role: str | None = None
    number: str | None = None
    heads: bool = False
    at_top: bool = False
    task: str = ""
    days_here: int | None = None


@dataclass(frozen=True)
class SeminarRun:
    """A dated run of a seminar, counted from the day on which the city is made."""

    course: str
    in_days: int
    weekday: int
    meetings: tuple[tuple[int, dt.time, dt.time], ...]
    place: str
    seats: int
    mode: str
    trainer: str
    closes_days_before: int
    price_cents: int = 0
    minimum: int | None = None
    led_by: str = ""

    def first_day(self, today: dt.date) -> dt.date:
        """The day of the first meeting: so many days ahead, then on to the weekday."""
        day = today + dt.timedelta(days=self.in_days)
        day += dt.timedelta(days=(self.weekday - day.isoweekday()) % 7)
        while any(is_between_the_years(day + dt.timedelta(days=offset)) for offset, _, _ in self.meetings):
            day += dt.timedelta(days=7)
        return day


@dataclass(frozen=True)
class Script:
    """All that the city is made of."""

    name: str
    domain: str
    departments: tuple[Department, ...]
    families: Mapping[str, Family]
    given_names: tuple[str, ...]
    family_names: tuple[str, ...]
    accounts: tuple[Account, ...]
    runs: tuple[SeminarRun, ...]
    reasons: tuple[str, ...]
    own_steps: tuple[str, ...]
    plan: Mapping[str, Any]
    programme: Mapping[str, Any]
    fair: Mapping[str, Any]
    requests: Mapping[str, Any]
    events: events_library.Reading
    draft: Mapping[str, Any]
    studio: Mapping[str, Any]


def read(content: Path) -> Script:
    """The script in the content folder: demo/*.yaml and events/*.md; raises BadContent."""
    folder = content / "demo"
    events, problems = events_library.read(content)
    if problems:
        raise BadContent(*problems)
    city, jobs, people, texts = (_load(folder / f"{name}.yaml") for name in ("city", "jobs", "people", "texts"))
    return Script(
        name=city["name"],
        domain=city["domain"],
        departments=tuple(_department(entry) for entry in city["departments"]),
        families={entry["key"]: _family(entry) for entry in jobs["families"]},
        given_names=tuple(people["given_names"]),
        family_names=tuple(people["family_names"]),
        accounts=tuple(Account(**entry) for entry in _load(folder / "accounts.yaml")["accounts"]),
        runs=tuple(_run(entry) for entry in _load(folder / "sessions.yaml")),
        reasons=tuple(texts["reasons"]),
        own_steps=tuple(texts["own_steps"]),
        plan=_load(folder / "plan.yaml"),
        programme=_load(folder / "programme.yaml"),
        fair=_load(folder / "fair.yaml"),
        requests=_load(folder / "requests.yaml"),
        events=events,
        draft=_load(folder / "draft.yaml"),
        studio=_load(folder / "studio.yaml"),
    )


def _load(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _department(entry: dict[str, Any]) -> Department:
    return Department(entry["title"], entry["short"], tuple(_office(office) for office in entry["offices"]))


def _office(entry: dict[str, Any]) -> Office:
    divisions = tuple(Division(division["title"], tuple(division["sections"])) for division in entry["divisions"])
    return Office(entry["title"], entry["short"], entry["weight"], entry["kind_of_work"], divisions)


def _family(entry: dict[str, Any]) -> Family:
    key = entry["key"]
    jobs = tuple(JobTitle(key, job["title"], Grade(job["grade"])) for job in entry["jobs"])
    names = {name: entry[name] for name in ("title", "title_en", "profile", "email", "part_time")}
    return Family(key=key, jobs=jobs, **names)


def _run(entry: dict[str, Any]) -> SeminarRun:
    meetings = tuple(
        (meeting["day_offset"], dt.time.fromisoformat(meeting["start"]), dt.time.fromisoformat(meeting["end"]))
        for meeting in entry["meetings"]
    )
    plain = {name: value for name, value in entry.items() if name not in {"meetings", "price_euro"}}
    return SeminarRun(meetings=meetings, price_cents=round(100 * entry.get("price_euro", 0)), **plain)
