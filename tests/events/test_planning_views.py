"""Planning an event in the browser: the form, what it says is wrong, and what it keeps."""

import datetime as dt
import re

import pytest
from sqlalchemy import delete, select

from app import clock
from app.bookings.models import Bookable, Organiser
from app.bookings.rules import Mode, State, Undecided
from app.db import db
from app.events.models import Event
from app.notifications.models import Notice
from app.notifications.rules import Kind
from app.people.models import OrgUnit
from tests import make

pytestmark = pytest.mark.any_database

DAY = dt.timedelta(days=1)


@pytest.fixture
def event(saved, cast):
    """A maker of events that Lin runs, at 9 o'clock in 30 days."""

    def event(title="Konferenz", **other):
        def fill():
            row = make.event(title, **other)
            make.meetings(row.bookable, 30)
            row.bookable.organisers = [Organiser(person_id=cast.lin.id)]
            return row

        return saved(fill)

    return event


def day(ahead):
    return (clock.today() + ahead * DAY).isoformat()


def typed(cast, **other):
    values = {
        "title": "Messe",
        "summary": "Ein Tag zum Anfassen.",
        "body": "Ein **fetter** Satz.",
        "place": "Stadthalle",
        "day_1": day(9),
        "from_1": "09:00",
        "to_1": "16:30",
        "seats": "40",
        "mode": "approval",
        "has_waitlist": "y",
        "audience_id": "",
        "opens_at": "",
        "closes_at": f"{day(5)}T12:00",
        "cancel_until": "",
        "run_by": str(cast.lin.id),
        "others": "",
        "revision": "0",
    }
    return values | other


def rows(app, kind=Event):
    with app.app_context():
        return db.session.scalars(select(kind)).all()


def test_create_event_saves_a_draft_and_shows_it(app, orga, cast):
    answer = orga.post("/events/new", data=typed(cast, others="Ada Ahrens"), follow_redirects=True)

    assert "Saved as a draft." in answer.text
    assert "<strong>fetter</strong>" in answer.text
    (bookable,) = rows(app, Bookable)
    assert clock.local(bookable.starts_at).isoformat()[11:16] == "09:00"
    assert clock.local(bookable.closes_at).isoformat()[:16] == f"{day(5)}T12:00"
    assert (bookable.mode, bookable.is_draft, bookable.cancel_until) == (Mode.APPROVAL, True, bookable.starts_at)
    with app.app_context():
        assert {one.person_id for one in db.session.scalars(select(Organiser))} == {cast.lin.id, cast.ada.id}


def test_create_event_on_several_days_without_a_limit(app, orga, cast):
    more = {"day_2": day(10), "from_2": "10:00", "to_2": "12:00", "seats": ""}

    orga.post("/events/new", data=typed(cast, **more))

    with app.app_context():
        (bookable,) = db.session.scalars(select(Bookable))
        assert len(bookable.spans) == 2
        assert bookable.pools[0].capacity is None


def test_how_long_a_leader_has_and_what_happens_then_is_kept_and_shown_again(app, orga, cast):
    orga.post("/events/new", data=typed(cast, decide_within_days="3", undecided="approve"))

    (bookable,), (event,) = rows(app, Bookable), rows(app)
    assert (bookable.decide_within_days, bookable.undecided) == (3, Undecided.APPROVE)
    page = orga.get(f"/events/{event.id}/edit").text
    assert re.search(r'name="decide_within_days"[^>]*value="3"', page)
    assert re.search(r'checked[^>]*value="approve"|value="approve"[^>]*checked', page)


def test_left_empty_a_leader_has_a_week_and_then_the_request_goes_up(app, orga, cast):
    orga.post("/events/new", data=typed(cast, decide_within_days=""))

    (bookable,) = rows(app, Bookable)
    assert (bookable.decide_within_days, bookable.undecided) == (7, Undecided.GO_UP)


def test_what_costs_something_is_not_approved_unasked_and_the_field_says_why(app, orga, cast, event):
    row = event(price_cents=2000)

    answer = orga.post(f"/events/{row.id}/edit", data=typed(cast, undecided="approve"))

    assert answer.status_code == 422
    assert "only where it costs nothing." in answer.text
    assert rows(app, Bookable)[0].undecided is Undecided.GO_UP


LATE = "Sign-up must close at the beginning at the latest"
LONG = "x" * 100_000
WRONG = [
    ({"title": ""}, "title", "Please enter a title"),
    ({"title": LONG}, "title", "Please enter a title of at most 120 characters."),
    ({"summary": LONG}, "summary", "at most 300 characters"),
    ({"body": LONG}, "body", "Please use at most 20000 characters."),
    ({"body": "[" * 3000}, "body", "This text holds too many marks."),
    ({"place": LONG}, "place", "at most 200 characters"),
    ({"link": "http://treffen.example"}, "link", "from https:// on"),
    ({"link": "https://" + LONG}, "link", "Please use at most 500 characters."),
    ({"others": LONG}, "others", "Please use at most 2000 characters."),
    ({"others": "Niemand Hier"}, "others", "Nobody here is called “Niemand Hier”."),
    ({"to_1": "08:00"}, "to_1", "The end must be later than the beginning."),
    ({"from_1": "neun"}, "from_1", "Please enter a time"),
    ({"day_1": "morgen"}, "day_1", "Please enter a day from today on"),
    ({"day_1": "9999-12-31"}, "day_1", "at most three years ahead"),
    ({"day_1": "2001-01-01"}, "day_1", "from today on"),
    ({"day_2": day(8), "from_2": "09:00", "to_2": "10:00"}, "day_2", "This day lies before the one above."),
    ({"day_2": day(9), "from_2": "12:00", "to_2": "17:00"}, "from_2", "before the part above is over"),
    ({"day_2": day(10), "from_2": "09:00"}, "to_2", "Please enter when it ends."),
    ({"seats": "-1"}, "seats", "Please enter a number from 0"),
    ({"seats": "viele"}, "seats", "Please enter a number from 0"),
    ({"decide_within_days": "61"}, "decide_within_days", "Please enter a number of days from 1 to 60, or nothing."),
    ({"decide_within_days": "bald"}, "decide_within_days", "Please enter a number of days from 1 to 60, or nothing."),
    ({"seats": "9" * 100_000}, "seats", "Please enter a number from 0"),
    ({"closes_at": f"{day(20)}T12:00"}, "closes_at", LATE),
    ({"cancel_until": f"{day(20)}T12:00"}, "cancel_until", "Seats can be given back until the beginning"),
    ({"opens_at": f"{day(6)}T12:00"}, "opens_at", "Sign-up must open before it closes."),
    ({"opens_at": "0001-01-01T00:00"}, "opens_at", "Please enter a day and a time"),
    ({"closes_at": "9999-12-31T23:59"}, "closes_at", "Please enter a day and a time"),
    ({"audience_id": "987654321"}, "audience_id", "This unit no longer exists."),
    ({"audience_id": "Bürgeramt"}, "audience_id", "This unit no longer exists."),
    ({"mode": "lottery-by-mood"}, "mode", "choose"),
    ({"run_by": ""}, "run_by", "Somebody must run it."),
]


@pytest.mark.parametrize(("wrong", "field", "says"), WRONG, ids=[f"{next(iter(w))}: {s[:40]}" for w, _, s in WRONG])
@pytest.mark.parametrize("path", ["/events/new", "/events/{}/edit"])
def test_a_wrong_value_gets_a_sentence_at_its_field_and_nothing_is_lost(
    app, orga, cast, event, path, wrong, field, says
):
    number = event(seats=40).id
    answer = orga.post(path.format(number), data=typed(cast, **wrong))

    page = answer.text
    assert answer.status_code == 422
    at_field = page[page.index(f'id="{field}-error"') :]
    assert says in at_field[: at_field.index("</div></div>")]
    kept = {"title": "Messe", "summary": "Ein Tag zum Anfassen.", "place": "Stadthalle", "from_1": "09:00"}
    for name, value in kept.items():
        assert wrong.get(name, value) in page
    assert wrong.get("body", "Ein **fetter** Satz.") in page
    assert [(row.title, row.revision) for row in rows(app)] == [("Konferenz", 0)]


def test_fewer_seats_than_are_taken_are_refused_at_their_field(app, orga, cast, event, saved):
    row = event(seats=3)
    saved(lambda: [make.booking(db.session.merge(row.bookable), db.session.merge(p)) for p in (cast.ada, cast.zoe)])

    answer = orga.post(f"/events/{row.id}/edit", data=typed(cast, seats="1", place="Keller"))

    assert answer.status_code == 422
    assert "2 seats are taken or on offer, so there can’t be fewer." in answer.text
    assert 'value="Keller"' in answer.text
    (bookable,) = rows(app, Bookable)
    assert bookable.place == "Rathaus"


def test_an_audience_that_is_gone_meanwhile_is_named(app, orga, cast, saved):
    gone = saved(lambda: make.unit("Amt auf Zeit", db.session.merge(cast.house)).id)
    assert "Amt auf Zeit" in orga.get("/events/new").text
    saved(lambda: db.session.execute(delete(OrgUnit).where(OrgUnit.id == gone)))

    answer = orga.post("/events/new", data=typed(cast, audience_id=str(gone)))

    assert "This unit no longer exists. Please choose another one." in answer.text
    assert rows(app) == []


def test_preview_shows_the_text_and_saves_nothing(app, orga, cast):
    answer = orga.post("/events/new", data=typed(cast, title="", preview="1"))

    assert "<strong>fetter</strong>" in answer.text
    assert "Nothing is saved yet." in answer.text
    assert 'id="title-error"' not in answer.text
    assert rows(app) == []


def test_edit_event_shows_what_is_stored(orga, cast, event):
    row = event("Konferenz", seats=40, audience_id=cast.office.id)

    page = orga.get(f"/events/{row.id}/edit").text

    for value in ('value="Konferenz"', 'value="Rathaus"', f'value="{day(30)}"', 'value="09:00"', 'value="40"'):
        assert value in page
    assert re.search(rf'<option selected value="{cast.office.id}">', page)
    assert re.search(r'name="closes_at" type="datetime-local" value=""', page)


def test_edit_event_says_before_and_after_whom_it_tells(app, orga, cast, event, saved):
    row = event(seats=40)
    saved(lambda: make.booking(db.session.merge(row.bookable), db.session.merge(cast.ada)))

    assert "the 1 person who has a seat is told at once" in orga.get(f"/events/{row.id}/edit").text
    answer = orga.post(f"/events/{row.id}/edit", data=typed(cast), follow_redirects=True)

    assert "1 person who has a seat is being told of the change." in answer.text
    with app.app_context():
        assert [n.kind for n in db.session.scalars(select(Notice))] == [Kind.DATE_MOVED]


def test_saving_what_is_stored_tells_nobody(app, orga, cast, event, saved):
    row = event(seats=40)
    saved(lambda: make.booking(db.session.merge(row.bookable), db.session.merge(cast.ada)))
    same = {"title": "Konferenz", "place": "Rathaus", "day_1": day(30), "from_1": "09:00", "to_1": "13:00"}

    answer = orga.post(f"/events/{row.id}/edit", data=typed(cast, **same), follow_redirects=True)

    assert "Saved." in answer.text
    assert "is being told" not in answer.text
    assert rows(app, Notice) == []


def test_edit_event_shows_what_somebody_else_has_saved_beside_what_was_typed(app, orga, cast, event, saved):
    row = event("Von anderen geändert", seats=40)
    saved(lambda: setattr(db.session.merge(row), "revision", 3))

    answer = orga.post(f"/events/{row.id}/edit", data=typed(cast))

    assert answer.status_code == 422
    assert "This is what is stored now" in answer.text
    assert "Von anderen geändert" in answer.text
    assert 'value="Messe"' in answer.text
    assert 'name="revision" type="hidden" value="3"' in answer.text


def test_who_no_longer_runs_a_draft_comes_to_their_list(app, orga, cast):
    orga.post("/events/new", data=typed(cast))
    (made,) = rows(app)

    other = {"run_by": "", "others": "Ada Ahrens"}
    answer = orga.post(f"/events/{made.id}/edit", data=typed(cast, **other))

    assert answer.location == "/events/own"
    assert orga.get(f"/events/{made.id}").status_code == 404


def test_publish_event_shows_it_to_ada(orga, cast, client, app):
    orga.post("/events/new", data=typed(cast))
    (made,) = rows(app)
    assert "Messe" not in client.sign_in(cast.ada).get("/events").text

    client.sign_in(cast.lin).post(f"/events/{made.id}/publication")

    assert "Messe" in client.sign_in(cast.ada).get("/events").text


def test_a_draft_with_lots_can_be_published_once_it_is_said_where_the_seed_comes_from(app, orga, cast):
    orga.post("/events/new", data=typed(cast, mode="draw", seats="5"))
    (made,) = rows(app)
    publication, draw = f"/events/{made.id}/publication", f"/bookables/{made.bookable_id}/draw"
    page = orga.get(f"/events/{made.id}").text
    assert publication not in page
    assert draw in page

    announced = {"seed_source": "Zehn Würfel", "seed_on": day(7)}
    page = orga.post(draw, data=announced, follow_redirects=True).text
    assert f'href="/events/{made.id}"' in page[page.index("<h1") :]

    assert publication in orga.get(f"/events/{made.id}").text


def test_a_draft_stands_in_the_agenda_of_nobody(orga, cast):
    orga.post("/events/new", data=typed(cast))

    page = orga.get("/events").text

    assert page.count("Messe") == 1
    assert page.index('id="run"') < page.index("Messe") < page.index('id="next"')


def test_call_off_event_asks_first_and_says_that_it_is_final(app, orga, cast, event, saved):
    row = event(seats=1)
    saved(lambda: make.booking(db.session.merge(row.bookable), db.session.merge(cast.ada)))
    saved(lambda: make.booking(db.session.merge(row.bookable), db.session.merge(cast.zoe), State.WAITLISTED))

    page = orga.get(f"/events/{row.id}/calling-off").text
    assert "This can’t be undone." in page
    assert "2 people who have a seat, wait for one or have asked for one" in page
    assert orga.post(f"/events/{row.id}/calling-off", data={"reason": " "}).status_code == 422
    answer = orga.post(f"/events/{row.id}/calling-off", data={"reason": "Wasserschaden"}, follow_redirects=True)

    assert "The event is cancelled." in answer.text
    assert "The reason given: Wasserschaden" in answer.text
    assert orga.get(f"/events/{row.id}/edit").status_code == 409
    assert orga.get(f"/events/{row.id}/calling-off").status_code == 409


def test_a_reason_that_is_too_long_is_refused_and_kept(app, orga, event):
    row = event()

    answer = orga.post(f"/events/{row.id}/calling-off", data={"reason": LONG})

    assert answer.status_code == 422
    assert "Please use at most 500 characters." in answer.text
    assert LONG in answer.text
    assert rows(app, Bookable)[0].cancelled_at is None


def test_copy_event_leads_to_the_form_of_the_draft(app, orga, event):
    row = event("Konferenz")

    answer = orga.post(f"/events/{row.id}/copy", follow_redirects=True)

    assert "This is the draft of a new event." in answer.text
    assert f'value="{day(37)}"' in answer.text


def test_copy_event_says_that_the_quotas_came_along_and_the_draft_leads_to_them(app, orga, event, saved, cast):
    row = event("Konferenz", food_reason="Die Küche kocht für alle.")
    saved(lambda: make.quota(db.session.merge(row).bookable, db.session.merge(cast.office)))

    form = orga.post(f"/events/{row.id}/copy", follow_redirects=True)
    made = max(rows(app, Event), key=lambda one: one.id)
    draft = orga.get(f"/events/{made.id}")

    assert "Its quotas for units and levels are copied too." in form.text
    assert "What is asked about food and accessibility came along" in form.text
    assert "Die Küche kocht für alle." in orga.get(f"/bookables/{made.bookable_id}/needs").text
    assert f'href="/bookables/{made.bookable_id}/quotas"' in draft.text
    assert orga.get(f"/bookables/{made.bookable_id}/quotas").text.count("5 seats at most") == 1


@pytest.mark.parametrize(("mode", "leads"), [(Mode.FIRST_COME, True), (Mode.DROP_IN, False)])
def test_a_draft_leads_to_what_is_asked_of_those_who_sign_up_since_the_first_ones_are_asked_at_once(
    orga, event, mode, leads
):
    row = event("Konferenz", mode=mode, is_draft=True)

    page = orga.get(f"/events/{row.id}").text

    assert (f'href="/bookables/{row.bookable_id}/needs"' in page) is leads


def test_list_own_events_has_drafts_what_is_ahead_and_what_is_over(orga, cast, event, saved):
    event("Bald", seats=1)
    orga.post("/events/new", data=typed(cast, title="Entwurf zu zweit"))
    orga.post("/events/new", data=typed(cast, title="Verworfen"))
    given_up = re.findall(r'href="/events/(\d+)"', orga.get("/events/own").text)[1]
    orga.post(f"/events/{given_up}/calling-off", data={"reason": "Doch nicht"})

    page = orga.get("/events/own").text

    assert page.index('id="drafts"') < page.index("Entwurf zu zweit") < page.index('id="published"')
    assert page.index('id="published"') < page.index("Bald")
    assert "Verworfen" not in page


def test_list_own_events_has_the_next_one_first_and_what_is_over_last(orga, cast, saved):
    def run(title, days):
        row = make.event(title, in_days=days)
        row.bookable.organisers = [Organiser(person_id=cast.lin.id)]

    for title, days in (("Vorgestern", -2), ("Im Winter", 40), ("Lange her", -90), ("Bald", 3)):
        saved(run, title, days)

    page = orga.get("/events/own").text

    order = ['id="published"', "Bald", "Im Winter", 'id="past"', "Vorgestern", "Lange her"]
    assert sorted(order, key=page.index) == order


def test_list_own_events_says_how_to_begin(orga, cast, client):
    assert 'href="/events/new"' in orga.get("/events/own").text

    page = client.sign_in(cast.ada).get("/events/own").text

    assert "You don’t run an event." in page
    assert "/events/new" not in page


@pytest.mark.parametrize("number", [1, 3])
def test_list_own_events_asks_the_database_the_same_few_questions(orga, cast, event, queries, number):
    for one in range(number):
        event(f"Termin {one}")
        orga.post("/events/new", data=typed(cast, title=f"Entwurf {one}"))
    queries.clear()

    orga.get("/events/own")

    assert len([one for one in queries if not one.startswith(("BEGIN", "SHOW"))]) == 4


def test_edit_event_asks_few_questions(orga, event, queries):
    row = event()
    queries.clear()

    orga.get(f"/events/{row.id}/edit")

    assert len([one for one in queries if not one.startswith(("BEGIN", "SHOW"))]) <= 12


def test_all_that_is_wrong_is_said_at_once(orga, cast):
    wrong = {"to_1": "08:00", "title": "", "closes_at": f"{day(20)}T12:00", "day_2": day(8)}

    page = orga.post("/events/new", data=typed(cast, **wrong)).text

    assert re.findall(r'id="(\w+)-error"', page) == ["title", "to_1", "from_2", "to_2", "closes_at"]
    assert "End of day 1: The end must be later than the beginning." in page
