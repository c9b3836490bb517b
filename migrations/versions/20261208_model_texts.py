"""The text about a model can be read and corrected by HR: what was typed is kept beside what is shown."""

import sqlalchemy as sa
from alembic import op

revision = "20261208_model_texts"
down_revision = "20261207_doors"


def upgrade() -> None:
    with op.batch_alter_table("framework") as batch:
        batch.add_column(sa.Column("body", sa.String(), server_default="", nullable=False))
    with op.batch_alter_table("framework") as batch:
        batch.alter_column("body", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("framework") as batch:
        batch.drop_column("body")
