"""A date can be a fair: offices register stands, visitors plan a tour, visits are counted without names."""

import sqlalchemy as sa
from alembic import op

from migrations.words import change_words

revision = "20261214_stands"
down_revision = "20261213_feedback"

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
STAGES = ("registered", "placed", "declined", "withdrawn")
KINDS = ("stand-registered", "stand-placed", "stand-declined")


def upgrade() -> None:
    for table in ("mail", "notice"):
        change_words(table, "kind", add=KINDS)
    op.create_table(
        "fair",
        sa.Column("id", LONG, nullable=False),
        sa.Column("bookable_id", LONG, nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["bookable_id"], ["bookable.id"], name=op.f("fk_fair_bookable_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fair")),
        sa.UniqueConstraint("bookable_id", name=op.f("uq_fair_bookable_id")),
    )
    _create_stand()
    op.create_table(
        "stand_mark",
        sa.Column("person_id", LONG, nullable=False),
        sa.Column("stand_id", LONG, nullable=False),
        sa.Column("rank", LONG, nullable=False),
        sa.CheckConstraint("rank > 0", name=op.f("ck_stand_mark_rank_is_positive")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_stand_mark_person_id")),
        sa.ForeignKeyConstraint(["stand_id"], ["stand.id"], name=op.f("fk_stand_mark_stand_id")),
        sa.PrimaryKeyConstraint("person_id", "stand_id", name=op.f("pk_stand_mark")),
    )
    op.create_index(op.f("ix_stand_mark_stand_id"), "stand_mark", ["stand_id"])


def _create_stand() -> None:
    op.create_table(
        "stand",
        sa.Column("id", LONG, nullable=False),
        sa.Column("fair_id", LONG, nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("unit_id", LONG, nullable=False),
        sa.Column("contact_id", LONG, nullable=False),
        sa.Column("needs_power", sa.Boolean(), nullable=False),
        sa.Column("needs_table", sa.Boolean(), nullable=False),
        sa.Column("remark", sa.String(), nullable=False),
        sa.Column("stage", sa.String(32), nullable=False),
        sa.Column("hall", sa.String(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("visits", LONG, nullable=False),
        sa.CheckConstraint("visits >= 0", name=op.f("ck_stand_visits_are_not_negative")),
        sa.CheckConstraint("(place IS NULL) = (hall IS NULL)", name=op.f("ck_stand_a_place_lies_in_a_hall")),
        sa.CheckConstraint("(stage = 'placed') = (place IS NOT NULL)", name=op.f("ck_stand_placed_with_its_place")),
        sa.CheckConstraint(sa.column("stage").in_(STAGES), name=op.f("ck_stand_stage")),
        sa.ForeignKeyConstraint(["contact_id"], ["person.id"], name=op.f("fk_stand_contact_id")),
        sa.ForeignKeyConstraint(["fair_id"], ["fair.id"], name=op.f("fk_stand_fair_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["org_unit.id"], name=op.f("fk_stand_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stand")),
        sa.UniqueConstraint("fair_id", "place", name=op.f("uq_stand_fair_id_place")),
    )
    op.create_index(op.f("ix_stand_contact_id"), "stand", ["contact_id"])
    op.create_index(op.f("ix_stand_unit_id"), "stand", ["unit_id"])


def downgrade() -> None:
    for table in ("stand_mark", "stand", "fair"):
        op.drop_table(table)
    for table in ("mail", "notice"):
        op.execute(sa.text(f"DELETE FROM {table} WHERE kind IN {KINDS!r}"))  # noqa: S608 - our own words
        change_words(table, "kind", drop=KINDS)
