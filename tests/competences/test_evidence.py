"""Evidence: it lifts levels, is corrected by new rows, withdrawn, restored, deleted; its file goes to few."""

import datetime as dt
import io
import re

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from werkzeug.datastructures import FileStorage, MultiDict
from werkzeug.test import encode_multipart

from app import clock
from app.competences import actions
from app.competences import queries as asking
from app.competences.models import Evidence, Inquiry, Statement
from app.competences.rules import InquiryStage, Kind, Proof
from app.db import db
from app.errors import Refused
from app.files import store
from app.files.models import StoredFile
from app.files.rules import Upload
from app.people.models import Person
from app.visibility.models import ReadAudit
from tests import make
from tests.files.samples import HTML, PRETENDING, SVG

pytestmark = pytest.mark.any_database

LAST_YEAR = dt.date(2025, 3, 31)


def person(number: int) -> Person:
    return db.session.get_one(Person, number)


def statements(person_id, kind=Kind.EXTERNAL):
    """What holds, as (competence, level, day, source)."""
    rows = select(Statement).where(Statement.person_id == person_id, Statement.kind == kind, asking.holds())
    found = db.session.scalars(rows.order_by(Statement.id))
    return [(row.competence_id, row.level, row.observed_on, row.source) for row in found]


def typed(*claims, title="Zertifikat", text="Mit Prüfung", **other):
    fields = {"proof": "external", "title": title, "text": text, "happened_on": "2025-03-31", "valid_until": ""}
    return fields | rows(*((one.id, level) for one, level in claims)) | other


def rows(*chosen):
    """A competence and a level in each row."""
    competences = {f"competence_{row}": str(one) for row, (one, _level) in enumerate(chosen, 1)}
    return competences | {f"level_{row}": str(level) for row, (_one, level) in enumerate(chosen, 1)}


class TestActions:
    """What handing in, correcting and taking back do to statements."""

    pytestmark = pytest.mark.usefixtures("context")

    @pytest.fixture
    def ada(self, context):
        return make.person("Ada Ahrens")

    @pytest.fixture
    def two(self, context):
        return make.competence("Eins"), make.competence("Zwei")

    @pytest.mark.parametrize("proof", Proof)
    def test_a_proof_states_a_level_in_each_of_its_competences(self, ada, two, proof):
        facts = make.facts({two[0]: 2, two[1]: 3}, "Lehrgang", proof=proof, happened_on=LAST_YEAR)

        actions.hand_in(ada, facts=facts)

        assert statements(ada.id, proof.kind) == [
            (two[0].id, 2, LAST_YEAR, "Lehrgang"),
            (two[1].id, 3, LAST_YEAR, "Lehrgang"),
        ]

    def test_an_earlier_proof_counts_by_its_own_date_and_never_lowers(self, ada, two):
        actions.assess(ada, {two[0].id: 3}, on=LAST_YEAR - dt.timedelta(days=1))
        make.evidence(ada, {two[0]: 2, two[1]: 2}, happened_on=LAST_YEAR)

        assert asking.current_levels(ada.id) == {two[0].id: 3, two[1].id: 2}

    def test_the_same_proof_handed_in_twice_is_one_with_one_file(self, ada, two):
        facts, file = make.facts({two[0]: 2}), Upload("a.pdf", make.PDF)

        first, second = actions.hand_in(ada, facts=facts, file=file), actions.hand_in(ada, facts=facts, file=file)

        assert first is second
        assert db.session.scalar(select(func.count()).select_from(StoredFile)) == 1

    def test_another_proof_of_the_same_title_and_day_is_refused_also_by_the_database(self, ada, two):
        first = make.evidence(ada, {two[0]: 2})

        with pytest.raises(Refused, match="already"):
            actions.hand_in(ada, facts=make.facts({two[0]: 3}))
        copy = {name: getattr(first, name) for name in ("person_id", "proof", "title", "text", "happened_on")}
        db.session.add(Evidence(**copy, changed_at=clock.now()))
        with pytest.raises(IntegrityError):
            db.session.flush()

    @pytest.mark.parametrize(
        ("other", "level", "sentence"),
        [
            ({"happened_on": dt.date(2200, 1, 1)}, 2, "past"),
            ({"valid_until": dt.date(2001, 1, 1)}, 2, "end before"),
            ({"text": ""}, 2, "something to see"),
            ({}, 9, "not on the scale"),
            ({}, 0, "not on the scale"),
        ],
    )
    def test_what_cannot_be_is_refused_with_a_sentence(self, ada, two, other, level, sentence):
        with pytest.raises(Refused, match=sentence):
            actions.hand_in(ada, facts=make.facts({two[0]: level}, **other))

    def test_a_proof_of_nothing_and_one_of_a_retired_competence_are_refused(self, ada, two):
        two[0].retired_at = clock.now()

        with pytest.raises(Refused, match="at least one competence"):
            actions.hand_in(ada, facts=make.facts({}))
        with pytest.raises(Refused, match="no longer in use"):
            actions.hand_in(ada, facts=make.facts({two[0]: 1}))

    def test_a_correction_takes_back_what_no_longer_holds_and_keeps_the_rest(self, ada, two):
        made = make.evidence(ada, {two[0]: 2, two[1]: 3}, "Lehrgang", happened_on=LAST_YEAR)
        before = db.session.scalar(select(func.count()).select_from(Statement))

        facts = make.facts({two[0]: 2, two[1]: 4}, "Lehrgang", happened_on=LAST_YEAR)
        actions.correct(made, ada, facts=facts, file=None, removes_file=False, version=1)

        assert [(one, level) for one, level, _, _ in statements(ada.id)] == [(two[0].id, 2), (two[1].id, 4)]
        assert db.session.scalar(select(func.count()).select_from(Statement)) == before + 2
        assert made.version == 2

    @pytest.mark.parametrize("change", [{"title": "Anders"}, {"happened_on": dt.date(2024, 1, 1)}])
    def test_a_correction_of_title_or_day_states_everything_anew(self, ada, two, change):
        made = make.evidence(ada, {two[0]: 2}, "Lehrgang", happened_on=LAST_YEAR)

        facts = make.facts({two[0]: 2}, **({"title": "Lehrgang", "happened_on": LAST_YEAR} | change))
        actions.correct(made, ada, facts=facts, file=None, removes_file=False, version=1)

        assert statements(ada.id) == [(two[0].id, 2, facts.happened_on, facts.title)]

    def test_a_level_counts_only_as_long_as_its_proof_is_valid(self, ada, two):
        make.evidence(ada, {two[0]: 2}, valid_until=clock.today())
        made = make.evidence(ada, {two[1]: 2}, "Erste Hilfe", happened_on=LAST_YEAR)
        ended = clock.today() - dt.timedelta(days=1)

        facts = make.facts({two[1]: 2}, "Erste Hilfe", happened_on=LAST_YEAR, valid_until=ended)
        actions.correct(made, ada, facts=facts, file=None, removes_file=False, version=1)

        assert asking.current_levels(ada.id) == {two[0].id: 2}

    def test_a_correction_of_an_old_version_is_refused(self, ada, two):
        made = make.evidence(ada, {two[0]: 2})
        facts = make.facts({two[0]: 3})
        actions.correct(made, ada, facts=facts, file=None, removes_file=False, version=1)

        with pytest.raises(Refused, match="another window"):
            actions.correct(made, ada, facts=facts, file=None, removes_file=False, version=1)

    def test_a_withdrawn_proof_counts_no_longer_and_counts_again_when_restored(self, ada, two):
        made = make.evidence(ada, {two[0]: 2})

        actions.withdraw(made, ada)
        assert asking.current_levels(ada.id) == {}
        actions.restore(made, ada)

        assert asking.current_levels(ada.id) == {two[0].id: 2}

    def test_whoever_was_asked_to_confirm_is_asked_no_longer_after_a_correction_or_withdrawal(self, ada, two):
        made = make.evidence(ada, {two[0]: 2})
        inquiry = make.inquiry(ada, make.person("Zoe Zander"), evidence=made)

        actions.withdraw(made, ada)

        assert inquiry.stage is InquiryStage.WITHDRAWN

    def test_a_deleted_proof_takes_its_file_and_its_inquiries_along(self, ada, two):
        made = make.evidence(ada, {two[0]: 2}, file=True)
        make.inquiry(ada, make.person("Zoe Zander"), evidence=made)
        path = store.path_of(made.file.stored_as)
        actions.withdraw(made, ada)

        actions.delete(made, ada)
        db.session.commit()

        for model in (Evidence, Inquiry, StoredFile):
            assert db.session.scalar(select(func.count()).select_from(model)) == 0
        assert not path.exists()
        assert asking.current_levels(ada.id) == {}

    def test_a_new_file_replaces_the_old_one_and_a_file_can_go(self, ada, two):
        made = make.evidence(ada, {two[0]: 2}, file=True)
        first = made.file.stored_as
        facts = make.facts({two[0]: 2})

        actions.correct(made, ada, facts=facts, file=Upload("neu.txt", b"neu"), removes_file=False, version=1)
        second = made.file
        actions.correct(made, ada, facts=facts, file=None, removes_file=True, version=2)
        db.session.commit()

        assert (second.name, made.file) == ("neu.txt", None)
        assert not store.path_of(first).exists()


def hand_in(client, competence, content, name="Foto.pdf"):
    return send(client, "/competences/evidence/new", typed((competence, 2)), content, name)


def send(client, path, form, content, name):
    """Send a form with a file; put together here, since the client leaves large ones open."""
    file = FileStorage(io.BytesIO(content), filename=name)
    boundary, body = encode_multipart(MultiDict(form | {"file": file}))
    return client.post(path, data=body, content_type=f"multipart/form-data; boundary={boundary}")


@pytest.fixture
def competence(saved):
    return saved(make.competence)


def only_id(app):
    with app.app_context():
        return db.session.scalars(select(Evidence.id)).one()


def test_somebody_hands_in_a_file_and_gets_it_back_as_a_download(client, cast, app, competence):
    client.sign_in(cast.ada)

    answer = hand_in(client, competence, make.PDF, "../Über uns; X-Evil: 1 \u202e.pdf")
    file = client.get(f"/competences/evidence/{only_id(app)}/file")

    assert answer.status_code == 303
    assert file.data == make.PDF
    assert file.headers["Content-Disposition"].startswith("attachment; filename")
    assert "%C3%9Cber%20uns%3B%20X-Evil-%201.pdf" in file.headers["Content-Disposition"]
    assert "X-Evil" not in file.headers
    assert "sandbox" in file.headers["Content-Security-Policy"]
    assert "script-src" not in file.headers["Content-Security-Policy"]
    assert file.headers["X-Content-Type-Options"] == "nosniff"
    assert file.headers["Cache-Control"] == "no-store"
    assert file.mimetype == "application/pdf"


def test_what_the_goal_asks_for_can_be_chosen_first(client, cast, saved, competence):
    other = saved(make.competence, "Daten teilen")
    goal = saved(make.profile, targets={other: 2})
    saved(actions.choose_goal, cast.ada, goal.id)

    page = client.sign_in(cast.ada).get("/competences/evidence/new").text

    first = page[page.index('<optgroup label="Your goal">') :]
    assert first.index("Daten teilen") < first.index("</optgroup>") < first.index(competence.title)


def test_evidence_that_a_newer_word_stands_against_says_so(client, cast, saved, competence):
    saved(make.statement, cast.ada, competence, 1, Kind.LEADER, source="Gespräch")
    client.sign_in(cast.ada)

    for level, sentence in ((3, "somebody has said something newer"), (1, "counts from now on")):
        client.post("/competences/evidence/new", data=typed((competence, level), title=f"Schein {level}"))
        assert sentence in client.get("/competences/evidence").text


def test_a_day_before_1950_is_refused_with_the_reason(client, cast, competence):
    client.sign_in(cast.ada)

    page = client.post("/competences/evidence/new", data=typed((competence, 3), happened_on="1890-05-01")).text

    assert "Please enter a day since 1950." in page
    assert "today at the latest" not in page


def test_a_certificate_of_last_week_lifts_what_one_has_said_of_oneself_today(client, cast, saved, competence):
    saved(make.statement, cast.ada, competence, 0)
    client.sign_in(cast.ada)

    client.post("/competences/evidence/new", data=typed((competence, 3)))

    page = client.get(f"/competences/{competence.key}").text
    assert "You are at level 3" in page
    assert "This lifts: Self-assessment, level 0" in page


def test_list_and_page_go_on_saying_where_a_newer_word_stands_against_it(client, cast, saved, app, competence):
    other = saved(make.competence, "Daten teilen")
    saved(make.statement, cast.ada, competence, 1, Kind.LEADER, source="Gespräch")
    client.sign_in(cast.ada).post("/competences/evidence/new", data=typed((competence, 3), (other, 2)))
    path = f"/competences/evidence/{only_id(app)}"
    client.get(path)

    page, listed = client.get(path).text, client.get("/competences/evidence").text

    assert "In 1 competence this evidence does not count, because a newer assessment does." in page
    assert re.search(rf"{competence.title}</a>: level 1, Assessment by your leader", page)
    assert "a newer assessment counts in 1 competence" in listed
    client.post(f"{path}/withdrawal")
    assert "newer assessment" not in client.get(path).text + client.get("/competences/evidence").text
    client.post(f"{path}/restoration")
    assert "somebody has said something newer" in client.get(path).text


def test_whoever_confirms_learns_nothing_of_the_word_that_stands_against_it(client, cast, saved, competence):
    def ask():
        ada = person(cast.ada.id)
        evidence = make.evidence(ada, {competence: 3})
        ends_on = clock.today() + dt.timedelta(days=7)
        return actions.ask_to_confirm(evidence, ada, asked=cast.zoe.id, note="", ends_on=ends_on)

    saved(make.statement, cast.ada, competence, 1, Kind.LEADER, source="Gespräch")
    inquiry = saved(ask)

    assert "newer assessment" in client.sign_in(cast.ada).get(f"/competences/evidence/{inquiry.evidence_id}").text
    page = client.sign_in(cast.zoe).get(f"/competences/inquiries/{inquiry.id}")
    assert (page.status_code, "newer assessment" in page.text) == (200, False)


def test_evidence_that_ended_before_it_was_handed_in_says_that_it_no_longer_counts(client, cast, competence):
    sent = typed((competence, 3), valid_until="2025-12-31")
    client.sign_in(cast.ada).post("/competences/evidence/new", data=sent)

    assert "no longer valid, so the levels from it do not count" in client.get("/competences/evidence").text


def test_the_levels_are_offered_by_name_under_the_models_that_share_them(client, cast, saved, competence):
    client.sign_in(cast.ada)
    page = client.get("/competences/evidence/new").text
    assert '<option value="2">2 – Level 2</option>' in page
    assert "data-models" not in page

    other = saved(lambda: make.competence("Fliegen", make.area(framework=make.framework("Luftfahrt", levels=2))))
    page = client.get(f"/competences/evidence/new?competence={other.key}&level=2").text

    row = page[page.index('id="level_1"') : page.index('id="level_2"')]
    assert row.count("data-models") == 2
    assert row.count('<option value="2" selected') == 1
    assert "selected" in row[row.index('label="Luftfahrt"') :]


def test_what_follows_from_evidence_is_taken_back_where_the_evidence_is(client, cast, app, competence):
    client.sign_in(cast.ada).post("/competences/evidence/new", data=typed((competence, 2)))
    with app.app_context():
        statement = db.session.scalars(select(Statement)).one().id

    answer = client.post(f"/competences/statements/{statement}/retraction")

    assert answer.location == f"/competences/evidence/{only_id(app)}"
    assert "Correct it here, or withdraw it." in client.get(answer.location).text
    assert "You are at level 2" in client.get(f"/competences/{competence.key}").text


@pytest.mark.parametrize(("name", "content"), [("x.svg", SVG), ("x.pdf", HTML), ("x.html", HTML)])
def test_a_file_that_is_refused_leaves_the_form_as_it_was(client, cast, competence, name, content):
    client.sign_in(cast.ada)

    answer = hand_in(client, competence, content, name)

    assert answer.status_code == 422
    assert 'value="Zertifikat"' in answer.text
    assert f'<option value="{competence.id}" selected>' in answer.text


def test_a_file_over_10_mib_is_refused_at_its_field_and_far_more_at_the_door(client, cast, competence):
    client.sign_in(cast.ada)

    a_little, far = hand_in(client, competence, PRETENDING["too-large.pdf"]), hand_in(client, competence, b"x" * 2**24)

    assert (a_little.status_code, far.status_code) == (422, 413)
    assert "10 MB" in a_little.text


def test_other_forms_take_no_more_than_before(client, cast):
    client.sign_in(cast.ada)

    answer = send(client, "/competences/goal", {}, b"x" * 3 * 2**20, "x.pdf")

    assert answer.status_code == 413


def test_list_and_page_show_state_and_competences(client, cast, saved, competence):
    made = saved(
        lambda: make.evidence(person(cast.ada.id), {competence: 2}, "Lehrgang", valid_until=dt.date(2200, 1, 1))
    )
    client.sign_in(cast.ada)

    list_page, page = client.get("/competences/evidence").text, client.get(f"/competences/evidence/{made.id}").text

    assert "Lehrgang" in list_page
    assert "1 competence" in list_page
    assert f"{competence.title_en}: level 2" in page


def test_an_empty_list_says_what_to_begin_with(client, cast):
    assert "You have not added any evidence yet." in client.sign_in(cast.ada).get("/competences/evidence").text


def test_more_rows_saves_nothing_and_keeps_what_was_typed(client, cast, app, competence):
    client.sign_in(cast.ada)

    answer = client.post("/competences/evidence/new", data=typed((competence, 3), more="1"))

    assert answer.text.count('name="competence_') == 4
    assert 'value="Zertifikat"' in answer.text
    assert "Please check" not in answer.text


def test_a_correction_in_the_browser_shows_what_is_kept(client, cast, saved, app, competence):
    made = saved(
        lambda: make.evidence(person(cast.ada.id), {competence: 2}, "Zertifikat", file=True, happened_on=LAST_YEAR)
    )
    client.sign_in(cast.ada)

    shown = client.get(f"/competences/evidence/{made.id}/edit").text
    answer = client.post(f"/competences/evidence/{made.id}/edit", data=typed((competence, 3), version="1"))

    assert "Zertifikat.pdf" in shown
    assert answer.status_code == 303
    with app.app_context():
        assert asking.current_levels(cast.ada.id) == {competence.id: 3}


@pytest.mark.parametrize(
    ("link", "status"),
    [
        ("https://stadt.example/a?b=c", 303),
        ("javascript:alert(1)", 422),
        ("data:text/html,x", 422),
        ("//evil.example", 422),
        ("https://", 422),
        ("http://[::1", 422),
        ("stadt.example", 422),
    ],
)
def test_a_link_leads_to_the_web_and_nowhere_else(client, cast, competence, link, status):
    client.sign_in(cast.ada)

    assert client.post("/competences/evidence/new", data=typed((competence, 2), link=link)).status_code == status


@pytest.mark.parametrize("other", [{"level_1": "7"}, {"level_1": ""}, {"competence_1": "999999"}, {"happened_on": ""}])
def test_rows_and_days_that_make_no_sense_are_said_so(client, cast, competence, other):
    client.sign_in(cast.ada)

    answer = client.post("/competences/evidence/new", data=typed((competence, 2)) | other)

    assert answer.status_code == 422
    assert "Please" in answer.text


def marked(page):
    """The fields that are marked as wrong."""
    tags = re.findall(r"<(?:select|input|textarea)[^>]*aria-invalid[^>]*>", page)
    return [re.search(r'\bid="([^"]+)"', tag).group(1) for tag in tags]


def test_everything_that_is_wrong_is_said_at_once_and_at_its_field(client, cast, competence):
    client.sign_in(cast.ada)
    sent = typed((competence, ""), title="", text="", happened_on="", valid_until="1800-01-01", link="x")
    empty = typed(text="", valid_until="2025-03-30")

    page, other = (client.post("/competences/evidence/new", data=one) for one in (sent, empty))

    assert (page.status_code, other.status_code) == (422, 422)
    assert marked(page.text) == ["title", "happened_on", "valid_until", "link", "level_1"]
    assert '<a href="#level_1">Level of competence 1: Please choose a level.</a>' in page.text
    assert marked(other.text) == ["valid_until", "text", "competence_1"]


def test_each_row_says_what_is_wrong_in_it(client, cast, saved, competence):
    other = saved(lambda: make.competence("Fliegen", make.area(framework=make.framework("Luftfahrt", levels=2))))
    entered = rows((competence.id, 1), (competence.id, 2), ("", 1), (other.id, 3))

    page = client.sign_in(cast.ada).post("/competences/evidence/new", data=typed() | entered).text

    assert marked(page) == ["competence_2", "competence_3", "level_4"]


@pytest.mark.parametrize("what", ["", "/edit", "/file", "/confirmation"])
def test_nobody_else_knows_of_it(client, cast, saved, competence, what):
    made = saved(lambda: make.evidence(person(cast.ada.id), {competence: 2}, file=True))

    for other in (cast.max, cast.zoe, cast.lin):
        assert client.sign_in(other).get(f"/competences/evidence/{made.id}{what}").status_code == 404
    assert client.sign_in(cast.ada).get(f"/competences/evidence/{made.id}{what}").status_code == 200


def test_whoever_confirms_may_fetch_the_file_which_is_on_record_and_ends_with_the_answer(
    client, cast, saved, app, competence
):
    def story():
        made = make.evidence(person(cast.ada.id), {competence: 2}, file=True)
        return make.inquiry(person(cast.ada.id), person(cast.zoe.id), evidence=made)

    inquiry = saved(story)
    client.sign_in(cast.zoe)

    path = f"/competences/evidence/{inquiry.evidence_id}"
    before = client.get(f"{path}/file")
    client.post(f"/competences/inquiries/{inquiry.id}", data={"stage": "confirmed", "word": "So war es."})
    after = client.get(f"{path}/file")

    assert (before.status_code, after.status_code) == (200, 404)
    with app.app_context():
        looks = db.session.execute(select(ReadAudit.viewer_id, ReadAudit.person_id, ReadAudit.category)).all()
    assert (cast.zoe.id, cast.ada.id, "E") in looks
    assert "Confirmed" in client.sign_in(cast.ada).get("/competences/evidence").text
    assert "So war es." in client.get(path).text


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_the_same_few_questions(client, cast, saved, queries, competence, count):
    for number in range(count):
        saved(lambda n: make.evidence(person(cast.ada.id), {competence: 2}, f"Nachweis {n}"), number)
    client.sign_in(cast.ada)
    queries.clear()

    client.get("/competences/evidence")

    assert len([one for one in queries if not one.startswith("BEGIN")]) == 6
