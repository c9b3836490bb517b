"""Which courses and dates can help at all: everything else is left out of the program.

A course helps if it leads towards an aim from a level that can be reached, or comes before one that does. One that can
be taken at any time is left out where another brings as much in as little time and asks for no more.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from app.plans.optimiser.case import Case, Meeting, Offer, Session


def takeable(case: Case) -> dict[int, Offer]:
    """The offers that can be taken, with the dates that can: with a seat, in time, and at a free time."""
    claimed = {
        offer.id: [meeting for session in offer.sessions if session.claimed for meeting in session.meetings]
        for offer in case.offers
        if offer.is_seminar
    }
    found = {}
    for offer in sorted(case.offers, key=lambda one: one.id):
        if offer.id in case.completed or offer.id in case.dropped:
            continue
        others = [meeting for course, meetings in claimed.items() if course != offer.id for meeting in meetings]
        sessions = _dates(case, offer, [*case.busy, *others]) if offer.is_seminar else ()
        if sessions or (not offer.is_seminar and offer.minutes <= case.room(case.weeks)):
            found[offer.id] = replace(offer, required=offer.required - case.completed, sessions=sessions)
    return _after_all_required(found)


def reachable(case: Case, offers: Collection[Offer]) -> dict[int, int]:
    """The highest level of each aim that these courses can lead to, with all the time in the world."""
    highest = {one: case.levels.get(one, 0) for one in case.aims}
    rising = True
    while rising:
        rising = False
        for offer in offers:
            for one, (low, high) in offer.outcomes.items():
                if one in highest and low <= highest[one] < high:
                    highest[one], rising = high, True
    return highest


def helpful(case: Case, offers: Mapping[int, Offer]) -> dict[int, Offer]:
    """The offers that can be part of a best plan, with nothing but the outcomes that count."""
    highest = reachable(case, offers.values())
    trimmed = {one: _trimmed(case, offer, highest) for one, offer in offers.items()}
    wanted = case.planned | case.kept | set(case.previous or ())
    chosen = _with_required({one for one, offer in trimmed.items() if offer.outcomes or one in wanted}, trimmed)
    required = {before for one in chosen for before in trimmed[one].required}
    free = [one for one in sorted(chosen) if not trimmed[one].is_seminar]
    beaten = _beaten([trimmed[one] for one in free], wanted | required)
    left = {one for one in chosen - beaten if trimmed[one].outcomes or one in wanted}
    return {one: trimmed[one] for one in sorted(_with_required(left, trimmed))}


def overlap(one: Iterable[Meeting], other: Iterable[Meeting]) -> bool:
    """Whether two rows of meetings share a moment."""
    others = list(other)
    return any(a.starts_at < b.ends_at and b.starts_at < a.ends_at for a in one for b in others)


def _dates(case: Case, offer: Offer, busy: Collection[Meeting]) -> tuple[Session, ...]:
    dates = [session for session in offer.sessions if session.claimed]
    if not dates:
        dates = [
            session
            for session in offer.sessions
            if session.has_seats
            and session.starts_at.date() >= case.first_monday
            and not overlap(session.meetings, busy)
        ]
    in_time = [one for one in dates if case.week_of(one.ends_at) <= case.weeks]
    return tuple(sorted(in_time, key=lambda one: (one.starts_at, one.id)))


def _after_all_required(offers: dict[int, Offer]) -> dict[int, Offer]:
    """Without the courses whose requirements can't be met, among them those in a circle."""
    met: dict[int, Offer] = {}
    while more := {one: offer for one, offer in offers.items() if one not in met and offer.required <= met.keys()}:
        met.update(more)
    return dict(sorted(met.items()))


def _trimmed(case: Case, offer: Offer, highest: Mapping[int, int]) -> Offer:
    outcomes = {}
    for one, (low, high) in sorted(offer.outcomes.items()):
        if one in case.aims and low <= highest[one]:
            held, aim = case.levels.get(one, 0), case.aims[one].level
            if max(low, held) < min(high, aim):
                outcomes[one] = (max(low, held), min(high, aim))
    return replace(offer, outcomes=outcomes)


def _with_required(courses: set[int], offers: Mapping[int, Offer]) -> set[int]:
    found, waiting = set(courses), list(courses)
    while waiting:
        new = offers[waiting.pop()].required - found
        found |= new
        waiting.extend(new)
    return found


def _beaten(free: list[Offer], needed: Collection[int]) -> set[int]:
    return {
        one.id
        for one in free
        if one.id not in needed and any(_beats(other, one) for other in free if other.id != one.id)
    }


def _beats(one: Offer, other: Offer) -> bool:
    """Whether it brings at least as much in at most as much time; of two equals the first."""
    if one.minutes > other.minutes or not one.required <= other.required or not other.outcomes:
        return False
    if not all(
        competence in one.outcomes and one.outcomes[competence][0] <= low and one.outcomes[competence][1] >= high
        for competence, (low, high) in other.outcomes.items()
    ):
        return False
    is_equal = (one.minutes, one.required, one.outcomes) == (other.minutes, other.required, other.outcomes)
    return not is_equal or one.id < other.id
