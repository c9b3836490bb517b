"""The list of HR as a file: text in every cell, nothing that calculates."""

from collections.abc import Iterator, Sequence

from flask_babel import gettext as _

from app import clock
from app.requests.labels import STATES, dates
from app.requests.models import Decision, TrainingRequest
from app.requests.rules import Stage
from app.text import csv_table
from app.text.language import language
from app.text.spreadsheet import workbook
from app.web.fields import DECIMAL_POINT


def as_workbook(found: Sequence[TrainingRequest]) -> bytes:
    """A row for each request, in the order of the list."""
    return workbook(_("Training requests"), _head(), map(_row, found))


def as_csv(found: Sequence[TrainingRequest]) -> str:
    """The same as text."""
    return csv_table.write([_head(), *map(_row, found)])


def _head() -> list[str]:
    return [
        _("Family name"),
        _("Given name"),
        _("Unit"),
        _("Training"),
        _("Provider"),
        _("Dates"),
        _("Place"),
        _("State"),
        _("Year"),
        _("Fee"),
        _("Travel"),
        _("Planned costs"),
        _("Real costs"),
        _("Hours of working time"),
        _("Sent"),
        _("Decided by the leader"),
        _("Decided by HR"),
        _("Evidence"),
    ]


def _row(request: TrainingRequest) -> list[str]:
    person = request.person
    return [
        person.family_name,
        person.given_name,
        person.unit.name,
        request.title,
        request.provider,
        dates(request),
        request.place,
        str(STATES[request.state]),
        str(request.year),
        *map(_amount, (request.fee_cents, request.travel_cents, request.cost_cents, request.spent_cents)),
        str(request.work_hours or 0),
        f"{clock.local(request.sent_at):%d.%m.%Y}" if request.sent_at else "",
        *_decisions(request),
        _("handed in") if request.evidence_id else "",
    ]


def _decisions(request: TrainingRequest) -> Iterator[str]:
    """When leader and HR decided on the version that counts, and how."""
    by_stage = {one.stage: one for one in request.decisions if one.version == request.version}
    for stage in Stage:
        yield _decided(by_stage[stage]) if stage in by_stage else ""


def _decided(one: Decision) -> str:
    day = f"{clock.local(one.decided_at):%d.%m.%Y}"
    return _("yes, %(day)s", day=day) if one.is_yes else _("no, %(day)s", day=day)


def _amount(cents: int | None) -> str:
    """1234,50: without a currency, so that it can be turned into a number."""
    return "" if cents is None else f"{cents // 100}{DECIMAL_POINT[language()]}{cents % 100:02d}"
