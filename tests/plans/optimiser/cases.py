"""Random cases for the optimiser: small ones that can be counted out, and large ones as a town would have them."""

import datetime as dt
import itertools
from dataclasses import replace
from random import Random

from app.plans.optimiser import Aim, Case, Meeting, Offer, Session

MONDAY = dt.date(2026, 11, 30)
START = dt.datetime(2026, 11, 30, tzinfo=dt.UTC)


def meeting(week: int, day: int, hour: int, hours: float = 2) -> Meeting:
    """A meeting in a week from 1, on a day from 0."""
    starts_at = START + dt.timedelta(weeks=week - 1, days=day, hours=hour)
    return Meeting(starts_at, starts_at + dt.timedelta(hours=hours))


def small(seed: int) -> Case:
    """At most six courses in at most four weeks."""
    rng = Random(seed)
    weeks, competences = rng.randint(2, 4), range(1, rng.randint(2, 4))
    offers, number = [], rng.randint(2, 6)
    for course in range(1, number + 1):
        is_seminar = rng.random() < 0.45
        minutes = rng.choice([30, 60, 90, 120])
        sessions = tuple(_session(rng, course * 10 + one, weeks, minutes) for one in range(rng.randint(0, 3)))
        outcomes = {one: _outcome(rng, 3) for one in competences if rng.random() < 0.6}
        required = frozenset(rng.sample(range(1, number + 1), 1)) - {course} if rng.random() < 0.3 else frozenset()
        offers.append(Offer(course, minutes, outcomes, required, is_seminar, sessions if is_seminar else ()))
    ids = range(1, number + 1)
    previous = None
    if rng.random() < 0.3:
        previous = {
            offer.id: (rng.choice(offer.sessions).id if offer.sessions else None)
            for offer in offers
            if rng.random() < 0.5 and (offer.sessions or not offer.is_seminar)
        }
    case = Case(
        levels={one: rng.randint(0, 2) for one in competences},
        aims={one: Aim(rng.randint(1, 3), rng.randint(1, 3)) for one in competences},
        weekly_minutes=rng.choice([30, 45, 60, 120]),
        weeks=weeks,
        first_monday=MONDAY,
        offers=tuple(offers),
        completed=frozenset(one for one in ids if rng.random() < 0.08),
        planned=frozenset(one for one in ids if rng.random() < 0.1),
        kept=frozenset(one for one in ids if rng.random() < 0.06),
        dropped=frozenset(one for one in ids if rng.random() < 0.06),
        busy=(meeting(rng.randint(1, weeks), rng.randint(0, 1), 9),) if rng.random() < 0.3 else (),
        previous=previous,
        promised=rng.randint(0, 6) if previous is not None else 0,
    )
    others = (rng.choice([0, 0, 15, 30, 60, 200]) for _ in range(rng.randint(1, weeks)))
    return replace(case, taken=tuple(others)) if rng.random() < 0.4 else case


def large(seed: int, weeks: int = 52) -> Case:
    """40 competences, 500 courses, 1,500 sessions, 52 weeks; time is short in half of the cases."""
    rng = Random(seed)
    competences, offers = range(1, 41), []
    for course in range(1, 501):
        is_seminar = course <= 150
        minutes = rng.choice([180, 240, 360, 480, 960]) if is_seminar else rng.randrange(15, 361, 15)
        sessions = tuple(_session(rng, course * 100 + one, weeks, minutes) for one in range(10)) if is_seminar else ()
        outcomes = {one: _outcome(rng, 4) for one in rng.sample(competences, rng.choice([1, 1, 1, 2, 2, 3]))}
        number = rng.choice([0, 0, 0, 0, 1, 1, 2]) if course > 20 else 0
        required = frozenset(rng.sample(range(max(1, course - 100), course), number))
        offers.append(Offer(course, minutes, outcomes, required, is_seminar, sessions))
    return Case(
        levels={one: rng.choice([0, 0, 1, 1, 2]) for one in competences},
        aims={one: Aim(rng.randint(2, 4), rng.randint(1, 3)) for one in competences},
        weekly_minutes=rng.choice([45, 60, 90, 120, 180, 240]),
        weeks=weeks,
        first_monday=MONDAY,
        offers=tuple(offers),
        completed=frozenset(rng.sample(range(1, 501), 10)),
        planned=frozenset(rng.sample(range(151, 501), 2)),
        busy=tuple(meeting(rng.randint(1, weeks), rng.randint(0, 4), 9, 4) for _ in range(5)),
    )


def _outcome(rng: Random, highest: int) -> tuple[int, int]:
    low = rng.choice([0, 0, 1, 1, 2, 3][: 3 + highest - 1])
    low = min(low, highest - 1)
    return low, min(highest, low + rng.choice([1, 1, 1, 2]))


def _session(rng: Random, number: int, weeks: int, minutes: int) -> Session:
    week, count = rng.randint(1, weeks), rng.choice([1, 1, 2])
    days = weeks > 10
    meetings = [
        meeting(
            min(week + place, weeks), rng.randint(0, 4 if days else 1), rng.choice([9, 10, 13]), minutes / count / 60
        )
        for place in range(count)
    ]
    ordered = sorted(meetings, key=lambda one: one.starts_at)
    if any(a.ends_at > b.starts_at for a, b in itertools.pairwise(ordered)):
        ordered = ordered[:1]
    return Session(number, tuple(ordered), minutes, rng.random() < 0.8, rng.random() < 0.03 and weeks < 10)
