"""Every form of every page, filled in as a person would, but for one field: the answer is no mistake of ours (F15).

test_odd_input fills all fields with the same oddity, and a form stops at the first; here the others let it pass.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest
from sqlalchemy.exc import IntegrityError

from app import clock
from app.plans.forms.buddy import AppointmentForm
from app.web.fields import Day
from tests.security.expected import IN, ROWS
from tests.security.test_odd_input import ODD
from tests.security.world import World, words

pytestmark = pytest.mark.any_database

BUTTONS = {"submit", "button", "image", "reset"}
KNOWN = {"link": "https://stadt.example/", "target_level": "3", "due_days": ""}


@dataclass(frozen=True)
class Filled:
    """A form on somebody's page, as it is sent when every field is filled in."""

    actor: str
    path: str
    values: dict[str, list[str]]

    def variants(self, odd: tuple[str, ...]) -> Iterator[tuple[str, dict[str, list[str]]]]:
        """As it is, and each field in turn left away or odd."""
        yield "as it is", self.values
        for name in self.values:
            yield f"without {name}", {key: value for key, value in self.values.items() if key != name}
            for value in odd:
                yield f"{name}={value[:30]!a}", self.values | {name: [value]}


@pytest.fixture(scope="module")
def forms(world: World) -> list[Filled]:
    found: dict[tuple[str, tuple[str, ...]], Filled] = {}
    for row in ROWS:
        if row.method != "GET" or row.endpoint == "web.show_asset" or IN not in row.cells.values():
            continue
        actor = next(actor for actor in ("owner", *row.cells) if row.cells[actor] == IN)
        path = world.path(row.endpoint, **row.url(world.things))
        page = html5lib.parse(words(world.ask(actor, "GET", path)), namespaceHTMLElements=False)
        for form in page.iter("form"):
            if form.get("method", "").lower() == "post":
                target = urlsplit(urljoin(path, form.get("action") or path)).path
                made = Filled(actor, target, dict(_values(form)))
                found.setdefault((target, tuple(sorted(made.values))), made)
    return list(found.values())


def _values(form: Element) -> Iterator[tuple[str, list[str]]]:
    for field in form.iter():
        name = field.get("name")
        if not name or field.get("disabled") is not None or name == "csrf_token":
            continue
        if field.tag == "select":
            options = [option.get("value", option.text or "") for option in field.iter("option")]
            yield name, [next((option for option in reversed(options) if option), "")]
        elif field.tag == "textarea":
            yield name, [field.text or "Etwas in eigenen Worten"]
        elif field.tag == "input" and field.get("type") not in BUTTONS:
            yield name, [field.get("value") or KNOWN.get(name, _something(field.get("type", "text")))]


def _something(kind: str) -> str:
    tomorrow = clock.today() + dt.timedelta(days=1)
    return {"date": tomorrow.isoformat(), "time": "10:00", "number": "30", "file": "", "checkbox": "y"}.get(kind, "30")


def status(world: World, form: Filled, values: dict[str, list[str]]) -> int:
    """The answer's status; 500 also where something typed would run as a script."""
    answer = world.ask(form.actor, "POST", form.path, values)
    if form.path == "/sign-out":
        world.sign_in_again()
    return 500 if "<script>alert" in answer.text else answer.status_code


def mistakes(world: World, forms: list[Filled], odd: tuple[str, ...]) -> dict[str, int]:
    return {
        f"{form.actor} {form.path} {what}": found
        for form in forms
        for what, values in form.variants(odd)
        if (found := status(world, form, values)) >= 500
    }


def test_most_forms_are_filled_in_so_that_they_pass(world, forms):
    statuses = Counter(status(world, form, form.values) for form in forms)

    assert statuses.total() >= 80
    assert statuses[200] + statuses[302] + statuses[303] > statuses.total() * 0.7


def test_a_form_with_one_field_left_out_is_answered(world, forms):
    assert mistakes(world, forms, ()) == {}


def test_a_form_that_takes_nothing_for_a_day_would_be_found(world, forms, monkeypatch):
    monkeypatch.setattr(AppointmentForm, "until", Day("Bis wann?", lambda: (clock.today(), dt.date.max), "Wann?"))

    with pytest.raises(IntegrityError):
        mistakes(world, [form for form in forms if "until" in form.values], ())


@pytest.mark.deep
def test_a_form_with_one_empty_or_odd_field_is_answered(world, forms):
    assert mistakes(world, forms, ODD) == {}
