"""People with a seat are asked whether they come, forecasts learn from who came, and dates can be by invitation."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import conv

from migrations.words import change_words

revision = "20261211_reconfirm"
down_revision = "20261210_checkin"

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
MOMENT = sa.DateTime(timezone=True)
KINDS = ("coming-asked", "invited")
WORDS = conv("ck_bookable_reconfirm")
SHARES = {
    conv("ck_acceptance_shares_of_the_coming_in_order"): "least_coming <= most_coming",
    conv("ck_acceptance_shares_of_the_silent_in_order"): "least_silent <= most_silent",
}
ENDS = ("least_coming", "most_coming", "least_silent", "most_silent")


def upgrade() -> None:
    for table in ("mail", "notice"):
        change_words(table, "kind", add=KINDS)
    change_words("booking", "way", add=["invitation"])
    change_words("bookable", "mode", add=["invitation"])
    with op.batch_alter_table("bookable") as batch:
        batch.add_column(sa.Column("reconfirm", sa.String(32), server_default="where-it-helps", nullable=False))
        batch.create_check_constraint(WORDS, sa.column("reconfirm").in_(["where-it-helps", "always", "never"]))
    with op.batch_alter_table("acceptance") as batch:
        for name in ENDS:
            batch.add_column(sa.Column(name, LONG, nullable=True))
        batch.add_column(sa.Column("learnt_from", LONG, server_default="0", nullable=False))
        for name, rule in SHARES.items():
            batch.create_check_constraint(name, sa.text(rule))
    op.create_table(
        "reconfirmation",
        sa.Column("booking_id", LONG, nullable=False),
        sa.Column("starts_at", MOMENT, nullable=False),
        sa.Column("days_before", LONG, nullable=False),
        sa.Column("asked_at", MOMENT, nullable=False),
        sa.Column("said_yes_at", MOMENT, nullable=True),
        sa.CheckConstraint("said_yes_at >= asked_at", name=op.f("ck_reconfirmation_answered_after_it_was_asked")),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"], name=op.f("fk_reconfirmation_booking_id")),
        sa.PrimaryKeyConstraint("booking_id", name=op.f("pk_reconfirmation")),
    )
    op.create_table(
        "forecast_score",
        sa.Column("acceptance_id", LONG, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        *(sa.Column(name, LONG, nullable=False) for name in ("coming", "silent", "unasked")),
        *(sa.Column(name, LONG, nullable=False) for name in ("least_arrivals", "most_arrivals", "came", "walked_in")),
        sa.CheckConstraint("walked_in <= came", name=op.f("ck_forecast_score_walk_ins_came")),
        sa.ForeignKeyConstraint(["acceptance_id"], ["acceptance.id"], name=op.f("fk_forecast_score_acceptance_id")),
        sa.PrimaryKeyConstraint("acceptance_id", name=op.f("pk_forecast_score")),
    )
    op.create_table(
        "invitation",
        sa.Column("id", LONG, nullable=False),
        sa.Column("bookable_id", LONG, nullable=False),
        sa.Column("person_id", LONG, nullable=False),
        sa.Column("reply", sa.String(32), nullable=False),
        sa.Column("invited_at", MOMENT, nullable=False),
        sa.Column("invited_by_id", LONG, nullable=False),
        sa.Column("answer_by", MOMENT, nullable=False),
        sa.Column("answered_at", MOMENT, nullable=True),
        sa.CheckConstraint(sa.column("reply").in_(["open", "accepted", "declined"]), name=op.f("ck_invitation_reply")),
        sa.CheckConstraint("answer_by >= invited_at", name=op.f("ck_invitation_answered_after_it_was_made")),
        sa.CheckConstraint("(reply = 'open') = (answered_at IS NULL)", name=op.f("ck_invitation_answered_at_a_moment")),
        sa.ForeignKeyConstraint(["bookable_id"], ["bookable.id"], name=op.f("fk_invitation_bookable_id")),
        sa.ForeignKeyConstraint(["invited_by_id"], ["person.id"], name=op.f("fk_invitation_invited_by_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_invitation_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
        sa.UniqueConstraint("bookable_id", "person_id", name=op.f("uq_invitation_bookable_id_person_id")),
    )
    op.create_index(op.f("ix_invitation_person_id"), "invitation", ["person_id"])
    is_open = sa.text("reply = 'open'")
    op.create_index(
        "ix_invitation_open",
        "invitation",
        ["bookable_id", "answer_by"],
        sqlite_where=is_open,
        postgresql_where=is_open,
    )


def downgrade() -> None:
    op.drop_table("invitation")
    op.drop_table("forecast_score")
    op.drop_table("reconfirmation")
    with op.batch_alter_table("acceptance") as batch:
        for name in SHARES:
            batch.drop_constraint(name, type_="check")
        for name in ("learnt_from", *ENDS):
            batch.drop_column(name)
    with op.batch_alter_table("bookable") as batch:
        batch.drop_constraint(WORDS, type_="check")
        batch.drop_column("reconfirm")
    for table in ("mail", "notice"):
        op.execute(f"DELETE FROM {table} WHERE kind IN {KINDS}")  # noqa: S608 - our own words
        change_words(table, "kind", drop=KINDS)
    change_words("bookable", "mode", drop=["invitation"])
    change_words("booking", "way", drop=["invitation"])
