SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
CREATE FUNCTION public.activity_is_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN
        IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM erasure_switch) THEN RETURN OLD; END IF;
        RAISE EXCEPTION 'activity is append-only'; END $$;
CREATE FUNCTION public.booking_change_is_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN
        IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM erasure_switch) THEN RETURN OLD; END IF;
        RAISE EXCEPTION 'booking_change is append-only'; END $$;
CREATE FUNCTION public.read_audit_is_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN
        IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM erasure_switch) THEN RETURN OLD; END IF;
        RAISE EXCEPTION 'read_audit is append-only'; END $$;
CREATE FUNCTION public.statement_is_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN
        IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM erasure_switch) THEN RETURN OLD; END IF;
        RAISE EXCEPTION 'statement is append-only'; END $$;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE public.absence (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    CONSTRAINT ck_absence_ends_after_start CHECK ((ends_on >= starts_on))
);
CREATE SEQUENCE public.absence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.absence_id_seq OWNED BY public.absence.id;
CREATE TABLE public.activity (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    actor_id bigint,
    verb character varying NOT NULL,
    subject_kind character varying NOT NULL,
    subject_id bigint NOT NULL,
    details jsonb NOT NULL
);
CREATE SEQUENCE public.activity_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.activity_id_seq OWNED BY public.activity.id;
CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);
CREATE TABLE public.area (
    id bigint NOT NULL,
    framework_id bigint NOT NULL,
    key character varying NOT NULL,
    title character varying NOT NULL,
    title_en character varying NOT NULL,
    "position" bigint NOT NULL,
    body character varying NOT NULL,
    origin character varying,
    origin_hash character varying,
    edited_at timestamp with time zone
);
CREATE SEQUENCE public.area_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.area_id_seq OWNED BY public.area.id;
CREATE TABLE public.attendance (
    id bigint NOT NULL,
    booking_id bigint NOT NULL,
    day date NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by_id bigint NOT NULL
);
CREATE SEQUENCE public.attendance_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.attendance_id_seq OWNED BY public.attendance.id;
CREATE TABLE public.bookable (
    id bigint NOT NULL,
    kind character varying(32) NOT NULL,
    title character varying NOT NULL,
    path character varying NOT NULL,
    place character varying NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    opens_at timestamp with time zone,
    closes_at timestamp with time zone NOT NULL,
    cancel_until timestamp with time zone NOT NULL,
    mode character varying(32) NOT NULL,
    has_waitlist boolean NOT NULL,
    price_cents bigint NOT NULL,
    audience_id bigint,
    calendar_uid character varying NOT NULL,
    calendar_sequence bigint NOT NULL,
    cancelled_at timestamp with time zone,
    CONSTRAINT ck_bookable_closes_before_start CHECK ((closes_at <= starts_at)),
    CONSTRAINT ck_bookable_ends_after_start CHECK ((ends_at > starts_at)),
    CONSTRAINT ck_bookable_kind CHECK (((kind)::text = ANY ((ARRAY['session'::character varying, 'event'::character varying, 'slot'::character varying])::text[]))),
    CONSTRAINT ck_bookable_mode CHECK (((mode)::text = ANY ((ARRAY['first-come'::character varying, 'approval'::character varying])::text[])))
);
CREATE SEQUENCE public.bookable_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.bookable_id_seq OWNED BY public.bookable.id;
CREATE TABLE public.booking (
    id bigint NOT NULL,
    bookable_id bigint NOT NULL,
    person_id bigint NOT NULL,
    state character varying(32) NOT NULL,
    way character varying(32) NOT NULL,
    requested_at timestamp with time zone NOT NULL,
    takes_seat_at_once boolean NOT NULL,
    reason character varying,
    decided_at timestamp with time zone,
    decided_by_id bigint,
    decision_note character varying,
    CONSTRAINT ck_booking_decided_both_or_neither CHECK (((decided_at IS NULL) = (decided_by_id IS NULL))),
    CONSTRAINT ck_booking_state CHECK (((state)::text = ANY ((ARRAY['requested'::character varying, 'confirmed'::character varying, 'waitlisted'::character varying, 'offered'::character varying, 'declined'::character varying, 'cancelled'::character varying])::text[]))),
    CONSTRAINT ck_booking_way CHECK (((way)::text = ANY ((ARRAY['self'::character varying, 'approval'::character varying])::text[])))
);
CREATE TABLE public.booking_change (
    id bigint NOT NULL,
    booking_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    actor_id bigint,
    from_state character varying,
    to_state character varying(32) NOT NULL,
    reason character varying NOT NULL,
    CONSTRAINT ck_booking_change_state CHECK (((to_state)::text = ANY ((ARRAY['requested'::character varying, 'confirmed'::character varying, 'waitlisted'::character varying, 'offered'::character varying, 'declined'::character varying, 'cancelled'::character varying])::text[])))
);
CREATE SEQUENCE public.booking_change_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.booking_change_id_seq OWNED BY public.booking_change.id;
CREATE SEQUENCE public.booking_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.booking_id_seq OWNED BY public.booking.id;
CREATE TABLE public.competence (
    id bigint NOT NULL,
    area_id bigint NOT NULL,
    key character varying NOT NULL,
    title character varying NOT NULL,
    title_en character varying NOT NULL,
    "position" bigint NOT NULL,
    body character varying NOT NULL,
    retired_at timestamp with time zone,
    origin character varying,
    origin_hash character varying,
    edited_at timestamp with time zone
);
CREATE SEQUENCE public.competence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.competence_id_seq OWNED BY public.competence.id;
CREATE TABLE public.course (
    id bigint NOT NULL,
    slug character varying NOT NULL,
    title character varying NOT NULL,
    format character varying(32) NOT NULL,
    topic character varying(32) NOT NULL,
    language character varying NOT NULL,
    summary character varying NOT NULL,
    abilities jsonb NOT NULL,
    audience character varying NOT NULL,
    provider character varying,
    link character varying,
    effort_minutes bigint NOT NULL,
    body_html character varying NOT NULL,
    search_title character varying NOT NULL COLLATE pg_catalog."C",
    search_text character varying NOT NULL COLLATE pg_catalog."C",
    published_at timestamp with time zone,
    retired_at timestamp with time zone,
    origin character varying,
    origin_hash character varying,
    edited_at timestamp with time zone,
    CONSTRAINT ck_course_effort_is_not_negative CHECK ((effort_minutes >= 0)),
    CONSTRAINT ck_course_format CHECK (((format)::text = ANY ((ARRAY['self-paced'::character varying, 'seminar'::character varying, 'external'::character varying])::text[]))),
    CONSTRAINT ck_course_topic CHECK (((topic)::text = ANY ((ARRAY['data'::character varying, 'digital'::character varying, 'communication'::character varying, 'self-management'::character varying, 'leadership'::character varying, 'safety'::character varying, 'projects'::character varying])::text[])))
);
CREATE SEQUENCE public.course_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.course_id_seq OWNED BY public.course.id;
CREATE TABLE public.credential (
    person_id bigint NOT NULL,
    password_hash character varying NOT NULL,
    changed_at timestamp with time zone NOT NULL
);
CREATE TABLE public.enrolment (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    course_id bigint NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    completed_on date,
    left_at timestamp with time zone,
    CONSTRAINT ck_enrolment_completed_or_left CHECK (((completed_on IS NULL) OR (left_at IS NULL)))
);
CREATE SEQUENCE public.enrolment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.enrolment_id_seq OWNED BY public.enrolment.id;
CREATE TABLE public.erasure_switch (
    id bigint NOT NULL
);
CREATE SEQUENCE public.erasure_switch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.erasure_switch_id_seq OWNED BY public.erasure_switch.id;
CREATE TABLE public.event (
    id bigint NOT NULL,
    key character varying NOT NULL,
    title character varying NOT NULL,
    summary character varying NOT NULL,
    body_html character varying NOT NULL,
    bookable_id bigint NOT NULL,
    published_at timestamp with time zone,
    origin character varying,
    origin_hash character varying,
    edited_at timestamp with time zone
);
CREATE SEQUENCE public.event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.event_id_seq OWNED BY public.event.id;
CREATE TABLE public.failed_sign_in (
    id bigint NOT NULL,
    account character varying NOT NULL,
    network character varying NOT NULL,
    at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.failed_sign_in_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.failed_sign_in_id_seq OWNED BY public.failed_sign_in.id;
CREATE TABLE public.framework (
    id bigint NOT NULL,
    key character varying NOT NULL,
    title character varying NOT NULL,
    title_en character varying NOT NULL,
    version character varying NOT NULL,
    stage character varying(32) NOT NULL,
    body_html character varying NOT NULL,
    origin character varying,
    origin_hash character varying,
    edited_at timestamp with time zone,
    CONSTRAINT ck_framework_stage CHECK (((stage)::text = ANY ((ARRAY['draft'::character varying, 'published'::character varying, 'outdated'::character varying])::text[])))
);
CREATE SEQUENCE public.framework_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.framework_id_seq OWNED BY public.framework.id;
CREATE TABLE public.goal (
    person_id bigint NOT NULL,
    profile_id bigint NOT NULL,
    chosen_at timestamp with time zone NOT NULL
);
CREATE TABLE public.job (
    id bigint NOT NULL,
    family_id bigint NOT NULL,
    title character varying NOT NULL,
    grade character varying(32) NOT NULL,
    CONSTRAINT ck_job_grade CHECK (((grade)::text = ANY ((ARRAY['head-of-department'::character varying, 'head-of-office'::character varying, 'head-of-division'::character varying, 'head-of-section'::character varying, 'senior-clerk'::character varying, 'clerk'::character varying, 'assistant'::character varying, 'trades'::character varying, 'trainee'::character varying])::text[])))
);
CREATE TABLE public.job_family (
    id bigint NOT NULL,
    key character varying NOT NULL,
    title character varying NOT NULL,
    title_en character varying NOT NULL
);
CREATE SEQUENCE public.job_family_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.job_family_id_seq OWNED BY public.job_family.id;
CREATE SEQUENCE public.job_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.job_id_seq OWNED BY public.job.id;
CREATE TABLE public.leadership (
    id bigint NOT NULL,
    unit_id bigint NOT NULL,
    person_id bigint NOT NULL,
    "position" character varying(32) NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    CONSTRAINT ck_leadership_deputies_have_an_end CHECK (((("position")::text = 'head'::text) OR (valid_to IS NOT NULL))),
    CONSTRAINT ck_leadership_ends_after_start CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
    CONSTRAINT ck_leadership_position CHECK ((("position")::text = ANY ((ARRAY['head'::character varying, 'deputy'::character varying])::text[])))
);
CREATE SEQUENCE public.leadership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.leadership_id_seq OWNED BY public.leadership.id;
CREATE TABLE public.lease (
    name character varying NOT NULL,
    holder character varying NOT NULL,
    fence bigint NOT NULL,
    until timestamp with time zone NOT NULL
);
CREATE TABLE public.level (
    framework_id bigint NOT NULL,
    number bigint NOT NULL,
    title character varying NOT NULL,
    title_en character varying NOT NULL,
    CONSTRAINT ck_level_number_is_small CHECK (((number >= 0) AND (number <= 9)))
);
CREATE TABLE public.level_description (
    competence_id bigint NOT NULL,
    number bigint NOT NULL,
    behaviour character varying NOT NULL
);
CREATE TABLE public.mail (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    kind character varying(32) NOT NULL,
    "values" jsonb NOT NULL,
    path character varying NOT NULL,
    queued_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    stage character varying(32) NOT NULL,
    failures bigint NOT NULL,
    sent_at timestamp with time zone,
    CONSTRAINT ck_mail_kind CHECK (((kind)::text = ANY ((ARRAY['booking-requested'::character varying, 'booking-confirmed'::character varying, 'booking-waitlisted'::character varying, 'booking-declined'::character varying, 'booking-cancelled'::character varying, 'seat-offered'::character varying, 'offer-expired'::character varying, 'decision-waiting'::character varying])::text[]))),
    CONSTRAINT ck_mail_mailstage CHECK (((stage)::text = ANY ((ARRAY['waiting'::character varying, 'sent'::character varying, 'dead'::character varying])::text[])))
);
CREATE SEQUENCE public.mail_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.mail_id_seq OWNED BY public.mail.id;
CREATE TABLE public.notice (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    kind character varying(32) NOT NULL,
    "values" jsonb NOT NULL,
    path character varying NOT NULL,
    at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    CONSTRAINT ck_notice_kind CHECK (((kind)::text = ANY ((ARRAY['booking-requested'::character varying, 'booking-confirmed'::character varying, 'booking-waitlisted'::character varying, 'booking-declined'::character varying, 'booking-cancelled'::character varying, 'seat-offered'::character varying, 'offer-expired'::character varying, 'decision-waiting'::character varying])::text[])))
);
CREATE SEQUENCE public.notice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.notice_id_seq OWNED BY public.notice.id;
CREATE TABLE public.offer (
    id bigint NOT NULL,
    booking_id bigint NOT NULL,
    made_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    CONSTRAINT ck_offer_expires_after_made CHECK ((expires_at >= made_at))
);
CREATE SEQUENCE public.offer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.offer_id_seq OWNED BY public.offer.id;
CREATE TABLE public.org_unit (
    id bigint NOT NULL,
    parent_id bigint,
    path character varying NOT NULL,
    kind character varying(32) NOT NULL,
    name character varying NOT NULL,
    short_name character varying NOT NULL,
    CONSTRAINT ck_org_unit_unitkind CHECK (((kind)::text = ANY ((ARRAY['house'::character varying, 'department'::character varying, 'office'::character varying, 'division'::character varying, 'section'::character varying])::text[])))
);
CREATE SEQUENCE public.org_unit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.org_unit_id_seq OWNED BY public.org_unit.id;
CREATE TABLE public.organiser (
    bookable_id bigint NOT NULL,
    person_id bigint NOT NULL
);
CREATE TABLE public.outcome (
    course_id bigint NOT NULL,
    competence_id bigint NOT NULL,
    from_level bigint NOT NULL,
    to_level bigint NOT NULL,
    CONSTRAINT ck_outcome_leads_upwards CHECK (((to_level > from_level) AND (from_level >= 0)))
);
CREATE TABLE public.person (
    id bigint NOT NULL,
    personnel_number character varying NOT NULL,
    given_name character varying NOT NULL,
    family_name character varying NOT NULL,
    email character varying,
    unit_id bigint NOT NULL,
    job_id bigint,
    weekly_percent bigint NOT NULL,
    language character varying NOT NULL,
    entered_on date NOT NULL,
    left_on date,
    CONSTRAINT ck_person_email_is_lower_case CHECK (((email)::text = lower((email)::text))),
    CONSTRAINT ck_person_left_after_entering CHECK (((left_on IS NULL) OR (left_on >= entered_on))),
    CONSTRAINT ck_person_weekly_percent_is_a_share CHECK (((weekly_percent >= 1) AND (weekly_percent <= 100)))
);
CREATE SEQUENCE public.person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.person_id_seq OWNED BY public.person.id;
CREATE TABLE public.plan (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    weekly_minutes bigint NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT ck_plan_weekly_minutes_are_sensible CHECK (((weekly_minutes >= 15) AND (weekly_minutes <= 1200)))
);
CREATE SEQUENCE public.plan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.plan_id_seq OWNED BY public.plan.id;
CREATE TABLE public.plan_item (
    id bigint NOT NULL,
    plan_id bigint NOT NULL,
    kind character varying(32) NOT NULL,
    title character varying NOT NULL,
    course_id bigint,
    event_id bigint,
    competence_id bigint,
    target_level bigint,
    minutes bigint NOT NULL,
    due_on date,
    "position" bigint NOT NULL,
    reason character varying NOT NULL,
    done_on date,
    added_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    CONSTRAINT ck_plan_item_itemkind CHECK (((kind)::text = ANY ((ARRAY['course'::character varying, 'event'::character varying, 'own'::character varying])::text[]))),
    CONSTRAINT ck_plan_item_minutes_are_not_negative CHECK ((minutes >= 0)),
    CONSTRAINT ck_plan_item_target_both_or_neither CHECK (((competence_id IS NULL) = (target_level IS NULL)))
);
CREATE SEQUENCE public.plan_item_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.plan_item_id_seq OWNED BY public.plan_item.id;
CREATE TABLE public.pool (
    id bigint NOT NULL,
    bookable_id bigint NOT NULL,
    name character varying NOT NULL,
    capacity bigint,
    allowance bigint NOT NULL,
    CONSTRAINT ck_pool_allowance_is_not_negative CHECK ((allowance >= 0)),
    CONSTRAINT ck_pool_capacity_is_not_negative CHECK ((capacity >= 0))
);
CREATE SEQUENCE public.pool_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.pool_id_seq OWNED BY public.pool.id;
CREATE TABLE public.prerequisite (
    course_id bigint NOT NULL,
    required_id bigint NOT NULL,
    CONSTRAINT ck_prerequisite_not_itself CHECK ((course_id <> required_id))
);
CREATE TABLE public.profile (
    id bigint NOT NULL,
    key character varying NOT NULL,
    title character varying NOT NULL,
    title_en character varying NOT NULL,
    kind character varying(32) NOT NULL,
    body_html character varying NOT NULL,
    retired_at timestamp with time zone,
    origin character varying,
    origin_hash character varying,
    edited_at timestamp with time zone,
    CONSTRAINT ck_profile_profilekind CHECK (((kind)::text = ANY ((ARRAY['job'::character varying, 'role'::character varying, 'leadership'::character varying])::text[])))
);
CREATE TABLE public.profile_family (
    profile_id bigint NOT NULL,
    family_id bigint NOT NULL
);
CREATE SEQUENCE public.profile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.profile_id_seq OWNED BY public.profile.id;
CREATE TABLE public.read_audit (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    viewer_id bigint NOT NULL,
    person_id bigint NOT NULL,
    category character varying NOT NULL,
    purpose character varying NOT NULL
);
CREATE SEQUENCE public.read_audit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.read_audit_id_seq OWNED BY public.read_audit.id;
CREATE TABLE public.role_grant (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    role character varying(32) NOT NULL,
    scope_id bigint,
    valid_from date NOT NULL,
    valid_to date,
    CONSTRAINT ck_role_grant_ends_after_start CHECK (((valid_to IS NULL) OR (valid_to >= valid_from))),
    CONSTRAINT ck_role_grant_role CHECK (((role)::text = ANY ((ARRAY['hr'::character varying, 'organiser'::character varying, 'administrator'::character varying, 'auditor'::character varying])::text[])))
);
CREATE SEQUENCE public.role_grant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.role_grant_id_seq OWNED BY public.role_grant.id;
CREATE TABLE public.session (
    id bigint NOT NULL,
    course_id bigint NOT NULL,
    bookable_id bigint NOT NULL,
    trainer character varying NOT NULL,
    origin character varying
);
CREATE SEQUENCE public.session_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.session_id_seq OWNED BY public.session.id;
CREATE TABLE public.sign_in (
    id bigint NOT NULL,
    token_hash character varying NOT NULL,
    person_id bigint NOT NULL,
    began_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    device character varying NOT NULL
);
CREATE SEQUENCE public.sign_in_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.sign_in_id_seq OWNED BY public.sign_in.id;
CREATE TABLE public.span (
    id bigint NOT NULL,
    bookable_id bigint NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_span_ends_after_start CHECK ((ends_at > starts_at))
);
CREATE SEQUENCE public.span_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.span_id_seq OWNED BY public.span.id;
CREATE TABLE public.statement (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    competence_id bigint NOT NULL,
    level bigint NOT NULL,
    kind character varying(32) NOT NULL,
    actor_id bigint,
    observed_on date NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    source character varying,
    note character varying,
    retracts_id bigint,
    CONSTRAINT ck_statement_kind CHECK (((kind)::text = ANY ((ARRAY['self'::character varying, 'leader'::character varying, 'colleague'::character varying, 'assessor'::character varying, 'test'::character varying, 'completion'::character varying, 'attendance'::character varying, 'practice'::character varying, 'external'::character varying])::text[]))),
    CONSTRAINT ck_statement_level_is_on_a_scale CHECK (((level >= 0) AND (level <= 9))),
    CONSTRAINT ck_statement_self_is_by_the_person CHECK (((((kind)::text = 'self'::text) = (actor_id = person_id)) OR (actor_id IS NULL)))
);
CREATE SEQUENCE public.statement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.statement_id_seq OWNED BY public.statement.id;
CREATE TABLE public.static_page (
    id bigint NOT NULL,
    slug character varying NOT NULL,
    language character varying NOT NULL,
    title character varying NOT NULL,
    body_html character varying NOT NULL,
    origin character varying,
    origin_hash character varying,
    edited_at timestamp with time zone
);
CREATE SEQUENCE public.static_page_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.static_page_id_seq OWNED BY public.static_page.id;
CREATE TABLE public.target (
    profile_id bigint NOT NULL,
    competence_id bigint NOT NULL,
    level bigint NOT NULL,
    CONSTRAINT ck_target_level_is_above_zero CHECK (((level >= 1) AND (level <= 9)))
);
CREATE TABLE public.task (
    id bigint NOT NULL,
    kind character varying NOT NULL,
    arguments jsonb NOT NULL,
    language character varying NOT NULL,
    person_id bigint,
    stage character varying(32) NOT NULL,
    queued_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    finished_at timestamp with time zone,
    tries bigint NOT NULL,
    done_steps bigint NOT NULL,
    all_steps bigint NOT NULL,
    result jsonb,
    trouble character varying,
    CONSTRAINT ck_task_progress_within_bounds CHECK (((done_steps >= 0) AND (done_steps <= all_steps))),
    CONSTRAINT ck_task_stage CHECK (((stage)::text = ANY ((ARRAY['waiting'::character varying, 'running'::character varying, 'done'::character varying, 'failed'::character varying])::text[])))
);
CREATE SEQUENCE public.task_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.task_id_seq OWNED BY public.task.id;
CREATE TABLE public.unit (
    id bigint NOT NULL,
    course_id bigint NOT NULL,
    key character varying NOT NULL,
    title character varying NOT NULL,
    "position" bigint NOT NULL,
    minutes bigint NOT NULL,
    body_html character varying NOT NULL,
    "check" json NOT NULL,
    retired_at timestamp with time zone,
    origin character varying,
    origin_hash character varying,
    edited_at timestamp with time zone,
    CONSTRAINT ck_unit_minutes_fit_a_break CHECK (((minutes >= 3) AND (minutes <= 20)))
);
CREATE SEQUENCE public.unit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.unit_id_seq OWNED BY public.unit.id;
CREATE TABLE public.unit_progress (
    person_id bigint NOT NULL,
    unit_id bigint NOT NULL,
    done_at timestamp with time zone NOT NULL
);
ALTER TABLE ONLY public.absence ALTER COLUMN id SET DEFAULT nextval('public.absence_id_seq'::regclass);
ALTER TABLE ONLY public.activity ALTER COLUMN id SET DEFAULT nextval('public.activity_id_seq'::regclass);
ALTER TABLE ONLY public.area ALTER COLUMN id SET DEFAULT nextval('public.area_id_seq'::regclass);
ALTER TABLE ONLY public.attendance ALTER COLUMN id SET DEFAULT nextval('public.attendance_id_seq'::regclass);
ALTER TABLE ONLY public.bookable ALTER COLUMN id SET DEFAULT nextval('public.bookable_id_seq'::regclass);
ALTER TABLE ONLY public.booking ALTER COLUMN id SET DEFAULT nextval('public.booking_id_seq'::regclass);
ALTER TABLE ONLY public.booking_change ALTER COLUMN id SET DEFAULT nextval('public.booking_change_id_seq'::regclass);
ALTER TABLE ONLY public.competence ALTER COLUMN id SET DEFAULT nextval('public.competence_id_seq'::regclass);
ALTER TABLE ONLY public.course ALTER COLUMN id SET DEFAULT nextval('public.course_id_seq'::regclass);
ALTER TABLE ONLY public.enrolment ALTER COLUMN id SET DEFAULT nextval('public.enrolment_id_seq'::regclass);
ALTER TABLE ONLY public.erasure_switch ALTER COLUMN id SET DEFAULT nextval('public.erasure_switch_id_seq'::regclass);
ALTER TABLE ONLY public.event ALTER COLUMN id SET DEFAULT nextval('public.event_id_seq'::regclass);
ALTER TABLE ONLY public.failed_sign_in ALTER COLUMN id SET DEFAULT nextval('public.failed_sign_in_id_seq'::regclass);
ALTER TABLE ONLY public.framework ALTER COLUMN id SET DEFAULT nextval('public.framework_id_seq'::regclass);
ALTER TABLE ONLY public.job ALTER COLUMN id SET DEFAULT nextval('public.job_id_seq'::regclass);
ALTER TABLE ONLY public.job_family ALTER COLUMN id SET DEFAULT nextval('public.job_family_id_seq'::regclass);
ALTER TABLE ONLY public.leadership ALTER COLUMN id SET DEFAULT nextval('public.leadership_id_seq'::regclass);
ALTER TABLE ONLY public.mail ALTER COLUMN id SET DEFAULT nextval('public.mail_id_seq'::regclass);
ALTER TABLE ONLY public.notice ALTER COLUMN id SET DEFAULT nextval('public.notice_id_seq'::regclass);
ALTER TABLE ONLY public.offer ALTER COLUMN id SET DEFAULT nextval('public.offer_id_seq'::regclass);
ALTER TABLE ONLY public.org_unit ALTER COLUMN id SET DEFAULT nextval('public.org_unit_id_seq'::regclass);
ALTER TABLE ONLY public.person ALTER COLUMN id SET DEFAULT nextval('public.person_id_seq'::regclass);
ALTER TABLE ONLY public.plan ALTER COLUMN id SET DEFAULT nextval('public.plan_id_seq'::regclass);
ALTER TABLE ONLY public.plan_item ALTER COLUMN id SET DEFAULT nextval('public.plan_item_id_seq'::regclass);
ALTER TABLE ONLY public.pool ALTER COLUMN id SET DEFAULT nextval('public.pool_id_seq'::regclass);
ALTER TABLE ONLY public.profile ALTER COLUMN id SET DEFAULT nextval('public.profile_id_seq'::regclass);
ALTER TABLE ONLY public.read_audit ALTER COLUMN id SET DEFAULT nextval('public.read_audit_id_seq'::regclass);
ALTER TABLE ONLY public.role_grant ALTER COLUMN id SET DEFAULT nextval('public.role_grant_id_seq'::regclass);
ALTER TABLE ONLY public.session ALTER COLUMN id SET DEFAULT nextval('public.session_id_seq'::regclass);
ALTER TABLE ONLY public.sign_in ALTER COLUMN id SET DEFAULT nextval('public.sign_in_id_seq'::regclass);
ALTER TABLE ONLY public.span ALTER COLUMN id SET DEFAULT nextval('public.span_id_seq'::regclass);
ALTER TABLE ONLY public.statement ALTER COLUMN id SET DEFAULT nextval('public.statement_id_seq'::regclass);
ALTER TABLE ONLY public.static_page ALTER COLUMN id SET DEFAULT nextval('public.static_page_id_seq'::regclass);
ALTER TABLE ONLY public.task ALTER COLUMN id SET DEFAULT nextval('public.task_id_seq'::regclass);
ALTER TABLE ONLY public.unit ALTER COLUMN id SET DEFAULT nextval('public.unit_id_seq'::regclass);
INSERT INTO public.activity VALUES (1, '2026-11-22 04:41:08.172456+00', 1, 'courses.begun', 'enrolment', 1, '{"course": 1}');
INSERT INTO public.activity VALUES (2, '2026-11-22 04:41:08.191212+00', 1, 'courses.completed', 'enrolment', 1, '{"course": 1}');
INSERT INTO public.activity VALUES (3, '2026-11-22 04:41:08.22168+00', 1, 'bookings.confirmed', 'booking', 1, '{"person": 1, "bookable": 1}');
INSERT INTO public.activity VALUES (4, '2026-11-22 04:41:08.231034+00', 2, 'bookings.waitlisted', 'booking', 2, '{"person": 2, "bookable": 1}');
INSERT INTO public.activity VALUES (5, '2026-11-22 04:41:08.240218+00', 4, 'bookings.waitlisted', 'booking', 3, '{"person": 4, "bookable": 1}');
INSERT INTO public.alembic_version VALUES ('20261122_first_tables');
INSERT INTO public.area VALUES (1, 1, 'area-1029', 'Daten', 'Daten', 1030, '', NULL, NULL, NULL);
INSERT INTO public.area VALUES (2, 2, 'area-1034', 'Daten', 'Daten', 1035, '', NULL, NULL, NULL);
INSERT INTO public.bookable VALUES (1, 'event', 'Konferenz', '/events', 'Rathaus', '2026-12-22 04:41:08.206038+00', '2026-12-22 06:41:08.206038+00', NULL, '2026-12-22 04:41:08.206038+00', '2026-12-22 04:41:08.206038+00', 'first-come', true, 0, NULL, '5604a30f2b147e6e', 0, NULL);
INSERT INTO public.booking VALUES (1, 1, 1, 'confirmed', 'self', '2026-11-22 04:41:08.214753+00', false, NULL, NULL, NULL, NULL);
INSERT INTO public.booking VALUES (2, 1, 2, 'waitlisted', 'self', '2026-11-22 04:41:08.227967+00', false, NULL, NULL, NULL, NULL);
INSERT INTO public.booking VALUES (3, 1, 4, 'waitlisted', 'self', '2026-11-22 04:41:08.23598+00', false, NULL, NULL, NULL, NULL);
INSERT INTO public.booking_change VALUES (1, 1, '2026-11-22 04:41:08.214753+00', 1, NULL, 'confirmed', '');
INSERT INTO public.booking_change VALUES (2, 2, '2026-11-22 04:41:08.227967+00', 2, NULL, 'waitlisted', '');
INSERT INTO public.booking_change VALUES (3, 3, '2026-11-22 04:41:08.23598+00', 4, NULL, 'waitlisted', '');
INSERT INTO public.competence VALUES (1, 1, 'competence-1031', 'Daten erheben', 'Daten erheben', 1032, 'Worum es geht.', NULL, NULL, NULL, NULL);
INSERT INTO public.competence VALUES (2, 2, 'competence-1036', 'Klar schreiben', 'Klar schreiben', 1037, 'Worum es geht.', NULL, NULL, NULL, NULL);
INSERT INTO public.course VALUES (1, 'course-1039', 'Daten verstehen', 'self-paced', 'data', 'de', 'Worum es geht.', '["Zahlen prüfen"]', 'Alle.', NULL, NULL, 10, '<p>Inhalt</p>', 'daten verstehen', 'daten verstehen worum es geht', '2026-11-22 04:41:08.162878+00', NULL, NULL, NULL, NULL);
INSERT INTO public.enrolment VALUES (1, 1, 1, '2026-11-22 04:41:08.170704+00', '2026-11-22', NULL);
INSERT INTO public.event VALUES (1, 'event-1041', 'Konferenz', 'Worum es geht.', '<p>Programm</p>', 1, '2026-11-22 04:41:08.21101+00', NULL, NULL, NULL);
INSERT INTO public.framework VALUES (1, 'framework-1028', 'Kompetenzen', 'Kompetenzen', '1', 'published', '', NULL, NULL, NULL);
INSERT INTO public.framework VALUES (2, 'framework-1033', 'Kompetenzen', 'Kompetenzen', '1', 'published', '', NULL, NULL, NULL);
INSERT INTO public.goal VALUES (1, 1, '2026-11-22 04:41:08.148994+00');
INSERT INTO public.leadership VALUES (1, 2, 2, 'head', '2020-01-01', NULL);
INSERT INTO public.level VALUES (1, 0, 'Stufe 0', 'Level 0');
INSERT INTO public.level VALUES (1, 1, 'Stufe 1', 'Level 1');
INSERT INTO public.level VALUES (1, 2, 'Stufe 2', 'Level 2');
INSERT INTO public.level VALUES (1, 3, 'Stufe 3', 'Level 3');
INSERT INTO public.level VALUES (1, 4, 'Stufe 4', 'Level 4');
INSERT INTO public.level VALUES (2, 0, 'Stufe 0', 'Level 0');
INSERT INTO public.level VALUES (2, 1, 'Stufe 1', 'Level 1');
INSERT INTO public.level VALUES (2, 2, 'Stufe 2', 'Level 2');
INSERT INTO public.level VALUES (2, 3, 'Stufe 3', 'Level 3');
INSERT INTO public.level VALUES (2, 4, 'Stufe 4', 'Level 4');
INSERT INTO public.level_description VALUES (1, 1, 'Ich kann Stufe 1.');
INSERT INTO public.level_description VALUES (1, 2, 'Ich kann Stufe 2.');
INSERT INTO public.level_description VALUES (1, 3, 'Ich kann Stufe 3.');
INSERT INTO public.level_description VALUES (1, 4, 'Ich kann Stufe 4.');
INSERT INTO public.level_description VALUES (2, 1, 'Ich kann Stufe 1.');
INSERT INTO public.level_description VALUES (2, 2, 'Ich kann Stufe 2.');
INSERT INTO public.level_description VALUES (2, 3, 'Ich kann Stufe 3.');
INSERT INTO public.level_description VALUES (2, 4, 'Ich kann Stufe 4.');
INSERT INTO public.mail VALUES (1, 1, 'booking-confirmed', '{"note": null, "place": "Rathaus", "title": "Konferenz", "starts_at": "2026-12-22T04:41:08.206038+00:00", "expires_at": null}', '/events', '2026-11-22 04:41:08.221758+00', '2026-11-22 04:41:08.221758+00', 'waiting', 0, NULL);
INSERT INTO public.mail VALUES (2, 2, 'booking-waitlisted', '{"note": null, "place": "Rathaus", "title": "Konferenz", "starts_at": "2026-12-22T04:41:08.206038+00:00", "expires_at": null}', '/events', '2026-11-22 04:41:08.231103+00', '2026-11-22 04:41:08.231103+00', 'waiting', 0, NULL);
INSERT INTO public.mail VALUES (3, 4, 'booking-waitlisted', '{"note": null, "place": "Rathaus", "title": "Konferenz", "starts_at": "2026-12-22T04:41:08.206038+00:00", "expires_at": null}', '/events', '2026-11-22 04:41:08.240291+00', '2026-11-22 04:41:08.240291+00', 'waiting', 0, NULL);
INSERT INTO public.notice VALUES (1, 1, 'booking-confirmed', '{"note": null, "place": "Rathaus", "title": "Konferenz", "starts_at": "2026-12-22T04:41:08.206038+00:00", "expires_at": null}', '/events', '2026-11-22 04:41:08.221758+00', NULL);
INSERT INTO public.notice VALUES (2, 2, 'booking-waitlisted', '{"note": null, "place": "Rathaus", "title": "Konferenz", "starts_at": "2026-12-22T04:41:08.206038+00:00", "expires_at": null}', '/events', '2026-11-22 04:41:08.231103+00', NULL);
INSERT INTO public.notice VALUES (3, 4, 'booking-waitlisted', '{"note": null, "place": "Rathaus", "title": "Konferenz", "starts_at": "2026-12-22T04:41:08.206038+00:00", "expires_at": null}', '/events', '2026-11-22 04:41:08.240291+00', NULL);
INSERT INTO public.org_unit VALUES (1, NULL, '/1/', 'house', 'Stadt Probe', 'Stadt Pr');
INSERT INTO public.org_unit VALUES (2, 1, '/1/2/', 'office', 'Bürgeramt', 'Bürgeram');
INSERT INTO public.org_unit VALUES (3, 1, '/1/3/', 'office', 'Tiefbauamt', 'Tiefbaua');
INSERT INTO public.outcome VALUES (1, 1, 0, 2);
INSERT INTO public.person VALUES (1, '1024', 'Ada', 'Ahrens', 'ada.1024@stadt.example', 2, NULL, 100, 'de', '2020-01-01', NULL);
INSERT INTO public.person VALUES (2, '1025', 'Max', 'Mohr', 'max.1025@stadt.example', 2, NULL, 100, 'de', '2020-01-01', NULL);
INSERT INTO public.person VALUES (3, '1026', 'Lin', 'Lorenz', 'lin.1026@stadt.example', 1, NULL, 100, 'de', '2020-01-01', NULL);
INSERT INTO public.person VALUES (4, '1027', 'Zoe', 'Zander', 'zoe.1027@stadt.example', 3, NULL, 100, 'de', '2020-01-01', NULL);
INSERT INTO public.plan VALUES (1, 1, 60, '2026-11-22 04:41:08.200021+00', 2);
INSERT INTO public.plan_item VALUES (1, 1, 'own', 'Üben', NULL, NULL, NULL, NULL, 30, NULL, 1, '', NULL, '2026-11-22 04:41:08.199949+00', NULL);
INSERT INTO public.pool VALUES (1, 1, 'total', 1, 0);
INSERT INTO public.profile VALUES (1, 'profile-1038', 'Digitallotse', 'Digitallotse', 'role', '<p>Wozu.</p>', NULL, NULL, NULL, NULL);
INSERT INTO public.role_grant VALUES (1, 3, 'hr', NULL, '2020-01-01', NULL);
INSERT INTO public.sign_in VALUES (1, '5c299fd85448c788d9975330d18cb5b09d2b5623e5cb21f9e32148e1c1c3ae90', 1, '2026-11-22 04:41:08.242764+00', '2026-11-22 04:41:08.242764+00', '2026-11-22 14:41:08.242764+00', NULL, 'test');
INSERT INTO public.span VALUES (1, 1, '2026-12-22 04:41:08.206038+00', '2026-12-22 06:41:08.206038+00');
INSERT INTO public.statement VALUES (1, 1, 1, 1, 'self', 1, '2026-11-22', '2026-11-22 04:41:08.160944+00', NULL, NULL, NULL);
INSERT INTO public.statement VALUES (2, 1, 1, 2, 'completion', NULL, '2026-11-22', '2026-11-22 04:41:08.190285+00', 'Daten verstehen', NULL, NULL);
INSERT INTO public.target VALUES (1, 1, 3);
INSERT INTO public.target VALUES (1, 2, 2);
INSERT INTO public.unit VALUES (1, 1, 'unit-1040', 'Einheit', 1040, 5, '<p>Text</p>', '[]', NULL, NULL, NULL, NULL);
INSERT INTO public.unit_progress VALUES (1, 1, '2026-11-22 04:41:08.179343+00');
SELECT pg_catalog.setval('public.absence_id_seq', 1, false);
SELECT pg_catalog.setval('public.activity_id_seq', 5, true);
SELECT pg_catalog.setval('public.area_id_seq', 2, true);
SELECT pg_catalog.setval('public.attendance_id_seq', 1, false);
SELECT pg_catalog.setval('public.bookable_id_seq', 1, true);
SELECT pg_catalog.setval('public.booking_change_id_seq', 3, true);
SELECT pg_catalog.setval('public.booking_id_seq', 3, true);
SELECT pg_catalog.setval('public.competence_id_seq', 2, true);
SELECT pg_catalog.setval('public.course_id_seq', 1, true);
SELECT pg_catalog.setval('public.enrolment_id_seq', 1, true);
SELECT pg_catalog.setval('public.erasure_switch_id_seq', 1, false);
SELECT pg_catalog.setval('public.event_id_seq', 1, true);
SELECT pg_catalog.setval('public.failed_sign_in_id_seq', 1, false);
SELECT pg_catalog.setval('public.framework_id_seq', 2, true);
SELECT pg_catalog.setval('public.job_family_id_seq', 1, false);
SELECT pg_catalog.setval('public.job_id_seq', 1, false);
SELECT pg_catalog.setval('public.leadership_id_seq', 1, true);
SELECT pg_catalog.setval('public.mail_id_seq', 3, true);
SELECT pg_catalog.setval('public.notice_id_seq', 3, true);
SELECT pg_catalog.setval('public.offer_id_seq', 1, false);
SELECT pg_catalog.setval('public.org_unit_id_seq', 3, true);
SELECT pg_catalog.setval('public.person_id_seq', 4, true);
SELECT pg_catalog.setval('public.plan_id_seq', 1, true);
SELECT pg_catalog.setval('public.plan_item_id_seq', 1, true);
SELECT pg_catalog.setval('public.pool_id_seq', 1, true);
SELECT pg_catalog.setval('public.profile_id_seq', 1, true);
SELECT pg_catalog.setval('public.read_audit_id_seq', 1, false);
SELECT pg_catalog.setval('public.role_grant_id_seq', 1, true);
SELECT pg_catalog.setval('public.session_id_seq', 1, false);
SELECT pg_catalog.setval('public.sign_in_id_seq', 1, true);
SELECT pg_catalog.setval('public.span_id_seq', 1, true);
SELECT pg_catalog.setval('public.statement_id_seq', 2, true);
SELECT pg_catalog.setval('public.static_page_id_seq', 1, false);
SELECT pg_catalog.setval('public.task_id_seq', 1, false);
SELECT pg_catalog.setval('public.unit_id_seq', 1, true);
ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);
ALTER TABLE ONLY public.absence
    ADD CONSTRAINT pk_absence PRIMARY KEY (id);
ALTER TABLE ONLY public.activity
    ADD CONSTRAINT pk_activity PRIMARY KEY (id);
ALTER TABLE ONLY public.area
    ADD CONSTRAINT pk_area PRIMARY KEY (id);
ALTER TABLE ONLY public.attendance
    ADD CONSTRAINT pk_attendance PRIMARY KEY (id);
ALTER TABLE ONLY public.bookable
    ADD CONSTRAINT pk_bookable PRIMARY KEY (id);
ALTER TABLE ONLY public.booking
    ADD CONSTRAINT pk_booking PRIMARY KEY (id);
ALTER TABLE ONLY public.booking_change
    ADD CONSTRAINT pk_booking_change PRIMARY KEY (id);
ALTER TABLE ONLY public.competence
    ADD CONSTRAINT pk_competence PRIMARY KEY (id);
ALTER TABLE ONLY public.course
    ADD CONSTRAINT pk_course PRIMARY KEY (id);
ALTER TABLE ONLY public.credential
    ADD CONSTRAINT pk_credential PRIMARY KEY (person_id);
ALTER TABLE ONLY public.enrolment
    ADD CONSTRAINT pk_enrolment PRIMARY KEY (id);
ALTER TABLE ONLY public.erasure_switch
    ADD CONSTRAINT pk_erasure_switch PRIMARY KEY (id);
ALTER TABLE ONLY public.event
    ADD CONSTRAINT pk_event PRIMARY KEY (id);
ALTER TABLE ONLY public.failed_sign_in
    ADD CONSTRAINT pk_failed_sign_in PRIMARY KEY (id);
ALTER TABLE ONLY public.framework
    ADD CONSTRAINT pk_framework PRIMARY KEY (id);
ALTER TABLE ONLY public.goal
    ADD CONSTRAINT pk_goal PRIMARY KEY (person_id);
ALTER TABLE ONLY public.job
    ADD CONSTRAINT pk_job PRIMARY KEY (id);
ALTER TABLE ONLY public.job_family
    ADD CONSTRAINT pk_job_family PRIMARY KEY (id);
ALTER TABLE ONLY public.leadership
    ADD CONSTRAINT pk_leadership PRIMARY KEY (id);
ALTER TABLE ONLY public.lease
    ADD CONSTRAINT pk_lease PRIMARY KEY (name);
ALTER TABLE ONLY public.level
    ADD CONSTRAINT pk_level PRIMARY KEY (framework_id, number);
ALTER TABLE ONLY public.level_description
    ADD CONSTRAINT pk_level_description PRIMARY KEY (competence_id, number);
ALTER TABLE ONLY public.mail
    ADD CONSTRAINT pk_mail PRIMARY KEY (id);
ALTER TABLE ONLY public.notice
    ADD CONSTRAINT pk_notice PRIMARY KEY (id);
ALTER TABLE ONLY public.offer
    ADD CONSTRAINT pk_offer PRIMARY KEY (id);
ALTER TABLE ONLY public.org_unit
    ADD CONSTRAINT pk_org_unit PRIMARY KEY (id);
ALTER TABLE ONLY public.organiser
    ADD CONSTRAINT pk_organiser PRIMARY KEY (bookable_id, person_id);
ALTER TABLE ONLY public.outcome
    ADD CONSTRAINT pk_outcome PRIMARY KEY (course_id, competence_id);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT pk_person PRIMARY KEY (id);
ALTER TABLE ONLY public.plan
    ADD CONSTRAINT pk_plan PRIMARY KEY (id);
ALTER TABLE ONLY public.plan_item
    ADD CONSTRAINT pk_plan_item PRIMARY KEY (id);
ALTER TABLE ONLY public.pool
    ADD CONSTRAINT pk_pool PRIMARY KEY (id);
ALTER TABLE ONLY public.prerequisite
    ADD CONSTRAINT pk_prerequisite PRIMARY KEY (course_id, required_id);
ALTER TABLE ONLY public.profile
    ADD CONSTRAINT pk_profile PRIMARY KEY (id);
ALTER TABLE ONLY public.profile_family
    ADD CONSTRAINT pk_profile_family PRIMARY KEY (profile_id, family_id);
ALTER TABLE ONLY public.read_audit
    ADD CONSTRAINT pk_read_audit PRIMARY KEY (id);
ALTER TABLE ONLY public.role_grant
    ADD CONSTRAINT pk_role_grant PRIMARY KEY (id);
ALTER TABLE ONLY public.session
    ADD CONSTRAINT pk_session PRIMARY KEY (id);
ALTER TABLE ONLY public.sign_in
    ADD CONSTRAINT pk_sign_in PRIMARY KEY (id);
ALTER TABLE ONLY public.span
    ADD CONSTRAINT pk_span PRIMARY KEY (id);
ALTER TABLE ONLY public.statement
    ADD CONSTRAINT pk_statement PRIMARY KEY (id);
ALTER TABLE ONLY public.static_page
    ADD CONSTRAINT pk_static_page PRIMARY KEY (id);
ALTER TABLE ONLY public.target
    ADD CONSTRAINT pk_target PRIMARY KEY (profile_id, competence_id);
ALTER TABLE ONLY public.task
    ADD CONSTRAINT pk_task PRIMARY KEY (id);
ALTER TABLE ONLY public.unit
    ADD CONSTRAINT pk_unit PRIMARY KEY (id);
ALTER TABLE ONLY public.unit_progress
    ADD CONSTRAINT pk_unit_progress PRIMARY KEY (person_id, unit_id);
ALTER TABLE ONLY public.area
    ADD CONSTRAINT uq_area_framework_id_key UNIQUE (framework_id, key);
ALTER TABLE ONLY public.area
    ADD CONSTRAINT uq_area_origin UNIQUE (origin);
ALTER TABLE ONLY public.attendance
    ADD CONSTRAINT uq_attendance_booking_id_day UNIQUE (booking_id, day);
ALTER TABLE ONLY public.bookable
    ADD CONSTRAINT uq_bookable_calendar_uid UNIQUE (calendar_uid);
ALTER TABLE ONLY public.competence
    ADD CONSTRAINT uq_competence_key UNIQUE (key);
ALTER TABLE ONLY public.competence
    ADD CONSTRAINT uq_competence_origin UNIQUE (origin);
ALTER TABLE ONLY public.course
    ADD CONSTRAINT uq_course_origin UNIQUE (origin);
ALTER TABLE ONLY public.course
    ADD CONSTRAINT uq_course_slug UNIQUE (slug);
ALTER TABLE ONLY public.enrolment
    ADD CONSTRAINT uq_enrolment_person_id_course_id UNIQUE (person_id, course_id);
ALTER TABLE ONLY public.event
    ADD CONSTRAINT uq_event_bookable_id UNIQUE (bookable_id);
ALTER TABLE ONLY public.event
    ADD CONSTRAINT uq_event_key UNIQUE (key);
ALTER TABLE ONLY public.event
    ADD CONSTRAINT uq_event_origin UNIQUE (origin);
ALTER TABLE ONLY public.framework
    ADD CONSTRAINT uq_framework_key UNIQUE (key);
ALTER TABLE ONLY public.framework
    ADD CONSTRAINT uq_framework_origin UNIQUE (origin);
ALTER TABLE ONLY public.job_family
    ADD CONSTRAINT uq_job_family_key UNIQUE (key);
ALTER TABLE ONLY public.offer
    ADD CONSTRAINT uq_offer_booking_id UNIQUE (booking_id);
ALTER TABLE ONLY public.org_unit
    ADD CONSTRAINT uq_org_unit_path UNIQUE (path);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT uq_person_email UNIQUE (email);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT uq_person_personnel_number UNIQUE (personnel_number);
ALTER TABLE ONLY public.plan
    ADD CONSTRAINT uq_plan_person_id UNIQUE (person_id);
ALTER TABLE ONLY public.pool
    ADD CONSTRAINT uq_pool_bookable_id_name UNIQUE (bookable_id, name);
ALTER TABLE ONLY public.profile_family
    ADD CONSTRAINT uq_profile_family_family_id UNIQUE (family_id);
ALTER TABLE ONLY public.profile
    ADD CONSTRAINT uq_profile_key UNIQUE (key);
ALTER TABLE ONLY public.profile
    ADD CONSTRAINT uq_profile_origin UNIQUE (origin);
ALTER TABLE ONLY public.session
    ADD CONSTRAINT uq_session_bookable_id UNIQUE (bookable_id);
ALTER TABLE ONLY public.session
    ADD CONSTRAINT uq_session_origin UNIQUE (origin);
ALTER TABLE ONLY public.sign_in
    ADD CONSTRAINT uq_sign_in_token_hash UNIQUE (token_hash);
ALTER TABLE ONLY public.statement
    ADD CONSTRAINT uq_statement_retracts_id UNIQUE (retracts_id);
ALTER TABLE ONLY public.static_page
    ADD CONSTRAINT uq_static_page_origin UNIQUE (origin);
ALTER TABLE ONLY public.static_page
    ADD CONSTRAINT uq_static_page_slug_language UNIQUE (slug, language);
ALTER TABLE ONLY public.unit
    ADD CONSTRAINT uq_unit_key UNIQUE (key);
ALTER TABLE ONLY public.unit
    ADD CONSTRAINT uq_unit_origin UNIQUE (origin);
CREATE INDEX ix_absence_person_id ON public.absence USING btree (person_id);
CREATE INDEX ix_activity_actor_id ON public.activity USING btree (actor_id);
CREATE INDEX ix_activity_subject ON public.activity USING btree (subject_kind, subject_id);
CREATE INDEX ix_area_framework_id ON public.area USING btree (framework_id);
CREATE INDEX ix_bookable_starts_at ON public.bookable USING btree (starts_at);
CREATE INDEX ix_booking_change_booking_id ON public.booking_change USING btree (booking_id);
CREATE INDEX ix_booking_line ON public.booking USING btree (bookable_id, state, requested_at, id);
CREATE INDEX ix_booking_person_state ON public.booking USING btree (person_id, state);
CREATE INDEX ix_competence_area_id ON public.competence USING btree (area_id);
CREATE INDEX ix_course_format ON public.course USING btree (format);
CREATE INDEX ix_course_topic ON public.course USING btree (topic);
CREATE INDEX ix_enrolment_course_id ON public.enrolment USING btree (course_id);
CREATE INDEX ix_failed_sign_in_account ON public.failed_sign_in USING btree (account, at);
CREATE INDEX ix_failed_sign_in_network ON public.failed_sign_in USING btree (network, at);
CREATE INDEX ix_job_family_id ON public.job USING btree (family_id);
CREATE INDEX ix_leadership_person_id ON public.leadership USING btree (person_id);
CREATE INDEX ix_leadership_unit_id ON public.leadership USING btree (unit_id);
CREATE INDEX ix_mail_due ON public.mail USING btree (stage, due_at);
CREATE INDEX ix_mail_person_id ON public.mail USING btree (person_id);
CREATE INDEX ix_notice_person_at ON public.notice USING btree (person_id, at);
CREATE INDEX ix_org_unit_parent_id ON public.org_unit USING btree (parent_id);
CREATE INDEX ix_organiser_person_id ON public.organiser USING btree (person_id);
CREATE INDEX ix_outcome_competence_id ON public.outcome USING btree (competence_id);
CREATE INDEX ix_person_job_id ON public.person USING btree (job_id);
CREATE INDEX ix_person_names ON public.person USING btree (family_name, given_name);
CREATE INDEX ix_person_unit_id ON public.person USING btree (unit_id);
CREATE INDEX ix_plan_item_course_id ON public.plan_item USING btree (course_id);
CREATE INDEX ix_plan_item_event_id ON public.plan_item USING btree (event_id);
CREATE INDEX ix_plan_item_plan_position ON public.plan_item USING btree (plan_id, "position");
CREATE INDEX ix_read_audit_person_id ON public.read_audit USING btree (person_id);
CREATE INDEX ix_read_audit_viewer_id ON public.read_audit USING btree (viewer_id);
CREATE INDEX ix_role_grant_person_id ON public.role_grant USING btree (person_id);
CREATE INDEX ix_session_course_id ON public.session USING btree (course_id);
CREATE INDEX ix_sign_in_person_id ON public.sign_in USING btree (person_id);
CREATE INDEX ix_span_bookable_id ON public.span USING btree (bookable_id);
CREATE INDEX ix_statement_actor_id ON public.statement USING btree (actor_id);
CREATE INDEX ix_statement_competence_id ON public.statement USING btree (competence_id);
CREATE INDEX ix_statement_person_competence ON public.statement USING btree (person_id, competence_id, observed_on);
CREATE INDEX ix_task_due ON public.task USING btree (stage, due_at);
CREATE INDEX ix_task_person_id ON public.task USING btree (person_id);
CREATE INDEX ix_unit_course_position ON public.unit USING btree (course_id, "position");
CREATE INDEX ix_unit_progress_unit_id ON public.unit_progress USING btree (unit_id);
CREATE UNIQUE INDEX one_head_until_further_notice ON public.leadership USING btree (unit_id) WHERE ((("position")::text = 'head'::text) AND (valid_to IS NULL));
CREATE UNIQUE INDEX one_live_booking ON public.booking USING btree (bookable_id, person_id) WHERE ((state)::text = ANY ((ARRAY['requested'::character varying, 'confirmed'::character varying, 'waitlisted'::character varying, 'offered'::character varying])::text[]));
CREATE TRIGGER activity_append_only BEFORE DELETE OR UPDATE ON public.activity FOR EACH ROW EXECUTE FUNCTION public.activity_is_append_only();
CREATE TRIGGER booking_change_append_only BEFORE DELETE OR UPDATE ON public.booking_change FOR EACH ROW EXECUTE FUNCTION public.booking_change_is_append_only();
CREATE TRIGGER read_audit_append_only BEFORE DELETE OR UPDATE ON public.read_audit FOR EACH ROW EXECUTE FUNCTION public.read_audit_is_append_only();
CREATE TRIGGER statement_append_only BEFORE DELETE OR UPDATE ON public.statement FOR EACH ROW EXECUTE FUNCTION public.statement_is_append_only();
ALTER TABLE ONLY public.absence
    ADD CONSTRAINT fk_absence_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.activity
    ADD CONSTRAINT fk_activity_actor_id FOREIGN KEY (actor_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.area
    ADD CONSTRAINT fk_area_framework_id FOREIGN KEY (framework_id) REFERENCES public.framework(id);
ALTER TABLE ONLY public.attendance
    ADD CONSTRAINT fk_attendance_booking_id FOREIGN KEY (booking_id) REFERENCES public.booking(id);
ALTER TABLE ONLY public.attendance
    ADD CONSTRAINT fk_attendance_recorded_by_id FOREIGN KEY (recorded_by_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.bookable
    ADD CONSTRAINT fk_bookable_audience_id FOREIGN KEY (audience_id) REFERENCES public.org_unit(id);
ALTER TABLE ONLY public.booking
    ADD CONSTRAINT fk_booking_bookable_id FOREIGN KEY (bookable_id) REFERENCES public.bookable(id);
ALTER TABLE ONLY public.booking_change
    ADD CONSTRAINT fk_booking_change_actor_id FOREIGN KEY (actor_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.booking_change
    ADD CONSTRAINT fk_booking_change_booking_id FOREIGN KEY (booking_id) REFERENCES public.booking(id);
ALTER TABLE ONLY public.booking
    ADD CONSTRAINT fk_booking_decided_by_id FOREIGN KEY (decided_by_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.booking
    ADD CONSTRAINT fk_booking_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.competence
    ADD CONSTRAINT fk_competence_area_id FOREIGN KEY (area_id) REFERENCES public.area(id);
ALTER TABLE ONLY public.credential
    ADD CONSTRAINT fk_credential_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.enrolment
    ADD CONSTRAINT fk_enrolment_course_id FOREIGN KEY (course_id) REFERENCES public.course(id);
ALTER TABLE ONLY public.enrolment
    ADD CONSTRAINT fk_enrolment_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.event
    ADD CONSTRAINT fk_event_bookable_id FOREIGN KEY (bookable_id) REFERENCES public.bookable(id);
ALTER TABLE ONLY public.goal
    ADD CONSTRAINT fk_goal_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.goal
    ADD CONSTRAINT fk_goal_profile_id FOREIGN KEY (profile_id) REFERENCES public.profile(id);
ALTER TABLE ONLY public.job
    ADD CONSTRAINT fk_job_family_id FOREIGN KEY (family_id) REFERENCES public.job_family(id);
ALTER TABLE ONLY public.leadership
    ADD CONSTRAINT fk_leadership_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.leadership
    ADD CONSTRAINT fk_leadership_unit_id FOREIGN KEY (unit_id) REFERENCES public.org_unit(id);
ALTER TABLE ONLY public.level_description
    ADD CONSTRAINT fk_level_description_competence_id FOREIGN KEY (competence_id) REFERENCES public.competence(id);
ALTER TABLE ONLY public.level
    ADD CONSTRAINT fk_level_framework_id FOREIGN KEY (framework_id) REFERENCES public.framework(id);
ALTER TABLE ONLY public.mail
    ADD CONSTRAINT fk_mail_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.notice
    ADD CONSTRAINT fk_notice_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.offer
    ADD CONSTRAINT fk_offer_booking_id FOREIGN KEY (booking_id) REFERENCES public.booking(id);
ALTER TABLE ONLY public.org_unit
    ADD CONSTRAINT fk_org_unit_parent_id FOREIGN KEY (parent_id) REFERENCES public.org_unit(id);
ALTER TABLE ONLY public.organiser
    ADD CONSTRAINT fk_organiser_bookable_id FOREIGN KEY (bookable_id) REFERENCES public.bookable(id);
ALTER TABLE ONLY public.organiser
    ADD CONSTRAINT fk_organiser_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.outcome
    ADD CONSTRAINT fk_outcome_competence_id FOREIGN KEY (competence_id) REFERENCES public.competence(id);
ALTER TABLE ONLY public.outcome
    ADD CONSTRAINT fk_outcome_course_id FOREIGN KEY (course_id) REFERENCES public.course(id);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT fk_person_job_id FOREIGN KEY (job_id) REFERENCES public.job(id);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT fk_person_unit_id FOREIGN KEY (unit_id) REFERENCES public.org_unit(id);
ALTER TABLE ONLY public.plan_item
    ADD CONSTRAINT fk_plan_item_competence_id FOREIGN KEY (competence_id) REFERENCES public.competence(id);
ALTER TABLE ONLY public.plan_item
    ADD CONSTRAINT fk_plan_item_course_id FOREIGN KEY (course_id) REFERENCES public.course(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.plan_item
    ADD CONSTRAINT fk_plan_item_event_id FOREIGN KEY (event_id) REFERENCES public.event(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.plan_item
    ADD CONSTRAINT fk_plan_item_plan_id FOREIGN KEY (plan_id) REFERENCES public.plan(id);
ALTER TABLE ONLY public.plan
    ADD CONSTRAINT fk_plan_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.pool
    ADD CONSTRAINT fk_pool_bookable_id FOREIGN KEY (bookable_id) REFERENCES public.bookable(id);
ALTER TABLE ONLY public.prerequisite
    ADD CONSTRAINT fk_prerequisite_course_id FOREIGN KEY (course_id) REFERENCES public.course(id);
ALTER TABLE ONLY public.prerequisite
    ADD CONSTRAINT fk_prerequisite_required_id FOREIGN KEY (required_id) REFERENCES public.course(id);
ALTER TABLE ONLY public.profile_family
    ADD CONSTRAINT fk_profile_family_family_id FOREIGN KEY (family_id) REFERENCES public.job_family(id);
ALTER TABLE ONLY public.profile_family
    ADD CONSTRAINT fk_profile_family_profile_id FOREIGN KEY (profile_id) REFERENCES public.profile(id);
ALTER TABLE ONLY public.read_audit
    ADD CONSTRAINT fk_read_audit_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.read_audit
    ADD CONSTRAINT fk_read_audit_viewer_id FOREIGN KEY (viewer_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.role_grant
    ADD CONSTRAINT fk_role_grant_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.role_grant
    ADD CONSTRAINT fk_role_grant_scope_id FOREIGN KEY (scope_id) REFERENCES public.org_unit(id);
ALTER TABLE ONLY public.session
    ADD CONSTRAINT fk_session_bookable_id FOREIGN KEY (bookable_id) REFERENCES public.bookable(id);
ALTER TABLE ONLY public.session
    ADD CONSTRAINT fk_session_course_id FOREIGN KEY (course_id) REFERENCES public.course(id);
ALTER TABLE ONLY public.sign_in
    ADD CONSTRAINT fk_sign_in_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.span
    ADD CONSTRAINT fk_span_bookable_id FOREIGN KEY (bookable_id) REFERENCES public.bookable(id);
ALTER TABLE ONLY public.statement
    ADD CONSTRAINT fk_statement_actor_id FOREIGN KEY (actor_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.statement
    ADD CONSTRAINT fk_statement_competence_id FOREIGN KEY (competence_id) REFERENCES public.competence(id);
ALTER TABLE ONLY public.statement
    ADD CONSTRAINT fk_statement_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.statement
    ADD CONSTRAINT fk_statement_retracts_id FOREIGN KEY (retracts_id) REFERENCES public.statement(id);
ALTER TABLE ONLY public.target
    ADD CONSTRAINT fk_target_competence_id FOREIGN KEY (competence_id) REFERENCES public.competence(id);
ALTER TABLE ONLY public.target
    ADD CONSTRAINT fk_target_profile_id FOREIGN KEY (profile_id) REFERENCES public.profile(id);
ALTER TABLE ONLY public.task
    ADD CONSTRAINT fk_task_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.unit
    ADD CONSTRAINT fk_unit_course_id FOREIGN KEY (course_id) REFERENCES public.course(id);
ALTER TABLE ONLY public.unit_progress
    ADD CONSTRAINT fk_unit_progress_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.unit_progress
    ADD CONSTRAINT fk_unit_progress_unit_id FOREIGN KEY (unit_id) REFERENCES public.unit(id);
