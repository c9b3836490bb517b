"""A round table by invitation: some have accepted, some declined, and one of the accounts is to answer."""

import datetime as dt

from app import clock
from app.bookings.models import Booking, BookingChange, Invitation
from app.bookings.rules import Description, Mode, Reply, State, Way
from app.bookings.rules import Kind as BookableKind
from app.db import db
from app.demo.bookings import crowd
from app.demo.seats import Desk, Offering
from app.demo.staff import Employee, Staff
from app.events import actions as events
from app.events.rules import Text
from app.notifications.models import Notice
from app.notifications.rules import Kind
from app.people.models import Person

KEY, TITLE = "round-table", "Runder Tisch Digitalisierung"
SUMMARY = "Was die Ämter bei digitalen Anträgen brauchen: ein Gespräch im kleinen Kreis, mit Ergebnis."
BODY = """Zwölf Personen aus allen Dezernaten, anderthalb Stunden, eine Frage: Was hindert uns, Anträge von Anfang bis
Ende digital zu bearbeiten? Danach stehen drei Vorhaben mit Namen und Termin.
"""
INVITED, ORGANISER = "leitung", "orga"
SEATS, GUESTS, AHEAD, TO_ANSWER = 12, 10, 21, 9
REPLIES = (Reply.ACCEPTED, Reply.ACCEPTED, Reply.DECLINED, Reply.ACCEPTED, Reply.OPEN)


def invite(staff: Staff, desk: Desk) -> None:
    """Plan it, and let people be invited and answer."""
    organiser, today = db.session.get_one(Person, staff.accounts[ORGANISER].id), desk.diary.today
    day = today + dt.timedelta(days=AHEAD - today.weekday() + 1)
    starts_at, ends_at = clock.at(day, dt.time(10)), clock.at(day, dt.time(11, 30))
    said = Description(
        kind=BookableKind.EVENT,
        calendar_uid=f"event-{KEY}",
        title=TITLE,
        path="",
        place="Rathaus, Sitzungssaal 2 (1. Obergeschoss, Aufzug)",
        spans=[(starts_at, ends_at)],
        seats=SEATS,
        mode=Mode.INVITATION,
        has_waitlist=False,
        organiser_ids=[organiser.id],
    )
    made = events.publish(events.create(Text(KEY, TITLE, SUMMARY, BODY), said, by=organiser), by=organiser)
    offering = Offering(made.bookable, SEATS, [day])
    until = clock.at(today + dt.timedelta(days=TO_ANSWER), dt.time(12))
    guests = [staff.accounts[INVITED], *crowd(staff, desk, offering, GUESTS, ())]
    for number, guest in enumerate(guests):
        reply = REPLIES[number % len(REPLIES)] if number else Reply.OPEN
        _invite(offering, guest, reply, until, organiser.id, desk)
    _tell(offering, guests[0], until, desk)


def _invite(offering: Offering, guest: Employee, reply: Reply, until: dt.datetime, by_id: int, desk: Desk) -> None:
    rows, bookable_id = desk.diary.rows, offering.bookable.id
    invited = desk.diary.moment(desk.diary.before(6, 4))
    answered = None if reply is Reply.OPEN else desk.diary.moment(desk.diary.before(3))
    rows.add(
        Invitation,
        bookable_id=bookable_id,
        person_id=guest.id,
        reply=reply,
        invited_at=invited,
        invited_by_id=by_id,
        answer_by=until,
        answered_at=answered,
    )
    if reply is not Reply.ACCEPTED:
        return
    booking = rows.add(
        Booking,
        bookable_id=bookable_id,
        person_id=guest.id,
        state=State.CONFIRMED,
        way=Way.INVITATION,
        requested_at=answered,
        takes_seat_at_once=False,
        reason=None,
        decided_at=None,
        decided_by_id=None,
        decision_note=None,
        decide_by=None,
        passed_to_id=None,
    )
    step = {"from_state": None, "to_state": State.CONFIRMED, "reason": ""}
    rows.add(BookingChange, booking_id=booking, at=answered, actor_id=guest.id, **step)


def _tell(offering: Offering, guest: Employee, until: dt.datetime, desk: Desk) -> None:
    bookable = offering.bookable
    said = {"bookable": bookable.id, "title": bookable.title, "place": bookable.place}
    times = {"starts_at": bookable.starts_at.isoformat(), "ends_at": bookable.ends_at.isoformat()}
    values = said | times | {"expires_at": until.isoformat()}
    notice = {"kind": Kind.INVITED, "values": values, "path": bookable.path}
    desk.diary.rows.add(Notice, person_id=guest.id, at=desk.diary.rows.now, read_at=None, **notice)
