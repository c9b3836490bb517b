"""Writing down a look before the page is sent."""

from collections.abc import Iterable

from sqlalchemy import insert

from app import clock
from app.db import short_transaction
from app.people.viewer import Viewer
from app.visibility.models import ReadAudit


def write_read_audit(viewer: Viewer, person_ids: Iterable[int], category: str, purpose: str) -> None:
    """One row for each person shown, committed by itself: the page is only sent once the look is on record."""
    look = {"at": clock.now(), "viewer_id": viewer.person.id, "category": category, "purpose": purpose}
    with short_transaction() as session:
        session.execute(insert(ReadAudit), [look | {"person_id": person_id} for person_id in person_ids])
