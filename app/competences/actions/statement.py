"""What people say about levels."""

import datetime as dt
from collections.abc import Collection, Mapping

from flask_babel import gettext as _
from sqlalchemy import func, select

from app import clock
from app.activity import actions as activity
from app.competences import queries, rules
from app.competences.models import Statement
from app.competences.rules import Claim, Kind, Obstacle, Visibility
from app.db import db
from app.errors import Refused
from app.notifications.actions import notify
from app.notifications.rules import Kind as Letter
from app.people import queries as people
from app.people.actions import take_turns
from app.people.models import Person


def assess(person: Person, levels: Mapping[int, int], *, on: dt.date | None = None) -> list[Statement]:
    """Record the person's own word on these levels; what they said the same day already is not said again."""
    take_turns(person)
    _check(levels)
    day = on or clock.today()
    said = _said_by(person, day)
    new = [
        _own(person, competence, level, day) for competence, level in levels.items() if said.get(competence) != level
    ]
    db.session.add_all(new)
    db.session.flush()
    return new


def assess_anew(person: Person, levels: Mapping[int, int], confirmed: Collection[int] = ()) -> list[Statement]:
    """Record the levels that differ from what the person last said of themselves, and those that they say again."""
    said = queries.own_words(person.id)
    return assess(person, {one: level for one, level in levels.items() if one in confirmed or said.get(one) != level})


def confirm(person: Person, competence_id: int) -> Statement | None:
    """Say that the current level still fits: a new self-assessment; None where today's word says so already."""
    now = queries.standings(person.id).get(competence_id)
    if now is None:
        raise Refused(_("There is no level to confirm. Please assess yourself."))
    return next(iter(assess(person, {competence_id: now.level})), None)


def state(
    person: Person,
    competence_id: int,
    level: int,
    *,
    kind: Kind,
    by: Person | None,
    observed_on: dt.date,
    source: str | None = None,
    note: str | None = None,
    visibility: Visibility = Visibility.PERSON,
    valid_until: dt.date | None = None,
) -> Statement:
    """Record somebody's word on a level; `by` is whose word it is, None where it follows from something by itself.

    The source says why somebody else may say something: the request that they answer, the talk that was released.
    """
    _check({competence_id: level})
    is_by_person = by is not None and by.id == person.id
    stands = is_by_person, _leads(by, person, kind), _develops(by, person, kind)
    claim = Claim(kind, *stands, source, visibility, observed_on, valid_until)
    if (found := rules.obstacle(claim, clock.today())) is not None:
        raise Refused(_refusal(found))
    row = Statement(
        person_id=person.id,
        competence_id=competence_id,
        level=level,
        kind=kind,
        actor_id=by.id if by and (kind is Kind.SELF or not is_by_person) else None,
        observed_on=observed_on,
        recorded_at=clock.now(),
        source=source,
        note=note,
        visibility=visibility,
        valid_until=valid_until,
    )
    db.session.add(row)
    db.session.flush()
    activity.record(by, "competences.stated", row, kind=kind.value, competence=competence_id)
    return row


def retract(statement: Statement, by: Person) -> Statement:
    """Take a word back: a new row that names it, so that neither counts any more; the record of both stays.

    A self-assessment goes with all that it had replaced that day. Whoever it was said about is told.
    """
    take_turns(by)
    if statement.visibility is Visibility.AGREED:
        raise Refused(_("You two have agreed on this. Please agree on something else in your next talk."))
    if not _may_retract(statement, by):
        raise Refused(_("Only the author can take this back."))
    rows = {row.id: take_back(row) for row in db.session.scalars(queries.one_word_with(statement)).all()}
    if statement.id not in rows:
        raise Refused(_("This has been taken back already."))
    activity.record(by, "competences.retracted", statement, kind=statement.kind.value)
    if statement.person_id != by.id:
        path = f"/competences/{statement.competence.key}"
        notify(statement.person, Letter.WORD_TAKEN_BACK, path=path, who=by.name)
    return rows[statement.id]


def take_back(statement: Statement) -> Statement:
    """Let a statement hold no longer, by a row that names it; who may do so, whoever calls this has checked."""
    row = Statement(
        person_id=statement.person_id,
        actor_id=statement.actor_id,
        competence_id=statement.competence_id,
        level=statement.level,
        kind=statement.kind,
        observed_on=statement.observed_on,
        recorded_at=clock.now(),
        visibility=statement.visibility,
        retracts_id=statement.id,
    )
    db.session.add(row)
    db.session.flush()
    return row


def add_evidence(
    person: Person,
    competence_id: int,
    level: int,
    *,
    kind: Kind,
    source: str,
    observed_on: dt.date,
    valid_until: dt.date | None = None,
) -> Statement:
    """Record a proof of a level; the same proof counts once."""
    same = select(Statement).where(
        Statement.person_id == person.id,
        Statement.competence_id == competence_id,
        Statement.level == level,
        Statement.kind == kind,
        Statement.source == source,
        Statement.observed_on == observed_on,
        Statement.valid_until.is_not_distinct_from(valid_until),
        queries.holds(),
    )
    if found := db.session.scalars(same).first():
        return found
    row = Statement(
        person_id=person.id,
        competence_id=competence_id,
        level=level,
        kind=kind,
        source=source,
        observed_on=observed_on,
        recorded_at=clock.now(),
        valid_until=valid_until,
    )
    db.session.add(row)
    db.session.flush()
    return row


def _may_retract(statement: Statement, by: Person) -> bool:
    return rules.may_retract(
        statement.kind,
        is_agreed=statement.visibility is Visibility.AGREED,
        person_id=statement.person_id,
        actor_id=statement.actor_id,
        by_id=by.id,
    )


def _leads(by: Person | None, person: Person, kind: Kind) -> bool:
    """Whether the leader who speaks leads the person today; asked only where it matters."""
    if by is None or kind is not Kind.LEADER:
        return False
    return by.id in db.session.scalars(people.leaders_of(person, clock.today()).with_only_columns(Person.id)).all()


def _develops(by: Person | None, person: Person, kind: Kind) -> bool:
    """Whether the assessor who speaks looks after the person today; asked only where it matters."""
    return by is not None and kind is Kind.ASSESSOR and queries.develops(by, person, clock.today())


def _refusal(found: Obstacle) -> str:
    return {
        Obstacle.SELF_BY_ANOTHER: _("Only the person can assess themselves."),
        Obstacle.OTHER_BY_ONESELF: _("Somebody else has to say this about you."),
        Obstacle.NOT_THE_LEADER: _("Only the leader of today can say this."),
        Obstacle.NOT_AN_ASSESSOR: _("Only who looks after the person in HR development today can say this."),
        Obstacle.NO_REASON: _("This needs a reason: a request of the person, or a talk that both have released."),
        Obstacle.IN_THE_FUTURE: _("The day lies in the future. Please choose today or an earlier day."),
        Obstacle.ENDS_BEFORE: _("It can’t end before it was observed."),
    }[found]


def _own(person: Person, competence_id: int, level: int, day: dt.date) -> Statement:
    return Statement(
        person_id=person.id,
        competence_id=competence_id,
        level=level,
        kind=Kind.SELF,
        actor_id=person.id,
        observed_on=day,
        recorded_at=clock.now(),
    )


def _said_by(person: Person, day: dt.date) -> dict[int, int]:
    """The last level that the person stated on that day, by competence."""
    newest = (
        select(func.max(Statement.id))
        .where(
            Statement.person_id == person.id,
            Statement.kind == Kind.SELF,
            Statement.observed_on == day,
            queries.holds(),
        )
        .group_by(Statement.competence_id)
    )
    rows = select(Statement.competence_id, Statement.level).where(Statement.id.in_(newest))
    return dict(db.session.execute(rows).all())


def _check(levels: Mapping[int, int]) -> None:
    highest = queries.highest_levels(levels)
    if unknown := [competence for competence in levels if competence not in highest]:
        raise Refused(_("This competence is no longer in use. Please reload the page."), f"level-{unknown[0]}")
    for competence, level in levels.items():
        if not 0 <= level <= highest[competence]:
            raise Refused(_("Please choose one of the levels shown."), f"level-{competence}")
