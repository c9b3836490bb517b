"""The start page."""

from flask import Blueprint, render_template, request

from app import clock
from app.home import queries
from app.people.viewer import require_viewer
from app.plans import queries as plans
from app.web.policy import policy, shown

bp = Blueprint("home", __name__, template_folder="templates")


@bp.get("/")
@policy(find=None, data="A", purpose="talk", daily=True)
def show_home() -> str:
    viewer = require_viewer()
    dashboard = queries.dashboard(viewer)
    shown(talk.person_id for talk in dashboard.talks.team)
    minutes = request.args.get("minutes", type=int)
    fitting = plans.next_fitting(viewer.person.id, minutes) if minutes in plans.CHOICES else None
    return render_template(
        "home/show_home.html",
        dashboard=dashboard,
        today=clock.today(),
        choices=plans.CHOICES,
        minutes=minutes if minutes in plans.CHOICES else None,
        fitting=fitting,
    )
