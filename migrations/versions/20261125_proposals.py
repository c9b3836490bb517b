"""Proposals for learning plans."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "20261125_proposals"
down_revision = "20261125_kinds_of_messages"

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
DOCUMENT = sa.JSON().with_variant(postgresql.JSONB, "postgresql")


def upgrade() -> None:
    op.create_table(
        "proposal",
        sa.Column("id", LONG, nullable=False),
        sa.Column("person_id", LONG, nullable=False),
        sa.Column("weeks", LONG, nullable=False),
        sa.Column("pins", DOCUMENT, nullable=False),
        sa.Column("result", DOCUMENT, nullable=True),
        sa.Column("alternatives", DOCUMENT, nullable=False),
        sa.Column("accepted", DOCUMENT, nullable=True),
        sa.Column("fingerprint", sa.String(), nullable=True),
        sa.Column("solved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("task_id", LONG, nullable=True),
        sa.CheckConstraint("weeks BETWEEN 1 AND 104", name=op.f("ck_proposal_weeks_are_sensible")),
        sa.CheckConstraint(
            "(fingerprint IS NULL) = (solved_at IS NULL)", name=op.f("ck_proposal_solved_both_or_neither")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_proposal_person_id")),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_proposal_task_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal")),
        sa.UniqueConstraint("person_id", name=op.f("uq_proposal_person_id")),
    )
    op.create_index(op.f("ix_proposal_task_id"), "proposal", ["task_id"], unique=False)


def downgrade() -> None:
    op.drop_table("proposal")
