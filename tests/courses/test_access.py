"""Who may take part."""

from app import clock
from app.courses import access
from app.people.viewer import view_as
from tests import make


def test_everybody_may_take_part_in_what_the_catalogue_offers(context):
    cast = make.cast()
    offered = make.course()

    assert all(
        access.can_take_part(view_as(person, clock.today()), offered) for person in (cast.ada, cast.max, cast.zoe)
    )


def test_nobody_begins_or_goes_on_with_what_is_no_longer_offered(context):
    viewer = view_as(make.cast().ada, clock.today())
    retired = make.course(retired_at=clock.now())

    assert not access.can_take_part(viewer, retired)
    assert not access.can_finish(viewer, make.course_unit(retired))
