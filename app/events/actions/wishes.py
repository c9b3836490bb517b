"""Ranking wishes, and meeting them: worked out at once, handed out person by person, then told."""

import secrets
from collections.abc import Callable, Mapping
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import delete

from app import clock
from app.activity.actions import record
from app.bookings import actions as bookings
from app.bookings.models import Bookable
from app.bookings.queries import parts_in_order
from app.bookings.rules import Way
from app.db import db, piece_of_work
from app.errors import Refused
from app.events import queries, rules
from app.events.actions.event import refuse_called_off
from app.events.actions.timetable import follow
from app.events.models import Event, Programme, SlotWish
from app.events.rules import Choosing
from app.notifications.actions import notify
from app.notifications.rules import Kind
from app.people.models import Person
from app.tasks import actions as tasks
from app.tasks.models import Task

ASSIGN = "events.assign_slots"


def rank(event: Event, person: Person, *, ranks: Mapping[int, int]) -> None:
    """Write down a person's wishes, by slot; the best of a band has rank 1. What was wished before is replaced."""
    programme = db.session.scalars(queries.locked_programme(event.id)).one_or_none()
    refuse_called_off(event)
    if programme is None or programme.choosing is not Choosing.WISHES or programme.release is None:
        raise Refused(_("There is nothing to wish for in this event."))
    if programme.assignment or programme.assigned_at:
        raise Refused(_("The wishes are met already."))
    if programme.wishes_until and clock.now() >= programme.wishes_until:
        raise Refused(_("The time for wishes is over."))
    bands = rules.from_plain(programme.release.content)
    if not ranks.keys() <= {slot.id for band in bands for slot in band.slots}:
        raise Refused(_("The programme has changed since you opened this page. Please look at your wishes again."))
    ids = queries.slots_of_programme(programme)
    db.session.execute(delete(SlotWish).where(SlotWish.person_id == person.id, SlotWish.slot_id.in_(ids)))
    db.session.add_all(SlotWish(person_id=person.id, slot_id=slot, rank=at) for slot, at in sorted(ranks.items()))
    db.session.flush()


def start_assignment(event: Event, *, by: Person) -> Task:
    """Have all wishes met, in the background; from now on nobody ranks any more."""
    programme = db.session.scalars(queries.locked_programme(event.id)).one_or_none()
    refuse_called_off(event)
    if programme is None or programme.choosing is not Choosing.WISHES or programme.release is None:
        raise Refused(_("In this event people choose directly, so there are no wishes to meet."))
    if programme.assigned_at:
        raise Refused(_("The wishes are met already."))
    if programme.wishes_until is None or clock.now() < programme.wishes_until:
        programme.wishes_until = clock.now()
    programme.seed = programme.seed or secrets.token_hex(8)
    record(by, "events.assignment_started", programme)
    return tasks.queue(ASSIGN, by, event_id=event.id, by_id=by.id)


def hand_out(progress: Callable[[int, int], None], *, event_id: int, by_id: int) -> dict[str, Any]:
    """Work the assignment out and give the seats; the work of the task. Called again, it goes on where it was."""
    with piece_of_work():
        programme = _programme(event_id)
        if programme.assigned_at:
            return {}
        if programme.assignment is None:
            programme.assignment = _worked_out(programme)
        plan = {int(person): slots for person, slots in programme.assignment.items()}
    for number, (person_id, slots) in enumerate(sorted(plan.items())):
        with piece_of_work():
            _seat(person_id, slots, db.session.get_one(Person, by_id))
            _follow(person_id, slots, event_id)
        if number % 10 == 0:
            progress(number, len(plan))
    with piece_of_work():
        _finish(_programme(event_id), plan)
    return {"people": len(plan), "seats": sum(len(slots) for slots in plan.values())}


def _programme(event_id: int) -> Programme:
    return db.session.scalars(queries.locked_programme(event_id)).one()


def _worked_out(programme: Programme) -> dict[str, list[int]]:
    """Who gets which bookables."""
    case = queries.wishes_to_meet(programme, clock.now())
    given = rules.assign(case.bands, case.wishes, programme.seed or "", held=case.held)
    return {str(person): [case.bookables[slot] for slot in slots] for person, slots in given.items() if slots}


def _seat(person_id: int, bookable_ids: list[int], by: Person) -> None:
    person = db.session.get(Person, person_id)
    if person is None:
        return
    for bookable in [db.session.get_one(Bookable, bookable_id) for bookable_id in sorted(bookable_ids)]:
        try:
            with db.session.begin_nested():
                bookings.admit(bookable, person, way=Way.WISHES, by=by)
        except Refused:
            continue  # has given back the seat in the event meanwhile, or the slot is cancelled


def _follow(person_id: int, bookable_ids: list[int], event_id: int) -> None:
    person = db.session.scalars(queries.people_in(bookable_ids).where(Person.id == person_id)).one_or_none()
    if person:
        follow(person, db.session.get_one(Event, event_id))


def _finish(programme: Programme, plan: Mapping[int, list[int]]) -> None:
    """Let people change what they got, and tell each of them once."""
    event = programme.event
    for bookable in db.session.scalars(parts_in_order(event.bookable_id)):
        bookable.opens_at = None
    for person in db.session.scalars(queries.people_in([one for slots in plan.values() for one in slots])):
        notify(person, Kind.PROGRAMME_READY, path=f"/events/{event.id}/programme", title=event.title)
    programme.assignment, programme.assigned_at = None, clock.now()
