"""Kinds of messages, their class, and when a failed mail is tried again."""

import datetime as dt
import enum


class Urgency(enum.StrEnum):
    """An answer to one's own act; something with a deadline; or what can wait for the digest."""

    ANSWER = "answer"
    URGENT = "urgent"
    DIGEST = "digest"


class Kind(enum.StrEnum):
    """What a message is about."""

    BOOKING_REQUESTED = "booking-requested"
    BOOKING_CONFIRMED = "booking-confirmed"
    BOOKING_WAITLISTED = "booking-waitlisted"
    BOOKING_DECLINED = "booking-declined"
    BOOKING_CANCELLED = "booking-cancelled"
    SEAT_OFFERED = "seat-offered"
    OFFER_EXPIRED = "offer-expired"
    DECISION_WAITING = "decision-waiting"
    INQUIRY_ASKED = "inquiry-asked"
    INQUIRY_ANSWERED = "inquiry-answered"
    PROFILE_SHARED = "profile-shared"
    PLAN_SECTION = "plan-section"
    TALK_PROPOSED = "talk-proposed"
    TALK_RELEASED = "talk-released"
    TALK_RECORDED = "talk-recorded"
    TALK_AGREED = "talk-agreed"
    TALK_CALLED_OFF = "talk-called-off"
    BUDDY_WANTED = "buddy-wanted"
    BUDDY_ASKED = "buddy-asked"
    BUDDY_ACCEPTED = "buddy-accepted"
    BUDDY_DECLINED = "buddy-declined"
    PRACTICE_QUESTION = "practice-question"
    WORD_TAKEN_BACK = "word-taken-back"
    DATE_MOVED = "date-moved"
    DATE_CALLED_OFF = "date-called-off"
    PROGRAMME_READY = "programme-ready"
    PROGRAMME_CHANGED = "programme-changed"
    HANDOVER_PROPOSED = "handover-proposed"
    HANDOVER_ACCEPTED = "handover-accepted"
    HANDOVER_DECLINED = "handover-declined"
    PANEL_ASKED = "panel-asked"
    PANEL_ACCEPTED = "panel-accepted"
    PANEL_DECLINED = "panel-declined"
    PANEL_LEFT = "panel-left"
    PANEL_PUBLISHED = "panel-published"
    PANEL_DRAWN = "panel-drawn"
    PANEL_NOT_DRAWN = "panel-not-drawn"
    BOOKING_APPLIED = "booking-applied"
    BOOKING_NOT_DRAWN = "booking-not-drawn"
    BOOKING_PASSED_UP = "booking-passed-up"
    DECISION_LAPSED = "decision-lapsed"
    COMING_ASKED = "coming-asked"
    INVITED = "invited"
    FEEDBACK_WANTED = "feedback-wanted"
    STAND_REGISTERED = "stand-registered"
    STAND_PLACED = "stand-placed"
    STAND_DECLINED = "stand-declined"
    DATE_PLANNED = "date-planned"
    LEADS_DATE = "leads-date"
    DATE_NEWS = "date-news"
    TRAINING_WAITING = "training-waiting"
    TRAINING_WITH_HR = "training-with-hr"
    TRAINING_SUPPORTED = "training-supported"
    TRAINING_APPROVED = "training-approved"
    TRAINING_DECLINED = "training-declined"
    TRAINING_TAKEN_BACK = "training-taken-back"
    TRAINING_OVER = "training-over"
    TRAINING_REPORTED = "training-reported"
    CERTIFICATE_REVOKED = "certificate-revoked"
    MANDATORY_DUE = "mandatory-due"
    MANDATORY_OVERDUE = "mandatory-overdue"
    TEAM_OVERDUE = "team-overdue"


URGENCY = {
    Kind.BOOKING_REQUESTED: Urgency.ANSWER,
    Kind.BOOKING_CONFIRMED: Urgency.ANSWER,
    Kind.BOOKING_WAITLISTED: Urgency.ANSWER,
    Kind.BOOKING_DECLINED: Urgency.ANSWER,
    Kind.BOOKING_CANCELLED: Urgency.ANSWER,
    Kind.SEAT_OFFERED: Urgency.URGENT,
    Kind.OFFER_EXPIRED: Urgency.URGENT,
    Kind.HANDOVER_PROPOSED: Urgency.URGENT,
    Kind.HANDOVER_ACCEPTED: Urgency.ANSWER,
    Kind.HANDOVER_DECLINED: Urgency.ANSWER,
    Kind.DECISION_WAITING: Urgency.URGENT,
    Kind.INQUIRY_ASKED: Urgency.URGENT,
    Kind.INQUIRY_ANSWERED: Urgency.ANSWER,
    Kind.PROFILE_SHARED: Urgency.DIGEST,
    Kind.PLAN_SECTION: Urgency.DIGEST,
    Kind.TALK_PROPOSED: Urgency.URGENT,
    Kind.TALK_RELEASED: Urgency.DIGEST,
    Kind.TALK_RECORDED: Urgency.URGENT,
    Kind.TALK_AGREED: Urgency.DIGEST,
    Kind.TALK_CALLED_OFF: Urgency.URGENT,
    Kind.BUDDY_WANTED: Urgency.URGENT,
    Kind.BUDDY_ASKED: Urgency.URGENT,
    Kind.BUDDY_ACCEPTED: Urgency.DIGEST,
    Kind.BUDDY_DECLINED: Urgency.DIGEST,
    Kind.PRACTICE_QUESTION: Urgency.DIGEST,
    Kind.WORD_TAKEN_BACK: Urgency.DIGEST,
    Kind.DATE_MOVED: Urgency.URGENT,
    Kind.DATE_CALLED_OFF: Urgency.URGENT,
    Kind.DATE_PLANNED: Urgency.URGENT,
    Kind.LEADS_DATE: Urgency.URGENT,
    Kind.DATE_NEWS: Urgency.URGENT,
    Kind.MANDATORY_DUE: Urgency.DIGEST,
    Kind.MANDATORY_OVERDUE: Urgency.URGENT,
    Kind.TEAM_OVERDUE: Urgency.DIGEST,
    Kind.PROGRAMME_READY: Urgency.URGENT,
    Kind.PROGRAMME_CHANGED: Urgency.URGENT,
    Kind.PANEL_ASKED: Urgency.URGENT,
    Kind.PANEL_ACCEPTED: Urgency.DIGEST,
    Kind.PANEL_DECLINED: Urgency.DIGEST,
    Kind.PANEL_LEFT: Urgency.URGENT,
    Kind.PANEL_PUBLISHED: Urgency.DIGEST,
    Kind.PANEL_DRAWN: Urgency.URGENT,
    Kind.PANEL_NOT_DRAWN: Urgency.DIGEST,
    Kind.BOOKING_APPLIED: Urgency.ANSWER,
    Kind.BOOKING_NOT_DRAWN: Urgency.URGENT,
    Kind.BOOKING_PASSED_UP: Urgency.DIGEST,
    Kind.DECISION_LAPSED: Urgency.DIGEST,
    Kind.STAND_REGISTERED: Urgency.DIGEST,
    Kind.STAND_PLACED: Urgency.URGENT,
    Kind.STAND_DECLINED: Urgency.URGENT,
    Kind.FEEDBACK_WANTED: Urgency.DIGEST,
    Kind.TRAINING_WAITING: Urgency.URGENT,
    Kind.TRAINING_WITH_HR: Urgency.DIGEST,
    Kind.TRAINING_SUPPORTED: Urgency.DIGEST,
    Kind.TRAINING_APPROVED: Urgency.URGENT,
    Kind.TRAINING_DECLINED: Urgency.URGENT,
    Kind.TRAINING_TAKEN_BACK: Urgency.DIGEST,
    Kind.TRAINING_OVER: Urgency.DIGEST,
    Kind.TRAINING_REPORTED: Urgency.DIGEST,
    Kind.COMING_ASKED: Urgency.URGENT,
    Kind.INVITED: Urgency.URGENT,
    Kind.CERTIFICATE_REVOKED: Urgency.URGENT,
}


class MailStage(enum.StrEnum):
    """Where a letter stands."""

    WAITING = "waiting"
    SENT = "sent"
    DEAD = "dead"


RETRY_AFTER = [dt.timedelta(minutes=m) for m in (1, 5, 15, 60, 240, 720, 1440)]


def next_try(failures: int, now: dt.datetime) -> dt.datetime | None:
    """When to try again after so many failures; None: never, the letter is dead (R57)."""
    return now + RETRY_AFTER[failures - 1] if failures <= len(RETRY_AFTER) else None
