"""Which bookables somebody may know of, and which they run."""

from functools import cache, lru_cache

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select
from sqlalchemy.orm import selectinload

from app.bookings.models import Bookable, Booking, Organiser
from app.bookings.queries.invitations import is_invited
from app.bookings.rules import LIVE, Mode
from app.people import queries as people
from app.people.models import OrgUnit, Person
from app.people.viewer import Viewer

MOST_KEPT = 512
"""For how many people the conditions are kept ready: somebody who looks at one page looks at the next soon."""


def bookables_visible_to(viewer: Viewer) -> Select[Bookable]:
    """What is published for the viewer's unit, what they run, and what they have booked."""
    return _with_organisers().where(is_visible_to(viewer))


def is_visible_to(viewer: Viewer) -> ColumnElement[bool]:
    """The same as a condition, for queries of the packages above."""
    return _is_visible(viewer.person.id, viewer.person.unit.path)


def is_run_by(viewer: Viewer) -> ColumnElement[bool]:
    """Whether the viewer is one of those who run it."""
    return _is_run_by(viewer.person.id)


def bookables_organised_by(viewer: Viewer) -> Select[Bookable]:
    """What the viewer runs: SQL twin of `access.can_organise`."""
    return _with_organisers().where(is_run_by(viewer))


@cache
def _with_organisers() -> Select[Bookable]:
    return select(Bookable).options(selectinload(Bookable.organisers))


@lru_cache(maxsize=MOST_KEPT)
def _is_visible(person_id: int, path: str) -> ColumnElement[bool]:
    units = [int(number) for number in path.split("/") if number]
    has_booked = exists().where(
        Booking.bookable_id == Bookable.id, Booking.person_id == person_id, Booking.state.in_(LIVE)
    )
    is_open = and_(Bookable.is_draft.is_(False), or_(Bookable.audience_id.is_(None), Bookable.audience_id.in_(units)))
    is_for_them = or_(Bookable.mode != Mode.INVITATION, is_invited(person_id))
    return or_(and_(is_open, is_for_them), _is_run_by(person_id), has_booked)


@lru_cache(maxsize=MOST_KEPT)
def _is_run_by(person_id: int) -> ColumnElement[bool]:
    return exists().where(Organiser.bookable_id == Bookable.id, Organiser.person_id == person_id)


def team_for(viewer: Viewer, bookable: Bookable) -> Select[Person]:
    """Those whom the viewer leads today and to whom it is open, by name; never the viewer."""
    led = people.people_led(viewer.leading, viewer.today).where(Person.id != viewer.person.id)
    if bookable.audience_id is not None:
        led = led.where(OrgUnit.path.contains(f"/{bookable.audience_id}/"))
    return led.order_by(Person.sort_name, Person.id)
