"""What people are given and what is taken back, and that it counts from the next request on (R9, R18)."""

import datetime as dt

import pytest
from sqlalchemy import select

from app import clock
from app.activity.models import Activity
from app.auth.models import SignIn
from app.db import db
from app.errors import Refused
from app.people import actions, queries
from app.people.models import Absence, Leadership, RoleGrant
from app.people.rules import Position, Role
from app.people.viewer import view_as
from tests import make

DAY = dt.timedelta(days=1)
TODAY = clock.today()
pytestmark = pytest.mark.usefixtures("context")


def acts():
    return [row.verb for row in db.session.scalars(select(Activity).order_by(Activity.id))]


def is_signed_in(person):
    return db.session.scalars(select(SignIn.ended_at).where(SignIn.person_id == person.id)).all() == [None]


def seen(person, on=TODAY):
    return view_as(person, on)


class TestRoles:
    def test_a_role_that_is_taken_back_is_gone_at_once_and_so_are_the_sign_ins(self):
        cast = make.cast()
        make.sign_in(cast.lin)

        actions.revoke_role(cast.lin, Role.HR, by=cast.max)

        assert not seen(cast.lin).has_anywhere(Role.HR)
        assert not is_signed_in(cast.lin)
        assert acts() == ["people.role-revoked"]

    def test_until_yesterday_it_is_remembered(self):
        cast = make.cast()

        actions.revoke_role(cast.lin, Role.HR, by=None)

        assert seen(cast.lin, TODAY - DAY).has(Role.HR)

    def test_a_role_of_today_never_was(self):
        cast = make.cast()
        actions.grant_role(cast.ada, Role.ORGANISER, by=None)

        actions.revoke_role(cast.ada, Role.ORGANISER, by=None)

        assert db.session.scalars(select(RoleGrant).where(RoleGrant.person_id == cast.ada.id)).all() == []
        assert acts() == ["people.role-granted", "people.role-revoked"]

    def test_other_roles_and_other_units_stay(self):
        cast = make.cast()
        make.role(cast.lin, Role.HR, cast.office)
        make.role(cast.lin, Role.AUDITOR)

        actions.revoke_role(cast.lin, Role.HR, by=None, scope=cast.office)

        assert seen(cast.lin).scopes == {Role.HR: frozenset({"/"}), Role.AUDITOR: frozenset({"/"})}

    def test_what_somebody_does_not_have_is_refused_and_they_stay_signed_in(self):
        cast = make.cast()
        make.sign_in(cast.lin)

        with pytest.raises(Refused, match="hat diese Rolle"):
            actions.revoke_role(cast.lin, Role.ADMINISTRATOR, by=None)

        assert is_signed_in(cast.lin)

    def test_without_whom_to_call_the_sign_ins_would_go_on(self, monkeypatch):
        monkeypatch.setattr(actions, "ENDED", [])
        cast = make.cast()
        make.sign_in(cast.lin)

        actions.revoke_role(cast.lin, Role.HR, by=None)

        assert is_signed_in(cast.lin)


class TestLeading:
    def test_a_head_who_is_relieved_leads_nobody_and_the_next_can_be_appointed(self):
        cast = make.cast()
        make.sign_in(cast.max)

        actions.relieve(cast.max, cast.office, by=None)
        actions.appoint(cast.zoe, cast.office, by=None)

        assert (seen(cast.max).is_leader, seen(cast.zoe).leads(cast.ada)) == (False, True)
        assert not is_signed_in(cast.max)
        assert acts() == ["people.relieved", "people.appointed"]

    def test_who_does_not_lead_can_not_be_relieved(self):
        cast = make.cast()

        with pytest.raises(Refused):
            actions.relieve(cast.zoe, cast.office, by=None)

    def test_a_deputy_leads_from_the_first_day_to_the_last(self):
        cast = make.cast()

        actions.deputise(cast.zoe, cast.office, since=TODAY + DAY, until=TODAY + 3 * DAY, by=cast.max)

        leads = [seen(cast.zoe, TODAY + number * DAY).leads(cast.ada) for number in range(5)]
        assert leads == [False, True, True, True, False]
        assert acts() == ["people.appointed"]

    @pytest.mark.parametrize("last", [0, 20])
    def test_named_again_a_deputy_stays_until_the_new_day(self, last):
        cast = make.cast()
        actions.deputise(cast.zoe, cast.office, until=TODAY + 7 * DAY, by=None)

        actions.deputise(cast.zoe, cast.office, until=TODAY + last * DAY, by=None)

        lead = db.session.scalars(select(Leadership).where(Leadership.person_id == cast.zoe.id)).one()
        assert (lead.position, lead.valid_from, lead.valid_to) == (Position.DEPUTY, TODAY, TODAY + last * DAY)

    @pytest.mark.parametrize(("since", "until"), [(None, TODAY - DAY), (TODAY + 2 * DAY, TODAY + DAY)])
    def test_a_last_day_in_the_past_or_before_the_first_is_refused(self, since, until):
        cast = make.cast()

        with pytest.raises(Refused) as refused:
            actions.deputise(cast.zoe, cast.office, since=since, until=until, by=None)

        assert refused.value.field == "until"

    def test_nobody_stands_in_for_themselves_nor_for_nobody_nor_after_leaving(self):
        cast = make.cast()
        cast.ada.left_on = TODAY + DAY

        for person, unit in ((cast.max, cast.office), (cast.zoe, cast.elsewhere), (cast.ada, cast.office)):
            with pytest.raises(Refused):
                actions.deputise(person, unit, until=TODAY + 2 * DAY, by=None)


class TestLeaving:
    def test_after_the_last_day_nothing_of_what_somebody_had_counts(self):
        cast = make.cast()
        make.role(cast.max, Role.ORGANISER)
        last = TODAY + 3 * DAY

        headless = actions.leave(cast.max, last_day=last, by=None)

        assert headless == [cast.office]
        assert (cast.max.is_employed(last), cast.max.is_employed(last + DAY)) == (True, False)
        assert (seen(cast.max, last).is_leader, seen(cast.max, last + DAY).is_leader) == (True, False)
        assert not seen(cast.max, last + DAY).scopes
        assert acts() == ["people.left"]

    def test_what_would_only_begin_later_never_does(self):
        cast = make.cast()
        actions.deputise(cast.zoe, cast.office, since=TODAY + 5 * DAY, until=TODAY + 9 * DAY, by=None)

        assert actions.leave(cast.zoe, last_day=TODAY, by=None) == []

        assert db.session.scalars(select(Leadership).where(Leadership.person_id == cast.zoe.id)).all() == []

    @pytest.mark.parametrize(("last_day", "goes_on"), [(TODAY - DAY, False), (TODAY, True)])
    def test_a_day_that_is_over_ends_the_sign_ins(self, last_day, goes_on):
        cast = make.cast()
        make.sign_in(cast.ada)

        actions.leave(cast.ada, last_day=last_day, by=None)

        assert is_signed_in(cast.ada) is goes_on

    def test_a_day_before_the_first_is_refused(self):
        cast = make.cast()

        with pytest.raises(Refused) as refused:
            actions.leave(cast.ada, last_day=make.LONG_AGO - DAY, by=None)

        assert refused.value.field == "last_day"

    def test_who_has_left_is_given_nothing_any_more(self):
        cast = make.cast()
        actions.leave(cast.zoe, last_day=TODAY - DAY, by=None)

        with pytest.raises(Refused):
            actions.grant_role(cast.zoe, Role.HR, by=None)
        with pytest.raises(Refused):
            actions.appoint(cast.zoe, cast.elsewhere, by=None)


class TestAbsence:
    def away(self, person):
        rows = db.session.scalars(select(Absence).where(Absence.person_id == person.id).order_by(Absence.starts_on))
        return [((row.starts_on - TODAY).days, (row.ends_on - TODAY).days) for row in rows]

    def test_what_is_noted_takes_the_place_of_what_it_touches_and_of_nothing_else(self):
        cast = make.cast()
        for first, last in ((0, 3), (10, 12), (2, 5)):
            actions.note_absence(cast.max, first_day=TODAY + first * DAY, last_day=TODAY + last * DAY, by=None)

        assert self.away(cast.max) == [(2, 5), (10, 12)]
        assert acts() == ["people.away"] * 3

    def test_both_ends_count(self):
        cast = make.cast()
        actions.note_absence(cast.max, first_day=TODAY + DAY, last_day=TODAY + 2 * DAY, by=None)

        found = [bool(db.session.scalars(queries.absences(cast.max.id, day, day)).all()) for day in days(4)]

        assert found == [False, True, True, False]

    def test_somebody_is_back_earlier_or_does_not_go_at_all(self):
        cast = make.cast()
        actions.note_absence(cast.max, first_day=TODAY - DAY, last_day=TODAY + 2 * DAY, by=None)
        actions.note_absence(cast.max, first_day=TODAY + 8 * DAY, last_day=TODAY + 9 * DAY, by=None)

        actions.note_return(cast.max, day=TODAY, by=None)
        actions.note_return(cast.max, day=TODAY + 8 * DAY, by=None)

        assert self.away(cast.max) == [(-1, -1)]
        with pytest.raises(Refused):
            actions.note_return(cast.max, day=TODAY, by=None)

    def test_a_last_day_before_the_first_is_refused(self):
        cast = make.cast()

        with pytest.raises(Refused) as refused:
            actions.note_absence(cast.max, first_day=TODAY, last_day=TODAY - DAY, by=None)

        assert refused.value.field == "last_day"


def days(number):
    return [TODAY + count * DAY for count in range(number)]
