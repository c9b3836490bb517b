"""What people say about levels, the goal they choose, and what HR edits."""

from app.competences.actions.exchange import import_framework
from app.competences.actions.family import assign_profile, move_jobs
from app.competences.actions.framework import create_framework, edit_framework
from app.competences.actions.link import remove_link, set_link
from app.competences.actions.profile import (
    choose_goal,
    create_profile,
    edit_profile,
    give_up_goal,
    restore_profile,
    retire_profile,
)
from app.competences.actions.statement import add_evidence, assess, assess_anew
from app.competences.actions.tree import (
    add_area,
    add_competence,
    archive_competence,
    delete_competence,
    edit_area,
    edit_competence,
    move_area,
    move_competence,
    remove_area,
    restore_competence,
)
from app.competences.actions.version import FOLLOWERS, begin_version, delete_draft, publish

__all__ = [
    "FOLLOWERS",
    "add_area",
    "add_competence",
    "add_evidence",
    "archive_competence",
    "assess",
    "assess_anew",
    "assign_profile",
    "begin_version",
    "choose_goal",
    "create_framework",
    "create_profile",
    "delete_competence",
    "delete_draft",
    "edit_area",
    "edit_competence",
    "edit_framework",
    "edit_profile",
    "give_up_goal",
    "import_framework",
    "move_area",
    "move_competence",
    "move_jobs",
    "publish",
    "remove_area",
    "remove_link",
    "restore_competence",
    "restore_profile",
    "retire_profile",
    "set_link",
]
