"""Who waits for a date of a course, and the message that there is one."""

import sqlalchemy as sa
from alembic import op

from migrations.words import change_words

revision = "20261225_date_wishes"
down_revision = "20261224_target_groups"

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
KIND = "date-planned"


def upgrade() -> None:
    op.create_table(
        "date_wish",
        sa.Column("person_id", LONG, nullable=False),
        sa.Column("course_id", LONG, nullable=False),
        sa.Column("wished_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_date_wish_person_id")),
        sa.ForeignKeyConstraint(["course_id"], ["course.id"], name=op.f("fk_date_wish_course_id")),
        sa.PrimaryKeyConstraint("person_id", "course_id", name=op.f("pk_date_wish")),
    )
    op.create_index(op.f("ix_date_wish_course_id"), "date_wish", ["course_id"])
    for table in ("notice", "mail"):
        change_words(table, "kind", add=[KIND])


def downgrade() -> None:
    for table in ("notice", "mail"):
        op.execute(sa.text(f"DELETE FROM {table} WHERE kind = :kind").bindparams(kind=KIND))  # noqa: S608
        change_words(table, "kind", drop=[KIND])
    op.drop_table("date_wish")
