"""What pages of other packages say of requests."""

from flask import g, render_template

from app.competences.models import Competence
from app.people.viewer import require_viewer
from app.requests import queries
from app.web.policy import shown


def waiting_for_leader() -> str:
    """Fills `team.waiting`: the requests that wait for a leader; nothing where none does."""
    found = _lines().waiting
    return render_template("requests/_waiting.html", waiting=found, most=queries.MOST_WAITING) if found else ""


def decided_by_leader() -> str:
    """Fills `team.decided`: title and moment of what the leader decided last."""
    found = _lines().decided
    return render_template("requests/_decided.html", decided=found) if found else ""


def _lines() -> queries.Lines:
    """The list of the viewer, asked once for a page, which then says whose data it shows."""
    if "lines_of_leader" not in g:
        g.lines_of_leader = queries.lines_for(require_viewer())
        shown(one.person_id for one in (*g.lines_of_leader.waiting, *g.lines_of_leader.decided))
    found: queries.Lines = g.lines_of_leader
    return found


def link_to_requests() -> str:
    """Fills `plan.more`: the way to one's requests."""
    return render_template("requests/_link.html")


def ask_beside_catalogue() -> str:
    """Fills `catalogue.more`: what to do where the catalogue has nothing."""
    return render_template("requests/_not_in_catalogue.html", competence=None)


def ask_for_competence(competence: Competence, level: int) -> str:
    """Fills `competence.offers`: the same for a competence."""
    return render_template("requests/_not_in_catalogue.html", competence=competence)
