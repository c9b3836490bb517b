"""A new version: copied, compared, published; what pointed at the old one follows, what was said stays and is read."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from app import clock
from app.competences import actions, library, queries, rules
from app.competences.models import Competence, CompetenceLink, Framework, Statement
from app.competences.rules import InquiryStage, Kind, LinkKind, Stage
from app.courses.models import Outcome
from app.db import db
from app.errors import Refused
from app.people.rules import Role
from tests import make
from tests.competences.test_library import CONTENT

pytestmark = pytest.mark.any_database


def of(framework):
    """The competences of a version by the key that both share."""
    rows = db.session.scalars(select(Competence).where(Competence.area.has(framework_id=framework.id)))
    return {rules.base_key(row.key): row for row in rows}


def suggested(draft):
    return {change.old.id: change.proposed for change in queries.changes_of(draft)}


def publish(draft, replaced=None):
    actions.publish(draft, by=make.person("Lin"), revision=draft.revision, replaced=replaced or suggested(draft))


def scale(framework, *titles):
    words = {"title": framework.title, "title_en": "x", "version": "2", "revision": framework.revision}
    actions.edit_framework(framework, by=make.person("Lin"), scale=[(one, one) for one in titles], **words)


def test_a_draft_is_a_copy_that_nobody_sees(context):
    competence = make.competence("Daten erheben")
    framework = competence.area.framework

    draft = actions.begin_version(framework, by=make.person("Lin"))

    assert (draft.stage, draft.version, draft.predecessor_id) == (Stage.DRAFT, "2", framework.id)
    assert [one.title for one in of(draft).values()] == ["Daten erheben"]
    assert [change.is_same for change in queries.changes_of(draft)] == [True]
    assert [one.id for one in queries.named()] == [competence.id]
    assert actions.begin_version(framework, by=make.person("Lin")) is draft


def test_what_is_important_in_a_profile_stays_important_in_the_new_version(context):
    important = make.competence("Beraten")
    usual = make.competence("Daten erheben", important.area)
    profile = make.profile("Lotsin", {important: 4, usual: 2}, important=(important,))
    draft = actions.begin_version(important.area.framework, by=make.person("Ada"))

    publish(draft)

    new = of(draft)
    wanted = {(new[important.key.partition(".")[0]].id, 4, 2), (new[usual.key.partition(".")[0]].id, 2, 1)}
    assert {(one.competence_id, one.level, one.weight) for one in profile.targets} == wanted


def test_publishing_moves_profiles_and_courses_and_leaves_statements_where_they_are(context):
    ada, competence = make.person("Ada"), make.competence("Daten erheben")
    make.statement(ada, competence, 3)
    profile = make.profile("Lotsin", {competence: 4})
    make.outcome(make.course(), competence, to_level=2)
    old_id, key = competence.id, competence.key
    draft = actions.begin_version(competence.area.framework, by=ada)

    publish(draft)

    (new,) = of(draft).values()
    assert (new.key, draft.stage, competence.area.framework.stage) == (key, Stage.PUBLISHED, Stage.OUTDATED)
    assert [(one.competence_id, one.level) for one in profile.targets] == [(new.id, 4)]
    assert [one.competence_id for one in db.session.scalars(select(Outcome))] == [new.id]
    assert [one.competence_id for one in db.session.scalars(select(Statement))] == [old_id]
    assert queries.current_levels(ada.id) == {new.id: 3}


def test_who_is_asked_is_asked_about_what_takes_the_place_and_about_nothing_no_longer(context):
    ada, zoe, competence = make.person("Ada"), make.person("Zoe Zander"), make.competence("Daten erheben")
    other = make.competence("Fällt weg", competence.area)
    both, lost = make.inquiry(ada, zoe, competences=[competence, other]), make.inquiry(ada, zoe, competences=[other])
    draft = actions.begin_version(competence.area.framework, by=ada)
    kept = next(one for one in of(draft).values() if one.title == "Daten erheben")

    actions.publish(draft, by=ada, revision=draft.revision, replaced={competence.id: kept.id, other.id: None})

    assert [line.competence_id for line in both.lines] == [kept.id]
    assert (both.stage, lost.stage) == (InquiryStage.OPEN, InquiryStage.WITHDRAWN)


def test_readers_and_old_addresses_are_led_to_what_has_taken_the_place(client, cast, saved):
    def story():
        ada, competence = db.session.merge(cast.ada), make.competence("Daten erheben")
        make.statement(ada, competence, 3)
        draft = actions.begin_version(competence.area.framework, by=ada)
        publish(draft)
        new, share = next(iter(of(draft).values())), queries.preview(ada.id)
        return competence.key, new.key, [(line.competence.id == new.id, line.current.level) for line in share.whole]

    old, new, shared = saved(story)

    answer = client.sign_in(cast.ada).get(f"/competences/{old}")

    assert shared == [(True, 3)]
    assert (answer.status_code, answer.location) == (302, f"/competences/{new}")
    assert "You are at level 3" in client.get(answer.location).text


def test_what_was_agreed_is_called_so_wherever_it_is_read_also_in_the_next_version(client, cast, saved):
    def agreed():
        ada, leader, competence = db.session.merge(cast.ada), make.person("Kim"), make.competence("Daten erheben")
        make.statement(ada, competence, 1)
        agreed = {"actor_id": leader.id, "visibility": rules.Visibility.AGREED, "source": "Gespräch"}
        make.statement(ada, competence, 3, rules.Kind.LEADER, **agreed)
        return competence

    def called():
        page = client.get("/competences").text
        return "Agreed, <span" in page, "Assessment by your leader" in page

    competence = saved(agreed)
    client.sign_in(cast.ada)
    assert called() == (True, False)

    def next_version():
        framework = db.session.get_one(Competence, competence.id).area.framework
        publish(actions.begin_version(framework, by=db.session.merge(cast.ada)))

    saved(next_version)
    assert called() == (True, False)


def test_the_editor_shows_links_from_both_ends(client, cast, saved):
    def story():
        one, other = make.competence("Daten erheben"), make.competence("Daten finden")
        lin = db.session.merge(cast.lin)
        make.role(lin, Role.HR)
        actions.set_link(one, by=lin, target_id=other.id, kind=LinkKind.BROADER)
        return one.id, other.id

    one, other = saved(story)
    client.sign_in(cast.lin)

    there, back = (client.get(f"/studio/competences/{number}").text for number in (one, other))

    assert ("Daten finden" in there, "is broader" in there) == (True, True)
    assert ("Daten erheben" in back, "is narrower" in back, "linked from there" in back) == (True, True, True)


def linked(kind=LinkKind.EXACT):
    """A competence, one of another model that links to it, and a person who may edit both."""
    one, other = (
        make.competence("Daten ordnen"),
        make.competence("Informationen", make.area(framework=make.framework())),
    )
    lin = make.person("Lin")
    actions.set_link(other, by=lin, target_id=one.id, kind=kind)
    return one, other, lin


def test_the_editor_names_only_the_version_in_use_at_the_other_end_of_a_link(context):
    one, other, lin = linked(LinkKind.BROADER)
    draft = actions.begin_version(one.area.framework, by=lin)
    waiting = actions.begin_version(other.area.framework, by=lin)
    meanwhile = [link.target for link in queries.links_of(other.id)], [link.source for link in queries.links_to(one.id)]
    publish(draft)
    (new,) = of(draft).values()

    assert meanwhile == ([one], [other])
    assert [link.target for link in queries.links_of(other.id)] == [new]
    assert [link.source for link in queries.links_to(new.id)] == [other]
    assert [link.target for link in queries.links_of(next(iter(of(waiting).values())).id)] == [new]
    assert [link.target for link in queries.links_of(one.id)] == [new]


def test_the_editor_still_names_links_among_competences_of_an_earlier_version(context):
    one, lin = make.competence("Daten ordnen"), make.person("Lin")
    beside = make.competence("Daneben", one.area)
    actions.set_link(one, by=lin, target_id=beside.id, kind=LinkKind.RELATED)
    draft = actions.begin_version(one.area.framework, by=lin)
    publish(draft)

    new = of(draft)
    assert [link.target for link in queries.links_of(new[rules.base_key(one.key)].id)] == [
        new[rules.base_key(beside.key)]
    ]
    assert {link.target for link in queries.links_of(one.id)} == {new[rules.base_key(one.key)], beside}


def test_a_link_that_is_removed_in_the_draft_stays_removed(context):
    _one, other, lin = linked()
    draft = actions.begin_version(other.area.framework, by=lin)
    (copy,) = of(draft).values()
    (link,) = queries.links_of(copy.id)

    actions.remove_link(copy, by=lin, target_id=link.to_id)
    publish(draft)

    assert queries.links_of(copy.id) == []


def test_no_level_is_read_on_a_draft_and_each_is_as_soon_as_it_is_published(context):
    one, other, lin = linked()
    make.statement(lin, one, 2)
    draft = actions.begin_version(other.area.framework, by=lin)
    scale(draft, *(level.title for level in draft.levels))
    (copy,) = of(draft).values()
    before = queries.current_levels(lin.id)

    publish(draft)

    assert before == {one.id: 2, other.id: 2}
    assert queries.current_levels(lin.id) == {one.id: 2, copy.id: 2}


def test_on_another_scale_a_level_is_not_read_and_targets_fit_the_new_one(context):
    ada, competence = make.person("Ada"), make.competence()
    make.statement(ada, competence, 3)
    profile = make.profile("Lotsin", {competence: 4})
    draft = actions.begin_version(competence.area.framework, by=ada)
    scale(draft, "nein", "ja")

    publish(draft)

    (new,) = of(draft).values()
    assert [(one.competence_id, one.level) for one in profile.targets] == [(new.id, 1)]
    assert queries.current_levels(ada.id) == {competence.id: 3}


def test_a_level_is_read_across_two_new_versions(context):
    ada, competence = make.person("Ada"), make.competence()
    make.statement(ada, competence, 2)
    first = actions.begin_version(competence.area.framework, by=ada)
    publish(first)
    second = actions.begin_version(first, by=ada)
    publish(second)

    (new,) = of(second).values()
    assert queries.current_levels(ada.id) == {new.id: 2}
    assert (first.key.endswith(f".{first.id}"), "." in second.key) == (True, False)


def test_what_ends_leaves_profiles_and_is_archived(context):
    area = make.area()
    stays, ends = make.competence("Bleibt", area), make.competence("Endet", area)
    profile = make.profile("Lotsin", {stays: 1, ends: 2})
    draft = actions.begin_version(area.framework, by=make.person("Lin"))
    actions.delete_competence(of(draft)[ends.key], by=make.person("Lin"))
    assert suggested(draft)[ends.id] is None

    publish(draft)

    assert [one.competence_id for one in profile.targets] == [of(draft)[stays.key.partition(".")[0]].id]
    assert ends.retired_at is not None


def test_the_address_of_what_is_archived_in_the_draft_leads_to_what_was_said(client, cast, saved):
    def story():
        ada, area = db.session.merge(cast.ada), make.area()
        ends = make.competence("Endet", area)
        make.competence("Bleibt", area)
        make.statement(ada, ends, 3)
        draft = actions.begin_version(area.framework, by=ada)
        actions.archive_competence(of(draft)[ends.key], by=ada)
        publish(draft)
        return ends.key, [row.key for row in of(draft).values()]

    key, keys = saved(story)
    page = client.sign_in(cast.ada).get(f"/competences/{key}").text

    assert "You are at level 3" in page
    assert (len(keys), len(set(keys) - {key})) == (2, 2)


def test_a_key_that_was_archived_with_an_earlier_version_can_be_taken_up_again(context):
    lin, area = make.person("Lin"), make.area()
    make.competence("Bleibt", area)
    ends = make.competence("Endet", area)
    key, text = ends.key, queries.csv_of(area.framework, as_moodle=False)
    second = actions.begin_version(area.framework, by=lin)
    actions.delete_competence(of(second)[key], by=lin)
    publish(second)
    db.session.expire_all()

    third = actions.import_framework(text, by=lin)
    publish(third)

    assert [of(one)[key].key for one in (third, area.framework)] == [key, f"{key}.{area.framework_id}"]


def test_whom_other_words_concern_counts_what_was_said_of_the_version_before(context):
    competence = make.competence()
    for number in range(6):
        make.statement(make.person(f"Person {number}"), competence, 1)
    draft = actions.begin_version(competence.area.framework, by=make.person("Lin"))
    publish(draft)
    new = of(draft)[competence.key.partition(".")[0]]

    assert queries.effect_in_use(draft, [new.id]).people == (5, 19)
    assert queries.effect_in_use(draft).people == (5, 19)


def test_two_competences_may_become_one(context):
    area = make.area()
    one, other = make.competence("Eins", area), make.competence("Zwei", area)
    profile = make.profile("Lotsin", {one: 1, other: 3})
    draft = actions.begin_version(area.framework, by=make.person("Lin"))
    new = of(draft)[one.key]

    publish(draft, {one.id: new.id, other.id: new.id})

    assert [(target.competence_id, target.level) for target in profile.targets] == [(new.id, 3)]


def merge(said, again=False):
    """Eins and Zwei become one that was Eins before; what Ada has said about each; perhaps one more version."""
    ada, lin, area = make.person("Ada"), make.person("Lin"), make.area()
    one, other = make.competence("Eins", area), make.competence("Zwei", area)
    for place, level, kind in said:
        make.statement(ada, (one, other)[place], level, kind)
    draft = actions.begin_version(area.framework, by=lin)
    publish(draft, {one.id: of(draft)[one.key].id, other.id: of(draft)[one.key].id})
    key = rules.base_key(one.key)
    if again:
        draft = actions.begin_version(draft, by=lin)
        publish(draft)
    return ada, of(draft)[key]


@pytest.mark.parametrize("again", [False, True])
@pytest.mark.parametrize(
    ("said", "level"),
    [
        ([(0, 2, Kind.SELF), (1, 0, Kind.SELF)], 2),
        ([(1, 4, Kind.SELF), (0, 2, Kind.SELF)], 2),
        ([(1, 3, Kind.SELF)], 3),
        ([(0, 1, Kind.COMPLETION), (1, 0, Kind.SELF)], 1),
    ],
)
def test_what_is_merged_in_never_outdoes_what_was_said_about_the_one_that_stays(context, said, level, again):
    ada, new = merge(said, again)

    assert queries.current_levels(ada.id)[new.id] == level
    of_ada = select(Statement).where(Statement.person_id == ada.id)
    assert queries.levels_from(of_ada).held[new.id].level == level
    assert queries.picture(of_ada, new).current.level == level
    assert queries.picture(of_ada, new).steps[-1].level == level


def test_the_test_for_what_is_merged_in_bites(context, monkeypatch):
    monkeypatch.setattr(rules, "merged_in", lambda *_: set())
    ada, new = merge([(0, 2, Kind.SELF), (1, 0, Kind.SELF)])

    assert queries.current_levels(ada.id)[new.id] == 0


def test_after_a_merge_the_newest_word_about_the_new_one_counts(context):
    ada, new = merge([(1, 4, Kind.SELF)])

    actions.assess(ada, {new.id: 1})

    assert queries.current_levels(ada.id)[new.id] == 1


def test_where_nothing_stays_the_highest_of_those_that_were_merged_counts(context):
    ada, lin, area = make.person("Ada"), make.person("Lin"), make.area()
    one, other = make.competence("Eins", area), make.competence("Zwei", area)
    make.statement(ada, one, 2)
    make.statement(ada, other, 0)
    draft = actions.begin_version(area.framework, by=lin)
    words = {"title": "Neu", "title_en": "New", "body": "Kurz.", "behaviours": {}}
    new = actions.add_competence(draft.areas[0], by=lin, **words)
    publish(draft, {one.id: new.id, other.id: new.id})

    now = queries.standings(ada.id)[new.id]

    assert (now.level, now.because.merged_from) == (2, "Eins")


def test_the_page_names_what_a_word_was_about(client, cast, saved):
    def story():
        ada, new = merge([(1, 3, Kind.SELF)])
        return ada, new.key

    ada, key = saved(story)

    page = client.sign_in(ada).get(f"/competences/{key}").text

    assert "That was about “Zwei”, which has become part of this competence." in page
    assert ">about “Zwei”<" in page[page.index('id="history"') :]


def test_links_of_the_old_version_are_those_of_the_new_one(context):
    competence, elsewhere = make.competence(), make.competence(area=make.area(framework=make.framework()))
    actions.set_link(competence, by=make.person("Lin"), target_id=elsewhere.id, kind=LinkKind.RELATED)
    draft = actions.begin_version(competence.area.framework, by=make.person("Lin"))

    publish(draft)

    (new,) = of(draft).values()
    found = db.session.execute(select(CompetenceLink.from_id, CompetenceLink.to_id, CompetenceLink.kind)).all()
    assert (new.id, elsewhere.id, LinkKind.RELATED) in found


@pytest.mark.parametrize(
    ("kind", "levels", "is_read"),
    [(LinkKind.EXACT, 4, True), (LinkKind.EXACT, 3, False), (LinkKind.BROADER, 4, False), (LinkKind.RELATED, 4, False)],
)
def test_a_level_is_read_along_exact_links_with_the_same_scale_alone_and_both_ways(context, kind, levels, is_read):
    ada, lin = make.person("Ada"), make.person("Lin")
    one, other = make.competence(), make.competence(area=make.area(framework=make.framework(levels=levels)))
    actions.set_link(one, by=lin, target_id=other.id, kind=kind)
    make.statement(ada, one, 2)
    make.statement(lin, other, 1)

    assert queries.current_levels(ada.id) == ({one.id: 2, other.id: 2} if is_read else {one.id: 2})
    assert queries.current_levels(lin.id) == ({one.id: 1, other.id: 1} if is_read else {other.id: 1})


def test_a_sync_of_files_neither_brings_back_the_old_version_nor_touches_the_new_one(context):
    library.apply(library.read(CONTENT)[0], clock.now())
    old = db.session.scalars(select(Framework).where(Framework.key == "public-sector")).one()
    draft = actions.begin_version(old, by=make.person("Lin"))
    actions.delete_competence(of(draft)["teamwork"], by=make.person("Lin"))
    publish(draft)

    report = library.apply(library.read(CONTENT)[0], clock.now())

    assert queries.models_in_use()[0].id == draft.id
    assert len(of(draft)) == 17
    assert [line for line in report.left_alone if "edited here and in the file" in line] == []


def test_a_published_model_or_an_empty_draft_is_not_published(context):
    lin, empty = make.person("Lin"), make.framework(stage=Stage.DRAFT)

    with pytest.raises(Refused, match="no competences yet"):
        actions.publish(empty, by=lin, revision=0, replaced={})
    published = make.competence().area.framework
    with pytest.raises(Refused, match="published already"):
        actions.publish(published, by=lin, revision=0, replaced={})


def test_a_draft_can_be_thrown_away(context):
    lin, competence = make.person("Lin"), make.competence()
    draft = actions.begin_version(competence.area.framework, by=lin)

    actions.delete_draft(draft, by=lin)

    assert db.session.scalars(select(Framework)).all() == [competence.area.framework]
    with pytest.raises(Refused):
        actions.delete_draft(competence.area.framework, by=lin)


def test_the_page_says_whom_it_concerns_in_bands_and_never_by_name(client, cast, saved):
    competence = saved(make.competence, "Daten erheben")
    saved(make.statement, cast.ada, competence, 2)
    saved(make.profile, "Lotsin", {competence: 2})
    saved(make.outcome, saved(make.course, "Daten verstehen"), competence)
    saved(lambda: make.template_item(make.plan_template("Einarbeitung"), competence_id=competence.id, target_level=1))
    client.sign_in(cast.lin)
    draft = client.post(f"/studio/frameworks/{competence.area.framework_id}/version").location

    page = client.get(f"{draft}/publication").text

    for words in (
        "1 profile moves along: Lotsin",
        "1 course leads to this competence",
        "1 plan template has steps that lead to this competence",
        "Fewer than 5 people have been assessed",
    ):
        assert words in page
    assert "Ahrens" not in page


def test_what_is_not_affected_is_not_counted(client, cast, saved):
    competence = saved(make.competence, "Daten erheben")
    client.sign_in(cast.lin)
    draft = client.post(f"/studio/frameworks/{competence.area.framework_id}/version").location

    page = client.get(f"{draft}/publication").text

    assert "No course leads to this competence yet" in page
    assert not re.search(r"\b0 (profiles|courses|plan templates)", page)


def test_the_page_names_everything_that_is_affected_and_what_loses_a_competence(client, cast, saved):
    area = saved(make.area)
    ends, stays = saved(make.competence, "Endet", area), saved(make.competence, "Bleibt", area)
    for number in range(10):
        saved(make.profile, f"Profil {number}", {stays: 1} | ({ends: 1} if number == 9 else {}))
        saved(make.outcome, saved(make.course, f"Kurs {number}"), ends if number == 8 else stays)
    client.sign_in(cast.lin)
    draft = client.post(f"/studio/frameworks/{area.framework_id}/version").location
    before = client.get(f"{draft}/publication").text
    saved(lambda: _remove(ends.key, cast.lin))

    page = client.get(f"{draft}/publication").text

    assert [f"<li>{what} {number}</li>" in page for what in ("Profil", "Kurs") for number in range(10)] == [True] * 20
    assert "that ends" not in before
    assert "These lose a competence that ends: Profil 9" in page
    assert 'These lead to a competence that ends: <span lang="de">Kurs 8</span>' in page


def _remove(key, by):
    row = db.session.scalars(select(Competence).where(Competence.key == f"{key}.next")).one()
    actions.delete_competence(row, by=db.session.merge(by))


def test_publishing_by_the_page(client, cast, saved):
    competence = saved(make.competence, "Daten erheben")
    client.sign_in(cast.lin)
    draft = client.post(f"/studio/frameworks/{competence.area.framework_id}/version").location

    assert client.post(f"{draft}/publication", data={"revision": 7}).status_code == 422
    missing = client.post(f"{draft}/publication", data={"revision": 0})
    assert missing.status_code == 422
    sent = {"revision": 0, f"replacement_{competence.id}": 0}
    assert client.post(f"{draft}/publication", data=sent).status_code == 303
    assert "Published" in client.get(draft).text
    assert client.get(f"{draft}/publication").location == draft


@given(st.dictionaries(st.integers(1, 5), st.integers(1, 4)), st.dictionaries(st.integers(1, 5), st.integers(11, 13)))
def test_no_target_is_lost_or_lowered_where_everything_is_replaced(targets, some):
    replaced = {one: some.get(one, 10) for one in range(1, 6)}

    merged = rules.merged(targets, replaced, highest=4)

    assert set(merged) == {replaced[one] for one in targets}
    assert all(merged[replaced[one]] >= level for one, level in targets.items())
