BEGIN TRANSACTION;
CREATE TABLE absence (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	starts_on DATE NOT NULL, 
	ends_on DATE NOT NULL, 
	CONSTRAINT pk_absence PRIMARY KEY (id), 
	CONSTRAINT ck_absence_ends_after_start CHECK (ends_on >= starts_on), 
	CONSTRAINT fk_absence_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
CREATE TABLE activity (
	id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	actor_id INTEGER, 
	verb VARCHAR NOT NULL, 
	subject_kind VARCHAR NOT NULL, 
	subject_id INTEGER NOT NULL, 
	details JSON NOT NULL, 
	CONSTRAINT pk_activity PRIMARY KEY (id), 
	CONSTRAINT fk_activity_actor_id FOREIGN KEY(actor_id) REFERENCES person (id)
);
INSERT INTO "activity" VALUES(1,'2026-11-22 04:41:06.473107',1,'courses.begun','enrolment',1,'{"course": 1}');
INSERT INTO "activity" VALUES(2,'2026-11-22 04:41:06.493467',1,'courses.completed','enrolment',1,'{"course": 1}');
INSERT INTO "activity" VALUES(3,'2026-11-22 04:41:06.521265',1,'bookings.confirmed','booking',1,'{"bookable": 1, "person": 1}');
INSERT INTO "activity" VALUES(4,'2026-11-22 04:41:06.529172',2,'bookings.waitlisted','booking',2,'{"bookable": 1, "person": 2}');
INSERT INTO "activity" VALUES(5,'2026-11-22 04:41:06.533253',4,'bookings.waitlisted','booking',3,'{"bookable": 1, "person": 4}');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('20261122_first_tables');
CREATE TABLE area (
	id INTEGER NOT NULL, 
	framework_id INTEGER NOT NULL, 
	"key" VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	title_en VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	body VARCHAR NOT NULL, 
	origin VARCHAR, 
	origin_hash VARCHAR, 
	edited_at DATETIME, 
	CONSTRAINT pk_area PRIMARY KEY (id), 
	CONSTRAINT fk_area_framework_id FOREIGN KEY(framework_id) REFERENCES framework (id), 
	CONSTRAINT uq_area_framework_id_key UNIQUE (framework_id, "key"), 
	CONSTRAINT uq_area_origin UNIQUE (origin)
);
INSERT INTO "area" VALUES(1,1,'area-1008','Daten','Daten',1009,'',NULL,NULL,NULL);
INSERT INTO "area" VALUES(2,2,'area-1013','Daten','Daten',1014,'',NULL,NULL,NULL);
CREATE TABLE attendance (
	id INTEGER NOT NULL, 
	booking_id INTEGER NOT NULL, 
	day DATE NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	recorded_by_id INTEGER NOT NULL, 
	CONSTRAINT pk_attendance PRIMARY KEY (id), 
	CONSTRAINT fk_attendance_booking_id FOREIGN KEY(booking_id) REFERENCES booking (id), 
	CONSTRAINT fk_attendance_recorded_by_id FOREIGN KEY(recorded_by_id) REFERENCES person (id), 
	CONSTRAINT uq_attendance_booking_id_day UNIQUE (booking_id, day)
);
CREATE TABLE bookable (
	id INTEGER NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	title VARCHAR NOT NULL, 
	path VARCHAR NOT NULL, 
	place VARCHAR NOT NULL, 
	starts_at DATETIME NOT NULL, 
	ends_at DATETIME NOT NULL, 
	opens_at DATETIME, 
	closes_at DATETIME NOT NULL, 
	cancel_until DATETIME NOT NULL, 
	mode VARCHAR(32) NOT NULL, 
	has_waitlist BOOLEAN NOT NULL, 
	price_cents INTEGER NOT NULL, 
	audience_id INTEGER, 
	calendar_uid VARCHAR NOT NULL, 
	calendar_sequence INTEGER NOT NULL, 
	cancelled_at DATETIME, 
	CONSTRAINT pk_bookable PRIMARY KEY (id), 
	CONSTRAINT ck_bookable_closes_before_start CHECK (closes_at <= starts_at), 
	CONSTRAINT ck_bookable_ends_after_start CHECK (ends_at > starts_at), 
	CONSTRAINT fk_bookable_audience_id FOREIGN KEY(audience_id) REFERENCES org_unit (id), 
	CONSTRAINT uq_bookable_calendar_uid UNIQUE (calendar_uid), 
	CONSTRAINT ck_bookable_kind CHECK (kind IN ('session', 'event', 'slot')), 
	CONSTRAINT ck_bookable_mode CHECK (mode IN ('first-come', 'approval'))
);
INSERT INTO "bookable" VALUES(1,'event','Konferenz','/events','Rathaus','2026-12-22 04:41:06.504010','2026-12-22 06:41:06.504010',NULL,'2026-12-22 04:41:06.504010','2026-12-22 04:41:06.504010','first-come',1,0,NULL,'94f4c865b377f25d',0,NULL);
CREATE TABLE booking (
	id INTEGER NOT NULL, 
	bookable_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	way VARCHAR(32) NOT NULL, 
	requested_at DATETIME NOT NULL, 
	takes_seat_at_once BOOLEAN NOT NULL, 
	reason VARCHAR, 
	decided_at DATETIME, 
	decided_by_id INTEGER, 
	decision_note VARCHAR, 
	CONSTRAINT pk_booking PRIMARY KEY (id), 
	CONSTRAINT ck_booking_decided_both_or_neither CHECK ((decided_at IS NULL) = (decided_by_id IS NULL)), 
	CONSTRAINT fk_booking_bookable_id FOREIGN KEY(bookable_id) REFERENCES bookable (id), 
	CONSTRAINT fk_booking_decided_by_id FOREIGN KEY(decided_by_id) REFERENCES person (id), 
	CONSTRAINT fk_booking_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT ck_booking_state CHECK (state IN ('requested', 'confirmed', 'waitlisted', 'offered', 'declined', 'cancelled')), 
	CONSTRAINT ck_booking_way CHECK (way IN ('self', 'approval'))
);
INSERT INTO "booking" VALUES(1,1,1,'confirmed','self','2026-11-22 04:41:06.511971',0,NULL,NULL,NULL,NULL);
INSERT INTO "booking" VALUES(2,1,2,'waitlisted','self','2026-11-22 04:41:06.526952',0,NULL,NULL,NULL,NULL);
INSERT INTO "booking" VALUES(3,1,4,'waitlisted','self','2026-11-22 04:41:06.531235',0,NULL,NULL,NULL,NULL);
CREATE TABLE booking_change (
	id INTEGER NOT NULL, 
	booking_id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	actor_id INTEGER, 
	from_state VARCHAR, 
	to_state VARCHAR(32) NOT NULL, 
	reason VARCHAR NOT NULL, 
	CONSTRAINT pk_booking_change PRIMARY KEY (id), 
	CONSTRAINT fk_booking_change_actor_id FOREIGN KEY(actor_id) REFERENCES person (id), 
	CONSTRAINT fk_booking_change_booking_id FOREIGN KEY(booking_id) REFERENCES booking (id), 
	CONSTRAINT ck_booking_change_state CHECK (to_state IN ('requested', 'confirmed', 'waitlisted', 'offered', 'declined', 'cancelled'))
);
INSERT INTO "booking_change" VALUES(1,1,'2026-11-22 04:41:06.511971',1,NULL,'confirmed','');
INSERT INTO "booking_change" VALUES(2,2,'2026-11-22 04:41:06.526952',2,NULL,'waitlisted','');
INSERT INTO "booking_change" VALUES(3,3,'2026-11-22 04:41:06.531235',4,NULL,'waitlisted','');
CREATE TABLE competence (
	id INTEGER NOT NULL, 
	area_id INTEGER NOT NULL, 
	"key" VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	title_en VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	body VARCHAR NOT NULL, 
	retired_at DATETIME, 
	origin VARCHAR, 
	origin_hash VARCHAR, 
	edited_at DATETIME, 
	CONSTRAINT pk_competence PRIMARY KEY (id), 
	CONSTRAINT fk_competence_area_id FOREIGN KEY(area_id) REFERENCES area (id), 
	CONSTRAINT uq_competence_key UNIQUE ("key"), 
	CONSTRAINT uq_competence_origin UNIQUE (origin)
);
INSERT INTO "competence" VALUES(1,1,'competence-1010','Daten erheben','Daten erheben',1011,'Worum es geht.',NULL,NULL,NULL,NULL);
INSERT INTO "competence" VALUES(2,2,'competence-1015','Klar schreiben','Klar schreiben',1016,'Worum es geht.',NULL,NULL,NULL,NULL);
CREATE TABLE course (
	id INTEGER NOT NULL, 
	slug VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	format VARCHAR(32) NOT NULL, 
	topic VARCHAR(32) NOT NULL, 
	language VARCHAR NOT NULL, 
	summary VARCHAR NOT NULL, 
	abilities JSON NOT NULL, 
	audience VARCHAR NOT NULL, 
	provider VARCHAR, 
	link VARCHAR, 
	effort_minutes INTEGER NOT NULL, 
	body_html VARCHAR NOT NULL, 
	search_title VARCHAR NOT NULL, 
	search_text VARCHAR NOT NULL, 
	published_at DATETIME, 
	retired_at DATETIME, 
	origin VARCHAR, 
	origin_hash VARCHAR, 
	edited_at DATETIME, 
	CONSTRAINT pk_course PRIMARY KEY (id), 
	CONSTRAINT ck_course_effort_is_not_negative CHECK (effort_minutes >= 0), 
	CONSTRAINT uq_course_origin UNIQUE (origin), 
	CONSTRAINT uq_course_slug UNIQUE (slug), 
	CONSTRAINT ck_course_format CHECK (format IN ('self-paced', 'seminar', 'external')), 
	CONSTRAINT ck_course_topic CHECK (topic IN ('data', 'digital', 'communication', 'self-management', 'leadership', 'safety', 'projects'))
);
INSERT INTO "course" VALUES(1,'course-1018','Daten verstehen','self-paced','data','de','Worum es geht.','["Zahlen pr\u00fcfen"]','Alle.',NULL,NULL,10,'<p>Inhalt</p>','daten verstehen','daten verstehen worum es geht','2026-11-22 04:41:06.460365',NULL,NULL,NULL,NULL);
CREATE TABLE credential (
	person_id INTEGER NOT NULL, 
	password_hash VARCHAR NOT NULL, 
	changed_at DATETIME NOT NULL, 
	CONSTRAINT pk_credential PRIMARY KEY (person_id), 
	CONSTRAINT fk_credential_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
CREATE TABLE enrolment (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	course_id INTEGER NOT NULL, 
	begun_at DATETIME NOT NULL, 
	completed_on DATE, 
	left_at DATETIME, 
	CONSTRAINT pk_enrolment PRIMARY KEY (id), 
	CONSTRAINT ck_enrolment_completed_or_left CHECK (completed_on IS NULL OR left_at IS NULL), 
	CONSTRAINT fk_enrolment_course_id FOREIGN KEY(course_id) REFERENCES course (id), 
	CONSTRAINT fk_enrolment_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT uq_enrolment_person_id_course_id UNIQUE (person_id, course_id)
);
INSERT INTO "enrolment" VALUES(1,1,1,'2026-11-22 04:41:06.468728','2026-11-22',NULL);
CREATE TABLE erasure_switch (
	id INTEGER NOT NULL, 
	CONSTRAINT pk_erasure_switch PRIMARY KEY (id)
);
CREATE TABLE event (
	id INTEGER NOT NULL, 
	"key" VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	summary VARCHAR NOT NULL, 
	body_html VARCHAR NOT NULL, 
	bookable_id INTEGER NOT NULL, 
	published_at DATETIME, 
	origin VARCHAR, 
	origin_hash VARCHAR, 
	edited_at DATETIME, 
	CONSTRAINT pk_event PRIMARY KEY (id), 
	CONSTRAINT fk_event_bookable_id FOREIGN KEY(bookable_id) REFERENCES bookable (id), 
	CONSTRAINT uq_event_bookable_id UNIQUE (bookable_id), 
	CONSTRAINT uq_event_key UNIQUE ("key"), 
	CONSTRAINT uq_event_origin UNIQUE (origin)
);
INSERT INTO "event" VALUES(1,'event-1020','Konferenz','Worum es geht.','<p>Programm</p>',1,'2026-11-22 04:41:06.508311',NULL,NULL,NULL);
CREATE TABLE failed_sign_in (
	id INTEGER NOT NULL, 
	account VARCHAR NOT NULL, 
	network VARCHAR NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_failed_sign_in PRIMARY KEY (id)
);
CREATE TABLE framework (
	id INTEGER NOT NULL, 
	"key" VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	title_en VARCHAR NOT NULL, 
	version VARCHAR NOT NULL, 
	stage VARCHAR(32) NOT NULL, 
	body_html VARCHAR NOT NULL, 
	origin VARCHAR, 
	origin_hash VARCHAR, 
	edited_at DATETIME, 
	CONSTRAINT pk_framework PRIMARY KEY (id), 
	CONSTRAINT uq_framework_key UNIQUE ("key"), 
	CONSTRAINT uq_framework_origin UNIQUE (origin), 
	CONSTRAINT ck_framework_stage CHECK (stage IN ('draft', 'published', 'outdated'))
);
INSERT INTO "framework" VALUES(1,'framework-1007','Kompetenzen','Kompetenzen','1','published','',NULL,NULL,NULL);
INSERT INTO "framework" VALUES(2,'framework-1012','Kompetenzen','Kompetenzen','1','published','',NULL,NULL,NULL);
CREATE TABLE goal (
	person_id INTEGER NOT NULL, 
	profile_id INTEGER NOT NULL, 
	chosen_at DATETIME NOT NULL, 
	CONSTRAINT pk_goal PRIMARY KEY (person_id), 
	CONSTRAINT fk_goal_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_goal_profile_id FOREIGN KEY(profile_id) REFERENCES profile (id)
);
INSERT INTO "goal" VALUES(1,1,'2026-11-22 04:41:06.450198');
CREATE TABLE job (
	id INTEGER NOT NULL, 
	family_id INTEGER NOT NULL, 
	title VARCHAR NOT NULL, 
	grade VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_job PRIMARY KEY (id), 
	CONSTRAINT fk_job_family_id FOREIGN KEY(family_id) REFERENCES job_family (id), 
	CONSTRAINT ck_job_grade CHECK (grade IN ('head-of-department', 'head-of-office', 'head-of-division', 'head-of-section', 'senior-clerk', 'clerk', 'assistant', 'trades', 'trainee'))
);
CREATE TABLE job_family (
	id INTEGER NOT NULL, 
	"key" VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	title_en VARCHAR NOT NULL, 
	CONSTRAINT pk_job_family PRIMARY KEY (id), 
	CONSTRAINT uq_job_family_key UNIQUE ("key")
);
CREATE TABLE leadership (
	id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	position VARCHAR(32) NOT NULL, 
	valid_from DATE NOT NULL, 
	valid_to DATE, 
	CONSTRAINT pk_leadership PRIMARY KEY (id), 
	CONSTRAINT ck_leadership_deputies_have_an_end CHECK (position = 'head' OR valid_to IS NOT NULL), 
	CONSTRAINT ck_leadership_ends_after_start CHECK (valid_to IS NULL OR valid_to >= valid_from), 
	CONSTRAINT fk_leadership_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_leadership_unit_id FOREIGN KEY(unit_id) REFERENCES org_unit (id), 
	CONSTRAINT ck_leadership_position CHECK (position IN ('head', 'deputy'))
);
INSERT INTO "leadership" VALUES(1,2,2,'head','2020-01-01',NULL);
CREATE TABLE lease (
	name VARCHAR NOT NULL, 
	holder VARCHAR NOT NULL, 
	fence INTEGER NOT NULL, 
	until DATETIME NOT NULL, 
	CONSTRAINT pk_lease PRIMARY KEY (name)
);
CREATE TABLE level (
	framework_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	title VARCHAR NOT NULL, 
	title_en VARCHAR NOT NULL, 
	CONSTRAINT pk_level PRIMARY KEY (framework_id, number), 
	CONSTRAINT ck_level_number_is_small CHECK (number BETWEEN 0 AND 9), 
	CONSTRAINT fk_level_framework_id FOREIGN KEY(framework_id) REFERENCES framework (id)
);
INSERT INTO "level" VALUES(1,0,'Stufe 0','Level 0');
INSERT INTO "level" VALUES(1,1,'Stufe 1','Level 1');
INSERT INTO "level" VALUES(1,2,'Stufe 2','Level 2');
INSERT INTO "level" VALUES(1,3,'Stufe 3','Level 3');
INSERT INTO "level" VALUES(1,4,'Stufe 4','Level 4');
INSERT INTO "level" VALUES(2,0,'Stufe 0','Level 0');
INSERT INTO "level" VALUES(2,1,'Stufe 1','Level 1');
INSERT INTO "level" VALUES(2,2,'Stufe 2','Level 2');
INSERT INTO "level" VALUES(2,3,'Stufe 3','Level 3');
INSERT INTO "level" VALUES(2,4,'Stufe 4','Level 4');
CREATE TABLE level_description (
	competence_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	behaviour VARCHAR NOT NULL, 
	CONSTRAINT pk_level_description PRIMARY KEY (competence_id, number), 
	CONSTRAINT fk_level_description_competence_id FOREIGN KEY(competence_id) REFERENCES competence (id)
);
INSERT INTO "level_description" VALUES(1,1,'Ich kann Stufe 1.');
INSERT INTO "level_description" VALUES(1,2,'Ich kann Stufe 2.');
INSERT INTO "level_description" VALUES(1,3,'Ich kann Stufe 3.');
INSERT INTO "level_description" VALUES(1,4,'Ich kann Stufe 4.');
INSERT INTO "level_description" VALUES(2,1,'Ich kann Stufe 1.');
INSERT INTO "level_description" VALUES(2,2,'Ich kann Stufe 2.');
INSERT INTO "level_description" VALUES(2,3,'Ich kann Stufe 3.');
INSERT INTO "level_description" VALUES(2,4,'Ich kann Stufe 4.');
CREATE TABLE mail (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	"values" JSON NOT NULL, 
	path VARCHAR NOT NULL, 
	queued_at DATETIME NOT NULL, 
	due_at DATETIME NOT NULL, 
	stage VARCHAR(32) NOT NULL, 
	failures INTEGER NOT NULL, 
	sent_at DATETIME, 
	CONSTRAINT pk_mail PRIMARY KEY (id), 
	CONSTRAINT fk_mail_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT ck_mail_kind CHECK (kind IN ('booking-requested', 'booking-confirmed', 'booking-waitlisted', 'booking-declined', 'booking-cancelled', 'seat-offered', 'offer-expired', 'decision-waiting')), 
	CONSTRAINT ck_mail_mailstage CHECK (stage IN ('waiting', 'sent', 'dead'))
);
INSERT INTO "mail" VALUES(1,1,'booking-confirmed','{"title": "Konferenz", "place": "Rathaus", "starts_at": "2026-12-22T04:41:06.504010+00:00", "expires_at": null, "note": null}','/events','2026-11-22 04:41:06.521377','2026-11-22 04:41:06.521377','waiting',0,NULL);
INSERT INTO "mail" VALUES(2,2,'booking-waitlisted','{"title": "Konferenz", "place": "Rathaus", "starts_at": "2026-12-22T04:41:06.504010+00:00", "expires_at": null, "note": null}','/events','2026-11-22 04:41:06.529256','2026-11-22 04:41:06.529256','waiting',0,NULL);
INSERT INTO "mail" VALUES(3,4,'booking-waitlisted','{"title": "Konferenz", "place": "Rathaus", "starts_at": "2026-12-22T04:41:06.504010+00:00", "expires_at": null, "note": null}','/events','2026-11-22 04:41:06.533333','2026-11-22 04:41:06.533333','waiting',0,NULL);
CREATE TABLE notice (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	"values" JSON NOT NULL, 
	path VARCHAR NOT NULL, 
	at DATETIME NOT NULL, 
	read_at DATETIME, 
	CONSTRAINT pk_notice PRIMARY KEY (id), 
	CONSTRAINT fk_notice_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT ck_notice_kind CHECK (kind IN ('booking-requested', 'booking-confirmed', 'booking-waitlisted', 'booking-declined', 'booking-cancelled', 'seat-offered', 'offer-expired', 'decision-waiting'))
);
INSERT INTO "notice" VALUES(1,1,'booking-confirmed','{"title": "Konferenz", "place": "Rathaus", "starts_at": "2026-12-22T04:41:06.504010+00:00", "expires_at": null, "note": null}','/events','2026-11-22 04:41:06.521377',NULL);
INSERT INTO "notice" VALUES(2,2,'booking-waitlisted','{"title": "Konferenz", "place": "Rathaus", "starts_at": "2026-12-22T04:41:06.504010+00:00", "expires_at": null, "note": null}','/events','2026-11-22 04:41:06.529256',NULL);
INSERT INTO "notice" VALUES(3,4,'booking-waitlisted','{"title": "Konferenz", "place": "Rathaus", "starts_at": "2026-12-22T04:41:06.504010+00:00", "expires_at": null, "note": null}','/events','2026-11-22 04:41:06.533333',NULL);
CREATE TABLE offer (
	id INTEGER NOT NULL, 
	booking_id INTEGER NOT NULL, 
	made_at DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	answered_at DATETIME, 
	CONSTRAINT pk_offer PRIMARY KEY (id), 
	CONSTRAINT ck_offer_expires_after_made CHECK (expires_at >= made_at), 
	CONSTRAINT fk_offer_booking_id FOREIGN KEY(booking_id) REFERENCES booking (id), 
	CONSTRAINT uq_offer_booking_id UNIQUE (booking_id)
);
CREATE TABLE org_unit (
	id INTEGER NOT NULL, 
	parent_id INTEGER, 
	path VARCHAR NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	name VARCHAR NOT NULL, 
	short_name VARCHAR NOT NULL, 
	CONSTRAINT pk_org_unit PRIMARY KEY (id), 
	CONSTRAINT fk_org_unit_parent_id FOREIGN KEY(parent_id) REFERENCES org_unit (id), 
	CONSTRAINT uq_org_unit_path UNIQUE (path), 
	CONSTRAINT ck_org_unit_unitkind CHECK (kind IN ('house', 'department', 'office', 'division', 'section'))
);
INSERT INTO "org_unit" VALUES(1,NULL,'/1/','house','Stadt Probe','Stadt Pr');
INSERT INTO "org_unit" VALUES(2,1,'/1/2/','office','Bürgeramt','Bürgeram');
INSERT INTO "org_unit" VALUES(3,1,'/1/3/','office','Tiefbauamt','Tiefbaua');
CREATE TABLE organiser (
	bookable_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	CONSTRAINT pk_organiser PRIMARY KEY (bookable_id, person_id), 
	CONSTRAINT fk_organiser_bookable_id FOREIGN KEY(bookable_id) REFERENCES bookable (id), 
	CONSTRAINT fk_organiser_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
CREATE TABLE outcome (
	course_id INTEGER NOT NULL, 
	competence_id INTEGER NOT NULL, 
	from_level INTEGER NOT NULL, 
	to_level INTEGER NOT NULL, 
	CONSTRAINT pk_outcome PRIMARY KEY (course_id, competence_id), 
	CONSTRAINT ck_outcome_leads_upwards CHECK (to_level > from_level AND from_level >= 0), 
	CONSTRAINT fk_outcome_competence_id FOREIGN KEY(competence_id) REFERENCES competence (id), 
	CONSTRAINT fk_outcome_course_id FOREIGN KEY(course_id) REFERENCES course (id)
);
INSERT INTO "outcome" VALUES(1,1,0,2);
CREATE TABLE person (
	id INTEGER NOT NULL, 
	personnel_number VARCHAR NOT NULL, 
	given_name VARCHAR NOT NULL, 
	family_name VARCHAR NOT NULL, 
	email VARCHAR, 
	unit_id INTEGER NOT NULL, 
	job_id INTEGER, 
	weekly_percent INTEGER NOT NULL, 
	language VARCHAR NOT NULL, 
	entered_on DATE NOT NULL, 
	left_on DATE, 
	CONSTRAINT pk_person PRIMARY KEY (id), 
	CONSTRAINT ck_person_email_is_lower_case CHECK (email = lower(email)), 
	CONSTRAINT ck_person_left_after_entering CHECK (left_on IS NULL OR left_on >= entered_on), 
	CONSTRAINT ck_person_weekly_percent_is_a_share CHECK (weekly_percent BETWEEN 1 AND 100), 
	CONSTRAINT fk_person_job_id FOREIGN KEY(job_id) REFERENCES job (id), 
	CONSTRAINT fk_person_unit_id FOREIGN KEY(unit_id) REFERENCES org_unit (id), 
	CONSTRAINT uq_person_email UNIQUE (email), 
	CONSTRAINT uq_person_personnel_number UNIQUE (personnel_number)
);
INSERT INTO "person" VALUES(1,'1003','Ada','Ahrens','ada.1003@stadt.example',2,NULL,100,'de','2020-01-01',NULL);
INSERT INTO "person" VALUES(2,'1004','Max','Mohr','max.1004@stadt.example',2,NULL,100,'de','2020-01-01',NULL);
INSERT INTO "person" VALUES(3,'1005','Lin','Lorenz','lin.1005@stadt.example',1,NULL,100,'de','2020-01-01',NULL);
INSERT INTO "person" VALUES(4,'1006','Zoe','Zander','zoe.1006@stadt.example',3,NULL,100,'de','2020-01-01',NULL);
CREATE TABLE "plan" (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	weekly_minutes INTEGER NOT NULL, 
	changed_at DATETIME NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_plan PRIMARY KEY (id), 
	CONSTRAINT ck_plan_weekly_minutes_are_sensible CHECK (weekly_minutes BETWEEN 15 AND 1200), 
	CONSTRAINT fk_plan_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT uq_plan_person_id UNIQUE (person_id)
);
INSERT INTO "plan" VALUES(1,1,60,'2026-11-22 04:41:06.499935',2);
CREATE TABLE plan_item (
	id INTEGER NOT NULL, 
	plan_id INTEGER NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	title VARCHAR NOT NULL, 
	course_id INTEGER, 
	event_id INTEGER, 
	competence_id INTEGER, 
	target_level INTEGER, 
	minutes INTEGER NOT NULL, 
	due_on DATE, 
	position INTEGER NOT NULL, 
	reason VARCHAR NOT NULL, 
	done_on DATE, 
	added_at DATETIME NOT NULL, 
	removed_at DATETIME, 
	CONSTRAINT pk_plan_item PRIMARY KEY (id), 
	CONSTRAINT ck_plan_item_target_both_or_neither CHECK ((competence_id IS NULL) = (target_level IS NULL)), 
	CONSTRAINT ck_plan_item_minutes_are_not_negative CHECK (minutes >= 0), 
	CONSTRAINT fk_plan_item_competence_id FOREIGN KEY(competence_id) REFERENCES competence (id), 
	CONSTRAINT fk_plan_item_course_id FOREIGN KEY(course_id) REFERENCES course (id) ON DELETE SET NULL, 
	CONSTRAINT fk_plan_item_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE SET NULL, 
	CONSTRAINT fk_plan_item_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (id), 
	CONSTRAINT ck_plan_item_itemkind CHECK (kind IN ('course', 'event', 'own'))
);
INSERT INTO "plan_item" VALUES(1,1,'own','Üben',NULL,NULL,NULL,NULL,30,NULL,1,'',NULL,'2026-11-22 04:41:06.499844',NULL);
CREATE TABLE pool (
	id INTEGER NOT NULL, 
	bookable_id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	capacity INTEGER, 
	allowance INTEGER NOT NULL, 
	CONSTRAINT pk_pool PRIMARY KEY (id), 
	CONSTRAINT ck_pool_allowance_is_not_negative CHECK (allowance >= 0), 
	CONSTRAINT ck_pool_capacity_is_not_negative CHECK (capacity >= 0), 
	CONSTRAINT fk_pool_bookable_id FOREIGN KEY(bookable_id) REFERENCES bookable (id), 
	CONSTRAINT uq_pool_bookable_id_name UNIQUE (bookable_id, name)
);
INSERT INTO "pool" VALUES(1,1,'total',1,0);
CREATE TABLE prerequisite (
	course_id INTEGER NOT NULL, 
	required_id INTEGER NOT NULL, 
	CONSTRAINT pk_prerequisite PRIMARY KEY (course_id, required_id), 
	CONSTRAINT ck_prerequisite_not_itself CHECK (course_id <> required_id), 
	CONSTRAINT fk_prerequisite_course_id FOREIGN KEY(course_id) REFERENCES course (id), 
	CONSTRAINT fk_prerequisite_required_id FOREIGN KEY(required_id) REFERENCES course (id)
);
CREATE TABLE profile (
	id INTEGER NOT NULL, 
	"key" VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	title_en VARCHAR NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	body_html VARCHAR NOT NULL, 
	retired_at DATETIME, 
	origin VARCHAR, 
	origin_hash VARCHAR, 
	edited_at DATETIME, 
	CONSTRAINT pk_profile PRIMARY KEY (id), 
	CONSTRAINT uq_profile_key UNIQUE ("key"), 
	CONSTRAINT uq_profile_origin UNIQUE (origin), 
	CONSTRAINT ck_profile_profilekind CHECK (kind IN ('job', 'role', 'leadership'))
);
INSERT INTO "profile" VALUES(1,'profile-1017','Digitallotse','Digitallotse','role','<p>Wozu.</p>',NULL,NULL,NULL,NULL);
CREATE TABLE profile_family (
	profile_id INTEGER NOT NULL, 
	family_id INTEGER NOT NULL, 
	CONSTRAINT pk_profile_family PRIMARY KEY (profile_id, family_id), 
	CONSTRAINT fk_profile_family_family_id FOREIGN KEY(family_id) REFERENCES job_family (id), 
	CONSTRAINT fk_profile_family_profile_id FOREIGN KEY(profile_id) REFERENCES profile (id), 
	CONSTRAINT uq_profile_family_family_id UNIQUE (family_id)
);
CREATE TABLE read_audit (
	id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	viewer_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	category VARCHAR NOT NULL, 
	purpose VARCHAR NOT NULL, 
	CONSTRAINT pk_read_audit PRIMARY KEY (id), 
	CONSTRAINT fk_read_audit_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_read_audit_viewer_id FOREIGN KEY(viewer_id) REFERENCES person (id)
);
CREATE TABLE role_grant (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	role VARCHAR(32) NOT NULL, 
	scope_id INTEGER, 
	valid_from DATE NOT NULL, 
	valid_to DATE, 
	CONSTRAINT pk_role_grant PRIMARY KEY (id), 
	CONSTRAINT ck_role_grant_ends_after_start CHECK (valid_to IS NULL OR valid_to >= valid_from), 
	CONSTRAINT fk_role_grant_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_role_grant_scope_id FOREIGN KEY(scope_id) REFERENCES org_unit (id), 
	CONSTRAINT ck_role_grant_role CHECK (role IN ('hr', 'organiser', 'administrator', 'auditor'))
);
INSERT INTO "role_grant" VALUES(1,3,'hr',NULL,'2020-01-01',NULL);
CREATE TABLE session (
	id INTEGER NOT NULL, 
	course_id INTEGER NOT NULL, 
	bookable_id INTEGER NOT NULL, 
	trainer VARCHAR NOT NULL, 
	origin VARCHAR, 
	CONSTRAINT pk_session PRIMARY KEY (id), 
	CONSTRAINT fk_session_bookable_id FOREIGN KEY(bookable_id) REFERENCES bookable (id), 
	CONSTRAINT fk_session_course_id FOREIGN KEY(course_id) REFERENCES course (id), 
	CONSTRAINT uq_session_bookable_id UNIQUE (bookable_id), 
	CONSTRAINT uq_session_origin UNIQUE (origin)
);
CREATE TABLE sign_in (
	id INTEGER NOT NULL, 
	token_hash VARCHAR NOT NULL, 
	person_id INTEGER NOT NULL, 
	began_at DATETIME NOT NULL, 
	seen_at DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	ended_at DATETIME, 
	device VARCHAR NOT NULL, 
	CONSTRAINT pk_sign_in PRIMARY KEY (id), 
	CONSTRAINT fk_sign_in_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT uq_sign_in_token_hash UNIQUE (token_hash)
);
INSERT INTO "sign_in" VALUES(1,'fcdcdbb0cd7cfea0980e129e4a46863e6dd4efaec4f319982ec2023dd3c78f7f',1,'2026-11-22 04:41:06.534968','2026-11-22 04:41:06.534968','2026-11-22 14:41:06.534968',NULL,'test');
CREATE TABLE span (
	id INTEGER NOT NULL, 
	bookable_id INTEGER NOT NULL, 
	starts_at DATETIME NOT NULL, 
	ends_at DATETIME NOT NULL, 
	CONSTRAINT pk_span PRIMARY KEY (id), 
	CONSTRAINT ck_span_ends_after_start CHECK (ends_at > starts_at), 
	CONSTRAINT fk_span_bookable_id FOREIGN KEY(bookable_id) REFERENCES bookable (id)
);
INSERT INTO "span" VALUES(1,1,'2026-12-22 04:41:06.504010','2026-12-22 06:41:06.504010');
CREATE TABLE statement (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	competence_id INTEGER NOT NULL, 
	level INTEGER NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	actor_id INTEGER, 
	observed_on DATE NOT NULL, 
	recorded_at DATETIME NOT NULL, 
	source VARCHAR, 
	note VARCHAR, 
	retracts_id INTEGER, 
	CONSTRAINT pk_statement PRIMARY KEY (id), 
	CONSTRAINT ck_statement_self_is_by_the_person CHECK ((kind = 'self') = (actor_id = person_id) OR actor_id IS NULL), 
	CONSTRAINT ck_statement_level_is_on_a_scale CHECK (level BETWEEN 0 AND 9), 
	CONSTRAINT fk_statement_actor_id FOREIGN KEY(actor_id) REFERENCES person (id), 
	CONSTRAINT fk_statement_competence_id FOREIGN KEY(competence_id) REFERENCES competence (id), 
	CONSTRAINT fk_statement_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_statement_retracts_id FOREIGN KEY(retracts_id) REFERENCES statement (id), 
	CONSTRAINT uq_statement_retracts_id UNIQUE (retracts_id), 
	CONSTRAINT ck_statement_kind CHECK (kind IN ('self', 'leader', 'colleague', 'assessor', 'test', 'completion', 'attendance', 'practice', 'external'))
);
INSERT INTO "statement" VALUES(1,1,1,1,'self',1,'2026-11-22','2026-11-22 04:41:06.459172',NULL,NULL,NULL);
INSERT INTO "statement" VALUES(2,1,1,2,'completion',NULL,'2026-11-22','2026-11-22 04:41:06.492784','Daten verstehen',NULL,NULL);
CREATE TABLE static_page (
	id INTEGER NOT NULL, 
	slug VARCHAR NOT NULL, 
	language VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	body_html VARCHAR NOT NULL, 
	origin VARCHAR, 
	origin_hash VARCHAR, 
	edited_at DATETIME, 
	CONSTRAINT pk_static_page PRIMARY KEY (id), 
	CONSTRAINT uq_static_page_origin UNIQUE (origin), 
	CONSTRAINT uq_static_page_slug_language UNIQUE (slug, language)
);
CREATE TABLE target (
	profile_id INTEGER NOT NULL, 
	competence_id INTEGER NOT NULL, 
	level INTEGER NOT NULL, 
	CONSTRAINT pk_target PRIMARY KEY (profile_id, competence_id), 
	CONSTRAINT ck_target_level_is_above_zero CHECK (level BETWEEN 1 AND 9), 
	CONSTRAINT fk_target_competence_id FOREIGN KEY(competence_id) REFERENCES competence (id), 
	CONSTRAINT fk_target_profile_id FOREIGN KEY(profile_id) REFERENCES profile (id)
);
INSERT INTO "target" VALUES(1,1,3);
INSERT INTO "target" VALUES(1,2,2);
CREATE TABLE task (
	id INTEGER NOT NULL, 
	kind VARCHAR NOT NULL, 
	arguments JSON NOT NULL, 
	language VARCHAR NOT NULL, 
	person_id INTEGER, 
	stage VARCHAR(32) NOT NULL, 
	queued_at DATETIME NOT NULL, 
	due_at DATETIME NOT NULL, 
	finished_at DATETIME, 
	tries INTEGER NOT NULL, 
	done_steps INTEGER NOT NULL, 
	all_steps INTEGER NOT NULL, 
	result JSON, 
	trouble VARCHAR, 
	CONSTRAINT pk_task PRIMARY KEY (id), 
	CONSTRAINT ck_task_progress_within_bounds CHECK (done_steps >= 0 AND done_steps <= all_steps), 
	CONSTRAINT fk_task_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT ck_task_stage CHECK (stage IN ('waiting', 'running', 'done', 'failed'))
);
CREATE TABLE unit (
	id INTEGER NOT NULL, 
	course_id INTEGER NOT NULL, 
	"key" VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	minutes INTEGER NOT NULL, 
	body_html VARCHAR NOT NULL, 
	"check" JSON NOT NULL, 
	retired_at DATETIME, 
	origin VARCHAR, 
	origin_hash VARCHAR, 
	edited_at DATETIME, 
	CONSTRAINT pk_unit PRIMARY KEY (id), 
	CONSTRAINT ck_unit_minutes_fit_a_break CHECK (minutes BETWEEN 3 AND 20), 
	CONSTRAINT fk_unit_course_id FOREIGN KEY(course_id) REFERENCES course (id), 
	CONSTRAINT uq_unit_key UNIQUE ("key"), 
	CONSTRAINT uq_unit_origin UNIQUE (origin)
);
INSERT INTO "unit" VALUES(1,1,'unit-1019','Einheit',1019,5,'<p>Text</p>','[]',NULL,NULL,NULL,NULL);
CREATE TABLE unit_progress (
	person_id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	done_at DATETIME NOT NULL, 
	CONSTRAINT pk_unit_progress PRIMARY KEY (person_id, unit_id), 
	CONSTRAINT fk_unit_progress_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_unit_progress_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id)
);
INSERT INTO "unit_progress" VALUES(1,1,'2026-11-22 04:41:06.479667');
CREATE INDEX ix_course_format ON course (format);
CREATE INDEX ix_course_topic ON course (topic);
CREATE INDEX ix_failed_sign_in_account ON failed_sign_in (account, at);
CREATE INDEX ix_failed_sign_in_network ON failed_sign_in (network, at);
CREATE INDEX ix_org_unit_parent_id ON org_unit (parent_id);
CREATE INDEX ix_area_framework_id ON area (framework_id);
CREATE INDEX ix_bookable_starts_at ON bookable (starts_at);
CREATE INDEX ix_job_family_id ON job (family_id);
CREATE INDEX ix_unit_course_position ON unit (course_id, position);
CREATE INDEX ix_competence_area_id ON competence (area_id);
CREATE INDEX ix_person_job_id ON person (job_id);
CREATE INDEX ix_person_names ON person (family_name, given_name);
CREATE INDEX ix_person_unit_id ON person (unit_id);
CREATE INDEX ix_session_course_id ON session (course_id);
CREATE INDEX ix_span_bookable_id ON span (bookable_id);
CREATE INDEX ix_absence_person_id ON absence (person_id);
CREATE INDEX ix_activity_actor_id ON activity (actor_id);
CREATE INDEX ix_activity_subject ON activity (subject_kind, subject_id);
CREATE INDEX ix_booking_line ON booking (bookable_id, state, requested_at, id);
CREATE INDEX ix_booking_person_state ON booking (person_id, state);
CREATE UNIQUE INDEX one_live_booking ON booking (bookable_id, person_id) WHERE state IN ('requested', 'confirmed', 'waitlisted', 'offered');
CREATE INDEX ix_enrolment_course_id ON enrolment (course_id);
CREATE INDEX ix_leadership_person_id ON leadership (person_id);
CREATE INDEX ix_leadership_unit_id ON leadership (unit_id);
CREATE UNIQUE INDEX one_head_until_further_notice ON leadership (unit_id) WHERE position = 'head' AND valid_to IS NULL;
CREATE INDEX ix_mail_due ON mail (stage, due_at);
CREATE INDEX ix_mail_person_id ON mail (person_id);
CREATE INDEX ix_notice_person_at ON notice (person_id, at);
CREATE INDEX ix_organiser_person_id ON organiser (person_id);
CREATE INDEX ix_outcome_competence_id ON outcome (competence_id);
CREATE INDEX ix_read_audit_person_id ON read_audit (person_id);
CREATE INDEX ix_read_audit_viewer_id ON read_audit (viewer_id);
CREATE INDEX ix_role_grant_person_id ON role_grant (person_id);
CREATE INDEX ix_sign_in_person_id ON sign_in (person_id);
CREATE INDEX ix_statement_actor_id ON statement (actor_id);
CREATE INDEX ix_statement_competence_id ON statement (competence_id);
CREATE INDEX ix_statement_person_competence ON statement (person_id, competence_id, observed_on);
CREATE INDEX ix_task_due ON task (stage, due_at);
CREATE INDEX ix_task_person_id ON task (person_id);
CREATE INDEX ix_unit_progress_unit_id ON unit_progress (unit_id);
CREATE INDEX ix_booking_change_booking_id ON booking_change (booking_id);
CREATE INDEX ix_plan_item_course_id ON plan_item (course_id);
CREATE INDEX ix_plan_item_event_id ON plan_item (event_id);
CREATE INDEX ix_plan_item_plan_position ON plan_item (plan_id, position);
CREATE TRIGGER activity_no_update BEFORE UPDATE ON activity
        BEGIN SELECT RAISE(ABORT, 'activity is append-only'); END;
CREATE TRIGGER activity_no_delete BEFORE DELETE ON activity
        WHEN NOT EXISTS (SELECT 1 FROM erasure_switch)
        BEGIN SELECT RAISE(ABORT, 'activity is append-only'); END;
CREATE TRIGGER read_audit_no_update BEFORE UPDATE ON read_audit
        BEGIN SELECT RAISE(ABORT, 'read_audit is append-only'); END;
CREATE TRIGGER read_audit_no_delete BEFORE DELETE ON read_audit
        WHEN NOT EXISTS (SELECT 1 FROM erasure_switch)
        BEGIN SELECT RAISE(ABORT, 'read_audit is append-only'); END;
CREATE TRIGGER statement_no_update BEFORE UPDATE ON statement
        BEGIN SELECT RAISE(ABORT, 'statement is append-only'); END;
CREATE TRIGGER statement_no_delete BEFORE DELETE ON statement
        WHEN NOT EXISTS (SELECT 1 FROM erasure_switch)
        BEGIN SELECT RAISE(ABORT, 'statement is append-only'); END;
CREATE TRIGGER booking_change_no_update BEFORE UPDATE ON booking_change
        BEGIN SELECT RAISE(ABORT, 'booking_change is append-only'); END;
CREATE TRIGGER booking_change_no_delete BEFORE DELETE ON booking_change
        WHEN NOT EXISTS (SELECT 1 FROM erasure_switch)
        BEGIN SELECT RAISE(ABORT, 'booking_change is append-only'); END;
COMMIT;
