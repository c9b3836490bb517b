"""A leader's decision; what waits stands among the requests of the team."""

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from app.people.viewer import require_viewer
from app.requests import access, actions, queries
from app.requests.forms import DecisionForm
from app.requests.models import TrainingRequest
from app.requests.views.blueprint import bp
from app.web.form import render_form
from app.web.policy import policy

GONE = _l("This request does not wait for you: perhaps it was decided, changed or withdrawn meanwhile.")


@bp.route("/team/requests/<int:request_id>", methods=["GET", "POST"])
@policy(find=queries.waiting_for, may=access.can_decide_as_leader, data="C", purpose="training", missing=GONE)
def decide_for_team(training_request: TrainingRequest) -> Response | str | tuple[str, int]:
    form = DecisionForm(data={"version": training_request.version})
    name = training_request.person.name
    if form.accepted and form.carry(actions.decide_as_leader, training_request, by=require_viewer().person):
        said = _("You support it: HR decides now, and %(name)s is told.", name=name)
        flash(said if form.values["is_yes"] else _("Declined. %(name)s gets your answer.", name=name), "success")
        return redirect(url_for("bookings.list_approvals"), 303)
    return render_form("requests/decide_for_team.html", form, training=training_request)
