"""Links between competences, and whether a level may be read along them."""

from collections.abc import Mapping

from flask_babel import gettext as _
from sqlalchemy import or_, select

from app.activity.actions import record
from app.competences import rules
from app.competences.actions.revision import touch
from app.competences.models import Area, Competence, CompetenceLink, Level
from app.competences.rules import LinkKind
from app.db import db
from app.errors import Refused
from app.people.models import Person


def renew_carrying() -> None:
    """Say anew for each link whether a level may be read along it; the scales may have changed."""
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
        .where(Level.framework_id.in_(set(framework_of.values())))
        .order_by(Level.framework_id, Level.number)
    ):
        scales.setdefault(framework_id, []).append((number, title))
    for link in links:
        ours, theirs = (scales.get(framework_of[end], []) for end in (link.from_id, link.to_id))
        link.carries = rules.carries(link.kind, ours, theirs)
    db.session.flush()


def replace_links(replaced: Mapping[int, int]) -> None:
    """Say for each old competence which one takes its place, also for those that it had replaced; copy other links."""
    query = select(CompetenceLink).where(CompetenceLink.from_id.in_(replaced) | CompetenceLink.to_id.in_(replaced))
    wanted = dict.fromkeys(replaced.items(), LinkKind.REPLACED_BY)
    for link in db.session.scalars(query):
        if link.kind is not LinkKind.REPLACED_BY:
            pair = replaced.get(link.from_id, link.from_id), replaced.get(link.to_id, link.to_id)
            wanted.setdefault(pair, link.kind)
        elif link.to_id in replaced:
            wanted.setdefault((link.from_id, replaced[link.to_id]), LinkKind.REPLACED_BY)
    known = {tuple(row) for row in db.session.execute(select(CompetenceLink.from_id, CompetenceLink.to_id))}
    for (one, other), kind in wanted.items():
        if one != other and (one, other) not in known:
            db.session.add(CompetenceLink(from_id=one, to_id=other, kind=kind))
    db.session.flush()


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
