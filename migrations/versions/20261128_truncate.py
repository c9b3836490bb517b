"""PostgreSQL empties no append-only table at one go; people are told when a word about them is taken back.

A link says whether the competence was merged into another one that was there already.
"""

import re

import sqlalchemy as sa
from alembic import op

revision = "20261128_truncate"
down_revision = "20261128_quotas"

APPEND_ONLY = ("activity", "read_audit", "statement", "booking_change")
NO_TRUNCATE = """CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION {table}_is_append_only()"""
KIND = "word-taken-back"


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        for table in APPEND_ONLY:
            op.execute(NO_TRUNCATE.format(table=table))
    for table in ("mail", "notice"):
        _allow(table)
    with op.batch_alter_table("competence_link") as batch:
        batch.add_column(sa.Column("merges", sa.Boolean(), server_default=sa.false(), nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("competence_link") as batch:
        batch.drop_column("merges")
    if op.get_bind().dialect.name == "postgresql":
        for table in APPEND_ONLY:
            op.execute(f"DROP TRIGGER {table}_no_truncate ON {table}")


def _allow(table: str) -> None:
    """Let the kind be one of those that the table knows, whichever these are."""
    name = op.f(f"ck_{table}_kind")
    checks = sa.inspect(op.get_bind()).get_check_constraints(table)
    known = re.findall(r"'([a-z-]+)'", next(one["sqltext"] for one in checks if one["name"] == name))
    condition = f"kind IN ({', '.join(repr(kind) for kind in dict.fromkeys([*known, KIND]))})"
    if op.get_bind().dialect.name == "postgresql":
        op.drop_constraint(name, table, type_="check")
        op.create_check_constraint(name, table, condition)
        return
    kept = [sa.CheckConstraint(one["sqltext"], name=op.f(one["name"])) for one in checks if one["name"] != name]
    with op.batch_alter_table(table, recreate="always", table_args=kept) as batch:
        batch.create_check_constraint(name, condition)
