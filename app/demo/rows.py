"""Rows, gathered with ids given beforehand and written in batches, table after table."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, cast

from sqlalchemy import Table, func, insert, select, text
from sqlalchemy.orm import Session

from app.db import Base

BATCH = 2000


@cache
def _defaults(table: Table) -> dict[str, Any]:
    """What a column holds where nobody says otherwise; in a batch the first row decides which columns are named."""
    found: Iterable[tuple[str, Any]] = ((column.name, column.default) for column in table.columns)
    return {name: default.arg for name, default in found if default is not None and default.is_scalar}


class Rows:
    """What is to be written; every row of a table names the same columns."""

    def __init__(self, session: Session, now: dt.datetime) -> None:
        self.now = now
        self.session = session
        self._last: dict[Table, int] = {}
        self._found: dict[Table, list[dict[str, Any]]] = defaultdict(list)

    def add(self, model: type[Base], **values: Any) -> int:
        """Gather a row; returns the id that it will have."""
        table = cast(Table, model.__table__)
        number = self._last.get(table) or self._highest(table)
        self._last[table] = number + 1
        self._found[table].append({"id": number + 1, **_defaults(table), **values})
        return number + 1

    def link(self, model: type[Base], **values: Any) -> None:
        """Gather a row of a table whose key is made of other rows' ids."""
        table = cast(Table, model.__table__)
        self._found[table].append(_defaults(table) | values)

    def of(self, model: type[Base]) -> list[dict[str, Any]]:
        """The rows gathered for a table."""
        return self._found[cast(Table, model.__table__)]

    def __iter__(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Every row with the name of its table."""
        return ((table.name, row) for table, rows in self._found.items() for row in rows)

    def __len__(self) -> int:
        return sum(len(rows) for rows in self._found.values())

    def write(self) -> None:
        """Write everything."""
        tables = [table for table in Base.metadata.sorted_tables if self._found.get(table)]
        for table in tables:
            for batch in self._batches(table):
                self.session.execute(insert(table), batch)
        self._go_on_counting()

    def _batches(self, table: Table) -> Iterator[list[dict[str, Any]]]:
        rows = self._found[table]
        for start in range(0, len(rows), BATCH):
            yield rows[start : start + BATCH]

    def _highest(self, table: Table) -> int:
        return self.session.scalar(select(func.coalesce(func.max(table.c.id), 0))) or 0

    def _go_on_counting(self) -> None:
        """Let PostgreSQL give the ids after these; SQLite does so by itself."""
        if self.session.get_bind().dialect.name != "postgresql":
            return
        for table, last in self._last.items():
            values = {"table": f'"{table.name}"', "last": last}
            self.session.execute(text("SELECT setval(pg_get_serial_sequence(:table, 'id'), :last)"), values)
