"""A framework as a file, and a file as what it would change."""

from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy import select

from app.competences.models import Area, Competence, Framework
from app.competences.queries.tree import areas_with_levels
from app.competences.rules import Ageing, RowError, Stage, base_key, exchange, moodle, table
from app.db import db


@dataclass(frozen=True)
class Looked:
    """What a file holds and would change, or what is wrong with it."""

    entry: exchange.FrameworkEntry | None
    errors: tuple[RowError, ...] = ()
    is_moodle: bool = False
    framework: Framework | None = None
    summary: exchange.Summary | None = None


def entry_of(framework: Framework) -> exchange.FrameworkEntry:
    """A framework as a file holds it: what is in use, with the keys that all its versions share; three statements."""
    numbers = [level.number for level in framework.levels if level.number]
    areas = [_area_entry(area, numbers) for area in areas_with_levels(framework.id)]
    levels = tuple((level.title, level.title_en) for level in framework.levels)
    key = base_key(framework.key)
    return exchange.FrameworkEntry(key, framework.title, framework.title_en, framework.version, levels, tuple(areas))


def _area_entry(area: Area, numbers: list[int]) -> exchange.AreaEntry:
    found = []
    for one in area.competences:
        if one.retired_at is None:
            behaviours = {step.number: step.behaviour for step in one.descriptions}
            texts = tuple(behaviours.get(number, "") for number in numbers)
            found.append(
                exchange.CompetenceEntry(
                    base_key(one.key),
                    one.title,
                    one.title_en,
                    one.body,
                    texts,
                    Ageing(one.fades_after_months, one.expires_after_months),
                )
            )
    return exchange.AreaEntry(area.key, area.title, area.title_en, area.body, tuple(found))


def csv_of(framework: Framework, *, as_moodle: bool) -> str:
    """The text of the file of a framework, in our own layout or in Moodle's."""
    entry = entry_of(framework)
    if as_moodle:
        return table.write(moodle.to_rows(entry), ",")
    return table.write(exchange.to_rows(entry))


def look_at(text: str) -> Looked:
    """What a file would change; nothing is changed."""
    try:
        rows = table.read(text)
    except ValueError as error:
        return Looked(None, (RowError(int(str(error)), _("This is no CSV file that Lotse can read.")),))
    from_moodle = moodle.is_moodle(rows)
    entry, errors = (moodle if from_moodle else exchange).from_rows(rows)
    errors += _taken(entry) if entry else []
    if entry is None or errors:
        return Looked(None, tuple(errors), from_moodle)
    framework = framework_of_key(entry.key)
    before = entry_of(framework) if framework else None
    if before is not None:
        entry = exchange.completed(before, entry, has_english=not from_moodle)
    summary = exchange.summary(before, entry)
    return Looked(entry, (), from_moodle, framework, summary)


def framework_of_key(key: str) -> Framework | None:
    """The draft of this key where there is one, otherwise the version in use."""
    query = select(Framework).where(Framework.key.in_([key, f"{key}.next"]), Framework.stage != Stage.OUTDATED)
    found = list(db.session.scalars(query.order_by(Framework.stage != Stage.DRAFT)))
    return found[0] if found else None


def _taken(entry: exchange.FrameworkEntry) -> list[RowError]:
    """Competences of the file whose keys belong to another framework; archived ones count too."""
    lines = {one.key: one.line for one in entry.competences}
    query = (
        select(Competence.key, Framework.key, Framework.title)
        .join(Competence.area)
        .join(Area.framework)
        .where(Competence.key.in_(lines))
    )
    sentence = _("belongs to another model")
    return [
        RowError(lines[key], f"{key}: {sentence}, {title}.")
        for key, owner, title in db.session.execute(query)
        if base_key(owner) != entry.key
    ]
