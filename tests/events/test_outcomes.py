"""Being at an event is evidence of what it leads to, from the door on, and no longer where somebody was not there."""

import datetime as dt
import re
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app import clock
from app.bookings import actions as bookings
from app.bookings.models import Attendance
from app.competences import actions as competences
from app.competences import queries as standings_of
from app.competences.models import Statement
from app.competences.rules import Kind
from app.db import db
from app.errors import Refused
from app.events import actions, library, queries
from app.events.models import AttendanceProof, EventOutcome
from tests import make
from tests.events.test_library import FRONT
from tests.events.test_planning_views import typed

CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture
def fair(context):
    """An event of today that leads to level 2 of one competence."""
    event = make.event("Messe", **make.times(clock.now() - dt.timedelta(hours=1), hours=4))
    event.competence = make.competence("Daten erheben")
    actions.lead_to(event, {event.competence.id: 2})
    return event


@pytest.fixture
def ada(context):
    return make.person("Ada Ahrens")


@pytest.fixture
def lin(context):
    return make.person("Lin Orga")


def come(event, person, by):
    return bookings.arrive(make.booking(event.bookable, person), day=clock.today(), by=by)


def level(person, competence):
    found = standings_of.standings(person.id).get(competence.id)
    return found.level if found else None


def statements(person):
    return db.session.scalars(select(Statement).where(Statement.person_id == person.id).order_by(Statement.id)).all()


def test_who_comes_has_evidence_of_what_the_event_leads_to_observed_on_the_day(fair, ada, lin):
    come(fair, ada, lin)

    (said,) = statements(ada)
    assert (said.level, said.kind, said.source, said.observed_on) == (2, Kind.ATTENDANCE, "Messe", clock.today())
    assert level(ada, fair.competence) == 2


def test_who_comes_twice_has_it_once(fair, ada, lin):
    arrival = come(fair, ada, lin)
    bookings.arrive(arrival.booking, day=clock.today(), by=lin)

    assert len(statements(ada)) == 1


def test_who_was_let_in_without_a_seat_has_it_too(fair, ada, lin):
    bookings.let_in(fair.bookable, ada, day=clock.today(), by=lin)

    assert level(ada, fair.competence) == 2


def test_who_was_not_there_after_all_has_it_no_longer_and_both_stay_on_record(fair, ada, lin):
    bookings.undo_arrival(come(fair, ada, lin), by=lin)

    said, taken_back = statements(ada)
    assert taken_back.retracts_id == said.id
    assert level(ada, fair.competence) is None
    assert db.session.scalar(select(func.count()).select_from(AttendanceProof)) == 0


def test_who_came_after_all_has_it_again(fair, ada, lin):
    arrival = come(fair, ada, lin)
    booking = arrival.booking
    bookings.undo_arrival(arrival, by=lin)

    bookings.arrive(booking, day=clock.today(), by=lin)

    assert level(ada, fair.competence) == 2


def test_undoing_takes_back_what_was_stated_even_if_the_event_is_called_otherwise_and_leads_elsewhere_now(
    fair, ada, lin
):
    arrival = come(fair, ada, lin)
    fair.title = "Ganz anders"
    actions.lead_to(fair, {make.competence("Anderes").id: 1})

    bookings.undo_arrival(arrival, by=lin)

    assert level(ada, fair.competence) is None


def test_what_follows_from_two_attendances_stays_until_both_are_undone(fair, ada, lin):
    other = make.event("Messe", **make.times(clock.now() - dt.timedelta(hours=1), hours=4))
    actions.lead_to(other, {fair.competence.id: 2})
    first, second = come(fair, ada, lin), come(other, ada, lin)
    assert len(statements(ada)) == 1

    bookings.undo_arrival(first, by=lin)
    assert level(ada, fair.competence) == 2
    bookings.undo_arrival(second, by=lin)
    assert level(ada, fair.competence) is None


def test_an_event_that_leads_to_nothing_proves_nothing(ada, lin):
    event = make.event("Sommerfest", **make.times(clock.now() - dt.timedelta(hours=1), hours=4))

    come(event, ada, lin)

    assert statements(ada) == []


def test_without_the_hook_an_attendance_proves_nothing(fair, ada, lin, monkeypatch):
    monkeypatch.setattr(bookings, "CAME", [])
    monkeypatch.setattr(bookings.arrival, "CAME", [])

    come(fair, ada, lin)

    assert statements(ada) == []


def test_evidence_and_attendance_are_kept_together_or_not_at_all(fair, ada, lin, monkeypatch):
    booking = make.booking(fair.bookable, ada)

    def fail(_attendance):
        raise Refused("no")

    monkeypatch.setattr(bookings.arrival, "CAME", [actions.prove_attendance, fail])
    with pytest.raises(Refused), db.session.begin_nested():
        bookings.arrive(booking, day=clock.today(), by=lin)

    assert statements(ada) == []
    assert db.session.scalar(select(func.count(Attendance.id))) == 0


@pytest.mark.parametrize("number", [0, 5, 9])
def test_a_level_off_the_scale_is_refused_at_its_field(fair, number):
    with pytest.raises(Refused) as refused:
        actions.lead_to(fair, {fair.competence.id: number})

    assert refused.value.field == "level_1"
    assert queries.levels_of(fair.id) == {fair.competence.id: 2}


def test_a_competence_that_is_no_longer_in_use_is_refused(fair):
    fair.competence.retired_at = clock.now()
    db.session.flush()

    with pytest.raises(Refused) as refused:
        actions.lead_to(fair, {fair.competence.id: 1})

    assert refused.value.field == "competence_1"


def test_a_copy_leads_to_the_same(fair, lin):
    assert queries.levels_of(actions.copy(fair, by=lin).id) == {fair.competence.id: 2}


def test_events_follow_when_competences_are_replaced(fair):
    one, gone = make.competence("Neu"), make.competence("Fort")
    actions.lead_to(fair, {fair.competence.id: 2, gone.id: 4})

    for follow in competences.FOLLOWERS:
        follow({fair.competence.id: one.id, gone.id: None}, 1)

    assert queries.levels_of(fair.id) == {one.id: 1}


class TestFiles:
    def test_a_file_says_what_its_event_leads_to(self, context, tmp_path):
        competence = make.competence("Daten erheben")
        self.write(tmp_path, f"outcomes:\n  {competence.key}: 1\n")
        reading, problems = library.read(tmp_path, {competence.key: 4})

        (event,) = library.schedule(reading, clock.today(), make.person("Ole Orga"))

        assert problems == []
        assert queries.levels_of(event.id) == {competence.id: 1}

    @pytest.mark.parametrize(
        ("outcomes", "sentence"),
        [
            ("{unknown: 1}", "there is no competence unknown"),
            ("{known: 5}", "the scale of known ends at 4"),
            ("{known: 0}", "outcomes must name competences"),
            ("{known: high}", "outcomes must name competences"),
            ("[known]", "outcomes must name competences"),
        ],
    )
    def test_what_can_not_be_is_named(self, tmp_path, outcomes, sentence):
        self.write(tmp_path, f"outcomes: {outcomes}\n")

        _reading, (problem,) = library.read(tmp_path, {"known": 4})

        assert sentence in str(problem)

    def test_an_event_of_the_product_leads_somewhere(self):
        reading, _problems = library.read(CONTENT)

        assert {text.text.key: dict(text.outcomes) for text in reading if text.outcomes} == {
            "it-cafe": {"digital-use": 1}
        }

    def write(self, folder, more):
        (folder / "events").mkdir()
        front = FRONT.replace("---\nWillkommen", f"{more}---\nWillkommen")
        (folder / "events" / "cafe.md").write_text(front, encoding="utf-8")


class TestTheForm:
    def test_an_organiser_says_what_the_event_leads_to_and_everybody_sees_it(self, app, orga, cast, saved):
        competence = saved(make.competence, "Daten erheben")

        page = orga.post("/events/new", data=typed(cast) | {"competence_1": competence.id, "level_1": "2"})
        shown = orga.get(page.location).text

        assert page.status_code == 303
        assert "Daten erheben" in shown
        assert "to level 2 of 4" in shown
        with app.app_context():
            assert db.session.scalars(select(EventOutcome.level)).all() == [2]

    def test_the_levels_to_choose_from_have_their_words_while_the_models_share_them(self, orga, saved):
        saved(make.competence, "Daten erheben")
        page = orga.get("/events/new").text.split('name="level_1"')[1].split("</select>")[0]

        assert '<option value="">–</option>' in page.replace(" selected", "")
        assert re.search(r'<option value="4">4 – \w+', page)
        assert 'value="5"' not in page

    def test_where_models_have_scales_of_their_own_each_level_stands_under_its_model(self, orga, saved):
        saved(make.competence, "Daten erheben")
        saved(lambda: make.competence("Fliegen", make.area(framework=make.framework("Luftfahrt", levels=2))))

        page = orga.get("/events/new").text.split('name="level_1"')[1].split("</select>")[0]

        assert page.count("<optgroup") == 2
        assert page.split('<optgroup label="Luftfahrt"')[1].count("<option") == 2

    @pytest.mark.parametrize(
        ("entered", "sentence"),
        [
            ({"level_1": ""}, "Please choose a level."),
            ({"competence_1": ""}, "Please choose the competence that the level belongs to."),
            ({"level_1": "5"}, "has levels from 1 to 4"),
            ({"level_1": "x"}, "has levels from 1 to 4"),
            ({"competence_1": "999999"}, "Please choose one of the entries."),
            ({"competence_2": "same", "level_2": "1"}, "Please choose each competence only once."),
        ],
        ids=lambda value: str(value)[:30],
    )
    def test_what_does_not_fit_is_said_at_its_field_and_nothing_is_lost(self, orga, cast, saved, entered, sentence):
        competence = saved(make.competence, "Daten erheben")
        entries = {"competence_1": competence.id, "level_1": "2"} | entered
        entries = {name: competence.id if value == "same" else value for name, value in entries.items()}

        page = orga.post("/events/new", data=typed(cast) | entries)

        assert page.status_code == 422
        assert sentence in page.text
        assert typed(cast)["title"] in page.text
