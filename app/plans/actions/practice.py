"""Asking what has been applied, and what becomes of the answer."""

from collections.abc import Iterator, Sequence
from itertools import islice

from flask_babel import gettext as _
from sqlalchemy import select

from app import clock
from app.competences.actions import hand_in
from app.competences.rules import Facts, Proof
from app.db import db
from app.errors import Refused
from app.notifications.actions import notify
from app.notifications.rules import Kind
from app.people.actions import take_turns
from app.people.models import Person
from app.plans import queries
from app.plans.models import PracticeQuestion
from app.plans.queries.practice import Learnt
from app.plans.rules.practice import Answer, turn_due

AT_ONCE = 500


def ask_when_due() -> int:
    """Ask everybody who completed something two or six weeks ago; asked again the same day, nobody is asked twice."""
    learnt = iter(queries.practice.learnt_lately(clock.today()))
    return sum(_ask(batch) for batch in _batches(learnt))


def tell(question: PracticeQuestion, *, what: str, place: str, outcome: str, claim: str = "") -> PracticeQuestion:
    """Write down what has been applied; if the person wants, it is kept as evidence of a level of the course."""
    _settle(question, Answer.APPLIED)
    question.what, question.place, question.outcome = what, place, outcome
    if claim:
        chosen = next((one for one in queries.practice.claims_of(question.course_id) if one.value == claim), None)
        if chosen is None:
            raise Refused(_("Please choose one of the levels shown."), "claim")
        person = db.session.get_one(Person, question.person_id)
        text = "\n".join(part for part in (what, place, outcome) if part)
        claims = {chosen.competence.id: chosen.level}
        hand_in(person, facts=Facts(Proof.PRACTICE, question.title, text, None, clock.today(), None, claims))
    db.session.flush()
    return question


def put_off(question: PracticeQuestion) -> PracticeQuestion:
    """Say "not yet": after six weeks Lotse asks once more."""
    return _settle(question, Answer.NOT_YET)


def dismiss(question: PracticeQuestion) -> PracticeQuestion:
    """Want no question about this course any more."""
    return _settle(question, Answer.DISMISSED)


def _settle(question: PracticeQuestion, answer: Answer) -> PracticeQuestion:
    take_turns(db.session.get_one(Person, question.person_id))
    db.session.refresh(question)
    if question.answer is not None:
        raise Refused(_("You have answered this already."))
    question.answer, question.answered_at = answer, clock.now()
    db.session.flush()
    return question


def _ask(batch: Sequence[Learnt]) -> int:
    today = clock.today()
    ids = {one.person_id for one in batch}
    asked: dict[tuple[int, int | None], list[PracticeQuestion]] = {}
    for question in db.session.scalars(queries.practice.asked_of(ids)):
        asked.setdefault((question.person_id, question.course_id), []).append(question)
    people = {person.id: person for person in db.session.scalars(select(Person).where(Person.id.in_(ids)))}
    made = []
    for one in batch:
        known = asked.get((one.person_id, one.course_id), [])
        if weeks := turn_due(one.on, today, {question.weeks: question.answer for question in known}):
            made.append((people[one.person_id], _asked_anew(known, weeks) or _question(one, weeks)))
    db.session.add_all(question for _person, question in made)
    db.session.flush()
    for person, question in made:
        notify(person, Kind.PRACTICE_QUESTION, path=f"/plan/practice/{question.id}", title=question.title)
    return len(made)


def _asked_anew(known: Sequence[PracticeQuestion], weeks: int) -> PracticeQuestion | None:
    """The question that has no answer yet becomes the next one: nobody has two about one course."""
    found = next((question for question in known if question.answer is None), None)
    if found is not None:
        found.weeks, found.asked_on = weeks, clock.today()
    return found


def _question(learnt: Learnt, weeks: int) -> PracticeQuestion:
    return PracticeQuestion(
        person_id=learnt.person_id,
        course_id=learnt.course_id,
        title=learnt.title,
        weeks=weeks,
        learnt_on=learnt.on,
        asked_on=clock.today(),
    )


def _batches(rows: Iterator[Learnt]) -> Iterator[list[Learnt]]:
    while batch := list(islice(rows, AT_ONCE)):
        yield batch
