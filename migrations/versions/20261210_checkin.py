"""A device at a door lets people in by itself and reports it; being at an event is evidence of what it leads to."""

import sqlalchemy as sa
from alembic import op

revision = "20261210_checkin"
down_revision = "20261209_proposal_minutes"

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
ACTS = ("came", "asks", "undoes")
OUTCOMES = ("welcome", "there", "twice", "without-seat", "undone", "refused", "unknown")


def upgrade() -> None:
    with op.batch_alter_table("door") as batch:
        batch.add_column(sa.Column("places", LONG, server_default="0", nullable=False))
        batch.add_column(sa.Column("heard_at", sa.DateTime(timezone=True), nullable=True))
        batch.create_check_constraint(op.f("ck_door_has_no_fewer_than_no_places"), sa.text("places >= 0"))
    op.create_table(
        "door_note",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("door_id", LONG, nullable=False),
        sa.Column("booking_id", LONG, nullable=False),
        sa.Column("act", sa.String(32), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("outcome", sa.String(32), nullable=False),
        sa.CheckConstraint(f"act IN {ACTS}", name=op.f("ck_door_note_act")),
        sa.CheckConstraint(f"outcome IN {OUTCOMES}", name=op.f("ck_door_note_outcome")),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"], name=op.f("fk_door_note_booking_id")),
        sa.ForeignKeyConstraint(["door_id"], ["door.id"], name=op.f("fk_door_note_door_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_door_note")),
    )
    op.create_index(op.f("ix_door_note_door_id"), "door_note", ["door_id"])
    op.create_index(op.f("ix_door_note_booking_id"), "door_note", ["booking_id"])
    op.create_table(
        "event_outcome",
        sa.Column("event_id", LONG, nullable=False),
        sa.Column("competence_id", LONG, nullable=False),
        sa.Column("level", LONG, nullable=False),
        sa.CheckConstraint("level BETWEEN 1 AND 9", name=op.f("ck_event_outcome_level_is_on_a_scale")),
        sa.ForeignKeyConstraint(["competence_id"], ["competence.id"], name=op.f("fk_event_outcome_competence_id")),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_event_outcome_event_id")),
        sa.PrimaryKeyConstraint("event_id", "competence_id", name=op.f("pk_event_outcome")),
    )
    op.create_index(op.f("ix_event_outcome_competence_id"), "event_outcome", ["competence_id"])
    op.create_table(
        "attendance_proof",
        sa.Column("booking_id", LONG, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("statement_id", LONG, nullable=False),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"], name=op.f("fk_attendance_proof_booking_id")),
        sa.ForeignKeyConstraint(["statement_id"], ["statement.id"], name=op.f("fk_attendance_proof_statement_id")),
        sa.PrimaryKeyConstraint("booking_id", "day", "statement_id", name=op.f("pk_attendance_proof")),
    )
    op.create_index(op.f("ix_attendance_proof_statement_id"), "attendance_proof", ["statement_id"])


def downgrade() -> None:
    op.drop_table("attendance_proof")
    op.drop_table("event_outcome")
    op.drop_table("door_note")
    with op.batch_alter_table("door") as batch:
        batch.drop_constraint(op.f("ck_door_has_no_fewer_than_no_places"), type_="check")
        batch.drop_column("heard_at")
        batch.drop_column("places")
