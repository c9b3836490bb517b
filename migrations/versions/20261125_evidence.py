"""Files, evidence, and asking others for their word."""

import sqlalchemy as sa
from alembic import op

revision = "20261125_evidence"
down_revision = "20261125_statements_and_shares"

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "stored_file",
        sa.Column("id", LONG, nullable=False),
        sa.Column("person_id", LONG, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "pdf",
                "png",
                "jpeg",
                "webp",
                "docx",
                "xlsx",
                "odt",
                "ods",
                "txt",
                "csv",
                name="type",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("size", LONG, nullable=False),
        sa.Column("stored_as", sa.String(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("size > 0", name=op.f("ck_stored_file_size_is_positive")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_stored_file_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stored_file")),
        sa.UniqueConstraint("stored_as", name=op.f("uq_stored_file_stored_as")),
    )
    op.create_index(op.f("ix_stored_file_person_id"), "stored_file", ["person_id"], unique=False)

    op.create_table(
        "evidence",
        sa.Column("id", LONG, nullable=False),
        sa.Column("person_id", LONG, nullable=False),
        sa.Column(
            "proof",
            sa.Enum("external", "practice", name="proof", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("link", sa.String(), nullable=True),
        sa.Column("file_id", LONG, nullable=True),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("version", LONG, nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "valid_until IS NULL OR valid_until >= happened_on", name=op.f("ck_evidence_ends_after_start")
        ),
        sa.ForeignKeyConstraint(["file_id"], ["stored_file.id"], name=op.f("fk_evidence_file_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_evidence_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
        sa.UniqueConstraint("file_id", name=op.f("uq_evidence_file_id")),
    )
    op.create_index(
        "one_live_evidence",
        "evidence",
        ["person_id", "title", "happened_on"],
        unique=True,
        sqlite_where=sa.text("withdrawn_at IS NULL"),
        postgresql_where=sa.text("withdrawn_at IS NULL"),
    )

    op.create_table(
        "evidence_claim",
        sa.Column("evidence_id", LONG, nullable=False),
        sa.Column("competence_id", LONG, nullable=False),
        sa.Column("level", LONG, nullable=False),
        sa.Column("statement_id", LONG, nullable=True),
        sa.CheckConstraint("level BETWEEN 1 AND 9", name=op.f("ck_evidence_claim_level_is_above_zero")),
        sa.ForeignKeyConstraint(["competence_id"], ["competence.id"], name=op.f("fk_evidence_claim_competence_id")),
        sa.ForeignKeyConstraint(["evidence_id"], ["evidence.id"], name=op.f("fk_evidence_claim_evidence_id")),
        sa.ForeignKeyConstraint(["statement_id"], ["statement.id"], name=op.f("fk_evidence_claim_statement_id")),
        sa.PrimaryKeyConstraint("evidence_id", "competence_id", name=op.f("pk_evidence_claim")),
        sa.UniqueConstraint("statement_id", name=op.f("uq_evidence_claim_statement_id")),
    )
    op.create_table(
        "inquiry",
        sa.Column("id", LONG, nullable=False),
        sa.Column("person_id", LONG, nullable=False),
        sa.Column("asked_id", LONG, nullable=False),
        sa.Column(
            "asked_as",
            sa.Enum("leader", "colleague", name="askedas", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("evidence_id", LONG, nullable=True),
        sa.Column("evidence_version", LONG, nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column(
            "stage",
            sa.Enum(
                "open",
                "answered",
                "confirmed",
                "unable",
                "declined",
                "withdrawn",
                name="inquirystage",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("word", sa.String(), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(stage IN ('open', 'withdrawn')) = (answered_at IS NULL)", name=op.f("ck_inquiry_answered_at_some_time")
        ),
        sa.CheckConstraint(
            "(evidence_id IS NULL) = (evidence_version IS NULL)",
            name=op.f("ck_inquiry_evidence_and_version_or_neither"),
        ),
        sa.CheckConstraint("asked_id <> person_id", name=op.f("ck_inquiry_asks_somebody_else")),
        sa.ForeignKeyConstraint(["asked_id"], ["person.id"], name=op.f("fk_inquiry_asked_id")),
        sa.ForeignKeyConstraint(["evidence_id"], ["evidence.id"], name=op.f("fk_inquiry_evidence_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_inquiry_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inquiry")),
    )
    op.create_index("ix_inquiry_asked", "inquiry", ["asked_id", "stage"], unique=False)
    op.create_index(op.f("ix_inquiry_evidence_id"), "inquiry", ["evidence_id"], unique=False)
    op.create_index(op.f("ix_inquiry_person_id"), "inquiry", ["person_id"], unique=False)

    op.create_table(
        "inquiry_line",
        sa.Column("inquiry_id", LONG, nullable=False),
        sa.Column("competence_id", LONG, nullable=False),
        sa.Column("statement_id", LONG, nullable=True),
        sa.ForeignKeyConstraint(["competence_id"], ["competence.id"], name=op.f("fk_inquiry_line_competence_id")),
        sa.ForeignKeyConstraint(["inquiry_id"], ["inquiry.id"], name=op.f("fk_inquiry_line_inquiry_id")),
        sa.ForeignKeyConstraint(["statement_id"], ["statement.id"], name=op.f("fk_inquiry_line_statement_id")),
        sa.PrimaryKeyConstraint("inquiry_id", "competence_id", name=op.f("pk_inquiry_line")),
        sa.UniqueConstraint("statement_id", name=op.f("uq_inquiry_line_statement_id")),
    )
