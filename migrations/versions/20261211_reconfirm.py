"""People with a seat are asked whether they come, and forecasts learn from who came."""

import sqlalchemy as sa
from alembic import op

from migrations.words import change_words

revision = "20261211_reconfirm"
down_revision = "20261209_proposal_minutes"

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
MOMENT = sa.DateTime(timezone=True)
KINDS = ("coming-asked",)
WORDS = op.f("ck_bookable_reconfirm")
SHARES = {
    op.f("ck_acceptance_shares_of_the_coming_in_order"): "least_coming <= most_coming",
    op.f("ck_acceptance_shares_of_the_silent_in_order"): "least_silent <= most_silent",
}
ENDS = ("least_coming", "most_coming", "least_silent", "most_silent")


def upgrade() -> None:
    for table in ("mail", "notice"):
        change_words(table, "kind", add=KINDS)
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


def downgrade() -> None:
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
        op.execute(sa.text(f"DELETE FROM {table} WHERE kind = '{KINDS[0]}'"))  # noqa: S608 - our own word
        change_words(table, "kind", drop=KINDS)
