"""Which statements hold, which have been taken back, and what somebody can take back."""

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select
from sqlalchemy.orm import aliased

from app.competences.models import Statement
from app.competences.rules import Kind, Visibility
from app.people.viewer import Viewer


def holds() -> ColumnElement[bool]:
    """Whether a statement is neither a retraction nor taken back by one.

    The sum with nothing keeps SQLite from going through all that are no retractions, and not through the person's own.
    """
    is_no_retraction = (Statement.retracts_id + 0).is_(None)
    return and_(is_no_retraction, ~_is_taken_back())


def is_last_of_its_day() -> ColumnElement[bool]:
    """Whether the person has said nothing else of themselves later that day: trying out is one word."""
    later, retraction = aliased(Statement), aliased(Statement)
    return or_(
        Statement.kind != Kind.SELF,
        ~exists().where(
            later.person_id == Statement.person_id,
            later.competence_id == Statement.competence_id,
            later.kind == Kind.SELF,
            later.observed_on == Statement.observed_on,
            later.id > Statement.id,
            later.retracts_id.is_(None),
            ~exists().where(retraction.retracts_id == later.id),
        ),
    )


def is_taken_back_by_another() -> ColumnElement[bool]:
    """Whether somebody else has taken back what they said of the person, so that the person learns of it."""
    return and_(_is_taken_back(), Statement.actor_id.is_not(None), Statement.actor_id != Statement.person_id)


def one_word_with(statement: Statement) -> Select[Statement]:
    """What holds and is one word with this statement: what the person says of themselves within a day is one."""
    if statement.kind is not Kind.SELF:
        return select(Statement).where(Statement.id == statement.id, holds())
    return select(Statement).where(
        Statement.person_id == statement.person_id,
        Statement.competence_id == statement.competence_id,
        Statement.kind == Kind.SELF,
        Statement.observed_on == statement.observed_on,
        holds(),
    )


def statements_to_retract(viewer: Viewer) -> Select[Statement]:
    """What the viewer can take back: SQL twin of `rules.may_retract`."""
    without_author = and_(
        Statement.actor_id.is_(None),
        Statement.person_id == viewer.person.id,
        Statement.kind.in_((Kind.PRACTICE, Kind.EXTERNAL)),
    )
    is_alone = Statement.visibility != Visibility.AGREED
    return select(Statement).where(holds(), is_alone, or_(Statement.actor_id == viewer.person.id, without_author))


def _is_taken_back() -> ColumnElement[bool]:
    later = aliased(Statement)
    return exists().where(later.retracts_id == Statement.id)
