"""HR's editor of profiles, what the page of families counts, and tables as files."""

import datetime as dt
import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from app.competences import actions, queries, rules
from app.competences.models import Profile
from app.db import db
from app.people.models import JobFamily
from app.text import csv_table as table
from tests import make

pytestmark = pytest.mark.any_database

WORDS = {"title": "Neu", "title_en": "New", "kind": "role", "about": "Wozu."}
TODAY = dt.date(2026, 11, 25)


def asked(queries):
    return [statement for statement in queries if not statement.startswith("BEGIN")]


def test_a_profile_is_made_with_targets_and_families(app, client, cast, saved):
    competence, family = saved(make.competence), saved(make.family)
    data = WORDS | {"revision": 0, f"target_{competence.id}": 3, "families": [family.id]}

    answer = client.sign_in(cast.lin).post("/studio/profiles/new", data=data)

    assert answer.status_code == 303
    with app.app_context():
        row = db.session.scalars(select(Profile)).one()
        assert [(one.competence_id, one.level) for one in row.targets] == [(competence.id, 3)]
        assert [one.id for one in row.families] == [family.id]
        assert (row.key, row.body_html) == ("neu", "<p>Wozu.</p>")


def test_what_is_marked_as_important_is_stored_shown_and_can_be_taken_back(app, client, cast, saved):
    first, second = saved(make.competence, "Beraten"), saved(make.competence, "Daten erheben")
    data = WORDS | {"revision": 0, f"target_{first.id}": 3, f"target_{second.id}": 2}
    profile = saved(make.profile, "Lotsin", {first: 3, second: 2})
    path = f"/studio/profiles/{profile.id}"
    client.sign_in(cast.lin).post(path, data=data | {f"important_{first.id}": "y"})

    def weights():
        with app.app_context():
            return {one.competence_id: one.weight for one in db.session.get_one(Profile, profile.id).targets}

    assert weights() == {first.id: 2, second.id: 1}
    assert re.search(rf'checked[^>]*name="important_{first.id}"', client.get(path).text)
    assert not re.search(rf'checked[^>]*name="important_{second.id}"', client.get(path).text)
    assert "level 3, important" in client.get("/competences/goal").text
    client.post(path, data=data | {"revision": 1})
    assert weights() == {first.id: 1, second.id: 1}


def test_the_text_of_a_profile_is_shown_corrected_and_emptied(app, client, cast, saved):
    competence = saved(make.competence)
    data = WORDS | {"about": "Wozu:\n\n- *eins*", "revision": 0, f"target_{competence.id}": 3}
    client.sign_in(cast.lin).post("/studio/profiles/new", data=data)
    with app.app_context():
        profile = db.session.scalars(select(Profile)).one()

    def typed():
        page = client.get(f"/studio/profiles/{profile.id}").text
        return html.unescape(re.search(r"<textarea[^>]*>\s*(.*?)</textarea>", page, re.DOTALL)[1]).replace("\r", "")

    def told():
        with app.app_context():
            return db.session.get_one(Profile, profile.id).body_html

    assert typed() == "Wozu:\n\n- *eins*"
    client.post(f"/studio/profiles/{profile.id}", data=data | {"about": "Neu.", "revision": 1})
    assert (typed(), told()) == ("Neu.", "<p>Neu.</p>")
    client.post(f"/studio/profiles/{profile.id}", data=data | {"about": "", "revision": 2})
    assert (typed(), told()) == ("", "")


def test_a_text_that_is_stored_without_its_source_is_shown_and_stays_until_another_is_typed(app, client, cast, saved):
    competence = saved(make.competence)
    profile = saved(make.profile, "Lotsin", {competence: 1})
    path, data = f"/studio/profiles/{profile.id}", WORDS | {f"target_{competence.id}": 3}

    assert "<p>Wozu.</p>" in client.sign_in(cast.lin).get(path).text
    client.post(path, data=data | {"about": "", "revision": 0})
    assert "<p>Wozu.</p>" in client.get(path).text
    client.post(path, data=data | {"about": "Neu.", "revision": 1})
    assert "<p>Wozu.</p>" not in client.get(path).text


def test_what_somebody_else_made_of_the_text_stands_beside_what_was_typed(client, cast, saved):
    competence = saved(make.competence)
    profile = saved(make.profile, "Lotsin", {competence: 1})
    path, data = f"/studio/profiles/{profile.id}", WORDS | {f"target_{competence.id}": 3, "revision": 0}
    client.sign_in(cast.lin).post(path, data=data | {"about": "Zuerst da."})

    page = client.post(path, data=data | {"about": "Zu spät."}).text

    assert "Zuerst da." in page
    assert "Zu spät." in page


def test_a_profile_without_any_target_is_refused(client, cast, saved):
    competence = saved(make.competence)
    data = WORDS | {"revision": 0, f"target_{competence.id}": 0}

    answer = client.sign_in(cast.lin).post("/studio/profiles/new", data=data)

    assert answer.status_code == 422
    assert "asks for at least one competence" in answer.text


def test_a_family_that_is_chosen_leaves_its_former_profile(context):
    lin, family, competence = make.person("Lin"), make.family(), make.competence()
    before, after = make.profile("Alt", {competence: 1}, (family,)), make.profile("Neu", {competence: 1})
    words = {"title": "Neu", "title_en": "New", "kind": rules.ProfileKind.JOB, "about": "", "revision": 0}

    actions.edit_profile(after, by=lin, families=[family.id], targets={competence.id: 2}, **words)

    assert (before.families, [one.id for one in after.families]) == ([], [family.id])
    assert before.edited_at is not None
    assert after.body_html == "<p>Wozu.</p>"


def test_who_saves_a_profile_second_overwrites_nothing(app, client, cast, saved):
    competence = saved(make.competence)
    profile = saved(make.profile, "Lotsin", {competence: 1})
    data = WORDS | {"revision": 0, f"target_{competence.id}": 2}
    client.sign_in(cast.lin).post(f"/studio/profiles/{profile.id}", data=data)

    answer = client.post(f"/studio/profiles/{profile.id}", data=data | {"title": "Andere"})

    assert answer.status_code == 422
    assert "This is what is stored now" in answer.text
    with app.app_context():
        assert db.session.get_one(Profile, profile.id).title == "Neu"


def test_a_profile_is_no_longer_offered_and_comes_back(client, cast, saved):
    profile = saved(make.profile, "Lotsin", {saved(make.competence): 1})
    client.sign_in(cast.lin).post(f"/studio/profiles/{profile.id}/archive")
    client.get("/competences/goal")
    assert "Lotsin" not in client.get("/competences/goal").text

    client.post(f"/studio/profiles/{profile.id}/return")
    assert "Lotsin" in client.get("/competences/goal").text


@pytest.mark.parametrize("count", [1, 3])
def test_lists_of_the_studio_ask_the_same_few_questions(client, cast, saved, queries, count):
    for number in range(count):
        saved(make.profile, f"Profil {number}", {saved(make.competence): 1}, (saved(make.family),))
    client.sign_in(cast.lin)
    for path, most in (("/studio/profiles", 7), ("/studio/families", 5)):
        queries.clear()
        page = client.get(path).text
        assert page.count("Profil ") == count
        assert len(asked(queries)) <= most


def staff(cast, **people):
    """Families with so many people each."""
    for title, count in people.items():
        job = make.job(family=make.family(title))
        for number in range(count):
            make.person(f"Kim {number}", cast.office, job_id=job.id)


def counts(page):
    """The numbers of people on the page of families: in the lines, and without a profile."""
    lines = dict(
        re.findall(
            r'table__head"><a[^>]*>([^<]+)<.*?data-label="People"><div class="table__value">([^<]*)<', page, re.S
        )
    )
    return lines, re.search("without a profile for their job: ([^<]*)[.]<", page)


@pytest.mark.parametrize(
    ("people", "told"), [(0, "fewer than 5"), (4, "fewer than 5"), (5, "5 to 19"), (20, "20 to 99")]
)
def test_people_are_counted_in_steps(client, cast, saved, people, told):
    saved(lambda: staff(cast, Bau=people))

    lines, _ = counts(client.sign_in(cast.lin).get("/studio/families").text)

    assert lines["Bau"] == told


def test_neither_lines_nor_sum_give_a_small_family_away(app, client, cast, saved):
    """Four in the archive and four in no job: "5 to 19" would say that nobody's number is nought."""
    saved(lambda: staff(cast, Bau=17, Archiv=4))
    saved(lambda: make.profile("Lotsin", {make.competence(): 1}, tuple(db.session.scalars(of_title("Bau")))))
    with app.app_context():
        assert queries.people_without_job(TODAY) == 4

    page = client.sign_in(cast.lin).get("/studio/families").text

    assert counts(page) == ({"Archiv": "fewer than 5", "Bau": "5 to 19"}, None)
    assert "1 family has no profile yet." in page
    shown = re.sub(r"<[^>]+>", " ", page[page.index("<main") : page.index("</main>")])
    assert set(re.findall(r"[0-9]+", shown)) == {"1", "5", "19"}


def test_a_sum_that_gives_nothing_away_is_told_as_a_step(client, cast, saved):
    saved(lambda: staff(cast, Bau=17, Archiv=4))

    _, total = counts(client.sign_in(cast.lin).get("/studio/families").text)

    assert total.group(1) == "20 to 99"


def of_title(title):
    return select(JobFamily).where(JobFamily.title == title)


def test_people_in_no_job_are_counted(context):
    family = make.family()
    make.person("Ada", job_id=make.job(family=family).id)
    make.person("Max")
    make.person("Lin", left_on=TODAY - dt.timedelta(days=1))

    assert queries.people_without_job(TODAY) == 1


PARTS = st.lists(st.one_of(st.integers(0, 4), st.integers(0, 700)), max_size=8)


@given(PARTS)
def test_the_band_of_a_sum_leaves_every_number_below_5_as_open_as_before(parts):
    told = rules.band_of_sum(parts)
    if told is None:
        return
    least, most = told
    for place, part in enumerate(parts):
        if part < 5:
            others = [rules.band(one) for other, one in enumerate(parts) if other != place]
            fewest = sum(one[0] for one in others)
            highest = None if any(one[1] is None for one in others) else sum(one[1] for one in others)
            for possible in range(5):
                assert highest is None or possible + highest >= least
                assert most is None or possible + fewest <= most


@pytest.mark.parametrize(
    ("parts", "band"), [([18, 2], None), ([20, 2], (20, 99)), ([4, 4, 4, 4, 4], None), ([], (0, 4)), ([3], (0, 4))]
)
def test_a_sum_that_would_narrow_a_small_number_is_not_told(parts, band):
    assert rules.band_of_sum(parts) == band


@pytest.mark.parametrize(
    "raw", ["ä;ö".encode(), "ä;ö".encode("utf-8-sig"), "ä;ö".encode("cp1252"), "ä,ö".encode(), "ä\tö".encode("cp1252")]
)
def test_a_table_is_read_in_each_encoding_and_with_each_separator(raw):
    assert [row.cells for row in table.read(table.decode(raw))] == [("ä", "ö")]


@pytest.mark.parametrize("cell", ["=1+1", "+49", "-5", "@x", " =1", "'=1", "''-", "\t=", "plain", "'quoted'", ""])
def test_a_cell_that_a_spreadsheet_would_run_is_defused_and_comes_back(cell):
    written = table.write([[cell, "x"]])

    assert [row.cells for row in table.read(written)] == [(cell, "x")]
    assert not written.removeprefix("\ufeff").lstrip('"').lstrip().startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize(
    ("count", "band"), [(0, (0, 4)), (4, (0, 4)), (5, (5, 19)), (99, (20, 99)), (500, (500, None))]
)
def test_bands(count, band):
    assert rules.band(count) == band


def test_the_form_shows_what_is_stored(client, cast, saved):
    family = saved(make.family, "Personal")
    competence = saved(make.competence)
    profile = saved(make.profile, "Lotsin", {competence: 3}, (family,))

    page = client.sign_in(cast.lin).get(f"/studio/profiles/{profile.id}").text

    assert re.search(rf'checked[^>]*name="families"[^>]*value="{family.id}"', page)
    assert re.search(r'<option selected value="3">', page)
