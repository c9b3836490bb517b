"""SQLite replaces no row of what is written down for good, whatever the connection has switched on."""

from alembic import op

revision = "20261217_replacing"
down_revision = "20261216_steps"

APPEND_ONLY = ("activity", "read_audit", "statement", "booking_change", "figure")
NO_REPLACE = """CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}
    WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"""


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for table in APPEND_ONLY:
            op.execute(NO_REPLACE.format(table=table))


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for table in APPEND_ONLY:
            op.execute(f"DROP TRIGGER {table}_no_replace")
