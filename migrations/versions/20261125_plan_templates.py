"""More kinds of steps in a plan, and templates of plans."""

import sqlalchemy as sa
from alembic import op

revision = "20261125_plan_templates"
down_revision = "20261125_frameworks"

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
KINDS = ["course", "session", "event", "practice", "external", "talk", "evidence", "own"]


def choice(name: str, *values: str) -> sa.Enum:
    """A column that holds one of a few words."""
    return sa.Enum(*values, name=name, native_enum=False, create_constraint=True, length=32)


def upgrade() -> None:
    op.add_column("plan", sa.Column("starts_on", sa.Date(), nullable=True))
    checks: dict[str, str | None] = {"ck_plan_item_target_both_or_neither": None}
    checks["ck_plan_item_itemkind"] = words("kind", KINDS)
    checks["ck_plan_item_level_of_a_competence"] = "target_level IS NULL OR competence_id IS NOT NULL"
    checks["ck_plan_item_days_lead_to_a_date"] = "due_days IS NULL OR due_on IS NOT NULL"
    checks["ck_plan_item_done_has_a_day"] = "state <> 'done' OR done_on IS NOT NULL"
    checks["ck_plan_item_priority"] = words("priority", ["low", "normal", "high"])
    checks["ck_plan_item_itemstate"] = words("state", ["draft", "proposed", "agreed", "active", "done"])
    for column in (
        sa.Column("session_id", LONG, nullable=True),
        sa.Column("link", sa.String(), nullable=True),
        sa.Column("due_days", LONG, nullable=True),
        sa.Column("priority", sa.String(32), nullable=False, server_default="normal"),
        sa.Column("state", sa.String(32), nullable=False, server_default="active"),
        sa.Column("note", sa.String(), nullable=True),
    ):
        op.add_column("plan_item", column)
    replace_checks("plan_item", checks)
    with op.batch_alter_table("plan_item") as table:
        table.alter_column("priority", server_default=None)
        table.alter_column("state", server_default=None)
        table.create_foreign_key(
            op.f("fk_plan_item_session_id"), "session", ["session_id"], ["id"], ondelete="SET NULL"
        )
    op.create_index(op.f("ix_plan_item_session_id"), "plan_item", ["session_id"], unique=False)
    create_templates()
    create_assignments()


def create_templates() -> None:
    op.create_table(
        "plan_template",
        sa.Column("id", LONG, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("title_en", sa.String(), nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("body_html", sa.String(), nullable=False),
        sa.Column("has_buddy", sa.Boolean(), nullable=False),
        sa.Column("beginning", choice("beginning", "assignment", "entry"), nullable=False),
        sa.Column("unit_id", LONG, nullable=True),
        sa.Column("family_id", LONG, nullable=True),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("within_days", LONG, nullable=True),
        sa.Column("assigns_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("archived_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("origin", sa.String(), nullable=True),
        sa.Column("origin_hash", sa.String(), nullable=True),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("within_days >= 0", name=op.f("ck_plan_template_days_are_not_negative")),
        sa.ForeignKeyConstraint(["unit_id"], ["org_unit.id"], name=op.f("fk_plan_template_unit_id")),
        sa.ForeignKeyConstraint(["family_id"], ["job_family.id"], name=op.f("fk_plan_template_family_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_template")),
        sa.UniqueConstraint("key", name=op.f("uq_plan_template_key")),
        sa.UniqueConstraint("origin", name=op.f("uq_plan_template_origin")),
    )
    op.create_table(
        "template_item",
        sa.Column("id", LONG, nullable=False),
        sa.Column("template_id", LONG, nullable=False),
        sa.Column("kind", choice("itemkind", *KINDS), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("course_id", LONG, nullable=True),
        sa.Column("link", sa.String(), nullable=True),
        sa.Column("competence_id", LONG, nullable=True),
        sa.Column("target_level", LONG, nullable=True),
        sa.Column("minutes", LONG, nullable=False),
        sa.Column("due_days", LONG, nullable=True),
        sa.Column("priority", choice("priority", "low", "normal", "high"), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("position", LONG, nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("minutes >= 0", name=op.f("ck_template_item_minutes_are_not_negative")),
        sa.CheckConstraint(
            "target_level IS NULL OR competence_id IS NOT NULL", name=op.f("ck_template_item_level_of_a_competence")
        ),
        sa.ForeignKeyConstraint(["template_id"], ["plan_template.id"], name=op.f("fk_template_item_template_id")),
        sa.ForeignKeyConstraint(
            ["course_id"], ["course.id"], name=op.f("fk_template_item_course_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["competence_id"], ["competence.id"], name=op.f("fk_template_item_competence_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_template_item")),
    )
    op.create_index(op.f("ix_template_item_course_id"), "template_item", ["course_id"], unique=False)
    op.create_index("ix_template_item_template_position", "template_item", ["template_id", "position"], unique=False)


def create_assignments() -> None:
    op.create_table(
        "plan_assignment",
        sa.Column("id", LONG, nullable=False),
        sa.Column("template_id", LONG, nullable=False),
        sa.Column("person_id", LONG, nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("assigned_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("assigned_by_id", LONG, nullable=True),
        sa.ForeignKeyConstraint(["template_id"], ["plan_template.id"], name=op.f("fk_plan_assignment_template_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_plan_assignment_person_id")),
        sa.ForeignKeyConstraint(["assigned_by_id"], ["person.id"], name=op.f("fk_plan_assignment_assigned_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_assignment")),
        sa.UniqueConstraint("template_id", "person_id", name=op.f("uq_plan_assignment_template_id_person_id")),
    )
    op.create_index(op.f("ix_plan_assignment_person_id"), "plan_assignment", ["person_id"], unique=False)
    op.create_index(op.f("ix_plan_assignment_assigned_by_id"), "plan_assignment", ["assigned_by_id"], unique=False)
    op.create_table(
        "plan_delivery",
        sa.Column("assignment_id", LONG, nullable=False),
        sa.Column("template_item_id", LONG, nullable=False),
        sa.Column("plan_item_id", LONG, nullable=True),
        sa.Column("hash", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["assignment_id"], ["plan_assignment.id"], name=op.f("fk_plan_delivery_assignment_id")),
        sa.ForeignKeyConstraint(
            ["template_item_id"], ["template_item.id"], name=op.f("fk_plan_delivery_template_item_id")
        ),
        sa.ForeignKeyConstraint(
            ["plan_item_id"], ["plan_item.id"], name=op.f("fk_plan_delivery_plan_item_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("assignment_id", "template_item_id", name=op.f("pk_plan_delivery")),
        sa.UniqueConstraint("plan_item_id", name=op.f("uq_plan_delivery_plan_item_id")),
    )
    op.create_index(op.f("ix_plan_delivery_template_item_id"), "plan_delivery", ["template_item_id"], unique=False)


def words(column: str, values: list[str]) -> str:
    """The condition that a column holds one of these words."""
    return f"{column} IN ({', '.join(repr(value) for value in values)})"


def checks_of(table: str) -> dict[str, str]:
    """The conditions that the database keeps for a table, by name."""
    return {str(one["name"]): str(one["sqltext"]) for one in sa.inspect(op.get_bind()).get_check_constraints(table)}


def replace_checks(table: str, changed: dict[str, str | None]) -> None:
    """Replace or, by None, drop conditions that the database keeps for a table."""
    before = checks_of(table)
    with op.batch_alter_table(table) as batch:
        for name, text in changed.items():
            if name in before:
                batch.drop_constraint(op.f(name), type_="check")
            if text:
                batch.create_check_constraint(op.f(name), text)
