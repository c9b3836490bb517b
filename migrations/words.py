"""Which words a column may hold: written down anew from those that its check names, whichever these are."""

import re
from collections.abc import Collection

import sqlalchemy as sa
from alembic import op

WORD = re.compile(r"'([a-z-]+)'")


def change_words(
    table: str, column: str, *, add: Collection[str] = (), drop: Collection[str] = (), check: str | None = None
) -> None:
    """Let the column's check `ck_<table>_<column>`, or one of another name, know more words at its end, or fewer."""
    name = op.f(f"ck_{table}_{check or column}")
    checks = sa.inspect(op.get_bind()).get_check_constraints(table)
    known = WORD.findall(next(one["sqltext"] for one in checks if one["name"] == name))
    words = [word for word in dict.fromkeys([*known, *add]) if word not in drop]
    condition = f"{column} IN ({', '.join(repr(word) for word in words)})"
    if op.get_bind().dialect.name == "postgresql":
        op.drop_constraint(name, table, type_="check")
        op.create_check_constraint(name, table, condition)
        return
    kept = [sa.CheckConstraint(one["sqltext"], name=op.f(one["name"])) for one in checks if one["name"] != name]
    with op.batch_alter_table(table, recreate="always", table_args=kept) as batch:
        batch.create_check_constraint(name, condition)
