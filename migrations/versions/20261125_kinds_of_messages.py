"""Messages about shares, inquiries, plans, talks, buddies and practice."""

import sqlalchemy as sa
from alembic import op

revision = "20261125_kinds_of_messages"
down_revision = "20261125_talks_buddies_reviews"

KINDS = (
    "booking-requested",
    "booking-confirmed",
    "booking-waitlisted",
    "booking-declined",
    "booking-cancelled",
    "seat-offered",
    "offer-expired",
    "decision-waiting",
    "inquiry-asked",
    "inquiry-answered",
    "profile-shared",
    "plan-section",
    "talk-proposed",
    "talk-released",
    "talk-recorded",
    "talk-agreed",
    "talk-called-off",
    "buddy-wanted",
    "buddy-asked",
    "buddy-accepted",
    "buddy-declined",
    "practice-question",
)


def upgrade() -> None:
    condition = f"kind IN ({', '.join(repr(kind) for kind in KINDS)})"
    for table in ("mail", "notice"):
        name = op.f(f"ck_{table}_kind")
        if op.get_bind().dialect.name == "postgresql":
            op.drop_constraint(name, table, type_="check")
            op.create_check_constraint(name, table, condition)
            continue
        checks = sa.inspect(op.get_bind()).get_check_constraints(table)
        kept = [sa.CheckConstraint(one["sqltext"], name=op.f(one["name"])) for one in checks if one["name"] != name]
        with op.batch_alter_table(table, recreate="always", table_args=kept) as batch:
            batch.create_check_constraint(name, condition)
