"""Dates of seminars: planned, moved and cancelled; led by people of the house, completed by being there."""

import datetime as dt

import pytest
from sqlalchemy import select

from app import clock
from app.bookings import actions as bookings
from app.bookings.models import Attendance, Bookable, Organiser
from app.bookings.rules import Mode, Seats, State, room
from app.competences.queries import current_levels
from app.courses import actions
from app.courses.models import DateWish, Enrolment, Session, SessionTrainer
from app.courses.rules import Format, Run, lacking
from app.db import db
from app.errors import Refused
from app.notifications.models import Mail, Notice
from app.notifications.rules import Kind
from tests import make

pytestmark = pytest.mark.any_database

ROOM = "Rathaus, Saal 2"
HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def _english(client):
    client.set_cookie("language", "en")


@pytest.fixture
def seminar(saved):
    def fill():
        course = make.course("Moderieren", slug="moderieren", format=Format.SEMINAR)
        make.outcome(course, make.competence("Moderieren"), to_level=2)
        return course

    return saved(fill)


@pytest.fixture
def hr(client, cast):
    """Lin of HR development, signed in."""
    return client.sign_in(cast.lin)


def on(day, hour=9):
    return clock.at(clock.today() + day * DAY, dt.time(hour))


def typed(person, days=(20, 27), **other):
    rows = {}
    for number, day in enumerate(days, start=1):
        rows |= {f"day_{number}": f"{clock.today() + day * DAY}", f"from_{number}": "09:00", f"to_{number}": "12:00"}
    said = {"place": ROOM, "seats": "12", "mode": "first-come", "undecided": "pass-up", "has_waitlist": "y"}
    return rows | said | {"audience_id": "", "trainer": "Ines Trautmann", "run_by": [person.id]} | other


def plan(course, days=(20, 27), run=None, **said):
    spans = [(on(day), on(day) + 3 * HOUR) for day in days]
    values = {"spans": spans, "place": ROOM, "seats": 12} | said
    return actions.schedule(course, run or Run(trainer="Ines Trautmann"), values, by=None)


def kinds(rows, person):
    return [notice.kind for notice in rows(Notice) if notice.person_id == person.id]


NOW = dt.datetime(2027, 3, 1, 9, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("minimum", "seats", "days_ahead", "missing"),
    [
        (8, Seats(12, confirmed=5), 20, 3),
        (8, Seats(12, confirmed=5, offered=2), 20, 1),
        (8, Seats(12, confirmed=8), 20, 0),
        (8, Seats(12), 22, 0),
        (8, Seats(12), 0, 0),
        (None, Seats(12), 20, 0),
    ],
)
def test_shortly_before_it_is_said_how_many_are_missing(minimum, seats, days_ahead, missing):
    assert lacking(minimum, seats, NOW + days_ahead * DAY, NOW) == missing


def test_a_room_is_the_same_however_it_is_written_and_online_is_none():
    assert room("Rathaus,  Saal 2") == room(" rathaus, saal 2")
    assert room("Online, mit Kamera") is room("Videokonferenz") is None


def test_hr_plans_a_date_of_two_days_and_who_leads_it_is_told(hr, cast, seminar, rows):
    answer = hr.post("/courses/moderieren/sessions/new", data=typed(cast.lin, trainers=cast.ada.name, minimum="5"))

    (session,), (trainer,) = rows(Session), rows(SessionTrainer)
    (bookable,) = rows(Bookable)
    assert (answer.status_code, answer.location) == (303, f"/sessions/{session.id}/organise")
    assert (session.minimum, session.trainer, trainer.person_id) == (5, "Ines Trautmann", cast.ada.id)
    assert (bookable.place, bookable.starts_at, bookable.ends_at) == (ROOM, on(20), on(27) + 3 * HOUR)
    assert kinds(rows, cast.ada) == [Kind.LEADS_DATE]
    assert [mail.invitation["method"] for mail in rows(Mail) if mail.kind is Kind.LEADS_DATE] == ["REQUEST"]
    assert "Ada Ahrens, Ines Trautmann" in hr.get(f"/sessions/{session.id}").text


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"trainer": ""}, "Somebody must lead it."),
        ({"minimum": "13"}, "There are not so many seats."),
        ({"needed_days": "3"}, "It takes place on 2 days."),
        ({"costs": "viel"}, "Please enter an amount in euros"),
        ({"trainers": "Niemand Hier"}, "Nobody here is called"),
        ({"to_2": "08:00"}, "The end must be later than the beginning."),
        ({"mode": "drop-in"}, "mode-error"),
    ],
)
def test_what_does_not_fit_is_said_at_its_field_and_nothing_is_planned(hr, cast, seminar, rows, wrong, says):
    answer = hr.post("/courses/moderieren/sessions/new", data=typed(cast.lin) | wrong)

    assert answer.status_code == 422
    assert says in answer.text
    assert rows(Session) == []


def test_money_is_typed_as_people_write_it(hr, cast, seminar, rows):
    hr.set_cookie("language", "de")
    hr.post("/courses/moderieren/sessions/new", data=typed(cast.lin, price="89,50 €", costs="1.200"))

    (session,), (bookable,) = rows(Session), rows(Bookable)
    assert (bookable.price_cents, session.costs_cents) == (8950, 120_000)
    assert 'value="89,50"' in hr.get(f"/sessions/{session.id}/edit").text


def test_a_room_that_an_event_has_is_taken_until_somebody_wants_both(hr, cast, seminar, rows, saved):
    def fill():
        event = make.event("Personalversammlung", in_days=27, place="rathaus, Saal 2")
        make.meetings(event.bookable, 27)

    saved(fill)
    first = hr.post("/courses/moderieren/sessions/new", data=typed(cast.lin))
    assert (first.status_code, rows(Session)) == (422, [])
    assert "The room is taken: “Personalversammlung” is there on" in first.text
    assert "Plan it there all the same" in first.text

    assert hr.post("/courses/moderieren/sessions/new", data=typed(cast.lin, shares_place="y")).status_code == 303
    assert len(rows(Session)) == 1


def test_only_those_to_whom_it_is_open_are_told_and_the_others_wait_on(context):
    course, elsewhere = make.course("Moderieren", format=Format.SEMINAR), make.unit("Tiefbauamt")
    ada, tim = make.person("Ada Ahrens"), make.person("Tim Tief", elsewhere)
    for person in (ada, tim):
        actions.want_date(course, person)

    plan(course, mode=Mode.INVITATION)
    assert len(db.session.scalars(select(DateWish)).all()) == 2
    plan(course, audience_id=elsewhere.id)
    assert [wish.person_id for wish in db.session.scalars(select(DateWish))] == [ada.id]
    assert [notice.person_id for notice in db.session.scalars(select(Notice))] == [tim.id]


def test_a_date_that_moves_is_told_with_the_next_number_and_other_changes_are_told_to_nobody(
    hr, cast, seminar, rows, saved
):
    def fill():
        session = plan(db.session.merge(seminar), organiser_ids=[cast.lin.id])
        bookings.book(session.bookable, db.session.merge(cast.ada), by=None)
        return session

    session = saved(fill)
    url, values = f"/sessions/{session.id}/edit", typed(cast.lin, revision="0", cost_centre="1110")
    assert hr.post(url, data=values).status_code == 303
    assert kinds(rows, cast.ada) == [Kind.BOOKING_CONFIRMED]
    assert hr.post(url, data=values).status_code == 422

    assert hr.post(url, data=values | {"revision": "1", "from_1": "10:00"}).status_code == 303

    assert kinds(rows, cast.ada) == [Kind.BOOKING_CONFIRMED, Kind.DATE_MOVED]
    letters = [mail.invitation for mail in rows(Mail) if mail.person_id == cast.ada.id]
    assert [(one["method"], one["sequence"]) for one in letters] == [("REQUEST", 0), ("REQUEST", 1)]
    assert letters[0]["uid"] == letters[1]["uid"]


def test_a_cancelled_date_is_told_to_all_and_stays_as_it_is(hr, cast, seminar, rows, saved):
    def fill():
        session = plan(db.session.merge(seminar), organiser_ids=[cast.lin.id])
        bookings.book(session.bookable, db.session.merge(cast.ada), by=None)
        db.session.add(SessionTrainer(session_id=session.id, person_id=cast.max.id))
        return session

    session = saved(fill)
    assert hr.post(f"/sessions/{session.id}/calling-off", data={"reason": ""}).status_code == 422
    assert hr.post(f"/sessions/{session.id}/calling-off", data={"reason": "Zu wenige."}).status_code == 303

    assert kinds(rows, cast.ada)[-1] is kinds(rows, cast.max)[-1] is Kind.DATE_CALLED_OFF
    assert {mail.invitation["method"] for mail in rows(Mail) if mail.kind is Kind.DATE_CALLED_OFF} == {"CANCEL"}
    assert hr.get(f"/sessions/{session.id}/edit").status_code == 409


def test_a_copy_lies_weeks_later_and_a_new_date_has_the_same_place_and_no_day(hr, cast, seminar, saved):
    session = saved(lambda: plan(db.session.merge(seminar), days=(6, 13), organiser_ids=[cast.lin.id]))

    copy = hr.get(f"/courses/moderieren/sessions/new?copy={session.id}").text
    new = hr.get("/courses/moderieren/sessions/new").text

    for page in (copy, new):
        assert f'value="{ROOM}"' in page
        assert 'value="Ines Trautmann"' in page
    assert f'value="{clock.today() + 20 * DAY}"' in copy
    assert f'value="{clock.today() + 13 * DAY}"' in copy
    assert f'value="{clock.today()}' not in new.replace("min=", "")


@pytest.fixture
def held(saved, cast, seminar):
    """`held()`: Ada had a seat on two days that are over, and Max leads it."""

    def held(needed_days=None):
        def fill():
            session = make.session(db.session.merge(seminar), organisers=[Organiser(person_id=cast.lin.id)])
            make.meetings(session.bookable, -9, -2)
            session.needed_days = needed_days
            session.trainers = [SessionTrainer(person_id=cast.max.id)]
            return session, make.booking(session.bookable, db.session.merge(cast.ada))

        return saved(fill)

    return held


def note(client, session, booking, days_ago, suffix=""):
    data = {"day": f"{clock.today() - days_ago * DAY}"}
    return client.post(f"/sessions/{session.id}/attendance/{booking.id}{suffix}", data=data)


def test_who_was_there_on_all_days_has_completed_the_course_until_that_is_undone(
    client, cast, held, rows, app, seminar
):
    session, booking = held()
    trainer = client.sign_in(cast.max)

    def level():
        with app.app_context():
            return set(current_levels(cast.ada.id).values())

    note(trainer, session, booking, 9)
    assert rows(Enrolment) == []
    note(trainer, session, booking, 2)
    (done,) = rows(Enrolment)
    assert (done.completed_on, done.session_id, level()) == (clock.today() - 2 * DAY, session.id, {2})
    assert client.sign_in(cast.ada).post("/courses/moderieren/completion-end").status_code == 409

    note(client.sign_in(cast.max), session, booking, 9, "/undoing")
    (undone,) = rows(Enrolment)
    assert (undone.completed_on, undone.session_id, level(), len(rows(Attendance))) == (None, None, set(), 1)
    note(client, session, booking, 9)
    assert (rows(Enrolment)[0].completed_on, level()) == (clock.today() - 2 * DAY, {2})


def test_one_day_is_enough_where_the_date_says_so_and_everybody_is_noted_at_once(client, cast, held, rows):
    session, _booking = held(needed_days=1)

    client.sign_in(cast.max).post(f"/sessions/{session.id}/attendance", data={"day": f"{clock.today() - 9 * DAY}"})

    assert [one.completed_on for one in rows(Enrolment)] == [clock.today() - 9 * DAY]


def test_where_it_is_noted_who_was_there_nobody_says_it_themselves(client, cast, held, saved):
    session, booking = held()
    person = client.sign_in(cast.ada)
    assert "did you take part?" in person.get("/courses/moderieren").text

    note(client.sign_in(cast.max), session, booking, 9)

    assert "did you take part?" not in client.sign_in(cast.ada).get("/courses/moderieren").text


def test_a_day_ahead_can_not_be_noted(context):
    session = make.session(in_days=3)
    booking = make.booking(session.bookable, make.person("Ada Ahrens"))
    with pytest.raises(Refused, match="Tag selbst"):
        bookings.note_there(booking, day=session.bookable.days[0], by=make.person("Tom Trainer"))


def test_who_leads_a_date_sees_it_and_its_list_and_changes_nothing_else(client, cast, held):
    session, _booking = held()
    trainer = client.sign_in(cast.max)

    assert "Moderieren" in trainer.get("/sessions/led").text
    assert "Ahrens, Ada" in trainer.get(f"/sessions/{session.id}/attendance").text
    assert "Dates that you lead" in trainer.get("/account/bookings").text
    assert trainer.get(f"/sessions/{session.id}/edit").status_code == 404
    assert client.sign_in(cast.zoe).get(f"/sessions/{session.id}/attendance").status_code == 404


def test_the_studio_shows_what_is_planned_and_what_lacks_people(hr, cast, seminar, saved, queries):
    def fill():
        for number in range(3):
            plan(db.session.merge(seminar), days=(10 + number,), run=Run(trainer="Ines Trautmann", minimum=4))
        other = make.session(db.session.merge(seminar), in_days=40)
        make.booking(other.bookable, db.session.merge(cast.ada), State.CONFIRMED)

    saved(fill)
    queries.clear()
    page = hr.get("/studio/sessions").text

    assert page.count("4 people are missing for the minimum") == 6
    assert "1 of 12 taken" in page
    assert len([one for one in queries if not one.startswith(("BEGIN", "SHOW"))]) <= 12
