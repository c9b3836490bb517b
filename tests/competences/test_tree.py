"""HR's editor of frameworks: what it changes, what it refuses, and that nobody overwrites unseen."""

import re

import pytest
from sqlalchemy import select

from app.competences import actions
from app.competences.models import Area, Competence
from app.competences.rules import Stage
from app.db import db
from app.errors import Refused
from tests import make

pytestmark = pytest.mark.any_database

WORDS = {"title": "Neu", "title_en": "New", "body": "Kurz."}
LEVELS = {f"level_{number}": f"Ich kann Stufe {number}." for number in range(1, 5)}


def texts(competence):
    """What the form of a competence sends."""
    return WORDS | LEVELS | {"only_wording": "y", "area_id": competence.area_id, "revision": competence.revision}


def titles(app, model=Competence):
    with app.app_context():
        return list(db.session.scalars(select(model.title).order_by(model.position)))


def test_the_studio_stands_in_the_menu_of_hr_developers_alone(client, cast):
    assert "/studio/courses" in client.sign_in(cast.lin).get("/").text
    assert "/studio" not in client.sign_in(cast.ada).get("/").text


@pytest.mark.parametrize("count", [1, 3])
def test_list_frameworks_asks_the_same_few_questions(client, cast, saved, queries, count):
    for number in range(count):
        saved(make.competence, f"Können {number}")
    client.sign_in(cast.lin)
    queries.clear()

    page = client.get("/studio/frameworks").text

    assert len(set(re.findall(r"/studio/frameworks/\d+", page))) == count
    assert len([one for one in queries if not one.startswith("BEGIN")]) == 4


@pytest.mark.parametrize("count", [1, 3])
def test_show_framework_asks_the_same_few_questions(client, cast, saved, queries, count):
    framework = saved(make.framework)
    for number in range(count):
        saved(make.competence, f"Können {number}", saved(make.area, f"Bereich {number}", framework))
    client.sign_in(cast.lin)
    queries.clear()

    page = client.get(f"/studio/frameworks/{framework.id}").text

    assert len(set(re.findall(r"Können \d", page))) == count
    assert len([one for one in queries if not one.startswith("BEGIN")]) == 6


def test_a_model_is_made_from_nothing(app, client, cast):
    client.sign_in(cast.lin)
    form = {"title": "Haus", "title_en": "House", "version": "1", "scale": "nichts | nothing\netwas | some"}
    made = client.post("/studio/frameworks/new", data=form | {"revision": 0}).location

    client.post(f"{made}/areas/new", data=WORDS | {"title": "Bereich", "revision": 0})
    with app.app_context():
        area = db.session.scalars(select(Area)).one()
    data = WORDS | {"level_1": "Ich kann es.", "area_id": area.id, "revision": 0}
    client.post(f"/studio/areas/{area.id}/competences/new", data=data)

    page = client.get(made).text
    assert [word in page for word in ("House", "0 – nothing", "New", "Draft")] == [True] * 4
    assert client.get("/competences/new").status_code == 404  # nobody sees a draft


def test_a_scale_that_cannot_be_read_is_refused_and_nothing_typed_is_lost(client, cast):
    form = {"title": "Haus", "title_en": "House", "version": "1", "scale": "nur eine Zeile", "revision": 0}

    answer = client.sign_in(cast.lin).post("/studio/frameworks/new", data=form)

    assert answer.status_code == 422
    assert "each on a line of its own" in answer.text
    assert "nur eine Zeile" in answer.text


def test_an_edited_competence_is_left_alone_by_a_sync_of_files(app, client, cast, saved):
    competence = saved(make.competence, "Alt")

    client.sign_in(cast.lin).post(f"/studio/competences/{competence.id}", data=texts(competence))

    with app.app_context():
        row = db.session.get_one(Competence, competence.id)
        assert (row.title, row.edited_at is None, row.revision) == ("Neu", False, 1)
        assert [one.behaviour for one in row.descriptions] == list(LEVELS.values())


def test_who_saves_second_overwrites_nothing_and_sees_both(app, client, cast, saved):
    competence = saved(make.competence, "Alt")
    form = texts(competence)
    client.sign_in(cast.lin).post(f"/studio/competences/{competence.id}", data=form | {"title": "Von der ersten"})

    answer = client.post(f"/studio/competences/{competence.id}", data=form | {"title": "Von der zweiten"})

    assert answer.status_code == 422
    assert titles(app) == ["Von der ersten"]
    assert "Von der ersten" in answer.text
    assert "Von der zweiten" in answer.text
    assert 'name="revision" type="hidden" value="1"' in answer.text


def test_competences_move_within_their_area(app, client, cast, saved):
    area = saved(make.area)
    first, _second = saved(make.competence, "Erste", area), saved(make.competence, "Zweite", area)
    client.sign_in(cast.lin)

    def move(direction):
        answer = client.post(f"/studio/competences/{first.id}/place", data={"direction": direction})
        return titles(app), answer.headers["Location"].rpartition("-")[2]

    assert move("down") == (["Zweite", "Erste"], "up")
    assert move("down") == (["Zweite", "Erste"], "up")
    assert move("up") == (["Erste", "Zweite"], "down")


def test_whoever_has_moved_something_comes_back_to_the_button_that_moves_it_on(client, cast, saved):
    framework = saved(make.framework)
    areas = [saved(make.area, f"Bereich {number}", framework) for number in range(3)]
    rows = [saved(make.competence, f"Kompetenz {number}", areas[0]) for number in range(3)]
    client.sign_in(cast.lin)

    for path, row in (("areas", areas[0]), ("competences", rows[0])):
        for ends_at in ("down", "up"):
            answer = client.post(f"/studio/{path}/{row.id}/place", data={"direction": "down"})
            page, _, place = answer.headers["Location"].partition("#")
            assert place.endswith(ends_at)
            assert f'<button type="submit" id="{place}"' in client.get(page).text


def test_areas_move_within_their_model_and_go_when_they_are_empty(app, client, cast, saved):
    framework = saved(make.framework)
    first, second = saved(make.area, "Erster", framework), saved(make.area, "Zweiter", framework)
    saved(make.competence, area=second)
    client.sign_in(cast.lin)

    client.post(f"/studio/areas/{second.id}/place", data={"direction": "up"})
    assert titles(app, Area) == ["Zweiter", "Erster"]
    assert client.post(f"/studio/areas/{second.id}/removal").status_code == 409
    client.post(f"/studio/areas/{first.id}/removal")
    assert titles(app, Area) == ["Zweiter"]


def test_what_somebody_has_been_assessed_in_is_archived_and_comes_back(context):
    lin, competence = make.person("Lin"), make.competence()
    make.statement(make.person("Ada"), competence, 2)

    actions.archive_competence(competence, by=lin)
    assert competence.retired_at is not None
    with pytest.raises(Refused):
        actions.delete_competence(competence, by=lin)
    actions.restore_competence(competence, by=lin)
    assert competence.retired_at is None


def test_nobody_is_asked_any_more_about_what_is_archived(context):
    ada, zoe, gone, other = make.person("Ada"), make.person("Zoe"), make.competence("Faxen"), make.competence("Lesen")
    both, lost = make.inquiry(ada, zoe, competences=[gone, other]), make.inquiry(ada, zoe, competences=[gone])

    actions.archive_competence(gone, by=make.person("Lin"))

    assert [(one.stage, [line.competence_id for line in one.lines]) for one in (both, lost)] == [
        ("open", [other.id]),
        ("withdrawn", []),
    ]


def test_archiving_is_offered_once_no_profile_asks_for_the_competence(client, cast, saved):
    competence = saved(make.competence)
    profile = saved(lambda: make.profile("Lotsin", {competence: 2}))
    client.set_cookie("language", "en")
    client.sign_in(cast.lin)
    path = f"/studio/competences/{competence.id}"

    asked_for = client.get(path).text
    client.post(f"/studio/profiles/{profile.id}/archive")
    free = client.get(path).text

    assert "once no profile asks for it: 1 still does" in asked_for
    assert [f'action="{path}/archive"' in page for page in (asked_for, free)] == [False, True]


def test_what_a_profile_asks_for_is_not_archived(context):
    competence = make.competence()
    make.profile("Lotsin", {competence: 2})

    with pytest.raises(Refused, match="1 profile still asks for this competence: Lotsin"):
        actions.archive_competence(competence, by=make.person("Lin"))


def test_only_a_draft_lets_a_competence_be_deleted(context):
    lin = make.person("Lin")
    published = make.competence()
    draft = make.competence(area=make.area(framework=make.framework(stage=Stage.DRAFT)))

    with pytest.raises(Refused):
        actions.delete_competence(published, by=lin)
    actions.delete_competence(draft, by=lin)

    assert db.session.scalars(select(Competence)).all() == [published]


def test_the_number_of_levels_is_settled_once_a_model_is_published(context):
    framework = make.framework(levels=2)
    words = {"revision": 0, "title": "a", "title_en": "b", "version": "1"}
    scale = [("nichts", "none"), ("etwas", "some"), ("viel", "much")]

    actions.edit_framework(framework, by=make.person("Lin"), scale=scale, **words, only_wording=True)
    assert [level.title for level in framework.levels] == ["nichts", "etwas", "viel"]
    with pytest.raises(Refused, match="needs a new version"):
        actions.edit_framework(framework, by=make.person("Lin"), scale=scale[:2], **words | {"revision": 1})


def test_other_words_in_a_model_in_use_need_the_word_that_they_mean_the_same(client, cast, saved):
    competence = saved(make.competence, "Können")
    saved(make.statement, cast.ada, competence, 2)
    url = f"/studio/competences/{competence.id}"
    sent = texts(competence) | {"level_2": "Ich kann etwas ganz anderes.", "only_wording": ""}
    client.sign_in(cast.lin)

    page = client.get(url).text
    assert "Fewer than 5 people have been assessed in it" in page
    assert 'name="only_wording"' in page
    refused = client.post(url, data=sent)

    assert refused.status_code == 422
    assert "begin a new version of the model" in refused.text
    assert "Ich kann etwas ganz anderes." in refused.text
    assert "Ich kann etwas ganz anderes." not in client.get(url).text
    assert client.post(url, data=sent | {"only_wording": "y"}).status_code == 303
    assert "Ich kann etwas ganz anderes." in client.get(url).text


def test_names_of_levels_in_use_need_it_as_well_but_not_what_stays_the_same(context):
    framework = make.framework(levels=2)
    words = {"title": "Anders", "title_en": "Other", "version": "2", "by": make.person("Lin")}
    same = [(level.title, level.title_en) for level in framework.levels]
    other = [("nichts", "none"), *same[1:]]

    actions.edit_framework(framework, revision=0, scale=same, **words)
    with pytest.raises(Refused, match="only the wording changes"):
        actions.edit_framework(framework, revision=1, scale=other, **words)

    assert [(level.title, level.title_en) for level in framework.levels] == same


def test_a_model_in_use_without_a_competence_can_have_other_names_of_levels_too(client, cast, saved):
    framework = saved(make.framework, levels=2)
    url, words = f"/studio/frameworks/{framework.id}/details", {"title": "a", "title_en": "b", "version": "1"}
    client.sign_in(cast.lin)

    assert 'name="only_wording"' in client.get(url).text
    sent = words | {"revision": 0, "scale": "nichts | none\nwenig | some\nviel | much", "only_wording": "y"}
    assert client.post(url, data=sent).status_code == 303


def test_how_levels_age_and_where_a_competence_stands_change_without_a_word(context):
    competence = make.competence()
    said = {one.number: one.behaviour for one in competence.descriptions}
    kept = {"title": competence.title, "title_en": competence.title_en, "body": competence.body, "behaviours": said}

    actions.edit_competence(
        competence, by=make.person("Lin"), revision=0, area_id=competence.area_id, fades_after_months=3, **kept
    )

    assert competence.fades_after_months == 3


def test_in_a_draft_nobody_is_asked_whether_words_mean_the_same(client, cast, saved):
    draft = saved(make.framework, stage=Stage.DRAFT)
    competence = saved(make.competence, area=saved(make.area, framework=draft))
    client.sign_in(cast.lin)

    assert "only_wording" not in client.get(f"/studio/competences/{competence.id}").text
    assert "only_wording" not in client.get(f"/studio/frameworks/{draft.id}/details").text
    unsaid = texts(competence) | {"only_wording": ""}
    assert client.post(f"/studio/competences/{competence.id}", data=unsaid).status_code == 303


def test_an_outdated_version_stays_as_it_is(context):
    outdated = make.area(framework=make.framework(stage=Stage.OUTDATED))

    with pytest.raises(Refused, match="no longer in use"):
        actions.edit_area(outdated, by=make.person("Lin"), revision=0, title="a", title_en="b", body="")


def test_a_new_key_is_one_that_no_competence_has(context):
    lin, area = make.person("Lin"), make.area()
    words = {"title": "Ziel", "title_en": "Goal", "body": "Kurz.", "behaviours": {}}

    keys = [actions.add_competence(area, by=lin, **words).key for _ in range(2)]

    assert keys == ["goal-2", "goal-3"]


def test_the_order_of_the_editor_is_that_of_the_self_assessment(client, cast, saved):
    framework = saved(make.framework)
    later, sooner = saved(make.area, "Später", framework), saved(make.area, "Früher", framework)
    saved(make.competence, area=later)
    saved(make.competence, area=sooner)
    client.sign_in(cast.lin).post(f"/studio/areas/{sooner.id}/place", data={"direction": "up"})

    page = client.get("/competences/self-assessment").text

    assert page.index(">Früher<") < page.index(">Später<")
