"""Starting a team, and saying of which groups it shall be a cross-section."""

from collections.abc import Mapping, Sequence

from flask_babel import gettext as _
from sqlalchemy import select

from app import clock
from app.activity.actions import record
from app.db import db
from app.errors import Refused
from app.panels import queries
from app.panels.models import Panel, PanelGroup
from app.people.models import Person
from app.people.rules import UnitKind


def start(*, by: Person, title: str, purpose: str, size: int, unit_kind: str, by_level: bool) -> Panel:
    """Start a team; of each group it shall have one at least, where there are seats enough for that."""
    panel = Panel(title=title, purpose=purpose, size=size, run_by_id=by.id, run_by=by, started_at=clock.now())
    units = list(db.session.scalars(queries.units_of(UnitKind(unit_kind)))) if unit_kind else []
    levels = queries.levels_in_house() if by_level else []
    groups = [
        *(PanelGroup(unit=unit, unit_id=unit.id, least=_one_each(units, size)) for unit in units),
        *(PanelGroup(level=level, least=_one_each(levels, size)) for level in levels),
    ]
    for position, group in enumerate(groups):
        group.position = position
    panel.groups = groups
    db.session.add(panel)
    db.session.flush()
    record(by, "panels.started", panel, size=size)
    db.session.flush()
    return panel


def revise(panel: Panel, *, by: Person, title: str, purpose: str, size: int) -> Panel:
    """Change what the team is for, and how large it shall be."""
    lock(panel)
    if size != panel.size:
        refuse_once_published(panel, "size")
        panel.quotas_changed_at = clock.now()
    panel.title, panel.purpose, panel.size = title, purpose, size
    record(by, "panels.revised", panel, size=size)
    db.session.flush()
    return panel


def set_quotas(panel: Panel, *, by: Person, quotas: Mapping[int, tuple[int, int | None]]) -> Panel:
    """Say how many of each group are wanted: at least, and at most."""
    lock(panel)
    refuse_once_published(panel, None)
    for group in panel.groups:
        least, most = quotas[group.id]
        if most is not None and most < least:
            raise Refused(_("“At most” can’t be less than “at least”."), f"most_{group.id}")
    for groups in ([one for one in panel.groups if one.unit_id], [one for one in panel.groups if one.level]):
        _refuse_impossible_sums(panel, groups, quotas)
    for group in panel.groups:
        group.least, group.most = quotas[group.id]
    panel.quotas_changed_at = clock.now()
    record(by, "panels.quotas-set", panel)
    db.session.flush()
    return panel


def lock(panel: Panel) -> None:
    """Let everything about one team be done one after the other."""
    locked = select(Panel.id).where(Panel.id == panel.id).with_for_update()
    db.session.execute(locked)
    db.session.refresh(panel)
    if panel.draw is not None:
        db.session.refresh(panel.draw)


def refuse_once_published(panel: Panel, field: str | None) -> None:
    """The list of a draw is fixed once its hash is known."""
    if panel.draw is not None and panel.draw.published_at is not None:
        raise Refused(_("The list for the draw is published, so nothing of it can be changed any more."), field)


def _one_each(groups: Sequence[object], size: int) -> int:
    return 1 if len(groups) <= size else 0


def _refuse_impossible_sums(
    panel: Panel, groups: Sequence[PanelGroup], quotas: Mapping[int, tuple[int, int | None]]
) -> None:
    """Everybody is in one unit and on one level at most, so that the least of each kind must fit into the team."""
    wanted = sum(quotas[group.id][0] for group in groups)
    if wanted > panel.size:
        first = next(group for group in groups if quotas[group.id][0])
        raise Refused(
            _("Together these ask for %(wanted)d people; the team has %(size)d.", wanted=wanted, size=panel.size),
            f"least_{first.id}",
        )
