"""Who must hold which qualification, who was told, and since when people are in their unit and job."""

import sqlalchemy as sa
from alembic import op

from migrations.words import change_words

revision = "20270104_mandatory"
down_revision = "20270103_qualifications"

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
MOMENT = sa.DateTime(timezone=True)
STEPS = ["reminded", "overdue", "escalated"]
KINDS = ("mandatory-due", "mandatory-overdue", "team-overdue")


def upgrade() -> None:
    op.add_column("person", sa.Column("placed_on", sa.Date(), nullable=True))
    op.create_table(
        "mandatory_rule",
        sa.Column("id", LONG, nullable=False),
        sa.Column("qualification_id", LONG, nullable=False),
        sa.Column("unit_id", LONG, nullable=True),
        sa.Column("family_id", LONG, nullable=True),
        sa.Column("due_days", LONG, nullable=False),
        sa.Column("remind_days", LONG, nullable=False),
        sa.Column("on_since", sa.Date(), nullable=True),
        sa.CheckConstraint("unit_id IS NULL OR family_id IS NULL", name=op.f("ck_mandatory_rule_unit_or_family")),
        sa.CheckConstraint("due_days BETWEEN 0 AND 730", name=op.f("ck_mandatory_rule_due_within_two_years")),
        sa.CheckConstraint("remind_days BETWEEN 1 AND 730", name=op.f("ck_mandatory_rule_reminds_within_two_years")),
        sa.ForeignKeyConstraint(["family_id"], ["job_family.id"], name=op.f("fk_mandatory_rule_family_id")),
        sa.ForeignKeyConstraint(
            ["qualification_id"], ["qualification.id"], name=op.f("fk_mandatory_rule_qualification_id")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["org_unit.id"], name=op.f("fk_mandatory_rule_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mandatory_rule")),
    )
    for column in ("family_id", "qualification_id", "unit_id"):
        op.create_index(op.f(f"ix_mandatory_rule_{column}"), "mandatory_rule", [column])
    op.create_table(
        "mandatory_reminder",
        sa.Column("person_id", LONG, nullable=False),
        sa.Column("qualification_id", LONG, nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("step", sa.String(32), nullable=False),
        sa.Column("told_at", MOMENT, nullable=False),
        sa.CheckConstraint(sa.column("step").in_(STEPS), name=op.f("ck_mandatory_reminder_step")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_mandatory_reminder_person_id")),
        sa.ForeignKeyConstraint(
            ["qualification_id"], ["qualification.id"], name=op.f("fk_mandatory_reminder_qualification_id")
        ),
        sa.PrimaryKeyConstraint("person_id", "qualification_id", "due_on", "step", name=op.f("pk_mandatory_reminder")),
    )
    op.create_index(op.f("ix_mandatory_reminder_qualification_id"), "mandatory_reminder", ["qualification_id"])
    for table in ("notice", "mail"):
        change_words(table, "kind", add=KINDS)


def downgrade() -> None:
    for table in ("notice", "mail"):
        for kind in KINDS:
            op.execute(sa.text(f"DELETE FROM {table} WHERE kind = :kind").bindparams(kind=kind))  # noqa: S608
        change_words(table, "kind", drop=KINDS)
    op.drop_table("mandatory_reminder")
    op.drop_table("mandatory_rule")
    op.drop_column("person", "placed_on")
