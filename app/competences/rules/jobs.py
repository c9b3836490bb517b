"""A file that says which family each job belongs to; families and jobs that the house doesn't have yet are new."""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from flask_babel import gettext as _

from app.people.rules import Grade
from app.text.csv_table import Row, RowError, columns

JOB, FAMILY, FAMILY_EN, GRADE = ("job", "stelle"), ("family", "stellenart"), ("family_en", "stellenart_en"), ("ebene",)
NAMES = (*JOB, *FAMILY, *FAMILY_EN, "grade", *GRADE)
LONGEST = 200
USUAL_GRADE = Grade.CLERK
"""The level of a new job of which the file doesn't say one."""


@dataclass(frozen=True)
class Known:
    """What the house has: jobs by title, each with its family; families by key and by title; levels by name."""

    jobs: Mapping[str, Sequence[tuple[int, int]]]
    families: Mapping[str, int]
    grades: Mapping[str, Grade] = field(default_factory=dict)


@dataclass(frozen=True)
class NewJob:
    """A job that the house doesn't have yet, with the name of its family in plain letters."""

    title: str
    family: str
    grade: Grade
    is_assumed: bool = False
    """Whether the file says nothing about the level."""


@dataclass(frozen=True)
class Intake:
    """What a file of jobs changes. Families are named in plain letters, as `Known` does."""

    families: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """The two titles of each new family."""
    jobs: tuple[NewJob, ...] = ()
    moves: Mapping[int, str] = field(default_factory=dict)
    """The family that a job comes into, by the id of the job."""

    def __len__(self) -> int:
        return len(self.families) + len(self.jobs) + len(self.moves)


@dataclass(frozen=True)
class _Line:
    """What a row says."""

    number: int
    job: str
    family: str
    family_en: str
    grade: str


def read_jobs(rows: Sequence[Row], known: Known) -> tuple[Intake, list[RowError]]:
    """What the file changes, and what is wrong, row by row: all that is wrong with each."""
    if not rows:
        return Intake(), [RowError(1, _("The file is empty."))]
    places = columns(rows[0], NAMES)
    job, family, family_en = (_first(places, names) for names in (JOB, FAMILY, FAMILY_EN))
    if job is None or family is None:
        return Intake(), [RowError(rows[0].line, _("The first line must name the columns job and family."))]
    grade = _first(places, ("grade", *GRADE))
    lines = [_Line(row.line, *(row.cell(place) for place in (job, family, family_en, grade))) for row in rows[1:]]
    errors: list[RowError] = []
    right: list[_Line] = []
    seen: dict[str, int] = {}
    for line in lines:
        wrong = list(_wrong(line, known, seen))
        errors += [RowError(line.number, sentence) for sentence in wrong]
        seen.setdefault(line.job.casefold(), line.number)
        if not wrong:
            right.append(line)
    return _intake(right, known), errors


def state_number(*values: object) -> int:
    """A number that is another one as soon as any of the values is: what somebody was looking at."""
    return zlib.crc32(repr(values).encode()) >> 1


def _intake(lines: Sequence[_Line], known: Known) -> Intake:
    families: dict[str, tuple[str, str]] = {}
    new: list[NewJob] = []
    moves: dict[int, str] = {}
    for line in lines:
        title, family = line.job.casefold(), line.family.casefold()
        if family not in known.families:
            first, english = families.get(family, (line.family, ""))
            families[family] = first, english or line.family_en
        if title in known.jobs:
            moves |= {number: family for number, now in known.jobs[title] if now != known.families.get(family)}
        else:
            grade = known.grades.get(line.grade.casefold(), USUAL_GRADE)
            new.append(NewJob(line.job, family, grade, is_assumed=not line.grade))
    return Intake({name: (one, other or one) for name, (one, other) in families.items()}, tuple(new), moves)


def _wrong(line: _Line, known: Known, seen: Mapping[str, int]) -> Iterator[str]:
    """All that is wrong, in the words of the file: how they are spelled counts for nothing."""
    if not line.job:
        yield _("The job is missing.")
    elif line.job.casefold() in seen:
        yield _("This job stands in line %(line)s already.", line=seen[line.job.casefold()])
    if not line.family:
        yield _("The family of the job is missing.")
    if max(map(len, (line.job, line.family, line.family_en))) > LONGEST:
        yield _("A title is longer than 200 characters.")
    if line.grade and line.grade.casefold() not in known.grades:
        yield _("There is no level of hierarchy “%(name)s”.", name=line.grade)


def _first(places: Mapping[str, int | None], names: Sequence[str]) -> int | None:
    return next((places[name] for name in names if places[name] is not None), None)
