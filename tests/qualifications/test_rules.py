"""How long a qualification holds, and what a file of old records says: no database."""

import datetime as dt

import pytest

from app.qualifications.rules import FOR_EVER, Kind, Known, State, day_of, ends_soon, last_day, read_records, state
from app.text import csv_table

TODAY = dt.date(2026, 11, 28)
KNOWN = Known(
    people={"100234": 7, "kim@stadt.example": 8},
    kinds={"safety": Kind(1, "Arbeitsschutz", 12), "ersthelfer": Kind(2, "Ersthelfer", None)},
    held={(7, 1, dt.date(2026, 3, 12), dt.date(2027, 3, 12))},
)


@pytest.mark.parametrize(
    ("since", "months", "until"),
    [
        (dt.date(2026, 3, 12), 12, dt.date(2027, 3, 12)),
        (dt.date(2024, 2, 29), 12, dt.date(2025, 2, 28)),
        (dt.date(2026, 8, 31), 6, dt.date(2027, 2, 28)),
        (dt.date(2026, 12, 1), 1, dt.date(2027, 1, 1)),
        (dt.date(2026, 12, 1), None, None),
    ],
)
def test_it_holds_until_the_same_day_so_many_months_later_or_the_last_of_a_shorter_month(since, months, until):
    assert last_day(since, months) == until


def test_it_is_held_through_its_last_day_and_expired_on_the_next():
    held = [state(until, TODAY) for until in (TODAY, TODAY - dt.timedelta(days=1), FOR_EVER, None)]

    assert held == [State.HELD, State.EXPIRED, State.HELD, State.MISSING]
    assert [ends_soon(until, TODAY) for until in (TODAY, TODAY - dt.timedelta(days=1), FOR_EVER, None)] == [
        *(True, False, False, False)
    ]


def test_days_are_read_as_people_and_spreadsheets_write_them():
    assert [day_of(typed) for typed in ("2026-03-12", "12.03.2026", "12.3.26", "31.02.2026", "")] == [
        *[dt.date(2026, 3, 12)] * 3,
        None,
        None,
    ]


def test_a_file_brings_what_is_new_and_counts_what_is_known():
    rows = csv_table.read(
        "Personalnummer;Qualifikation;von;bis;Bemerkung\n"
        "100234;Safety;12.03.2026;;\n"
        "KIM@stadt.example;SAFETY;01.11.2026;30.11.2026;Bauhof\n"
        "100234;Ersthelfer;2025-11-04;;DRK\n"
    )

    intake, errors = read_records(rows, KNOWN, TODAY)

    assert errors == []
    assert intake.known == 1
    assert [(one.person_id, one.kind.id, one.until, one.note) for one in intake.records] == [
        (8, 1, dt.date(2026, 11, 30), "Bauhof"),
        (7, 2, None, "DRK"),
    ]


def test_all_that_is_wrong_is_named_with_its_line(context):
    rows = csv_table.read(
        "person;qualification;from;until\n"
        "4711;Fliegen;morgen;\n"
        ";;29.11.2026;\n"
        "100234;safety;01.01.2026;01.01.2025\n"
        "100234;safety;02.01.2026;\n"
        "100234;safety;02.01.2026;\n"
    )

    _intake, errors = read_records(rows, KNOWN, TODAY)

    assert [error.line for error in errors] == [2, 2, 2, 3, 3, 3, 4, 6]
    assert read_records([], KNOWN, TODAY)[1] != []
    assert read_records(csv_table.read("a;b\n1;2\n"), KNOWN, TODAY)[1][0].line == 1
