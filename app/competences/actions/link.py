"""Links between competences, and whether a level may be read along them."""

from collections.abc import Collection, Mapping

from flask_babel import gettext as _
from sqlalchemy import or_, select

from app.activity.actions import record
from app.competences import queries, rules
from app.competences.actions.revision import touch
from app.competences.models import Area, Competence, CompetenceLink, Framework, Level
from app.competences.rules import LinkKind, Stage
from app.db import db
from app.errors import Refused
from app.people.models import Person


def renew_carrying() -> None:
    """Say anew for each link whether a level may be read along it, never to or from a draft; scales change."""
    concerned = or_(CompetenceLink.kind.in_(rules.CARRYING), CompetenceLink.carries)
    links = db.session.scalars(select(CompetenceLink).where(concerned)).all()
    if not links:
        return
    ends = {end for link in links for end in (link.from_id, link.to_id)}
    query = select(Competence.id, Area.framework_id).join(Competence.area).where(Competence.id.in_(ends))
    framework_of = dict(db.session.execute(query).all())
    scales: dict[int, list[tuple[int, str]]] = {}
    for framework_id, number, title in db.session.execute(
        select(Level.framework_id, Level.number, Level.title)
        .join(Framework, Framework.id == Level.framework_id)
        .where(Framework.id.in_(set(framework_of.values())), Framework.stage != Stage.DRAFT)
        .order_by(Level.framework_id, Level.number)
    ):
        scales.setdefault(framework_id, []).append((number, title))
    for link in links:
        ours, theirs = (scales.get(framework_of[end], []) for end in (link.from_id, link.to_id))
        link.carries = bool(ours and theirs) and rules.carries(link.kind, ours, theirs)
    db.session.flush()


def replace_links(replaced: Mapping[int, int]) -> None:
    """Say for each old competence which one takes its place, also for those that it had replaced; copy other links.

    Links that lead away from a competence stay as they are in the draft where it is the copy of the old one. Where
    several become one, the links say which competences were merged in.
    """
    copies = _copies(replaced)
    query = select(CompetenceLink).where(CompetenceLink.from_id.in_(replaced) | CompetenceLink.to_id.in_(replaced))
    wanted = dict.fromkeys(replaced.items(), LinkKind.REPLACED_BY)
    merging = rules.merged_in(replaced, copies)
    for link in db.session.scalars(query):
        if link.from_id in copies:
            continue
        if link.kind is not LinkKind.REPLACED_BY:
            pair = replaced.get(link.from_id, link.from_id), replaced.get(link.to_id, link.to_id)
            wanted.setdefault(pair, link.kind)
        elif link.to_id in replaced:
            pair = link.from_id, replaced[link.to_id]
            wanted.setdefault(pair, LinkKind.REPLACED_BY)
            if link.merges or (link.to_id, pair[1]) in merging:
                merging.add(pair)
    _add(wanted, merging)


def copy_links(copies: Mapping[int, int]) -> None:
    """Let the copies of competences link to what these link to, among themselves to the copies."""
    query = select(CompetenceLink).where(CompetenceLink.from_id.in_(copies))
    links = db.session.scalars(query.where(CompetenceLink.kind != LinkKind.REPLACED_BY))
    _add({(copies[one.from_id], copies.get(one.to_id, one.to_id)): one.kind for one in links})


def set_links(wanted: Mapping[int, Mapping[int, LinkKind]]) -> None:
    """Let the links that lead away from these competences be those wanted; those to what is out of use stay."""
    query = select(CompetenceLink).where(
        CompetenceLink.from_id.in_(wanted), CompetenceLink.kind != LinkKind.REPLACED_BY
    )
    known = {(link.from_id, link.to_id): link for link in db.session.scalars(query)}
    for one, links in wanted.items():
        for other, kind in links.items():
            link = known.pop((one, other), None) or CompetenceLink(from_id=one, to_id=other)
            link.kind = kind
            db.session.add(link)
    in_place = queries.competences_not_outdated().where(Competence.id.in_({other for _one, other in known}))
    ids = set(db.session.scalars(in_place))
    for (_one, other), link in known.items():
        if other in ids:
            db.session.delete(link)
    db.session.flush()
    renew_carrying()


def _add(wanted: Mapping[tuple[int, int], LinkKind], merging: Collection[tuple[int, int]] = ()) -> None:
    known = {tuple(row) for row in db.session.execute(select(CompetenceLink.from_id, CompetenceLink.to_id))}
    for (one, other), kind in wanted.items():
        if one != other and (one, other) not in known:
            db.session.add(CompetenceLink(from_id=one, to_id=other, kind=kind, merges=(one, other) in merging))
    db.session.flush()


def _copies(replaced: Mapping[int, int]) -> set[int]:
    """The old competences whose place is taken by their own copy: both have the same key."""
    query = select(Competence.id, Competence.key).where(Competence.id.in_({*replaced, *replaced.values()}))
    keys = {one: rules.base_key(key) for one, key in db.session.execute(query)}
    return {old for old, new in replaced.items() if keys[old] == keys[new]}


def set_link(competence: Competence, *, by: Person, target_id: int, kind: LinkKind) -> None:
    """Say how a competence belongs to another one; what was said before is replaced."""
    target = db.session.get(Competence, target_id)
    if target is None or target.id == competence.id:
        raise Refused(_("Please choose another competence."), "target_id")
    link = db.session.get(CompetenceLink, (competence.id, target.id))
    if link is None:
        link = CompetenceLink(from_id=competence.id, to_id=target.id)
        db.session.add(link)
    link.kind = kind
    touch(competence)
    record(by, "competences.link-set", competence, target=target.id)
    db.session.flush()
    renew_carrying()


def remove_link(competence: Competence, *, by: Person, target_id: int) -> None:
    """Take a link away; without one nothing happens."""
    link = db.session.get(CompetenceLink, (competence.id, target_id))
    if link is not None and link.kind is not LinkKind.REPLACED_BY:
        db.session.delete(link)
        touch(competence)
        record(by, "competences.link-removed", competence, target=target_id)
        db.session.flush()
