"""The record of looks at other people's data; what a page must do for it is tested with the policies."""

from sqlalchemy import select

from app import clock
from app.db import begin_writing, db
from app.people.viewer import view_as
from app.visibility.actions import write_read_audit
from app.visibility.models import ReadAudit
from tests import make


def test_a_look_is_kept_even_when_the_page_saves_nothing(context):
    cast = make.cast()
    db.session.commit()

    write_read_audit(view_as(cast.max, clock.today()), [cast.ada.id, cast.zoe.id], "E", "talk")
    db.session.rollback()

    rows = db.session.scalars(select(ReadAudit).order_by(ReadAudit.person_id)).all()
    assert [(row.viewer_id, row.person_id, row.category, row.purpose) for row in rows] == [
        (cast.max.id, cast.ada.id, "E", "talk"),
        (cast.max.id, cast.zoe.id, "E", "talk"),
    ]


def test_within_a_change_it_is_saved_with_the_change(context):
    cast = make.cast()
    db.session.commit()
    begin_writing()

    write_read_audit(view_as(cast.max, clock.today()), [cast.ada.id], "C", "decision")
    db.session.rollback()

    assert db.session.scalars(select(ReadAudit)).all() == []
