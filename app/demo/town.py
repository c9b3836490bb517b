"""The rows of the town hall itself: units, jobs, people, who leads, roles and absences."""

import datetime as dt
from collections.abc import Iterable, Mapping
from random import Random

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.competences.models import Profile, ProfileFamily
from app.demo.rows import Rows
from app.demo.script import Family, JobTitle, Script
from app.demo.staff import Employee, Staff
from app.demo.tree import LEADERS_OFFICE, Unit
from app.people.models import Absence, Job, JobFamily, Leadership, OrgUnit, Person, RoleGrant
from app.people.rules import Position, UnitKind

DEPUTIES, AWAY, AWAY_LATER = 0.5, 0.05, 0.08


def number_units(house: Unit, rows: Rows) -> None:
    """Give every unit its row, id and path."""
    for unit in house.walk():
        parent = unit.parent
        unit.id = rows.add(
            OrgUnit,
            parent_id=parent.id if parent else None,
            path="",
            kind=unit.kind,
            name=unit.name,
            short_name=unit.short_name,
        )
        unit.path = f"{parent.path if parent else '/'}{unit.id}/"
        rows.of(OrgUnit)[-1]["path"] = unit.path


def add_people(staff: Staff, script: Script, rows: Rows, session: Session) -> None:
    """Give everybody a row, with their job; a family of jobs that the content does not know yet is added."""
    jobs = _jobs(script.families.values(), rows, session)
    for employee in staff.everybody:
        employee.id = rows.add(
            Person,
            personnel_number=employee.number,
            given_name=employee.given_name,
            family_name=employee.family_name,
            email=employee.email,
            unit_id=employee.unit.id,
            job_id=jobs[employee.job],
            weekly_percent=employee.percent,
            language="de",
            entered_on=employee.entered_on,
            left_on=employee.leaves_on,
        )


def add_leaders(house: Unit, staff: Staff, rows: Rows, today: dt.date, chance: Random) -> None:
    """Heads, deputies with dates, and the roles of the accounts."""
    for unit in house.walk():
        head = staff.heads.get(unit.path)
        if head is None:
            continue
        since = head.entered_on + (today - head.entered_on) * chance.uniform(0.3, 0.9)
        _lead(rows, unit, head, Position.HEAD, since, None)
        if unit.kind is UnitKind.OFFICE and (chance.random() < DEPUTIES or unit.short_name == LEADERS_OFFICE):
            _add_deputy(unit, staff, rows, today, chance)
    for employee in staff.accounts.values():
        if employee.role:
            rows.add(
                RoleGrant,
                person_id=employee.id,
                role=employee.role,
                scope_id=None,
                valid_from=employee.entered_on,
                valid_to=None,
            )


def add_absences(staff: Staff, rows: Rows, today: dt.date, chance: Random) -> None:
    """Some are away today, some will be; nobody is told why."""
    for employee in staff.everybody:
        if employee.account:
            continue
        drawn = chance.random()
        if drawn < AWAY:
            starts = today - dt.timedelta(days=chance.randint(0, 20))
            _away(rows, employee, starts, today + dt.timedelta(days=chance.randint(0, 25)))
        elif drawn < AWAY + AWAY_LATER:
            starts = today + dt.timedelta(days=chance.randint(3, 90))
            _away(rows, employee, starts, starts + dt.timedelta(days=chance.choice((4, 11, 11, 18))))


def _add_deputy(unit: Unit, staff: Staff, rows: Rows, today: dt.date, chance: Random) -> None:
    heads = [staff.heads[below.path] for below in unit.below if below.path in staff.heads]
    if heads:
        since = today - dt.timedelta(days=chance.randint(30, 300))
        until = today + dt.timedelta(days=chance.randint(60, 400))
        _lead(rows, unit, chance.choice(heads), Position.DEPUTY, since, until)


def _lead(rows: Rows, unit: Unit, person: Employee, position: Position, since: dt.date, until: dt.date | None) -> None:
    rows.add(Leadership, unit_id=unit.id, person_id=person.id, position=position, valid_from=since, valid_to=until)


def _away(rows: Rows, employee: Employee, starts: dt.date, ends: dt.date) -> None:
    rows.add(Absence, person_id=employee.id, starts_on=starts, ends_on=ends)


def _jobs(families: Iterable[Family], rows: Rows, session: Session) -> Mapping[JobTitle, int]:
    known = {row.key: row.id for row in session.scalars(select(JobFamily))}
    profiles = {row.key: row.id for row in session.scalars(select(Profile).where(Profile.retired_at.is_(None)))}
    linked = set(session.scalars(select(ProfileFamily.family_id)))
    jobs: dict[JobTitle, int] = {}
    for family in families:
        number = known.get(family.key) or rows.add(
            JobFamily, key=family.key, title=family.title, title_en=family.title_en
        )
        if family.profile in profiles and number not in linked:
            rows.link(ProfileFamily, profile_id=profiles[family.profile], family_id=number)
        for job in family.jobs:
            jobs[job] = rows.add(Job, family_id=number, title=job.title, grade=job.grade)
    return jobs
