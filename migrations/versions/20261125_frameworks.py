"""Versions of frameworks, and links between competences."""

import sqlalchemy as sa
from alembic import op

revision = "20261125_frameworks"
down_revision = "20261125_evidence"

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.add_column("framework", sa.Column("position", LONG, server_default="100", nullable=False))
    for table in ("framework", "area", "competence", "profile"):
        op.add_column(table, sa.Column("revision", LONG, server_default="0", nullable=False))
    _add_predecessor()
    op.create_index(op.f("ix_framework_predecessor_id"), "framework", ["predecessor_id"], unique=True)
    op.create_table(
        "competence_link",
        sa.Column("from_id", LONG, nullable=False),
        sa.Column("to_id", LONG, nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "exact",
                "broader",
                "narrower",
                "related",
                "replaced-by",
                name="linkkind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("carries", sa.Boolean(), nullable=False),
        sa.CheckConstraint("from_id <> to_id", name=op.f("ck_competence_link_leads_elsewhere")),
        sa.ForeignKeyConstraint(["from_id"], ["competence.id"], name=op.f("fk_competence_link_from_id")),
        sa.ForeignKeyConstraint(["to_id"], ["competence.id"], name=op.f("fk_competence_link_to_id")),
        sa.PrimaryKeyConstraint("from_id", "to_id", name=op.f("pk_competence_link")),
    )
    op.create_index(op.f("ix_competence_link_to_id"), "competence_link", ["to_id"], unique=False)


def _add_predecessor() -> None:
    """A key to the same table. SQLite can add it to the column only, and a copied table would lose its children."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "ALTER TABLE framework ADD COLUMN predecessor_id INTEGER "
            "CONSTRAINT fk_framework_predecessor_id REFERENCES framework (id)"
        )
        return
    op.add_column("framework", sa.Column("predecessor_id", LONG, nullable=True))
    op.create_foreign_key(op.f("fk_framework_predecessor_id"), "framework", "framework", ["predecessor_id"], ["id"])
