"""The privacy registry: every column about a person says what kind of data it is and how long it is kept (R36)."""

import pytest
from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table

from app import schema
from app.personal import Category, Keep, about

BANNED = (
    "birth",
    "gender",
    "sex",
    "religion",
    "health",
    "photo",
    "clicks",
    "attempts",
    "seconds_spent",
    "time_on_page",
)
"""Words of columns that Lotse never stores (R42)."""


def tables_about_people(metadata: MetaData) -> list[Table]:
    """The person's own table, every one with a key to it, and every one with a key to one of these."""
    found = {"person"}
    while more := {table.name for table in metadata.tables.values() if targets(table) & found} - found:
        found |= more
    return [metadata.tables[name] for name in sorted(found)]


def targets(table: Table) -> set[str]:
    return {key.column.table.name for key in table.foreign_keys}


def unclassified(table: Table) -> list[str]:
    return [f"{table.name}.{column.name}" for column in table.columns if not is_classified(column)]


def is_classified(column: Column) -> bool:
    return isinstance(column.info.get("category"), Category) and isinstance(column.info.get("keep"), Keep)


def banned(metadata: MetaData) -> list[str]:
    return [
        f"{table.name}.{column.name}"
        for table in metadata.tables.values()
        for column in table.columns
        if any(word in column.name for word in BANNED)
    ]


@pytest.mark.parametrize("table", tables_about_people(schema.metadata), ids=lambda table: table.name)
def test_every_column_about_a_person_is_in_the_registry(table):
    assert unclassified(table) == []


def test_nothing_is_stored_that_lotse_must_not_know():
    assert banned(schema.metadata) == []


class TestTheGuardsBite:
    """Each guard, shown something it must find."""

    @pytest.fixture
    def metadata(self) -> MetaData:
        metadata = MetaData()
        Table("person", metadata, Column("id", Integer, primary_key=True, info=about(Category.IDENTITY, Keep.EMPLOYED)))
        return metadata

    def test_a_table_that_nobody_classified(self, metadata):
        diary = Table("diary", metadata, Column("person_id", ForeignKey("person.id")), Column("text", String))

        assert diary in tables_about_people(metadata)
        assert unclassified(diary) == ["diary.person_id", "diary.text"]

    def test_a_table_that_is_about_a_person_in_a_roundabout_way(self, metadata):
        Table("diary", metadata, Column("id", Integer, primary_key=True), Column("of", ForeignKey("person.id")))
        page = Table("page", metadata, Column("diary_id", ForeignKey("diary.id")))

        assert page in tables_about_people(metadata)

    def test_a_column_with_half_an_entry(self, metadata):
        info = {"category": Category.SELF}
        diary = Table("diary", metadata, Column("person_id", ForeignKey("person.id"), info=info))

        assert unclassified(diary) == ["diary.person_id"]

    def test_a_column_that_must_not_exist(self, metadata):
        Table("quiz", metadata, Column("id", Integer, primary_key=True), Column("wrong_attempts", Integer))

        assert banned(metadata) == ["quiz.wrong_attempts"]
