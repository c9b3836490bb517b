"""Processes of people who all want something of the same seats, started by the race tests.

Reads from its input what is to be done and deals it to several processes, which do it from several threads, each deed
in a transaction of its own. Each prints what was acknowledged after the commit: booking, person and state of whoever
was told something, the sentence that said no, or the error.
"""

import json
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context
from typing import Any

from flask import Flask
from sqlalchemy import Engine, event
from sqlalchemy.exc import DBAPIError

from app import engine as database
from app.bookings import actions, queries, rules
from app.bookings.models import Bookable, Booking, Handover
from app.bookings.rules import State, Way
from app.db import begin_writing, db
from app.errors import Refused
from app.factory import create_app
from app.people.models import Person
from tests.conftest import settings

PROCESSES, THREADS = 4, 8
PAUSE_SECONDS, LONG_PAUSE_SECONDS = 0.003, 0.05
"""Between counting the seats and taking one: the long one lets a race without locks show also on a busy machine."""
PATIENT_SECONDS = 120
"""Other tests share the machine: here it counts who gets a seat; how fast is measured by the bench."""


def main(url: str, deeds: list[list[Any]], locks: bool) -> None:
    """Do all this and print one line for each; ends badly where one of the processes did."""
    database.LOCK_WAIT_SECONDS = PATIENT_SECONDS
    pause_before_taking_a_seat(PAUSE_SECONDS if locks else LONG_PAUSE_SECONDS)
    if not locks:
        switch_locks_off()
    app, fork = create_app(settings(url)), get_context("fork")
    crews = [fork.Process(target=work, args=(app, deeds[n::PROCESSES])) for n in range(PROCESSES)]
    for crew in crews:
        crew.start()
    for crew in crews:
        crew.join()
    sys.exit(any(crew.exitcode for crew in crews))


def work(app: Flask, deeds: list[list[Any]]) -> None:
    """The part of one process."""
    with ThreadPoolExecutor(THREADS) as pool:
        for told in pool.map(lambda deed: do(app, *deed), deeds):
            sys.stdout.write(f"{json.dumps(told)}\n")
            sys.stdout.flush()


def do(app: Flask, deed: str, *ids: Any) -> dict[str, Any]:
    """Like a request: all of it is saved, or nothing."""
    with app.app_context():
        try:
            begin_writing()
            bookings = [(booking.id, booking.person_id, booking.state) for booking in DEEDS[deed](*ids)]
            db.session.commit()
        except Refused as refused:
            db.session.rollback()
            return {"deed": deed, "refused": refused.sentence}
        except (DBAPIError, ValueError) as error:
            db.session.rollback()
            return {"deed": deed, "error": str(error)}
        return {"deed": deed, "bookings": bookings}


def sign_up(bookable_id: int, person_id: int) -> list[Booking]:
    """Somebody wants a seat."""
    person = db.session.get_one(Person, person_id)
    return [actions.book(db.session.get_one(Bookable, bookable_id), person, by=person)]


def sign_up_team(bookable_id: int, leader_id: int, people: list[int]) -> list[Booking]:
    """A leader wants seats for these people."""
    bookable, team = db.session.get_one(Bookable, bookable_id), [db.session.get_one(Person, one) for one in people]
    refused = dict(actions.book_for(bookable, team, by=db.session.get_one(Person, leader_id)))
    return held(bookable_id, [one.id for one in team if one not in refused])


def sign_up_caller(bookable_id: int, organiser_id: int, person_id: int) -> list[Booking]:
    """Somebody has asked the organiser for a seat."""
    bookable, by = db.session.get_one(Bookable, bookable_id), db.session.get_one(Person, organiser_id)
    return [actions.book_as_organiser(bookable, db.session.get_one(Person, person_id), by=by)]


def take_back(bookable_id: int, organiser_id: int, person_id: int) -> list[Booking]:
    """It was the wrong person, or they can't come: the organiser takes back what was entered for them."""
    by = db.session.get_one(Person, organiser_id)
    return [actions.take_back(one, by=by) for one in held(bookable_id, [person_id])]


def meet_wish(bookable_id: int, person_id: int, by_id: int) -> list[Booking]:
    """The optimal plan gives somebody a seat in a part of an event."""
    bookable, person = db.session.get_one(Bookable, bookable_id), db.session.get_one(Person, person_id)
    return [actions.admit(bookable, person, way=Way.WISHES, by=db.session.get_one(Person, by_id))]


def approve(booking_id: int, leader_id: int) -> list[Booking]:
    """A leader says yes to a request."""
    return [actions.approve(db.session.get_one(Booking, booking_id), by=db.session.get_one(Person, leader_id))]


def give_back(booking_id: int) -> list[Booking]:
    """Somebody gives the seat back, withdraws the request or leaves the line."""
    booking = db.session.get_one(Booking, booking_id)
    return [actions.cancel(booking, by=booking.person)]


def take_offer(booking_id: int) -> list[Booking]:
    """Somebody takes the seat that is held for them."""
    booking = db.session.get_one(Booking, booking_id)
    return [actions.accept_offer(booking, by=booking.person)]


def propose(booking_id: int, to_id: int, wanted_id: int) -> list[Booking]:
    """Somebody would like to exchange a seat for a colleague's at another date."""
    booking, to = db.session.get_one(Booking, booking_id), db.session.get_one(Person, to_id)
    wanted = db.session.get_one(Bookable, wanted_id)
    return [actions.propose_handover(booking, who=to.personnel_number, wanted=wanted).booking]


def take_over(handover_id: int) -> list[Booking]:
    """A colleague says yes to the seat, and gives their own for it where that was asked."""
    handover = db.session.get_one(Handover, handover_id)
    actions.accept_handover(handover, by=handover.to)
    given = handover.booking
    returned = held(handover.wanted_id, [given.person_id]) if handover.wanted_id else []
    return [given, *held(given.bookable_id, [handover.to_id]), *returned]


def invite(bookable_id: int, by_id: int, numbers: list[str]) -> list[Booking]:
    """The organiser invites these people, or nobody if there are too few seats."""
    bookable, by = db.session.get_one(Bookable, bookable_id), db.session.get_one(Person, by_id)
    until = bookable.starts_at
    actions.invite(bookable, unit_id=None, grade=None, names=numbers, answer_by=until, by=by)
    return []


def accept_invitation(bookable_id: int, person_id: int) -> list[Booking]:
    """Somebody takes the seat that is kept, if they are invited by now."""
    found = db.session.scalars(queries.invitation_of(bookable_id, person_id)).one_or_none()
    return [actions.accept_invitation(found, by=found.person)] if found else []


def decline_invitation(bookable_id: int, person_id: int) -> list[Booking]:
    """Somebody declines, if they are invited by now."""
    if found := db.session.scalars(queries.invitation_of(bookable_id, person_id)).one_or_none():
        actions.decline_invitation(found)
    return []


def draw(bookable_id: int) -> list[Booking]:
    """The task that gives the seats after a draw, in transactions of its own."""
    actions.seat_drawn(lambda *_: None, bookable_id=bookable_id)
    return []


def held(bookable_id: int, people: Iterable[int]) -> list[Booking]:
    """The claims that these people have there."""
    return [claim for one in people for claim in db.session.scalars(queries.live_booking(bookable_id, one))]


DEEDS = {
    deed.__name__: deed
    for deed in (
        sign_up,
        sign_up_team,
        sign_up_caller,
        take_back,
        meet_wish,
        approve,
        give_back,
        take_offer,
        propose,
        take_over,
        invite,
        accept_invitation,
        decline_invitation,
        draw,
    )
}


def pause_before_taking_a_seat(seconds: float) -> None:
    """Let others run after the seats are counted."""
    decide = rules.state_for

    def decide_slowly(*counted: Any, **more: Any) -> State:
        time.sleep(seconds)
        return decide(*counted, **more)

    rules.state_for = decide_slowly


def switch_locks_off() -> None:
    """Sell seats as careless programs do: a plain select, and SQLite's transactions as the driver begins them."""
    locked = queries.locked_pools
    queries.locked_pools = lambda bookable_id: _without_lock(locked(bookable_id))
    event.remove(Engine, "begin", database._begin)
    event.listen(Engine, "connect", _begin_as_the_driver_does)


def _without_lock(query: Any) -> Any:
    query._for_update_arg = None
    return query


def _begin_as_the_driver_does(connection: Any, _record: object) -> None:
    if hasattr(connection, "set_trace_callback"):
        connection.isolation_level = ""


if __name__ == "__main__":
    main(**json.load(sys.stdin))
