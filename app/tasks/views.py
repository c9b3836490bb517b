"""How far a piece of long work is."""

from flask import Blueprint, request

from app.tasks import queries
from app.tasks.models import Task
from app.web import menu
from app.web.policy import policy
from app.web.redirects import own_path
from app.web.render import render

bp = Blueprint("tasks", __name__, template_folder="templates")


@bp.get("/tasks/<int:task_id>")
@policy(find=queries.tasks_visible_to)
def show_task(task: Task) -> str:
    back = own_path(request.args.get("back"))
    if back:
        menu.stand_below(menu.first_part(back))
    return render("tasks/show_task.html", fragment="tasks/_progress.html", task=task, back=back)
