"""What was said, done, booked and looked at is never changed afterwards, whoever asks the database (R41)."""

import pytest
from sqlalchemy import insert, text
from sqlalchemy.exc import DatabaseError

from app import clock
from app.activity import actions as activity
from app.bookings.models import BookingChange
from app.bookings.rules import State
from app.db import ErasureSwitch, db
from app.disclosure.models import Figure, Ledger
from app.people.viewer import view_as
from app.schema import metadata
from app.visibility.actions import write_read_audit
from tests import make

TABLES = ("activity", "booking_change", "figure", "holding", "read_audit", "statement")
CHANGES = ("UPDATE {} SET id = id + 1", "UPDATE {} SET id = id", "DELETE FROM {}", "DELETE FROM {} WHERE id > 0")


@pytest.fixture
def rows(context):
    """One row in each of the tables."""
    cast = make.cast()
    make.holding(cast.ada, make.qualification())
    make.statement(cast.ada, make.competence(), 2)
    activity.record(cast.ada, "tests.done", cast.max, number=1)
    booking = make.booking(make.bookable(), cast.ada)
    db.session.add(BookingChange(booking_id=booking.id, at=clock.now(), to_state=State.CONFIRMED))
    ledger = Ledger(key="tests")
    db.session.add(Figure(ledger=ledger, cell="all", released_on=clock.today(), size=5, is_shown=False, members=[]))
    db.session.commit()
    write_read_audit(view_as(cast.max, clock.today()), [cast.ada.id], "C", "test")
    db.session.rollback()


def count(table: str) -> int:
    return db.session.scalar(text(f"SELECT count(*) FROM {table}"))


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("change", CHANGES)
def test_no_row_is_changed_or_removed(rows, table, change):
    with pytest.raises(DatabaseError, match="append-only"):
        db.session.execute(text(change.format(table)))
    db.session.rollback()

    assert count(table) == 1


@pytest.mark.parametrize("table", TABLES)
def test_no_row_is_replaced_by_another_of_the_same_number(rows, backend, table):
    if backend.name == "sqlite":
        with pytest.raises(DatabaseError, match="append-only"):
            db.session.execute(text(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}"))
        db.session.rollback()
        db.session.execute(text("PRAGMA recursive_triggers = OFF"))
        with pytest.raises(DatabaseError, match="append-only"):
            db.session.execute(text(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}"))
        db.session.execute(text("PRAGMA recursive_triggers = ON"))
    else:
        columns = metadata.tables[table].columns.keys()
        conflict = f"INSERT INTO {table} SELECT * FROM {table} ON CONFLICT (id) DO UPDATE SET {columns[1]} = excluded"
        with pytest.raises(DatabaseError, match="append-only"):
            db.session.execute(text(f"{conflict}.{columns[1]}"))
    db.session.rollback()

    assert count(table) == 1


@pytest.mark.parametrize("table", TABLES)
def test_erasure_may_remove_rows_but_not_change_them(rows, table):
    db.session.execute(insert(ErasureSwitch).values(id=1))
    with pytest.raises(DatabaseError, match="append-only"), db.session.begin_nested():
        db.session.execute(text(f"UPDATE {table} SET id = id + 1"))

    db.session.execute(text(f"DELETE FROM {table}"))
    db.session.execute(text("DELETE FROM erasure_switch"))
    db.session.commit()

    assert count(table) == 0


def test_after_erasure_the_switch_is_off_again(rows):
    db.session.execute(insert(ErasureSwitch).values(id=1))
    db.session.execute(text("DELETE FROM read_audit"))
    db.session.rollback()

    with pytest.raises(DatabaseError, match="append-only"):
        db.session.execute(text("DELETE FROM activity"))


KEEPS_SEATS_APART = "taken_time"
"""Its trigger refuses a row beside others; rows go as they come."""


def test_the_tables_that_remember_are_these(context):
    """Another table of records is added here, by hand, and gets its guard."""
    with_triggers = {table.name for table in metadata.tables.values() if table.dispatch.after_create}

    assert with_triggers - {KEEPS_SEATS_APART} == set(TABLES)


class TestActivity:
    """What is written down of an act."""

    def test_record(self, context):
        cast = make.cast()

        row = activity.record(cast.ada, "tests.done", cast.max, number=1)
        db.session.flush()

        assert (row.actor_id, row.verb, row.subject_kind, row.subject_id) == (
            cast.ada.id,
            "tests.done",
            "person",
            cast.max.id,
        )
        assert row.details == {"number": 1}

    def test_an_act_of_lotse_itself_has_no_actor(self, context):
        cast = make.cast()

        row = activity.record(None, "tests.done", cast.max)
        db.session.flush()

        assert (row.actor_id, row.at.tzinfo is not None) == (None, True)
