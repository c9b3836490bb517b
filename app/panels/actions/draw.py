"""The draw: working out the chances, publishing the list, entering the seed, and moving up."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import select

from app import clock, lots
from app.activity.actions import record
from app.db import db, short_transaction
from app.errors import Refused
from app.notifications.actions import notify
from app.notifications.rules import Kind
from app.panels import queries, rules
from app.panels.actions.doubts import refuse_doubtful
from app.panels.actions.member import open_requests
from app.panels.actions.panel import lock
from app.panels.lottery import fairest, next_up
from app.panels.models import Panel, PanelDraw, PanelMember, Volunteer
from app.panels.rules import Circle, DrawList, Phase, Way
from app.people.models import Person
from app.tasks import actions as tasks

WORK_OUT = "panels.work-out"


def calculate(panel: Panel, *, by: Person) -> Panel:
    """Have the chances worked out, once nobody can put themselves forward any more."""
    lock(panel)
    if rules.phase(panel.dates, clock.now()) is not Phase.CLOSED:
        raise Refused(_("The chances are worked out between the end of the call and the publication of the list."))
    if open_requests(panel):
        raise Refused(_("Some of those whom you asked have not answered. Wait for them, or ask them no longer."))
    if not panel.is_calculating:
        panel.task = tasks.queue(WORK_OUT, by, panel_id=panel.id)
    db.session.flush()
    return panel


def work_out(progress: Callable[[int, int], None], *, panel_id: int) -> dict[str, Any]:
    """Find the fairest lottery and write the list; the work of the task."""
    panel = db.session.scalars(select(Panel).where(Panel.id == panel_id)).one()
    paper = queries.draw.paper_of(panel)
    db.session.rollback()
    case = queries.draw.case_of(paper)
    refuse_doubtful(case)
    progress(0, len(case.classes))
    compositions = fairest(case, progress=progress).compositions(case)
    document = replace(paper, compositions=compositions).text
    with short_transaction() as session:
        found = session.scalars(select(PanelDraw).where(PanelDraw.panel_id == panel_id)).one_or_none()
        if found is not None and found.published_at is not None:
            raise Refused(_("The list for the draw is published, so nothing of it can be changed any more."))
        found = found or PanelDraw(panel_id=panel_id, drawn=[], moved_up=[])
        found.document, found.calculated_at = document, clock.now()
        session.add(found)
    return {"compositions": len(compositions)}


def publish(panel: Panel, *, by: Person) -> PanelDraw:
    """Fix the list and show its hash to everybody; each volunteer sees their own chance from now on."""
    lock(panel)
    draw = panel.draw
    if draw is None or rules.phase(panel.dates, clock.now()) is not Phase.CLOSED:
        raise Refused(_("There is nothing to publish. Please look at the page again."))
    if panel.seed_on is not None and clock.today() >= panel.seed_on:
        raise Refused(_("The seed may be known by now. Please set new dates, so that nobody could have chosen it."))
    if not queries.draw.is_current(panel):
        raise Refused(_("Something has changed since the chances were worked out. Please have them worked out again."))
    draw.hash, draw.published_at = draw.paper.hash, clock.now()
    db.session.flush()
    record(by, "panels.list-published", panel, hash=draw.hash)
    for volunteer in queries.draw.everybody_on_the_list(panel).values():
        if volunteer.withdrawn_at is None:
            _tell(volunteer, Kind.PANEL_PUBLISHED, panel)
    db.session.flush()
    return draw


def draw(panel: Panel, *, by: Person, seed: str) -> PanelDraw:
    """Enter the seed, and with it say who is drawn; who has withdrawn meanwhile is replaced at once."""
    lock(panel)
    found, seed = panel.draw, lots.plain_seed(seed)
    if found is None or rules.phase(panel.dates, clock.now()) is not Phase.PUBLISHED:
        raise Refused(_("The draw has taken place already, or its list is not published."), "seed")
    if panel.seed_on is not None and clock.today() < panel.seed_on:
        raise Refused(_("The seed is not known before the day that was named for it."), "seed")
    paper = found.paper
    if paper.hash != found.hash:
        raise Refused(_("The list is not the one that was published. Please tell the data protection officer."))
    found.seed, found.drawn_at, found.drawn = seed, clock.now(), rules.drawn(paper, seed)
    record(by, "panels.drawn", panel, seed=seed)
    everybody = queries.draw.everybody_on_the_list(panel)
    free = {one.pseudonym for one in db.session.scalars(queries.draw.volunteers(panel))}
    for name in found.drawn:
        if name in free:
            _seat(panel, everybody[name], Way.DRAWN)
    moved = _move_up(panel, found, len(found.drawn) - len(free.intersection(found.drawn)))
    for name in sorted(free - set(found.drawn) - set(moved)):
        _tell(everybody[name], Kind.PANEL_NOT_DRAWN, panel)
    db.session.flush()
    return found


def move_up(panel: Panel, *, by: Person) -> list[PanelMember]:
    """Fill one free seat by the next in the order that the seed gave."""
    lock(panel)
    found = panel.draw
    if found is None or found.drawn_at is None:
        raise Refused(_("Before the draw nobody moves up."))
    if len(queries.draw.inside(panel)) + open_requests(panel) >= panel.size:
        raise Refused(_("No seat is free."))
    if not _move_up(panel, found, 1):
        raise Refused(_("Nobody is left on the list. You can ask somebody by name."))
    record(by, "panels.moved-up", panel)
    db.session.flush()
    return queries.draw.inside(panel)[-1:]


def _move_up(panel: Panel, found: PanelDraw, seats: int) -> list[str]:
    """Let so many move up, one after the other; returns the pseudonyms of those who did."""
    paper, everybody, moved = found.paper, queries.draw.everybody_on_the_list(panel), list[str]()
    for _seat_to_fill in range(seats):
        free = {one.pseudonym for one in db.session.scalars(queries.draw.volunteers(panel))}
        out = {*found.drawn, *found.moved_up}
        order = [name for name in rules.order_of_replacement(paper, found.seed or "", out) if name in free]
        inside = _groups_inside(panel, paper, everybody)
        quotas = [group.quota for group in panel.groups]
        still_free = panel.size - len(inside)
        name = next_up([(one, paper.volunteers[one]) for one in order], quotas, inside, still_free)
        if name is None:
            break
        found.moved_up = [*found.moved_up, name]
        _seat(panel, everybody[name], Way.REPLACEMENT)
        moved.append(name)
    return moved


def _groups_inside(panel: Panel, paper: DrawList, everybody: Any) -> list[frozenset[int]]:
    """The groups of everybody in the team: of those on the list as they stand there."""
    listed = {one.person_id: paper.volunteers.get(name) for name, one in everybody.items()}
    return [
        frozenset(listed.get(member.person_id) or queries.groups_of(panel, member.person))
        for member in queries.draw.inside(panel)
    ]


def _seat(panel: Panel, volunteer: Volunteer, way: Way) -> None:
    now = clock.now()
    values = {"way": way, "circle": Circle.WIDER, "asked_at": now, "accepted_at": now}
    db.session.add(PanelMember(panel_id=panel.id, person_id=volunteer.person_id, **values))
    db.session.flush()
    _tell(volunteer, Kind.PANEL_DRAWN, panel)


def _tell(volunteer: Volunteer, kind: Kind, panel: Panel) -> None:
    notify(volunteer.person, kind, path=f"/panels/{panel.id}", title=panel.title)
