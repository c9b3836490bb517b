"""Registering stands, giving them places, planning a tour, and counting visits."""

import datetime as dt
from collections.abc import Mapping

from flask_babel import gettext as _
from sqlalchemy import delete, or_, select, update

from app import clock
from app.activity.actions import record
from app.bookings.models import Bookable
from app.db import db
from app.errors import Refused
from app.notifications.actions import notify
from app.notifications.rules import Kind
from app.people.models import Person
from app.stands import queries, rules
from app.stands.models import Fair, Stand, StandMark
from app.stands.rules import Stage

TOURS_LAST = dt.timedelta(days=90)


def open_fair(bookable: Bookable, *, last_day: dt.date, by: Person) -> Fair:
    """Let offices register stands until the end of this day; again: change the day."""
    if bookable.cancelled_at:
        raise Refused(_("This date was cancelled."))
    if last_day >= clock.local(bookable.starts_at).date():
        raise Refused(
            _("Please choose a day before the fair begins, so that there is time to give places."), "last_day"
        )
    fair = db.session.scalars(queries.fair_of(bookable.id)).one_or_none() or Fair(bookable_id=bookable.id)
    fair.last_day = last_day
    db.session.add(fair)
    db.session.flush()
    record(by, "stands.fair-opened", bookable, last_day=last_day.isoformat())
    return fair


def register(
    fair: Fair, *, by: Person, title: str, description: str, needs_power: bool, needs_table: bool, remark: str
) -> Stand:
    """Register a stand of one's own office; those who run the fair are told."""
    _refuse_unless_registering(fair)
    if (db.session.scalar(queries.number_of_own(fair, by)) or 0) >= rules.MOST_OF_ONE:
        raise Refused(_("You have registered as many stands as one person can. Please ask a colleague."))
    stand = Stand(
        fair_id=fair.id,
        fair=fair,
        unit_id=by.unit_id,
        contact_id=by.id,
        title=title,
        description=description,
        needs_power=needs_power,
        needs_table=needs_table,
        remark=remark,
        registered_at=clock.now(),
    )
    db.session.add(stand)
    db.session.flush()
    record(by, "stands.registered", stand, fair=fair.id)
    for person in db.session.scalars(queries.organisers(fair)):
        if person.id != by.id:
            notify(person, Kind.STAND_REGISTERED, path=_desk(fair), title=fair.bookable.title)
    return stand


def change(stand: Stand, *, by: Person, is_organiser: bool, **typed: object) -> Stand:
    """Change what a stand shows and needs: until registration ends, those who run the fair also later."""
    _refuse_over(stand)
    if not is_organiser:
        _refuse_unless_registering(stand.fair)
    for name, value in typed.items():
        setattr(stand, name, value)
    record(by, "stands.changed", stand)
    db.session.flush()
    return stand


def withdraw(stand: Stand, *, by: Person) -> None:
    """Take a stand back; its place is free again. Twice is the same as once."""
    if stand.stage is not Stage.WITHDRAWN:
        stand.stage, stand.hall, stand.place = Stage.WITHDRAWN, None, None
        record(by, "stands.withdrawn", stand)
        db.session.flush()


def give_place(stand: Stand, *, hall: str, place: str, by: Person) -> Stand:
    """Accept a stand by giving it a place, or another one; its office is told."""
    _refuse_over(stand)
    taken = select(Stand.id).where(Stand.fair_id == stand.fair_id, Stand.place == place, Stand.id != stand.id)
    if db.session.scalars(taken).first():
        raise Refused(_("This number is given already. Please choose another one."), "place")
    is_news = (stand.hall, stand.place) != (hall, place)
    stand.stage, stand.hall, stand.place, stand.reason = Stage.PLACED, hall, place, None
    record(by, "stands.placed", stand, hall=hall, place=place)
    db.session.flush()
    if is_news and stand.contact_id != by.id:
        where = _("%(hall)s, stand %(place)s", hall=hall, place=place)
        notify(stand.contact, Kind.STAND_PLACED, path=_page(stand.fair), title=stand.title, place=where)
    return stand


def decline(stand: Stand, *, reason: str, by: Person) -> Stand:
    """Decline a stand with a reason that its office reads; a place that it had is free again."""
    _refuse_over(stand)
    stand.stage, stand.hall, stand.place, stand.reason = Stage.DECLINED, None, None, reason
    record(by, "stands.declined", stand)
    db.session.flush()
    if stand.contact_id != by.id:
        notify(stand.contact, Kind.STAND_DECLINED, path=_page(stand.fair), title=stand.title, note=reason)
    return stand


def mark(stand: Stand, person: Person) -> None:
    """Put a stand at the end of one's tour; twice is the same as once."""
    known = list(db.session.scalars(queries.marks(stand.fair, person)))
    if stand.id in {one.stand_id for one in known}:
        return
    if len(known) >= rules.MOST_ON_TOUR:
        raise Refused(_("More than %(most)d stands are no tour any more.", most=rules.MOST_ON_TOUR))
    last = max((one.rank for one in known), default=0)
    db.session.add(StandMark(person_id=person.id, stand_id=stand.id, rank=last + 1))
    db.session.flush()


def unmark(stand: Stand, person: Person) -> None:
    """Take a stand off one's tour."""
    mine = StandMark.person_id == person.id, StandMark.stand_id == stand.id
    db.session.execute(delete(StandMark).where(*mine))


def order(fair: Fair, person: Person, *, ranks: Mapping[int, int]) -> None:
    """Go in this order: the rank of each stand; what has none is taken off the tour."""
    by_rank = sorted(ranks, key=lambda stand_id: (ranks[stand_id], stand_id))
    for one in db.session.scalars(queries.marks(fair, person)).all():
        if one.stand_id in ranks:
            one.rank = by_rank.index(one.stand_id) + 1
        else:
            db.session.delete(one)
    db.session.flush()


def count(stand: Stand, number: int = 1) -> None:
    """Count a visit, or take one back that was a slip. Who it was is asked nowhere and kept nowhere."""
    if not rules.is_counting(stand.fair.bookable.days, clock.today()):
        raise Refused(_("Visits are counted on the days of the fair."))
    up = update(Stand).where(Stand.id == stand.id, Stand.stage == Stage.PLACED, Stand.visits + number >= 0)
    db.session.execute(up.values(visits=Stand.visits + number).execution_options(synchronize_session=False))
    db.session.refresh(stand, ["visits"])


def forget_tours() -> int:
    """Erase tours, remarks and reasons where the fair was long ago; returns how many rows that were."""
    fairs = queries.fairs_before(clock.now() - TOURS_LAST)
    stands = select(Stand.id).where(Stand.fair_id.in_(fairs))
    gone = db.session.execute(delete(StandMark).where(StandMark.stand_id.in_(stands)).returning(StandMark.rank)).all()
    told = Stand.fair_id.in_(fairs), or_(Stand.remark != "", Stand.reason.is_not(None))
    blank = db.session.execute(update(Stand).where(*told).values(remark="", reason=None).returning(Stand.id)).all()
    return len(gone) + len(blank)


def _refuse_unless_registering(fair: Fair) -> None:
    if fair.bookable.cancelled_at:
        raise Refused(_("This date was cancelled."))
    if not rules.is_registering(fair.last_day, clock.today()):
        raise Refused(_("The time to register is over. Please write to those who run the fair."))


def _refuse_over(stand: Stand) -> None:
    if stand.fair.bookable.cancelled_at:
        raise Refused(_("This date was cancelled."))
    if stand.stage is Stage.WITHDRAWN:
        raise Refused(_("This stand was withdrawn."))


def _page(fair: Fair) -> str:
    return f"/bookables/{fair.bookable_id}/stands"


def _desk(fair: Fair) -> str:
    return f"/bookables/{fair.bookable_id}/fair"
