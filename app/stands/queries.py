"""Which stands there are, whose they are, and what is on somebody's tour."""

import datetime as dt
from functools import cache

from sqlalchemy import Select, bindparam, func, or_, select
from sqlalchemy.orm import contains_eager, joinedload

from app.bookings.models import Bookable, Organiser
from app.bookings.queries import is_run_by, is_visible_to
from app.db import db
from app.people.models import Person
from app.people.viewer import Viewer
from app.stands.models import Fair, Stand, StandMark
from app.stands.rules import LIVE, Stage


def fair_of(bookable_id: int) -> Select[Fair]:
    """The fair that a date is, if it is one."""
    return select(Fair).where(Fair.bookable_id == bookable_id)


def is_fair(bookable_id: int) -> bool:
    """Whether there are stands, or are to be some; asked on every page of a date."""
    return db.session.scalar(_fair_id(), {"bookable_id": bookable_id}) is not None


@cache
def _fair_id() -> Select[int]:
    return select(Fair.id).where(Fair.bookable_id == bindparam("bookable_id"))


def stands_visible_to(viewer: Viewer) -> Select[Stand]:
    """Stands with a place, of fairs that the viewer may know of."""
    return _with_fair().where(Stand.stage == Stage.PLACED, is_visible_to(viewer))


def stands_held_by(viewer: Viewer) -> Select[Stand]:
    """What the viewer has registered, and all stands of what they run."""
    return _with_fair().where(or_(Stand.contact_id == viewer.person.id, is_run_by(viewer)))


def stands_organised_by(viewer: Viewer) -> Select[Stand]:
    """All stands of what the viewer runs."""
    return _with_fair().where(is_run_by(viewer)).options(joinedload(Stand.contact).joinedload(Person.unit))


def placed_stand(stand_id: int) -> Select[Stand]:
    """The stand of this number, once it has a place."""
    return _with_fair().where(Stand.id == stand_id, Stand.stage == Stage.PLACED)


def placed(fair: Fair) -> Select[Stand]:
    """The stands of a fair that have a place, with their offices."""
    found = select(Stand).where(Stand.fair_id == fair.id, Stand.stage == Stage.PLACED)
    return found.options(joinedload(Stand.unit)).order_by(Stand.hall, Stand.place)


def registered(fair: Fair) -> Select[Stand]:
    """All stands of a fair, with offices and contacts, in the order of registration."""
    found = select(Stand).where(Stand.fair_id == fair.id).order_by(Stand.registered_at, Stand.id)
    return found.options(joinedload(Stand.unit), joinedload(Stand.contact))


def own_stands(fair: Fair, person: Person) -> Select[Stand]:
    """What the person has registered there."""
    return select(Stand).where(Stand.fair_id == fair.id, Stand.contact_id == person.id).order_by(Stand.id)


def number_of_own(fair: Fair, person: Person) -> Select[int]:
    """How many of them are not declined or withdrawn."""
    mine = Stand.fair_id == fair.id, Stand.contact_id == person.id, Stand.stage.in_(LIVE)
    return select(func.count()).select_from(Stand).where(*mine)


def tour(fair: Fair, person: Person) -> Select[Stand]:
    """The stands on a person's tour, in its order."""
    mine = select(Stand).join(StandMark, StandMark.stand_id == Stand.id).where(StandMark.person_id == person.id)
    here = mine.where(Stand.fair_id == fair.id, Stand.stage == Stage.PLACED).options(joinedload(Stand.unit))
    return here.order_by(StandMark.rank, Stand.id)


def marks(fair: Fair, person: Person) -> Select[StandMark]:
    """The marks themselves, also of stands that have no place any more."""
    found = select(StandMark).join(Stand, Stand.id == StandMark.stand_id).where(Stand.fair_id == fair.id)
    return found.where(StandMark.person_id == person.id).order_by(StandMark.rank, StandMark.stand_id)


def organisers(fair: Fair) -> Select[Person]:
    """Who runs it."""
    return select(Person).join(Organiser).where(Organiser.bookable_id == fair.bookable_id).order_by(Person.id)


def fairs_before(moment: dt.datetime) -> Select[int]:
    """The ids of fairs that were over then."""
    return select(Fair.id).join(Fair.bookable).where(Bookable.ends_at < moment)


def _with_fair() -> Select[Stand]:
    fair = contains_eager(Stand.fair).contains_eager(Fair.bookable)
    return select(Stand).join(Stand.fair).join(Bookable).options(fair, joinedload(Stand.unit))
