"""Taking a framework over from a file: always as a draft, so that nothing changes for anybody before publication."""

from app.activity.actions import record
from app.competences import queries, rules
from app.competences.actions.framework import create_framework, set_scale
from app.competences.actions.revision import touch
from app.competences.actions.tree import delete_competence, set_behaviours
from app.competences.actions.version import NEXT, begin_version
from app.competences.models import Area, Competence, Framework
from app.competences.rules import Stage, exchange
from app.db import db
from app.errors import Refused
from app.people.models import Person


def import_framework(text: str, *, by: Person) -> Framework:
    """Make the draft of a new framework or of a new version, or let a draft be what the file says."""
    looked = queries.look_at(text)
    if looked.entry is None:
        raise Refused(looked.errors[0].sentence)
    draft = _draft(looked.framework, looked.entry, by)
    draft.title, draft.title_en, draft.version = looked.entry.title, looked.entry.title_en, looked.entry.version
    set_scale(draft, looked.entry.levels)
    _fill(draft, looked.entry, by)
    touch(draft)
    record(by, "competences.framework-imported", draft)
    db.session.flush()
    return draft


def _draft(framework: Framework | None, entry: exchange.FrameworkEntry, by: Person) -> Framework:
    if framework is None:
        names = {"title": entry.title, "title_en": entry.title_en, "version": entry.version}
        made = create_framework(by=by, scale=entry.levels, **names)
        made.key = entry.key
        return made
    return framework if framework.stage is Stage.DRAFT else begin_version(framework, by=by)


def _fill(draft: Framework, entry: exchange.FrameworkEntry, by: Person) -> None:
    """Add, change, move and delete until the draft holds exactly what the file says."""
    areas = {area.key: area for area in queries.areas_with_levels(draft.id)}
    known = {rules.base_key(one.key): one for area in areas.values() for one in area.competences}
    mark = NEXT if draft.predecessor_id else ""
    for place, wanted in enumerate(entry.areas):
        area = areas.pop(wanted.key, None) or Area(framework=draft, key=wanted.key)
        area.title, area.title_en, area.body, area.position = wanted.title, wanted.title_en, wanted.body, place
        db.session.add(area)
        for position, one in enumerate(wanted.competences):
            row = known.pop(one.key, None) or Competence(key=one.key + mark)
            row.area, row.position, row.retired_at = area, position, None
            row.title, row.title_en, row.body = one.title, one.title_en, one.body
            if one.ageing is not None:
                row.fades_after_months, row.expires_after_months = one.ageing.fades_after, one.ageing.expires_after
            set_behaviours(row, dict(enumerate(one.behaviours, start=1)))
            db.session.add(row)
    db.session.flush()
    for superfluous in known.values():
        delete_competence(superfluous, by=by)
    for area in areas.values():
        db.session.expire(area, ["competences"])
        db.session.delete(area)
    db.session.flush()
    for at_hand in db.session.identity_map.values():
        if isinstance(at_hand, Area):
            db.session.expire(at_hand, ["competences"])
