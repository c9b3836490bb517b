"""The agenda, the calendar, an event and its organisers' desk in the browser."""

import datetime as dt
import re

import pytest
from sqlalchemy import select

from app import clock
from app.bookings import actions
from app.bookings.models import Organiser, Pool
from app.bookings.rules import Mode, State
from app.db import db
from app.visibility.models import ReadAudit
from tests import make

pytestmark = pytest.mark.any_database


@pytest.fixture
def english(client):
    client.set_cookie("language", "en")
    return client


@pytest.fixture
def event(saved, cast):
    """A maker of events that Lin runs."""

    def event(title="Konferenz", **other):
        def fill():
            row = make.event(title, **other)
            row.bookable.path = f"/events/{row.id}"
            row.bookable.organisers = [Organiser(person_id=cast.lin.id)]
            return row

        return saved(fill)

    return event


@pytest.fixture
def book(saved):
    def book(event, *people, state=State.CONFIRMED):
        saved(lambda: [make.booking(db.session.merge(event.bookable), db.session.merge(p), state) for p in people])

    return book


def statements(queries):
    return [statement for statement in queries if not statement.startswith(("BEGIN", "SHOW"))]


def test_list_events_says_when_where_what_and_how_many_seats(english, cast, event):
    event("Konferenz", seats=3)

    page = english.sign_in(cast.ada).get("/events").text

    assert "Konferenz" in page
    assert "Rathaus" in page
    assert "Worum es geht." in page
    assert "3 seats free" in page
    assert "My bookings</h2>" not in page


def test_list_events_has_my_bookings_on_top(english, cast, event, book):
    event("Erst später gebucht", in_days=40)
    mine = event("Mein Termin", in_days=50)
    book(mine, cast.ada)

    page = english.sign_in(cast.ada).get("/events").text

    assert page.index('id="mine"') < page.index("Mein Termin") < page.index('id="next"')
    assert "Seat confirmed" in page


def test_list_events_says_what_to_do_where_nothing_is_planned(english, cast):
    page = english.sign_in(cast.ada).get("/events").text

    assert "No dates are planned at the moment." in page
    assert 'href="/courses"' in page


def test_list_events_pages_a_long_agenda(english, cast, event):
    for number in range(1, 23):
        event(f"Termin {number}.", in_days=number)

    first = english.sign_in(cast.ada).get("/events").text
    second = english.get("/events?page=2").text

    assert "Termin 20." in first
    assert "Termin 21." not in first
    assert "Termin 22." in second


def test_list_events_as_a_month_shows_each_event_on_its_day(english, cast, event):
    day = clock.local(clock.now() + dt.timedelta(days=30)).date()
    ten = clock.at(day, dt.time(10))
    event("Konferenz", starts_at=ten, ends_at=ten + dt.timedelta(hours=2), closes_at=ten, cancel_until=ten)

    page = english.sign_in(cast.ada).get(f"/events?view=month&month={day:%Y-%m}").text

    cell = page[page.index(f'datetime="{day}"') :]
    assert "Konferenz" in cell[: cell.index("</td>")]
    assert page.count("Konferenz") == 1


def test_list_events_as_a_month_opens_on_the_month_of_the_next_event(english, cast, event):
    ten = clock.at(clock.today() + dt.timedelta(days=70), dt.time(10))
    event("Konferenz", starts_at=ten, ends_at=ten + dt.timedelta(hours=2), closes_at=ten, cancel_until=ten)

    assert "Konferenz" in english.sign_in(cast.ada).get("/events?view=month").text


def test_list_events_as_a_month_says_where_nothing_happens(english, cast):
    page = english.sign_in(cast.ada).get("/events?view=month&month=2031-02").text

    assert "There are no events in this month." in page
    assert "month=2031-01" in page
    assert "month=2031-03" in page


def test_list_events_hides_what_is_not_for_zoe(english, cast, event):
    event("Amtsrunde", audience_id=cast.office.id)

    assert "Amtsrunde" in english.sign_in(cast.ada).get("/events").text
    assert "Amtsrunde" not in english.sign_in(cast.zoe).get("/events").text
    assert "Amtsrunde" not in english.get("/events?view=month").text


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("view", ["agenda", "month"])
def test_list_events_asks_the_database_the_same_few_questions(client, cast, event, book, queries, number, view):
    for days in range(1, number + 1):
        book(event(in_days=days), cast.ada)
    client.sign_in(cast.ada)
    queries.clear()

    client.get(f"/events?view={view}")

    assert len(statements(queries)) == {"agenda": 9, "month": 5}[view]


def test_show_event_says_when_where_what_and_offers_a_seat(english, cast, event):
    row = event("Konferenz", seats=3)

    page = english.sign_in(cast.ada).get(f"/events/{row.id}").text

    assert '<h1 lang="de">Konferenz</h1>' in page
    assert "Rathaus" in page
    assert "<p>Programm</p>" in page
    assert "Take a seat" in page
    assert "Organise this event" not in page


def test_an_event_speaks_german_also_on_an_english_page(english, cast, event):
    row = event("Konferenz")
    english.sign_in(cast.ada)

    assert '<span lang="de">Konferenz</span>' in english.get("/events").text
    assert '<h1 lang="de">Konferenz</h1>' in english.get(f"/events/{row.id}").text
    english.set_cookie("language", "de")
    assert 'lang="de">Konferenz</span>' not in english.get("/events").text


def test_show_event_says_where_i_stand(english, cast, event, book):
    row = event("Konferenz", seats=0)
    book(row, cast.max, cast.ada, state=State.WAITLISTED)

    page = english.sign_in(cast.ada).get(f"/events/{row.id}").text

    assert "You are number 2 on the waitlist." in page


def test_show_event_says_why_nobody_can_sign_up(english, cast, event):
    row = event(closes_at=clock.now())

    page = english.sign_in(cast.ada).get(f"/events/{row.id}").text

    assert "Sign-up is closed." in page
    assert "Take a seat" not in page


def test_show_event_asks_for_a_reason_where_the_leader_decides(english, cast, event):
    row = event(mode=Mode.APPROVAL)

    assert "Ask for a seat" in english.sign_in(cast.ada).get(f"/events/{row.id}").text


def test_zoe_does_not_learn_of_an_event_of_another_unit(client, cast, event):
    row = event(audience_id=cast.office.id)

    client.sign_in(cast.zoe)

    assert client.get(f"/events/{row.id}").status_code == 404
    assert client.get(f"/events/{row.id}/organise").status_code == 404


@pytest.mark.parametrize("state", [None, State.CONFIRMED, State.WAITLISTED])
def test_show_event_asks_the_database_few_questions(client, cast, event, book, queries, state):
    row = event()
    if state:
        book(row, cast.ada, state=state)
    client.sign_in(cast.ada)
    queries.clear()

    client.get(f"/events/{row.id}")

    assert len(statements(queries)) <= 11


def test_organise_event_shows_numbers_and_who_comes(english, cast, event, book):
    row = event(seats=1)
    book(row, cast.ada)
    book(row, cast.max, cast.zoe, state=State.WAITLISTED)

    page = english.sign_in(cast.lin).get(f"/events/{row.id}/organise").text

    assert "1 of 1 seats is taken." in page
    assert page.index("Ahrens, Ada") < page.index("Mohr, Max") < page.index("Zander, Zoe")
    assert "Place 2" in page
    assert "2 people are waiting. Raising the number offers as many of them a seat at once, in their order." in page
    assert "The next person moves up when somebody gives back a seat or you add seats." in page


def test_organise_event_is_linked_for_those_who_run_it(english, cast, event):
    row = event()

    assert f'href="/events/{row.id}/organise"' in english.sign_in(cast.lin).get(f"/events/{row.id}").text


def test_what_those_who_run_an_event_can_do_stands_below_its_text_and_for_a_draft_beside_the_facts(
    english, cast, event, saved
):
    row = event()
    draft = event(is_draft=True)
    saved(lambda: setattr(db.session.merge(draft), "published_at", None))
    english.sign_in(cast.lin)

    page, page_of_draft = (english.get(f"/events/{one.id}").text for one in (row, draft))

    assert page.index("<p>Programm</p>") < page.index("You run this event")
    assert page_of_draft.index("You run this event") < page_of_draft.index("<p>Programm</p>")


def test_organise_event_says_where_nobody_has_signed_up(english, cast, event):
    row = event()

    assert "Nobody has signed up yet." in english.sign_in(cast.lin).get(f"/events/{row.id}/organise").text


def test_organise_event_finds_people_by_name(english, cast, event, book):
    row = event()
    book(row, cast.ada, cast.zoe)
    english.sign_in(cast.lin)

    found = english.get(f"/events/{row.id}/organise?q=ahr").text
    nobody = english.get(f"/events/{row.id}/organise?q=xyz").text

    assert "Ahrens, Ada" in found
    assert "Zander, Zoe" not in found
    assert "Nobody of this name has signed up." in nobody


@pytest.mark.parametrize("name", ["ada", "max", "zoe"])
def test_organise_event_is_not_for_people_who_do_not_run_it(client, cast, event, book, name):
    row = event()
    book(row, cast.ada)
    client.sign_in(getattr(cast, name))

    page = client.get(f"/events/{row.id}/organise")
    change = client.post(f"/events/{row.id}/organise", data={"seats": "99"})

    assert page.status_code == change.status_code == 403
    assert "Ahrens" not in page.text or name == "ada"


def test_organise_event_writes_down_whose_bookings_were_seen(client, cast, event, book, app):
    row = event()
    book(row, cast.ada, cast.zoe, cast.lin)

    client.sign_in(cast.lin).get(f"/events/{row.id}/organise?q=a")

    with app.app_context():
        looks = db.session.execute(select(ReadAudit.viewer_id, ReadAudit.person_id, ReadAudit.category)).all()
    assert sorted(looks) == sorted([(cast.lin.id, cast.ada.id, "C"), (cast.lin.id, cast.zoe.id, "C")])


def seats_of(app, row):
    with app.app_context():
        return db.session.scalars(select(Pool.capacity).where(Pool.bookable_id == row.bookable_id)).one()


def test_organise_event_changes_the_seats_and_offers_them_to_the_line(english, cast, event, book, app):
    row = event(seats=1)
    book(row, cast.ada)
    book(row, cast.max, state=State.WAITLISTED)
    english.sign_in(cast.lin)

    answer = english.post(f"/events/{row.id}/organise", data={"seats": "2"}, follow_redirects=True)

    assert "There are now 2 seats. 1 person from the waitlist has an offer now and stands first" in answer.text
    assert "1 of 2 seats is taken, 1 on offer." in answer.text
    assert "Nobody else is waiting." in answer.text
    assert answer.text.index("Mohr, Max") < answer.text.index("Ahrens, Ada")
    assert "Seat offered" in answer.text
    assert seats_of(app, row) == 2


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("0", "1 seat is taken or on offer, so there can’t be fewer."),
        ("", "Please enter a number from 0 to 100,000."),
        ("many", "Please enter a number from 0 to 100,000."),
        ("-1", "Please enter a number from 0 to 100,000."),
    ],
)
def test_organise_event_says_why_seats_cannot_change_and_keeps_what_was_typed(
    english, cast, event, book, app, typed, says
):
    row = event(seats=5)
    book(row, cast.ada)
    english.sign_in(cast.lin)

    answer = english.post(f"/events/{row.id}/organise", data={"seats": typed})

    assert answer.status_code == 422
    assert answer.text.count(f"Seats: {says}") == 1
    assert f'value="{typed}"' in answer.text
    assert "Ahrens, Ada" in answer.text
    assert seats_of(app, row) == 5


@pytest.mark.parametrize("number", [1, 3])
def test_organise_event_asks_the_database_the_same_few_questions(client, cast, event, book, queries, number):
    row = event(seats=1)
    book(row, *[cast.ada, cast.max, cast.zoe][:number], state=State.WAITLISTED)
    client.sign_in(cast.lin)
    queries.clear()

    client.get(f"/events/{row.id}/organise")

    assert len(statements(queries)) == 9


def test_show_event_says_first_that_it_was_called_off_also_to_who_had_a_seat(english, cast, event, book):
    row = event(cancelled_at=clock.now(), cancel_until=clock.now() - dt.timedelta(days=1))
    book(row, cast.ada)

    page = english.sign_in(cast.ada).get(f"/events/{row.id}").text

    assert '<p class="answer__sentence">This date was cancelled.</p>' in page
    assert "You need not do anything" in page
    assert "You have a seat" not in page
    assert "Give back until" not in page


@pytest.mark.parametrize("view", ["agenda", "month"])
def test_my_seat_at_what_was_called_off_is_shown_as_called_off(english, cast, event, book, view):
    row = event(cancelled_at=clock.now(), in_days=0, starts_at=clock.now() + dt.timedelta(minutes=1))
    book(row, cast.ada)

    page = english.sign_in(cast.ada).get(f"/events?view={view}").text

    assert "Seat confirmed" not in page
    assert "Cancelled" in page


@pytest.mark.parametrize(
    ("times", "offered"),
    [
        ({}, True),
        ({"cancelled_at": clock.now()}, False),
        ({"closes_at": clock.now()}, False),
        ({"opens_at": clock.now() + dt.timedelta(days=1)}, True),
        ({"in_days": -1}, False),
    ],
)
def test_an_event_is_offered_for_the_plan_only_while_one_can_still_come(english, cast, event, times, offered):
    row = event(**times)

    assert ("Add to my plan" in english.sign_in(cast.ada).get(f"/events/{row.id}").text) is offered


def test_an_event_that_is_not_open_yet_says_from_when_it_is(english, cast, event):
    opens = clock.at(dt.date(2031, 5, 2), dt.time(8))
    begins = clock.at(dt.date(2031, 6, 2), dt.time(8))
    row = event(opens_at=opens, closes_at=begins, starts_at=begins, ends_at=begins + dt.timedelta(hours=1))
    english.sign_in(cast.ada)

    assert "Sign-up begins on 2 May 2031, 08:00." in english.get(f"/events/{row.id}").text
    listed = english.get("/events").text
    assert "Not open yet" in listed
    assert "Sign-up from 2 May 2031, 08:00" in listed
    assert "Closed" not in listed


def test_show_event_names_those_who_run_it_with_their_address(english, cast, event):
    row = event()

    page = english.sign_in(cast.ada).get(f"/events/{row.id}").text

    assert f'Lin Lorenz, <a href="mailto:{cast.lin.email}">' in page


def test_who_can_not_give_back_a_seat_any_more_reads_whom_to_tell(english, cast, event, book):
    row = event(cancel_until=clock.now())
    book(row, cast.ada)

    page = english.sign_in(cast.ada).get(f"/events/{row.id}").text
    box = page[page.index('class="answer"') :]

    assert f"mailto:{cast.lin.email}" in box[: box.index("</section>")]


def test_who_runs_an_event_and_has_left_is_no_contact(english, cast, event, saved):
    row = event()
    saved(lambda: setattr(db.session.merge(cast.lin), "left_on", clock.today() - dt.timedelta(days=1)))

    assert "Lin Lorenz" not in english.sign_in(cast.ada).get(f"/events/{row.id}").text


def test_organise_event_finds_a_name_by_its_plain_letters(english, cast, event, book, saved):
    row = event()
    book(row, saved(make.person, "Ayşe Çetin"), cast.zoe)
    english.sign_in(cast.lin)

    found = english.get(f"/events/{row.id}/organise?q=cetin ayse").text

    assert "Çetin, Ayşe" in found
    assert "Zoe Zander" not in found
    assert "Nobody of this name" in english.get(f"/events/{row.id}/organise?q=%25").text


def test_organise_event_says_who_has_a_seat_at_once_when_there_are_more(english, cast, event, saved):
    row = event(seats=0)
    saved(lambda: actions.book(db.session.merge(row.bookable), cast.max, by=cast.max, takes_seat_at_once=True))
    english.sign_in(cast.lin)

    answer = english.post(f"/events/{row.id}/organise", data={"seats": "2"}, follow_redirects=True)

    assert "There are now 2 seats. 1 person has a seat at once, as they wished." in answer.text


def test_who_runs_events_finds_them_on_the_page_of_events_with_how_many_seats_are_taken(english, cast, event, book):
    row = event("Konferenz", seats=3)
    event("Für alle", seats=None)
    book(row, cast.ada, cast.zoe)

    page = english.sign_in(cast.lin).get("/events").text

    assert f'href="/events/{row.id}/organise"' in page
    assert "2 of 3 seats taken" in page
    assert "0 seats taken" in page
    assert page.count('href="/events/own"') == 1
    assert "Your events" not in english.sign_in(cast.ada).get("/events").text


def test_after_a_decline_the_first_thing_is_not_to_ask_for_the_same_date(english, cast, event, book):
    row = event(mode=Mode.APPROVAL)
    book(row, cast.ada, state=State.DECLINED)

    page = english.sign_in(cast.ada).get(f"/events/{row.id}").text

    assert re.search(r'<a href="/events" class="kern-btn kern-btn--primary">.*?See other dates', page)
    assert page.index("Ask for this date once more") < page.index("Ask for a seat")
    assert page.count("kern-btn--primary") == 1


def test_an_offer_that_runs_out_stands_before_the_facts(english, cast, event, saved):
    row = event(seats=1)

    def offer():
        bookable = db.session.merge(row.bookable)
        seat = actions.book(bookable, cast.max, by=cast.max)
        actions.book(bookable, cast.ada, by=cast.ada)
        actions.cancel(seat, by=cast.max)

    saved(offer)
    page = english.sign_in(cast.ada).get(f"/events/{row.id}").text

    assert page.index("Accept the seat") < page.index("Sign up until")
