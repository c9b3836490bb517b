"""Files of competences and profiles: what is taken over, what is left alone, what is named as wrong."""

import shutil
from pathlib import Path

import pytest
import yaml
from sqlalchemy import func, select

from app import clock
from app.competences import actions, library, queries
from app.competences.models import Area, Competence, CompetenceLink, Framework, Level, Profile, Target
from app.competences.rules import LinkKind, Stage
from app.content.origin import Verdict
from app.db import db
from app.people.models import JobFamily
from tests import make

pytestmark = pytest.mark.any_database

CONTENT = Path(__file__).parents[2] / "content"
SCALE = "levels:\n  - {title: nichts, title_en: nothing}\n  - {title: etwas, title_en: some}\n"


@pytest.fixture
def folder(tmp_path):
    """A small content folder: one framework, one area, two competences, one profile."""
    write(tmp_path, "competences/house/framework.md", f"id: house\ntitle: Haus\ntitle_en: House\nversion: '1'\n{SCALE}")
    write(tmp_path, "competences/house/01-data/area.md", "id: data\ntitle: Daten\ntitle_en: Data\n", "Kurz.")
    competence(tmp_path, "01-count", "count")
    competence(tmp_path, "02-read", "read")
    profile(tmp_path, "targets:\n  count: 1\n")
    return tmp_path


def write(root, name, front, body="Text."):
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{front}---\n{body}\n", encoding="utf-8")


def competence(root, name, key, levels="levels:\n  1: Ich kann es.\n"):
    front = f"id: {key}\ntitle: {key}\ntitle_en: {key}\n{levels}"
    write(root, f"competences/house/01-data/{name}.md", front)


def links(root, lines):
    competence(root, "01-count", "count", f"levels:\n  1: Ich kann es.\nlinks:\n{lines}")


def linked():
    rows = db.session.execute(select(CompetenceLink.kind, CompetenceLink.carries)).all()
    return [tuple(row) for row in rows]


def profile(root, targets, name="guide", families="[]"):
    front = f"id: {name}\ntitle: Lotse\ntitle_en: Guide\nkind: role\njob_families: {families}\n{targets}"
    write(root, f"profiles/{name}.md", front)


def sync(root):
    reading, problems = library.read(root)
    assert problems == []
    return library.apply(reading, clock.now())


def problems(root):
    return [str(problem) for problem in library.read(root)[1]]


def one(model, key):
    return db.session.scalars(select(model).where(model.key == key)).one()


def test_the_content_of_the_house_is_in_order(context):
    sync(CONTENT)

    assert db.session.scalar(select(func.count()).select_from(Competence)) == 51
    assert db.session.scalar(select(func.count()).select_from(Profile)) == 25
    assert db.session.scalar(select(func.max(Level.number))) == 4


def test_a_second_sync_changes_nothing(context, folder, queries):
    first = sync(folder)
    queries.clear()

    second = sync(folder)

    assert first.counts == {Verdict.ADD: 5}
    assert second.counts == {Verdict.SAME: 5}
    assert [statement for statement in queries if not statement.startswith("SELECT")] == []


def test_a_changed_file_changes_its_row_and_keeps_its_id(context, folder):
    sync(folder)
    before = one(Competence, "count").id
    competence(folder, "01-count", "count", "levels:\n  1: Ich zähle sicher.\n")

    report = sync(folder)

    assert report.counts[Verdict.UPDATE] == 1
    assert one(Competence, "count").id == before
    assert [d.behaviour for d in one(Competence, "count").descriptions] == ["Ich zähle sicher."]


def test_files_that_swap_their_names_swap_their_places_and_keep_their_ids(context, folder):
    sync(folder)
    before = {row.key: row.id for row in db.session.scalars(select(Competence))}
    competence(folder, "01-count", "read")
    competence(folder, "02-read", "count")

    sync(folder)

    rows = db.session.scalars(select(Competence).order_by(Competence.position)).all()
    assert [row.key for row in rows] == ["read", "count"]
    assert {row.key: row.id for row in rows} == before


def test_what_was_edited_here_is_left_alone_and_named(context, folder):
    sync(folder)
    row = one(Competence, "count")
    row.title, row.edited_at = "Hier geändert", clock.now()
    competence(folder, "01-count", "count", "levels:\n  1: In der Datei geändert.\n")

    report = sync(folder)

    assert row.title == "Hier geändert"
    assert [d.behaviour for d in row.descriptions] == ["Ich kann es."]
    assert report.left_alone == ["competences/house/01-data/01-count.md: edited here and in the file, left alone"]


def test_what_is_gone_is_retired_and_comes_back_as_the_same(context, folder):
    sync(folder)
    before = one(Competence, "read").id
    gone = folder / "competences/house/01-data/02-read.md"
    text = gone.read_text()
    gone.unlink()

    report = sync(folder)

    assert report.counts[Verdict.RETIRE] == 1
    assert one(Competence, "read").retired_at is not None
    gone.write_text(text)
    assert sync(folder).counts[Verdict.UPDATE] == 1
    assert (one(Competence, "read").id, one(Competence, "read").retired_at) == (before, None)


def test_a_framework_and_profiles_that_are_gone_are_no_longer_in_use(context, folder):
    sync(folder)
    shutil.rmtree(folder / "competences")
    shutil.rmtree(folder / "profiles")

    sync(folder)

    assert one(Framework, "house").stage is Stage.OUTDATED
    assert one(Profile, "guide").retired_at is not None
    assert sync(folder).counts == {}


def test_what_was_made_here_is_never_retired(context, folder):
    made = make.competence()

    sync(folder)

    assert made.retired_at is None


def families():
    return {one.key: (one.title, one.title_en) for one in db.session.scalars(select(JobFamily))}


def test_in_a_fresh_house_the_families_that_profiles_name_are_made_once(context, folder):
    profile(folder, "targets:\n  count: 1\n", families="[clerk]")
    several = "\n  garden: [Garten, Gardening]\n  works: [Bauhof, Depot]"
    profile(folder, "targets:\n  count: 1\n", name="outside", families=several)
    sync(folder)
    sync(folder)

    assert families() == {"clerk": ("Lotse", "Guide"), "garden": ("Garten", "Gardening"), "works": ("Bauhof", "Depot")}
    assert {one.key for one in one(Profile, "outside").families} == {"garden", "works"}


def test_a_family_that_is_there_is_found_by_its_key_or_its_title_and_keeps_its_words(context, folder):
    by_key, by_title = make.family("Verwaltung"), make.family("Bauhof")
    by_key.key = "clerk"
    profile(folder, "targets:\n  count: 1\n", families="\n  clerk: [Amt, Office]\n  works: [bauhof, Depot]")

    sync(folder)

    assert families() == {"clerk": ("Verwaltung",) * 2, by_title.key: ("Bauhof",) * 2}
    assert {one.id for one in one(Profile, "guide").families} == {by_key.id, by_title.id}


def test_a_family_that_somebody_deleted_here_does_not_come_back(context, folder):
    profile(folder, "targets:\n  count: 1\n", families="[clerk]")
    sync(folder)

    actions.delete_family(db.session.scalars(select(JobFamily)).one(), by=make.person("Lin"))
    report = sync(folder)

    assert (families(), report.counts[Verdict.KEEP]) == ({}, 1)


def test_a_family_stays_with_the_profile_that_somebody_gave_it_here(context, folder):
    profile(folder, "targets:\n  count: 1\n", families="[clerk]")
    sync(folder)
    family, lin = db.session.scalars(select(JobFamily)).one(), make.person("Lin")
    own = make.profile("Eigenes", {one(Competence, "count"): 1})
    actions.assign_profile(family, by=lin, profile_id=own.id)
    profile(folder, "targets:\n  count: 1\n", name="other", families="[clerk]")
    (folder / "profiles/guide.md").unlink()

    sync(folder)

    assert [one.key for one in own.families] == ["clerk"]
    assert one(Profile, "other").families == []


def test_a_family_moves_with_its_file_though_another_one_is_new(context, folder):
    profile(folder, "targets:\n  count: 1\n", families="[clerk]")
    profile(folder, "targets:\n  count: 1\n", name="other", families="[]")
    sync(folder)
    profile(folder, "targets:\n  count: 1\n", families="\n  works: [Bauhof, Depot]")
    profile(folder, "targets:\n  count: 1\n", name="other", families="[clerk]")

    sync(folder)

    assert [one.key for one in one(Profile, "other").families] == ["clerk"]
    assert [one.key for one in one(Profile, "guide").families] == ["works"]


@pytest.mark.parametrize(
    ("families", "sentence"),
    [
        ("[a, b]", "6: several job families need titles of their own: `id: [Titel, Title]`, each on a line"),
        ("[A b]", "6: the id of a job family must be lower-case letters, digits and hyphens, not A b"),
        ("\n  a: Garten", "7: the job family a needs two titles of at most 200 characters: [Titel, Title]"),
        ("\n  a: [Garten, '']", "7: the job family a needs two titles of at most 200 characters: [Titel, Title]"),
    ],
)
def test_a_family_without_words_is_named(folder, families, sentence):
    profile(folder, "targets:\n  count: 1\n", families=families)

    assert problems(folder) == [f"profiles/guide.md:{sentence}"]


def test_the_demo_calls_families_as_the_profiles_do(context):
    sync(CONTENT)
    demo = yaml.safe_load((CONTENT / "demo/jobs.yaml").read_text(encoding="utf-8"))["families"]

    assert families() == {one["key"]: (one["title"], one["title_en"]) for one in demo}


def test_the_text_of_a_profile_that_was_taken_over_without_it_comes_from_the_file(context, folder):
    profile(folder, "targets:\n  count: 1\n")
    sync(folder)
    guide = one(Profile, "guide")
    assert guide.body == "Text."
    guide.body, guide.edited_at = "", clock.now()

    sync(folder)
    assert guide.body == "Text."

    guide.body, guide.body_html = "", "<p>Von Hand.</p>"
    sync(folder)
    assert guide.body == ""


def test_what_is_important_in_a_profile_follows_the_file(context, folder):
    profile(folder, "targets:\n  count: 1\n  read: 1\nimportant: [count]\n")
    sync(folder)
    assert {one.competence.key: one.weight for one in db.session.scalars(select(Target))} == {"count": 2, "read": 1}

    profile(folder, "targets:\n  count: 1\n  read: 1\nimportant: [read]\n")
    sync(folder)
    assert {one.competence.key: one.weight for one in db.session.scalars(select(Target))} == {"count": 1, "read": 2}


def test_what_is_important_but_no_target_is_a_problem(folder):
    profile(folder, "targets:\n  count: 1\nimportant: [read]\n")

    assert problems(folder) == ["profiles/guide.md:9: read is important but not among the targets"]


def test_targets_follow_the_file(context, folder):
    sync(folder)
    profile(folder, "targets:\n  read: 1\n")

    sync(folder)

    targets = db.session.scalars(select(Target)).all()
    assert [target.competence_id for target in targets] == [one(Competence, "read").id]


def test_two_frameworks_may_each_have_an_area_of_the_same_id(context, folder):
    for name in ("framework.md", "01-data/area.md"):
        target = folder / "competences/other" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text((folder / "competences/house" / name).read_text().replace("id: house", "id: other"))

    sync(folder)

    assert db.session.scalar(select(func.count()).select_from(Area)) == 2


def test_an_unknown_competence_is_named_with_file_and_line(folder):
    profile(folder, "targets:\n  count: 1\n  flying: 1\n")

    assert problems(folder) == ["profiles/guide.md:9: there is no competence flying"]


def test_a_level_outside_the_scale_is_named_with_file_and_line(folder):
    competence(folder, "01-count", "count", "levels:\n  1: Ich kann es.\n  2: Zu viel.\n")
    profile(folder, "targets:\n  read: 3\n")

    assert problems(folder) == [
        "competences/house/01-data/01-count.md:7: level 2 is not on the scale of 1 to 1",
        "profiles/guide.md:8: the level of read must be a whole number from 1 to 1",
    ]


def test_a_missing_level_is_named(folder):
    competence(folder, "02-read", "read", "levels: {}\n")

    assert problems(folder) == [
        "competences/house/01-data/02-read.md:5: level 1 needs a description of behaviour of at most 600 characters"
    ]


def test_an_id_that_is_used_twice_is_named_with_both_files(folder):
    competence(folder, "03-again", "count")

    assert problems(folder) == [
        "competences/house/01-data/03-again.md:2: the id count is already used in competences/house/01-data/01-count.md"
    ]


def test_an_id_that_is_the_address_of_a_page_is_refused(folder):
    competence(folder, "03-goal", "goal")

    assert problems(folder) == [
        "competences/house/01-data/03-goal.md:2: the id goal is the address of a page of Lotse; choose another one"
    ]


@pytest.mark.parametrize("name", ["framework.md", "01-data/area.md"])
def test_a_missing_head_of_a_folder_is_named(folder, name):
    (folder / "competences/house" / name).unlink()

    assert f"competences/house/{name}:1: the file is missing" in problems(folder)


def test_a_family_of_jobs_with_two_profiles_is_named(folder):
    profile(folder, "targets:\n  count: 1\n", families="[clerk]")
    profile(folder, "targets:\n  count: 1\n", name="other", families="[clerk]")

    assert problems(folder) == [
        "profiles/other.md:6: the job family clerk already has the profile in profiles/guide.md"
    ]


@pytest.mark.parametrize(
    ("front", "sentence"),
    [
        ("id: Haus\ntitle: a\ntitle_en: b\nversion: '1'\n" + SCALE, "id must be lower-case letters"),
        ("id: house\ntitle: a\ntitle_en: b\nversion: '1'\nlevels: []\n", "levels must be a list of 2 to 10 levels"),
        ("id: house\ntitle: a\ntitle_en: b\nversion: '1'\nlevels: [a, b]\n", "level 0 needs a title and a title_en"),
        ("id: house\ntitle: a\nversion: '1'\n" + SCALE, "title_en is missing"),
    ],
)
def test_a_framework_that_cannot_be_read_is_named_once(folder, front, sentence):
    write(folder, "competences/house/framework.md", front)
    (folder / "profiles/guide.md").unlink()

    assert len(problems(folder)) == 1
    assert sentence in problems(folder)[0]


def test_a_file_in_another_encoding_is_named(folder):
    (folder / "profiles/guide.md").write_bytes("---\ntitle: Lotsin für".encode("latin-1"))

    assert problems(folder) == ["profiles/guide.md:2: the file is not UTF-8; save it in that encoding"]


def test_links_follow_the_file(context, folder):
    links(folder, "  read: exact\n")
    sync(folder)
    assert linked() == [(LinkKind.EXACT, True)]

    links(folder, "  read: broader\n")
    sync(folder)
    assert linked() == [(LinkKind.BROADER, False)]

    competence(folder, "01-count", "count")
    sync(folder)
    assert linked() == []


def test_a_link_to_nothing_or_of_an_unknown_kind_is_named_with_file_and_line(folder):
    links(folder, "  flying: exact\n  read: similar\n")
    assert problems(folder)[:1] == [
        "competences/house/01-data/01-count.md:9: the link to read must be one of exact, broader, narrower, related"
    ]

    links(folder, "  read: exact\n  flying: exact\n  count: exact\n")
    assert problems(folder) == [
        "competences/house/01-data/01-count.md:9: there is no other competence flying",
        "competences/house/01-data/01-count.md:10: there is no other competence count",
    ]


def test_the_general_model_stands_first(context):
    sync(CONTENT)

    assert [model.key for model in queries.models_in_use()] == ["public-sector", "leadership-model", "digcomp"]
