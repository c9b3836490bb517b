"""The first tables."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "20261122_first_tables"
down_revision = None

LONG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
DOCUMENT = sa.JSON().with_variant(postgresql.JSONB, "postgresql")


def upgrade() -> None:
    op.create_table(
        "course",
        sa.Column("id", LONG, nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column(
            "format",
            sa.Enum(
                "self-paced", "seminar", "external", name="format", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.Column(
            "topic",
            sa.Enum(
                "data",
                "digital",
                "communication",
                "self-management",
                "leadership",
                "safety",
                "projects",
                name="topic",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("abilities", DOCUMENT, nullable=False),
        sa.Column("audience", sa.String(), nullable=False),
        sa.Column("provider", sa.String(), nullable=True),
        sa.Column("link", sa.String(), nullable=True),
        sa.Column("effort_minutes", LONG, nullable=False),
        sa.Column("body_html", sa.String(), nullable=False),
        sa.Column("search_title", sa.String().with_variant(sa.String(collation="C"), "postgresql"), nullable=False),
        sa.Column("search_text", sa.String().with_variant(sa.String(collation="C"), "postgresql"), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("origin", sa.String(), nullable=True),
        sa.Column("origin_hash", sa.String(), nullable=True),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("effort_minutes >= 0", name=op.f("ck_course_effort_is_not_negative")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_course")),
        sa.UniqueConstraint("origin", name=op.f("uq_course_origin")),
        sa.UniqueConstraint("slug", name=op.f("uq_course_slug")),
    )
    op.create_index(op.f("ix_course_format"), "course", ["format"], unique=False)
    op.create_index(op.f("ix_course_topic"), "course", ["topic"], unique=False)
    op.create_table(
        "erasure_switch",
        sa.Column("id", LONG, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasure_switch")),
    )
    op.create_table(
        "failed_sign_in",
        sa.Column("id", LONG, nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("network", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_failed_sign_in")),
    )
    op.create_index("ix_failed_sign_in_account", "failed_sign_in", ["account", "at"], unique=False)
    op.create_index("ix_failed_sign_in_network", "failed_sign_in", ["network", "at"], unique=False)
    op.create_table(
        "framework",
        sa.Column("id", LONG, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("title_en", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column(
            "stage",
            sa.Enum(
                "draft", "published", "outdated", name="stage", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.Column("body_html", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=True),
        sa.Column("origin_hash", sa.String(), nullable=True),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_framework")),
        sa.UniqueConstraint("key", name=op.f("uq_framework_key")),
        sa.UniqueConstraint("origin", name=op.f("uq_framework_origin")),
    )
    op.create_table(
        "job_family",
        sa.Column("id", LONG, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("title_en", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job_family")),
        sa.UniqueConstraint("key", name=op.f("uq_job_family_key")),
    )
    op.create_table(
        "lease",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("holder", sa.String(), nullable=False),
        sa.Column("fence", LONG, nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_lease")),
    )
    op.create_table(
        "org_unit",
        sa.Column("id", LONG, nullable=False),
        sa.Column("parent_id", LONG, nullable=True),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "house",
                "department",
                "office",
                "division",
                "section",
                name="unitkind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("short_name", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["parent_id"], ["org_unit.id"], name=op.f("fk_org_unit_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_org_unit")),
        sa.UniqueConstraint("path", name=op.f("uq_org_unit_path")),
    )
    op.create_index(op.f("ix_org_unit_parent_id"), "org_unit", ["parent_id"], unique=False)
    op.create_table(
        "profile",
        sa.Column("id", LONG, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("title_en", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "job", "role", "leadership", name="profilekind", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.Column("body_html", sa.String(), nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("origin", sa.String(), nullable=True),
        sa.Column("origin_hash", sa.String(), nullable=True),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_profile")),
        sa.UniqueConstraint("key", name=op.f("uq_profile_key")),
        sa.UniqueConstraint("origin", name=op.f("uq_profile_origin")),
    )
    op.create_table(
        "static_page",
        sa.Column("id", LONG, nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("body_html", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=True),
        sa.Column("origin_hash", sa.String(), nullable=True),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_static_page")),
        sa.UniqueConstraint("origin", name=op.f("uq_static_page_origin")),
        sa.UniqueConstraint("slug", "language", name=op.f("uq_static_page_slug_language")),
    )
    op.create_table(
        "area",
        sa.Column("id", LONG, nullable=False),
        sa.Column("framework_id", LONG, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("title_en", sa.String(), nullable=False),
        sa.Column("position", LONG, nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=True),
        sa.Column("origin_hash", sa.String(), nullable=True),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["framework_id"], ["framework.id"], name=op.f("fk_area_framework_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_area")),
        sa.UniqueConstraint("framework_id", "key", name=op.f("uq_area_framework_id_key")),
        sa.UniqueConstraint("origin", name=op.f("uq_area_origin")),
    )
    op.create_index(op.f("ix_area_framework_id"), "area", ["framework_id"], unique=False)
    op.create_table(
        "bookable",
        sa.Column("id", LONG, nullable=False),
        sa.Column(
            "kind",
            sa.Enum("session", "event", "slot", name="kind", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opens_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("cancel_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "mode",
            sa.Enum("first-come", "approval", name="mode", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("has_waitlist", sa.Boolean(), nullable=False),
        sa.Column("price_cents", LONG, nullable=False),
        sa.Column("audience_id", LONG, nullable=True),
        sa.Column("calendar_uid", sa.String(), nullable=False),
        sa.Column("calendar_sequence", LONG, nullable=False),
        sa.Column("cancelled_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("closes_at <= starts_at", name=op.f("ck_bookable_closes_before_start")),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_bookable_ends_after_start")),
        sa.ForeignKeyConstraint(["audience_id"], ["org_unit.id"], name=op.f("fk_bookable_audience_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bookable")),
        sa.UniqueConstraint("calendar_uid", name=op.f("uq_bookable_calendar_uid")),
    )
    op.create_index("ix_bookable_starts_at", "bookable", ["starts_at"], unique=False)
    op.create_table(
        "job",
        sa.Column("id", LONG, nullable=False),
        sa.Column("family_id", LONG, nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column(
            "grade",
            sa.Enum(
                "head-of-department",
                "head-of-office",
                "head-of-division",
                "head-of-section",
                "senior-clerk",
                "clerk",
                "assistant",
                "trades",
                "trainee",
                name="grade",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(["family_id"], ["job_family.id"], name=op.f("fk_job_family_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job")),
    )
    op.create_index(op.f("ix_job_family_id"), "job", ["family_id"], unique=False)
    op.create_table(
        "level",
        sa.Column("framework_id", LONG, nullable=False),
        sa.Column("number", LONG, nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("title_en", sa.String(), nullable=False),
        sa.CheckConstraint("number BETWEEN 0 AND 9", name=op.f("ck_level_number_is_small")),
        sa.ForeignKeyConstraint(["framework_id"], ["framework.id"], name=op.f("fk_level_framework_id")),
        sa.PrimaryKeyConstraint("framework_id", "number", name=op.f("pk_level")),
    )
    op.create_table(
        "prerequisite",
        sa.Column("course_id", LONG, nullable=False),
        sa.Column("required_id", LONG, nullable=False),
        sa.CheckConstraint("course_id <> required_id", name=op.f("ck_prerequisite_not_itself")),
        sa.ForeignKeyConstraint(["course_id"], ["course.id"], name=op.f("fk_prerequisite_course_id")),
        sa.ForeignKeyConstraint(["required_id"], ["course.id"], name=op.f("fk_prerequisite_required_id")),
        sa.PrimaryKeyConstraint("course_id", "required_id", name=op.f("pk_prerequisite")),
    )
    op.create_table(
        "profile_family",
        sa.Column("profile_id", LONG, nullable=False),
        sa.Column("family_id", LONG, nullable=False),
        sa.ForeignKeyConstraint(["family_id"], ["job_family.id"], name=op.f("fk_profile_family_family_id")),
        sa.ForeignKeyConstraint(["profile_id"], ["profile.id"], name=op.f("fk_profile_family_profile_id")),
        sa.PrimaryKeyConstraint("profile_id", "family_id", name=op.f("pk_profile_family")),
        sa.UniqueConstraint("family_id", name=op.f("uq_profile_family_family_id")),
    )
    op.create_table(
        "unit",
        sa.Column("id", LONG, nullable=False),
        sa.Column("course_id", LONG, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("position", LONG, nullable=False),
        sa.Column("minutes", LONG, nullable=False),
        sa.Column("body_html", sa.String(), nullable=False),
        sa.Column("check", sa.JSON(), nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("origin", sa.String(), nullable=True),
        sa.Column("origin_hash", sa.String(), nullable=True),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("minutes BETWEEN 3 AND 20", name=op.f("ck_unit_minutes_fit_a_break")),
        sa.ForeignKeyConstraint(["course_id"], ["course.id"], name=op.f("fk_unit_course_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit")),
        sa.UniqueConstraint("key", name=op.f("uq_unit_key")),
        sa.UniqueConstraint("origin", name=op.f("uq_unit_origin")),
    )
    op.create_index("ix_unit_course_position", "unit", ["course_id", "position"], unique=False)
    op.create_table(
        "competence",
        sa.Column("id", LONG, nullable=False),
        sa.Column("area_id", LONG, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("title_en", sa.String(), nullable=False),
        sa.Column("position", LONG, nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("origin", sa.String(), nullable=True),
        sa.Column("origin_hash", sa.String(), nullable=True),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["area_id"], ["area.id"], name=op.f("fk_competence_area_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_competence")),
        sa.UniqueConstraint("key", name=op.f("uq_competence_key")),
        sa.UniqueConstraint("origin", name=op.f("uq_competence_origin")),
    )
    op.create_index(op.f("ix_competence_area_id"), "competence", ["area_id"], unique=False)
    op.create_table(
        "event",
        sa.Column("id", LONG, nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("body_html", sa.String(), nullable=False),
        sa.Column("bookable_id", LONG, nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("origin", sa.String(), nullable=True),
        sa.Column("origin_hash", sa.String(), nullable=True),
        sa.Column("edited_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["bookable_id"], ["bookable.id"], name=op.f("fk_event_bookable_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
        sa.UniqueConstraint("bookable_id", name=op.f("uq_event_bookable_id")),
        sa.UniqueConstraint("key", name=op.f("uq_event_key")),
        sa.UniqueConstraint("origin", name=op.f("uq_event_origin")),
    )
    op.create_table(
        "person",
        sa.Column("id", LONG, nullable=False),
        sa.Column("personnel_number", sa.String(), nullable=False),
        sa.Column("given_name", sa.String(), nullable=False),
        sa.Column("family_name", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("unit_id", LONG, nullable=False),
        sa.Column("job_id", LONG, nullable=True),
        sa.Column("weekly_percent", LONG, nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("entered_on", sa.Date(), nullable=False),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.CheckConstraint("email = lower(email)", name=op.f("ck_person_email_is_lower_case")),
        sa.CheckConstraint("left_on IS NULL OR left_on >= entered_on", name=op.f("ck_person_left_after_entering")),
        sa.CheckConstraint("weekly_percent BETWEEN 1 AND 100", name=op.f("ck_person_weekly_percent_is_a_share")),
        sa.ForeignKeyConstraint(["job_id"], ["job.id"], name=op.f("fk_person_job_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["org_unit.id"], name=op.f("fk_person_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
        sa.UniqueConstraint("email", name=op.f("uq_person_email")),
        sa.UniqueConstraint("personnel_number", name=op.f("uq_person_personnel_number")),
    )
    op.create_index(op.f("ix_person_job_id"), "person", ["job_id"], unique=False)
    op.create_index("ix_person_names", "person", ["family_name", "given_name"], unique=False)
    op.create_index(op.f("ix_person_unit_id"), "person", ["unit_id"], unique=False)
    op.create_table(
        "pool",
        sa.Column("id", LONG, nullable=False),
        sa.Column("bookable_id", LONG, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("capacity", LONG, nullable=True),
        sa.Column("allowance", LONG, nullable=False),
        sa.CheckConstraint("allowance >= 0", name=op.f("ck_pool_allowance_is_not_negative")),
        sa.CheckConstraint("capacity >= 0", name=op.f("ck_pool_capacity_is_not_negative")),
        sa.ForeignKeyConstraint(["bookable_id"], ["bookable.id"], name=op.f("fk_pool_bookable_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pool")),
        sa.UniqueConstraint("bookable_id", "name", name=op.f("uq_pool_bookable_id_name")),
    )
    op.create_table(
        "session",
        sa.Column("id", LONG, nullable=False),
        sa.Column("course_id", LONG, nullable=False),
        sa.Column("bookable_id", LONG, nullable=False),
        sa.Column("trainer", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["bookable_id"], ["bookable.id"], name=op.f("fk_session_bookable_id")),
        sa.ForeignKeyConstraint(["course_id"], ["course.id"], name=op.f("fk_session_course_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session")),
        sa.UniqueConstraint("bookable_id", name=op.f("uq_session_bookable_id")),
        sa.UniqueConstraint("origin", name=op.f("uq_session_origin")),
    )
    op.create_index(op.f("ix_session_course_id"), "session", ["course_id"], unique=False)
    op.create_table(
        "span",
        sa.Column("id", LONG, nullable=False),
        sa.Column("bookable_id", LONG, nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_span_ends_after_start")),
        sa.ForeignKeyConstraint(["bookable_id"], ["bookable.id"], name=op.f("fk_span_bookable_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_span")),
    )
    op.create_index(op.f("ix_span_bookable_id"), "span", ["bookable_id"], unique=False)
    op.create_table(
        "absence",
        sa.Column("id", LONG, nullable=False),
        sa.Column("person_id", LONG, nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_absence_ends_after_start")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_absence_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence")),
    )
    op.create_index(op.f("ix_absence_person_id"), "absence", ["person_id"], unique=False)
    op.create_table(
        "activity",
        sa.Column("id", LONG, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_id", LONG, nullable=True),
        sa.Column("verb", sa.String(), nullable=False),
        sa.Column("subject_kind", sa.String(), nullable=False),
        sa.Column("subject_id", LONG, nullable=False),
        sa.Column("details", DOCUMENT, nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["person.id"], name=op.f("fk_activity_actor_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity")),
    )
    op.create_index(op.f("ix_activity_actor_id"), "activity", ["actor_id"], unique=False)
    op.create_index("ix_activity_subject", "activity", ["subject_kind", "subject_id"], unique=False)
    op.create_table(
        "booking",
        sa.Column("id", LONG, nullable=False),
        sa.Column("bookable_id", LONG, nullable=False),
        sa.Column("person_id", LONG, nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "requested",
                "confirmed",
                "waitlisted",
                "offered",
                "declined",
                "cancelled",
                name="state",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "way",
            sa.Enum("self", "approval", name="way", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("takes_seat_at_once", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by_id", LONG, nullable=True),
        sa.Column("decision_note", sa.String(), nullable=True),
        sa.CheckConstraint(
            "(decided_at IS NULL) = (decided_by_id IS NULL)", name=op.f("ck_booking_decided_both_or_neither")
        ),
        sa.ForeignKeyConstraint(["bookable_id"], ["bookable.id"], name=op.f("fk_booking_bookable_id")),
        sa.ForeignKeyConstraint(["decided_by_id"], ["person.id"], name=op.f("fk_booking_decided_by_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_booking_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_booking")),
    )
    op.create_index("ix_booking_line", "booking", ["bookable_id", "state", "requested_at", "id"], unique=False)
    op.create_index("ix_booking_person_state", "booking", ["person_id", "state"], unique=False)
    op.create_index(
        "one_live_booking",
        "booking",
        ["bookable_id", "person_id"],
        unique=True,
        sqlite_where=sa.text("state IN ('requested', 'confirmed', 'waitlisted', 'offered')"),
        postgresql_where=sa.text("state IN ('requested', 'confirmed', 'waitlisted', 'offered')"),
    )
    op.create_table(
        "credential",
        sa.Column("person_id", LONG, nullable=False),
        sa.Column("password_hash", sa.String(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_credential_person_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_credential")),
    )
    op.create_table(
        "enrolment",
        sa.Column("id", LONG, nullable=False),
        sa.Column("person_id", LONG, nullable=False),
        sa.Column("course_id", LONG, nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("completed_on", sa.Date(), nullable=True),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("completed_on IS NULL OR left_at IS NULL", name=op.f("ck_enrolment_completed_or_left")),
        sa.ForeignKeyConstraint(["course_id"], ["course.id"], name=op.f("fk_enrolment_course_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_enrolment_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enrolment")),
        sa.UniqueConstraint("person_id", "course_id", name=op.f("uq_enrolment_person_id_course_id")),
    )
    op.create_index(op.f("ix_enrolment_course_id"), "enrolment", ["course_id"], unique=False)
    op.create_table(
        "goal",
        sa.Column("person_id", LONG, nullable=False),
        sa.Column("profile_id", LONG, nullable=False),
        sa.Column("chosen_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_goal_person_id")),
        sa.ForeignKeyConstraint(["profile_id"], ["profile.id"], name=op.f("fk_goal_profile_id")),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_goal")),
    )
    op.create_table(
        "leadership",
        sa.Column("id", LONG, nullable=False),
        sa.Column("unit_id", LONG, nullable=False),
        sa.Column("person_id", LONG, nullable=False),
        sa.Column(
            "position",
            sa.Enum("head", "deputy", name="position", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "position = 'head' OR valid_to IS NOT NULL", name=op.f("ck_leadership_deputies_have_an_end")
        ),
        sa.CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name=op.f("ck_leadership_ends_after_start")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_leadership_person_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["org_unit.id"], name=op.f("fk_leadership_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leadership")),
    )
    op.create_index(op.f("ix_leadership_person_id"), "leadership", ["person_id"], unique=False)
    op.create_index(op.f("ix_leadership_unit_id"), "leadership", ["unit_id"], unique=False)
    op.create_index(
        "one_head_until_further_notice",
        "leadership",
        ["unit_id"],
        unique=True,
        sqlite_where=sa.text("position = 'head' AND valid_to IS NULL"),
        postgresql_where=sa.text("position = 'head' AND valid_to IS NULL"),
    )
    op.create_table(
        "level_description",
        sa.Column("competence_id", LONG, nullable=False),
        sa.Column("number", LONG, nullable=False),
        sa.Column("behaviour", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["competence_id"], ["competence.id"], name=op.f("fk_level_description_competence_id")),
        sa.PrimaryKeyConstraint("competence_id", "number", name=op.f("pk_level_description")),
    )
    op.create_table(
        "mail",
        sa.Column("id", LONG, nullable=False),
        sa.Column("person_id", LONG, nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "booking-requested",
                "booking-confirmed",
                "booking-waitlisted",
                "booking-declined",
                "booking-cancelled",
                "seat-offered",
                "offer-expired",
                "decision-waiting",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("values", DOCUMENT, nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("queued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "stage",
            sa.Enum("waiting", "sent", "dead", name="mailstage", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("failures", LONG, nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_mail_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mail")),
    )
    op.create_index("ix_mail_due", "mail", ["stage", "due_at"], unique=False)
    op.create_index(op.f("ix_mail_person_id"), "mail", ["person_id"], unique=False)
    op.create_table(
        "notice",
        sa.Column("id", LONG, nullable=False),
        sa.Column("person_id", LONG, nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "booking-requested",
                "booking-confirmed",
                "booking-waitlisted",
                "booking-declined",
                "booking-cancelled",
                "seat-offered",
                "offer-expired",
                "decision-waiting",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("values", DOCUMENT, nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_notice_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
    )
    op.create_index("ix_notice_person_at", "notice", ["person_id", "at"], unique=False)
    op.create_table(
        "organiser",
        sa.Column("bookable_id", LONG, nullable=False),
        sa.Column("person_id", LONG, nullable=False),
        sa.ForeignKeyConstraint(["bookable_id"], ["bookable.id"], name=op.f("fk_organiser_bookable_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_organiser_person_id")),
        sa.PrimaryKeyConstraint("bookable_id", "person_id", name=op.f("pk_organiser")),
    )
    op.create_index(op.f("ix_organiser_person_id"), "organiser", ["person_id"], unique=False)
    op.create_table(
        "outcome",
        sa.Column("course_id", LONG, nullable=False),
        sa.Column("competence_id", LONG, nullable=False),
        sa.Column("from_level", LONG, nullable=False),
        sa.Column("to_level", LONG, nullable=False),
        sa.CheckConstraint("to_level > from_level AND from_level >= 0", name=op.f("ck_outcome_leads_upwards")),
        sa.ForeignKeyConstraint(["competence_id"], ["competence.id"], name=op.f("fk_outcome_competence_id")),
        sa.ForeignKeyConstraint(["course_id"], ["course.id"], name=op.f("fk_outcome_course_id")),
        sa.PrimaryKeyConstraint("course_id", "competence_id", name=op.f("pk_outcome")),
    )
    op.create_index(op.f("ix_outcome_competence_id"), "outcome", ["competence_id"], unique=False)
    op.create_table(
        "plan",
        sa.Column("id", LONG, nullable=False),
        sa.Column("person_id", LONG, nullable=False),
        sa.Column("weekly_minutes", LONG, nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", LONG, nullable=False),
        sa.CheckConstraint("weekly_minutes BETWEEN 15 AND 1200", name=op.f("ck_plan_weekly_minutes_are_sensible")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_plan_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan")),
        sa.UniqueConstraint("person_id", name=op.f("uq_plan_person_id")),
    )
    op.create_table(
        "read_audit",
        sa.Column("id", LONG, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("viewer_id", LONG, nullable=False),
        sa.Column("person_id", LONG, nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_read_audit_person_id")),
        sa.ForeignKeyConstraint(["viewer_id"], ["person.id"], name=op.f("fk_read_audit_viewer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_read_audit")),
    )
    op.create_index(op.f("ix_read_audit_person_id"), "read_audit", ["person_id"], unique=False)
    op.create_index(op.f("ix_read_audit_viewer_id"), "read_audit", ["viewer_id"], unique=False)
    op.create_table(
        "role_grant",
        sa.Column("id", LONG, nullable=False),
        sa.Column("person_id", LONG, nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "hr",
                "organiser",
                "administrator",
                "auditor",
                name="role",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("scope_id", LONG, nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name=op.f("ck_role_grant_ends_after_start")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_role_grant_person_id")),
        sa.ForeignKeyConstraint(["scope_id"], ["org_unit.id"], name=op.f("fk_role_grant_scope_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role_grant")),
    )
    op.create_index(op.f("ix_role_grant_person_id"), "role_grant", ["person_id"], unique=False)
    op.create_table(
        "sign_in",
        sa.Column("id", LONG, nullable=False),
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("person_id", LONG, nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("device", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_sign_in_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_sign_in_token_hash")),
    )
    op.create_index(op.f("ix_sign_in_person_id"), "sign_in", ["person_id"], unique=False)
    op.create_table(
        "statement",
        sa.Column("id", LONG, nullable=False),
        sa.Column("person_id", LONG, nullable=False),
        sa.Column("competence_id", LONG, nullable=False),
        sa.Column("level", LONG, nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "self",
                "leader",
                "colleague",
                "assessor",
                "test",
                "completion",
                "attendance",
                "practice",
                "external",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("actor_id", LONG, nullable=True),
        sa.Column("observed_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("retracts_id", LONG, nullable=True),
        sa.CheckConstraint(
            "(kind = 'self') = (actor_id = person_id) OR actor_id IS NULL",
            name=op.f("ck_statement_self_is_by_the_person"),
        ),
        sa.CheckConstraint("level BETWEEN 0 AND 9", name=op.f("ck_statement_level_is_on_a_scale")),
        sa.ForeignKeyConstraint(["actor_id"], ["person.id"], name=op.f("fk_statement_actor_id")),
        sa.ForeignKeyConstraint(["competence_id"], ["competence.id"], name=op.f("fk_statement_competence_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_statement_person_id")),
        sa.ForeignKeyConstraint(["retracts_id"], ["statement.id"], name=op.f("fk_statement_retracts_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statement")),
        sa.UniqueConstraint("retracts_id", name=op.f("uq_statement_retracts_id")),
    )
    op.create_index(op.f("ix_statement_actor_id"), "statement", ["actor_id"], unique=False)
    op.create_index(op.f("ix_statement_competence_id"), "statement", ["competence_id"], unique=False)
    op.create_index(
        "ix_statement_person_competence", "statement", ["person_id", "competence_id", "observed_on"], unique=False
    )
    op.create_table(
        "target",
        sa.Column("profile_id", LONG, nullable=False),
        sa.Column("competence_id", LONG, nullable=False),
        sa.Column("level", LONG, nullable=False),
        sa.CheckConstraint("level BETWEEN 1 AND 9", name=op.f("ck_target_level_is_above_zero")),
        sa.ForeignKeyConstraint(["competence_id"], ["competence.id"], name=op.f("fk_target_competence_id")),
        sa.ForeignKeyConstraint(["profile_id"], ["profile.id"], name=op.f("fk_target_profile_id")),
        sa.PrimaryKeyConstraint("profile_id", "competence_id", name=op.f("pk_target")),
    )
    op.create_table(
        "task",
        sa.Column("id", LONG, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("arguments", DOCUMENT, nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("person_id", LONG, nullable=True),
        sa.Column(
            "stage",
            sa.Enum(
                "waiting",
                "running",
                "done",
                "failed",
                name="stage",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("queued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tries", LONG, nullable=False),
        sa.Column("done_steps", LONG, nullable=False),
        sa.Column("all_steps", LONG, nullable=False),
        sa.Column("result", DOCUMENT, nullable=True),
        sa.Column("trouble", sa.String(), nullable=True),
        sa.CheckConstraint("done_steps >= 0 AND done_steps <= all_steps", name=op.f("ck_task_progress_within_bounds")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_task_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task")),
    )
    op.create_index("ix_task_due", "task", ["stage", "due_at"], unique=False)
    op.create_index(op.f("ix_task_person_id"), "task", ["person_id"], unique=False)
    op.create_table(
        "unit_progress",
        sa.Column("person_id", LONG, nullable=False),
        sa.Column("unit_id", LONG, nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_unit_progress_person_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_unit_progress_unit_id")),
        sa.PrimaryKeyConstraint("person_id", "unit_id", name=op.f("pk_unit_progress")),
    )
    op.create_index(op.f("ix_unit_progress_unit_id"), "unit_progress", ["unit_id"], unique=False)
    op.create_table(
        "attendance",
        sa.Column("id", LONG, nullable=False),
        sa.Column("booking_id", LONG, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by_id", LONG, nullable=False),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"], name=op.f("fk_attendance_booking_id")),
        sa.ForeignKeyConstraint(["recorded_by_id"], ["person.id"], name=op.f("fk_attendance_recorded_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendance")),
        sa.UniqueConstraint("booking_id", "day", name=op.f("uq_attendance_booking_id_day")),
    )
    op.create_table(
        "booking_change",
        sa.Column("id", LONG, nullable=False),
        sa.Column("booking_id", LONG, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_id", LONG, nullable=True),
        sa.Column("from_state", sa.String(), nullable=True),
        sa.Column(
            "to_state",
            sa.Enum(
                "requested",
                "confirmed",
                "waitlisted",
                "offered",
                "declined",
                "cancelled",
                name="state",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["person.id"], name=op.f("fk_booking_change_actor_id")),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"], name=op.f("fk_booking_change_booking_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_booking_change")),
    )
    op.create_index(op.f("ix_booking_change_booking_id"), "booking_change", ["booking_id"], unique=False)
    op.create_table(
        "offer",
        sa.Column("id", LONG, nullable=False),
        sa.Column("booking_id", LONG, nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("expires_at >= made_at", name=op.f("ck_offer_expires_after_made")),
        sa.ForeignKeyConstraint(["booking_id"], ["booking.id"], name=op.f("fk_offer_booking_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offer")),
        sa.UniqueConstraint("booking_id", name=op.f("uq_offer_booking_id")),
    )
    op.create_table(
        "plan_item",
        sa.Column("id", LONG, nullable=False),
        sa.Column("plan_id", LONG, nullable=False),
        sa.Column(
            "kind",
            sa.Enum("course", "event", "own", name="itemkind", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("course_id", LONG, nullable=True),
        sa.Column("event_id", LONG, nullable=True),
        sa.Column("competence_id", LONG, nullable=True),
        sa.Column("target_level", LONG, nullable=True),
        sa.Column("minutes", LONG, nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("position", LONG, nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(competence_id IS NULL) = (target_level IS NULL)", name=op.f("ck_plan_item_target_both_or_neither")
        ),
        sa.CheckConstraint("minutes >= 0", name=op.f("ck_plan_item_minutes_are_not_negative")),
        sa.ForeignKeyConstraint(["competence_id"], ["competence.id"], name=op.f("fk_plan_item_competence_id")),
        sa.ForeignKeyConstraint(["course_id"], ["course.id"], name=op.f("fk_plan_item_course_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_plan_item_event_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_plan_item_plan_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_item")),
    )
    op.create_index(op.f("ix_plan_item_course_id"), "plan_item", ["course_id"], unique=False)
    op.create_index(op.f("ix_plan_item_event_id"), "plan_item", ["event_id"], unique=False)
    op.create_index("ix_plan_item_plan_position", "plan_item", ["plan_id", "position"], unique=False)

    for table in APPEND_ONLY:
        for statement in TRIGGERS[op.get_bind().dialect.name]:
            op.execute(statement.format(table=table))


APPEND_ONLY = ("activity", "read_audit", "statement", "booking_change")
TRIGGERS = {
    "sqlite": [
        """CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}
        BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END""",
        """CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}
        WHEN NOT EXISTS (SELECT 1 FROM erasure_switch)
        BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END""",
    ],
    "postgresql": [
        """CREATE FUNCTION {table}_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM erasure_switch) THEN RETURN OLD; END IF;
        RAISE EXCEPTION '{table} is append-only'; END $$""",
        """CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}
        FOR EACH ROW EXECUTE FUNCTION {table}_is_append_only()""",
    ],
}
