"""Links between competences, as the files say."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select

from app.competences.actions.link import renew_carrying
from app.competences.library.texts import CompetenceText
from app.competences.models import Competence, CompetenceLink
from app.competences.rules import LinkKind
from app.db import db


def set_links(texts: Sequence[CompetenceText], rows: Mapping[str, Competence]) -> None:
    """Let the links that lead away from these competences be those of their files; what replaced them stays."""
    if not texts:
        return
    ids = [rows[text.key].id for text in texts]
    query = select(CompetenceLink).where(CompetenceLink.from_id.in_(ids), CompetenceLink.kind != LinkKind.REPLACED_BY)
    known = {(link.from_id, link.to_id): link for link in db.session.scalars(query)}
    for text in texts:
        for key, kind in text.links.items():
            pair = rows[text.key].id, rows[key].id
            link = known.pop(pair, None) or CompetenceLink(from_id=pair[0], to_id=pair[1])
            link.kind = kind
            db.session.add(link)
    for link in known.values():
        db.session.delete(link)
    db.session.flush()
    renew_carrying()
