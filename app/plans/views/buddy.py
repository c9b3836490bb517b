"""Buddies: what I am asked, whom I accompany, and who accompanies me."""

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from sqlalchemy import Select
from werkzeug.wrappers import Response

from app.db import db
from app.people.viewer import require_viewer
from app.plans import access, actions, queries
from app.plans.forms.buddy import WEEKDAYS, AppointmentForm, BuddyForm, NoteForm, SkipForm
from app.plans.models import BuddyNote, BuddyPair
from app.plans.views.blueprint import bp
from app.web import menu
from app.web.form import render_form
from app.web.paging import page
from app.web.policy import policy, shown


@bp.get("/buddies")
@policy(find=queries.buddy.pairs_visible_to, data="A", purpose="buddy")
def list_buddies(found: Select[BuddyPair]) -> str:
    viewer = require_viewer()
    pairs = page(found)
    shown(number for pair in pairs.rows for number in (pair.person_id, pair.buddy_id))
    return render_template(
        "plans/buddies/list_buddies.html",
        pairs=pairs,
        days={pair.id: queries.buddy.next_of(pair, viewer.today) for pair in pairs.rows if pair.is_running},
        can_ask=access.can_ask_for_a_buddy(viewer),
        is_expecting_one=not pairs.total and queries.buddy.is_expecting_one(viewer),
    )


@bp.route("/buddies/request", methods=["GET", "POST"])
@policy(find=queries.buddy.asked_by, may=access.can_ask_for_a_buddy, data="A", purpose="buddy")
def create_buddy(found: Select[BuddyPair]) -> Response | str | tuple[str, int]:
    viewer, waiting = require_viewer(), db.session.scalars(found).all()
    alone = db.session.scalars(queries.buddy.newcomers_alone(viewer)).all() if viewer.is_leader else []
    shown([*(one.id for one in alone), *(number for pair in waiting for number in (pair.person_id, pair.buddy_id))])
    form = BuddyForm(newcomer=request.args.get("newcomer"))
    if form.accepted and form.carry(actions.buddy.ask, viewer):
        flash(_("We have asked. You get a message with the answer."), "success")
        return redirect(url_for("plans.create_buddy"), 303)
    if viewer.is_leader:
        menu.stand_below("team")
    return render_form("plans/buddies/create_buddy.html", form, waiting=waiting, alone=alone)


@bp.get("/buddies/<int:pair_id>")
@policy(find=queries.buddy.pairs_that_met, may=access.is_one_of, data="G", purpose="buddy")
def show_buddy(buddy_pair: BuddyPair) -> str:
    return _page(buddy_pair, NoteForm(day=None))


@bp.post("/buddies/<int:pair_id>/acceptance")
@policy(find=queries.buddy.requests_to, may=access.is_one_of)
def accept_buddy(buddy_pair: BuddyPair) -> Response:
    actions.buddy.accept(buddy_pair)
    flash(_("Thank you. Now choose your weekly appointment."), "success")
    return redirect(url_for("plans.edit_appointment", pair_id=buddy_pair.id), 303)


@bp.post("/buddies/<int:pair_id>/refusal")
@policy(find=queries.buddy.requests_to, may=access.is_one_of)
def decline_buddy(buddy_pair: BuddyPair) -> Response:
    actions.buddy.decline(buddy_pair)
    flash(_("That is all right. We tell whoever asked."), "success")
    return redirect(url_for("plans.list_buddies"), 303)


@bp.route("/buddies/<int:pair_id>/appointment", methods=["GET", "POST"])
@policy(find=queries.buddy.pairs_that_met, may=access.is_one_of, data="A", purpose="buddy")
def edit_appointment(buddy_pair: BuddyPair) -> Response | str | tuple[str, int]:
    if not buddy_pair.is_running and request.method == "GET":
        return redirect(url_for("plans.show_buddy", pair_id=buddy_pair.id), 303)
    viewer = require_viewer()
    shown([buddy_pair.person_id, buddy_pair.buddy_id])
    form = AppointmentForm(weekday=buddy_pair.weekday, time=buddy_pair.time, until=buddy_pair.until)
    if form.accepted and form.carry(actions.buddy.arrange, buddy_pair):
        flash(_("The appointment stands in both your plans."), "success")
        return redirect(url_for("plans.show_buddy", pair_id=buddy_pair.id), 303)
    other = buddy_pair.other(viewer.person.id)
    return render_form("plans/buddies/edit_appointment.html", form, pair=buddy_pair, other=other)


@bp.post("/buddies/<int:pair_id>/notes")
@policy(find=queries.buddy.pairs_that_met, may=access.is_one_of, data="G", purpose="buddy")
def create_buddy_note(buddy_pair: BuddyPair) -> Response | str | tuple[str, int]:
    form = NoteForm()
    if form.accepted and form.carry(actions.buddy.write_note, buddy_pair, by=require_viewer().person):
        shown([buddy_pair.person_id, buddy_pair.buddy_id])
        flash(_("The note is saved."), "success")
        return redirect(url_for("plans.show_buddy", pair_id=buddy_pair.id), 303)
    return _page(buddy_pair, form), 422


@bp.post("/buddies/notes/<int:note_id>/deletion")
@policy(find=queries.buddy.notes_by, may=access.can_change_note)
def delete_buddy_note(buddy_note: BuddyNote) -> Response:
    actions.buddy.delete_note(buddy_note)
    flash(_("The note is deleted."), "success")
    return redirect(url_for("plans.list_buddies"), 303)


@bp.post("/buddies/<int:pair_id>/skips")
@policy(find=queries.buddy.pairs_that_met, may=access.is_one_of)
def skip_appointment(buddy_pair: BuddyPair) -> Response:
    form = SkipForm()
    if not form.accepted or form.day.data is None:
        abort(400)
    actions.buddy.skip(buddy_pair, day=form.day.data)
    return redirect(url_for("plans.show_buddy", pair_id=buddy_pair.id), 303)


@bp.post("/buddies/<int:pair_id>/end")
@policy(find=queries.buddy.pairs_that_met, may=access.is_one_of)
def end_buddy(buddy_pair: BuddyPair) -> Response:
    actions.buddy.end(buddy_pair, by=require_viewer().person)
    flash(_("The appointments have ended. What you both wrote is erased after 90 days."), "success")
    return redirect(url_for("plans.list_buddies"), 303)


def _page(pair: BuddyPair, form: NoteForm) -> str:
    viewer = require_viewer()
    shown([pair.person_id, pair.buddy_id])
    day = queries.buddy.next_of(pair, viewer.today)
    if form.day.data is None:
        form.day.data = day or viewer.today
    return render_template(
        "plans/buddies/show_buddy.html",
        pair=pair,
        other=pair.other(viewer.person.id),
        day=day,
        weekday=WEEKDAYS[pair.weekday],
        notes=page(queries.buddy.notes_of(pair.id)),
        form=form,
    )
