"""Links between competences, and whether a level may be read along them."""

from sqlalchemy import or_, select

from app.competences import rules
from app.competences.models import Area, Competence, CompetenceLink, Level
from app.db import db


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
