"""In which order steps stand: what arrives comes by its day, and the person's own order is never touched."""

import datetime as dt
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from app import clock
from app.db import db
from app.errors import Refused
from app.plans import actions, queries, rules
from app.plans.models import PlanItem
from app.plans.rules import Load, Proposed, Wish
from app.plans.rules.talk import AgreedStep
from tests import make

TODAY = clock.today
DAY = dt.timedelta(days=1)
MONDAY = dt.date(2026, 11, 23)
NOTHING = dict.fromkeys(("looking_back", "helping", "looking_ahead", "steps"), "")
DAYS = st.none() | st.dates(MONDAY, MONDAY + 30 * DAY)


def wishes(first=0):
    days = st.lists(DAYS, max_size=12)
    return days.map(lambda found: [Wish(number, day) for number, day in enumerate(found, start=first)])


def titles(person):
    return [step.title for step in queries.open_steps(person.id)]


def version(person):
    return db.session.scalars(queries.plan_of(person.id)).one().version


def item(title):
    return db.session.scalars(select(PlanItem).where(PlanItem.title == title)).one()


def former(page):
    """What the button sends that puts the former order back."""
    form = re.search(r'action="/plan/order/return".*?</form>', page, re.DOTALL)[0]
    return dict(re.findall(r'name="(version|steps)" value="([^"]*)"', form))


def add(person, title, days=None, minutes=30):
    due_on = None if days is None else TODAY() + days * DAY
    return actions.add_own_step(person, title=title, minutes=minutes, due_on=due_on)


class TestRules:
    """As plain values."""

    @given(wishes(), wishes(first=100))
    def test_what_stands_in_the_order_keeps_it(self, order, new):
        found = rules.joined(order, new)

        assert [one for one in found if one.id < 100] == order
        assert sorted(one.id for one in found) == sorted(one.id for one in [*order, *new])

    @given(wishes(), DAYS)
    def test_a_new_step_stands_after_the_last_one_that_is_wanted_no_later(self, order, day):
        found = rules.joined(order, [Wish(100, day)])
        place = found.index(Wish(100, day))
        dated = [one for one in found[place + 1 :] if one.due_on]

        assert all(one.day > found[place].day for one in dated)
        if day and any(one.due_on and one.day <= day for one in order):
            assert found[place - 1].due_on
            assert found[place - 1].day <= day
        elif day and dated:
            assert found[place + 1] == dated[0]

    @given(wishes(), wishes(first=100))
    def test_into_a_plan_in_order_of_days_steps_come_in_order_of_days(self, order, new):
        found = rules.joined(rules.by_date(order), new)

        assert found == rules.by_date(found)

    def test_a_step_wanted_last_comes_last_however_the_others_stand(self):
        order = [Wish(1, None), Wish(2, MONDAY + 17 * DAY), Wish(3, MONDAY), Wish(4, MONDAY + 38 * DAY)]

        assert rules.joined(order, [Wish(9, MONDAY + 69 * DAY)]) == [*order, Wish(9, MONDAY + 69 * DAY)]

    @given(wishes(), st.lists(st.dates(MONDAY, MONDAY + 60 * DAY), max_size=5), st.data())
    def test_a_proposal_leaves_the_order_as_it_is_and_makes_nothing_late(self, order, days, data):
        new = [Wish(number, day) for number, day in enumerate(sorted(days), start=100)]
        minutes = {one.id: data.draw(st.integers(1, 200)) for one in [*order, *new]}
        wanted = {one.id: one.due_on for one in order}

        def late(ids):
            return rules.lateness([Load(one, minutes[one]) for one in ids], wanted, 60, MONDAY)

        found = rules.with_proposed(order, new, Proposed({one.id: one.due_on for one in new}, {}), late)

        assert [one for one in found if one < 100] == [one.id for one in order]
        assert sorted(found) == sorted(minutes)
        assert late(found) == late([one.id for one in order])

    @given(wishes(), st.data())
    def test_a_new_step_of_a_proposal_stands_before_what_builds_on_it(self, order, data):
        new = [Wish(number, MONDAY + 30 * DAY) for number in (100, 101, 102)]
        there = data.draw(st.sets(st.sampled_from([one.id for one in order]))) if order else set()
        after = {100: [101, 999], 101: [*there], 102: []}

        found = rules.with_proposed(order, new, Proposed({}, after), lambda _: 0)

        assert found.index(100) < found.index(101)
        assert all(found.index(101) < found.index(one) for one in there)

    @given(wishes())
    def test_into_an_empty_plan_steps_come_by_their_days(self, new):
        assert rules.joined([], new) == rules.by_date(new)

    @given(wishes())
    def test_by_date_only_days_decide(self, order):
        found = rules.by_date(order)

        assert all((one.day, one.id) < (other.day, other.id) for one, other in pairwise(found))
        assert rules.by_date(found) == found

    @pytest.mark.parametrize(
        ("due_on", "is_late"),
        [
            (None, False),
            (MONDAY - DAY, True),
            (MONDAY, False),
            (MONDAY + 6 * DAY, False),
            (MONDAY - 8 * DAY, False),
        ],
        ids=["no day", "the Sunday before", "the Monday", "the Sunday", "a day that has passed"],
    )
    def test_late_is_a_week_that_begins_after_the_day(self, due_on, is_late):
        assert rules.is_planned_late(due_on, MONDAY, MONDAY - 7 * DAY) is is_late


class TestArriving:
    """Steps of templates and of talks."""

    def template(self, **days):
        made = make.plan_template()
        for title, one in days.items():
            make.template_item(made, title, due_days=one)
        return made

    def test_steps_of_a_template_come_where_their_days_belong(self, context):
        ada = make.person("Ada")
        for title, days in (("Spät", 40), ("Bald", 3), ("Irgendwann", None), ("Morgen", 1)):
            add(ada, title, days)

        actions.assign(self.template(Woche=7, Gleich=0, Monat=41), ada, by=None)

        assert titles(ada) == ["Gleich", "Spät", "Bald", "Irgendwann", "Morgen", "Woche", "Monat"]

    def test_what_is_added_to_the_template_later_comes_by_its_day_too(self, context):
        ada, start = make.person("Ada"), self.template(Woche=7, Monat=30)
        assignment = actions.assign(start, ada, by=None)
        actions.move(item("Monat"), version=version(ada), direction="up")
        make.template_item(start, "Dazwischen", due_days=14)

        actions.follow(assignment)

        assert titles(ada) == ["Monat", "Woche", "Dazwischen"]

    def test_what_is_done_or_happens_on_a_day_hinders_nothing(self, context):
        ada = make.person("Ada")
        actions.tick(add(ada, "Getan", 20))
        event = make.event("Tag der Stadt")
        actions.add_event(ada, event.id)
        add(ada, "Spät", 40)

        actions.assign(self.template(Woche=7), ada, by=None)

        assert [step.title for step in queries.steps_of(ada.id)] == ["Getan", "Tag der Stadt", "Woche", "Spät"]

    def test_the_order_is_asked_for_once_however_many_steps_come(self, context, queries):
        counts = []
        for name, days in (("Ada", {"Eins": 1}), ("Max", {"Eins": 1, "Zwei": 2, "Drei": 3})):
            person, start = make.person(name), self.template(**days)
            queries.clear()
            actions.assign(start, person, by=None)
            counts.append(sum("span.starts_at" in statement for statement in queries))

        assert counts == [1, 1]

    def test_what_a_talk_agrees_comes_by_its_day_and_what_is_there_stays(self, context):
        cast = make.cast()
        known = make.course("Daten")
        add(cast.ada, "Spät", 40)
        actions.add_course(cast.ada, known.id)
        talk = actions.talk.propose(cast.ada, by=cast.max, planned_on=TODAY() + DAY, profile_id=None)
        for person in (cast.ada, cast.max):
            actions.talk.prepare(talk, by=person, texts=NOTHING, levels={}, is_released=True)
        agreed = [AgreedStep("Daten", 60, TODAY() + 2 * DAY), AgreedStep("Hospitation", 90, TODAY() + 9 * DAY)]
        actions.talk.record_agreement(talk, by=cast.max, number=0, levels={}, steps=agreed)

        actions.talk.confirm(talk, by=cast.ada, number=1)

        assert titles(cast.ada) == ["Spät", "Daten", "Hospitation"]


class TestOrderingByDate:
    """What the person may do with one click."""

    def test_the_earliest_day_comes_first_and_what_has_none_last(self, context):
        ada = make.person("Ada")
        for title, days in (("Irgendwann", None), ("Spät", 40), ("Bald", 3)):
            add(ada, title, days)

        actions.order_by_date(ada, version=version(ada))

        assert titles(ada) == ["Bald", "Spät", "Irgendwann"]

    def test_a_page_that_is_out_of_date_orders_nothing(self, context):
        ada = make.person("Ada")
        add(ada, "Spät", 40)
        old = version(ada)
        add(ada, "Bald", 3)

        with pytest.raises(Refused, match="another window"):
            actions.order_by_date(ada, version=old)

    def test_the_plan_says_what_is_late_and_one_button_helps(self, client, cast, saved):
        saved(add, cast.ada, "Irgendwann", None, 300)
        saved(add, cast.ada, "Bald", 8, 60)
        client.sign_in(cast.ada)
        before = client.get("/plan").text

        assert before.count("Later than wanted") == 1
        assert "1 step is planned for later than you want it." in before
        number = re.search(r'action="/plan/order".*?name="version" value="(\d+)"', before, re.DOTALL)
        after = client.post("/plan/order", data={"version": number[1]}, follow_redirects=True).text

        assert "in order of their days now" in after
        assert "Later than wanted" not in after
        assert 'action="/plan/order"' not in after

    def test_the_order_by_date_is_undone_with_one_button_as_long_as_nothing_has_changed(self, client, cast, saved):
        for title, days, minutes in (("Irgendwann", None, 300), ("Bald", 8, 60), ("Morgen", 1, 20)):
            saved(add, cast.ada, title, days, minutes)
        client.sign_in(cast.ada)
        ordered = client.post("/plan/order", data={"version": saved(version, cast.ada)})
        page = client.get(ordered.location).text
        assert saved(titles, cast.ada) == ["Morgen", "Bald", "Irgendwann"]

        back = client.post("/plan/order/return", data=former(page), follow_redirects=True).text

        assert "in the order in which you had them" in back
        assert saved(titles, cast.ada) == ["Irgendwann", "Bald", "Morgen"]
        assert "Put the former order back" not in client.get(ordered.location).text

    def test_what_has_changed_since_is_not_undone_along_with_it(self, client, cast, saved):
        for title, days, minutes in (("Irgendwann", None, 300), ("Bald", 8, 60)):
            saved(add, cast.ada, title, days, minutes)
        client.sign_in(cast.ada)
        page = client.post("/plan/order", data={"version": saved(version, cast.ada)}, follow_redirects=True).text
        saved(add, cast.ada, "Neu", 2)

        refused = client.post("/plan/order/return", data=former(page))

        assert refused.status_code == 409
        assert "changed in another window" in refused.text
        assert saved(titles, cast.ada) == ["Bald", "Irgendwann", "Neu"]

    def test_steps_of_somebody_else_or_only_some_of_ones_own_are_no_former_order(self, context):
        ada, zoe = make.person("Ada"), make.person("Zoe")
        first, second, hers = add(ada, "Eins").id, add(ada, "Zwei").id, add(zoe, "Fremd").id

        for order in ([first], [first, second, hers], [first, first, second], [hers, first]):
            with pytest.raises(Refused, match="other steps are open"):
                actions.restore_order(ada, order, version=version(ada))
        assert titles(ada) == ["Eins", "Zwei"]

    @pytest.mark.parametrize("steps", ["", "x", "1 x", "1,2", "-1", "٣", "9" * 5000])
    def test_an_order_that_is_no_order_is_not_understood(self, client, cast, saved, steps):
        saved(add, cast.ada, "Eins")
        client.sign_in(cast.ada)

        answer = client.post("/plan/order/return", data={"version": saved(version, cast.ada), "steps": steps})

        assert answer.status_code == 400
        assert client.get(f"/plan?version=1&before={steps}").status_code == 200

    def test_where_the_order_is_not_what_is_missing_the_plan_says_so(self, client, cast, saved):
        saved(add, cast.ada, "Irgendwann", None, 10)
        saved(add, cast.ada, "Bald", 8, 290)

        page = client.sign_in(cast.ada).get("/plan").text

        assert "with more time a week" in page
        assert "/plan/order" not in page

    def test_a_plan_in_time_says_nothing_of_it(self, client, cast, saved):
        saved(add, cast.ada, "Irgendwann", None, 30)
        saved(add, cast.ada, "Bald", 20, 30)

        page = client.sign_in(cast.ada).get("/plan").text

        assert "Later than wanted" not in page
        assert "/plan/order" not in page
