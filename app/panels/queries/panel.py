"""Questions about teams: which ones somebody may see, who is in them, and how they stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from app import clock
from app.db import db
from app.panels import rules
from app.panels.models import Panel, PanelGroup, PanelMember, Volunteer
from app.panels.rules import Level, Phase, Section
from app.people.models import Job, OrgUnit, Person
from app.people.queries import employed
from app.people.rules import Grade, UnitKind
from app.people.viewer import Viewer

MOST_LISTED = 50


@dataclass(frozen=True)
class Roster:
    """Everybody who was asked or drawn, and how the team stands: with those who have agreed, and if all do."""

    members: Sequence[PanelMember]
    now: Section
    hoped: Section

    @property
    def inside(self) -> list[PanelMember]:
        """Who has agreed."""
        return [member for member in self.members if member.is_in]

    @property
    def waiting(self) -> list[PanelMember]:
        """Who has not answered."""
        return [member for member in self.members if member.is_waiting]

    @property
    def gone(self) -> list[PanelMember]:
        """Who has declined, or left."""
        return [member for member in self.members if not member.is_in and not member.is_waiting]


@dataclass(frozen=True)
class Standing:
    """Where the reader stands with a team."""

    panel: Panel
    phase: Phase
    member: PanelMember | None
    volunteer: Volunteer | None

    @property
    def is_volunteering(self) -> bool:
        """Whether the reader has put themselves forward."""
        return self.volunteer is not None and self.volunteer.withdrawn_at is None


def panels_visible_to(viewer: Viewer) -> Select[Panel]:
    """What the viewer runs, is asked for or in, and what is or was open to volunteers."""
    mine = select(PanelMember.panel_id).where(PanelMember.person_id == viewer.person.id)
    is_known = or_(Panel.run_by_id == viewer.person.id, Panel.closes_at.is_not(None), Panel.id.in_(mine))
    return _panels().where(is_known).order_by(Panel.started_at.desc(), Panel.id.desc())


def panels_run_by(viewer: Viewer) -> Select[Panel]:
    """What the viewer runs."""
    return _panels().where(Panel.run_by_id == viewer.person.id)


def members_run_by(viewer: Viewer) -> Select[PanelMember]:
    """Everybody in the teams that the viewer runs."""
    return _members().join(PanelMember.panel).where(Panel.run_by_id == viewer.person.id)


def memberships_of(viewer: Viewer) -> Select[PanelMember]:
    """What the viewer was asked for or drawn into."""
    return _members().where(PanelMember.person_id == viewer.person.id)


def asks_of(viewer: Viewer) -> Select[PanelMember]:
    """What the viewer is asked for and has not answered."""
    is_open = PanelMember.accepted_at.is_(None), PanelMember.declined_at.is_(None), PanelMember.left_at.is_(None)
    return memberships_of(viewer).where(*is_open)


def standings(panels: Sequence[Panel], viewer: Viewer) -> list[Standing]:
    """Where the viewer stands with each of these teams; two statements, however many they are."""
    ids, me, now = [panel.id for panel in panels], viewer.person.id, clock.now()
    own = select(PanelMember).where(PanelMember.person_id == me, PanelMember.panel_id.in_(ids)).order_by(PanelMember.id)
    members = {member.panel_id: member for member in db.session.scalars(own)}
    forward = select(Volunteer).where(Volunteer.person_id == me, Volunteer.panel_id.in_(ids))
    volunteers = {one.panel_id: one for one in db.session.scalars(forward)}
    return [
        Standing(panel, rules.phase(panel.dates, now), members.get(panel.id), volunteers.get(panel.id))
        for panel in panels
    ]


def roster(panel: Panel) -> Roster:
    """Who was asked or drawn, by name, and how the team stands."""
    found = select(PanelMember).join(PanelMember.person).where(PanelMember.panel_id == panel.id)
    loaded = found.options(
        contains_eager(PanelMember.person).joinedload(Person.unit),
        contains_eager(PanelMember.person).joinedload(Person.job),
    )
    members = db.session.scalars(loaded.order_by(Person.sort_name, PanelMember.id)).all()
    quotas = [group.quota for group in panel.groups]
    inside = [groups_of(panel, member.person) for member in members if member.is_in]
    hoped = inside + [groups_of(panel, member.person) for member in members if member.is_waiting]
    return Roster(members, rules.section(panel.size, quotas, inside), rules.section(panel.size, quotas, hoped))


def groups_of(panel: Panel, person: Person) -> frozenset[int]:
    """The groups of the cross-section that a person belongs to, by their place."""
    levels = {place: group.level for place, group in enumerate(panel.groups) if group.level}
    paths = {place: group.unit.path for place, group in enumerate(panel.groups) if group.unit}
    return rules.groups_of(person.job.grade if person.job else None, person.unit.path, levels, paths)


def units_of(kind: UnitKind) -> Select[OrgUnit]:
    """The units of a level of the tree, by name."""
    return select(OrgUnit).where(OrgUnit.kind == kind).order_by(OrgUnit.name, OrgUnit.id)


def levels_in_house() -> list[Level]:
    """The levels of which there is anybody in the house today, from the top."""
    grades: Select[Grade] = (
        employed(clock.today())
        .join(Job, Job.id == Person.job_id)
        .with_only_columns(Job.grade)
        .distinct()
        .order_by(None)
    )
    found = {rules.LEVELS[grade] for grade in db.session.scalars(grades)}
    return [level for level in Level if level in found]


def _panels() -> Select[Panel]:
    return select(Panel).options(
        joinedload(Panel.draw),
        joinedload(Panel.run_by, innerjoin=True),
        joinedload(Panel.task),
        selectinload(Panel.groups).joinedload(PanelGroup.unit),
    )


def _members() -> Select[PanelMember]:
    return select(PanelMember).options(joinedload(PanelMember.panel, innerjoin=True), joinedload(PanelMember.person))
