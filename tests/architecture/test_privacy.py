"""The privacy registry: every column about a person says what kind of data it is and how long it is kept (R36)."""

from collections.abc import Collection, Iterable

import pytest
from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table

from app import schema
from app.personal import WITHOUT_PEOPLE, Category, Keep, about

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


def silent(metadata: MetaData, without_people: Collection[str]) -> list[str]:
    """The columns that say neither what they hold nor belong to a table which is about nobody."""
    asked = (table for table in metadata.sorted_tables if table.name not in without_people)
    return [name for table in asked for name in unclassified(table)]


def claims_that_fail(metadata: MetaData, without_people: Collection[str]) -> list[str]:
    """Tables that are said to be about nobody, but have a key to a person in them or don't exist."""
    with_people = {table.name for table in tables_about_people(metadata)}
    return sorted(name for name in without_people if name in with_people or name not in metadata.tables)


def unused(metadata: MetaData, words: Iterable[Keep]) -> list[Keep]:
    """Times to keep something that no column has."""
    used = {column.info.get("keep") for table in metadata.tables.values() for column in table.columns}
    return [word for word in words if word not in used]


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


def test_every_other_column_is_in_the_registry_or_its_table_is_about_nobody():
    assert silent(schema.metadata, WITHOUT_PEOPLE) == []


def test_what_is_said_to_be_about_nobody_has_no_key_to_a_person():
    assert claims_that_fail(schema.metadata, WITHOUT_PEOPLE) == []


def test_every_time_to_keep_something_is_that_of_a_column():
    assert unused(schema.metadata, Keep) == []


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

    def test_a_table_about_people_that_has_no_key_to_one(self, metadata):
        Table("failed", metadata, Column("account", String))

        assert silent(metadata, set()) == ["failed.account"]
        assert silent(metadata, {"failed"}) == []

    def test_a_table_that_is_said_to_be_about_nobody_and_is_not(self, metadata):
        Table("diary", metadata, Column("person_id", ForeignKey("person.id")))

        assert claims_that_fail(metadata, {"diary", "gone"}) == ["diary", "gone"]

    def test_a_time_to_keep_something_that_no_column_has(self, metadata):
        assert unused(metadata, [Keep.EMPLOYED, Keep.FAILED_SIGN_IN]) == [Keep.FAILED_SIGN_IN]

    def test_a_column_with_half_an_entry(self, metadata):
        info = {"category": Category.SELF}
        diary = Table("diary", metadata, Column("person_id", ForeignKey("person.id"), info=info))

        assert unclassified(diary) == ["diary.person_id"]

    def test_a_column_that_must_not_exist(self, metadata):
        Table("quiz", metadata, Column("id", Integer, primary_key=True), Column("wrong_attempts", Integer))

        assert banned(metadata) == ["quiz.wrong_attempts"]
