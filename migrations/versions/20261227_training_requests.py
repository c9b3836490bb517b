"""Training requests with their decisions and budgets, and what is told about them."""

import sqlalchemy as sa
from alembic import op

from migrations.words import change_words

revision = "20261227_training_requests"
down_revision = "20261229_sessions"

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
MOMENT = sa.DateTime(timezone=True)
KINDS = (
    "training-waiting",
    "training-with-hr",
    "training-supported",
    "training-approved",
    "training-declined",
    "training-taken-back",
    "training-over",
    "training-reported",
)
STATES = ("draft", "with-leader", "with-hr", "approved", "declined", "withdrawn", "done")
COMPLETE = (
    "state = 'draft' OR (sent_at IS NOT NULL AND provider <> '' AND reason <> '' AND fee_cents IS NOT NULL "
    "AND travel_cents IS NOT NULL AND work_hours IS NOT NULL)"
)


def upgrade() -> None:
    op.create_table(
        "training_budget",
        sa.Column("id", LONG, nullable=False),
        sa.Column("unit_id", LONG, nullable=False),
        sa.Column("year", LONG, nullable=False),
        sa.Column("amount_cents", LONG, nullable=False),
        sa.Column("settled_cents", LONG, nullable=False),
        sa.Column("version", LONG, nullable=False),
        sa.CheckConstraint(
            "amount_cents >= 0 AND settled_cents >= 0", name=op.f("ck_training_budget_money_is_not_negative")
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["org_unit.id"], name=op.f("fk_training_budget_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_budget")),
        sa.UniqueConstraint("unit_id", "year", name=op.f("uq_training_budget_unit_id_year")),
    )
    op.create_table(
        "training_request",
        sa.Column("id", LONG, nullable=False),
        sa.Column("person_id", LONG, nullable=False),
        sa.Column("state", _words(STATES), nullable=False),
        sa.Column("version", LONG, nullable=False),
        sa.Column("edition", LONG, nullable=False),
        sa.Column("page", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("link", sa.String(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("fee_cents", LONG, nullable=True),
        sa.Column("travel_cents", LONG, nullable=True),
        sa.Column("work_hours", LONG, nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("competence_id", LONG, nullable=True),
        sa.Column("step_id", LONG, nullable=True),
        sa.Column("item_id", LONG, nullable=True),
        sa.Column("budget_id", LONG, nullable=True),
        sa.Column("evidence_id", LONG, nullable=True),
        sa.Column("spent_cents", LONG, nullable=True),
        sa.Column("happened_on", sa.Date(), nullable=True),
        sa.Column("year", LONG, nullable=False),
        sa.Column("begun_at", MOMENT, nullable=False),
        sa.Column("changed_at", MOMENT, nullable=False),
        sa.Column("sent_at", MOMENT, nullable=True),
        sa.Column("asked_on", sa.Date(), nullable=True),
        _is("ends_after_start", "ends_on IS NULL OR (starts_on IS NOT NULL AND ends_on >= starts_on)"),
        _is("costs_are_sensible", "fee_cents BETWEEN 0 AND 10000000 AND travel_cents BETWEEN 0 AND 10000000"),
        _is("hours_are_sensible", "work_hours BETWEEN 0 AND 800"),
        _is("what_is_sent_is_complete", COMPLETE),
        _is("done_has_costs", "spent_cents >= 0 AND (state <> 'done' OR spent_cents IS NOT NULL)"),
        _is("spent_at_the_end", "spent_cents IS NULL OR state IN ('done', 'withdrawn')"),
        sa.CheckConstraint(f"state IN ({', '.join(map(repr, STATES))})", name=op.f("ck_training_request_state")),
        _to("person", "person_id"),
        _to("competence", "competence_id"),
        _to("plan_item", "step_id", "SET NULL"),
        _to("plan_item", "item_id", "SET NULL"),
        _to("training_budget", "budget_id"),
        _to("evidence", "evidence_id", "SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_request")),
    )
    op.create_index("ix_training_request_state", "training_request", ["state", "year"])
    for column in ("person_id", "competence_id", "step_id", "item_id", "budget_id", "evidence_id"):
        op.create_index(op.f(f"ix_training_request_{column}"), "training_request", [column])
    op.create_table(
        "training_decision",
        sa.Column("id", LONG, nullable=False),
        sa.Column("request_id", LONG, nullable=False),
        sa.Column("version", LONG, nullable=False),
        sa.Column("stage", _words(("leader", "hr")), nullable=False),
        sa.Column("is_yes", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("over_cents", LONG, nullable=False),
        sa.Column("decided_by_id", LONG, nullable=False),
        sa.Column("decided_at", MOMENT, nullable=False),
        sa.CheckConstraint("is_yes OR note <> ''", name=op.f("ck_training_decision_no_has_a_reason")),
        sa.CheckConstraint(
            "over_cents >= 0 AND (over_cents = 0 OR note <> '')",
            name=op.f("ck_training_decision_overspending_has_a_reason"),
        ),
        sa.CheckConstraint("stage IN ('leader', 'hr')", name=op.f("ck_training_decision_stage")),
        sa.ForeignKeyConstraint(["request_id"], ["training_request.id"], name=op.f("fk_training_decision_request_id")),
        sa.ForeignKeyConstraint(["decided_by_id"], ["person.id"], name=op.f("fk_training_decision_decided_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_training_decision")),
        sa.UniqueConstraint(
            "request_id", "version", "stage", name=op.f("uq_training_decision_request_id_version_stage")
        ),
    )
    op.create_index(op.f("ix_training_decision_decided_by_id"), "training_decision", ["decided_by_id"])
    for table in ("notice", "mail"):
        change_words(table, "kind", add=KINDS)


def downgrade() -> None:
    for table in ("notice", "mail"):
        op.execute(
            sa.text(f"DELETE FROM {table} WHERE kind IN :kinds").bindparams(  # noqa: S608
                sa.bindparam("kinds", list(KINDS), expanding=True)
            )
        )
        change_words(table, "kind", drop=KINDS)
    for table in ("training_decision", "training_request", "training_budget"):
        op.drop_table(table)


def _words(words: tuple[str, ...]) -> sa.Enum:
    return sa.Enum(*words, native_enum=False, length=32, create_constraint=False)


def _is(name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_training_request_{name}"))


def _to(target: str, column: str, ondelete: str | None = None) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_training_request_{column}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name, ondelete=ondelete)
