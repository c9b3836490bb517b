"""Every plan there is, counted out one by one, in a way of its own: weeks and orders, no program."""

import itertools
from collections.abc import Iterator

from app.plans.optimiser import Case, Offer, Session, Value

Place = int | Session | None
"""The week in which a course without a date ends, the session of a seminar, or not taken."""


def best(case: Case) -> Value | None:
    """The value of the best plan; None where no plan has what it must have."""
    found = list(values(case))
    if not found:
        return None
    least = min(value.missing for value in found)
    found = [value for value in found if value.missing == least]
    if case.previous is not None:
        floor = min(case.promised, max(value.closed for value in found))
        found = [value for value in found if value.closed >= floor]
    return min(found, key=lambda one: (one.changes, -one.closed, one.minutes, one.finish))


def values(case: Case) -> Iterator[Value]:
    """The value of each plan that keeps to the rules."""
    offers = [one for one in case.offers if one.id not in case.completed and one.id not in case.dropped]
    for places in itertools.product(*(_places(case, offer) for offer in offers)):
        plan = {offer.id: place for offer, place in zip(offers, places, strict=True) if place is not None}
        if case.kept - case.completed <= plan.keys() and _has_time(case, plan, offers) and not _clashes(plan):
            yield from _ordered(case, plan, {offer.id: offer for offer in offers})


def _places(case: Case, offer: Offer) -> list[Place]:
    if not offer.is_seminar:
        return [None, *range(1, case.weeks + 1)]
    claimed = [session for session in offer.sessions if session.claimed]
    dates = claimed or [one for one in offer.sessions if one.has_seats and not _is_busy(case, offer, one)]
    return [None, *(one for one in dates if _week(case, one.ends_at) <= case.weeks)]


def _is_busy(case: Case, offer: Offer, session: Session) -> bool:
    others = [
        meeting
        for other in case.offers
        if other.id != offer.id
        for one in other.sessions
        if one.claimed
        for meeting in one.meetings
    ]
    return any(_meet(a, b) for a in session.meetings for b in [*case.busy, *others])


def _meet(a: object, b: object) -> bool:
    return bool(a.starts_at < b.ends_at and b.starts_at < a.ends_at)  # type: ignore[attr-defined]


def _week(case: Case, moment: object) -> int:
    return (moment.date() - case.first_monday).days // 7 + 1  # type: ignore[attr-defined]


def _has_time(case: Case, plan: dict[int, Place], offers: list[Offer]) -> bool:
    minutes = {offer.id: offer.minutes for offer in offers}
    for week in range(1, case.weeks + 1):
        used = 0.0
        for course, place in plan.items():
            if isinstance(place, Session):
                whole = sum((one.ends_at - one.starts_at).total_seconds() for one in place.meetings)
                past = [one for one in place.meetings if _week(case, one.ends_at) <= week]
                length = sum((one.ends_at - one.starts_at).total_seconds() for one in past)
                used += int(place.minutes * length // whole)
            elif place is not None and place <= week:
                used += minutes[course]
        others = sum(min(one, case.weekly_minutes) for one in case.taken[:week])
        if used + others > case.weekly_minutes * week:
            return False
    return True


def _clashes(plan: dict[int, Place]) -> bool:
    dates = [place for place in plan.values() if isinstance(place, Session)]
    return any(
        _meet(a, b) for one, other in itertools.combinations(dates, 2) for a in one.meetings for b in other.meetings
    )


def _ordered(case: Case, plan: dict[int, Place], offers: dict[int, Offer]) -> Iterator[Value]:
    free = [course for course, place in plan.items() if isinstance(place, int)]
    for order in itertools.permutations(free):
        weeks = [plan[course] for course in order]
        if weeks != sorted(weeks):  # type: ignore[type-var]
            continue
        if (value := _value(case, plan, offers, list(order))) is not None:
            yield value


def _before(case: Case, plan: dict[int, Place], order: list[int], one: int, other: int) -> bool:
    a, b = plan[one], plan[other]
    if isinstance(a, Session):
        if isinstance(b, Session):
            return a.ends_at <= b.starts_at
        return _week(case, a.ends_at) < b  # type: ignore[operator]
    if isinstance(b, Session):
        return a < _week(case, b.starts_at)  # type: ignore[operator]
    return order.index(one) < order.index(other)


def _value(case: Case, plan: dict[int, Place], offers: dict[int, Offer], order: list[int]) -> Value | None:
    befores = {b: {a for a in plan if a != b and _before(case, plan, order, a, b)} for b in plan}
    if any(not offers[one].required - case.completed <= befores[one] for one in plan):
        return None
    lifts: dict[int, dict[int, int]] = {}
    for one in sorted(plan, key=lambda course: len(befores[course])):
        held = dict(case.levels)
        for before in befores[one]:
            for competence, level in lifts[before].items():
                held[competence] = max(held.get(competence, 0), level)
        lifts[one] = {
            competence: high
            for competence, (low, high) in offers[one].outcomes.items()
            if low <= held.get(competence, 0) < high
        }
    closed = 0
    for competence, aim in case.aims.items():
        held_now = case.levels.get(competence, 0)
        level = max([held_now, *(lift.get(competence, 0) for lift in lifts.values())])
        closed += aim.weight * max(0, min(level, aim.level) - held_now)
    now = {one: place.id if isinstance(place, Session) else None for one, place in plan.items()}
    previous = case.previous if case.previous is not None else now
    ends = [_week(case, one.ends_at) if isinstance(one, Session) else one for one in plan.values()]
    return Value(
        missing=len(case.planned - case.completed - case.dropped - plan.keys()),
        closed=closed,
        changes=sum(now.get(one, 0) != previous.get(one, 0) for one in now.keys() | previous.keys()),
        minutes=sum(
            place.minutes if isinstance(place, Session) else offers[one].minutes for one, place in plan.items()
        ),
        finish=max(ends, default=0),  # type: ignore[type-var,arg-type]
    )
