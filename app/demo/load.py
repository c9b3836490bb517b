"""Making the city: the town hall first, then its dates, then what its people did."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from app import clock
from app.db import db
from app.demo import (
    accounts,
    afterwards,
    bookings,
    cafe,
    certificates,
    drafts,
    fair,
    handovers,
    instructions,
    invitations,
    learning,
    library,
    more,
    plans,
    programme,
    proofs,
    proposals,
    requests,
    sharing,
    staff,
    studio,
    talks,
    teams,
    town,
    tree,
    wishes,
)
from app.demo.diary import Diary
from app.demo.rows import Rows
from app.demo.script import Script
from app.demo.seats import Desk
from app.demo.staff import Staff
from app.events import library as events
from app.events.models import Event
from app.people.models import Person

LAND = "NW"
"""Where the invented city lies: on its public holidays no series takes place."""


@dataclass(frozen=True)
class Size:
    """How many employees; how many courses and events at least, filled up with further runs of the real ones."""

    employees: int
    courses: int = 0
    events: int = 0


@dataclass(frozen=True)
class City:
    """What was written: the people, and the rows in two parts."""

    staff: Staff
    parts: tuple[Rows, Rows]

    def __len__(self) -> int:
        return sum(len(rows) for rows in self.parts)


def build(script: Script, size: Size, seed: int, now: dt.datetime, *, memory_kib: int) -> City:
    """Write the city into the database; the same for the same content, size, seed and day."""
    today = clock.local(now).date()
    people, deeds = Rows(db.session, now), Rows(db.session, now)
    runs = more.fill_catalogue(size.courses, script.runs)
    hired = _found(script, size.employees, seed, today, people)
    people.write()
    accounts.open_accounts(db.session, hired.accounts, memory_kib)
    organiser = db.session.get_one(Person, hired.accounts["orga"].id)
    scheduled, past = _plan_dates(script, size, today, organiser)
    known = library.read(db.session)
    diary = Diary(deeds, today, _chance(seed, "deeds"))
    desk = Desk(diary, bookings.leader_of(hired), script.reasons)
    bookings.fill_seminars(runs, {course.slug: course for course in known.courses}, hired, desk)
    special = _special(script, known.events)
    bookings.fill_events([one for one in known.events if one.key not in special and one is not past], hired, desk)
    handovers.offer(hired, diary)
    cafe.ask(known.events, hired, _with_own_chance(desk, seed, "cafe"))
    invitations.invite(hired, _with_own_chance(desk, seed, "invitations"))
    _fill_learning(script, hired, known, desk, seed)
    _fill_special(script, special, hired, desk, seed)
    came = afterwards.fill(past, hired, desk, organiser, _chance(seed, "afterwards"))
    diary.close()
    proofs.tell(hired, sorted(known.targets_of_family.get(hired.accounts[proofs.MEMBER].job.family, {})), diary)
    sharing.share(hired, diary, bookings.leader_of(hired))
    deeds.write()
    wishes.wait(known.courses, hired, replace(diary, chance=_chance(seed, "wishes")))
    conference = next((event for event in known.events if event.key == bookings.CONFERENCE), None)
    afterwards.tell(past, came, conference, organiser)
    _fill_last(script, scheduled, hired, now, seed)
    return City(hired, (people, deeds))


def _found(script: Script, employees: int, seed: int, today: dt.date, rows: Rows) -> Staff:
    house = tree.grow(script, employees, _chance(seed, "tree"))
    town.number_units(house, rows)
    hired = staff.hire(house, script, today, _chance(seed, "staff"))
    town.add_people(hired, script, rows, db.session)
    town.add_leaders(house, hired, rows, today, _chance(seed, "leaders"))
    town.add_absences(hired, rows, today, _chance(seed, "absences"))
    return hired


def _plan_dates(script: Script, size: Size, today: dt.date, organiser: Person) -> tuple[Sequence[Event], Event]:
    """What the house runs, from the first draft to what is over; last the one that is over."""
    scheduled = events.schedule(script.events, today, organiser, LAND)
    programme.write(script.programme, scheduled, organiser)
    past = afterwards.hold(organiser, today)
    more.fill_events(size.events, organiser)
    drafts.plan(script.draft, organiser, today)
    return scheduled, past


def _special(script: Script, scheduled: Iterable[Event]) -> dict[str, Event]:
    """The days with a programme, and the fair."""
    return {event.key: event for event in scheduled if event.key in (script.programme["event"], script.fair["event"])}


def _fill_learning(script: Script, hired: Staff, known: library.Library, desk: Desk, seed: int) -> None:
    """What people have learnt and must, and what they agreed on with their leaders."""
    diary = desk.diary
    learning.fill(hired.everybody, known, script.own_steps, diary)
    certificates.complete(hired, known, _with_own_chance(desk, seed, "completed").diary)
    sharing.agree(hired, known, diary, bookings.leader_of(hired))
    talks.fill(hired, known, bookings.leader_of(hired), diary)
    instructions.fill(db.session, hired.everybody, diary.rows, diary.today, _chance(seed, "instructions"))


def _fill_special(script: Script, special: Mapping[str, Event], hired: Staff, desk: Desk, seed: int) -> None:
    """The days with a programme, and the fair, where the house runs them."""
    if days := special.get(script.programme["event"]):
        programme.fill(script.programme, days, hired, desk)
    if with_stands := special.get(script.fair["event"]):
        fair.sign_up(script.fair, with_stands, hired, desk, _chance(seed, "fair"))


def _fill_last(script: Script, scheduled: Sequence[Event], hired: Staff, now: dt.datetime, seed: int) -> None:
    """What nothing else in the city is made of."""
    plans.fill(hired, script.plan, now)
    requests.fill(script.requests, hired, bookings.leader_of(hired), now, _chance(seed, "requests"))
    teams.fill(hired, now, _chance(seed, "teams"))
    fair.fill(script.fair, scheduled, hired, now)
    studio.write(script.studio, hired.accounts)
    certificates.fill(hired, now, _chance(seed, "certificates"))
    proposals.ask(one.id for one in hired.accounts.values())


def _with_own_chance(desk: Desk, seed: int, part: str) -> Desk:
    return replace(desk, diary=replace(desk.diary, chance=_chance(seed, part)))


def _chance(seed: int, part: str) -> Random:
    """The chance of one part: what is drawn there changes nothing elsewhere."""
    return Random(f"{seed} {part}")  # noqa: S311 - nothing here is secret
