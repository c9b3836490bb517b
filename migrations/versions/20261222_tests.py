"""A unit can be a test: passing it proves levels."""

import sqlalchemy as sa
from alembic import op

revision = "20261222_tests"
down_revision = "20261221_assessors"

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "unit_proof",
        sa.Column("unit_id", LONG, nullable=False),
        sa.Column("competence_id", LONG, nullable=False),
        sa.Column("level", LONG, nullable=False),
        sa.CheckConstraint("level BETWEEN 1 AND 9", name=op.f("ck_unit_proof_level_is_on_a_scale")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_unit_proof_unit_id")),
        sa.ForeignKeyConstraint(["competence_id"], ["competence.id"], name=op.f("fk_unit_proof_competence_id")),
        sa.PrimaryKeyConstraint("unit_id", "competence_id", name=op.f("pk_unit_proof")),
    )
    op.create_index(op.f("ix_unit_proof_competence_id"), "unit_proof", ["competence_id"])


def downgrade() -> None:
    op.drop_table("unit_proof")
