"""Certificates about completed courses, and the message that one is revoked."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from migrations.words import change_words

revision = "20270102_certificates"
down_revision = "20270101_learning"

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
DOCUMENT = sa.JSON().with_variant(JSONB, "postgresql")
MOMENT = sa.DateTime(timezone=True)
KIND = "certificate-revoked"


def upgrade() -> None:
    op.create_table(
        "certificate",
        sa.Column("id", LONG, nullable=False),
        sa.Column("person_id", LONG, nullable=False),
        sa.Column("course_id", LONG, nullable=False),
        sa.Column("completed_on", sa.Date(), nullable=False),
        sa.Column("serial", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("words", DOCUMENT, nullable=False),
        sa.Column("issued_at", MOMENT, nullable=False),
        sa.Column("valid_until", sa.Date()),
        sa.Column("revoked_at", MOMENT),
        sa.Column("revoked_by_id", LONG),
        sa.Column("reason", sa.String()),
        sa.Column("replaceable", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "(revoked_at IS NULL) = (reason IS NULL)", name=op.f("ck_certificate_revoked_with_a_reason")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_certificate_person_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["course_id"], ["course.id"], name=op.f("fk_certificate_course_id")),
        sa.ForeignKeyConstraint(
            ["revoked_by_id"], ["person.id"], name=op.f("fk_certificate_revoked_by_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_certificate")),
        sa.UniqueConstraint("serial", name=op.f("uq_certificate_serial")),
        sa.UniqueConstraint("code", name=op.f("uq_certificate_code")),
    )
    valid = {f"{kind}_where": sa.text("revoked_at IS NULL") for kind in ("sqlite", "postgresql")}
    unique = ["person_id", "course_id", "completed_on"]
    op.create_index("one_valid_certificate", "certificate", unique, unique=True, **valid)
    for column in ("person_id", "course_id", "revoked_by_id"):
        op.create_index(op.f(f"ix_certificate_{column}"), "certificate", [column])
    for table in ("notice", "mail"):
        change_words(table, "kind", add=[KIND])


def downgrade() -> None:
    for table in ("notice", "mail"):
        op.execute(sa.text(f"DELETE FROM {table} WHERE kind = :kind").bindparams(kind=KIND))  # noqa: S608
        change_words(table, "kind", drop=[KIND])
    op.drop_table("certificate")
