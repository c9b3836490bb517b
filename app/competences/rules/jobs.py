"""A file that says which family each job belongs to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from app.competences.rules.table import Row, RowError, columns

JOB, FAMILY = ("job", "stelle"), ("family", "stellenart")


@dataclass(frozen=True)
class Known:
    """What the house has: jobs by title, each with its family, and families by key and by title."""

    jobs: Mapping[str, Sequence[tuple[int, int]]]
    families: Mapping[str, int]


def read_jobs(rows: Sequence[Row], known: Known) -> tuple[dict[int, int], list[RowError]]:
    """The family by job where it changes, and what is wrong, row by row."""
    if not rows:
        return {}, [RowError(1, _("The file is empty."))]
    places = columns(rows[0], (*JOB, *FAMILY))
    job, family = (_first(places, names) for names in (JOB, FAMILY))
    if job is None or family is None:
        return {}, [RowError(rows[0].line, _("The first line must name the columns job and family."))]
    moves: dict[int, int] = {}
    errors: list[RowError] = []
    seen: dict[str, int] = {}
    for row in rows[1:]:
        title, wanted = row.cell(job).casefold(), row.cell(family).casefold()
        if error := _wrong(row.cell(job), row.cell(family), known, seen):
            errors.append(RowError(row.line, error))
            continue
        target = known.families[wanted]
        moves |= {number: target for number, now in known.jobs[title] if now != target}
        seen[title] = row.line
    return moves, errors


def _wrong(title: str, family: str, known: Known, seen: Mapping[str, int]) -> str | None:
    """What is wrong, in the words of the file: how they are spelled counts for nothing."""
    if title.casefold() in seen:
        return _("This job stands in line %(line)s already.", line=seen[title.casefold()])
    if title.casefold() not in known.jobs:
        return _("There is no job “%(title)s”.", title=title)
    if family.casefold() not in known.families:
        return _("There is no family of jobs “%(title)s”.", title=family)
    return None


def _first(places: Mapping[str, int | None], names: Sequence[str]) -> int | None:
    return next((places[name] for name in names if places[name] is not None), None)
