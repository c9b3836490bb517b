"""What people say about levels, the goal they choose, what they hand in, and whom they ask."""

from app.competences.actions.evidence import (
    HANDED_IN,
    WITHDRAWN,
    correct,
    delete,
    hand_in,
    restore,
    withdraw,
)
from app.competences.actions.exchange import (
    import_framework,
)
from app.competences.actions.family import (
    assign_profile,
    create_family,
    delete_family,
    edit_family,
)
from app.competences.actions.framework import (
    create_framework,
    edit_framework,
)
from app.competences.actions.inquiry import (
    answer,
    ask,
    ask_to_confirm,
    withdraw_inquiry,
)
from app.competences.actions.job import (
    create_job,
    delete_job,
    edit_job,
    take_over_jobs,
)
from app.competences.actions.link import (
    remove_link,
    set_link,
)
from app.competences.actions.profile import (
    choose_goal,
    create_profile,
    edit_profile,
    give_up_goal,
    restore_profile,
    retire_profile,
)
from app.competences.actions.share import (
    share_profile,
    withdraw_share,
)
from app.competences.actions.statement import (
    add_evidence,
    assess,
    assess_anew,
    confirm,
    retract,
    state,
    take_back,
)
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
from app.competences.actions.version import (
    FOLLOWERS,
    begin_version,
    delete_draft,
    publish,
)

__all__ = [
    "FOLLOWERS",
    "HANDED_IN",
    "WITHDRAWN",
    "add_area",
    "add_competence",
    "add_evidence",
    "answer",
    "archive_competence",
    "ask",
    "ask_to_confirm",
    "assess",
    "assess_anew",
    "assign_profile",
    "begin_version",
    "choose_goal",
    "confirm",
    "correct",
    "create_family",
    "create_framework",
    "create_job",
    "create_profile",
    "delete",
    "delete_competence",
    "delete_draft",
    "delete_family",
    "delete_job",
    "edit_area",
    "edit_competence",
    "edit_family",
    "edit_framework",
    "edit_job",
    "edit_profile",
    "give_up_goal",
    "hand_in",
    "import_framework",
    "move_area",
    "move_competence",
    "publish",
    "remove_area",
    "remove_link",
    "restore",
    "restore_competence",
    "restore_profile",
    "retire_profile",
    "retract",
    "set_link",
    "share_profile",
    "state",
    "take_back",
    "take_over_jobs",
    "withdraw",
    "withdraw_inquiry",
    "withdraw_share",
]
