"""Whoever runs a date signs somebody up who has asked for it: as if the person had, so that nobody is passed over."""

import datetime as dt
import html

import pytest
from sqlalchemy import func, select

from app import clock
from app.bookings import actions, rules
from app.bookings.models import Booking, BookingChange, Offer
from app.bookings.rules import Because, DrawStage, Group, Mode, State, Way
from app.db import db
from app.errors import Refused
from app.notifications import letters
from app.notifications.models import Mail, Notice
from app.notifications.sentences import sentence
from app.visibility.models import ReadAudit
from tests import make
from tests.bookings.conftest import MORNING
from tests.bookings.test_rules import OPEN

pytestmark = pytest.mark.any_database

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
promises = pytest.mark.usefixtures("promises_hold")


def sign_up(bookable, person, **wish):
    return actions.book_as_organiser(bookable, person, by=make.person("Orga Ott"), **wish)


def announced(**other):
    return make.bookable(mode=Mode.DRAW, draw_stage=DrawStage.ANNOUNCED, **other)


class TestRules:
    def test_a_free_seat_is_given_and_a_full_date_has_a_line(self):
        free, full = rules.Seats(2, confirmed=1), rules.Seats(2, confirmed=2)
        for seats, has_waitlist, state in (
            (free, True, State.CONFIRMED),
            (full, True, State.WAITLISTED),
            (full, False, State.DECLINED),
        ):
            assert rules.state_for(seats, Mode.FIRST_COME, Way.ORGANISER, has_waitlist=has_waitlist) is state

    @pytest.mark.parametrize("mode", [Mode.APPROVAL, Mode.DRAW])
    def test_where_others_decide_it_waits_for_them(self, mode):
        free = rules.Seats(2)

        assert rules.state_for(free, mode, Way.ORGANISER, has_waitlist=True) is State.REQUESTED

    def test_sign_up_goes_on_after_it_has_closed_until_the_date_begins(self):
        assert rules.closed_reason(OPEN, OPEN.closes_at) == "Sign-up is closed."
        assert rules.closed_reason(OPEN, OPEN.closes_at, Way.ORGANISER) is None
        assert rules.closed_reason(OPEN, OPEN.starts_at, Way.ORGANISER) == "This date has begun already."

    @pytest.mark.parametrize(
        ("change", "says"),
        [
            ({"is_by_lot": True}, "Sign-up is closed."),
            ({"is_being_drawn": True}, "The list for the draw is fixed."),
            ({"lacks_seed": True}, "Sign-up begins as soon as"),
            ({"opens_at": OPEN.closes_at + HOUR}, "Sign-up has not begun yet."),
            ({"is_cancelled": True}, "This date was cancelled."),
            ({"is_draft": True}, "This date is not published yet"),
            ({"is_by_invitation": True}, "This date is by invitation"),
            ({"is_drop_in": True}, "You need no seat here"),
        ],
    )
    def test_everything_else_holds_as_for_everybody(self, change, says):
        terms = rules.Terms(**(vars(OPEN) | change))

        assert rules.closed_reason(terms, OPEN.closes_at, Way.ORGANISER).startswith(says)


@promises
class TestWays:
    def test_a_free_seat_is_theirs_and_the_history_says_by_whom(self):
        booking = sign_up(make.bookable(), make.person("A"))

        (step,) = db.session.scalars(select(BookingChange))
        assert (booking.state, booking.way) == (State.CONFIRMED, Way.ORGANISER)
        assert step.actor_id not in (None, booking.person_id)

    def test_they_stand_behind_those_who_wait(self):
        bookable = make.bookable(seats=1)
        first, second, third = (make.person(name) for name in "ABC")
        seat, waiting = (actions.book(bookable, one, by=one) for one in (first, second))

        late = sign_up(bookable, third, takes_seat_at_once=True)
        actions.cancel(seat, by=first)

        assert (waiting.state, late.state, late.takes_seat_at_once) == (State.OFFERED, State.WAITLISTED, True)

    def test_a_seat_whose_offer_ran_out_goes_to_the_line_first(self, morning):
        bookable = make.bookable(seats=1)
        first, second, third, fourth = (make.person(name) for name in "ABCD")
        seat, offered, waiting = (actions.book(bookable, one, by=one) for one in (first, second, third))
        actions.cancel(seat, by=first)
        morning.move_to(offered.offer.expires_at)

        late = sign_up(bookable, fourth)

        assert (waiting.state, late.state) == (State.OFFERED, State.WAITLISTED)

    def test_full_without_a_line_it_is_refused(self):
        with pytest.raises(Refused, match="All seats are taken, and there is no waitlist"):
            sign_up(make.bookable(seats=0, has_waitlist=False), make.person("A"))

    def test_a_quota_holds(self):
        bookable, person = make.bookable(), make.person("A")
        actions.set_quotas(bookable, {Group(person.unit_id, None): 0}, by=make.person("Orga Ott"))

        assert sign_up(bookable, person).state is State.WAITLISTED

    def test_where_a_leader_decides_it_is_a_request_to_the_leader(self):
        cast, bookable = make.cast(), make.bookable(mode=Mode.APPROVAL)

        booking = sign_up(bookable, cast.ada)

        asked = db.session.scalars(select(Notice).where(Notice.person_id == cast.max.id)).one()
        assert (booking.state, booking.decided_by_id) == (State.REQUESTED, None)
        assert booking.decide_by is not None
        assert asked.values["who"] == "Ada Ahrens"
        assert actions.approve(booking, by=cast.max).state is State.CONFIRMED

    def test_who_is_led_by_nobody_has_nobody_to_decide(self):
        booking = sign_up(make.bookable(mode=Mode.APPROVAL), make.person("A"))

        (step,) = db.session.scalars(select(BookingChange))
        assert (booking.state, booking.way, step.reason) == (State.CONFIRMED, Way.ORGANISER, Because.NOBODY_LEADS)

    def test_where_lots_decide_it_is_an_application_until_sign_up_closes(self, morning):
        bookable = announced(closes_at=MORNING + DAY)

        assert sign_up(bookable, make.person("A")).state is State.REQUESTED
        morning.move_to(MORNING + DAY)
        with pytest.raises(Refused, match="Sign-up is closed"):
            sign_up(bookable, make.person("B"))

    def test_what_the_lots_have_left_goes_to_whoever_asks(self):
        drawn = make.bookable(mode=Mode.DRAW, closes_at=MORNING - DAY)
        make.seat_draw(drawn, {}, seed="1", drawn_at=MORNING, done_at=MORNING)
        drawn.draw_stage = DrawStage.DONE

        assert sign_up(drawn, make.person("A")).state is State.CONFIRMED

    def test_late_on_the_telephone_there_is_a_seat_after_sign_up_has_closed(self):
        assert sign_up(make.bookable(closes_at=MORNING - HOUR), make.person("A")).state is State.CONFIRMED

    @pytest.mark.parametrize(
        ("change", "says"),
        [
            ({"in_days": -3}, "This date is over."),
            ({"cancelled_at": MORNING}, "This date was cancelled."),
            ({"is_draft": True}, "not published yet"),
            ({"mode": Mode.INVITATION}, "by invitation"),
            ({"mode": Mode.DRAW}, "where the seed"),
        ],
    )
    def test_what_can_not_be_for_anybody_can_not_be_here(self, change, says):
        with pytest.raises(Refused, match=says):
            sign_up(make.bookable(**change), make.person("A"))

    def test_outsiders_stay_refused(self):
        cast = make.cast()

        with pytest.raises(Refused, match="only open to Bürgeramt"):
            sign_up(make.bookable(audience_id=cast.office.id), cast.zoe)

    @pytest.mark.parametrize("seats", [1, 0])
    def test_who_has_a_claim_keeps_it_as_it_is_and_twice_is_once(self, seats):
        bookable, person = make.bookable(seats=seats), make.person("A")
        before = actions.book(bookable, person, by=person)

        assert sign_up(bookable, person, takes_seat_at_once=True) is before
        assert (before.way, before.takes_seat_at_once) == (Way.SELF, False)
        assert db.session.scalar(select(func.count()).select_from(BookingChange)) == 1


@promises
class TestGivingBack:
    def test_a_seat_given_too_late_to_give_back_can_be_given_back_until_the_date_begins(self, morning):
        bookable = make.bookable(in_days=3, cancel_until=MORNING - HOUR)
        late, own = sign_up(bookable, make.person("A")), actions.book(bookable, one := make.person("B"), by=one)
        morning.move_to(bookable.starts_at - HOUR)

        assert actions.cancel(late, by=late.person).state is State.CANCELLED
        with pytest.raises(Refused, match="The time for giving back your seat is over"):
            actions.cancel(own, by=one)

    def test_a_seat_given_in_time_is_given_back_in_time(self, morning):
        booking = sign_up(make.bookable(cancel_until=MORNING + DAY), make.person("A"))
        morning.move_to(MORNING + DAY)

        with pytest.raises(Refused, match="The time for giving back your seat is over"):
            actions.cancel(booking, by=booking.person)


@promises
class TestTelling:
    def told(self, booking):
        of_them = lambda table: select(table).where(table.person_id == booking.person_id)  # noqa: E731
        notice, mail = db.session.scalars(of_them(Notice)).one(), db.session.scalars(of_them(Mail)).one_or_none()
        text = letters.write(mail.kind, mail.values, mail.path, booking.person).text if mail else None
        return sentence(notice.kind, notice.values), text

    @pytest.mark.parametrize(
        ("date", "begins", "says"),
        [
            ({}, "Orga Ott has signed you up. You have a seat", "please cancel here"),
            ({"seats": 0}, "Orga Ott has signed you up. All seats of", "leave it, here"),
            (
                {"mode": Mode.DRAW, "draw_stage": DrawStage.ANNOUNCED},
                "Orga Ott has signed you up. You take part",
                "withdraw",
            ),
        ],
    )
    def test_the_notice_names_who_did_it_and_the_letter_says_how_to_withdraw(self, date, begins, says):
        notice, letter = self.told(sign_up(make.bookable(**date), make.person("A", language="en")))

        assert notice.startswith(begins)
        assert says in letter
        assert "The organisers have signed you up" in letter
        assert "Orga Ott" not in letter

    def test_a_request_says_so_too(self):
        notice, letter = self.told(sign_up(make.bookable(mode=Mode.APPROVAL), make.cast().ada))

        assert notice.startswith("Orga Ott has signed you up. Your request for")
        assert letter.count("Organisationsteam") == 1

    def test_without_an_address_the_notice_is_there_all_the_same(self):
        notice, letter = self.told(sign_up(make.bookable(), make.person("A", email=None)))

        assert (notice.startswith("Orga Ott"), letter) == (True, None)

    def test_what_follows_does_not_say_it_again(self):
        booking = sign_up(make.bookable(), make.person("A"))
        actions.cancel(booking, by=booking.person)

        last = db.session.scalars(select(Notice).order_by(Notice.id.desc())).first()
        assert "who" not in last.values

    def test_who_signs_themselves_up_there_is_told_as_usual(self):
        orga = make.person("Orga Ott")
        booking = actions.book_as_organiser(make.bookable(), orga, by=orga)

        assert self.told(booking)[0].startswith("You have a seat")


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


def states(app):
    with app.app_context():
        return dict(db.session.execute(select(Booking.person_id, Booking.state)).all())


def search_and_send(orga, row, person, **typed):
    return orga.post(desk(row), data={"q": person.personnel_number, "person_id": person.id, **typed})


def plain(response):
    return html.unescape(response.text).replace("\xa0", " ")


class TestPage:
    def test_people_are_found_by_part_of_the_name_and_by_number_and_one_alone_is_chosen_already(
        self, orga, cast, event
    ):
        page = desk(event())

        by_name, by_number = (orga.get(page, query_string={"q": q}).text for q in ("ahr", cast.ada.personnel_number))

        assert ("Ada Ahrens, Bürgeramt" in by_name, "Zoe Zander" in by_name) == (True, False)
        assert "checked" in by_number
        assert "Ada Ahrens" in by_number
        assert "Nobody is found here." in orga.get(page, query_string={"q": "Xaver"}).text

    def test_nobody_is_shown_before_something_is_typed(self, orga, cast, event, app):
        page = orga.get(desk(event())).text

        assert ("Ada" in page, "Zoe" in page, 'name="person_id"' in page) == (False, False, False)

    def test_each_look_is_written_down(self, orga, cast, event, app):
        orga.get(desk(event()), query_string={"q": "Ada"})

        with app.app_context():
            looks = db.session.execute(select(ReadAudit.person_id, ReadAudit.category, ReadAudit.purpose)).all()
        assert looks == [(cast.ada.id, "C", "signing-up")]

    def test_many_of_one_name_come_in_part_and_it_says_so(self, orga, event, saved):
        saved(lambda: [make.person(f"Kim Probe{n:02}") for n in range(12)])

        page = plain(orga.get(desk(event()), query_string={"q": "Kim"}))

        assert page.count('type="radio"') == 10
        assert "There are more of this name." in page

    def test_who_is_chosen_has_a_seat_and_the_page_says_so(self, orga, cast, event, app):
        row = event()

        response = search_and_send(orga, row, cast.ada)

        assert response.location == desk(row)
        assert "Ada Ahrens has a seat now. They are told by e-mail." in orga.get(desk(row)).text
        assert states(app) == {cast.ada.id: State.CONFIRMED}

    @pytest.mark.parametrize(
        ("date", "says"),
        [
            ({"seats": 0}, "There is no seat for Ada Ahrens yet: number 1 on the waitlist."),
            ({"mode": Mode.APPROVAL}, "The request of Ada Ahrens is with their leader now."),
            ({"mode": Mode.DRAW, "draw_stage": DrawStage.ANNOUNCED}, "Ada Ahrens takes part in the draw now."),
        ],
    )
    def test_it_says_what_became_of_it_and_the_second_time_that_it_was_so(self, orga, cast, event, date, says):
        row = event(**date)
        search_and_send(orga, row, cast.ada)
        first = plain(orga.get(desk(row)))
        search_and_send(orga, row, cast.ada)

        assert says in first
        assert "Ada Ahrens" in (second := plain(orga.get(desk(row))))
        assert "already" in second

    def test_who_has_an_offer_keeps_it_and_it_says_so(self, orga, cast, event, saved, app):
        row = event(seats=1)

        def fill():
            booking = make.booking(db.session.merge(row.bookable), db.session.merge(cast.ada), State.OFFERED)
            db.session.add(Offer(booking=booking, made_at=clock.now(), expires_at=clock.now() + DAY))

        saved(fill)
        search_and_send(orga, row, cast.ada)

        assert "Ada Ahrens has the offer of a seat already" in orga.get(desk(row)).text
        assert states(app) == {cast.ada.id: State.OFFERED}

    def test_of_somebody_without_an_address_it_says_that_nobody_writes_to_them(self, orga, event, saved):
        person = saved(make.person, "Otto Ohne", email=None)
        row = event()
        page = orga.get(desk(row), query_string={"q": person.personnel_number}).text
        search_and_send(orga, row, person)

        assert "no e-mail address" in page
        assert "They have no e-mail address: please tell them." in orga.get(desk(row)).text

    def test_without_a_choice_it_says_so_and_what_was_typed_is_there(self, orga, cast, event):
        response = orga.post(desk(event()), data={"q": "Ada"})

        assert response.status_code == 422
        assert "Please choose whom you sign up." in response.text
        assert 'value="Ada"' in response.text
        assert "Ada Ahrens" in response.text

    @pytest.mark.parametrize("typed", ["nobody", "-1", "99999999"])
    def test_nobody_is_signed_up_who_was_not_found(self, orga, cast, event, app, typed):
        assert orga.post(desk(event()), data={"q": "Ada", "person_id": typed}).status_code == 422
        assert states(app) == {}

    def test_what_is_refused_stands_at_the_choice_and_the_wish_is_kept(self, orga, cast, event):
        response = search_and_send(orga, event(audience_id=cast.office.id), cast.zoe, takes_seat_at_once="y")

        assert response.status_code == 422
        assert 'href="#person_id">Whom do you sign up? This date is only open to Bürgeramt.' in response.text
        assert response.text.count(" checked") == 2

    def test_without_a_line_nobody_is_asked_whether_they_would_wait(self, orga, cast, event):
        pages = [orga.get(desk(event(has_waitlist=has)), query_string={"q": "Ada"}).text for has in (True, False)]

        assert ["takes_seat_at_once" in page for page in pages] == [True, False]

    def test_the_way_stands_at_the_desk_and_on_the_list_while_somebody_can_be_signed_up(self, orga, event):
        now = clock.now()
        for other, is_there in (
            ({}, True),
            ({"closes_at": now - HOUR}, True),
            ({"in_days": -3}, False),
            ({"cancelled_at": now}, False),
            ({"mode": Mode.INVITATION}, False),
            ({"mode": Mode.DROP_IN, "seats": None}, False),
        ):
            row = event(**other)
            for page in (f"/events/{row.id}/organise", f"/bookables/{row.bookable_id}/participants"):
                assert (desk(row) in orga.get(page).text) is is_there, (other, page)

    def test_a_page_that_is_kept_open_too_long_says_why_it_is_over(self, orga, cast, event):
        row = event(in_days=-3)

        assert "This date is over." in orga.get(desk(row)).text
        assert "This date is over." in search_and_send(orga, row, cast.ada).text

    def test_who_leads_a_session_of_a_course_signs_somebody_up_there(self, orga, cast, saved, client, app):
        def fill():
            session = make.session()
            make.organiser(session.bookable, db.session.merge(cast.lin))
            return session

        session = saved(fill)
        with app.app_context():
            path = db.session.merge(session).bookable.path

        assert desk(session) in orga.get(path).text
        search_and_send(orga, session, cast.ada)
        assert states(app) == {cast.ada.id: State.CONFIRMED}
        assert desk(session) not in client.sign_in(cast.ada).get(path).text


class TestWhoMay:
    def test_nobody_else_even_knows_of_the_page(self, client, cast, event, saved, app):
        row = event()
        elsewhere = saved(make.event, "Woanders")
        saved(lambda: make.organiser(db.session.merge(elsewhere.bookable), db.session.merge(cast.zoe)))

        for person in (cast.ada, cast.max, cast.zoe):
            client.sign_in(person)
            assert client.get(desk(row), query_string={"q": "Ada"}).status_code == 404
            assert search_and_send(client, row, cast.ada).status_code == 404
        assert states(app) == {}

    @pytest.mark.parametrize("date", [{"mode": Mode.INVITATION}, {"mode": Mode.DROP_IN, "seats": None}])
    def test_where_nobody_signs_up_organisers_do_not_either(self, orga, cast, event, date, app):
        row = event(**date)

        assert orga.get(desk(row)).status_code == 403
        assert search_and_send(orga, row, cast.ada).status_code == 403
        assert states(app) == {}

    def test_a_part_is_chosen_by_whoever_has_a_seat_in_the_whole(self, orga, cast, event, saved, app):
        row = event()

        def fill():
            part = make.bookable(part_of_id=row.bookable_id)
            make.organiser(part, db.session.merge(cast.lin))
            return part.id

        part_id = saved(fill)
        assert orga.get(f"/bookables/{part_id}/bookings").status_code == 403
