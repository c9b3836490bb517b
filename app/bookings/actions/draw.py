"""Seats by lot: saying where the seed comes from, fixing the list, entering the seed, and giving the seats."""

import datetime as dt
import secrets
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from flask_babel import gettext as _

from app import clock, lots
from app.activity.actions import record
from app.bookings import queries, rules
from app.bookings.actions import line
from app.bookings.actions.admission import admit
from app.bookings.actions.history import move
from app.bookings.models import Bookable, Booking, Lot, Pool, SeatDraw
from app.bookings.rules import DrawStage, LotList, Mode, State, Way
from app.db import db, piece_of_work
from app.errors import Refused
from app.people.models import Person
from app.tasks import actions as tasks

SEAT = "bookings.seat-drawn"


def announce(
    bookable: Bookable, *, seed_source: str, seed_on: dt.date, by: Person, bonus_from: Bookable | None = None
) -> SeatDraw:
    """Say where the seed will come from, when it will be known, and whose bad luck at an earlier date counts.

    Settled once nobody can apply any more, unless its day has come before the list was fixed: then there is a new one.
    """
    now = clock.now()
    line.lock(bookable.id)
    _refuse_unless_by_lot(bookable)
    if bookable.draw_stage not in (None, DrawStage.ANNOUNCED) or _is_settled(bookable, now):
        raise Refused(_("Sign-up is over, so the source of the seed can’t be changed any more."))
    if seed_on <= clock.today():
        raise Refused(_("The seed may be known by then. Please choose a day after today."), "seed_on")
    if not rules.can_be_fixed(bookable.closes_at, clock.start_of(seed_on)):
        raise Refused(
            _("Please choose a later day: between sign-up and that day you need twelve hours to fix the list."),
            "seed_on",
        )
    if seed_on >= clock.local(bookable.starts_at).date():
        raise Refused(_("The seed must be known before the date begins, so that people can still plan."), "seed_on")
    draw = bookable.draw or SeatDraw(bookable_id=bookable.id)
    draw.seed_source, draw.seed_on, draw.announced_at = seed_source, seed_on, now
    draw.bonus_from_id = bonus_from.id if bonus_from else None
    bookable.draw_stage = DrawStage.ANNOUNCED
    db.session.add(draw)
    db.session.flush()
    record(
        by,
        "bookings.draw-announced",
        bookable,
        source=seed_source,
        on=seed_on.isoformat(),
        bonus_from=draw.bonus_from_id,
    )
    return draw


def fix_list(bookable: Bookable, *, by: Person) -> SeatDraw:
    """Fix who takes part, under pseudonyms, and make the hash of the list public; before the seed can be known."""
    draw = _locked(bookable, DrawStage.ANNOUNCED)
    now = clock.now()
    if now < bookable.closes_at:
        raise Refused(_("The list can be fixed once sign-up has closed."))
    if clock.today() >= draw.seed_on:
        raise Refused(_("The seed may be known by now. Please name a later day, so that nobody could have chosen it."))
    applicants = db.session.scalars(queries.applicants(bookable.id)).all()
    if not applicants:
        raise Refused(_("Nobody has applied, so there is nothing to draw."))
    listed = dict(zip(_pseudonyms(len(applicants)), applicants, strict=True))
    db.session.add_all(Lot(booking_id=one.id, draw_id=draw.id, pseudonym=name) for name, one in listed.items())
    quotas = db.session.scalars(queries.quotas_of(bookable.id)).all()
    counted, sealed = rules.apart(listed, _counted(quotas, listed))
    draw.sealed = rules.seal(sealed, secrets.token_hex(32)) if sealed else None
    paper = _paper(draw, listed, line.count(bookable, now).limit, quotas, counted)
    draw.document, draw.hash, draw.fixed_at = paper.text, lots.sha256(paper.text), now
    bookable.draw_stage = DrawStage.FIXED
    db.session.flush()
    record(by, "bookings.list-fixed", bookable, hash=draw.hash)
    return draw


def _counted(quotas: Sequence[Pool], listed: Mapping[str, Booking]) -> dict[str, list[int]]:
    """In which quotas each of the list counts, by their places."""
    places = {pool.id: place for place, pool in enumerate(quotas)}
    return {
        name: sorted(places[one.pool_id] for one in booking.quotas if one.pool_id in places)
        for name, booking in listed.items()
    }


def _paper(
    draw: SeatDraw,
    listed: Mapping[str, Booking],
    seats: int | None,
    quotas: Sequence[Pool],
    counted: Mapping[str, Sequence[int]],
) -> LotList:
    """What is said of those on the list, by pseudonym."""
    unlucky = set(db.session.scalars(queries.unlucky_in(draw.bonus_from_id)))
    return LotList(
        draw.bookable.title,
        seats,
        draw.seed_source,
        draw.seed_on,
        {name: rules.WITH_BONUS if one.person_id in unlucky else rules.ONE for name, one in listed.items()},
        quotas=[pool.limited for pool in quotas],
        counted=counted,
        sealed=lots.sha256(draw.sealed) if draw.sealed else None,
        bonus_from=draw.bonus_from.title if draw.bonus_from else None,
        has_waitlist=draw.bookable.has_waitlist,
    )


def draw(bookable: Bookable, *, seed: str, by: Person) -> SeatDraw:
    """Enter the seed, and with it settle the order of the list; the seats are given by a task, one after the other."""
    found, seed = _locked(bookable, DrawStage.FIXED, "seed"), lots.plain_seed(seed)
    if clock.today() < found.seed_on:
        raise Refused(_("The seed is not known before the day that was named for it."), "seed")
    if lots.sha256(found.document or "") != found.hash:
        raise Refused(_("The list is not the one whose hash was published. Please tell the data protection officer."))
    ranks = {name: place for place, name in enumerate(rules.drawn_order(found.document or "", seed), 1)}
    for lot in db.session.scalars(queries.lots_of(found.id)):
        lot.booking.rank = ranks[lot.pseudonym]
    found.seed, found.drawn_at, found.drawn_by_id = seed, clock.now(), by.id
    limit = line.count(bookable, clock.now()).limit
    found.seats = len(ranks) if limit is None else limit
    bookable.draw_stage = DrawStage.DRAWN
    db.session.flush()
    record(by, "bookings.drawn", bookable, seed=seed)
    tasks.queue(SEAT, by, bookable_id=bookable.id)
    return found


def seat_drawn(progress: Callable[[int, int], None], *, bookable_id: int) -> dict[str, Any]:
    """Give the seats in the order of the draw; the work of the task. Called again, it goes on where it was."""
    found = db.session.get_one(Bookable, bookable_id)
    ids = db.session.scalars(queries.still_to_seat(found.draw.id)).all() if found.draw else []
    for number, booking_id in enumerate(ids):
        with piece_of_work():
            _seat(booking_id)
        if number % 10 == 0:
            progress(number, len(ids))
    with piece_of_work():
        bookable = line.lock(bookable_id).total.bookable
        if bookable.draw and bookable.draw_stage is DrawStage.DRAWN:
            bookable.draw_stage, bookable.draw.done_at = DrawStage.DONE, clock.now()
            line.serve(bookable, clock.now())
    return {"people": len(ids)}


def _seat(booking_id: int) -> None:
    """A seat for the next one drawn, or a place in line; who has withdrawn meanwhile is passed over.

    Who can't have one any more, since they have moved to where it is not open, is told so.
    """
    booking = db.session.get_one(Booking, booking_id)
    line.lock_with(booking)
    draw = booking.bookable.draw
    if booking.state is not State.REQUESTED or draw is None or draw.drawn_by is None:
        return
    try:
        with db.session.begin_nested():
            admit(booking.bookable, booking.person, way=Way.DRAW, by=draw.drawn_by)
    except Refused as refused:
        booking.decision_note = refused.sentence
        move(booking, State.DECLINED, by=draw.drawn_by, now=clock.now())


def _is_settled(bookable: Bookable, now: dt.datetime) -> bool:
    draw = bookable.draw
    return draw is not None and now >= bookable.closes_at and clock.today() < draw.seed_on


def _locked(bookable: Bookable, stage: DrawStage, field: str | None = None) -> SeatDraw:
    """The draw of these seats, locked; raises Refused where it is not at this stage."""
    line.lock(bookable.id)
    _refuse_unless_by_lot(bookable)
    draw = db.session.scalars(queries.locked_draw(bookable.id)).one_or_none()
    if draw is None or bookable.draw_stage is not stage:
        raise Refused(_("The draw is not at this point any more. Please look at the page again."), field)
    if bookable.cancelled_at:
        raise Refused(_("This date was cancelled."), field)
    return draw


def _refuse_unless_by_lot(bookable: Bookable) -> None:
    if bookable.mode is not Mode.DRAW:
        raise Refused(_("Here lots do not decide about the seats."))


def _pseudonyms(number: int) -> list[str]:
    """So many different ones, in order."""
    names: set[str] = set()
    while len(names) < number:
        names.add(lots.pseudonym(secrets.choice))
    return secrets.SystemRandom().sample(sorted(names), number)
