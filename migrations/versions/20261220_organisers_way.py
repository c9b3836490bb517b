"""Whoever runs a date can sign somebody up."""

from alembic import op

from migrations.words import change_words

revision = "20261220_organisers_way"
down_revision = "20261219_search"


def upgrade() -> None:
    change_words("booking", "way", add=["organiser"])


def downgrade() -> None:
    op.execute("UPDATE booking SET way = 'self' WHERE way = 'organiser'")
    change_words("booking", "way", drop=["organiser"])
