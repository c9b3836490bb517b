"""Nobody has seats in two parts of an event at once: the database itself refuses the second."""

import sqlalchemy as sa
from alembic import op

revision = "20261218_taken_times"
down_revision = "20261217_replacing"

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
EXCLUSION = """ALTER TABLE taken_time ADD CONSTRAINT one_part_at_a_time EXCLUDE USING gist (
    int8range(person_id, person_id, '[]') WITH &&,
    int8range(whole_id, whole_id, '[]') WITH &&,
    tstzrange(starts_at, ends_at) WITH &&)"""
TRIGGER = """CREATE TRIGGER one_part_at_a_time BEFORE INSERT ON taken_time WHEN EXISTS (
    SELECT 1 FROM taken_time WHERE person_id = NEW.person_id AND whole_id = NEW.whole_id
    AND starts_at < NEW.ends_at AND NEW.starts_at < ends_at
) BEGIN SELECT RAISE(ABORT, 'one_part_at_a_time'); END"""
SEATS_THERE_ARE = """INSERT INTO taken_time (booking_id, person_id, whole_id, starts_at, ends_at)
    SELECT booking.id, booking.person_id, bookable.part_of_id, span.starts_at, span.ends_at
    FROM booking JOIN bookable ON bookable.id = booking.bookable_id JOIN span ON span.bookable_id = bookable.id
    WHERE booking.state = 'confirmed' AND bookable.part_of_id IS NOT NULL AND bookable.cancelled_at IS NULL"""


def upgrade() -> None:
    op.create_table(
        "taken_time",
        sa.Column("id", LONG, nullable=False),
        sa.Column("booking_id", LONG, nullable=False),
        sa.Column("person_id", LONG, nullable=False),
        sa.Column("whole_id", LONG, nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_taken_time_ends_after_it_starts")),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"], name=op.f("fk_taken_time_booking_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_taken_time_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_taken_time")),
    )
    op.create_index(op.f("ix_taken_time_booking_id"), "taken_time", ["booking_id"])
    op.create_index("ix_taken_time_person_whole", "taken_time", ["person_id", "whole_id"])
    op.execute(EXCLUSION if op.get_bind().dialect.name == "postgresql" else TRIGGER)
    op.execute(SEATS_THERE_ARE)


def downgrade() -> None:
    op.drop_table("taken_time")
