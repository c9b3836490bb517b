"""Asking people by name, answering, leaving, and who belongs to the core of a team."""

from flask_babel import gettext as _
from sqlalchemy import Select, func, select

from app import clock
from app.activity.actions import record
from app.db import db
from app.errors import Refused
from app.notifications.actions import notify
from app.notifications.rules import Kind
from app.panels.actions.panel import lock
from app.panels.models import Panel, PanelMember
from app.panels.rules import Circle, Phase, Way, phase
from app.people import queries as people
from app.people.models import Person


def ask(panel: Panel, *, by: Person, name: str, circle: str) -> PanelMember:
    """Ask somebody by name; whoever runs the team and names themselves is in it at once."""
    person = _called(name)
    lock(panel)
    now = clock.now()
    if phase(panel.dates, now) is Phase.PUBLISHED:
        raise Refused(_("The open seats are promised to the draw. After it you can ask again."), "name")
    live = list(db.session.scalars(live_members(panel)))
    if any(member.person_id == person.id for member in live):
        raise Refused(_("%(name)s is in the team or has been asked already.", name=person.name), "name")
    if len(live) >= panel.size:
        raise Refused(_("As many are in the team or asked as it has seats. Please wait for the answers."), "name")
    member = PanelMember(panel_id=panel.id, person_id=person.id, way=Way.ASKED, circle=Circle(circle), asked_at=now)
    member.panel, member.person = panel, person
    db.session.add(member)
    if person.id == by.id:
        member.accepted_at = now
    else:
        notify(person, Kind.PANEL_ASKED, path=f"/panels/{panel.id}", title=panel.title)
    db.session.flush()
    record(by, "panels.asked", panel, member=member.id)
    db.session.flush()
    return member


def accept(member: PanelMember) -> PanelMember:
    """Say yes."""
    _lock(member)
    if not member.is_waiting:
        raise Refused(_("This has been answered already."))
    member.accepted_at = clock.now()
    _tell_whoever_runs(member, Kind.PANEL_ACCEPTED)
    db.session.flush()
    return member


def decline(member: PanelMember) -> PanelMember:
    """Say no, without a reason."""
    _lock(member)
    if not member.is_waiting:
        raise Refused(_("This has been answered already."))
    member.declined_at = clock.now()
    _tell_whoever_runs(member, Kind.PANEL_DECLINED)
    db.session.flush()
    return member


def leave(member: PanelMember) -> PanelMember:
    """Give the seat back; twice is the same as once."""
    _lock(member)
    if member.is_in:
        member.left_at = clock.now()
        _tell_whoever_runs(member, Kind.PANEL_LEFT)
        db.session.flush()
    return member


def take_back(member: PanelMember, *, by: Person) -> None:
    """Ask no longer; who has answered meanwhile keeps their answer."""
    _lock(member)
    if not member.is_waiting:
        raise Refused(_("This has been answered already."))
    record(by, "panels.request-taken-back", member.panel, member=member.id)
    db.session.delete(member)
    db.session.flush()


def move(member: PanelMember, *, circle: str) -> PanelMember:
    """Let somebody belong to the core, or to the wider circle."""
    member.circle = Circle(circle)
    db.session.flush()
    return member


def live_members(panel: Panel) -> Select[PanelMember]:
    """Who is in the team or asked, as it is in the database now."""
    is_live = PanelMember.declined_at.is_(None), PanelMember.left_at.is_(None)
    found = select(PanelMember).where(PanelMember.panel_id == panel.id, *is_live)
    return found.execution_options(populate_existing=True)


def open_requests(panel: Panel) -> int:
    """How many have not answered."""
    waiting = live_members(panel).where(PanelMember.accepted_at.is_(None))
    return db.session.scalar(select(func.count()).select_from(waiting.subquery())) or 0


def _called(name: str) -> Person:
    found = db.session.scalars(people.people_called(name, clock.today())).all()
    if not found:
        raise Refused(_("Nobody here is called so. Please write the given name and the family name."), "name")
    if len(found) > 1:
        raise Refused(_("Several people are called so. Please enter the e-mail address."), "name")
    return found[0]


def _lock(member: PanelMember) -> None:
    lock(member.panel)
    db.session.refresh(member)


def _tell_whoever_runs(member: PanelMember, kind: Kind) -> None:
    panel = member.panel
    if panel.run_by_id != member.person_id:
        asker = db.session.get_one(Person, panel.run_by_id)
        notify(asker, kind, path=f"/panels/{panel.id}/organise", who=member.person.name, title=panel.title)
