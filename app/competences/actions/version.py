"""A new version of a framework: copied as a draft, edited, and published with a way for everything that was there."""

from collections.abc import Callable, Collection, Mapping
from typing import TypeVar

from flask_babel import gettext as _
from sqlalchemy import delete, select
from sqlalchemy.orm import contains_eager, selectinload

from app import clock
from app.activity.actions import record
from app.competences import queries, rules
from app.competences.actions.inquiry import ask_about
from app.competences.actions.link import copy_links, renew_carrying, replace_links
from app.competences.actions.revision import take, touch
from app.competences.models import (
    Area,
    Competence,
    CompetenceLink,
    Framework,
    Level,
    LevelDescription,
    Profile,
    Target,
)
from app.competences.rules import Stage
from app.db import db
from app.errors import Refused
from app.people.models import Person

T = TypeVar("T", Framework, Area, Competence)
Replaced = Mapping[int, int | None]
Follower = Callable[[Replaced, int], None]
FOLLOWERS: list[Follower] = []
"""What upper packages do when competences are replaced, given the highest level of the new scale."""
NEXT = ".next"


def begin_version(framework: Framework, *, by: Person) -> Framework:
    """Copy a published framework as a draft; there is one draft of it at a time."""
    db.session.refresh(framework, with_for_update={"of": Framework})
    if framework.stage is not Stage.PUBLISHED:
        raise Refused(_("Only a published model gets a new version."))
    if draft := queries.draft_of(framework.id):
        return draft
    made = Framework(
        key=framework.key + NEXT,
        title=framework.title,
        title_en=framework.title_en,
        version=_next_version(framework.version),
        stage=Stage.DRAFT,
        body=framework.body,
        body_html=framework.body_html,
        position=framework.position,
        predecessor=framework,
    )
    made.levels = [Level(number=one.number, title=one.title, title_en=one.title_en) for one in framework.levels]
    db.session.add(made)
    copies: dict[Competence, Competence] = {}
    for area in queries.areas_with_levels(framework.id):
        copies |= _copy_area(area, made)
    db.session.flush()
    copy_links({old.id: new.id for old, new in copies.items()})
    record(by, "competences.version-begun", made, predecessor=framework.id)
    db.session.flush()
    return made


def delete_draft(framework: Framework, *, by: Person) -> None:
    """Throw a draft away; nobody has been assessed in it."""
    if framework.stage is not Stage.DRAFT:
        raise Refused(_("Only a draft can be deleted."))
    ids = select(Competence.id).join(Competence.area).where(Area.framework_id == framework.id)
    if db.session.scalar(select(Target.profile_id).where(Target.competence_id.in_(ids)).limit(1)):
        raise Refused(_("A profile asks for a competence of this draft. Please take it out there first."))
    record(by, "competences.draft-deleted", framework)
    found = list(db.session.scalars(ids))
    links = CompetenceLink.from_id.in_(found) | CompetenceLink.to_id.in_(found)
    db.session.execute(delete(CompetenceLink).where(links))
    for area in queries.areas_with_levels(framework.id):
        for competence in area.competences:
            db.session.delete(competence)
        db.session.flush()
        db.session.delete(area)
    db.session.flush()
    db.session.delete(framework)
    db.session.flush()


def publish(framework: Framework, *, by: Person, revision: int, replaced: Replaced) -> None:
    """Put a draft into use. With a version before, everything that pointed there follows; what was said stays there."""
    take(framework, revision)
    if framework.stage is not Stage.DRAFT:
        raise Refused(_("This model is published already."))
    if not queries.items_of(framework.id):
        raise Refused(_("This model has no competences yet. Please add some first."))
    framework.stage = Stage.PUBLISHED
    if framework.predecessor is not None:
        _succeed(framework, framework.predecessor, replaced)
    renew_carrying()
    record(by, "competences.framework-published", framework)
    db.session.flush()


def _succeed(new: Framework, old: Framework, replaced: Replaced) -> None:
    highest = max(level.number for level in new.levels)
    replace_links({one: other for one, other in replaced.items() if other is not None})
    _move_targets(replaced, highest)
    ask_about(replaced)
    for follow in FOLLOWERS:
        follow(replaced, highest)
    old.stage = Stage.OUTDATED
    touch(old)
    _swap_keys(new, old)


def _move_targets(replaced: Replaced, highest: int) -> None:
    query = select(Profile).where(Profile.id.in_(select(Target.profile_id).where(Target.competence_id.in_(replaced))))
    for profile in db.session.scalars(query.options(selectinload(Profile.targets))):
        now = {target.competence_id: target.level for target in profile.targets}
        important = {replaced.get(one.competence_id, one.competence_id) for one in profile.targets if one.is_important}
        profile.ask_for(rules.merged(now, replaced, highest), {one for one in important if one is not None})
        touch(profile)
    db.session.flush()


def _swap_keys(new: Framework, old: Framework) -> None:
    """Give the version in use the keys without a dot and the files that they came from, so that both stay known.

    What has no successor keeps its key, archived, so that its file can't bring it back and its address leads to what
    was said. So it does where the new version holds an archived copy of it, about which nobody has said anything.
    """
    before = {row.key: row for row in _competences(old)}
    after = {row.key.removesuffix(NEXT): row for row in _competences(new)}
    for key in [key for key, row in after.items() if row.retired_at and key in before]:
        after.pop(key).key = f"{key}.{new.id}"
    known = {row.key: row for row in _holders(after, new)}
    for key, row in known.items():
        row.key = f"{key}.{row.area.framework_id}"
    for key, row in before.items():
        if key not in after:
            row.retired_at = row.retired_at or clock.now()
            touch(row)
    old.key = f"{old.key}.{old.id}"
    db.session.flush()
    new.key = new.key.removesuffix(NEXT)
    for key, row in after.items():
        row.key = key
        if key in known:
            _take_over_file(row, known[key])
    _take_over_file(new, old)
    areas = {area.key: area for area in new.areas}
    for area in old.areas:
        _take_over_file(areas.get(area.key), area)


def _take_over_file(new: T | None, old: T) -> None:
    """The new row is what the file began as, edited here; the old one belongs to no file any more."""
    origin, origin_hash = old.origin, old.origin_hash
    old.origin = old.origin_hash = None
    db.session.flush()
    if new is not None:
        new.origin, new.origin_hash = origin, origin_hash
        touch(new)
        db.session.flush()


def _competences(framework: Framework) -> list[Competence]:
    query = select(Competence).join(Competence.area).where(Area.framework_id == framework.id)
    return list(db.session.scalars(query))


def _holders(keys: Collection[str], new: Framework) -> list[Competence]:
    """The competences that have one of these keys so far: of the version before, or archived with an earlier one."""
    query = select(Competence).join(Competence.area).where(Competence.key.in_(keys), Area.framework_id != new.id)
    return list(db.session.scalars(query.options(contains_eager(Competence.area))))


def _copy_area(area: Area, into: Framework) -> dict[Competence, Competence]:
    words = {name: getattr(area, name) for name in ("key", "title", "title_en", "position", "body")}
    copied = Area(framework=into, **words)
    db.session.add(copied)
    copies = {}
    for competence in area.competences:
        if competence.retired_at is None:
            names = ("title", "title_en", "position", "body", "fades_after_months", "expires_after_months")
            row = Competence(
                area=copied, key=competence.key + NEXT, **{name: getattr(competence, name) for name in names}
            )
            row.descriptions = [
                LevelDescription(number=one.number, behaviour=one.behaviour) for one in competence.descriptions
            ]
            db.session.add(row)
            copies[competence] = row
    return copies


def _next_version(version: str) -> str:
    """ "2" after "1", "3.0-2" after "3.0-1"; otherwise the same with a mark, to be changed by hand."""
    head, number = version.rstrip("0123456789"), version[len(version.rstrip("0123456789")) :]
    return f"{head}{int(number) + 1}" if number else f"{version}-2"
