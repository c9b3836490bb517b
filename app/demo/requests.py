"""Training requests in every state, and the budgets of the departments that pay for them."""

import datetime as dt
from collections.abc import Callable, Mapping
from random import Random
from typing import Any

from sqlalchemy import select

from app import clock
from app.competences.models import Competence
from app.db import db
from app.demo.diary import workday
from app.demo.staff import Employee, Staff
from app.notifications.models import Notice
from app.notifications.rules import Kind
from app.people.models import OrgUnit, Person
from app.people.rules import UnitKind
from app.requests.models import Decision, TrainingBudget, TrainingRequest
from app.requests.rules import Stage, State
from app.text.holidays import is_between_the_years

HR = "personalentwicklung"
ROUND = 50_000
SENT, LEADER_DECIDED, HR_DECIDED = 12, 8, 5
"""So many days ago; of what took place, so many before its first day."""

Leader = Callable[[Employee], Employee | None]


def fill(script: Mapping[str, Any], hired: Staff, leader_of: Leader, now: dt.datetime, chance: Random) -> None:
    """Open the budgets of this year and the next, and write the requests."""
    today = clock.local(now).date()
    budgets = _open_budgets(script, hired, today)
    taken: set[int] = set()
    for turn, written in enumerate(script["requests"]):
        entry = written | {"turn": turn}
        employee = _asks(entry, hired, leader_of, taken, chance)
        if employee is not None and HR in hired.accounts:
            taken.add(employee.id)
            _write(entry, employee, leader_of(employee), hired.accounts[HR], today, budgets)
    db.session.flush()


def _open_budgets(script: Mapping[str, Any], hired: Staff, today: dt.date) -> dict[tuple[str, int], TrainingBudget]:
    """By the path of the department and the year."""
    departments = db.session.scalars(select(OrgUnit).where(OrgUnit.kind == UnitKind.DEPARTMENT).order_by(OrgUnit.id))
    found = {}
    for unit in departments:
        heads = sum(one.unit.path.startswith(unit.path) for one in hired.everybody)
        euros = max(script["least_euros"], heads * script["euros_a_head"])
        for year in range(today.year - 1, today.year + 2):
            amount = -(-euros * 100 // ROUND) * ROUND
            found[unit.path, year] = TrainingBudget(unit=unit, year=year, amount_cents=amount)
    db.session.add_all(found.values())
    db.session.flush()
    return found


def _asks(
    entry: Mapping[str, Any], hired: Staff, leader_of: Leader, taken: set[int], chance: Random
) -> Employee | None:
    """The account, somebody of its team or of the office; nobody where a small city has none."""
    if "account" in entry:
        return hired.accounts.get(entry["account"])
    free = [one for one in hired.everybody if one.account is None and one.leaves_on is None and one.id not in taken]
    if "team" in entry:
        found = [one for one in free if leader_of(one) is hired.accounts.get(entry["team"])]
    else:
        found = [one for one in free if one.unit.path.count("/") > 3 and one.unit.office.short_name == entry["office"]]
    return chance.choice(found) if found else None


def _write(
    entry: Mapping[str, Any],
    employee: Employee,
    leader: Employee | None,
    hr: Employee,
    today: dt.date,
    budgets: Mapping[tuple[str, int], TrainingBudget],
) -> None:
    starts_on = _first_day(today + dt.timedelta(days=entry["in_days"])) if "in_days" in entry else None
    state = State(entry["state"])
    last = min(starts_on or today, today)
    request = _request(entry, employee, state, starts_on, last)
    db.session.add(request)
    db.session.flush()
    for stage, by, days in ((Stage.LEADER, leader, LEADER_DECIDED), (Stage.HR, hr, HR_DECIDED)):
        note = entry.get(f"{stage}_no", entry.get(stage.value))
        if by is not None and note is not None:
            is_yes = f"{stage}_no" not in entry
            row = Decision(version=1, stage=stage, is_yes=is_yes, note=note, decided_at=_at(last, days, entry["turn"]))
            row.decided_by_id = by.id
            request.decisions.append(row)
    if "hr" in entry:
        paths = [path for path, year in budgets if year == request.year and employee.unit.path.startswith(path)]
        request.budget = budgets[paths[0], request.year] if paths else None
    if state is State.WITH_LEADER and leader is not None:
        _tell(request, leader, Kind.TRAINING_WAITING, "team")
    if state is State.WITH_HR:
        _tell(request, hr, Kind.TRAINING_WITH_HR, "studio")


def _request(
    entry: Mapping[str, Any], employee: Employee, state: State, starts_on: dt.date | None, last: dt.date
) -> TrainingRequest:
    ends_on = starts_on + dt.timedelta(days=entry["days"] - 1) if starts_on else None
    key, turn = entry.get("competence"), entry["turn"]
    request = TrainingRequest(
        person=db.session.get_one(Person, employee.id),
        state=state,
        starts_on=starts_on,
        ends_on=ends_on,
        year=(starts_on or last).year,
        competence_id=db.session.scalar(select(Competence.id).where(Competence.key == key)) if key else None,
        begun_at=_at(last, SENT + 1, turn),
        changed_at=_at(last, HR_DECIDED, turn),
        sent_at=None if state is State.DRAFT else _at(last, SENT, turn),
        **{name: entry.get(name, "") for name in ("title", "provider", "place", "reason")},
        link=entry.get("link"),
        work_hours=entry.get("hours"),
        fee_cents=_cents(entry.get("fee")),
        travel_cents=_cents(entry.get("travel")),
        spent_cents=_cents(entry.get("spent")),
    )
    if state is State.DONE and ends_on is not None:
        request.happened_on, request.changed_at = ends_on, _at(ends_on, -3, 0)
    return request


def _tell(request: TrainingRequest, reader: Employee, kind: Kind, place: str) -> None:
    values = {"who": request.person.name, "title": request.title, "request": request.id}
    path = f"/{place}/requests/{request.id}"
    db.session.add(Notice(person_id=reader.id, kind=kind, values=values, path=path, at=request.sent_at))


def _first_day(day: dt.date) -> dt.date:
    """The Monday of that week, or of a later one where it lies between the years."""
    monday = day - dt.timedelta(days=day.weekday())
    while any(is_between_the_years(monday + dt.timedelta(days=offset)) for offset in range(5)):
        monday += dt.timedelta(days=7)
    return monday


def _at(day: dt.date, days_before: int, turn: int) -> dt.datetime:
    """A moment of the day so long before; who comes later in the list has asked a little earlier."""
    earlier = days_before + turn % 4
    return clock.at(workday(day - dt.timedelta(days=earlier)), dt.time(8 + turn % 8, turn * 13 % 60))


def _cents(euros: float | None) -> int | None:
    return None if euros is None else round(euros * 100)
