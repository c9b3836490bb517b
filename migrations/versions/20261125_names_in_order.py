"""People are listed by their names in plain letters, in the same order on every database."""

import re
import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "20261125_names_in_order"
down_revision = "20261122_first_tables"

FOLDED = sa.String().with_variant(sa.String(collation="C"), "postgresql")
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
STROKES = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
BATCH = 1000


def upgrade() -> None:
    op.add_column("person", sa.Column("sort_name", FOLDED, nullable=True))
    person = sa.table(
        "person",
        sa.column("id", sa.BigInteger),
        sa.column("family_name", sa.String),
        sa.column("given_name", sa.String),
        sa.column("sort_name", sa.String),
    )
    connection = op.get_bind()
    rows = connection.execute(sa.select(person.c.id, person.c.family_name, person.c.given_name)).all()
    change = person.update().where(person.c.id == sa.bindparam("row")).values(sort_name=sa.bindparam("folded"))
    for start in range(0, len(rows), BATCH):
        batch = [{"row": id_, "folded": _fold(f"{family} {given}")} for id_, family, given in rows[start:][:BATCH]]
        connection.execute(change, batch)
    with op.batch_alter_table("person") as batch_op:
        batch_op.alter_column("sort_name", existing_type=FOLDED, nullable=False)


def downgrade() -> None:
    with op.batch_alter_table("person") as batch_op:
        batch_op.drop_column("sort_name")


def _fold(text: str) -> str:
    lower = unicodedata.normalize("NFC", text).casefold().translate(UMLAUTS).translate(STROKES)
    decomposed = unicodedata.normalize("NFKD", lower)
    plain = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().translate(STROKES)
    return " ".join(re.findall(r"[0-9a-z]+", plain))
