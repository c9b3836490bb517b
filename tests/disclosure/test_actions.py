"""The ledger: what was released, when and to whom, and that nothing in it changes."""

import datetime as dt

import pytest
import time_machine
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError

from app import clock
from app.db import db
from app.disclosure import actions, queries
from app.disclosure.models import Figure, FigureReader, Ledger
from app.disclosure.rules import Cell, Report, Verdict
from tests import make

REPORT = Report("how-it-was")
DAY = dt.timedelta(days=1)


def release(people, yes):
    counts = {"yes": yes, "no": people - yes}
    return actions.release(REPORT, [Cell("all", frozenset(range(people)), counts)])["all"]


def shown():
    return {key[1]: (one.size, one.counts) for key, one in queries.latest_figures([REPORT.key]).items()}


def test_what_is_released_stays_what_is_shown_until_there_are_five_more(context):
    verdicts = [release(4, 2), release(5, 3), release(7, 4)]

    assert verdicts == [Verdict.TOO_SMALL, Verdict.SHOWN, Verdict.TOO_CLOSE]
    assert shown() == {"all": (5, {"yes": 3, "no": 2})}
    assert release(10, 5) is Verdict.SHOWN
    assert shown() == {"all": (10, {"yes": 5, "no": 5})}


def test_what_is_too_alike_is_remembered_without_what_was_said(context):
    assert [release(5, 5), release(6, 5)] == [Verdict.TOO_ALIKE, Verdict.TOO_CLOSE]

    assert shown() == {}
    assert [(one.size, one.counts, one.is_shown) for one in db.session.scalars(select(Figure))] == [(5, None, False)]


def test_the_ledger_says_when_what_was_shown_to_whom_and_not_who_was_in_it(context):
    ada, max_ = make.person("Ada"), make.person("Max")
    with time_machine.travel(clock.now() - DAY):
        release(5, 3)

    for person in (ada, ada, max_):
        db.session.commit()
        assert len(actions.show([REPORT.key], to=person)) == 1
    db.session.rollback()

    figure = db.session.scalars(select(Figure)).one()
    assert figure.released_on == clock.today() - DAY
    assert [
        (row.person_id, row.read_on)
        for row in db.session.scalars(select(FigureReader).order_by(FigureReader.person_id))
    ] == [
        (ada.id, clock.today()),
        (max_.id, clock.today()),
    ]
    assert len(set(figure.members)) == 5
    assert not {"0", "1", "2", "3", "4"} & set(figure.members)


def test_a_figure_never_changes(context):
    release(5, 3)
    db.session.commit()

    with pytest.raises(DatabaseError, match="append-only"):
        db.session.execute(text("UPDATE figure SET size = 4"))


def test_a_closed_report_shows_what_it_has_and_releases_nothing_more(context):
    release(5, 3)

    actions.close([REPORT.key])

    assert release(10, 6) is Verdict.TOO_CLOSE
    assert shown() == {"all": (5, {"yes": 3, "no": 2})}
    assert db.session.scalars(select(Ledger.salt)).all() == [None]


def test_of_parts_and_their_whole_the_whole_comes_first(context):
    cells = [
        Cell("small", frozenset(range(3)), {"yes": 2, "no": 1}),
        Cell("rest", frozenset(range(3, 10)), {"yes": 4, "no": 3}),
        Cell("whole", frozenset(range(10)), {"yes": 6, "no": 4}),
    ]

    verdicts = actions.release(REPORT, cells)

    assert verdicts == {"whole": Verdict.SHOWN, "rest": Verdict.TOO_CLOSE, "small": Verdict.TOO_SMALL}


def test_two_reports_know_nothing_of_each_other(context):
    release(5, 3)

    other = actions.release(Report("something-else"), [Cell("all", frozenset(range(6)), {"yes": 3, "no": 3})])

    assert other == {"all": Verdict.SHOWN}
    assert len(queries.latest_figures([REPORT.key, "something-else"])) == 2
