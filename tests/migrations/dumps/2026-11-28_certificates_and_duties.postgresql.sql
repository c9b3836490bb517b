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
CREATE FUNCTION public.figure_is_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN
        IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM erasure_switch) THEN RETURN OLD; END IF;
        RAISE EXCEPTION 'figure is append-only'; END $$;
CREATE FUNCTION public.holding_is_append_only() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM erasure_switch) THEN RETURN OLD; END IF; RAISE EXCEPTION 'holding is append-only'; END $$;
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
CREATE TABLE public.acceptance (
    id bigint NOT NULL,
    bookable_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    accepted bigint NOT NULL,
    least_share bigint NOT NULL,
    most_share bigint NOT NULL,
    walk_ins bigint NOT NULL,
    least_arrivals bigint NOT NULL,
    most_arrivals bigint NOT NULL,
    least_coming bigint,
    most_coming bigint,
    least_silent bigint,
    most_silent bigint,
    learnt_from bigint DEFAULT '0'::bigint NOT NULL,
    CONSTRAINT ck_acceptance_shares_in_order CHECK ((least_share <= most_share)),
    CONSTRAINT ck_acceptance_shares_of_the_coming_in_order CHECK ((least_coming <= most_coming)),
    CONSTRAINT ck_acceptance_shares_of_the_silent_in_order CHECK ((least_silent <= most_silent))
);
CREATE SEQUENCE public.acceptance_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.acceptance_id_seq OWNED BY public.acceptance.id;
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
CREATE TABLE public.agreed_level (
    talk_id bigint NOT NULL,
    competence_id bigint NOT NULL,
    level bigint NOT NULL,
    target bigint,
    CONSTRAINT ck_agreed_level_level_is_on_a_scale CHECK (((level >= 0) AND (level <= 9))),
    CONSTRAINT ck_agreed_level_target_is_above_zero CHECK (((target >= 1) AND (target <= 9)))
);
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
    edited_at timestamp with time zone,
    revision bigint DEFAULT '0'::bigint NOT NULL
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
CREATE TABLE public.attendance_proof (
    booking_id bigint NOT NULL,
    day date NOT NULL,
    statement_id bigint NOT NULL
);
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
    cancel_reason character varying,
    is_draft boolean NOT NULL,
    part_of_id bigint,
    draw_stage character varying(32),
    decide_within_days bigint DEFAULT '7'::bigint NOT NULL,
    undecided character varying(32) DEFAULT 'pass-up'::character varying NOT NULL,
    hall_limit bigint,
    door_share bigint DEFAULT '0'::bigint NOT NULL,
    reconfirm character varying(32) DEFAULT 'where-it-helps'::character varying NOT NULL,
    food_reason character varying,
    access_reason character varying,
    CONSTRAINT ck_bookable_access_reason_is_said CHECK (((access_reason)::text <> ''::text)),
    CONSTRAINT ck_bookable_approved_unasked_only_if_free CHECK ((((undecided)::text = 'pass-up'::text) OR (price_cents = 0))),
    CONSTRAINT ck_bookable_closes_before_start CHECK ((closes_at <= starts_at)),
    CONSTRAINT ck_bookable_decided_within_sixty_days CHECK (((decide_within_days >= 1) AND (decide_within_days <= 60))),
    CONSTRAINT ck_bookable_door_share_is_not_negative CHECK ((door_share >= 0)),
    CONSTRAINT ck_bookable_drawstage CHECK (((draw_stage)::text = ANY ((ARRAY['announced'::character varying, 'fixed'::character varying, 'drawn'::character varying, 'done'::character varying])::text[]))),
    CONSTRAINT ck_bookable_ends_after_start CHECK ((ends_at > starts_at)),
    CONSTRAINT ck_bookable_food_reason_is_said CHECK (((food_reason)::text <> ''::text)),
    CONSTRAINT ck_bookable_hall_takes_somebody CHECK ((hall_limit >= 1)),
    CONSTRAINT ck_bookable_kind CHECK (((kind)::text = ANY ((ARRAY['session'::character varying, 'event'::character varying, 'slot'::character varying])::text[]))),
    CONSTRAINT ck_bookable_mode CHECK (((mode)::text = ANY ((ARRAY['first-come'::character varying, 'approval'::character varying, 'draw'::character varying, 'invitation'::character varying, 'drop-in'::character varying])::text[]))),
    CONSTRAINT ck_bookable_reason_only_if_cancelled CHECK (((cancel_reason IS NULL) OR (cancelled_at IS NOT NULL))),
    CONSTRAINT ck_bookable_reconfirm CHECK (((reconfirm)::text = ANY ((ARRAY['where-it-helps'::character varying, 'always'::character varying, 'never'::character varying])::text[]))),
    CONSTRAINT ck_bookable_undecided CHECK (((undecided)::text = ANY ((ARRAY['pass-up'::character varying, 'approve'::character varying])::text[])))
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
    rank bigint DEFAULT '1000000'::bigint NOT NULL,
    decide_by timestamp with time zone,
    passed_to_id bigint,
    CONSTRAINT ck_booking_decided_both_or_neither CHECK (((decided_at IS NULL) = (decided_by_id IS NULL))),
    CONSTRAINT ck_booking_only_requests_wait_for_a_decision CHECK (((decide_by IS NULL) OR ((state)::text = 'requested'::text))),
    CONSTRAINT ck_booking_state CHECK (((state)::text = ANY ((ARRAY['requested'::character varying, 'confirmed'::character varying, 'waitlisted'::character varying, 'offered'::character varying, 'declined'::character varying, 'cancelled'::character varying])::text[]))),
    CONSTRAINT ck_booking_way CHECK (((way)::text = ANY ((ARRAY['self'::character varying, 'approval'::character varying, 'wishes'::character varying, 'handover'::character varying, 'leader'::character varying, 'draw'::character varying, 'door'::character varying, 'invitation'::character varying, 'organiser'::character varying])::text[])))
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
CREATE TABLE public.buddy_note (
    id bigint NOT NULL,
    pair_id bigint NOT NULL,
    author_id bigint NOT NULL,
    day date NOT NULL,
    body character varying NOT NULL,
    changed_at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.buddy_note_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.buddy_note_id_seq OWNED BY public.buddy_note.id;
CREATE TABLE public.buddy_pair (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    buddy_id bigint NOT NULL,
    asked_by_id bigint,
    asked_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone,
    declined_at timestamp with time zone,
    weekday bigint NOT NULL,
    "time" time without time zone NOT NULL,
    until date NOT NULL,
    ended_at timestamp with time zone,
    ended_by_id bigint,
    CONSTRAINT ck_buddy_pair_accepted_or_declined CHECK (((accepted_at IS NULL) OR (declined_at IS NULL))),
    CONSTRAINT ck_buddy_pair_ended_both_or_neither CHECK (((ended_at IS NULL) = (ended_by_id IS NULL))),
    CONSTRAINT ck_buddy_pair_not_oneself CHECK ((buddy_id <> person_id)),
    CONSTRAINT ck_buddy_pair_weekday_is_a_working_day CHECK (((weekday >= 0) AND (weekday <= 4)))
);
CREATE SEQUENCE public.buddy_pair_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.buddy_pair_id_seq OWNED BY public.buddy_pair.id;
CREATE TABLE public.buddy_skip (
    pair_id bigint NOT NULL,
    day date NOT NULL
);
CREATE TABLE public.calendar_feed (
    person_id bigint NOT NULL,
    token_hash character varying NOT NULL,
    made_at timestamp with time zone NOT NULL
);
CREATE TABLE public.catalogue_stamp (
    id bigint NOT NULL,
    stamp character varying NOT NULL
);
CREATE SEQUENCE public.catalogue_stamp_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.catalogue_stamp_id_seq OWNED BY public.catalogue_stamp.id;
CREATE TABLE public.certificate (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    course_id bigint NOT NULL,
    completed_on date NOT NULL,
    serial character varying NOT NULL,
    code character varying NOT NULL,
    language character varying NOT NULL,
    words jsonb NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    valid_until date,
    revoked_at timestamp with time zone,
    revoked_by_id bigint,
    reason character varying,
    replaceable boolean NOT NULL,
    CONSTRAINT ck_certificate_revoked_with_a_reason CHECK (((revoked_at IS NULL) = (reason IS NULL)))
);
CREATE SEQUENCE public.certificate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.certificate_id_seq OWNED BY public.certificate.id;
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
    edited_at timestamp with time zone,
    fades_after_months bigint DEFAULT '24'::bigint,
    expires_after_months bigint,
    revision bigint DEFAULT '0'::bigint NOT NULL,
    CONSTRAINT ck_competence_expires_within_ten_years CHECK (((expires_after_months >= 1) AND (expires_after_months <= 120))),
    CONSTRAINT ck_competence_fades_within_ten_years CHECK (((fades_after_months >= 1) AND (fades_after_months <= 120)))
);
CREATE SEQUENCE public.competence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.competence_id_seq OWNED BY public.competence.id;
CREATE TABLE public.competence_link (
    from_id bigint NOT NULL,
    to_id bigint NOT NULL,
    kind character varying(32) NOT NULL,
    carries boolean NOT NULL,
    merges boolean DEFAULT false NOT NULL,
    CONSTRAINT ck_competence_link_leads_elsewhere CHECK ((from_id <> to_id)),
    CONSTRAINT ck_competence_link_linkkind CHECK (((kind)::text = ANY ((ARRAY['exact'::character varying, 'broader'::character varying, 'narrower'::character varying, 'related'::character varying, 'replaced-by'::character varying])::text[])))
);
CREATE TABLE public.counted_in (
    booking_id bigint NOT NULL,
    pool_id bigint NOT NULL
);
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
    target_groups jsonb DEFAULT '[]'::jsonb NOT NULL,
    CONSTRAINT ck_course_effort_is_not_negative CHECK ((effort_minutes >= 0)),
    CONSTRAINT ck_course_format CHECK (((format)::text = ANY ((ARRAY['self-paced'::character varying, 'seminar'::character varying, 'external'::character varying])::text[]))),
    CONSTRAINT ck_course_topic CHECK (((topic)::text = ANY ((ARRAY['data'::character varying, 'digital'::character varying, 'communication'::character varying, 'self-management'::character varying, 'leadership'::character varying, 'safety'::character varying, 'projects'::character varying])::text[])))
);
CREATE TABLE public.course_file (
    id bigint NOT NULL,
    course_id bigint NOT NULL,
    name character varying NOT NULL,
    kind character varying(32) NOT NULL,
    size bigint NOT NULL,
    digest character varying NOT NULL,
    stored_as character varying NOT NULL,
    CONSTRAINT ck_course_file_mediatype CHECK (((kind)::text = ANY ((ARRAY['png'::character varying, 'jpeg'::character varying, 'webp'::character varying, 'mp4'::character varying, 'webm'::character varying, 'mp3'::character varying, 'ogg'::character varying, 'vtt'::character varying, 'pdf'::character varying, 'docx'::character varying, 'xlsx'::character varying, 'odt'::character varying, 'ods'::character varying, 'txt'::character varying, 'csv'::character varying])::text[]))),
    CONSTRAINT ck_course_file_size_is_positive CHECK ((size > 0))
);
CREATE SEQUENCE public.course_file_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.course_file_id_seq OWNED BY public.course_file.id;
CREATE SEQUENCE public.course_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.course_id_seq OWNED BY public.course.id;
CREATE TABLE public.course_qualification (
    course_id bigint NOT NULL,
    qualification_id bigint NOT NULL,
    effect character varying(32) NOT NULL,
    CONSTRAINT ck_course_qualification_effect CHECK (((effect)::text = ANY ((ARRAY['grants'::character varying, 'renews'::character varying, 'requires'::character varying])::text[])))
);
CREATE TABLE public.credential (
    person_id bigint NOT NULL,
    password_hash character varying NOT NULL,
    changed_at timestamp with time zone NOT NULL
);
CREATE TABLE public.date_wish (
    person_id bigint NOT NULL,
    course_id bigint NOT NULL,
    wished_at timestamp with time zone NOT NULL
);
CREATE TABLE public.door (
    id bigint NOT NULL,
    bookable_id bigint NOT NULL,
    day date NOT NULL,
    name character varying NOT NULL,
    token_hash character varying NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    opened_by_id bigint NOT NULL,
    closed_at timestamp with time zone,
    places bigint DEFAULT '0'::bigint NOT NULL,
    heard_at timestamp with time zone,
    CONSTRAINT ck_door_closed_after_opened CHECK (((closed_at IS NULL) OR (closed_at >= opened_at))),
    CONSTRAINT ck_door_has_no_fewer_than_no_places CHECK ((places >= 0))
);
CREATE SEQUENCE public.door_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.door_id_seq OWNED BY public.door.id;
CREATE TABLE public.door_note (
    id character varying NOT NULL,
    door_id bigint NOT NULL,
    booking_id bigint NOT NULL,
    act character varying(32) NOT NULL,
    at timestamp with time zone NOT NULL,
    outcome character varying(32) NOT NULL,
    CONSTRAINT ck_door_note_act CHECK (((act)::text = ANY ((ARRAY['came'::character varying, 'asks'::character varying, 'undoes'::character varying])::text[]))),
    CONSTRAINT ck_door_note_outcome CHECK (((outcome)::text = ANY ((ARRAY['welcome'::character varying, 'there'::character varying, 'twice'::character varying, 'without-seat'::character varying, 'undone'::character varying, 'refused'::character varying, 'unknown'::character varying])::text[])))
);
CREATE TABLE public.edition (
    id bigint NOT NULL,
    slug character varying NOT NULL,
    number bigint NOT NULL,
    state character varying(32) NOT NULL,
    title character varying NOT NULL,
    search_title character varying NOT NULL COLLATE pg_catalog."C",
    problem_count bigint NOT NULL,
    base bigint,
    note character varying NOT NULL,
    answer character varying NOT NULL,
    author_id bigint,
    reviewer_id bigint,
    changed_at timestamp with time zone NOT NULL,
    published_at timestamp with time zone,
    CONSTRAINT ck_edition_editionstate CHECK (((state)::text = ANY ((ARRAY['draft'::character varying, 'review'::character varying, 'published'::character varying, 'retired'::character varying])::text[])))
);
CREATE TABLE public.edition_file (
    id bigint NOT NULL,
    edition_id bigint NOT NULL,
    name character varying NOT NULL,
    words character varying NOT NULL,
    kind character varying(32) NOT NULL,
    size bigint NOT NULL,
    digest character varying NOT NULL,
    stored_as character varying NOT NULL,
    CONSTRAINT ck_edition_file_mediatype CHECK (((kind)::text = ANY ((ARRAY['png'::character varying, 'jpeg'::character varying, 'webp'::character varying, 'mp4'::character varying, 'webm'::character varying, 'mp3'::character varying, 'ogg'::character varying, 'vtt'::character varying, 'pdf'::character varying, 'docx'::character varying, 'xlsx'::character varying, 'odt'::character varying, 'ods'::character varying, 'txt'::character varying, 'csv'::character varying])::text[]))),
    CONSTRAINT ck_edition_file_size_is_positive CHECK ((size > 0))
);
CREATE SEQUENCE public.edition_file_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.edition_file_id_seq OWNED BY public.edition_file.id;
CREATE SEQUENCE public.edition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.edition_id_seq OWNED BY public.edition.id;
CREATE TABLE public.edition_part (
    id bigint NOT NULL,
    edition_id bigint NOT NULL,
    path character varying NOT NULL,
    text character varying NOT NULL,
    revision bigint NOT NULL,
    author_id bigint,
    changed_at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.edition_part_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.edition_part_id_seq OWNED BY public.edition_part.id;
CREATE TABLE public.enrolment (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    course_id bigint NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    completed_on date,
    left_at timestamp with time zone,
    session_id bigint,
    again_since timestamp with time zone,
    CONSTRAINT ck_enrolment_completed_or_left CHECK (((completed_on IS NULL) OR (left_at IS NULL))),
    CONSTRAINT ck_enrolment_noted_only_if_completed CHECK (((session_id IS NULL) OR (completed_on IS NOT NULL)))
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
    edited_at timestamp with time zone,
    body character varying NOT NULL,
    link character varying,
    revision bigint NOT NULL,
    series_id bigint,
    series_day date,
    CONSTRAINT ck_event_series_with_its_day CHECK (((series_id IS NULL) = (series_day IS NULL)))
);
CREATE SEQUENCE public.event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.event_id_seq OWNED BY public.event.id;
CREATE TABLE public.event_mark (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    event_id bigint,
    series_id bigint,
    marked_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_event_mark_of_a_date_or_a_series CHECK (((event_id IS NULL) <> (series_id IS NULL)))
);
CREATE SEQUENCE public.event_mark_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.event_mark_id_seq OWNED BY public.event_mark.id;
CREATE TABLE public.event_outcome (
    event_id bigint NOT NULL,
    competence_id bigint NOT NULL,
    level bigint NOT NULL,
    CONSTRAINT ck_event_outcome_level_is_on_a_scale CHECK (((level >= 1) AND (level <= 9)))
);
CREATE TABLE public.event_room (
    id bigint NOT NULL,
    programme_id bigint NOT NULL,
    name character varying NOT NULL,
    capacity bigint NOT NULL,
    CONSTRAINT ck_event_room_capacity_is_positive CHECK ((capacity > 0))
);
CREATE SEQUENCE public.event_room_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.event_room_id_seq OWNED BY public.event_room.id;
CREATE TABLE public.event_series (
    id bigint NOT NULL,
    key character varying NOT NULL,
    title character varying NOT NULL,
    place character varying NOT NULL,
    rule character varying NOT NULL,
    first_on date NOT NULL,
    starts time without time zone NOT NULL,
    ends time without time zone NOT NULL,
    calendar_sequence bigint NOT NULL,
    CONSTRAINT ck_event_series_ends_after_start CHECK ((ends > starts))
);
CREATE SEQUENCE public.event_series_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.event_series_id_seq OWNED BY public.event_series.id;
CREATE TABLE public.evidence (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    proof character varying(32) NOT NULL,
    title character varying NOT NULL,
    text character varying NOT NULL,
    link character varying,
    file_id bigint,
    happened_on date NOT NULL,
    valid_until date,
    version bigint NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    CONSTRAINT ck_evidence_ends_after_start CHECK (((valid_until IS NULL) OR (valid_until >= happened_on))),
    CONSTRAINT ck_evidence_proof CHECK (((proof)::text = ANY ((ARRAY['external'::character varying, 'practice'::character varying])::text[])))
);
CREATE TABLE public.evidence_claim (
    evidence_id bigint NOT NULL,
    competence_id bigint NOT NULL,
    level bigint NOT NULL,
    statement_id bigint,
    CONSTRAINT ck_evidence_claim_level_is_above_zero CHECK (((level >= 1) AND (level <= 9)))
);
CREATE SEQUENCE public.evidence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.evidence_id_seq OWNED BY public.evidence.id;
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
CREATE TABLE public.fair (
    id bigint NOT NULL,
    bookable_id bigint NOT NULL,
    last_day date NOT NULL
);
CREATE SEQUENCE public.fair_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.fair_id_seq OWNED BY public.fair.id;
CREATE TABLE public.feedback_question (
    id bigint NOT NULL,
    sheet_id bigint NOT NULL,
    "position" bigint NOT NULL,
    kind character varying(32) NOT NULL,
    text character varying NOT NULL,
    CONSTRAINT ck_feedback_question_kind CHECK (((kind)::text = ANY ((ARRAY['scale'::character varying, 'yes-no'::character varying, 'text'::character varying])::text[])))
);
CREATE SEQUENCE public.feedback_question_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.feedback_question_id_seq OWNED BY public.feedback_question.id;
CREATE TABLE public.feedback_sheet (
    id bigint NOT NULL,
    bookable_id bigint NOT NULL,
    asked_on date,
    closes_on date,
    CONSTRAINT ck_feedback_sheet_asked_until_a_day CHECK (((asked_on IS NULL) = (closes_on IS NULL))),
    CONSTRAINT ck_feedback_sheet_there_is_time_to_answer CHECK ((closes_on > asked_on))
);
CREATE SEQUENCE public.feedback_sheet_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.feedback_sheet_id_seq OWNED BY public.feedback_sheet.id;
CREATE TABLE public.feedback_tally (
    question_id bigint NOT NULL,
    value character varying NOT NULL,
    number bigint NOT NULL,
    CONSTRAINT ck_feedback_tally_number_is_not_negative CHECK ((number >= 0))
);
CREATE TABLE public.feedback_text (
    id bigint NOT NULL,
    question_id bigint NOT NULL,
    body character varying NOT NULL,
    is_released boolean NOT NULL
);
CREATE TABLE public.feedback_turn (
    sheet_id bigint NOT NULL,
    person_id bigint NOT NULL,
    has_answered boolean NOT NULL
);
CREATE TABLE public.figure (
    id bigint NOT NULL,
    ledger_id bigint NOT NULL,
    cell character varying NOT NULL,
    released_on date NOT NULL,
    size bigint NOT NULL,
    counts jsonb,
    is_shown boolean NOT NULL,
    members jsonb NOT NULL,
    CONSTRAINT ck_figure_counts_only_where_shown CHECK ((is_shown OR (counts IS NULL)))
);
CREATE SEQUENCE public.figure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.figure_id_seq OWNED BY public.figure.id;
CREATE TABLE public.figure_reader (
    id bigint NOT NULL,
    figure_id bigint NOT NULL,
    person_id bigint NOT NULL,
    read_on date NOT NULL
);
CREATE SEQUENCE public.figure_reader_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.figure_reader_id_seq OWNED BY public.figure_reader.id;
CREATE TABLE public.forecast_score (
    acceptance_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    coming bigint NOT NULL,
    silent bigint NOT NULL,
    unasked bigint NOT NULL,
    least_arrivals bigint NOT NULL,
    most_arrivals bigint NOT NULL,
    came bigint NOT NULL,
    walked_in bigint NOT NULL,
    CONSTRAINT ck_forecast_score_walk_ins_came CHECK ((walked_in <= came))
);
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
    "position" bigint DEFAULT '100'::bigint NOT NULL,
    revision bigint DEFAULT '0'::bigint NOT NULL,
    predecessor_id bigint,
    body character varying NOT NULL,
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
CREATE TABLE public.handover (
    id bigint NOT NULL,
    booking_id bigint NOT NULL,
    to_id bigint NOT NULL,
    wanted_id bigint,
    stage character varying(32) NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    CONSTRAINT ck_handover_ended_at_a_moment CHECK ((((stage)::text = 'open'::text) = (answered_at IS NULL))),
    CONSTRAINT ck_handover_expires_after_proposed CHECK ((expires_at >= proposed_at)),
    CONSTRAINT ck_handover_stage CHECK (((stage)::text = ANY ((ARRAY['open'::character varying, 'accepted'::character varying, 'declined'::character varying, 'withdrawn'::character varying, 'lapsed'::character varying])::text[])))
);
CREATE SEQUENCE public.handover_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.handover_id_seq OWNED BY public.handover.id;
CREATE TABLE public.holding (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    qualification_id bigint NOT NULL,
    since date NOT NULL,
    valid_until date,
    source character varying(32) NOT NULL,
    detail character varying NOT NULL,
    path character varying,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by_id bigint,
    retracts_id bigint,
    CONSTRAINT ck_holding_ends_after_it_begins CHECK ((valid_until >= since)),
    CONSTRAINT ck_holding_source CHECK (((source)::text = ANY ((ARRAY['course'::character varying, 'attendance'::character varying, 'record'::character varying, 'entry'::character varying])::text[])))
);
CREATE SEQUENCE public.holding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.holding_id_seq OWNED BY public.holding.id;
CREATE TABLE public.inquiry (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    asked_id bigint NOT NULL,
    asked_as character varying(32) NOT NULL,
    evidence_id bigint,
    evidence_version bigint,
    note character varying NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    ends_on date NOT NULL,
    stage character varying(32) NOT NULL,
    word character varying NOT NULL,
    answered_at timestamp with time zone,
    CONSTRAINT ck_inquiry_answered_at_some_time CHECK ((((stage)::text = ANY ((ARRAY['open'::character varying, 'withdrawn'::character varying])::text[])) = (answered_at IS NULL))),
    CONSTRAINT ck_inquiry_askedas CHECK (((asked_as)::text = ANY ((ARRAY['leader'::character varying, 'colleague'::character varying, 'assessor'::character varying])::text[]))),
    CONSTRAINT ck_inquiry_asks_somebody_else CHECK ((asked_id <> person_id)),
    CONSTRAINT ck_inquiry_evidence_and_version_or_neither CHECK (((evidence_id IS NULL) = (evidence_version IS NULL))),
    CONSTRAINT ck_inquiry_inquirystage CHECK (((stage)::text = ANY ((ARRAY['open'::character varying, 'answered'::character varying, 'confirmed'::character varying, 'unable'::character varying, 'declined'::character varying, 'withdrawn'::character varying])::text[])))
);
CREATE SEQUENCE public.inquiry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.inquiry_id_seq OWNED BY public.inquiry.id;
CREATE TABLE public.inquiry_line (
    inquiry_id bigint NOT NULL,
    competence_id bigint NOT NULL,
    statement_id bigint
);
CREATE TABLE public.invitation (
    id bigint NOT NULL,
    bookable_id bigint NOT NULL,
    person_id bigint NOT NULL,
    reply character varying(32) NOT NULL,
    invited_at timestamp with time zone NOT NULL,
    invited_by_id bigint NOT NULL,
    answer_by timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    CONSTRAINT ck_invitation_answered_after_it_was_made CHECK ((answer_by >= invited_at)),
    CONSTRAINT ck_invitation_answered_at_a_moment CHECK ((((reply)::text = 'open'::text) = (answered_at IS NULL))),
    CONSTRAINT ck_invitation_reply CHECK (((reply)::text = ANY ((ARRAY['open'::character varying, 'accepted'::character varying, 'declined'::character varying])::text[])))
);
CREATE SEQUENCE public.invitation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.invitation_id_seq OWNED BY public.invitation.id;
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
CREATE TABLE public.ledger (
    id bigint NOT NULL,
    key character varying NOT NULL,
    salt character varying
);
CREATE SEQUENCE public.ledger_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.ledger_id_seq OWNED BY public.ledger.id;
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
CREATE TABLE public.lot (
    booking_id bigint NOT NULL,
    draw_id bigint NOT NULL,
    pseudonym character varying NOT NULL
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
    invitation jsonb,
    CONSTRAINT ck_mail_kind CHECK (((kind)::text = ANY ((ARRAY['booking-requested'::character varying, 'booking-confirmed'::character varying, 'booking-waitlisted'::character varying, 'booking-declined'::character varying, 'booking-cancelled'::character varying, 'seat-offered'::character varying, 'offer-expired'::character varying, 'decision-waiting'::character varying, 'inquiry-asked'::character varying, 'inquiry-answered'::character varying, 'profile-shared'::character varying, 'plan-section'::character varying, 'talk-proposed'::character varying, 'talk-released'::character varying, 'talk-recorded'::character varying, 'talk-agreed'::character varying, 'talk-called-off'::character varying, 'buddy-wanted'::character varying, 'buddy-asked'::character varying, 'buddy-accepted'::character varying, 'buddy-declined'::character varying, 'practice-question'::character varying, 'word-taken-back'::character varying, 'date-moved'::character varying, 'date-called-off'::character varying, 'programme-ready'::character varying, 'programme-changed'::character varying, 'handover-proposed'::character varying, 'handover-accepted'::character varying, 'handover-declined'::character varying, 'panel-asked'::character varying, 'panel-accepted'::character varying, 'panel-declined'::character varying, 'panel-left'::character varying, 'panel-published'::character varying, 'panel-drawn'::character varying, 'panel-not-drawn'::character varying, 'booking-applied'::character varying, 'booking-not-drawn'::character varying, 'booking-passed-up'::character varying, 'decision-lapsed'::character varying, 'coming-asked'::character varying, 'invited'::character varying, 'feedback-wanted'::character varying, 'stand-registered'::character varying, 'stand-placed'::character varying, 'stand-declined'::character varying, 'date-planned'::character varying, 'leads-date'::character varying, 'date-news'::character varying, 'training-waiting'::character varying, 'training-with-hr'::character varying, 'training-supported'::character varying, 'training-approved'::character varying, 'training-declined'::character varying, 'training-taken-back'::character varying, 'training-over'::character varying, 'training-reported'::character varying, 'certificate-revoked'::character varying, 'mandatory-due'::character varying, 'mandatory-overdue'::character varying, 'team-overdue'::character varying])::text[]))),
    CONSTRAINT ck_mail_mailstage CHECK (((stage)::text = ANY ((ARRAY['waiting'::character varying, 'sent'::character varying, 'dead'::character varying])::text[])))
);
CREATE SEQUENCE public.mail_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.mail_id_seq OWNED BY public.mail.id;
CREATE TABLE public.mandatory_reminder (
    person_id bigint NOT NULL,
    qualification_id bigint NOT NULL,
    due_on date NOT NULL,
    step character varying(32) NOT NULL,
    told_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_mandatory_reminder_step CHECK (((step)::text = ANY ((ARRAY['reminded'::character varying, 'overdue'::character varying, 'escalated'::character varying])::text[])))
);
CREATE TABLE public.mandatory_rule (
    id bigint NOT NULL,
    qualification_id bigint NOT NULL,
    unit_id bigint,
    family_id bigint,
    due_days bigint NOT NULL,
    remind_days bigint NOT NULL,
    on_since date,
    CONSTRAINT ck_mandatory_rule_due_within_two_years CHECK (((due_days >= 0) AND (due_days <= 730))),
    CONSTRAINT ck_mandatory_rule_reminds_within_two_years CHECK (((remind_days >= 1) AND (remind_days <= 730))),
    CONSTRAINT ck_mandatory_rule_unit_or_family CHECK (((unit_id IS NULL) OR (family_id IS NULL)))
);
CREATE SEQUENCE public.mandatory_rule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.mandatory_rule_id_seq OWNED BY public.mandatory_rule.id;
CREATE TABLE public.need (
    booking_id bigint NOT NULL,
    food character varying NOT NULL,
    access character varying NOT NULL,
    CONSTRAINT ck_need_something_is_said CHECK ((((food)::text <> ''::text) OR ((access)::text <> ''::text)))
);
CREATE TABLE public.notice (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    kind character varying(32) NOT NULL,
    "values" jsonb NOT NULL,
    path character varying NOT NULL,
    at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    CONSTRAINT ck_notice_kind CHECK (((kind)::text = ANY ((ARRAY['booking-requested'::character varying, 'booking-confirmed'::character varying, 'booking-waitlisted'::character varying, 'booking-declined'::character varying, 'booking-cancelled'::character varying, 'seat-offered'::character varying, 'offer-expired'::character varying, 'decision-waiting'::character varying, 'inquiry-asked'::character varying, 'inquiry-answered'::character varying, 'profile-shared'::character varying, 'plan-section'::character varying, 'talk-proposed'::character varying, 'talk-released'::character varying, 'talk-recorded'::character varying, 'talk-agreed'::character varying, 'talk-called-off'::character varying, 'buddy-wanted'::character varying, 'buddy-asked'::character varying, 'buddy-accepted'::character varying, 'buddy-declined'::character varying, 'practice-question'::character varying, 'word-taken-back'::character varying, 'date-moved'::character varying, 'date-called-off'::character varying, 'programme-ready'::character varying, 'programme-changed'::character varying, 'handover-proposed'::character varying, 'handover-accepted'::character varying, 'handover-declined'::character varying, 'panel-asked'::character varying, 'panel-accepted'::character varying, 'panel-declined'::character varying, 'panel-left'::character varying, 'panel-published'::character varying, 'panel-drawn'::character varying, 'panel-not-drawn'::character varying, 'booking-applied'::character varying, 'booking-not-drawn'::character varying, 'booking-passed-up'::character varying, 'decision-lapsed'::character varying, 'coming-asked'::character varying, 'invited'::character varying, 'feedback-wanted'::character varying, 'stand-registered'::character varying, 'stand-placed'::character varying, 'stand-declined'::character varying, 'date-planned'::character varying, 'leads-date'::character varying, 'date-news'::character varying, 'training-waiting'::character varying, 'training-with-hr'::character varying, 'training-supported'::character varying, 'training-approved'::character varying, 'training-declined'::character varying, 'training-taken-back'::character varying, 'training-over'::character varying, 'training-reported'::character varying, 'certificate-revoked'::character varying, 'mandatory-due'::character varying, 'mandatory-overdue'::character varying, 'team-overdue'::character varying])::text[])))
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
CREATE TABLE public.panel (
    id bigint NOT NULL,
    title character varying NOT NULL,
    purpose character varying NOT NULL,
    size bigint NOT NULL,
    run_by_id bigint NOT NULL,
    started_at timestamp with time zone NOT NULL,
    called_at timestamp with time zone,
    closes_at timestamp with time zone,
    seed_source character varying,
    seed_on date,
    quotas_changed_at timestamp with time zone,
    task_id bigint,
    CONSTRAINT ck_panel_a_call_has_dates_and_a_source CHECK ((((closes_at IS NULL) = (seed_on IS NULL)) AND ((closes_at IS NULL) = (seed_source IS NULL)))),
    CONSTRAINT ck_panel_size_is_sensible CHECK (((size >= 2) AND (size <= 100)))
);
CREATE TABLE public.panel_draw (
    id bigint NOT NULL,
    panel_id bigint NOT NULL,
    document character varying NOT NULL,
    calculated_at timestamp with time zone NOT NULL,
    published_at timestamp with time zone,
    hash character varying,
    seed character varying,
    drawn_at timestamp with time zone,
    drawn jsonb NOT NULL,
    moved_up jsonb NOT NULL,
    CONSTRAINT ck_panel_draw_drawn_with_its_seed CHECK (((drawn_at IS NULL) = (seed IS NULL))),
    CONSTRAINT ck_panel_draw_published_before_it_is_drawn CHECK (((drawn_at IS NULL) OR (published_at IS NOT NULL))),
    CONSTRAINT ck_panel_draw_published_with_its_hash CHECK (((published_at IS NULL) = (hash IS NULL)))
);
CREATE SEQUENCE public.panel_draw_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.panel_draw_id_seq OWNED BY public.panel_draw.id;
CREATE TABLE public.panel_group (
    id bigint NOT NULL,
    panel_id bigint NOT NULL,
    "position" bigint NOT NULL,
    unit_id bigint,
    level character varying(32),
    "least" bigint NOT NULL,
    most bigint,
    CONSTRAINT ck_panel_group_a_unit_or_a_level CHECK (((unit_id IS NULL) <> (level IS NULL))),
    CONSTRAINT ck_panel_group_least_is_not_negative CHECK (("least" >= 0)),
    CONSTRAINT ck_panel_group_level CHECK (((level)::text = ANY ((ARRAY['office-heads'::character varying, 'section-heads'::character varying, 'clerks'::character varying, 'assistants'::character varying, 'trades'::character varying, 'trainees'::character varying])::text[]))),
    CONSTRAINT ck_panel_group_most_is_not_below_least CHECK (((most IS NULL) OR (most >= "least")))
);
CREATE SEQUENCE public.panel_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.panel_group_id_seq OWNED BY public.panel_group.id;
CREATE SEQUENCE public.panel_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.panel_id_seq OWNED BY public.panel.id;
CREATE TABLE public.panel_member (
    id bigint NOT NULL,
    panel_id bigint NOT NULL,
    person_id bigint NOT NULL,
    way character varying(32) NOT NULL,
    circle character varying(32) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone,
    declined_at timestamp with time zone,
    left_at timestamp with time zone,
    CONSTRAINT ck_panel_member_accepted_or_declined CHECK (((accepted_at IS NULL) OR (declined_at IS NULL))),
    CONSTRAINT ck_panel_member_circle CHECK (((circle)::text = ANY ((ARRAY['core'::character varying, 'wider'::character varying])::text[]))),
    CONSTRAINT ck_panel_member_way CHECK (((way)::text = ANY ((ARRAY['asked'::character varying, 'drawn'::character varying, 'replacement'::character varying])::text[])))
);
CREATE SEQUENCE public.panel_member_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.panel_member_id_seq OWNED BY public.panel_member.id;
CREATE TABLE public.panel_volunteer (
    id bigint NOT NULL,
    panel_id bigint NOT NULL,
    person_id bigint NOT NULL,
    pseudonym character varying NOT NULL,
    at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone
);
CREATE SEQUENCE public.panel_volunteer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.panel_volunteer_id_seq OWNED BY public.panel_volunteer.id;
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
    sort_name character varying NOT NULL COLLATE pg_catalog."C",
    placed_on date,
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
    starts_on date,
    CONSTRAINT ck_plan_weekly_minutes_are_sensible CHECK (((weekly_minutes >= 15) AND (weekly_minutes <= 1200)))
);
CREATE TABLE public.plan_assignment (
    id bigint NOT NULL,
    template_id bigint NOT NULL,
    person_id bigint NOT NULL,
    starts_on date NOT NULL,
    assigned_at timestamp with time zone NOT NULL,
    assigned_by_id bigint
);
CREATE SEQUENCE public.plan_assignment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.plan_assignment_id_seq OWNED BY public.plan_assignment.id;
CREATE TABLE public.plan_delivery (
    assignment_id bigint NOT NULL,
    template_item_id bigint NOT NULL,
    plan_item_id bigint,
    hash character varying NOT NULL
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
    session_id bigint,
    link character varying,
    due_days bigint,
    priority character varying(32) NOT NULL,
    state character varying(32) NOT NULL,
    note character varying,
    evidence_id bigint,
    CONSTRAINT ck_plan_item_days_lead_to_a_date CHECK (((due_days IS NULL) OR (due_on IS NOT NULL))),
    CONSTRAINT ck_plan_item_done_has_a_day CHECK ((((state)::text <> 'done'::text) OR (done_on IS NOT NULL))),
    CONSTRAINT ck_plan_item_itemkind CHECK (((kind)::text = ANY ((ARRAY['course'::character varying, 'session'::character varying, 'event'::character varying, 'practice'::character varying, 'external'::character varying, 'talk'::character varying, 'evidence'::character varying, 'own'::character varying])::text[]))),
    CONSTRAINT ck_plan_item_itemstate CHECK (((state)::text = ANY ((ARRAY['draft'::character varying, 'proposed'::character varying, 'agreed'::character varying, 'active'::character varying, 'done'::character varying])::text[]))),
    CONSTRAINT ck_plan_item_level_of_a_competence CHECK (((target_level IS NULL) OR (competence_id IS NOT NULL))),
    CONSTRAINT ck_plan_item_minutes_are_not_negative CHECK ((minutes >= 0)),
    CONSTRAINT ck_plan_item_priority CHECK (((priority)::text = ANY ((ARRAY['low'::character varying, 'normal'::character varying, 'high'::character varying])::text[])))
);
CREATE SEQUENCE public.plan_item_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.plan_item_id_seq OWNED BY public.plan_item.id;
CREATE TABLE public.plan_template (
    id bigint NOT NULL,
    key character varying NOT NULL,
    title character varying NOT NULL,
    title_en character varying NOT NULL,
    audience character varying NOT NULL,
    body character varying NOT NULL,
    body_html character varying NOT NULL,
    has_buddy boolean NOT NULL,
    beginning character varying(32) NOT NULL,
    unit_id bigint,
    family_id bigint,
    since date,
    within_days bigint,
    assigns_since timestamp with time zone,
    archived_at timestamp with time zone,
    origin character varying,
    origin_hash character varying,
    edited_at timestamp with time zone,
    CONSTRAINT ck_plan_template_beginning CHECK (((beginning)::text = ANY ((ARRAY['assignment'::character varying, 'entry'::character varying])::text[]))),
    CONSTRAINT ck_plan_template_days_are_not_negative CHECK ((within_days >= 0))
);
CREATE SEQUENCE public.plan_template_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.plan_template_id_seq OWNED BY public.plan_template.id;
CREATE TABLE public.pool (
    id bigint NOT NULL,
    bookable_id bigint NOT NULL,
    name character varying NOT NULL,
    capacity bigint,
    allowance bigint NOT NULL,
    unit_id bigint,
    grade character varying(32),
    CONSTRAINT ck_pool_allowance_is_not_negative CHECK ((allowance >= 0)),
    CONSTRAINT ck_pool_capacity_is_not_negative CHECK ((capacity >= 0)),
    CONSTRAINT ck_pool_grade CHECK (((grade)::text = ANY ((ARRAY['head-of-department'::character varying, 'head-of-office'::character varying, 'head-of-division'::character varying, 'head-of-section'::character varying, 'senior-clerk'::character varying, 'clerk'::character varying, 'assistant'::character varying, 'trades'::character varying, 'trainee'::character varying])::text[]))),
    CONSTRAINT ck_pool_quotas_are_of_somebody_the_total_of_all CHECK ((((name)::text = 'total'::text) = ((unit_id IS NULL) AND (grade IS NULL))))
);
CREATE SEQUENCE public.pool_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.pool_id_seq OWNED BY public.pool.id;
CREATE TABLE public.practice_question (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    course_id bigint,
    title character varying NOT NULL,
    weeks bigint NOT NULL,
    learnt_on date NOT NULL,
    asked_on date NOT NULL,
    answer character varying(32),
    answered_at timestamp with time zone,
    what character varying NOT NULL,
    place character varying NOT NULL,
    outcome character varying NOT NULL,
    CONSTRAINT ck_practice_question_answer CHECK (((answer)::text = ANY ((ARRAY['applied'::character varying, 'not-yet'::character varying, 'dismissed'::character varying])::text[]))),
    CONSTRAINT ck_practice_question_answered_both_or_neither CHECK (((answer IS NULL) = (answered_at IS NULL)))
);
CREATE SEQUENCE public.practice_question_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.practice_question_id_seq OWNED BY public.practice_question.id;
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
    revision bigint DEFAULT '0'::bigint NOT NULL,
    body character varying NOT NULL,
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
CREATE TABLE public.programme (
    id bigint NOT NULL,
    event_id bigint NOT NULL,
    choosing character varying(32) NOT NULL,
    wishes_until timestamp with time zone,
    seed character varying,
    assignment jsonb,
    assigned_at timestamp with time zone,
    CONSTRAINT ck_programme_choosing CHECK (((choosing)::text = ANY ((ARRAY['direct'::character varying, 'wishes'::character varying])::text[]))),
    CONSTRAINT ck_programme_until_only_for_wishes CHECK ((((choosing)::text = 'wishes'::text) OR (wishes_until IS NULL)))
);
CREATE SEQUENCE public.programme_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.programme_id_seq OWNED BY public.programme.id;
CREATE TABLE public.programme_release (
    id bigint NOT NULL,
    programme_id bigint NOT NULL,
    number bigint NOT NULL,
    released_at timestamp with time zone NOT NULL,
    content jsonb NOT NULL
);
CREATE SEQUENCE public.programme_release_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.programme_release_id_seq OWNED BY public.programme_release.id;
CREATE TABLE public.proposal (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    weeks bigint NOT NULL,
    pins jsonb NOT NULL,
    result jsonb,
    alternatives jsonb NOT NULL,
    accepted jsonb,
    fingerprint character varying,
    solved_at timestamp with time zone,
    task_id bigint,
    weekly_minutes bigint,
    CONSTRAINT ck_proposal_solved_both_or_neither CHECK (((fingerprint IS NULL) = (solved_at IS NULL))),
    CONSTRAINT ck_proposal_weeks_are_sensible CHECK (((weeks >= 1) AND (weeks <= 104)))
);
CREATE SEQUENCE public.proposal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.proposal_id_seq OWNED BY public.proposal.id;
CREATE TABLE public.qualification (
    id bigint NOT NULL,
    key character varying NOT NULL,
    title character varying NOT NULL,
    title_en character varying NOT NULL,
    valid_months bigint,
    body_html character varying NOT NULL,
    retired_at timestamp with time zone,
    origin character varying,
    origin_hash character varying,
    edited_at timestamp with time zone,
    CONSTRAINT ck_qualification_holds_for_a_while CHECK (((valid_months >= 1) AND (valid_months <= 600)))
);
CREATE SEQUENCE public.qualification_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.qualification_id_seq OWNED BY public.qualification.id;
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
CREATE TABLE public.reconfirmation (
    booking_id bigint NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    days_before bigint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    said_yes_at timestamp with time zone,
    CONSTRAINT ck_reconfirmation_answered_after_it_was_asked CHECK ((said_yes_at >= asked_at))
);
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
CREATE TABLE public.seat_draw (
    id bigint NOT NULL,
    bookable_id bigint NOT NULL,
    seed_source character varying NOT NULL,
    seed_on date NOT NULL,
    bonus_from_id bigint,
    announced_at timestamp with time zone NOT NULL,
    document character varying,
    hash character varying,
    fixed_at timestamp with time zone,
    seed character varying,
    drawn_at timestamp with time zone,
    drawn_by_id bigint,
    done_at timestamp with time zone,
    sealed character varying,
    seats bigint,
    CONSTRAINT ck_seat_draw_drawn_before_it_is_done CHECK (((done_at IS NULL) OR (drawn_at IS NOT NULL))),
    CONSTRAINT ck_seat_draw_drawn_with_its_seed CHECK (((drawn_at IS NULL) = (seed IS NULL))),
    CONSTRAINT ck_seat_draw_fixed_before_it_is_drawn CHECK (((drawn_at IS NULL) OR (fixed_at IS NOT NULL))),
    CONSTRAINT ck_seat_draw_fixed_with_its_hash CHECK (((fixed_at IS NULL) = (hash IS NULL))),
    CONSTRAINT ck_seat_draw_fixed_with_its_list CHECK (((fixed_at IS NULL) = (document IS NULL)))
);
CREATE SEQUENCE public.seat_draw_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.seat_draw_id_seq OWNED BY public.seat_draw.id;
CREATE TABLE public.session (
    id bigint NOT NULL,
    course_id bigint NOT NULL,
    bookable_id bigint NOT NULL,
    trainer character varying NOT NULL,
    origin character varying,
    link character varying,
    minimum bigint,
    needed_days bigint,
    costs_cents bigint DEFAULT '0'::bigint NOT NULL,
    cost_centre character varying,
    voucher character varying,
    revision bigint DEFAULT '0'::bigint NOT NULL,
    CONSTRAINT ck_session_costs_are_not_negative CHECK ((costs_cents >= 0)),
    CONSTRAINT ck_session_minimum_is_somebody CHECK ((minimum >= 1)),
    CONSTRAINT ck_session_needs_a_day CHECK ((needed_days >= 1))
);
CREATE SEQUENCE public.session_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.session_id_seq OWNED BY public.session.id;
CREATE TABLE public.session_trainer (
    session_id bigint NOT NULL,
    person_id bigint NOT NULL
);
CREATE TABLE public.share (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    reader_id bigint NOT NULL,
    kind character varying(32) NOT NULL,
    thing_id bigint NOT NULL,
    version bigint NOT NULL,
    contains_self boolean NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    CONSTRAINT ck_share_ends_after_start CHECK ((ends_at > starts_at)),
    CONSTRAINT ck_share_reader_is_somebody_else CHECK ((reader_id <> person_id)),
    CONSTRAINT ck_share_sharekind CHECK (((kind)::text = ANY ((ARRAY['profile'::character varying, 'plan'::character varying])::text[])))
);
CREATE SEQUENCE public.share_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.share_id_seq OWNED BY public.share.id;
CREATE TABLE public.share_statement (
    share_id bigint NOT NULL,
    statement_id bigint NOT NULL
);
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
CREATE TABLE public.slot (
    id bigint NOT NULL,
    band_id bigint NOT NULL,
    title character varying NOT NULL,
    summary character varying NOT NULL,
    room_id bigint,
    seats bigint NOT NULL,
    speakers jsonb NOT NULL,
    bookable_id bigint,
    dropped_at timestamp with time zone,
    CONSTRAINT ck_slot_seats_are_positive CHECK ((seats > 0))
);
CREATE SEQUENCE public.slot_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.slot_id_seq OWNED BY public.slot.id;
CREATE TABLE public.slot_wish (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    slot_id bigint NOT NULL,
    rank bigint NOT NULL,
    CONSTRAINT ck_slot_wish_rank_is_positive CHECK ((rank > 0))
);
CREATE SEQUENCE public.slot_wish_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.slot_wish_id_seq OWNED BY public.slot_wish.id;
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
CREATE TABLE public.stand (
    id bigint NOT NULL,
    fair_id bigint NOT NULL,
    title character varying NOT NULL,
    description character varying NOT NULL,
    unit_id bigint NOT NULL,
    contact_id bigint NOT NULL,
    needs_power boolean NOT NULL,
    needs_table boolean NOT NULL,
    remark character varying NOT NULL,
    stage character varying(32) NOT NULL,
    hall character varying,
    place character varying,
    reason character varying,
    registered_at timestamp with time zone NOT NULL,
    visits bigint NOT NULL,
    CONSTRAINT ck_stand_a_place_lies_in_a_hall CHECK (((place IS NULL) = (hall IS NULL))),
    CONSTRAINT ck_stand_placed_with_its_place CHECK ((((stage)::text = 'placed'::text) = (place IS NOT NULL))),
    CONSTRAINT ck_stand_stage CHECK (((stage)::text = ANY ((ARRAY['registered'::character varying, 'placed'::character varying, 'declined'::character varying, 'withdrawn'::character varying])::text[]))),
    CONSTRAINT ck_stand_visits_are_not_negative CHECK ((visits >= 0))
);
CREATE SEQUENCE public.stand_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.stand_id_seq OWNED BY public.stand.id;
CREATE TABLE public.stand_mark (
    person_id bigint NOT NULL,
    stand_id bigint NOT NULL,
    rank bigint NOT NULL,
    CONSTRAINT ck_stand_mark_rank_is_positive CHECK ((rank > 0))
);
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
    visibility character varying(32) DEFAULT 'person'::character varying NOT NULL,
    valid_until date,
    CONSTRAINT ck_statement_ends_after_observation CHECK (((valid_until IS NULL) OR (valid_until >= observed_on))),
    CONSTRAINT ck_statement_kind CHECK (((kind)::text = ANY ((ARRAY['self'::character varying, 'leader'::character varying, 'colleague'::character varying, 'assessor'::character varying, 'test'::character varying, 'completion'::character varying, 'attendance'::character varying, 'practice'::character varying, 'external'::character varying])::text[]))),
    CONSTRAINT ck_statement_level_is_on_a_scale CHECK (((level >= 0) AND (level <= 9))),
    CONSTRAINT ck_statement_self_is_by_the_person CHECK (((((kind)::text = 'self'::text) = (actor_id = person_id)) OR (actor_id IS NULL))),
    CONSTRAINT ck_statement_visibility CHECK (((visibility)::text = ANY ((ARRAY['person'::character varying, 'agreed'::character varying])::text[])))
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
CREATE TABLE public.stored_file (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    name character varying NOT NULL,
    kind character varying(32) NOT NULL,
    size bigint NOT NULL,
    stored_as character varying NOT NULL,
    added_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_stored_file_size_is_positive CHECK ((size > 0)),
    CONSTRAINT ck_stored_file_type CHECK (((kind)::text = ANY ((ARRAY['pdf'::character varying, 'png'::character varying, 'jpeg'::character varying, 'webp'::character varying, 'docx'::character varying, 'xlsx'::character varying, 'odt'::character varying, 'ods'::character varying, 'txt'::character varying, 'csv'::character varying])::text[])))
);
CREATE SEQUENCE public.stored_file_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.stored_file_id_seq OWNED BY public.stored_file.id;
CREATE TABLE public.synonyms (
    id bigint NOT NULL,
    text character varying NOT NULL,
    origin character varying,
    origin_hash character varying,
    edited_at timestamp with time zone
);
CREATE SEQUENCE public.synonyms_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.synonyms_id_seq OWNED BY public.synonyms.id;
CREATE TABLE public.taken_time (
    id bigint NOT NULL,
    booking_id bigint NOT NULL,
    person_id bigint NOT NULL,
    whole_id bigint NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_taken_time_ends_after_it_starts CHECK ((ends_at > starts_at))
);
CREATE SEQUENCE public.taken_time_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.taken_time_id_seq OWNED BY public.taken_time.id;
CREATE TABLE public.talk (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    proposed_by_id bigint NOT NULL,
    profile_id bigint,
    planned_on date NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone,
    recorded_by_id bigint,
    record_number bigint NOT NULL,
    agreed_at timestamp with time zone,
    agreed_by_id bigint,
    called_off_at timestamp with time zone,
    CONSTRAINT ck_talk_agreed_after_recorded CHECK (((agreed_at IS NULL) OR (recorded_at IS NOT NULL))),
    CONSTRAINT ck_talk_agreed_both_or_neither CHECK (((agreed_at IS NULL) = (agreed_by_id IS NULL))),
    CONSTRAINT ck_talk_agreed_by_the_other CHECK ((agreed_by_id <> recorded_by_id)),
    CONSTRAINT ck_talk_agreed_or_called_off CHECK (((agreed_at IS NULL) OR (called_off_at IS NULL))),
    CONSTRAINT ck_talk_recorded_both_or_neither CHECK (((recorded_at IS NULL) = (recorded_by_id IS NULL)))
);
CREATE SEQUENCE public.talk_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.talk_id_seq OWNED BY public.talk.id;
CREATE TABLE public.talk_item (
    id bigint NOT NULL,
    talk_id bigint NOT NULL,
    "position" bigint NOT NULL,
    title character varying NOT NULL,
    minutes bigint NOT NULL,
    due_on date,
    plan_item_id bigint,
    competence_id bigint,
    target_level bigint,
    CONSTRAINT ck_talk_item_level_of_a_competence CHECK (((target_level IS NULL) OR (competence_id IS NOT NULL))),
    CONSTRAINT ck_talk_item_minutes_are_sensible CHECK (((minutes >= 1) AND (minutes <= 3600)))
);
CREATE SEQUENCE public.talk_item_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.talk_item_id_seq OWNED BY public.talk_item.id;
CREATE TABLE public.talk_side (
    id bigint NOT NULL,
    talk_id bigint NOT NULL,
    author_id bigint NOT NULL,
    side character varying(32) NOT NULL,
    looking_back character varying NOT NULL,
    helping character varying NOT NULL,
    looking_ahead character varying NOT NULL,
    steps character varying NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    released_at timestamp with time zone,
    CONSTRAINT ck_talk_side_side CHECK (((side)::text = ANY ((ARRAY['employee'::character varying, 'leader'::character varying])::text[])))
);
CREATE SEQUENCE public.talk_side_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.talk_side_id_seq OWNED BY public.talk_side.id;
CREATE TABLE public.target (
    profile_id bigint NOT NULL,
    competence_id bigint NOT NULL,
    level bigint NOT NULL,
    weight bigint DEFAULT '1'::bigint NOT NULL,
    CONSTRAINT ck_target_level_is_above_zero CHECK (((level >= 1) AND (level <= 9))),
    CONSTRAINT ck_target_weight_is_single_or_double CHECK (((weight >= 1) AND (weight <= 2)))
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
CREATE TABLE public.template_item (
    id bigint NOT NULL,
    template_id bigint NOT NULL,
    kind character varying(32) NOT NULL,
    title character varying NOT NULL,
    course_id bigint,
    link character varying,
    competence_id bigint,
    target_level bigint,
    minutes bigint NOT NULL,
    due_days bigint,
    priority character varying(32) NOT NULL,
    reason character varying NOT NULL,
    "position" bigint NOT NULL,
    retired_at timestamp with time zone,
    CONSTRAINT ck_template_item_itemkind CHECK (((kind)::text = ANY ((ARRAY['course'::character varying, 'session'::character varying, 'event'::character varying, 'practice'::character varying, 'external'::character varying, 'talk'::character varying, 'evidence'::character varying, 'own'::character varying])::text[]))),
    CONSTRAINT ck_template_item_level_of_a_competence CHECK (((target_level IS NULL) OR (competence_id IS NOT NULL))),
    CONSTRAINT ck_template_item_minutes_are_not_negative CHECK ((minutes >= 0)),
    CONSTRAINT ck_template_item_priority CHECK (((priority)::text = ANY ((ARRAY['low'::character varying, 'normal'::character varying, 'high'::character varying])::text[])))
);
CREATE SEQUENCE public.template_item_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.template_item_id_seq OWNED BY public.template_item.id;
CREATE TABLE public.time_band (
    id bigint NOT NULL,
    programme_id bigint NOT NULL,
    kind character varying(32) NOT NULL,
    title character varying NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_time_band_bandkind CHECK (((kind)::text = ANY ((ARRAY['slots'::character varying, 'together'::character varying, 'break'::character varying])::text[]))),
    CONSTRAINT ck_time_band_ends_after_start CHECK ((ends_at > starts_at))
);
CREATE SEQUENCE public.time_band_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.time_band_id_seq OWNED BY public.time_band.id;
CREATE TABLE public.training_budget (
    id bigint NOT NULL,
    unit_id bigint NOT NULL,
    year bigint NOT NULL,
    amount_cents bigint NOT NULL,
    settled_cents bigint NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT ck_training_budget_money_is_not_negative CHECK (((amount_cents >= 0) AND (settled_cents >= 0)))
);
CREATE SEQUENCE public.training_budget_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.training_budget_id_seq OWNED BY public.training_budget.id;
CREATE TABLE public.training_decision (
    id bigint NOT NULL,
    request_id bigint NOT NULL,
    version bigint NOT NULL,
    stage character varying(32) NOT NULL,
    is_yes boolean NOT NULL,
    note character varying NOT NULL,
    over_cents bigint NOT NULL,
    decided_by_id bigint NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    CONSTRAINT ck_training_decision_no_has_a_reason CHECK ((is_yes OR ((note)::text <> ''::text))),
    CONSTRAINT ck_training_decision_overspending_has_a_reason CHECK (((over_cents >= 0) AND ((over_cents = 0) OR ((note)::text <> ''::text)))),
    CONSTRAINT ck_training_decision_stage CHECK (((stage)::text = ANY ((ARRAY['leader'::character varying, 'hr'::character varying])::text[])))
);
CREATE SEQUENCE public.training_decision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.training_decision_id_seq OWNED BY public.training_decision.id;
CREATE TABLE public.training_request (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    state character varying(32) NOT NULL,
    version bigint NOT NULL,
    edition bigint NOT NULL,
    page character varying NOT NULL,
    title character varying NOT NULL,
    provider character varying NOT NULL,
    link character varying,
    starts_on date,
    ends_on date,
    place character varying NOT NULL,
    fee_cents bigint,
    travel_cents bigint,
    work_hours bigint,
    reason character varying NOT NULL,
    competence_id bigint,
    step_id bigint,
    item_id bigint,
    budget_id bigint,
    evidence_id bigint,
    spent_cents bigint,
    happened_on date,
    year bigint NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    asked_on date,
    CONSTRAINT ck_training_request_costs_are_sensible CHECK ((((fee_cents >= 0) AND (fee_cents <= 10000000)) AND ((travel_cents >= 0) AND (travel_cents <= 10000000)))),
    CONSTRAINT ck_training_request_done_has_costs CHECK (((spent_cents >= 0) AND (((state)::text <> 'done'::text) OR (spent_cents IS NOT NULL)))),
    CONSTRAINT ck_training_request_ends_after_start CHECK (((ends_on IS NULL) OR ((starts_on IS NOT NULL) AND (ends_on >= starts_on)))),
    CONSTRAINT ck_training_request_hours_are_sensible CHECK (((work_hours >= 0) AND (work_hours <= 800))),
    CONSTRAINT ck_training_request_spent_at_the_end CHECK (((spent_cents IS NULL) OR ((state)::text = ANY ((ARRAY['done'::character varying, 'withdrawn'::character varying])::text[])))),
    CONSTRAINT ck_training_request_state CHECK (((state)::text = ANY ((ARRAY['draft'::character varying, 'with-leader'::character varying, 'with-hr'::character varying, 'approved'::character varying, 'declined'::character varying, 'withdrawn'::character varying, 'done'::character varying])::text[]))),
    CONSTRAINT ck_training_request_what_is_sent_is_complete CHECK ((((state)::text = 'draft'::text) OR ((sent_at IS NOT NULL) AND ((provider)::text <> ''::text) AND ((reason)::text <> ''::text) AND (fee_cents IS NOT NULL) AND (travel_cents IS NOT NULL) AND (work_hours IS NOT NULL))))
);
CREATE SEQUENCE public.training_request_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.training_request_id_seq OWNED BY public.training_request.id;
CREATE TABLE public.turned_away (
    bookable_id bigint NOT NULL,
    day date NOT NULL,
    number bigint NOT NULL,
    CONSTRAINT ck_turned_away_number_is_positive CHECK ((number > 0))
);
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
CREATE TABLE public.unit_proof (
    unit_id bigint NOT NULL,
    competence_id bigint NOT NULL,
    level bigint NOT NULL,
    CONSTRAINT ck_unit_proof_level_is_on_a_scale CHECK (((level >= 1) AND (level <= 9)))
);
CREATE TABLE public.weekly_review (
    id bigint NOT NULL,
    person_id bigint NOT NULL,
    monday date NOT NULL,
    worked character varying NOT NULL,
    hindered character varying NOT NULL,
    next_week character varying NOT NULL,
    changed_at timestamp with time zone NOT NULL
);
CREATE SEQUENCE public.weekly_review_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.weekly_review_id_seq OWNED BY public.weekly_review.id;
CREATE TABLE public.wished_level (
    side_id bigint NOT NULL,
    competence_id bigint NOT NULL,
    level bigint NOT NULL,
    CONSTRAINT ck_wished_level_level_is_on_a_scale CHECK (((level >= 0) AND (level <= 9)))
);
ALTER TABLE ONLY public.absence ALTER COLUMN id SET DEFAULT nextval('public.absence_id_seq'::regclass);
ALTER TABLE ONLY public.acceptance ALTER COLUMN id SET DEFAULT nextval('public.acceptance_id_seq'::regclass);
ALTER TABLE ONLY public.activity ALTER COLUMN id SET DEFAULT nextval('public.activity_id_seq'::regclass);
ALTER TABLE ONLY public.area ALTER COLUMN id SET DEFAULT nextval('public.area_id_seq'::regclass);
ALTER TABLE ONLY public.attendance ALTER COLUMN id SET DEFAULT nextval('public.attendance_id_seq'::regclass);
ALTER TABLE ONLY public.bookable ALTER COLUMN id SET DEFAULT nextval('public.bookable_id_seq'::regclass);
ALTER TABLE ONLY public.booking ALTER COLUMN id SET DEFAULT nextval('public.booking_id_seq'::regclass);
ALTER TABLE ONLY public.booking_change ALTER COLUMN id SET DEFAULT nextval('public.booking_change_id_seq'::regclass);
ALTER TABLE ONLY public.buddy_note ALTER COLUMN id SET DEFAULT nextval('public.buddy_note_id_seq'::regclass);
ALTER TABLE ONLY public.buddy_pair ALTER COLUMN id SET DEFAULT nextval('public.buddy_pair_id_seq'::regclass);
ALTER TABLE ONLY public.catalogue_stamp ALTER COLUMN id SET DEFAULT nextval('public.catalogue_stamp_id_seq'::regclass);
ALTER TABLE ONLY public.certificate ALTER COLUMN id SET DEFAULT nextval('public.certificate_id_seq'::regclass);
ALTER TABLE ONLY public.competence ALTER COLUMN id SET DEFAULT nextval('public.competence_id_seq'::regclass);
ALTER TABLE ONLY public.course ALTER COLUMN id SET DEFAULT nextval('public.course_id_seq'::regclass);
ALTER TABLE ONLY public.course_file ALTER COLUMN id SET DEFAULT nextval('public.course_file_id_seq'::regclass);
ALTER TABLE ONLY public.door ALTER COLUMN id SET DEFAULT nextval('public.door_id_seq'::regclass);
ALTER TABLE ONLY public.edition ALTER COLUMN id SET DEFAULT nextval('public.edition_id_seq'::regclass);
ALTER TABLE ONLY public.edition_file ALTER COLUMN id SET DEFAULT nextval('public.edition_file_id_seq'::regclass);
ALTER TABLE ONLY public.edition_part ALTER COLUMN id SET DEFAULT nextval('public.edition_part_id_seq'::regclass);
ALTER TABLE ONLY public.enrolment ALTER COLUMN id SET DEFAULT nextval('public.enrolment_id_seq'::regclass);
ALTER TABLE ONLY public.erasure_switch ALTER COLUMN id SET DEFAULT nextval('public.erasure_switch_id_seq'::regclass);
ALTER TABLE ONLY public.event ALTER COLUMN id SET DEFAULT nextval('public.event_id_seq'::regclass);
ALTER TABLE ONLY public.event_mark ALTER COLUMN id SET DEFAULT nextval('public.event_mark_id_seq'::regclass);
ALTER TABLE ONLY public.event_room ALTER COLUMN id SET DEFAULT nextval('public.event_room_id_seq'::regclass);
ALTER TABLE ONLY public.event_series ALTER COLUMN id SET DEFAULT nextval('public.event_series_id_seq'::regclass);
ALTER TABLE ONLY public.evidence ALTER COLUMN id SET DEFAULT nextval('public.evidence_id_seq'::regclass);
ALTER TABLE ONLY public.failed_sign_in ALTER COLUMN id SET DEFAULT nextval('public.failed_sign_in_id_seq'::regclass);
ALTER TABLE ONLY public.fair ALTER COLUMN id SET DEFAULT nextval('public.fair_id_seq'::regclass);
ALTER TABLE ONLY public.feedback_question ALTER COLUMN id SET DEFAULT nextval('public.feedback_question_id_seq'::regclass);
ALTER TABLE ONLY public.feedback_sheet ALTER COLUMN id SET DEFAULT nextval('public.feedback_sheet_id_seq'::regclass);
ALTER TABLE ONLY public.figure ALTER COLUMN id SET DEFAULT nextval('public.figure_id_seq'::regclass);
ALTER TABLE ONLY public.figure_reader ALTER COLUMN id SET DEFAULT nextval('public.figure_reader_id_seq'::regclass);
ALTER TABLE ONLY public.framework ALTER COLUMN id SET DEFAULT nextval('public.framework_id_seq'::regclass);
ALTER TABLE ONLY public.handover ALTER COLUMN id SET DEFAULT nextval('public.handover_id_seq'::regclass);
ALTER TABLE ONLY public.holding ALTER COLUMN id SET DEFAULT nextval('public.holding_id_seq'::regclass);
ALTER TABLE ONLY public.inquiry ALTER COLUMN id SET DEFAULT nextval('public.inquiry_id_seq'::regclass);
ALTER TABLE ONLY public.invitation ALTER COLUMN id SET DEFAULT nextval('public.invitation_id_seq'::regclass);
ALTER TABLE ONLY public.job ALTER COLUMN id SET DEFAULT nextval('public.job_id_seq'::regclass);
ALTER TABLE ONLY public.job_family ALTER COLUMN id SET DEFAULT nextval('public.job_family_id_seq'::regclass);
ALTER TABLE ONLY public.leadership ALTER COLUMN id SET DEFAULT nextval('public.leadership_id_seq'::regclass);
ALTER TABLE ONLY public.ledger ALTER COLUMN id SET DEFAULT nextval('public.ledger_id_seq'::regclass);
ALTER TABLE ONLY public.mail ALTER COLUMN id SET DEFAULT nextval('public.mail_id_seq'::regclass);
ALTER TABLE ONLY public.mandatory_rule ALTER COLUMN id SET DEFAULT nextval('public.mandatory_rule_id_seq'::regclass);
ALTER TABLE ONLY public.notice ALTER COLUMN id SET DEFAULT nextval('public.notice_id_seq'::regclass);
ALTER TABLE ONLY public.offer ALTER COLUMN id SET DEFAULT nextval('public.offer_id_seq'::regclass);
ALTER TABLE ONLY public.org_unit ALTER COLUMN id SET DEFAULT nextval('public.org_unit_id_seq'::regclass);
ALTER TABLE ONLY public.panel ALTER COLUMN id SET DEFAULT nextval('public.panel_id_seq'::regclass);
ALTER TABLE ONLY public.panel_draw ALTER COLUMN id SET DEFAULT nextval('public.panel_draw_id_seq'::regclass);
ALTER TABLE ONLY public.panel_group ALTER COLUMN id SET DEFAULT nextval('public.panel_group_id_seq'::regclass);
ALTER TABLE ONLY public.panel_member ALTER COLUMN id SET DEFAULT nextval('public.panel_member_id_seq'::regclass);
ALTER TABLE ONLY public.panel_volunteer ALTER COLUMN id SET DEFAULT nextval('public.panel_volunteer_id_seq'::regclass);
ALTER TABLE ONLY public.person ALTER COLUMN id SET DEFAULT nextval('public.person_id_seq'::regclass);
ALTER TABLE ONLY public.plan ALTER COLUMN id SET DEFAULT nextval('public.plan_id_seq'::regclass);
ALTER TABLE ONLY public.plan_assignment ALTER COLUMN id SET DEFAULT nextval('public.plan_assignment_id_seq'::regclass);
ALTER TABLE ONLY public.plan_item ALTER COLUMN id SET DEFAULT nextval('public.plan_item_id_seq'::regclass);
ALTER TABLE ONLY public.plan_template ALTER COLUMN id SET DEFAULT nextval('public.plan_template_id_seq'::regclass);
ALTER TABLE ONLY public.pool ALTER COLUMN id SET DEFAULT nextval('public.pool_id_seq'::regclass);
ALTER TABLE ONLY public.practice_question ALTER COLUMN id SET DEFAULT nextval('public.practice_question_id_seq'::regclass);
ALTER TABLE ONLY public.profile ALTER COLUMN id SET DEFAULT nextval('public.profile_id_seq'::regclass);
ALTER TABLE ONLY public.programme ALTER COLUMN id SET DEFAULT nextval('public.programme_id_seq'::regclass);
ALTER TABLE ONLY public.programme_release ALTER COLUMN id SET DEFAULT nextval('public.programme_release_id_seq'::regclass);
ALTER TABLE ONLY public.proposal ALTER COLUMN id SET DEFAULT nextval('public.proposal_id_seq'::regclass);
ALTER TABLE ONLY public.qualification ALTER COLUMN id SET DEFAULT nextval('public.qualification_id_seq'::regclass);
ALTER TABLE ONLY public.read_audit ALTER COLUMN id SET DEFAULT nextval('public.read_audit_id_seq'::regclass);
ALTER TABLE ONLY public.role_grant ALTER COLUMN id SET DEFAULT nextval('public.role_grant_id_seq'::regclass);
ALTER TABLE ONLY public.seat_draw ALTER COLUMN id SET DEFAULT nextval('public.seat_draw_id_seq'::regclass);
ALTER TABLE ONLY public.session ALTER COLUMN id SET DEFAULT nextval('public.session_id_seq'::regclass);
ALTER TABLE ONLY public.share ALTER COLUMN id SET DEFAULT nextval('public.share_id_seq'::regclass);
ALTER TABLE ONLY public.sign_in ALTER COLUMN id SET DEFAULT nextval('public.sign_in_id_seq'::regclass);
ALTER TABLE ONLY public.slot ALTER COLUMN id SET DEFAULT nextval('public.slot_id_seq'::regclass);
ALTER TABLE ONLY public.slot_wish ALTER COLUMN id SET DEFAULT nextval('public.slot_wish_id_seq'::regclass);
ALTER TABLE ONLY public.span ALTER COLUMN id SET DEFAULT nextval('public.span_id_seq'::regclass);
ALTER TABLE ONLY public.stand ALTER COLUMN id SET DEFAULT nextval('public.stand_id_seq'::regclass);
ALTER TABLE ONLY public.statement ALTER COLUMN id SET DEFAULT nextval('public.statement_id_seq'::regclass);
ALTER TABLE ONLY public.static_page ALTER COLUMN id SET DEFAULT nextval('public.static_page_id_seq'::regclass);
ALTER TABLE ONLY public.stored_file ALTER COLUMN id SET DEFAULT nextval('public.stored_file_id_seq'::regclass);
ALTER TABLE ONLY public.synonyms ALTER COLUMN id SET DEFAULT nextval('public.synonyms_id_seq'::regclass);
ALTER TABLE ONLY public.taken_time ALTER COLUMN id SET DEFAULT nextval('public.taken_time_id_seq'::regclass);
ALTER TABLE ONLY public.talk ALTER COLUMN id SET DEFAULT nextval('public.talk_id_seq'::regclass);
ALTER TABLE ONLY public.talk_item ALTER COLUMN id SET DEFAULT nextval('public.talk_item_id_seq'::regclass);
ALTER TABLE ONLY public.talk_side ALTER COLUMN id SET DEFAULT nextval('public.talk_side_id_seq'::regclass);
ALTER TABLE ONLY public.task ALTER COLUMN id SET DEFAULT nextval('public.task_id_seq'::regclass);
ALTER TABLE ONLY public.template_item ALTER COLUMN id SET DEFAULT nextval('public.template_item_id_seq'::regclass);
ALTER TABLE ONLY public.time_band ALTER COLUMN id SET DEFAULT nextval('public.time_band_id_seq'::regclass);
ALTER TABLE ONLY public.training_budget ALTER COLUMN id SET DEFAULT nextval('public.training_budget_id_seq'::regclass);
ALTER TABLE ONLY public.training_decision ALTER COLUMN id SET DEFAULT nextval('public.training_decision_id_seq'::regclass);
ALTER TABLE ONLY public.training_request ALTER COLUMN id SET DEFAULT nextval('public.training_request_id_seq'::regclass);
ALTER TABLE ONLY public.unit ALTER COLUMN id SET DEFAULT nextval('public.unit_id_seq'::regclass);
ALTER TABLE ONLY public.weekly_review ALTER COLUMN id SET DEFAULT nextval('public.weekly_review_id_seq'::regclass);
INSERT INTO public.absence VALUES (1, 4, '2026-11-29', '2026-12-01');
INSERT INTO public.acceptance VALUES (1, 15, '2026-11-28 19:19:46.857748+00', 2, 22, 70, 90, 1, 14, 22, NULL, NULL, NULL, NULL, 0);
INSERT INTO public.activity VALUES (1, '2026-11-28 19:19:46.044237+00', 1, 'courses.begun', 'enrolment', 1, '{"course": 1}');
INSERT INTO public.activity VALUES (2, '2026-11-28 19:19:46.062302+00', 1, 'courses.completed', 'enrolment', 1, '{"course": 1}');
INSERT INTO public.activity VALUES (3, '2026-11-28 19:19:46.094861+00', 1, 'bookings.confirmed', 'booking', 1, '{"person": 1, "bookable": 1}');
INSERT INTO public.activity VALUES (4, '2026-11-28 19:19:46.10671+00', 2, 'bookings.waitlisted', 'booking', 2, '{"person": 2, "bookable": 1}');
INSERT INTO public.activity VALUES (5, '2026-11-28 19:19:46.114569+00', 4, 'bookings.waitlisted', 'booking', 3, '{"person": 4, "bookable": 1}');
INSERT INTO public.activity VALUES (6, '2026-11-28 19:19:46.128219+00', 2, 'people.away', 'absence', 1, '{"person": 4}');
INSERT INTO public.activity VALUES (7, '2026-11-28 19:19:46.19613+00', 2, 'competences.stated', 'statement', 5, '{"kind": "leader", "competence": 2}');
INSERT INTO public.activity VALUES (8, '2026-11-28 19:19:46.205556+00', 3, 'competences.link-set', 'competence', 1, '{"target": 2}');
INSERT INTO public.activity VALUES (9, '2026-11-28 19:19:46.228726+00', 3, 'competences.version-begun', 'framework', 3, '{"predecessor": 1}');
INSERT INTO public.activity VALUES (10, '2026-11-28 19:19:46.332141+00', 2, 'competences.stated', 'statement', 6, '{"kind": "leader", "competence": 1}');
INSERT INTO public.activity VALUES (11, '2026-11-28 19:19:46.463538+00', 2, 'events.programme_released', 'programme', 1, '{"number": 1}');
INSERT INTO public.activity VALUES (12, '2026-11-28 19:19:46.469865+00', 1, 'bookings.confirmed', 'booking', 4, '{"person": 1, "bookable": 3}');
INSERT INTO public.activity VALUES (13, '2026-11-28 19:19:46.485312+00', 1, 'bookings.confirmed', 'booking', 5, '{"person": 1, "bookable": 4}');
INSERT INTO public.activity VALUES (14, '2026-11-28 19:19:46.504198+00', 2, 'bookings.quotas-set', 'bookable', 3, '{"before": "", "quotas": "quota-1000004:3"}');
INSERT INTO public.activity VALUES (15, '2026-11-28 19:19:46.5655+00', 2, 'events.programme_released', 'programme', 2, '{"number": 1}');
INSERT INTO public.activity VALUES (16, '2026-11-28 19:19:46.571345+00', 1, 'bookings.confirmed', 'booking', 6, '{"person": 1, "bookable": 8}');
INSERT INTO public.activity VALUES (17, '2026-11-28 19:19:46.592289+00', 1, 'bookings.requested', 'booking', 7, '{"person": 1, "bookable": 13}');
INSERT INTO public.activity VALUES (18, '2026-11-28 19:19:46.61415+00', NULL, 'bookings.passed-up', 'booking', 7, '{"unit": 1000003}');
INSERT INTO public.activity VALUES (19, '2026-11-28 19:19:46.866531+00', 2, 'bookings.accepting', 'bookable', 15, '{"seats": 20, "accepted": 22, "risk_per_mille": 228}');
INSERT INTO public.activity VALUES (20, '2026-11-28 19:19:46.869932+00', 3, 'panels.started', 'panel', 1, '{"size": 2}');
INSERT INTO public.activity VALUES (21, '2026-11-28 19:19:46.879298+00', 3, 'panels.asked', 'panel', 1, '{"member": 1}');
INSERT INTO public.activity VALUES (22, '2026-11-28 19:19:46.881405+00', 3, 'panels.called', 'panel', 1, '{"seed_on": "2026-12-08", "closes_on": "2026-12-05"}');
INSERT INTO public.activity VALUES (23, '2026-11-28 19:19:46.921809+00', 2, 'bookings.arrived', 'booking', 10, '{"person": 1, "bookable": 17}');
INSERT INTO public.activity VALUES (24, '2026-11-28 19:19:46.936502+00', 2, 'stands.fair-opened', 'bookable', 18, '{"last_day": "2026-12-05"}');
INSERT INTO public.activity VALUES (25, '2026-11-28 19:19:46.952984+00', 2, 'feedback.questions-set', 'feedback_sheet', 1, '{"bookable": 19, "questions": 3}');
INSERT INTO public.activity VALUES (26, '2026-11-28 19:19:47.056587+00', 1, 'calendars.feed-opened', 'person', 1, '{}');
INSERT INTO public.agreed_level VALUES (1, 1, 2, 3);
INSERT INTO public.alembic_version VALUES ('20270105_edition_files');
INSERT INTO public.area VALUES (1, 1, 'area-1050', 'Daten', 'Daten', 1051, '', NULL, NULL, NULL, 0);
INSERT INTO public.area VALUES (2, 2, 'area-1055', 'Daten', 'Daten', 1056, '', NULL, NULL, NULL, 0);
INSERT INTO public.area VALUES (3, 3, 'area-1050', 'Daten', 'Daten', 1051, '', NULL, NULL, NULL, 0);
INSERT INTO public.area VALUES (4, 4, 'area-1077', 'Daten', 'Daten', 1078, '', NULL, NULL, NULL, 0);
INSERT INTO public.attendance VALUES (1, 10, '2026-11-28', '2026-11-28 19:19:46.913012+00', 2);
INSERT INTO public.attendance_proof VALUES (10, '2026-11-28', 7);
INSERT INTO public.bookable VALUES (1, 'event', 'Konferenz', '/events/1', 'Rathaus', '2026-12-28 09:00:00+00', '2026-12-28 11:00:00+00', NULL, '2026-12-28 09:00:00+00', '2026-12-28 09:00:00+00', 'first-come', true, 0, NULL, 'a8852b70d3a23d71', 0, NULL, NULL, false, NULL, NULL, 7, 'pass-up', NULL, 0, 'where-it-helps', NULL, NULL);
INSERT INTO public.bookable VALUES (2, 'session', 'Bäume prüfen', '/sessions/1', 'Rathaus', '2026-12-28 09:00:00+00', '2026-12-28 11:00:00+00', NULL, '2026-12-28 09:00:00+00', '2026-12-28 09:00:00+00', 'first-come', true, 0, NULL, '063f581fca45bee7', 0, NULL, NULL, false, NULL, NULL, 7, 'pass-up', NULL, 0, 'where-it-helps', NULL, NULL);
INSERT INTO public.bookable VALUES (3, 'event', 'Lerntage', '/events/2', 'Rathaus', '2026-12-28 07:00:00+00', '2026-12-29 16:00:00+00', NULL, '2026-12-28 07:00:00+00', '2026-12-28 07:00:00+00', 'first-come', true, 0, NULL, '5d053a631bf3cebe', 0, NULL, NULL, false, NULL, NULL, 7, 'pass-up', NULL, 0, 'where-it-helps', NULL, NULL);
INSERT INTO public.bookable VALUES (4, 'slot', 'KI im Alltag', '/events/2/programme', 'Saal, Rathaus', '2026-12-28 08:00:00+00', '2026-12-28 09:00:00+00', NULL, '2026-12-28 08:00:00+00', '2026-12-28 08:00:00+00', 'first-come', false, 0, NULL, 'slot-1', 0, NULL, NULL, false, 3, NULL, 7, 'pass-up', NULL, 0, 'where-it-helps', NULL, NULL);
INSERT INTO public.bookable VALUES (5, 'slot', 'Klare Sprache', '/events/2/programme', 'Raum 2, Rathaus', '2026-12-28 08:00:00+00', '2026-12-28 09:00:00+00', NULL, '2026-12-28 08:00:00+00', '2026-12-28 08:00:00+00', 'first-come', false, 0, NULL, 'slot-2', 0, NULL, NULL, false, 3, NULL, 7, 'pass-up', NULL, 0, 'where-it-helps', NULL, NULL);
INSERT INTO public.bookable VALUES (6, 'slot', 'KI im Alltag', '/events/2/programme', 'Saal, Rathaus', '2026-12-28 10:00:00+00', '2026-12-28 11:00:00+00', NULL, '2026-12-28 10:00:00+00', '2026-12-28 10:00:00+00', 'first-come', false, 0, NULL, 'slot-3', 0, NULL, NULL, false, 3, NULL, 7, 'pass-up', NULL, 0, 'where-it-helps', NULL, NULL);
INSERT INTO public.bookable VALUES (7, 'slot', 'Daten lesen', '/events/2/programme', 'Raum 2, Rathaus', '2026-12-28 10:00:00+00', '2026-12-28 11:00:00+00', NULL, '2026-12-28 10:00:00+00', '2026-12-28 10:00:00+00', 'first-come', false, 0, NULL, 'slot-4', 0, NULL, NULL, false, 3, NULL, 7, 'pass-up', NULL, 0, 'where-it-helps', NULL, NULL);
INSERT INTO public.bookable VALUES (8, 'event', 'Lerntage', '/events/3', 'Rathaus', '2026-12-28 07:00:00+00', '2026-12-29 16:00:00+00', NULL, '2026-12-28 07:00:00+00', '2026-12-28 07:00:00+00', 'first-come', true, 0, NULL, 'a44a95ffb8143a67', 0, NULL, NULL, false, NULL, NULL, 7, 'pass-up', NULL, 0, 'where-it-helps', NULL, NULL);
INSERT INTO public.bookable VALUES (9, 'slot', 'KI im Alltag', '/events/3/programme', 'Saal, Rathaus', '2026-12-28 08:00:00+00', '2026-12-28 09:00:00+00', '2026-12-28 08:00:00+00', '2026-12-28 08:00:00+00', '2026-12-28 08:00:00+00', 'first-come', false, 0, NULL, 'slot-5', 0, NULL, NULL, false, 8, NULL, 7, 'pass-up', NULL, 0, 'where-it-helps', NULL, NULL);
INSERT INTO public.bookable VALUES (10, 'slot', 'Klare Sprache', '/events/3/programme', 'Raum 2, Rathaus', '2026-12-28 08:00:00+00', '2026-12-28 09:00:00+00', '2026-12-28 08:00:00+00', '2026-12-28 08:00:00+00', '2026-12-28 08:00:00+00', 'first-come', false, 0, NULL, 'slot-6', 0, NULL, NULL, false, 8, NULL, 7, 'pass-up', NULL, 0, 'where-it-helps', NULL, NULL);
INSERT INTO public.bookable VALUES (11, 'slot', 'KI im Alltag', '/events/3/programme', 'Saal, Rathaus', '2026-12-28 10:00:00+00', '2026-12-28 11:00:00+00', '2026-12-28 10:00:00+00', '2026-12-28 10:00:00+00', '2026-12-28 10:00:00+00', 'first-come', false, 0, NULL, 'slot-7', 0, NULL, NULL, false, 8, NULL, 7, 'pass-up', NULL, 0, 'where-it-helps', NULL, NULL);
INSERT INTO public.bookable VALUES (12, 'slot', 'Daten lesen', '/events/3/programme', 'Raum 2, Rathaus', '2026-12-28 10:00:00+00', '2026-12-28 11:00:00+00', '2026-12-28 10:00:00+00', '2026-12-28 10:00:00+00', '2026-12-28 10:00:00+00', 'first-come', false, 0, NULL, 'slot-8', 0, NULL, NULL, false, 8, NULL, 7, 'pass-up', NULL, 0, 'where-it-helps', NULL, NULL);
INSERT INTO public.bookable VALUES (13, 'event', 'Lehrgang', '/events/4', 'Rathaus', '2026-12-28 09:00:00+00', '2026-12-28 11:00:00+00', NULL, '2026-12-28 09:00:00+00', '2026-12-28 09:00:00+00', 'approval', true, 0, NULL, '1d1cfe547b4da983', 0, NULL, NULL, false, NULL, NULL, 7, 'pass-up', NULL, 0, 'where-it-helps', NULL, NULL);
INSERT INTO public.bookable VALUES (14, 'event', 'Rechenzentrum', '/events/5', 'Rathaus', '2026-12-28 09:00:00+00', '2026-12-28 11:00:00+00', NULL, '2026-12-28 09:00:00+00', '2026-12-28 09:00:00+00', 'draw', true, 0, NULL, 'ae61c3c0bd191504', 0, NULL, NULL, false, NULL, 'fixed', 7, 'pass-up', NULL, 0, 'where-it-helps', NULL, NULL);
INSERT INTO public.bookable VALUES (15, 'event', 'Versammlung', '/events/6', 'Rathaus', '2026-12-28 09:00:00+00', '2026-12-28 11:00:00+00', NULL, '2026-12-28 09:00:00+00', '2026-12-28 09:00:00+00', 'first-come', true, 0, NULL, 'd192ffce169c991f', 0, NULL, NULL, false, NULL, NULL, 7, 'pass-up', NULL, 0, 'where-it-helps', NULL, NULL);
INSERT INTO public.bookable VALUES (16, 'event', 'Empfang', '/events/7', 'Rathaus', '2026-12-28 09:00:00+00', '2026-12-28 11:00:00+00', NULL, '2026-12-28 09:00:00+00', '2026-12-28 09:00:00+00', 'invitation', true, 0, NULL, 'cdca1af09f07cd26', 0, NULL, NULL, false, NULL, NULL, 7, 'pass-up', NULL, 0, 'where-it-helps', NULL, NULL);
INSERT INTO public.bookable VALUES (17, 'event', 'Heute', '/events/8', 'Rathaus', '2026-11-28 19:19:46.893317+00', '2026-11-28 21:19:46.893317+00', NULL, '2026-11-28 19:19:46.893317+00', '2026-11-28 19:19:46.893317+00', 'first-come', true, 0, NULL, '479e07a59b217a3a', 0, NULL, NULL, false, NULL, NULL, 7, 'pass-up', NULL, 0, 'where-it-helps', 'Damit alle etwas essen können', NULL);
INSERT INTO public.bookable VALUES (18, 'event', 'Messe', '/events/9', 'Rathaus', '2026-12-28 09:00:00+00', '2026-12-28 11:00:00+00', NULL, '2026-12-28 09:00:00+00', '2026-12-28 09:00:00+00', 'first-come', true, 0, NULL, '7501336bc859dc8e', 0, NULL, NULL, false, NULL, NULL, 7, 'pass-up', NULL, 0, 'where-it-helps', NULL, NULL);
INSERT INTO public.bookable VALUES (19, 'event', 'Neulich', '/events/10', 'Rathaus', '2026-11-25 09:00:00+00', '2026-11-25 11:00:00+00', NULL, '2026-11-25 09:00:00+00', '2026-11-25 09:00:00+00', 'first-come', true, 0, NULL, '1aba609f540a143f', 0, NULL, NULL, false, NULL, NULL, 7, 'pass-up', NULL, 0, 'where-it-helps', NULL, NULL);
INSERT INTO public.booking VALUES (1, 1, 1, 'confirmed', 'self', '2026-11-28 19:19:46.083879+00', false, NULL, NULL, NULL, NULL, 1000000, NULL, NULL);
INSERT INTO public.booking VALUES (2, 1, 2, 'waitlisted', 'self', '2026-11-28 19:19:46.102467+00', false, NULL, NULL, NULL, NULL, 1000000, NULL, NULL);
INSERT INTO public.booking VALUES (3, 1, 4, 'waitlisted', 'self', '2026-11-28 19:19:46.109682+00', false, NULL, NULL, NULL, NULL, 1000000, NULL, NULL);
INSERT INTO public.booking VALUES (4, 3, 1, 'confirmed', 'self', '2026-11-28 19:19:46.465162+00', false, NULL, NULL, NULL, NULL, 1000000, NULL, NULL);
INSERT INTO public.booking VALUES (5, 4, 1, 'confirmed', 'self', '2026-11-28 19:19:46.475489+00', false, NULL, NULL, NULL, NULL, 1000000, NULL, NULL);
INSERT INTO public.booking VALUES (6, 8, 1, 'confirmed', 'self', '2026-11-28 19:19:46.566993+00', false, NULL, NULL, NULL, NULL, 1000000, NULL, NULL);
INSERT INTO public.booking VALUES (7, 13, 1, 'requested', 'self', '2026-11-28 19:19:46.584577+00', false, NULL, NULL, NULL, NULL, 1000000, '2026-12-12 22:59:00+00', 1000003);
INSERT INTO public.booking VALUES (8, 14, 1, 'requested', 'self', '2026-11-28 19:19:46.840827+00', false, NULL, NULL, NULL, NULL, 1000000, NULL, NULL);
INSERT INTO public.booking VALUES (9, 14, 4, 'requested', 'self', '2026-11-28 19:19:46.842275+00', false, NULL, NULL, NULL, NULL, 1000000, NULL, NULL);
INSERT INTO public.booking VALUES (10, 17, 1, 'confirmed', 'self', '2026-11-28 19:19:46.907859+00', false, NULL, NULL, NULL, NULL, 1000000, NULL, NULL);
INSERT INTO public.booking_change VALUES (1, 1, '2026-11-28 19:19:46.083879+00', 1, NULL, 'confirmed', '');
INSERT INTO public.booking_change VALUES (2, 2, '2026-11-28 19:19:46.102467+00', 2, NULL, 'waitlisted', '');
INSERT INTO public.booking_change VALUES (3, 3, '2026-11-28 19:19:46.109682+00', 4, NULL, 'waitlisted', '');
INSERT INTO public.booking_change VALUES (4, 4, '2026-11-28 19:19:46.465162+00', 1, NULL, 'confirmed', '');
INSERT INTO public.booking_change VALUES (5, 5, '2026-11-28 19:19:46.475489+00', 1, NULL, 'confirmed', '');
INSERT INTO public.booking_change VALUES (6, 6, '2026-11-28 19:19:46.566993+00', 1, NULL, 'confirmed', '');
INSERT INTO public.booking_change VALUES (7, 7, '2026-11-28 19:19:46.584577+00', 1, NULL, 'requested', '');
INSERT INTO public.buddy_note VALUES (1, 1, 4, '2026-11-28', 'Wegweiser zeigen.', '2026-11-28 19:19:46.380927+00');
INSERT INTO public.buddy_pair VALUES (1, 1, 4, 2, '2026-11-28 19:19:46.366242+00', '2026-11-28 19:19:46.371238+00', NULL, 2, '10:00:00', '2027-02-20', NULL, NULL);
INSERT INTO public.calendar_feed VALUES (1, 'ee873e805a53521861ba6cc321828d432c43c52b8d923083c48c2d3703970dec', '2026-11-28 19:19:47.056525+00');
INSERT INTO public.catalogue_stamp VALUES (1, '24ffdd5a9d466cf0');
INSERT INTO public.certificate VALUES (1, 1, 1, '2026-11-28', '2026-7K3F9QXM2B4THW5ZC8RD', '7K3F9QXM2B4THW5ZC8RD', 'de', '{"name": "Ada Ahrens", "said": "hat", "lines": [["Nummer", "7K3F9QXM2B4THW5ZC8RD"]], "title": "Bescheinigung", "course": "Daten verstehen", "closing": "Ende", "operator": "Stadt Probe", "abilities": ["Zahlen prüfen"], "letterhead": [], "abilities_title": "Danach", "course_language": "de"}', '2026-11-28 19:19:47.050355+00', NULL, NULL, NULL, NULL, false);
INSERT INTO public.competence VALUES (2, 2, 'competence-1057', 'Klar schreiben', 'Klar schreiben', 1058, 'Worum es geht.', NULL, NULL, NULL, NULL, 24, NULL, 0);
INSERT INTO public.competence VALUES (1, 1, 'competence-1052', 'Daten erheben', 'Daten erheben', 1053, 'Worum es geht.', NULL, NULL, NULL, '2026-11-28 19:19:46.205549+00', 24, NULL, 1);
INSERT INTO public.competence VALUES (3, 3, 'competence-1052.next', 'Daten erheben', 'Daten erheben', 1053, 'Worum es geht.', NULL, NULL, NULL, NULL, 24, NULL, 0);
INSERT INTO public.competence VALUES (4, 4, 'competence-1079', 'Daten erheben', 'Daten erheben', 1080, 'Worum es geht.', NULL, NULL, NULL, NULL, 24, NULL, 0);
INSERT INTO public.competence_link VALUES (1, 2, 'related', false, false);
INSERT INTO public.competence_link VALUES (3, 2, 'related', false, false);
INSERT INTO public.counted_in VALUES (4, 8);
INSERT INTO public.course VALUES (1, 'course-1060', 'Daten verstehen', 'self-paced', 'data', 'de', 'Worum es geht.', '["Zahlen prüfen"]', 'Alle.', NULL, NULL, 10, '<p>Inhalt</p>', 'daten verstehen', 'daten verstehen worum es geht', '2026-11-28 19:19:46.020739+00', NULL, NULL, NULL, NULL, '["everybody"]');
INSERT INTO public.course VALUES (2, 'course-1065', 'Bäume prüfen', 'self-paced', 'data', 'de', 'Worum es geht.', '["Zahlen prüfen"]', 'Alle.', NULL, NULL, 10, '<p>Inhalt</p>', 'baeume pruefen baume prufen', 'baeume pruefen worum es geht baume prufen worum es geht', '2026-11-28 19:19:46.129994+00', NULL, NULL, NULL, NULL, '["everybody"]');
INSERT INTO public.course VALUES (3, 'course-1066', 'Bäume kennen', 'self-paced', 'data', 'de', 'Worum es geht.', '["Zahlen prüfen"]', 'Alle.', NULL, NULL, 10, '<p>Inhalt</p>', 'baeume kennen baume kennen', 'baeume kennen worum es geht baume kennen worum es geht', '2026-11-28 19:19:46.131973+00', NULL, NULL, NULL, NULL, '["everybody"]');
INSERT INTO public.course_qualification VALUES (1, 1, 'grants');
INSERT INTO public.credential VALUES (4, '$argon2id$v=19$m=8,t=3,p=1$ZmY+WQyQ3R2W7NP0uEDeGg$OlbPL2EI2FQB06ArU+2C8lrgUQiNIQa9MqTig8W+Q7Q', '2026-11-28 19:19:46.129059+00');
INSERT INTO public.door VALUES (1, 17, '2026-11-28', 'Haupteingang', '76f61e16befea31e9a3053cc446bd721e903f1c964342d205ca01d2aa558481f', '2026-11-28 19:19:46.90929+00', 2, NULL, 0, NULL);
INSERT INTO public.edition VALUES (1, 'daten', 1, 'draft', 'Daten verstehen', 'daten verstehen', 0, NULL, '', '', 3, NULL, '2026-11-28 19:19:47.03651+00', NULL);
INSERT INTO public.edition_file VALUES (1, 1, 'weg.txt', 'Der Weg', 'txt', 7, '2287b3fb327f739e62224afceb13c4a6ec278249e3fc0353048f8855f306cb7d', 'f05c6882414f36e9f969272ed60579c8');
INSERT INTO public.edition_part VALUES (1, 1, 'course.md', '---
title: Daten verstehen
format: self-paced
topic: data
language: de
summary: Worum es geht.
abilities:
  - Zahlen prüfen
outcomes: []
prerequisites: []
audience: Alle.
target_groups: [everybody]
Inhalt
', 0, NULL, '2026-11-28 19:19:47.03651+00');
INSERT INTO public.edition_part VALUES (2, 1, 'units/10-text.md', 'Eins', 0, NULL, '2026-11-28 19:19:47.03651+00');
INSERT INTO public.enrolment VALUES (1, 1, 1, '2026-11-28 19:19:46.042054+00', '2026-11-28', NULL, NULL, NULL);
INSERT INTO public.event VALUES (1, 'event-1062', 'Konferenz', 'Worum es geht.', '<p>Programm</p>', 1, '2026-11-28 19:19:46.078848+00', NULL, NULL, NULL, '', NULL, 0, NULL, NULL);
INSERT INTO public.event VALUES (2, 'event-1069', 'Lerntage', 'Worum es geht.', '<p>Programm</p>', 3, '2026-11-28 19:19:46.400305+00', NULL, NULL, NULL, '', NULL, 0, NULL, NULL);
INSERT INTO public.event VALUES (3, 'event-1070', 'Lerntage', 'Worum es geht.', '<p>Programm</p>', 8, '2026-11-28 19:19:46.517727+00', NULL, NULL, NULL, '', NULL, 0, NULL, NULL);
INSERT INTO public.event VALUES (4, 'event-1071', 'Lehrgang', 'Worum es geht.', '<p>Programm</p>', 13, '2026-11-28 19:19:46.582325+00', NULL, NULL, NULL, '', NULL, 0, NULL, NULL);
INSERT INTO public.event VALUES (5, 'event-1072', 'Rechenzentrum', 'Worum es geht.', '<p>Programm</p>', 14, '2026-11-28 19:19:46.839047+00', NULL, NULL, NULL, '', NULL, 0, NULL, NULL);
INSERT INTO public.event VALUES (6, 'event-1073', 'Versammlung', 'Worum es geht.', '<p>Programm</p>', 15, '2026-11-28 19:19:46.855424+00', NULL, NULL, NULL, '', NULL, 0, NULL, NULL);
INSERT INTO public.event VALUES (7, 'event-1074', 'Empfang', 'Worum es geht.', '<p>Programm</p>', 16, '2026-11-28 19:19:46.890299+00', NULL, NULL, NULL, '', NULL, 0, NULL, NULL);
INSERT INTO public.event VALUES (8, 'event-1075', 'Heute', 'Worum es geht.', '<p>Programm</p>', 17, '2026-11-28 19:19:46.895248+00', NULL, NULL, NULL, '', NULL, 0, NULL, NULL);
INSERT INTO public.event VALUES (9, 'event-1081', 'Messe', 'Worum es geht.', '<p>Programm</p>', 18, '2026-11-28 19:19:46.932746+00', NULL, NULL, NULL, '', NULL, 0, NULL, NULL);
INSERT INTO public.event VALUES (10, 'event-1088', 'Neulich', 'Worum es geht.', '<p>Programm</p>', 19, '2026-11-28 19:19:46.946671+00', NULL, NULL, NULL, '', NULL, 0, NULL, NULL);
INSERT INTO public.event_outcome VALUES (8, 4, 1);
INSERT INTO public.event_room VALUES (1, 1, 'Saal', 40);
INSERT INTO public.event_room VALUES (2, 1, 'Raum 2', 10);
INSERT INTO public.event_room VALUES (3, 2, 'Saal', 40);
INSERT INTO public.event_room VALUES (4, 2, 'Raum 2', 10);
INSERT INTO public.evidence VALUES (1, 1, 'external', 'Lehrgang', 'Was ich getan habe.', NULL, NULL, '2026-10-29', NULL, 1, '2026-11-28 19:19:46.144999+00', NULL);
INSERT INTO public.evidence_claim VALUES (1, 1, 2, 3);
INSERT INTO public.evidence_claim VALUES (1, 2, 1, 4);
INSERT INTO public.fair VALUES (1, 18, '2026-12-05');
INSERT INTO public.feedback_question VALUES (1, 1, 1, 'scale', 'Wie nützlich war es?');
INSERT INTO public.feedback_question VALUES (2, 1, 2, 'yes-no', 'Würden Sie es empfehlen?');
INSERT INTO public.feedback_question VALUES (3, 1, 3, 'text', 'Was sollte anders sein?');
INSERT INTO public.feedback_sheet VALUES (1, 19, '2026-11-28', '2026-12-12');
INSERT INTO public.feedback_tally VALUES (1, '1', 1);
INSERT INTO public.feedback_tally VALUES (1, '2', 1);
INSERT INTO public.feedback_tally VALUES (1, '3', 0);
INSERT INTO public.feedback_tally VALUES (1, '4', 2);
INSERT INTO public.feedback_tally VALUES (1, '5', 1);
INSERT INTO public.feedback_tally VALUES (1, 'not-said', 0);
INSERT INTO public.feedback_tally VALUES (2, 'yes', 5);
INSERT INTO public.feedback_tally VALUES (2, 'no', 0);
INSERT INTO public.feedback_tally VALUES (2, 'not-said', 0);
INSERT INTO public.feedback_text VALUES (2870845512783126, 3, 'Ein Satz ohne Namen', true);
INSERT INTO public.feedback_text VALUES (3102143185056873, 3, 'Ein Satz ohne Namen', true);
INSERT INTO public.feedback_text VALUES (4494512131598775, 3, 'Ein Satz ohne Namen', true);
INSERT INTO public.feedback_text VALUES (8168436085497088, 3, 'Ein Satz ohne Namen', true);
INSERT INTO public.feedback_text VALUES (8300102008418874, 3, 'Ein Satz ohne Namen', true);
INSERT INTO public.feedback_turn VALUES (1, 5, true);
INSERT INTO public.feedback_turn VALUES (1, 6, true);
INSERT INTO public.feedback_turn VALUES (1, 7, true);
INSERT INTO public.feedback_turn VALUES (1, 8, true);
INSERT INTO public.feedback_turn VALUES (1, 9, true);
INSERT INTO public.figure VALUES (1, 1, 'all', '2026-11-28', 5, NULL, true, '["3d7f025be94a692e", "5b9a54ead55e453d", "7b6612a4c1d63a13", "e7a9a305ab6bb1e2", "fbc20e5458155caa"]');
INSERT INTO public.figure VALUES (2, 2, 'all', '2026-11-28', 5, '{"1": 1, "2": 1, "3": 0, "4": 2, "5": 1, "not-said": 0}', true, '["3d9f0abb14bd1661", "9fc5909178f1393b", "bebebab530960ad2", "cf940fda21fc9428", "ff8684944c53d029"]');
INSERT INTO public.figure VALUES (3, 3, 'all', '2026-11-28', 5, NULL, false, '["15ce71646abdad40", "b769a93b1b8bfb91", "baf6f306ed017b9d", "d9b8fc5444c458ab", "f2c256b6e18d790e"]');
INSERT INTO public.framework VALUES (1, 'framework-1049', 'Kompetenzen', 'Kompetenzen', '1', 'published', '', NULL, NULL, NULL, 100, 0, NULL, '');
INSERT INTO public.framework VALUES (2, 'framework-1054', 'Kompetenzen', 'Kompetenzen', '1', 'published', '', NULL, NULL, NULL, 100, 0, NULL, '');
INSERT INTO public.framework VALUES (3, 'framework-1049.next', 'Kompetenzen', 'Kompetenzen', '2', 'draft', '', NULL, NULL, NULL, 100, 0, 1, '');
INSERT INTO public.framework VALUES (4, 'framework-1076', 'Kompetenzen', 'Kompetenzen', '1', 'published', '', NULL, NULL, NULL, 100, 0, NULL, '');
INSERT INTO public.goal VALUES (1, 1, '2026-11-28 19:19:46.01134+00');
INSERT INTO public.handover VALUES (1, 4, 4, NULL, 'open', '2026-11-28 19:19:46.50767+00', '2026-12-02 15:00:00+00', NULL);
INSERT INTO public.holding VALUES (1, 1, 1, '2026-11-18', '2027-11-18', 'record', '', NULL, '2026-11-28 19:19:47.047078+00', NULL, NULL);
INSERT INTO public.inquiry VALUES (1, 1, 4, 'colleague', 1, 1, 'Bitte', '2026-11-28 19:19:46.174095+00', '2026-12-05', 'open', '', NULL);
INSERT INTO public.inquiry VALUES (2, 1, 2, 'leader', NULL, NULL, '', '2026-11-26 19:19:46.177211+00', '2026-12-12', 'answered', 'Gesehen.', '2026-11-28 19:19:46.196204+00');
INSERT INTO public.inquiry_line VALUES (2, 2, 5);
INSERT INTO public.invitation VALUES (1, 16, 1, 'open', '2026-11-28 19:19:46.891942+00', 2, '2026-11-29 19:19:46.891942+00', NULL);
INSERT INTO public.job VALUES (1, 1, 'Gärtnerei', 'trades');
INSERT INTO public.job_family VALUES (1, 'family-1063', 'Grünpflege', 'Grünpflege');
INSERT INTO public.leadership VALUES (1, 1000004, 2, 'head', '2020-01-01', NULL);
INSERT INTO public.leadership VALUES (2, 1000003, 3, 'head', '2020-01-01', NULL);
INSERT INTO public.ledger VALUES (1, 'feedback:1', '7eb897a41ae3e9e0a3e865528064b863c9a0b236891c96ce99319e430c4b7e64');
INSERT INTO public.ledger VALUES (2, 'feedback:1:1', '124f36c6de31a762a15cf9c9c554349fb8625dddab4ad3be8a84b34e8ee2c1b8');
INSERT INTO public.ledger VALUES (3, 'feedback:1:2', 'ab9d35fe78e11d749b61f555739f3230daf594d722beb060389d65b2936d5820');
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
INSERT INTO public.level VALUES (3, 0, 'Stufe 0', 'Level 0');
INSERT INTO public.level VALUES (3, 1, 'Stufe 1', 'Level 1');
INSERT INTO public.level VALUES (3, 2, 'Stufe 2', 'Level 2');
INSERT INTO public.level VALUES (3, 3, 'Stufe 3', 'Level 3');
INSERT INTO public.level VALUES (3, 4, 'Stufe 4', 'Level 4');
INSERT INTO public.level VALUES (4, 0, 'Stufe 0', 'Level 0');
INSERT INTO public.level VALUES (4, 1, 'Stufe 1', 'Level 1');
INSERT INTO public.level VALUES (4, 2, 'Stufe 2', 'Level 2');
INSERT INTO public.level VALUES (4, 3, 'Stufe 3', 'Level 3');
INSERT INTO public.level VALUES (4, 4, 'Stufe 4', 'Level 4');
INSERT INTO public.level_description VALUES (1, 1, 'Ich kann Stufe 1.');
INSERT INTO public.level_description VALUES (1, 2, 'Ich kann Stufe 2.');
INSERT INTO public.level_description VALUES (1, 3, 'Ich kann Stufe 3.');
INSERT INTO public.level_description VALUES (1, 4, 'Ich kann Stufe 4.');
INSERT INTO public.level_description VALUES (2, 1, 'Ich kann Stufe 1.');
INSERT INTO public.level_description VALUES (2, 2, 'Ich kann Stufe 2.');
INSERT INTO public.level_description VALUES (2, 3, 'Ich kann Stufe 3.');
INSERT INTO public.level_description VALUES (2, 4, 'Ich kann Stufe 4.');
INSERT INTO public.level_description VALUES (3, 1, 'Ich kann Stufe 1.');
INSERT INTO public.level_description VALUES (3, 2, 'Ich kann Stufe 2.');
INSERT INTO public.level_description VALUES (3, 3, 'Ich kann Stufe 3.');
INSERT INTO public.level_description VALUES (3, 4, 'Ich kann Stufe 4.');
INSERT INTO public.level_description VALUES (4, 1, 'Ich kann Stufe 1.');
INSERT INTO public.level_description VALUES (4, 2, 'Ich kann Stufe 2.');
INSERT INTO public.level_description VALUES (4, 3, 'Ich kann Stufe 3.');
INSERT INTO public.level_description VALUES (4, 4, 'Ich kann Stufe 4.');
INSERT INTO public.lot VALUES (8, 1, 'AAAA-AAA2');
INSERT INTO public.lot VALUES (9, 1, 'BBBB-BBB3');
INSERT INTO public.mail VALUES (1, 1, 'booking-confirmed', '{"was": null, "note": null, "place": "Rathaus", "title": "Konferenz", "waits": null, "at_once": null, "ends_at": "2026-12-28T11:00:00+00:00", "by_leader": null, "starts_at": "2026-12-28T09:00:00+00:00", "undecided": null, "expires_at": null, "by_organiser": null}', '/events/1', '2026-11-28 19:19:46.098227+00', '2026-11-28 19:19:46.098227+00', 'waiting', 0, NULL, '{"uid": "a8852b70d3a23d71", "spans": [["2026-12-28T09:00:00+00:00", "2026-12-28T11:00:00+00:00"]], "method": "REQUEST", "sequence": 0}');
INSERT INTO public.mail VALUES (2, 2, 'booking-waitlisted', '{"was": null, "note": null, "place": "Rathaus", "title": "Konferenz", "waits": null, "at_once": null, "ends_at": "2026-12-28T11:00:00+00:00", "by_leader": null, "starts_at": "2026-12-28T09:00:00+00:00", "undecided": null, "expires_at": null, "by_organiser": null}', '/events/1', '2026-11-28 19:19:46.106804+00', '2026-11-28 19:19:46.106804+00', 'waiting', 0, NULL, 'null');
INSERT INTO public.mail VALUES (3, 4, 'booking-waitlisted', '{"was": null, "note": null, "place": "Rathaus", "title": "Konferenz", "waits": null, "at_once": null, "ends_at": "2026-12-28T11:00:00+00:00", "by_leader": null, "starts_at": "2026-12-28T09:00:00+00:00", "undecided": null, "expires_at": null, "by_organiser": null}', '/events/1', '2026-11-28 19:19:46.114728+00', '2026-11-28 19:19:46.114728+00', 'waiting', 0, NULL, 'null');
INSERT INTO public.mail VALUES (4, 4, 'inquiry-asked', '{"expires_at": "2026-12-05T22:59:00+00:00"}', '/competences/inquiries/1', '2026-11-28 19:19:46.175774+00', '2026-11-28 19:19:46.175774+00', 'waiting', 0, NULL, 'null');
INSERT INTO public.mail VALUES (5, 1, 'inquiry-answered', '{}', '/competences/inquiries', '2026-11-28 19:19:46.19622+00', '2026-11-28 19:19:46.19622+00', 'waiting', 0, NULL, 'null');
INSERT INTO public.mail VALUES (6, 1, 'plan-section', '{"title": "Einarbeitung"}', '/plan', '2026-11-28 19:19:46.258852+00', '2026-11-28 19:19:46.258852+00', 'waiting', 0, NULL, 'null');
INSERT INTO public.mail VALUES (7, 2, 'buddy-wanted', '{"title": "Ada Ahrens"}', '/buddies/request?newcomer=ada.1045%40stadt.example', '2026-11-28 19:19:46.267966+00', '2026-11-28 19:19:46.267966+00', 'waiting', 0, NULL, 'null');
INSERT INTO public.mail VALUES (8, 1, 'talk-proposed', '{"title": "29. November 2026"}', '/talks/1', '2026-11-28 19:19:46.279458+00', '2026-11-28 19:19:46.279458+00', 'waiting', 0, NULL, 'null');
INSERT INTO public.mail VALUES (9, 2, 'talk-released', '{"title": "29. November 2026"}', '/talks/1', '2026-11-28 19:19:46.29547+00', '2026-11-28 19:19:46.29547+00', 'waiting', 0, NULL, 'null');
INSERT INTO public.mail VALUES (10, 1, 'talk-released', '{"title": "29. November 2026"}', '/talks/1', '2026-11-28 19:19:46.303699+00', '2026-11-28 19:19:46.303699+00', 'waiting', 0, NULL, 'null');
INSERT INTO public.mail VALUES (11, 1, 'talk-recorded', '{"title": "29. November 2026"}', '/talks/1', '2026-11-28 19:19:46.316216+00', '2026-11-28 19:19:46.316216+00', 'waiting', 0, NULL, 'null');
INSERT INTO public.mail VALUES (12, 2, 'talk-agreed', '{"title": "28. November 2026"}', '/talks/1', '2026-11-28 19:19:46.36196+00', '2026-11-28 19:19:46.36196+00', 'waiting', 0, NULL, 'null');
INSERT INTO public.mail VALUES (13, 4, 'buddy-asked', '{"title": "Ada Ahrens"}', '/buddies', '2026-11-28 19:19:46.367916+00', '2026-11-28 19:19:46.367916+00', 'waiting', 0, NULL, 'null');
INSERT INTO public.mail VALUES (14, 1, 'buddy-accepted', '{"title": "Zoe Zander"}', '/buddies/1', '2026-11-28 19:19:46.372953+00', '2026-11-28 19:19:46.372953+00', 'waiting', 0, NULL, 'null');
INSERT INTO public.mail VALUES (15, 2, 'buddy-accepted', '{"title": "Zoe Zander"}', '/buddies/request', '2026-11-28 19:19:46.373082+00', '2026-11-28 19:19:46.373082+00', 'waiting', 0, NULL, 'null');
INSERT INTO public.mail VALUES (16, 1, 'booking-confirmed', '{"was": null, "note": null, "place": "Rathaus", "title": "Lerntage", "waits": null, "at_once": null, "ends_at": "2026-12-29T16:00:00+00:00", "meetings": "2026-12-28T07:00:00+00:00/2026-12-29T16:00:00+00:00", "by_leader": null, "starts_at": "2026-12-28T07:00:00+00:00", "undecided": null, "expires_at": null, "by_organiser": null}', '/events/2', '2026-11-28 19:19:46.471751+00', '2026-11-28 19:19:46.471751+00', 'waiting', 0, NULL, '{"uid": "5d053a631bf3cebe", "spans": [["2026-12-28T07:00:00+00:00", "2026-12-29T16:00:00+00:00"]], "method": "REQUEST", "sequence": 0}');
INSERT INTO public.mail VALUES (17, 4, 'handover-proposed', '{"place": "Rathaus", "title": "Lerntage", "ends_at": "2026-12-29T16:00:00+00:00", "handover": 1, "meetings": "2026-12-28T07:00:00+00:00/2026-12-29T16:00:00+00:00", "starts_at": "2026-12-28T07:00:00+00:00", "expires_at": "2026-12-02T15:00:00+00:00"}', '/handovers/1', '2026-11-28 19:19:46.514357+00', '2026-11-28 19:19:46.514357+00', 'waiting', 0, NULL, 'null');
INSERT INTO public.mail VALUES (18, 1, 'booking-confirmed', '{"was": null, "note": null, "place": "Rathaus", "title": "Lerntage", "waits": null, "at_once": null, "ends_at": "2026-12-29T16:00:00+00:00", "meetings": "2026-12-28T07:00:00+00:00/2026-12-29T16:00:00+00:00", "by_leader": null, "starts_at": "2026-12-28T07:00:00+00:00", "undecided": null, "expires_at": null, "by_organiser": null}', '/events/3', '2026-11-28 19:19:46.573205+00', '2026-11-28 19:19:46.573205+00', 'waiting', 0, NULL, '{"uid": "a44a95ffb8143a67", "spans": [["2026-12-28T07:00:00+00:00", "2026-12-29T16:00:00+00:00"]], "method": "REQUEST", "sequence": 0}');
INSERT INTO public.mail VALUES (19, 1, 'booking-requested', '{"was": null, "note": null, "place": "Rathaus", "title": "Lehrgang", "waits": null, "at_once": null, "ends_at": "2026-12-28T11:00:00+00:00", "by_leader": null, "starts_at": "2026-12-28T09:00:00+00:00", "undecided": null, "expires_at": null, "by_organiser": null}', '/events/4', '2026-11-28 19:19:46.592371+00', '2026-11-28 19:19:46.592371+00', 'waiting', 0, NULL, 'null');
INSERT INTO public.mail VALUES (20, 2, 'decision-waiting', '{"place": "Rathaus", "title": "Lehrgang", "booking": 7, "ends_at": "2026-12-28T11:00:00+00:00", "starts_at": "2026-12-28T09:00:00+00:00", "expires_at": "2026-12-05T22:59:00+00:00"}', '/team/approvals', '2026-11-28 19:19:46.594238+00', '2026-11-28 19:19:46.594238+00', 'waiting', 0, NULL, 'null');
INSERT INTO public.mail VALUES (21, 3, 'decision-waiting', '{"place": "Rathaus", "title": "Lehrgang", "booking": 7, "ends_at": "2026-12-28T11:00:00+00:00", "starts_at": "2026-12-28T09:00:00+00:00", "expires_at": "2026-12-12T22:59:00+00:00"}', '/team/approvals', '2026-11-28 19:19:46.834397+00', '2026-11-28 19:19:46.834397+00', 'waiting', 0, NULL, 'null');
INSERT INTO public.mail VALUES (22, 1, 'booking-passed-up', '{"place": "Rathaus", "title": "Lehrgang", "ends_at": "2026-12-28T11:00:00+00:00", "starts_at": "2026-12-28T09:00:00+00:00"}', '/events/4', '2026-11-28 19:19:46.834549+00', '2026-11-28 19:19:46.834549+00', 'waiting', 0, NULL, 'null');
INSERT INTO public.mail VALUES (23, 2, 'panel-asked', '{"title": "Leitbild"}', '/panels/1', '2026-11-28 19:19:46.876843+00', '2026-11-28 19:19:46.876843+00', 'waiting', 0, NULL, 'null');
INSERT INTO public.mandatory_rule VALUES (1, 1, NULL, NULL, 60, 30, '2026-08-20');
INSERT INTO public.need VALUES (10, 'ohne Sellerie', '');
INSERT INTO public.notice VALUES (1, 1, 'booking-confirmed', '{"was": null, "note": null, "place": "Rathaus", "title": "Konferenz", "waits": null, "at_once": null, "ends_at": "2026-12-28T11:00:00+00:00", "by_leader": null, "starts_at": "2026-12-28T09:00:00+00:00", "undecided": null, "expires_at": null, "by_organiser": null}', '/events/1', '2026-11-28 19:19:46.098227+00', NULL);
INSERT INTO public.notice VALUES (2, 2, 'booking-waitlisted', '{"was": null, "note": null, "place": "Rathaus", "title": "Konferenz", "waits": null, "at_once": null, "ends_at": "2026-12-28T11:00:00+00:00", "by_leader": null, "starts_at": "2026-12-28T09:00:00+00:00", "undecided": null, "expires_at": null, "by_organiser": null}', '/events/1', '2026-11-28 19:19:46.106804+00', NULL);
INSERT INTO public.notice VALUES (3, 4, 'booking-waitlisted', '{"was": null, "note": null, "place": "Rathaus", "title": "Konferenz", "waits": null, "at_once": null, "ends_at": "2026-12-28T11:00:00+00:00", "by_leader": null, "starts_at": "2026-12-28T09:00:00+00:00", "undecided": null, "expires_at": null, "by_organiser": null}', '/events/1', '2026-11-28 19:19:46.114728+00', NULL);
INSERT INTO public.notice VALUES (4, 4, 'inquiry-asked', '{"who": "Ada Ahrens", "expires_at": "2026-12-05T22:59:00+00:00"}', '/competences/inquiries/1', '2026-11-28 19:19:46.175774+00', NULL);
INSERT INTO public.notice VALUES (5, 1, 'inquiry-answered', '{"who": "Max Mohr"}', '/competences/inquiries', '2026-11-28 19:19:46.19622+00', NULL);
INSERT INTO public.notice VALUES (6, 1, 'plan-section', '{"title": "Einarbeitung"}', '/plan', '2026-11-28 19:19:46.258852+00', NULL);
INSERT INTO public.notice VALUES (7, 2, 'buddy-wanted', '{"title": "Ada Ahrens"}', '/buddies/request?newcomer=ada.1045%40stadt.example', '2026-11-28 19:19:46.267966+00', NULL);
INSERT INTO public.notice VALUES (8, 1, 'talk-proposed', '{"who": "Max Mohr", "title": "29. November 2026"}', '/talks/1', '2026-11-28 19:19:46.279458+00', NULL);
INSERT INTO public.notice VALUES (9, 2, 'talk-released', '{"who": "Ada Ahrens", "title": "29. November 2026"}', '/talks/1', '2026-11-28 19:19:46.29547+00', NULL);
INSERT INTO public.notice VALUES (10, 1, 'talk-released', '{"who": "Max Mohr", "title": "29. November 2026"}', '/talks/1', '2026-11-28 19:19:46.303699+00', NULL);
INSERT INTO public.notice VALUES (11, 1, 'talk-recorded', '{"who": "Max Mohr", "title": "29. November 2026"}', '/talks/1', '2026-11-28 19:19:46.316216+00', NULL);
INSERT INTO public.notice VALUES (12, 2, 'talk-agreed', '{"who": "Ada Ahrens", "title": "28. November 2026"}', '/talks/1', '2026-11-28 19:19:46.36196+00', NULL);
INSERT INTO public.notice VALUES (13, 4, 'buddy-asked', '{"title": "Ada Ahrens"}', '/buddies', '2026-11-28 19:19:46.367916+00', NULL);
INSERT INTO public.notice VALUES (14, 1, 'buddy-accepted', '{"title": "Zoe Zander"}', '/buddies/1', '2026-11-28 19:19:46.372953+00', NULL);
INSERT INTO public.notice VALUES (15, 2, 'buddy-accepted', '{"who": "Ada Ahrens", "title": "Zoe Zander"}', '/buddies/request', '2026-11-28 19:19:46.373082+00', NULL);
INSERT INTO public.notice VALUES (16, 1, 'booking-confirmed', '{"was": null, "note": null, "place": "Rathaus", "title": "Lerntage", "waits": null, "at_once": null, "ends_at": "2026-12-29T16:00:00+00:00", "meetings": "2026-12-28T07:00:00+00:00/2026-12-29T16:00:00+00:00", "by_leader": null, "starts_at": "2026-12-28T07:00:00+00:00", "undecided": null, "expires_at": null, "by_organiser": null}', '/events/2', '2026-11-28 19:19:46.471751+00', NULL);
INSERT INTO public.notice VALUES (17, 4, 'handover-proposed', '{"who": "Ada Ahrens", "place": "Rathaus", "title": "Lerntage", "ends_at": "2026-12-29T16:00:00+00:00", "handover": 1, "meetings": "2026-12-28T07:00:00+00:00/2026-12-29T16:00:00+00:00", "starts_at": "2026-12-28T07:00:00+00:00", "expires_at": "2026-12-02T15:00:00+00:00"}', '/handovers/1', '2026-11-28 19:19:46.514357+00', NULL);
INSERT INTO public.notice VALUES (18, 1, 'booking-confirmed', '{"was": null, "note": null, "place": "Rathaus", "title": "Lerntage", "waits": null, "at_once": null, "ends_at": "2026-12-29T16:00:00+00:00", "meetings": "2026-12-28T07:00:00+00:00/2026-12-29T16:00:00+00:00", "by_leader": null, "starts_at": "2026-12-28T07:00:00+00:00", "undecided": null, "expires_at": null, "by_organiser": null}', '/events/3', '2026-11-28 19:19:46.573205+00', NULL);
INSERT INTO public.notice VALUES (19, 1, 'booking-requested', '{"was": null, "note": null, "place": "Rathaus", "title": "Lehrgang", "waits": null, "at_once": null, "ends_at": "2026-12-28T11:00:00+00:00", "by_leader": null, "starts_at": "2026-12-28T09:00:00+00:00", "undecided": null, "expires_at": null, "by_organiser": null}', '/events/4', '2026-11-28 19:19:46.592371+00', NULL);
INSERT INTO public.notice VALUES (20, 2, 'decision-waiting', '{"who": "Ada Ahrens", "place": "Rathaus", "title": "Lehrgang", "booking": 7, "ends_at": "2026-12-28T11:00:00+00:00", "starts_at": "2026-12-28T09:00:00+00:00", "expires_at": "2026-12-05T22:59:00+00:00"}', '/team/approvals', '2026-11-28 19:19:46.594238+00', NULL);
INSERT INTO public.notice VALUES (21, 3, 'decision-waiting', '{"who": "Ada Ahrens", "place": "Rathaus", "title": "Lehrgang", "booking": 7, "ends_at": "2026-12-28T11:00:00+00:00", "starts_at": "2026-12-28T09:00:00+00:00", "expires_at": "2026-12-12T22:59:00+00:00"}', '/team/approvals', '2026-11-28 19:19:46.834397+00', NULL);
INSERT INTO public.notice VALUES (22, 1, 'booking-passed-up', '{"place": "Rathaus", "title": "Lehrgang", "ends_at": "2026-12-28T11:00:00+00:00", "starts_at": "2026-12-28T09:00:00+00:00"}', '/events/4', '2026-11-28 19:19:46.834549+00', NULL);
INSERT INTO public.notice VALUES (23, 2, 'panel-asked', '{"title": "Leitbild"}', '/panels/1', '2026-11-28 19:19:46.876843+00', NULL);
INSERT INTO public.org_unit VALUES (1000003, NULL, '/1000003/', 'house', 'Stadt Probe', 'Stadt Pr');
INSERT INTO public.org_unit VALUES (1000004, 1000003, '/1000003/1000004/', 'office', 'Bürgeramt', 'Bürgeram');
INSERT INTO public.org_unit VALUES (1000005, 1000003, '/1000003/1000005/', 'office', 'Tiefbauamt', 'Tiefbaua');
INSERT INTO public.organiser VALUES (3, 2);
INSERT INTO public.organiser VALUES (4, 2);
INSERT INTO public.organiser VALUES (5, 2);
INSERT INTO public.organiser VALUES (6, 2);
INSERT INTO public.organiser VALUES (7, 2);
INSERT INTO public.organiser VALUES (8, 2);
INSERT INTO public.organiser VALUES (9, 2);
INSERT INTO public.organiser VALUES (10, 2);
INSERT INTO public.organiser VALUES (11, 2);
INSERT INTO public.organiser VALUES (12, 2);
INSERT INTO public.outcome VALUES (1, 1, 0, 2);
INSERT INTO public.panel VALUES (1, 'Leitbild', 'Ein Leitbild', 2, 3, '2026-11-28 19:19:46.868107+00', '2026-11-28 19:19:46.881394+00', '2026-12-05 23:00:00+00', 'Lottozahlen', '2026-12-08', NULL, NULL);
INSERT INTO public.panel_member VALUES (1, 1, 2, 'asked', 'core', '2026-11-28 19:19:46.875091+00', NULL, NULL, NULL);
INSERT INTO public.panel_volunteer VALUES (1, 1, 1, '9YAS-XVBD', '2026-11-28 19:19:46.887159+00', NULL);
INSERT INTO public.person VALUES (1, '1045', 'Ada', 'Ahrens', 'ada.1045@stadt.example', 1000004, NULL, 100, 'de', '2020-01-01', NULL, 'ahrens ada', NULL);
INSERT INTO public.person VALUES (2, '1046', 'Max', 'Mohr', 'max.1046@stadt.example', 1000004, NULL, 100, 'de', '2020-01-01', NULL, 'mohr max', NULL);
INSERT INTO public.person VALUES (3, '1047', 'Lin', 'Lorenz', 'lin.1047@stadt.example', 1000003, NULL, 100, 'de', '2020-01-01', NULL, 'lorenz lin', NULL);
INSERT INTO public.person VALUES (4, '1048', 'Zoe', 'Zander', 'zoe.1048@stadt.example', 1000005, 1, 100, 'de', '2020-01-01', NULL, 'zander zoe', '2026-11-28');
INSERT INTO public.person VALUES (5, '1083', 'Gast0', 'Probe', 'gast0.1083@stadt.example', 1000004, NULL, 100, 'de', '2020-01-01', NULL, 'probe gast0', NULL);
INSERT INTO public.person VALUES (6, '1084', 'Gast1', 'Probe', 'gast1.1084@stadt.example', 1000004, NULL, 100, 'de', '2020-01-01', NULL, 'probe gast1', NULL);
INSERT INTO public.person VALUES (7, '1085', 'Gast2', 'Probe', 'gast2.1085@stadt.example', 1000004, NULL, 100, 'de', '2020-01-01', NULL, 'probe gast2', NULL);
INSERT INTO public.person VALUES (8, '1086', 'Gast3', 'Probe', 'gast3.1086@stadt.example', 1000004, NULL, 100, 'de', '2020-01-01', NULL, 'probe gast3', NULL);
INSERT INTO public.person VALUES (9, '1087', 'Gast4', 'Probe', 'gast4.1087@stadt.example', 1000004, NULL, 100, 'de', '2020-01-01', NULL, 'probe gast4', NULL);
INSERT INTO public.plan VALUES (1, 1, 60, '2026-11-28 19:19:46.354192+00', 6, NULL);
INSERT INTO public.plan_assignment VALUES (1, 1, 1, '2026-11-28', '2026-11-28 19:19:46.236188+00', 3);
INSERT INTO public.plan_delivery VALUES (1, 1, 2, '3667f1f1d0e6d7e4a5c2ba46522f5c97755331c763e1306ae331689c0a3343f6');
INSERT INTO public.plan_item VALUES (1, 1, 'own', 'Üben', NULL, NULL, NULL, NULL, 30, NULL, 2, '', NULL, '2026-11-28 19:19:46.069822+00', NULL, NULL, NULL, NULL, 'normal', 'active', NULL, NULL);
INSERT INTO public.plan_item VALUES (2, 1, 'practice', 'Rundgang', NULL, NULL, 1, 2, 30, '2026-12-05', 1, 'Weil.', NULL, '2026-11-28 19:19:46.240187+00', NULL, NULL, NULL, NULL, 'normal', 'proposed', NULL, NULL);
INSERT INTO public.plan_item VALUES (3, 1, 'own', 'Hospitieren', NULL, NULL, 1, 2, 60, NULL, 3, 'Im Gespräch am 28. November 2026 vereinbart.', NULL, '2026-11-28 19:19:46.345331+00', NULL, NULL, NULL, NULL, 'normal', 'agreed', NULL, NULL);
INSERT INTO public.plan_template VALUES (1, 'template-1067', 'Einarbeitung', 'Einarbeitung', 'Neue.', '', '', true, 'assignment', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.pool VALUES (1, 1, 'total', 1, 0, NULL, NULL);
INSERT INTO public.pool VALUES (2, 2, 'total', 12, 0, NULL, NULL);
INSERT INTO public.pool VALUES (3, 3, 'total', NULL, 0, NULL, NULL);
INSERT INTO public.pool VALUES (4, 4, 'total', 10, 0, NULL, NULL);
INSERT INTO public.pool VALUES (5, 5, 'total', 1, 0, NULL, NULL);
INSERT INTO public.pool VALUES (6, 6, 'total', 10, 0, NULL, NULL);
INSERT INTO public.pool VALUES (7, 7, 'total', 2, 0, NULL, NULL);
INSERT INTO public.pool VALUES (8, 3, 'quota-1000004', 3, 0, 1000004, NULL);
INSERT INTO public.pool VALUES (9, 8, 'total', NULL, 0, NULL, NULL);
INSERT INTO public.pool VALUES (10, 9, 'total', 10, 0, NULL, NULL);
INSERT INTO public.pool VALUES (11, 10, 'total', 1, 0, NULL, NULL);
INSERT INTO public.pool VALUES (12, 11, 'total', 10, 0, NULL, NULL);
INSERT INTO public.pool VALUES (13, 12, 'total', 2, 0, NULL, NULL);
INSERT INTO public.pool VALUES (14, 13, 'total', 10, 0, NULL, NULL);
INSERT INTO public.pool VALUES (15, 14, 'total', 1, 0, NULL, NULL);
INSERT INTO public.pool VALUES (16, 15, 'total', 20, 2, NULL, NULL);
INSERT INTO public.pool VALUES (17, 16, 'total', 10, 0, NULL, NULL);
INSERT INTO public.pool VALUES (18, 17, 'total', 10, 0, NULL, NULL);
INSERT INTO public.pool VALUES (19, 18, 'total', 10, 0, NULL, NULL);
INSERT INTO public.pool VALUES (20, 19, 'total', 10, 0, NULL, NULL);
INSERT INTO public.practice_question VALUES (1, 1, NULL, 'Daten verstehen', 2, '2026-11-28', '2026-11-28', NULL, NULL, '', '', '');
INSERT INTO public.prerequisite VALUES (2, 3);
INSERT INTO public.profile VALUES (1, 'profile-1059', 'Digitallotse', 'Digitallotse', 'role', '<p>Wozu.</p>', NULL, NULL, NULL, NULL, 0, '');
INSERT INTO public.profile VALUES (2, 'profile-1064', 'Grünpflege', 'Grünpflege', 'role', '<p>Wozu.</p>', NULL, NULL, NULL, NULL, 0, '');
INSERT INTO public.profile_family VALUES (2, 1);
INSERT INTO public.programme VALUES (1, 2, 'direct', NULL, NULL, NULL, NULL);
INSERT INTO public.programme VALUES (2, 3, 'wishes', '2026-11-29 19:19:46.52204+00', NULL, NULL, NULL);
INSERT INTO public.programme_release VALUES (1, 1, 1, '2026-11-28 19:19:46.437634+00', '[{"id": 1, "kind": "slots", "slots": [{"id": 1, "room": "Saal", "seats": 10, "title": "KI im Alltag", "summary": "Worum es geht.", "speakers": ["Rana Roth"], "bookable_id": 4}, {"id": 2, "room": "Raum 2", "seats": 1, "title": "Klare Sprache", "summary": "Worum es geht.", "speakers": [], "bookable_id": 5}], "title": "Block 1", "ends_at": "2026-12-28T09:00:00+00:00", "starts_at": "2026-12-28T08:00:00+00:00"}, {"id": 2, "kind": "break", "slots": [], "title": "Pause", "ends_at": "2026-12-28T10:00:00+00:00", "starts_at": "2026-12-28T09:00:00+00:00"}, {"id": 3, "kind": "slots", "slots": [{"id": 3, "room": "Saal", "seats": 10, "title": "KI im Alltag", "summary": "Worum es geht.", "speakers": ["Rana Roth"], "bookable_id": 6}, {"id": 4, "room": "Raum 2", "seats": 2, "title": "Daten lesen", "summary": "Worum es geht.", "speakers": [], "bookable_id": 7}], "title": "Block 2", "ends_at": "2026-12-28T11:00:00+00:00", "starts_at": "2026-12-28T10:00:00+00:00"}]');
INSERT INTO public.programme_release VALUES (2, 2, 1, '2026-11-28 19:19:46.546623+00', '[{"id": 4, "kind": "slots", "slots": [{"id": 5, "room": "Saal", "seats": 10, "title": "KI im Alltag", "summary": "Worum es geht.", "speakers": ["Rana Roth"], "bookable_id": 9}, {"id": 6, "room": "Raum 2", "seats": 1, "title": "Klare Sprache", "summary": "Worum es geht.", "speakers": [], "bookable_id": 10}], "title": "Block 1", "ends_at": "2026-12-28T09:00:00+00:00", "starts_at": "2026-12-28T08:00:00+00:00"}, {"id": 5, "kind": "break", "slots": [], "title": "Pause", "ends_at": "2026-12-28T10:00:00+00:00", "starts_at": "2026-12-28T09:00:00+00:00"}, {"id": 6, "kind": "slots", "slots": [{"id": 7, "room": "Saal", "seats": 10, "title": "KI im Alltag", "summary": "Worum es geht.", "speakers": ["Rana Roth"], "bookable_id": 11}, {"id": 8, "room": "Raum 2", "seats": 2, "title": "Daten lesen", "summary": "Worum es geht.", "speakers": [], "bookable_id": 12}], "title": "Block 2", "ends_at": "2026-12-28T11:00:00+00:00", "starts_at": "2026-12-28T10:00:00+00:00"}]');
INSERT INTO public.proposal VALUES (1, 1, 12, '{}', NULL, '{}', NULL, NULL, NULL, 1, NULL);
INSERT INTO public.qualification VALUES (1, 'qualification-1089', 'Arbeitsschutz', 'Arbeitsschutz', 12, '<p>Wozu.</p>', NULL, NULL, NULL, NULL);
INSERT INTO public.role_grant VALUES (1, 3, 'hr', NULL, '2020-01-01', NULL);
INSERT INTO public.seat_draw VALUES (1, 14, 'Lottozahlen', '2026-11-28', NULL, '2026-11-19 19:19:46.843268+00', '{
 "bonus_from": null,
 "counted": {
  "AAAA-AAA2": [],
  "BBBB-BBB3": []
 },
 "quotas": [],
 "sealed": null,
 "seats": 1,
 "seed": {
  "on": "2026-11-28",
  "source": "Lottozahlen"
 },
 "tickets": {
  "AAAA-AAA2": 1,
  "BBBB-BBB3": 1
 },
 "title": "Rechenzentrum",
 "version": 4,
 "waitlist": true
}
', '49634e3d16863a6265a070c1d91c15c8e2d227ff35bfd853a54a20f230daf730', '2026-11-28 19:19:46.843268+00', NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO public.session VALUES (1, 2, 2, 'Personalamt', NULL, NULL, NULL, NULL, 0, NULL, NULL, 0);
INSERT INTO public.share VALUES (1, 1, 2, 'profile', 1, 5, true, '2026-11-28 19:19:46.201023+00', '2026-12-28 19:19:46.201023+00', NULL);
INSERT INTO public.share_statement VALUES (1, 3);
INSERT INTO public.share_statement VALUES (1, 1);
INSERT INTO public.share_statement VALUES (1, 2);
INSERT INTO public.share_statement VALUES (1, 4);
INSERT INTO public.share_statement VALUES (1, 5);
INSERT INTO public.sign_in VALUES (1, '3a9c2e752077cb8dab7a2eacc9665a1671a5390a122085b6bdbd5d2449b43f85', 1, '2026-11-28 19:19:46.11725+00', '2026-11-28 19:19:46.11725+00', '2026-11-29 05:19:46.11725+00', NULL, 'test');
INSERT INTO public.slot VALUES (1, 1, 'KI im Alltag', 'Worum es geht.', 1, 10, '["Rana Roth"]', 4, NULL);
INSERT INTO public.slot VALUES (2, 1, 'Klare Sprache', 'Worum es geht.', 2, 1, '[]', 5, NULL);
INSERT INTO public.slot VALUES (3, 3, 'KI im Alltag', 'Worum es geht.', 1, 10, '["Rana Roth"]', 6, NULL);
INSERT INTO public.slot VALUES (4, 3, 'Daten lesen', 'Worum es geht.', 2, 2, '[]', 7, NULL);
INSERT INTO public.slot VALUES (5, 4, 'KI im Alltag', 'Worum es geht.', 3, 10, '["Rana Roth"]', 9, NULL);
INSERT INTO public.slot VALUES (6, 4, 'Klare Sprache', 'Worum es geht.', 4, 1, '[]', 10, NULL);
INSERT INTO public.slot VALUES (7, 6, 'KI im Alltag', 'Worum es geht.', 3, 10, '["Rana Roth"]', 11, NULL);
INSERT INTO public.slot VALUES (8, 6, 'Daten lesen', 'Worum es geht.', 4, 2, '[]', 12, NULL);
INSERT INTO public.slot_wish VALUES (1, 1, 5, 1);
INSERT INTO public.slot_wish VALUES (2, 1, 8, 2);
INSERT INTO public.span VALUES (1, 1, '2026-12-28 09:00:00+00', '2026-12-28 11:00:00+00');
INSERT INTO public.span VALUES (2, 2, '2026-12-28 09:00:00+00', '2026-12-28 11:00:00+00');
INSERT INTO public.span VALUES (3, 3, '2026-12-28 07:00:00+00', '2026-12-29 16:00:00+00');
INSERT INTO public.span VALUES (4, 4, '2026-12-28 08:00:00+00', '2026-12-28 09:00:00+00');
INSERT INTO public.span VALUES (5, 5, '2026-12-28 08:00:00+00', '2026-12-28 09:00:00+00');
INSERT INTO public.span VALUES (6, 6, '2026-12-28 10:00:00+00', '2026-12-28 11:00:00+00');
INSERT INTO public.span VALUES (7, 7, '2026-12-28 10:00:00+00', '2026-12-28 11:00:00+00');
INSERT INTO public.span VALUES (8, 8, '2026-12-28 07:00:00+00', '2026-12-29 16:00:00+00');
INSERT INTO public.span VALUES (9, 9, '2026-12-28 08:00:00+00', '2026-12-28 09:00:00+00');
INSERT INTO public.span VALUES (10, 10, '2026-12-28 08:00:00+00', '2026-12-28 09:00:00+00');
INSERT INTO public.span VALUES (11, 11, '2026-12-28 10:00:00+00', '2026-12-28 11:00:00+00');
INSERT INTO public.span VALUES (12, 12, '2026-12-28 10:00:00+00', '2026-12-28 11:00:00+00');
INSERT INTO public.span VALUES (13, 13, '2026-12-28 09:00:00+00', '2026-12-28 11:00:00+00');
INSERT INTO public.span VALUES (14, 14, '2026-12-28 09:00:00+00', '2026-12-28 11:00:00+00');
INSERT INTO public.span VALUES (15, 15, '2026-12-28 09:00:00+00', '2026-12-28 11:00:00+00');
INSERT INTO public.span VALUES (16, 16, '2026-12-28 09:00:00+00', '2026-12-28 11:00:00+00');
INSERT INTO public.span VALUES (17, 17, '2026-11-28 19:19:46.893317+00', '2026-11-28 21:19:46.893317+00');
INSERT INTO public.span VALUES (18, 18, '2026-12-28 09:00:00+00', '2026-12-28 11:00:00+00');
INSERT INTO public.span VALUES (19, 19, '2026-11-25 09:00:00+00', '2026-11-25 11:00:00+00');
INSERT INTO public.stand VALUES (1, 1, 'Stand 1082', 'Was es zu sehen gibt.', 1000004, 1, true, false, '', 'registered', NULL, NULL, NULL, '2026-11-28 19:19:46.936566+00', 0);
INSERT INTO public.statement VALUES (1, 1, 1, 1, 'self', 1, '2026-11-28', '2026-11-28 19:19:46.018904+00', NULL, NULL, NULL, 'person', NULL);
INSERT INTO public.statement VALUES (2, 1, 1, 2, 'completion', NULL, '2026-11-28', '2026-11-28 19:19:46.058929+00', 'Daten verstehen', NULL, NULL, 'person', NULL);
INSERT INTO public.statement VALUES (3, 1, 1, 2, 'external', NULL, '2026-10-29', '2026-11-28 19:19:46.151456+00', 'Lehrgang', NULL, NULL, 'person', NULL);
INSERT INTO public.statement VALUES (4, 1, 2, 1, 'external', NULL, '2026-10-29', '2026-11-28 19:19:46.155385+00', 'Lehrgang', NULL, NULL, 'person', NULL);
INSERT INTO public.statement VALUES (5, 1, 2, 2, 'leader', 2, '2026-11-28', '2026-11-28 19:19:46.194706+00', 'Anfrage vom 26. November 2026', 'Gesehen.', NULL, 'person', NULL);
INSERT INTO public.statement VALUES (6, 1, 1, 2, 'leader', 2, '2026-11-28', '2026-11-28 19:19:46.330979+00', 'Gespräch mit Max Mohr', NULL, NULL, 'agreed', NULL);
INSERT INTO public.statement VALUES (7, 1, 4, 1, 'attendance', NULL, '2026-11-28', '2026-11-28 19:19:46.92717+00', 'Heute', NULL, NULL, 'person', NULL);
INSERT INTO public.synonyms VALUES (1, 'DSGVO = Datenschutz', NULL, NULL, NULL);
INSERT INTO public.taken_time VALUES (1, 5, 1, 3, '2026-12-28 08:00:00+00', '2026-12-28 09:00:00+00');
INSERT INTO public.talk VALUES (1, 1, 2, 1, '2026-11-28', '2026-11-28 19:19:46.271179+00', '2026-11-28 19:19:46.312781+00', 2, 1, '2026-11-28 19:19:46.325183+00', 1, NULL);
INSERT INTO public.talk_item VALUES (1, 1, 1, 'Hospitieren', 60, NULL, 3, 1, 2);
INSERT INTO public.talk_side VALUES (1, 1, 1, 'employee', 'Gut.', '', '', 'Hospitieren', '2026-11-28 19:19:46.286121+00', '2026-11-28 19:19:46.286121+00');
INSERT INTO public.talk_side VALUES (2, 1, 2, 'leader', 'Gut.', '', '', 'Hospitieren', '2026-11-28 19:19:46.301958+00', '2026-11-28 19:19:46.301958+00');
INSERT INTO public.target VALUES (1, 1, 3, 1);
INSERT INTO public.target VALUES (1, 2, 2, 1);
INSERT INTO public.target VALUES (2, 1, 1, 1);
INSERT INTO public.task VALUES (1, 'plans.propose', '{"without": null, "person_id": 1}', 'de', 1, 'waiting', '2026-11-28 19:19:46.394957+00', '2026-11-28 19:19:46.394957+00', NULL, 0, 0, 1, NULL, NULL);
INSERT INTO public.template_item VALUES (1, 1, 'practice', 'Rundgang', NULL, NULL, 1, 2, 30, 7, 'normal', 'Weil.', 1068, NULL);
INSERT INTO public.time_band VALUES (1, 1, 'slots', 'Block 1', '2026-12-28 08:00:00+00', '2026-12-28 09:00:00+00');
INSERT INTO public.time_band VALUES (2, 1, 'break', 'Pause', '2026-12-28 09:00:00+00', '2026-12-28 10:00:00+00');
INSERT INTO public.time_band VALUES (3, 1, 'slots', 'Block 2', '2026-12-28 10:00:00+00', '2026-12-28 11:00:00+00');
INSERT INTO public.time_band VALUES (4, 2, 'slots', 'Block 1', '2026-12-28 08:00:00+00', '2026-12-28 09:00:00+00');
INSERT INTO public.time_band VALUES (5, 2, 'break', 'Pause', '2026-12-28 09:00:00+00', '2026-12-28 10:00:00+00');
INSERT INTO public.time_band VALUES (6, 2, 'slots', 'Block 2', '2026-12-28 10:00:00+00', '2026-12-28 11:00:00+00');
INSERT INTO public.training_request VALUES (1, 1, 'with-leader', 1, 1, '', 'Fachtagung', 'Akademie', NULL, '2026-12-28', '2026-12-28', '', 50000, 8000, 16, 'Weil es fehlt.', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 2026, '2026-11-28 19:19:47.052424+00', '2026-11-28 19:19:47.052424+00', '2026-11-28 19:19:47.052424+00', NULL);
INSERT INTO public.unit VALUES (1, 1, 'unit-1061', 'Einheit', 1061, 5, '<p>Text</p>', '[]', NULL, NULL, NULL, NULL);
INSERT INTO public.unit_progress VALUES (1, 1, '2026-11-28 19:19:46.04957+00');
INSERT INTO public.weekly_review VALUES (1, 1, '2026-11-23', 'Die Übung', '', 'Zwei Einheiten', '2026-11-28 19:19:46.38641+00');
INSERT INTO public.wished_level VALUES (1, 1, 2);
INSERT INTO public.wished_level VALUES (2, 1, 2);
SELECT pg_catalog.setval('public.absence_id_seq', 1, true);
SELECT pg_catalog.setval('public.acceptance_id_seq', 1, true);
SELECT pg_catalog.setval('public.activity_id_seq', 26, true);
SELECT pg_catalog.setval('public.area_id_seq', 4, true);
SELECT pg_catalog.setval('public.attendance_id_seq', 1, true);
SELECT pg_catalog.setval('public.bookable_id_seq', 19, true);
SELECT pg_catalog.setval('public.booking_change_id_seq', 7, true);
SELECT pg_catalog.setval('public.booking_id_seq', 10, true);
SELECT pg_catalog.setval('public.buddy_note_id_seq', 1, true);
SELECT pg_catalog.setval('public.buddy_pair_id_seq', 1, true);
SELECT pg_catalog.setval('public.catalogue_stamp_id_seq', 1, false);
SELECT pg_catalog.setval('public.certificate_id_seq', 1, true);
SELECT pg_catalog.setval('public.competence_id_seq', 4, true);
SELECT pg_catalog.setval('public.course_file_id_seq', 1, false);
SELECT pg_catalog.setval('public.course_id_seq', 3, true);
SELECT pg_catalog.setval('public.door_id_seq', 1, true);
SELECT pg_catalog.setval('public.edition_file_id_seq', 1, true);
SELECT pg_catalog.setval('public.edition_id_seq', 1, true);
SELECT pg_catalog.setval('public.edition_part_id_seq', 2, true);
SELECT pg_catalog.setval('public.enrolment_id_seq', 1, true);
SELECT pg_catalog.setval('public.erasure_switch_id_seq', 1, false);
SELECT pg_catalog.setval('public.event_id_seq', 10, true);
SELECT pg_catalog.setval('public.event_mark_id_seq', 1, false);
SELECT pg_catalog.setval('public.event_room_id_seq', 4, true);
SELECT pg_catalog.setval('public.event_series_id_seq', 1, false);
SELECT pg_catalog.setval('public.evidence_id_seq', 1, true);
SELECT pg_catalog.setval('public.failed_sign_in_id_seq', 1, false);
SELECT pg_catalog.setval('public.fair_id_seq', 1, true);
SELECT pg_catalog.setval('public.feedback_question_id_seq', 3, true);
SELECT pg_catalog.setval('public.feedback_sheet_id_seq', 1, true);
SELECT pg_catalog.setval('public.figure_id_seq', 3, true);
SELECT pg_catalog.setval('public.figure_reader_id_seq', 1, false);
SELECT pg_catalog.setval('public.framework_id_seq', 4, true);
SELECT pg_catalog.setval('public.handover_id_seq', 1, true);
SELECT pg_catalog.setval('public.holding_id_seq', 1, true);
SELECT pg_catalog.setval('public.inquiry_id_seq', 2, true);
SELECT pg_catalog.setval('public.invitation_id_seq', 1, true);
SELECT pg_catalog.setval('public.job_family_id_seq', 1, true);
SELECT pg_catalog.setval('public.job_id_seq', 1, true);
SELECT pg_catalog.setval('public.leadership_id_seq', 2, true);
SELECT pg_catalog.setval('public.ledger_id_seq', 3, true);
SELECT pg_catalog.setval('public.mail_id_seq', 23, true);
SELECT pg_catalog.setval('public.mandatory_rule_id_seq', 1, true);
SELECT pg_catalog.setval('public.notice_id_seq', 23, true);
SELECT pg_catalog.setval('public.offer_id_seq', 1, false);
SELECT pg_catalog.setval('public.org_unit_id_seq', 1, false);
SELECT pg_catalog.setval('public.panel_draw_id_seq', 1, false);
SELECT pg_catalog.setval('public.panel_group_id_seq', 1, false);
SELECT pg_catalog.setval('public.panel_id_seq', 1, true);
SELECT pg_catalog.setval('public.panel_member_id_seq', 1, true);
SELECT pg_catalog.setval('public.panel_volunteer_id_seq', 1, true);
SELECT pg_catalog.setval('public.person_id_seq', 9, true);
SELECT pg_catalog.setval('public.plan_assignment_id_seq', 1, true);
SELECT pg_catalog.setval('public.plan_id_seq', 1, true);
SELECT pg_catalog.setval('public.plan_item_id_seq', 3, true);
SELECT pg_catalog.setval('public.plan_template_id_seq', 1, true);
SELECT pg_catalog.setval('public.pool_id_seq', 20, true);
SELECT pg_catalog.setval('public.practice_question_id_seq', 1, true);
SELECT pg_catalog.setval('public.profile_id_seq', 2, true);
SELECT pg_catalog.setval('public.programme_id_seq', 2, true);
SELECT pg_catalog.setval('public.programme_release_id_seq', 2, true);
SELECT pg_catalog.setval('public.proposal_id_seq', 1, true);
SELECT pg_catalog.setval('public.qualification_id_seq', 1, true);
SELECT pg_catalog.setval('public.read_audit_id_seq', 1, false);
SELECT pg_catalog.setval('public.role_grant_id_seq', 1, true);
SELECT pg_catalog.setval('public.seat_draw_id_seq', 1, true);
SELECT pg_catalog.setval('public.session_id_seq', 1, true);
SELECT pg_catalog.setval('public.share_id_seq', 1, true);
SELECT pg_catalog.setval('public.sign_in_id_seq', 1, true);
SELECT pg_catalog.setval('public.slot_id_seq', 8, true);
SELECT pg_catalog.setval('public.slot_wish_id_seq', 2, true);
SELECT pg_catalog.setval('public.span_id_seq', 19, true);
SELECT pg_catalog.setval('public.stand_id_seq', 1, true);
SELECT pg_catalog.setval('public.statement_id_seq', 7, true);
SELECT pg_catalog.setval('public.static_page_id_seq', 1, false);
SELECT pg_catalog.setval('public.stored_file_id_seq', 1, false);
SELECT pg_catalog.setval('public.synonyms_id_seq', 1, true);
SELECT pg_catalog.setval('public.taken_time_id_seq', 1, true);
SELECT pg_catalog.setval('public.talk_id_seq', 1, true);
SELECT pg_catalog.setval('public.talk_item_id_seq', 1, true);
SELECT pg_catalog.setval('public.talk_side_id_seq', 2, true);
SELECT pg_catalog.setval('public.task_id_seq', 1, true);
SELECT pg_catalog.setval('public.template_item_id_seq', 1, true);
SELECT pg_catalog.setval('public.time_band_id_seq', 6, true);
SELECT pg_catalog.setval('public.training_budget_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_decision_id_seq', 1, false);
SELECT pg_catalog.setval('public.training_request_id_seq', 1, true);
SELECT pg_catalog.setval('public.unit_id_seq', 1, true);
SELECT pg_catalog.setval('public.weekly_review_id_seq', 1, true);
ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);
ALTER TABLE ONLY public.taken_time
    ADD CONSTRAINT one_part_at_a_time EXCLUDE USING gist (int8range(person_id, person_id, '[]'::text) WITH &&, int8range(whole_id, whole_id, '[]'::text) WITH &&, tstzrange(starts_at, ends_at) WITH &&);
ALTER TABLE ONLY public.absence
    ADD CONSTRAINT pk_absence PRIMARY KEY (id);
ALTER TABLE ONLY public.acceptance
    ADD CONSTRAINT pk_acceptance PRIMARY KEY (id);
ALTER TABLE ONLY public.activity
    ADD CONSTRAINT pk_activity PRIMARY KEY (id);
ALTER TABLE ONLY public.agreed_level
    ADD CONSTRAINT pk_agreed_level PRIMARY KEY (talk_id, competence_id);
ALTER TABLE ONLY public.area
    ADD CONSTRAINT pk_area PRIMARY KEY (id);
ALTER TABLE ONLY public.attendance
    ADD CONSTRAINT pk_attendance PRIMARY KEY (id);
ALTER TABLE ONLY public.attendance_proof
    ADD CONSTRAINT pk_attendance_proof PRIMARY KEY (booking_id, day, statement_id);
ALTER TABLE ONLY public.bookable
    ADD CONSTRAINT pk_bookable PRIMARY KEY (id);
ALTER TABLE ONLY public.booking
    ADD CONSTRAINT pk_booking PRIMARY KEY (id);
ALTER TABLE ONLY public.booking_change
    ADD CONSTRAINT pk_booking_change PRIMARY KEY (id);
ALTER TABLE ONLY public.buddy_note
    ADD CONSTRAINT pk_buddy_note PRIMARY KEY (id);
ALTER TABLE ONLY public.buddy_pair
    ADD CONSTRAINT pk_buddy_pair PRIMARY KEY (id);
ALTER TABLE ONLY public.buddy_skip
    ADD CONSTRAINT pk_buddy_skip PRIMARY KEY (pair_id, day);
ALTER TABLE ONLY public.calendar_feed
    ADD CONSTRAINT pk_calendar_feed PRIMARY KEY (person_id);
ALTER TABLE ONLY public.catalogue_stamp
    ADD CONSTRAINT pk_catalogue_stamp PRIMARY KEY (id);
ALTER TABLE ONLY public.certificate
    ADD CONSTRAINT pk_certificate PRIMARY KEY (id);
ALTER TABLE ONLY public.competence
    ADD CONSTRAINT pk_competence PRIMARY KEY (id);
ALTER TABLE ONLY public.competence_link
    ADD CONSTRAINT pk_competence_link PRIMARY KEY (from_id, to_id);
ALTER TABLE ONLY public.counted_in
    ADD CONSTRAINT pk_counted_in PRIMARY KEY (booking_id, pool_id);
ALTER TABLE ONLY public.course
    ADD CONSTRAINT pk_course PRIMARY KEY (id);
ALTER TABLE ONLY public.course_file
    ADD CONSTRAINT pk_course_file PRIMARY KEY (id);
ALTER TABLE ONLY public.course_qualification
    ADD CONSTRAINT pk_course_qualification PRIMARY KEY (course_id, qualification_id, effect);
ALTER TABLE ONLY public.credential
    ADD CONSTRAINT pk_credential PRIMARY KEY (person_id);
ALTER TABLE ONLY public.date_wish
    ADD CONSTRAINT pk_date_wish PRIMARY KEY (person_id, course_id);
ALTER TABLE ONLY public.door
    ADD CONSTRAINT pk_door PRIMARY KEY (id);
ALTER TABLE ONLY public.door_note
    ADD CONSTRAINT pk_door_note PRIMARY KEY (id);
ALTER TABLE ONLY public.edition
    ADD CONSTRAINT pk_edition PRIMARY KEY (id);
ALTER TABLE ONLY public.edition_file
    ADD CONSTRAINT pk_edition_file PRIMARY KEY (id);
ALTER TABLE ONLY public.edition_part
    ADD CONSTRAINT pk_edition_part PRIMARY KEY (id);
ALTER TABLE ONLY public.enrolment
    ADD CONSTRAINT pk_enrolment PRIMARY KEY (id);
ALTER TABLE ONLY public.erasure_switch
    ADD CONSTRAINT pk_erasure_switch PRIMARY KEY (id);
ALTER TABLE ONLY public.event
    ADD CONSTRAINT pk_event PRIMARY KEY (id);
ALTER TABLE ONLY public.event_mark
    ADD CONSTRAINT pk_event_mark PRIMARY KEY (id);
ALTER TABLE ONLY public.event_outcome
    ADD CONSTRAINT pk_event_outcome PRIMARY KEY (event_id, competence_id);
ALTER TABLE ONLY public.event_room
    ADD CONSTRAINT pk_event_room PRIMARY KEY (id);
ALTER TABLE ONLY public.event_series
    ADD CONSTRAINT pk_event_series PRIMARY KEY (id);
ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT pk_evidence PRIMARY KEY (id);
ALTER TABLE ONLY public.evidence_claim
    ADD CONSTRAINT pk_evidence_claim PRIMARY KEY (evidence_id, competence_id);
ALTER TABLE ONLY public.failed_sign_in
    ADD CONSTRAINT pk_failed_sign_in PRIMARY KEY (id);
ALTER TABLE ONLY public.fair
    ADD CONSTRAINT pk_fair PRIMARY KEY (id);
ALTER TABLE ONLY public.feedback_question
    ADD CONSTRAINT pk_feedback_question PRIMARY KEY (id);
ALTER TABLE ONLY public.feedback_sheet
    ADD CONSTRAINT pk_feedback_sheet PRIMARY KEY (id);
ALTER TABLE ONLY public.feedback_tally
    ADD CONSTRAINT pk_feedback_tally PRIMARY KEY (question_id, value);
ALTER TABLE ONLY public.feedback_text
    ADD CONSTRAINT pk_feedback_text PRIMARY KEY (id);
ALTER TABLE ONLY public.feedback_turn
    ADD CONSTRAINT pk_feedback_turn PRIMARY KEY (sheet_id, person_id);
ALTER TABLE ONLY public.figure
    ADD CONSTRAINT pk_figure PRIMARY KEY (id);
ALTER TABLE ONLY public.figure_reader
    ADD CONSTRAINT pk_figure_reader PRIMARY KEY (id);
ALTER TABLE ONLY public.forecast_score
    ADD CONSTRAINT pk_forecast_score PRIMARY KEY (acceptance_id);
ALTER TABLE ONLY public.framework
    ADD CONSTRAINT pk_framework PRIMARY KEY (id);
ALTER TABLE ONLY public.goal
    ADD CONSTRAINT pk_goal PRIMARY KEY (person_id);
ALTER TABLE ONLY public.handover
    ADD CONSTRAINT pk_handover PRIMARY KEY (id);
ALTER TABLE ONLY public.holding
    ADD CONSTRAINT pk_holding PRIMARY KEY (id);
ALTER TABLE ONLY public.inquiry
    ADD CONSTRAINT pk_inquiry PRIMARY KEY (id);
ALTER TABLE ONLY public.inquiry_line
    ADD CONSTRAINT pk_inquiry_line PRIMARY KEY (inquiry_id, competence_id);
ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT pk_invitation PRIMARY KEY (id);
ALTER TABLE ONLY public.job
    ADD CONSTRAINT pk_job PRIMARY KEY (id);
ALTER TABLE ONLY public.job_family
    ADD CONSTRAINT pk_job_family PRIMARY KEY (id);
ALTER TABLE ONLY public.leadership
    ADD CONSTRAINT pk_leadership PRIMARY KEY (id);
ALTER TABLE ONLY public.lease
    ADD CONSTRAINT pk_lease PRIMARY KEY (name);
ALTER TABLE ONLY public.ledger
    ADD CONSTRAINT pk_ledger PRIMARY KEY (id);
ALTER TABLE ONLY public.level
    ADD CONSTRAINT pk_level PRIMARY KEY (framework_id, number);
ALTER TABLE ONLY public.level_description
    ADD CONSTRAINT pk_level_description PRIMARY KEY (competence_id, number);
ALTER TABLE ONLY public.lot
    ADD CONSTRAINT pk_lot PRIMARY KEY (booking_id);
ALTER TABLE ONLY public.mail
    ADD CONSTRAINT pk_mail PRIMARY KEY (id);
ALTER TABLE ONLY public.mandatory_reminder
    ADD CONSTRAINT pk_mandatory_reminder PRIMARY KEY (person_id, qualification_id, due_on, step);
ALTER TABLE ONLY public.mandatory_rule
    ADD CONSTRAINT pk_mandatory_rule PRIMARY KEY (id);
ALTER TABLE ONLY public.need
    ADD CONSTRAINT pk_need PRIMARY KEY (booking_id);
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
ALTER TABLE ONLY public.panel
    ADD CONSTRAINT pk_panel PRIMARY KEY (id);
ALTER TABLE ONLY public.panel_draw
    ADD CONSTRAINT pk_panel_draw PRIMARY KEY (id);
ALTER TABLE ONLY public.panel_group
    ADD CONSTRAINT pk_panel_group PRIMARY KEY (id);
ALTER TABLE ONLY public.panel_member
    ADD CONSTRAINT pk_panel_member PRIMARY KEY (id);
ALTER TABLE ONLY public.panel_volunteer
    ADD CONSTRAINT pk_panel_volunteer PRIMARY KEY (id);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT pk_person PRIMARY KEY (id);
ALTER TABLE ONLY public.plan
    ADD CONSTRAINT pk_plan PRIMARY KEY (id);
ALTER TABLE ONLY public.plan_assignment
    ADD CONSTRAINT pk_plan_assignment PRIMARY KEY (id);
ALTER TABLE ONLY public.plan_delivery
    ADD CONSTRAINT pk_plan_delivery PRIMARY KEY (assignment_id, template_item_id);
ALTER TABLE ONLY public.plan_item
    ADD CONSTRAINT pk_plan_item PRIMARY KEY (id);
ALTER TABLE ONLY public.plan_template
    ADD CONSTRAINT pk_plan_template PRIMARY KEY (id);
ALTER TABLE ONLY public.pool
    ADD CONSTRAINT pk_pool PRIMARY KEY (id);
ALTER TABLE ONLY public.practice_question
    ADD CONSTRAINT pk_practice_question PRIMARY KEY (id);
ALTER TABLE ONLY public.prerequisite
    ADD CONSTRAINT pk_prerequisite PRIMARY KEY (course_id, required_id);
ALTER TABLE ONLY public.profile
    ADD CONSTRAINT pk_profile PRIMARY KEY (id);
ALTER TABLE ONLY public.profile_family
    ADD CONSTRAINT pk_profile_family PRIMARY KEY (profile_id, family_id);
ALTER TABLE ONLY public.programme
    ADD CONSTRAINT pk_programme PRIMARY KEY (id);
ALTER TABLE ONLY public.programme_release
    ADD CONSTRAINT pk_programme_release PRIMARY KEY (id);
ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT pk_proposal PRIMARY KEY (id);
ALTER TABLE ONLY public.qualification
    ADD CONSTRAINT pk_qualification PRIMARY KEY (id);
ALTER TABLE ONLY public.read_audit
    ADD CONSTRAINT pk_read_audit PRIMARY KEY (id);
ALTER TABLE ONLY public.reconfirmation
    ADD CONSTRAINT pk_reconfirmation PRIMARY KEY (booking_id);
ALTER TABLE ONLY public.role_grant
    ADD CONSTRAINT pk_role_grant PRIMARY KEY (id);
ALTER TABLE ONLY public.seat_draw
    ADD CONSTRAINT pk_seat_draw PRIMARY KEY (id);
ALTER TABLE ONLY public.session
    ADD CONSTRAINT pk_session PRIMARY KEY (id);
ALTER TABLE ONLY public.session_trainer
    ADD CONSTRAINT pk_session_trainer PRIMARY KEY (session_id, person_id);
ALTER TABLE ONLY public.share
    ADD CONSTRAINT pk_share PRIMARY KEY (id);
ALTER TABLE ONLY public.share_statement
    ADD CONSTRAINT pk_share_statement PRIMARY KEY (share_id, statement_id);
ALTER TABLE ONLY public.sign_in
    ADD CONSTRAINT pk_sign_in PRIMARY KEY (id);
ALTER TABLE ONLY public.slot
    ADD CONSTRAINT pk_slot PRIMARY KEY (id);
ALTER TABLE ONLY public.slot_wish
    ADD CONSTRAINT pk_slot_wish PRIMARY KEY (id);
ALTER TABLE ONLY public.span
    ADD CONSTRAINT pk_span PRIMARY KEY (id);
ALTER TABLE ONLY public.stand
    ADD CONSTRAINT pk_stand PRIMARY KEY (id);
ALTER TABLE ONLY public.stand_mark
    ADD CONSTRAINT pk_stand_mark PRIMARY KEY (person_id, stand_id);
ALTER TABLE ONLY public.statement
    ADD CONSTRAINT pk_statement PRIMARY KEY (id);
ALTER TABLE ONLY public.static_page
    ADD CONSTRAINT pk_static_page PRIMARY KEY (id);
ALTER TABLE ONLY public.stored_file
    ADD CONSTRAINT pk_stored_file PRIMARY KEY (id);
ALTER TABLE ONLY public.synonyms
    ADD CONSTRAINT pk_synonyms PRIMARY KEY (id);
ALTER TABLE ONLY public.taken_time
    ADD CONSTRAINT pk_taken_time PRIMARY KEY (id);
ALTER TABLE ONLY public.talk
    ADD CONSTRAINT pk_talk PRIMARY KEY (id);
ALTER TABLE ONLY public.talk_item
    ADD CONSTRAINT pk_talk_item PRIMARY KEY (id);
ALTER TABLE ONLY public.talk_side
    ADD CONSTRAINT pk_talk_side PRIMARY KEY (id);
ALTER TABLE ONLY public.target
    ADD CONSTRAINT pk_target PRIMARY KEY (profile_id, competence_id);
ALTER TABLE ONLY public.task
    ADD CONSTRAINT pk_task PRIMARY KEY (id);
ALTER TABLE ONLY public.template_item
    ADD CONSTRAINT pk_template_item PRIMARY KEY (id);
ALTER TABLE ONLY public.time_band
    ADD CONSTRAINT pk_time_band PRIMARY KEY (id);
ALTER TABLE ONLY public.training_budget
    ADD CONSTRAINT pk_training_budget PRIMARY KEY (id);
ALTER TABLE ONLY public.training_decision
    ADD CONSTRAINT pk_training_decision PRIMARY KEY (id);
ALTER TABLE ONLY public.training_request
    ADD CONSTRAINT pk_training_request PRIMARY KEY (id);
ALTER TABLE ONLY public.turned_away
    ADD CONSTRAINT pk_turned_away PRIMARY KEY (bookable_id, day);
ALTER TABLE ONLY public.unit
    ADD CONSTRAINT pk_unit PRIMARY KEY (id);
ALTER TABLE ONLY public.unit_progress
    ADD CONSTRAINT pk_unit_progress PRIMARY KEY (person_id, unit_id);
ALTER TABLE ONLY public.unit_proof
    ADD CONSTRAINT pk_unit_proof PRIMARY KEY (unit_id, competence_id);
ALTER TABLE ONLY public.weekly_review
    ADD CONSTRAINT pk_weekly_review PRIMARY KEY (id);
ALTER TABLE ONLY public.wished_level
    ADD CONSTRAINT pk_wished_level PRIMARY KEY (side_id, competence_id);
ALTER TABLE ONLY public.area
    ADD CONSTRAINT uq_area_framework_id_key UNIQUE (framework_id, key);
ALTER TABLE ONLY public.area
    ADD CONSTRAINT uq_area_origin UNIQUE (origin);
ALTER TABLE ONLY public.attendance
    ADD CONSTRAINT uq_attendance_booking_id_day UNIQUE (booking_id, day);
ALTER TABLE ONLY public.bookable
    ADD CONSTRAINT uq_bookable_calendar_uid UNIQUE (calendar_uid);
ALTER TABLE ONLY public.buddy_note
    ADD CONSTRAINT uq_buddy_note_pair_id_author_id_day UNIQUE (pair_id, author_id, day);
ALTER TABLE ONLY public.calendar_feed
    ADD CONSTRAINT uq_calendar_feed_token_hash UNIQUE (token_hash);
ALTER TABLE ONLY public.certificate
    ADD CONSTRAINT uq_certificate_code UNIQUE (code);
ALTER TABLE ONLY public.certificate
    ADD CONSTRAINT uq_certificate_serial UNIQUE (serial);
ALTER TABLE ONLY public.competence
    ADD CONSTRAINT uq_competence_key UNIQUE (key);
ALTER TABLE ONLY public.competence
    ADD CONSTRAINT uq_competence_origin UNIQUE (origin);
ALTER TABLE ONLY public.course_file
    ADD CONSTRAINT uq_course_file_course_id_name UNIQUE (course_id, name);
ALTER TABLE ONLY public.course_file
    ADD CONSTRAINT uq_course_file_stored_as UNIQUE (stored_as);
ALTER TABLE ONLY public.course
    ADD CONSTRAINT uq_course_origin UNIQUE (origin);
ALTER TABLE ONLY public.course
    ADD CONSTRAINT uq_course_slug UNIQUE (slug);
ALTER TABLE ONLY public.door
    ADD CONSTRAINT uq_door_token_hash UNIQUE (token_hash);
ALTER TABLE ONLY public.edition_file
    ADD CONSTRAINT uq_edition_file_edition_id_name UNIQUE (edition_id, name);
ALTER TABLE ONLY public.edition_part
    ADD CONSTRAINT uq_edition_part_edition_id_path UNIQUE (edition_id, path);
ALTER TABLE ONLY public.edition
    ADD CONSTRAINT uq_edition_slug_number UNIQUE (slug, number);
ALTER TABLE ONLY public.enrolment
    ADD CONSTRAINT uq_enrolment_person_id_course_id UNIQUE (person_id, course_id);
ALTER TABLE ONLY public.event
    ADD CONSTRAINT uq_event_bookable_id UNIQUE (bookable_id);
ALTER TABLE ONLY public.event
    ADD CONSTRAINT uq_event_key UNIQUE (key);
ALTER TABLE ONLY public.event_mark
    ADD CONSTRAINT uq_event_mark_person_id_event_id UNIQUE (person_id, event_id);
ALTER TABLE ONLY public.event_mark
    ADD CONSTRAINT uq_event_mark_person_id_series_id UNIQUE (person_id, series_id);
ALTER TABLE ONLY public.event
    ADD CONSTRAINT uq_event_origin UNIQUE (origin);
ALTER TABLE ONLY public.event_room
    ADD CONSTRAINT uq_event_room_programme_id_name UNIQUE (programme_id, name);
ALTER TABLE ONLY public.event
    ADD CONSTRAINT uq_event_series_id_series_day UNIQUE (series_id, series_day);
ALTER TABLE ONLY public.event_series
    ADD CONSTRAINT uq_event_series_key UNIQUE (key);
ALTER TABLE ONLY public.evidence_claim
    ADD CONSTRAINT uq_evidence_claim_statement_id UNIQUE (statement_id);
ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT uq_evidence_file_id UNIQUE (file_id);
ALTER TABLE ONLY public.fair
    ADD CONSTRAINT uq_fair_bookable_id UNIQUE (bookable_id);
ALTER TABLE ONLY public.feedback_sheet
    ADD CONSTRAINT uq_feedback_sheet_bookable_id UNIQUE (bookable_id);
ALTER TABLE ONLY public.framework
    ADD CONSTRAINT uq_framework_key UNIQUE (key);
ALTER TABLE ONLY public.framework
    ADD CONSTRAINT uq_framework_origin UNIQUE (origin);
ALTER TABLE ONLY public.holding
    ADD CONSTRAINT uq_holding_retracts_id UNIQUE (retracts_id);
ALTER TABLE ONLY public.inquiry_line
    ADD CONSTRAINT uq_inquiry_line_statement_id UNIQUE (statement_id);
ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT uq_invitation_bookable_id_person_id UNIQUE (bookable_id, person_id);
ALTER TABLE ONLY public.job_family
    ADD CONSTRAINT uq_job_family_key UNIQUE (key);
ALTER TABLE ONLY public.ledger
    ADD CONSTRAINT uq_ledger_key UNIQUE (key);
ALTER TABLE ONLY public.lot
    ADD CONSTRAINT uq_lot_draw_id_pseudonym UNIQUE (draw_id, pseudonym);
ALTER TABLE ONLY public.offer
    ADD CONSTRAINT uq_offer_booking_id UNIQUE (booking_id);
ALTER TABLE ONLY public.org_unit
    ADD CONSTRAINT uq_org_unit_path UNIQUE (path);
ALTER TABLE ONLY public.panel_draw
    ADD CONSTRAINT uq_panel_draw_panel_id UNIQUE (panel_id);
ALTER TABLE ONLY public.panel_volunteer
    ADD CONSTRAINT uq_panel_volunteer_panel_id_person_id UNIQUE (panel_id, person_id);
ALTER TABLE ONLY public.panel_volunteer
    ADD CONSTRAINT uq_panel_volunteer_panel_id_pseudonym UNIQUE (panel_id, pseudonym);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT uq_person_email UNIQUE (email);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT uq_person_personnel_number UNIQUE (personnel_number);
ALTER TABLE ONLY public.plan_assignment
    ADD CONSTRAINT uq_plan_assignment_template_id_person_id UNIQUE (template_id, person_id);
ALTER TABLE ONLY public.plan_delivery
    ADD CONSTRAINT uq_plan_delivery_plan_item_id UNIQUE (plan_item_id);
ALTER TABLE ONLY public.plan
    ADD CONSTRAINT uq_plan_person_id UNIQUE (person_id);
ALTER TABLE ONLY public.plan_template
    ADD CONSTRAINT uq_plan_template_key UNIQUE (key);
ALTER TABLE ONLY public.plan_template
    ADD CONSTRAINT uq_plan_template_origin UNIQUE (origin);
ALTER TABLE ONLY public.pool
    ADD CONSTRAINT uq_pool_bookable_id_name UNIQUE (bookable_id, name);
ALTER TABLE ONLY public.practice_question
    ADD CONSTRAINT uq_practice_question_person_id_course_id_weeks UNIQUE (person_id, course_id, weeks);
ALTER TABLE ONLY public.profile_family
    ADD CONSTRAINT uq_profile_family_family_id UNIQUE (family_id);
ALTER TABLE ONLY public.profile
    ADD CONSTRAINT uq_profile_key UNIQUE (key);
ALTER TABLE ONLY public.profile
    ADD CONSTRAINT uq_profile_origin UNIQUE (origin);
ALTER TABLE ONLY public.programme
    ADD CONSTRAINT uq_programme_event_id UNIQUE (event_id);
ALTER TABLE ONLY public.programme_release
    ADD CONSTRAINT uq_programme_release_programme_id_number UNIQUE (programme_id, number);
ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT uq_proposal_person_id UNIQUE (person_id);
ALTER TABLE ONLY public.qualification
    ADD CONSTRAINT uq_qualification_key UNIQUE (key);
ALTER TABLE ONLY public.qualification
    ADD CONSTRAINT uq_qualification_origin UNIQUE (origin);
ALTER TABLE ONLY public.seat_draw
    ADD CONSTRAINT uq_seat_draw_bookable_id UNIQUE (bookable_id);
ALTER TABLE ONLY public.session
    ADD CONSTRAINT uq_session_bookable_id UNIQUE (bookable_id);
ALTER TABLE ONLY public.session
    ADD CONSTRAINT uq_session_origin UNIQUE (origin);
ALTER TABLE ONLY public.sign_in
    ADD CONSTRAINT uq_sign_in_token_hash UNIQUE (token_hash);
ALTER TABLE ONLY public.slot
    ADD CONSTRAINT uq_slot_bookable_id UNIQUE (bookable_id);
ALTER TABLE ONLY public.slot_wish
    ADD CONSTRAINT uq_slot_wish_person_id_slot_id UNIQUE (person_id, slot_id);
ALTER TABLE ONLY public.stand
    ADD CONSTRAINT uq_stand_fair_id_place UNIQUE (fair_id, place);
ALTER TABLE ONLY public.statement
    ADD CONSTRAINT uq_statement_retracts_id UNIQUE (retracts_id);
ALTER TABLE ONLY public.static_page
    ADD CONSTRAINT uq_static_page_origin UNIQUE (origin);
ALTER TABLE ONLY public.static_page
    ADD CONSTRAINT uq_static_page_slug_language UNIQUE (slug, language);
ALTER TABLE ONLY public.stored_file
    ADD CONSTRAINT uq_stored_file_stored_as UNIQUE (stored_as);
ALTER TABLE ONLY public.synonyms
    ADD CONSTRAINT uq_synonyms_origin UNIQUE (origin);
ALTER TABLE ONLY public.talk_item
    ADD CONSTRAINT uq_talk_item_talk_id_position UNIQUE (talk_id, "position");
ALTER TABLE ONLY public.talk_side
    ADD CONSTRAINT uq_talk_side_talk_id_author_id UNIQUE (talk_id, author_id);
ALTER TABLE ONLY public.training_budget
    ADD CONSTRAINT uq_training_budget_unit_id_year UNIQUE (unit_id, year);
ALTER TABLE ONLY public.training_decision
    ADD CONSTRAINT uq_training_decision_request_id_version_stage UNIQUE (request_id, version, stage);
ALTER TABLE ONLY public.unit
    ADD CONSTRAINT uq_unit_key UNIQUE (key);
ALTER TABLE ONLY public.unit
    ADD CONSTRAINT uq_unit_origin UNIQUE (origin);
ALTER TABLE ONLY public.weekly_review
    ADD CONSTRAINT uq_weekly_review_person_id_monday UNIQUE (person_id, monday);
CREATE INDEX ix_absence_person_id ON public.absence USING btree (person_id);
CREATE INDEX ix_acceptance_bookable_id ON public.acceptance USING btree (bookable_id);
CREATE INDEX ix_activity_actor_id ON public.activity USING btree (actor_id);
CREATE INDEX ix_activity_subject ON public.activity USING btree (subject_kind, subject_id);
CREATE INDEX ix_area_framework_id ON public.area USING btree (framework_id);
CREATE INDEX ix_attendance_proof_statement_id ON public.attendance_proof USING btree (statement_id);
CREATE INDEX ix_bookable_part_of_id ON public.bookable USING btree (part_of_id);
CREATE INDEX ix_bookable_starts_at ON public.bookable USING btree (starts_at);
CREATE INDEX ix_booking_change_booking_id ON public.booking_change USING btree (booking_id);
CREATE INDEX ix_booking_decide_by ON public.booking USING btree (decide_by) WHERE (decide_by IS NOT NULL);
CREATE INDEX ix_booking_line ON public.booking USING btree (bookable_id, state, rank, requested_at, id);
CREATE INDEX ix_booking_passed_to ON public.booking USING btree (passed_to_id) WHERE (passed_to_id IS NOT NULL);
CREATE INDEX ix_booking_person_state ON public.booking USING btree (person_id, state);
CREATE INDEX ix_buddy_note_author_id ON public.buddy_note USING btree (author_id);
CREATE INDEX ix_buddy_pair_buddy_id ON public.buddy_pair USING btree (buddy_id);
CREATE INDEX ix_certificate_course_id ON public.certificate USING btree (course_id);
CREATE INDEX ix_certificate_person_id ON public.certificate USING btree (person_id);
CREATE INDEX ix_certificate_revoked_by_id ON public.certificate USING btree (revoked_by_id);
CREATE INDEX ix_competence_area_id ON public.competence USING btree (area_id);
CREATE INDEX ix_competence_link_to_id ON public.competence_link USING btree (to_id);
CREATE INDEX ix_counted_in_pool_id ON public.counted_in USING btree (pool_id);
CREATE INDEX ix_course_format ON public.course USING btree (format);
CREATE INDEX ix_course_qualification_qualification_id ON public.course_qualification USING btree (qualification_id);
CREATE INDEX ix_course_topic ON public.course USING btree (topic);
CREATE INDEX ix_date_wish_course_id ON public.date_wish USING btree (course_id);
CREATE INDEX ix_door_bookable_id ON public.door USING btree (bookable_id);
CREATE INDEX ix_door_note_booking_id ON public.door_note USING btree (booking_id);
CREATE INDEX ix_door_note_door_id ON public.door_note USING btree (door_id);
CREATE INDEX ix_edition_author_id ON public.edition USING btree (author_id);
CREATE INDEX ix_edition_file_stored_as ON public.edition_file USING btree (stored_as);
CREATE INDEX ix_edition_part_author_id ON public.edition_part USING btree (author_id);
CREATE INDEX ix_edition_reviewer_id ON public.edition USING btree (reviewer_id);
CREATE INDEX ix_edition_state ON public.edition USING btree (state);
CREATE INDEX ix_enrolment_course_id ON public.enrolment USING btree (course_id);
CREATE INDEX ix_event_mark_event_id ON public.event_mark USING btree (event_id);
CREATE INDEX ix_event_mark_series_id ON public.event_mark USING btree (series_id);
CREATE INDEX ix_event_outcome_competence_id ON public.event_outcome USING btree (competence_id);
CREATE INDEX ix_failed_sign_in_account ON public.failed_sign_in USING btree (account, at);
CREATE INDEX ix_failed_sign_in_network ON public.failed_sign_in USING btree (network, at);
CREATE INDEX ix_feedback_question_sheet_id ON public.feedback_question USING btree (sheet_id);
CREATE INDEX ix_feedback_text_question_id ON public.feedback_text USING btree (question_id);
CREATE INDEX ix_feedback_turn_person_id ON public.feedback_turn USING btree (person_id);
CREATE INDEX ix_figure_ledger_id ON public.figure USING btree (ledger_id);
CREATE INDEX ix_figure_reader_figure_id ON public.figure_reader USING btree (figure_id);
CREATE INDEX ix_figure_reader_person_id ON public.figure_reader USING btree (person_id);
CREATE UNIQUE INDEX ix_framework_predecessor_id ON public.framework USING btree (predecessor_id);
CREATE INDEX ix_handover_to_id ON public.handover USING btree (to_id);
CREATE INDEX ix_holding_person_qualification ON public.holding USING btree (person_id, qualification_id, valid_until);
CREATE INDEX ix_holding_qualification_id ON public.holding USING btree (qualification_id);
CREATE INDEX ix_holding_recorded_by_id ON public.holding USING btree (recorded_by_id);
CREATE INDEX ix_inquiry_asked ON public.inquiry USING btree (asked_id, stage);
CREATE INDEX ix_inquiry_evidence_id ON public.inquiry USING btree (evidence_id);
CREATE INDEX ix_inquiry_person_id ON public.inquiry USING btree (person_id);
CREATE INDEX ix_invitation_open ON public.invitation USING btree (bookable_id, answer_by) WHERE ((reply)::text = 'open'::text);
CREATE INDEX ix_invitation_person_id ON public.invitation USING btree (person_id);
CREATE INDEX ix_job_family_id ON public.job USING btree (family_id);
CREATE INDEX ix_leadership_person_id ON public.leadership USING btree (person_id);
CREATE INDEX ix_leadership_unit_id ON public.leadership USING btree (unit_id);
CREATE INDEX ix_mail_due ON public.mail USING btree (stage, due_at);
CREATE INDEX ix_mail_person_id ON public.mail USING btree (person_id);
CREATE INDEX ix_mandatory_reminder_qualification_id ON public.mandatory_reminder USING btree (qualification_id);
CREATE INDEX ix_mandatory_rule_family_id ON public.mandatory_rule USING btree (family_id);
CREATE INDEX ix_mandatory_rule_qualification_id ON public.mandatory_rule USING btree (qualification_id);
CREATE INDEX ix_mandatory_rule_unit_id ON public.mandatory_rule USING btree (unit_id);
CREATE INDEX ix_notice_person_at ON public.notice USING btree (person_id, at);
CREATE INDEX ix_org_unit_parent_id ON public.org_unit USING btree (parent_id);
CREATE INDEX ix_organiser_person_id ON public.organiser USING btree (person_id);
CREATE INDEX ix_outcome_competence_id ON public.outcome USING btree (competence_id);
CREATE INDEX ix_panel_group_panel_id ON public.panel_group USING btree (panel_id);
CREATE INDEX ix_panel_member_panel_id ON public.panel_member USING btree (panel_id);
CREATE INDEX ix_panel_member_person_id ON public.panel_member USING btree (person_id);
CREATE INDEX ix_panel_run_by_id ON public.panel USING btree (run_by_id);
CREATE INDEX ix_panel_task_id ON public.panel USING btree (task_id);
CREATE INDEX ix_panel_volunteer_person_id ON public.panel_volunteer USING btree (person_id);
CREATE INDEX ix_person_job_id ON public.person USING btree (job_id);
CREATE INDEX ix_person_names ON public.person USING btree (family_name, given_name);
CREATE INDEX ix_person_unit_id ON public.person USING btree (unit_id);
CREATE INDEX ix_plan_assignment_assigned_by_id ON public.plan_assignment USING btree (assigned_by_id);
CREATE INDEX ix_plan_assignment_person_id ON public.plan_assignment USING btree (person_id);
CREATE INDEX ix_plan_delivery_template_item_id ON public.plan_delivery USING btree (template_item_id);
CREATE INDEX ix_plan_item_course_id ON public.plan_item USING btree (course_id);
CREATE INDEX ix_plan_item_event_id ON public.plan_item USING btree (event_id);
CREATE INDEX ix_plan_item_evidence_id ON public.plan_item USING btree (evidence_id);
CREATE INDEX ix_plan_item_plan_position ON public.plan_item USING btree (plan_id, "position");
CREATE INDEX ix_plan_item_session_id ON public.plan_item USING btree (session_id);
CREATE INDEX ix_practice_question_course_id ON public.practice_question USING btree (course_id);
CREATE INDEX ix_proposal_task_id ON public.proposal USING btree (task_id);
CREATE INDEX ix_read_audit_person_id ON public.read_audit USING btree (person_id);
CREATE INDEX ix_read_audit_viewer_id ON public.read_audit USING btree (viewer_id);
CREATE INDEX ix_role_grant_person_id ON public.role_grant USING btree (person_id);
CREATE INDEX ix_session_course_id ON public.session USING btree (course_id);
CREATE INDEX ix_session_trainer_person_id ON public.session_trainer USING btree (person_id);
CREATE INDEX ix_share_person_id ON public.share USING btree (person_id);
CREATE INDEX ix_share_reader ON public.share USING btree (reader_id, ends_at);
CREATE INDEX ix_share_statement_statement_id ON public.share_statement USING btree (statement_id);
CREATE INDEX ix_sign_in_person_id ON public.sign_in USING btree (person_id);
CREATE INDEX ix_slot_band_id ON public.slot USING btree (band_id);
CREATE INDEX ix_slot_room_id ON public.slot USING btree (room_id);
CREATE INDEX ix_slot_wish_slot_id ON public.slot_wish USING btree (slot_id);
CREATE INDEX ix_span_bookable_id ON public.span USING btree (bookable_id);
CREATE INDEX ix_stand_contact_id ON public.stand USING btree (contact_id);
CREATE INDEX ix_stand_mark_stand_id ON public.stand_mark USING btree (stand_id);
CREATE INDEX ix_stand_unit_id ON public.stand USING btree (unit_id);
CREATE INDEX ix_statement_actor_id ON public.statement USING btree (actor_id);
CREATE INDEX ix_statement_competence_id ON public.statement USING btree (competence_id);
CREATE INDEX ix_statement_person_competence ON public.statement USING btree (person_id, competence_id, observed_on);
CREATE INDEX ix_stored_file_person_id ON public.stored_file USING btree (person_id);
CREATE INDEX ix_taken_time_booking_id ON public.taken_time USING btree (booking_id);
CREATE INDEX ix_taken_time_person_whole ON public.taken_time USING btree (person_id, whole_id);
CREATE INDEX ix_talk_item_plan_item_id ON public.talk_item USING btree (plan_item_id);
CREATE INDEX ix_talk_person_id ON public.talk USING btree (person_id);
CREATE INDEX ix_talk_side_author_id ON public.talk_side USING btree (author_id);
CREATE INDEX ix_talk_side_changed_at ON public.talk_side USING btree (changed_at);
CREATE INDEX ix_task_due ON public.task USING btree (stage, due_at);
CREATE INDEX ix_task_person_id ON public.task USING btree (person_id);
CREATE INDEX ix_template_item_course_id ON public.template_item USING btree (course_id);
CREATE INDEX ix_template_item_template_position ON public.template_item USING btree (template_id, "position");
CREATE INDEX ix_time_band_programme_id ON public.time_band USING btree (programme_id);
CREATE INDEX ix_training_decision_decided_by_id ON public.training_decision USING btree (decided_by_id);
CREATE INDEX ix_training_request_budget_id ON public.training_request USING btree (budget_id);
CREATE INDEX ix_training_request_competence_id ON public.training_request USING btree (competence_id);
CREATE INDEX ix_training_request_evidence_id ON public.training_request USING btree (evidence_id);
CREATE INDEX ix_training_request_item_id ON public.training_request USING btree (item_id);
CREATE INDEX ix_training_request_person_id ON public.training_request USING btree (person_id);
CREATE INDEX ix_training_request_state ON public.training_request USING btree (state, year);
CREATE INDEX ix_training_request_step_id ON public.training_request USING btree (step_id);
CREATE INDEX ix_unit_course_position ON public.unit USING btree (course_id, "position");
CREATE INDEX ix_unit_progress_unit_id ON public.unit_progress USING btree (unit_id);
CREATE INDEX ix_unit_proof_competence_id ON public.unit_proof USING btree (competence_id);
CREATE UNIQUE INDEX one_head_until_further_notice ON public.leadership USING btree (unit_id) WHERE ((("position")::text = 'head'::text) AND (valid_to IS NULL));
CREATE UNIQUE INDEX one_live_booking ON public.booking USING btree (bookable_id, person_id) WHERE ((state)::text = ANY ((ARRAY['requested'::character varying, 'confirmed'::character varying, 'waitlisted'::character varying, 'offered'::character varying])::text[]));
CREATE UNIQUE INDEX one_live_evidence ON public.evidence USING btree (person_id, title, happened_on) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX one_live_pair ON public.buddy_pair USING btree (person_id, buddy_id) WHERE ((declined_at IS NULL) AND (ended_at IS NULL));
CREATE UNIQUE INDEX one_live_panel_member ON public.panel_member USING btree (panel_id, person_id) WHERE ((declined_at IS NULL) AND (left_at IS NULL));
CREATE UNIQUE INDEX one_open_edition ON public.edition USING btree (slug) WHERE ((state)::text = ANY ((ARRAY['draft'::character varying, 'review'::character varying])::text[]));
CREATE UNIQUE INDEX one_open_handover ON public.handover USING btree (booking_id) WHERE ((stage)::text = 'open'::text);
CREATE UNIQUE INDEX one_open_talk ON public.talk USING btree (person_id) WHERE ((agreed_at IS NULL) AND (called_off_at IS NULL));
CREATE UNIQUE INDEX one_published_edition ON public.edition USING btree (slug) WHERE ((state)::text = 'published'::text);
CREATE UNIQUE INDEX one_released_side ON public.talk_side USING btree (talk_id, side) WHERE (released_at IS NOT NULL);
CREATE UNIQUE INDEX one_valid_certificate ON public.certificate USING btree (person_id, course_id, completed_on) WHERE (revoked_at IS NULL);
CREATE TRIGGER activity_append_only BEFORE DELETE OR UPDATE ON public.activity FOR EACH ROW EXECUTE FUNCTION public.activity_is_append_only();
CREATE TRIGGER activity_no_truncate BEFORE TRUNCATE ON public.activity FOR EACH STATEMENT EXECUTE FUNCTION public.activity_is_append_only();
CREATE TRIGGER booking_change_append_only BEFORE DELETE OR UPDATE ON public.booking_change FOR EACH ROW EXECUTE FUNCTION public.booking_change_is_append_only();
CREATE TRIGGER booking_change_no_truncate BEFORE TRUNCATE ON public.booking_change FOR EACH STATEMENT EXECUTE FUNCTION public.booking_change_is_append_only();
CREATE TRIGGER figure_append_only BEFORE DELETE OR UPDATE ON public.figure FOR EACH ROW EXECUTE FUNCTION public.figure_is_append_only();
CREATE TRIGGER figure_no_truncate BEFORE TRUNCATE ON public.figure FOR EACH STATEMENT EXECUTE FUNCTION public.figure_is_append_only();
CREATE TRIGGER holding_append_only BEFORE DELETE OR UPDATE ON public.holding FOR EACH ROW EXECUTE FUNCTION public.holding_is_append_only();
CREATE TRIGGER holding_no_truncate BEFORE TRUNCATE ON public.holding FOR EACH STATEMENT EXECUTE FUNCTION public.holding_is_append_only();
CREATE TRIGGER read_audit_append_only BEFORE DELETE OR UPDATE ON public.read_audit FOR EACH ROW EXECUTE FUNCTION public.read_audit_is_append_only();
CREATE TRIGGER read_audit_no_truncate BEFORE TRUNCATE ON public.read_audit FOR EACH STATEMENT EXECUTE FUNCTION public.read_audit_is_append_only();
CREATE TRIGGER statement_append_only BEFORE DELETE OR UPDATE ON public.statement FOR EACH ROW EXECUTE FUNCTION public.statement_is_append_only();
CREATE TRIGGER statement_no_truncate BEFORE TRUNCATE ON public.statement FOR EACH STATEMENT EXECUTE FUNCTION public.statement_is_append_only();
ALTER TABLE ONLY public.absence
    ADD CONSTRAINT fk_absence_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.acceptance
    ADD CONSTRAINT fk_acceptance_bookable_id FOREIGN KEY (bookable_id) REFERENCES public.bookable(id);
ALTER TABLE ONLY public.acceptance
    ADD CONSTRAINT fk_acceptance_by_id FOREIGN KEY (by_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.activity
    ADD CONSTRAINT fk_activity_actor_id FOREIGN KEY (actor_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.agreed_level
    ADD CONSTRAINT fk_agreed_level_competence_id FOREIGN KEY (competence_id) REFERENCES public.competence(id);
ALTER TABLE ONLY public.agreed_level
    ADD CONSTRAINT fk_agreed_level_talk_id FOREIGN KEY (talk_id) REFERENCES public.talk(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.area
    ADD CONSTRAINT fk_area_framework_id FOREIGN KEY (framework_id) REFERENCES public.framework(id);
ALTER TABLE ONLY public.attendance
    ADD CONSTRAINT fk_attendance_booking_id FOREIGN KEY (booking_id) REFERENCES public.booking(id);
ALTER TABLE ONLY public.attendance_proof
    ADD CONSTRAINT fk_attendance_proof_booking_id FOREIGN KEY (booking_id) REFERENCES public.booking(id);
ALTER TABLE ONLY public.attendance_proof
    ADD CONSTRAINT fk_attendance_proof_statement_id FOREIGN KEY (statement_id) REFERENCES public.statement(id);
ALTER TABLE ONLY public.attendance
    ADD CONSTRAINT fk_attendance_recorded_by_id FOREIGN KEY (recorded_by_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.bookable
    ADD CONSTRAINT fk_bookable_audience_id FOREIGN KEY (audience_id) REFERENCES public.org_unit(id);
ALTER TABLE ONLY public.bookable
    ADD CONSTRAINT fk_bookable_part_of_id FOREIGN KEY (part_of_id) REFERENCES public.bookable(id);
ALTER TABLE ONLY public.booking
    ADD CONSTRAINT fk_booking_bookable_id FOREIGN KEY (bookable_id) REFERENCES public.bookable(id);
ALTER TABLE ONLY public.booking_change
    ADD CONSTRAINT fk_booking_change_actor_id FOREIGN KEY (actor_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.booking_change
    ADD CONSTRAINT fk_booking_change_booking_id FOREIGN KEY (booking_id) REFERENCES public.booking(id);
ALTER TABLE ONLY public.booking
    ADD CONSTRAINT fk_booking_decided_by_id FOREIGN KEY (decided_by_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.booking
    ADD CONSTRAINT fk_booking_passed_to_id FOREIGN KEY (passed_to_id) REFERENCES public.org_unit(id);
ALTER TABLE ONLY public.booking
    ADD CONSTRAINT fk_booking_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.buddy_note
    ADD CONSTRAINT fk_buddy_note_author_id FOREIGN KEY (author_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.buddy_note
    ADD CONSTRAINT fk_buddy_note_pair_id FOREIGN KEY (pair_id) REFERENCES public.buddy_pair(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.buddy_pair
    ADD CONSTRAINT fk_buddy_pair_asked_by_id FOREIGN KEY (asked_by_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.buddy_pair
    ADD CONSTRAINT fk_buddy_pair_buddy_id FOREIGN KEY (buddy_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.buddy_pair
    ADD CONSTRAINT fk_buddy_pair_ended_by_id FOREIGN KEY (ended_by_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.buddy_pair
    ADD CONSTRAINT fk_buddy_pair_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.buddy_skip
    ADD CONSTRAINT fk_buddy_skip_pair_id FOREIGN KEY (pair_id) REFERENCES public.buddy_pair(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.calendar_feed
    ADD CONSTRAINT fk_calendar_feed_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.certificate
    ADD CONSTRAINT fk_certificate_course_id FOREIGN KEY (course_id) REFERENCES public.course(id);
ALTER TABLE ONLY public.certificate
    ADD CONSTRAINT fk_certificate_person_id FOREIGN KEY (person_id) REFERENCES public.person(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.certificate
    ADD CONSTRAINT fk_certificate_revoked_by_id FOREIGN KEY (revoked_by_id) REFERENCES public.person(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.competence
    ADD CONSTRAINT fk_competence_area_id FOREIGN KEY (area_id) REFERENCES public.area(id);
ALTER TABLE ONLY public.competence_link
    ADD CONSTRAINT fk_competence_link_from_id FOREIGN KEY (from_id) REFERENCES public.competence(id);
ALTER TABLE ONLY public.competence_link
    ADD CONSTRAINT fk_competence_link_to_id FOREIGN KEY (to_id) REFERENCES public.competence(id);
ALTER TABLE ONLY public.counted_in
    ADD CONSTRAINT fk_counted_in_booking_id FOREIGN KEY (booking_id) REFERENCES public.booking(id);
ALTER TABLE ONLY public.counted_in
    ADD CONSTRAINT fk_counted_in_pool_id FOREIGN KEY (pool_id) REFERENCES public.pool(id);
ALTER TABLE ONLY public.course_file
    ADD CONSTRAINT fk_course_file_course_id FOREIGN KEY (course_id) REFERENCES public.course(id);
ALTER TABLE ONLY public.course_qualification
    ADD CONSTRAINT fk_course_qualification_course_id FOREIGN KEY (course_id) REFERENCES public.course(id);
ALTER TABLE ONLY public.course_qualification
    ADD CONSTRAINT fk_course_qualification_qualification_id FOREIGN KEY (qualification_id) REFERENCES public.qualification(id);
ALTER TABLE ONLY public.credential
    ADD CONSTRAINT fk_credential_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.date_wish
    ADD CONSTRAINT fk_date_wish_course_id FOREIGN KEY (course_id) REFERENCES public.course(id);
ALTER TABLE ONLY public.date_wish
    ADD CONSTRAINT fk_date_wish_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.door
    ADD CONSTRAINT fk_door_bookable_id FOREIGN KEY (bookable_id) REFERENCES public.bookable(id);
ALTER TABLE ONLY public.door_note
    ADD CONSTRAINT fk_door_note_booking_id FOREIGN KEY (booking_id) REFERENCES public.booking(id);
ALTER TABLE ONLY public.door_note
    ADD CONSTRAINT fk_door_note_door_id FOREIGN KEY (door_id) REFERENCES public.door(id);
ALTER TABLE ONLY public.door
    ADD CONSTRAINT fk_door_opened_by_id FOREIGN KEY (opened_by_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.edition
    ADD CONSTRAINT fk_edition_author_id FOREIGN KEY (author_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.edition_file
    ADD CONSTRAINT fk_edition_file_edition_id FOREIGN KEY (edition_id) REFERENCES public.edition(id);
ALTER TABLE ONLY public.edition_part
    ADD CONSTRAINT fk_edition_part_author_id FOREIGN KEY (author_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.edition_part
    ADD CONSTRAINT fk_edition_part_edition_id FOREIGN KEY (edition_id) REFERENCES public.edition(id);
ALTER TABLE ONLY public.edition
    ADD CONSTRAINT fk_edition_reviewer_id FOREIGN KEY (reviewer_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.enrolment
    ADD CONSTRAINT fk_enrolment_course_id FOREIGN KEY (course_id) REFERENCES public.course(id);
ALTER TABLE ONLY public.enrolment
    ADD CONSTRAINT fk_enrolment_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.enrolment
    ADD CONSTRAINT fk_enrolment_session_id FOREIGN KEY (session_id) REFERENCES public.session(id);
ALTER TABLE ONLY public.event
    ADD CONSTRAINT fk_event_bookable_id FOREIGN KEY (bookable_id) REFERENCES public.bookable(id);
ALTER TABLE ONLY public.event_mark
    ADD CONSTRAINT fk_event_mark_event_id FOREIGN KEY (event_id) REFERENCES public.event(id);
ALTER TABLE ONLY public.event_mark
    ADD CONSTRAINT fk_event_mark_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.event_mark
    ADD CONSTRAINT fk_event_mark_series_id FOREIGN KEY (series_id) REFERENCES public.event_series(id);
ALTER TABLE ONLY public.event_outcome
    ADD CONSTRAINT fk_event_outcome_competence_id FOREIGN KEY (competence_id) REFERENCES public.competence(id);
ALTER TABLE ONLY public.event_outcome
    ADD CONSTRAINT fk_event_outcome_event_id FOREIGN KEY (event_id) REFERENCES public.event(id);
ALTER TABLE ONLY public.event_room
    ADD CONSTRAINT fk_event_room_programme_id FOREIGN KEY (programme_id) REFERENCES public.programme(id);
ALTER TABLE ONLY public.event
    ADD CONSTRAINT fk_event_series_id FOREIGN KEY (series_id) REFERENCES public.event_series(id);
ALTER TABLE ONLY public.evidence_claim
    ADD CONSTRAINT fk_evidence_claim_competence_id FOREIGN KEY (competence_id) REFERENCES public.competence(id);
ALTER TABLE ONLY public.evidence_claim
    ADD CONSTRAINT fk_evidence_claim_evidence_id FOREIGN KEY (evidence_id) REFERENCES public.evidence(id);
ALTER TABLE ONLY public.evidence_claim
    ADD CONSTRAINT fk_evidence_claim_statement_id FOREIGN KEY (statement_id) REFERENCES public.statement(id);
ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT fk_evidence_file_id FOREIGN KEY (file_id) REFERENCES public.stored_file(id);
ALTER TABLE ONLY public.evidence
    ADD CONSTRAINT fk_evidence_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.fair
    ADD CONSTRAINT fk_fair_bookable_id FOREIGN KEY (bookable_id) REFERENCES public.bookable(id);
ALTER TABLE ONLY public.feedback_question
    ADD CONSTRAINT fk_feedback_question_sheet_id FOREIGN KEY (sheet_id) REFERENCES public.feedback_sheet(id);
ALTER TABLE ONLY public.feedback_sheet
    ADD CONSTRAINT fk_feedback_sheet_bookable_id FOREIGN KEY (bookable_id) REFERENCES public.bookable(id);
ALTER TABLE ONLY public.feedback_tally
    ADD CONSTRAINT fk_feedback_tally_question_id FOREIGN KEY (question_id) REFERENCES public.feedback_question(id);
ALTER TABLE ONLY public.feedback_text
    ADD CONSTRAINT fk_feedback_text_question_id FOREIGN KEY (question_id) REFERENCES public.feedback_question(id);
ALTER TABLE ONLY public.feedback_turn
    ADD CONSTRAINT fk_feedback_turn_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.feedback_turn
    ADD CONSTRAINT fk_feedback_turn_sheet_id FOREIGN KEY (sheet_id) REFERENCES public.feedback_sheet(id);
ALTER TABLE ONLY public.figure
    ADD CONSTRAINT fk_figure_ledger_id FOREIGN KEY (ledger_id) REFERENCES public.ledger(id);
ALTER TABLE ONLY public.figure_reader
    ADD CONSTRAINT fk_figure_reader_figure_id FOREIGN KEY (figure_id) REFERENCES public.figure(id);
ALTER TABLE ONLY public.figure_reader
    ADD CONSTRAINT fk_figure_reader_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.forecast_score
    ADD CONSTRAINT fk_forecast_score_acceptance_id FOREIGN KEY (acceptance_id) REFERENCES public.acceptance(id);
ALTER TABLE ONLY public.framework
    ADD CONSTRAINT fk_framework_predecessor_id FOREIGN KEY (predecessor_id) REFERENCES public.framework(id);
ALTER TABLE ONLY public.goal
    ADD CONSTRAINT fk_goal_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.goal
    ADD CONSTRAINT fk_goal_profile_id FOREIGN KEY (profile_id) REFERENCES public.profile(id);
ALTER TABLE ONLY public.handover
    ADD CONSTRAINT fk_handover_booking_id FOREIGN KEY (booking_id) REFERENCES public.booking(id);
ALTER TABLE ONLY public.handover
    ADD CONSTRAINT fk_handover_to_id FOREIGN KEY (to_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.handover
    ADD CONSTRAINT fk_handover_wanted_id FOREIGN KEY (wanted_id) REFERENCES public.bookable(id);
ALTER TABLE ONLY public.holding
    ADD CONSTRAINT fk_holding_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.holding
    ADD CONSTRAINT fk_holding_qualification_id FOREIGN KEY (qualification_id) REFERENCES public.qualification(id);
ALTER TABLE ONLY public.holding
    ADD CONSTRAINT fk_holding_recorded_by_id FOREIGN KEY (recorded_by_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.holding
    ADD CONSTRAINT fk_holding_retracts_id FOREIGN KEY (retracts_id) REFERENCES public.holding(id);
ALTER TABLE ONLY public.inquiry
    ADD CONSTRAINT fk_inquiry_asked_id FOREIGN KEY (asked_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.inquiry
    ADD CONSTRAINT fk_inquiry_evidence_id FOREIGN KEY (evidence_id) REFERENCES public.evidence(id);
ALTER TABLE ONLY public.inquiry_line
    ADD CONSTRAINT fk_inquiry_line_competence_id FOREIGN KEY (competence_id) REFERENCES public.competence(id);
ALTER TABLE ONLY public.inquiry_line
    ADD CONSTRAINT fk_inquiry_line_inquiry_id FOREIGN KEY (inquiry_id) REFERENCES public.inquiry(id);
ALTER TABLE ONLY public.inquiry_line
    ADD CONSTRAINT fk_inquiry_line_statement_id FOREIGN KEY (statement_id) REFERENCES public.statement(id);
ALTER TABLE ONLY public.inquiry
    ADD CONSTRAINT fk_inquiry_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT fk_invitation_bookable_id FOREIGN KEY (bookable_id) REFERENCES public.bookable(id);
ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT fk_invitation_invited_by_id FOREIGN KEY (invited_by_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.invitation
    ADD CONSTRAINT fk_invitation_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
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
ALTER TABLE ONLY public.lot
    ADD CONSTRAINT fk_lot_booking_id FOREIGN KEY (booking_id) REFERENCES public.booking(id);
ALTER TABLE ONLY public.lot
    ADD CONSTRAINT fk_lot_draw_id FOREIGN KEY (draw_id) REFERENCES public.seat_draw(id);
ALTER TABLE ONLY public.mail
    ADD CONSTRAINT fk_mail_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.mandatory_reminder
    ADD CONSTRAINT fk_mandatory_reminder_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.mandatory_reminder
    ADD CONSTRAINT fk_mandatory_reminder_qualification_id FOREIGN KEY (qualification_id) REFERENCES public.qualification(id);
ALTER TABLE ONLY public.mandatory_rule
    ADD CONSTRAINT fk_mandatory_rule_family_id FOREIGN KEY (family_id) REFERENCES public.job_family(id);
ALTER TABLE ONLY public.mandatory_rule
    ADD CONSTRAINT fk_mandatory_rule_qualification_id FOREIGN KEY (qualification_id) REFERENCES public.qualification(id);
ALTER TABLE ONLY public.mandatory_rule
    ADD CONSTRAINT fk_mandatory_rule_unit_id FOREIGN KEY (unit_id) REFERENCES public.org_unit(id);
ALTER TABLE ONLY public.need
    ADD CONSTRAINT fk_need_booking_id FOREIGN KEY (booking_id) REFERENCES public.booking(id);
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
ALTER TABLE ONLY public.panel_draw
    ADD CONSTRAINT fk_panel_draw_panel_id FOREIGN KEY (panel_id) REFERENCES public.panel(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.panel_group
    ADD CONSTRAINT fk_panel_group_panel_id FOREIGN KEY (panel_id) REFERENCES public.panel(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.panel_group
    ADD CONSTRAINT fk_panel_group_unit_id FOREIGN KEY (unit_id) REFERENCES public.org_unit(id);
ALTER TABLE ONLY public.panel_member
    ADD CONSTRAINT fk_panel_member_panel_id FOREIGN KEY (panel_id) REFERENCES public.panel(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.panel_member
    ADD CONSTRAINT fk_panel_member_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.panel
    ADD CONSTRAINT fk_panel_run_by_id FOREIGN KEY (run_by_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.panel
    ADD CONSTRAINT fk_panel_task_id FOREIGN KEY (task_id) REFERENCES public.task(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.panel_volunteer
    ADD CONSTRAINT fk_panel_volunteer_panel_id FOREIGN KEY (panel_id) REFERENCES public.panel(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.panel_volunteer
    ADD CONSTRAINT fk_panel_volunteer_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT fk_person_job_id FOREIGN KEY (job_id) REFERENCES public.job(id);
ALTER TABLE ONLY public.person
    ADD CONSTRAINT fk_person_unit_id FOREIGN KEY (unit_id) REFERENCES public.org_unit(id);
ALTER TABLE ONLY public.plan_assignment
    ADD CONSTRAINT fk_plan_assignment_assigned_by_id FOREIGN KEY (assigned_by_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.plan_assignment
    ADD CONSTRAINT fk_plan_assignment_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.plan_assignment
    ADD CONSTRAINT fk_plan_assignment_template_id FOREIGN KEY (template_id) REFERENCES public.plan_template(id);
ALTER TABLE ONLY public.plan_delivery
    ADD CONSTRAINT fk_plan_delivery_assignment_id FOREIGN KEY (assignment_id) REFERENCES public.plan_assignment(id);
ALTER TABLE ONLY public.plan_delivery
    ADD CONSTRAINT fk_plan_delivery_plan_item_id FOREIGN KEY (plan_item_id) REFERENCES public.plan_item(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.plan_delivery
    ADD CONSTRAINT fk_plan_delivery_template_item_id FOREIGN KEY (template_item_id) REFERENCES public.template_item(id);
ALTER TABLE ONLY public.plan_item
    ADD CONSTRAINT fk_plan_item_competence_id FOREIGN KEY (competence_id) REFERENCES public.competence(id);
ALTER TABLE ONLY public.plan_item
    ADD CONSTRAINT fk_plan_item_course_id FOREIGN KEY (course_id) REFERENCES public.course(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.plan_item
    ADD CONSTRAINT fk_plan_item_event_id FOREIGN KEY (event_id) REFERENCES public.event(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.plan_item
    ADD CONSTRAINT fk_plan_item_evidence_id FOREIGN KEY (evidence_id) REFERENCES public.evidence(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.plan_item
    ADD CONSTRAINT fk_plan_item_plan_id FOREIGN KEY (plan_id) REFERENCES public.plan(id);
ALTER TABLE ONLY public.plan_item
    ADD CONSTRAINT fk_plan_item_session_id FOREIGN KEY (session_id) REFERENCES public.session(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.plan
    ADD CONSTRAINT fk_plan_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.plan_template
    ADD CONSTRAINT fk_plan_template_family_id FOREIGN KEY (family_id) REFERENCES public.job_family(id);
ALTER TABLE ONLY public.plan_template
    ADD CONSTRAINT fk_plan_template_unit_id FOREIGN KEY (unit_id) REFERENCES public.org_unit(id);
ALTER TABLE ONLY public.pool
    ADD CONSTRAINT fk_pool_bookable_id FOREIGN KEY (bookable_id) REFERENCES public.bookable(id);
ALTER TABLE ONLY public.pool
    ADD CONSTRAINT fk_pool_unit_id FOREIGN KEY (unit_id) REFERENCES public.org_unit(id);
ALTER TABLE ONLY public.practice_question
    ADD CONSTRAINT fk_practice_question_course_id FOREIGN KEY (course_id) REFERENCES public.course(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.practice_question
    ADD CONSTRAINT fk_practice_question_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.prerequisite
    ADD CONSTRAINT fk_prerequisite_course_id FOREIGN KEY (course_id) REFERENCES public.course(id);
ALTER TABLE ONLY public.prerequisite
    ADD CONSTRAINT fk_prerequisite_required_id FOREIGN KEY (required_id) REFERENCES public.course(id);
ALTER TABLE ONLY public.profile_family
    ADD CONSTRAINT fk_profile_family_family_id FOREIGN KEY (family_id) REFERENCES public.job_family(id);
ALTER TABLE ONLY public.profile_family
    ADD CONSTRAINT fk_profile_family_profile_id FOREIGN KEY (profile_id) REFERENCES public.profile(id);
ALTER TABLE ONLY public.programme
    ADD CONSTRAINT fk_programme_event_id FOREIGN KEY (event_id) REFERENCES public.event(id);
ALTER TABLE ONLY public.programme_release
    ADD CONSTRAINT fk_programme_release_programme_id FOREIGN KEY (programme_id) REFERENCES public.programme(id);
ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT fk_proposal_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.proposal
    ADD CONSTRAINT fk_proposal_task_id FOREIGN KEY (task_id) REFERENCES public.task(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.read_audit
    ADD CONSTRAINT fk_read_audit_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.read_audit
    ADD CONSTRAINT fk_read_audit_viewer_id FOREIGN KEY (viewer_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.reconfirmation
    ADD CONSTRAINT fk_reconfirmation_booking_id FOREIGN KEY (booking_id) REFERENCES public.booking(id);
ALTER TABLE ONLY public.role_grant
    ADD CONSTRAINT fk_role_grant_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.role_grant
    ADD CONSTRAINT fk_role_grant_scope_id FOREIGN KEY (scope_id) REFERENCES public.org_unit(id);
ALTER TABLE ONLY public.seat_draw
    ADD CONSTRAINT fk_seat_draw_bonus_from_id FOREIGN KEY (bonus_from_id) REFERENCES public.bookable(id);
ALTER TABLE ONLY public.seat_draw
    ADD CONSTRAINT fk_seat_draw_bookable_id FOREIGN KEY (bookable_id) REFERENCES public.bookable(id);
ALTER TABLE ONLY public.seat_draw
    ADD CONSTRAINT fk_seat_draw_drawn_by_id FOREIGN KEY (drawn_by_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.session
    ADD CONSTRAINT fk_session_bookable_id FOREIGN KEY (bookable_id) REFERENCES public.bookable(id);
ALTER TABLE ONLY public.session
    ADD CONSTRAINT fk_session_course_id FOREIGN KEY (course_id) REFERENCES public.course(id);
ALTER TABLE ONLY public.session_trainer
    ADD CONSTRAINT fk_session_trainer_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.session_trainer
    ADD CONSTRAINT fk_session_trainer_session_id FOREIGN KEY (session_id) REFERENCES public.session(id);
ALTER TABLE ONLY public.share
    ADD CONSTRAINT fk_share_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.share
    ADD CONSTRAINT fk_share_reader_id FOREIGN KEY (reader_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.share_statement
    ADD CONSTRAINT fk_share_statement_share_id FOREIGN KEY (share_id) REFERENCES public.share(id);
ALTER TABLE ONLY public.share_statement
    ADD CONSTRAINT fk_share_statement_statement_id FOREIGN KEY (statement_id) REFERENCES public.statement(id);
ALTER TABLE ONLY public.sign_in
    ADD CONSTRAINT fk_sign_in_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.slot
    ADD CONSTRAINT fk_slot_band_id FOREIGN KEY (band_id) REFERENCES public.time_band(id);
ALTER TABLE ONLY public.slot
    ADD CONSTRAINT fk_slot_bookable_id FOREIGN KEY (bookable_id) REFERENCES public.bookable(id);
ALTER TABLE ONLY public.slot
    ADD CONSTRAINT fk_slot_room_id FOREIGN KEY (room_id) REFERENCES public.event_room(id);
ALTER TABLE ONLY public.slot_wish
    ADD CONSTRAINT fk_slot_wish_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.slot_wish
    ADD CONSTRAINT fk_slot_wish_slot_id FOREIGN KEY (slot_id) REFERENCES public.slot(id);
ALTER TABLE ONLY public.span
    ADD CONSTRAINT fk_span_bookable_id FOREIGN KEY (bookable_id) REFERENCES public.bookable(id);
ALTER TABLE ONLY public.stand
    ADD CONSTRAINT fk_stand_contact_id FOREIGN KEY (contact_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.stand
    ADD CONSTRAINT fk_stand_fair_id FOREIGN KEY (fair_id) REFERENCES public.fair(id);
ALTER TABLE ONLY public.stand_mark
    ADD CONSTRAINT fk_stand_mark_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.stand_mark
    ADD CONSTRAINT fk_stand_mark_stand_id FOREIGN KEY (stand_id) REFERENCES public.stand(id);
ALTER TABLE ONLY public.stand
    ADD CONSTRAINT fk_stand_unit_id FOREIGN KEY (unit_id) REFERENCES public.org_unit(id);
ALTER TABLE ONLY public.statement
    ADD CONSTRAINT fk_statement_actor_id FOREIGN KEY (actor_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.statement
    ADD CONSTRAINT fk_statement_competence_id FOREIGN KEY (competence_id) REFERENCES public.competence(id);
ALTER TABLE ONLY public.statement
    ADD CONSTRAINT fk_statement_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.statement
    ADD CONSTRAINT fk_statement_retracts_id FOREIGN KEY (retracts_id) REFERENCES public.statement(id);
ALTER TABLE ONLY public.stored_file
    ADD CONSTRAINT fk_stored_file_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.taken_time
    ADD CONSTRAINT fk_taken_time_booking_id FOREIGN KEY (booking_id) REFERENCES public.booking(id);
ALTER TABLE ONLY public.taken_time
    ADD CONSTRAINT fk_taken_time_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.talk
    ADD CONSTRAINT fk_talk_agreed_by_id FOREIGN KEY (agreed_by_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.talk_item
    ADD CONSTRAINT fk_talk_item_competence_id FOREIGN KEY (competence_id) REFERENCES public.competence(id);
ALTER TABLE ONLY public.talk_item
    ADD CONSTRAINT fk_talk_item_plan_item_id FOREIGN KEY (plan_item_id) REFERENCES public.plan_item(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.talk_item
    ADD CONSTRAINT fk_talk_item_talk_id FOREIGN KEY (talk_id) REFERENCES public.talk(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.talk
    ADD CONSTRAINT fk_talk_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.talk
    ADD CONSTRAINT fk_talk_profile_id FOREIGN KEY (profile_id) REFERENCES public.profile(id);
ALTER TABLE ONLY public.talk
    ADD CONSTRAINT fk_talk_proposed_by_id FOREIGN KEY (proposed_by_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.talk
    ADD CONSTRAINT fk_talk_recorded_by_id FOREIGN KEY (recorded_by_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.talk_side
    ADD CONSTRAINT fk_talk_side_author_id FOREIGN KEY (author_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.talk_side
    ADD CONSTRAINT fk_talk_side_talk_id FOREIGN KEY (talk_id) REFERENCES public.talk(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.target
    ADD CONSTRAINT fk_target_competence_id FOREIGN KEY (competence_id) REFERENCES public.competence(id);
ALTER TABLE ONLY public.target
    ADD CONSTRAINT fk_target_profile_id FOREIGN KEY (profile_id) REFERENCES public.profile(id);
ALTER TABLE ONLY public.task
    ADD CONSTRAINT fk_task_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.template_item
    ADD CONSTRAINT fk_template_item_competence_id FOREIGN KEY (competence_id) REFERENCES public.competence(id);
ALTER TABLE ONLY public.template_item
    ADD CONSTRAINT fk_template_item_course_id FOREIGN KEY (course_id) REFERENCES public.course(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.template_item
    ADD CONSTRAINT fk_template_item_template_id FOREIGN KEY (template_id) REFERENCES public.plan_template(id);
ALTER TABLE ONLY public.time_band
    ADD CONSTRAINT fk_time_band_programme_id FOREIGN KEY (programme_id) REFERENCES public.programme(id);
ALTER TABLE ONLY public.training_budget
    ADD CONSTRAINT fk_training_budget_unit_id FOREIGN KEY (unit_id) REFERENCES public.org_unit(id);
ALTER TABLE ONLY public.training_decision
    ADD CONSTRAINT fk_training_decision_decided_by_id FOREIGN KEY (decided_by_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.training_decision
    ADD CONSTRAINT fk_training_decision_request_id FOREIGN KEY (request_id) REFERENCES public.training_request(id);
ALTER TABLE ONLY public.training_request
    ADD CONSTRAINT fk_training_request_budget_id FOREIGN KEY (budget_id) REFERENCES public.training_budget(id);
ALTER TABLE ONLY public.training_request
    ADD CONSTRAINT fk_training_request_competence_id FOREIGN KEY (competence_id) REFERENCES public.competence(id);
ALTER TABLE ONLY public.training_request
    ADD CONSTRAINT fk_training_request_evidence_id FOREIGN KEY (evidence_id) REFERENCES public.evidence(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.training_request
    ADD CONSTRAINT fk_training_request_item_id FOREIGN KEY (item_id) REFERENCES public.plan_item(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.training_request
    ADD CONSTRAINT fk_training_request_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.training_request
    ADD CONSTRAINT fk_training_request_step_id FOREIGN KEY (step_id) REFERENCES public.plan_item(id) ON DELETE SET NULL;
ALTER TABLE ONLY public.turned_away
    ADD CONSTRAINT fk_turned_away_bookable_id FOREIGN KEY (bookable_id) REFERENCES public.bookable(id);
ALTER TABLE ONLY public.unit
    ADD CONSTRAINT fk_unit_course_id FOREIGN KEY (course_id) REFERENCES public.course(id);
ALTER TABLE ONLY public.unit_progress
    ADD CONSTRAINT fk_unit_progress_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.unit_progress
    ADD CONSTRAINT fk_unit_progress_unit_id FOREIGN KEY (unit_id) REFERENCES public.unit(id);
ALTER TABLE ONLY public.unit_proof
    ADD CONSTRAINT fk_unit_proof_competence_id FOREIGN KEY (competence_id) REFERENCES public.competence(id);
ALTER TABLE ONLY public.unit_proof
    ADD CONSTRAINT fk_unit_proof_unit_id FOREIGN KEY (unit_id) REFERENCES public.unit(id);
ALTER TABLE ONLY public.weekly_review
    ADD CONSTRAINT fk_weekly_review_person_id FOREIGN KEY (person_id) REFERENCES public.person(id);
ALTER TABLE ONLY public.wished_level
    ADD CONSTRAINT fk_wished_level_competence_id FOREIGN KEY (competence_id) REFERENCES public.competence(id);
ALTER TABLE ONLY public.wished_level
    ADD CONSTRAINT fk_wished_level_side_id FOREIGN KEY (side_id) REFERENCES public.talk_side(id) ON DELETE CASCADE;
