"""The pages of the journey, who looks at them, and the bars."""

import re
from dataclasses import dataclass
from typing import Any

from flask import Flask

PART = re.compile(r"<(?:[^:<>]+:)?([^<>]+)>")

MOST_STATEMENTS = 12
MOST_STATEMENTS_OF_PROFILE = 10
MOST_STATEMENTS_OF_LEARNING = 8
MOST_TIMES_FLOOR = 5.0
MOST_TIMES_FLOOR_OF_LEARNING = 4.0
MOST_HTML_BYTES = 60_000
MOST_ASSET_BYTES = 250_000
MOST_STORM_SECONDS = 15.0


@dataclass(frozen=True)
class Page:
    """A page; `shape` names in brackets the row that it shows."""

    name: str
    shape: str
    who: str = "employee"
    has_cpu_bar: bool = False
    query: str = ""
    most_times_floor: float = MOST_TIMES_FLOOR
    most_statements: int = MOST_STATEMENTS


FLOOR = Page("floor", "/floor", "nobody")
PAGES = (
    Page("sign-in page", "/sign-in", "nobody"),
    Page("home", "/"),
    Page("catalogue", "/courses", has_cpu_bar=True),
    Page("catalogue search", "/courses", query="?q=daten"),
    Page(
        "course",
        "/courses/<course>",
        has_cpu_bar=True,
        most_times_floor=MOST_TIMES_FLOOR_OF_LEARNING,
        most_statements=MOST_STATEMENTS_OF_LEARNING,
    ),
    Page(
        "unit",
        "/courses/<course>/units/<unit>",
        has_cpu_bar=True,
        most_times_floor=MOST_TIMES_FLOOR_OF_LEARNING,
        most_statements=MOST_STATEMENTS_OF_LEARNING,
    ),
    Page("competences", "/competences", has_cpu_bar=True, most_statements=MOST_STATEMENTS_OF_PROFILE),
    Page(
        "long history",
        "/competences",
        "historian",
        has_cpu_bar=True,
        most_times_floor=15.0,
        most_statements=MOST_STATEMENTS_OF_PROFILE,
    ),
    Page("self-assessment", "/competences/self-assessment"),
    Page("plan", "/plan", has_cpu_bar=True),
    Page("plan proposal", "/plan/proposal"),
    Page("events", "/events"),
    Page("event", "/events/<event>", has_cpu_bar=True),
    Page("crowded event", "/events/<crowded>", has_cpu_bar=True),
    Page("session", "/sessions/<session>"),
    Page("my bookings", "/account/bookings"),
    Page("approvals", "/team/approvals", "leader"),
    Page("organise", "/events/<event>/organise", "organiser"),
    Page("crowd's list", "/events/<crowded>/organise", "organiser", has_cpu_bar=True, most_times_floor=10.0),
)


def path(app: Flask, page: Page, rows: dict[str, Any]) -> str | None:
    """The page's address for these rows; None where the application has no such page."""
    wanted = PART.findall(page.shape)
    shape = PART.sub("<>", page.shape)
    for rule in app.url_map.iter_rules():
        if "GET" in (rule.methods or ()) and PART.sub("<>", rule.rule) == shape:
            arguments = PART.findall(rule.rule)
            if any(rows.get(noun) is None for noun in wanted):
                return None
            values = {arguments[n]: _value(rows[noun], arguments[n]) for n, noun in enumerate(wanted)}
            built = app.url_map.bind("127.0.0.1").build(rule.endpoint, values)
            return f"{built}{page.query}"
    return None


def _value(row: Any, argument: str) -> Any:
    """What stands in the address for a row: `event_id` is its id, `unit_key` or `key` its key."""
    return getattr(row, argument.rpartition("_")[2])
