"""What a model says about itself: everybody can read it, HR can change it, and files carry it."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from app import clock
from app.competences import actions, library, queries
from app.competences.models import Framework
from app.competences.rules import Stage, exchange, moodle
from app.competences.rules.exchange import FrameworkEntry
from app.db import db
from app.text import csv_table as table
from tests import make
from tests.competences.test_library import CONTENT

ABOUT = "Wofür es gut ist.\n\n## Quelle\n\n- JRC, *CC BY 4.0*; mit „Zeichen“\n- Fassung 3"
SHORT = FrameworkEntry("haus", "Haus", "House", "1", (("nichts", "none"), ("etwas", "some")), (), "")


def described(about=ABOUT, **other):
    framework = make.framework(**other)
    actions.framework.describe(framework, about)
    make.competence(area=make.area(framework=framework))
    return framework


def details(framework, about):
    scale = "\n".join(f"Stufe {n} | Level {n}" for n in range(5))
    names = {"title": framework.title, "title_en": framework.title_en, "version": framework.version}
    return names | {"scale": scale, "about": about, "revision": framework.revision}


def test_where_a_model_comes_from_stands_where_people_meet_it(app, client, cast, saved):
    framework = saved(described)
    with app.app_context():
        key = db.session.get_one(Framework, framework.id).areas[0].competences[0].key
    client.sign_in(cast.ada)

    page = client.get(f"/competences/{key}").text
    link = re.search(rf"/competences/self-assessment\?model={framework.key}#about-model", page)
    assert '<h2 id="s-quelle">Quelle</h2>' in client.get(link[0].replace("&amp;", "&")).text
    assert "CC BY 4.0" in client.sign_in(cast.lin).get(f"/studio/frameworks/{framework.id}").text


def test_hr_changes_what_a_model_says_about_itself_without_asking_whether_levels_mean_the_same(
    app, client, cast, saved
):
    framework = saved(described)
    address = f"/studio/frameworks/{framework.id}"
    client.sign_in(cast.lin)
    assert "## Quelle" in client.get(f"{address}/details").text

    client.post(f"{address}/details", data=details(framework, "Neu, *von uns*."))

    assert "<p>Neu, <em>von uns</em>.</p>" in client.get(address).text
    assert "Quelle" not in client.get(address).text


def test_a_text_whose_source_is_unknown_stays_until_another_one_is_typed(client, cast, saved):
    framework = saved(make.framework)
    framework = saved(lambda: _only_shown(framework.id))
    address = f"/studio/frameworks/{framework.id}"
    client.sign_in(cast.lin)

    client.post(f"{address}/details", data=details(framework, ""))
    assert "Von früher." in client.get(address).text
    assert "written before Lotse kept" in client.get(f"{address}/details").text


def _only_shown(framework_id):
    framework = db.session.get_one(Framework, framework_id)
    framework.body_html = "<p>Von früher.</p>"
    return framework


def test_a_text_that_was_taken_over_without_its_source_comes_from_the_file_also_into_a_draft(context):
    reading = library.read(CONTENT)[0]
    library.apply(reading, clock.now())
    digcomp = db.session.scalars(select(Framework).where(Framework.key == "digcomp")).one()
    draft = actions.begin_version(digcomp, by=make.person("Lin"))
    digcomp.body = draft.body = ""
    other = make.framework()
    actions.framework.describe(other, "Von Hand.")

    library.apply(reading, clock.now())

    assert ["Cosgrove, J. und Cachia, R." in one.body for one in (digcomp, draft)] == [True, True]
    assert other.body == "Von Hand."


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc")) | st.just("\n"), max_size=200).map(str.strip))
def test_whatever_the_text_a_file_of_ours_and_one_of_moodle_bring_it_back(about):
    entry = replace(SHORT, about=about)

    ours, errors = exchange.from_rows(table.read(table.write(exchange.to_rows(entry))))
    theirs, more = moodle.from_rows(table.read(table.write(moodle.to_rows(entry), ",")))

    assert (ours.about, theirs.about or "", theirs.version) == (about, about, "1")
    assert errors + more == []


def test_a_file_without_the_column_leaves_the_text_alone_and_an_empty_cell_removes_it(context):
    draft = described(stage=Stage.DRAFT)
    text = queries.csv_of(draft, as_moodle=False)
    rows = [row.cells for row in table.read(text)]
    emptied = [(*rows[1][:-1], ""), *rows[2:]]

    actions.import_framework(table.write(row[:-1] for row in rows), by=make.person("Lin"))
    assert draft.body == ABOUT

    looked = queries.look_at(table.write([rows[0], *emptied]))
    actions.import_framework(table.write([rows[0], *emptied]), by=make.person("Lin"))
    assert (looked.summary.has_other_about, draft.body, draft.body_html) == (True, "", "")


def test_a_description_that_moodle_wrote_as_html_becomes_paragraphs():
    rows = moodle.to_rows(replace(SHORT, about="x"))
    rows[1][3], rows[1][4] = "<p>2</p><h3>Woher</h3><p>Von <b>uns</b> &amp; anderen</p>", "1"

    found, _errors = moodle.from_rows(table.read(table.write(rows, ",")))

    assert (found.version, found.about) == ("2", "Woher\n\nVon uns & anderen")


def test_the_look_at_a_file_says_that_the_text_becomes_another(client, cast, saved, app):
    framework = saved(described)
    with app.app_context():
        text = queries.csv_of(db.session.get_one(Framework, framework.id), as_moodle=False)
    client.sign_in(cast.lin)

    same = client.post("/studio/frameworks/import", data={"text": text}).text
    other = client.post("/studio/frameworks/import", data={"text": text.replace("Wofür es gut ist", "Wozu")}).text

    assert ["another text" in page for page in (same, other)] == [False, True]


@pytest.mark.parametrize("longest", [exchange.LONGEST_ABOUT + 1])
def test_a_text_that_is_too_long_is_refused_in_its_row(longest):
    entry = replace(SHORT, about="x" * longest)

    _found, errors = exchange.from_rows(table.read(table.write(exchange.to_rows(entry))))

    assert errors[0].line == 2
    assert "10,000" in errors[0].sentence
