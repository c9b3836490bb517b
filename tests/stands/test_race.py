"""Many telephones at once: each visit counts, and exactly once."""

from concurrent.futures import ThreadPoolExecutor

from app import clock
from app import engine as database
from app.db import begin_writing, db
from app.stands import actions
from app.stands.models import Stand
from tests import make

PHONES, VISITS = 8, 80
PATIENT_SECONDS = 120


def test_no_visit_is_lost_when_many_tap_at_once(app, saved, monkeypatch):
    monkeypatch.setattr(database, "LOCK_WAIT_SECONDS", PATIENT_SECONDS)

    def made():
        cast = make.cast()
        event = make.event("Messe", **make.times(clock.now(), hours=1))
        return make.stand(make.fair(event.bookable), cast.max, "1").id

    number = saved(made)

    def tap(_):
        with app.app_context():
            begin_writing()
            actions.count(db.session.get_one(Stand, number))
            db.session.commit()

    with ThreadPoolExecutor(PHONES) as phones:
        list(phones.map(tap, range(VISITS)))

    with app.app_context():
        assert db.session.get_one(Stand, number).visits == VISITS
