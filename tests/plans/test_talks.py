"""Talks: who reads what and when, what follows from an agreement, and when it is forgotten."""

import datetime as dt
import re
from itertools import pairwise

import pytest
import time_machine
from sqlalchemy import func, select, true

from app import clock
from app.competences import actions as competences
from app.competences.models import Profile, Statement
from app.competences.rules import Kind
from app.db import db
from app.errors import Refused
from app.notifications.letters import write as letters_of
from app.notifications.models import Mail
from app.people.models import Leadership
from app.people.queries import leaders_of
from app.people.rules import Position
from app.people.viewer import view_as
from app.plans import access, actions, queries
from app.plans.models import PlanItem, Talk, TalkItem, TalkSide, WishedLevel
from app.plans.rules import talk as rules
from app.plans.rules.talk import AgreedStep, Sheet, Side, TalkStage
from app.visibility.models import ReadAudit
from app.web.policy import _things as things
from tests import make

pytestmark = pytest.mark.any_database

DAY = dt.timedelta(days=1)
EMPTY = {"looking_back": "", "helping": "", "looking_ahead": "", "steps": ""}
TEXTS = {"employee": "Ich wünsche mir Ruhe", "leader": "Das Projekt lief gut"}


def propose(cast, level=None):
    """A talk of Ada's, about a profile of one competence where a level is wanted."""
    goal = make.profile(targets={make.competence(): level}).id if level else None
    return actions.talk.propose(cast.ada, by=cast.max, planned_on=clock.today() + 7 * DAY, profile_id=goal)


def prepare(talk, person, text="", *, released=True, levels=None):
    texts, talk = EMPTY | {"looking_back": text}, db.session.get_one(Talk, talk.id)
    return actions.talk.prepare(talk, by=person, texts=texts, levels=levels or {}, is_released=released)


def released_talk(cast, level=None):
    talk = propose(cast, level)
    prepare(talk, cast.ada, TEXTS["employee"])
    prepare(talk, cast.max, TEXTS["leader"])
    return talk


def competence_of(talk):
    return next(iter(queries.talk.targets_of(talk.profile_id)))


def competence_of_saved(saved, talk):
    return saved(lambda: competence_of(db.session.get_one(Talk, talk.id)))


def fields_of(page):
    """What a browser would send of the agreement's form as it stands."""
    form = page.partition('<form class="form"')[2].partition("</form>")[0]
    inputs = re.findall(r'<input[^>]* name="([^"]+)"[^>]* value="([^"]*)"', form)
    chosen = re.findall(
        r'<select[^>]* name="([^"]+)"(?:(?!</select>).)*<option value="(\d+)"[^>]* selected', form, re.S
    )
    return dict(inputs) | dict(chosen)


def agreed_talk(cast, level=3, step="Hospitation im Bauamt"):
    talk = released_talk(cast, level)
    steps = [AgreedStep(step, 90, clock.today() + 30 * DAY)]
    actions.talk.record_agreement(talk, by=cast.max, number=0, levels={competence_of(talk): 2}, steps=steps)
    return actions.talk.confirm(talk, by=cast.ada, number=1)


def seen(client, person, talk):
    page = client.sign_in(person).get(f"/talks/{talk.id}")
    return {side for side, text in TEXTS.items() if text in page.text} if page.status_code == 200 else page.status_code


def test_an_agreement_that_waits_to_be_confirmed_stands_on_the_start_page_once(client, cast, saved):
    def record():
        talk = released_talk(cast, 3)
        return actions.talk.record_agreement(talk, by=cast.max, number=0, levels={competence_of(talk): 2}, steps=[])

    talk = saved(record)

    page = client.sign_in(cast.ada).get("/").text

    assert page.count(f'href="/talks/{talk.id}"') == 2
    assert "It counts once you have confirmed it." in page
    assert "Talk with your leader" not in page


def sheet(author, side, released):
    return Sheet(author, side, released)


class TestWhoReadsWhat:
    """The rule, as a table."""

    MINE, THEIRS = sheet(1, Side.EMPLOYEE, True), sheet(2, Side.LEADER, True)

    def test_before_both_have_released_everybody_reads_only_their_own(self):
        sheets = [self.MINE, sheet(2, Side.LEADER, False)]

        assert rules.readable(sheets, 1, Side.EMPLOYEE) == sheets[:1]
        assert rules.readable(sheets, 2, Side.LEADER) == sheets[1:]

    def test_afterwards_these_two_read_both(self):
        sheets = [self.MINE, self.THEIRS]

        assert rules.readable(sheets, 1, Side.EMPLOYEE) == rules.readable(sheets, 2, Side.LEADER) == sheets

    def test_a_deputy_or_a_later_leader_reads_nothing_of_it(self):
        draft = sheet(3, Side.LEADER, False)

        assert rules.readable([self.MINE, self.THEIRS], 3, Side.LEADER) == []
        assert rules.readable([self.MINE, self.THEIRS, draft], 3, Side.LEADER) == [draft]

    def test_two_of_one_side_are_not_both_sides(self):
        assert not rules.both_released([self.THEIRS, sheet(3, Side.LEADER, True)])

    @pytest.mark.parametrize(
        ("later", "days", "gone"), [(0, 0, False), (1, 1095, False), (2, 1, True), (0, 1096, True)]
    )
    def test_a_talk_is_kept_for_this_and_the_previous_cycle_and_three_years_at_most(self, later, days, gone):
        today = clock.today()

        assert rules.is_forgotten(today - days * DAY, later, today) is gone


@pytest.mark.usefixtures("context")
class TestAgreeing:
    """From the proposal to the level and the step in the plan."""

    @pytest.fixture
    def town(self):
        return make.cast()

    def test_an_agreed_level_is_a_statement_of_the_leader_and_an_agreed_step_stands_in_the_plan(self, town):
        talk = agreed_talk(town)

        said = db.session.scalars(select(Statement)).one()
        step = db.session.scalars(select(PlanItem)).one()
        assert (said.person_id, said.level, said.kind, said.actor_id) == (town.ada.id, 2, Kind.LEADER, town.max.id)
        assert (step.title, step.minutes, step.plan.person_id) == ("Hospitation im Bauamt", 90, town.ada.id)
        assert step.reason.startswith("Im Gespräch am")
        assert talk.items[0].plan_item_id == step.id
        assert talk.stage is TalkStage.AGREED

    def test_the_title_of_a_course_becomes_the_course(self, town):
        course = make.course("Daten verstehen")

        agreed_talk(town, step="Daten verstehen")

        assert db.session.scalars(select(PlanItem.course_id)).one() == course.id

    def test_the_employee_may_write_it_down_and_the_leader_confirms(self, town):
        talk = released_talk(town, 3)
        actions.talk.record_agreement(talk, by=town.ada, number=0, levels={competence_of(talk): 1}, steps=[])

        actions.talk.confirm(talk, by=town.max, number=1)

        assert db.session.scalars(select(Statement.actor_id)).one() == town.max.id

    def test_nobody_confirms_what_their_own_side_wrote(self, town):
        talk = released_talk(town)
        actions.talk.record_agreement(talk, by=town.max, number=0, levels={}, steps=[])

        with pytest.raises(Refused):
            actions.talk.confirm(talk, by=town.max, number=1)

    def test_nobody_confirms_what_they_have_not_seen(self, town):
        talk = released_talk(town)
        actions.talk.record_agreement(talk, by=town.max, number=0, levels={}, steps=[])
        actions.talk.record_agreement(talk, by=town.max, number=1, levels={}, steps=[AgreedStep("Mehr", 30)])

        with pytest.raises(Refused):
            actions.talk.confirm(talk, by=town.ada, number=1)

    def test_nothing_is_agreed_before_both_have_released(self, town):
        talk = propose(town)
        prepare(talk, town.ada)

        with pytest.raises(Refused):
            actions.talk.record_agreement(talk, by=town.max, number=0, levels={}, steps=[])

    def test_what_somebody_wrote_who_no_longer_leads_is_not_confirmed(self, town):
        talk = released_talk(town, 3)
        actions.talk.record_agreement(talk, by=town.max, number=0, levels={competence_of(talk): 2}, steps=[])
        leads = db.session.scalars(select(Leadership).where(Leadership.person_id == town.max.id)).one()
        leads.valid_to = clock.today() - DAY
        make.head(town.office, make.person("Noa Neu", town.office), valid_from=clock.today())

        with pytest.raises(Refused, match="Max Mohr"):
            actions.talk.confirm(talk, by=town.ada, number=1)
        assert db.session.scalar(select(func.count()).select_from(Statement)) == 0

    def test_it_works_without_a_goal(self, town):
        talk = released_talk(town)
        actions.talk.record_agreement(talk, by=town.ada, number=0, levels={}, steps=[AgreedStep("Ein Artikel", 30)])

        actions.talk.confirm(talk, by=town.max, number=1)

        assert db.session.scalars(select(PlanItem.title)).all() == ["Ein Artikel"]

    def test_a_level_of_another_competence_is_refused(self, town):
        talk = propose(town, 3)

        with pytest.raises(Refused):
            prepare(talk, town.ada, levels={make.competence().id: 1})

    def test_one_talk_is_open_at_a_time(self, town):
        propose(town)

        with pytest.raises(Refused):
            propose(town)

    def test_calling_off_erases_what_was_prepared(self, town):
        talk = propose(town)
        prepare(talk, town.ada, "Entwurf", released=False)

        actions.talk.call_off(talk, by=town.max)

        assert db.session.scalar(select(func.count()).select_from(TalkSide)) == 0
        assert propose(town).id != talk.id

    def test_only_one_of_the_leaders_releases(self, town):
        deputy = make.person("Dana Depp", town.office)
        make.head(town.office, deputy, Position.DEPUTY, valid_to=clock.today() + DAY)
        talk = propose(town)
        prepare(talk, town.max)

        with pytest.raises(Refused):
            prepare(talk, deputy)


@pytest.mark.usefixtures("context")
class TestForgetting:
    """A draft lasts 60 days; a talk the current and the previous cycle."""

    @pytest.fixture
    def town(self):
        return make.cast()

    @pytest.mark.parametrize(("days", "erased"), [(60, 0), (61, 1)])
    def test_a_draft_is_erased_sixty_days_after_the_last_change(self, town, days, erased):
        written = clock.now()
        talk = propose(town, 3)
        with time_machine.travel(written, tick=False):
            prepare(talk, town.ada, "Entwurf", released=False, levels={competence_of(talk): 1})

        with time_machine.travel(written + days * DAY, tick=False):
            assert actions.talk.erase_drafts() == erased

        assert db.session.scalar(select(func.count()).select_from(TalkSide)) == 1 - erased
        assert db.session.scalar(select(func.count()).select_from(WishedLevel)) == 1 - erased

    def test_a_change_begins_the_sixty_days_anew(self, town):
        talk = propose(town)
        prepare(talk, town.ada, "Entwurf", released=False)
        with time_machine.travel(clock.now() + 50 * DAY, tick=False):
            prepare(talk, town.ada, "Weiter", released=False)

        with time_machine.travel(clock.now() + 61 * DAY, tick=False):
            assert actions.talk.erase_drafts() == 0

    def test_what_only_one_has_released_nobody_else_ever_read_so_it_goes_too(self, town):
        prepare(propose(town), town.ada, "Frei")

        with time_machine.travel(clock.now() + 61 * DAY, tick=False):
            assert actions.talk.erase_drafts() == 1

    def test_what_both_have_released_stays_and_a_draft_beside_it_goes(self, town):
        deputy = make.person("Dana Depp", town.office)
        talk = propose(town)
        prepare(talk, deputy, "Entwurf", released=False)
        prepare(talk, town.ada)
        prepare(talk, town.max)

        with time_machine.travel(clock.now() + 61 * DAY, tick=False):
            assert actions.talk.erase_drafts() == 1
        assert len(db.session.scalars(select(TalkSide)).all()) == 2

    def test_the_current_and_the_previous_talk_are_kept(self, town):
        today = clock.today()
        kept = []
        for years in (0, 1, 2):
            talk = released_talk(town)
            actions.talk.record_agreement(talk, by=town.max, number=0, levels={}, steps=[AgreedStep(f"{years}", 30)])
            actions.talk.confirm(talk, by=town.ada, number=1)
            talk.planned_on = today - years * 365 * DAY
            db.session.flush()
            kept.append(talk.id)

        assert actions.talk.forget_talks() == 1
        assert set(db.session.scalars(select(Talk.id))) == set(kept[:2])
        assert db.session.scalar(select(func.count()).select_from(PlanItem)) == 3

    @pytest.mark.parametrize(("days", "gone"), [(1095, 0), (1096, 1)])
    def test_no_talk_is_kept_longer_than_three_years(self, town, days, gone):
        talk = agreed_talk(town)
        talk.planned_on = clock.today() - days * DAY
        db.session.flush()

        assert actions.talk.forget_talks() == gone


def test_each_reads_the_other_side_after_both_have_released(client, cast, saved):
    talk = saved(propose, cast)
    saved(prepare, talk, cast.ada, TEXTS["employee"])
    saved(prepare, talk, cast.max, TEXTS["leader"], released=False)
    assert (seen(client, cast.ada, talk), seen(client, cast.max, talk)) == ({"employee"}, {"leader"})

    saved(prepare, talk, cast.max, TEXTS["leader"])

    assert seen(client, cast.ada, talk) == seen(client, cast.max, talk) == set(TEXTS)
    assert seen(client, cast.zoe, talk) == seen(client, cast.lin, talk) == 404


def hand_over(cast):
    """Max no longer leads; Noa leads from today on."""
    lead = db.session.scalars(select(Leadership).where(Leadership.person_id == cast.max.id)).one()
    lead.valid_to = clock.today() - DAY
    new = make.person("Noa Neu", cast.office)
    make.head(cast.office, new, valid_from=clock.today())
    return new


def deputise(cast):
    deputy = make.person("Dana Depp", cast.office)
    make.head(cast.office, deputy, Position.DEPUTY, valid_to=clock.today() + DAY)
    return deputy


def test_a_former_leader_loses_sight_at_once_and_who_takes_over_begins_with_nothing(client, cast, saved):
    talk = saved(agreed_talk, cast)
    path = f"/talks/{talk.id}"
    assert seen(client, cast.max, talk) == set(TEXTS)
    assert cast.ada.name in client.get("/team/talks").text

    new = saved(hand_over, cast)

    assert [client.sign_in(reader).get(path).status_code for reader in (cast.max, new)] == [404, 404]
    assert cast.ada.name not in client.sign_in(new).get("/team/talks").text
    assert "Hospitation im Bauamt" in client.sign_in(cast.ada).get(path).text


def test_a_talk_that_was_called_off_is_seen_by_who_led_there_then_and_not_by_who_takes_over(client, cast, saved):
    talk = saved(propose, cast)
    client.sign_in(cast.ada).post(f"/talks/{talk.id}/cancellation")
    assert cast.ada.name in client.sign_in(cast.max).get("/team/talks").text
    assert client.get(f"/talks/{talk.id}").status_code == 200

    def some_days_later():
        db.session.get_one(Talk, talk.id).called_off_at -= 3 * DAY
        return hand_over(cast)

    new = saved(some_days_later)

    assert client.sign_in(new).get(f"/talks/{talk.id}").status_code == 404
    assert cast.ada.name not in client.get("/team/talks").text


def test_a_deputy_reads_what_is_agreed_with_who_leads_today_and_nothing_that_was_prepared(client, cast, saved):
    talk, deputy = saved(agreed_talk, cast), saved(deputise, cast)
    path = f"/talks/{talk.id}"

    page = client.sign_in(deputy).get(path).text

    assert "Hospitation im Bauamt" in page
    assert levels_shown(page) == [("Daten erheben", "3 – Level 3", "2 – Level 2")]
    assert not any(text in page for text in TEXTS.values())
    saved(hand_over, cast)
    assert client.get(path).status_code == 404


def test_a_level_that_was_taken_back_stands_in_the_talk_as_agreed_no_longer(client, cast, saved):
    talk, deputy = saved(agreed_talk, cast), saved(deputise, cast)
    before = levels_shown(client.sign_in(cast.max).get(f"/talks/{talk.id}").text)
    saved(lambda: competences.take_back(db.session.scalars(select(Statement)).one()))

    pages = [client.sign_in(one).get(f"/talks/{talk.id}").text for one in (cast.ada, cast.max, deputy)]

    assert before == [("Daten erheben", "3 – Level 3", "2 – Level 2")]
    assert [levels_shown(page) for page in pages] == [[("Daten erheben", "3 – Level 3", "holds no longer")]] * 3
    assert not any("2 – Level 2" in page for page in pages)


def test_of_two_talks_of_one_day_with_the_same_level_only_the_one_whose_word_was_taken_back_holds_no_longer(
    client, cast, saved
):
    first = saved(agreed_talk, cast)
    second = saved(lambda: agreed_again(cast, first.id))
    saved(lambda: competences.take_back(db.session.scalars(select(Statement).order_by(Statement.id)).first()))
    client.sign_in(cast.ada)

    shown = [levels_shown(client.get(f"/talks/{talk.id}").text)[0][2] for talk in (first, second)]

    assert shown == ["holds no longer", "2 – Level 2"]


def agreed_again(cast, talk_id):
    """A second talk about the same, with the same outcome."""
    profile_id = db.session.get_one(Talk, talk_id).profile_id
    talk = actions.talk.propose(cast.ada, by=cast.max, planned_on=clock.today() + 7 * DAY, profile_id=profile_id)
    for one in (cast.ada, cast.max):
        prepare(talk, one)
    levels = {competence_of(talk): 2}
    actions.talk.record_agreement(talk, by=cast.max, number=0, levels=levels, steps=[])
    return actions.talk.confirm(talk, by=cast.ada, number=1)


def recorded_talk(cast, by):
    talk = released_talk(cast, 3)
    steps = [AgreedStep("Hospitation im Bauamt", 90)]
    return actions.talk.record_agreement(talk, by=by, number=0, levels={competence_of(talk): 2}, steps=steps)


@pytest.mark.parametrize("author", ["ada", "max"])
def test_what_was_written_down_with_a_former_leader_is_not_read_by_the_next_one_who_writes_anew(
    client, cast, saved, author
):
    talk = saved(recorded_talk, cast, getattr(cast, author))
    path = f"/talks/{talk.id}"
    before = client.sign_in(cast.max).get(path).text
    assert ("2 – Level 2" in before, "Hospitation im Bauamt" in before) == (True, True)
    new = saved(hand_over, cast)

    pages = [client.sign_in(new).get(path + page).text for page in ("", "/agreement")]
    confirmed = client.post(f"{path}/confirmation", data={"number": "1"})

    assert "Max Mohr, who no longer leads this team, prepared this talk." in pages[0]
    assert not any("Hospitation im Bauamt" in page or "2 – Level 2</div>" in page for page in pages)
    assert '<option value="2" selected' not in pages[1]
    assert confirmed.status_code == 409
    data = {"number": "1", "title_0": "Ein Vortrag", "minutes_0": "30"}
    assert client.post(f"{path}/agreement", data=data).status_code == 303
    client.sign_in(cast.ada).post(f"{path}/confirmation", data={"number": "2"})
    assert "You and" in client.get(path).text
    assert "Ein Vortrag" in client.sign_in(new).get(path).text


def test_what_a_person_would_write_down_without_anybody_to_read_it_is_refused(client, cast, saved):
    talk = saved(released_talk, cast)
    path = f"/talks/{talk.id}"
    new = saved(hand_over, cast)

    page = client.sign_in(cast.ada).get(path).text
    sent = client.post(f"{path}/agreement", data={"number": "0", "title_0": "Ein Vortrag", "minutes_0": "30"})

    assert "Max Mohr, with whom you prepared, no longer leads you." in page
    assert client.get(f"{path}/agreement").location == path
    assert (sent.status_code, "Ein Vortrag" in sent.text) == (422, True)
    assert "Ein Vortrag" not in client.sign_in(new).get(path).text


@pytest.mark.parametrize(("days", "status"), [(0, 200), (1, 200), (2, 404)])
def test_a_deputy_takes_part_on_the_days_of_the_deputising(client, cast, saved, days, status):
    talk = saved(released_talk, cast)
    deputy = saved(make.person, "Dana Depp", cast.office)
    today = clock.today()
    saved(make.head, cast.office, deputy, Position.DEPUTY, valid_from=today, valid_to=today + DAY)

    with time_machine.travel(clock.now() + days * DAY, tick=False):
        assert client.sign_in(deputy).get(f"/talks/{talk.id}").status_code == status


def test_the_leaders_look_is_written_down_with_its_purpose(client, cast, saved, app):
    talk = saved(released_talk, cast)

    client.sign_in(cast.max).get(f"/talks/{talk.id}")
    client.sign_in(cast.ada).get(f"/talks/{talk.id}")

    with app.app_context():
        looks = db.session.execute(
            select(ReadAudit.viewer_id, ReadAudit.person_id, ReadAudit.category, ReadAudit.purpose)
        )
        assert [tuple(look) for look in looks] == [(cast.max.id, cast.ada.id, "F", "talk")]


def test_both_are_told_of_each_step(cast, saved, letters):
    saved(agreed_talk, cast)

    assert letters.kinds(cast.ada) == ["talk-proposed", "talk-released", "talk-recorded"]
    assert letters.kinds(cast.max) == ["talk-released", "talk-agreed"]


def test_the_app_says_who_it_was_and_no_letter_does(client, cast, saved, app):
    saved(agreed_talk, cast)

    notices = client.sign_in(cast.max).get("/account/notices").text
    with app.test_request_context():
        mails = db.session.scalars(select(Mail)).all()
        texts = {mail.id: letters_of(mail.kind, mail.values, mail.path, mail.person) for mail in mails}
        leaks = [mail for mail in mails for name in {"Ada Ahrens", "Max Mohr"} - {mail.person.name}
                 if name in str(texts[mail.id]) or name in str(mail.values)]  # fmt: skip

    assert "Ada Ahrens has confirmed what you wrote down" in notices
    assert (len(texts), leaks) == (5, [])


def test_levels_of_an_open_talk_follow_a_new_version_of_the_model_and_agreed_ones_stay(context):
    cast = make.cast()
    over = agreed_talk(cast)
    talk = propose(cast, 3)
    old, new = competence_of(talk), make.competence("Neu")
    prepare(talk, cast.ada, released=False, levels={old: 4})

    actions.follow_competences({old: new.id, competence_of(over): new.id}, 3)

    db.session.expire_all()
    assert [(one.competence_id, one.level) for side in talk.sides for one in side.levels] == [(new.id, 3)]
    assert new.id not in [one.competence_id for one in over.levels]


def test_what_is_written_down_and_still_to_confirm_follows_with_its_target_and_other_scales_keep_their_levels(context):
    cast = make.cast()
    moved, other, new = make.competence(), make.competence("Beraten"), make.competence("Neu")
    goal = make.profile(targets={moved: 4, other: 4})
    talk = actions.talk.propose(cast.ada, by=cast.max, planned_on=clock.today(), profile_id=goal.id)
    prepare(talk, cast.ada)
    prepare(talk, cast.max)
    step = AgreedStep("Üben", 30, None, moved.id, 4)
    actions.talk.record_agreement(talk, by=cast.max, number=0, levels={moved.id: 4, other.id: 4}, steps=[step])

    actions.follow_competences({moved.id: new.id}, 3)

    db.session.expire_all()
    assert [(one.competence_id, one.target_level) for one in talk.items] == [(new.id, 3)]
    found = {one.competence_id: (one.level, one.target) for one in talk.levels}
    assert found == {new.id: (3, 3), other.id: (4, 4)}


def test_a_concluded_talk_keeps_what_was_agreed_and_asked_for_on_its_day(client, cast, saved):
    """Also when a new version of the model has moved the profile on, and HR has changed it since."""
    talk = saved(agreed_talk, cast)
    new = saved(make.competence, "Daten auswerten")

    def go_on():
        profile = db.session.get_one(Profile, talk.profile_id)
        profile.ask_for({new.id: 4})

    saved(go_on)

    for reader in (cast.ada, cast.max):
        page = client.sign_in(reader).get(f"/talks/{talk.id}").text
        assert levels_shown(page) == [("Daten erheben", "3 – Level 3", "2 – Level 2")]


def levels_shown(page):
    """The rows of the table of levels: competence, what the profile asks for, what is agreed."""
    title, value = r'table__head">([^<]+)<', r'.*?data-label="{}"><div class="table__value">([^<]*)<'
    return re.findall(title + value.format("Profile") + value.format("Agreed"), page, re.DOTALL)


def test_a_second_window_of_a_talk_that_is_over_leads_to_how_it_stands(client, cast, saved):
    talk = saved(agreed_talk, cast)
    client.sign_in(cast.ada)

    answers = [
        client.post(f"/talks/{talk.id}/confirmation", data={"number": "1"}),
        client.post(f"/talks/{talk.id}/cancellation"),
        client.get(f"/talks/{talk.id}/preparation"),
        client.get(f"/talks/{talk.id}/agreement"),
        client.post(f"/talks/{talk.id}/subject", data={"profile_id": "0"}),
        client.get(f"/talks/{talk.id}/cancellation"),
        client.get(f"/talks/{talk.id}/day"),
    ]

    assert [(answer.status_code, answer.location) for answer in answers] == [(303, f"/talks/{talk.id}")] * 7
    assert "You see it as it is now." in client.get(f"/talks/{talk.id}").text


@pytest.mark.parametrize(("page", "field"), [("preparation", "helping"), ("agreement", "title_0")])
def test_what_is_sent_from_a_second_window_of_a_talk_that_is_over_is_refused_and_stays_typed(
    client, cast, saved, page, field
):
    talk = saved(agreed_talk, cast)

    answer = client.sign_in(cast.ada).post(f"/talks/{talk.id}/{page}", data={"number": "1", field: "Nicht verlieren"})

    assert answer.status_code == 422
    assert "The talk has gone on in the meantime" in answer.text
    assert "Nicht verlieren" in answer.text


def test_a_second_window_from_before_the_release_cannot_change_what_the_talk_is_about(client, cast, saved):
    talk = saved(released_talk, cast)

    answer = client.sign_in(cast.ada).post(f"/talks/{talk.id}/subject", data={"profile_id": "0"})

    assert answer.status_code == 409
    assert "Something is released already" in answer.text


def test_a_talk_is_called_off_only_after_a_page_has_asked(client, cast, saved, app):
    talk = saved(propose, cast)
    at = f"/talks/{talk.id}/cancellation"
    client.sign_in(cast.max)

    page = client.get(f"/talks/{talk.id}").text
    asked = client.get(at).text
    with app.app_context():
        assert db.session.get_one(Talk, talk.id).stage is TalkStage.PREPARING
    called_off = client.post(at)

    assert f'href="{at}"' in page
    assert f'action="{at}"' not in page
    assert "What has been prepared for it is erased." in asked
    assert called_off.location == f"/talks/{talk.id}"
    with app.app_context():
        assert db.session.get_one(Talk, talk.id).stage is TalkStage.CALLED_OFF


def test_the_menu_marks_the_place_of_the_talk_by_the_side_of_the_reader(client, cast, saved):
    talk = saved(propose, cast)
    marked = {}
    for person in (cast.ada, cast.max):
        client.sign_in(person)
        for page in ("", "/preparation", "/day", "/cancellation"):
            text = client.get(f"/talks/{talk.id}{page}").text
            marked.setdefault(person.id, set()).update(re.findall(r'href="([^"]*)"[^>]*aria-current="page"', text))

    assert marked == {cast.ada.id: {"/plan"}, cast.max.id: {"/team/approvals"}}


def test_what_both_have_released_both_go_on_reading_when_the_talk_is_called_off(client, cast, saved):
    talk = saved(released_talk, cast)
    client.sign_in(cast.ada).post(f"/talks/{talk.id}/cancellation")

    assert TEXTS["leader"] in client.get(f"/talks/{talk.id}").text
    assert TEXTS["employee"] in client.sign_in(cast.max).get(f"/talks/{talk.id}").text


def test_the_agreement_begins_with_the_steps_that_both_prepared_each_once(client, cast, saved):
    talk = saved(propose, cast)
    for person, steps in ((cast.ada, "E-Akte üben\nHospitieren"), (cast.max, "e-akte üben\nEinen Vortrag halten")):
        texts = EMPTY | {"steps": steps}
        saved(lambda person=person, texts=texts: actions.talk.prepare(
            db.session.get_one(Talk, talk.id), by=person, texts=texts, levels={}, is_released=True
        ))  # fmt: skip

    page = client.sign_in(cast.ada).get(f"/talks/{talk.id}/agreement").text

    assert [page.count(f'value="{title}"') for title in ("e-akte üben", "Hospitieren", "Einen Vortrag halten")] == [
        1
    ] * 3
    assert 'name="title_4"' in page


def test_a_step_in_the_past_is_refused_and_a_course_is_found_however_its_title_is_written(client, cast, saved):
    course = saved(make.course, "Daten verstehen")
    talk = saved(released_talk, cast)
    client.sign_in(cast.max)
    step = {"number": "0", "title_0": "DATEN verstehen", "minutes_0": "30"}

    refused = client.post(f"/talks/{talk.id}/agreement", data=step | {"due_on_0": "2020-01-01"})
    client.post(f"/talks/{talk.id}/agreement", data=step)
    client.sign_in(cast.ada).post(f"/talks/{talk.id}/confirmation", data={"number": "1"})

    assert refused.status_code == 422
    assert saved(lambda: db.session.scalars(select(PlanItem.course_id)).all()) == [course.id]


def test_no_length_of_a_step_is_invented_that_of_a_course_is_its_own(client, cast, saved):
    saved(make.course, "Daten verstehen", effort_minutes=45)
    talk = saved(released_talk, cast)
    step = {"number": "0", "title_0": "Daten verstehen", "title_1": "Hospitieren"}
    client.sign_in(cast.max)

    page = client.get(f"/talks/{talk.id}/agreement").text
    refused = client.post(f"/talks/{talk.id}/agreement", data=step)
    client.post(f"/talks/{talk.id}/agreement", data=step | {"minutes_1": "90"})

    assert '<label class="kern-label" for="minutes_0">Minutes</label>' in page
    assert page.count("Each needs its minutes, unless it is a course of the catalogue") == 1
    assert refused.status_code == 422
    assert refused.text.count("Please say how many minutes “Hospitieren” takes.") == 2
    assert 'href="#minutes_1"' in refused.text
    assert saved(lambda: db.session.scalars(select(TalkItem.minutes).order_by(TalkItem.position)).all()) == [45, 90]


def test_a_step_may_be_agreed_for_a_competence_and_the_plan_says_that_it_comes_from_the_talk(client, cast, saved):
    talk, competence = saved(released_talk, cast), saved(make.competence, "Beraten")
    step = {"number": "0", "title_0": "Hospitieren", "minutes_0": "90"}
    aim = {"competence_0": str(competence.id), "target_0": "2"}

    client.sign_in(cast.max).post(f"/talks/{talk.id}/agreement", data=step | aim)
    written = client.get(f"/talks/{talk.id}/agreement").text
    page = client.sign_in(cast.ada).get(f"/talks/{talk.id}").text
    client.post(f"/talks/{talk.id}/confirmation", data={"number": "1"})
    plan = client.get("/plan").text

    assert "For “Beraten”, level 2." in written
    assert "for “Beraten”, level 2" in page
    assert "Step from the talk" in plan
    assert "Own step" not in plan
    assert re.search(r"Im Gespräch am [^<]+ vereinbart", plan)
    assert "For “Beraten”, level 2." in plan
    (item,) = set(re.findall(r'href="/plan/items/(\d+)"', plan))
    assert 'name="reason"' not in client.get(f"/plan/items/{item}").text


@pytest.mark.parametrize("target", ["7", "x"])
def test_a_step_is_agreed_for_a_level_of_the_scale_and_for_no_other(client, cast, saved, target):
    talk, competence = saved(released_talk, cast), saved(make.competence, "Beraten")
    step = {"number": "0", "title_0": "Hospitieren", "minutes_0": "90", "competence_0": str(competence.id)}

    refused = client.sign_in(cast.max).post(f"/talks/{talk.id}/agreement", data=step | {"target_0": target})

    assert refused.status_code == 422
    assert "“Beraten” has levels from 1 to 4: please choose one of them." in refused.text


def test_a_step_that_asks_for_its_competence_offers_those_of_the_talk_first_and_nothing_is_written_down(
    client, cast, saved
):
    talk, other = saved(released_talk, cast, 3), saved(make.competence, "Beraten")
    typed = {
        "number": "0",
        "title_1": "Hospitieren",
        "minutes_1": "90",
        f"level-{competence_of_saved(saved, talk)}": "2",
    }

    page = client.sign_in(cast.max).post(f"/talks/{talk.id}/agreement", data=typed | {"choose": "1"}).text

    assert re.findall(r'<select[^>]* id="(competence_\d)"[^>]* autofocus', page) == ["competence_1"]
    offered = page[page.index('id="competence_1"') :]
    assert offered.index('<optgroup label="Digitallotse">') < offered.index(f'<option value="{other.id}"')
    assert 'value="Hospitieren"' in page
    assert re.search(r'<option value="2" selected>2 – Level 2', page)
    assert "Please check what you entered" not in page
    assert saved(lambda: db.session.scalar(select(func.count(TalkItem.id)))) == 0


def test_a_step_keeps_its_competence_while_another_one_asks_for_its_own(client, cast, saved):
    talk, kept = saved(released_talk, cast, 3), saved(make.competence, "Beraten")
    steps = [AgreedStep("Hospitieren", 90, None, kept.id, 2), AgreedStep("Üben", 30)]
    saved(lambda: actions.talk.record_agreement(
        db.session.get_one(Talk, talk.id), by=cast.max, number=0, levels={}, steps=steps
    ))  # fmt: skip
    path = f"/talks/{talk.id}/agreement"

    page = client.sign_in(cast.max).post(path, data=fields_of(client.get(path).text) | {"choose": "1"}).text
    client.post(path, data=fields_of(page))

    assert page.count("<select") == 3
    assert "For “Beraten”, level 2." in page
    rows = select(TalkItem.title, TalkItem.competence_id, TalkItem.target_level).order_by(TalkItem.position)
    kept_rows = [tuple(row) for row in saved(lambda: db.session.execute(rows).all())]
    assert kept_rows == [("Hospitieren", kept.id, 2), ("Üben", None, None)]


def test_who_asks_for_competences_does_not_write_over_what_has_been_written_down_since(client, cast, saved):
    talk = saved(released_talk, cast)
    path = f"/talks/{talk.id}/agreement"
    typed = {"number": "0", "title_0": "Hospitieren", "minutes_0": "90"}
    client.sign_in(cast.ada).post(path, data=typed | {"title_0": "Üben"})

    asked = client.sign_in(cast.max).post(path, data=typed | {"choose": "0"}).text
    refused = client.post(path, data=fields_of(asked))

    assert refused.status_code == 422
    assert saved(lambda: db.session.scalars(select(TalkItem.title)).all()) == ["Üben"]


def test_the_form_of_an_agreement_stays_small_with_all_its_steps_and_one_that_asks(client, cast, saved):
    def large_talk():
        area = make.area()
        rows = [make.competence(f"Eine Kompetenz mit langem Namen {number}", area) for number in range(51)]
        goal = make.profile(targets=dict.fromkeys(rows[:17], 3))
        talk = actions.talk.propose(cast.ada, by=cast.max, planned_on=clock.today(), profile_id=goal.id)
        prepare(talk, cast.ada)
        prepare(talk, cast.max)
        return talk, [row.id for row in rows[20:30]]

    talk, ids = saved(large_talk)
    typed = {"number": "0", "choose": "9"}
    for place, competence in enumerate(ids):
        typed |= {f"title_{place}": "Ein Tag im Amt nebenan", f"minutes_{place}": "90"}
        typed |= {f"competence_{place}": str(competence), f"target_{place}": "2"}

    page = client.sign_in(cast.max).post(f"/talks/{talk.id}/agreement", data=typed)

    assert page.text.count("For “Eine Kompetenz") == 9
    assert len(page.data) < 60_000


@pytest.mark.parametrize("aim", [(True, 7), (False, 2)])
def test_the_action_takes_no_level_off_the_scale_either(context, aim):
    cast = make.cast()
    talk, competence = released_talk(cast), make.competence()
    step = AgreedStep("Üben", 30, None, competence.id if aim[0] else None, aim[1])

    with pytest.raises(Refused, match="one of the levels"):
        actions.talk.record_agreement(talk, by=cast.max, number=0, levels={}, steps=[step])


def test_an_agreed_course_leads_to_the_level_that_was_agreed(context):
    cast = make.cast()
    make.course("Daten verstehen")
    talk, competence = released_talk(cast), make.competence()
    steps = [AgreedStep("Daten verstehen", 30, None, competence.id, 3)]
    actions.talk.record_agreement(talk, by=cast.max, number=0, levels={}, steps=steps)

    actions.talk.confirm(talk, by=cast.ada, number=1)

    item = db.session.scalars(select(PlanItem)).one()
    assert (item.kind, item.competence_id, item.target_level) == ("course", competence.id, 3)


def test_the_start_page_says_what_waits_on_either_side(client, cast, saved):
    talk = saved(released_talk, cast)
    leader = "1 talk of your team waits for you"
    assert leader in client.sign_in(cast.max).get("/").text

    client.post(f"/talks/{talk.id}/agreement", data={"number": "0", "title_0": "Hospitieren", "minutes_0": "60"})

    assert leader not in client.get("/").text
    assert "what you agreed in the talk" in client.sign_in(cast.ada).get("/").text


def test_the_start_page_of_a_leader_names_the_next_talks_with_day_and_person_and_writes_the_look_down(
    client, cast, saved, app
):
    def fill():
        for number in range(4):
            person = make.person(f"Kim Team{number}", cast.office)
            actions.talk.propose(person, by=cast.max, planned_on=clock.today() + number * DAY)
        over = actions.talk.propose(cast.ada, by=cast.max, planned_on=clock.today())
        over.planned_on = clock.today() - DAY

    saved(fill)

    page = client.sign_in(cast.max).get("/").text
    client.get("/")

    assert [f"Talk with Kim Team{number}" in page for number in range(4)] == [True, True, True, False]
    assert "1 more talk with your team" in page
    assert "Ada Ahrens" not in page
    with app.app_context():
        assert len(db.session.scalars(select(ReadAudit.person_id).where(ReadAudit.viewer_id == cast.max.id)).all()) == 3


def test_nobody_else_reads_of_a_talk_on_their_start_page(client, cast, saved, app):
    saved(propose, cast)

    for person in (cast.ada, cast.lin, cast.zoe):
        assert "Talk with Ada Ahrens" not in client.sign_in(person).get("/").text
    with app.app_context():
        assert db.session.scalars(select(ReadAudit)).all() == []


@pytest.mark.parametrize("count", [1, 3])
def test_the_start_page_of_a_leader_asks_at_most_twelve_questions(client, cast, saved, queries, count):
    def fill():
        actions.talk.propose(cast.max, by=cast.max, planned_on=clock.today())
        for number in range(count):
            person = make.person(f"Kim Team{number}", cast.office)
            actions.talk.propose(person, by=cast.max, planned_on=clock.today())
            actions.buddy.accept(actions.buddy.pair_up(person, cast.max, by=None))

    boss = saved(make.person, "Bo Boss", cast.house)
    saved(make.head, cast.house, boss)
    saved(fill)
    client.sign_in(cast.max)
    queries.clear()

    page = client.get("/").text

    assert page.count("Talk with Kim") == count
    assert len([asked for asked in queries if not asked.startswith("BEGIN")]) <= 12


def test_a_talk_moves_to_another_day_keeps_what_was_prepared_and_the_other_side_is_told(client, cast, saved, letters):
    talk = saved(propose, cast)
    saved(prepare, talk, cast.ada, "Meine Notiz", released=False)
    later = clock.today() + 20 * DAY
    client.sign_in(cast.max)

    refused = client.post(f"/talks/{talk.id}/day", data={"planned_on": (clock.today() - DAY).isoformat()})
    moved = client.post(f"/talks/{talk.id}/day", data={"planned_on": later.isoformat()})

    assert (refused.status_code, moved.status_code) == (422, 303)
    assert letters.kinds(cast.ada) == ["talk-proposed", "talk-proposed"]
    assert "Meine Notiz" in client.sign_in(cast.ada).get(f"/talks/{talk.id}/preparation").text
    assert f'value="{later.isoformat()}"' in client.get(f"/talks/{talk.id}/day").text


def test_a_talk_goes_from_the_proposal_to_the_agreement_by_forms(client, cast, saved, app):
    competence = saved(make.competence)
    saved(lambda: competences.choose_goal(cast.ada, make.profile(targets={competence: 3}).id))
    key, day = f"level-{competence.id}", (clock.today() + 3 * DAY).isoformat()
    client.sign_in(cast.ada)
    page = client.get("/talks/proposal").text
    goal = page.split('<option value="')[1].split('"')[0]

    client.post("/talks/proposal", data={"planned_on": day, "profile_id": goal})
    with app.app_context():
        talk = db.session.scalars(select(Talk)).one()
    at = f"/talks/{talk.id}"
    client.post(f"{at}/preparation", data={"looking_back": "Viel gelernt", key: "2", "release": "y"})
    client.sign_in(cast.max).post(f"{at}/preparation", data={key: "2", "release": "y"})
    agreement = client.get(f"{at}/agreement").text
    assert '<option value="2" selected>2 – ' in agreement
    data = {"number": 0, key: "2", "title_0": "Eine Fachtagung", "minutes_0": "120", "due_on_0": day}
    assert client.post(f"{at}/agreement", data=data).status_code == 303
    client.sign_in(cast.ada).post(f"{at}/confirmation", data={"number": 1})

    assert f"You and {cast.max.name} have agreed." in client.get(at).text
    assert "Eine Fachtagung" in client.get("/plan").text
    assert "Agreed on" in client.get(f"/competences/{competence.key}").text


def test_a_refused_agreement_keeps_what_was_typed(client, cast, saved):
    talk = saved(released_talk, cast)
    data = {"number": 0, "title_0": "Eine Fachtagung", "minutes_0": "viele"}

    answer = client.sign_in(cast.max).post(f"/talks/{talk.id}/agreement", data=data)

    assert answer.status_code == 422
    assert 'value="Eine Fachtagung"' in answer.text
    assert 'value="viele"' in answer.text


def test_the_page_says_that_nothing_goes_into_an_appraisal(client, cast, saved):
    talk = saved(propose, cast)

    assert "no way from here into a personnel appraisal" in client.sign_in(cast.ada).get(f"/talks/{talk.id}").text


def test_no_heading_of_the_preparation_leaves_a_level_out(client, cast, saved):
    talk = saved(propose, cast, 3)

    page = client.sign_in(cast.ada).get(f"/talks/{talk.id}/preparation").text

    levels = [int(level) for level in re.findall(r"<h([1-6])", page[page.index("<main") :])]
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
    assert len(levels) > 1


def test_a_draft_saves_itself_without_releasing(client, cast, saved, app):
    talk = saved(propose, cast)
    client.sign_in(cast.ada)

    answer = client.post(f"/talks/{talk.id}/preparation", data={"helping": "x"}, headers={"X-Autosave": "1"})

    with app.app_context():
        side = db.session.scalars(select(TalkSide)).one()
    assert (answer.status_code, side.helping, side.released_at) == (204, "x", None)


def test_what_saves_itself_late_does_not_take_a_release_back(client, cast, saved, app):
    talk = saved(propose, cast)
    at = f"/talks/{talk.id}/preparation"
    client.sign_in(cast.ada).post(at, data={"helping": "x", "release": "y"})

    client.post(at, data={"helping": "x"}, headers={"X-Autosave": "1"})

    with app.app_context():
        assert db.session.scalars(select(TalkSide)).one().released_at is not None


def test_the_employee_chooses_which_levels_the_talk_is_about_and_nobody_else(client, cast, saved, app):
    profile = saved(lambda: make.profile(targets={make.competence(): 3}).id)
    saved(lambda: competences.choose_goal(cast.ada, profile))
    talk = saved(propose, cast)

    assert client.sign_in(cast.max).post(f"/talks/{talk.id}/subject", data={"profile_id": profile}).status_code == 404
    gone = client.sign_in(cast.ada).post(f"/talks/{talk.id}/subject", data={"profile_id": 99})
    assert (gone.status_code, "has changed in the meantime" in gone.text) == (409, True)
    client.post(f"/talks/{talk.id}/subject", data={"profile_id": profile})

    with app.app_context():
        assert db.session.get_one(Talk, talk.id).profile_id == profile


def beside(client, person, talk, page="preparation"):
    """What stands beside the one choice of level."""
    text = client.sign_in(person).get(f"/talks/{talk.id}/{page}").text
    hint = re.search(r'id="level-\d+-hint">(.*?)</div>', text, re.DOTALL)
    return [line.strip() for line in hint.group(1).split("<br>")]


def a_level_of_adas_own(cast, talk):
    competences.state(cast.ada, competence_of(talk), 1, kind=Kind.SELF, by=cast.ada, observed_on=clock.today())


def test_beside_each_choice_stand_the_level_of_today_as_the_reader_may_know_it_and_the_target(client, cast, saved):
    talk = saved(propose, cast, 3)
    saved(a_level_of_adas_own, cast, talk)

    assert beside(client, cast.ada, talk) == ["At present: 1 – Level 1", "Profile: 3 – Level 3"]
    assert beside(client, cast.max, talk) == ["At present: nothing released", "Profile: 3 – Level 3"]


def test_what_was_agreed_stands_as_the_level_of_today_before_both_in_words(client, cast, saved):
    before = saved(agreed_talk, cast)

    def next_talk():
        day = clock.today() + 9 * DAY
        talk = actions.talk.propose(cast.ada, by=cast.max, planned_on=day, profile_id=before.profile_id)
        prepare(talk, cast.ada, levels={competence_of(talk): 3})
        prepare(talk, cast.max)
        return talk

    talk = saved(next_talk)
    now, target = "At present: 2 – Level 2", "Profile: 3 – Level 3"

    assert beside(client, cast.ada, talk, "agreement") == [now, target, "You: 3 – Level 3"]
    assert beside(client, cast.max, talk, "agreement") == [now, target, "Ada Ahrens: 3 – Level 3"]


def test_whoever_has_no_level_reads_so(client, cast, saved):
    assert beside(client, cast.ada, saved(propose, cast, 3))[0] == "At present: no level yet"


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_a_leader_asks_the_same_few_questions(client, cast, saved, queries, count):
    def fill():
        for number in range(count):
            person = make.person(f"Kim Team{number}", cast.office)
            talk = actions.talk.propose(person, by=cast.max, planned_on=clock.today())
            prepare(talk, person, "Text")

    saved(fill)
    client.sign_in(cast.max)
    queries.clear()

    page = client.get("/team/talks").text

    assert page.count("Kim Team") == count
    assert len([asked for asked in queries if not asked.startswith("BEGIN")]) == 6


def test_a_talk_with_levels_and_steps_asks_few_questions(client, cast, saved, queries):
    talk = saved(agreed_talk, cast)
    client.sign_in(cast.max)
    queries.clear()

    client.get(f"/talks/{talk.id}")

    assert len([asked for asked in queries if not asked.startswith("BEGIN")]) <= 12


@pytest.mark.parametrize("page", ["preparation", "agreement"])
def test_a_form_with_levels_asks_few_questions(client, cast, saved, queries, page):
    talk = saved(released_talk, cast, 3)
    client.sign_in(cast.max)
    queries.clear()

    client.get(f"/talks/{talk.id}/{page}")

    assert len([asked for asked in queries if not asked.startswith("BEGIN")]) <= 12


def test_the_python_rule_of_who_takes_part_is_the_sql_one(context):
    cast = make.cast()
    boss = make.person("Bo Boss", cast.house)
    make.head(cast.house, boss)
    people = [cast.ada, cast.max, cast.lin, cast.zoe, boss]
    agreed_talk(cast)
    for person in people[:4]:
        actions.talk.propose(person, by=person, planned_on=clock.today())
    new, deputy = (make.person(name, cast.office) for name in ("Noa Neu", "Dana Depp"))
    make.head(cast.office, deputy, Position.DEPUTY, valid_to=clock.today() + DAY)
    make.head(make.unit("Bauamt"), deputy)

    def may(viewer, talk):
        leaders = db.session.scalars(leaders_of(talk.person, clock.today())).all()
        is_for_them = talk.agreed_at is None or rules.may_read_record(
            viewer.person.id, talk.partner_id, {one.id for one in leaders}
        )
        return access.can_take_part(viewer, talk) and (talk.person_id == viewer.person.id or is_for_them)

    def check(readers):
        talks, count = db.session.scalars(select(Talk)).all(), 0
        for person in readers:
            viewer = view_as(person, clock.today())
            found = set(db.session.scalars(queries.talk.talks_visible_to(viewer)).unique())
            assert found == {talk for talk in talks if may(viewer, talk)}
            count += sum(talk.agreed_at is not None for talk in found)
        return count

    assert check([*people, new, deputy]) == 3
    lead = db.session.scalars(select(Leadership).where(Leadership.person_id == cast.max.id)).one()
    lead.valid_to = clock.today() - DAY
    make.head(cast.office, new, valid_from=clock.today())
    assert check([*people, new, deputy]) == 1


class TestTheGuardsBite:
    """Each guard, switched off, is seen to be missed."""

    def test_without_the_rule_of_who_reads_what_a_draft_is_read_by_the_other_side(
        self, client, cast, saved, monkeypatch
    ):
        talk = saved(propose, cast)
        saved(prepare, talk, cast.ada, TEXTS["employee"], released=False)
        monkeypatch.setattr("app.plans.queries.talk.readable", lambda sheets, *_reader: sheets)

        assert seen(client, cast.max, talk) == {"employee"}

    def test_without_finding_through_the_viewer_a_stranger_opens_the_talk(self, client, cast, saved, monkeypatch):
        talk = saved(agreed_talk, cast)
        everything = select(Talk)
        monkeypatch.setattr("app.web.policy._things", lambda _query, url, by, me: things(everything, url, by, me))
        monkeypatch.setattr("app.web.policy.abort", lambda code: None)

        assert seen(client, cast.zoe, talk) == set()

    def test_without_the_condition_with_whom_it_was_agreed_a_later_leader_finds_the_talk(
        self, client, cast, saved, monkeypatch
    ):
        talk = saved(agreed_talk, cast)
        new = saved(hand_over, cast)
        monkeypatch.setattr("app.plans.queries.talk.is_agreed_here", lambda _viewer: true())
        page = client.sign_in(new).get(f"/talks/{talk.id}")

        assert (page.status_code, "Hospitation im Bauamt" in page.text) == (200, False)
        monkeypatch.setattr("app.plans.queries.agreed.may_read_record", lambda *_all: True)
        assert "Hospitation im Bauamt" in client.get(f"/talks/{talk.id}").text

    def test_without_asking_what_still_holds_a_level_that_was_taken_back_stands_as_agreed(
        self, client, cast, saved, monkeypatch
    ):
        talk = saved(agreed_talk, cast)
        saved(lambda: competences.take_back(db.session.scalars(select(Statement)).one()))
        monkeypatch.setattr(
            "app.plans.queries.agreed.statements_visible_to", lambda _viewer, _person: select(Statement)
        )

        page = client.sign_in(cast.max).get(f"/talks/{talk.id}").text

        assert levels_shown(page) == [("Daten erheben", "3 – Level 3", "2 – Level 2")]

    def test_without_the_rule_for_readers_a_leader_knows_what_nobody_told_them(self, client, cast, saved, monkeypatch):
        talk = saved(propose, cast, 3)
        saved(a_level_of_adas_own, cast, talk)
        monkeypatch.setattr("app.plans.queries.talk.statements_visible_to", lambda _viewer, _person: select(Statement))

        assert beside(client, cast.max, talk)[0] == "At present: 1 – Level 1"


def test_a_draft_shows_its_levels_to_whoever_chose_them_alone(client, cast, saved):
    talk = saved(propose, cast, 3)
    saved(lambda: prepare(talk, cast.ada, released=False, levels={competence_of(talk): 2}))
    chosen = "<li>Daten erheben: 2 – Level 2</li>"

    assert chosen in client.sign_in(cast.ada).get(f"/talks/{talk.id}").text
    saved(prepare, talk, cast.max)
    assert chosen not in client.sign_in(cast.max).get(f"/talks/{talk.id}").text


def test_competences_about_which_nobody_said_anything_are_folded_in_the_agreement(client, cast, saved):
    def talk_about_three():
        rows = {make.competence(title): 3 for title in ("Beraten", "Planen", "Schreiben")}
        goal = make.profile(targets=rows)
        talk = actions.talk.propose(cast.ada, by=cast.max, planned_on=clock.today(), profile_id=goal.id)
        prepare(talk, cast.ada, levels={next(iter(rows)).id: 0})
        prepare(talk, cast.max)
        return talk, [row.id for row in rows]

    talk, (spoken, silent, chosen) = saved(talk_about_three)
    path, data = f"/talks/{talk.id}/agreement", {"number": "0", f"level-{chosen}": "2", "minutes_0": "x"}

    def folded(page):
        below = page.partition("neither of you said anything")[2].partition("</details>")[0]
        return [int(number) for number in re.findall(r'name="level-(\d+)"', below)]

    assert folded(client.sign_in(cast.max).get(path).text) == [silent, chosen]
    assert folded(client.post(path, data=data).text) == [silent]
    assert spoken not in folded(client.get(path).text)


def test_the_other_side_is_called_by_name_once_it_has_spoken(client, cast, saved):
    talk = saved(propose, cast)
    assert "Prepare the talk: a few questions" in client.sign_in(cast.ada).get(f"/talks/{talk.id}").text
    saved(prepare, talk, cast.ada)
    assert "Your leader is still preparing." in client.get(f"/talks/{talk.id}").text

    page = client.sign_in(cast.max).get(f"/talks/{talk.id}").text
    assert f"{cast.ada.name} is ready. Now it is up to you." in page
    saved(prepare, talk, cast.max)

    for reader, other in ((cast.ada, cast.max), (cast.max, cast.ada)):
        assert f"You and {other.name} have released." in client.sign_in(reader).get(f"/talks/{talk.id}").text


def test_a_talk_shows_the_levels_spoken_of_and_folds_the_others(client, cast, saved):
    def talk_about_two():
        spoken, silent = make.competence("Beraten"), make.competence("Planen")
        goal = make.profile(targets={spoken: 3, silent: 3})
        talk = actions.talk.propose(cast.ada, by=cast.max, planned_on=clock.today(), profile_id=goal.id)
        prepare(talk, cast.ada, levels={spoken.id: 2})
        prepare(talk, cast.max)
        return talk

    page = client.sign_in(cast.max).get(f"/talks/{saved(talk_about_two).id}").text

    table, _, rest = page.partition("</table>")
    assert ("Beraten" in table, "2 – Level 2" in table, "Planen" in table) == (True, True, False)
    assert "<li>Planen: 3 – Level 3</li>" in rest.partition("1 competence about which neither of you")[2]


def test_the_lists_say_whose_turn_it_is(client, cast, saved):
    talk = saved(propose, cast)
    saved(prepare, talk, cast.ada)

    assert "your side is released" in client.sign_in(cast.ada).get("/talks").text
    assert "waits for your preparation" in client.sign_in(cast.max).get("/team/talks").text


def test_a_result_written_down_before_the_day_is_not_told_as_if_the_talk_had_been(client, cast, saved):
    saved(recorded_without_steps, cast)

    notices = client.sign_in(cast.ada).get("/account/notices").text

    assert "has written down what you two agreed (talk of " in notices
    assert "agreed in the talk on" not in notices


def recorded_without_steps(cast):
    return actions.talk.record_agreement(released_talk(cast), by=cast.max, number=0, levels={}, steps=[])
