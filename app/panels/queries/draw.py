"""Questions about volunteers and the draw."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import contains_eager

from app import clock
from app.db import db
from app.panels import rules
from app.panels.lottery import Case
from app.panels.models import Panel, PanelDraw, PanelMember, Volunteer
from app.panels.queries.panel import groups_of
from app.panels.rules import DrawList, Phase
from app.people.models import Person
from app.people.queries import is_named
from app.tasks.rules import Stage


@dataclass(frozen=True)
class Desk:
    """How the draw stands, for whoever runs the team."""

    phase: Phase
    volunteers: int
    is_ready: bool
    is_seed_day: bool

    def has_failed(self, panel: Panel) -> bool:
        """Whether the chances could not be worked out, and nothing has changed that."""
        return self.phase is Phase.CLOSED and panel.task is not None and panel.task.stage is Stage.FAILED


def desk(panel: Panel, today: dt.date) -> Desk:
    """How the draw of a team stands."""
    now = rules.phase(panel.dates, clock.now())
    number = _number_on_the_list(panel) or (number_of_volunteers(panel) if now is not Phase.NONE else 0)
    is_ready = now is Phase.CLOSED and not panel.is_calculating and is_current(panel)
    return Desk(now, number, is_ready, panel.seed_on is not None and today >= panel.seed_on)


def _number_on_the_list(panel: Panel) -> int:
    """How many are on the published list; none before."""
    return len(panel.draw.paper.volunteers) if panel.draw is not None and panel.draw.published_at else 0


def chance_of(panel: Panel, volunteer: Volunteer | None) -> Fraction | None:
    """What chance a volunteer has, once the list is published."""
    if volunteer is None or panel.draw is None or panel.draw.published_at is None:
        return None
    return panel.draw.paper.chance_of(volunteer.pseudonym)


def volunteers(panel: Panel, name: str = "") -> Select[Volunteer]:
    """Who puts themselves forward and works here today, by name, perhaps only some names.

    Whoever is in the team or asked is no volunteer.
    """
    today = clock.today()
    live = select(PanelMember.person_id).where(
        PanelMember.panel_id == panel.id, PanelMember.declined_at.is_(None), PanelMember.left_at.is_(None)
    )
    return (
        select(Volunteer)
        .join(Volunteer.person)
        .where(
            Volunteer.panel_id == panel.id,
            Volunteer.withdrawn_at.is_(None),
            is_named(name),
            Volunteer.person_id.not_in(live),
            Person.entered_on <= today,
            or_(Person.left_on.is_(None), Person.left_on >= today),
        )
        .options(
            contains_eager(Volunteer.person).joinedload(Person.unit),
            contains_eager(Volunteer.person).joinedload(Person.job),
        )
        .order_by(Person.sort_name, Volunteer.id)
    )


def number_of_volunteers(panel: Panel) -> int:
    """How many put themselves forward."""
    ids = volunteers(panel).with_only_columns(Volunteer.id).order_by(None)
    return db.session.scalar(select(func.count()).select_from(ids.subquery())) or 0


def volunteer_of(panel: Panel, person: Person) -> Select[Volunteer]:
    """The person's own row, also where they have withdrawn."""
    return select(Volunteer).where(Volunteer.panel_id == panel.id, Volunteer.person_id == person.id)


def everybody_on_the_list(panel: Panel) -> Mapping[str, Volunteer]:
    """Everybody who ever put themselves forward, by pseudonym, with the person."""
    found = select(Volunteer).join(Volunteer.person).where(Volunteer.panel_id == panel.id)
    return {one.pseudonym: one for one in db.session.scalars(found.options(contains_eager(Volunteer.person)))}


def inside(panel: Panel) -> list[PanelMember]:
    """Who has agreed and has not left, with unit and job."""
    found = (
        select(PanelMember)
        .join(PanelMember.person)
        .where(PanelMember.panel_id == panel.id, PanelMember.accepted_at.is_not(None), PanelMember.left_at.is_(None))
    )
    person = contains_eager(PanelMember.person)
    loaded = found.options(person.joinedload(Person.unit), person.joinedload(Person.job)).order_by(PanelMember.id)
    return list(db.session.scalars(loaded.execution_options(populate_existing=True)))


def paper_of(panel: Panel) -> DrawList:
    """The list as it would be now, without tickets: the seats and quotas that are left, and who volunteers."""
    there = [groups_of(panel, member.person) for member in inside(panel)]
    found = db.session.scalars(volunteers(panel)).all()
    return DrawList(
        title=panel.title,
        size=panel.size - len(there),
        quotas=rules.left_over([group.quota for group in panel.groups], there),
        seed_source=panel.seed_source or "",
        seed_on=panel.seed_on or clock.today(),
        volunteers={one.pseudonym: tuple(sorted(groups_of(panel, one.person))) for one in found},
    )


def case_of(paper: DrawList) -> Case:
    """What the list asks of the lottery."""
    return Case.of(paper.size, paper.quotas, paper.volunteers.values())


def is_current(panel: Panel) -> bool:
    """Whether what was worked out still fits the team, its quotas, its dates and its volunteers."""
    return panel.draw is not None and _facts(panel.draw.paper) == _facts(paper_of(panel))


def drawn_long_ago(before: dt.datetime) -> Select[int]:
    """Teams whose draw, or whose call where there was no draw, lies before this moment."""
    over = func.coalesce(PanelDraw.drawn_at, Panel.closes_at)
    return select(Panel.id).outerjoin(PanelDraw, PanelDraw.panel_id == Panel.id).where(over < before)


def _facts(paper: DrawList) -> tuple[object, ...]:
    """What counts; names of groups are words that depend on the language."""
    limits = [(quota.least, quota.most) for quota in paper.quotas]
    return paper.title, paper.size, limits, paper.seed_source, paper.seed_on, dict(paper.volunteers)
