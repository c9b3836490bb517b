"""A framework as a file, and a file as what it would change."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy import ColumnElement, and_, or_, select

from app.competences.models import Area, Competence, CompetenceLink, Framework
from app.competences.queries.tree import areas_with_levels
from app.competences.rules import (
    SAID_BY_HAND,
    Ageing,
    RowError,
    Stage,
    base_key,
    comparison,
    exchange,
    moodle,
    reference,
)
from app.db import db
from app.text import csv_table


@dataclass(frozen=True)
class Looked:
    """What a file holds and would change, or what is wrong with it.

    Links are left out where they lead to models that are not here (`missing`) or to competences that the models here
    don't have in use, or not yet (`unknown`: with the line).
    """

    entry: exchange.FrameworkEntry | None
    errors: tuple[RowError, ...] = ()
    is_moodle: bool = False
    framework: Framework | None = None
    summary: comparison.Summary | None = None
    missing: tuple[str, ...] = ()
    unknown: tuple[tuple[int, reference.Reference], ...] = ()


def entry_of(framework: Framework) -> exchange.FrameworkEntry:
    """A framework as a file holds it: what is in use, with the keys that all its versions share; four statements."""
    numbers = [level.number for level in framework.levels if level.number]
    links = _references(framework)
    areas = [_area_entry(area, numbers, links) for area in areas_with_levels(framework.id)]
    levels = tuple((level.title, level.title_en) for level in framework.levels)
    names = base_key(framework.key), framework.title, framework.title_en, framework.version
    return exchange.FrameworkEntry(*names, levels, tuple(areas), framework.body)


def _references(framework: Framework) -> dict[int, list[reference.Reference]]:
    """What the competences of a framework link to, if it is in use, a first draft, or of the same version."""
    source = select(Competence.id).join(Competence.area).where(Area.framework_id == framework.id)
    query = (
        select(CompetenceLink.from_id, Framework.key, Competence.key, CompetenceLink.kind)
        .join(Competence, Competence.id == CompetenceLink.to_id)
        .join(Competence.area)
        .join(Area.framework)
        .where(CompetenceLink.from_id.in_(source), CompetenceLink.kind.in_(SAID_BY_HAND))
        .where(or_(Framework.id == framework.id, _can_be_linked()), Competence.retired_at.is_(None))
    )
    found: dict[int, list[reference.Reference]] = {}
    for one, key, other, kind in db.session.execute(query):
        found.setdefault(one, []).append(reference.Reference(base_key(key), base_key(other), kind))
    return found


def _can_be_linked() -> ColumnElement[bool]:
    is_first = and_(Framework.stage == Stage.DRAFT, Framework.predecessor_id.is_(None))
    return or_(Framework.stage == Stage.PUBLISHED, is_first)


def _area_entry(area: Area, numbers: list[int], links: Mapping[int, list[reference.Reference]]) -> exchange.AreaEntry:
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
                    tuple(sorted(set(links.get(one.id, ())))),
                )
            )
    return exchange.AreaEntry(area.key, area.title, area.title_en, area.body, tuple(found))


def csv_of(framework: Framework, *, as_moodle: bool) -> str:
    """The text of the file of a framework, in our own layout or in Moodle's."""
    entry = entry_of(framework)
    if as_moodle:
        return csv_table.write(moodle.to_rows(entry), ",")
    return csv_table.write(exchange.to_rows(entry))


def look_at(text: str) -> Looked:
    """What a file would change; nothing is changed."""
    try:
        rows = csv_table.read(text)
    except ValueError as error:
        return Looked(None, (RowError(int(str(error)), _("This is no CSV file that Lotse can read.")),))
    from_moodle = moodle.is_moodle(rows)
    entry, errors = (moodle if from_moodle else exchange).from_rows(rows)
    errors += _taken(entry) if entry else []
    if entry is None or errors:
        return Looked(None, tuple(sorted(errors)), from_moodle)
    missing = _missing_models(entry)
    unknown = _unknown(entry, link_ends(entry), missing)
    entry = _without(entry, missing, {link for _line, link in unknown})
    framework = framework_of_key(entry.key)
    before = entry_of(framework) if framework else None
    if before is not None:
        if from_moodle:
            entry = moodle.with_other_levels(before, moodle.with_other_links(before, entry))
        entry = comparison.completed(before, entry, has_english=not from_moodle)
    summary = comparison.summary(before, entry)
    return Looked(entry, (), from_moodle, framework, summary, tuple(sorted(missing)), unknown)


def link_ends(entry: exchange.FrameworkEntry) -> dict[tuple[str, str], int]:
    """The competences of other models to which the file may link, by the keys of both; one statement."""
    query = (
        select(Framework.key, Competence.key, Competence.id)
        .join(Competence.area)
        .join(Area.framework)
        .where(Framework.key.in_(_models(entry)), _can_be_linked(), Competence.retired_at.is_(None))
    )
    return {(framework, key): one for framework, key, one in db.session.execute(query)}


def _models(entry: exchange.FrameworkEntry) -> set[str]:
    return {link.framework for one in entry.competences for link in one.links or ()} - {entry.key}


def _missing_models(entry: exchange.FrameworkEntry) -> frozenset[str]:
    """Models that the file links to and that are not here."""
    wanted = _models(entry)
    here = db.session.scalars(select(Framework.key).where(Framework.key.in_(wanted), _can_be_linked()))
    return frozenset(wanted - set(here))


def _unknown(
    entry: exchange.FrameworkEntry, here: Collection[tuple[str, str]], missing: Collection[str]
) -> tuple[tuple[int, reference.Reference], ...]:
    """Links to competences that another model, which is here, doesn't have in use, with their lines."""
    return tuple(
        (one.line, link)
        for one in entry.competences
        for link in one.links or ()
        if link.framework not in {entry.key, *missing} and (link.framework, link.key) not in here
    )


def _without(
    entry: exchange.FrameworkEntry, missing: Collection[str], unknown: Collection[reference.Reference]
) -> exchange.FrameworkEntry:
    """The same without the links to what is not here."""
    links = {
        one.key: tuple(link for link in one.links if link.framework not in missing and link not in unknown)
        for one in entry.competences
        if one.links is not None
    }
    return entry.with_links(links)


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
