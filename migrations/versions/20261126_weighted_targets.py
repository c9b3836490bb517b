"""What matters most in a profile counts double in a proposal."""

import sqlalchemy as sa
from alembic import op

revision = "20261126_weighted_targets"
down_revision = "20261125_proposals"

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
NAME = op.f("ck_target_weight_is_single_or_double")


def upgrade() -> None:
    with op.batch_alter_table("target") as batch:
        batch.add_column(sa.Column("weight", LONG, server_default="1", nullable=False))
        batch.create_check_constraint(NAME, "weight BETWEEN 1 AND 2")


def downgrade() -> None:
    with op.batch_alter_table("target") as batch:
        batch.drop_constraint(NAME, type_="check")
        batch.drop_column("weight")
