"""What the people of a leader's team have agreed with them, confirmed by practice, and shared."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from app import clock
from app.competences.models import ShareStatement, Statement
from app.competences.rules import Kind
from app.demo.diary import Diary, workday
from app.demo.library import Library
from app.demo.staff import Employee, Staff
from app.visibility.models import Share
from app.visibility.rules import DEFAULT_DAYS, ShareKind

LEADER = "leitung"
MOST_SHARES, AGREED = 4, 3
DAYS_OF_THE_LEADER = (900, 500, 120)
"""How long ago the leader has assessed themselves; the oldest words fade."""


def agree(staff: Staff, library: Library, diary: Diary, leader_of: Callable[[Employee], Employee | None]) -> None:
    """Levels agreed in a talk with people of the team, and a history for the leader; before the diary is closed."""
    leader = staff.accounts[LEADER]
    for employee in _team(staff, leader, leader_of):
        targets = library.targets_of_family.get(employee.job.family, {})
        for competence, level in list(targets.items())[:AGREED]:
            day = diary.before(200, 20)
            diary.agree(employee, competence, max(1, level - 1), diary.moment(day), by=leader)
    targets = next(iter(library.roles.values()), {}) or library.targets_of_family.get(leader.job.family, {})
    for turn, days in enumerate(DAYS_OF_THE_LEADER):
        for number, (competence, level) in enumerate(targets.items()):
            if turn == 0 or number % (turn + 1) == 0:
                diary.assess(
                    leader, competence, max(0, level - 2 + turn), workday(diary.today - dt.timedelta(days=days))
                )


def share(staff: Staff, diary: Diary, leader_of: Callable[[Employee], Employee | None]) -> None:
    """Some of the team let the leader see their levels; after the diary is closed."""
    leader = staff.accounts[LEADER]
    said: dict[int, list[Mapping[str, Any]]] = {}
    for row in diary.rows.of(Statement):
        said.setdefault(row["person_id"], []).append(row)
    for number, employee in enumerate(_team(staff, leader, leader_of)):
        if words := said.get(employee.id):
            _share(employee, leader, words, diary, contains_self=number % 2 == 0)


def _share(
    employee: Employee, leader: Employee, words: Sequence[Mapping[str, Any]], diary: Diary, *, contains_self: bool
) -> None:
    named = [row["id"] for row in words if contains_self or row["kind"] is not Kind.SELF]
    if not named:
        return
    day = diary.before(12)
    number = diary.rows.add(
        Share,
        person_id=employee.id,
        reader_id=leader.id,
        kind=ShareKind.PROFILE,
        thing_id=employee.id,
        version=max(named),
        contains_self=contains_self,
        starts_at=diary.moment(day),
        ends_at=clock.end_of(day + dt.timedelta(days=DEFAULT_DAYS)),
        withdrawn_at=None,
    )
    for statement in named:
        diary.rows.link(ShareStatement, share_id=number, statement_id=statement)


def _team(staff: Staff, leader: Employee, leader_of: Callable[[Employee], Employee | None]) -> list[Employee]:
    """The first people whom the leader leads, without the accounts: those begin empty."""
    led = (one for one in staff.everybody if one.account is None and leader_of(one) is leader)
    return [employee for employee, _ in zip(led, range(MOST_SHARES), strict=False)]
