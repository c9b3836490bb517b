"""Talks: my own, and those with the people whom I lead."""

from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from sqlalchemy import Select
from werkzeug.wrappers import Response

from app.competences.queries import Question, profile_of_job, questions_about
from app.db import db
from app.people.models import Person
from app.people.viewer import require_viewer
from app.plans import access, actions, queries
from app.plans.forms.talk import (
    MOST_STEPS,
    TEXTS,
    AgreementForm,
    ConfirmationForm,
    DatedForm,
    PreparationForm,
    SubjectForm,
    TalkForm,
    TeamTalkForm,
)
from app.plans.models import Talk
from app.plans.queries.talk_page import TalkPage
from app.plans.rules.talk import Side
from app.plans.views.blueprint import bp
from app.text.folding import fold
from app.web import menu
from app.web.form import Form, render_form
from app.web.paging import page
from app.web.policy import policy, shown


@bp.get("/talks")
@policy(find=queries.talk.own_talks)
def list_talks(found: Select[Talk]) -> str:
    return render_template("plans/talks/list_talks.html", talks=page(found))


@bp.route("/talks/proposal", methods=["GET", "POST"])
@policy(find=None)
def create_talk() -> Response | str | tuple[str, int]:
    person = require_viewer().person
    form = TalkForm(queries.talk.subjects_for(person))
    if form.accepted and form.carry(actions.talk.propose, person, by=person):
        flash(_("Your leader is told of your proposal."), "success")
        return redirect(url_for("plans.list_talks"), 303)
    return render_form("plans/talks/create_talk.html", form)


@bp.get("/team/talks")
@policy(find=queries.talk.talks_led_by, may=access.can_hold_talks, data="F", purpose="talk")
def list_team_talks(found: Select[Talk]) -> str:
    talks = page(found)
    shown(talk.person_id for talk in talks.rows)
    return render_template("plans/talks/list_team_talks.html", talks=talks)


@bp.route("/team/talks/proposal", methods=["GET", "POST"])
@policy(find=queries.talk.people_to_talk_to, may=access.can_hold_talks, data="A", purpose="talk")
def create_team_talk(found: Select[Person]) -> Response | str | tuple[str, int]:
    people = {person.id: person for person in db.session.scalars(found)}
    shown(people)
    form = TeamTalkForm([(person.id, person.name) for person in people.values()])
    if form.accepted:
        person = people[form.person_id.data]
        named = {"by": require_viewer().person, "profile_id": profile_of_job(person)}
        if form.carry(actions.talk.propose, person, **named):
            flash(_("%(name)s is told of your proposal.", name=person.name), "success")
            return redirect(url_for("plans.list_team_talks"), 303)
    return render_form("plans/talks/create_team_talk.html", form)


@bp.get("/talks/<int:talk_id>")
@policy(find=queries.talk.talks_visible_to, may=access.can_take_part, data="F", purpose="talk")
def show_talk(talk: Talk) -> str:
    sheet = _sheet(talk)
    subjects = queries.talk.subjects_for(talk.person) if sheet.can_choose_subject else []
    return render_template(
        "plans/talks/show_talk.html", sheet=sheet, talk=talk, subjects=subjects, names=_names_of_levels(sheet)
    )


@bp.post("/talks/<int:talk_id>/subject")
@policy(find=queries.talk.own_talks, may=access.can_take_part)
def choose_subject(talk: Talk) -> Response:
    if talk.is_over:
        return _over(talk)
    form = SubjectForm()
    if not form.accepted:
        abort(400)
    actions.talk.choose_subject(talk, profile_id=form.profile_id.data or None)
    return redirect(url_for("plans.show_talk", talk_id=talk.id), 303)


@bp.route("/talks/<int:talk_id>/preparation", methods=["GET", "POST"])
@policy(find=queries.talk.talks_visible_to, may=access.can_take_part, data="F", purpose="talk")
def edit_preparation(talk: Talk) -> Response | str | tuple[str, int]:
    if talk.is_over and request.method == "GET":
        return _over(talk)
    viewer = require_viewer()
    sheet = _sheet(talk)
    mine = sheet.mine
    kept: dict[str, Any] = {name: getattr(mine, name) for name in TEXTS} if mine else {}
    form = PreparationForm(_questions(sheet), mine.wished if mine else {}, **kept)
    if form.accepted and form.carry(actions.talk.prepare, talk, by=viewer.person):
        if form.saves_itself:
            return Response(status=204)
        flash(_("Your preparation is saved."), "success")
        return redirect(url_for("plans.show_talk", talk_id=talk.id), 303)
    known = queries.talk.levels_known_to(viewer, talk.person)
    return render_form("plans/talks/edit_preparation.html", form, sheet=sheet, talk=talk, known=known)


@bp.route("/talks/<int:talk_id>/agreement", methods=["GET", "POST"])
@policy(find=queries.talk.talks_visible_to, may=access.can_take_part, data="F", purpose="talk")
def edit_agreement(talk: Talk) -> Response | str | tuple[str, int]:
    if talk.is_over and request.method == "GET":
        return _over(talk)
    viewer = require_viewer()
    sheet = _sheet(talk)
    if not sheet.record.can_be_written and request.method == "GET":
        return redirect(url_for("plans.show_talk", talk_id=talk.id), 303)
    agreed = _written(sheet) or _where_both_agree(sheet)
    courses = queries.talk.minutes_of_courses()
    form = AgreementForm(_questions(sheet), agreed, courses, sheet.subject, number=talk.record_number, **_steps(sheet))
    if form.accepted:
        if form.carry(actions.talk.record_agreement, talk, by=viewer.person):
            flash(_("What you agreed is written down."), "success")
            return redirect(url_for("plans.show_talk", talk_id=talk.id), 303)
        form.renew(talk.record_number)
    return render_form(
        "plans/talks/edit_agreement.html",
        form,
        sheet=sheet,
        talk=talk,
        known=queries.talk.levels_known_to(viewer, talk.person),
        courses=courses,
        places=form.places,
    )


@bp.route("/talks/<int:talk_id>/day", methods=["GET", "POST"])
@policy(find=queries.talk.talks_visible_to, may=access.can_take_part, data="F", purpose="talk")
def move_talk(talk: Talk) -> Response | str | tuple[str, int]:
    if talk.is_over:
        return _over(talk)
    viewer = require_viewer()
    sheet = _sheet(talk)
    form = DatedForm(planned_on=talk.planned_on)
    if form.accepted and form.carry(actions.talk.move, talk, by=viewer.person):
        flash(_("The talk is moved. %(name)s is told.", name=sheet.other or _("Your leader")), "success")
        return redirect(url_for("plans.show_talk", talk_id=talk.id), 303)
    return render_form("plans/talks/move_talk.html", form, sheet=sheet, talk=talk)


@bp.post("/talks/<int:talk_id>/confirmation")
@policy(find=queries.talk.talks_visible_to, may=access.can_take_part, data="F", purpose="talk")
def confirm_agreement(talk: Talk) -> Response:
    if talk.is_over:
        return _over(talk)
    form = ConfirmationForm()
    if not form.accepted:
        abort(400)
    actions.talk.confirm(talk, by=require_viewer().person, number=form.number.data or 0)
    flash(_("Agreed. The levels count from today, and the steps are in the plan."), "success")
    return redirect(url_for("plans.show_talk", talk_id=talk.id), 303)


@bp.route("/talks/<int:talk_id>/cancellation", methods=["GET", "POST"])
@policy(find=queries.talk.talks_visible_to, may=access.can_take_part, data="F", purpose="talk")
def call_off_talk(talk: Talk) -> Response | str | tuple[str, int]:
    if talk.is_over:
        return _over(talk)
    viewer = require_viewer()
    sheet = _sheet(talk)
    form = Form()
    if form.accepted and form.carry(actions.talk.call_off, talk, by=viewer.person):
        flash(_("The talk is called off. %(name)s is told.", name=sheet.other or _("Your leader")), "success")
        return redirect(url_for("plans.show_talk", talk_id=talk.id), 303)
    return render_form("plans/talks/call_off_talk.html", form, sheet=sheet, talk=talk)


def _sheet(talk: Talk) -> TalkPage:
    """What the reader sees of the talk; to a leader its pages are some of those for their team."""
    sheet = queries.talk.page_for(talk, require_viewer())
    if sheet.side is Side.LEADER:
        menu.stand_below("team")
    return sheet


def _over(talk: Talk) -> Response:
    """The talk has gone on in another window, or by the other side: show how it stands."""
    flash(_("This talk has ended meanwhile. You see it as it is now."), "info")
    return redirect(url_for("plans.show_talk", talk_id=talk.id), 303)


def _questions(sheet: TalkPage) -> list[Question]:
    """The competences that the profile asks for, to choose a level of each."""
    wanted = [line.competence for line in sheet.lines if line.target]
    return questions_about(wanted) if wanted else []


def _names_of_levels(sheet: TalkPage) -> dict[int, dict[int, str]]:
    """What each level is called, by competence and number."""
    found = questions_about([line.competence for line in sheet.lines]) if sheet.lines else []
    return {one.competence.id: {step.number: step.title for step in one.steps} for one in found}


def _written(sheet: TalkPage) -> dict[int, int]:
    """The levels that are written down, as far as they are for the reader."""
    return {number: level for number, level in sheet.record.levels.items() if level is not None}


def _where_both_agree(sheet: TalkPage) -> dict[int, int]:
    """The levels that both had in mind, to begin with."""
    wished = {line.competence.id: line.wished for line in sheet.lines if line.wished == line.others}
    return {number: level for number, level in wished.items() if level is not None}


def _steps(sheet: TalkPage) -> dict[str, Any]:
    """What is written down; at first the steps that both prepared, each once."""
    kept: dict[str, Any] = {}
    for place, item in enumerate(sheet.items[:MOST_STEPS]):
        kept |= {f"title_{place}": item.title, f"minutes_{place}": item.minutes, f"due_on_{place}": item.due_on}
        kept |= {f"competence_{place}": item.competence_id, f"target_{place}": item.target_level}
    if not sheet.items:
        texts = [side.steps for side in (sheet.mine, sheet.theirs) if side]
        wanted = {fold(line): line.strip() for text in texts for line in text.splitlines() if line.strip()}
        kept |= {f"title_{place}": title[:200] for place, title in enumerate(list(wanted.values())[:MOST_STEPS])}
    return kept
