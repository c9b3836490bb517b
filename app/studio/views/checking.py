"""What the check says on the pages of an edition."""

from flask import current_app

from app.content import style
from app.studio import labels, queries
from app.studio.models import Edition


def findings_of(edition: Edition) -> labels.Findings:
    """What keeps it from being published, and what could be better."""
    problems = queries.check(edition)[1]
    house, _problems = style.read(current_app.config["CONTENT_FOLDER"])
    return labels.findings(edition, problems, queries.hints(edition.slug, edition.texts, house))
