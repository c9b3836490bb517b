"""The IT-Café of this week, whose people are asked whether they come, and earlier ones that teach how many do."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from app import clock
from app.bookings.models import Acceptance, Attendance, Reconfirmation, Score
from app.db import db
from app.demo.bookings import crowd
from app.demo.seats import Desk, Offering
from app.demo.staff import Staff
from app.events import actions as events
from app.events.models import Event
from app.events.rules import Text
from app.notifications.models import Notice
from app.notifications.rules import Kind
from app.people.models import Person

CAFE, TITLE = "it-cafe", "IT-Café: kurze Fragen, kurze Wege"
SUMMARY = "Eine Stunde für alles, was bei Programmen und Geräten hakt. Bringen Sie Ihre Frage und Ihr Gerät mit."
BODY = """Kommen Sie mit einer Frage, gehen Sie mit einer Antwort. Zwei Digitallotsinnen helfen am Tisch weiter.

## Gut zu wissen

- Sie brauchen keine Vorkenntnisse. Bringen Sie gern Ihr Dienstgerät mit.
- Das IT-Café zählt als Arbeitszeit. Sind alle Plätze vergeben, gibt es eine Warteliste.
"""
ASKED, ORGANISER = "beschaeftigte", "orga"
WEEKS_AGO, AHEAD = (16, 12, 8, 4), 4
WAITING, WEEKEND = 4, 5
ANSWERED, CAME_AFTER_YES, CAME_SILENT = 0.65, 0.94, 0.6
A_WEEK = dt.timedelta(days=7)


def ask(found: Sequence[Event], staff: Staff, desk: Desk) -> None:
    """Hold the earlier ones, and ask the people of the next, one of the accounts among them."""
    pattern = next((event for event in found if event.key == CAFE), None)
    if pattern is None:
        return
    day = desk.diary.today + dt.timedelta(days=AHEAD)
    while day.weekday() >= WEEKEND:
        day += dt.timedelta(days=1)
    for number, weeks in enumerate(WEEKS_AGO):
        _hold(_plan(pattern, day - weeks * A_WEEK, staff, is_past=True), staff, desk, is_scored=number > 0)
    _ask_now(_plan(pattern, day, staff), staff, desk)


def _plan(pattern: Event, day: dt.date, staff: Staff, *, is_past: bool = False) -> Offering:
    like, organiser = pattern.bookable, db.session.get_one(Person, staff.accounts[ORGANISER].id)
    begins, lasts = clock.local(like.starts_at).time(), like.ends_at - like.starts_at
    starts_at = clock.at(day, begins)
    key = f"{CAFE}-{day.isoformat()}"
    said = replace(
        like.description,
        calendar_uid=f"event-{key}",
        title=TITLE,
        spans=[(starts_at, starts_at + lasts)],
        closes_at=starts_at,
        cancel_until=starts_at - dt.timedelta(days=1),
        organiser_ids=[organiser.id],
    )
    made = events.create(Text(key, TITLE, SUMMARY, BODY), said, by=organiser)
    made.published_at, made.bookable.is_draft = starts_at - 5 * A_WEEK, False
    db.session.flush()
    return Offering(made.bookable, like.pools[0].capacity or 0, [day], is_past=is_past)


def _hold(offering: Offering, staff: Staff, desk: Desk, *, is_scored: bool) -> None:
    chance, day, by = desk.diary.chance, offering.days[0], staff.accounts[ORGANISER]
    noon, seats = clock.at(day, dt.time(12)), crowd(staff, desk, offering, offering.seats + WAITING, ())
    came = {"coming": 0, "silent": 0}
    people = came.copy()
    for booking, _employee in desk.first_come(offering, seats):
        group = "coming" if chance.random() < ANSWERED else "silent"
        _question(offering, booking, desk, has_answered=group == "coming")
        people[group] += 1
        if chance.random() < (CAME_AFTER_YES if group == "coming" else CAME_SILENT):
            came[group] += 1
            desk.diary.rows.add(Attendance, booking_id=booking, day=day, recorded_at=noon, recorded_by_id=by.id)
    if is_scored:
        _score(offering, people, sum(came.values()), desk, by.id)


def _score(offering: Offering, people: dict[str, int], came: int, desk: Desk, by_id: int) -> None:
    rows, seats = desk.diary.rows, offering.seats
    least, most = round(seats * 0.66), round(seats * 0.98)
    expected = {"least_arrivals": least, "most_arrivals": most}
    ranges = {"least_coming": 85, "most_coming": 98, "least_silent": 50, "most_silent": 80}
    made = rows.add(
        Acceptance,
        bookable_id=offering.bookable.id,
        at=offering.starts_at - A_WEEK,
        by_id=by_id,
        accepted=seats,
        least_share=70,
        most_share=90,
        walk_ins=0,
        **ranges,
        **expected,
    )
    day_after = offering.starts_at + dt.timedelta(days=1)
    rows.link(Score, acceptance_id=made, at=day_after, **people, unasked=0, **expected, came=came, walked_in=0)


def _ask_now(offering: Offering, staff: Staff, desk: Desk) -> None:
    bookable, member, chance = offering.bookable, staff.accounts[ASKED], desk.diary.chance
    others = crowd(staff, desk, offering, offering.seats + WAITING - 1, ())
    for booking, employee in desk.first_come(offering, [member, *others]):
        is_asked = employee is member
        _question(offering, booking, desk, has_answered=not is_asked and chance.random() < ANSWERED)
        if is_asked:
            said = {"booking": booking, "title": bookable.title, "place": bookable.place}
            values = said | {"starts_at": bookable.starts_at.isoformat(), "ends_at": bookable.ends_at.isoformat()}
            notice = {"kind": Kind.COMING_ASKED, "values": values, "path": f"/bookings/{booking}/coming"}
            desk.diary.rows.add(Notice, person_id=employee.id, at=desk.diary.rows.now, read_at=None, **notice)


def _question(offering: Offering, booking: int, desk: Desk, *, has_answered: bool) -> None:
    asked_at = offering.starts_at - A_WEEK + dt.timedelta(minutes=1)
    said = min(desk.diary.rows.now, asked_at + dt.timedelta(hours=desk.diary.chance.randint(1, 30)))
    desk.diary.rows.link(
        Reconfirmation,
        booking_id=booking,
        starts_at=offering.starts_at,
        days_before=7,
        asked_at=asked_at,
        said_yes_at=said if has_answered else None,
    )
