"""Stating and taking back, and who may read what: the rule in Python and the filter in SQL say the same."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, true

from app import clock
from app.activity.models import Activity
from app.competences import actions, queries, rules
from app.competences.models import Statement
from app.competences.queries import share as sharing
from app.competences.queries import statement as asking
from app.competences.rules import Kind, Reader, Said, Visibility
from app.db import db
from app.errors import Refused
from app.people.models import Leadership
from app.people.queries import leaders_of
from app.people.rules import Position
from app.people.viewer import view_as
from tests import make

EARLIER = dt.date(2026, 1, 15)
DAY = dt.timedelta(days=1)


def agreed(cast, competence, level=2):
    return actions.state(
        cast.ada,
        competence.id,
        level,
        kind=Kind.LEADER,
        by=cast.max,
        observed_on=EARLIER,
        source="Gespräch",
        visibility=Visibility.AGREED,
    )


def levels_for(viewer, person):
    found = queries.levels_from(queries.statements_visible_to(view_as(viewer, clock.today()), person)).held
    return {competence: now.level for competence, now in found.items()}


def test_state_keeps_whose_word_it_is_and_notes_the_act(context):
    cast, competence = make.cast(), make.competence()

    row = agreed(cast, competence)

    assert (row.actor_id, row.kind, row.visibility, row.source) == (
        cast.max.id,
        Kind.LEADER,
        Visibility.AGREED,
        "Gespräch",
    )
    act = db.session.scalars(select(Activity).where(Activity.verb == "competences.stated")).one()
    assert (act.actor_id, act.subject_id, act.details) == (
        cast.max.id,
        row.id,
        {"kind": "leader", "competence": competence.id},
    )


@pytest.mark.parametrize(
    ("kind", "by", "said"),
    [
        (Kind.LEADER, "zoe", "Only the leader of today can say this."),
        (Kind.SELF, "zoe", "Only the person can assess themselves."),
        (Kind.COLLEAGUE, "ada", "Somebody else has to say this about you."),
    ],
)
def test_state_refuses_what_somebody_has_no_right_to_say(context, kind, by, said):
    cast, competence = make.cast(), make.competence()

    with pytest.raises(Refused) as refused:
        actions.state(
            cast.ada, competence.id, 1, kind=kind, by=getattr(cast, by), observed_on=EARLIER, source="auf Bitte"
        )

    assert refused.value.sentence == said


def test_state_refuses_a_level_that_is_not_on_the_scale_and_a_competence_that_is_retired(context):
    cast, competence = make.cast(), make.competence()

    with pytest.raises(Refused, match="levels shown"):
        agreed(cast, competence, 5)
    competence.retired_at = clock.now()
    with pytest.raises(Refused, match="no longer in use"):
        agreed(cast, competence)


def test_retract_takes_a_word_back_by_a_new_row_and_the_one_before_counts_again(context):
    cast, competence = make.cast(), make.competence()
    make.statement(cast.ada, competence, 1, observed_on=EARLIER)
    (later,) = actions.assess(cast.ada, {competence.id: 3})

    row = actions.retract(later, cast.ada)

    assert (row.retracts_id, row.level, row.kind) == (later.id, 3, Kind.SELF)
    assert queries.current_levels(cast.ada.id) == {competence.id: 1}
    assert db.session.get(Statement, later.id).level == 3


def colleagues_word(cast, competence, level=2):
    word = {"kind": Kind.COLLEAGUE, "by": cast.zoe, "observed_on": EARLIER, "source": "auf Bitte"}
    return actions.state(cast.ada, competence.id, level, **word)


def test_retract_twice_or_by_somebody_else_is_refused(context):
    cast, competence = make.cast(), make.competence()
    word = colleagues_word(cast, competence)

    with pytest.raises(Refused, match="Only the author"):
        actions.retract(word, cast.ada)
    actions.retract(word, cast.zoe)
    with pytest.raises(Refused, match="already"):
        actions.retract(word, cast.zoe)


@pytest.mark.parametrize("who", ["ada", "max"])
def test_what_two_have_agreed_is_undone_by_neither_of_them(context, who):
    cast, competence = make.cast(), make.competence()
    word, by = agreed(cast, competence), getattr(cast, who)

    with pytest.raises(Refused, match="agreed on this"):
        actions.retract(word, by)

    viewer = view_as(by, clock.today())
    assert db.session.scalars(queries.statements_to_retract(viewer)).all() == []
    assert queries.current_levels(cast.ada.id) == {competence.id: 2}


def tried_out(person, competence, *levels):
    """Each level chosen saves itself, so that every one of them is a row of its own."""
    make.statement(person, competence, 2, observed_on=EARLIER)
    for level in levels:
        actions.assess(person, {competence.id: level})
    today = Statement.competence_id == competence.id, Statement.observed_on == clock.today()
    return list(db.session.scalars(select(Statement).where(*today).order_by(Statement.id.desc())))


@pytest.mark.parametrize("which", [0, -1])
def test_taking_back_a_self_assessment_takes_back_all_that_it_replaced_that_day(context, which):
    ada, competence, other = make.person("Ada"), make.competence(), make.competence()
    actions.assess(ada, {other.id: 3})
    words = tried_out(ada, competence, 4, 0, 3, 1)
    assert queries.current_levels(ada.id) == {competence.id: 1, other.id: 3}

    actions.retract(words[which], ada)

    assert queries.current_levels(ada.id) == {competence.id: 2, other.id: 3}
    with pytest.raises(Refused, match="already"):
        actions.retract(words[1], ada)


def after_taking_back(levels):
    """What a reader of a share learns before and after the person takes their word of today back."""
    cast, competence = make.cast(), make.competence()
    newest, *_ = tried_out(cast.ada, competence, *levels)
    named = {"reader_id": cast.zoe.id, "contains_self": True, "last_day": clock.today() + DAY}
    actions.share_profile(cast.ada, **named)
    before = levels_for(cast.zoe, cast.ada)
    actions.retract(newest, cast.ada)
    return [found.get(competence.id) for found in (before, levels_for(cast.zoe, cast.ada))]


def test_a_reader_of_a_share_never_learns_what_was_only_tried_out(context):
    assert after_taking_back([4, 1]) == [1, 2]


def test_the_test_for_what_was_tried_out_bites(context, monkeypatch):
    alone = lambda statement: select(Statement).where(Statement.id == statement.id)  # noqa: E731
    monkeypatch.setattr(queries, "one_word_with", alone)
    monkeypatch.setattr(sharing, "is_last_of_its_day", true)

    assert after_taking_back([4, 1]) == [1, 4]


def test_what_others_take_back_is_told_and_stays_in_the_history(client, cast, saved, letters):
    competence = saved(make.competence, "Daten erheben")
    saved(colleagues_word, cast, competence, 4)
    saved(agreed, cast, competence, 1)
    client.sign_in(cast.ada)
    before = client.get(f"/competences/{competence.key}").text

    saved(lambda: actions.retract(db.session.scalars(select(Statement).where(Statement.level == 4)).one(), cast.zoe))

    page = client.get(f"/competences/{competence.key}").text
    assert ("taken back on" in before, "taken back on" in page) == (False, True)
    assert "Zoe Zander has taken back what they said" in client.get("/account/notices").text
    assert letters.kinds(cast.ada) == ["word-taken-back"]


def test_ones_own_mis_click_leaves_no_line(client, cast, saved):
    competence = saved(make.competence, "Daten erheben")
    saved(lambda: actions.retract(tried_out(cast.ada, competence, 4, 1)[0], cast.ada))

    page = client.sign_in(cast.ada).get(f"/competences/{competence.key}").text

    assert "You are at level 2" in page
    assert "taken back on" not in page


def test_after_taking_it_back_the_same_can_be_said_again_the_same_day(context):
    ada, competence = make.person("Ada"), make.competence()
    (word,) = actions.assess(ada, {competence.id: 2})
    actions.retract(word, ada)

    assert len(actions.assess(ada, {competence.id: 2})) == 1


def test_confirm_says_the_level_of_today_again(context):
    ada, competence = make.person("Ada"), make.competence()
    make.statement(ada, competence, 3, Kind.COMPLETION, source="Kurs", observed_on=EARLIER)

    row = actions.confirm(ada, competence.id)

    assert (row.kind, row.level, row.observed_on) == (Kind.SELF, 3, clock.today())
    assert actions.confirm(ada, competence.id) is None


def test_confirm_without_a_level_is_refused(context):
    with pytest.raises(Refused, match="no level to confirm"):
        actions.confirm(make.person("Ada"), make.competence().id)


def test_the_leader_of_today_and_the_deputy_read_what_was_agreed_and_nobody_else(context):
    cast, competence, other = make.cast(), make.competence(), make.competence()
    agreed(cast, competence)
    actions.assess(cast.ada, {competence.id: 4, other.id: 3})
    deputy = make.person("Dora", cast.ada.unit)
    make.head(cast.ada.unit, deputy, Position.DEPUTY, valid_from=clock.today(), valid_to=clock.today())

    assert levels_for(cast.max, cast.ada) == {competence.id: 2}
    assert levels_for(deputy, cast.ada) == {competence.id: 2}
    assert levels_for(cast.zoe, cast.ada) == levels_for(cast.lin, cast.ada) == {}
    assert levels_for(cast.ada, cast.ada) == {competence.id: 4, other.id: 3}


def test_who_takes_over_a_team_reads_nothing_of_what_was_agreed_before(context):
    cast, competence = make.cast(), make.competence()
    agreed(cast, competence)
    successor = make.person("Nina Neu", cast.ada.unit)
    for row in db.session.scalars(select(Leadership).where(Leadership.person_id == cast.max.id)):
        row.valid_to = clock.today() - DAY
    make.head(cast.ada.unit, successor)

    assert levels_for(successor, cast.ada) == {}
    assert levels_for(cast.max, cast.ada) == {competence.id: 2}


def test_a_colleague_reads_their_own_word_and_a_share_ends(context):
    cast, competence, other = make.cast(), make.competence(), make.competence()
    actions.state(cast.ada, competence.id, 1, kind=Kind.COLLEAGUE, by=cast.zoe, observed_on=EARLIER, source="auf Bitte")
    word = make.statement(cast.ada, other, 3)
    now = clock.now()
    make.share(cast.ada, cast.zoe, [word], starts_at=now - 2 * DAY, ends_at=now - DAY)

    assert levels_for(cast.zoe, cast.ada) == {competence.id: 1}
    make.share(cast.ada, cast.zoe, [word])
    assert levels_for(cast.zoe, cast.ada) == {competence.id: 1, other.id: 3}


class Readers:
    """Ada and four readers, statements of every kind about Ada, and shares in every state."""

    def __init__(self):
        cast = make.cast()
        self.person, self.people = cast.ada, [cast.ada, cast.max, cast.lin, cast.zoe]
        self.competences = [make.competence() for _ in range(3)]

    def fill(self, rows, shares):
        now = clock.now()
        self.said = [
            make.statement(
                self.person,
                self.competences[place],
                level,
                kind,
                actor_id=self._actor(kind, author),
                observed_on=EARLIER + day * DAY,
                visibility=visibility,
            )
            for place, level, kind, author, day, visibility in rows
        ]
        self.live = {one.id: set() for one in self.people}
        for reader, state, picked in shares:
            chosen = [said for number, said in enumerate(self.said) if number in picked]
            times = {
                "live": {},
                "ended": {"starts_at": now - 2 * DAY, "ends_at": now - DAY},
                "withdrawn": {"withdrawn_at": now},
                "later": {"starts_at": now + DAY},
            }[state]
            make.share(self.person, self.people[reader], chosen, **times)
            if state == "live":
                self.live[self.people[reader].id] |= {said.id for said in chosen}

    def _actor(self, kind, author):
        if kind is Kind.SELF:
            return self.person.id
        return self.people[author].id if kind in (Kind.LEADER, Kind.COLLEAGUE, Kind.ASSESSOR) else None

    def readable(self, reader):
        """The numbers of the statements that this reader may read, by the rule in Python."""
        viewer = view_as(reader, clock.today())
        leaders = {one.id for one in db.session.scalars(leaders_of(self.person, clock.today()))}
        known = Reader(reader.id, leaders if viewer.leads(self.person) else set(), self.live[reader.id])
        return {
            one.id
            for one in self.said
            if rules.may_read(known, Said(one.id, one.person_id, one.actor_id, one.visibility))
        }

    def found(self, reader):
        query = queries.statements_visible_to(view_as(reader, clock.today()), self.person)
        return {one.id for one in db.session.scalars(query)}


ROWS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.integers(0, 4),
        st.sampled_from([Kind.SELF, Kind.LEADER, Kind.COLLEAGUE, Kind.ASSESSOR, Kind.TEST, Kind.EXTERNAL]),
        st.integers(1, 3),
        st.integers(0, 100),
        st.sampled_from(Visibility),
    ),
    max_size=8,
)
SHARES = st.lists(
    st.tuples(
        st.integers(1, 3),
        st.sampled_from(["live", "ended", "withdrawn", "later"]),
        st.sets(st.integers(0, 7), max_size=4),
    ),
    max_size=3,
)
FEW = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
MANY, THOROUGH = settings(FEW, max_examples=200), settings(FEW, max_examples=1000)


def filled(rows, shares):
    town = Readers()
    town.fill(rows, shares)
    return town


def agree(rows, shares):
    town = filled(rows, shares)
    assert [town.found(one) for one in town.people] == [town.readable(one) for one in town.people]
    db.session.rollback()


@FEW
@given(ROWS, SHARES)
def test_the_rule_and_the_query_let_the_same_people_read_the_same(context, rows, shares):
    agree(rows, shares)


@pytest.mark.deep
@THOROUGH
@given(ROWS, SHARES)
def test_rule_and_query_agree_on_a_thousand_histories(context, rows, shares):
    agree(rows, shares)


def learnt_from_hidden(rows, shares):
    """Readers whose levels change when all that they may not read is said otherwise."""
    town = filled(rows, shares)
    readable = {one.id: town.readable(one) for one in town.people}
    before = {one.id: levels_for(one, town.person) for one in town.people}
    db.session.rollback()
    changed = []
    for number, reader in enumerate(town.people):
        turned = [
            row if said.id in readable[reader.id] else (row[0], (row[1] + 1) % 5, *row[2:])
            for row, said in zip(rows, town.said, strict=True)
        ]
        again = filled(turned, shares)
        if list(before[reader.id].values()) != list(levels_for(again.people[number], again.person).values()):
            changed.append(number)
        db.session.rollback()
    return changed


@pytest.mark.any_database
@FEW
@given(ROWS, SHARES)
def test_no_reader_learns_a_level_from_a_statement_that_they_may_not_read(context, rows, shares):
    assert learnt_from_hidden(rows, shares) == []


@pytest.mark.deep
@pytest.mark.any_database
@MANY
@given(ROWS, SHARES)
def test_no_reader_learns_a_level_in_hundreds_of_histories(context, rows, shares):
    assert learnt_from_hidden(rows, shares) == []


def test_the_test_for_hidden_statements_bites(context, monkeypatch):
    rows = [(0, 2, Kind.SELF, 1, 0, Visibility.PERSON)]
    monkeypatch.setattr(asking, "_may_read", lambda *_: true())

    assert learnt_from_hidden(rows, []) == [1, 2, 3]


@given(
    st.lists(st.tuples(st.integers(0, 4), st.sampled_from(Kind), st.integers(0, 900)), max_size=10),
    st.integers(0, 1000),
)
def test_the_level_depends_on_nothing_but_statements_rule_and_date(rows, later):
    words = [rules.Word(level, kind, EARLIER + day * DAY, number) for number, (level, kind, day) in enumerate(rows)]
    renumbered = [word._replace(sequence=word.sequence * 7 + 3) for word in words]
    on, ageing = EARLIER + later * DAY, rules.Ageing(12, 24)

    one, two = rules.current(words, on=on, ageing=ageing), rules.current(renumbered, on=on, ageing=ageing)

    assert (one and (one.level, one.rule, one.freshness)) == (two and (two.level, two.rule, two.freshness))
