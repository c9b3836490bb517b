"""Who may read a statement and until when it holds; how levels age; what people share."""

import sqlalchemy as sa
from alembic import op

revision = "20261125_statements_and_shares"
down_revision = "20261125_names_in_order"

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    _add("statement", "visibility VARCHAR(32) DEFAULT 'person' NOT NULL", "visibility IN ('person', 'agreed')")
    _add("statement", "valid_until DATE", "valid_until IS NULL OR valid_until >= observed_on", "ends_after_observation")
    _add(
        "competence",
        "fades_after_months BIGINT DEFAULT '24'",
        "fades_after_months BETWEEN 1 AND 120",
        "fades_within_ten_years",
    )
    _add(
        "competence",
        "expires_after_months BIGINT",
        "expires_after_months BETWEEN 1 AND 120",
        "expires_within_ten_years",
    )
    _create_shares()


def _create_shares() -> None:
    kind = sa.Enum("profile", "plan", name="sharekind", native_enum=False, create_constraint=True, length=32)
    op.create_table(
        "share",
        sa.Column("id", LONG, nullable=False),
        sa.Column("person_id", LONG, nullable=False),
        sa.Column("reader_id", LONG, nullable=False),
        sa.Column("kind", kind, nullable=False),
        sa.Column("thing_id", LONG, nullable=False),
        sa.Column("version", LONG, nullable=False),
        sa.Column("contains_self", sa.Boolean(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_share_ends_after_start")),
        sa.CheckConstraint("reader_id <> person_id", name=op.f("ck_share_reader_is_somebody_else")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_share_person_id")),
        sa.ForeignKeyConstraint(["reader_id"], ["person.id"], name=op.f("fk_share_reader_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_share")),
    )
    op.create_index(op.f("ix_share_person_id"), "share", ["person_id"], unique=False)
    op.create_index("ix_share_reader", "share", ["reader_id", "ends_at"], unique=False)
    op.create_table(
        "share_statement",
        sa.Column("share_id", LONG, nullable=False),
        sa.Column("statement_id", LONG, nullable=False),
        sa.ForeignKeyConstraint(["share_id"], ["share.id"], name=op.f("fk_share_statement_share_id")),
        sa.ForeignKeyConstraint(["statement_id"], ["statement.id"], name=op.f("fk_share_statement_statement_id")),
        sa.PrimaryKeyConstraint("share_id", "statement_id", name=op.f("pk_share_statement")),
    )
    op.create_index(op.f("ix_share_statement_statement_id"), "share_statement", ["statement_id"], unique=False)


def _add(table: str, column: str, check: str, name: str = "") -> None:
    """Add a column with its constraint in place: SQLite would lose the triggers of a table that is made anew."""
    kind = column if op.get_bind().dialect.name == "postgresql" else column.replace("BIGINT", "INTEGER")
    constraint = f"ck_{table}_{name or column.split()[0]}"
    op.execute(f"ALTER TABLE {table} ADD COLUMN {kind} CONSTRAINT {constraint} CHECK ({check})")
