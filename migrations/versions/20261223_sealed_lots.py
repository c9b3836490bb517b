"""The list of a draw is silent about small groups, and the seats there were when the seed was entered are known."""

import sqlalchemy as sa
from alembic import op

revision = "20261223_sealed_lots"
down_revision = "20261222_tests"


def upgrade() -> None:
    op.add_column("seat_draw", sa.Column("sealed", sa.String(), nullable=True))
    op.add_column("seat_draw", sa.Column("seats", sa.BigInteger().with_variant(sa.Integer, "sqlite"), nullable=True))


def downgrade() -> None:
    op.drop_column("seat_draw", "seats")
    op.drop_column("seat_draw", "sealed")
