"""`flask content check` and `flask content sync`: text files to rows, all of them or none."""

import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path

import click
from flask import current_app

from app import clock
from app.cli.group import Group
from app.competences import library as competences
from app.content import style
from app.content.findings import Finding, Severity, errors, findings
from app.content.links import dead_links
from app.content.report import Report
from app.content.source import Problem, Source, read_all
from app.courses import library as courses
from app.courses.library import synonyms
from app.db import begin_writing, db
from app.events import library as events
from app.pages import library as pages
from app.plans import library as plans
from app.qualifications import library as qualifications
from app.studio import library as studio
from app.text.language import speaking

group = Group("content", help="Courses, competences and pages from text files.")
folder = click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
Applying = Callable[[], Report]


@group.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True, path_type=Path))
def check(paths: tuple[Path, ...]) -> None:
    """Name what is wrong in the files, and what could be better; change nothing.

    A PATH is a content folder, or a file or folder in one: all of it is read, and what lies there is named.
    """
    wrong = 0
    for path in paths or (current_app.config["CONTENT_FOLDER"],):
        root = _root_of(path)
        below = path.resolve().relative_to(root).as_posix()
        problems = [one for one in _read(root)[1] if _is_below(one.path, below)]
        found = [one for one in _findings(root) if _is_below(one.path, below)]
        for problem in problems:
            click.echo(str(problem), err=True)
        for finding in found:
            click.echo(_said(finding), err=finding.severity is Severity.ERROR)
        wrong += len(problems) + sum(one.severity is Severity.ERROR for one in found)
    _exit_if(wrong)
    click.echo("All files can be taken over.")


@group.command("sync")
@folder
def sync(folder: Path | None) -> None:
    """Take over the files of a folder: everything, or nothing where a file is wrong."""
    applying = _read_or_exit(folder)
    begin_writing()
    reports = [apply() for apply in applying]
    db.session.commit()
    for report in reports:
        click.echo(str(report))
    for line in (line for report in reports for line in report.left_alone):
        click.echo(f"  {line}")


def _read_or_exit(folder: Path | None) -> list[Applying]:
    """What is to be applied, in order; ends the command with every problem where there is one."""
    applying, problems, sources = _read(folder or current_app.config["CONTENT_FOLDER"])
    with speaking("de"):
        blocking = errors(sources)
    for problem in [*problems, *map(_said, blocking)]:
        click.echo(str(problem), err=True)
    _exit_if(len(problems) + len(blocking))
    return applying


def _apply_courses(reading: courses.Reading, now: dt.datetime) -> Report:
    """The catalogue, and the editions from which it can be changed in the Studio."""
    studio.catch_up(reading)
    report = courses.apply(reading, now)
    studio.keep(reading, now)
    return report


def _exit_if(problems: int) -> None:
    if problems:
        click.echo(f"{problems} {'problem' if problems == 1 else 'problems'}; nothing was changed.", err=True)
        sys.exit(1)


def _read(root: Path) -> tuple[list[Applying], list[Problem], list[Source]]:
    """What is to be applied, all problems, and the texts with links. Events are only looked at: the demo plans them."""
    now = clock.now()
    models, bad_models = competences.read(root)
    texts, bad_texts = pages.read(root)
    kinds, bad_kinds = qualifications.read(root)
    catalogue, bad_courses = courses.read(root, models.highest_levels, {kind.key for kind in kinds})
    same, bad_lists = synonyms.read(root)
    _house, bad_style = style.read(root)
    slugs = {course.slug for course in catalogue.courses}
    templates, bad_templates = plans.read(root, slugs, models.highest_levels)
    examples, bad_events = events.read(root, models.highest_levels)
    sources = [
        *catalogue.sources,
        *(page.source for page in texts),
        *(kind.source for kind in kinds),
        *(event.source for event in examples),
    ]
    dead = dead_links(sources, catalogue.addresses | {page.address for page in texts})
    applying: list[Applying] = [
        lambda: competences.apply(models, now),
        lambda: pages.apply(texts, now),
        lambda: qualifications.apply(kinds, now),
        lambda: _apply_courses(catalogue, now),
        lambda: synonyms.apply(same),
        lambda: plans.apply(templates, now),
    ]
    bad = {
        *bad_models,
        *bad_texts,
        *bad_kinds,
        *bad_courses,
        *bad_lists,
        *bad_style,
        *bad_templates,
        *bad_events,
        *dead,
    }
    return applying, sorted(bad), sources


def _root_of(path: Path) -> Path:
    """The content folder in which it lies."""
    path = path.resolve()
    inside = next((folder for folder in (path, *path.parents) if (folder / "courses").is_dir()), None)
    return inside or (path if path.is_dir() else path.parent)


def _is_below(path: str, folder: str) -> bool:
    return folder == "." or path == folder or path.startswith(f"{folder}/")


def _findings(root: Path) -> list[Finding]:
    """What is found in all texts of a folder, said in German as they are."""
    house, _problems = style.read(root)
    sources, _problems = read_all(root, "**/*.md")
    files = {source.path: (root / source.path).read_text(encoding="utf-8") for source in sources}
    with speaking("de"):
        return findings(files, house)


def _said(finding: Finding) -> str:
    severity = "Fehler" if finding.severity is Severity.ERROR else "Hinweis"
    return f"{finding.path}:{finding.line}: {severity} ({finding.kind}): {finding.sentence}"
