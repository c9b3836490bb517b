"""Who runs an event."""

from app import clock
from app.bookings.models import Organiser
from app.events import access
from app.people.rules import Role
from app.people.viewer import view_as
from tests import make


def test_only_those_who_run_an_event_organise_it(context):
    cast = make.cast()
    make.role(cast.zoe, Role.ORGANISER)
    event = make.event()
    event.bookable.organisers = [Organiser(person_id=cast.lin.id)]

    may = {
        name
        for name in ("ada", "max", "lin", "zoe")
        if access.can_organise(view_as(getattr(cast, name), clock.today()), event)
    }

    assert may == {"lin"}
