"""Planning and publishing events."""

import datetime as dt

from sqlalchemy import select

from app import clock
from app.activity.models import Activity
from app.bookings.rules import Description, Kind
from app.db import db
from app.events import actions
from app.events.rules import Text
from tests import make

TEXT = Text("fair", "Messe", "Ein Tag.", "<p>Programm</p>")


def planned(by):
    starts_at = clock.now() + dt.timedelta(days=9)
    span = (starts_at, starts_at + dt.timedelta(hours=2))
    return actions.create(TEXT, Description(Kind.EVENT, "event-fair", "Messe", "", "Halle", [span], 5), by=by)


def test_create_plans_an_event_that_only_those_who_run_it_see(context):
    event = planned(make.person("Ole Orga"))

    assert (event.title, event.published_at) == ("Messe", None)
    assert event.bookable.path == f"/events/{event.id}"


def test_publish_shows_the_event_once(context):
    orga = make.person("Ole Orga")
    event = planned(orga)

    first = actions.publish(event, by=orga).published_at
    again = actions.publish(event, by=orga).published_at

    verbs = db.session.scalars(select(Activity.verb).order_by(Activity.id)).all()
    assert first is not None
    assert again == first
    assert verbs == ["events.created", "events.published"]
