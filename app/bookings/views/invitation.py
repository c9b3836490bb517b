"""Inviting people to a date, and their answers."""

import datetime as dt

from flask import flash, redirect, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from app import clock
from app.bookings import access, actions, queries
from app.bookings.forms import InvitationForm
from app.bookings.models import Bookable, Invitation
from app.bookings.rules import Mode
from app.bookings.views.blueprint import bp
from app.db import db
from app.people import queries as people
from app.people.tree import in_tree_order
from app.people.viewer import require_viewer
from app.web.form import render_form
from app.web.paging import page
from app.web.policy import policy, shown
from app.web.redirects import own_path

TIME_TO_ANSWER = dt.timedelta(days=14)


@bp.route("/bookables/<int:bookable_id>/invitations", methods=["GET", "POST"])
@policy(find=queries.bookables_organised_by, may=access.can_organise, data="C", purpose="organising")
def invite_people(bookable: Bookable) -> Response | str | tuple[str, int]:
    now, invited = clock.now(), list[int]()
    until = min(clock.local(now + TIME_TO_ANSWER), clock.local(bookable.starts_at)).replace(
        minute=0, second=0, microsecond=0
    )
    form = InvitationForm(
        in_tree_order(db.session.scalars(people.large_units())), data={"answer_by": until.replace(tzinfo=None)}
    )
    if form.accepted and form.carry(
        lambda **typed: invited.append(actions.invite(bookable, by=require_viewer().person, **typed))
    ):
        flash(
            ngettext(
                "%(num)d person is invited now, and told.", "%(num)d people are invited now, and told.", invited[0]
            ),
            "success",
        )
        return redirect(url_for("bookings.invite_people", bookable_id=bookable.id), 303)
    found = page(queries.invitations_of(bookable))
    shown(invitation.person_id for invitation in found.rows)
    return render_form(
        "bookings/invite_people.html",
        form,
        bookable=bookable,
        by_invitation=bookable.mode is Mode.INVITATION,
        page=found,
        seats=queries.seats_of([bookable.id], now)[bookable.id],
        now=now,
    )


@bp.post("/invitations/<int:invitation_id>/acceptance")
@policy(find=queries.invitations_to, may=access.can_answer_invitation)
def accept_invitation(invitation: Invitation) -> Response:
    actions.accept_invitation(invitation, by=require_viewer().person)
    flash(_("The seat is yours."), "success")
    return _back(invitation)


@bp.post("/invitations/<int:invitation_id>/refusal")
@policy(find=queries.invitations_to, may=access.can_answer_invitation)
def decline_invitation(invitation: Invitation) -> Response:
    actions.decline_invitation(invitation)
    flash(_("Thank you for your answer. You have declined the invitation."), "success")
    return _back(invitation)


def _back(invitation: Invitation) -> Response:
    return redirect(own_path(request.form.get("next")) or invitation.bookable.path, 303)
