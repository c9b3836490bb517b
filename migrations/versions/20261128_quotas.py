"""Quotas: pools for the people of a unit or a grade, and which bookings count in them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import conv

revision = "20261128_quotas"
down_revision = "20261127_profile_text"

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
GRADES = (
    "head-of-department",
    "head-of-office",
    "head-of-division",
    "head-of-section",
    "senior-clerk",
    "clerk",
    "assistant",
    "trades",
    "trainee",
)
IS_A_GRADE = conv("ck_pool_grade")
OF_SOMEBODY = conv("ck_pool_quotas_are_of_somebody_the_total_of_all")


def upgrade() -> None:
    with op.batch_alter_table("pool") as batch:
        batch.add_column(sa.Column("unit_id", LONG, nullable=True))
        batch.add_column(sa.Column("grade", sa.String(32), nullable=True))
        batch.create_foreign_key(op.f("fk_pool_unit_id"), "org_unit", ["unit_id"], ["id"])
        batch.create_check_constraint(IS_A_GRADE, sa.column("grade").in_(GRADES))
        batch.create_check_constraint(OF_SOMEBODY, "(name = 'total') = (unit_id IS NULL AND grade IS NULL)")
    op.create_table(
        "counted_in",
        sa.Column("booking_id", LONG, nullable=False),
        sa.Column("pool_id", LONG, nullable=False),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"], name=op.f("fk_counted_in_booking_id")),
        sa.ForeignKeyConstraint(["pool_id"], ["pool.id"], name=op.f("fk_counted_in_pool_id")),
        sa.PrimaryKeyConstraint("booking_id", "pool_id", name=op.f("pk_counted_in")),
    )
    op.create_index(op.f("ix_counted_in_pool_id"), "counted_in", ["pool_id"])


def downgrade() -> None:
    op.drop_table("counted_in")
    with op.batch_alter_table("pool") as batch:
        batch.drop_constraint(OF_SOMEBODY, type_="check")
        batch.drop_constraint(IS_A_GRADE, type_="check")
        batch.drop_constraint(op.f("fk_pool_unit_id"), type_="foreignkey")
        batch.drop_column("grade")
        batch.drop_column("unit_id")
