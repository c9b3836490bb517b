"""What follows from an optimal plan: what stays open and why, whether it is out of date, and how it is written down."""

import datetime as dt
import enum
import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from app.plans.optimiser import Answer, Case, Offer, PlanStep, reachable, takeable
from app.plans.optimiser.choice import helpful

USUAL_WEEKS = 26
USUAL_WEEKLY_MINUTES = 60
A_LONG_TIME = 5200


class Pin(enum.StrEnum):
    """What a person has said about a course of the proposal."""

    KEEP = "keep"
    DROP = "drop"


class Why(enum.StrEnum):
    """Why something stays open. Of too little time it is said what more of it would help, once that is known."""

    TIME = "time"
    EITHER = "either"
    MINUTES = "minutes"
    BEFORE_DATES = "before-dates"
    WEEKS = "weeks"
    BOTH = "both"
    NEVER = "never"
    DROPPED = "dropped"
    DATES = "dates"
    LATER = "later"
    COURSE = "course"


@dataclass(frozen=True)
class Open:
    """What stays open in a competence; `course` builds on `level`, which the person doesn't have."""

    competence: int
    level: int
    target: int
    why: Why
    course: int | None = None
    builds_on: int | None = None


def what_stays_open(case: Case, levels: Mapping[int, int]) -> list[Open]:
    """Each aim that a plan with these levels leaves open, widest gap first, with the reason that weighs least."""
    patient = replace(case, weeks=A_LONG_TIME)
    timeless = reachable(case, takeable(patient).values())
    with_dropped = replace(patient, dropped=frozenset())
    undropped = reachable(case, takeable(with_dropped).values())
    dateless = replace(with_dropped, offers=tuple(replace(one, is_seminar=False, minutes=0) for one in case.offers))
    undated = reachable(case, takeable(dateless).values())
    found = []
    for competence, aim in case.aims.items():
        level = levels.get(competence, 0)
        if level >= aim.level:
            continue
        higher = [
            why
            for why, best in ((Why.TIME, timeless), (Why.DROPPED, undropped), (Why.DATES, undated))
            if best[competence] > level
        ]
        later = None if higher else _later(case, competence, level, aim.level)
        why = higher[0] if higher else Why.LATER if later else Why.COURSE
        found.append(Open(competence, level, aim.level, why, *(later or (None, None))))
    return sorted(found, key=lambda one: (one.level - one.target, one.competence))


def _later(case: Case, competence: int, level: int, target: int) -> tuple[int, int] | None:
    """The course that builds on the lowest level above this one, with that level; then the shortest."""
    found = [
        (low, offer.minutes, offer.id)
        for offer in case.offers
        for low, _ in [offer.outcomes.get(competence, (0, 0))]
        if level < low < target
    ]
    return (min(found)[2], min(found)[0]) if found else None


def fingerprint(case: Case, accepted: Mapping[str, Any] | None = None) -> str:
    """A mark of everything that decides about the plan; what can't be part of it leaves it as it is.

    Once a plan is taken over, only what asks for a repair changes the mark: working through it as planned doesn't.
    """
    if accepted:
        aims = {one: aim.level for one, aim in case.aims.items()}
        found = [aims, case.weekly_minutes, case.weeks, case.kept, case.dropped, *_troubles(case, accepted)]
        text = json.dumps(_plain(found), sort_keys=True)
    else:
        useful = replace(case, offers=tuple(helpful(case, takeable(case)).values()), busy=())
        text = json.dumps(_plain(asdict(useful)), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _troubles(case: Case, accepted: Mapping[str, Any]) -> Iterator[Any]:
    """What of a plan that was taken over can't be done, what has nothing left to bring, and whether it falls short."""
    offers, previous = takeable(case), case.previous or {}
    steps = {course: offers[course] for course in previous if course in offers}
    yield sorted(one for one, session in previous.items() if one not in steps or not _has_date(steps[one], session))
    lifts = {course: accepted.get("lifts", {}).get(str(course), ()) for course in previous}
    yield sorted(one for one in previous if lifts[one] and not any(_is_open(case, *lift) for lift in lifts[one]))
    reached = reachable(case, steps.values())
    gap = sum(aim.weight * max(0, aim.level - reached[one]) for one, aim in case.aims.items())
    yield gap > accepted["left"]


def _has_date(offer: Offer, session: int | None) -> bool:
    """Whether the date is still there, or the person has a claim on another one."""
    return not offer.is_seminar or any(date.id == session or date.claimed for date in offer.sessions)


def _is_open(case: Case, competence: int, level: int) -> bool:
    """Whether a level that is aimed at is not reached yet."""
    return competence in case.aims and case.levels.get(competence, 0) < min(level, case.aims[competence].level)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def ends_by(case: Case, step: PlanStep) -> dt.date:
    """The last day of the week by which a course is to be done, so that all that follows can be done as well."""
    return case.first_monday + dt.timedelta(weeks=step.ends_in, days=-1)


def followers(answer: Answer) -> dict[int, list[int]]:
    """By course, those of the plan that build on it: they ask for it, or begin at a level to which it leads."""
    return {
        step.course: [
            other.course
            for other in answer.steps
            if other.course in step.needed_for
            or any(
                first.competence == then.competence and first.to_level <= then.from_level
                for first in step.lifts
                for then in other.lifts
            )
        ]
        for step in answer.steps
    }


def written(
    case: Case, answer: Answer | None, ends: Mapping[int, dt.date], loose: Collection[int] = ()
) -> dict[str, Any]:
    """The answer as plain values, as they are stored; each course ends in the week of this Monday.

    `loose` are courses that an earlier proposal put into the plan; those for which this one has no place are left out.
    """
    if answer is None:
        return {"steps": None}
    after = followers(answer)
    return {
        "steps": [
            {
                "course": step.course,
                "session": step.session,
                "ends_in": ends[step.course].isoformat(),
                "by": ends_by(case, step).isoformat(),
                "after": after[step.course],
                "minutes": step.minutes,
                "lifts": [[lift.competence, lift.from_level, lift.to_level] for lift in step.lifts],
                "needed_for": list(step.needed_for),
            }
            for step in answer.steps
        ],
        "levels": [[competence, level] for competence, level in answer.levels.items()],
        "closed": answer.value.closed,
        "gained": sum(
            max(0, min(answer.levels[one], aim.level) - case.levels.get(one, 0)) for one, aim in case.aims.items()
        ),
        "bound": answer.bound,
        "wanted": case.wanted,
        "minutes": answer.value.minutes,
        "ends_in": max(ends[step.course] for step in answer.steps).isoformat() if answer.steps else None,
        "is_proven": answer.is_proven,
        "is_repair": bool(case.previous),
        "left_out": sorted(
            case.planned.union(case.previous or (), loose) - case.completed - {step.course for step in answer.steps}
        ),
        "open": [asdict(one) for one in what_stays_open(case, answer.levels)],
    }


def at_most(result: Mapping[str, Any], before: float) -> float:
    """The share of the goal that no plan exceeds in this time, whether or not the one that was found reaches it."""
    wanted = result.get("wanted", 0)
    return before + (1 - before) * result.get("bound", wanted) / wanted if wanted else 1.0


def compared(case: Case, before: Mapping[str, Any], now: Mapping[str, Any], without: int) -> dict[str, Any]:
    """What comes instead of a course, what goes with it, and how much more or less of everything that is.

    `levels` are the competences that end at another level of the goal, with that of before and that of now; `weight`
    are the levels, important ones counted double.
    """
    if now["steps"] is None:
        return {"is_possible": False, "instead": [], "minutes": 0, "closed": 0, "weight": 0, "ends_in": None}
    known, new = ([step["course"] for step in result.get("steps") or ()] for result in (before, now))
    return {
        "is_possible": True,
        "instead": [one for one in new if one not in known],
        "gone": [one for one in known if one not in new and one != without],
        "levels": [[one, *ends] for one, ends in _ends(case, before, now).items() if ends[0] != ends[1]],
        "minutes": now["minutes"] - before.get("minutes", 0),
        "closed": now["gained"] - before.get("gained", before.get("closed", 0)),
        "weight": now["closed"] - before.get("closed", 0),
        "ends_in": now["ends_in"],
    }


def _ends(case: Case, *results: Mapping[str, Any]) -> dict[int, list[int]]:
    """By competence that the goal asks for, the level at which each of the results ends, at most that of the goal."""
    ends = [{**case.levels, **dict(result.get("levels") or ())} for result in results]
    return {one: [min(levels.get(one, 0), aim.level) for levels in ends] for one, aim in case.aims.items()}


def taken_over(
    case: Case, result: Mapping[str, Any], courses: frozenset[int], added: Collection[int]
) -> dict[str, Any]:
    """What was taken over of a proposal: the courses with their dates, and how much of the gap it leaves.

    `added` are those that only the proposal has put into the plan.
    """
    chosen = [step for step in result["steps"] if step["course"] in courses]
    brought = sum(
        case.aims[competence].weight * (min(high, case.aims[competence].level) - low)
        for step in chosen
        for competence, low, high in step["lifts"]
        if competence in case.aims
    )
    return {
        "steps": {str(step["course"]): step["session"] for step in chosen},
        "lifts": {str(step["course"]): [[one, high] for one, _, high in step["lifts"]] for step in chosen},
        "left": max(0, case.wanted - brought),
        "added": sorted(courses & set(added)),
    }
