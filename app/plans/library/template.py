"""content/plan-templates/*.md → what they say, and from there to rows."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from app.competences.library.rows import follow, free_moved_origins, is_gone
from app.competences.library.texts import Text, each, names
from app.competences.models import Competence
from app.content.fields import Fields
from app.content.report import Report
from app.content.source import BadContent, Problem, Source, read_all
from app.courses.models import Course
from app.db import db
from app.plans.actions import queue_following
from app.plans.models import PlanTemplate, TemplateItem
from app.plans.rules import TEMPLATE_KINDS, ItemKind, is_web_address
from app.text.markdown import TooLong, to_html

KNOWN = ("id", "title", "title_en", "audience", "buddy", "items")
KNOWN_OF_ITEM = ("kind", "title", "course", "competence", "level", "link", "due_days", "minutes", "reason")
LONGEST_AUDIENCE, LONGEST_REASON = 400, 400
MOST_DAYS, MOST_MINUTES, MOST_LEVELS = 1826, 20_000, 9


@dataclass(frozen=True)
class ItemText:
    """A step of a template; a course is named by its folder."""

    kind: ItemKind
    title: str | None
    course: str | None
    competence: str | None
    level: int | None
    link: str | None
    due_days: int
    minutes: int
    reason: str

    @property
    def name(self) -> tuple[str, str]:
        """What tells one step of a template from another, when its other words change."""
        return self.kind.value, self.course or self.title or ""


@dataclass(frozen=True)
class TemplateText(Text):
    """A template and its steps in order."""

    audience: str
    has_buddy: bool
    body: str
    body_html: str
    items: tuple[ItemText, ...]


@dataclass(frozen=True)
class Reading:
    """All files of the folder, read and in order."""

    templates: tuple[TemplateText, ...] = ()


@dataclass(frozen=True)
class Known:
    """What the steps may refer to: the folders of courses, and the highest level of each competence."""

    courses: Collection[str]
    highest: Mapping[str, int]


def read(root: Path, courses: Collection[str], highest: Mapping[str, int]) -> tuple[Reading, list[Problem]]:
    """Every template below content/plan-templates, and what is wrong."""
    sources, problems = read_all(root, "plan-templates/*.md")
    known = Known(courses, highest)
    return Reading(each(sources, lambda source, _: _template(source, known), problems)), problems


def apply(reading: Reading, now: dt.datetime) -> Report:
    """Take the files over; what was edited here is left alone, what is gone is archived. Plans follow by a task."""
    report = Report("plan templates")
    options = selectinload(PlanTemplate.items)
    rows = {row.key: row for row in db.session.scalars(select(PlanTemplate).options(options))}
    texts = {text.key: text for text in reading.templates}
    free_moved_origins(rows, texts)
    refer = _References()
    for key, text in texts.items():
        row = rows.get(key) or PlanTemplate(key=key)
        before = (row.origin_hash, row.archived_at)
        if follow(row, text, report) and before != (text.hash, None):
            _write(row, text, refer, now)
    for key, row in rows.items():
        if is_gone(key, row, texts, report, is_retired=row.archived_at is not None):
            row.archived_at = now
    db.session.flush()
    return report


class _References:
    """The rows that steps point at, by the names that files use."""

    def __init__(self) -> None:
        self.courses = {row.slug: row for row in db.session.scalars(select(Course))}
        self.competences = dict(db.session.execute(select(Competence.key, Competence.id)).all())


def _write(row: PlanTemplate, text: TemplateText, refer: _References, now: dt.datetime) -> None:
    row.title, row.title_en, row.audience, row.archived_at = text.title, text.title_en, text.audience, None
    row.has_buddy, row.body, row.body_html = text.has_buddy, text.body, text.body_html
    db.session.flush()
    there = {(item.kind.value, item.course.slug if item.course else item.title): item for item in row.items}
    for position, one in enumerate(text.items, start=1):
        item = there.pop(one.name, None) or TemplateItem(template_id=row.id, kind=one.kind)
        course = refer.courses[one.course] if one.course else None
        item.title, item.course_id = course.title if course else one.title or "", course.id if course else None
        item.competence_id = refer.competences[one.competence] if one.competence else None
        item.target_level, item.link, item.due_days = one.level, one.link, one.due_days
        item.minutes, item.reason, item.position = one.minutes, one.reason, position
        db.session.add(item)
    for item in there.values():
        item.retired_at = now
    db.session.flush()
    queue_following(row, None)


def _template(source: Source, known: Known) -> TemplateText:
    fields = Fields(source)
    fields.only(KNOWN)
    audience = fields.text("audience", longest=LONGEST_AUDIENCE)
    items = [_item(fields, known, position) for position in fields.entries("items", known=KNOWN_OF_ITEM)]
    if not items:
        fields.refuse("items is missing or empty", "items")
    found = [item.name for item in items]
    for position, name in enumerate(found):
        if name in found[:position]:
            fields.refuse("this step stands here twice", "items", position)
    has_buddy = fields.flag("buddy")
    if fields.problems:
        raise BadContent(*fields.problems)
    try:
        body_html = to_html(source.body)
    except TooLong as error:
        raise BadContent(source.problem("the text is too long")) from error
    return TemplateText(*names(source), audience, has_buddy, source.body.strip(), body_html, tuple(items))


def _item(fields: Fields, known: Known, position: int) -> ItemText:
    at = ("items", position)
    kind = fields.choice(ItemKind, *at, "kind")
    if kind not in TEMPLATE_KINDS:
        fields.refuse(f"kind must be one of: {', '.join(TEMPLATE_KINDS)}", *at, "kind")
    course = fields.text(*at, "course") if kind is ItemKind.COURSE else None
    if course and course not in known.courses:
        fields.refuse(f"there is no course {course}", *at, "course")
    title = None if kind is ItemKind.COURSE else fields.text(*at, "title")
    link = fields.optional_text(*at, "link", longest=2000)
    if link and not is_web_address(link):
        fields.refuse("link must be a whole address, from https:// on", *at, "link")
    competence = fields.optional_text(*at, "competence")
    return ItemText(
        kind,
        title,
        course,
        competence,
        _level(fields, known, competence, at),
        link,
        fields.number(*at, "due_days", lowest=0, highest=MOST_DAYS),
        fields.number(*at, "minutes", lowest=1, highest=MOST_MINUTES),
        fields.text(*at, "reason", longest=LONGEST_REASON),
    )


def _level(fields: Fields, known: Known, competence: str | None, at: tuple[str | int, ...]) -> int | None:
    """The level that a step is for; one without a competence makes no sense."""
    entry = fields.source.meta["items"][at[1]]
    if competence is not None and competence not in known.highest:
        fields.refuse(f"there is no competence {competence}", *at, "competence")
    if not isinstance(entry, dict) or entry.get("level") is None:
        return None
    if competence is None:
        fields.refuse("a level needs a competence", *at, "level")
    return fields.number(*at, "level", lowest=1, highest=known.highest.get(competence or "", MOST_LEVELS))
