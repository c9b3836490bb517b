"""Editions of courses, and the text files that they are made of."""

import sqlalchemy as sa
from alembic import op

revision = "20261228_editions"
down_revision = "20261225_date_wishes"

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
FOLDED = sa.String().with_variant(sa.String(collation="C"), "postgresql")
IS_OPEN = sa.text("state IN ('draft', 'review')")
IS_PUBLISHED = sa.text("state = 'published'")


def upgrade() -> None:
    op.create_table(
        "edition",
        sa.Column("id", LONG, nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("number", LONG, nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "review",
                "published",
                "retired",
                name="editionstate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("search_title", FOLDED, nullable=False),
        sa.Column("problem_count", LONG, nullable=False),
        sa.Column("base", LONG),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("author_id", LONG),
        sa.Column("reviewer_id", LONG),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True)),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_edition_author_id")),
        sa.ForeignKeyConstraint(["reviewer_id"], ["person.id"], name=op.f("fk_edition_reviewer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edition")),
        sa.UniqueConstraint("slug", "number", name=op.f("uq_edition_slug_number")),
    )
    op.create_index(op.f("ix_edition_state"), "edition", ["state"])
    op.create_index(op.f("ix_edition_author_id"), "edition", ["author_id"])
    op.create_index(op.f("ix_edition_reviewer_id"), "edition", ["reviewer_id"])
    for name, where in (("one_open_edition", IS_OPEN), ("one_published_edition", IS_PUBLISHED)):
        op.create_index(name, "edition", ["slug"], unique=True, sqlite_where=where, postgresql_where=where)
    op.create_table(
        "edition_part",
        sa.Column("id", LONG, nullable=False),
        sa.Column("edition_id", LONG, nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("revision", LONG, nullable=False),
        sa.Column("author_id", LONG),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_edition_part_edition_id")),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_edition_part_author_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_edition_part")),
        sa.UniqueConstraint("edition_id", "path", name=op.f("uq_edition_part_edition_id_path")),
    )
    op.create_index(op.f("ix_edition_part_author_id"), "edition_part", ["author_id"])


def downgrade() -> None:
    op.drop_table("edition_part")
    op.drop_table("edition")
