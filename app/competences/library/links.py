"""Links between competences, as the files say."""

from collections.abc import Mapping, Sequence

from app.competences.actions import link
from app.competences.library.texts import CompetenceText
from app.competences.models import Competence


def set_links(texts: Sequence[CompetenceText], rows: Mapping[str, Competence]) -> None:
    """Let the links that lead away from these competences be those of their files; what replaced them stays."""
    if texts:
        link.set_links({rows[text.key].id: {rows[key].id: kind for key, kind in text.links.items()} for text in texts})
