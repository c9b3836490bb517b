"""A team as it was done by hand: asked by name, free to decline, two circles, and what is missing in words."""

import re

import pytest
from sqlalchemy import func, select

from app.db import db
from app.errors import Refused
from app.panels import actions, queries
from app.panels.models import Panel, PanelMember
from app.panels.rules import Circle, Level
from app.people.rules import Grade, Role, UnitKind
from tests import make

pytestmark = pytest.mark.any_database


def text(answer):
    """The words of a page."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.text))


def team(cast, size=4, **other):
    """A cross-section of two offices and two levels, run by Lin, who looks after learning."""
    return make.panel(
        cast.lin, size=size, groups=(cast.office, cast.elsewhere, Level.OFFICE_HEADS, Level.CLERKS), **other
    )


def with_grades(cast):
    """Ada and Zoe are clerks, Max heads the office."""
    cast = db.session.merge(cast.ada), db.session.merge(cast.zoe), db.session.merge(cast.max)
    for person, grade in zip(cast, (Grade.CLERK, Grade.CLERK, Grade.HEAD_OF_OFFICE), strict=True):
        person.job = make.job(grade.value, grade=grade)
    db.session.flush()


@pytest.mark.usefixtures("context")
class TestStarting:
    """Of each group one at least, where the seats are enough for that."""

    def test_a_team_is_a_cross_section_of_departments_and_of_the_levels_that_there_are(self):
        cast = make.cast()
        for name in ("Dezernat II – Finanzen", "Dezernat I – Zentrale Verwaltung"):
            make.unit(name, cast.house, UnitKind.DEPARTMENT)
        with_grades(cast)

        panel = actions.start(
            by=cast.lin, title="Team", purpose="Wozu", size=18, unit_kind=UnitKind.DEPARTMENT, by_level=True
        )

        assert [(group.name, group.least) for group in panel.groups] == [
            ("Dezernat I", 1),
            ("Dezernat II", 1),
            ("Heads of departments and offices", 1),
            ("Clerks", 1),
        ]

    def test_where_there_are_more_units_than_seats_none_is_asked_for(self):
        cast = make.cast()
        make.unit("Amt für Finanzen", cast.house)

        panel = actions.start(
            by=cast.lin, title="Team", purpose="Wozu", size=2, unit_kind=UnitKind.OFFICE, by_level=False
        )

        assert [group.least for group in panel.groups] == [0, 0, 0]

    @pytest.mark.parametrize(("least", "most", "field"), [(3, 2, "most_"), (5, None, "least_")])
    def test_quotas_that_can_not_work_are_refused_at_their_field(self, least, most, field):
        cast = make.cast()
        panel = team(cast)
        first, *others = panel.groups
        quotas = {first.id: (least, most), **{one.id: (0, None) for one in others}}

        with pytest.raises(Refused) as refused:
            actions.set_quotas(panel, by=cast.lin, quotas=quotas)

        assert refused.value.field == f"{field}{first.id}"


class TestAsking:
    """By name, with a message; yes and no are equally easy."""

    def test_somebody_is_asked_by_name_and_gets_a_notice_and_a_letter(self, client, cast, saved, letters):
        panel = saved(team, cast)

        client.sign_in(cast.lin).post(f"/panels/{panel.id}/members/new", data={"name": "Ada Ahrens", "circle": "core"})

        assert letters.kinds(cast.ada) == ["panel-asked"]
        assert "Would you like to be in the team “Organisationsteam”?" in text(
            client.sign_in(cast.ada).get("/account/notices")
        )
        assert "You are asked to be in the core team." in text(client.get(f"/panels/{panel.id}"))

    @pytest.mark.parametrize(
        ("name", "sentence"),
        [
            ("Niemand Nirgends", "Nobody here is called so."),
            ("Max Mohr", "is in the team or has been asked already."),
            ("", "Please write given name and family name."),
        ],
    )
    def test_what_does_not_go_is_said_at_the_field_and_what_was_typed_stays(self, client, cast, saved, name, sentence):
        panel = saved(team, cast)
        saved(lambda: make.panel_member(db.session.merge(panel), db.session.merge(cast.max)))

        answer = client.sign_in(cast.lin).post(f"/panels/{panel.id}/members/new", data={"name": name, "circle": "core"})

        assert answer.status_code == 422
        assert sentence in text(answer)
        assert f'value="{name}"' in answer.text
        assert re.search(r'value="core"[^>]*checked|checked[^>]*value="core"', answer.text)

    def test_no_more_are_asked_than_there_are_seats(self, client, cast, saved):
        panel = saved(team, cast, size=2)
        for person in (cast.max, cast.zoe):
            saved(lambda one=person: make.panel_member(db.session.merge(panel), db.session.merge(one)))

        answer = client.sign_in(cast.lin).post(
            f"/panels/{panel.id}/members/new", data={"name": "Ada Ahrens", "circle": "wider"}
        )

        assert "As many are in the team or asked as it has seats." in text(answer)

    def test_who_has_declined_can_be_asked_again_and_leaves_a_seat_for_others(self, context):
        cast = make.cast()
        panel = team(cast, size=2)
        make.panel_member(panel, cast.max)
        actions.member.decline(make.panel_member(panel, cast.ada))

        again = actions.member.ask(panel, by=cast.lin, name="Ada Ahrens", circle="wider")

        assert again.is_waiting

    def test_whoever_runs_the_team_is_in_it_when_they_name_themselves(self, context, letters):
        cast = make.cast()

        member = actions.member.ask(team(cast), by=cast.lin, name="Lin Lorenz", circle="core")

        assert member.is_in
        assert letters.kinds(cast.lin) == []

    def test_a_request_is_taken_back_as_long_as_it_is_not_answered(self, client, cast, saved, app):
        panel = saved(team, cast)
        member = saved(lambda: make.panel_member(db.session.merge(panel), db.session.merge(cast.ada)))
        client.sign_in(cast.lin).post(f"/panels/members/{member.id}/withdrawal")

        with app.app_context():
            assert db.session.scalar(select(func.count()).select_from(PanelMember)) == 0


class TestAnswering:
    """Once, by oneself, and whoever runs the team is told."""

    @pytest.fixture
    def asked(self, saved, cast):
        panel = saved(team, cast)
        return saved(lambda: make.panel_member(db.session.merge(panel), db.session.merge(cast.ada)))

    @pytest.mark.parametrize(
        ("answer", "kind", "sentence"),
        [
            ("acceptance", "panel-accepted", "Ada Ahrens has agreed to be in the team “Organisationsteam”."),
            ("refusal", "panel-declined", "Ada Ahrens can’t be in the team “Organisationsteam” this time."),
        ],
    )
    def test_whoever_runs_the_team_gets_the_answer(self, client, cast, asked, letters, answer, kind, sentence):
        client.sign_in(cast.ada).post(f"/panels/members/{asked.id}/{answer}")

        assert letters.kinds(cast.lin) == [kind]
        assert sentence in text(client.sign_in(cast.lin).get("/account/notices"))

    @pytest.mark.parametrize("first", ["acceptance", "refusal"])
    @pytest.mark.parametrize("second", ["acceptance", "refusal"])
    def test_a_second_answer_is_told_so_and_changes_nothing(self, client, cast, asked, letters, first, second):
        client.sign_in(cast.ada).post(f"/panels/members/{asked.id}/{first}")

        answer = client.post(f"/panels/members/{asked.id}/{second}")

        assert answer.status_code == 409
        assert len(letters.kinds(cast.lin)) == 1

    def test_somebody_leaves_and_the_seat_is_free(self, client, cast, asked, letters):
        client.sign_in(cast.ada).post(f"/panels/members/{asked.id}/acceptance")
        for _ in range(2):
            client.post(f"/panels/members/{asked.id}/departure")

        assert letters.kinds(cast.lin) == ["panel-accepted", "panel-left"]
        assert "0 of 4 have agreed." in text(client.sign_in(cast.lin).get(f"/panels/{asked.panel_id}/organise"))

    def test_nobody_answers_for_somebody_else(self, client, cast, asked):
        for person in (cast.zoe, cast.max, cast.lin):
            assert client.sign_in(person).post(f"/panels/members/{asked.id}/acceptance").status_code == 404

    def test_nobody_else_knows_of_a_team_that_asks_by_name(self, client, cast, asked):
        assert client.sign_in(cast.zoe).get(f"/panels/{asked.panel_id}").status_code == 404
        assert "Organisationsteam" not in client.get("/panels").text
        assert client.sign_in(cast.ada).get(f"/panels/{asked.panel_id}/organise").status_code == 403

    def test_the_others_are_seen_by_who_has_agreed_and_by_nobody_before(self, client, cast, asked, saved):
        saved(
            lambda: make.panel_member(
                db.session.merge(asked.panel), db.session.merge(cast.max), accepted_at=asked.asked_at
            )
        )

        before = client.sign_in(cast.ada).get(f"/panels/{asked.panel_id}").text
        client.post(f"/panels/members/{asked.id}/acceptance")
        after = client.get(f"/panels/{asked.panel_id}").text

        assert "Max Mohr" not in before
        assert "Max Mohr" in after


class TestTheCheck:
    """What is missing, in words."""

    def test_it_names_the_groups_of_which_nobody_is_there(self, client, cast, saved):
        saved(with_grades, cast)
        panel = saved(team, cast)
        saved(
            lambda: make.panel_member(db.session.merge(panel), db.session.merge(cast.ada), accepted_at=panel.started_at)
        )

        page = text(client.sign_in(cast.lin).get(f"/panels/{panel.id}/organise"))

        assert "1 of 4 has agreed. " in page
        assert "Missing: Tiefbauamt, Heads of departments and offices." in page

    def test_it_says_how_it_would_be_if_everybody_agreed(self, client, cast, saved):
        saved(with_grades, cast)
        panel = saved(team, cast)
        saved(
            lambda: make.panel_member(db.session.merge(panel), db.session.merge(cast.ada), accepted_at=panel.started_at)
        )
        saved(lambda: make.panel_member(db.session.merge(panel), db.session.merge(cast.zoe)))

        page = text(client.sign_in(cast.lin).get(f"/panels/{panel.id}/organise"))

        assert "1 has not answered." in page
        assert "these are still missing: Heads of departments and offices." in page

    def test_it_names_a_group_with_too_many(self, context):
        cast = make.cast()
        panel = make.panel(cast.lin, groups=(cast.office,))
        panel.groups[0].most = 1
        for person in (cast.ada, cast.max):
            make.panel_member(panel, person, accepted_at=panel.started_at)

        assert [gap.number for gap in queries.roster(panel).now.exceeded] == [1]

    def test_somebody_is_moved_to_the_core_and_back(self, client, cast, saved, app):
        panel = saved(team, cast)
        member = saved(lambda: make.panel_member(db.session.merge(panel), db.session.merge(cast.ada)))

        client.sign_in(cast.lin).post(f"/panels/members/{member.id}/circle", data={"circle": "core"})

        with app.app_context():
            assert db.session.get_one(PanelMember, member.id).circle is Circle.CORE


class TestPages:
    """Forms lose nothing; lists ask the same few questions."""

    def test_hr_starts_a_team_from_nothing_and_comes_to_its_desk(self, client, cast, app):
        data = {"title": "Beirat", "purpose": "Wozu", "size": "18", "unit_kind": "office", "by_level": "y"}

        answer = client.sign_in(cast.lin).post("/panels/new", data=data)

        with app.app_context():
            panel = db.session.scalars(select(Panel)).one()
            assert answer.location == f"/panels/{panel.id}/organise"
            assert (panel.run_by_id, panel.size, len(panel.groups)) == (cast.lin.id, 18, 2)

    @pytest.mark.parametrize(
        ("field", "typed", "sentence"),
        [
            ("title", " ", "Please give the team a name of at most 120 characters."),
            ("purpose", "", "Please say in a sentence or two what the team does."),
            ("size", "1", "Please enter a whole number from 2 to 100."),
            ("size", "viele", "Please enter a whole number from 2 to 100."),
            ("unit_kind", "planet", "Not a valid choice"),
        ],
    )
    def test_a_team_that_can_not_be_is_refused_at_its_field(self, client, cast, field, typed, sentence):
        data = {"title": "Beirat", "purpose": "Wozu", "size": "18", "unit_kind": "office"} | {field: typed}

        answer = client.sign_in(cast.lin).post("/panels/new", data=data)

        assert answer.status_code == 422
        assert sentence in text(answer) or field == "unit_kind"
        assert "Wozu" in answer.text or field == "purpose"

    def test_quotas_are_set_and_what_was_typed_wrong_stays(self, client, cast, saved, app):
        panel = saved(team, cast)
        first, *others = [group.id for group in panel.groups]
        fields = {f"least_{first}": "2", f"most_{first}": "3"} | {f"least_{one}": "" for one in others}

        client.sign_in(cast.lin).post(f"/panels/{panel.id}/quotas", data=fields)
        wrong = client.post(f"/panels/{panel.id}/quotas", data=fields | {f"most_{first}": "1"})

        assert wrong.status_code == 422
        assert "“At most” can’t be less than “at least”." in text(wrong)
        for typed in ("viele", "-1", "1.5", "101"):
            wrong = client.post(f"/panels/{panel.id}/quotas", data=fields | {f"least_{first}": typed})
            assert text(wrong).count("At least: Please enter a whole number from 0 to 100.") == 1
            assert f'value="{typed}"' in wrong.text
        with app.app_context():
            kept = {group.id: (group.least, group.most) for group in db.session.get_one(Panel, panel.id).groups}
            assert kept == {first: (2, 3)} | dict.fromkeys(others, (0, None))

    def test_only_organisers_and_hr_start_a_team(self, client, cast, saved):
        saved(lambda: make.role(db.session.merge(cast.zoe), Role.ORGANISER))

        assert client.sign_in(cast.ada).get("/panels/new").status_code == 403
        assert client.sign_in(cast.zoe).get("/panels/new").status_code == 200

    @pytest.mark.parametrize("path", ["/panels", "/panels/{id}/organise", "/panels/{id}"])
    @pytest.mark.parametrize("count", [1, 3])
    def test_a_page_asks_the_same_few_questions(self, client, cast, saved, queries, path, count):
        panel = saved(team, cast)
        for number in range(count):
            saved(team, cast, title=f"Team {number}")
            saved(
                lambda one=number: make.panel_member(
                    db.session.merge(panel),
                    make.person(f"P{one} Q", make.unit(f"U{one}"), job=make.job()),
                    accepted_at=panel.started_at,
                )
            )
        client.sign_in(cast.lin)
        queries.clear()

        assert client.get(path.format(id=panel.id)).status_code == 200

        asked = len([one for one in queries if not one.startswith("BEGIN")])
        assert asked == {"/panels": 6, "/panels/{id}/organise": 5, "/panels/{id}": 7}[path]
