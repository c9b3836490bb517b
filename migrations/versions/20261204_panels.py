"""Teams that are a cross-section: asked by name, or drawn from volunteers."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from migrations.words import change_words

revision = "20261204_panels"
down_revision = "20261203_handovers"

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
DOCUMENT = sa.JSON().with_variant(postgresql.JSONB, "postgresql")


KINDS = (
    "panel-asked",
    "panel-accepted",
    "panel-declined",
    "panel-left",
    "panel-published",
    "panel-drawn",
    "panel-not-drawn",
)


def upgrade() -> None:
    for table in ("mail", "notice"):
        change_words(table, "kind", add=KINDS)
    op.create_table(
        "panel",
        sa.Column("id", LONG, nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("size", LONG, nullable=False),
        sa.Column("run_by_id", LONG, nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("called_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("seed_source", sa.String(), nullable=True),
        sa.Column("seed_on", sa.Date(), nullable=True),
        sa.Column("quotas_changed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("task_id", LONG, nullable=True),
        sa.CheckConstraint(
            "(closes_at IS NULL) = (seed_on IS NULL) AND (closes_at IS NULL) = (seed_source IS NULL)",
            name=op.f("ck_panel_a_call_has_dates_and_a_source"),
        ),
        sa.CheckConstraint("size BETWEEN 2 AND 100", name=op.f("ck_panel_size_is_sensible")),
        sa.ForeignKeyConstraint(["run_by_id"], ["person.id"], name=op.f("fk_panel_run_by_id")),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_panel_task_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_panel")),
    )
    with op.batch_alter_table("panel", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_panel_run_by_id"), ["run_by_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_panel_task_id"), ["task_id"], unique=False)

    op.create_table(
        "panel_draw",
        sa.Column("id", LONG, nullable=False),
        sa.Column("panel_id", LONG, nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("calculated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("hash", sa.String(), nullable=True),
        sa.Column("seed", sa.String(), nullable=True),
        sa.Column("drawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("drawn", DOCUMENT, nullable=False),
        sa.Column("moved_up", DOCUMENT, nullable=False),
        sa.CheckConstraint("(drawn_at IS NULL) = (seed IS NULL)", name=op.f("ck_panel_draw_drawn_with_its_seed")),
        sa.CheckConstraint(
            "(published_at IS NULL) = (hash IS NULL)", name=op.f("ck_panel_draw_published_with_its_hash")
        ),
        sa.CheckConstraint(
            "drawn_at IS NULL OR published_at IS NOT NULL", name=op.f("ck_panel_draw_published_before_it_is_drawn")
        ),
        sa.ForeignKeyConstraint(["panel_id"], ["panel.id"], name=op.f("fk_panel_draw_panel_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_panel_draw")),
        sa.UniqueConstraint("panel_id", name=op.f("uq_panel_draw_panel_id")),
    )
    op.create_table(
        "panel_group",
        sa.Column("id", LONG, nullable=False),
        sa.Column("panel_id", LONG, nullable=False),
        sa.Column("position", LONG, nullable=False),
        sa.Column("unit_id", LONG, nullable=True),
        sa.Column(
            "level",
            sa.Enum(
                "office-heads",
                "section-heads",
                "clerks",
                "assistants",
                "trades",
                "trainees",
                name="level",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("least", LONG, nullable=False),
        sa.Column("most", LONG, nullable=True),
        sa.CheckConstraint("(unit_id IS NULL) <> (level IS NULL)", name=op.f("ck_panel_group_a_unit_or_a_level")),
        sa.CheckConstraint("least >= 0", name=op.f("ck_panel_group_least_is_not_negative")),
        sa.CheckConstraint("most IS NULL OR most >= least", name=op.f("ck_panel_group_most_is_not_below_least")),
        sa.ForeignKeyConstraint(["panel_id"], ["panel.id"], name=op.f("fk_panel_group_panel_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["unit_id"], ["org_unit.id"], name=op.f("fk_panel_group_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_panel_group")),
    )
    with op.batch_alter_table("panel_group", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_panel_group_panel_id"), ["panel_id"], unique=False)

    op.create_table(
        "panel_member",
        sa.Column("id", LONG, nullable=False),
        sa.Column("panel_id", LONG, nullable=False),
        sa.Column("person_id", LONG, nullable=False),
        sa.Column(
            "way",
            sa.Enum("asked", "drawn", "replacement", name="way", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column(
            "circle",
            sa.Enum("core", "wider", name="circle", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("declined_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "accepted_at IS NULL OR declined_at IS NULL", name=op.f("ck_panel_member_accepted_or_declined")
        ),
        sa.ForeignKeyConstraint(["panel_id"], ["panel.id"], name=op.f("fk_panel_member_panel_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_panel_member_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_panel_member")),
    )
    with op.batch_alter_table("panel_member", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_panel_member_panel_id"), ["panel_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_panel_member_person_id"), ["person_id"], unique=False)
        batch_op.create_index(
            "one_live_panel_member",
            ["panel_id", "person_id"],
            unique=True,
            sqlite_where=sa.text("declined_at IS NULL AND left_at IS NULL"),
            postgresql_where=sa.text("declined_at IS NULL AND left_at IS NULL"),
        )

    op.create_table(
        "panel_volunteer",
        sa.Column("id", LONG, nullable=False),
        sa.Column("panel_id", LONG, nullable=False),
        sa.Column("person_id", LONG, nullable=False),
        sa.Column("pseudonym", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["panel_id"], ["panel.id"], name=op.f("fk_panel_volunteer_panel_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_panel_volunteer_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_panel_volunteer")),
        sa.UniqueConstraint("panel_id", "person_id", name=op.f("uq_panel_volunteer_panel_id_person_id")),
        sa.UniqueConstraint("panel_id", "pseudonym", name=op.f("uq_panel_volunteer_panel_id_pseudonym")),
    )
    with op.batch_alter_table("panel_volunteer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_panel_volunteer_person_id"), ["person_id"], unique=False)


def downgrade() -> None:
    for table in ("panel_volunteer", "panel_member", "panel_group", "panel_draw", "panel"):
        op.drop_table(table)
