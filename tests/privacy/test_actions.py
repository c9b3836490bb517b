"""What people delete of their own is gone for good, and nothing else is."""

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DatabaseError

from app import clock
from app.activity.models import Activity
from app.competences import actions as competences
from app.competences import queries
from app.competences.models import Evidence, ShareStatement, Statement
from app.competences.rules import InquiryStage, Kind, Proof
from app.db import Base, ErasureSwitch, db
from app.files import store
from app.files.models import StoredFile
from app.plans import actions as plans
from app.plans.actions import practice
from app.plans.models import PracticeQuestion, Proposal
from app.plans.rules import Details, ItemKind
from app.plans.rules.practice import Answer
from app.privacy import actions
from tests import make


def count(model):
    return db.session.scalar(select(func.count()).select_from(model))


def test_erase_self_assessments_removes_what_was_said_and_taken_back_and_what_is_shared_of_it(context):
    cast, competence, other = make.cast(), make.competence(), make.competence()
    (said,) = competences.assess(cast.ada, {competence.id: 2})
    (taken,) = competences.assess(cast.ada, {other.id: 2})
    competences.retract(taken, cast.ada)
    proof = make.statement(cast.ada, competence, 1, Kind.COMPLETION, source="Kurs")
    make.statement(cast.zoe, competence, 4)
    share = make.share(cast.ada, cast.max, [said, proof])

    assert actions.erase_self_assessments(cast.ada) == 3

    assert queries.current_levels(cast.ada.id) == {competence.id: 1}
    assert queries.current_levels(cast.zoe.id) == {competence.id: 4}
    assert db.session.scalars(select(ShareStatement.statement_id).where(ShareStatement.share_id == share.id)).all() == [
        proof.id
    ]


def test_erase_self_assessments_leaves_the_switch_off_and_a_note_without_levels(context):
    ada, competence = make.person("Ada"), make.competence()
    competences.assess(ada, {competence.id: 2})
    db.session.commit()

    actions.erase_self_assessments(ada)
    db.session.commit()

    assert (count(ErasureSwitch), count(Statement)) == (0, 0)
    assert db.session.scalars(select(Activity)).one().details == {"statements": 1}
    make.statement(ada, competence, 2)
    db.session.commit()
    with pytest.raises(DatabaseError, match="append-only"):
        db.session.execute(text("DELETE FROM statement"))


def test_an_erasure_that_is_undone_removes_nothing(context):
    ada, competence = make.person("Ada"), make.competence()
    competences.assess(ada, {competence.id: 2})
    db.session.commit()

    actions.erase_self_assessments(ada)
    db.session.rollback()

    assert (count(ErasureSwitch), count(Statement)) == (0, 1)


MARK = "Vertraulich-7391"


@pytest.fixture
def handed_in(context):
    """Ada has handed in a proof with a file, corrected, confirmed and shared; one that is withdrawn; and practice."""
    cast, competence = make.cast(), make.competence()
    proof = make.evidence(cast.ada, {competence: 2}, MARK, file=True, text=MARK, link=f"https://{MARK}.example")
    facts = make.facts({competence: 3}, f"{MARK} neu")
    competences.correct(proof, cast.ada, facts=facts, file=None, removes_file=False, version=1)
    asked = make.inquiry(cast.ada, cast.zoe, evidence=proof, note=MARK)
    competences.answer(asked, cast.zoe, stage=InquiryStage.CONFIRMED, word=MARK)
    make.evidence(cast.ada, {competence: 1}, f"{MARK} alt", proof=Proof.PRACTICE, withdrawn=True)
    make.share(cast.ada, cast.max, db.session.scalars(select(Statement)).all())
    question = PracticeQuestion(
        person_id=cast.ada.id, title="Kurs", weeks=2, learnt_on=clock.today(), asked_on=clock.today()
    )
    db.session.add(question)
    practice.tell(question, what=MARK, place=MARK, outcome=MARK)
    make.evidence(cast.zoe, {competence: 1}, "Zoes Nachweis", file=True)
    make.statement(cast.ada, competence, 1, Kind.COLLEAGUE, actor_id=cast.zoe.id, source="Anfrage")
    db.session.commit()
    return cast, competence


def everything():
    """All that the database holds, as text."""
    return [str(row) for table in Base.metadata.sorted_tables for row in db.session.execute(select(table))]


def files_of(person):
    names = db.session.scalars(select(StoredFile.stored_as).where(StoredFile.person_id == person.id))
    return [store.path_of(name) for name in names]


class TestEvidence:
    """Deleted by the person themselves, it leaves nothing behind, and takes nothing of others along."""

    def test_nothing_of_it_is_found_afterwards_neither_in_the_database_nor_on_disk(self, handed_in):
        cast, _ = handed_in
        assert sum(MARK in row for row in everything()) >= 5
        (file,) = files_of(cast.ada)
        assert file.exists()

        assert actions.erase_evidence(cast.ada) == 2
        db.session.commit()

        assert [row for row in everything() if MARK in row] == []
        assert not file.exists()
        assert files_of(cast.ada) == []
        assert [one.exists() for one in files_of(cast.zoe)] == [True]
        assert (count(ErasureSwitch), count(ShareStatement)) == (0, 0)

    def test_what_others_said_and_handed_in_stays_and_nobody_is_asked_about_practice_again(self, handed_in):
        cast, competence = handed_in

        actions.erase_evidence(cast.ada)

        assert queries.current_levels(cast.ada.id) == {competence.id: 1}
        assert queries.current_levels(cast.zoe.id) == {competence.id: 1}
        assert [one.answer for one in db.session.scalars(select(PracticeQuestion))] == [Answer.APPLIED]

    def test_undone_it_removes_nothing(self, handed_in):
        cast, _ = handed_in
        before = everything()

        actions.erase_evidence(cast.ada)
        db.session.rollback()

        assert everything() == before
        assert [one.exists() for one in files_of(cast.ada)] == [True]

    def test_a_step_that_was_ticked_by_it_is_open_again_and_the_proposal_is_gone(self, handed_in):
        cast, _ = handed_in
        proof = db.session.scalars(select(Evidence).where(Evidence.person_id == cast.ada.id)).first()
        step = plans.add_own_step(cast.ada, title="Nachweis", minutes=30, details=Details(kind=ItemKind.EVIDENCE))
        plans.tick(step).evidence_id = proof.id
        result = {"levels": [], "steps": []}
        db.session.add(Proposal(person_id=cast.ada.id, weeks=4, pins={}, alternatives={}, result=result))
        db.session.flush()

        actions.erase_evidence(cast.ada)

        assert (step.done_on, step.evidence_id) == (None, None)
        assert db.session.scalars(select(Proposal.result)).one() is None


class TestPage:
    """It says what there is, deletes what was ticked, and nothing else."""

    @pytest.fixture(autouse=True)
    def _english(self, client):
        client.set_cookie("language", "en")

    @pytest.fixture
    def competence(self, saved, cast):
        competence = saved(make.competence)
        saved(competences.assess, cast.ada, {competence.id: 2})
        saved(make.evidence, cast.ada, {competence: 1}, file=True)
        return competence

    def test_it_counts_both_and_deletes_what_was_ticked(self, client, cast, competence):
        client.sign_in(cast.ada)

        before = client.get("/account/deletion").text
        client.post("/account/deletion", data={"what": "evidence"})
        between = client.get("/account/deletion").text
        client.post("/account/deletion", data={"what": "self-assessments"})
        after = client.get("/account/deletion").text

        assert "1 self-assessment" in before
        assert "1 piece of evidence, 1 file, 1 entry in your history" in before
        assert ("1 self-assessment" in between, "1 file" in between) == (True, False)
        assert "There is nothing to delete." in after

    def test_the_answer_says_how_much_is_gone(self, client, cast, competence):
        client.sign_in(cast.ada)

        both = {"what": ["evidence", "self-assessments"]}
        page = client.post("/account/deletion", data=both, follow_redirects=True).text

        assert "1 piece of evidence is deleted, and what hung on it." in page
        assert "1 self-assessment is deleted." in page

    @pytest.mark.parametrize("what", [[], ["everything"]])
    def test_nothing_goes_where_nothing_was_ticked(self, client, cast, competence, what):
        again = client.sign_in(cast.ada).post("/account/deletion", data={"what": what})

        assert again.status_code == 422
        assert "1 piece of evidence" in again.text

    def test_nobody_deletes_what_is_of_others(self, client, cast, competence):
        both = {"what": ["evidence", "self-assessments"], "person_id": cast.ada.id}

        client.sign_in(cast.zoe).post("/account/deletion", data=both)

        with client.application.app_context():
            assert (count(Evidence), count(Statement)) == (1, 2)


def test_without_the_plans_part_the_proposal_would_keep_what_was_erased(context, monkeypatch):
    """The guard, switched off, is seen to be missed."""
    ada, competence = make.person("Ada"), make.competence()
    competences.assess(ada, {competence.id: 2})
    result = {"levels": [[competence.id, 2]], "steps": []}
    db.session.add(Proposal(person_id=ada.id, weeks=4, pins={}, alternatives={}, result=result))
    db.session.flush()
    kept = select(Proposal.result)

    with monkeypatch.context() as off:
        off.setattr("app.privacy.actions.plans.forget_levels", lambda _person: None)
        actions.erase_self_assessments(ada)
    assert db.session.scalars(kept).one() == result

    actions.erase_self_assessments(ada)
    assert db.session.scalars(kept).one() is None
