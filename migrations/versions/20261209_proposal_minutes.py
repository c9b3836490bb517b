"""A proposal keeps the minutes a week that it was made for; the plan gets them when it is taken over."""

import sqlalchemy as sa
from alembic import op

revision = "20261209_proposal_minutes"
down_revision = "20261208_model_texts"

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.add_column("proposal", sa.Column("weekly_minutes", LONG, nullable=True))


def downgrade() -> None:
    op.drop_column("proposal", "weekly_minutes")
