"""How fresh a level is, on the pages: in words, with one click to confirm it."""

import datetime as dt

from app import clock
from app.competences import actions, queries
from app.competences.models import Competence
from app.competences.rules import Kind
from app.db import db
from tests import make

LONG_AGO = dt.date(2020, 1, 1)


def competence(**ageing):
    made = make.competence()
    for name, months in ageing.items():
        setattr(made, name, months)
    db.session.flush()
    return made


def test_a_level_that_has_faded_asks_to_be_confirmed_and_one_click_does_it(client, cast, saved):
    faded = saved(competence)
    saved(make.statement, cast.ada, faded, 3, observed_on=LONG_AGO)
    client.sign_in(cast.ada)

    before = client.get("/competences").text
    response = client.post(f"/competences/{faded.key}/confirmation", data={"next": "/competences"})
    after = client.get("/competences").text

    assert "please confirm" in before
    assert "1 level was last seen long ago." in before
    assert response.location == "/competences"
    assert ("please confirm" in after, "fresh" in after) == (False, True)
    with client.application.app_context():
        assert queries.standings(cast.ada.id)[faded.id].because.observed_on == clock.today()


def test_a_level_that_has_expired_no_longer_counts_and_the_page_says_so(client, cast, saved):
    expiring = saved(competence, expires_after_months=12)
    saved(make.statement, cast.ada, expiring, 3, observed_on=LONG_AGO)
    client.sign_in(cast.ada)

    assert "expired" in client.get("/competences").text
    assert "Your last level has expired." in client.get(f"/competences/{expiring.key}").text
    with client.application.app_context():
        assert queries.current_levels(cast.ada.id) == {}


def test_what_lasts_is_fresh_however_old(client, cast, saved):
    lasting = saved(competence, fades_after_months=None)
    saved(make.statement, cast.ada, lasting, 3, observed_on=LONG_AGO)

    assert "please confirm" not in client.sign_in(cast.ada).get("/competences").text


def test_the_usual_is_to_fade_after_two_years(context):
    made = make.competence()
    db.session.expire(made)

    assert (made.fades_after_months, made.expires_after_months) == (24, None)


def test_the_page_shows_the_level_over_time_as_picture_and_table_and_takes_a_word_back(client, cast, saved):
    made = saved(competence)
    saved(make.statement, cast.ada, made, 1, observed_on=LONG_AGO)
    saved(make.statement, cast.ada, made, 3, Kind.COMPLETION, source="Kurs", observed_on=dt.date(2022, 1, 1))
    (word,) = saved(actions.assess, cast.ada, {made.id: 2})
    client.sign_in(cast.ada)

    page = client.get(f"/competences/{made.key}").text
    client.post(f"/competences/statements/{word.id}/retraction")
    after = client.get(f"/competences/{made.key}").text

    assert "Your level over time, at present 2" in page
    assert "The words differ." in page
    assert "Your level over time, at present 3" in after
    assert "You are at level 3" in after


def test_of_alike_statements_the_newest_counts_and_one_of_a_later_day_hides_nothing(context):
    ada, made = make.person("Ada"), make.competence()
    make.statement(ada, made, 2, observed_on=LONG_AGO)
    make.statement(ada, made, 2, observed_on=clock.today() + dt.timedelta(days=5))

    now = queries.standings(ada.id)[made.id]

    assert (now.level, now.because.observed_on) == (2, LONG_AGO)
    assert db.session.get(Competence, made.id) is made


def test_the_page_says_what_came_after_what_on_one_day_and_names_nobody_twice(client, cast, saved):
    made = saved(competence)
    saved(make.statement, cast.ada, made, 1)
    saved(make.statement, cast.ada, made, 2, Kind.LEADER, actor_id=cast.max.id, source=f"Gespräch mit {cast.max.name}")

    page = client.sign_in(cast.ada).get(f"/competences/{made.key}").text

    assert "This came after: Self-assessment, level 1, on the same day." in page
    assert "This is newer than" not in page
    assert f"{cast.max.name}, Gespräch" not in page
    assert "All of them stay; your level follows from the rule above." in page


def test_the_picture_says_that_levels_count_up_to_the_goal(client, cast, saved):
    made = saved(competence)
    saved(make.statement, cast.ada, made, 3)
    goal = saved(make.profile, targets={made: 2})
    saved(actions.choose_goal, cast.ada, goal.id)

    assert "counted up to what your goal asks for" in client.sign_in(cast.ada).get("/competences").text
