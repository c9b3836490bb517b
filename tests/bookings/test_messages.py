"""What people are told about their bookings."""

import datetime as dt

import pytest
from flask_babel import force_locale
from sqlalchemy import select

from app import clock
from app.bookings import actions
from app.bookings.models import Span
from app.db import db
from app.notifications import letters
from app.notifications.models import Mail
from tests import make

DAY = dt.date(2031, 12, 8)


@pytest.fixture(autouse=True)
def english(context):
    with force_locale("en"):
        yield


def in_meetings(number=2, **other):
    """A bookable that takes place in so many mornings, a week apart."""
    days = [DAY + dt.timedelta(days=7 * n) for n in range(number)]
    spans = [Span(starts_at=clock.at(day, dt.time(9)), ends_at=clock.at(day, dt.time(12))) for day in days]
    first, last = spans[0].starts_at, spans[-1].ends_at
    made = make.bookable(starts_at=first, ends_at=last, closes_at=first, cancel_until=first, **other)
    made.spans = spans
    db.session.flush()
    return made


def letters_to(person):
    found = db.session.scalars(select(Mail).where(Mail.person_id == person.id).order_by(Mail.id))
    return [letters.write(mail.kind, mail.values, mail.path, person) for mail in found]


def test_a_letter_names_each_meeting_of_a_course_in_several():
    ada = make.person("Ada Ahrens", language="en")

    actions.book(in_meetings(), ada, by=ada)

    assert (
        "When: Monday 8 December 2031, 09:00–12:00; Monday 15 December 2031, 09:00–12:00\n" in letters_to(ada)[0].text
    )
