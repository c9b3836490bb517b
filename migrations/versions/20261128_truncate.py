"""PostgreSQL empties no append-only table at one go; people are told when a word about them is taken back.

A link says whether the competence was merged into another one that was there already.
"""

import sqlalchemy as sa
from alembic import op

from migrations.words import change_words

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
        change_words(table, "kind", add=[KIND])
    with op.batch_alter_table("competence_link") as batch:
        batch.add_column(sa.Column("merges", sa.Boolean(), server_default=sa.false(), nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("competence_link") as batch:
        batch.drop_column("merges")
    if op.get_bind().dialect.name == "postgresql":
        for table in APPEND_ONLY:
            op.execute(f"DROP TRIGGER {table}_no_truncate ON {table}")
