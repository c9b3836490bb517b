"""What is left of an event: a workshop of last week with feedback, and a conference that asks about food."""

import datetime as dt
from random import Random

from app import clock
from app.bookings import actions as bookings
from app.bookings.models import Attendance, Booking
from app.bookings.rules import Description, Kind
from app.db import db
from app.demo.seats import Desk, Offering, Seat
from app.demo.staff import Staff
from app.events import actions as events
from app.events.models import Event
from app.events.rules import Text
from app.feedback import actions as feedback
from app.feedback import rules
from app.feedback.models import Turn
from app.people.models import Person

KEY, SEATS, SIGNED_UP, CAME = "workshop-forms", 20, 18, 14
DAYS_AGO, FRIDAY = 6, 5
TEXT = Text(
    KEY,
    "Werkstatt: Formulare, die man versteht",
    "Ein Vormittag, an dem wir eigene Formulare zerlegen und einfacher wieder zusammensetzen.",
    "Bringen Sie ein Formular mit, über das Sie sich selbst schon geärgert haben.",
    None,
)
FOOD = "Die Küche kocht für alle und muss bis zehn Tage vorher wissen, wie viele Essen vegan oder ohne Allergene sind."
QUESTIONS = (
    rules.Draft(rules.Kind.SCALE, "Wie nützlich war die Werkstatt für Ihre Arbeit?"),
    rules.Draft(rules.Kind.YES_NO, "Würden Sie sie weiterempfehlen?"),
    rules.Draft(rules.Kind.TEXT, "Was sollten wir beim nächsten Mal anders machen?"),
)
ANSWERS = (
    ("5", "yes", "Mehr Zeit zum Ausprobieren, weniger Folien."),
    ("4", "yes", ""),
    ("2", "no", "Der Raum war zu klein für zwei Gruppen."),
    ("4", "yes", "Bitte wieder, gern einen ganzen Tag."),
    ("3", "no", ""),
    ("5", "yes", "Das Beispiel aus der Kfz-Zulassung hat mir am meisten gebracht."),
    ("4", "yes", ""),
    ("3", "no", "Beim nächsten Mal vorher sagen, dass man ein Formular mitbringen soll."),
    ("4", "yes", ""),
    ("1", "no", "Zu viel auf einmal."),
    ("5", "yes", "Noch eine Antwort, die erst mit vier weiteren erscheint."),
)
"""What was answered, one after the other: the eleventh waits for four more."""


def hold(organiser: Person, today: dt.date) -> Event:
    """The workshop, as it was announced."""
    day = today - dt.timedelta(days=DAYS_AGO)
    day -= dt.timedelta(days=max(0, day.isoweekday() - FRIDAY))
    begins = clock.at(day, dt.time(9))
    description = Description(
        kind=Kind.EVENT,
        calendar_uid=f"event-{KEY}",
        title=TEXT.title,
        path="",
        place="Rathaus, Raum 112",
        spans=[(begins, clock.at(day, dt.time(12)))],
        seats=SEATS,
        closes_at=begins,
        cancel_until=begins,
        organiser_ids=[organiser.id],
    )
    event = events.create(TEXT, description, by=organiser)
    event.bookable.is_draft, event.published_at = False, begins - dt.timedelta(days=40)
    db.session.flush()
    return event


def fill(event: Event, staff: Staff, desk: Desk, organiser: Person, chance: Random) -> list[Seat]:
    """Who signed up, and who of them came; returns those who came."""
    day = clock.local(event.bookable.starts_at).date()
    long_here = [one for one in staff.everybody if not one.account and (day - one.entered_on).days > 365]
    people = chance.sample(long_here, min(SIGNED_UP, len(long_here)))
    came = desk.first_come(Offering(event.bookable, SEATS, [day], is_past=True), people)[:CAME]
    noted = {"day": day, "recorded_at": event.bookable.starts_at, "recorded_by_id": organiser.id}
    for booking, _employee in came:
        desk.diary.rows.add(Attendance, booking_id=booking, **noted)
    return came


def tell(event: Event, came: list[Seat], conference: Event | None, organiser: Person) -> None:
    """Those who came are asked, and most have answered; for the conference, people are asked about food."""
    sheet = feedback.ask(event.bookable, questions=QUESTIONS, by=organiser)
    sheet.asked_on = clock.local(event.bookable.ends_at).date() + dt.timedelta(days=1)
    sheet.closes_on = sheet.asked_on + dt.timedelta(days=rules.DAYS_TO_ANSWER)
    people = [db.session.get_one(Booking, booking).person_id for booking, _employee in came]
    turns = [Turn(sheet_id=sheet.id, person_id=person_id) for person_id in people]
    db.session.add_all(turns)
    db.session.flush()
    for turn, said in zip(turns, ANSWERS, strict=False):
        answers = dict(zip((question.id for question in sheet.questions), said, strict=True))
        feedback.answer(turn, answers=answers)
    if conference:
        bookings.ask_needs(conference.bookable, food_reason=FOOD, access_reason=None, by=organiser)
