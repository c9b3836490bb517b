"""What follows from an optimal plan: what stays open and why, whether it is out of date, and how it is written down."""

import datetime as dt
import enum
import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from app.plans.optimiser import Answer, Case, reachable, takeable
from app.plans.optimiser.choice import helpful

USUAL_WEEKS = 26
USUAL_WEEKLY_MINUTES = 60
A_LONG_TIME = 5200


class Pin(enum.StrEnum):
    """What a person has said about a course of the proposal."""

    KEEP = "keep"
    DROP = "drop"


class Why(enum.StrEnum):
    """Why something stays open."""

    TIME = "time"
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


def fingerprint(case: Case) -> str:
    """A mark of everything that decides about the plan; what can't be part of it leaves it as it is."""
    useful = replace(case, offers=tuple(helpful(case, takeable(case)).values()), busy=())
    text = json.dumps(_plain(asdict(useful)), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def written(case: Case, answer: Answer | None) -> dict[str, Any]:
    """The answer as plain values, as they are stored."""
    if answer is None:
        return {"steps": None}
    return {
        "steps": [
            {
                "course": step.course,
                "session": step.session,
                "ends_in": monday_of_week(case, step.ends_in).isoformat(),
                "minutes": step.minutes,
                "lifts": [[lift.competence, lift.from_level, lift.to_level] for lift in step.lifts],
                "needed_for": list(step.needed_for),
            }
            for step in answer.steps
        ],
        "levels": [[competence, level] for competence, level in answer.levels.items()],
        "closed": answer.value.closed,
        "bound": answer.bound,
        "wanted": case.wanted,
        "minutes": answer.value.minutes,
        "ends_in": monday_of_week(case, answer.value.finish).isoformat() if answer.steps else None,
        "is_proven": answer.is_proven,
        "changes": answer.value.changes if case.previous else None,
        "left_out": sorted(case.planned - case.completed - {step.course for step in answer.steps}),
        "open": [asdict(one) for one in what_stays_open(case, answer.levels)],
    }


def monday_of_week(case: Case, number: int) -> dt.date:
    """The Monday of a week, counted from 1."""
    return case.first_monday + dt.timedelta(weeks=number - 1)


def taken_over(case: Case, result: Mapping[str, Any], courses: frozenset[int]) -> dict[str, Any]:
    """What was taken over of a proposal: the courses with their dates, and how much of the gap it leaves."""
    chosen = [step for step in result["steps"] if step["course"] in courses]
    brought = sum(
        case.aims[competence].weight * (min(high, case.aims[competence].level) - low)
        for step in chosen
        for competence, low, high in step["lifts"]
        if competence in case.aims
    )
    return {
        "steps": {str(step["course"]): step["session"] for step in chosen},
        "left": max(0, case.wanted - brought),
    }
