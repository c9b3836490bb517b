"""Whom a course is made for."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "20261224_target_groups"
down_revision = "20261223_sealed_lots"

DOCUMENT = sa.JSON().with_variant(postgresql.JSONB, "postgresql")


def upgrade() -> None:
    with op.batch_alter_table("course") as table:
        table.add_column(sa.Column("target_groups", DOCUMENT, nullable=False, server_default="[]"))


def downgrade() -> None:
    with op.batch_alter_table("course") as table:
        table.drop_column("target_groups")
