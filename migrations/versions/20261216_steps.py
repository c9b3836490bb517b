"""A step agreed in a talk may be for a competence, and lead to a level of it."""

import sqlalchemy as sa
from alembic import op

revision = "20261216_steps"
down_revision = "20261214_stands"

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    with op.batch_alter_table("talk_item") as table:
        table.add_column(sa.Column("competence_id", LONG, nullable=True))
        table.add_column(sa.Column("target_level", LONG, nullable=True))
        table.create_foreign_key(op.f("fk_talk_item_competence_id"), "competence", ["competence_id"], ["id"])
        table.create_check_constraint(
            op.f("ck_talk_item_level_of_a_competence"), "target_level IS NULL OR competence_id IS NOT NULL"
        )


def downgrade() -> None:
    with op.batch_alter_table("talk_item") as table:
        table.drop_constraint(op.f("ck_talk_item_level_of_a_competence"), type_="check")
        table.drop_constraint(op.f("fk_talk_item_competence_id"), type_="foreignkey")
        table.drop_column("target_level")
        table.drop_column("competence_id")
