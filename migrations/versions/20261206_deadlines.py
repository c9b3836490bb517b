"""A leader has until a moment to decide; then a request goes further up, or counts as approved. Old ones wait on."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import conv

from migrations.words import change_words

revision = "20261206_deadlines"
down_revision = "20261205_draws"

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
KINDS = ("booking-passed-up", "decision-lapsed")
WORDS = conv("ck_bookable_undecided")
DAYS = conv("ck_bookable_decided_within_sixty_days")
FREE = conv("ck_bookable_approved_unasked_only_if_free")
WAITS = conv("ck_booking_only_requests_wait_for_a_decision")
UNIT = conv("fk_booking_passed_to_id")
FOUND_BY = {"ix_booking_decide_by": "decide_by", "ix_booking_passed_to": "passed_to_id"}


def upgrade() -> None:
    for table in ("mail", "notice"):
        change_words(table, "kind", add=KINDS)
    with op.batch_alter_table("bookable") as batch:
        batch.add_column(sa.Column("decide_within_days", LONG, server_default="7", nullable=False))
        batch.add_column(sa.Column("undecided", sa.String(32), server_default="pass-up", nullable=False))
        batch.create_check_constraint(WORDS, sa.column("undecided").in_(["pass-up", "approve"]))
        batch.create_check_constraint(DAYS, "decide_within_days BETWEEN 1 AND 60")
        batch.create_check_constraint(FREE, "undecided = 'pass-up' OR price_cents = 0")
    with op.batch_alter_table("booking") as batch:
        batch.add_column(sa.Column("decide_by", sa.DateTime(timezone=True), nullable=True))
        batch.add_column(sa.Column("passed_to_id", LONG, nullable=True))
        batch.create_foreign_key(UNIT, "org_unit", ["passed_to_id"], ["id"])
        batch.create_check_constraint(WAITS, "decide_by IS NULL OR state = 'requested'")
    for name, column in FOUND_BY.items():
        is_there = sa.text(f"{column} IS NOT NULL")
        op.create_index(name, "booking", [column], sqlite_where=is_there, postgresql_where=is_there)


def downgrade() -> None:
    for name in FOUND_BY:
        op.drop_index(name, "booking")
    with op.batch_alter_table("booking") as batch:
        batch.drop_constraint(WAITS, type_="check")
        batch.drop_constraint(UNIT, type_="foreignkey")
        batch.drop_column("passed_to_id")
        batch.drop_column("decide_by")
    with op.batch_alter_table("bookable") as batch:
        for name in (FREE, DAYS, WORDS):
            batch.drop_constraint(name, type_="check")
        batch.drop_column("undecided")
        batch.drop_column("decide_within_days")
    for table in ("mail", "notice"):
        op.execute(f"DELETE FROM {table} WHERE kind IN {KINDS}")  # noqa: S608 - our own words
        change_words(table, "kind", drop=KINDS)
