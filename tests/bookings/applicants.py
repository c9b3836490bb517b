"""A process of people who all want a seat: started several times at once by the race tests.

It says "ready", waits for a line on its input, signs everybody up from several threads, each in a transaction of
their own, and prints what was acknowledged after the commit: person, booking and state, or the error.
"""

import json
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.exc import OperationalError

from app import db as database
from app.bookings import actions, queries, rules
from app.bookings.models import Bookable
from app.bookings.rules import State
from app.db import begin_writing, db
from app.factory import create_app
from app.people.models import Person
from tests.conftest import settings

PAUSE_SECONDS, LONG_PAUSE_SECONDS = 0.003, 0.05
"""Between counting the seats and taking one: the long one lets a race without locks show also on a busy machine."""
PATIENT_SECONDS = 120
"""Other tests share the machine: here it counts who gets a seat; how fast is measured by the bench."""


def main(url: str, bookable_id: int, people: list[int], threads: int, locks: bool) -> None:
    """Sign these people up and print one line for each."""
    database.LOCK_WAIT_SECONDS = PATIENT_SECONDS
    pause_before_taking_a_seat(PAUSE_SECONDS if locks else LONG_PAUSE_SECONDS)
    if not locks:
        switch_locks_off()
    app = create_app(settings(url))

    def sign_up(person_id: int) -> str:
        with app.app_context():
            try:
                begin_writing()
                person = db.session.get_one(Person, person_id)
                booking = actions.book(db.session.get_one(Bookable, bookable_id), person, by=person)
                db.session.commit()
            except OperationalError as error:
                db.session.rollback()
                return json.dumps({"person": person_id, "error": str(error.orig)})
            return json.dumps({"person": person_id, "booking": booking.id, "state": booking.state})

    with ThreadPoolExecutor(threads) as pool:
        print("ready", flush=True)  # noqa: T201
        sys.stdin.readline()
        for line in pool.map(sign_up, people):
            print(line, flush=True)  # noqa: T201


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
    wanted = json.loads(sys.argv[1])
    main(**wanted)
