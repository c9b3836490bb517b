"""What people hold with a validity, which courses grant, renew or require it, and who does one again."""

import sqlalchemy as sa
from alembic import op

revision = "20270103_qualifications"
down_revision = "20270102_certificates"

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
MOMENT = sa.DateTime(timezone=True)
SOURCES = ["course", "attendance", "record", "entry"]
EFFECTS = ["grants", "renews", "requires"]
TRIGGERS = {
    "sqlite": [
        "CREATE TRIGGER holding_no_update BEFORE UPDATE ON holding "
        "BEGIN SELECT RAISE(ABORT, 'holding is append-only'); END",
        "CREATE TRIGGER holding_no_replace BEFORE INSERT ON holding WHEN EXISTS "
        "(SELECT 1 FROM holding WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'holding is append-only'); END",
        "CREATE TRIGGER holding_no_delete BEFORE DELETE ON holding WHEN NOT EXISTS "
        "(SELECT 1 FROM erasure_switch) BEGIN SELECT RAISE(ABORT, 'holding is append-only'); END",
    ],
    "postgresql": [
        "CREATE FUNCTION holding_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM erasure_switch) THEN RETURN OLD; END IF; "
        "RAISE EXCEPTION 'holding is append-only'; END $$",
        "CREATE TRIGGER holding_append_only BEFORE UPDATE OR DELETE ON holding "
        "FOR EACH ROW EXECUTE FUNCTION holding_is_append_only()",
        "CREATE TRIGGER holding_no_truncate BEFORE TRUNCATE ON holding "
        "FOR EACH STATEMENT EXECUTE FUNCTION holding_is_append_only()",
    ],
}


def upgrade() -> None:
    op.create_table(
        "qualification",
        sa.Column("id", LONG, nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("key", "title", "title_en")),
        sa.Column("valid_months", LONG, nullable=True),
        sa.Column("body_html", sa.String(), nullable=False),
        sa.Column("retired_at", MOMENT, nullable=True),
        sa.Column("origin", sa.String(), nullable=True),
        sa.Column("origin_hash", sa.String(), nullable=True),
        sa.Column("edited_at", MOMENT, nullable=True),
        sa.CheckConstraint("valid_months BETWEEN 1 AND 600", name=op.f("ck_qualification_holds_for_a_while")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_qualification")),
        sa.UniqueConstraint("key", name=op.f("uq_qualification_key")),
        sa.UniqueConstraint("origin", name=op.f("uq_qualification_origin")),
    )
    op.create_table(
        "course_qualification",
        sa.Column("course_id", LONG, nullable=False),
        sa.Column("qualification_id", LONG, nullable=False),
        sa.Column("effect", sa.String(32), nullable=False),
        sa.CheckConstraint(sa.column("effect").in_(EFFECTS), name=op.f("ck_course_qualification_effect")),
        sa.ForeignKeyConstraint(["course_id"], ["course.id"], name=op.f("fk_course_qualification_course_id")),
        sa.ForeignKeyConstraint(
            ["qualification_id"], ["qualification.id"], name=op.f("fk_course_qualification_qualification_id")
        ),
        sa.PrimaryKeyConstraint("course_id", "qualification_id", "effect", name=op.f("pk_course_qualification")),
    )
    op.create_index(op.f("ix_course_qualification_qualification_id"), "course_qualification", ["qualification_id"])
    op.create_table(
        "holding",
        sa.Column("id", LONG, nullable=False),
        sa.Column("person_id", LONG, nullable=False),
        sa.Column("qualification_id", LONG, nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("source", sa.String(32), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("path", sa.String(), nullable=True),
        sa.Column("recorded_at", MOMENT, nullable=False),
        sa.Column("recorded_by_id", LONG, nullable=True),
        sa.Column("retracts_id", LONG, nullable=True),
        sa.CheckConstraint(sa.column("source").in_(SOURCES), name=op.f("ck_holding_source")),
        sa.CheckConstraint("valid_until >= since", name=op.f("ck_holding_ends_after_it_begins")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_holding_person_id")),
        sa.ForeignKeyConstraint(["qualification_id"], ["qualification.id"], name=op.f("fk_holding_qualification_id")),
        sa.ForeignKeyConstraint(["recorded_by_id"], ["person.id"], name=op.f("fk_holding_recorded_by_id")),
        sa.ForeignKeyConstraint(["retracts_id"], ["holding.id"], name=op.f("fk_holding_retracts_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_holding")),
        sa.UniqueConstraint("retracts_id", name=op.f("uq_holding_retracts_id")),
    )
    op.create_index(op.f("ix_holding_qualification_id"), "holding", ["qualification_id"])
    op.create_index(op.f("ix_holding_recorded_by_id"), "holding", ["recorded_by_id"])
    op.create_index("ix_holding_person_qualification", "holding", ["person_id", "qualification_id", "valid_until"])
    op.add_column("enrolment", sa.Column("again_since", MOMENT, nullable=True))
    for statement in TRIGGERS[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    op.drop_column("enrolment", "again_since")
    op.drop_table("holding")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION holding_is_append_only")
    op.drop_table("course_qualification")
    op.drop_table("qualification")
