"""Somebody can be asked as an assessor."""

from alembic import op

from migrations.words import change_words

revision = "20261221_assessors"
down_revision = "20261220_organisers_way"


def upgrade() -> None:
    change_words("inquiry", "asked_as", check="askedas", add=["assessor"])


def downgrade() -> None:
    op.execute("UPDATE inquiry SET asked_as = 'colleague' WHERE asked_as = 'assessor'")
    change_words("inquiry", "asked_as", check="askedas", drop=["assessor"])
