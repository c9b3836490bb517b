"""People are asked on the day after, answer once, and nobody can say afterwards who said what."""

import datetime as dt

import pytest
import time_machine
from sqlalchemy import func, select, text

from app import clock
from app.bookings.models import Attendance
from app.bookings.rules import State
from app.db import db
from app.disclosure import actions as disclosure
from app.disclosure.models import Ledger
from app.disclosure.queries import latest_figures
from app.errors import Refused
from app.feedback import actions, queries
from app.feedback.models import Question, Sheet, Tally, Text, Turn
from app.notifications.models import Notice
from app.notifications.rules import Kind
from tests import make

DAY = dt.timedelta(days=1)


@pytest.fixture
def lin(context):
    return make.person("Lin")


def crowd(number):
    unit = make.unit()
    return [make.person(f"Gast{at}", unit) for at in range(number)]


def asked(sheet):
    return set(db.session.scalars(select(Turn.person_id).where(Turn.sheet_id == sheet.id)))


def shown(sheet):
    """What the page shows of each question: size and counts."""
    keys = [sheet.key, *(question.key for question in sheet.questions)]
    return {key: (one.size, one.counts) for (key, _), one in latest_figures(keys).items()}


class TestAsking:
    """Who is asked, and when."""

    def test_whoever_was_there_is_asked_on_the_day_after(self, lin):
        bookable = make.bookable(in_days=-3)
        came, stayed_away = (make.booking(bookable, one) for one in crowd(2))
        make.attendance(came, lin, day=clock.local(bookable.starts_at).date())
        sheet = make.sheet(bookable, lin)

        assert actions.ask_where_due() == 1

        assert asked(sheet) == {came.person_id}
        assert sheet.closes_on == clock.today() + 14 * DAY
        assert db.session.scalars(select(Notice.kind)).all() == [Kind.FEEDBACK_WANTED]
        assert stayed_away.state is State.CONFIRMED

    def test_where_nobody_noted_who_came_all_with_a_seat_are_asked_once(self, lin):
        bookable = make.bookable(in_days=-3)
        seat, waiting, gone = crowd(3)
        make.booking(bookable, seat)
        make.booking(bookable, waiting, State.WAITLISTED)
        make.booking(bookable, gone, State.CANCELLED)
        sheet = make.sheet(bookable, lin)

        assert [actions.ask_where_due(), actions.ask_where_due()] == [1, 0]
        assert asked(sheet) == {seat.id}

    def test_nobody_is_asked_on_the_same_day_or_about_what_did_not_take_place(self, lin):
        with time_machine.travel(clock.at(dt.date(2027, 3, 10), dt.time(12))):
            ending = make.bookable("Heute", **make.times(clock.now() - dt.timedelta(hours=3), hours=2))
            called_off = make.bookable("Abgesagt", in_days=-5)
            for bookable in (ending, called_off):
                make.booking(bookable, make.person())
                make.sheet(bookable, lin)
            called_off.cancelled_at = clock.now() - 6 * DAY
            db.session.flush()

            assert actions.ask_where_due() == 0
        with time_machine.travel(clock.at(dt.date(2027, 3, 11), dt.time(9))):
            assert actions.ask_where_due() == 1

    def test_the_questions_stay_once_people_are_asked(self, lin):
        bookable = make.bookable(in_days=-3)
        make.sheet(bookable, lin, crowd(1))

        with pytest.raises(Refused, match="asked already"):
            actions.ask(bookable, questions=[], by=lin)

    def test_questions_can_be_set_anew_before(self, lin):
        bookable = make.bookable()
        make.sheet(bookable, lin)

        sheet = actions.ask(bookable, questions=make.QUESTIONS[:1], by=lin)

        assert [question.text for question in sheet.questions] == [make.QUESTIONS[0].text]
        assert db.session.scalar(select(func.count()).select_from(Tally)) == 6
        assert db.session.scalar(select(func.count()).select_from(Question)) == 1


class TestAnswering:
    """Once, in time, and shown from five answers on."""

    def test_from_five_answers_on_they_are_shown_with_what_was_written(self, lin):
        people = crowd(6)
        sheet = make.sheet(make.bookable(in_days=-2), lin, people)
        for one, scale in zip(people[:4], "1245", strict=True):
            make.feedback(sheet, one, scale, "yes" if scale > "2" else "no", f"Text {scale}")
        before = shown(sheet), queries.released_texts(sheet)

        make.feedback(sheet, people[4], "4")

        assert before == ({}, [])
        scale, recommended, written = sheet.questions
        found = shown(sheet)
        assert found[sheet.key] == (5, None)
        assert found[scale.key][1] == {"1": 1, "2": 1, "3": 0, "4": 2, "5": 1, "not-said": 0}
        assert recommended.key not in found, "only four people said yes or no"
        assert {one.body for one in queries.released_texts(sheet)} == {"Text 1", "Text 2", "Text 4", "Text 5"}
        assert written.key not in found

    def test_what_is_written_later_waits_for_four_others(self, lin):
        people = crowd(10)
        sheet = make.sheet(make.bookable(in_days=-2), lin, people)
        for at, one in enumerate(people[:9]):
            make.feedback(sheet, one, str(at % 3 + 1), text=f"Text {at}")

        assert {one.body for one in queries.released_texts(sheet)} == {f"Text {at}" for at in range(5)}
        make.feedback(sheet, people[9], "3", text="Text 9")
        assert {one.body for one in queries.released_texts(sheet)} == {f"Text {at}" for at in range(10)}

    def test_nobody_answers_twice_or_too_late_or_nothing(self, lin):
        people = crowd(2)
        sheet = make.sheet(make.bookable(in_days=-2), lin, people)
        make.feedback(sheet, people[0], "3")

        with pytest.raises(Refused, match="answered already"):
            make.feedback(sheet, people[0], "5")
        with pytest.raises(Refused, match="at least one"):
            make.feedback(sheet, people[1], text="   ")
        with time_machine.travel(clock.now() + 15 * DAY), pytest.raises(Refused, match="is over"):
            make.feedback(sheet, people[1], "5")
        assert queries.counts_of(sheet)[sheet.questions[0].id]["3"] == 1

    def test_what_can_not_be_chosen_counts_as_no_answer(self, lin):
        people = crowd(1)
        sheet = make.sheet(make.bookable(in_days=-2), lin, people)

        make.feedback(sheet, people[0], "6", "yes")

        assert queries.counts_of(sheet)[sheet.questions[0].id]["not-said"] == 1


class TestSubtracting:
    """The organiser looks after every answer, and sets each look against the last."""

    scales = "12345123451234"

    def answers_read(self, sheet, people):
        """What a reader who knows who answered when learns of each person: the one value that was added."""
        known, before = {}, {}
        for one, scale in zip(people, self.scales, strict=False):
            make.feedback(sheet, one, scale)
            now = (shown(sheet).get(sheet.questions[0].key) or (0, None))[1]
            if now and before:
                added = {value: now[value] - before[value] for value in now if now[value] != before[value]}
                if sum(added.values()) == 1:
                    known[one.id] = next(iter(added))
            before = now or before
        return known

    def test_they_learn_nobodys_answer(self, lin):
        people = crowd(14)

        assert self.answers_read(make.sheet(make.bookable(in_days=-2), lin, people), people) == {}

    def test_without_the_ledger_they_read_every_answer_from_the_sixth_on(self, lin, monkeypatch):
        people = crowd(14)
        monkeypatch.setattr(disclosure, "_entries", lambda ledger: [])

        known = self.answers_read(make.sheet(make.bookable(in_days=-2), lin, people), people)

        assert known == {one.id: scale for one, scale in zip(people[5:], self.scales[5:], strict=True)}


def as_stored(model, *columns):
    """Rows in the order in which the database keeps them, with what it remembers of who wrote them."""
    table = model.__table__
    is_sqlite = db.engine.dialect.name == "sqlite"
    inside = ("0", "rowid") if is_sqlite else ("xmin::text", "ctid")
    names = ", ".join(f"{table.name}.{column}" for column in columns)
    return db.session.execute(text(f"SELECT {inside[0]}, {names} FROM {table.name} ORDER BY {inside[1]}")).all()


def is_linked(people):
    """Whether the texts lie in the order in which people answered, or one of them was written by one of their acts."""
    turns = [row for row in as_stored(Turn, "person_id", "has_answered") if row[2]]
    texts = as_stored(Text, "body")
    names = {one.id: one.given_name for one in people}
    in_order = [names[turn[1]] for turn in turns] == [written[1] for written in texts]
    writers = [written[0] for written in texts]
    return in_order or any(writers.count(turn[0]) == 1 for turn in turns)


class TestLinking:
    """Somebody reads the tables themselves and tries to join who answered with what was said."""

    def answered(self, lin):
        people = crowd(12)
        sheet = make.sheet(make.bookable(in_days=-2), lin, people)
        db.session.commit()
        for at, one in enumerate(people):
            make.feedback(sheet, one, str(at % 5 + 1), "yes", one.given_name)
            db.session.commit()
        return people

    def test_neither_order_nor_transaction_tells_whose_text_it_is(self, lin):
        people = self.answered(lin)

        assert not is_linked(people)
        assert len({row[0] for row in as_stored(Tally, "value")}) == 1
        assert len({row[0] for row in as_stored(Text, "body")}) == 1

    def test_texts_that_are_only_added_give_everybody_away(self, lin, monkeypatch):
        numbers = iter(range(1, 100))

        def add(sheet, answers):
            question = sheet.questions[2]
            db.session.add(Text(id=next(numbers), question_id=question.id, body=answers[question.id]))
            db.session.flush()

        monkeypatch.setattr(actions, "_write", add)

        assert is_linked(self.answered(lin))

    def test_nothing_that_is_kept_of_an_answer_has_a_time_or_a_person(self):
        kept = {column.name for model in (Tally, Text) for column in model.__table__.columns}

        assert kept == {"question_id", "value", "number", "id", "body", "is_released"}
        assert {column.name for column in Turn.__table__.columns} == {"sheet_id", "person_id", "has_answered"}


class TestForgetting:
    """Who was asked is forgotten, then what was written; the numbers stay."""

    def test_who_was_asked_is_forgotten_after_ninety_days_and_texts_after_a_year(self, lin):
        people = crowd(5)
        sheet = make.sheet(make.bookable(in_days=-2), lin, people)
        for one, scale in zip(people, "12345", strict=True):
            make.feedback(sheet, one, scale, text="Ein Satz")
        last = sheet.closes_on

        gone = []
        for days in (90, 91, 365, 366):
            with time_machine.travel(clock.at(last + days * DAY, dt.time(4))):
                gone.append(actions.forget())

        assert gone == [0, 5, 0, 5]
        assert set(db.session.scalars(select(Ledger.salt))) == {None}
        assert shown(sheet)[sheet.key] == (5, None)

    def test_a_sheet_that_is_open_loses_nothing(self, lin):
        make.sheet(make.bookable(in_days=-2), lin, crowd(1))

        assert actions.forget() == 0
        assert db.session.scalar(select(func.count()).select_from(Turn)) == 1


def test_attendance_of_another_date_does_not_count(lin):
    bookable, other = make.bookable(in_days=-3), make.bookable("Anderes", in_days=-3)
    seat, elsewhere = crowd(2)
    make.booking(bookable, seat)
    make.attendance(make.booking(other, elsewhere), lin)
    sheet = make.sheet(bookable, lin)

    actions.ask_where_due()

    assert asked(sheet) == {seat.id}
    assert db.session.scalar(select(func.count()).select_from(Attendance)) == 1
    assert db.session.scalar(select(func.count()).select_from(Sheet)) == 1
