"""Each edition of a course keeps the files that its texts show."""

import sqlalchemy as sa
from alembic import op

revision = "20270105_edition_files"
down_revision = "20270104_mandatory"

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
KINDS = ("png", "jpeg", "webp", "mp4", "webm", "mp3", "ogg", "vtt", "pdf", "docx", "xlsx", "odt", "ods", "txt", "csv")


def upgrade() -> None:
    op.create_table(
        "edition_file",
        sa.Column("id", LONG, primary_key=True),
        sa.Column("edition_id", LONG, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("words", sa.String, nullable=False),
        sa.Column(
            "kind",
            sa.Enum(*KINDS, name="mediatype", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("size", LONG, nullable=False),
        sa.Column("digest", sa.String, nullable=False),
        sa.Column("stored_as", sa.String, nullable=False),
        sa.CheckConstraint("size > 0", name=op.f("ck_edition_file_size_is_positive")),
        sa.ForeignKeyConstraint(["edition_id"], ["edition.id"], name=op.f("fk_edition_file_edition_id")),
        sa.UniqueConstraint("edition_id", "name", name=op.f("uq_edition_file_edition_id_name")),
    )
    op.create_index(op.f("ix_edition_file_stored_as"), "edition_file", ["stored_as"])
    op.execute(
        """INSERT INTO edition_file (edition_id, name, words, kind, size, digest, stored_as)
        SELECT edition.id, course_file.name, '', course_file.kind, course_file.size, course_file.digest,
               course_file.stored_as
        FROM course_file JOIN course ON course.id = course_file.course_id JOIN edition ON edition.slug = course.slug
        WHERE edition.state IN ('draft', 'review', 'published')"""
    )


def downgrade() -> None:
    op.drop_table("edition_file")
