"""Taking a framework over from a file: always as a draft, so that nothing changes for anybody before publication."""

from sqlalchemy import select

from app.activity.actions import record
from app.competences import queries, rules
from app.competences.actions.framework import create_framework, describe, set_scale
from app.competences.actions.link import set_links
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
    draft.title, draft.title_en = looked.entry.title, looked.entry.title_en
    if looked.entry.version not in _versions_before(draft):
        draft.version = looked.entry.version
    if looked.entry.about is not None and looked.entry.about != draft.body:
        describe(draft, looked.entry.about)
    set_scale(draft, looked.entry.levels)
    _fill(draft, looked.entry, by)
    _link(draft, looked.entry)
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


def _versions_before(draft: Framework) -> set[str]:
    """What the versions before a draft are called: a file of one of them doesn't say what the next one is called."""
    found, one = set(), draft.predecessor
    while one is not None:
        found.add(one.version)
        one = one.predecessor
    return found


def _link(draft: Framework, entry: exchange.FrameworkEntry) -> None:
    """Link the competences of which the file says so, among themselves and to those of other models."""
    query = select(Competence.key, Competence.id).join(Competence.area).where(Area.framework_id == draft.id)
    own = {rules.base_key(key): one for key, one in db.session.execute(query)}
    ends = queries.link_ends(entry) | {(entry.key, key): one for key, one in own.items()}
    wanted = {one.key: one.links for one in entry.competences if one.links is not None}
    set_links(
        {
            own[key]: {ends[end]: link.kind for link in links if (end := (link.framework, link.key)) in ends}
            for key, links in wanted.items()
        }
    )


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
