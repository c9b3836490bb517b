"""A seat can be passed to a colleague, and two can exchange theirs."""

import sqlalchemy as sa
from alembic import op

from migrations.words import change_words

revision = "20261203_handovers"
down_revision = "20261202_programmes"

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
KINDS = ("handover-proposed", "handover-accepted", "handover-declined")
STAGES = ("open", "accepted", "declined", "withdrawn", "lapsed")
IS_OPEN = sa.text("stage = 'open'")


def upgrade() -> None:
    change_words("booking", "way", add=["handover"])
    for table in ("mail", "notice"):
        change_words(table, "kind", add=KINDS)
    op.create_table(
        "handover",
        sa.Column("id", LONG, nullable=False),
        sa.Column("booking_id", LONG, nullable=False),
        sa.Column("to_id", LONG, nullable=False),
        sa.Column("wanted_id", LONG, nullable=True),
        sa.Column("stage", sa.String(32), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(sa.column("stage").in_(STAGES), name=op.f("ck_handover_stage")),
        sa.CheckConstraint("expires_at >= proposed_at", name=op.f("ck_handover_expires_after_proposed")),
        sa.CheckConstraint("(stage = 'open') = (answered_at IS NULL)", name=op.f("ck_handover_ended_at_a_moment")),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"], name=op.f("fk_handover_booking_id")),
        sa.ForeignKeyConstraint(["to_id"], ["person.id"], name=op.f("fk_handover_to_id")),
        sa.ForeignKeyConstraint(["wanted_id"], ["bookable.id"], name=op.f("fk_handover_wanted_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover")),
    )
    op.create_index(
        "one_open_handover", "handover", ["booking_id"], unique=True, sqlite_where=IS_OPEN, postgresql_where=IS_OPEN
    )
    op.create_index(op.f("ix_handover_to_id"), "handover", ["to_id"])


def downgrade() -> None:
    op.drop_table("handover")
