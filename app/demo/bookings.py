"""Who signed up for what in the city: seminars held, seminars to come, and events."""

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence

from app import clock
from app.bookings.rules import Mode
from app.demo.dates import past_runs, schedule
from app.demo.library import CourseFacts
from app.demo.script import SeminarRun
from app.demo.seats import Desk, Offering
from app.demo.staff import Employee, Staff
from app.events.models import Event
from app.people.rules import leading_unit

CONFERENCE = "conference"
CONFERENCE_SHARE, CONFERENCE_WAITLIST = 0.45, 60
REQUESTS_OF_THE_TEAM, REQUESTS_ELSEWHERE, AGREED = 3, 4, 0.4
SHARES = (0.3, 0.5, 0.7, 0.9, 1.2)
APPLICANTS_A_SEAT = 3
KNOWN_BEFORE = dt.timedelta(days=60)


def leader_of(staff: Staff) -> Callable[[Employee], Employee | None]:
    """A function that says who leads somebody."""
    heads = {path: head.id for path, head in staff.heads.items()}

    def find(employee: Employee) -> Employee | None:
        path = leading_unit(employee.id, employee.unit.path, heads)
        return staff.heads[path] if path else None

    return find


def fill_seminars(runs: Sequence[SeminarRun], courses: Mapping[str, CourseFacts], staff: Staff, desk: Desk) -> None:
    """Hold the past runs, with everybody in a seminar once, and take bookings for those to come."""
    organiser = staff.accounts["personalentwicklung"]
    taken: dict[str, set[int]] = {}
    for run in [*past_runs(runs), *runs]:
        if run.course not in courses:
            continue
        leading = staff.accounts[run.led_by].id if run.led_by else None
        offering = schedule(run, courses[run.course], desk.diary.today, organiser.id, leading)
        seen = taken.setdefault(run.course, set())
        share = desk.diary.chance.choice(SHARES)
        wanted = round(offering.seats * (min(share, 1) if offering.is_past else share))
        people = crowd(staff, desk, offering, wanted, seen)
        seen |= {employee.id for employee in people}
        booked = desk.approved(offering, people) if run.mode == Mode.APPROVAL else desk.first_come(offering, people)
        if offering.is_past:
            desk.hold(offering, courses[run.course], booked, organiser)


def fill_events(events: Sequence[Event], staff: Staff, desk: Desk) -> None:
    """Take bookings for the events; the leader of the demo finds requests of her own team."""
    for event in events:
        if event.bookable.mode is Mode.DROP_IN:
            continue
        bookable = event.bookable
        seats = bookable.pools[0].capacity or len(staff.everybody) // 4
        offering = Offering(bookable, seats, [clock.local(bookable.starts_at).date()])
        if bookable.mode is Mode.APPROVAL:
            _request(offering, staff, desk)
        elif bookable.mode is Mode.DRAW:
            desk.applied(offering, crowd(staff, desk, offering, seats * APPLICANTS_A_SEAT, ()))
        elif event.key == CONFERENCE:
            wanted = min(round(len(staff.everybody) * CONFERENCE_SHARE), seats + CONFERENCE_WAITLIST)
            desk.first_come(offering, crowd(staff, desk, offering, wanted, ()))
        else:
            desk.first_come(offering, crowd(staff, desk, offering, round(seats * desk.diary.chance.choice(SHARES)), ()))


def _request(offering: Offering, staff: Staff, desk: Desk) -> None:
    leader = staff.accounts["leitung"]
    people = crowd(staff, desk, offering, len(staff.everybody), ())
    team = [employee for employee in people if desk.leader_of(employee) is leader][:REQUESTS_OF_THE_TEAM]
    others = [employee for employee in people if desk.leader_of(employee) is not leader]
    agreed = round(offering.seats * AGREED)
    desk.approved(offering, others[:agreed])
    desk.requested(offering, team + others[agreed : agreed + REQUESTS_ELSEWHERE])


def crowd(staff: Staff, desk: Desk, offering: Offering, number: int, without: Collection[int]) -> list[Employee]:
    """So many people by chance who worked here in time; the people of the accounts keep out."""
    since = clock.local(offering.starts_at - KNOWN_BEFORE).date()
    known = min(since, desk.diary.today - KNOWN_BEFORE)
    able = [
        employee
        for employee in staff.everybody
        if not employee.account and employee.entered_on <= known and employee.id not in without
    ]
    return desk.diary.chance.sample(able, min(number, len(able)))
