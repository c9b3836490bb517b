"""What a notice says: a sentence for each kind, made of its plain values in the reader's language."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.notifications.rules import Kind
from app.web.formats import day, moment

SENTENCES = {
    Kind.BOOKING_REQUESTED: _l("Your request for %(what)s is with your leader."),
    Kind.BOOKING_CONFIRMED: _l("You have a seat: “%(title)s”, %(starts_at)s."),
    Kind.BOOKING_WAITLISTED: _l("All seats of %(what)s are taken. You are on the waitlist."),
    Kind.BOOKING_DECLINED: _l("Your request for %(what)s could not be met."),
    Kind.BOOKING_CANCELLED: _l("Your booking of %(what)s has ended."),
    Kind.SEAT_OFFERED: _l("A seat is free for you: %(what)s. Please answer by %(expires_at)s."),
    Kind.OFFER_EXPIRED: _l("The seat offered to you in %(what)s went to the next person in line."),
    Kind.HANDOVER_PROPOSED: _l("A colleague offers you their seat: %(what)s. Please answer by %(expires_at)s."),
    Kind.HANDOVER_ACCEPTED: _l("Your seat went to your colleague: %(what)s."),
    Kind.HANDOVER_DECLINED: _l("The colleague you asked can’t take your seat: %(what)s. It is still yours."),
    Kind.DECISION_WAITING: _l("A request for %(what)s is waiting for your decision."),
    Kind.INQUIRY_ASKED: _l("Somebody asks for your word. Please answer by %(expires_at)s."),
    Kind.INQUIRY_ANSWERED: _l("You have an answer from somebody whom you asked for their word."),
    Kind.PROFILE_SHARED: _l("%(title)s lets you see their competences until %(expires_at)s."),
    Kind.PLAN_SECTION: _l("There are new steps in your learning plan: “%(title)s”."),
    Kind.TALK_PROPOSED: _l("A talk is proposed to you: %(title)s."),
    Kind.TALK_RELEASED: _l("The other side has released its preparation: talk on %(title)s."),
    Kind.TALK_RECORDED: _l("An agreement waits for your confirmation: talk on %(title)s."),
    Kind.TALK_AGREED: _l("What you recorded is confirmed: talk on %(title)s."),
    Kind.TALK_CALLED_OFF: _l("The talk on %(title)s is called off."),
    Kind.BUDDY_WANTED: _l("Please find a buddy for %(title)s, who is new."),
    Kind.BUDDY_ASKED: _l("Would you accompany %(title)s for the first weeks?"),
    Kind.BUDDY_ACCEPTED: _l("A buddy has been found: %(title)s."),
    Kind.BUDDY_DECLINED: _l("The buddy you asked can’t do it this time: %(title)s."),
    Kind.PRACTICE_QUESTION: _l("What have you applied of “%(title)s”?"),
    Kind.WORD_TAKEN_BACK: _l("Somebody has taken back what they said about one of your levels."),
    Kind.DATE_MOVED: _l("“%(title)s” takes place at another time or place: %(starts_at)s, %(place)s."),
    Kind.DATE_PLANNED: _l("There is a date for %(what)s. You wanted to be told."),
    Kind.MANDATORY_DUE: _l("A mandatory training is due: %(what)s."),
    Kind.MANDATORY_OVERDUE: _l("A mandatory training was due: %(what)s. Please catch up on it."),
    Kind.TEAM_OVERDUE: _l("In your team somebody has not done a mandatory training in time: “%(title)s”."),
    Kind.DATE_CALLED_OFF: _l("%(what)s does not take place."),
    Kind.DATE_NEWS: _l("The organisers of “%(title)s” write to you: %(note)s"),
    Kind.LEADS_DATE: _l("You lead %(what)s. The date is attached for your calendar."),
    Kind.PROGRAMME_READY: _l("Your programme for “%(title)s” is ready."),
    Kind.PROGRAMME_CHANGED: _l("Something that you have chosen in “%(title)s” has changed."),
    Kind.PANEL_ASKED: _l("Would you like to be in the team “%(title)s”?"),
    Kind.PANEL_ACCEPTED: _l("Somebody whom you asked has agreed: team “%(title)s”."),
    Kind.PANEL_DECLINED: _l("Somebody whom you asked can’t do it this time: team “%(title)s”."),
    Kind.PANEL_LEFT: _l("Somebody has left the team “%(title)s”. A seat is free."),
    Kind.PANEL_PUBLISHED: _l("The list for the draw is fixed: team “%(title)s”. You can see your chance."),
    Kind.PANEL_DRAWN: _l("You have been drawn: team “%(title)s”."),
    Kind.PANEL_NOT_DRAWN: _l(
        "This time the lot fell on others: team “%(title)s”. If somebody leaves, you may move up."
    ),
    Kind.BOOKING_APPLIED: _l("You take part in the draw for %(what)s."),
    Kind.BOOKING_NOT_DRAWN: _l("This time the seats of %(what)s were drawn by others."),
    Kind.BOOKING_PASSED_UP: _l(
        "Your request for %(what)s is with the next-higher leader as well now, so that you need not wait longer."
    ),
    Kind.DECISION_LAPSED: _l("A request for %(what)s counts as approved, since the time to decide is over."),
    Kind.STAND_REGISTERED: _l("A stand is registered for “%(title)s” and waits for a place."),
    Kind.STAND_PLACED: _l("Your stand “%(title)s” has its place: %(place)s."),
    Kind.STAND_DECLINED: _l("There is no place for your stand “%(title)s”. The reason: %(note)s"),
    Kind.TRAINING_WAITING: _l("A training request waits for your decision: “%(title)s”."),
    Kind.TRAINING_WITH_HR: _l("A training request waits for HR: “%(title)s”."),
    Kind.TRAINING_SUPPORTED: _l("Your leader supports your training request “%(title)s”. HR decides now."),
    Kind.TRAINING_APPROVED: _l("Your training request “%(title)s” is approved. It is in your plan now."),
    Kind.TRAINING_DECLINED: _l("Your training request “%(title)s” was declined. The reason: %(note)s"),
    Kind.TRAINING_TAKEN_BACK: _l("A training that was approved is withdrawn or changed: “%(title)s”."),
    Kind.TRAINING_OVER: _l("How was “%(title)s”? Please enter what it cost, and hand in your evidence."),
    Kind.TRAINING_REPORTED: _l("A training took place, and its costs are known: “%(title)s”."),
    Kind.FEEDBACK_WANTED: _l("How was “%(title)s”? A few questions, without your name, until %(expires_at)s."),
    Kind.COMING_ASKED: _l("Do you come? %(what)s. Please answer with one click."),
    Kind.INVITED: _l("You are invited: %(what)s. Please answer by %(expires_at)s."),
    Kind.CERTIFICATE_REVOKED: _l("Your certificate for “%(title)s” has been revoked."),
}
NAMED = {
    Kind.BOOKING_REQUESTED: _l("%(who)s has signed you up. Your request for %(what)s is with your leader."),
    Kind.BOOKING_CONFIRMED: _l("%(who)s has signed you up. You have a seat: “%(title)s”, %(starts_at)s."),
    Kind.BOOKING_WAITLISTED: _l("%(who)s has signed you up. All seats of %(what)s are taken; you are on the waitlist."),
    Kind.BOOKING_APPLIED: _l("%(who)s has signed you up. You take part in the draw for %(what)s."),
    Kind.BOOKING_CANCELLED: _l("%(who)s has taken back your sign-up for %(what)s."),
    Kind.DECISION_WAITING: _l("%(who)s asks for a seat: %(what)s. Please decide."),
    Kind.DECISION_LAPSED: _l(
        "The request of %(who)s for %(what)s counts as approved, since the time to decide is over."
    ),
    Kind.TRAINING_WAITING: _l("%(who)s asks for a training: “%(title)s”. Please decide."),
    Kind.TRAINING_WITH_HR: _l("%(who)s asks for a training: “%(title)s”. HR decides now."),
    Kind.TRAINING_TAKEN_BACK: _l("%(who)s has withdrawn or changed a training that was approved: “%(title)s”."),
    Kind.TRAINING_REPORTED: _l("%(who)s attended “%(title)s”; the costs are known."),
    Kind.HANDOVER_PROPOSED: _l("%(who)s offers you their seat: %(what)s. Please answer by %(expires_at)s."),
    Kind.HANDOVER_DECLINED: _l("%(who)s can’t take your seat: %(what)s. It is still yours."),
    Kind.INQUIRY_ASKED: _l("%(who)s asks for your word. Please answer by %(expires_at)s."),
    Kind.INQUIRY_ANSWERED: _l("%(who)s has answered your request for their word."),
    Kind.TALK_PROPOSED: _l("%(who)s proposes a talk: %(title)s."),
    Kind.TALK_RELEASED: _l("%(who)s has released the preparation for the talk on %(title)s."),
    Kind.TALK_RECORDED: _l("%(who)s has written down what you two agreed (talk of %(title)s). Please confirm it."),
    Kind.TALK_AGREED: _l("%(who)s has confirmed what you wrote down about the talk on %(title)s."),
    Kind.TALK_CALLED_OFF: _l("%(who)s has called off the talk on %(title)s."),
    Kind.BUDDY_ACCEPTED: _l("%(title)s has agreed to accompany %(who)s."),
    Kind.BUDDY_DECLINED: _l("%(title)s can’t accompany %(who)s this time."),
    Kind.WORD_TAKEN_BACK: _l("%(who)s has taken back what they said about one of your levels."),
    Kind.PANEL_ACCEPTED: _l("%(who)s has agreed to be in the team “%(title)s”."),
    Kind.PANEL_DECLINED: _l("%(who)s can’t be in the team “%(title)s” this time."),
    Kind.PANEL_LEFT: _l("%(who)s has left the team “%(title)s”. A seat is free."),
}
"""The same where the notice knows who it is about; letters never do."""
ASKED_FOR = _l("%(asked_by)s asks for a seat for %(who)s: %(what)s. Please decide.")
"""A request that those who run a date have made for somebody."""
LEFT = {
    "confirmed": _l("Your seat in %(what)s is given back."),
    "waitlisted": _l("You have left the waitlist of %(what)s."),
    "requested": _l("Your request for %(what)s is withdrawn."),
    "offered": _l("The seat offered to you in %(what)s goes to the next person in line."),
}
"""How a booking ended, by where it stood before."""
NAMES = (
    "title",
    "who",
    "asked_by",
    "starts_at",
    "expires_at",
    "place",
    "note",
    "was",
    "at_once",
    "was_at",
    "was_place",
    "waits",
    "by_leader",
    "by_organiser",
    "undecided",
    "again",
)


def sentence(kind: Kind, values: Mapping[str, Any]) -> str:
    """The sentence of a notice."""
    shown = {name: written(name, values.get(name)) for name in NAMES}
    said = NAMED[kind] if values.get("who") and kind in NAMED else SENTENCES[kind]
    if kind is Kind.DECISION_WAITING and values.get("asked_by"):
        said = ASKED_FOR
    if kind is Kind.BOOKING_CANCELLED and not values.get("who"):
        said = LEFT.get(str(values.get("was")), said)
    return str(said) % (shown | {"what": _what(values)})


def _what(values: Mapping[str, Any]) -> str:
    """What it is about, with its day, since a seminar takes place more than once."""
    title = written("title", values.get("title"))
    if not values.get("starts_at"):
        return _("“%(title)s”", title=title)
    return _("“%(title)s” on %(day)s", title=title, day=day(dt.datetime.fromisoformat(values["starts_at"])))


def written(name: str, value: Any) -> Any:
    """A plain value as a letter or a notice says it: a moment in wall time, a text on one line."""
    if value is None:
        return ""
    if name.endswith("_at"):
        return moment(dt.datetime.fromisoformat(value))
    return one_line(value) if isinstance(value, str) else value


def one_line(text: str) -> str:
    """The text without line breaks and control characters, so that it can stand in the header of a letter."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
