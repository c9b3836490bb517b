"""Letters bring invitations for the reader's calendar; people subscribe to their dates by a secret address."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "20261201_calendars"
down_revision = "20261129_planning_events"

DOCUMENT = sa.JSON().with_variant(postgresql.JSONB, "postgresql")
LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.add_column("mail", sa.Column("invitation", DOCUMENT, nullable=True))
    op.create_table(
        "calendar_feed",
        sa.Column("person_id", LONG, nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_calendar_feed_person_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_calendar_feed")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_calendar_feed_token_hash")),
    )


def downgrade() -> None:
    op.drop_table("calendar_feed")
    op.drop_column("mail", "invitation")
