"""A date by invitation: whoever is invited has a seat kept until a moment, and nobody else comes to one."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, update

from app import clock
from app.bookings import access, actions, audit, queries, rules
from app.bookings.models import Bookable, Booking, Invitation
from app.bookings.rules import Mode, Reply, Seats, State, Terms, Way
from app.db import db
from app.errors import Refused
from app.events import actions as events
from app.notifications import letters
from app.notifications.models import Mail, Notice
from app.people.rules import Grade
from app.people.viewer import view_as
from tests import make
from tests.bookings.conftest import MORNING
from tests.bookings.test_actions import book, told

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)
UNTIL = MORNING + 7 * DAY
KEPT, INVITED = "a seat is kept for everybody who is invited", "who took a seat by invitation was invited"
promises = pytest.mark.usefixtures("promises_hold")


def dinner(seats=2, **other):
    return make.bookable("Empfang", seats=seats, mode=Mode.INVITATION, **other)


def ask(bookable, *people, until=UNTIL, by=None, unit=None, grade=None):
    names = [person.personnel_number for person in people]
    by = by or make.person("Orga Ott")
    unit_id = unit.id if unit else None
    return actions.invite(bookable, unit_id=unit_id, grade=grade, names=names, answer_by=until, by=by)


def invitation(bookable, person):
    return db.session.scalars(queries.invitation_of(bookable.id, person.id)).one()


def counted(bookable):
    return queries.seats_of([bookable.id])[bookable.id]


class TestRules:
    @given(st.integers(0, 9), st.integers(0, 5), st.integers(0, 5), st.integers(0, 5))
    def test_a_seat_that_is_kept_is_neither_free_nor_offered(self, capacity, confirmed, invited, waiting):
        seats = Seats(capacity, confirmed=confirmed, invited=invited, waiting=waiting)
        bare = Seats(max(0, capacity - invited), confirmed=confirmed, waiting=waiting)

        assert (seats.free, seats.to_offer) == (bare.free, bare.to_offer) or capacity < invited
        assert rules.least_seats(seats, 0) == confirmed + invited

    def test_who_is_invited_has_the_seat_however_full_it_is(self):
        full = Seats(1, confirmed=1, invited=1)

        assert rules.state_for(full, Mode.INVITATION, Way.INVITATION, has_waitlist=False) is State.CONFIRMED

    @pytest.mark.parametrize("way", [Way.SELF, Way.LEADER])
    def test_nobody_signs_up_by_themselves_or_is_signed_up(self, way):
        terms = Terms(None, MORNING + DAY, MORNING + DAY, MORNING + DAY, is_by_invitation=True)

        assert "by invitation" in rules.closed_reason(terms, MORNING, way)
        assert rules.closed_reason(terms, MORNING, Way.INVITATION) is None

    @pytest.mark.parametrize(
        ("reply", "answer_by", "change", "sentence"),
        [
            (Reply.OPEN, UNTIL, {}, None),
            (Reply.OPEN, MORNING, {}, "time for an answer is over"),
            (Reply.DECLINED, UNTIL, {}, "declined"),
            (Reply.ACCEPTED, UNTIL, {}, "given back"),
            (Reply.OPEN, UNTIL, {"is_cancelled": True}, "cancelled"),
            (Reply.OPEN, UNTIL, {"starts_at": MORNING}, "begun"),
        ],
    )
    def test_an_invitation_ends_by_an_answer_by_time_and_with_the_date(self, reply, answer_by, change, sentence):
        plain = {"opens_at": None, "closes_at": UNTIL, "starts_at": UNTIL, "cancel_until": UNTIL}
        said = rules.invitation_closed_reason(reply, answer_by, Terms(**plain | change), MORNING)

        assert (said is None) == (sentence is None)
        assert sentence is None or sentence in said


@promises
class TestInviting:
    def test_people_are_invited_by_number_name_or_address_and_told_once(self):
        bookable, ada, kai = dinner(3), make.person("Ada Ahrens"), make.person("Kai Klein", email=None)
        by = make.person("Orga Ott")

        names = [ada.personnel_number, "Kai Klein", ada.email]
        number = actions.invite(bookable, unit_id=None, grade=None, names=names, answer_by=UNTIL, by=by)

        assert (number, counted(bookable).invited, counted(bookable).free) == (2, 2, 1)
        assert (told(ada), told(kai)) == (["invited"], ["invited"])
        assert [mail.person_id for mail in db.session.scalars(select(Mail))] == [ada.id]
        assert ask(bookable, ada, kai, by=by) == 0
        assert told(ada) == ["invited"]

    def test_the_letter_says_until_when(self):
        bookable, ada = dinner(), make.person("Ada Ahrens")
        ask(bookable, ada)
        ada.language = "en"
        mail = db.session.scalars(select(Mail)).one()

        letter = letters.write(mail.kind, mail.values, mail.path, ada)

        assert letter.subject == "You are invited: Empfang"
        assert "A seat is kept for you until" in letter.text

    def test_a_unit_with_all_below_it_or_one_level_of_hierarchy_is_invited(self):
        house = make.unit("Stadt Probe")
        office = make.unit("Amt", house)
        section = make.unit("Archiv", office)
        clerks = [make.person("Ada Ahrens", office), make.person("Kai Klein", section)]
        head = make.person("Max Mohr", office)
        make.person("Zoe Zahn", house)
        head.job = make.job(grade=Grade.HEAD_OF_OFFICE)
        bookable, by = dinner(9), make.person("Orga Ott", house)

        assert ask(bookable, unit=office, by=by) == 3
        assert {one.person_id for one in db.session.scalars(select(Invitation))} == {
            head.id,
            *(one.id for one in clerks),
        }
        assert ask(dinner(9), unit=office, grade=Grade.HEAD_OF_OFFICE, by=by) == 1

    def test_no_more_are_invited_than_there_are_seats_and_then_nobody(self):
        bookable, people = dinner(2), [make.person(f"P {n}") for n in range(3)]

        with pytest.raises(Refused, match=r"3 invitations.* 2 left"):
            ask(bookable, *people)

        assert db.session.scalars(select(Invitation)).all() == []

    def test_more_are_invited_where_more_are_accepted_than_there_are_seats(self):
        bookable, by = dinner(2), make.person("Orga Ott")
        actions.accept(bookable, number=3, assumed=rules.Assumed((70, 90)), by=by)

        assert ask(bookable, *[make.person(f"P {n}") for n in range(3)], by=by) == 3
        with pytest.raises(Refused, match="can’t be fewer"):
            actions.accept(bookable, number=2, assumed=rules.Assumed((70, 90)), by=by)

    def test_seats_that_are_kept_stay_when_there_are_to_be_fewer(self):
        bookable = dinner(2)
        ask(bookable, make.person("Ada Ahrens"), make.person("Kai Klein"))

        with pytest.raises(Refused, match="can’t be fewer"):
            actions.resize(bookable, 1, by=make.person("Orga Otto"))

    @pytest.mark.parametrize(
        ("change", "until", "sentence"),
        [
            ({"mode": Mode.FIRST_COME}, UNTIL, "another way"),
            ({"is_draft": True}, UNTIL, "not published"),
            ({"cancelled_at": MORNING}, UNTIL, "cancelled"),
            ({}, MORNING, "at the latest when the date begins"),
            ({}, MORNING + 99 * DAY, "at the latest when the date begins"),
        ],
    )
    def test_what_can_not_be_is_refused_in_words(self, change, until, sentence):
        bookable = dinner()
        for name, value in change.items():
            setattr(bookable, name, value)
        db.session.flush()

        with pytest.raises(Refused, match=sentence):
            ask(bookable, make.person("Ada Ahrens"), until=until)

    @pytest.mark.parametrize(("names", "sentence"), [(["Niemand Hier"], "Nobody here"), ([], "choose a unit")])
    def test_who_is_not_found_is_named_and_nobody_is_invited(self, names, sentence):
        by, ada = make.person("Orga Ott"), make.person("Ada Ahrens")
        names = [ada.personnel_number, *names] if names else []

        with pytest.raises(Refused, match=sentence) as refused:
            actions.invite(dinner(), unit_id=None, grade=None, names=names, answer_by=UNTIL, by=by)

        assert refused.value.field == "people"

    def test_nobody_outside_the_audience_is_invited(self):
        office, elsewhere = make.unit("Amt"), make.unit("Anderswo")

        with pytest.raises(Refused, match="not open to the unit"):
            ask(dinner(audience_id=office.id), make.person("Ada Ahrens", elsewhere))


@promises
class TestAnswering:
    def test_accepting_gives_the_seat_that_was_kept_and_settles_the_notice(self):
        bookable, ada = dinner(1), make.person("Ada Ahrens")
        ask(bookable, ada)

        booking = actions.accept_invitation(invitation(bookable, ada), by=ada)
        again = actions.accept_invitation(invitation(bookable, ada), by=ada)

        assert (booking.state, booking.way, again.id) == (State.CONFIRMED, Way.INVITATION, booking.id)
        assert (counted(bookable).confirmed, counted(bookable).invited) == (1, 0)
        assert _unread(ada, "invited") == 0

    def test_declining_leaves_the_seat_to_nobody_until_others_are_invited(self):
        bookable, ada, kai = dinner(1), make.person("Ada Ahrens"), make.person("Kai Klein")
        ask(bookable, ada)

        actions.decline_invitation(invitation(bookable, ada))
        actions.decline_invitation(invitation(bookable, ada))

        assert (counted(bookable).free, _unread(ada, "invited")) == (1, 0)
        with pytest.raises(Refused, match="by invitation"):
            book(bookable, kai)
        assert ask(bookable, kai, by=make.person("Orga Otto")) == 1
        with pytest.raises(Refused, match="You have declined"):
            actions.accept_invitation(invitation(bookable, ada), by=ada)

    def test_who_declined_can_be_invited_anew(self):
        bookable, ada = dinner(1), make.person("Ada Ahrens")
        ask(bookable, ada)
        actions.decline_invitation(invitation(bookable, ada))

        assert ask(bookable, ada, by=make.person("Orga Otto")) == 1

        assert actions.accept_invitation(invitation(bookable, ada), by=ada).state is State.CONFIRMED

    def test_after_its_time_the_seat_is_free_for_another_invitation(self, morning):
        bookable, ada, kai = dinner(1), make.person("Ada Ahrens"), make.person("Kai Klein")
        by = make.person("Orga Ott")
        ask(bookable, ada, by=by)
        with pytest.raises(Refused, match="0 left"):
            ask(bookable, kai, by=by)
        morning.move_to(UNTIL)

        with pytest.raises(Refused, match="time for an answer is over"):
            actions.accept_invitation(invitation(bookable, ada), by=ada)
        assert ask(bookable, kai, by=by, until=UNTIL + DAY) == 1

    def test_a_seat_that_is_given_back_goes_to_nobody(self):
        bookable, ada = dinner(1), make.person("Ada Ahrens")
        ask(bookable, ada)
        booking = actions.accept_invitation(invitation(bookable, ada), by=ada)
        with pytest.raises(Refused, match="please give it back"):
            actions.decline_invitation(invitation(bookable, ada))

        actions.cancel(booking, by=ada)

        assert counted(bookable).free == 1
        with pytest.raises(Refused, match="given back"):
            actions.accept_invitation(invitation(bookable, ada), by=ada)

    def test_no_other_way_leads_to_a_seat(self):
        cast = make.cast()
        bookable = dinner(5)
        ask(bookable, cast.ada)
        booking = actions.accept_invitation(invitation(bookable, cast.ada), by=cast.ada)

        with pytest.raises(Refused, match="organisers invite"):
            actions.propose_handover(booking, who=cast.zoe.name)
        for way in (Way.SELF, Way.LEADER, Way.DOOR, Way.WISHES, Way.HANDOVER, Way.INVITATION):
            with pytest.raises(Refused, match="by invitation"):
                actions.admit(bookable, cast.zoe, way=way, by=cast.max)
        assert [name for name, _why in actions.book_for(bookable, [cast.zoe], by=cast.max)] == [cast.zoe]

    def test_an_invitation_leads_to_nothing_where_seats_are_given_in_another_way(self):
        bookable, ada = dinner(1), make.person("Ada Ahrens")
        ask(bookable, ada)
        db.session.execute(update(Bookable).values(mode=Mode.FIRST_COME))
        db.session.expire_all()

        with pytest.raises(Refused, match="by invitation"):
            actions.accept_invitation(invitation(bookable, ada), by=ada)

    def test_quotas_and_invitations_exclude_each_other(self):
        office, by = make.unit("Amt"), make.person("Orga Ott")
        limited, bookable = make.bookable(seats=5), dinner(5)
        actions.limit(limited, group=rules.Group(office.id, None), most=2, by=by)
        limited.mode = Mode.INVITATION

        with pytest.raises(Refused, match="no group needs a limit"):
            actions.limit(bookable, group=rules.Group(office.id, None), most=2, by=by)
        with pytest.raises(Refused, match="lift the quotas"):
            ask(limited, make.person("Ada Ahrens"), by=by)

    def test_calling_it_off_and_moving_it_are_told_to_whoever_can_still_answer(self):
        bookable, ada, kai = dinner(2), make.person("Ada Ahrens"), make.person("Kai Klein")
        by = make.person("Orga Ott")
        ask(bookable, ada, kai, by=by)
        actions.decline_invitation(invitation(bookable, kai))
        before = bookable.description
        bookable.place = "Anderswo"
        actions.tell_moved(bookable, before, set())

        actions.call_off(bookable, reason="Hochwasser", by=by)

        assert told(ada) == ["invited", "date-moved", "date-called-off"]
        assert told(kai) == ["invited"]
        assert _unread(ada, "invited") == 0


def _unread(person, kind):
    found = select(Notice).where(Notice.person_id == person.id, Notice.kind == kind, Notice.read_at.is_(None))
    return len(db.session.scalars(found).all())


@promises
class TestSeeing:
    def test_only_who_is_invited_runs_it_or_takes_part_sees_it(self):
        cast = make.cast()
        bookable = dinner()
        make.organiser(bookable, cast.max)
        ask(bookable, cast.ada, by=cast.max)

        seen = {
            name: bookable in db.session.scalars(queries.bookables_visible_to(view_as(person, clock.today()))).all()
            for name, person in (("ada", cast.ada), ("max", cast.max), ("zoe", cast.zoe))
        }

        assert seen == {"ada": True, "max": True, "zoe": False}

    def test_the_rule_and_its_query_say_alike_whose_invitation_it_is(self):
        cast = make.cast()
        bookable = dinner()
        ask(bookable, cast.ada, by=cast.max)
        one = invitation(bookable, cast.ada)

        for person, may in ((cast.ada, True), (cast.max, False), (cast.zoe, False)):
            viewer = view_as(person, clock.today())
            assert access.can_answer_invitation(viewer, one) is may
            assert (one in db.session.scalars(queries.invitations_to(viewer)).all()) is may


@promises
class TestChangingTheWay:
    def event(self, **other):
        return make.event("Empfang", seats=2, **other)

    def revise(self, event, mode):
        text = events.event.Text(event.key, event.title, event.summary, event.body, event.link)
        return events.revise(event, text, {"mode": mode}, revision=event.revision, by=make.person("Orga Otto"))

    def test_it_stays_while_somebody_can_answer(self):
        event = self.event(mode=Mode.INVITATION)
        ask(event.bookable, make.person("Ada Ahrens"))

        with pytest.raises(Refused, match="People are invited"):
            self.revise(event, Mode.FIRST_COME)

    def test_it_does_not_become_by_invitation_while_somebody_waits(self):
        event = self.event()
        for n in range(3):
            book(event.bookable, f"Person {n}")

        with pytest.raises(Refused, match="People wait"):
            self.revise(event, Mode.INVITATION)


@pytest.mark.usefixtures("morning", "context")
class TestAudit:
    def broken(self):
        return {violation.promise for violation in audit.violations()}

    def test_it_finds_a_seat_that_is_kept_and_taken(self):
        bookable = dinner(1)
        ask(bookable, make.person("Ada Ahrens"))
        assert self.broken() == set()

        db.session.execute(update(Bookable).values(title="Empfang"))
        for pool in bookable.pools:
            pool.capacity = 0
        db.session.flush()

        assert KEPT in self.broken()

    def test_it_finds_a_seat_without_an_invitation(self):
        bookable, ada = dinner(1), make.person("Ada Ahrens")
        ask(bookable, ada)
        actions.accept_invitation(invitation(bookable, ada), by=ada)
        assert self.broken() == set()

        db.session.execute(update(Invitation).values(reply=Reply.DECLINED))

        assert INVITED in self.broken()


@pytest.fixture
def desk(client, cast, saved):
    client.set_cookie("language", "en")

    def build():
        event = make.event("Empfang", seats=2, mode=Mode.INVITATION, in_days=20)
        make.organiser(event.bookable, cast.max)
        return {"event": f"/events/{event.id}", "desk": f"/bookables/{event.bookable_id}/invitations"}

    client.sign_in(cast.max)
    return saved(build)


def typed(cast, **other):
    until = (clock.local(clock.now()) + 5 * DAY).strftime("%Y-%m-%dT%H:%M")
    return {"unit_id": "-1", "grade": "all", "people": cast.ada.personnel_number, "answer_by": until} | other


def test_the_organiser_invites_and_the_guest_accepts_with_one_click(client, cast, desk, saved):
    assert client.post(desk["desk"], data=typed(cast)).location == desk["desk"]
    page = client.get(desk["desk"]).text
    assert "Ada" in page
    assert "No answer yet" in page
    assert "You can invite 1 more person." in page

    client.sign_in(cast.ada)
    assert "You are invited: Empfang" in client.get("/").text
    page = client.get(desk["event"]).text
    assert "You are invited. A seat is kept for you until" in page
    number = saved(lambda: db.session.query(Invitation).one().id)
    assert client.post(f"/invitations/{number}/acceptance").location == desk["event"]
    assert "You have a seat." in client.get(desk["event"]).text
    assert saved(lambda: db.session.query(Booking).one().way) is Way.INVITATION


def test_the_guest_declines_with_one_click(client, cast, desk, saved):
    client.post(desk["desk"], data=typed(cast))
    number = saved(lambda: db.session.query(Invitation).one().id)

    assert client.sign_in(cast.ada).post(f"/invitations/{number}/refusal").status_code == 303

    assert "You have declined this invitation." in client.get(desk["event"]).text
    assert "Has declined" in client.sign_in(cast.max).get(desk["desk"]).text


def test_who_is_not_invited_finds_no_page(client, cast, desk):
    assert client.sign_in(cast.zoe).get(desk["event"]).status_code == 404


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"people": "Niemand Hier"}, "Nobody here is called “Niemand Hier”"),
        ({"people": ""}, "Please choose a unit or enter at least one person."),
        ({"answer_by": ""}, "Please choose a moment from now on"),
        ({"answer_by": "gestern"}, "Please enter a day and a time"),
    ],
)
def test_what_is_wrong_is_named_at_its_field_and_nothing_is_lost(client, cast, desk, other, sentence):
    response = client.post(desk["desk"], data=typed(cast, **other))

    assert response.status_code == 422
    assert sentence in response.text
    assert "people" in other or cast.ada.personnel_number in response.text


def test_where_seats_are_given_in_another_way_the_page_says_so(client, cast, saved):
    client.set_cookie("language", "en")

    def build():
        event = make.event("Konferenz")
        make.organiser(event.bookable, cast.max)
        return event.bookable_id

    page = client.sign_in(cast.max).get(f"/bookables/{saved(build)}/invitations").text

    assert "Seats are given in another way here" in page
