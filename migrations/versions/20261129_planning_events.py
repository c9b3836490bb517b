"""An event keeps what was typed and a link; a date can be a draft, and says why it does not take place."""

import sqlalchemy as sa
from alembic import op

from migrations.words import change_words

revision = "20261129_planning_events"
down_revision = "20261128_truncate"

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
REASON = "ck_bookable_reason_only_if_cancelled"

KINDS = ("date-moved", "date-called-off")


def upgrade() -> None:
    with op.batch_alter_table("bookable") as batch:
        batch.add_column(sa.Column("cancel_reason", sa.String(), nullable=True))
        batch.add_column(sa.Column("is_draft", sa.Boolean(), server_default=sa.false(), nullable=False))
    with op.batch_alter_table("bookable") as batch:
        batch.alter_column("is_draft", server_default=None)
        batch.create_check_constraint(op.f(REASON), "cancel_reason IS NULL OR cancelled_at IS NOT NULL")
    with op.batch_alter_table("event") as batch:
        batch.add_column(sa.Column("body", sa.String(), server_default="", nullable=False))
        batch.add_column(sa.Column("link", sa.String(), nullable=True))
        batch.add_column(sa.Column("revision", LONG, server_default="0", nullable=False))
    with op.batch_alter_table("event") as batch:
        batch.alter_column("body", server_default=None)
        batch.alter_column("revision", server_default=None)
    op.execute(
        "UPDATE bookable SET is_draft = true WHERE id IN (SELECT bookable_id FROM event WHERE published_at IS NULL)"
    )
    for table in ("mail", "notice"):
        change_words(table, "kind", add=KINDS)


def downgrade() -> None:
    for table in ("mail", "notice"):
        op.execute(f"DELETE FROM {table} WHERE kind IN ('date-moved', 'date-called-off')")  # noqa: S608 - our own words
        change_words(table, "kind", drop=KINDS)
    with op.batch_alter_table("event") as batch:
        batch.drop_column("revision")
        batch.drop_column("link")
        batch.drop_column("body")
    with op.batch_alter_table("bookable") as batch:
        batch.drop_constraint(op.f(REASON), type_="check")
        batch.drop_column("is_draft")
        batch.drop_column("cancel_reason")
