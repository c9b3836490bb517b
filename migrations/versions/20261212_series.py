"""Events come again as dates of a series; who needs no seat keeps a date in the calendar by a mark."""

import sqlalchemy as sa
from alembic import op

from migrations.words import change_words

revision = "20261212_series"
down_revision = "20261211_reconfirm"

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    change_words("bookable", "mode", add=["drop-in"])
    op.create_table(
        "event_series",
        sa.Column("id", LONG, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=False),
        sa.Column("ends", sa.Time(), nullable=False),
        sa.Column("calendar_sequence", LONG, nullable=False),
        sa.CheckConstraint("ends > starts", name=op.f("ck_event_series_ends_after_start")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_series")),
        sa.UniqueConstraint("key", name=op.f("uq_event_series_key")),
    )
    with op.batch_alter_table("event") as batch:
        batch.add_column(sa.Column("series_id", LONG, nullable=True))
        batch.add_column(sa.Column("series_day", sa.Date(), nullable=True))
        batch.create_foreign_key(op.f("fk_event_series_id"), "event_series", ["series_id"], ["id"])
        batch.create_unique_constraint(op.f("uq_event_series_id_series_day"), ["series_id", "series_day"])
        batch.create_check_constraint(
            op.f("ck_event_series_with_its_day"), "(series_id IS NULL) = (series_day IS NULL)"
        )
    op.create_table(
        "event_mark",
        sa.Column("id", LONG, nullable=False),
        sa.Column("person_id", LONG, nullable=False),
        sa.Column("event_id", LONG, nullable=True),
        sa.Column("series_id", LONG, nullable=True),
        sa.Column("marked_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(event_id IS NULL) <> (series_id IS NULL)", name=op.f("ck_event_mark_of_a_date_or_a_series")
        ),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_event_mark_event_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_event_mark_person_id")),
        sa.ForeignKeyConstraint(["series_id"], ["event_series.id"], name=op.f("fk_event_mark_series_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_mark")),
        sa.UniqueConstraint("person_id", "event_id", name=op.f("uq_event_mark_person_id_event_id")),
        sa.UniqueConstraint("person_id", "series_id", name=op.f("uq_event_mark_person_id_series_id")),
    )
    op.create_index(op.f("ix_event_mark_event_id"), "event_mark", ["event_id"])
    op.create_index(op.f("ix_event_mark_series_id"), "event_mark", ["series_id"])


def downgrade() -> None:
    op.drop_table("event_mark")
    with op.batch_alter_table("event") as batch:
        batch.drop_constraint(op.f("ck_event_series_with_its_day"), type_="check")
        batch.drop_constraint(op.f("uq_event_series_id_series_day"), type_="unique")
        batch.drop_constraint(op.f("fk_event_series_id"), type_="foreignkey")
        batch.drop_column("series_day")
        batch.drop_column("series_id")
    op.drop_table("event_series")
    op.execute("UPDATE bookable SET mode = 'first-come' WHERE mode = 'drop-in'")
    change_words("bookable", "mode", drop=["drop-in"])
