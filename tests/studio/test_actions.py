"""Writing, reviewing and publishing: what the catalogue then shows, and what nobody loses."""

import pytest
from sqlalchemy import select

from app.courses import actions as learning
from app.courses.models import Course, Unit, UnitProgress
from app.courses.rules import Format, Topic
from app.db import db
from app.errors import Refused
from app.studio import actions, queries
from app.studio.rules import EditionState
from app.text.language import speaking
from tests import make

ENTRIES = {"summary": "Worum es geht.", "abilities": ["Zahlen prüfen"], "audience": "Alle."}


@pytest.fixture(autouse=True)
def _english(context):
    with speaking("en"):
        yield


@pytest.fixture
def lin(context):
    return make.person("Lin Lorenz")


@pytest.fixture
def max_(context):
    return make.person("Max Mohr")


def written(by, *titles):
    """A new course in which nothing is missing."""
    edition = actions.create(by=by, title="Daten lesen", format=Format.SELF_PACED, topic=Topic.DATA)
    about = edition.course
    actions.write(about, by=by, revision=0, entries=ENTRIES, body="Inhalt")
    for title in titles:
        part = actions.add_unit(edition, by=by, title=title)
        actions.write(part, by=by, revision=0, entries={"minutes": 5}, body="Ein Text.")
    return edition


def published(edition, by, reader):
    actions.submit(edition, by=by, note="neu")
    actions.publish(edition, by=reader, answer="")
    return edition


def shown(slug):
    return db.session.scalars(select(Course).where(Course.slug == slug)).one()


def keys(slug):
    course = shown(slug)
    query = select(Unit.key).where(Unit.course_id == course.id, Unit.retired_at.is_(None)).order_by(Unit.position)
    return list(db.session.scalars(query))


def test_a_published_course_grants_and_requires_what_its_text_says(lin, max_):
    kinds = [make.qualification(key=key) for key in ("safety", "ladder")]
    edition = written(lin, "Eins")
    entries = {"grants": ["safety"], "requires": ["ladder"]}
    actions.write(edition.course, by=lin, revision=1, entries=entries, body="Inhalt")

    published(edition, lin, max_)

    pairs = {(one.qualification_id, one.effect) for one in shown(edition.slug).qualifications}
    assert pairs == {(kinds[0].id, "grants"), (kinds[1].id, "requires")}


def test_what_is_missing_is_named_and_can_t_be_handed_over(lin):
    edition = actions.create(by=lin, title="Daten lesen", format=Format.SELF_PACED, topic=Topic.DATA)
    problems = [problem.sentence for problem in queries.check(edition)[1]]

    assert {"summary is missing or not a text", "a self-paced course needs units in a folder units/"} < set(problems)
    assert edition.problem_count == len(problems)
    with pytest.raises(Refused):
        actions.submit(edition, by=lin, note="")
    assert db.session.scalars(select(Course)).all() == []


def test_a_second_person_publishes_and_the_catalogue_shows_it(lin, max_):
    edition = written(lin, "Eins", "Zwei")
    actions.submit(edition, by=lin, note="neu")
    with pytest.raises(Refused, match="another developer"):
        actions.publish(edition, by=lin, answer="")
    assert db.session.scalars(select(Course)).all() == []

    actions.publish(edition, by=max_, answer="gut")

    course = shown("daten-lesen")
    assert (course.title, course.summary, course.effort_minutes) == ("Daten lesen", "Worum es geht.", 10)
    assert keys("daten-lesen") == ["daten-lesen-eins", "daten-lesen-zwei"]
    assert (edition.state, edition.reviewer_id, course.is_offered) == (EditionState.PUBLISHED, max_.id, True)


def test_whoever_corrects_a_draft_hands_it_to_the_other(lin, max_):
    edition = written(lin, "Eins")
    actions.submit(edition, by=lin, note="")
    actions.send_back(edition, by=max_, answer="Ein Komma fehlt.")
    part = edition.units[0]
    actions.write(part, by=max_, revision=part.revision, entries={}, body="Ein Text, besser.")
    actions.submit(edition, by=max_, note="")

    with pytest.raises(Refused, match="another developer"):
        actions.publish(edition, by=max_, answer="")
    actions.publish(edition, by=lin, answer="")

    assert edition.state is EditionState.PUBLISHED


def test_nothing_is_written_while_somebody_reads_it(lin):
    edition = written(lin, "Eins")
    actions.submit(edition, by=lin, note="")
    part = edition.units[0]

    with pytest.raises(Refused, match="no longer a draft"):
        actions.write(part, by=lin, revision=part.revision, entries={}, body="Anders.")


def test_who_saves_second_overwrites_nothing_but_may_write_another_file(lin, max_):
    edition = written(lin, "Eins", "Zwei")
    one, two = edition.units
    actions.write(one, by=max_, revision=one.revision, entries={}, body="Von Max.")

    with pytest.raises(Refused, match="Somebody else has changed this"):
        actions.write(one, by=lin, revision=one.revision - 1, entries={}, body="Von Lin.")
    actions.write(two, by=lin, revision=two.revision, entries={}, body="Von Lin.")

    assert [part.source.body for part in edition.units] == ["Von Max.\n", "Von Lin.\n"]


def test_the_next_edition_reaches_who_has_begun_and_takes_nothing_from_them(lin, max_):
    ada = make.person("Ada Ahrens")
    first = published(written(lin, "Eins", "Zwei", "Drei"), lin, max_)
    course = shown(first.slug)
    learning.begin(course, ada)
    done = db.session.scalars(select(Unit).where(Unit.course_id == course.id).order_by(Unit.position)).first()
    learning.finish(done, ada, given=[])
    draft = actions.begin(first, by=lin)
    one, two, three = draft.units
    actions.write(one, by=lin, revision=one.revision, entries={"title": "Ganz anders"}, body="Neu.")
    actions.move_unit(three, by=lin, before=one)
    actions.remove_unit(two, by=lin)
    actions.add_unit(draft, by=lin, title="Vier")
    last = draft.units[-1]
    actions.write(last, by=lin, revision=0, entries={"minutes": 4}, body="Vier.")

    published(draft, lin, max_)

    assert keys(first.slug) == ["daten-lesen-drei", "daten-lesen-eins", "daten-lesen-vier"]
    assert db.session.scalars(select(UnitProgress.unit_id)).all() == [done.id]
    assert (done.title, shown(first.slug).effort_minutes) == ("Ganz anders", 14)
    assert (first.state, draft.state) == (EditionState.RETIRED, EditionState.PUBLISHED)


def test_every_edition_can_be_restored_letter_by_letter(lin, max_):
    first = published(written(lin, "Eins", "Zwei"), lin, max_)
    before = first.texts
    draft = actions.begin(first, by=lin)
    actions.remove_unit(draft.units[0], by=lin)
    published(draft, lin, max_)

    again = published(actions.restore(first, by=lin), lin, max_)

    assert again.texts == before
    assert keys(first.slug) == ["daten-lesen-eins", "daten-lesen-zwei"]
    assert [one.number for one in queries.history(first.slug)] == [3, 2, 1]


def test_a_course_has_one_draft_and_a_discarded_one_is_gone(lin, max_):
    first = published(written(lin, "Eins"), lin, max_)
    draft = actions.begin(first, by=lin)

    assert actions.begin(first, by=max_) is draft
    with pytest.raises(Refused, match="a draft of this course already"):
        actions.restore(first, by=max_)
    actions.discard(draft, by=max_)

    assert [one.number for one in queries.history(first.slug)] == [1]
    with pytest.raises(Refused):
        actions.discard(first, by=max_)


def test_a_retired_course_can_be_offered_again(lin, max_):
    first = published(written(lin, "Eins"), lin, max_)

    actions.retire(first, by=lin)
    assert (first.state, shown(first.slug).is_offered) == (EditionState.RETIRED, False)
    actions.offer_again(first, by=lin)

    assert (first.state, shown(first.slug).is_offered) == (EditionState.PUBLISHED, True)


def test_a_key_that_another_course_has_is_named_before_anything_is_moved(lin):
    other = make.course_unit(make.course("Andere", slug="andere"), "Eins")
    edition = make.edition(author=lin, units=[make.unit_text(other.key)])

    problems = [problem.sentence for problem in queries.check(edition)[1]]

    assert problems == [f"the id {other.key} is taken already by courses/andere"]
