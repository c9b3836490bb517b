"""Questions about qualifications, and about who holds them."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import ColumnElement, ScalarSelect, Select, and_, false, func, or_, select, true
from sqlalchemy.orm import InstrumentedAttribute, aliased, contains_eager, joinedload

from app import clock
from app.db import db
from app.people.models import OrgUnit, Person
from app.people.queries import employed, is_asked_for
from app.people.rules import Role
from app.people.viewer import Viewer
from app.qualifications import rules
from app.qualifications.labels import title_of
from app.qualifications.models import Holding, Qualification
from app.qualifications.rules import FOR_EVER, Intake, Kind, Known, State
from app.text import csv_table
from app.text.csv_table import RowError

IDS = Person.personnel_number, Person.email


@dataclass(frozen=True)
class Standing:
    """Until when somebody holds a qualification, or held it."""

    qualification: Qualification
    until: dt.date | None
    state: State
    ends_soon: bool

    @property
    def is_for_ever(self) -> bool:
        """Whether it has no end."""
        return self.until == FOR_EVER


def counts(row: Any = Holding) -> ColumnElement[bool]:
    """Whether this holding is none that takes another one back, nor one that is taken back."""
    other = aliased(Holding)
    taken_back = select(other.id).where(other.retracts_id == row.id).correlate(row).exists()
    return and_(_is_no_retraction(row), ~taken_back)


def _is_no_retraction(row: Any) -> ColumnElement[bool]:
    """The sum with nothing keeps SQLite to the person's own, instead of all that are no retractions."""
    is_none: ColumnElement[bool] = (row.retracts_id + 0).is_(None)
    return is_none


def until(
    person_id: int | ColumnElement[int],
    qualification_id: int | InstrumentedAttribute[int],
    on: dt.date | ColumnElement[dt.date],
) -> ScalarSelect[dt.date]:
    """Until when the person holds it by what had begun that day, or held it; none where they never did."""
    held = aliased(Holding)
    return (
        select(func.max(func.coalesce(held.valid_until, FOR_EVER)))
        .where(held.person_id == person_id, held.qualification_id == qualification_id, held.since <= on, counts(held))
        .correlate_except(held)
        .scalar_subquery()
    )


def ends(people: Select[int], on: dt.date) -> Select[int, int, dt.date]:
    """The same for many at once: rows of (person, qualification, until) for those whose ids these are."""
    taken_back = aliased(Holding)
    return (
        select(
            Holding.person_id,
            Holding.qualification_id,
            func.max(func.coalesce(Holding.valid_until, FOR_EVER)).label("until"),
        )
        .outerjoin(taken_back, taken_back.retracts_id == Holding.id)
        .where(_is_no_retraction(Holding), taken_back.id.is_(None), Holding.since <= on)
        .where(Holding.person_id.in_(people))
        .group_by(Holding.person_id, Holding.qualification_id)
    )


def holds(person_id: int, qualification_id: int, on: dt.date) -> bool:
    """Whether the person holds it that day; one statement."""
    last: dt.date | None = db.session.scalar(select(until(person_id, qualification_id, on)))
    return rules.state(last, on) is State.HELD


def offered() -> Select[Qualification]:
    """All that can be acquired today, by title."""
    return select(Qualification).where(Qualification.retired_at.is_(None)).order_by(Qualification.title)


def titles() -> dict[str, str]:
    """The titles of the same by their keys, in the language of the page; one statement."""
    return {one.key: title_of(one) for one in db.session.scalars(offered())}


def standings_of(person_id: int, on: dt.date) -> list[Standing]:
    """Where the person stands with each that they hold or held, what ends first before the rest; one statement."""
    last = until(person_id, Qualification.id, on)
    found = db.session.execute(select(Qualification, last).where(last.is_not(None)).order_by(last, Qualification.title))
    return [standing(one, day, on) for one, day in found]


def standing(qualification: Qualification, last: dt.date | None, on: dt.date) -> Standing:
    """Where somebody stands who holds it until then."""
    return Standing(qualification, last, rules.state(last, on), rules.ends_soon(last, on))


def holdings_of(person_id: int) -> Select[Holding]:
    """All that counts about a person, newest first, each with its qualification."""
    found = select(Holding).where(Holding.person_id == person_id, counts())
    return found.options(joinedload(Holding.qualification)).order_by(Holding.since.desc(), Holding.id.desc())


def same_holdings(person_id: int, qualification_id: int, since: dt.date) -> Select[Holding]:
    """What counts already of a person from that day."""
    same = Holding.person_id == person_id, Holding.qualification_id == qualification_id, Holding.since == since
    return select(Holding).where(*same, counts())


def holdings_from(person_id: int, path: str) -> Select[Holding]:
    """What counts of all that this course or date has given a person."""
    return select(Holding).where(Holding.person_id == person_id, Holding.path == path, counts())


def is_in_scope(viewer: Viewer) -> ColumnElement[bool]:
    """Whether a unit belongs to what the viewer looks after as an HR developer: SQL twin of `Viewer.has`."""
    scopes = viewer.scopes.get(Role.HR, frozenset())
    if "/" in scopes:
        return true()
    return or_(false(), *(OrgUnit.path.startswith(path, autoescape=True) for path in sorted(scopes)))


def qualifications_in_studio(viewer: Viewer) -> Select[Qualification]:
    """All, for whoever may see the Studio."""
    may_see = true() if viewer.has_anywhere(Role.HR) else false()
    return select(Qualification).where(may_see).order_by(Qualification.title)


def holdings_in_studio(viewer: Viewer) -> Select[Holding]:
    """What counts about those whom the viewer looks after."""
    return (
        select(Holding)
        .join(Holding.person)
        .join(Person.unit)
        .where(is_in_scope(viewer), counts())
        .options(contains_eager(Holding.person).contains_eager(Person.unit), joinedload(Holding.qualification))
    )


def holdings_in_scope(viewer: Viewer, qualification_id: int, typed: str) -> Select[Holding]:
    """Who of those whom the viewer looks after holds it or held it, newest first; of such names where any is asked."""
    found = holdings_in_studio(viewer).where(Holding.qualification_id == qualification_id)
    if typed:
        found = found.where(is_asked_for(typed))
    return found.order_by(Holding.since.desc(), Holding.id.desc())


def people_in_scope(viewer: Viewer, typed: str) -> Select[Person]:
    """Whom somebody means by a number, an address or a whole name, of those whom the viewer looks after."""
    key = " ".join(typed.split())
    full = Person.given_name + " " + Person.family_name
    is_meant = or_(Person.personnel_number == key, Person.email == key.lower(), full == key)
    return employed(clock.today()).where(is_in_scope(viewer), is_meant).limit(2)


def records_in_file(text: str) -> tuple[Intake, list[RowError]]:
    """What a file of old records brings, and what is wrong with it; three statements."""
    try:
        rows = csv_table.read(text)
    except ValueError as error:
        return Intake(), [RowError(int(str(error)), _("This is no CSV file that Lotse can read."))]
    named = {cell.strip() for row in rows for cell in row.cells[:MOST_COLUMNS] if cell.strip()}
    people = _people(named)
    kinds: dict[str, Kind] = {}
    for one in db.session.scalars(offered()):
        kind = Kind(one.id, one.title, one.valid_months)
        kinds |= dict.fromkeys((one.key.casefold(), one.title.casefold(), one.title_en.casefold()), kind)
    return rules.read_records(rows, Known(people, kinds, _held(set(people.values()))), clock.today())


MOST_COLUMNS = 12
BATCH = 500


def _people(named: Collection[str]) -> dict[str, int]:
    """Who works here, by number and by address, of those named."""
    asked = {*named, *(name.lower() for name in named)}
    people: dict[str, int] = {}
    for part in _parts(sorted(asked)):
        is_named = or_(*(column.in_(part) for column in IDS))
        for number, *names in db.session.execute(select(Person.id, *IDS).where(is_named, _is_employed())):
            people |= {name.casefold(): number for name in names if name}
    return people


def _held(people: Collection[int]) -> set[tuple[int, int, dt.date, dt.date | None]]:
    held: set[tuple[int, int, dt.date, dt.date | None]] = set()
    for part in _parts(sorted(people)):
        columns = Holding.person_id, Holding.qualification_id, Holding.since, Holding.valid_until
        found = db.session.execute(select(*columns).where(Holding.person_id.in_(part), counts()))
        held |= {(person, kind, since, last) for person, kind, since, last in found}
    return held


def _is_employed() -> ColumnElement[bool]:
    return or_(Person.left_on.is_(None), Person.left_on >= clock.today())


def _parts(values: Sequence[Any]) -> list[Sequence[Any]]:
    return [values[start : start + BATCH] for start in range(0, len(values), BATCH)]
