"""Sessions planned in the browser: who leads them, from how many people on, what they cost, who was there."""

import sqlalchemy as sa
from alembic import op

from migrations.words import change_words

revision = "20261229_sessions"
down_revision = "20261228_editions"

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
KINDS = ("leads-date", "date-news")


def upgrade() -> None:
    with op.batch_alter_table("session") as batch:
        batch.add_column(sa.Column("link", sa.String()))
        batch.add_column(sa.Column("minimum", LONG))
        batch.add_column(sa.Column("needed_days", LONG))
        batch.add_column(sa.Column("costs_cents", LONG, nullable=False, server_default="0"))
        batch.add_column(sa.Column("cost_centre", sa.String()))
        batch.add_column(sa.Column("voucher", sa.String()))
        batch.add_column(sa.Column("revision", LONG, nullable=False, server_default="0"))
        batch.create_check_constraint(op.f("ck_session_minimum_is_somebody"), "minimum >= 1")
        batch.create_check_constraint(op.f("ck_session_needs_a_day"), "needed_days >= 1")
        batch.create_check_constraint(op.f("ck_session_costs_are_not_negative"), "costs_cents >= 0")
    op.create_table(
        "session_trainer",
        sa.Column("session_id", LONG, nullable=False),
        sa.Column("person_id", LONG, nullable=False),
        sa.ForeignKeyConstraint(["session_id"], ["session.id"], name=op.f("fk_session_trainer_session_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_session_trainer_person_id")),
        sa.PrimaryKeyConstraint("session_id", "person_id", name=op.f("pk_session_trainer")),
    )
    op.create_index(op.f("ix_session_trainer_person_id"), "session_trainer", ["person_id"])
    with op.batch_alter_table("enrolment") as batch:
        batch.add_column(sa.Column("session_id", LONG))
        batch.create_foreign_key(op.f("fk_enrolment_session_id"), "session", ["session_id"], ["id"])
        batch.create_check_constraint(
            op.f("ck_enrolment_noted_only_if_completed"), "session_id IS NULL OR completed_on IS NOT NULL"
        )
    for table in ("notice", "mail"):
        change_words(table, "kind", add=KINDS)


def downgrade() -> None:
    for table in ("notice", "mail"):
        for kind in KINDS:
            op.execute(sa.text(f"DELETE FROM {table} WHERE kind = :kind").bindparams(kind=kind))  # noqa: S608
        change_words(table, "kind", drop=KINDS)
    with op.batch_alter_table("enrolment") as batch:
        batch.drop_constraint(op.f("ck_enrolment_noted_only_if_completed"), type_="check")
        batch.drop_constraint(op.f("fk_enrolment_session_id"), type_="foreignkey")
        batch.drop_column("session_id")
    op.drop_table("session_trainer")
    with op.batch_alter_table("session") as batch:
        for name in ("minimum_is_somebody", "needs_a_day", "costs_are_not_negative"):
            batch.drop_constraint(op.f(f"ck_session_{name}"), type_="check")
        for name in ("link", "minimum", "needed_days", "costs_cents", "cost_centre", "voucher", "revision"):
            batch.drop_column(name)
