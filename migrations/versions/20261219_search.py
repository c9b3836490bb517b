"""What the catalogue is searched by: synonyms, and a stamp that says when it has changed."""

import sqlalchemy as sa
from alembic import op

revision = "20261219_search"
down_revision = "20261218_taken_times"

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "catalogue_stamp",
        sa.Column("id", LONG, nullable=False),
        sa.Column("stamp", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_catalogue_stamp")),
    )
    op.create_table(
        "synonyms",
        sa.Column("id", LONG, nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=True),
        sa.Column("origin_hash", sa.String(), nullable=True),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_synonyms")),
        sa.UniqueConstraint("origin", name=op.f("uq_synonyms_origin")),
    )


def downgrade() -> None:
    op.drop_table("synonyms")
    op.drop_table("catalogue_stamp")
