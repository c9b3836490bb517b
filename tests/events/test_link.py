"""The link to take part from elsewhere: for people with a seat, from a quarter of an hour before the beginning."""

import datetime as dt

import pytest

from app import clock
from app.bookings import rules as bookings_rules
from app.bookings.models import Organiser
from app.bookings.rules import State, Terms
from tests import make

AT = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)
LINK = "https://treffen.example/geheim"


def terms(**other):
    values = {"opens_at": None, "closes_at": AT, "starts_at": AT, "cancel_until": AT, "ends_at": AT + 60 * MINUTE}
    return Terms(**values | other)


@pytest.mark.parametrize(
    ("minutes", "shown"), [(-24 * 60, False), (-16, False), (-15, True), (0, True), (59, True), (60, False)]
)
def test_the_link_is_shown_from_15_minutes_before_the_beginning_until_the_end(minutes, shown):
    assert bookings_rules.shows_link(State.CONFIRMED, terms(), AT + minutes * MINUTE) is shown


@pytest.mark.parametrize("state", [None, *(state for state in State if state is not State.CONFIRMED)])
def test_the_link_is_shown_to_nobody_without_a_seat(state):
    assert not bookings_rules.shows_link(state, terms(), AT)


def test_the_link_of_what_was_called_off_is_shown_to_nobody():
    assert not bookings_rules.shows_link(State.CONFIRMED, terms(is_cancelled=True), AT)


@pytest.fixture
def page(client, saved, cast):
    """What Ada is shown of an event with a link that begins in so many minutes, and how she stands to it."""

    def page(minutes, state=State.CONFIRMED, **other):
        def fill():
            start = clock.now() + minutes * MINUTE
            times = {"starts_at": start, "ends_at": start + 60 * MINUTE, "closes_at": start, "cancel_until": start}
            event = make.event("Konferenz", **times | other)
            event.link = LINK
            event.bookable.organisers = [Organiser(person_id=cast.lin.id)]
            if state:
                make.booking(event.bookable, cast.ada, state)
            return event.id

        client.set_cookie("language", "en")
        return client.sign_in(cast.ada).get(f"/events/{saved(fill)}").text

    return page


def test_the_page_leads_to_where_it_takes_place_shortly_before(page):
    assert f'href="{LINK}"' in page(10)


def test_the_page_says_from_when_it_will(page):
    shown = page(60)

    assert LINK not in shown
    assert "The link stands here from" in shown


@pytest.mark.parametrize("state", [None, State.WAITLISTED, State.REQUESTED, State.DECLINED, State.CANCELLED])
def test_the_page_tells_nobody_else_more_than_that_there_is_one(page, state):
    shown = page(10, state)

    assert LINK not in shown
    assert "You can also take part online." in shown


def test_without_the_rule_somebody_on_the_waitlist_would_find_the_link(page, monkeypatch):
    monkeypatch.setattr("app.events.views.event.shows_link", lambda *_: True)

    assert LINK in page(10, State.WAITLISTED)
