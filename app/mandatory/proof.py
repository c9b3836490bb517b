"""Who has done what they must, as a file and on paper."""

from collections.abc import Sequence

from flask_babel import gettext as _

from app.mandatory import labels
from app.mandatory.models import Rule
from app.mandatory.queries import Proof
from app.mandatory.rules import Count, State
from app.people.models import OrgUnit
from app.qualifications.labels import source_label, title_of, until_label
from app.text import csv_table
from app.text.paper import paper
from app.web.formats import day, number

MOST_ON_PAPER = 2000


def head() -> list[str]:
    """What the columns say."""
    return [
        _("Name"),
        _("Personnel number"),
        _("Unit"),
        _("State"),
        _("Since"),
        _("Valid until"),
        _("How it came about"),
    ]


def as_csv(found: Sequence[Proof]) -> str:
    """A row for each person, by name."""
    return csv_table.write([head(), *(_row(one) for one in found)])


def as_paper(rule: Rule, unit: OrgUnit, found: Sequence[Proof], count: Count) -> bytes:
    """The same to file, with the numbers above."""
    columns = [0, 1, 2, 3, 4, 5]
    titles = head()
    return paper(
        "mandatory/templates/mandatory/proof.typ",
        title=title_of(rule.qualification),
        running=_("Proof of mandatory trainings"),
        lead=_("%(unit)s with all below it", unit=unit.name),
        facts=[
            (_("Who must"), labels.whom(rule)),
            (_("People"), number(count.all)),
            (_("done"), number(count.done)),
            (_("open"), number(count.open)),
            (_("overdue"), number(count.overdue)),
        ],
        head=[titles[column] for column in columns],
        rows=[[row[column] for column in columns] for row in map(_row, found)],
    )


def _row(one: Proof) -> list[str]:
    person, duty, holding = one.line.person, one.line.duty, one.holding
    detail = f"{source_label(holding.source)}{': ' + holding.detail if holding.detail else ''}" if holding else ""
    return [
        f"{person.family_name}, {person.given_name}",
        person.personnel_number,
        person.unit.name,
        str(labels.STATES[duty.state]),
        day(holding.since) if holding else "",
        until_label(holding.valid_until) if holding and duty.state is State.DONE else "",
        detail,
    ]
