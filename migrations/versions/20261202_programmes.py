"""Programmes of events: rooms, times, slots and their releases, wishes, and seats in parts of a whole."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.words import change_words

revision = "20261202_programmes"
down_revision = "20261201_calendars"

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
DOCUMENT = sa.JSON().with_variant(postgresql.JSONB, "postgresql")
MOMENT = sa.DateTime(timezone=True)
WAYS = ("wishes",)
KINDS = ("programme-ready", "programme-changed")


def upgrade() -> None:
    with op.batch_alter_table("bookable") as batch:
        batch.add_column(sa.Column("part_of_id", LONG, nullable=True))
        batch.create_foreign_key(op.f("fk_bookable_part_of_id"), "bookable", ["part_of_id"], ["id"])
        batch.create_index(op.f("ix_bookable_part_of_id"), ["part_of_id"])
    change_words("booking", "way", add=WAYS)
    for table in ("mail", "notice"):
        change_words(table, "kind", add=KINDS)
    _create_programme()
    _create_slots()


def downgrade() -> None:
    for table in ("slot_wish", "programme_release", "slot", "time_band", "event_room", "programme"):
        op.drop_table(table)
    for table in ("mail", "notice"):
        op.execute(f"DELETE FROM {table} WHERE kind IN ('programme-ready', 'programme-changed')")  # noqa: S608 - our own words
        change_words(table, "kind", drop=KINDS)
    op.execute("UPDATE booking SET way = 'self' WHERE way = 'wishes'")
    change_words("booking", "way", drop=WAYS)
    with op.batch_alter_table("bookable") as batch:
        batch.drop_index(op.f("ix_bookable_part_of_id"))
        batch.drop_constraint(op.f("fk_bookable_part_of_id"), type_="foreignkey")
        batch.drop_column("part_of_id")


def _create_programme() -> None:
    op.create_table(
        "programme",
        sa.Column("id", LONG, nullable=False),
        sa.Column("event_id", LONG, nullable=False),
        sa.Column(
            "choosing",
            sa.Enum("direct", "wishes", name="choosing", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("wishes_until", MOMENT, nullable=True),
        sa.Column("seed", sa.String(), nullable=True),
        sa.Column("assignment", DOCUMENT, nullable=True),
        sa.Column("assigned_at", MOMENT, nullable=True),
        sa.CheckConstraint(
            "choosing = 'wishes' OR wishes_until IS NULL", name=op.f("ck_programme_until_only_for_wishes")
        ),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_programme_event_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme")),
        sa.UniqueConstraint("event_id", name=op.f("uq_programme_event_id")),
    )
    op.create_table(
        "event_room",
        sa.Column("id", LONG, nullable=False),
        sa.Column("programme_id", LONG, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("capacity", LONG, nullable=False),
        sa.CheckConstraint("capacity > 0", name=op.f("ck_event_room_capacity_is_positive")),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_event_room_programme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_room")),
        sa.UniqueConstraint("programme_id", "name", name=op.f("uq_event_room_programme_id_name")),
    )
    op.create_table(
        "time_band",
        sa.Column("id", LONG, nullable=False),
        sa.Column("programme_id", LONG, nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "slots", "together", "break", name="bandkind", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("starts_at", MOMENT, nullable=False),
        sa.Column("ends_at", MOMENT, nullable=False),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_time_band_ends_after_start")),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_time_band_programme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_time_band")),
    )
    op.create_index(op.f("ix_time_band_programme_id"), "time_band", ["programme_id"])


def _create_slots() -> None:
    op.create_table(
        "slot",
        sa.Column("id", LONG, nullable=False),
        sa.Column("band_id", LONG, nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("room_id", LONG, nullable=True),
        sa.Column("seats", LONG, nullable=False),
        sa.Column("speakers", DOCUMENT, nullable=False),
        sa.Column("bookable_id", LONG, nullable=True),
        sa.Column("dropped_at", MOMENT, nullable=True),
        sa.CheckConstraint("seats > 0", name=op.f("ck_slot_seats_are_positive")),
        sa.ForeignKeyConstraint(["band_id"], ["time_band.id"], name=op.f("fk_slot_band_id")),
        sa.ForeignKeyConstraint(["bookable_id"], ["bookable.id"], name=op.f("fk_slot_bookable_id")),
        sa.ForeignKeyConstraint(["room_id"], ["event_room.id"], name=op.f("fk_slot_room_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slot")),
        sa.UniqueConstraint("bookable_id", name=op.f("uq_slot_bookable_id")),
    )
    op.create_index(op.f("ix_slot_band_id"), "slot", ["band_id"])
    op.create_index(op.f("ix_slot_room_id"), "slot", ["room_id"])
    op.create_table(
        "programme_release",
        sa.Column("id", LONG, nullable=False),
        sa.Column("programme_id", LONG, nullable=False),
        sa.Column("number", LONG, nullable=False),
        sa.Column("released_at", MOMENT, nullable=False),
        sa.Column("content", DOCUMENT, nullable=False),
        sa.ForeignKeyConstraint(["programme_id"], ["programme.id"], name=op.f("fk_programme_release_programme_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme_release")),
        sa.UniqueConstraint("programme_id", "number", name=op.f("uq_programme_release_programme_id_number")),
    )
    op.create_table(
        "slot_wish",
        sa.Column("id", LONG, nullable=False),
        sa.Column("person_id", LONG, nullable=False),
        sa.Column("slot_id", LONG, nullable=False),
        sa.Column("rank", LONG, nullable=False),
        sa.CheckConstraint("rank > 0", name=op.f("ck_slot_wish_rank_is_positive")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_slot_wish_person_id")),
        sa.ForeignKeyConstraint(["slot_id"], ["slot.id"], name=op.f("fk_slot_wish_slot_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slot_wish")),
        sa.UniqueConstraint("person_id", "slot_id", name=op.f("uq_slot_wish_person_id_slot_id")),
    )
    op.create_index(op.f("ix_slot_wish_slot_id"), "slot_wish", ["slot_id"])
