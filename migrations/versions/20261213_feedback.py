"""Figures about groups and their ledger, feedback after an event, needs for the day, and who was turned away."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.words import change_words

revision = "20261213_feedback"
down_revision = "20261212_series"

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
DOCUMENT = sa.JSON().with_variant(postgresql.JSONB, "postgresql")
KIND = "feedback-wanted"
KINDS = ("scale", "yes-no", "text")


def upgrade() -> None:
    for table in ("notice", "mail"):
        change_words(table, "kind", add=[KIND])
    with op.batch_alter_table("bookable") as batch:
        for name in ("food_reason", "access_reason"):
            batch.add_column(sa.Column(name, sa.String(), nullable=True))
            batch.create_check_constraint(op.f(f"ck_bookable_{name}_is_said"), sa.text(f"{name} <> ''"))
    _needs()
    _ledger()
    _feedback()
    for statement in TRIGGERS[op.get_bind().dialect.name]:
        op.execute(statement)


def _needs() -> None:
    op.create_table(
        "need",
        sa.Column("booking_id", LONG, autoincrement=False, nullable=False),
        sa.Column("food", sa.String(), nullable=False),
        sa.Column("access", sa.String(), nullable=False),
        sa.CheckConstraint("food <> '' OR access <> ''", name=op.f("ck_need_something_is_said")),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"], name=op.f("fk_need_booking_id")),
        sa.PrimaryKeyConstraint("booking_id", name=op.f("pk_need")),
    )
    op.create_table(
        "turned_away",
        sa.Column("bookable_id", LONG, autoincrement=False, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("number", LONG, nullable=False),
        sa.CheckConstraint("number > 0", name=op.f("ck_turned_away_number_is_positive")),
        sa.ForeignKeyConstraint(["bookable_id"], ["bookable.id"], name=op.f("fk_turned_away_bookable_id")),
        sa.PrimaryKeyConstraint("bookable_id", "day", name=op.f("pk_turned_away")),
    )


def _ledger() -> None:
    op.create_table(
        "ledger",
        sa.Column("id", LONG, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("salt", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger")),
        sa.UniqueConstraint("key", name=op.f("uq_ledger_key")),
    )
    op.create_table(
        "figure",
        sa.Column("id", LONG, nullable=False),
        sa.Column("ledger_id", LONG, nullable=False),
        sa.Column("cell", sa.String(), nullable=False),
        sa.Column("released_on", sa.Date(), nullable=False),
        sa.Column("size", LONG, nullable=False),
        sa.Column("counts", DOCUMENT, nullable=True),
        sa.Column("is_shown", sa.Boolean(), nullable=False),
        sa.Column("members", DOCUMENT, nullable=False),
        sa.CheckConstraint("is_shown OR counts IS NULL", name=op.f("ck_figure_counts_only_where_shown")),
        sa.ForeignKeyConstraint(["ledger_id"], ["ledger.id"], name=op.f("fk_figure_ledger_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_figure")),
    )
    op.create_index(op.f("ix_figure_ledger_id"), "figure", ["ledger_id"])
    op.create_table(
        "figure_reader",
        sa.Column("id", LONG, nullable=False),
        sa.Column("figure_id", LONG, nullable=False),
        sa.Column("person_id", LONG, nullable=False),
        sa.Column("read_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["figure_id"], ["figure.id"], name=op.f("fk_figure_reader_figure_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_figure_reader_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_figure_reader")),
    )
    op.create_index(op.f("ix_figure_reader_figure_id"), "figure_reader", ["figure_id"])
    op.create_index(op.f("ix_figure_reader_person_id"), "figure_reader", ["person_id"])


def _feedback() -> None:
    op.create_table(
        "feedback_sheet",
        sa.Column("id", LONG, nullable=False),
        sa.Column("bookable_id", LONG, nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=True),
        sa.Column("closes_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "(asked_on IS NULL) = (closes_on IS NULL)", name=op.f("ck_feedback_sheet_asked_until_a_day")
        ),
        sa.CheckConstraint("closes_on > asked_on", name=op.f("ck_feedback_sheet_there_is_time_to_answer")),
        sa.ForeignKeyConstraint(["bookable_id"], ["bookable.id"], name=op.f("fk_feedback_sheet_bookable_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback_sheet")),
        sa.UniqueConstraint("bookable_id", name=op.f("uq_feedback_sheet_bookable_id")),
    )
    op.create_table(
        "feedback_question",
        sa.Column("id", LONG, nullable=False),
        sa.Column("sheet_id", LONG, nullable=False),
        sa.Column("position", LONG, nullable=False),
        sa.Column(
            "kind",
            sa.Enum(*KINDS, name="kind", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("text", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["sheet_id"], ["feedback_sheet.id"], name=op.f("fk_feedback_question_sheet_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback_question")),
    )
    op.create_index(op.f("ix_feedback_question_sheet_id"), "feedback_question", ["sheet_id"])
    op.create_table(
        "feedback_tally",
        sa.Column("question_id", LONG, autoincrement=False, nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("number", LONG, nullable=False),
        sa.CheckConstraint("number >= 0", name=op.f("ck_feedback_tally_number_is_not_negative")),
        sa.ForeignKeyConstraint(["question_id"], ["feedback_question.id"], name=op.f("fk_feedback_tally_question_id")),
        sa.PrimaryKeyConstraint("question_id", "value", name=op.f("pk_feedback_tally")),
    )
    op.create_table(
        "feedback_text",
        sa.Column("id", LONG, autoincrement=False, nullable=False),
        sa.Column("question_id", LONG, nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("is_released", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["question_id"], ["feedback_question.id"], name=op.f("fk_feedback_text_question_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback_text")),
    )
    op.create_index(op.f("ix_feedback_text_question_id"), "feedback_text", ["question_id"])
    op.create_table(
        "feedback_turn",
        sa.Column("sheet_id", LONG, autoincrement=False, nullable=False),
        sa.Column("person_id", LONG, autoincrement=False, nullable=False),
        sa.Column("has_answered", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["sheet_id"], ["feedback_sheet.id"], name=op.f("fk_feedback_turn_sheet_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_feedback_turn_person_id")),
        sa.PrimaryKeyConstraint("sheet_id", "person_id", name=op.f("pk_feedback_turn")),
    )
    op.create_index(op.f("ix_feedback_turn_person_id"), "feedback_turn", ["person_id"])


def downgrade() -> None:
    for table in ("feedback_turn", "feedback_text", "feedback_tally", "feedback_question", "feedback_sheet"):
        op.drop_table(table)
    for table in ("figure_reader", "figure", "ledger", "turned_away", "need"):
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION figure_is_append_only()")
    with op.batch_alter_table("bookable") as batch:
        for name in ("food_reason", "access_reason"):
            batch.drop_constraint(op.f(f"ck_bookable_{name}_is_said"), type_="check")
            batch.drop_column(name)
    for table in ("notice", "mail"):
        change_words(table, "kind", drop=[KIND])


TRIGGERS = {
    "sqlite": [
        """CREATE TRIGGER figure_no_update BEFORE UPDATE ON figure
        BEGIN SELECT RAISE(ABORT, 'figure is append-only'); END""",
        """CREATE TRIGGER figure_no_delete BEFORE DELETE ON figure
        WHEN NOT EXISTS (SELECT 1 FROM erasure_switch) BEGIN SELECT RAISE(ABORT, 'figure is append-only'); END""",
    ],
    "postgresql": [
        """CREATE FUNCTION figure_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM erasure_switch) THEN RETURN OLD; END IF;
        RAISE EXCEPTION 'figure is append-only'; END $$""",
        """CREATE TRIGGER figure_append_only BEFORE UPDATE OR DELETE ON figure
        FOR EACH ROW EXECUTE FUNCTION figure_is_append_only()""",
        """CREATE TRIGGER figure_no_truncate BEFORE TRUNCATE ON figure
        FOR EACH STATEMENT EXECUTE FUNCTION figure_is_append_only()""",
    ],
}
