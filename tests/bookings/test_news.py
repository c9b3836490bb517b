"""Those who run a date write to everybody who has a seat."""

import pytest
from sqlalchemy import select

from app.bookings.rules import State
from app.db import db
from app.notifications.models import Mail, Notice
from app.notifications.rules import Kind
from tests import make

pytestmark = pytest.mark.any_database


@pytest.fixture
def rows(app):
    def rows(model):
        with app.app_context():
            return db.session.scalars(select(model)).all()

    return rows


def test_everybody_with_a_seat_or_an_offer_is_told_once_and_nobody_else(client, cast, saved, rows):
    def fill():
        event = make.event("Konferenz", seats=1)
        make.organiser(event.bookable, db.session.merge(cast.lin))
        make.booking(event.bookable, db.session.merge(cast.ada))
        make.booking(event.bookable, db.session.merge(cast.zoe), State.WAITLISTED)
        return event

    event = saved(fill)
    client.set_cookie("language", "en")
    url = f"/bookables/{event.bookable_id}/news"
    desk = client.sign_in(cast.lin)

    assert "Please write something." in desk.post(url, data={"note": "  "}).text
    answer = desk.post(url, data={"note": "Bitte feste Schuhe mitbringen."}, follow_redirects=True)

    assert "1 person reads it now." in answer.text
    (notice,), (letter,) = rows(Notice), rows(Mail)
    assert (notice.person_id, notice.kind, letter.invitation) == (cast.ada.id, Kind.DATE_NEWS, None)
    assert letter.values["note"] == "Bitte feste Schuhe mitbringen."
