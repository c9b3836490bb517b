"""What the files say → rows."""

import datetime as dt
from collections.abc import Iterable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from app.competences.library.families import Families
from app.competences.library.links import set_links
from app.competences.library.rows import follow, free_moved_origins, is_gone
from app.competences.library.texts import CompetenceText, FrameworkText, Reading
from app.competences.models import Area, Competence, Framework, Level, LevelDescription, Profile
from app.competences.rules import Stage
from app.content.report import Report
from app.db import db


def take_frameworks(reading: Reading, report: Report) -> dict[str, Framework]:
    """Take the frameworks and their scales over; a framework that is gone is outdated."""
    found = db.session.scalars(select(Framework).options(selectinload(Framework.levels)))
    rows = {row.key: row for row in found}
    texts = {text.key: text for text in reading.frameworks}
    free_moved_origins(rows, texts)
    for key, text in texts.items():
        row = rows.setdefault(key, Framework(key=key))
        if follow(row, text, report):
            row.title, row.title_en, row.version = text.title, text.title_en, text.version
            row.body, row.body_html = text.body, text.body_html
            row.stage, row.position = Stage.PUBLISHED, text.position
            _set_levels(row, text)
    for key, row in rows.items():
        if is_gone(key, row, texts, report, is_retired=row.stage is Stage.OUTDATED):
            row.stage = Stage.OUTDATED
    _complete(rows.values(), {text.body_html: text.body for text in texts.values()})
    db.session.flush()
    return rows


def take_areas(reading: Reading, frameworks: Mapping[str, Framework], report: Report) -> dict[str, Area]:
    """Take the areas over; by the folder that they lie in. An area that is gone stays, without competences."""
    rows = {
        (row.framework.key, row.key): row
        for row in db.session.scalars(select(Area).options(joinedload(Area.framework)))
    }
    texts = {(text.framework.key, text.key): text for text in reading.areas}
    free_moved_origins(rows, texts)
    for name, text in texts.items():
        row = rows.setdefault(name, Area(key=text.key))
        if follow(row, text, report):
            row.framework = frameworks[text.framework.key]
            row.title, row.title_en, row.body, row.position = text.title, text.title_en, text.body, text.position
    db.session.flush()
    return {text.folder: rows[name] for name, text in texts.items()}


def take_competences(
    reading: Reading, areas: Mapping[str, Area], now: dt.datetime, report: Report
) -> dict[str, Competence]:
    """Take the competences and their levels over; one that is gone is retired."""
    rows = {
        row.key: row for row in db.session.scalars(select(Competence).options(selectinload(Competence.descriptions)))
    }
    texts = {text.key: text for text in reading.competences}
    free_moved_origins(rows, texts)
    followed = []
    for key, text in texts.items():
        row = rows.setdefault(key, Competence(key=key))
        if follow(row, text, report):
            followed.append(text)
            row.area, row.position, row.retired_at = areas[text.folder], text.position, None
            row.title, row.title_en, row.body = text.title, text.title_en, text.body
            row.fades_after_months, row.expires_after_months = text.fades_after_months, text.expires_after_months
            _set_behaviours(row, text)
    for key, row in rows.items():
        if is_gone(key, row, texts, report, is_retired=row.retired_at is not None):
            row.retired_at = now
    db.session.flush()
    set_links(followed, rows)
    return rows


def take_profiles(reading: Reading, competences: Mapping[str, Competence], now: dt.datetime, report: Report) -> None:
    """Take the profiles over; one that is gone is retired. Families of jobs that are not there yet are made."""
    options = (selectinload(Profile.targets), selectinload(Profile.families))
    rows = {row.key: row for row in db.session.scalars(select(Profile).options(*options))}
    texts = {text.key: text for text in reading.profiles}
    free_moved_origins(rows, texts)
    families = Families(rows.values())
    for key, text in texts.items():
        row = rows.setdefault(key, Profile(key=key))
        if follow(row, text, report):
            row.title, row.title_en, row.kind = text.title, text.title_en, text.kind
            row.body, row.body_html, row.retired_at = text.body, text.body_html, None
            levels = {competences[key].id: level for key, level in text.targets.items()}
            row.ask_for(levels, {competences[key].id for key in text.important})
            wanted = families.of(text)
            if set(row.families) != set(wanted):
                row.families = wanted
        elif not row.body and row.body_html == text.body_html:
            row.body = text.body
    for key, row in rows.items():
        if is_gone(key, row, texts, report, is_retired=row.retired_at is not None):
            row.retired_at, row.families = now, []
    db.session.flush()


def _complete(rows: Iterable[Framework], bodies: Mapping[str, str]) -> None:
    """Give what was taken over before Lotse kept what is typed, also into other versions, the text of its file."""
    for row in rows:
        if not row.body:
            row.body = bodies.get(row.body_html, "")


def _set_levels(row: Framework, text: FrameworkText) -> None:
    known = {level.number: level for level in row.levels}
    for number, (title, title_en) in enumerate(text.levels):
        level = known.get(number) or Level(number=number)
        level.title, level.title_en = title, title_en
        if number not in known:
            row.levels.append(level)
    row.levels[:] = [level for level in row.levels if level.number <= text.highest]


def _set_behaviours(row: Competence, text: CompetenceText) -> None:
    known = {description.number: description for description in row.descriptions}
    for number, behaviour in text.behaviours.items():
        if number in known:
            known[number].behaviour = behaviour
        else:
            row.descriptions.append(LevelDescription(number=number, behaviour=behaviour))
    row.descriptions[:] = [one for one in row.descriptions if one.number in text.behaviours]
