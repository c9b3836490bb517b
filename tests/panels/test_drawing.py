"""From the call to the seed: volunteers, quotas that single nobody out, a list that is fixed first, and moving up."""

import datetime as dt
import re

import pytest
import time_machine
from sqlalchemy import func, select

from app import clock, lots
from app.db import db
from app.errors import Refused
from app.jobs.schedule import HANDLERS
from app.panels import actions, queries, rules
from app.panels.models import Panel, PanelDraw, PanelGroup, PanelMember, Volunteer
from app.panels.rules import Level, Way
from app.people.models import Person
from app.people.rules import Grade, Role
from app.tasks import actions as tasks
from tests import make
from tests.text import pdf

pytestmark = pytest.mark.any_database

TODAY = dt.date(2026, 11, 20)
CLOSES, PUBLISHED, SEED_DAY = TODAY + dt.timedelta(days=7), TODAY + dt.timedelta(days=8), TODAY + dt.timedelta(days=10)
SEED = "3-14-15-22-31-45"


def text(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.text))


def noon(day):
    return time_machine.travel(dt.datetime.combine(day, dt.time(12), dt.UTC), tick=False)


def town(number=16, size=4):
    """Volunteers in two offices, clerks and trades, for a team that wants some of each."""
    cast = make.cast()
    panel = make.panel(
        cast.lin, size=size, groups=(cast.office, cast.elsewhere, Level.CLERKS, Level.TRADES), started_at=clock.now()
    )
    jobs = [make.job("Sachbearbeitung"), make.job("Straßenbau", grade=Grade.TRADES)]
    actions.volunteer.call(panel, by=cast.lin, closes_on=CLOSES, seed_source="Lottozahlen", seed_on=SEED_DAY)
    for n in range(number):
        unit = (cast.office, cast.elsewhere)[n % 2]
        person = make.person(f"Frei{n} Willig", unit, job=jobs[n // 2 % 2])
        actions.volunteer.put_forward(panel, person)
    return panel


@pytest.fixture
def panel(saved):
    """A team whose call has volunteers."""
    with noon(TODAY):
        return saved(town)


def here(panel):
    """The team as it is in the database."""
    return db.session.scalars(queries.panels_visible_to(NOBODY).where(Panel.id == panel.id)).unique().one()


class NOBODY:
    """A viewer who knows of what everybody knows."""

    class person:  # noqa: N801 - as a viewer has it
        id = 0


def worked_out(app, panel):
    """The chances, worked out by the queue of long work."""
    with app.test_request_context():
        actions.draw.calculate(here(panel), by=here(panel).run_by)
        db.session.commit()
    with app.test_request_context():
        tasks.work_off(HANDLERS)
        return db.session.get_one(Panel, panel.id).task


def published(app, panel):
    with noon(PUBLISHED):
        assert worked_out(app, panel).trouble is None
        with app.test_request_context():
            draw = actions.draw.publish(here(panel), by=here(panel).run_by)
            db.session.commit()
            return draw


def drawn(app, panel, seed=SEED):
    published(app, panel)
    with noon(SEED_DAY), app.test_request_context():
        draw = actions.draw.draw(here(panel), by=here(panel).run_by, seed=seed)
        db.session.commit()
        return draw


def people_of(panel):
    """The pseudonyms by person."""
    return {one.person_id: one.pseudonym for one in db.session.scalars(select(Volunteer))}


class TestTheCall:
    """Open to the whole house, with the source of the seed named beforehand."""

    def test_somebody_puts_themselves_forward_with_one_click_and_takes_that_back(self, client, cast, saved, app):
        with noon(TODAY):
            panel = saved(lambda: town(0))
            client.sign_in(cast.zoe)
            assert "Volunteers are wanted until" in text(client.get(f"/panels/{panel.id}"))

            client.post(f"/panels/{panel.id}/volunteering")
            taking_part = text(client.get(f"/panels/{panel.id}"))
            client.post(f"/panels/{panel.id}/volunteering/withdrawal")

        assert "You take part in the draw." in taking_part
        with app.app_context():
            one = db.session.scalars(select(Volunteer)).one()
            assert one.pseudonym in taking_part
            assert one.withdrawn_at is not None
            assert queries.draw.number_of_volunteers(panel) == 0

    def test_coming_back_keeps_the_pseudonym(self, app, panel):
        with noon(TODAY), app.test_request_context():
            person = db.session.scalars(select(Volunteer)).first().person
            before = people_of(panel)[person.id]
            actions.volunteer.withdraw(here(panel), person)

            assert actions.volunteer.put_forward(here(panel), person).pseudonym == before

    def test_after_the_end_nobody_can_put_themselves_forward(self, app, panel):
        with noon(PUBLISHED), app.test_request_context(), pytest.raises(Refused):
            actions.volunteer.put_forward(here(panel), make.person("Zu Spät"))

    def test_the_list_needs_a_day_between_the_call_and_the_seed(self, client, cast, saved):
        with noon(TODAY):
            panel = saved(lambda: make.panel(db.session.merge(cast.lin)))
            data = {"closes_on": CLOSES, "seed_source": "Würfel", "seed_on": CLOSES + dt.timedelta(days=1)}

            answer = client.sign_in(cast.lin).post(f"/panels/{panel.id}/call", data=data)

        assert answer.status_code == 422
        assert "Please leave a day between the call and the seed" in text(answer)
        assert "Würfel" in answer.text

    def test_after_the_call_another_source_needs_another_end(self, client, app, panel):
        with noon(PUBLISHED):
            with app.test_request_context():
                lin = here(panel).run_by
            data = {"closes_on": CLOSES, "seed_source": "Eine Zahl, die mir gefällt", "seed_on": SEED_DAY}
            answer = client.sign_in(lin).post(f"/panels/{panel.id}/call", data=data)

        assert answer.status_code == 422
        assert "the source of the seed is named before the call ends" in text(answer)
        with app.app_context():
            assert db.session.get_one(Panel, panel.id).seed_source == "Lottozahlen"

    def test_the_names_are_for_whoever_runs_the_team(self, client, app, panel, saved):
        with noon(TODAY):
            lin, stranger = saved(lambda: here(panel).run_by), saved(make.person, "Ein Fremder")

            assert "Willig, Frei3" in client.sign_in(lin).get(f"/panels/{panel.id}/volunteers").text
            assert client.sign_in(stranger).get(f"/panels/{panel.id}/volunteers").status_code == 403
            assert "Willig" not in client.get(f"/panels/{panel.id}").text


class TestWorkingOut:
    """In the background, once the call has ended, and never with quotas for single persons."""

    def test_the_chances_are_worked_out_and_their_smallest_is_told(self, app, panel, client):
        with noon(PUBLISHED):
            task = worked_out(app, panel)
            with app.test_request_context():
                lin = here(panel).run_by
            page = text(client.sign_in(lin).get(f"/panels/{panel.id}/organise"))

        assert (task.trouble, task.done_steps, task.all_steps) == (None, 4, 4)
        assert "Nobody’s chance is smaller than 25.0 %." in page.replace("\xa0", " ")

    def test_as_long_as_somebody_can_volunteer_nothing_is_worked_out(self, app, panel):
        with noon(TODAY), app.test_request_context(), pytest.raises(Refused):
            actions.draw.calculate(here(panel), by=here(panel).run_by)

    def test_as_long_as_somebody_has_not_answered_nothing_is_worked_out(self, app, panel, saved):
        saved(lambda: make.panel_member(db.session.merge(panel), make.person("Noch Offen")))

        english = app.test_request_context(headers={"Cookie": "language=en"})
        with noon(PUBLISHED), english, pytest.raises(Refused) as refused:
            actions.draw.calculate(here(panel), by=here(panel).run_by)

        assert "have not answered" in refused.value.sentence

    def test_who_has_agreed_counts_for_the_size_and_for_the_quotas(self, app, panel, saved):
        def agree():
            office = here(panel).groups[0].unit
            person = make.person("Schon Dabei", office, job=make.job())
            make.panel_member(here(panel), person, accepted_at=clock.now())

        saved(agree)
        with noon(PUBLISHED):
            worked_out(app, panel)
        with app.test_request_context():
            paper = here(panel).draw.paper

        assert paper.size == 3
        assert [quota.least for quota in paper.quotas] == [0, 1, 0, 1]

    def test_a_page_asks_for_the_part_that_changes_alone(self, app, panel, client):
        with noon(PUBLISHED):
            with app.test_request_context():
                lin = here(panel).run_by
                actions.draw.calculate(here(panel), by=lin)
                db.session.commit()
            part = client.sign_in(lin).get(f"/panels/{panel.id}/organise", headers={"HX-Request": "true"}).text

        assert part.lstrip().startswith('<div id="draw-state"')
        assert "Lotse is looking for the fairest lottery." in part

    @pytest.mark.parametrize(
        ("quotas", "sentence"),
        [
            ({"Bürgeramt": (9, None)}, "These quotas can’t be kept together: at least 9 of “Bürgeramt”"),
            ({"Bürgeramt": (2, None), "Tiefbauamt": (3, None)}, "It would go with: at least "),
            ({"Tiefbauamt": (0, 0)}, "With these quotas some could never be drawn: Tiefbauamt + "),
            ({"Trades and operations": (0, 0)}, "could never be drawn"),
        ],
    )
    def test_quotas_that_do_not_go_are_named_with_the_smallest_change(self, app, panel, saved, quotas, sentence):
        def ask_for():
            for group in here(panel).groups:
                group.least, group.most = quotas.get(group.name, (group.least, group.most))

        with app.test_request_context(headers={"Cookie": "language=en"}):
            ask_for()
            db.session.commit()
        with noon(PUBLISHED):
            trouble = in_english(app, panel)

        assert sentence in trouble

    def test_a_quota_for_three_volunteers_is_refused_with_its_group(self, app, saved):
        with noon(TODAY):
            panel = saved(lambda: town(11))
            saved(one_trainee_group, panel, 3)
        with noon(PUBLISHED):
            trouble = in_english(app, panel)

        assert "A quota for fewer than 5 volunteers would be one for single persons: Trainees (3)." in trouble

    def test_as_many_volunteers_as_seats_need_no_draw(self, app, saved):
        with noon(TODAY):
            panel = saved(lambda: town(4))
        with noon(PUBLISHED):
            assert "so there is nothing to draw" in in_english(app, panel)


def one_trainee_group(panel, number):
    """Ask for a trainee, of whom so many volunteer."""
    panel = here(panel)
    panel.groups.append(PanelGroup(position=4, level=Level.TRAINEES, least=1))
    job = make.job("Ausbildung", grade=Grade.TRAINEE)
    for n in range(number):
        actions.volunteer.put_forward(panel, make.person(f"Azubi{n} Neu", panel.groups[0].unit, job=job))


def in_english(app, panel):
    """What the task says, asked for by somebody who reads English."""
    with app.test_request_context(headers={"Cookie": "language=en"}):
        actions.draw.calculate(here(panel), by=here(panel).run_by)
        db.session.commit()
    with app.test_request_context():
        tasks.work_off(HANDLERS)
        return db.session.get_one(Panel, panel.id).task.trouble or ""


class TestPublishing:
    """The list is fixed before the seed can be known; each volunteer sees their own chance and no other."""

    def test_each_volunteer_sees_their_own_chance_and_all_add_up_to_the_size(self, app, panel, client):
        published(app, panel)
        with noon(PUBLISHED), app.test_request_context():
            people = [one.person for one in db.session.scalars(select(Volunteer))]
            paper = here(panel).draw.paper
            shown = [queries.draw.chance_of(here(panel), one) for one in db.session.scalars(select(Volunteer))]
        with noon(PUBLISHED):
            page = text(client.sign_in(people[0]).get(f"/panels/{panel.id}")).replace("\xa0", " ")

        assert sum(shown) == paper.size
        assert "Your chance is 25.0 %, about 1 in 4." in page
        assert "Willig" not in re.sub(r"Frei0 Willig", "", page)

    def test_volunteers_are_told(self, app, panel, letters):
        published(app, panel)
        with app.app_context():
            people = [one.person for one in db.session.scalars(select(Volunteer))]

        assert {tuple(letters.kinds(person)) for person in people} == {("panel-published",)}

    @pytest.mark.parametrize("changed", ["volunteer", "quota"])
    def test_what_was_worked_out_for_others_is_not_published(self, app, panel, changed):
        with noon(PUBLISHED):
            worked_out(app, panel)
            with app.test_request_context(headers={"Cookie": "language=en"}):
                if changed == "volunteer":
                    actions.volunteer.withdraw(here(panel), db.session.scalars(select(Volunteer)).first().person)
                else:
                    here(panel).groups[0].most = 2
                    db.session.flush()
                with pytest.raises(Refused) as refused:
                    actions.draw.publish(here(panel), by=here(panel).run_by)

        assert "Something has changed since the chances were worked out." in refused.value.sentence

    def test_on_the_day_of_the_seed_it_is_too_late(self, app, panel):
        with noon(SEED_DAY):
            worked_out(app, panel)
            with app.test_request_context(), pytest.raises(Refused):
                actions.draw.publish(here(panel), by=here(panel).run_by)

    def test_after_it_neither_quotas_nor_dates_nor_size_can_be_changed(self, app, panel):
        published(app, panel)
        with noon(PUBLISHED), app.test_request_context():
            lin = here(panel).run_by
            for change in (
                lambda: actions.set_quotas(here(panel), by=lin, quotas={}),
                lambda: actions.revise(here(panel), by=lin, title="x", purpose="x", size=9),
                lambda: actions.draw.calculate(here(panel), by=lin),
                lambda: actions.member.ask(here(panel), by=lin, name="Ada Ahrens", circle="core"),
                lambda: actions.volunteer.call(
                    here(panel), by=lin, closes_on=SEED_DAY, seed_source="x", seed_on=SEED_DAY + dt.timedelta(days=9)
                ),
            ):
                with pytest.raises(Refused):
                    change()


class TestDrawing:
    """The seed decides, once, and everybody can do it again."""

    def test_the_team_is_complete_everybody_is_told_and_quotas_are_kept(self, app, panel, letters):
        found = drawn(app, panel)
        with app.test_request_context():
            roster = queries.roster(here(panel))
            by_person = people_of(panel)
            everybody = [one.person for one in db.session.scalars(select(Volunteer))]

        assert roster.now.is_complete
        assert sorted(by_person[member.person_id] for member in roster.inside) == found.drawn
        inside = {member.person_id for member in roster.inside}
        for person in everybody:
            assert letters.kinds(person)[-1] == ("panel-drawn" if person.id in inside else "panel-not-drawn")

    def test_the_same_seed_draws_the_same_again_by_the_command(self, app, panel):
        found = drawn(app, panel)

        again = app.test_cli_runner().invoke(args=["panels", "redraw", str(panel.id), "--seed", f" {SEED} "])
        other = app.test_cli_runner().invoke(args=["panels", "redraw", str(panel.id), "--seed", "1-2-3"])

        assert again.exit_code == 0
        assert again.output.rstrip().endswith("The same as drawn.")
        assert re.findall(r"Drawn  (\S+)", again.output) == found.drawn
        assert (other.exit_code, "This is not what was drawn." in other.output) == (1, True)

    @pytest.mark.parametrize("sabotage", ["list", "result"])
    def test_a_list_or_a_result_that_somebody_changed_is_found_out(self, app, panel, saved, sabotage):
        drawn(app, panel)

        def change():
            draw = db.session.scalars(select(PanelDraw)).one()
            if sabotage == "list":
                draw.document = draw.document.replace('"tickets": ', '"tickets": 1')
            else:
                draw.drawn = [*draw.drawn[1:], next(iter(draw.paper.volunteers.keys() - set(draw.drawn)))]

        saved(change)

        assert app.test_cli_runner().invoke(args=["panels", "redraw", str(panel.id), "--seed", SEED]).exit_code == 1

    def test_before_its_day_no_seed_is_taken(self, app, panel, client):
        published(app, panel)
        with noon(PUBLISHED):
            with app.test_request_context():
                lin = here(panel).run_by
            answer = client.sign_in(lin).post(f"/panels/{panel.id}/draw", data={"seed": SEED})

        assert answer.status_code == 422
        assert "The seed is not known before the day that was named for it." in text(answer)
        assert f'value="{SEED}"' in answer.text

    def test_the_desk_counts_all_who_took_part_also_those_who_are_in_the_team_now(self, app, panel):
        drawn(app, panel)

        with noon(SEED_DAY), app.test_request_context():
            assert queries.draw.desk(here(panel), SEED_DAY).volunteers == 16

    def test_it_takes_place_once(self, app, panel):
        first = drawn(app, panel)
        with noon(SEED_DAY), app.test_request_context(), pytest.raises(Refused):
            actions.draw.draw(here(panel), by=here(panel).run_by, seed="another")
        with app.app_context():
            assert db.session.scalars(select(PanelDraw)).one().drawn == first.drawn

    def test_who_has_withdrawn_since_the_list_was_fixed_is_replaced_at_once(self, app, panel, saved):
        draw = published(app, panel)
        gone = rules.drawn(draw.paper, SEED)[0]

        def withdraw():
            one = db.session.scalars(select(Volunteer).where(Volunteer.pseudonym == gone)).one()
            actions.volunteer.withdraw(here(panel), one.person)

        saved(withdraw)
        with noon(SEED_DAY), app.test_request_context():
            found = actions.draw.draw(here(panel), by=here(panel).run_by, seed=SEED)
            db.session.commit()
            roster = queries.roster(here(panel))
            assert roster.now.is_complete
            assert gone not in {people_of(panel)[member.person_id] for member in roster.inside}

        assert gone in found.drawn
        assert len(found.moved_up) == 1


class TestMovingUp:
    """When somebody leaves, the next in the order of the seed with whom the quotas are kept."""

    def test_the_cross_section_is_kept_and_the_next_one_told(self, app, panel, letters):
        drawn(app, panel)
        with noon(SEED_DAY), app.test_request_context():
            leaver = queries.roster(here(panel)).inside[0]
            actions.member.leave(db.session.get_one(PanelMember, leaver.id))
            (new,) = actions.draw.move_up(here(panel), by=here(panel).run_by)
            db.session.commit()
            roster = queries.roster(here(panel))

        assert new.way is Way.REPLACEMENT
        assert new.person_id != leaver.person_id
        assert roster.now.is_complete
        assert letters.kinds(new.person)[-1] == "panel-drawn"

    def test_where_no_seat_is_free_nobody_moves_up(self, app, panel):
        drawn(app, panel)
        with noon(SEED_DAY), app.test_request_context(), pytest.raises(Refused):
            actions.draw.move_up(here(panel), by=here(panel).run_by)

    def test_everybody_moves_up_once_until_the_list_is_empty(self, app, panel):
        drawn(app, panel)
        with noon(SEED_DAY), app.test_request_context():
            for _ in range(12):
                leaver = queries.roster(here(panel)).inside[0]
                actions.member.leave(db.session.get_one(PanelMember, leaver.id))
                actions.draw.move_up(here(panel), by=here(panel).run_by)
            leaver = queries.roster(here(panel)).inside[0]
            actions.member.leave(db.session.get_one(PanelMember, leaver.id))
            with pytest.raises(Refused):
                actions.draw.move_up(here(panel), by=here(panel).run_by)
            assert len(set(here(panel).draw.moved_up)) == 12


class TestTheProtocol:
    """For everybody without names; whoever checks gets the list under pseudonyms."""

    def test_everybody_reads_hash_rules_and_seed_and_nobody_a_name(self, app, panel, client, saved):
        draw = drawn(app, panel)
        stranger = saved(make.person, "Ein Fremder")
        with noon(SEED_DAY):
            page = client.sign_in(stranger).get(f"/panels/{panel.id}/protocol").text
            answer = client.get(f"/panels/{panel.id}/list")

        assert draw.hash in page
        assert SEED in page
        assert "Willig" not in page
        assert "redraw" not in page
        assert not any(name in page for name in draw.paper.volunteers)
        assert answer.status_code == 403

    def test_before_the_list_is_fixed_there_is_none(self, app, panel, client):
        with app.test_request_context():
            lin = here(panel).run_by

        assert client.sign_in(lin).get(f"/panels/{panel.id}/protocol").status_code == 404
        assert client.get(f"/panels/{panel.id}/list").status_code == 404

    def test_an_auditor_gets_a_list_with_which_the_hash_can_be_checked(self, app, panel, client, saved):
        draw = drawn(app, panel)

        def auditor():
            person = make.person("Ruth Revision")
            make.role(person, Role.AUDITOR)
            return person

        with noon(SEED_DAY):
            listed = client.sign_in(saved(auditor)).get(f"/panels/{panel.id}/list").get_data(as_text=True)

        assert lots.sha256(listed) == draw.hash
        assert rules.drawn(rules.read(listed), SEED) == draw.drawn
        assert "Willig" not in listed

    def test_the_protocol_for_the_file_names_nobody_and_the_lots_only_to_who_checks(self, app, panel, client, saved):
        draw = drawn(app, panel)
        with app.test_request_context():
            lin, zoe = here(panel).run_by, db.session.scalars(select(Person).where(Person.given_name == "Zoe")).one()

        with noon(SEED_DAY):
            public, checked = (client.sign_in(one).get(f"/panels/{panel.id}/protocol.pdf").data for one in (zoe, lin))

        for said in (pdf.text(public), pdf.text(checked)):
            assert all(words in said for words in (draw.hash, SEED, "Lottozahlen", "flask panels redraw"))
            assert not any(name in said for name in ("Willig", "Lorenz", "Lin"))
        assert all(lot in pdf.text(checked) for lot in draw.drawn)
        assert not any(lot in pdf.text(public) for lot in draw.drawn)
        assert pdf.says_it_is_for_everybody(checked)


def test_volunteers_come_in_pages_and_are_found_by_name(app, saved, client, queries):
    with noon(TODAY):
        panel = saved(lambda: town(150))
        with app.test_request_context():
            lin = here(panel).run_by
        client.sign_in(lin)
        client.set_cookie("language", "en")
        client.get("/")
        queries.clear()
        page = client.get(f"/panels/{panel.id}/volunteers")
        number = len([one for one in queries if not one.startswith("BEGIN")])
        last = client.get(f"/panels/{panel.id}/volunteers?page=3").text
        found = client.get(f"/panels/{panel.id}/volunteers?q=frei149").text

    assert number <= 12
    assert len(page.data) < 60_000
    assert (page.text.count("Willig, "), last.count("Willig, "), found.count("Willig, ")) == (50, 50, 1)
    assert "150 people" in text(page)
    assert "150 people put themselves forward" in found


def test_the_names_of_volunteers_are_forgotten_after_three_months_and_the_list_stays(app, panel):
    drawn(app, panel)
    for days, left in ((89, 16), (91, 0)):
        with noon(SEED_DAY + dt.timedelta(days=days)), app.test_request_context():
            actions.volunteer.forget_volunteers()
            assert db.session.scalar(select(func.count()).select_from(Volunteer)) == left
    with app.test_request_context():
        assert len(here(panel).draw.paper.volunteers) == 16


@pytest.mark.parametrize("number", [6, 40])
def test_the_desk_asks_the_same_few_questions_however_many_volunteer(app, saved, client, queries, number):
    with noon(TODAY):
        panel = saved(lambda: town(number))
    with noon(PUBLISHED):
        worked_out(app, panel)
        with app.test_request_context():
            lin = here(panel).run_by
        client.sign_in(lin)
        queries.clear()
        client.get(f"/panels/{panel.id}/organise")

    assert len([one for one in queries if not one.startswith("BEGIN")]) <= 12
