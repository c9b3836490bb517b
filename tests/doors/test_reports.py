"""A device that was without the network reports: each note once, and the hall is never too full."""

import datetime as dt
import hashlib
import uuid
from types import SimpleNamespace

import pytest
import time_machine
from sqlalchemy import func, select

from app import clock
from app.bookings import actions as bookings_actions
from app.bookings.models import Attendance, Bookable, Booking
from app.bookings.rules import State, Way
from app.db import db
from app.doors import ticket
from app.doors.models import Door, DoorNote
from app.visibility.models import ReadAudit
from tests import make

pytestmark = pytest.mark.any_database

MAIN, SIDE = "s3cret-of-the-main-entrance", "s3cret-of-the-side-entrance"
HOUR = dt.timedelta(hours=1)


@pytest.fixture
def fair(saved, cast):
    """A fair with ten seats that begins in an hour, with two doors; Ada and Zoe have seats, Max waits, Lin runs it."""

    def made():
        began = clock.at(clock.today(), dt.time(13))
        event = make.event("Messe", seats=10, **make.times(began, hours=10))
        make.organiser(event.bookable, cast.lin)
        ada, zoe = make.booking(event.bookable, cast.ada), make.booking(event.bookable, cast.zoe)
        waiting = make.booking(event.bookable, cast.max, State.WAITLISTED)
        for name, token in (("Haupteingang", MAIN), ("Seiteneingang", SIDE)):
            make.door(event.bookable, cast.lin, token, name=name, opened_at=clock.now() - HOUR)
        other = make.booking(make.bookable("Anderes", in_days=0), make.person("Ute Unger"))
        return SimpleNamespace(bookable=event.bookable.id, ada=ada.id, zoe=zoe.id, waiting=waiting.id, other=other.id)

    at = clock.at(clock.today(), dt.time(12))
    with time_machine.travel(at, tick=True):
        yield saved(made)


def device(app, token=MAIN):
    client = app.test_client()
    client.set_cookie("language", "en")
    client.get(f"/door/entry/{token}")
    return client


@pytest.fixture
def main(app, client, fair):
    return device(app)


@pytest.fixture
def side(app, client, fair):
    return device(app, SIDE)


def note(booking_id, act="came", ago=60, number=None):
    return {"id": number or str(uuid.uuid4()), "booking": booking_id, "act": act, "seconds_ago": ago}


def report(client, *notes, places=None):
    return client.post("/door/reports", json={"notes": notes, "places": places})


def told(client, *notes, **other):
    answer = report(client, *notes, **other).json
    return [answer["told"][one["id"]] for one in notes]


def there(app):
    with app.app_context():
        return list(db.session.scalars(select(Attendance.booking_id).order_by(Attendance.id)))


def limit_hall(saved, fair, most):
    saved(lambda: setattr(db.session.get_one(Bookable, fair.bookable), "hall_limit", most))


class TestTheListOfNames:
    def test_it_has_who_has_a_seat_and_nothing_that_a_door_does_not_need(self, app, main, fair, cast):
        listed = main.get("/door/names").json["names"]

        assert [one["name"] for one in listed] == [cast.ada.name, cast.zoe.name]
        assert {key for one in listed for key in one} == {"booking", "name", "unit", "ticket", "since"}
        assert all(one["unit"] is None for one in listed)

    def test_the_unit_tells_namesakes_apart_and_is_said_of_nobody_else(self, main, saved, fair, cast):
        def namesake():
            twin = make.person(cast.ada.name, unit=make.unit("Tiefbauamt"))
            make.booking(db.session.get_one(Bookable, fair.bookable), twin)

        saved(namesake)

        units = [(one["name"], bool(one["unit"])) for one in main.get("/door/names").json["names"]]

        assert sorted(units) == [(cast.ada.name, True), (cast.ada.name, True), (cast.zoe.name, False)]

    def test_it_knows_a_ticket_by_a_fingerprint_that_is_no_ticket(self, app, main, fair):
        code = ticket.write(app.config["SECRET_KEY"], fair.ada)
        page = main.get("/door/names")

        assert page.json["names"][0]["ticket"] == hashlib.sha256(code.encode()).hexdigest()
        assert code not in page.text

    def test_before_the_day_there_is_none(self, app, saved, fair):
        tomorrow = clock.today() + dt.timedelta(days=1)
        saved(lambda: [setattr(door, "day", tomorrow) for door in db.session.scalars(select(Door))])

        assert device(app).get("/door/names").json["names"] == []

    def test_everybody_on_it_sees_once_that_a_door_had_their_name(self, app, main, fair, cast):
        main.get("/door/names")
        main.get("/door/names")

        with app.app_context():
            seen = db.session.execute(select(ReadAudit.person_id, ReadAudit.purpose, ReadAudit.viewer_id)).all()
        assert sorted(seen) == sorted([(cast.ada.id, "door", cast.lin.id), (cast.zoe.id, "door", cast.lin.id)])

    def test_it_is_kept_by_no_cache(self, main):
        assert main.get("/door/names").headers["Cache-Control"] == "no-store"

    def test_it_asks_the_database_the_same_few_questions(self, main, saved, fair, queries):
        def asked():
            del queries[:]
            main.get("/door/names")
            return len(queries)

        def more():
            bookable = db.session.get_one(Bookable, fair.bookable)
            for number in range(3):
                make.booking(bookable, make.person(f"Kim Probe {number}"))

        few = asked()
        saved(more)

        assert asked() == few <= 12


class TestReports:
    def test_who_came_without_the_network_is_noted_at_the_time_when_they_came(self, app, main, fair):
        before = clock.now()
        (said,) = told(main, note(fair.ada, ago=600))

        assert said["outcome"] == "welcome"
        assert there(app) == [fair.ada]
        since = dt.datetime.fromisoformat(said["since"])
        assert abs(since - (before - dt.timedelta(minutes=10))) < dt.timedelta(seconds=30)

    def test_the_same_note_again_changes_nothing_even_after_it_was_undone(self, app, main, side, fair):
        came = note(fair.ada)
        told(main, came)
        told(side, note(fair.ada, "undoes"))

        (said,) = told(main, came)

        assert said["outcome"] == "welcome"
        assert there(app) == []
        with app.app_context():
            assert db.session.scalar(select(func.count(DoorNote.id))) == 2

    def test_the_same_person_at_two_doors_counts_once_and_the_second_door_is_told(self, app, main, side, fair):
        told(main, note(fair.ada, ago=600))

        (said,) = told(side, note(fair.ada))

        assert said["outcome"] == "twice"
        assert "Ada Ahrens had been let in at another door already" in said["sentence"]
        assert there(app) == [fair.ada]

    def test_who_gave_the_seat_back_meanwhile_is_there_and_counts_as_somebody_without_a_seat(
        self, app, main, saved, fair
    ):
        saved(lambda: setattr(db.session.get_one(Booking, fair.ada), "state", State.CANCELLED))

        (said,) = told(main, note(fair.ada))

        assert said["outcome"] == "without-seat"
        with app.app_context():
            (way,) = db.session.scalars(select(Booking.way).join(Attendance, Attendance.booking_id == Booking.id))
        assert way is Way.DOOR

    def test_undoing_without_the_network_follows_in_order(self, app, main, fair):
        said = told(main, note(fair.ada), note(fair.ada, "undoes"))

        assert [one["outcome"] for one in said] == ["welcome", "undone"]
        assert there(app) == []

    def test_a_seat_of_another_event_is_none(self, app, main, fair):
        (said,) = told(main, note(fair.other))

        assert said["outcome"] == "unknown"
        assert "Unger" not in said["sentence"]
        assert there(app) == []

    def test_a_number_that_another_door_has_used_is_none(self, app, main, side, fair):
        came = note(fair.ada)
        told(main, came)

        assert told(side, came | {"booking": fair.zoe})[0]["outcome"] == "unknown"
        assert there(app) == [fair.ada]

    @pytest.mark.parametrize("sent", [None, {"notes": [{"id": "x"}]}, {"notes": []} | {"places": "many"}])
    def test_what_is_no_report_is_refused(self, app, main, sent):
        assert main.post("/door/reports", json=sent).status_code == 400
        assert main.post("/door/reports", data="{").status_code == 400

    def test_a_door_that_was_closed_reports_nothing(self, app, client, main, fair, cast):
        with app.app_context():
            door = db.session.scalars(select(Door.id).order_by(Door.id)).first()
        client.sign_in(cast.lin).post(f"/doors/{door}/closing")

        assert report(main, note(fair.ada)).status_code == 404
        assert main.get("/door/names").status_code == 404
        assert there(app) == []

    @pytest.mark.parametrize(("days", "status"), [(1, 200), (2, 200), (3, 404)])
    def test_what_happened_on_the_day_can_be_reported_for_two_more_days(self, app, main, fair, days, status):
        came, noon = note(fair.ada, ago=days * 86_400), clock.now()
        with time_machine.travel(noon + dt.timedelta(days=days)):
            answer = report(main, came)
            names = main.get("/door/names")

        assert names.status_code == status
        assert not names.json or names.json["names"] == []
        assert answer.status_code == status
        assert there(app) == ([fair.ada] if status == 200 else [])
        if status == 200:
            assert answer.json["places"] == 0
            with app.app_context():
                (at,) = db.session.scalars(select(Attendance.recorded_at))
            assert clock.local(at).date() == clock.local(noon).date()

    def test_without_the_cookie_nothing_is_taken_over(self, app, client, fair):
        assert report(client, note(fair.ada)).status_code == 404
        assert there(app) == []


class TestPlaces:
    def test_a_device_has_its_part_of_the_hall(self, main, side, fair):
        assert report(main).json["places"] == 2
        assert report(side).json["places"] == 2

    def test_two_devices_without_the_network_can_not_let_in_more_than_the_hall_takes(self, main, side, saved, fair):
        limit_hall(saved, fair, 1)

        places = [report(main).json["places"], report(side).json["places"]]

        assert sum(places) <= 1

    def test_nobody_else_has_the_places_of_a_device(self, app, main, side, saved, fair):
        saved(lambda: db.session.delete(db.session.scalars(select(Door).where(Door.name == "Seiteneingang")).one()))
        limit_hall(saved, fair, 1)
        report(main, places=0)

        page = main.post(f"/door/bookings/{fair.zoe}/arrival", follow_redirects=True).text

        assert "The places that are left are with devices at the doors." in page
        assert told(main, note(fair.ada))[0]["outcome"] == "welcome"
        assert there(app) == [fair.ada]

    def test_the_last_place_is_asked_for(self, app, main, side, saved, fair):
        limit_hall(saved, fair, 1)
        report(main, places=0)
        report(side, places=0)

        first = told(main, note(fair.ada, "asks"), places=0)
        second = told(side, note(fair.zoe, "asks"), places=0)

        assert [one["outcome"] for one in first + second] == ["welcome", "refused"]
        assert "The hall is full" in second[0]["sentence"]
        assert there(app) == [fair.ada]

    def test_who_asks_and_is_there_is_told_since_when(self, main, fair):
        told(main, note(fair.ada, ago=600))

        (said,) = told(main, note(fair.ada, "asks"))

        assert said["outcome"] == "there"
        assert "Ada Ahrens is there since" in said["sentence"]

    def test_a_closed_door_gives_its_places_back(self, app, main, side, saved, fair, client, cast):
        limit_hall(saved, fair, 2)
        assert [report(one, places=0).json["places"] for one in (main, side)] == [1, 1]

        main.post("/door/closing")

        assert report(side, places=1).json["places"] == 2

    def test_the_limit_can_not_be_set_below_what_devices_may_still_give_away(self, app, client, main, fair, cast):
        report(main, places=0)

        page = client.sign_in(cast.lin).post(
            f"/bookables/{fair.bookable}/hall", data={"hall_limit": "1", "door_share": "0"}
        )

        assert page.status_code == 422
        assert "Devices at the doors may let in 2 more people without asking" in page.text

    def test_an_answer_that_is_lost_costs_nothing(self, app, main, side, saved, fair):
        """The side door still believes in its places, so nobody else gets them until it says otherwise."""
        limit_hall(saved, fair, 2)
        saved(lambda: db.session.delete(db.session.scalars(select(Door).where(Door.name == "Haupteingang")).one()))
        assert report(side, places=0).json["places"] == 2
        saved(lambda: make.door(db.session.get_one(Bookable, fair.bookable), _lin(), "third", name="Dritter"))
        third = device(app, "third")

        report(side, places=2)

        assert report(third, places=0).json["places"] == 0
        assert report(side, places=1).json["places"] == 1
        assert report(third, places=0).json["places"] == 1


def _lin():
    return db.session.scalars(select(Door)).first().opened_by


def test_both_ways_of_a_door_are_on_the_record(app, main, fair, cast):
    told(main, note(fair.ada))

    with app.app_context():
        (noted,) = db.session.scalars(select(Attendance))
        assert noted.recorded_by_id == cast.lin.id
        assert bookings_actions.arrive(noted.booking, day=clock.today(), by=noted.booking.person) == noted
