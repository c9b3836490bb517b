"""Asking somebody by name for their word, and giving it."""

import datetime as dt
from collections.abc import Iterable, Mapping

from flask_babel import format_date
from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from app import clock
from app.competences import queries
from app.competences.actions.statement import state
from app.competences.models import Evidence, Inquiry, InquiryLine
from app.competences.rules import InquiryStage, is_in_time
from app.db import db
from app.errors import Refused
from app.notifications.actions import notify
from app.notifications.rules import Kind as Letter
from app.people import queries as people
from app.people.actions import take_turns
from app.people.models import Person
from app.text.language import speaking

LAST_MINUTE = dt.time(23, 59)


def ask(person: Person, *, asked: int, competences: Iterable[int], note: str, ends_on: dt.date) -> Inquiry | None:
    """Ask somebody for their word on these levels; what they are asked about already is not asked again."""
    somebody = _somebody(person, asked, ends_on)
    wanted = set(competences)
    if not wanted or wanted - queries.highest_levels(wanted).keys():
        raise Refused(_("Please choose at least one competence."), "competences")
    new = sorted(wanted - queries.asked_already(person.id, somebody.id, clock.today()))
    if not new:
        return None
    inquiry = _inquiry(person, somebody, note, ends_on)
    inquiry.lines = [InquiryLine(competence_id=competence) for competence in new]
    return _send(inquiry, somebody)


def ask_to_confirm(evidence: Evidence, person: Person, *, asked: int, note: str, ends_on: dt.date) -> Inquiry:
    """Ask somebody to confirm the present version of a proof; once is enough."""
    somebody = _somebody(person, asked, ends_on)
    same = select(Inquiry).where(
        Inquiry.evidence_id == evidence.id,
        Inquiry.evidence_version == evidence.version,
        Inquiry.asked_id == somebody.id,
        Inquiry.stage == InquiryStage.OPEN,
        Inquiry.ends_on >= clock.today(),
    )
    if found := db.session.scalars(same).first():
        return found
    inquiry = _inquiry(person, somebody, note, ends_on)
    inquiry.evidence_id, inquiry.evidence_version = evidence.id, evidence.version
    return _send(inquiry, somebody)


def answer(
    inquiry: Inquiry, by: Person, *, stage: InquiryStage, word: str, levels: Mapping[int, int] | None = None
) -> None:
    """Give one's word, or say kindly that one doesn't; levels become statements under one's name."""
    db.session.refresh(inquiry, ["stage"], with_for_update=True)
    if inquiry.stage is not InquiryStage.OPEN:
        raise Refused(_("This has been answered or withdrawn meanwhile."))
    given = levels or {}
    if stage is InquiryStage.ANSWERED:
        _check(inquiry, given, word)
        answering_as = queries.answering_as(inquiry, clock.today())
        with speaking(inquiry.person.language):
            source = _("Request of %(day)s", day=format_date(clock.local(inquiry.asked_at), "long"))
        for line in inquiry.lines:
            if line.competence_id in given:
                row = state(
                    inquiry.person,
                    line.competence_id,
                    given[line.competence_id],
                    kind=answering_as.kind,
                    by=by,
                    observed_on=clock.today(),
                    source=source,
                    note=word,
                )
                line.statement_id = row.id
    inquiry.stage, inquiry.word, inquiry.answered_at = stage, word, clock.now()
    path = f"/competences/evidence/{inquiry.evidence_id}" if inquiry.evidence_id else "/competences/inquiries"
    notify(inquiry.person, Letter.INQUIRY_ANSWERED, path=path, who=by.name)
    db.session.flush()


def withdraw_inquiry(inquiry: Inquiry) -> None:
    """Ask no longer."""
    inquiry.stage = InquiryStage.WITHDRAWN
    db.session.flush()


def ask_about(replaced: Mapping[int, int | None]) -> None:
    """Whoever is asked and has not answered is asked about what has taken the place; about nothing, no longer."""
    asked = select(InquiryLine.inquiry_id).where(InquiryLine.competence_id.in_(replaced))
    is_open = Inquiry.stage == InquiryStage.OPEN, Inquiry.evidence_id.is_(None), Inquiry.id.in_(asked)
    for inquiry in db.session.scalars(select(Inquiry).where(*is_open).options(selectinload(Inquiry.lines))):
        now = {line.competence_id for line in inquiry.lines}
        wanted = {other for one in now if (other := replaced.get(one, one)) is not None}
        inquiry.lines = [line for line in inquiry.lines if line.competence_id in wanted]
        inquiry.lines += [InquiryLine(competence_id=one) for one in sorted(wanted - now)]
        if not wanted:
            inquiry.stage = InquiryStage.WITHDRAWN
    db.session.flush()


def _somebody(person: Person, asked: int, ends_on: dt.date) -> Person:
    """The person who is asked: anybody who works here today, but not oneself."""
    take_turns(person)
    today = clock.today()
    if not is_in_time(ends_on, today):
        raise Refused(_("Please choose a day within the next 60 days."), "ends_on")
    found = db.session.scalars(people.employed(today).where(Person.id == asked, Person.id != person.id)).one_or_none()
    if found is None:
        raise Refused(_("Please choose somebody who works here, and not yourself."), "asked")
    return found


def _inquiry(person: Person, asked: Person, note: str, ends_on: dt.date) -> Inquiry:
    return Inquiry(
        person_id=person.id,
        asked_id=asked.id,
        asked_as=queries.relation(person, asked, clock.today()),
        note=note,
        asked_at=clock.now(),
        ends_on=ends_on,
        stage=InquiryStage.OPEN,
        word="",
    )


def _send(inquiry: Inquiry, asked: Person) -> Inquiry:
    db.session.add(inquiry)
    db.session.flush()
    expires_at = clock.at(inquiry.ends_on, LAST_MINUTE).isoformat()
    path, who = f"/competences/inquiries/{inquiry.id}", inquiry.person.name
    notify(asked, Letter.INQUIRY_ASKED, path=path, who=who, expires_at=expires_at)
    db.session.flush()
    return inquiry


def _check(inquiry: Inquiry, levels: Mapping[int, int], word: str) -> None:
    if inquiry.evidence_id is not None:
        raise Refused(_("Please choose one of the answers shown."))
    if not levels:
        raise Refused(_("Please choose a level for at least one competence, or say that you can’t."))
    if not word:
        raise Refused(_("Please say in a sentence what you base this on."), "word")
    asked = {line.competence_id for line in inquiry.lines}
    highest = queries.highest_levels(levels)
    for competence, level in levels.items():
        if competence not in asked or not 0 <= level <= highest.get(competence, -1):
            raise Refused(_("Please choose one of the levels shown."), f"level-{competence}")
