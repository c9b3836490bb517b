"""Buddies: asking for one, answering, meeting once a week."""

import datetime as dt

from flask_babel import gettext as _
from sqlalchemy import delete

from app import clock
from app.db import db
from app.errors import Refused
from app.notifications.actions import notify
from app.notifications.rules import Kind
from app.people import queries as people
from app.people.actions import take_turns
from app.people.models import Person
from app.people.rules import Role
from app.people.viewer import Viewer
from app.plans import queries
from app.plans.models import BuddyNote, BuddyPair, BuddySkip
from app.plans.rules import buddy as rules


def ask(viewer: Viewer, *, newcomer: str, buddy: str) -> BuddyPair:
    """Ask somebody, by name, to accompany somebody whom the viewer leads or looks after."""
    person, asked = called(newcomer, "newcomer"), called(buddy, "buddy")
    if not (viewer.leads(person) or viewer.has(Role.HR, path=person.unit.path)):
        raise Refused(_("You can ask for somebody whom you lead, or whom you look after in HR."), "newcomer")
    return pair_up(person, asked, by=viewer.person)


def pair_up(person: Person, buddy: Person, *, by: Person | None) -> BuddyPair:
    """Ask somebody to accompany a newcomer; asked twice is asked once."""
    if person.id == buddy.id:
        raise Refused(_("Nobody can accompany themselves."), "buddy")
    take_turns(person)
    if found := db.session.scalars(queries.buddy.live_pair(person.id, buddy.id)).one_or_none():
        return found
    _refuse_where_accompanied(person, "buddy")
    pair = BuddyPair(
        person_id=person.id,
        buddy_id=buddy.id,
        person=person,
        buddy=buddy,
        asked_by_id=by.id if by else None,
        asked_at=clock.now(),
        weekday=rules.USUAL_WEEKDAY,
        time=rules.USUAL_TIME,
        until=clock.today() + rules.USUAL_SPAN,
    )
    db.session.add(pair)
    db.session.flush()
    notify(buddy, Kind.BUDDY_ASKED, path="/buddies", title=person.name)
    return pair


def accept(pair: BuddyPair) -> BuddyPair:
    """Say yes; from now on both see the page of the pair, and what others were asked for the same person has ended."""
    _answer(pair)
    _refuse_where_accompanied(pair.person)
    pair.accepted_at = clock.now()
    for other in db.session.scalars(queries.buddy.pairs_of(pair.person_id)):
        if other.is_waiting:
            other.ended_at, other.ended_by_id = pair.accepted_at, pair.buddy_id
    notify(pair.person, Kind.BUDDY_ACCEPTED, path=f"/buddies/{pair.id}", title=pair.buddy.name)
    _tell_asker(pair, Kind.BUDDY_ACCEPTED)
    db.session.flush()
    return pair


def decline(pair: BuddyPair) -> BuddyPair:
    """Say no, without a reason."""
    _answer(pair)
    pair.declined_at = clock.now()
    _tell_asker(pair, Kind.BUDDY_DECLINED)
    db.session.flush()
    return pair


def arrange(pair: BuddyPair, *, weekday: int, time: dt.time, until: dt.date) -> BuddyPair:
    """Choose the weekly appointment."""
    _refuse_unless_running(pair)
    pair.weekday, pair.time, pair.until = weekday, time, until
    pair.skips = []
    db.session.flush()
    return pair


def skip(pair: BuddyPair, *, day: dt.date) -> BuddyPair:
    """Leave the next appointment out; a second click leaves out no second one."""
    _refuse_unless_running(pair)
    if day == queries.buddy.next_of(pair, clock.today()):
        pair.skips.append(BuddySkip(pair_id=pair.id, day=day))
    db.session.flush()
    return pair


def write_note(pair: BuddyPair, *, by: Person, day: dt.date, body: str) -> BuddyNote:
    """Write something down about an appointment; both read it. What one writes later that day stands below."""
    _refuse_unless_running(pair)
    same = queries.buddy.notes_of(pair.id).where(BuddyNote.author_id == by.id, BuddyNote.day == day)
    note = db.session.scalars(same).one_or_none()
    if note is None:
        note = BuddyNote(pair_id=pair.id, author_id=by.id, day=day)
        db.session.add(note)
    if body not in (note.body or ""):
        note.body = f"{note.body}\n\n{body}" if note.body else body
    note.changed_at = clock.now()
    db.session.flush()
    return note


def delete_note(note: BuddyNote) -> None:
    """Take back what one wrote down."""
    db.session.delete(note)
    db.session.flush()


def end(pair: BuddyPair, *, by: Person) -> BuddyPair:
    """End it, from either side."""
    take_turns(pair.person)
    db.session.refresh(pair)
    if pair.ended_at is None:
        pair.ended_at, pair.ended_by_id = clock.now(), by.id
    db.session.flush()
    return pair


def forget_pairs() -> int:
    """Erase the pairs that are past their time, with their notes; returns how many."""
    before = clock.today() - rules.PAIR_LASTS
    ids = db.session.scalars(queries.buddy.forgotten_pairs(before, clock.start_of(before))).all()
    for model, column in ((BuddyNote, BuddyNote.pair_id), (BuddySkip, BuddySkip.pair_id), (BuddyPair, BuddyPair.id)):
        db.session.execute(delete(model).where(column.in_(ids)))
    return len(ids)


def called(name: str, field: str) -> Person:
    """Whoever is called so; `field` is where the name was typed."""
    found = db.session.scalars(people.people_called(name, clock.today())).all()
    if not found:
        raise Refused(_("Nobody here is called so. Please write the given name and the family name."), field)
    if len(found) > 1:
        raise Refused(_("Several people are called so. Please enter the e-mail address."), field)
    return found[0]


def _answer(pair: BuddyPair) -> None:
    take_turns(pair.person)
    db.session.refresh(pair)
    if pair.ended_at is not None and pair.accepted_at is None:
        raise Refused(_somebody_else(pair.person))
    if not pair.is_waiting:
        raise Refused(_("This has been answered already."))


def _refuse_where_accompanied(person: Person, field: str | None = None) -> None:
    pairs = db.session.scalars(queries.buddy.pairs_of(person.id))
    if any(pair.is_running and pair.until >= clock.today() for pair in pairs):
        raise Refused(_somebody_else(person), field)


def _somebody_else(person: Person) -> str:
    return _("Somebody accompanies %(name)s already. Thank you all the same.", name=person.name)


def _refuse_unless_running(pair: BuddyPair) -> None:
    take_turns(pair.person)
    db.session.refresh(pair)
    if not pair.is_running:
        raise Refused(_("This has ended."))


def _tell_asker(pair: BuddyPair, kind: Kind) -> None:
    if pair.asked_by_id and pair.asked_by_id != pair.person_id:
        asker = db.session.get_one(Person, pair.asked_by_id)
        notify(asker, kind, path="/buddies/request", who=pair.person.name, title=pair.buddy.name)
