"""Devices let people in at the doors of a date."""

import sqlalchemy as sa
from alembic import op

from migrations.words import change_words

revision = "20261207_doors"
down_revision = "20261206_deadlines"

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    change_words("booking", "way", add=["door"])
    with op.batch_alter_table("bookable") as batch:
        batch.add_column(sa.Column("hall_limit", LONG, nullable=True))
        batch.add_column(sa.Column("door_share", LONG, server_default="0", nullable=False))
        batch.create_check_constraint(op.f("ck_bookable_hall_takes_somebody"), sa.text("hall_limit >= 1"))
        batch.create_check_constraint(op.f("ck_bookable_door_share_is_not_negative"), sa.text("door_share >= 0"))
    op.create_table(
        "door",
        sa.Column("id", LONG, nullable=False),
        sa.Column("bookable_id", LONG, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opened_by_id", LONG, nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("closed_at IS NULL OR closed_at >= opened_at", name=op.f("ck_door_closed_after_opened")),
        sa.ForeignKeyConstraint(["bookable_id"], ["bookable.id"], name=op.f("fk_door_bookable_id")),
        sa.ForeignKeyConstraint(["opened_by_id"], ["person.id"], name=op.f("fk_door_opened_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_door")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_door_token_hash")),
    )
    op.create_index(op.f("ix_door_bookable_id"), "door", ["bookable_id"])


def downgrade() -> None:
    op.drop_table("door")
    with op.batch_alter_table("bookable") as batch:
        batch.drop_constraint(op.f("ck_bookable_door_share_is_not_negative"), type_="check")
        batch.drop_constraint(op.f("ck_bookable_hall_takes_somebody"), type_="check")
        batch.drop_column("door_share")
        batch.drop_column("hall_limit")
    change_words("booking", "way", drop=["door"])
