"""Buddies: asked by name, free to decline, a weekly appointment, and notes that two people read."""

import datetime as dt

import pytest
import time_machine
from sqlalchemy import func, select

from app import clock
from app.db import db
from app.errors import Refused
from app.people.viewer import view_as
from app.plans import actions, queries
from app.plans.models import BuddyNote, BuddyPair
from app.plans.rules.buddy import next_appointment
from tests import make

pytestmark = pytest.mark.any_database

DAY = dt.timedelta(days=1)
MONDAY = dt.date(2026, 11, 23)
WEDNESDAY = MONDAY + 2 * DAY


def viewer(person):
    return view_as(person, clock.today())


def ask(cast, buddy=None):
    return actions.buddy.pair_up(cast.ada, buddy or cast.zoe, by=cast.max)


def pair_of(cast):
    return actions.buddy.accept(ask(cast))


def newcomers_plan(cast):
    template = make.plan_template(has_buddy=True)
    make.template_item(template)
    return actions.assign(template, db.session.merge(cast.ada), by=None)


def note(pair, person, body, day=None):
    pair = db.session.get_one(BuddyPair, pair.id)
    return actions.buddy.write_note(pair, by=person, day=day or clock.today(), body=body)


@pytest.mark.parametrize(
    ("first", "until", "skipped", "expected"),
    [
        (MONDAY, MONDAY + 60 * DAY, (), WEDNESDAY),
        (WEDNESDAY, MONDAY + 60 * DAY, (), WEDNESDAY),
        (WEDNESDAY + DAY, MONDAY + 60 * DAY, (), WEDNESDAY + 7 * DAY),
        (MONDAY, MONDAY + 60 * DAY, (WEDNESDAY, WEDNESDAY + 7 * DAY), WEDNESDAY + 14 * DAY),
        (MONDAY, MONDAY + DAY, (), None),
        (MONDAY, WEDNESDAY, (WEDNESDAY,), None),
    ],
)
def test_the_next_appointment_is_on_the_weekday_agreed_and_not_one_left_out(first, until, skipped, expected):
    assert next_appointment(2, first, until, skipped) == expected


@pytest.mark.usefixtures("context")
class TestAsking:
    """By name, for somebody whom one leads or looks after."""

    @pytest.fixture
    def town(self):
        return make.cast()

    @pytest.mark.parametrize("who", ["max", "lin"])
    def test_a_leader_or_hr_asks_somebody_by_name(self, town, who):
        asker = getattr(town, who)

        pair = actions.buddy.ask(viewer(asker), newcomer="Ada Ahrens", buddy=town.zoe.email.upper())

        assert (pair.person_id, pair.buddy_id, pair.asked_by_id) == (town.ada.id, town.zoe.id, asker.id)

    def test_nobody_asks_for_somebody_elses_people(self, town):
        boss = make.person("Bo Boss", town.elsewhere)
        make.head(town.elsewhere, boss)

        with pytest.raises(Refused):
            actions.buddy.ask(viewer(boss), newcomer="Ada Ahrens", buddy="Zoe Zander")

    @pytest.mark.parametrize(("newcomer", "buddy"), [("Ida Irgend", "Zoe Zander"), ("Ada Ahrens", "Ada Ahrens")])
    def test_an_unknown_name_and_oneself_are_refused(self, town, newcomer, buddy):
        with pytest.raises(Refused):
            actions.buddy.ask(viewer(town.max), newcomer=newcomer, buddy=buddy)

    def test_a_name_that_two_people_have_asks_for_the_address(self, town):
        make.person("Zoe Zander", town.office)

        with pytest.raises(Refused, match="e-mail"):
            actions.buddy.ask(viewer(town.max), newcomer="Ada Ahrens", buddy="Zoe Zander")

    def test_asked_twice_is_asked_once(self, town):
        assert ask(town).id == ask(town).id

    def test_what_is_answered_is_not_answered_again(self, town):
        pair = pair_of(town)

        with pytest.raises(Refused):
            actions.buddy.decline(pair)

    def test_a_note_of_the_same_day_stands_below_what_one_wrote_and_is_not_doubled(self, town):
        pair = pair_of(town)
        note(pair, town.ada, "A"), note(pair, town.zoe, "Z"), note(pair, town.ada, "B"), note(pair, town.ada, "B")

        assert set(db.session.scalars(select(BuddyNote.body))) == {"A\n\nB", "Z"}

    def test_an_appointment_left_out_moves_to_the_next_week_and_a_second_click_leaves_out_no_other(self, town):
        pair = pair_of(town)
        first = queries.buddy.next_of(pair, clock.today())

        actions.buddy.skip(pair, day=first)
        actions.buddy.skip(pair, day=first)

        assert queries.buddy.next_of(pair, clock.today()) == first + 7 * DAY

    @pytest.mark.parametrize(("days", "erased"), [(90, 0), (91, 1)])
    def test_ninety_days_after_the_end_all_of_it_is_erased(self, town, days, erased):
        pair = pair_of(town)
        note(pair, town.ada, "Text")
        actions.buddy.end(pair, by=town.ada)

        with time_machine.travel(clock.now() + days * DAY, tick=False):
            assert actions.buddy.forget_pairs() == erased
        assert db.session.scalar(select(func.count()).select_from(BuddyNote)) == 1 - erased

    def test_what_nobody_ended_ends_ninety_days_after_its_last_day(self, town):
        until = pair_of(town).until

        with time_machine.travel(clock.at(until + 91 * DAY, dt.time(4)), tick=False):
            assert actions.buddy.forget_pairs() == 1


def test_the_one_who_is_asked_accepts_and_both_have_the_appointment(client, cast, saved):
    pair = saved(ask, cast)
    assert "Would you accompany Ada Ahrens?" in client.sign_in(cast.zoe).get("/buddies").text
    assert "Zoe Zander" not in client.sign_in(cast.ada).get("/buddies").text

    client.sign_in(cast.zoe).post(f"/buddies/{pair.id}/acceptance")
    until = (clock.today() + 40 * DAY).isoformat()
    client.post(f"/buddies/{pair.id}/appointment", data={"weekday": "3", "time": "09:15", "until": until})

    for person, line, other in (
        (cast.zoe, "15 minutes as a buddy", "Ada Ahrens"),
        (cast.ada, "15 minutes with your buddy", "Zoe Zander"),
    ):
        client.sign_in(person)
        for path, shown in (("/", line), ("/plan", line), ("/buddies", other)):
            page = client.get(path).text
            assert shown in page
            assert "09:15" in page


def test_an_appointment_has_an_end_and_what_was_typed_stays(client, cast, saved):
    pair = saved(pair_of, cast)

    answer = client.sign_in(cast.zoe).post(
        f"/buddies/{pair.id}/appointment", data={"weekday": "3", "time": "09:15", "until": ""}
    )

    assert answer.status_code == 422
    assert "Please choose a day from today on, at most a year ahead." in answer.text
    assert "09:15" in answer.text
    assert "(optional)" not in answer.text


def test_the_start_page_says_that_somebody_is_asked_to_be_a_buddy_until_they_have_answered(client, cast, saved):
    asked = "You are asked to be a buddy for somebody new"
    pair = saved(actions.buddy.pair_up, cast.ada, cast.zoe, by=cast.max)
    client.sign_in(cast.zoe)
    before = client.get("/").text

    client.post(f"/buddies/{pair.id}/acceptance")

    assert before.index("Waiting for you") < before.index(asked)
    assert "Ada Ahrens" not in before
    assert asked not in client.get("/").text
    assert asked not in client.sign_in(cast.ada).get("/").text


def test_somebody_new_reads_that_a_buddy_is_being_looked_for_until_there_is_one(client, cast, saved):
    expected = "A buddy is planned for your first weeks."
    client.sign_in(cast.ada)
    assert expected not in client.get("/buddies").text
    saved(newcomers_plan, cast)
    assert expected in client.get("/buddies").text
    assert expected not in client.sign_in(cast.zoe).get("/buddies").text

    saved(pair_of, cast)

    assert expected not in client.sign_in(cast.ada).get("/buddies").text


def test_the_one_who_asked_hears_the_answer_and_nothing_else(client, cast, saved, letters):
    pair = saved(pair_of, cast)
    saved(note, pair, cast.ada, "Nur für uns zwei")

    assert letters.kinds(cast.max) == ["buddy-accepted"]
    assert client.sign_in(cast.max).get(f"/buddies/{pair.id}").status_code == 404
    assert "Zoe Zander has agreed to accompany Ada Ahrens." in client.get("/account/notices").text
    assert "Nur für uns zwei" in client.sign_in(cast.zoe).get(f"/buddies/{pair.id}").text
    assert client.sign_in(cast.lin).get(f"/buddies/{pair.id}").status_code == 404


def test_a_note_is_written_by_one_read_by_both_and_deleted_by_its_author(client, cast, saved, app):
    pair = saved(pair_of, cast)
    day = clock.today().isoformat()
    client.sign_in(cast.ada).post(f"/buddies/{pair.id}/notes", data={"day": day, "body": "Wo ist die Kantine?"})
    with app.app_context():
        number = db.session.scalars(select(BuddyNote.id)).one()

    assert client.sign_in(cast.zoe).post(f"/buddies/notes/{number}/deletion").status_code == 404
    assert "Wo ist die Kantine?" in client.get(f"/buddies/{pair.id}").text
    client.sign_in(cast.ada).post(f"/buddies/notes/{number}/deletion")
    assert "Wo ist die Kantine?" not in client.get(f"/buddies/{pair.id}").text


def test_either_ends_it_and_both_can_still_read(client, cast, saved):
    pair = saved(pair_of, cast)
    saved(note, pair, cast.zoe, "Danke für alles")

    client.sign_in(cast.ada).post(f"/buddies/{pair.id}/end")

    page = client.sign_in(cast.zoe).get(f"/buddies/{pair.id}").text
    assert "Your appointments have ended." in page
    assert "Danke für alles" in page


def test_a_second_window_of_what_has_ended_is_told_so_and_loses_nothing(client, cast, saved):
    pair, day = saved(pair_of, cast), clock.today().isoformat()
    client.sign_in(cast.ada).post(f"/buddies/{pair.id}/end")

    note = client.post(f"/buddies/{pair.id}/notes", data={"day": day, "body": "Noch etwas"})
    skipped = client.post(f"/buddies/{pair.id}/skips", data={"day": day})
    appointment = client.get(f"/buddies/{pair.id}/appointment")

    assert (note.status_code, skipped.status_code) == (422, 409)
    assert "This has ended." in note.text
    assert "Noch etwas" in note.text
    assert "This has ended." in skipped.text
    assert appointment.location == f"/buddies/{pair.id}"


@pytest.mark.parametrize("first", ["acceptance", "refusal"])
@pytest.mark.parametrize("second", ["acceptance", "refusal"])
def test_a_request_is_answered_once_and_a_second_window_is_told_so(client, cast, saved, letters, first, second):
    pair = saved(actions.buddy.pair_up, cast.ada, cast.zoe, by=cast.max)
    client.sign_in(cast.zoe).post(f"/buddies/{pair.id}/{first}")
    told = letters.kinds(cast.max)

    answer = client.post(f"/buddies/{pair.id}/{second}")

    assert (answer.status_code, letters.kinds(cast.max)) == (409, told)
    assert "This has been answered already." in answer.text


def test_of_two_who_are_asked_the_first_to_accept_accompanies_and_the_second_is_thanked(client, cast, saved):
    first, second = (saved(actions.buddy.pair_up, cast.ada, one, by=cast.max) for one in (cast.zoe, cast.lin))
    client.sign_in(cast.zoe).post(f"/buddies/{first.id}/acceptance")

    page = client.sign_in(cast.lin).get("/buddies").text
    answer = client.post(f"/buddies/{second.id}/acceptance")

    assert "Would you accompany" not in page
    assert answer.status_code == 409
    assert "Somebody accompanies Ada Ahrens already. Thank you all the same." in answer.text
    assert [one.person_id for one in saved(running)] == [cast.ada.id]


def test_who_is_accompanied_needs_no_second_buddy_until_that_has_ended(client, cast, saved):
    pair = saved(pair_of, cast)
    client.sign_in(cast.max)
    typed = {"newcomer": "Ada Ahrens", "buddy": cast.lin.email}

    refused = client.post("/buddies/request", data=typed)
    saved(lambda: actions.buddy.end(db.session.get_one(BuddyPair, pair.id), by=cast.ada))
    asked = client.post("/buddies/request", data=typed)

    assert (refused.status_code, asked.status_code) == (422, 303)
    assert "Somebody accompanies Ada Ahrens already." in refused.text


def running():
    return [pair for pair in db.session.scalars(select(BuddyPair)).all() if pair.is_running]


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_buddies_asks_the_same_few_questions(client, cast, saved, queries, count):
    for number in range(count):
        newcomer = saved(make.person, f"Neu Neuling{number}", cast.office)
        saved(lambda person=newcomer: actions.buddy.accept(actions.buddy.pair_up(person, cast.zoe, by=cast.max)))
    client.sign_in(cast.zoe)
    queries.clear()

    page = client.get("/buddies").text

    assert page.count("15 minutes with") == count
    assert len([asked for asked in queries if not asked.startswith("BEGIN")]) == 5


def test_the_start_page_tells_a_leader_of_a_newcomer_without_a_buddy_until_somebody_is_asked(client, cast, saved):
    missing = "1 new person in your team has no buddy yet"
    assert missing not in client.sign_in(cast.max).get("/").text

    saved(newcomers_plan, cast)

    assert missing in client.get("/").text
    assert cast.ada.name in client.get("/buddies/request").text
    assert missing not in client.sign_in(cast.zoe).get("/").text
    assert missing not in client.sign_in(cast.ada).get("/").text
    saved(ask, cast)
    assert missing not in client.sign_in(cast.max).get("/").text
    saved(lambda: actions.buddy.decline(db.session.scalars(select(BuddyPair)).one()))
    assert missing in client.get("/").text


def test_what_a_newcomer_got_long_ago_asks_for_no_buddy(client, cast, saved):
    with time_machine.travel(MONDAY - dt.timedelta(weeks=30), tick=False):
        saved(newcomers_plan, cast)

    assert "has no buddy yet" not in client.sign_in(cast.max).get("/").text
