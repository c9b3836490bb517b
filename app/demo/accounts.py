"""The accounts that visitors of the demo sign in with; all have one published password."""

from collections.abc import Iterator, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.auth.actions import store_password
from app.demo.script import Script
from app.demo.staff import Employee
from app.people.models import Person

PASSWORD = "Lindenfurt-2026"  # noqa: S105 - published on purpose, and refused outside demo mode


def printed(script: Script) -> Iterator[tuple[str, str]]:
    """What to sign in with and what there is to do, for each account that has a task of its own."""
    for account in script.accounts:
        if account.task:
            yield account.number or f"{account.key}@{script.domain}", account.task


def open_accounts(session: Session, cast: Mapping[str, Employee], memory_kib: int) -> None:
    """Give the people of the accounts their password."""
    wanted = [employee.id for employee in cast.values()]
    for person in session.scalars(select(Person).where(Person.id.in_(wanted)).order_by(Person.id)):
        store_password(person, PASSWORD, memory_kib=memory_kib)
