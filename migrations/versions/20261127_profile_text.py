"""The text of a profile can be read and corrected by HR, and a talk keeps what its profile asked for on its day."""

import sqlalchemy as sa
from alembic import op

revision = "20261127_profile_text"
down_revision = "20261126_weights_and_proofs"

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
NAME = "ck_agreed_level_target_is_above_zero"
ASKED = """
    UPDATE agreed_level SET target = (
        SELECT MAX(target.level) FROM target JOIN talk ON talk.profile_id = target.profile_id
        WHERE talk.id = agreed_level.talk_id AND target.competence_id = agreed_level.competence_id)
"""
ASKED_OF_THE_NEXT_VERSION = """
    UPDATE agreed_level SET target = (
        SELECT MAX(target.level) FROM target JOIN talk ON talk.profile_id = target.profile_id
        JOIN competence_link ON competence_link.to_id = target.competence_id
        WHERE talk.id = agreed_level.talk_id AND competence_link.from_id = agreed_level.competence_id
        AND competence_link.kind = 'replaced-by')
    WHERE target IS NULL
"""


def upgrade() -> None:
    with op.batch_alter_table("profile") as batch:
        batch.add_column(sa.Column("body", sa.String(), server_default="", nullable=False))
    with op.batch_alter_table("profile") as batch:
        batch.alter_column("body", server_default=None)
    with op.batch_alter_table("agreed_level") as batch:
        batch.add_column(sa.Column("target", LONG, nullable=True))
        batch.create_check_constraint(op.f(NAME), "target BETWEEN 1 AND 9")
    op.execute(ASKED)
    op.execute(ASKED_OF_THE_NEXT_VERSION)


def downgrade() -> None:
    with op.batch_alter_table("agreed_level") as batch:
        batch.drop_constraint(op.f(NAME), type_="check")
        batch.drop_column("target")
    with op.batch_alter_table("profile") as batch:
        batch.drop_column("body")
