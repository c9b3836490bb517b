"""Seats can be given by lot, and more people accepted than there are seats."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import conv

from migrations.words import change_words

revision = "20261205_draws"
down_revision = "20261204_panels"

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
KINDS = ("booking-applied", "booking-not-drawn")
STAGES = ("announced", "fixed", "drawn", "done")
LINE = ["bookable_id", "state"], ["requested_at", "id"]
NUMBERS = ("accepted", "least_share", "most_share", "walk_ins", "least_arrivals", "most_arrivals")
IS_A_STAGE = conv("ck_bookable_drawstage")


def upgrade() -> None:
    change_words("booking", "way", add=["leader", "draw"])
    change_words("bookable", "mode", add=["draw"])
    for table in ("mail", "notice"):
        change_words(table, "kind", add=KINDS)
    with op.batch_alter_table("bookable") as batch:
        batch.add_column(sa.Column("draw_stage", sa.String(32), nullable=True))
        batch.create_check_constraint(IS_A_STAGE, sa.column("draw_stage").in_(STAGES))
    op.add_column("booking", sa.Column("rank", LONG, server_default="1000000", nullable=False))
    op.drop_index("ix_booking_line", "booking")
    op.create_index("ix_booking_line", "booking", [*LINE[0], "rank", *LINE[1]])
    op.create_table(
        "seat_draw",
        sa.Column("id", LONG, nullable=False),
        sa.Column("bookable_id", LONG, nullable=False),
        sa.Column("seed_source", sa.String(), nullable=False),
        sa.Column("seed_on", sa.Date(), nullable=False),
        sa.Column("bonus_from_id", LONG, nullable=True),
        sa.Column("announced_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("document", sa.String(), nullable=True),
        sa.Column("hash", sa.String(), nullable=True),
        sa.Column("fixed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("seed", sa.String(), nullable=True),
        sa.Column("drawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("drawn_by_id", LONG, nullable=True),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("(fixed_at IS NULL) = (document IS NULL)", name=op.f("ck_seat_draw_fixed_with_its_list")),
        sa.CheckConstraint("(fixed_at IS NULL) = (hash IS NULL)", name=op.f("ck_seat_draw_fixed_with_its_hash")),
        sa.CheckConstraint("(drawn_at IS NULL) = (seed IS NULL)", name=op.f("ck_seat_draw_drawn_with_its_seed")),
        sa.CheckConstraint(
            "drawn_at IS NULL OR fixed_at IS NOT NULL", name=op.f("ck_seat_draw_fixed_before_it_is_drawn")
        ),
        sa.CheckConstraint(
            "done_at IS NULL OR drawn_at IS NOT NULL", name=op.f("ck_seat_draw_drawn_before_it_is_done")
        ),
        sa.ForeignKeyConstraint(["bookable_id"], ["bookable.id"], name=op.f("fk_seat_draw_bookable_id")),
        sa.ForeignKeyConstraint(["bonus_from_id"], ["bookable.id"], name=op.f("fk_seat_draw_bonus_from_id")),
        sa.ForeignKeyConstraint(["drawn_by_id"], ["person.id"], name=op.f("fk_seat_draw_drawn_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seat_draw")),
        sa.UniqueConstraint("bookable_id", name=op.f("uq_seat_draw_bookable_id")),
    )
    op.create_table(
        "lot",
        sa.Column("booking_id", LONG, nullable=False),
        sa.Column("draw_id", LONG, nullable=False),
        sa.Column("pseudonym", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"], name=op.f("fk_lot_booking_id")),
        sa.ForeignKeyConstraint(["draw_id"], ["seat_draw.id"], name=op.f("fk_lot_draw_id")),
        sa.PrimaryKeyConstraint("booking_id", name=op.f("pk_lot")),
        sa.UniqueConstraint("draw_id", "pseudonym", name=op.f("uq_lot_draw_id_pseudonym")),
    )

    op.create_table(
        "acceptance",
        sa.Column("id", LONG, nullable=False),
        sa.Column("bookable_id", LONG, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", LONG, nullable=False),
        *(sa.Column(name, LONG, nullable=False) for name in NUMBERS),
        sa.CheckConstraint("least_share <= most_share", name=op.f("ck_acceptance_shares_in_order")),
        sa.ForeignKeyConstraint(["bookable_id"], ["bookable.id"], name=op.f("fk_acceptance_bookable_id")),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_acceptance_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_acceptance")),
    )
    op.create_index(op.f("ix_acceptance_bookable_id"), "acceptance", ["bookable_id"])


def downgrade() -> None:
    op.drop_table("acceptance")
    op.drop_table("lot")
    op.drop_table("seat_draw")
    op.drop_index("ix_booking_line", "booking")
    op.create_index("ix_booking_line", "booking", [*LINE[0], *LINE[1]])
    op.drop_column("booking", "rank")
    with op.batch_alter_table("bookable") as batch:
        batch.drop_constraint(IS_A_STAGE, type_="check")
        batch.drop_column("draw_stage")
