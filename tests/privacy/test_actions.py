"""What people delete of their own is gone for good, and nothing else is."""

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DatabaseError

from app.activity.models import Activity
from app.competences import actions as competences
from app.competences import queries
from app.competences.models import ShareStatement, Statement
from app.competences.rules import Kind
from app.db import ErasureSwitch, db
from app.plans.models import Proposal
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


def test_the_page_says_what_there_is_and_deletes_it(client, cast, saved):
    client.set_cookie("language", "en")
    competence = saved(make.competence)
    saved(competences.assess, cast.ada, {competence.id: 2})
    client.sign_in(cast.ada)

    before = client.get("/account/self-assessments").text
    response = client.post("/account/self-assessments/erasure", follow_redirects=True)
    after = client.get("/account/self-assessments").text

    assert "Lotse keeps 1 self-assessment of yours." in before
    assert "1 self-assessment is deleted." in response.text
    assert "There is nothing to delete." in after


def test_nobody_deletes_what_others_said_of_themselves(client, cast, saved):
    competence = saved(make.competence)
    saved(competences.assess, cast.ada, {competence.id: 2})

    client.sign_in(cast.zoe).post("/account/self-assessments/erasure", data={"person_id": cast.ada.id})

    with client.application.app_context():
        assert queries.current_levels(cast.ada.id) == {competence.id: 2}


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
