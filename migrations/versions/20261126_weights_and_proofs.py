"""What matters most in a profile counts double in a proposal; a step knows the proof by which it was ticked."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import conv

revision = "20261126_weights_and_proofs"
down_revision = "20261125_proposals"

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
NAME = conv("ck_target_weight_is_single_or_double")
PROOF, INDEX = conv("fk_plan_item_evidence_id"), conv("ix_plan_item_evidence_id")


def upgrade() -> None:
    with op.batch_alter_table("target") as batch:
        batch.add_column(sa.Column("weight", LONG, server_default="1", nullable=False))
        batch.create_check_constraint(NAME, "weight BETWEEN 1 AND 2")
    with op.batch_alter_table("plan_item") as batch:
        batch.add_column(sa.Column("evidence_id", LONG, nullable=True))
        batch.create_foreign_key(PROOF, "evidence", ["evidence_id"], ["id"], ondelete="SET NULL")
        batch.create_index(INDEX, ["evidence_id"])


def downgrade() -> None:
    with op.batch_alter_table("plan_item") as batch:
        batch.drop_index(INDEX)
        batch.drop_constraint(PROOF, type_="foreignkey")
        batch.drop_column("evidence_id")
    with op.batch_alter_table("target") as batch:
        batch.drop_constraint(NAME, type_="check")
        batch.drop_column("weight")
