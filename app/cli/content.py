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
from app.content.links import dead_links
from app.content.report import Report
from app.content.source import Problem
from app.courses import library as courses
from app.courses.library import synonyms
from app.db import begin_writing, db
from app.events import library as events
from app.pages import library as pages
from app.plans import library as plans
from app.qualifications import library as qualifications
from app.studio import library as studio

group = Group("content", help="Courses, competences and pages from text files.")
folder = click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
Applying = Callable[[], Report]


@group.command("check")
@folder
def check(folder: Path | None) -> None:
    """Name what is wrong in the files; change nothing."""
    _read_or_exit(folder)
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
    applying, problems = _read(folder or current_app.config["CONTENT_FOLDER"])
    for problem in problems:
        click.echo(str(problem), err=True)
    if problems:
        click.echo(f"{len(problems)} {'problem' if len(problems) == 1 else 'problems'}; nothing was changed.", err=True)
        sys.exit(1)
    return applying


def _apply_courses(reading: courses.Reading, now: dt.datetime) -> Report:
    """The catalogue, and the editions from which it can be changed in the Studio."""
    studio.catch_up(reading)
    report = courses.apply(reading, now)
    studio.keep(reading, now)
    return report


def _read(root: Path) -> tuple[list[Applying], list[Problem]]:
    """What is to be applied, and all problems. Events are only looked at: the demo plans them."""
    now = clock.now()
    models, bad_models = competences.read(root)
    texts, bad_texts = pages.read(root)
    kinds, bad_kinds = qualifications.read(root)
    catalogue, bad_courses = courses.read(root, models.highest_levels, {kind.key for kind in kinds})
    same, bad_lists = synonyms.read(root)
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
    problems = {*bad_models, *bad_texts, *bad_kinds, *bad_courses, *bad_lists, *bad_templates, *bad_events, *dead}
    return applying, sorted(problems)
