"""Areas and competences: add, change, move, archive."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import func, select

from app import clock
from app.activity.actions import record
from app.competences import queries, rules
from app.competences.actions.framework import key_of
from app.competences.actions.inquiry import ask_about
from app.competences.actions.revision import assert_open, take, touch
from app.competences.actions.wording import assert_same_meaning
from app.competences.models import Area, Competence, CompetenceLink, Framework, LevelDescription
from app.competences.rules import Stage
from app.db import db
from app.errors import Refused
from app.people.models import Person

T = TypeVar("T", Area, Competence)


def add_area(framework: Framework, *, by: Person, title: str, title_en: str, body: str, **_other: object) -> Area:
    """Add an area at the end."""
    assert_open(framework)
    taken = db.session.scalars(select(Area.key).where(Area.framework_id == framework.id))
    last = select(func.max(Area.position)).where(Area.framework_id == framework.id)
    row = Area(
        framework=framework,
        key=rules.free_key(key_of(title_en), taken),
        title=title,
        title_en=title_en,
        body=body,
        position=_next(db.session.scalar(last)),
    )
    db.session.add(row)
    touch(row)
    record(by, "competences.area-added", framework)
    db.session.flush()
    return row


def edit_area(area: Area, *, by: Person, revision: int, title: str, title_en: str, body: str) -> None:
    """Change the words of an area."""
    take(area, revision)
    assert_open(area.framework)
    area.title, area.title_en, area.body = title, title_en, body
    record(by, "competences.area-edited", area)
    db.session.flush()


def remove_area(area: Area, *, by: Person) -> None:
    """Take an empty area away."""
    assert_open(area.framework)
    if db.session.scalar(select(func.count()).where(Competence.area_id == area.id)):
        raise Refused(_("There are competences in this area, perhaps archived ones. Please move them first."))
    record(by, "competences.area-removed", area.framework)
    db.session.delete(area)
    db.session.flush()


def move_area(area: Area, direction: str) -> str:
    """Move an area up or down among the areas of its framework; returns the direction in which it can go on."""
    assert_open(area.framework)
    rows = db.session.scalars(
        select(Area).where(Area.framework_id == area.framework_id).order_by(Area.position, Area.id)
    )
    return _renumber(rules.moved(rows.all(), area, direction), area, direction)


def add_competence(
    area: Area,
    *,
    by: Person,
    title: str,
    title_en: str,
    body: str,
    behaviours: Mapping[int, str],
    fades_after_months: int | None = rules.FADES_AFTER_MONTHS,
    expires_after_months: int | None = None,
    **_other: object,
) -> Competence:
    """Add a competence at the end of an area; levels ask to be confirmed, and expire, after so many months or never."""
    assert_open(area.framework)
    last = select(func.max(Competence.position)).where(Competence.area_id == area.id)
    row = Competence(
        area=area,
        key=_new_key(title_en, area.framework),
        title=title,
        title_en=title_en,
        body=body,
        fades_after_months=fades_after_months,
        expires_after_months=expires_after_months,
        position=_next(db.session.scalar(last)),
    )
    db.session.add(row)
    set_behaviours(row, behaviours)
    touch(row)
    db.session.flush()
    record(by, "competences.competence-added", row)
    db.session.flush()
    return row


def edit_competence(
    competence: Competence,
    *,
    by: Person,
    revision: int,
    title: str,
    title_en: str,
    body: str,
    area_id: int,
    behaviours: Mapping[int, str],
    fades_after_months: int | None = rules.FADES_AFTER_MONTHS,
    expires_after_months: int | None = None,
    only_wording: bool = False,
) -> None:
    """Change the words of a competence and of its levels, how these age, or the area that it belongs to."""
    take(competence, revision)
    framework = competence.area.framework
    assert_open(framework)
    said = {one.number: one.behaviour for one in competence.descriptions}
    changed = (title, title_en, body, behaviours) != (competence.title, competence.title_en, competence.body, said)
    assert_same_meaning(framework, changed=changed, only_wording=only_wording)
    if area_id != competence.area_id:
        area = db.session.get(Area, area_id)
        if area is None or area.framework_id != framework.id:
            raise Refused(_("Please choose one of the areas of this model."), "area_id")
        last = db.session.scalar(select(func.max(Competence.position)).where(Competence.area_id == area.id))
        competence.area, competence.position = area, _next(last)
    competence.title, competence.title_en, competence.body = title, title_en, body
    competence.fades_after_months, competence.expires_after_months = fades_after_months, expires_after_months
    set_behaviours(competence, behaviours)
    record(by, "competences.competence-edited", competence)
    db.session.flush()


def move_competence(competence: Competence, direction: str) -> str:
    """Move a competence up or down within its area; returns the direction in which it can go on."""
    assert_open(competence.area.framework)
    query = select(Competence).where(Competence.area_id == competence.area_id)
    rows = db.session.scalars(query.order_by(Competence.position, Competence.id))
    return _renumber(rules.moved(rows.all(), competence, direction), competence, direction)


def archive_competence(competence: Competence, *, by: Person) -> None:
    """Take a competence out of use; what has been said about it stays."""
    assert_open(competence.area.framework)
    if asking := queries.profiles_asking_for(competence.id):
        titles = ", ".join(profile.title for profile in asking[:3])
        raise Refused(
            ngettext(
                "%(num)d profile still asks for this competence: %(titles)s. Please take it out there first.",
                "%(num)d profiles still ask for this competence: %(titles)s. Please take it out there first.",
                len(asking),
                titles=titles + (", …" if len(asking) > 3 else ""),
            )
        )
    if competence.retired_at is None:
        competence.retired_at = clock.now()
        touch(competence)
        ask_about({competence.id: None})
        record(by, "competences.competence-archived", competence)
        db.session.flush()


def restore_competence(competence: Competence, *, by: Person) -> None:
    """Bring an archived competence back into use."""
    assert_open(competence.area.framework)
    if competence.retired_at is not None:
        competence.retired_at = None
        touch(competence)
        record(by, "competences.competence-restored", competence)
        db.session.flush()


def delete_competence(competence: Competence, *, by: Person) -> None:
    """Delete a competence of a draft about which nobody has said anything."""
    framework = competence.area.framework
    if framework.stage is not Stage.DRAFT or queries.has_statements(competence.id):
        raise Refused(
            _("Only competences of a draft that nobody has been assessed in can be deleted. Archive it instead.")
        )
    if queries.profiles_asking_for(competence.id):
        raise Refused(_("A profile asks for this competence. Please take it out there first."))
    links = CompetenceLink.from_id == competence.id, CompetenceLink.to_id == competence.id
    for link in db.session.scalars(select(CompetenceLink).where(links[0] | links[1])):
        db.session.delete(link)
    record(by, "competences.competence-deleted", framework)
    db.session.delete(competence)
    db.session.flush()


def _renumber(rows: Sequence[T], moved: T, direction: str) -> str:
    for position, row in enumerate(rows):
        if row.position != position:
            row.position = position
            touch(row)
    db.session.flush()
    return rules.way_on(rows, moved, direction)


def set_behaviours(row: Competence, behaviours: Mapping[int, str]) -> None:
    """Let a competence have these descriptions of its levels, and no others."""
    known = {one.number: one for one in row.descriptions}
    for number, behaviour in behaviours.items():
        if number in known:
            known[number].behaviour = behaviour
        else:
            row.descriptions.append(LevelDescription(number=number, behaviour=behaviour))
    row.descriptions[:] = [one for one in row.descriptions if one.number in behaviours]


def _new_key(title_en: str, framework: Framework) -> str:
    """A key that no competence has, in none of its versions; a draft of a new version marks its own."""
    taken = {rules.base_key(key) for key in db.session.scalars(select(Competence.key))} | set(RESERVED)
    key = rules.free_key(key_of(title_en), taken)
    is_next = framework.stage is Stage.DRAFT and framework.predecessor_id is not None
    return f"{key}.next" if is_next else key


RESERVED = ("goal", "self-assessment")
"""Keys that are addresses of pages."""


def _next(last: int | None) -> int:
    return 0 if last is None else last + 1
