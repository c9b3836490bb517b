"""The files that the texts of courses show or offer."""

import sqlalchemy as sa
from alembic import op

revision = "20270101_learning"
down_revision = "20261227_training_requests"

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
KINDS = ("png", "jpeg", "webp", "mp4", "webm", "mp3", "ogg", "vtt", "pdf", "docx", "xlsx", "odt", "ods", "txt", "csv")


def upgrade() -> None:
    op.create_table(
        "course_file",
        sa.Column("id", LONG, primary_key=True),
        sa.Column("course_id", LONG, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column(
            "kind",
            sa.Enum(*KINDS, name="mediatype", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("size", LONG, nullable=False),
        sa.Column("digest", sa.String, nullable=False),
        sa.Column("stored_as", sa.String, nullable=False),
        sa.CheckConstraint("size > 0", name=op.f("ck_course_file_size_is_positive")),
        sa.ForeignKeyConstraint(["course_id"], ["course.id"], name=op.f("fk_course_file_course_id")),
        sa.UniqueConstraint("course_id", "name", name=op.f("uq_course_file_course_id_name")),
        sa.UniqueConstraint("stored_as", name=op.f("uq_course_file_stored_as")),
    )


def downgrade() -> None:
    op.drop_table("course_file")
