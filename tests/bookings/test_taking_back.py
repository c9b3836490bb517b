"""Whoever runs a date takes back whom they have signed up: as if the person had cancelled, who is told."""

import datetime as dt
import html

import pytest
from sqlalchemy import select

from app import clock
from app.activity.models import Activity
from app.bookings import actions, queries, rules
from app.bookings.models import Booking, BookingChange, Need, Reconfirmation
from app.bookings.rules import Because, Mode, State, Way
from app.db import db
from app.errors import Refused
from app.notifications import letters
from app.notifications.models import Mail, Notice
from app.notifications.sentences import sentence
from app.visibility.models import ReadAudit
from tests import make
from tests.bookings.conftest import MORNING
from tests.bookings.test_rules import OPEN

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
REASON = "Damit die Küche für alle kocht."
promises = pytest.mark.usefixtures("promises_hold")


def sign_up(bookable, person, by=None, **said):
    return actions.book_as_organiser(bookable, person, by=by or make.person("Orga Ott"), **said)


def last(table, person):
    return db.session.scalars(select(table).where(table.person_id == person.id).order_by(table.id.desc())).first()


class TestRules:
    @pytest.mark.parametrize(
        ("change", "now", "is_theirs", "says"),
        [
            ({}, OPEN.starts_at - HOUR, False, None),
            ({}, OPEN.starts_at, False, "This date has begun already."),
            ({}, OPEN.opens_at, True, "They have answered themselves meanwhile, so it is theirs to give back."),
            ({"is_cancelled": True}, OPEN.opens_at, False, "This date was cancelled."),
        ],
    )
    def test_until_it_begins_and_not_what_has_become_their_own(self, change, now, is_theirs, says):
        terms = rules.Terms(**(vars(OPEN) | change))

        assert rules.taking_back_closed_reason(terms, now, is_theirs=is_theirs) == says


@promises
class TestTakingBack:
    def test_the_seat_goes_to_the_next_and_the_history_says_by_whom(self):
        bookable, orga = make.bookable(seats=1), make.person("Orga Ott")
        booking = sign_up(bookable, make.person("A"))
        waits = actions.book(bookable, one := make.person("B"), by=one)

        actions.take_back(booking, by=orga)

        *_, step = db.session.scalars(select(BookingChange).where(BookingChange.booking_id == booking.id))
        assert (booking.state, waits.state) == (State.CANCELLED, State.OFFERED)
        assert (step.actor_id, step.reason) == (orga.id, Because.TAKEN_BACK)
        note = db.session.scalars(select(Activity).where(Activity.verb == "bookings.cancelled")).one()
        assert (note.actor_id, note.details["person"]) == (orga.id, booking.person_id)

    def test_twice_is_once(self):
        booking, orga = sign_up(make.bookable(), make.person("A")), make.person("Orga Ott")

        actions.take_back(actions.take_back(booking, by=orga), by=orga)

        assert len(db.session.scalars(select(BookingChange)).all()) == 2

    def test_also_when_the_person_can_not_give_it_back_any_more(self, morning):
        booking = sign_up(make.bookable(cancel_until=MORNING + DAY), make.person("A"))
        morning.move_to(MORNING + DAY)

        assert actions.take_back(booking, by=make.person("Orga Ott")).state is State.CANCELLED

    def test_what_the_person_did_themselves_is_not_the_organisers_to_end(self):
        booking = actions.book(make.bookable(), one := make.person("A"), by=one)

        assert actions.take_back(booking, by=make.person("Orga Ott")).state is State.CONFIRMED

    def test_who_has_taken_an_offered_seat_has_made_it_their_own(self):
        bookable, orga = make.bookable(seats=1), make.person("Orga Ott")
        first = actions.book(bookable, one := make.person("A"), by=one)
        waits = sign_up(bookable, make.person("B"))
        actions.cancel(first, by=one)
        actions.accept_offer(waits, by=waits.person)

        with pytest.raises(Refused, match="theirs to give back"):
            actions.take_back(waits, by=orga)

    @pytest.mark.parametrize("how", ["said yes", "came", "signed up alone", "chose a slot", "passes it on"])
    def test_so_has_who_said_that_they_come_or_was_there_or_chose_what_to_see_there(self, how):
        person, bookable = make.person("A"), make.bookable(in_days=2)
        booking = sign_up(bookable, person, by=person if how == "signed up alone" else None)
        if how == "said yes":
            asked = {"starts_at": bookable.starts_at, "days_before": 2, "asked_at": MORNING}
            db.session.add(Reconfirmation(booking=booking, said_yes_at=MORNING, **asked))
            db.session.flush()
        if how == "came":
            make.attendance(booking, make.person("Tür"), MORNING.date())
        if how == "chose a slot":
            actions.book(make.bookable("Vortrag", in_days=2, part_of_id=bookable.id), person, by=person)
        if how == "passes it on":
            make.handover(booking, make.person("B"))

        assert db.session.scalars(queries.is_own(booking)).one()
        assert db.session.scalars(queries.to_take_back(bookable)).all() == []

    def test_a_request_is_not_the_leaders_to_decide_any_more(self):
        cast = make.cast()
        booking = sign_up(make.bookable(mode=Mode.APPROVAL), cast.ada)
        asked = last(Notice, cast.max)

        actions.take_back(booking, by=make.person("Orga Ott"))

        db.session.refresh(asked)
        assert (booking.state, asked.read_at) == (State.CANCELLED, MORNING)

    def test_the_notice_names_who_it_was_the_letter_does_not_and_the_calendar_forgets_the_date(self):
        booking = sign_up(make.bookable("Messe"), make.person("A", language="en"))
        actions.take_back(booking, by=make.person("Ole Orga"))

        notice, mail = last(Notice, booking.person), last(Mail, booking.person)
        letter = letters.write(mail.kind, mail.values, mail.path, booking.person).text
        assert sentence(notice.kind, notice.values).startswith("Ole Orga has taken back your sign-up for “Messe”")
        assert "The organisers had signed you up and have taken it back" in letter
        assert "Ole Orga" not in f"{letter}{mail.values}"
        assert mail.invitation["method"] == "CANCEL"


@promises
class TestTheLeader:
    def test_is_told_who_asked_for_whom_and_the_letter_names_nobody(self):
        cast = make.cast()
        cast.max.language = "en"
        sign_up(make.bookable("Messe", mode=Mode.APPROVAL), cast.ada)

        notice, mail = last(Notice, cast.max), last(Mail, cast.max)
        letter = letters.write(mail.kind, mail.values, mail.path, cast.max).text
        assert sentence(notice.kind, notice.values).startswith("Orga Ott asks for a seat for Ada Ahrens: “Messe”")
        assert "The organisers of “Messe” have asked for a seat for somebody" in letter
        assert ("Orga" in f"{letter}{mail.values}", "Ahrens" in f"{letter}{mail.values}") == (False, False)

    def test_who_asks_themselves_is_named_alone(self):
        cast = make.cast()
        actions.book(make.bookable("Messe", mode=Mode.APPROVAL), cast.ada, by=cast.ada)

        said = last(Notice, cast.max)
        assert sentence(said.kind, said.values).startswith("Ada Ahrens asks for a seat: “Messe”")

    def test_the_next_higher_leader_is_told_the_same(self, morning):
        cast = make.cast()
        booking = sign_up(make.bookable(mode=Mode.APPROVAL, decide_within_days=1), cast.ada)
        head = make.person("Ute Oben", cast.house)
        make.head(cast.house, head)
        morning.move_to(booking.decide_by)
        actions.decide_overdue()

        assert last(Notice, head).values["asked_by"] == "Orga Ott"


@promises
class TestNeeds:
    def test_what_is_told_on_the_telephone_is_written_down_and_it_is_known_that_it_was(self):
        booking = sign_up(make.bookable(food_reason=REASON), make.person("A"), needs={"food": " vegan "})

        need = db.session.scalars(select(Need)).one()
        note = db.session.scalars(select(Activity).where(Activity.verb == "bookings.needs-noted")).one()
        assert (need.booking_id, need.food) == (booking.id, "vegan")
        assert "vegan" not in str(note.details)

    def test_what_the_person_has_said_themselves_stays(self):
        bookable, person = make.bookable(food_reason=REASON), make.person("A")
        booking = actions.book(bookable, person, by=person)
        actions.state_needs(booking, food="ohne Nüsse")

        sign_up(bookable, person, needs={"food": "vegan"})

        assert db.session.scalars(select(Need.food)).all() == ["ohne Nüsse"]

    def test_it_is_forgotten_with_what_is_taken_back(self):
        booking = sign_up(make.bookable(food_reason=REASON), make.person("A"), needs={"food": "vegan"})
        actions.take_back(booking, by=make.person("Orga Ott"))

        assert db.session.scalars(select(Need)).all() == []


@pytest.fixture
def orga(client, cast):
    client.set_cookie("language", "en")
    return client.sign_in(cast.lin)


@pytest.fixture
def event(saved, cast):
    """A maker of events that Lin runs."""

    def event(**other):
        def fill():
            row = make.event("Konferenz", **other)
            make.organiser(row.bookable, db.session.merge(cast.lin))
            return row

        return saved(fill)

    return event


def desk(row):
    return f"/bookables/{row.bookable_id}/bookings"


def plain(response):
    return html.unescape(response.text).replace("\xa0", " ")


class TestPage:
    @pytest.fixture
    def entered(self, saved, cast):
        """A maker of bookings that Lin has entered for Ada."""

        def entered(row, state=State.CONFIRMED):
            return saved(
                lambda: (
                    make.booking(
                        db.session.merge(row.bookable), db.session.merge(cast.ada), state, way=Way.ORGANISER
                    ).id
                )
            )

        return entered

    def states(self, app):
        with app.app_context():
            return db.session.scalars(select(Booking.state)).all()

    def test_whom_they_have_signed_up_stands_there_and_each_look_is_written_down(self, orga, cast, event, entered, app):
        row = event()
        entered(row)

        page = plain(orga.get(desk(row)))

        assert ("Signed up by the organisers" in page, "Ada Ahrens" in page) == (True, True)
        assert "Ada Ahrens loses the seat, and is told that it was you." in page
        with app.app_context():
            assert db.session.execute(select(ReadAudit.person_id, ReadAudit.purpose)).all() == [
                (cast.ada.id, "signing-up")
            ]

    def test_one_click_takes_it_back_and_the_page_says_so(self, orga, event, entered, app):
        row = event()
        response = orga.post(f"/bookings/{entered(row)}/withdrawal")

        assert response.location == desk(row)
        page = plain(orga.get(desk(row)))
        assert "The sign-up of Ada Ahrens is taken back. They are told by e-mail." in page
        assert "Signed up by the organisers" not in page
        assert self.states(app) == [State.CANCELLED]

    def test_the_way_there_stays_after_applications_have_closed(self, orga, event, entered):
        row = event(mode=Mode.DRAW, closes_at=clock.now() - HOUR)
        before = orga.get(f"/events/{row.id}/organise").text
        entered(row, State.REQUESTED)

        after = orga.get(f"/events/{row.id}/organise").text

        assert (desk(row) in before, desk(row) in after) == (False, True)
        assert "/withdrawal" in orga.get(desk(row)).text

    def test_nobody_else_can(self, client, cast, event, entered, app):
        booking_id = entered(event())
        for person in (cast.ada, cast.max, cast.zoe):
            assert client.sign_in(person).post(f"/bookings/{booking_id}/withdrawal").status_code == 404
        assert self.states(app) == [State.CONFIRMED]

    def test_nor_can_they_where_the_person_booked(self, orga, cast, event, saved, app):
        row = event()
        own = saved(lambda: make.booking(db.session.merge(row.bookable), db.session.merge(cast.ada)).id)

        assert orga.post(f"/bookings/{own}/withdrawal").status_code == 404
        assert self.states(app) == [State.CONFIRMED]

    def test_needs_are_asked_with_their_reason_where_the_date_asks(self, orga, cast, event, saved, app):
        row, silent = event(), event()

        def ask():
            db.session.merge(row.bookable).food_reason = REASON

        saved(ask)
        found = {"q": cast.ada.personnel_number}
        page = plain(orga.get(desk(row), query_string=found))
        orga.post(desk(row), data=found | {"person_id": cast.ada.id, "food": "vegan"})
        again = orga.post(desk(row), data=found | {"person_id": cast.ada.id, "food": "Fisch"}, follow_redirects=True)

        assert REASON in page
        assert "Write down only what they ask you to." in page
        assert 'name="food"' not in orga.get(desk(silent), query_string=found).text
        assert "What they have said about their needs stays as it was" in plain(again)
        with app.app_context():
            assert db.session.scalars(select(Need.food)).all() == ["vegan"]

    def test_the_leader_reads_who_asked(self, client, cast, event, saved):
        row = event(mode=Mode.APPROVAL)

        def ask():
            lin, ada = db.session.merge(cast.lin), db.session.merge(cast.ada)
            actions.book_as_organiser(db.session.merge(row.bookable), ada, by=lin)

        saved(ask)
        client.set_cookie("language", "en")

        assert f"{cast.lin.name}, who runs it, asked for them on" in plain(
            client.sign_in(cast.max).get("/team/approvals")
        )
