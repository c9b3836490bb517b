"""Asking about a date, answering without leaving a trace, and forgetting who has answered."""

import datetime as dt
import random
import secrets
from collections.abc import Mapping, Sequence

from flask_babel import gettext as _
from sqlalchemy import case, delete, insert, select, update

from app import clock
from app.activity.actions import record
from app.bookings.models import Bookable
from app.db import db
from app.disclosure import actions as disclosure
from app.disclosure.rules import NOT_SAID, Cell, Report, Verdict
from app.errors import Refused
from app.feedback import queries
from app.feedback.models import Question, Sheet, Tally, Text, Turn
from app.feedback.rules import DAYS_TO_ANSWER, NOTHING, TEXTS_LAST, TURNS_LAST, VALUES, Draft, Kind, Phase
from app.notifications.actions import notify, settle
from app.notifications.rules import Kind as NoticeKind
from app.people.models import Person

ALL = "all"
"""The one cell of a report: everybody who has answered."""
BITS = 53
A_DAY = dt.timedelta(days=1)
SHUFFLED = random.SystemRandom()


def ask(bookable: Bookable, *, questions: Sequence[Draft], by: Person) -> Sheet:
    """Set the questions that are asked on the day after a date; none: nobody is asked."""
    sheet = db.session.scalars(queries.sheet_of(bookable)).one_or_none() or Sheet(bookable=bookable)
    if sheet.asked_on is not None:
        raise Refused(_("People have been asked already, so the questions stay as they are."))
    if bookable.cancelled_at:
        raise Refused(_("This date was cancelled."))
    db.session.add(sheet)
    sheet.questions = [
        Question(position=at, kind=draft.kind, text=draft.text) for at, draft in enumerate(questions, start=1)
    ]
    db.session.flush()
    for question in sheet.questions:
        values = (*VALUES[question.kind], NOT_SAID) if question.kind is not Kind.TEXT else ()
        db.session.add_all(Tally(question_id=question.id, value=value) for value in values)
    record(by, "feedback.questions-set", sheet, bookable=bookable.id, questions=len(questions))
    db.session.flush()
    return sheet


def ask_where_due() -> int:
    """Ask whoever was there, on the day after; returns how many people that were."""
    today, asked = clock.today(), 0
    midnight = clock.start_of(today)
    for sheet in db.session.scalars(queries.sheets_to_ask(today, midnight)).all():
        sheet.asked_on, sheet.closes_on = today, today + DAYS_TO_ANSWER * A_DAY
        people = db.session.scalars(queries.attended(sheet.bookable, today)).all() if sheet.questions else []
        until = clock.end_of(sheet.closes_on)
        for person in people:
            db.session.add(Turn(sheet_id=sheet.id, person_id=person.id))
            notify(
                person,
                NoticeKind.FEEDBACK_WANTED,
                path=f"/feedback/{sheet.id}",
                title=sheet.bookable.title,
                expires_at=until.isoformat(),
                sheet=sheet.id,
            )
        asked += len(people)
    db.session.flush()
    return asked


def answer(turn: Turn, *, answers: Mapping[int, str]) -> None:
    """Take somebody's answers, by question; once. What they said is counted apart from that they said something."""
    sheet = db.session.scalars(queries.locked_sheet(turn.sheet_id)).one()
    db.session.refresh(turn)
    if turn.has_answered:
        raise Refused(_("You have answered already. Thank you."))
    if sheet.phase is not Phase.OPEN:
        raise Refused(_("The time for answers is over."))
    if not any(answers.get(question.id, NOTHING).strip() for question in sheet.questions):
        raise Refused(_("Please answer at least one question."))
    turn.has_answered = True
    db.session.flush()
    _count(sheet, answers)
    _write(sheet, answers)
    _release(sheet)
    settle(select(Person).where(Person.id == turn.person_id), NoticeKind.FEEDBACK_WANTED, sheet=sheet.id)


def forget() -> int:
    """Forget who was asked, and later what was written; returns how many sheets and texts that were."""
    today, gone = clock.today(), 0
    for sheet in db.session.scalars(queries.sheets_closed_before(today - TURNS_LAST)).all():
        theirs = delete(Turn).where(Turn.sheet_id == sheet.id).returning(Turn.person_id)
        gone += len(db.session.execute(theirs).all())
        disclosure.close([sheet.key, *(question.key for question in sheet.questions)])
    for sheet in db.session.scalars(queries.sheets_closed_before(today - TEXTS_LAST)).all():
        written = queries.texts_of(sheet).with_only_columns(Text.id)
        gone += len(db.session.execute(delete(Text).where(Text.id.in_(written)).returning(Text.id)).all())
    return gone


def _count(sheet: Sheet, answers: Mapping[int, str]) -> None:
    """Count what was chosen; every tally of the sheet is written, whatever it was."""
    for question in sheet.questions:
        said = answers.get(question.id, NOTHING)
        value = said if said in VALUES[question.kind] else NOT_SAID
        added = case((Tally.value == value, 1), else_=0)
        all_of_it = update(Tally).where(Tally.question_id == question.id).values(number=Tally.number + added)
        db.session.execute(all_of_it.execution_options(synchronize_session=False))


def _write(sheet: Sheet, answers: Mapping[int, str]) -> None:
    """Add what was written, and write all texts of the sheet anew: shuffled, under numbers drawn by lot."""
    known = queries.texts_of(sheet).with_only_columns(Text.question_id, Text.body, Text.is_released)
    texts = [(number, body, is_released) for number, body, is_released in db.session.execute(known)]
    texts += [
        (question.id, said, False)
        for question in sheet.questions
        if question.kind is Kind.TEXT and (said := answers.get(question.id, NOTHING).strip())
    ]
    if texts:
        theirs = queries.texts_of(sheet).with_only_columns(Text.id)
        db.session.execute(delete(Text).where(Text.id.in_(theirs)).execution_options(synchronize_session=False))
        db.session.execute(insert(Text), _shuffled(texts))


def _shuffled(texts: Sequence[tuple[int, str, bool]]) -> list[dict[str, object]]:
    order = SHUFFLED.sample(texts, len(texts))
    return [
        {"id": secrets.randbits(BITS), "question_id": question, "body": body, "is_released": is_released}
        for question, body, is_released in order
    ]


def _release(sheet: Sheet) -> None:
    """Let out what may be said by now; with the number of answers, the texts that were written up to here."""
    people, counts = queries.who_answered(sheet), queries.counts_of(sheet)
    verdicts = disclosure.release(Report(sheet.key), [Cell(ALL, people)])
    for question in sheet.questions:
        if question.kind is not Kind.TEXT:
            disclosure.release(Report(question.key), [Cell(ALL, people, counts[question.id])])
    if verdicts[ALL] is Verdict.SHOWN:
        written = queries.texts_of(sheet).with_only_columns(Text.id)
        released = update(Text).where(Text.id.in_(written)).values(is_released=True)
        db.session.execute(released.execution_options(synchronize_session=False))
