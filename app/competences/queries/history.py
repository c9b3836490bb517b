"""Everything that has been said about one competence of a person, for the person."""

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import joinedload

from app.competences.models import Statement
from app.competences.queries.retraction import holds, is_last_of_its_day, is_taken_back_by_another
from app.competences.queries.statement import is_about
from app.people.viewer import Viewer


def history_of(viewer: Viewer, competence_id: int) -> Select[Statement]:
    """What holds, each day's own word once, and what others have taken back; newest first, with whose word it is."""
    return (
        select(Statement)
        .where(
            Statement.person_id == viewer.person.id,
            is_about(competence_id),
            or_(and_(holds(), is_last_of_its_day()), is_taken_back_by_another()),
        )
        .options(joinedload(Statement.actor), joinedload(Statement.competence), joinedload(Statement.retraction))
        .order_by(Statement.observed_on.desc(), Statement.id.desc())
    )
