"""Letting somebody see one's competences, and what others let one see."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import Select
from werkzeug.wrappers import Response

from app.competences import actions, queries
from app.competences.forms import ShareForm
from app.competences.views.blueprint import bp
from app.people.models import Person
from app.people.viewer import require_viewer
from app.visibility.models import Share
from app.visibility.queries import looks_at, shares_of
from app.web.form import render_form
from app.web.paging import page
from app.web.policy import policy, shown


@bp.get("/competences/shares")
@policy(find=shares_of)
def list_shares(found: Select[Any]) -> str:
    looks = looks_at(require_viewer().person.id, queries.CATEGORIES)
    return render_template("competences/list_shares.html", shares=page(found), looks=looks, now=queries.now())


@bp.route("/competences/shares/new", methods=["GET", "POST"])
@policy(find=None)
def create_share() -> Response | str | tuple[str, int]:
    person = require_viewer().person
    form, typed = ShareForm(), request.values.get("q", "")
    form.offer(queries.readers_for(person), queries.people_named(typed, chosen=form.reader_id.data, but=person.id))
    if form.accepted and form.carry(actions.share_profile, person):
        flash(_("Shared. You can end it here at any time."), "success")
        return redirect(url_for("competences.list_shares"), 303)
    return render_form("competences/create_share.html", form, preview=queries.preview(person.id), typed=typed)


@bp.post("/competences/shares/<int:share_id>/withdrawal")
@policy(find=shares_of)
def withdraw_share(share: Share) -> Response:
    actions.withdraw_share(share, by=require_viewer().person)
    flash(_("%(name)s no longer sees it.", name=share.reader.name), "success")
    return redirect(url_for("competences.list_shares"), 303)


@bp.get("/team/shared")
@policy(find=queries.profiles_shared_with, data="A", purpose="share")
def list_shared(found: Select[Any]) -> str:
    shares, team = page(found), queries.team_of(require_viewer())
    shown([*(share.person_id for share in shares.rows), *(person.id for person in team)])
    return render_template("competences/list_shared.html", shares=shares, team=team)


@bp.get("/team/shared/<int:share_id>")
@policy(
    find=queries.profiles_shared_with,
    data="E",
    purpose="share",
    missing=_l("This share does not exist, or no longer does"),
)
def show_shared(share: Share) -> str:
    lines = queries.lines_from(queries.statements_of_share(share))
    return render_template("competences/show_shared.html", share=share, lines=lines)


@bp.get("/team/people/<int:person_id>/competences")
@policy(find=queries.people_led_by, data="F", purpose="leading")
def show_levels(person: Person) -> str:
    lines = queries.lines_from(queries.statements_visible_to(require_viewer(), person))
    return render_template("competences/show_levels.html", person=person, lines=lines)
