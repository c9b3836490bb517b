"""Who may start a team, run it, answer for themselves, and check a draw."""

from app.panels.models import Panel, PanelMember
from app.people.rules import Role
from app.people.viewer import Viewer


def can_start(viewer: Viewer) -> bool:
    """Whether the viewer may start a team: organisers and HR developers."""
    return viewer.has_anywhere(Role.ORGANISER) or viewer.has_anywhere(Role.HR)


def can_run(viewer: Viewer, panel: Panel) -> bool:
    """Whether the viewer runs the team: sees who is in it and who volunteers, asks, and has the draw take place."""
    return panel.run_by_id == viewer.person.id


def can_change_member(viewer: Viewer, member: PanelMember) -> bool:
    """Whether the viewer runs the team that somebody is in; the rule of `queries.members_run_by`."""
    return can_run(viewer, member.panel)


def is_oneself(viewer: Viewer, member: PanelMember) -> bool:
    """Whether it is the viewer who was asked or drawn; the rule of `queries.memberships_of`."""
    return member.person_id == viewer.person.id


def can_check(viewer: Viewer, panel: Panel) -> bool:
    """Whether the viewer may read the list under pseudonyms: auditors, and whoever runs the team."""
    return viewer.has_anywhere(Role.AUDITOR) or can_run(viewer, panel)
