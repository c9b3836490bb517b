"""The pages of bookings: they work, they say why not, and Zoe may not."""

import datetime as dt

import pytest
from sqlalchemy import select

from app import clock
from app.bookings import actions
from app.bookings.models import Bookable, Booking, Span
from app.bookings.rules import Mode, State, Undecided
from app.db import db
from app.people.actions import note_absence
from app.people.rules import Position
from app.visibility.models import ReadAudit
from tests import make

pytestmark = pytest.mark.any_database

HOUR, DAY = dt.timedelta(hours=1), dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def english(client):
    client.set_cookie("language", "en")


def book(bookable, person, **wish):
    bookable = db.session.merge(bookable, load=False)
    person = db.session.merge(person, load=False)
    return actions.book(bookable, person, by=person, **wish)


def fresh(app, model, row_id):
    with app.test_request_context():
        return db.session.get_one(model, row_id)


def state_of(app, person, bookable):
    with app.test_request_context():
        query = select(Booking.state).where(Booking.person_id == person.id, Booking.bookable_id == bookable.id)
        return db.session.scalars(query.order_by(Booking.id.desc())).first()


def statements(queries):
    return [statement for statement in queries if not statement.startswith("BEGIN")]


def flashes(client):
    with client.session_transaction() as session:
        return [sentence for _, sentence in session.get("_flashes", [])]


def test_create_booking_gives_a_seat_and_goes_back_to_the_page(app, client, cast, saved):
    bookable = saved(make.bookable, "Excel", path="/events/7")

    response = client.sign_in(cast.ada).post(f"/bookables/{bookable.id}/booking")

    assert (response.status_code, response.location) == (303, "/events/7")
    assert state_of(app, cast.ada, bookable) is State.CONFIRMED
    assert flashes(client) == ["You are signed up."]


def test_create_booking_says_why_not(app, client, cast, saved):
    bookable = saved(make.bookable, closes_at=clock.now() - HOUR)

    response = client.sign_in(cast.ada).post(f"/bookables/{bookable.id}/booking")

    assert response.status_code == 409
    assert "Sign-up is closed." in response.text
    assert state_of(app, cast.ada, bookable) is None


def test_create_booking_loses_nothing_that_was_typed(app, client, cast, saved):
    bookable = saved(make.bookable, "Seminar", mode=Mode.APPROVAL)

    response = client.sign_in(cast.ada).post(f"/bookables/{bookable.id}/booking", data={"reason": "Darum! " * 100})

    assert response.status_code == 422
    assert "Please use at most 500 characters." in response.text
    assert "Darum! Darum!" in response.text
    assert state_of(app, cast.ada, bookable) is None


def test_zoe_does_not_know_of_what_is_open_to_another_unit(app, client, cast, saved):
    bookable = saved(make.bookable, audience_id=cast.office.id)

    assert client.sign_in(cast.zoe).post(f"/bookables/{bookable.id}/booking").status_code == 404
    assert state_of(app, cast.zoe, bookable) is None


def test_an_organiser_from_elsewhere_sees_it_and_may_not_book(client, cast, saved):
    bookable = saved(organised_by, cast.zoe, cast.office)

    assert client.sign_in(cast.zoe).post(f"/bookables/{bookable.id}/booking").status_code == 403


def organised_by(person, audience):
    made = make.bookable(audience_id=audience.id)
    make.organiser(made, person)
    return made


@pytest.mark.parametrize("button", ["cancellation", "acceptance", "pass"])
def test_zoe_can_not_answer_for_ada(app, client, cast, saved, button):
    bookable = saved(make.bookable)
    booking = saved(book, bookable, cast.ada)

    assert client.sign_in(cast.zoe).post(f"/bookings/{booking.id}/{button}").status_code == 404
    assert fresh(app, Booking, booking.id).state is State.CONFIRMED


def test_cancel_booking_frees_the_seat_and_returns_to_the_list_it_came_from(app, client, cast, saved):
    bookable = saved(make.bookable, seats=1)
    booking = saved(book, bookable, cast.ada)
    saved(book, bookable, cast.zoe)

    response = client.sign_in(cast.ada).post(f"/bookings/{booking.id}/cancellation", data={"next": "/account/bookings"})

    assert (response.status_code, response.location) == (303, "/account/bookings")
    assert state_of(app, cast.ada, bookable) is State.CANCELLED
    assert state_of(app, cast.zoe, bookable) is State.OFFERED


def test_cancel_booking_after_the_deadline_says_whom_to_tell(app, client, cast, saved):
    booking = saved(book, saved(make.bookable, cancel_until=clock.now() - HOUR), cast.ada)

    response = client.sign_in(cast.ada).post(f"/bookings/{booking.id}/cancellation")

    assert response.status_code == 409
    assert "Please tell the organisers" in response.text


def test_the_way_back_leads_nowhere_else(client, cast, saved):
    booking = saved(book, saved(make.bookable, path="/events"), cast.ada)

    response = client.sign_in(cast.ada).post(f"/bookings/{booking.id}/cancellation", data={"next": "//evil.example/"})

    assert response.location == "/events"


def offered_to(person, other):
    bookable = make.bookable("Excel", seats=1)
    seat, booking = book(bookable, other), book(bookable, person)
    actions.cancel(seat, by=seat.person)
    return booking


def test_accept_offer_and_the_seat_is_there(app, client, cast, saved):
    booking = saved(offered_to, cast.ada, cast.zoe)

    response = client.sign_in(cast.ada).post(f"/bookings/{booking.id}/acceptance")

    assert response.status_code == 303
    assert flashes(client) == ["The seat is yours."]
    assert fresh(app, Booking, booking.id).state is State.CONFIRMED


def test_accept_offer_says_why_not(client, cast, saved):
    booking = saved(book, saved(make.bookable, seats=0), cast.ada)

    response = client.sign_in(cast.ada).post(f"/bookings/{booking.id}/acceptance")

    assert response.status_code == 409
    assert "no seat on offer" in response.text


def test_pass_offer_on_gives_it_away(app, client, cast, saved):
    booking = saved(offered_to, cast.ada, cast.zoe)

    response = client.sign_in(cast.ada).post(f"/bookings/{booking.id}/pass")

    assert response.status_code == 303
    assert fresh(app, Booking, booking.id).state is State.CANCELLED


def test_list_bookings_is_empty_and_says_what_will_stand_there(client, cast):
    response = client.sign_in(cast.ada).get("/account/bookings")

    assert response.status_code == 200
    assert "You have no dates ahead." in response.text
    assert "Past and ended" not in response.text


def test_list_bookings_shows_offers_with_their_deadline_places_and_what_is_past(client, cast, saved):
    saved(offered_to, cast.ada, cast.zoe)
    saved(book, saved(make.bookable, "Volle Schulung", seats=0), cast.ada)
    old = saved(make.bookable, "Alte Tagung", in_days=-30)
    saved(past_booking, old, cast.ada)

    text = client.sign_in(cast.ada).get("/account/bookings").text

    assert "We hold it until" in text
    assert "You are number 1 on the waitlist." in text
    assert text.index("We hold it until") < text.index("Volle Schulung") < text.index("Alte Tagung")


def past_booking(bookable, person):
    return make.booking(db.session.merge(bookable, load=False), db.session.merge(person, load=False))


def test_list_bookings_shows_nobody_elses(client, cast, saved):
    saved(book, saved(make.bookable, "Geheime Schulung"), cast.ada)

    assert "Geheime Schulung" not in client.sign_in(cast.zoe).get("/account/bookings").text


@pytest.mark.parametrize("rows", [1, 3])
def test_list_bookings_asks_the_same_few_questions(client, cast, saved, queries, rows):
    for number in range(rows):
        saved(book, saved(make.bookable, f"Schulung {number}", seats=0), cast.ada)
        saved(past_booking, saved(make.bookable, f"Tagung {number}", in_days=-9), cast.ada)
    client.sign_in(cast.ada)
    del queries[:]

    response = client.get("/account/bookings")

    assert response.text.count("on the waitlist.") == rows
    assert len(statements(queries)) == 8


def requested(person, title="Seminar", reason="Für die neue Aufgabe", **other):
    return book(make.bookable(title, **({"mode": Mode.APPROVAL, "price_cents": 12000} | other)), person, reason=reason)


def test_list_approvals_shows_what_a_leader_needs_to_decide(client, cast, saved):
    saved(requested, cast.ada)

    text = client.sign_in(cast.max).get("/team/approvals").text

    assert "1 request is waiting for your decision." in text
    for said in ("Ada Ahrens: Seminar", "Bürgeramt", "Rathaus", "120.00", "Für die neue Aufgabe", "10 of 10 seats"):
        assert said in text


def test_the_address_of_the_team_leads_leaders_to_what_waits_for_them_and_is_nothing_for_others(client, cast):
    answer = client.sign_in(cast.max).get("/team")

    assert (answer.status_code, answer.location) == (303, "/team/approvals")
    for person in (cast.ada, cast.lin, cast.zoe):
        assert client.sign_in(person).get("/team").status_code == 404


def test_list_approvals_is_empty_and_says_what_will_stand_there(client, cast):
    assert "Nothing is waiting for you." in client.sign_in(cast.max).get("/team/approvals").text


@pytest.mark.parametrize("who", ["ada", "zoe", "lin"])
def test_list_approvals_is_for_leaders(client, cast, saved, who):
    saved(requested, cast.ada)

    assert client.sign_in(getattr(cast, who)).get("/team/approvals").status_code == 403


def test_a_leader_of_others_sees_no_request_and_can_not_decide(app, client, cast, saved):
    saved(make.head, cast.elsewhere, cast.zoe)
    booking = saved(requested, cast.ada)

    client.sign_in(cast.zoe)

    assert "Ada Ahrens" not in client.get("/team/approvals").text
    assert client.post(f"/bookings/{booking.id}/approval").status_code == 404
    assert client.post(f"/bookings/{booking.id}/decline").status_code == 404
    assert fresh(app, Booking, booking.id).state is State.REQUESTED


def test_a_look_at_requests_is_written_down_once_for_each_person(app, client, cast, saved):
    kai = saved(make.person, "Kai Klein", cast.office)
    for person in (cast.ada, kai):
        saved(requested, person)

    client.sign_in(cast.max).get("/team/approvals")

    with app.test_request_context():
        looks = db.session.scalars(select(ReadAudit).order_by(ReadAudit.person_id)).all()
        seen = [(look.viewer_id, look.person_id, look.category, look.purpose) for look in looks]
    assert seen == [(cast.max.id, person.id, "C", "decision") for person in (cast.ada, kai)]


def test_a_leader_is_told_of_clashes_with_approved_dates_and_of_no_voluntary_one(client, cast, saved):
    saved(requested, cast.ada, "Seminar")
    saved(requested, cast.ada, "Lehrgang")
    saved(book, saved(make.bookable, "Yoga am Mittag"), cast.ada)

    text = client.sign_in(cast.max).get("/team/approvals").text

    assert "At the same time: Lehrgang" in text
    assert "Yoga" not in text


@pytest.mark.parametrize("rows", [1, 3])
def test_list_approvals_asks_the_same_few_questions(client, cast, saved, queries, rows):
    for number in range(rows):
        saved(requested, saved(make.person, f"Kai {number}", cast.office), f"Seminar {number}")
    client.sign_in(cast.max)
    del queries[:]

    response = client.get("/team/approvals")

    assert response.text.count('action="/bookings/') == rows
    assert len(statements(queries)) == 12


def passed_up(person, upper, **other):
    """A request of the person on which nobody had decided: it is with this leader, above their own, as well."""
    house = db.session.merge(upper).unit
    make.head(house, upper)
    booking = requested(person, **other)
    actions.decide_overdue(booking.decide_by)
    return booking


def test_a_request_says_until_when_to_decide_and_to_whom_it_goes_then(client, cast, saved):
    saved(make.head, cast.house, cast.lin)
    booking = saved(requested, cast.ada)

    text = client.sign_in(cast.max).get("/team/approvals").text.replace("\xa0", " ")

    until = clock.local(booking.decide_by)
    assert f"Please decide by {until:%A} {until.day} {until:%B %Y}. " in text
    assert "After that the request goes to Lin Lorenz." in text


def test_a_request_says_that_it_counts_as_approved_then_and_nothing_of_a_leader_above_who_is_not_there(
    client, cast, saved
):
    saved(requested, cast.ada, "Seminar")
    assert "After that" not in client.sign_in(cast.max).get("/team/approvals").text

    saved(requested, cast.ada, "Lehrgang", undecided=Undecided.APPROVE, price_cents=0)
    assert "After that the request counts as approved." in client.get("/team/approvals").text


def test_a_request_that_was_passed_up_says_so_to_both_leaders_without_blame(client, cast, saved):
    saved(passed_up, cast.ada, cast.lin)

    above, own = (client.sign_in(who).get("/team/approvals").text for who in (cast.lin, cast.max))

    assert "It was still undecided, so it is with you as well now." in above
    assert "It is still undecided, so it is with Lin Lorenz as well now." in own


def test_the_leader_above_decides_on_this_one_and_learns_nothing_of_other_requests(app, client, cast, saved):
    other = saved(requested, cast.ada, "Lehrgang am selben Tag", decide_within_days=14)
    booking = saved(passed_up, cast.ada, cast.lin)

    text = client.sign_in(cast.lin).get("/team/approvals").text

    assert ("Ada Ahrens: Seminar" in text, "Lehrgang am selben Tag" in text) == (True, False)
    assert client.post(f"/bookings/{other.id}/approval").status_code == 404
    assert client.post(f"/bookings/{booking.id}/approval").location == "/team/approvals"
    assert fresh(app, Booking, booking.id).state is State.CONFIRMED
    assert "Lehrgang am selben Tag" in client.sign_in(cast.max).get("/team/approvals").text


@pytest.mark.parametrize(
    ("undecided", "says"),
    [(Undecided.GO_UP, "after that it goes to Lin Lorenz."), (Undecided.APPROVE, "after that it counts as approved.")],
)
def test_who_asked_reads_until_when_and_what_then(client, cast, saved, undecided, says):
    saved(make.head, cast.house, cast.lin)
    event = saved(make.event, "Seminar", mode=Mode.APPROVAL, undecided=undecided)
    client.sign_in(cast.ada).post(f"/bookables/{event.bookable_id}/booking", data={"reason": "Darum"})

    assert says in client.get(f"/events/{event.id}").text


def test_another_reason_for_the_same_request_is_not_dropped_in_silence(client, cast, saved):
    saved(make.head, cast.house, cast.lin)
    event = saved(make.event, "Seminar", mode=Mode.APPROVAL)
    client.sign_in(cast.ada).post(f"/bookables/{event.bookable_id}/booking", data={"reason": "Darum"})
    client.get(f"/events/{event.id}")

    client.post(f"/bookables/{event.bookable_id}/booking", data={"reason": "Auch deswegen"})

    assert "the reason that you gave first stays with it" in client.get(f"/events/{event.id}").text


def test_the_address_of_a_sign_up_opened_as_a_page_leads_to_the_date(client, cast, saved):
    event = saved(make.event, "Seminar")

    response = client.sign_in(cast.ada).get(f"/bookables/{event.bookable_id}/booking", follow_redirects=True)

    assert response.request.path == f"/events/{event.id}"


def test_who_asked_reads_with_whom_the_request_is_now(app, client, cast, saved):
    saved(make.head, cast.house, cast.lin)
    event = saved(make.event, "Seminar", mode=Mode.APPROVAL)
    client.sign_in(cast.ada).post(f"/bookables/{event.bookable_id}/booking", data={"reason": "Darum"})
    saved(lambda: actions.decide_overdue(clock.now() + 8 * DAY))

    assert (
        "So that you need not wait longer, Lin Lorenz has your request now as well."
        in client.get(f"/events/{event.id}").text
    )


def away_with_a_deputy(cast):
    """Max is away today and tomorrow; Zoe stands in for him."""
    today = clock.today()
    make.head(cast.office, cast.zoe, Position.DEPUTY, valid_to=today + 30 * DAY)
    return note_absence(cast.max, first_day=today, last_day=today + DAY, by=None)


def test_who_asked_reads_who_stands_in_and_not_why_nor_until_when(client, cast, saved):
    absence = saved(away_with_a_deputy, cast)
    event = saved(make.event, "Seminar", mode=Mode.APPROVAL)
    client.sign_in(cast.ada).post(f"/bookables/{event.bookable_id}/booking", data={"reason": "Darum"})

    text = client.get(f"/events/{event.id}").text

    assert "Max Mohr is represented by Zoe Zander at present." in text
    assert (" away" in text, absence.ends_on.isoformat() in text) == (False, False)


def test_while_the_leader_is_there_nobody_stands_in(client, cast, saved):
    saved(lambda: db.session.delete(db.session.merge(away_with_a_deputy(cast))))
    event = saved(make.event, "Seminar", mode=Mode.APPROVAL)
    client.sign_in(cast.ada).post(f"/bookables/{event.bookable_id}/booking", data={"reason": "Darum"})

    assert "is represented by" not in client.get(f"/events/{event.id}").text
    assert "you stand in" not in client.sign_in(cast.zoe).get("/team/approvals").text


def test_the_deputy_reads_that_it_is_theirs_to_decide_and_the_leader_that_they_are_noted_as_away(client, cast, saved):
    saved(away_with_a_deputy, cast)
    saved(requested, cast.ada)

    theirs = client.sign_in(cast.zoe).get("/team/approvals").text
    own = client.sign_in(cast.max).get("/team/approvals").text

    noted, stands_in = "You are noted as away until", "Max Mohr is away: you stand in and decide."
    assert [(noted in text, stands_in in text) for text in (theirs, own)] == [(False, True), (True, False)]


def test_approve_booking_gives_the_seat(app, client, cast, saved):
    booking = saved(requested, cast.ada)

    response = client.sign_in(cast.max).post(f"/bookings/{booking.id}/approval")

    assert (response.status_code, response.location) == (303, "/team/approvals")
    assert flashes(client) == ["Approved: Ada Ahrens has a seat."]
    assert fresh(app, Booking, booking.id).state is State.CONFIRMED


def test_approve_booking_says_why_not(client, cast, saved):
    booking = saved(withdrawn, cast.ada)

    response = client.sign_in(cast.max).post(f"/bookings/{booking.id}/approval")

    assert response.status_code == 409
    assert "withdrawn in the meantime" in response.text


def withdrawn(person):
    booking = requested(person)
    return actions.cancel(booking, by=booking.person)


def test_decline_booking_takes_a_few_words_to_the_person(app, client, cast, saved):
    booking = saved(requested, cast.ada)
    client.sign_in(cast.max)

    assert "A few words for Ada" in client.get(f"/bookings/{booking.id}/decline").text
    response = client.post(f"/bookings/{booking.id}/decline", data={"note": "Im Frühjahr gern."})

    assert (response.status_code, response.location) == (303, "/team/approvals")
    assert fresh(app, Booking, booking.id).decision_note == "Im Frühjahr gern."


@pytest.mark.parametrize(
    ("decide", "says"),
    [
        (actions.approve, "This request was already approved."),
        (actions.decline, "This request was already declined."),
        (actions.cancel, "This request was withdrawn in the meantime."),
    ],
)
def test_decline_booking_says_what_was_decided_already(client, cast, saved, decide, says):
    booking = saved(requested, cast.ada)
    saved(lambda: decide(db.session.get_one(Booking, booking.id), by=db.session.merge(cast.ada)))

    response = client.sign_in(cast.max).get(f"/bookings/{booking.id}/decline")

    assert (response.status_code, says in response.text) == (409, True)


def test_decline_booking_says_why_not_and_keeps_the_words(app, client, cast, saved):
    booking = saved(requested, cast.ada)

    response = client.sign_in(cast.max).post(f"/bookings/{booking.id}/decline", data={"note": "Leider " * 100})

    assert response.status_code == 422
    assert "Leider Leider" in response.text
    assert fresh(app, Booking, booking.id).state is State.REQUESTED


def test_a_request_for_a_date_of_ones_own_choice_is_no_leaders_business(client, cast, saved):
    booking = saved(book, saved(make.bookable), cast.ada)

    assert client.sign_in(cast.max).post(f"/bookings/{booking.id}/approval").status_code == 404


def test_a_seat_can_be_asked_for_by_everybody_who_sees_it(app, client, cast, saved):
    bookable = saved(make.bookable)

    for person in (cast.ada, cast.zoe, cast.lin):
        client.sign_in(person).post(f"/bookables/{bookable.id}/booking")

    with app.test_request_context():
        assert len(db.session.scalars(select(Booking)).all()) == 3
        assert db.session.get_one(Bookable, bookable.id).calendar_sequence == 0


def in_two_meetings(person, **other):
    first, second = (clock.at(dt.date(2031, 12, day), dt.time(9)) for day in (8, 15))
    made = make.bookable(
        "Tabellen", starts_at=first, ends_at=second + HOUR, closes_at=first, cancel_until=first, **other
    )
    made.spans = [Span(starts_at=start, ends_at=start + HOUR) for start in (first, second)]
    return book(make._save(made), person)


def test_a_seminar_in_two_meetings_does_not_look_like_a_whole_week(client, cast, saved):
    saved(in_two_meetings, cast.ada)

    text = client.sign_in(cast.ada).get("/account/bookings").text.replace("\xa0", " ")

    for meeting in ("Monday 8 December 2031, 09:00–10:00", "Monday 15 December 2031, 09:00–10:00"):
        assert f"<span>{meeting}</span>" in text


def test_a_leader_sees_each_meeting_that_a_request_is_for(client, cast, saved):
    booking = saved(in_two_meetings, cast.ada, mode=Mode.APPROVAL)
    client.sign_in(cast.max)

    lists, asks = (
        client.get(path).text.replace("\xa0", " ") for path in ("/team/approvals", f"/bookings/{booking.id}/decline")
    )

    assert "<span>Monday 15 December 2031, 09:00–10:00</span>" in lists
    assert "<br>Monday 15 December 2031, 09:00–10:00" in asks


def test_list_bookings_says_until_when_a_seat_can_be_given_back(client, cast, saved):
    saved(book, saved(make.bookable, cancel_until=clock.at(dt.date(2031, 1, 2), dt.time(12)), **in_2031()), cast.ada)

    assert (
        "You can give back your seat until 2 Jan 2031, 12:00." in client.sign_in(cast.ada).get("/account/bookings").text
    )


def in_2031():
    day = clock.at(dt.date(2031, 1, 9), dt.time(9))
    return {"starts_at": day, "ends_at": day + HOUR, "closes_at": day}


def test_who_leaves_a_waitlist_is_not_told_of_a_seat(client, cast, saved):
    booking = saved(book, saved(make.bookable, "Excel", seats=0), cast.ada)

    client.sign_in(cast.ada).post(f"/bookings/{booking.id}/cancellation")

    assert flashes(client) == ["You have left the waitlist of “Excel”."]


def test_after_a_decline_the_leader_reads_that_it_is_declined_and_finds_it_again(client, cast, saved):
    booking = saved(requested, cast.ada)

    client.sign_in(cast.max).post(f"/bookings/{booking.id}/decline", data={"note": "Im Frühjahr gern."})
    page = client.get("/team/approvals").text

    assert "Declined. Ada Ahrens gets your answer." in page
    assert page.index("What you decided last") < page.index("Ada Ahrens: Seminar")


def test_decisions_of_others_are_not_listed_as_ones_own(client, cast, saved):
    saved(make.head, cast.elsewhere, cast.zoe)
    booking = saved(requested, cast.ada)
    client.sign_in(cast.max).post(f"/bookings/{booking.id}/approval")

    assert "Ada Ahrens" not in client.sign_in(cast.zoe).get("/team/approvals").text


def test_a_look_at_past_decisions_is_written_down(app, client, cast, saved):
    booking = saved(requested, cast.ada)
    client.sign_in(cast.max).post(f"/bookings/{booking.id}/approval")
    with app.test_request_context():
        before = len(db.session.scalars(select(ReadAudit)).all())

    client.get("/team/approvals")

    with app.test_request_context():
        assert len(db.session.scalars(select(ReadAudit)).all()) == before + 1


@pytest.fixture
def desk(client, cast, saved):
    """Lin runs a conference with three seats: its id, and the page of its quotas."""

    def run():
        bookable = make.bookable(seats=3)
        make.organiser(bookable, db.session.merge(cast.lin))
        return bookable.id

    bookable_id = saved(run)
    client.sign_in(cast.lin)
    return bookable_id, f"/bookables/{bookable_id}/quotas"


def test_edit_quotas_limits_a_group_and_says_how_much_of_it_is_used(app, client, cast, saved, desk):
    bookable_id, path = desk
    assert "No group is limited." in client.get(path).text

    response = client.post(path, data={"unit_id": cast.ada.unit_id, "grade": "all", "most": "1"})
    saved(lambda: book(db.session.get_one(Bookable, bookable_id), cast.ada))

    assert (response.status_code, response.location) == (303, path)
    page = client.get(path).text
    assert "Bürgeramt" in page
    assert "1 seat at most" in page
    assert "1 of them is taken or on offer" in page


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"unit_id": "0", "grade": "all", "most": "2"}, "Please choose a unit or a level"),
        ({"unit_id": "0", "grade": "clerk", "most": "4"}, "There are 3 seats in all"),
        ({"unit_id": "0", "grade": "clerk", "most": "viele"}, "Please enter how many seats"),
        ({"unit_id": "999999", "grade": "clerk", "most": "2"}, "Please choose one of"),
    ],
)
def test_edit_quotas_says_at_the_field_what_can_not_be_and_loses_nothing(client, desk, sent, sentence):
    response = client.post(desk[1], data=sent)

    assert response.status_code == 422
    assert sentence in response.text
    assert f'value="{sent["most"]}"' in response.text


def test_lift_quota_gives_a_seat_to_who_was_kept_out(app, client, cast, saved, desk):
    bookable_id, path = desk

    def keep_ada_out():
        bookable = db.session.get_one(Bookable, bookable_id)
        pool = make.quota(bookable, db.session.merge(cast.ada).unit, most=0)
        book(bookable, cast.ada, takes_seat_at_once=True)
        return pool.id, bookable

    pool_id, bookable = saved(keep_ada_out)
    assert "1 person waits only because a quota is used up." in client.get(path).text

    client.post(f"/quotas/{pool_id}/removal")

    assert state_of(app, cast.ada, bookable) is State.CONFIRMED
    assert flashes(client) == ["“Bürgeramt” is no longer limited."]


def test_the_sign_up_box_says_that_the_seats_of_the_group_are_taken(client, cast, saved):
    event = saved(make.event, "Konferenz", seats=3)
    saved(lambda: make.quota(db.session.get_one(Bookable, event.bookable_id), db.session.merge(cast.ada).unit, most=0))

    page = client.sign_in(cast.ada).get(f"/events/{event.id}").text

    assert "“Bürgeramt” has 0 seats at most, and all are taken. You can wait for one of them." in page
    assert "Join the waitlist" in page
