"""Talks, buddies, weekly reviews and questions about practice."""

import sqlalchemy as sa
from alembic import op

revision = "20261125_talks_buddies_reviews"
down_revision = "20261125_plan_templates"

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    op.create_table(
        "buddy_pair",
        sa.Column("id", LONG, nullable=False),
        sa.Column("person_id", LONG, nullable=False),
        sa.Column("buddy_id", LONG, nullable=False),
        sa.Column("asked_by_id", LONG, nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("declined_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("weekday", LONG, nullable=False),
        sa.Column("time", sa.Time(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_by_id", LONG, nullable=True),
        sa.CheckConstraint(
            "(ended_at IS NULL) = (ended_by_id IS NULL)", name=op.f("ck_buddy_pair_ended_both_or_neither")
        ),
        sa.CheckConstraint(
            "accepted_at IS NULL OR declined_at IS NULL", name=op.f("ck_buddy_pair_accepted_or_declined")
        ),
        sa.CheckConstraint("buddy_id <> person_id", name=op.f("ck_buddy_pair_not_oneself")),
        sa.CheckConstraint("weekday BETWEEN 0 AND 4", name=op.f("ck_buddy_pair_weekday_is_a_working_day")),
        sa.ForeignKeyConstraint(["asked_by_id"], ["person.id"], name=op.f("fk_buddy_pair_asked_by_id")),
        sa.ForeignKeyConstraint(["buddy_id"], ["person.id"], name=op.f("fk_buddy_pair_buddy_id")),
        sa.ForeignKeyConstraint(["ended_by_id"], ["person.id"], name=op.f("fk_buddy_pair_ended_by_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_buddy_pair_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_buddy_pair")),
    )
    op.create_index(op.f("ix_buddy_pair_buddy_id"), "buddy_pair", ["buddy_id"], unique=False)
    op.create_index(
        "one_live_pair",
        "buddy_pair",
        ["person_id", "buddy_id"],
        unique=True,
        sqlite_where=sa.text("declined_at IS NULL AND ended_at IS NULL"),
        postgresql_where=sa.text("declined_at IS NULL AND ended_at IS NULL"),
    )

    op.create_table(
        "practice_question",
        sa.Column("id", LONG, nullable=False),
        sa.Column("person_id", LONG, nullable=False),
        sa.Column("course_id", LONG, nullable=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("weeks", LONG, nullable=False),
        sa.Column("learnt_on", sa.Date(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column(
            "answer",
            sa.Enum(
                "applied", "not-yet", "dismissed", name="answer", native_enum=False, create_constraint=True, length=32
            ),
            nullable=True,
        ),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.CheckConstraint(
            "(answer IS NULL) = (answered_at IS NULL)", name=op.f("ck_practice_question_answered_both_or_neither")
        ),
        sa.ForeignKeyConstraint(
            ["course_id"], ["course.id"], name=op.f("fk_practice_question_course_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_practice_question_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_practice_question")),
        sa.UniqueConstraint(
            "person_id", "course_id", "weeks", name=op.f("uq_practice_question_person_id_course_id_weeks")
        ),
    )
    op.create_index(op.f("ix_practice_question_course_id"), "practice_question", ["course_id"], unique=False)

    op.create_table(
        "talk",
        sa.Column("id", LONG, nullable=False),
        sa.Column("person_id", LONG, nullable=False),
        sa.Column("proposed_by_id", LONG, nullable=False),
        sa.Column("profile_id", LONG, nullable=True),
        sa.Column("planned_on", sa.Date(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("recorded_by_id", LONG, nullable=True),
        sa.Column("record_number", LONG, nullable=False),
        sa.Column("agreed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("agreed_by_id", LONG, nullable=True),
        sa.Column("called_off_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("(agreed_at IS NULL) = (agreed_by_id IS NULL)", name=op.f("ck_talk_agreed_both_or_neither")),
        sa.CheckConstraint(
            "(recorded_at IS NULL) = (recorded_by_id IS NULL)", name=op.f("ck_talk_recorded_both_or_neither")
        ),
        sa.CheckConstraint("agreed_at IS NULL OR called_off_at IS NULL", name=op.f("ck_talk_agreed_or_called_off")),
        sa.CheckConstraint("agreed_at IS NULL OR recorded_at IS NOT NULL", name=op.f("ck_talk_agreed_after_recorded")),
        sa.CheckConstraint("agreed_by_id <> recorded_by_id", name=op.f("ck_talk_agreed_by_the_other")),
        sa.ForeignKeyConstraint(["agreed_by_id"], ["person.id"], name=op.f("fk_talk_agreed_by_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_talk_person_id")),
        sa.ForeignKeyConstraint(["profile_id"], ["profile.id"], name=op.f("fk_talk_profile_id")),
        sa.ForeignKeyConstraint(["proposed_by_id"], ["person.id"], name=op.f("fk_talk_proposed_by_id")),
        sa.ForeignKeyConstraint(["recorded_by_id"], ["person.id"], name=op.f("fk_talk_recorded_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_talk")),
    )
    op.create_index(op.f("ix_talk_person_id"), "talk", ["person_id"], unique=False)
    op.create_index(
        "one_open_talk",
        "talk",
        ["person_id"],
        unique=True,
        sqlite_where=sa.text("agreed_at IS NULL AND called_off_at IS NULL"),
        postgresql_where=sa.text("agreed_at IS NULL AND called_off_at IS NULL"),
    )

    op.create_table(
        "weekly_review",
        sa.Column("id", LONG, nullable=False),
        sa.Column("person_id", LONG, nullable=False),
        sa.Column("monday", sa.Date(), nullable=False),
        sa.Column("worked", sa.String(), nullable=False),
        sa.Column("hindered", sa.String(), nullable=False),
        sa.Column("next_week", sa.String(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_weekly_review_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_weekly_review")),
        sa.UniqueConstraint("person_id", "monday", name=op.f("uq_weekly_review_person_id_monday")),
    )
    op.create_table(
        "agreed_level",
        sa.Column("talk_id", LONG, nullable=False),
        sa.Column("competence_id", LONG, nullable=False),
        sa.Column("level", LONG, nullable=False),
        sa.CheckConstraint("level BETWEEN 0 AND 9", name=op.f("ck_agreed_level_level_is_on_a_scale")),
        sa.ForeignKeyConstraint(["competence_id"], ["competence.id"], name=op.f("fk_agreed_level_competence_id")),
        sa.ForeignKeyConstraint(["talk_id"], ["talk.id"], name=op.f("fk_agreed_level_talk_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("talk_id", "competence_id", name=op.f("pk_agreed_level")),
    )
    op.create_table(
        "buddy_note",
        sa.Column("id", LONG, nullable=False),
        sa.Column("pair_id", LONG, nullable=False),
        sa.Column("author_id", LONG, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_buddy_note_author_id")),
        sa.ForeignKeyConstraint(["pair_id"], ["buddy_pair.id"], name=op.f("fk_buddy_note_pair_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_buddy_note")),
        sa.UniqueConstraint("pair_id", "author_id", "day", name=op.f("uq_buddy_note_pair_id_author_id_day")),
    )
    op.create_index(op.f("ix_buddy_note_author_id"), "buddy_note", ["author_id"], unique=False)

    op.create_table(
        "buddy_skip",
        sa.Column("pair_id", LONG, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["pair_id"], ["buddy_pair.id"], name=op.f("fk_buddy_skip_pair_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("pair_id", "day", name=op.f("pk_buddy_skip")),
    )
    op.create_table(
        "talk_side",
        sa.Column("id", LONG, nullable=False),
        sa.Column("talk_id", LONG, nullable=False),
        sa.Column("author_id", LONG, nullable=False),
        sa.Column(
            "side",
            sa.Enum("employee", "leader", name="side", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("looking_back", sa.String(), nullable=False),
        sa.Column("helping", sa.String(), nullable=False),
        sa.Column("looking_ahead", sa.String(), nullable=False),
        sa.Column("steps", sa.String(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("released_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_talk_side_author_id")),
        sa.ForeignKeyConstraint(["talk_id"], ["talk.id"], name=op.f("fk_talk_side_talk_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_talk_side")),
        sa.UniqueConstraint("talk_id", "author_id", name=op.f("uq_talk_side_talk_id_author_id")),
    )
    op.create_index(op.f("ix_talk_side_author_id"), "talk_side", ["author_id"], unique=False)
    op.create_index(op.f("ix_talk_side_changed_at"), "talk_side", ["changed_at"], unique=False)
    op.create_index(
        "one_released_side",
        "talk_side",
        ["talk_id", "side"],
        unique=True,
        sqlite_where=sa.text("released_at IS NOT NULL"),
        postgresql_where=sa.text("released_at IS NOT NULL"),
    )

    op.create_table(
        "talk_item",
        sa.Column("id", LONG, nullable=False),
        sa.Column("talk_id", LONG, nullable=False),
        sa.Column("position", LONG, nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("minutes", LONG, nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("plan_item_id", LONG, nullable=True),
        sa.CheckConstraint("minutes BETWEEN 1 AND 3600", name=op.f("ck_talk_item_minutes_are_sensible")),
        sa.ForeignKeyConstraint(
            ["plan_item_id"], ["plan_item.id"], name=op.f("fk_talk_item_plan_item_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["talk_id"], ["talk.id"], name=op.f("fk_talk_item_talk_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_talk_item")),
        sa.UniqueConstraint("talk_id", "position", name=op.f("uq_talk_item_talk_id_position")),
    )
    op.create_index(op.f("ix_talk_item_plan_item_id"), "talk_item", ["plan_item_id"], unique=False)

    op.create_table(
        "wished_level",
        sa.Column("side_id", LONG, nullable=False),
        sa.Column("competence_id", LONG, nullable=False),
        sa.Column("level", LONG, nullable=False),
        sa.CheckConstraint("level BETWEEN 0 AND 9", name=op.f("ck_wished_level_level_is_on_a_scale")),
        sa.ForeignKeyConstraint(["competence_id"], ["competence.id"], name=op.f("fk_wished_level_competence_id")),
        sa.ForeignKeyConstraint(
            ["side_id"], ["talk_side.id"], name=op.f("fk_wished_level_side_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("side_id", "competence_id", name=op.f("pk_wished_level")),
    )
