"""What is being written in the Studio: a change that waits for a second reader, and a course that was just begun."""

from collections.abc import Mapping
from typing import Any

from app.courses.rules import Format, Topic
from app.db import db
from app.demo.staff import Employee
from app.people.models import Person
from app.studio import actions, queries


def write(script: Mapping[str, Any], accounts: Mapping[str, Employee]) -> None:
    """Write both drafts; without the course that is to be changed, the new one alone."""
    _change(script["change"], _person(accounts, script["change"]["author"]))
    _begin(script["begun"], _person(accounts, script["begun"]["author"]))


def _change(script: Mapping[str, Any], by: Person) -> None:
    shown = queries.published(script["course"])
    if shown is None:
        return
    draft = actions.begin(shown, by=by)
    part = next(unit for unit in draft.units if unit.path == script["unit"])
    check = [*part.source.meta.get("check", []), script["question"]]
    actions.write(part, by=by, revision=part.revision, entries={"check": check}, body=part.source.body)
    actions.submit(draft, by=by, note=script["note"])


def _begin(script: Mapping[str, Any], by: Person) -> None:
    course = actions.create(by=by, title=script["title"], format=Format(script["format"]), topic=Topic(script["topic"]))
    about = course.parts[0]
    entries = {name: script[name] for name in ("summary", "abilities")}
    actions.write(about, by=by, revision=about.revision, entries=entries, body=script["body"])
    actions.add_unit(course, by=by, title=script["unit"])


def _person(accounts: Mapping[str, Employee], key: str) -> Person:
    return db.session.get_one(Person, accounts[key].id)
