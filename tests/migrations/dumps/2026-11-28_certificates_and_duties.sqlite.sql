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
INSERT INTO "absence" VALUES(1,4,'2026-11-29','2026-12-01');
CREATE TABLE "acceptance" (
	id INTEGER NOT NULL, 
	bookable_id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	by_id INTEGER NOT NULL, 
	accepted INTEGER NOT NULL, 
	least_share INTEGER NOT NULL, 
	most_share INTEGER NOT NULL, 
	walk_ins INTEGER NOT NULL, 
	least_arrivals INTEGER NOT NULL, 
	most_arrivals INTEGER NOT NULL, 
	least_coming INTEGER, 
	most_coming INTEGER, 
	least_silent INTEGER, 
	most_silent INTEGER, 
	learnt_from INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_acceptance PRIMARY KEY (id), 
	CONSTRAINT ck_acceptance_shares_in_order CHECK (least_share <= most_share), 
	CONSTRAINT fk_acceptance_bookable_id FOREIGN KEY(bookable_id) REFERENCES bookable (id), 
	CONSTRAINT fk_acceptance_by_id FOREIGN KEY(by_id) REFERENCES person (id), 
	CONSTRAINT ck_acceptance_shares_of_the_coming_in_order CHECK (least_coming <= most_coming), 
	CONSTRAINT ck_acceptance_shares_of_the_silent_in_order CHECK (least_silent <= most_silent)
);
INSERT INTO "acceptance" VALUES(1,15,'2026-11-28 19:19:44.282926',2,22,70,90,1,14,22,NULL,NULL,NULL,NULL,0);
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
INSERT INTO "activity" VALUES(1,'2026-11-28 19:19:43.842278',1,'courses.begun','enrolment',1,'{"course": 1}');
INSERT INTO "activity" VALUES(2,'2026-11-28 19:19:43.859120',1,'courses.completed','enrolment',1,'{"course": 1}');
INSERT INTO "activity" VALUES(3,'2026-11-28 19:19:43.887285',1,'bookings.confirmed','booking',1,'{"bookable": 1, "person": 1}');
INSERT INTO "activity" VALUES(4,'2026-11-28 19:19:43.896561',2,'bookings.waitlisted','booking',2,'{"bookable": 1, "person": 2}');
INSERT INTO "activity" VALUES(5,'2026-11-28 19:19:43.899980',4,'bookings.waitlisted','booking',3,'{"bookable": 1, "person": 4}');
INSERT INTO "activity" VALUES(6,'2026-11-28 19:19:43.908185',2,'people.away','absence',1,'{"person": 4}');
INSERT INTO "activity" VALUES(7,'2026-11-28 19:19:43.972859',2,'competences.stated','statement',5,'{"kind": "leader", "competence": 2}');
INSERT INTO "activity" VALUES(8,'2026-11-28 19:19:43.978909',3,'competences.link-set','competence',1,'{"target": 2}');
INSERT INTO "activity" VALUES(9,'2026-11-28 19:19:43.996720',3,'competences.version-begun','framework',3,'{"predecessor": 1}');
INSERT INTO "activity" VALUES(10,'2026-11-28 19:19:44.075042',2,'competences.stated','statement',6,'{"kind": "leader", "competence": 1}');
INSERT INTO "activity" VALUES(11,'2026-11-28 19:19:44.159136',2,'events.programme_released','programme',1,'{"number": 1}');
INSERT INTO "activity" VALUES(12,'2026-11-28 19:19:44.162970',1,'bookings.confirmed','booking',4,'{"bookable": 3, "person": 1}');
INSERT INTO "activity" VALUES(13,'2026-11-28 19:19:44.173778',1,'bookings.confirmed','booking',5,'{"bookable": 4, "person": 1}');
INSERT INTO "activity" VALUES(14,'2026-11-28 19:19:44.190160',2,'bookings.quotas-set','bookable',3,'{"quotas": "quota-1000001:3", "before": ""}');
INSERT INTO "activity" VALUES(15,'2026-11-28 19:19:44.227370',2,'events.programme_released','programme',2,'{"number": 1}');
INSERT INTO "activity" VALUES(16,'2026-11-28 19:19:44.230580',1,'bookings.confirmed','booking',6,'{"bookable": 8, "person": 1}');
INSERT INTO "activity" VALUES(17,'2026-11-28 19:19:44.244364',1,'bookings.requested','booking',7,'{"bookable": 13, "person": 1}');
INSERT INTO "activity" VALUES(18,'2026-11-28 19:19:44.261986',NULL,'bookings.passed-up','booking',7,'{"unit": 1000000}');
INSERT INTO "activity" VALUES(19,'2026-11-28 19:19:44.289301',2,'bookings.accepting','bookable',15,'{"accepted": 22, "seats": 20, "risk_per_mille": 228}');
INSERT INTO "activity" VALUES(20,'2026-11-28 19:19:44.291329',3,'panels.started','panel',1,'{"size": 2}');
INSERT INTO "activity" VALUES(21,'2026-11-28 19:19:44.298764',3,'panels.asked','panel',1,'{"member": 1}');
INSERT INTO "activity" VALUES(22,'2026-11-28 19:19:44.299879',3,'panels.called','panel',1,'{"closes_on": "2026-12-05", "seed_on": "2026-12-08"}');
INSERT INTO "activity" VALUES(23,'2026-11-28 19:19:44.326497',2,'bookings.arrived','booking',10,'{"bookable": 17, "person": 1}');
INSERT INTO "activity" VALUES(24,'2026-11-28 19:19:44.337196',2,'stands.fair-opened','bookable',18,'{"last_day": "2026-12-05"}');
INSERT INTO "activity" VALUES(25,'2026-11-28 19:19:44.349971',2,'feedback.questions-set','feedback_sheet',1,'{"bookable": 19, "questions": 3}');
INSERT INTO "activity" VALUES(26,'2026-11-28 19:19:44.410604',1,'calendars.feed-opened','person',1,'{}');
CREATE TABLE "agreed_level" (
	talk_id INTEGER NOT NULL, 
	competence_id INTEGER NOT NULL, 
	level INTEGER NOT NULL, 
	target INTEGER, 
	CONSTRAINT pk_agreed_level PRIMARY KEY (talk_id, competence_id), 
	CONSTRAINT fk_agreed_level_talk_id FOREIGN KEY(talk_id) REFERENCES talk (id) ON DELETE CASCADE, 
	CONSTRAINT fk_agreed_level_competence_id FOREIGN KEY(competence_id) REFERENCES competence (id), 
	CONSTRAINT ck_agreed_level_level_is_on_a_scale CHECK (level BETWEEN 0 AND 9), 
	CONSTRAINT ck_agreed_level_target_is_above_zero CHECK (target BETWEEN 1 AND 9)
);
INSERT INTO "agreed_level" VALUES(1,1,2,3);
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('20270105_edition_files');
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
	edited_at DATETIME, revision INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_area PRIMARY KEY (id), 
	CONSTRAINT fk_area_framework_id FOREIGN KEY(framework_id) REFERENCES framework (id), 
	CONSTRAINT uq_area_framework_id_key UNIQUE (framework_id, "key"), 
	CONSTRAINT uq_area_origin UNIQUE (origin)
);
INSERT INTO "area" VALUES(1,1,'area-1005','Daten','Daten',1006,'',NULL,NULL,NULL,0);
INSERT INTO "area" VALUES(2,2,'area-1010','Daten','Daten',1011,'',NULL,NULL,NULL,0);
INSERT INTO "area" VALUES(3,3,'area-1005','Daten','Daten',1006,'',NULL,NULL,NULL,0);
INSERT INTO "area" VALUES(4,4,'area-1032','Daten','Daten',1033,'',NULL,NULL,NULL,0);
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
INSERT INTO "attendance" VALUES(1,10,'2026-11-28','2026-11-28 19:19:44.319492',2);
CREATE TABLE attendance_proof (
	booking_id INTEGER NOT NULL, 
	day DATE NOT NULL, 
	statement_id INTEGER NOT NULL, 
	CONSTRAINT pk_attendance_proof PRIMARY KEY (booking_id, day, statement_id), 
	CONSTRAINT fk_attendance_proof_booking_id FOREIGN KEY(booking_id) REFERENCES booking (id), 
	CONSTRAINT fk_attendance_proof_statement_id FOREIGN KEY(statement_id) REFERENCES statement (id)
);
INSERT INTO "attendance_proof" VALUES(10,'2026-11-28',7);
CREATE TABLE "bookable" (
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
	cancel_reason VARCHAR, 
	is_draft BOOLEAN NOT NULL, 
	part_of_id INTEGER, 
	draw_stage VARCHAR(32), 
	decide_within_days INTEGER DEFAULT '7' NOT NULL, 
	undecided VARCHAR(32) DEFAULT 'pass-up' NOT NULL, 
	hall_limit INTEGER, 
	door_share INTEGER DEFAULT '0' NOT NULL, 
	reconfirm VARCHAR(32) DEFAULT 'where-it-helps' NOT NULL, 
	food_reason VARCHAR, 
	access_reason VARCHAR, 
	CONSTRAINT pk_bookable PRIMARY KEY (id), 
	CONSTRAINT ck_bookable_reason_only_if_cancelled CHECK (cancel_reason IS NULL OR cancelled_at IS NOT NULL), 
	CONSTRAINT ck_bookable_decided_within_sixty_days CHECK (decide_within_days BETWEEN 1 AND 60), 
	CONSTRAINT ck_bookable_door_share_is_not_negative CHECK (door_share >= 0), 
	CONSTRAINT ck_bookable_ends_after_start CHECK (ends_at > starts_at), 
	CONSTRAINT ck_bookable_approved_unasked_only_if_free CHECK (undecided = 'pass-up' OR price_cents = 0), 
	CONSTRAINT ck_bookable_undecided CHECK (undecided IN ('pass-up', 'approve')), 
	CONSTRAINT ck_bookable_closes_before_start CHECK (closes_at <= starts_at), 
	CONSTRAINT ck_bookable_mode CHECK (mode IN ('first-come', 'approval', 'draw', 'invitation', 'drop-in')), 
	CONSTRAINT ck_bookable_reconfirm CHECK (reconfirm IN ('where-it-helps', 'always', 'never')), 
	CONSTRAINT fk_bookable_part_of_id FOREIGN KEY(part_of_id) REFERENCES bookable (id), 
	CONSTRAINT fk_bookable_audience_id FOREIGN KEY(audience_id) REFERENCES org_unit (id), 
	CONSTRAINT ck_bookable_drawstage CHECK (draw_stage IN ('announced', 'fixed', 'drawn', 'done')), 
	CONSTRAINT ck_bookable_kind CHECK (kind IN ('session', 'event', 'slot')), 
	CONSTRAINT ck_bookable_hall_takes_somebody CHECK (hall_limit >= 1), 
	CONSTRAINT uq_bookable_calendar_uid UNIQUE (calendar_uid), 
	CONSTRAINT ck_bookable_food_reason_is_said CHECK (food_reason <> ''), 
	CONSTRAINT ck_bookable_access_reason_is_said CHECK (access_reason <> '')
);
INSERT INTO "bookable" VALUES(1,'event','Konferenz','/events/1','Rathaus','2026-12-28 09:00:00.000000','2026-12-28 11:00:00.000000',NULL,'2026-12-28 09:00:00.000000','2026-12-28 09:00:00.000000','first-come',1,0,NULL,'7de5fe2f21d1cdb7',0,NULL,NULL,0,NULL,NULL,7,'pass-up',NULL,0,'where-it-helps',NULL,NULL);
INSERT INTO "bookable" VALUES(2,'session','Bäume prüfen','/sessions/1','Rathaus','2026-12-28 09:00:00.000000','2026-12-28 11:00:00.000000',NULL,'2026-12-28 09:00:00.000000','2026-12-28 09:00:00.000000','first-come',1,0,NULL,'eae5df3c7e4d1fe3',0,NULL,NULL,0,NULL,NULL,7,'pass-up',NULL,0,'where-it-helps',NULL,NULL);
INSERT INTO "bookable" VALUES(3,'event','Lerntage','/events/2','Rathaus','2026-12-28 07:00:00.000000','2026-12-29 16:00:00.000000',NULL,'2026-12-28 07:00:00.000000','2026-12-28 07:00:00.000000','first-come',1,0,NULL,'4ef7223b17c6d2b2',0,NULL,NULL,0,NULL,NULL,7,'pass-up',NULL,0,'where-it-helps',NULL,NULL);
INSERT INTO "bookable" VALUES(4,'slot','KI im Alltag','/events/2/programme','Saal, Rathaus','2026-12-28 08:00:00.000000','2026-12-28 09:00:00.000000',NULL,'2026-12-28 08:00:00.000000','2026-12-28 08:00:00.000000','first-come',0,0,NULL,'slot-1',0,NULL,NULL,0,3,NULL,7,'pass-up',NULL,0,'where-it-helps',NULL,NULL);
INSERT INTO "bookable" VALUES(5,'slot','Klare Sprache','/events/2/programme','Raum 2, Rathaus','2026-12-28 08:00:00.000000','2026-12-28 09:00:00.000000',NULL,'2026-12-28 08:00:00.000000','2026-12-28 08:00:00.000000','first-come',0,0,NULL,'slot-2',0,NULL,NULL,0,3,NULL,7,'pass-up',NULL,0,'where-it-helps',NULL,NULL);
INSERT INTO "bookable" VALUES(6,'slot','KI im Alltag','/events/2/programme','Saal, Rathaus','2026-12-28 10:00:00.000000','2026-12-28 11:00:00.000000',NULL,'2026-12-28 10:00:00.000000','2026-12-28 10:00:00.000000','first-come',0,0,NULL,'slot-3',0,NULL,NULL,0,3,NULL,7,'pass-up',NULL,0,'where-it-helps',NULL,NULL);
INSERT INTO "bookable" VALUES(7,'slot','Daten lesen','/events/2/programme','Raum 2, Rathaus','2026-12-28 10:00:00.000000','2026-12-28 11:00:00.000000',NULL,'2026-12-28 10:00:00.000000','2026-12-28 10:00:00.000000','first-come',0,0,NULL,'slot-4',0,NULL,NULL,0,3,NULL,7,'pass-up',NULL,0,'where-it-helps',NULL,NULL);
INSERT INTO "bookable" VALUES(8,'event','Lerntage','/events/3','Rathaus','2026-12-28 07:00:00.000000','2026-12-29 16:00:00.000000',NULL,'2026-12-28 07:00:00.000000','2026-12-28 07:00:00.000000','first-come',1,0,NULL,'a902d63d17d5507a',0,NULL,NULL,0,NULL,NULL,7,'pass-up',NULL,0,'where-it-helps',NULL,NULL);
INSERT INTO "bookable" VALUES(9,'slot','KI im Alltag','/events/3/programme','Saal, Rathaus','2026-12-28 08:00:00.000000','2026-12-28 09:00:00.000000','2026-12-28 08:00:00.000000','2026-12-28 08:00:00.000000','2026-12-28 08:00:00.000000','first-come',0,0,NULL,'slot-5',0,NULL,NULL,0,8,NULL,7,'pass-up',NULL,0,'where-it-helps',NULL,NULL);
INSERT INTO "bookable" VALUES(10,'slot','Klare Sprache','/events/3/programme','Raum 2, Rathaus','2026-12-28 08:00:00.000000','2026-12-28 09:00:00.000000','2026-12-28 08:00:00.000000','2026-12-28 08:00:00.000000','2026-12-28 08:00:00.000000','first-come',0,0,NULL,'slot-6',0,NULL,NULL,0,8,NULL,7,'pass-up',NULL,0,'where-it-helps',NULL,NULL);
INSERT INTO "bookable" VALUES(11,'slot','KI im Alltag','/events/3/programme','Saal, Rathaus','2026-12-28 10:00:00.000000','2026-12-28 11:00:00.000000','2026-12-28 10:00:00.000000','2026-12-28 10:00:00.000000','2026-12-28 10:00:00.000000','first-come',0,0,NULL,'slot-7',0,NULL,NULL,0,8,NULL,7,'pass-up',NULL,0,'where-it-helps',NULL,NULL);
INSERT INTO "bookable" VALUES(12,'slot','Daten lesen','/events/3/programme','Raum 2, Rathaus','2026-12-28 10:00:00.000000','2026-12-28 11:00:00.000000','2026-12-28 10:00:00.000000','2026-12-28 10:00:00.000000','2026-12-28 10:00:00.000000','first-come',0,0,NULL,'slot-8',0,NULL,NULL,0,8,NULL,7,'pass-up',NULL,0,'where-it-helps',NULL,NULL);
INSERT INTO "bookable" VALUES(13,'event','Lehrgang','/events/4','Rathaus','2026-12-28 09:00:00.000000','2026-12-28 11:00:00.000000',NULL,'2026-12-28 09:00:00.000000','2026-12-28 09:00:00.000000','approval',1,0,NULL,'221ff458efaf4712',0,NULL,NULL,0,NULL,NULL,7,'pass-up',NULL,0,'where-it-helps',NULL,NULL);
INSERT INTO "bookable" VALUES(14,'event','Rechenzentrum','/events/5','Rathaus','2026-12-28 09:00:00.000000','2026-12-28 11:00:00.000000',NULL,'2026-12-28 09:00:00.000000','2026-12-28 09:00:00.000000','draw',1,0,NULL,'6c44858965712274',0,NULL,NULL,0,NULL,'fixed',7,'pass-up',NULL,0,'where-it-helps',NULL,NULL);
INSERT INTO "bookable" VALUES(15,'event','Versammlung','/events/6','Rathaus','2026-12-28 09:00:00.000000','2026-12-28 11:00:00.000000',NULL,'2026-12-28 09:00:00.000000','2026-12-28 09:00:00.000000','first-come',1,0,NULL,'09848d67fd5be615',0,NULL,NULL,0,NULL,NULL,7,'pass-up',NULL,0,'where-it-helps',NULL,NULL);
INSERT INTO "bookable" VALUES(16,'event','Empfang','/events/7','Rathaus','2026-12-28 09:00:00.000000','2026-12-28 11:00:00.000000',NULL,'2026-12-28 09:00:00.000000','2026-12-28 09:00:00.000000','invitation',1,0,NULL,'36333a284d28291e',0,NULL,NULL,0,NULL,NULL,7,'pass-up',NULL,0,'where-it-helps',NULL,NULL);
INSERT INTO "bookable" VALUES(17,'event','Heute','/events/8','Rathaus','2026-11-28 19:19:44.307953','2026-11-28 21:19:44.307953',NULL,'2026-11-28 19:19:44.307953','2026-11-28 19:19:44.307953','first-come',1,0,NULL,'f9e396a2cae0a792',0,NULL,NULL,0,NULL,NULL,7,'pass-up',NULL,0,'where-it-helps','Damit alle etwas essen können',NULL);
INSERT INTO "bookable" VALUES(18,'event','Messe','/events/9','Rathaus','2026-12-28 09:00:00.000000','2026-12-28 11:00:00.000000',NULL,'2026-12-28 09:00:00.000000','2026-12-28 09:00:00.000000','first-come',1,0,NULL,'ebe4c322dd83dc30',0,NULL,NULL,0,NULL,NULL,7,'pass-up',NULL,0,'where-it-helps',NULL,NULL);
INSERT INTO "bookable" VALUES(19,'event','Neulich','/events/10','Rathaus','2026-11-25 09:00:00.000000','2026-11-25 11:00:00.000000',NULL,'2026-11-25 09:00:00.000000','2026-11-25 09:00:00.000000','first-come',1,0,NULL,'ef446214c8be10fd',0,NULL,NULL,0,NULL,NULL,7,'pass-up',NULL,0,'where-it-helps',NULL,NULL);
CREATE TABLE "booking" (
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
	rank INTEGER DEFAULT '1000000' NOT NULL, 
	decide_by DATETIME, 
	passed_to_id INTEGER, 
	CONSTRAINT pk_booking PRIMARY KEY (id), 
	CONSTRAINT ck_booking_decided_both_or_neither CHECK ((decided_at IS NULL) = (decided_by_id IS NULL)), 
	CONSTRAINT ck_booking_decided_both_or_neither CHECK ((decided_at IS NULL) = (decided_by_id IS NULL)), 
	CONSTRAINT ck_booking_decided_both_or_neither CHECK ((decided_at IS NULL) = (decided_by_id IS NULL)), 
	CONSTRAINT ck_booking_only_requests_wait_for_a_decision CHECK (decide_by IS NULL OR state = 'requested'), 
	CONSTRAINT ck_booking_only_requests_wait_for_a_decision CHECK (decide_by IS NULL OR state = 'requested'), 
	CONSTRAINT ck_booking_only_requests_wait_for_a_decision CHECK (decide_by IS NULL OR state = 'requested'), 
	CONSTRAINT ck_booking_state CHECK (state IN ('requested', 'confirmed', 'waitlisted', 'offered', 'declined', 'cancelled')), 
	CONSTRAINT ck_booking_state CHECK (state IN ('requested', 'confirmed', 'waitlisted', 'offered', 'declined', 'cancelled')), 
	CONSTRAINT ck_booking_state CHECK (state IN ('requested', 'confirmed', 'waitlisted', 'offered', 'declined', 'cancelled')), 
	CONSTRAINT ck_booking_state CHECK (state IN ('requested', 'confirmed', 'waitlisted', 'offered', 'declined', 'cancelled')), 
	CONSTRAINT ck_booking_decided_both_or_neither CHECK ((decided_at IS NULL) = (decided_by_id IS NULL)), 
	CONSTRAINT ck_booking_only_requests_wait_for_a_decision CHECK (decide_by IS NULL OR state = 'requested'), 
	CONSTRAINT fk_booking_bookable_id FOREIGN KEY(bookable_id) REFERENCES bookable (id), 
	CONSTRAINT ck_booking_way CHECK (way IN ('self', 'approval', 'wishes', 'handover', 'leader', 'draw', 'door', 'invitation', 'organiser')), 
	CONSTRAINT fk_booking_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_booking_decided_by_id FOREIGN KEY(decided_by_id) REFERENCES person (id), 
	CONSTRAINT fk_booking_passed_to_id FOREIGN KEY(passed_to_id) REFERENCES org_unit (id)
);
INSERT INTO "booking" VALUES(1,1,1,'confirmed','self','2026-11-28 19:19:43.876170',0,NULL,NULL,NULL,NULL,1000000,NULL,NULL);
INSERT INTO "booking" VALUES(2,1,2,'waitlisted','self','2026-11-28 19:19:43.894138',0,NULL,NULL,NULL,NULL,1000000,NULL,NULL);
INSERT INTO "booking" VALUES(3,1,4,'waitlisted','self','2026-11-28 19:19:43.897889',0,NULL,NULL,NULL,NULL,1000000,NULL,NULL);
INSERT INTO "booking" VALUES(4,3,1,'confirmed','self','2026-11-28 19:19:44.160298',0,NULL,NULL,NULL,NULL,1000000,NULL,NULL);
INSERT INTO "booking" VALUES(5,4,1,'confirmed','self','2026-11-28 19:19:44.166919',0,NULL,NULL,NULL,NULL,1000000,NULL,NULL);
INSERT INTO "booking" VALUES(6,8,1,'confirmed','self','2026-11-28 19:19:44.228357',0,NULL,NULL,NULL,NULL,1000000,NULL,NULL);
INSERT INTO "booking" VALUES(7,13,1,'requested','self','2026-11-28 19:19:44.238990',0,NULL,NULL,NULL,NULL,1000000,'2026-12-12 22:59:00.000000',1000000);
INSERT INTO "booking" VALUES(8,14,1,'requested','self','2026-11-28 19:19:44.269337',0,NULL,NULL,NULL,NULL,1000000,NULL,NULL);
INSERT INTO "booking" VALUES(9,14,4,'requested','self','2026-11-28 19:19:44.270398',0,NULL,NULL,NULL,NULL,1000000,NULL,NULL);
INSERT INTO "booking" VALUES(10,17,1,'confirmed','self','2026-11-28 19:19:44.315999',0,NULL,NULL,NULL,NULL,1000000,NULL,NULL);
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
INSERT INTO "booking_change" VALUES(1,1,'2026-11-28 19:19:43.876170',1,NULL,'confirmed','');
INSERT INTO "booking_change" VALUES(2,2,'2026-11-28 19:19:43.894138',2,NULL,'waitlisted','');
INSERT INTO "booking_change" VALUES(3,3,'2026-11-28 19:19:43.897889',4,NULL,'waitlisted','');
INSERT INTO "booking_change" VALUES(4,4,'2026-11-28 19:19:44.160298',1,NULL,'confirmed','');
INSERT INTO "booking_change" VALUES(5,5,'2026-11-28 19:19:44.166919',1,NULL,'confirmed','');
INSERT INTO "booking_change" VALUES(6,6,'2026-11-28 19:19:44.228357',1,NULL,'confirmed','');
INSERT INTO "booking_change" VALUES(7,7,'2026-11-28 19:19:44.238990',1,NULL,'requested','');
CREATE TABLE buddy_note (
	id INTEGER NOT NULL, 
	pair_id INTEGER NOT NULL, 
	author_id INTEGER NOT NULL, 
	day DATE NOT NULL, 
	body VARCHAR NOT NULL, 
	changed_at DATETIME NOT NULL, 
	CONSTRAINT pk_buddy_note PRIMARY KEY (id), 
	CONSTRAINT fk_buddy_note_author_id FOREIGN KEY(author_id) REFERENCES person (id), 
	CONSTRAINT fk_buddy_note_pair_id FOREIGN KEY(pair_id) REFERENCES buddy_pair (id) ON DELETE CASCADE, 
	CONSTRAINT uq_buddy_note_pair_id_author_id_day UNIQUE (pair_id, author_id, day)
);
INSERT INTO "buddy_note" VALUES(1,1,4,'2026-11-28','Wegweiser zeigen.','2026-11-28 19:19:44.102928');
CREATE TABLE buddy_pair (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	buddy_id INTEGER NOT NULL, 
	asked_by_id INTEGER, 
	asked_at DATETIME NOT NULL, 
	accepted_at DATETIME, 
	declined_at DATETIME, 
	weekday INTEGER NOT NULL, 
	time TIME NOT NULL, 
	until DATE NOT NULL, 
	ended_at DATETIME, 
	ended_by_id INTEGER, 
	CONSTRAINT pk_buddy_pair PRIMARY KEY (id), 
	CONSTRAINT ck_buddy_pair_ended_both_or_neither CHECK ((ended_at IS NULL) = (ended_by_id IS NULL)), 
	CONSTRAINT ck_buddy_pair_accepted_or_declined CHECK (accepted_at IS NULL OR declined_at IS NULL), 
	CONSTRAINT ck_buddy_pair_not_oneself CHECK (buddy_id <> person_id), 
	CONSTRAINT ck_buddy_pair_weekday_is_a_working_day CHECK (weekday BETWEEN 0 AND 4), 
	CONSTRAINT fk_buddy_pair_asked_by_id FOREIGN KEY(asked_by_id) REFERENCES person (id), 
	CONSTRAINT fk_buddy_pair_buddy_id FOREIGN KEY(buddy_id) REFERENCES person (id), 
	CONSTRAINT fk_buddy_pair_ended_by_id FOREIGN KEY(ended_by_id) REFERENCES person (id), 
	CONSTRAINT fk_buddy_pair_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
INSERT INTO "buddy_pair" VALUES(1,1,4,2,'2026-11-28 19:19:44.092892','2026-11-28 19:19:44.096515',NULL,2,'10:00:00.000000','2027-02-20',NULL,NULL);
CREATE TABLE buddy_skip (
	pair_id INTEGER NOT NULL, 
	day DATE NOT NULL, 
	CONSTRAINT pk_buddy_skip PRIMARY KEY (pair_id, day), 
	CONSTRAINT fk_buddy_skip_pair_id FOREIGN KEY(pair_id) REFERENCES buddy_pair (id) ON DELETE CASCADE
);
CREATE TABLE calendar_feed (
	person_id INTEGER NOT NULL, 
	token_hash VARCHAR NOT NULL, 
	made_at DATETIME NOT NULL, 
	CONSTRAINT pk_calendar_feed PRIMARY KEY (person_id), 
	CONSTRAINT fk_calendar_feed_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT uq_calendar_feed_token_hash UNIQUE (token_hash)
);
INSERT INTO "calendar_feed" VALUES(1,'02fbf9dc3df21369f47a03723353ba31377d1867d51eae9dd5ca6141c45ec507','2026-11-28 19:19:44.410546');
CREATE TABLE catalogue_stamp (
	id INTEGER NOT NULL, 
	stamp VARCHAR NOT NULL, 
	CONSTRAINT pk_catalogue_stamp PRIMARY KEY (id)
);
INSERT INTO "catalogue_stamp" VALUES(1,'bfb95eab2cd58a20');
CREATE TABLE certificate (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	course_id INTEGER NOT NULL, 
	completed_on DATE NOT NULL, 
	serial VARCHAR NOT NULL, 
	code VARCHAR NOT NULL, 
	language VARCHAR NOT NULL, 
	words JSON NOT NULL, 
	issued_at DATETIME NOT NULL, 
	valid_until DATE, 
	revoked_at DATETIME, 
	revoked_by_id INTEGER, 
	reason VARCHAR, 
	replaceable BOOLEAN NOT NULL, 
	CONSTRAINT pk_certificate PRIMARY KEY (id), 
	CONSTRAINT ck_certificate_revoked_with_a_reason CHECK ((revoked_at IS NULL) = (reason IS NULL)), 
	CONSTRAINT fk_certificate_person_id FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE CASCADE, 
	CONSTRAINT fk_certificate_course_id FOREIGN KEY(course_id) REFERENCES course (id), 
	CONSTRAINT fk_certificate_revoked_by_id FOREIGN KEY(revoked_by_id) REFERENCES person (id) ON DELETE SET NULL, 
	CONSTRAINT uq_certificate_serial UNIQUE (serial), 
	CONSTRAINT uq_certificate_code UNIQUE (code)
);
INSERT INTO "certificate" VALUES(1,1,1,'2026-11-28','2026-7K3F9QXM2B4THW5ZC8RD','7K3F9QXM2B4THW5ZC8RD','de','{"operator": "Stadt Probe", "letterhead": [], "title": "Bescheinigung", "name": "Ada Ahrens", "said": "hat", "course": "Daten verstehen", "course_language": "de", "lines": [["Nummer", "7K3F9QXM2B4THW5ZC8RD"]], "closing": "Ende", "abilities_title": "Danach", "abilities": ["Zahlen pr\u00fcfen"]}','2026-11-28 19:19:44.406589',NULL,NULL,NULL,NULL,0);
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
	edited_at DATETIME, fades_after_months INTEGER DEFAULT '24' CONSTRAINT ck_competence_fades_within_ten_years CHECK (fades_after_months BETWEEN 1 AND 120), expires_after_months INTEGER CONSTRAINT ck_competence_expires_within_ten_years CHECK (expires_after_months BETWEEN 1 AND 120), revision INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_competence PRIMARY KEY (id), 
	CONSTRAINT fk_competence_area_id FOREIGN KEY(area_id) REFERENCES area (id), 
	CONSTRAINT uq_competence_key UNIQUE ("key"), 
	CONSTRAINT uq_competence_origin UNIQUE (origin)
);
INSERT INTO "competence" VALUES(1,1,'competence-1007','Daten erheben','Daten erheben',1008,'Worum es geht.',NULL,NULL,NULL,'2026-11-28 19:19:43.978900',24,NULL,1);
INSERT INTO "competence" VALUES(2,2,'competence-1012','Klar schreiben','Klar schreiben',1013,'Worum es geht.',NULL,NULL,NULL,NULL,24,NULL,0);
INSERT INTO "competence" VALUES(3,3,'competence-1007.next','Daten erheben','Daten erheben',1008,'Worum es geht.',NULL,NULL,NULL,NULL,24,NULL,0);
INSERT INTO "competence" VALUES(4,4,'competence-1034','Daten erheben','Daten erheben',1035,'Worum es geht.',NULL,NULL,NULL,NULL,24,NULL,0);
CREATE TABLE "competence_link" (
	from_id INTEGER NOT NULL, 
	to_id INTEGER NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	carries BOOLEAN NOT NULL, 
	merges BOOLEAN DEFAULT 0 NOT NULL, 
	CONSTRAINT pk_competence_link PRIMARY KEY (from_id, to_id), 
	CONSTRAINT ck_competence_link_linkkind CHECK (kind IN ('exact', 'broader', 'narrower', 'related', 'replaced-by')), 
	CONSTRAINT fk_competence_link_to_id FOREIGN KEY(to_id) REFERENCES competence (id), 
	CONSTRAINT fk_competence_link_from_id FOREIGN KEY(from_id) REFERENCES competence (id), 
	CONSTRAINT ck_competence_link_leads_elsewhere CHECK (from_id <> to_id)
);
INSERT INTO "competence_link" VALUES(1,2,'related',0,0);
INSERT INTO "competence_link" VALUES(3,2,'related',0,0);
CREATE TABLE counted_in (
	booking_id INTEGER NOT NULL, 
	pool_id INTEGER NOT NULL, 
	CONSTRAINT pk_counted_in PRIMARY KEY (booking_id, pool_id), 
	CONSTRAINT fk_counted_in_booking_id FOREIGN KEY(booking_id) REFERENCES booking (id), 
	CONSTRAINT fk_counted_in_pool_id FOREIGN KEY(pool_id) REFERENCES pool (id)
);
INSERT INTO "counted_in" VALUES(4,8);
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
	edited_at DATETIME, target_groups JSON DEFAULT '[]' NOT NULL, 
	CONSTRAINT pk_course PRIMARY KEY (id), 
	CONSTRAINT ck_course_effort_is_not_negative CHECK (effort_minutes >= 0), 
	CONSTRAINT uq_course_origin UNIQUE (origin), 
	CONSTRAINT uq_course_slug UNIQUE (slug), 
	CONSTRAINT ck_course_format CHECK (format IN ('self-paced', 'seminar', 'external')), 
	CONSTRAINT ck_course_topic CHECK (topic IN ('data', 'digital', 'communication', 'self-management', 'leadership', 'safety', 'projects'))
);
INSERT INTO "course" VALUES(1,'course-1015','Daten verstehen','self-paced','data','de','Worum es geht.','["Zahlen pr\u00fcfen"]','Alle.',NULL,NULL,10,'<p>Inhalt</p>','daten verstehen','daten verstehen worum es geht','2026-11-28 19:19:43.829193',NULL,NULL,NULL,NULL,'["everybody"]');
INSERT INTO "course" VALUES(2,'course-1020','Bäume prüfen','self-paced','data','de','Worum es geht.','["Zahlen pr\u00fcfen"]','Alle.',NULL,NULL,10,'<p>Inhalt</p>','baeume pruefen baume prufen','baeume pruefen worum es geht baume prufen worum es geht','2026-11-28 19:19:43.909332',NULL,NULL,NULL,NULL,'["everybody"]');
INSERT INTO "course" VALUES(3,'course-1021','Bäume kennen','self-paced','data','de','Worum es geht.','["Zahlen pr\u00fcfen"]','Alle.',NULL,NULL,10,'<p>Inhalt</p>','baeume kennen baume kennen','baeume kennen worum es geht baume kennen worum es geht','2026-11-28 19:19:43.910370',NULL,NULL,NULL,NULL,'["everybody"]');
CREATE TABLE course_file (
	id INTEGER NOT NULL, 
	course_id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	size INTEGER NOT NULL, 
	digest VARCHAR NOT NULL, 
	stored_as VARCHAR NOT NULL, 
	CONSTRAINT pk_course_file PRIMARY KEY (id), 
	CONSTRAINT ck_course_file_size_is_positive CHECK (size > 0), 
	CONSTRAINT fk_course_file_course_id FOREIGN KEY(course_id) REFERENCES course (id), 
	CONSTRAINT uq_course_file_course_id_name UNIQUE (course_id, name), 
	CONSTRAINT uq_course_file_stored_as UNIQUE (stored_as), 
	CONSTRAINT ck_course_file_mediatype CHECK (kind IN ('png', 'jpeg', 'webp', 'mp4', 'webm', 'mp3', 'ogg', 'vtt', 'pdf', 'docx', 'xlsx', 'odt', 'ods', 'txt', 'csv'))
);
CREATE TABLE course_qualification (
	course_id INTEGER NOT NULL, 
	qualification_id INTEGER NOT NULL, 
	effect VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_course_qualification PRIMARY KEY (course_id, qualification_id, effect), 
	CONSTRAINT ck_course_qualification_effect CHECK (effect IN ('grants', 'renews', 'requires')), 
	CONSTRAINT fk_course_qualification_course_id FOREIGN KEY(course_id) REFERENCES course (id), 
	CONSTRAINT fk_course_qualification_qualification_id FOREIGN KEY(qualification_id) REFERENCES qualification (id)
);
INSERT INTO "course_qualification" VALUES(1,1,'grants');
CREATE TABLE credential (
	person_id INTEGER NOT NULL, 
	password_hash VARCHAR NOT NULL, 
	changed_at DATETIME NOT NULL, 
	CONSTRAINT pk_credential PRIMARY KEY (person_id), 
	CONSTRAINT fk_credential_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
INSERT INTO "credential" VALUES(4,'$argon2id$v=19$m=8,t=3,p=1$p5wwSNrO7v9DExFktzsK7w$olruPLGvpVbChCBluU598i7pga3vzqra0leT+D78v0k','2026-11-28 19:19:43.908656');
CREATE TABLE date_wish (
	person_id INTEGER NOT NULL, 
	course_id INTEGER NOT NULL, 
	wished_at DATETIME NOT NULL, 
	CONSTRAINT pk_date_wish PRIMARY KEY (person_id, course_id), 
	CONSTRAINT fk_date_wish_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_date_wish_course_id FOREIGN KEY(course_id) REFERENCES course (id)
);
CREATE TABLE "door" (
	id INTEGER NOT NULL, 
	bookable_id INTEGER NOT NULL, 
	day DATE NOT NULL, 
	name VARCHAR NOT NULL, 
	token_hash VARCHAR NOT NULL, 
	opened_at DATETIME NOT NULL, 
	opened_by_id INTEGER NOT NULL, 
	closed_at DATETIME, 
	places INTEGER DEFAULT '0' NOT NULL, 
	heard_at DATETIME, 
	CONSTRAINT pk_door PRIMARY KEY (id), 
	CONSTRAINT fk_door_bookable_id FOREIGN KEY(bookable_id) REFERENCES bookable (id), 
	CONSTRAINT ck_door_closed_after_opened CHECK (closed_at IS NULL OR closed_at >= opened_at), 
	CONSTRAINT fk_door_opened_by_id FOREIGN KEY(opened_by_id) REFERENCES person (id), 
	CONSTRAINT uq_door_token_hash UNIQUE (token_hash), 
	CONSTRAINT ck_door_has_no_fewer_than_no_places CHECK (places >= 0)
);
INSERT INTO "door" VALUES(1,17,'2026-11-28','Haupteingang','76f61e16befea31e9a3053cc446bd721e903f1c964342d205ca01d2aa558481f','2026-11-28 19:19:44.316904',2,NULL,0,NULL);
CREATE TABLE door_note (
	id VARCHAR NOT NULL, 
	door_id INTEGER NOT NULL, 
	booking_id INTEGER NOT NULL, 
	act VARCHAR(32) NOT NULL, 
	at DATETIME NOT NULL, 
	outcome VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_door_note PRIMARY KEY (id), 
	CONSTRAINT ck_door_note_act CHECK (act IN ('came', 'asks', 'undoes')), 
	CONSTRAINT ck_door_note_outcome CHECK (outcome IN ('welcome', 'there', 'twice', 'without-seat', 'undone', 'refused', 'unknown')), 
	CONSTRAINT fk_door_note_booking_id FOREIGN KEY(booking_id) REFERENCES booking (id), 
	CONSTRAINT fk_door_note_door_id FOREIGN KEY(door_id) REFERENCES door (id)
);
CREATE TABLE edition (
	id INTEGER NOT NULL, 
	slug VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	title VARCHAR NOT NULL, 
	search_title VARCHAR NOT NULL, 
	problem_count INTEGER NOT NULL, 
	base INTEGER, 
	note VARCHAR NOT NULL, 
	answer VARCHAR NOT NULL, 
	author_id INTEGER, 
	reviewer_id INTEGER, 
	changed_at DATETIME NOT NULL, 
	published_at DATETIME, 
	CONSTRAINT pk_edition PRIMARY KEY (id), 
	CONSTRAINT fk_edition_author_id FOREIGN KEY(author_id) REFERENCES person (id), 
	CONSTRAINT fk_edition_reviewer_id FOREIGN KEY(reviewer_id) REFERENCES person (id), 
	CONSTRAINT uq_edition_slug_number UNIQUE (slug, number), 
	CONSTRAINT ck_edition_editionstate CHECK (state IN ('draft', 'review', 'published', 'retired'))
);
INSERT INTO "edition" VALUES(1,'daten',1,'draft','Daten verstehen','daten verstehen',0,NULL,'','',3,NULL,'2026-11-28 19:19:44.397122',NULL);
CREATE TABLE edition_file (
	id INTEGER NOT NULL, 
	edition_id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	words VARCHAR NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	size INTEGER NOT NULL, 
	digest VARCHAR NOT NULL, 
	stored_as VARCHAR NOT NULL, 
	CONSTRAINT pk_edition_file PRIMARY KEY (id), 
	CONSTRAINT ck_edition_file_size_is_positive CHECK (size > 0), 
	CONSTRAINT fk_edition_file_edition_id FOREIGN KEY(edition_id) REFERENCES edition (id), 
	CONSTRAINT uq_edition_file_edition_id_name UNIQUE (edition_id, name), 
	CONSTRAINT ck_edition_file_mediatype CHECK (kind IN ('png', 'jpeg', 'webp', 'mp4', 'webm', 'mp3', 'ogg', 'vtt', 'pdf', 'docx', 'xlsx', 'odt', 'ods', 'txt', 'csv'))
);
INSERT INTO "edition_file" VALUES(1,1,'weg.txt','Der Weg','txt',7,'2287b3fb327f739e62224afceb13c4a6ec278249e3fc0353048f8855f306cb7d','d2f605c3613ab8cdeac0b647aeed3814');
CREATE TABLE edition_part (
	id INTEGER NOT NULL, 
	edition_id INTEGER NOT NULL, 
	path VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	revision INTEGER NOT NULL, 
	author_id INTEGER, 
	changed_at DATETIME NOT NULL, 
	CONSTRAINT pk_edition_part PRIMARY KEY (id), 
	CONSTRAINT fk_edition_part_edition_id FOREIGN KEY(edition_id) REFERENCES edition (id), 
	CONSTRAINT fk_edition_part_author_id FOREIGN KEY(author_id) REFERENCES person (id), 
	CONSTRAINT uq_edition_part_edition_id_path UNIQUE (edition_id, path)
);
INSERT INTO "edition_part" VALUES(1,1,'course.md','---
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
---
Inhalt
',0,NULL,'2026-11-28 19:19:44.397122');
INSERT INTO "edition_part" VALUES(2,1,'units/10-text.md','Eins',0,NULL,'2026-11-28 19:19:44.397122');
CREATE TABLE "enrolment" (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	course_id INTEGER NOT NULL, 
	begun_at DATETIME NOT NULL, 
	completed_on DATE, 
	left_at DATETIME, 
	session_id INTEGER, again_since DATETIME, 
	CONSTRAINT pk_enrolment PRIMARY KEY (id), 
	CONSTRAINT fk_enrolment_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_enrolment_course_id FOREIGN KEY(course_id) REFERENCES course (id), 
	CONSTRAINT uq_enrolment_person_id_course_id UNIQUE (person_id, course_id), 
	CONSTRAINT ck_enrolment_completed_or_left CHECK (completed_on IS NULL OR left_at IS NULL), 
	CONSTRAINT fk_enrolment_session_id FOREIGN KEY(session_id) REFERENCES session (id), 
	CONSTRAINT ck_enrolment_noted_only_if_completed CHECK (session_id IS NULL OR completed_on IS NOT NULL)
);
INSERT INTO "enrolment" VALUES(1,1,1,'2026-11-28 19:19:43.840999','2026-11-28',NULL,NULL,NULL);
CREATE TABLE erasure_switch (
	id INTEGER NOT NULL, 
	CONSTRAINT pk_erasure_switch PRIMARY KEY (id)
);
CREATE TABLE "event" (
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
	body VARCHAR NOT NULL, 
	link VARCHAR, 
	revision INTEGER NOT NULL, 
	series_id INTEGER, 
	series_day DATE, 
	CONSTRAINT pk_event PRIMARY KEY (id), 
	CONSTRAINT uq_event_bookable_id UNIQUE (bookable_id), 
	CONSTRAINT fk_event_bookable_id FOREIGN KEY(bookable_id) REFERENCES bookable (id), 
	CONSTRAINT uq_event_origin UNIQUE (origin), 
	CONSTRAINT uq_event_key UNIQUE ("key"), 
	CONSTRAINT fk_event_series_id FOREIGN KEY(series_id) REFERENCES event_series (id), 
	CONSTRAINT uq_event_series_id_series_day UNIQUE (series_id, series_day), 
	CONSTRAINT ck_event_series_with_its_day CHECK ((series_id IS NULL) = (series_day IS NULL))
);
INSERT INTO "event" VALUES(1,'event-1017','Konferenz','Worum es geht.','<p>Programm</p>',1,'2026-11-28 19:19:43.871604',NULL,NULL,NULL,'',NULL,0,NULL,NULL);
INSERT INTO "event" VALUES(2,'event-1024','Lerntage','Worum es geht.','<p>Programm</p>',3,'2026-11-28 19:19:44.118626',NULL,NULL,NULL,'',NULL,0,NULL,NULL);
INSERT INTO "event" VALUES(3,'event-1025','Lerntage','Worum es geht.','<p>Programm</p>',8,'2026-11-28 19:19:44.199636',NULL,NULL,NULL,'',NULL,0,NULL,NULL);
INSERT INTO "event" VALUES(4,'event-1026','Lehrgang','Worum es geht.','<p>Programm</p>',13,'2026-11-28 19:19:44.237426',NULL,NULL,NULL,'',NULL,0,NULL,NULL);
INSERT INTO "event" VALUES(5,'event-1027','Rechenzentrum','Worum es geht.','<p>Programm</p>',14,'2026-11-28 19:19:44.268382',NULL,NULL,NULL,'',NULL,0,NULL,NULL);
INSERT INTO "event" VALUES(6,'event-1028','Versammlung','Worum es geht.','<p>Programm</p>',15,'2026-11-28 19:19:44.281378',NULL,NULL,NULL,'',NULL,0,NULL,NULL);
INSERT INTO "event" VALUES(7,'event-1029','Empfang','Worum es geht.','<p>Programm</p>',16,'2026-11-28 19:19:44.306124',NULL,NULL,NULL,'',NULL,0,NULL,NULL);
INSERT INTO "event" VALUES(8,'event-1030','Heute','Worum es geht.','<p>Programm</p>',17,'2026-11-28 19:19:44.309423',NULL,NULL,NULL,'',NULL,0,NULL,NULL);
INSERT INTO "event" VALUES(9,'event-1036','Messe','Worum es geht.','<p>Programm</p>',18,'2026-11-28 19:19:44.334482',NULL,NULL,NULL,'',NULL,0,NULL,NULL);
INSERT INTO "event" VALUES(10,'event-1043','Neulich','Worum es geht.','<p>Programm</p>',19,'2026-11-28 19:19:44.345148',NULL,NULL,NULL,'',NULL,0,NULL,NULL);
CREATE TABLE event_mark (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	event_id INTEGER, 
	series_id INTEGER, 
	marked_at DATETIME NOT NULL, 
	CONSTRAINT pk_event_mark PRIMARY KEY (id), 
	CONSTRAINT ck_event_mark_of_a_date_or_a_series CHECK ((event_id IS NULL) <> (series_id IS NULL)), 
	CONSTRAINT fk_event_mark_event_id FOREIGN KEY(event_id) REFERENCES event (id), 
	CONSTRAINT fk_event_mark_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_event_mark_series_id FOREIGN KEY(series_id) REFERENCES event_series (id), 
	CONSTRAINT uq_event_mark_person_id_event_id UNIQUE (person_id, event_id), 
	CONSTRAINT uq_event_mark_person_id_series_id UNIQUE (person_id, series_id)
);
CREATE TABLE event_outcome (
	event_id INTEGER NOT NULL, 
	competence_id INTEGER NOT NULL, 
	level INTEGER NOT NULL, 
	CONSTRAINT pk_event_outcome PRIMARY KEY (event_id, competence_id), 
	CONSTRAINT ck_event_outcome_level_is_on_a_scale CHECK (level BETWEEN 1 AND 9), 
	CONSTRAINT fk_event_outcome_competence_id FOREIGN KEY(competence_id) REFERENCES competence (id), 
	CONSTRAINT fk_event_outcome_event_id FOREIGN KEY(event_id) REFERENCES event (id)
);
INSERT INTO "event_outcome" VALUES(8,4,1);
CREATE TABLE event_room (
	id INTEGER NOT NULL, 
	programme_id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	capacity INTEGER NOT NULL, 
	CONSTRAINT pk_event_room PRIMARY KEY (id), 
	CONSTRAINT ck_event_room_capacity_is_positive CHECK (capacity > 0), 
	CONSTRAINT fk_event_room_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id), 
	CONSTRAINT uq_event_room_programme_id_name UNIQUE (programme_id, name)
);
INSERT INTO "event_room" VALUES(1,1,'Saal',40);
INSERT INTO "event_room" VALUES(2,1,'Raum 2',10);
INSERT INTO "event_room" VALUES(3,2,'Saal',40);
INSERT INTO "event_room" VALUES(4,2,'Raum 2',10);
CREATE TABLE event_series (
	id INTEGER NOT NULL, 
	"key" VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	place VARCHAR NOT NULL, 
	rule VARCHAR NOT NULL, 
	first_on DATE NOT NULL, 
	starts TIME NOT NULL, 
	ends TIME NOT NULL, 
	calendar_sequence INTEGER NOT NULL, 
	CONSTRAINT pk_event_series PRIMARY KEY (id), 
	CONSTRAINT ck_event_series_ends_after_start CHECK (ends > starts), 
	CONSTRAINT uq_event_series_key UNIQUE ("key")
);
CREATE TABLE evidence (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	proof VARCHAR(32) NOT NULL, 
	title VARCHAR NOT NULL, 
	text VARCHAR NOT NULL, 
	link VARCHAR, 
	file_id INTEGER, 
	happened_on DATE NOT NULL, 
	valid_until DATE, 
	version INTEGER NOT NULL, 
	changed_at DATETIME NOT NULL, 
	withdrawn_at DATETIME, 
	CONSTRAINT pk_evidence PRIMARY KEY (id), 
	CONSTRAINT ck_evidence_ends_after_start CHECK (valid_until IS NULL OR valid_until >= happened_on), 
	CONSTRAINT fk_evidence_file_id FOREIGN KEY(file_id) REFERENCES stored_file (id), 
	CONSTRAINT fk_evidence_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT uq_evidence_file_id UNIQUE (file_id), 
	CONSTRAINT ck_evidence_proof CHECK (proof IN ('external', 'practice'))
);
INSERT INTO "evidence" VALUES(1,1,'external','Lehrgang','Was ich getan habe.',NULL,NULL,'2026-10-29',NULL,1,'2026-11-28 19:19:43.918972',NULL);
CREATE TABLE evidence_claim (
	evidence_id INTEGER NOT NULL, 
	competence_id INTEGER NOT NULL, 
	level INTEGER NOT NULL, 
	statement_id INTEGER, 
	CONSTRAINT pk_evidence_claim PRIMARY KEY (evidence_id, competence_id), 
	CONSTRAINT ck_evidence_claim_level_is_above_zero CHECK (level BETWEEN 1 AND 9), 
	CONSTRAINT fk_evidence_claim_competence_id FOREIGN KEY(competence_id) REFERENCES competence (id), 
	CONSTRAINT fk_evidence_claim_evidence_id FOREIGN KEY(evidence_id) REFERENCES evidence (id), 
	CONSTRAINT fk_evidence_claim_statement_id FOREIGN KEY(statement_id) REFERENCES statement (id), 
	CONSTRAINT uq_evidence_claim_statement_id UNIQUE (statement_id)
);
INSERT INTO "evidence_claim" VALUES(1,1,2,3);
INSERT INTO "evidence_claim" VALUES(1,2,1,4);
CREATE TABLE failed_sign_in (
	id INTEGER NOT NULL, 
	account VARCHAR NOT NULL, 
	network VARCHAR NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_failed_sign_in PRIMARY KEY (id)
);
CREATE TABLE fair (
	id INTEGER NOT NULL, 
	bookable_id INTEGER NOT NULL, 
	last_day DATE NOT NULL, 
	CONSTRAINT pk_fair PRIMARY KEY (id), 
	CONSTRAINT fk_fair_bookable_id FOREIGN KEY(bookable_id) REFERENCES bookable (id), 
	CONSTRAINT uq_fair_bookable_id UNIQUE (bookable_id)
);
INSERT INTO "fair" VALUES(1,18,'2026-12-05');
CREATE TABLE feedback_question (
	id INTEGER NOT NULL, 
	sheet_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	text VARCHAR NOT NULL, 
	CONSTRAINT pk_feedback_question PRIMARY KEY (id), 
	CONSTRAINT fk_feedback_question_sheet_id FOREIGN KEY(sheet_id) REFERENCES feedback_sheet (id), 
	CONSTRAINT ck_feedback_question_kind CHECK (kind IN ('scale', 'yes-no', 'text'))
);
INSERT INTO "feedback_question" VALUES(1,1,1,'scale','Wie nützlich war es?');
INSERT INTO "feedback_question" VALUES(2,1,2,'yes-no','Würden Sie es empfehlen?');
INSERT INTO "feedback_question" VALUES(3,1,3,'text','Was sollte anders sein?');
CREATE TABLE feedback_sheet (
	id INTEGER NOT NULL, 
	bookable_id INTEGER NOT NULL, 
	asked_on DATE, 
	closes_on DATE, 
	CONSTRAINT pk_feedback_sheet PRIMARY KEY (id), 
	CONSTRAINT ck_feedback_sheet_asked_until_a_day CHECK ((asked_on IS NULL) = (closes_on IS NULL)), 
	CONSTRAINT ck_feedback_sheet_there_is_time_to_answer CHECK (closes_on > asked_on), 
	CONSTRAINT fk_feedback_sheet_bookable_id FOREIGN KEY(bookable_id) REFERENCES bookable (id), 
	CONSTRAINT uq_feedback_sheet_bookable_id UNIQUE (bookable_id)
);
INSERT INTO "feedback_sheet" VALUES(1,19,'2026-11-28','2026-12-12');
CREATE TABLE feedback_tally (
	question_id INTEGER NOT NULL, 
	value VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	CONSTRAINT pk_feedback_tally PRIMARY KEY (question_id, value), 
	CONSTRAINT ck_feedback_tally_number_is_not_negative CHECK (number >= 0), 
	CONSTRAINT fk_feedback_tally_question_id FOREIGN KEY(question_id) REFERENCES feedback_question (id)
);
INSERT INTO "feedback_tally" VALUES(1,'1',1);
INSERT INTO "feedback_tally" VALUES(1,'2',1);
INSERT INTO "feedback_tally" VALUES(1,'3',0);
INSERT INTO "feedback_tally" VALUES(1,'4',2);
INSERT INTO "feedback_tally" VALUES(1,'5',1);
INSERT INTO "feedback_tally" VALUES(1,'not-said',0);
INSERT INTO "feedback_tally" VALUES(2,'yes',5);
INSERT INTO "feedback_tally" VALUES(2,'no',0);
INSERT INTO "feedback_tally" VALUES(2,'not-said',0);
CREATE TABLE feedback_text (
	id INTEGER NOT NULL, 
	question_id INTEGER NOT NULL, 
	body VARCHAR NOT NULL, 
	is_released BOOLEAN NOT NULL, 
	CONSTRAINT pk_feedback_text PRIMARY KEY (id), 
	CONSTRAINT fk_feedback_text_question_id FOREIGN KEY(question_id) REFERENCES feedback_question (id)
);
INSERT INTO "feedback_text" VALUES(999349192009798,3,'Ein Satz ohne Namen',1);
INSERT INTO "feedback_text" VALUES(2923481618690057,3,'Ein Satz ohne Namen',1);
INSERT INTO "feedback_text" VALUES(5203475388396529,3,'Ein Satz ohne Namen',1);
INSERT INTO "feedback_text" VALUES(5758704648656604,3,'Ein Satz ohne Namen',1);
INSERT INTO "feedback_text" VALUES(5787625541790435,3,'Ein Satz ohne Namen',1);
CREATE TABLE feedback_turn (
	sheet_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	has_answered BOOLEAN NOT NULL, 
	CONSTRAINT pk_feedback_turn PRIMARY KEY (sheet_id, person_id), 
	CONSTRAINT fk_feedback_turn_sheet_id FOREIGN KEY(sheet_id) REFERENCES feedback_sheet (id), 
	CONSTRAINT fk_feedback_turn_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
INSERT INTO "feedback_turn" VALUES(1,5,1);
INSERT INTO "feedback_turn" VALUES(1,6,1);
INSERT INTO "feedback_turn" VALUES(1,7,1);
INSERT INTO "feedback_turn" VALUES(1,8,1);
INSERT INTO "feedback_turn" VALUES(1,9,1);
CREATE TABLE figure (
	id INTEGER NOT NULL, 
	ledger_id INTEGER NOT NULL, 
	cell VARCHAR NOT NULL, 
	released_on DATE NOT NULL, 
	size INTEGER NOT NULL, 
	counts JSON, 
	is_shown BOOLEAN NOT NULL, 
	members JSON NOT NULL, 
	CONSTRAINT pk_figure PRIMARY KEY (id), 
	CONSTRAINT ck_figure_counts_only_where_shown CHECK (is_shown OR counts IS NULL), 
	CONSTRAINT fk_figure_ledger_id FOREIGN KEY(ledger_id) REFERENCES ledger (id)
);
INSERT INTO "figure" VALUES(1,1,'all','2026-11-28',5,NULL,1,'["1a7c7cf5523cd884", "4570813a95085185", "8ababa2e85b25e75", "a361cfc24f40c7bb", "d132e9bb9cdcae06"]');
INSERT INTO "figure" VALUES(2,2,'all','2026-11-28',5,'{"1": 1, "2": 1, "3": 0, "4": 2, "5": 1, "not-said": 0}',1,'["6441a7f1e9a5991e", "6b7a2522b39c6d0d", "923020726fe249fe", "bacce1873c684490", "fb61aa954f19921e"]');
INSERT INTO "figure" VALUES(3,3,'all','2026-11-28',5,NULL,0,'["7392427fee537f87", "7f55853c68b25d61", "8b259c4fdaedbdd9", "ee1f7f722261a236", "f2cb99b8ad27ee85"]');
CREATE TABLE figure_reader (
	id INTEGER NOT NULL, 
	figure_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	read_on DATE NOT NULL, 
	CONSTRAINT pk_figure_reader PRIMARY KEY (id), 
	CONSTRAINT fk_figure_reader_figure_id FOREIGN KEY(figure_id) REFERENCES figure (id), 
	CONSTRAINT fk_figure_reader_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
CREATE TABLE forecast_score (
	acceptance_id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	coming INTEGER NOT NULL, 
	silent INTEGER NOT NULL, 
	unasked INTEGER NOT NULL, 
	least_arrivals INTEGER NOT NULL, 
	most_arrivals INTEGER NOT NULL, 
	came INTEGER NOT NULL, 
	walked_in INTEGER NOT NULL, 
	CONSTRAINT pk_forecast_score PRIMARY KEY (acceptance_id), 
	CONSTRAINT ck_forecast_score_walk_ins_came CHECK (walked_in <= came), 
	CONSTRAINT fk_forecast_score_acceptance_id FOREIGN KEY(acceptance_id) REFERENCES acceptance (id)
);
CREATE TABLE "framework" (
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
	position INTEGER DEFAULT '100' NOT NULL, 
	revision INTEGER DEFAULT '0' NOT NULL, 
	predecessor_id INTEGER, 
	body VARCHAR NOT NULL, 
	CONSTRAINT pk_framework PRIMARY KEY (id), 
	CONSTRAINT uq_framework_key UNIQUE ("key"), 
	CONSTRAINT uq_framework_origin UNIQUE (origin), 
	CONSTRAINT ck_framework_stage CHECK (stage IN ('draft', 'published', 'outdated')), 
	FOREIGN KEY(predecessor_id) REFERENCES framework (id)
);
INSERT INTO "framework" VALUES(1,'framework-1004','Kompetenzen','Kompetenzen','1','published','',NULL,NULL,NULL,100,0,NULL,'');
INSERT INTO "framework" VALUES(2,'framework-1009','Kompetenzen','Kompetenzen','1','published','',NULL,NULL,NULL,100,0,NULL,'');
INSERT INTO "framework" VALUES(3,'framework-1004.next','Kompetenzen','Kompetenzen','2','draft','',NULL,NULL,NULL,100,0,1,'');
INSERT INTO "framework" VALUES(4,'framework-1031','Kompetenzen','Kompetenzen','1','published','',NULL,NULL,NULL,100,0,NULL,'');
CREATE TABLE goal (
	person_id INTEGER NOT NULL, 
	profile_id INTEGER NOT NULL, 
	chosen_at DATETIME NOT NULL, 
	CONSTRAINT pk_goal PRIMARY KEY (person_id), 
	CONSTRAINT fk_goal_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_goal_profile_id FOREIGN KEY(profile_id) REFERENCES profile (id)
);
INSERT INTO "goal" VALUES(1,1,'2026-11-28 19:19:43.821009');
CREATE TABLE handover (
	id INTEGER NOT NULL, 
	booking_id INTEGER NOT NULL, 
	to_id INTEGER NOT NULL, 
	wanted_id INTEGER, 
	stage VARCHAR(32) NOT NULL, 
	proposed_at DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	answered_at DATETIME, 
	CONSTRAINT pk_handover PRIMARY KEY (id), 
	CONSTRAINT ck_handover_stage CHECK (stage IN ('open', 'accepted', 'declined', 'withdrawn', 'lapsed')), 
	CONSTRAINT ck_handover_expires_after_proposed CHECK (expires_at >= proposed_at), 
	CONSTRAINT ck_handover_ended_at_a_moment CHECK ((stage = 'open') = (answered_at IS NULL)), 
	CONSTRAINT fk_handover_booking_id FOREIGN KEY(booking_id) REFERENCES booking (id), 
	CONSTRAINT fk_handover_to_id FOREIGN KEY(to_id) REFERENCES person (id), 
	CONSTRAINT fk_handover_wanted_id FOREIGN KEY(wanted_id) REFERENCES bookable (id)
);
INSERT INTO "handover" VALUES(1,4,4,NULL,'open','2026-11-28 19:19:44.192259','2026-12-02 15:00:00.000000',NULL);
CREATE TABLE holding (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	qualification_id INTEGER NOT NULL, 
	since DATE NOT NULL, 
	valid_until DATE, 
	source VARCHAR(32) NOT NULL, 
	detail VARCHAR NOT NULL, 
	path VARCHAR, 
	recorded_at DATETIME NOT NULL, 
	recorded_by_id INTEGER, 
	retracts_id INTEGER, 
	CONSTRAINT pk_holding PRIMARY KEY (id), 
	CONSTRAINT ck_holding_source CHECK (source IN ('course', 'attendance', 'record', 'entry')), 
	CONSTRAINT ck_holding_ends_after_it_begins CHECK (valid_until >= since), 
	CONSTRAINT fk_holding_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_holding_qualification_id FOREIGN KEY(qualification_id) REFERENCES qualification (id), 
	CONSTRAINT fk_holding_recorded_by_id FOREIGN KEY(recorded_by_id) REFERENCES person (id), 
	CONSTRAINT fk_holding_retracts_id FOREIGN KEY(retracts_id) REFERENCES holding (id), 
	CONSTRAINT uq_holding_retracts_id UNIQUE (retracts_id)
);
INSERT INTO "holding" VALUES(1,1,1,'2026-11-18','2027-11-18','record','',NULL,'2026-11-28 19:19:44.404008',NULL,NULL);
CREATE TABLE "inquiry" (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	asked_id INTEGER NOT NULL, 
	asked_as VARCHAR(32) NOT NULL, 
	evidence_id INTEGER, 
	evidence_version INTEGER, 
	note VARCHAR NOT NULL, 
	asked_at DATETIME NOT NULL, 
	ends_on DATE NOT NULL, 
	stage VARCHAR(32) NOT NULL, 
	word VARCHAR NOT NULL, 
	answered_at DATETIME, 
	CONSTRAINT pk_inquiry PRIMARY KEY (id), 
	CONSTRAINT ck_inquiry_answered_at_some_time CHECK ((stage IN ('open', 'withdrawn')) = (answered_at IS NULL)), 
	CONSTRAINT ck_inquiry_asks_somebody_else CHECK (asked_id <> person_id), 
	CONSTRAINT ck_inquiry_evidence_and_version_or_neither CHECK ((evidence_id IS NULL) = (evidence_version IS NULL)), 
	CONSTRAINT ck_inquiry_inquirystage CHECK (stage IN ('open', 'answered', 'confirmed', 'unable', 'declined', 'withdrawn')), 
	CONSTRAINT ck_inquiry_asks_somebody_else CHECK (asked_id <> person_id), 
	CONSTRAINT ck_inquiry_evidence_and_version_or_neither CHECK ((evidence_id IS NULL) = (evidence_version IS NULL)), 
	CONSTRAINT fk_inquiry_asked_id FOREIGN KEY(asked_id) REFERENCES person (id), 
	CONSTRAINT ck_inquiry_answered_at_some_time CHECK ((stage IN ('open', 'withdrawn')) = (answered_at IS NULL)), 
	CONSTRAINT ck_inquiry_askedas CHECK (asked_as IN ('leader', 'colleague', 'assessor')), 
	CONSTRAINT ck_inquiry_inquirystage CHECK (stage IN ('open', 'answered', 'confirmed', 'unable', 'declined', 'withdrawn')), 
	CONSTRAINT fk_inquiry_evidence_id FOREIGN KEY(evidence_id) REFERENCES evidence (id), 
	CONSTRAINT fk_inquiry_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
INSERT INTO "inquiry" VALUES(1,1,4,'colleague',1,1,'Bitte','2026-11-28 19:19:43.941205','2026-12-05','open','',NULL);
INSERT INTO "inquiry" VALUES(2,1,2,'leader',NULL,NULL,'','2026-11-26 19:19:43.944803','2026-12-12','answered','Gesehen.','2026-11-28 19:19:43.972929');
CREATE TABLE inquiry_line (
	inquiry_id INTEGER NOT NULL, 
	competence_id INTEGER NOT NULL, 
	statement_id INTEGER, 
	CONSTRAINT pk_inquiry_line PRIMARY KEY (inquiry_id, competence_id), 
	CONSTRAINT fk_inquiry_line_competence_id FOREIGN KEY(competence_id) REFERENCES competence (id), 
	CONSTRAINT fk_inquiry_line_inquiry_id FOREIGN KEY(inquiry_id) REFERENCES inquiry (id), 
	CONSTRAINT fk_inquiry_line_statement_id FOREIGN KEY(statement_id) REFERENCES statement (id), 
	CONSTRAINT uq_inquiry_line_statement_id UNIQUE (statement_id)
);
INSERT INTO "inquiry_line" VALUES(2,2,5);
CREATE TABLE invitation (
	id INTEGER NOT NULL, 
	bookable_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	reply VARCHAR(32) NOT NULL, 
	invited_at DATETIME NOT NULL, 
	invited_by_id INTEGER NOT NULL, 
	answer_by DATETIME NOT NULL, 
	answered_at DATETIME, 
	CONSTRAINT pk_invitation PRIMARY KEY (id), 
	CONSTRAINT ck_invitation_reply CHECK (reply IN ('open', 'accepted', 'declined')), 
	CONSTRAINT ck_invitation_answered_after_it_was_made CHECK (answer_by >= invited_at), 
	CONSTRAINT ck_invitation_answered_at_a_moment CHECK ((reply = 'open') = (answered_at IS NULL)), 
	CONSTRAINT fk_invitation_bookable_id FOREIGN KEY(bookable_id) REFERENCES bookable (id), 
	CONSTRAINT fk_invitation_invited_by_id FOREIGN KEY(invited_by_id) REFERENCES person (id), 
	CONSTRAINT fk_invitation_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT uq_invitation_bookable_id_person_id UNIQUE (bookable_id, person_id)
);
INSERT INTO "invitation" VALUES(1,16,1,'open','2026-11-28 19:19:44.307038',2,'2026-11-29 19:19:44.307038',NULL);
CREATE TABLE job (
	id INTEGER NOT NULL, 
	family_id INTEGER NOT NULL, 
	title VARCHAR NOT NULL, 
	grade VARCHAR(32) NOT NULL, 
	CONSTRAINT pk_job PRIMARY KEY (id), 
	CONSTRAINT fk_job_family_id FOREIGN KEY(family_id) REFERENCES job_family (id), 
	CONSTRAINT ck_job_grade CHECK (grade IN ('head-of-department', 'head-of-office', 'head-of-division', 'head-of-section', 'senior-clerk', 'clerk', 'assistant', 'trades', 'trainee'))
);
INSERT INTO "job" VALUES(1,1,'Gärtnerei','trades');
CREATE TABLE job_family (
	id INTEGER NOT NULL, 
	"key" VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	title_en VARCHAR NOT NULL, 
	CONSTRAINT pk_job_family PRIMARY KEY (id), 
	CONSTRAINT uq_job_family_key UNIQUE ("key")
);
INSERT INTO "job_family" VALUES(1,'family-1018','Grünpflege','Grünpflege');
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
INSERT INTO "leadership" VALUES(1,1000001,2,'head','2020-01-01',NULL);
INSERT INTO "leadership" VALUES(2,1000000,3,'head','2020-01-01',NULL);
CREATE TABLE lease (
	name VARCHAR NOT NULL, 
	holder VARCHAR NOT NULL, 
	fence INTEGER NOT NULL, 
	until DATETIME NOT NULL, 
	CONSTRAINT pk_lease PRIMARY KEY (name)
);
CREATE TABLE ledger (
	id INTEGER NOT NULL, 
	"key" VARCHAR NOT NULL, 
	salt VARCHAR, 
	CONSTRAINT pk_ledger PRIMARY KEY (id), 
	CONSTRAINT uq_ledger_key UNIQUE ("key")
);
INSERT INTO "ledger" VALUES(1,'feedback:1','45e45b5ab8f47b17778c6b5986b7857cc493a936e972ded02bc4adea4d36cf18');
INSERT INTO "ledger" VALUES(2,'feedback:1:1','e5107b2d44ead05efc663a4d8ca614077f1530cc39466a73abfb0f2766102e81');
INSERT INTO "ledger" VALUES(3,'feedback:1:2','3c49d8133336e7ccde4e6f764c50024200a2ebc9d70d56b54adcaf727b1357cc');
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
INSERT INTO "level" VALUES(3,0,'Stufe 0','Level 0');
INSERT INTO "level" VALUES(3,1,'Stufe 1','Level 1');
INSERT INTO "level" VALUES(3,2,'Stufe 2','Level 2');
INSERT INTO "level" VALUES(3,3,'Stufe 3','Level 3');
INSERT INTO "level" VALUES(3,4,'Stufe 4','Level 4');
INSERT INTO "level" VALUES(4,0,'Stufe 0','Level 0');
INSERT INTO "level" VALUES(4,1,'Stufe 1','Level 1');
INSERT INTO "level" VALUES(4,2,'Stufe 2','Level 2');
INSERT INTO "level" VALUES(4,3,'Stufe 3','Level 3');
INSERT INTO "level" VALUES(4,4,'Stufe 4','Level 4');
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
INSERT INTO "level_description" VALUES(3,1,'Ich kann Stufe 1.');
INSERT INTO "level_description" VALUES(3,2,'Ich kann Stufe 2.');
INSERT INTO "level_description" VALUES(3,3,'Ich kann Stufe 3.');
INSERT INTO "level_description" VALUES(3,4,'Ich kann Stufe 4.');
INSERT INTO "level_description" VALUES(4,1,'Ich kann Stufe 1.');
INSERT INTO "level_description" VALUES(4,2,'Ich kann Stufe 2.');
INSERT INTO "level_description" VALUES(4,3,'Ich kann Stufe 3.');
INSERT INTO "level_description" VALUES(4,4,'Ich kann Stufe 4.');
CREATE TABLE lot (
	booking_id INTEGER NOT NULL, 
	draw_id INTEGER NOT NULL, 
	pseudonym VARCHAR NOT NULL, 
	CONSTRAINT pk_lot PRIMARY KEY (booking_id), 
	CONSTRAINT fk_lot_booking_id FOREIGN KEY(booking_id) REFERENCES booking (id), 
	CONSTRAINT fk_lot_draw_id FOREIGN KEY(draw_id) REFERENCES seat_draw (id), 
	CONSTRAINT uq_lot_draw_id_pseudonym UNIQUE (draw_id, pseudonym)
);
INSERT INTO "lot" VALUES(8,1,'AAAA-AAA2');
INSERT INTO "lot" VALUES(9,1,'BBBB-BBB3');
CREATE TABLE "mail" (
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
	invitation JSON, 
	CONSTRAINT pk_mail PRIMARY KEY (id), 
	CONSTRAINT ck_mail_mailstage CHECK (stage IN ('waiting', 'sent', 'dead')), 
	CONSTRAINT ck_mail_mailstage CHECK (stage IN ('waiting', 'sent', 'dead')), 
	CONSTRAINT ck_mail_mailstage CHECK (stage IN ('waiting', 'sent', 'dead')), 
	CONSTRAINT ck_mail_mailstage CHECK (stage IN ('waiting', 'sent', 'dead')), 
	CONSTRAINT ck_mail_mailstage CHECK (stage IN ('waiting', 'sent', 'dead')), 
	CONSTRAINT ck_mail_mailstage CHECK (stage IN ('waiting', 'sent', 'dead')), 
	CONSTRAINT ck_mail_mailstage CHECK (stage IN ('waiting', 'sent', 'dead')), 
	CONSTRAINT ck_mail_mailstage CHECK (stage IN ('waiting', 'sent', 'dead')), 
	CONSTRAINT ck_mail_mailstage CHECK (stage IN ('waiting', 'sent', 'dead')), 
	CONSTRAINT ck_mail_mailstage CHECK (stage IN ('waiting', 'sent', 'dead')), 
	CONSTRAINT ck_mail_mailstage CHECK (stage IN ('waiting', 'sent', 'dead')), 
	CONSTRAINT ck_mail_mailstage CHECK (stage IN ('waiting', 'sent', 'dead')), 
	CONSTRAINT ck_mail_mailstage CHECK (stage IN ('waiting', 'sent', 'dead')), 
	CONSTRAINT ck_mail_mailstage CHECK (stage IN ('waiting', 'sent', 'dead')), 
	CONSTRAINT ck_mail_mailstage CHECK (stage IN ('waiting', 'sent', 'dead')), 
	CONSTRAINT ck_mail_mailstage CHECK (stage IN ('waiting', 'sent', 'dead')), 
	CONSTRAINT ck_mail_mailstage CHECK (stage IN ('waiting', 'sent', 'dead')), 
	CONSTRAINT fk_mail_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT ck_mail_kind CHECK (kind IN ('booking-requested', 'booking-confirmed', 'booking-waitlisted', 'booking-declined', 'booking-cancelled', 'seat-offered', 'offer-expired', 'decision-waiting', 'inquiry-asked', 'inquiry-answered', 'profile-shared', 'plan-section', 'talk-proposed', 'talk-released', 'talk-recorded', 'talk-agreed', 'talk-called-off', 'buddy-wanted', 'buddy-asked', 'buddy-accepted', 'buddy-declined', 'practice-question', 'word-taken-back', 'date-moved', 'date-called-off', 'programme-ready', 'programme-changed', 'handover-proposed', 'handover-accepted', 'handover-declined', 'panel-asked', 'panel-accepted', 'panel-declined', 'panel-left', 'panel-published', 'panel-drawn', 'panel-not-drawn', 'booking-applied', 'booking-not-drawn', 'booking-passed-up', 'decision-lapsed', 'coming-asked', 'invited', 'feedback-wanted', 'stand-registered', 'stand-placed', 'stand-declined', 'date-planned', 'leads-date', 'date-news', 'training-waiting', 'training-with-hr', 'training-supported', 'training-approved', 'training-declined', 'training-taken-back', 'training-over', 'training-reported', 'certificate-revoked', 'mandatory-due', 'mandatory-overdue', 'team-overdue'))
);
INSERT INTO "mail" VALUES(1,1,'booking-confirmed','{"title": "Konferenz", "place": "Rathaus", "starts_at": "2026-12-28T09:00:00+00:00", "ends_at": "2026-12-28T11:00:00+00:00", "expires_at": null, "note": null, "was": null, "by_leader": null, "by_organiser": null, "waits": null, "undecided": null, "at_once": null}','/events/1','2026-11-28 19:19:43.891074','2026-11-28 19:19:43.891074','waiting',0,NULL,'{"method": "REQUEST", "uid": "7de5fe2f21d1cdb7", "sequence": 0, "spans": [["2026-12-28T09:00:00+00:00", "2026-12-28T11:00:00+00:00"]]}');
INSERT INTO "mail" VALUES(2,2,'booking-waitlisted','{"title": "Konferenz", "place": "Rathaus", "starts_at": "2026-12-28T09:00:00+00:00", "ends_at": "2026-12-28T11:00:00+00:00", "expires_at": null, "note": null, "was": null, "by_leader": null, "by_organiser": null, "waits": null, "undecided": null, "at_once": null}','/events/1','2026-11-28 19:19:43.896642','2026-11-28 19:19:43.896642','waiting',0,NULL,'null');
INSERT INTO "mail" VALUES(3,4,'booking-waitlisted','{"title": "Konferenz", "place": "Rathaus", "starts_at": "2026-12-28T09:00:00+00:00", "ends_at": "2026-12-28T11:00:00+00:00", "expires_at": null, "note": null, "was": null, "by_leader": null, "by_organiser": null, "waits": null, "undecided": null, "at_once": null}','/events/1','2026-11-28 19:19:43.900124','2026-11-28 19:19:43.900124','waiting',0,NULL,'null');
INSERT INTO "mail" VALUES(4,4,'inquiry-asked','{"expires_at": "2026-12-05T22:59:00+00:00"}','/competences/inquiries/1','2026-11-28 19:19:43.943872','2026-11-28 19:19:43.943872','waiting',0,NULL,'null');
INSERT INTO "mail" VALUES(5,1,'inquiry-answered','{}','/competences/inquiries','2026-11-28 19:19:43.972948','2026-11-28 19:19:43.972948','waiting',0,NULL,'null');
INSERT INTO "mail" VALUES(6,1,'plan-section','{"title": "Einarbeitung"}','/plan','2026-11-28 19:19:44.022990','2026-11-28 19:19:44.022990','waiting',0,NULL,'null');
INSERT INTO "mail" VALUES(7,2,'buddy-wanted','{"title": "Ada Ahrens"}','/buddies/request?newcomer=ada.1000%40stadt.example','2026-11-28 19:19:44.030160','2026-11-28 19:19:44.030160','waiting',0,NULL,'null');
INSERT INTO "mail" VALUES(8,1,'talk-proposed','{"title": "29. November 2026"}','/talks/1','2026-11-28 19:19:44.039294','2026-11-28 19:19:44.039294','waiting',0,NULL,'null');
INSERT INTO "mail" VALUES(9,2,'talk-released','{"title": "29. November 2026"}','/talks/1','2026-11-28 19:19:44.052466','2026-11-28 19:19:44.052466','waiting',0,NULL,'null');
INSERT INTO "mail" VALUES(10,1,'talk-released','{"title": "29. November 2026"}','/talks/1','2026-11-28 19:19:44.056786','2026-11-28 19:19:44.056786','waiting',0,NULL,'null');
INSERT INTO "mail" VALUES(11,1,'talk-recorded','{"title": "29. November 2026"}','/talks/1','2026-11-28 19:19:44.064899','2026-11-28 19:19:44.064899','waiting',0,NULL,'null');
INSERT INTO "mail" VALUES(12,2,'talk-agreed','{"title": "28. November 2026"}','/talks/1','2026-11-28 19:19:44.090012','2026-11-28 19:19:44.090012','waiting',0,NULL,'null');
INSERT INTO "mail" VALUES(13,4,'buddy-asked','{"title": "Ada Ahrens"}','/buddies','2026-11-28 19:19:44.094086','2026-11-28 19:19:44.094086','waiting',0,NULL,'null');
INSERT INTO "mail" VALUES(14,1,'buddy-accepted','{"title": "Zoe Zander"}','/buddies/1','2026-11-28 19:19:44.097527','2026-11-28 19:19:44.097527','waiting',0,NULL,'null');
INSERT INTO "mail" VALUES(15,2,'buddy-accepted','{"title": "Zoe Zander"}','/buddies/request','2026-11-28 19:19:44.097641','2026-11-28 19:19:44.097641','waiting',0,NULL,'null');
INSERT INTO "mail" VALUES(16,1,'booking-confirmed','{"title": "Lerntage", "place": "Rathaus", "starts_at": "2026-12-28T07:00:00+00:00", "ends_at": "2026-12-29T16:00:00+00:00", "meetings": "2026-12-28T07:00:00+00:00/2026-12-29T16:00:00+00:00", "expires_at": null, "note": null, "was": null, "by_leader": null, "by_organiser": null, "waits": null, "undecided": null, "at_once": null}','/events/2','2026-11-28 19:19:44.164223','2026-11-28 19:19:44.164223','waiting',0,NULL,'{"method": "REQUEST", "uid": "4ef7223b17c6d2b2", "sequence": 0, "spans": [["2026-12-28T07:00:00+00:00", "2026-12-29T16:00:00+00:00"]]}');
INSERT INTO "mail" VALUES(17,4,'handover-proposed','{"handover": 1, "title": "Lerntage", "place": "Rathaus", "starts_at": "2026-12-28T07:00:00+00:00", "ends_at": "2026-12-29T16:00:00+00:00", "meetings": "2026-12-28T07:00:00+00:00/2026-12-29T16:00:00+00:00", "expires_at": "2026-12-02T15:00:00+00:00"}','/handovers/1','2026-11-28 19:19:44.197733','2026-11-28 19:19:44.197733','waiting',0,NULL,'null');
INSERT INTO "mail" VALUES(18,1,'booking-confirmed','{"title": "Lerntage", "place": "Rathaus", "starts_at": "2026-12-28T07:00:00+00:00", "ends_at": "2026-12-29T16:00:00+00:00", "meetings": "2026-12-28T07:00:00+00:00/2026-12-29T16:00:00+00:00", "expires_at": null, "note": null, "was": null, "by_leader": null, "by_organiser": null, "waits": null, "undecided": null, "at_once": null}','/events/3','2026-11-28 19:19:44.231404','2026-11-28 19:19:44.231404','waiting',0,NULL,'{"method": "REQUEST", "uid": "a902d63d17d5507a", "sequence": 0, "spans": [["2026-12-28T07:00:00+00:00", "2026-12-29T16:00:00+00:00"]]}');
INSERT INTO "mail" VALUES(19,1,'booking-requested','{"title": "Lehrgang", "place": "Rathaus", "starts_at": "2026-12-28T09:00:00+00:00", "ends_at": "2026-12-28T11:00:00+00:00", "expires_at": null, "note": null, "was": null, "by_leader": null, "by_organiser": null, "waits": null, "undecided": null, "at_once": null}','/events/4','2026-11-28 19:19:44.244444','2026-11-28 19:19:44.244444','waiting',0,NULL,'null');
INSERT INTO "mail" VALUES(20,2,'decision-waiting','{"title": "Lehrgang", "place": "Rathaus", "starts_at": "2026-12-28T09:00:00+00:00", "ends_at": "2026-12-28T11:00:00+00:00", "booking": 7, "expires_at": "2026-12-05T22:59:00+00:00"}','/team/approvals','2026-11-28 19:19:44.245548','2026-11-28 19:19:44.245548','waiting',0,NULL,'null');
INSERT INTO "mail" VALUES(21,3,'decision-waiting','{"title": "Lehrgang", "place": "Rathaus", "starts_at": "2026-12-28T09:00:00+00:00", "ends_at": "2026-12-28T11:00:00+00:00", "booking": 7, "expires_at": "2026-12-12T22:59:00+00:00"}','/team/approvals','2026-11-28 19:19:44.265761','2026-11-28 19:19:44.265761','waiting',0,NULL,'null');
INSERT INTO "mail" VALUES(22,1,'booking-passed-up','{"title": "Lehrgang", "place": "Rathaus", "starts_at": "2026-12-28T09:00:00+00:00", "ends_at": "2026-12-28T11:00:00+00:00"}','/events/4','2026-11-28 19:19:44.265871','2026-11-28 19:19:44.265871','waiting',0,NULL,'null');
INSERT INTO "mail" VALUES(23,2,'panel-asked','{"title": "Leitbild"}','/panels/1','2026-11-28 19:19:44.297072','2026-11-28 19:19:44.297072','waiting',0,NULL,'null');
CREATE TABLE mandatory_reminder (
	person_id INTEGER NOT NULL, 
	qualification_id INTEGER NOT NULL, 
	due_on DATE NOT NULL, 
	step VARCHAR(32) NOT NULL, 
	told_at DATETIME NOT NULL, 
	CONSTRAINT pk_mandatory_reminder PRIMARY KEY (person_id, qualification_id, due_on, step), 
	CONSTRAINT ck_mandatory_reminder_step CHECK (step IN ('reminded', 'overdue', 'escalated')), 
	CONSTRAINT fk_mandatory_reminder_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_mandatory_reminder_qualification_id FOREIGN KEY(qualification_id) REFERENCES qualification (id)
);
CREATE TABLE mandatory_rule (
	id INTEGER NOT NULL, 
	qualification_id INTEGER NOT NULL, 
	unit_id INTEGER, 
	family_id INTEGER, 
	due_days INTEGER NOT NULL, 
	remind_days INTEGER NOT NULL, 
	on_since DATE, 
	CONSTRAINT pk_mandatory_rule PRIMARY KEY (id), 
	CONSTRAINT ck_mandatory_rule_unit_or_family CHECK (unit_id IS NULL OR family_id IS NULL), 
	CONSTRAINT ck_mandatory_rule_due_within_two_years CHECK (due_days BETWEEN 0 AND 730), 
	CONSTRAINT ck_mandatory_rule_reminds_within_two_years CHECK (remind_days BETWEEN 1 AND 730), 
	CONSTRAINT fk_mandatory_rule_family_id FOREIGN KEY(family_id) REFERENCES job_family (id), 
	CONSTRAINT fk_mandatory_rule_qualification_id FOREIGN KEY(qualification_id) REFERENCES qualification (id), 
	CONSTRAINT fk_mandatory_rule_unit_id FOREIGN KEY(unit_id) REFERENCES org_unit (id)
);
INSERT INTO "mandatory_rule" VALUES(1,1,NULL,NULL,60,30,'2026-08-20');
CREATE TABLE need (
	booking_id INTEGER NOT NULL, 
	food VARCHAR NOT NULL, 
	access VARCHAR NOT NULL, 
	CONSTRAINT pk_need PRIMARY KEY (booking_id), 
	CONSTRAINT ck_need_something_is_said CHECK (food <> '' OR access <> ''), 
	CONSTRAINT fk_need_booking_id FOREIGN KEY(booking_id) REFERENCES booking (id)
);
INSERT INTO "need" VALUES(10,'ohne Sellerie','');
CREATE TABLE "notice" (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	"values" JSON NOT NULL, 
	path VARCHAR NOT NULL, 
	at DATETIME NOT NULL, 
	read_at DATETIME, 
	CONSTRAINT pk_notice PRIMARY KEY (id), 
	CONSTRAINT ck_notice_kind CHECK (kind IN ('booking-requested', 'booking-confirmed', 'booking-waitlisted', 'booking-declined', 'booking-cancelled', 'seat-offered', 'offer-expired', 'decision-waiting', 'inquiry-asked', 'inquiry-answered', 'profile-shared', 'plan-section', 'talk-proposed', 'talk-released', 'talk-recorded', 'talk-agreed', 'talk-called-off', 'buddy-wanted', 'buddy-asked', 'buddy-accepted', 'buddy-declined', 'practice-question', 'word-taken-back', 'date-moved', 'date-called-off', 'programme-ready', 'programme-changed', 'handover-proposed', 'handover-accepted', 'handover-declined', 'panel-asked', 'panel-accepted', 'panel-declined', 'panel-left', 'panel-published', 'panel-drawn', 'panel-not-drawn', 'booking-applied', 'booking-not-drawn', 'booking-passed-up', 'decision-lapsed', 'coming-asked', 'invited', 'feedback-wanted', 'stand-registered', 'stand-placed', 'stand-declined', 'date-planned', 'leads-date', 'date-news', 'training-waiting', 'training-with-hr', 'training-supported', 'training-approved', 'training-declined', 'training-taken-back', 'training-over', 'training-reported', 'certificate-revoked', 'mandatory-due', 'mandatory-overdue', 'team-overdue')), 
	CONSTRAINT fk_notice_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
INSERT INTO "notice" VALUES(1,1,'booking-confirmed','{"title": "Konferenz", "place": "Rathaus", "starts_at": "2026-12-28T09:00:00+00:00", "ends_at": "2026-12-28T11:00:00+00:00", "expires_at": null, "note": null, "was": null, "by_leader": null, "by_organiser": null, "waits": null, "undecided": null, "at_once": null}','/events/1','2026-11-28 19:19:43.891074',NULL);
INSERT INTO "notice" VALUES(2,2,'booking-waitlisted','{"title": "Konferenz", "place": "Rathaus", "starts_at": "2026-12-28T09:00:00+00:00", "ends_at": "2026-12-28T11:00:00+00:00", "expires_at": null, "note": null, "was": null, "by_leader": null, "by_organiser": null, "waits": null, "undecided": null, "at_once": null}','/events/1','2026-11-28 19:19:43.896642',NULL);
INSERT INTO "notice" VALUES(3,4,'booking-waitlisted','{"title": "Konferenz", "place": "Rathaus", "starts_at": "2026-12-28T09:00:00+00:00", "ends_at": "2026-12-28T11:00:00+00:00", "expires_at": null, "note": null, "was": null, "by_leader": null, "by_organiser": null, "waits": null, "undecided": null, "at_once": null}','/events/1','2026-11-28 19:19:43.900124',NULL);
INSERT INTO "notice" VALUES(4,4,'inquiry-asked','{"expires_at": "2026-12-05T22:59:00+00:00", "who": "Ada Ahrens"}','/competences/inquiries/1','2026-11-28 19:19:43.943872',NULL);
INSERT INTO "notice" VALUES(5,1,'inquiry-answered','{"who": "Max Mohr"}','/competences/inquiries','2026-11-28 19:19:43.972948',NULL);
INSERT INTO "notice" VALUES(6,1,'plan-section','{"title": "Einarbeitung"}','/plan','2026-11-28 19:19:44.022990',NULL);
INSERT INTO "notice" VALUES(7,2,'buddy-wanted','{"title": "Ada Ahrens"}','/buddies/request?newcomer=ada.1000%40stadt.example','2026-11-28 19:19:44.030160',NULL);
INSERT INTO "notice" VALUES(8,1,'talk-proposed','{"title": "29. November 2026", "who": "Max Mohr"}','/talks/1','2026-11-28 19:19:44.039294',NULL);
INSERT INTO "notice" VALUES(9,2,'talk-released','{"title": "29. November 2026", "who": "Ada Ahrens"}','/talks/1','2026-11-28 19:19:44.052466',NULL);
INSERT INTO "notice" VALUES(10,1,'talk-released','{"title": "29. November 2026", "who": "Max Mohr"}','/talks/1','2026-11-28 19:19:44.056786',NULL);
INSERT INTO "notice" VALUES(11,1,'talk-recorded','{"title": "29. November 2026", "who": "Max Mohr"}','/talks/1','2026-11-28 19:19:44.064899',NULL);
INSERT INTO "notice" VALUES(12,2,'talk-agreed','{"title": "28. November 2026", "who": "Ada Ahrens"}','/talks/1','2026-11-28 19:19:44.090012',NULL);
INSERT INTO "notice" VALUES(13,4,'buddy-asked','{"title": "Ada Ahrens"}','/buddies','2026-11-28 19:19:44.094086',NULL);
INSERT INTO "notice" VALUES(14,1,'buddy-accepted','{"title": "Zoe Zander"}','/buddies/1','2026-11-28 19:19:44.097527',NULL);
INSERT INTO "notice" VALUES(15,2,'buddy-accepted','{"title": "Zoe Zander", "who": "Ada Ahrens"}','/buddies/request','2026-11-28 19:19:44.097641',NULL);
INSERT INTO "notice" VALUES(16,1,'booking-confirmed','{"title": "Lerntage", "place": "Rathaus", "starts_at": "2026-12-28T07:00:00+00:00", "ends_at": "2026-12-29T16:00:00+00:00", "meetings": "2026-12-28T07:00:00+00:00/2026-12-29T16:00:00+00:00", "expires_at": null, "note": null, "was": null, "by_leader": null, "by_organiser": null, "waits": null, "undecided": null, "at_once": null}','/events/2','2026-11-28 19:19:44.164223',NULL);
INSERT INTO "notice" VALUES(17,4,'handover-proposed','{"handover": 1, "title": "Lerntage", "place": "Rathaus", "starts_at": "2026-12-28T07:00:00+00:00", "ends_at": "2026-12-29T16:00:00+00:00", "meetings": "2026-12-28T07:00:00+00:00/2026-12-29T16:00:00+00:00", "expires_at": "2026-12-02T15:00:00+00:00", "who": "Ada Ahrens"}','/handovers/1','2026-11-28 19:19:44.197733',NULL);
INSERT INTO "notice" VALUES(18,1,'booking-confirmed','{"title": "Lerntage", "place": "Rathaus", "starts_at": "2026-12-28T07:00:00+00:00", "ends_at": "2026-12-29T16:00:00+00:00", "meetings": "2026-12-28T07:00:00+00:00/2026-12-29T16:00:00+00:00", "expires_at": null, "note": null, "was": null, "by_leader": null, "by_organiser": null, "waits": null, "undecided": null, "at_once": null}','/events/3','2026-11-28 19:19:44.231404',NULL);
INSERT INTO "notice" VALUES(19,1,'booking-requested','{"title": "Lehrgang", "place": "Rathaus", "starts_at": "2026-12-28T09:00:00+00:00", "ends_at": "2026-12-28T11:00:00+00:00", "expires_at": null, "note": null, "was": null, "by_leader": null, "by_organiser": null, "waits": null, "undecided": null, "at_once": null}','/events/4','2026-11-28 19:19:44.244444',NULL);
INSERT INTO "notice" VALUES(20,2,'decision-waiting','{"title": "Lehrgang", "place": "Rathaus", "starts_at": "2026-12-28T09:00:00+00:00", "ends_at": "2026-12-28T11:00:00+00:00", "booking": 7, "expires_at": "2026-12-05T22:59:00+00:00", "who": "Ada Ahrens"}','/team/approvals','2026-11-28 19:19:44.245548',NULL);
INSERT INTO "notice" VALUES(21,3,'decision-waiting','{"title": "Lehrgang", "place": "Rathaus", "starts_at": "2026-12-28T09:00:00+00:00", "ends_at": "2026-12-28T11:00:00+00:00", "booking": 7, "expires_at": "2026-12-12T22:59:00+00:00", "who": "Ada Ahrens"}','/team/approvals','2026-11-28 19:19:44.265761',NULL);
INSERT INTO "notice" VALUES(22,1,'booking-passed-up','{"title": "Lehrgang", "place": "Rathaus", "starts_at": "2026-12-28T09:00:00+00:00", "ends_at": "2026-12-28T11:00:00+00:00"}','/events/4','2026-11-28 19:19:44.265871',NULL);
INSERT INTO "notice" VALUES(23,2,'panel-asked','{"title": "Leitbild"}','/panels/1','2026-11-28 19:19:44.297072',NULL);
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
INSERT INTO "org_unit" VALUES(1000000,NULL,'/1000000/','house','Stadt Probe','Stadt Pr');
INSERT INTO "org_unit" VALUES(1000001,1000000,'/1000000/1000001/','office','Bürgeramt','Bürgeram');
INSERT INTO "org_unit" VALUES(1000002,1000000,'/1000000/1000002/','office','Tiefbauamt','Tiefbaua');
CREATE TABLE organiser (
	bookable_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	CONSTRAINT pk_organiser PRIMARY KEY (bookable_id, person_id), 
	CONSTRAINT fk_organiser_bookable_id FOREIGN KEY(bookable_id) REFERENCES bookable (id), 
	CONSTRAINT fk_organiser_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
INSERT INTO "organiser" VALUES(3,2);
INSERT INTO "organiser" VALUES(4,2);
INSERT INTO "organiser" VALUES(5,2);
INSERT INTO "organiser" VALUES(6,2);
INSERT INTO "organiser" VALUES(7,2);
INSERT INTO "organiser" VALUES(8,2);
INSERT INTO "organiser" VALUES(9,2);
INSERT INTO "organiser" VALUES(10,2);
INSERT INTO "organiser" VALUES(11,2);
INSERT INTO "organiser" VALUES(12,2);
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
CREATE TABLE panel (
	id INTEGER NOT NULL, 
	title VARCHAR NOT NULL, 
	purpose VARCHAR NOT NULL, 
	size INTEGER NOT NULL, 
	run_by_id INTEGER NOT NULL, 
	started_at DATETIME NOT NULL, 
	called_at DATETIME, 
	closes_at DATETIME, 
	seed_source VARCHAR, 
	seed_on DATE, 
	quotas_changed_at DATETIME, 
	task_id INTEGER, 
	CONSTRAINT pk_panel PRIMARY KEY (id), 
	CONSTRAINT ck_panel_a_call_has_dates_and_a_source CHECK ((closes_at IS NULL) = (seed_on IS NULL) AND (closes_at IS NULL) = (seed_source IS NULL)), 
	CONSTRAINT ck_panel_size_is_sensible CHECK (size BETWEEN 2 AND 100), 
	CONSTRAINT fk_panel_run_by_id FOREIGN KEY(run_by_id) REFERENCES person (id), 
	CONSTRAINT fk_panel_task_id FOREIGN KEY(task_id) REFERENCES task (id) ON DELETE SET NULL
);
INSERT INTO "panel" VALUES(1,'Leitbild','Ein Leitbild',2,3,'2026-11-28 19:19:44.290105','2026-11-28 19:19:44.299870','2026-12-05 23:00:00.000000','Lottozahlen','2026-12-08',NULL,NULL);
CREATE TABLE panel_draw (
	id INTEGER NOT NULL, 
	panel_id INTEGER NOT NULL, 
	document VARCHAR NOT NULL, 
	calculated_at DATETIME NOT NULL, 
	published_at DATETIME, 
	hash VARCHAR, 
	seed VARCHAR, 
	drawn_at DATETIME, 
	drawn JSON NOT NULL, 
	moved_up JSON NOT NULL, 
	CONSTRAINT pk_panel_draw PRIMARY KEY (id), 
	CONSTRAINT ck_panel_draw_drawn_with_its_seed CHECK ((drawn_at IS NULL) = (seed IS NULL)), 
	CONSTRAINT ck_panel_draw_published_with_its_hash CHECK ((published_at IS NULL) = (hash IS NULL)), 
	CONSTRAINT ck_panel_draw_published_before_it_is_drawn CHECK (drawn_at IS NULL OR published_at IS NOT NULL), 
	CONSTRAINT fk_panel_draw_panel_id FOREIGN KEY(panel_id) REFERENCES panel (id) ON DELETE CASCADE, 
	CONSTRAINT uq_panel_draw_panel_id UNIQUE (panel_id)
);
CREATE TABLE panel_group (
	id INTEGER NOT NULL, 
	panel_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	unit_id INTEGER, 
	level VARCHAR(32), 
	least INTEGER NOT NULL, 
	most INTEGER, 
	CONSTRAINT pk_panel_group PRIMARY KEY (id), 
	CONSTRAINT ck_panel_group_a_unit_or_a_level CHECK ((unit_id IS NULL) <> (level IS NULL)), 
	CONSTRAINT ck_panel_group_least_is_not_negative CHECK (least >= 0), 
	CONSTRAINT ck_panel_group_most_is_not_below_least CHECK (most IS NULL OR most >= least), 
	CONSTRAINT fk_panel_group_panel_id FOREIGN KEY(panel_id) REFERENCES panel (id) ON DELETE CASCADE, 
	CONSTRAINT fk_panel_group_unit_id FOREIGN KEY(unit_id) REFERENCES org_unit (id), 
	CONSTRAINT ck_panel_group_level CHECK (level IN ('office-heads', 'section-heads', 'clerks', 'assistants', 'trades', 'trainees'))
);
CREATE TABLE panel_member (
	id INTEGER NOT NULL, 
	panel_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	way VARCHAR(32) NOT NULL, 
	circle VARCHAR(32) NOT NULL, 
	asked_at DATETIME NOT NULL, 
	accepted_at DATETIME, 
	declined_at DATETIME, 
	left_at DATETIME, 
	CONSTRAINT pk_panel_member PRIMARY KEY (id), 
	CONSTRAINT ck_panel_member_accepted_or_declined CHECK (accepted_at IS NULL OR declined_at IS NULL), 
	CONSTRAINT fk_panel_member_panel_id FOREIGN KEY(panel_id) REFERENCES panel (id) ON DELETE CASCADE, 
	CONSTRAINT fk_panel_member_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT ck_panel_member_way CHECK (way IN ('asked', 'drawn', 'replacement')), 
	CONSTRAINT ck_panel_member_circle CHECK (circle IN ('core', 'wider'))
);
INSERT INTO "panel_member" VALUES(1,1,2,'asked','core','2026-11-28 19:19:44.295398',NULL,NULL,NULL);
CREATE TABLE panel_volunteer (
	id INTEGER NOT NULL, 
	panel_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	pseudonym VARCHAR NOT NULL, 
	at DATETIME NOT NULL, 
	withdrawn_at DATETIME, 
	CONSTRAINT pk_panel_volunteer PRIMARY KEY (id), 
	CONSTRAINT fk_panel_volunteer_panel_id FOREIGN KEY(panel_id) REFERENCES panel (id) ON DELETE CASCADE, 
	CONSTRAINT fk_panel_volunteer_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT uq_panel_volunteer_panel_id_person_id UNIQUE (panel_id, person_id), 
	CONSTRAINT uq_panel_volunteer_panel_id_pseudonym UNIQUE (panel_id, pseudonym)
);
INSERT INTO "panel_volunteer" VALUES(1,1,1,'SB48-4AXS','2026-11-28 19:19:44.303766',NULL);
CREATE TABLE "person" (
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
	sort_name VARCHAR NOT NULL, placed_on DATE, 
	CONSTRAINT pk_person PRIMARY KEY (id), 
	CONSTRAINT ck_person_left_after_entering CHECK (left_on IS NULL OR left_on >= entered_on), 
	CONSTRAINT ck_person_email_is_lower_case CHECK (email = lower(email)), 
	CONSTRAINT fk_person_unit_id FOREIGN KEY(unit_id) REFERENCES org_unit (id), 
	CONSTRAINT ck_person_weekly_percent_is_a_share CHECK (weekly_percent BETWEEN 1 AND 100), 
	CONSTRAINT fk_person_job_id FOREIGN KEY(job_id) REFERENCES job (id), 
	CONSTRAINT uq_person_personnel_number UNIQUE (personnel_number), 
	CONSTRAINT uq_person_email UNIQUE (email)
);
INSERT INTO "person" VALUES(1,'1000','Ada','Ahrens','ada.1000@stadt.example',1000001,NULL,100,'de','2020-01-01',NULL,'ahrens ada',NULL);
INSERT INTO "person" VALUES(2,'1001','Max','Mohr','max.1001@stadt.example',1000001,NULL,100,'de','2020-01-01',NULL,'mohr max',NULL);
INSERT INTO "person" VALUES(3,'1002','Lin','Lorenz','lin.1002@stadt.example',1000000,NULL,100,'de','2020-01-01',NULL,'lorenz lin',NULL);
INSERT INTO "person" VALUES(4,'1003','Zoe','Zander','zoe.1003@stadt.example',1000002,1,100,'de','2020-01-01',NULL,'zander zoe','2026-11-28');
INSERT INTO "person" VALUES(5,'1038','Gast0','Probe','gast0.1038@stadt.example',1000001,NULL,100,'de','2020-01-01',NULL,'probe gast0',NULL);
INSERT INTO "person" VALUES(6,'1039','Gast1','Probe','gast1.1039@stadt.example',1000001,NULL,100,'de','2020-01-01',NULL,'probe gast1',NULL);
INSERT INTO "person" VALUES(7,'1040','Gast2','Probe','gast2.1040@stadt.example',1000001,NULL,100,'de','2020-01-01',NULL,'probe gast2',NULL);
INSERT INTO "person" VALUES(8,'1041','Gast3','Probe','gast3.1041@stadt.example',1000001,NULL,100,'de','2020-01-01',NULL,'probe gast3',NULL);
INSERT INTO "person" VALUES(9,'1042','Gast4','Probe','gast4.1042@stadt.example',1000001,NULL,100,'de','2020-01-01',NULL,'probe gast4',NULL);
CREATE TABLE "plan" (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	weekly_minutes INTEGER NOT NULL, 
	changed_at DATETIME NOT NULL, 
	version INTEGER NOT NULL, starts_on DATE, 
	CONSTRAINT pk_plan PRIMARY KEY (id), 
	CONSTRAINT ck_plan_weekly_minutes_are_sensible CHECK (weekly_minutes BETWEEN 15 AND 1200), 
	CONSTRAINT fk_plan_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT uq_plan_person_id UNIQUE (person_id)
);
INSERT INTO "plan" VALUES(1,1,60,'2026-11-28 19:19:44.083929',6,NULL);
CREATE TABLE plan_assignment (
	id INTEGER NOT NULL, 
	template_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	starts_on DATE NOT NULL, 
	assigned_at DATETIME NOT NULL, 
	assigned_by_id INTEGER, 
	CONSTRAINT pk_plan_assignment PRIMARY KEY (id), 
	CONSTRAINT fk_plan_assignment_template_id FOREIGN KEY(template_id) REFERENCES plan_template (id), 
	CONSTRAINT fk_plan_assignment_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_plan_assignment_assigned_by_id FOREIGN KEY(assigned_by_id) REFERENCES person (id), 
	CONSTRAINT uq_plan_assignment_template_id_person_id UNIQUE (template_id, person_id)
);
INSERT INTO "plan_assignment" VALUES(1,1,1,'2026-11-28','2026-11-28 19:19:44.003732',3);
CREATE TABLE plan_delivery (
	assignment_id INTEGER NOT NULL, 
	template_item_id INTEGER NOT NULL, 
	plan_item_id INTEGER, 
	hash VARCHAR NOT NULL, 
	CONSTRAINT pk_plan_delivery PRIMARY KEY (assignment_id, template_item_id), 
	CONSTRAINT fk_plan_delivery_assignment_id FOREIGN KEY(assignment_id) REFERENCES plan_assignment (id), 
	CONSTRAINT fk_plan_delivery_template_item_id FOREIGN KEY(template_item_id) REFERENCES template_item (id), 
	CONSTRAINT fk_plan_delivery_plan_item_id FOREIGN KEY(plan_item_id) REFERENCES plan_item (id) ON DELETE SET NULL, 
	CONSTRAINT uq_plan_delivery_plan_item_id UNIQUE (plan_item_id)
);
INSERT INTO "plan_delivery" VALUES(1,1,2,'3667f1f1d0e6d7e4a5c2ba46522f5c97755331c763e1306ae331689c0a3343f6');
CREATE TABLE "plan_item" (
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
	session_id INTEGER, 
	link VARCHAR, 
	due_days INTEGER, 
	priority VARCHAR(32) NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	note VARCHAR, 
	evidence_id INTEGER, 
	CONSTRAINT pk_plan_item PRIMARY KEY (id), 
	CONSTRAINT ck_plan_item_minutes_are_not_negative CHECK (minutes >= 0), 
	CONSTRAINT ck_plan_item_itemstate CHECK (state IN ('draft', 'proposed', 'agreed', 'active', 'done')), 
	CONSTRAINT fk_plan_item_event_id FOREIGN KEY(event_id) REFERENCES event (id) ON DELETE SET NULL, 
	CONSTRAINT ck_plan_item_level_of_a_competence CHECK (target_level IS NULL OR competence_id IS NOT NULL), 
	CONSTRAINT fk_plan_item_competence_id FOREIGN KEY(competence_id) REFERENCES competence (id), 
	CONSTRAINT fk_plan_item_plan_id FOREIGN KEY(plan_id) REFERENCES "plan" (id), 
	CONSTRAINT ck_plan_item_priority CHECK (priority IN ('low', 'normal', 'high')), 
	CONSTRAINT ck_plan_item_itemkind CHECK (kind IN ('course', 'session', 'event', 'practice', 'external', 'talk', 'evidence', 'own')), 
	CONSTRAINT fk_plan_item_course_id FOREIGN KEY(course_id) REFERENCES course (id) ON DELETE SET NULL, 
	CONSTRAINT ck_plan_item_done_has_a_day CHECK (state <> 'done' OR done_on IS NOT NULL), 
	CONSTRAINT fk_plan_item_session_id FOREIGN KEY(session_id) REFERENCES session (id) ON DELETE SET NULL, 
	CONSTRAINT ck_plan_item_days_lead_to_a_date CHECK (due_days IS NULL OR due_on IS NOT NULL), 
	CONSTRAINT fk_plan_item_evidence_id FOREIGN KEY(evidence_id) REFERENCES evidence (id) ON DELETE SET NULL
);
INSERT INTO "plan_item" VALUES(1,1,'own','Üben',NULL,NULL,NULL,NULL,30,NULL,2,'',NULL,'2026-11-28 19:19:43.864862',NULL,NULL,NULL,NULL,'normal','active',NULL,NULL);
INSERT INTO "plan_item" VALUES(2,1,'practice','Rundgang',NULL,NULL,1,2,30,'2026-12-05',1,'Weil.',NULL,'2026-11-28 19:19:44.006377',NULL,NULL,NULL,NULL,'normal','proposed',NULL,NULL);
INSERT INTO "plan_item" VALUES(3,1,'own','Hospitieren',NULL,NULL,1,2,60,NULL,3,'Im Gespräch am 28. November 2026 vereinbart.',NULL,'2026-11-28 19:19:44.080851',NULL,NULL,NULL,NULL,'normal','agreed',NULL,NULL);
CREATE TABLE plan_template (
	id INTEGER NOT NULL, 
	"key" VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	title_en VARCHAR NOT NULL, 
	audience VARCHAR NOT NULL, 
	body VARCHAR NOT NULL, 
	body_html VARCHAR NOT NULL, 
	has_buddy BOOLEAN NOT NULL, 
	beginning VARCHAR(32) NOT NULL, 
	unit_id INTEGER, 
	family_id INTEGER, 
	since DATE, 
	within_days INTEGER, 
	assigns_since DATETIME, 
	archived_at DATETIME, 
	origin VARCHAR, 
	origin_hash VARCHAR, 
	edited_at DATETIME, 
	CONSTRAINT pk_plan_template PRIMARY KEY (id), 
	CONSTRAINT ck_plan_template_days_are_not_negative CHECK (within_days >= 0), 
	CONSTRAINT fk_plan_template_unit_id FOREIGN KEY(unit_id) REFERENCES org_unit (id), 
	CONSTRAINT fk_plan_template_family_id FOREIGN KEY(family_id) REFERENCES job_family (id), 
	CONSTRAINT uq_plan_template_key UNIQUE ("key"), 
	CONSTRAINT uq_plan_template_origin UNIQUE (origin), 
	CONSTRAINT ck_plan_template_beginning CHECK (beginning IN ('assignment', 'entry'))
);
INSERT INTO "plan_template" VALUES(1,'template-1022','Einarbeitung','Einarbeitung','Neue.','','',1,'assignment',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE "pool" (
	id INTEGER NOT NULL, 
	bookable_id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	capacity INTEGER, 
	allowance INTEGER NOT NULL, 
	unit_id INTEGER, 
	grade VARCHAR(32), 
	CONSTRAINT pk_pool PRIMARY KEY (id), 
	CONSTRAINT ck_pool_capacity_is_not_negative CHECK (capacity >= 0), 
	CONSTRAINT uq_pool_bookable_id_name UNIQUE (bookable_id, name), 
	CONSTRAINT fk_pool_bookable_id FOREIGN KEY(bookable_id) REFERENCES bookable (id), 
	CONSTRAINT ck_pool_allowance_is_not_negative CHECK (allowance >= 0), 
	CONSTRAINT fk_pool_unit_id FOREIGN KEY(unit_id) REFERENCES org_unit (id), 
	CONSTRAINT ck_pool_grade CHECK (grade IN ('head-of-department', 'head-of-office', 'head-of-division', 'head-of-section', 'senior-clerk', 'clerk', 'assistant', 'trades', 'trainee')), 
	CONSTRAINT ck_pool_quotas_are_of_somebody_the_total_of_all CHECK ((name = 'total') = (unit_id IS NULL AND grade IS NULL))
);
INSERT INTO "pool" VALUES(1,1,'total',1,0,NULL,NULL);
INSERT INTO "pool" VALUES(2,2,'total',12,0,NULL,NULL);
INSERT INTO "pool" VALUES(3,3,'total',NULL,0,NULL,NULL);
INSERT INTO "pool" VALUES(4,4,'total',10,0,NULL,NULL);
INSERT INTO "pool" VALUES(5,5,'total',1,0,NULL,NULL);
INSERT INTO "pool" VALUES(6,6,'total',10,0,NULL,NULL);
INSERT INTO "pool" VALUES(7,7,'total',2,0,NULL,NULL);
INSERT INTO "pool" VALUES(8,3,'quota-1000001',3,0,1000001,NULL);
INSERT INTO "pool" VALUES(9,8,'total',NULL,0,NULL,NULL);
INSERT INTO "pool" VALUES(10,9,'total',10,0,NULL,NULL);
INSERT INTO "pool" VALUES(11,10,'total',1,0,NULL,NULL);
INSERT INTO "pool" VALUES(12,11,'total',10,0,NULL,NULL);
INSERT INTO "pool" VALUES(13,12,'total',2,0,NULL,NULL);
INSERT INTO "pool" VALUES(14,13,'total',10,0,NULL,NULL);
INSERT INTO "pool" VALUES(15,14,'total',1,0,NULL,NULL);
INSERT INTO "pool" VALUES(16,15,'total',20,2,NULL,NULL);
INSERT INTO "pool" VALUES(17,16,'total',10,0,NULL,NULL);
INSERT INTO "pool" VALUES(18,17,'total',10,0,NULL,NULL);
INSERT INTO "pool" VALUES(19,18,'total',10,0,NULL,NULL);
INSERT INTO "pool" VALUES(20,19,'total',10,0,NULL,NULL);
CREATE TABLE practice_question (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	course_id INTEGER, 
	title VARCHAR NOT NULL, 
	weeks INTEGER NOT NULL, 
	learnt_on DATE NOT NULL, 
	asked_on DATE NOT NULL, 
	answer VARCHAR(32), 
	answered_at DATETIME, 
	what VARCHAR NOT NULL, 
	place VARCHAR NOT NULL, 
	outcome VARCHAR NOT NULL, 
	CONSTRAINT pk_practice_question PRIMARY KEY (id), 
	CONSTRAINT ck_practice_question_answered_both_or_neither CHECK ((answer IS NULL) = (answered_at IS NULL)), 
	CONSTRAINT fk_practice_question_course_id FOREIGN KEY(course_id) REFERENCES course (id) ON DELETE SET NULL, 
	CONSTRAINT fk_practice_question_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT uq_practice_question_person_id_course_id_weeks UNIQUE (person_id, course_id, weeks), 
	CONSTRAINT ck_practice_question_answer CHECK (answer IN ('applied', 'not-yet', 'dismissed'))
);
INSERT INTO "practice_question" VALUES(1,1,NULL,'Daten verstehen',2,'2026-11-28','2026-11-28',NULL,NULL,'','','');
CREATE TABLE prerequisite (
	course_id INTEGER NOT NULL, 
	required_id INTEGER NOT NULL, 
	CONSTRAINT pk_prerequisite PRIMARY KEY (course_id, required_id), 
	CONSTRAINT ck_prerequisite_not_itself CHECK (course_id <> required_id), 
	CONSTRAINT fk_prerequisite_course_id FOREIGN KEY(course_id) REFERENCES course (id), 
	CONSTRAINT fk_prerequisite_required_id FOREIGN KEY(required_id) REFERENCES course (id)
);
INSERT INTO "prerequisite" VALUES(2,3);
CREATE TABLE "profile" (
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
	revision INTEGER DEFAULT '0' NOT NULL, 
	body VARCHAR NOT NULL, 
	CONSTRAINT pk_profile PRIMARY KEY (id), 
	CONSTRAINT uq_profile_origin UNIQUE (origin), 
	CONSTRAINT ck_profile_profilekind CHECK (kind IN ('job', 'role', 'leadership')), 
	CONSTRAINT uq_profile_key UNIQUE ("key")
);
INSERT INTO "profile" VALUES(1,'profile-1014','Digitallotse','Digitallotse','role','<p>Wozu.</p>',NULL,NULL,NULL,NULL,0,'');
INSERT INTO "profile" VALUES(2,'profile-1019','Grünpflege','Grünpflege','role','<p>Wozu.</p>',NULL,NULL,NULL,NULL,0,'');
CREATE TABLE profile_family (
	profile_id INTEGER NOT NULL, 
	family_id INTEGER NOT NULL, 
	CONSTRAINT pk_profile_family PRIMARY KEY (profile_id, family_id), 
	CONSTRAINT fk_profile_family_family_id FOREIGN KEY(family_id) REFERENCES job_family (id), 
	CONSTRAINT fk_profile_family_profile_id FOREIGN KEY(profile_id) REFERENCES profile (id), 
	CONSTRAINT uq_profile_family_family_id UNIQUE (family_id)
);
INSERT INTO "profile_family" VALUES(2,1);
CREATE TABLE programme (
	id INTEGER NOT NULL, 
	event_id INTEGER NOT NULL, 
	choosing VARCHAR(32) NOT NULL, 
	wishes_until DATETIME, 
	seed VARCHAR, 
	assignment JSON, 
	assigned_at DATETIME, 
	CONSTRAINT pk_programme PRIMARY KEY (id), 
	CONSTRAINT ck_programme_until_only_for_wishes CHECK (choosing = 'wishes' OR wishes_until IS NULL), 
	CONSTRAINT fk_programme_event_id FOREIGN KEY(event_id) REFERENCES event (id), 
	CONSTRAINT uq_programme_event_id UNIQUE (event_id), 
	CONSTRAINT ck_programme_choosing CHECK (choosing IN ('direct', 'wishes'))
);
INSERT INTO "programme" VALUES(1,2,'direct',NULL,NULL,NULL,NULL);
INSERT INTO "programme" VALUES(2,3,'wishes','2026-11-29 19:19:44.202433',NULL,NULL,NULL);
CREATE TABLE programme_release (
	id INTEGER NOT NULL, 
	programme_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	released_at DATETIME NOT NULL, 
	content JSON NOT NULL, 
	CONSTRAINT pk_programme_release PRIMARY KEY (id), 
	CONSTRAINT fk_programme_release_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id), 
	CONSTRAINT uq_programme_release_programme_id_number UNIQUE (programme_id, number)
);
INSERT INTO "programme_release" VALUES(1,1,1,'2026-11-28 19:19:44.144009','[{"id": 1, "kind": "slots", "title": "Block 1", "starts_at": "2026-12-28T08:00:00+00:00", "ends_at": "2026-12-28T09:00:00+00:00", "slots": [{"id": 1, "title": "KI im Alltag", "summary": "Worum es geht.", "room": "Saal", "seats": 10, "speakers": ["Rana Roth"], "bookable_id": 4}, {"id": 2, "title": "Klare Sprache", "summary": "Worum es geht.", "room": "Raum 2", "seats": 1, "speakers": [], "bookable_id": 5}]}, {"id": 2, "kind": "break", "title": "Pause", "starts_at": "2026-12-28T09:00:00+00:00", "ends_at": "2026-12-28T10:00:00+00:00", "slots": []}, {"id": 3, "kind": "slots", "title": "Block 2", "starts_at": "2026-12-28T10:00:00+00:00", "ends_at": "2026-12-28T11:00:00+00:00", "slots": [{"id": 3, "title": "KI im Alltag", "summary": "Worum es geht.", "room": "Saal", "seats": 10, "speakers": ["Rana Roth"], "bookable_id": 6}, {"id": 4, "title": "Daten lesen", "summary": "Worum es geht.", "room": "Raum 2", "seats": 2, "speakers": [], "bookable_id": 7}]}]');
INSERT INTO "programme_release" VALUES(2,2,1,'2026-11-28 19:19:44.216491','[{"id": 4, "kind": "slots", "title": "Block 1", "starts_at": "2026-12-28T08:00:00+00:00", "ends_at": "2026-12-28T09:00:00+00:00", "slots": [{"id": 5, "title": "KI im Alltag", "summary": "Worum es geht.", "room": "Saal", "seats": 10, "speakers": ["Rana Roth"], "bookable_id": 9}, {"id": 6, "title": "Klare Sprache", "summary": "Worum es geht.", "room": "Raum 2", "seats": 1, "speakers": [], "bookable_id": 10}]}, {"id": 5, "kind": "break", "title": "Pause", "starts_at": "2026-12-28T09:00:00+00:00", "ends_at": "2026-12-28T10:00:00+00:00", "slots": []}, {"id": 6, "kind": "slots", "title": "Block 2", "starts_at": "2026-12-28T10:00:00+00:00", "ends_at": "2026-12-28T11:00:00+00:00", "slots": [{"id": 7, "title": "KI im Alltag", "summary": "Worum es geht.", "room": "Saal", "seats": 10, "speakers": ["Rana Roth"], "bookable_id": 11}, {"id": 8, "title": "Daten lesen", "summary": "Worum es geht.", "room": "Raum 2", "seats": 2, "speakers": [], "bookable_id": 12}]}]');
CREATE TABLE proposal (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	weeks INTEGER NOT NULL, 
	pins JSON NOT NULL, 
	result JSON, 
	alternatives JSON NOT NULL, 
	accepted JSON, 
	fingerprint VARCHAR, 
	solved_at DATETIME, 
	task_id INTEGER, weekly_minutes INTEGER, 
	CONSTRAINT pk_proposal PRIMARY KEY (id), 
	CONSTRAINT ck_proposal_weeks_are_sensible CHECK (weeks BETWEEN 1 AND 104), 
	CONSTRAINT ck_proposal_solved_both_or_neither CHECK ((fingerprint IS NULL) = (solved_at IS NULL)), 
	CONSTRAINT fk_proposal_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_proposal_task_id FOREIGN KEY(task_id) REFERENCES task (id) ON DELETE SET NULL, 
	CONSTRAINT uq_proposal_person_id UNIQUE (person_id)
);
INSERT INTO "proposal" VALUES(1,1,12,'{}',NULL,'{}',NULL,NULL,NULL,1,NULL);
CREATE TABLE qualification (
	id INTEGER NOT NULL, 
	"key" VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	title_en VARCHAR NOT NULL, 
	valid_months INTEGER, 
	body_html VARCHAR NOT NULL, 
	retired_at DATETIME, 
	origin VARCHAR, 
	origin_hash VARCHAR, 
	edited_at DATETIME, 
	CONSTRAINT pk_qualification PRIMARY KEY (id), 
	CONSTRAINT ck_qualification_holds_for_a_while CHECK (valid_months BETWEEN 1 AND 600), 
	CONSTRAINT uq_qualification_key UNIQUE ("key"), 
	CONSTRAINT uq_qualification_origin UNIQUE (origin)
);
INSERT INTO "qualification" VALUES(1,'qualification-1044','Arbeitsschutz','Arbeitsschutz',12,'<p>Wozu.</p>',NULL,NULL,NULL,NULL);
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
CREATE TABLE reconfirmation (
	booking_id INTEGER NOT NULL, 
	starts_at DATETIME NOT NULL, 
	days_before INTEGER NOT NULL, 
	asked_at DATETIME NOT NULL, 
	said_yes_at DATETIME, 
	CONSTRAINT pk_reconfirmation PRIMARY KEY (booking_id), 
	CONSTRAINT ck_reconfirmation_answered_after_it_was_asked CHECK (said_yes_at >= asked_at), 
	CONSTRAINT fk_reconfirmation_booking_id FOREIGN KEY(booking_id) REFERENCES booking (id)
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
CREATE TABLE seat_draw (
	id INTEGER NOT NULL, 
	bookable_id INTEGER NOT NULL, 
	seed_source VARCHAR NOT NULL, 
	seed_on DATE NOT NULL, 
	bonus_from_id INTEGER, 
	announced_at DATETIME NOT NULL, 
	document VARCHAR, 
	hash VARCHAR, 
	fixed_at DATETIME, 
	seed VARCHAR, 
	drawn_at DATETIME, 
	drawn_by_id INTEGER, 
	done_at DATETIME, sealed VARCHAR, seats INTEGER, 
	CONSTRAINT pk_seat_draw PRIMARY KEY (id), 
	CONSTRAINT ck_seat_draw_fixed_with_its_list CHECK ((fixed_at IS NULL) = (document IS NULL)), 
	CONSTRAINT ck_seat_draw_fixed_with_its_hash CHECK ((fixed_at IS NULL) = (hash IS NULL)), 
	CONSTRAINT ck_seat_draw_drawn_with_its_seed CHECK ((drawn_at IS NULL) = (seed IS NULL)), 
	CONSTRAINT ck_seat_draw_fixed_before_it_is_drawn CHECK (drawn_at IS NULL OR fixed_at IS NOT NULL), 
	CONSTRAINT ck_seat_draw_drawn_before_it_is_done CHECK (done_at IS NULL OR drawn_at IS NOT NULL), 
	CONSTRAINT fk_seat_draw_bookable_id FOREIGN KEY(bookable_id) REFERENCES bookable (id), 
	CONSTRAINT fk_seat_draw_bonus_from_id FOREIGN KEY(bonus_from_id) REFERENCES bookable (id), 
	CONSTRAINT fk_seat_draw_drawn_by_id FOREIGN KEY(drawn_by_id) REFERENCES person (id), 
	CONSTRAINT uq_seat_draw_bookable_id UNIQUE (bookable_id)
);
INSERT INTO "seat_draw" VALUES(1,14,'Lottozahlen','2026-11-28',NULL,'2026-11-19 19:19:44.271059','{
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
','49634e3d16863a6265a070c1d91c15c8e2d227ff35bfd853a54a20f230daf730','2026-11-28 19:19:44.271059',NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE "session" (
	id INTEGER NOT NULL, 
	course_id INTEGER NOT NULL, 
	bookable_id INTEGER NOT NULL, 
	trainer VARCHAR NOT NULL, 
	origin VARCHAR, 
	link VARCHAR, 
	minimum INTEGER, 
	needed_days INTEGER, 
	costs_cents INTEGER DEFAULT '0' NOT NULL, 
	cost_centre VARCHAR, 
	voucher VARCHAR, 
	revision INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_session PRIMARY KEY (id), 
	CONSTRAINT uq_session_origin UNIQUE (origin), 
	CONSTRAINT uq_session_bookable_id UNIQUE (bookable_id), 
	CONSTRAINT fk_session_bookable_id FOREIGN KEY(bookable_id) REFERENCES bookable (id), 
	CONSTRAINT fk_session_course_id FOREIGN KEY(course_id) REFERENCES course (id), 
	CONSTRAINT ck_session_minimum_is_somebody CHECK (minimum >= 1), 
	CONSTRAINT ck_session_needs_a_day CHECK (needed_days >= 1), 
	CONSTRAINT ck_session_costs_are_not_negative CHECK (costs_cents >= 0)
);
INSERT INTO "session" VALUES(1,2,2,'Personalamt',NULL,NULL,NULL,NULL,0,NULL,NULL,0);
CREATE TABLE session_trainer (
	session_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	CONSTRAINT pk_session_trainer PRIMARY KEY (session_id, person_id), 
	CONSTRAINT fk_session_trainer_session_id FOREIGN KEY(session_id) REFERENCES session (id), 
	CONSTRAINT fk_session_trainer_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
CREATE TABLE share (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	reader_id INTEGER NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	thing_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	contains_self BOOLEAN NOT NULL, 
	starts_at DATETIME NOT NULL, 
	ends_at DATETIME NOT NULL, 
	withdrawn_at DATETIME, 
	CONSTRAINT pk_share PRIMARY KEY (id), 
	CONSTRAINT ck_share_ends_after_start CHECK (ends_at > starts_at), 
	CONSTRAINT ck_share_reader_is_somebody_else CHECK (reader_id <> person_id), 
	CONSTRAINT fk_share_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_share_reader_id FOREIGN KEY(reader_id) REFERENCES person (id), 
	CONSTRAINT ck_share_sharekind CHECK (kind IN ('profile', 'plan'))
);
INSERT INTO "share" VALUES(1,1,2,'profile',1,5,1,'2026-11-28 19:19:43.975933','2026-12-28 19:19:43.975933',NULL);
CREATE TABLE share_statement (
	share_id INTEGER NOT NULL, 
	statement_id INTEGER NOT NULL, 
	CONSTRAINT pk_share_statement PRIMARY KEY (share_id, statement_id), 
	CONSTRAINT fk_share_statement_share_id FOREIGN KEY(share_id) REFERENCES share (id), 
	CONSTRAINT fk_share_statement_statement_id FOREIGN KEY(statement_id) REFERENCES statement (id)
);
INSERT INTO "share_statement" VALUES(1,3);
INSERT INTO "share_statement" VALUES(1,1);
INSERT INTO "share_statement" VALUES(1,2);
INSERT INTO "share_statement" VALUES(1,4);
INSERT INTO "share_statement" VALUES(1,5);
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
INSERT INTO "sign_in" VALUES(1,'51da7f22cdf4f8376809ab78753c63857cb23b8f2da155013e865218bbc69add',1,'2026-11-28 19:19:43.901107','2026-11-28 19:19:43.901107','2026-11-29 05:19:43.901107',NULL,'test');
CREATE TABLE slot (
	id INTEGER NOT NULL, 
	band_id INTEGER NOT NULL, 
	title VARCHAR NOT NULL, 
	summary VARCHAR NOT NULL, 
	room_id INTEGER, 
	seats INTEGER NOT NULL, 
	speakers JSON NOT NULL, 
	bookable_id INTEGER, 
	dropped_at DATETIME, 
	CONSTRAINT pk_slot PRIMARY KEY (id), 
	CONSTRAINT ck_slot_seats_are_positive CHECK (seats > 0), 
	CONSTRAINT fk_slot_band_id FOREIGN KEY(band_id) REFERENCES time_band (id), 
	CONSTRAINT fk_slot_bookable_id FOREIGN KEY(bookable_id) REFERENCES bookable (id), 
	CONSTRAINT fk_slot_room_id FOREIGN KEY(room_id) REFERENCES event_room (id), 
	CONSTRAINT uq_slot_bookable_id UNIQUE (bookable_id)
);
INSERT INTO "slot" VALUES(1,1,'KI im Alltag','Worum es geht.',1,10,'["Rana Roth"]',4,NULL);
INSERT INTO "slot" VALUES(2,1,'Klare Sprache','Worum es geht.',2,1,'[]',5,NULL);
INSERT INTO "slot" VALUES(3,3,'KI im Alltag','Worum es geht.',1,10,'["Rana Roth"]',6,NULL);
INSERT INTO "slot" VALUES(4,3,'Daten lesen','Worum es geht.',2,2,'[]',7,NULL);
INSERT INTO "slot" VALUES(5,4,'KI im Alltag','Worum es geht.',3,10,'["Rana Roth"]',9,NULL);
INSERT INTO "slot" VALUES(6,4,'Klare Sprache','Worum es geht.',4,1,'[]',10,NULL);
INSERT INTO "slot" VALUES(7,6,'KI im Alltag','Worum es geht.',3,10,'["Rana Roth"]',11,NULL);
INSERT INTO "slot" VALUES(8,6,'Daten lesen','Worum es geht.',4,2,'[]',12,NULL);
CREATE TABLE slot_wish (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	slot_id INTEGER NOT NULL, 
	rank INTEGER NOT NULL, 
	CONSTRAINT pk_slot_wish PRIMARY KEY (id), 
	CONSTRAINT ck_slot_wish_rank_is_positive CHECK (rank > 0), 
	CONSTRAINT fk_slot_wish_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_slot_wish_slot_id FOREIGN KEY(slot_id) REFERENCES slot (id), 
	CONSTRAINT uq_slot_wish_person_id_slot_id UNIQUE (person_id, slot_id)
);
INSERT INTO "slot_wish" VALUES(1,1,5,1);
INSERT INTO "slot_wish" VALUES(2,1,8,2);
CREATE TABLE span (
	id INTEGER NOT NULL, 
	bookable_id INTEGER NOT NULL, 
	starts_at DATETIME NOT NULL, 
	ends_at DATETIME NOT NULL, 
	CONSTRAINT pk_span PRIMARY KEY (id), 
	CONSTRAINT ck_span_ends_after_start CHECK (ends_at > starts_at), 
	CONSTRAINT fk_span_bookable_id FOREIGN KEY(bookable_id) REFERENCES bookable (id)
);
INSERT INTO "span" VALUES(1,1,'2026-12-28 09:00:00.000000','2026-12-28 11:00:00.000000');
INSERT INTO "span" VALUES(2,2,'2026-12-28 09:00:00.000000','2026-12-28 11:00:00.000000');
INSERT INTO "span" VALUES(3,3,'2026-12-28 07:00:00.000000','2026-12-29 16:00:00.000000');
INSERT INTO "span" VALUES(4,4,'2026-12-28 08:00:00.000000','2026-12-28 09:00:00.000000');
INSERT INTO "span" VALUES(5,5,'2026-12-28 08:00:00.000000','2026-12-28 09:00:00.000000');
INSERT INTO "span" VALUES(6,6,'2026-12-28 10:00:00.000000','2026-12-28 11:00:00.000000');
INSERT INTO "span" VALUES(7,7,'2026-12-28 10:00:00.000000','2026-12-28 11:00:00.000000');
INSERT INTO "span" VALUES(8,8,'2026-12-28 07:00:00.000000','2026-12-29 16:00:00.000000');
INSERT INTO "span" VALUES(9,9,'2026-12-28 08:00:00.000000','2026-12-28 09:00:00.000000');
INSERT INTO "span" VALUES(10,10,'2026-12-28 08:00:00.000000','2026-12-28 09:00:00.000000');
INSERT INTO "span" VALUES(11,11,'2026-12-28 10:00:00.000000','2026-12-28 11:00:00.000000');
INSERT INTO "span" VALUES(12,12,'2026-12-28 10:00:00.000000','2026-12-28 11:00:00.000000');
INSERT INTO "span" VALUES(13,13,'2026-12-28 09:00:00.000000','2026-12-28 11:00:00.000000');
INSERT INTO "span" VALUES(14,14,'2026-12-28 09:00:00.000000','2026-12-28 11:00:00.000000');
INSERT INTO "span" VALUES(15,15,'2026-12-28 09:00:00.000000','2026-12-28 11:00:00.000000');
INSERT INTO "span" VALUES(16,16,'2026-12-28 09:00:00.000000','2026-12-28 11:00:00.000000');
INSERT INTO "span" VALUES(17,17,'2026-11-28 19:19:44.307953','2026-11-28 21:19:44.307953');
INSERT INTO "span" VALUES(18,18,'2026-12-28 09:00:00.000000','2026-12-28 11:00:00.000000');
INSERT INTO "span" VALUES(19,19,'2026-11-25 09:00:00.000000','2026-11-25 11:00:00.000000');
CREATE TABLE stand (
	id INTEGER NOT NULL, 
	fair_id INTEGER NOT NULL, 
	title VARCHAR NOT NULL, 
	description VARCHAR NOT NULL, 
	unit_id INTEGER NOT NULL, 
	contact_id INTEGER NOT NULL, 
	needs_power BOOLEAN NOT NULL, 
	needs_table BOOLEAN NOT NULL, 
	remark VARCHAR NOT NULL, 
	stage VARCHAR(32) NOT NULL, 
	hall VARCHAR, 
	place VARCHAR, 
	reason VARCHAR, 
	registered_at DATETIME NOT NULL, 
	visits INTEGER NOT NULL, 
	CONSTRAINT pk_stand PRIMARY KEY (id), 
	CONSTRAINT ck_stand_visits_are_not_negative CHECK (visits >= 0), 
	CONSTRAINT ck_stand_a_place_lies_in_a_hall CHECK ((place IS NULL) = (hall IS NULL)), 
	CONSTRAINT ck_stand_placed_with_its_place CHECK ((stage = 'placed') = (place IS NOT NULL)), 
	CONSTRAINT ck_stand_stage CHECK (stage IN ('registered', 'placed', 'declined', 'withdrawn')), 
	CONSTRAINT fk_stand_contact_id FOREIGN KEY(contact_id) REFERENCES person (id), 
	CONSTRAINT fk_stand_fair_id FOREIGN KEY(fair_id) REFERENCES fair (id), 
	CONSTRAINT fk_stand_unit_id FOREIGN KEY(unit_id) REFERENCES org_unit (id), 
	CONSTRAINT uq_stand_fair_id_place UNIQUE (fair_id, place)
);
INSERT INTO "stand" VALUES(1,1,'Stand 1037','Was es zu sehen gibt.',1000001,1,1,0,'','registered',NULL,NULL,NULL,'2026-11-28 19:19:44.337251',0);
CREATE TABLE stand_mark (
	person_id INTEGER NOT NULL, 
	stand_id INTEGER NOT NULL, 
	rank INTEGER NOT NULL, 
	CONSTRAINT pk_stand_mark PRIMARY KEY (person_id, stand_id), 
	CONSTRAINT ck_stand_mark_rank_is_positive CHECK (rank > 0), 
	CONSTRAINT fk_stand_mark_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_stand_mark_stand_id FOREIGN KEY(stand_id) REFERENCES stand (id)
);
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
	retracts_id INTEGER, visibility VARCHAR(32) DEFAULT 'person' NOT NULL CONSTRAINT ck_statement_visibility CHECK (visibility IN ('person', 'agreed')), valid_until DATE CONSTRAINT ck_statement_ends_after_observation CHECK (valid_until IS NULL OR valid_until >= observed_on), 
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
INSERT INTO "statement" VALUES(1,1,1,1,'self',1,'2026-11-28','2026-11-28 19:19:43.827662',NULL,NULL,NULL,'person',NULL);
INSERT INTO "statement" VALUES(2,1,1,2,'completion',NULL,'2026-11-28','2026-11-28 19:19:43.856255','Daten verstehen',NULL,NULL,'person',NULL);
INSERT INTO "statement" VALUES(3,1,1,2,'external',NULL,'2026-10-29','2026-11-28 19:19:43.922587','Lehrgang',NULL,NULL,'person',NULL);
INSERT INTO "statement" VALUES(4,1,2,1,'external',NULL,'2026-10-29','2026-11-28 19:19:43.925313','Lehrgang',NULL,NULL,'person',NULL);
INSERT INTO "statement" VALUES(5,1,2,2,'leader',2,'2026-11-28','2026-11-28 19:19:43.971819','Anfrage vom 26. November 2026','Gesehen.',NULL,'person',NULL);
INSERT INTO "statement" VALUES(6,1,1,2,'leader',2,'2026-11-28','2026-11-28 19:19:44.074438','Gespräch mit Max Mohr',NULL,NULL,'agreed',NULL);
INSERT INTO "statement" VALUES(7,1,4,1,'attendance',NULL,'2026-11-28','2026-11-28 19:19:44.330650','Heute',NULL,NULL,'person',NULL);
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
CREATE TABLE stored_file (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	name VARCHAR NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	size INTEGER NOT NULL, 
	stored_as VARCHAR NOT NULL, 
	added_at DATETIME NOT NULL, 
	CONSTRAINT pk_stored_file PRIMARY KEY (id), 
	CONSTRAINT ck_stored_file_size_is_positive CHECK (size > 0), 
	CONSTRAINT fk_stored_file_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT uq_stored_file_stored_as UNIQUE (stored_as), 
	CONSTRAINT ck_stored_file_type CHECK (kind IN ('pdf', 'png', 'jpeg', 'webp', 'docx', 'xlsx', 'odt', 'ods', 'txt', 'csv'))
);
CREATE TABLE synonyms (
	id INTEGER NOT NULL, 
	text VARCHAR NOT NULL, 
	origin VARCHAR, 
	origin_hash VARCHAR, 
	edited_at DATETIME, 
	CONSTRAINT pk_synonyms PRIMARY KEY (id), 
	CONSTRAINT uq_synonyms_origin UNIQUE (origin)
);
INSERT INTO "synonyms" VALUES(1,'DSGVO = Datenschutz',NULL,NULL,NULL);
CREATE TABLE taken_time (
	id INTEGER NOT NULL, 
	booking_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	whole_id INTEGER NOT NULL, 
	starts_at DATETIME NOT NULL, 
	ends_at DATETIME NOT NULL, 
	CONSTRAINT pk_taken_time PRIMARY KEY (id), 
	CONSTRAINT ck_taken_time_ends_after_it_starts CHECK (ends_at > starts_at), 
	CONSTRAINT fk_taken_time_booking_id FOREIGN KEY(booking_id) REFERENCES booking (id), 
	CONSTRAINT fk_taken_time_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
INSERT INTO "taken_time" VALUES(1,5,1,3,'2026-12-28 08:00:00.000000','2026-12-28 09:00:00.000000');
CREATE TABLE talk (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	proposed_by_id INTEGER NOT NULL, 
	profile_id INTEGER, 
	planned_on DATE NOT NULL, 
	proposed_at DATETIME NOT NULL, 
	recorded_at DATETIME, 
	recorded_by_id INTEGER, 
	record_number INTEGER NOT NULL, 
	agreed_at DATETIME, 
	agreed_by_id INTEGER, 
	called_off_at DATETIME, 
	CONSTRAINT pk_talk PRIMARY KEY (id), 
	CONSTRAINT ck_talk_agreed_both_or_neither CHECK ((agreed_at IS NULL) = (agreed_by_id IS NULL)), 
	CONSTRAINT ck_talk_recorded_both_or_neither CHECK ((recorded_at IS NULL) = (recorded_by_id IS NULL)), 
	CONSTRAINT ck_talk_agreed_or_called_off CHECK (agreed_at IS NULL OR called_off_at IS NULL), 
	CONSTRAINT ck_talk_agreed_after_recorded CHECK (agreed_at IS NULL OR recorded_at IS NOT NULL), 
	CONSTRAINT ck_talk_agreed_by_the_other CHECK (agreed_by_id <> recorded_by_id), 
	CONSTRAINT fk_talk_agreed_by_id FOREIGN KEY(agreed_by_id) REFERENCES person (id), 
	CONSTRAINT fk_talk_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_talk_profile_id FOREIGN KEY(profile_id) REFERENCES profile (id), 
	CONSTRAINT fk_talk_proposed_by_id FOREIGN KEY(proposed_by_id) REFERENCES person (id), 
	CONSTRAINT fk_talk_recorded_by_id FOREIGN KEY(recorded_by_id) REFERENCES person (id)
);
INSERT INTO "talk" VALUES(1,1,2,1,'2026-11-28','2026-11-28 19:19:44.032801','2026-11-28 19:19:44.062692',2,1,'2026-11-28 19:19:44.069888',1,NULL);
CREATE TABLE "talk_item" (
	id INTEGER NOT NULL, 
	talk_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	title VARCHAR NOT NULL, 
	minutes INTEGER NOT NULL, 
	due_on DATE, 
	plan_item_id INTEGER, 
	competence_id INTEGER, 
	target_level INTEGER, 
	CONSTRAINT pk_talk_item PRIMARY KEY (id), 
	CONSTRAINT uq_talk_item_talk_id_position UNIQUE (talk_id, position), 
	CONSTRAINT fk_talk_item_talk_id FOREIGN KEY(talk_id) REFERENCES talk (id) ON DELETE CASCADE, 
	CONSTRAINT ck_talk_item_minutes_are_sensible CHECK (minutes BETWEEN 1 AND 3600), 
	CONSTRAINT fk_talk_item_plan_item_id FOREIGN KEY(plan_item_id) REFERENCES plan_item (id) ON DELETE SET NULL, 
	CONSTRAINT fk_talk_item_competence_id FOREIGN KEY(competence_id) REFERENCES competence (id), 
	CONSTRAINT ck_talk_item_level_of_a_competence CHECK (target_level IS NULL OR competence_id IS NOT NULL)
);
INSERT INTO "talk_item" VALUES(1,1,1,'Hospitieren',60,NULL,3,1,2);
CREATE TABLE talk_side (
	id INTEGER NOT NULL, 
	talk_id INTEGER NOT NULL, 
	author_id INTEGER NOT NULL, 
	side VARCHAR(32) NOT NULL, 
	looking_back VARCHAR NOT NULL, 
	helping VARCHAR NOT NULL, 
	looking_ahead VARCHAR NOT NULL, 
	steps VARCHAR NOT NULL, 
	changed_at DATETIME NOT NULL, 
	released_at DATETIME, 
	CONSTRAINT pk_talk_side PRIMARY KEY (id), 
	CONSTRAINT fk_talk_side_author_id FOREIGN KEY(author_id) REFERENCES person (id), 
	CONSTRAINT fk_talk_side_talk_id FOREIGN KEY(talk_id) REFERENCES talk (id) ON DELETE CASCADE, 
	CONSTRAINT uq_talk_side_talk_id_author_id UNIQUE (talk_id, author_id), 
	CONSTRAINT ck_talk_side_side CHECK (side IN ('employee', 'leader'))
);
INSERT INTO "talk_side" VALUES(1,1,1,'employee','Gut.','','','Hospitieren','2026-11-28 19:19:44.043949','2026-11-28 19:19:44.043949');
INSERT INTO "talk_side" VALUES(2,1,2,'leader','Gut.','','','Hospitieren','2026-11-28 19:19:44.055871','2026-11-28 19:19:44.055871');
CREATE TABLE "target" (
	profile_id INTEGER NOT NULL, 
	competence_id INTEGER NOT NULL, 
	level INTEGER NOT NULL, 
	weight INTEGER DEFAULT '1' NOT NULL, 
	CONSTRAINT pk_target PRIMARY KEY (profile_id, competence_id), 
	CONSTRAINT ck_target_level_is_above_zero CHECK (level BETWEEN 1 AND 9), 
	CONSTRAINT fk_target_competence_id FOREIGN KEY(competence_id) REFERENCES competence (id), 
	CONSTRAINT fk_target_profile_id FOREIGN KEY(profile_id) REFERENCES profile (id), 
	CONSTRAINT ck_target_weight_is_single_or_double CHECK (weight BETWEEN 1 AND 2)
);
INSERT INTO "target" VALUES(1,1,3,1);
INSERT INTO "target" VALUES(1,2,2,1);
INSERT INTO "target" VALUES(2,1,1,1);
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
INSERT INTO "task" VALUES(1,'plans.propose','{"person_id": 1, "without": null}','de',1,'waiting','2026-11-28 19:19:44.114852','2026-11-28 19:19:44.114852',NULL,0,0,1,NULL,NULL);
CREATE TABLE template_item (
	id INTEGER NOT NULL, 
	template_id INTEGER NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	title VARCHAR NOT NULL, 
	course_id INTEGER, 
	link VARCHAR, 
	competence_id INTEGER, 
	target_level INTEGER, 
	minutes INTEGER NOT NULL, 
	due_days INTEGER, 
	priority VARCHAR(32) NOT NULL, 
	reason VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	retired_at DATETIME, 
	CONSTRAINT pk_template_item PRIMARY KEY (id), 
	CONSTRAINT ck_template_item_minutes_are_not_negative CHECK (minutes >= 0), 
	CONSTRAINT ck_template_item_level_of_a_competence CHECK (target_level IS NULL OR competence_id IS NOT NULL), 
	CONSTRAINT fk_template_item_template_id FOREIGN KEY(template_id) REFERENCES plan_template (id), 
	CONSTRAINT fk_template_item_course_id FOREIGN KEY(course_id) REFERENCES course (id) ON DELETE SET NULL, 
	CONSTRAINT fk_template_item_competence_id FOREIGN KEY(competence_id) REFERENCES competence (id), 
	CONSTRAINT ck_template_item_itemkind CHECK (kind IN ('course', 'session', 'event', 'practice', 'external', 'talk', 'evidence', 'own')), 
	CONSTRAINT ck_template_item_priority CHECK (priority IN ('low', 'normal', 'high'))
);
INSERT INTO "template_item" VALUES(1,1,'practice','Rundgang',NULL,NULL,1,2,30,7,'normal','Weil.',1023,NULL);
CREATE TABLE time_band (
	id INTEGER NOT NULL, 
	programme_id INTEGER NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	title VARCHAR NOT NULL, 
	starts_at DATETIME NOT NULL, 
	ends_at DATETIME NOT NULL, 
	CONSTRAINT pk_time_band PRIMARY KEY (id), 
	CONSTRAINT ck_time_band_ends_after_start CHECK (ends_at > starts_at), 
	CONSTRAINT fk_time_band_programme_id FOREIGN KEY(programme_id) REFERENCES programme (id), 
	CONSTRAINT ck_time_band_bandkind CHECK (kind IN ('slots', 'together', 'break'))
);
INSERT INTO "time_band" VALUES(1,1,'slots','Block 1','2026-12-28 08:00:00.000000','2026-12-28 09:00:00.000000');
INSERT INTO "time_band" VALUES(2,1,'break','Pause','2026-12-28 09:00:00.000000','2026-12-28 10:00:00.000000');
INSERT INTO "time_band" VALUES(3,1,'slots','Block 2','2026-12-28 10:00:00.000000','2026-12-28 11:00:00.000000');
INSERT INTO "time_band" VALUES(4,2,'slots','Block 1','2026-12-28 08:00:00.000000','2026-12-28 09:00:00.000000');
INSERT INTO "time_band" VALUES(5,2,'break','Pause','2026-12-28 09:00:00.000000','2026-12-28 10:00:00.000000');
INSERT INTO "time_band" VALUES(6,2,'slots','Block 2','2026-12-28 10:00:00.000000','2026-12-28 11:00:00.000000');
CREATE TABLE training_budget (
	id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	year INTEGER NOT NULL, 
	amount_cents INTEGER NOT NULL, 
	settled_cents INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	CONSTRAINT pk_training_budget PRIMARY KEY (id), 
	CONSTRAINT ck_training_budget_money_is_not_negative CHECK (amount_cents >= 0 AND settled_cents >= 0), 
	CONSTRAINT fk_training_budget_unit_id FOREIGN KEY(unit_id) REFERENCES org_unit (id), 
	CONSTRAINT uq_training_budget_unit_id_year UNIQUE (unit_id, year)
);
CREATE TABLE training_decision (
	id INTEGER NOT NULL, 
	request_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	stage VARCHAR(32) NOT NULL, 
	is_yes BOOLEAN NOT NULL, 
	note VARCHAR NOT NULL, 
	over_cents INTEGER NOT NULL, 
	decided_by_id INTEGER NOT NULL, 
	decided_at DATETIME NOT NULL, 
	CONSTRAINT pk_training_decision PRIMARY KEY (id), 
	CONSTRAINT ck_training_decision_no_has_a_reason CHECK (is_yes OR note <> ''), 
	CONSTRAINT ck_training_decision_overspending_has_a_reason CHECK (over_cents >= 0 AND (over_cents = 0 OR note <> '')), 
	CONSTRAINT ck_training_decision_stage CHECK (stage IN ('leader', 'hr')), 
	CONSTRAINT fk_training_decision_request_id FOREIGN KEY(request_id) REFERENCES training_request (id), 
	CONSTRAINT fk_training_decision_decided_by_id FOREIGN KEY(decided_by_id) REFERENCES person (id), 
	CONSTRAINT uq_training_decision_request_id_version_stage UNIQUE (request_id, version, stage)
);
CREATE TABLE training_request (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	state VARCHAR(32) NOT NULL, 
	version INTEGER NOT NULL, 
	edition INTEGER NOT NULL, 
	page VARCHAR NOT NULL, 
	title VARCHAR NOT NULL, 
	provider VARCHAR NOT NULL, 
	link VARCHAR, 
	starts_on DATE, 
	ends_on DATE, 
	place VARCHAR NOT NULL, 
	fee_cents INTEGER, 
	travel_cents INTEGER, 
	work_hours INTEGER, 
	reason VARCHAR NOT NULL, 
	competence_id INTEGER, 
	step_id INTEGER, 
	item_id INTEGER, 
	budget_id INTEGER, 
	evidence_id INTEGER, 
	spent_cents INTEGER, 
	happened_on DATE, 
	year INTEGER NOT NULL, 
	begun_at DATETIME NOT NULL, 
	changed_at DATETIME NOT NULL, 
	sent_at DATETIME, 
	asked_on DATE, 
	CONSTRAINT pk_training_request PRIMARY KEY (id), 
	CONSTRAINT ck_training_request_ends_after_start CHECK (ends_on IS NULL OR (starts_on IS NOT NULL AND ends_on >= starts_on)), 
	CONSTRAINT ck_training_request_costs_are_sensible CHECK (fee_cents BETWEEN 0 AND 10000000 AND travel_cents BETWEEN 0 AND 10000000), 
	CONSTRAINT ck_training_request_hours_are_sensible CHECK (work_hours BETWEEN 0 AND 800), 
	CONSTRAINT ck_training_request_what_is_sent_is_complete CHECK (state = 'draft' OR (sent_at IS NOT NULL AND provider <> '' AND reason <> '' AND fee_cents IS NOT NULL AND travel_cents IS NOT NULL AND work_hours IS NOT NULL)), 
	CONSTRAINT ck_training_request_done_has_costs CHECK (spent_cents >= 0 AND (state <> 'done' OR spent_cents IS NOT NULL)), 
	CONSTRAINT ck_training_request_spent_at_the_end CHECK (spent_cents IS NULL OR state IN ('done', 'withdrawn')), 
	CONSTRAINT ck_training_request_state CHECK (state IN ('draft', 'with-leader', 'with-hr', 'approved', 'declined', 'withdrawn', 'done')), 
	CONSTRAINT fk_training_request_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_training_request_competence_id FOREIGN KEY(competence_id) REFERENCES competence (id), 
	CONSTRAINT fk_training_request_step_id FOREIGN KEY(step_id) REFERENCES plan_item (id) ON DELETE SET NULL, 
	CONSTRAINT fk_training_request_item_id FOREIGN KEY(item_id) REFERENCES plan_item (id) ON DELETE SET NULL, 
	CONSTRAINT fk_training_request_budget_id FOREIGN KEY(budget_id) REFERENCES training_budget (id), 
	CONSTRAINT fk_training_request_evidence_id FOREIGN KEY(evidence_id) REFERENCES evidence (id) ON DELETE SET NULL
);
INSERT INTO "training_request" VALUES(1,1,'with-leader',1,1,'','Fachtagung','Akademie',NULL,'2026-12-28','2026-12-28','',50000,8000,16,'Weil es fehlt.',NULL,NULL,NULL,NULL,NULL,NULL,NULL,2026,'2026-11-28 19:19:44.407809','2026-11-28 19:19:44.407809','2026-11-28 19:19:44.407809',NULL);
CREATE TABLE turned_away (
	bookable_id INTEGER NOT NULL, 
	day DATE NOT NULL, 
	number INTEGER NOT NULL, 
	CONSTRAINT pk_turned_away PRIMARY KEY (bookable_id, day), 
	CONSTRAINT ck_turned_away_number_is_positive CHECK (number > 0), 
	CONSTRAINT fk_turned_away_bookable_id FOREIGN KEY(bookable_id) REFERENCES bookable (id)
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
INSERT INTO "unit" VALUES(1,1,'unit-1016','Einheit',1016,5,'<p>Text</p>','[]',NULL,NULL,NULL,NULL);
CREATE TABLE unit_progress (
	person_id INTEGER NOT NULL, 
	unit_id INTEGER NOT NULL, 
	done_at DATETIME NOT NULL, 
	CONSTRAINT pk_unit_progress PRIMARY KEY (person_id, unit_id), 
	CONSTRAINT fk_unit_progress_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_unit_progress_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id)
);
INSERT INTO "unit_progress" VALUES(1,1,'2026-11-28 19:19:43.846881');
CREATE TABLE unit_proof (
	unit_id INTEGER NOT NULL, 
	competence_id INTEGER NOT NULL, 
	level INTEGER NOT NULL, 
	CONSTRAINT pk_unit_proof PRIMARY KEY (unit_id, competence_id), 
	CONSTRAINT ck_unit_proof_level_is_on_a_scale CHECK (level BETWEEN 1 AND 9), 
	CONSTRAINT fk_unit_proof_unit_id FOREIGN KEY(unit_id) REFERENCES unit (id), 
	CONSTRAINT fk_unit_proof_competence_id FOREIGN KEY(competence_id) REFERENCES competence (id)
);
CREATE TABLE weekly_review (
	id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	monday DATE NOT NULL, 
	worked VARCHAR NOT NULL, 
	hindered VARCHAR NOT NULL, 
	next_week VARCHAR NOT NULL, 
	changed_at DATETIME NOT NULL, 
	CONSTRAINT pk_weekly_review PRIMARY KEY (id), 
	CONSTRAINT fk_weekly_review_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT uq_weekly_review_person_id_monday UNIQUE (person_id, monday)
);
INSERT INTO "weekly_review" VALUES(1,1,'2026-11-23','Die Übung','','Zwei Einheiten','2026-11-28 19:19:44.106567');
CREATE TABLE wished_level (
	side_id INTEGER NOT NULL, 
	competence_id INTEGER NOT NULL, 
	level INTEGER NOT NULL, 
	CONSTRAINT pk_wished_level PRIMARY KEY (side_id, competence_id), 
	CONSTRAINT ck_wished_level_level_is_on_a_scale CHECK (level BETWEEN 0 AND 9), 
	CONSTRAINT fk_wished_level_competence_id FOREIGN KEY(competence_id) REFERENCES competence (id), 
	CONSTRAINT fk_wished_level_side_id FOREIGN KEY(side_id) REFERENCES talk_side (id) ON DELETE CASCADE
);
INSERT INTO "wished_level" VALUES(1,1,2);
INSERT INTO "wished_level" VALUES(2,1,2);
CREATE INDEX ix_course_format ON course (format);
CREATE INDEX ix_course_topic ON course (topic);
CREATE INDEX ix_failed_sign_in_account ON failed_sign_in (account, at);
CREATE INDEX ix_failed_sign_in_network ON failed_sign_in (network, at);
CREATE INDEX ix_org_unit_parent_id ON org_unit (parent_id);
CREATE INDEX ix_area_framework_id ON area (framework_id);
CREATE INDEX ix_job_family_id ON job (family_id);
CREATE INDEX ix_unit_course_position ON unit (course_id, position);
CREATE INDEX ix_competence_area_id ON competence (area_id);
CREATE INDEX ix_span_bookable_id ON span (bookable_id);
CREATE INDEX ix_absence_person_id ON absence (person_id);
CREATE INDEX ix_activity_actor_id ON activity (actor_id);
CREATE INDEX ix_activity_subject ON activity (subject_kind, subject_id);
CREATE INDEX ix_leadership_person_id ON leadership (person_id);
CREATE INDEX ix_leadership_unit_id ON leadership (unit_id);
CREATE UNIQUE INDEX one_head_until_further_notice ON leadership (unit_id) WHERE position = 'head' AND valid_to IS NULL;
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
CREATE INDEX ix_person_names ON person (family_name, given_name);
CREATE INDEX ix_person_job_id ON person (job_id);
CREATE INDEX ix_person_unit_id ON person (unit_id);
CREATE INDEX ix_share_person_id ON share (person_id);
CREATE INDEX ix_share_reader ON share (reader_id, ends_at);
CREATE INDEX ix_share_statement_statement_id ON share_statement (statement_id);
CREATE INDEX ix_stored_file_person_id ON stored_file (person_id);
CREATE UNIQUE INDEX one_live_evidence ON evidence (person_id, title, happened_on) WHERE withdrawn_at IS NULL;
CREATE INDEX ix_template_item_course_id ON template_item (course_id);
CREATE INDEX ix_template_item_template_position ON template_item (template_id, position);
CREATE INDEX ix_plan_assignment_person_id ON plan_assignment (person_id);
CREATE INDEX ix_plan_assignment_assigned_by_id ON plan_assignment (assigned_by_id);
CREATE INDEX ix_plan_delivery_template_item_id ON plan_delivery (template_item_id);
CREATE INDEX ix_buddy_pair_buddy_id ON buddy_pair (buddy_id);
CREATE UNIQUE INDEX one_live_pair ON buddy_pair (person_id, buddy_id) WHERE declined_at IS NULL AND ended_at IS NULL;
CREATE INDEX ix_practice_question_course_id ON practice_question (course_id);
CREATE INDEX ix_talk_person_id ON talk (person_id);
CREATE UNIQUE INDEX one_open_talk ON talk (person_id) WHERE agreed_at IS NULL AND called_off_at IS NULL;
CREATE INDEX ix_buddy_note_author_id ON buddy_note (author_id);
CREATE INDEX ix_talk_side_author_id ON talk_side (author_id);
CREATE INDEX ix_talk_side_changed_at ON talk_side (changed_at);
CREATE UNIQUE INDEX one_released_side ON talk_side (talk_id, side) WHERE released_at IS NOT NULL;
CREATE INDEX ix_proposal_task_id ON proposal (task_id);
CREATE INDEX ix_plan_item_session_id ON plan_item (session_id);
CREATE INDEX ix_plan_item_event_id ON plan_item (event_id);
CREATE INDEX ix_plan_item_course_id ON plan_item (course_id);
CREATE INDEX ix_plan_item_plan_position ON plan_item (plan_id, position);
CREATE INDEX ix_plan_item_evidence_id ON plan_item (evidence_id);
CREATE INDEX ix_counted_in_pool_id ON counted_in (pool_id);
CREATE INDEX ix_competence_link_to_id ON competence_link (to_id);
CREATE INDEX ix_time_band_programme_id ON time_band (programme_id);
CREATE INDEX ix_slot_band_id ON slot (band_id);
CREATE INDEX ix_slot_room_id ON slot (room_id);
CREATE INDEX ix_slot_wish_slot_id ON slot_wish (slot_id);
CREATE UNIQUE INDEX one_open_handover ON handover (booking_id) WHERE stage = 'open';
CREATE INDEX ix_handover_to_id ON handover (to_id);
CREATE INDEX ix_panel_run_by_id ON panel (run_by_id);
CREATE INDEX ix_panel_task_id ON panel (task_id);
CREATE INDEX ix_panel_group_panel_id ON panel_group (panel_id);
CREATE INDEX ix_panel_member_panel_id ON panel_member (panel_id);
CREATE INDEX ix_panel_member_person_id ON panel_member (person_id);
CREATE UNIQUE INDEX one_live_panel_member ON panel_member (panel_id, person_id) WHERE declined_at IS NULL AND left_at IS NULL;
CREATE INDEX ix_panel_volunteer_person_id ON panel_volunteer (person_id);
CREATE UNIQUE INDEX ix_framework_predecessor_id ON framework (predecessor_id);
CREATE INDEX ix_door_bookable_id ON door (bookable_id);
CREATE INDEX ix_door_note_door_id ON door_note (door_id);
CREATE INDEX ix_door_note_booking_id ON door_note (booking_id);
CREATE INDEX ix_event_outcome_competence_id ON event_outcome (competence_id);
CREATE INDEX ix_attendance_proof_statement_id ON attendance_proof (statement_id);
CREATE INDEX ix_acceptance_bookable_id ON acceptance (bookable_id);
CREATE INDEX ix_invitation_person_id ON invitation (person_id);
CREATE INDEX ix_invitation_open ON invitation (bookable_id, answer_by) WHERE reply = 'open';
CREATE INDEX ix_event_mark_event_id ON event_mark (event_id);
CREATE INDEX ix_event_mark_series_id ON event_mark (series_id);
CREATE INDEX ix_bookable_starts_at ON bookable (starts_at);
CREATE INDEX ix_bookable_part_of_id ON bookable (part_of_id);
CREATE INDEX ix_figure_ledger_id ON figure (ledger_id);
CREATE INDEX ix_figure_reader_figure_id ON figure_reader (figure_id);
CREATE INDEX ix_figure_reader_person_id ON figure_reader (person_id);
CREATE INDEX ix_feedback_question_sheet_id ON feedback_question (sheet_id);
CREATE INDEX ix_feedback_text_question_id ON feedback_text (question_id);
CREATE INDEX ix_feedback_turn_person_id ON feedback_turn (person_id);
CREATE TRIGGER figure_no_update BEFORE UPDATE ON figure
        BEGIN SELECT RAISE(ABORT, 'figure is append-only'); END;
CREATE TRIGGER figure_no_delete BEFORE DELETE ON figure
        WHEN NOT EXISTS (SELECT 1 FROM erasure_switch) BEGIN SELECT RAISE(ABORT, 'figure is append-only'); END;
CREATE INDEX ix_stand_contact_id ON stand (contact_id);
CREATE INDEX ix_stand_unit_id ON stand (unit_id);
CREATE INDEX ix_stand_mark_stand_id ON stand_mark (stand_id);
CREATE INDEX ix_talk_item_plan_item_id ON talk_item (plan_item_id);
CREATE TRIGGER activity_no_replace BEFORE INSERT ON activity
    WHEN EXISTS (SELECT 1 FROM activity WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'activity is append-only'); END;
CREATE TRIGGER read_audit_no_replace BEFORE INSERT ON read_audit
    WHEN EXISTS (SELECT 1 FROM read_audit WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'read_audit is append-only'); END;
CREATE TRIGGER statement_no_replace BEFORE INSERT ON statement
    WHEN EXISTS (SELECT 1 FROM statement WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'statement is append-only'); END;
CREATE TRIGGER booking_change_no_replace BEFORE INSERT ON booking_change
    WHEN EXISTS (SELECT 1 FROM booking_change WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'booking_change is append-only'); END;
CREATE TRIGGER figure_no_replace BEFORE INSERT ON figure
    WHEN EXISTS (SELECT 1 FROM figure WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'figure is append-only'); END;
CREATE INDEX ix_taken_time_booking_id ON taken_time (booking_id);
CREATE INDEX ix_taken_time_person_whole ON taken_time (person_id, whole_id);
CREATE TRIGGER one_part_at_a_time BEFORE INSERT ON taken_time WHEN EXISTS (
    SELECT 1 FROM taken_time WHERE person_id = NEW.person_id AND whole_id = NEW.whole_id
    AND starts_at < NEW.ends_at AND NEW.starts_at < ends_at
) BEGIN SELECT RAISE(ABORT, 'one_part_at_a_time'); END;
CREATE INDEX ix_booking_person_state ON booking (person_id, state);
CREATE UNIQUE INDEX one_live_booking ON booking (bookable_id, person_id) WHERE state IN ('requested', 'confirmed', 'waitlisted', 'offered');
CREATE INDEX ix_booking_line ON booking (bookable_id, state, rank, requested_at, id);
CREATE INDEX ix_booking_decide_by ON booking (decide_by) WHERE decide_by IS NOT NULL;
CREATE INDEX ix_booking_passed_to ON booking (passed_to_id) WHERE passed_to_id IS NOT NULL;
CREATE INDEX ix_inquiry_asked ON inquiry (asked_id, stage);
CREATE INDEX ix_inquiry_evidence_id ON inquiry (evidence_id);
CREATE INDEX ix_inquiry_person_id ON inquiry (person_id);
CREATE INDEX ix_unit_proof_competence_id ON unit_proof (competence_id);
CREATE INDEX ix_date_wish_course_id ON date_wish (course_id);
CREATE INDEX ix_edition_state ON edition (state);
CREATE INDEX ix_edition_author_id ON edition (author_id);
CREATE INDEX ix_edition_reviewer_id ON edition (reviewer_id);
CREATE UNIQUE INDEX one_open_edition ON edition (slug) WHERE state IN ('draft', 'review');
CREATE UNIQUE INDEX one_published_edition ON edition (slug) WHERE state = 'published';
CREATE INDEX ix_edition_part_author_id ON edition_part (author_id);
CREATE INDEX ix_session_course_id ON session (course_id);
CREATE INDEX ix_session_trainer_person_id ON session_trainer (person_id);
CREATE INDEX ix_enrolment_course_id ON enrolment (course_id);
CREATE INDEX ix_training_request_state ON training_request (state, year);
CREATE INDEX ix_training_request_person_id ON training_request (person_id);
CREATE INDEX ix_training_request_competence_id ON training_request (competence_id);
CREATE INDEX ix_training_request_step_id ON training_request (step_id);
CREATE INDEX ix_training_request_item_id ON training_request (item_id);
CREATE INDEX ix_training_request_budget_id ON training_request (budget_id);
CREATE INDEX ix_training_request_evidence_id ON training_request (evidence_id);
CREATE INDEX ix_training_decision_decided_by_id ON training_decision (decided_by_id);
CREATE UNIQUE INDEX one_valid_certificate ON certificate (person_id, course_id, completed_on) WHERE revoked_at IS NULL;
CREATE INDEX ix_certificate_person_id ON certificate (person_id);
CREATE INDEX ix_certificate_course_id ON certificate (course_id);
CREATE INDEX ix_certificate_revoked_by_id ON certificate (revoked_by_id);
CREATE INDEX ix_course_qualification_qualification_id ON course_qualification (qualification_id);
CREATE INDEX ix_holding_qualification_id ON holding (qualification_id);
CREATE INDEX ix_holding_recorded_by_id ON holding (recorded_by_id);
CREATE INDEX ix_holding_person_qualification ON holding (person_id, qualification_id, valid_until);
CREATE TRIGGER holding_no_update BEFORE UPDATE ON holding BEGIN SELECT RAISE(ABORT, 'holding is append-only'); END;
CREATE TRIGGER holding_no_replace BEFORE INSERT ON holding WHEN EXISTS (SELECT 1 FROM holding WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'holding is append-only'); END;
CREATE TRIGGER holding_no_delete BEFORE DELETE ON holding WHEN NOT EXISTS (SELECT 1 FROM erasure_switch) BEGIN SELECT RAISE(ABORT, 'holding is append-only'); END;
CREATE INDEX ix_mandatory_rule_family_id ON mandatory_rule (family_id);
CREATE INDEX ix_mandatory_rule_qualification_id ON mandatory_rule (qualification_id);
CREATE INDEX ix_mandatory_rule_unit_id ON mandatory_rule (unit_id);
CREATE INDEX ix_mandatory_reminder_qualification_id ON mandatory_reminder (qualification_id);
CREATE INDEX ix_notice_person_at ON notice (person_id, at);
CREATE INDEX ix_mail_due ON mail (stage, due_at);
CREATE INDEX ix_mail_person_id ON mail (person_id);
CREATE INDEX ix_edition_file_stored_as ON edition_file (stored_as);
COMMIT;
