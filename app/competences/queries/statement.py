"""Questions about statements, and the levels that follow from them for a reader."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    String,
    Subquery,
    and_,
    bindparam,
    case,
    cast,
    false,
    func,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import InstrumentedAttribute

from app import clock
from app.competences import rules
from app.competences.models import Competence, CompetenceLink, ShareStatement, Statement
from app.competences.queries.confirmation import is_unconfirmed
from app.competences.queries.link import carried_along, carried_on, is_replaced
from app.competences.queries.retraction import holds
from app.competences.rules import Ageing, Current, Kind, Step, Visibility, Word
from app.db import db
from app.people import queries as people
from app.people.models import Person
from app.people.viewer import Viewer
from app.text.language import language
from app.visibility.models import Share
from app.visibility.queries import is_live

NOTHING = false()


@dataclass(frozen=True)
class Levels:
    """What follows from statements, by competence: the levels, and the last day of those that have expired."""

    held: Mapping[int, Current]
    lapsed: Mapping[int, dt.date]


@dataclass(frozen=True)
class Picture:
    """One competence: today's level, the day of the last word, each kind's newest word, and the level over time."""

    current: Current | None
    last_on: dt.date | None
    beside: tuple[Word, ...]
    steps: tuple[Step, ...]

    @property
    def differ(self) -> bool:
        """Whether the kinds say different things."""
        return len({word.level for word in self.beside}) > 1


def current_levels(person_id: int) -> dict[int, int]:
    """The levels by competence, as the person sees them; one statement."""
    return {competence: now.level for competence, now in standings(person_id).items()}


def standings(person_id: int) -> dict[int, Current]:
    """The level and its reason by competence, as the person sees them; one statement."""
    return dict(own_levels(person_id).held)


def own_levels(person_id: int) -> Levels:
    """What follows from everything that holds about a person, as the person sees it; one statement."""
    words = _words(language() == "en")
    return _derived(db.session.execute(words, {"person_id": person_id, "today": clock.today()}))


def own_words(person_id: int) -> dict[int, int]:
    """The levels that follow from what a person has said of themselves and nothing else; one statement."""
    said = select(Statement).where(Statement.person_id == person_id, Statement.kind == Kind.SELF, holds())
    return {competence: now.level for competence, now in levels_from(said).held.items()}


def levels_from(statements: Select[Any]) -> Levels:
    """What follows from these statements and nothing else, read in the newest version of the model; one statement."""
    ids = statements.with_only_columns(Statement.id).order_by(None)
    words = _with_ageing(
        _placed(_newest(Statement.id.in_(ids), unconfirmed=is_unconfirmed()), carried_on(), language() == "en")
    )
    return _derived(db.session.execute(words, {"today": clock.today()}))


def words_about(competence_id: int, statements: Select[Any]) -> list[Word]:
    """These statements as the rules see them on this competence; one statement."""
    ids = statements.with_only_columns(Statement.id).order_by(None)
    is_here = CompetenceLink.from_id == Statement.competence_id, CompetenceLink.to_id == competence_id
    words = (
        _columns()
        .add_columns(_title(language() == "en"))
        .outerjoin(CompetenceLink, and_(*is_here, CompetenceLink.merges))
        .outerjoin(Competence, Competence.id == CompetenceLink.from_id)
        .where(Statement.id.in_(ids))
    )
    return [Word._make(row[1:]) for row in db.session.execute(words)]


def statements_visible_to(viewer: Viewer, person: Person | None = None) -> Select[Statement]:
    """The statements about a person (without one: about themselves) that the viewer may read, newest first.

    SQL twin of `rules.may_read`: their own, those whose author they are, what somebody whom they lead today has agreed
    with them or with who else leads there today, and those that a live share names to them.
    """
    subject = person or viewer.person
    return (
        select(Statement)
        .where(Statement.person_id == subject.id, holds(), _may_read(viewer, subject))
        .order_by(Statement.observed_on.desc(), Statement.id.desc())
    )


def picture(statements: Select[Any], competence: Competence) -> Picture:
    """What these statements about one competence say, today and over time; one statement."""
    words, today = words_about(competence.id, statements), clock.today()
    ageing = Ageing(competence.fades_after_months, competence.expires_after_months)
    return Picture(
        rules.current(words, on=today, ageing=ageing),
        max((word.observed_on for word in words), default=None),
        tuple(rules.side_by_side(words)),
        tuple(rules.history(words, until=today, ageing=ageing)),
    )


def is_about(competence_id: int) -> ColumnElement[bool]:
    """Whether a statement is about this competence, or about one whose levels are read on it."""
    carried = carried_along()
    others = select(carried.c.stated).where(carried.c.onto == competence_id)
    return or_(Statement.competence_id == competence_id, Statement.competence_id.in_(others))


def is_named_by(share_id: int) -> ColumnElement[bool]:
    """Whether a share names a statement."""
    return Statement.id.in_(select(ShareStatement.statement_id).where(ShareStatement.share_id == share_id))


def _may_read(viewer: Viewer, subject: Person) -> ColumnElement[bool]:
    shared = select(ShareStatement.statement_id).join(Share, Share.id == ShareStatement.share_id)
    is_led = viewer.leads(subject)
    leaders = people.leaders_of(subject, viewer.today).with_only_columns(Person.id).order_by(None)
    return or_(
        Statement.person_id == viewer.person.id,
        Statement.actor_id == viewer.person.id,
        and_(Statement.visibility == Visibility.AGREED, Statement.actor_id.in_(leaders)) if is_led else false(),
        Statement.id.in_(shared.where(Share.reader_id == viewer.person.id, is_live(clock.now()))),
    )


@cache
def _words(english: bool) -> Select[Any]:
    """All that holds about `person_id`, nothing that was taken back; put together once, it costs more than asking."""
    newest = _newest(Statement.person_id == bindparam("person_id"), holds())
    return _with_ageing(_placed(newest, carried_along(), english))


def _title(english: bool) -> InstrumentedAttribute[str]:
    return Competence.title_en if english else Competence.title


def _placed(words: Select[Any], carried: Subquery, english: bool) -> Subquery:
    """A word counts where it was said, unless another competence took its place, and where a link carries it to.

    Where several competences have become one, it names the one that it was about.
    """
    newest = words.cte("newest")
    said = tuple(newest.c)[1:]
    here = select(newest, cast(null(), String).label("merged_from")).where(~is_replaced(newest.c.competence_id))
    along = (
        select(carried.c.onto, *said, case((carried.c.merges, _title(english))))
        .join(carried, carried.c.stated == newest.c.competence_id)
        .join(Competence, Competence.id == carried.c.stated)
        .where(~is_replaced(carried.c.onto))
    )
    return union_all(here, along).subquery()


def _newest(*conditions: ColumnElement[bool], unconfirmed: ColumnElement[bool] = NOTHING) -> Select[Any]:
    """Of the statements that meet the conditions, the newest of each kind, level and end: no older one ever counts.

    A condition of its own leaves out what is observed after `today`, lest it hide what counts by then.
    """
    alike = (Statement.competence_id, Statement.kind, Statement.level, Statement.valid_until)
    newest_first = (Statement.observed_on.desc(), Statement.id.desc())
    place = func.row_number().over(partition_by=alike, order_by=newest_first).label("place")
    words = _columns(unconfirmed).add_columns(place)
    numbered = words.where(Statement.observed_on <= bindparam("today"), *conditions).subquery()
    return select(*(column for column in numbered.c if column.name != "place")).where(numbered.c.place == 1)


def _columns(
    unconfirmed: ColumnElement[bool] = NOTHING,
) -> Select[int, int, Kind, dt.date, int, str | None, bool, dt.date | None, bool]:
    """Rows of the competence and a word's values."""
    return select(
        Statement.competence_id,
        Statement.level,
        Statement.kind,
        Statement.observed_on,
        Statement.id,
        Statement.source,
        (Statement.visibility == Visibility.AGREED).label("is_agreed"),
        Statement.valid_until,
        unconfirmed.label("is_unconfirmed"),
    )


def _with_ageing(words: FromClause) -> Select[Any]:
    """The same rows with how the levels of their competence age."""
    ageing = (Competence.fades_after_months, Competence.expires_after_months)
    return select(*words.c, *ageing).join(Competence, Competence.id == words.c.competence_id)


def _derived(rows: Iterable[Any]) -> Levels:
    today = clock.today()
    said: dict[int, list[Word]] = {}
    ageing: dict[int, Ageing] = {}
    for row in rows:
        words = said.get(row[0])
        if words is None:
            words, ageing[row[0]] = said.setdefault(row[0], []), Ageing(*row[10:])
        words.append(Word._make(row[1:10]))
    found = {one: rules.current(words, on=today, ageing=ageing[one]) for one, words in said.items()}
    lapsed = {one: max(word.observed_on for word in said[one]) for one, now in found.items() if now is None}
    return Levels({one: now for one, now in found.items() if now}, lapsed)
