"""Questions about shared profiles: what goes into one, what its reader sees, and who can read it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, false, func, or_, select

from app import clock
from app.competences.models import Statement
from app.competences.queries.confirmation import is_unconfirmed
from app.competences.queries.framework import Named, named
from app.competences.queries.inquiry import Candidate, leading_today
from app.competences.queries.retraction import holds, is_last_of_its_day
from app.competences.queries.statement import is_named_by, levels_from
from app.competences.rules import Current, Kind
from app.db import db
from app.people.models import Person
from app.people.queries import employed, people_led, person_with_unit
from app.people.viewer import Viewer
from app.visibility.models import Share
from app.visibility.queries import live_shares_to
from app.visibility.rules import ShareKind

CATEGORIES = ("E", "F")
"""The categories of data under which levels are looked at."""
MOST_FOUND, MOST_OF_TEAM = 8, 100
FEWEST_LETTERS = 2


@dataclass(frozen=True)
class SharedLine:
    """A competence and what a reader learns of it."""

    competence: Named
    current: Current


@dataclass(frozen=True)
class Preview:
    """What a reader would see with self-assessments, and without."""

    whole: tuple[SharedLine, ...]
    proven: tuple[SharedLine, ...]


def statements_to_share(person_id: int, *, contains_self: bool) -> Select[Statement]:
    """What a share of the profile would name at this moment; of a day's own words the last.

    Without self-assessments it leaves out all that nobody but the person says, also evidence without confirmation.
    """
    query = select(Statement).where(Statement.person_id == person_id, holds(), is_last_of_its_day())
    return query if contains_self else query.where(Statement.kind != Kind.SELF, ~is_unconfirmed())


def statements_of_share(share: Share) -> Select[Statement]:
    """The statements that a share names, without those taken back since."""
    return select(Statement).where(Statement.person_id == share.person_id, holds(), is_named_by(share.id))


def lines_from(statements: Select[Any]) -> tuple[SharedLine, ...]:
    """What a reader of these statements learns, in the order of the frameworks; two statements."""
    return lines_of(levels_from(statements).held)


def lines_of(held: Mapping[int, Current]) -> tuple[SharedLine, ...]:
    """These levels as lines, in the order of the frameworks; one statement."""
    return tuple(SharedLine(one, held[one.id]) for one in named(held.keys())) if held else ()


def readers_for(person: Person) -> list[Candidate]:
    """Whom a profile is shared with first: the leader of today, and the deputies; two statements."""
    whole = db.session.scalars(person_with_unit(person.id)).one()
    return leading_today(whole, clock.today())


def people_named(text: str, *, chosen: int | None, but: int) -> Sequence[Person]:
    """Who works here and has these letters in their name: a few, with unit; and the one chosen before."""
    wanted = text.strip().lower()
    full = func.lower(Person.given_name + " " + Person.family_name)
    turned = func.lower(Person.family_name + " " + Person.given_name)
    has_letters = or_(full.contains(wanted, autoescape=True), turned.contains(wanted, autoescape=True))
    is_found = has_letters if len(wanted) >= FEWEST_LETTERS else false()
    query = employed(clock.today()).where(Person.id != but, or_(is_found, Person.id == (chosen or 0)))
    return db.session.scalars(query.limit(MOST_FOUND)).unique().all()


def preview(person_id: int) -> Preview:
    """What a reader would see of the profile as it is now, with self-assessments and without; three statements."""
    everything = statements_to_share(person_id, contains_self=True)
    proven = levels_from(statements_to_share(person_id, contains_self=False)).held
    whole = lines_of(levels_from(everything).held)
    known = {line.competence.id: line.competence for line in whole}
    return Preview(whole, tuple(SharedLine(known[one], proven[one]) for one in known if one in proven))


def profiles_shared_with(viewer: Viewer) -> Select[Share]:
    """The profiles that the viewer may read at this moment because somebody shared them."""
    return live_shares_to(viewer).where(Share.kind == ShareKind.PROFILE)


def count_shared_with(viewer: Viewer) -> int:
    """How many profiles those are."""
    return db.session.scalar(select(func.count()).select_from(profiles_shared_with(viewer).subquery())) or 0


def people_led_by(viewer: Viewer) -> Select[Person]:
    """Whom the viewer leads today."""
    return people_led(viewer.leading, viewer.today)


def team_of(viewer: Viewer) -> Sequence[Person]:
    """The people whom the viewer leads today, as many as a page shows; for somebody who leads nobody none."""
    if not viewer.is_leader:
        return []
    return db.session.scalars(people_led_by(viewer).limit(MOST_OF_TEAM)).unique().all()


def now() -> dt.datetime:
    """This moment, to tell what is live from what has ended."""
    return clock.now()
