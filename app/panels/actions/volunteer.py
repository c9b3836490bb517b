"""Calling for volunteers, putting oneself forward, and forgetting the names afterwards."""

import datetime as dt
import secrets

from flask_babel import gettext as _
from sqlalchemy import delete, select

from app import clock, lots
from app.activity.actions import record
from app.db import db
from app.errors import Refused
from app.panels import queries, rules
from app.panels.actions.member import live_members
from app.panels.actions.panel import lock, refuse_once_published
from app.panels.models import Panel, PanelMember, Volunteer
from app.panels.rules import Phase
from app.people.models import Person

DAY = dt.timedelta(days=1)
TIME_TO_PUBLISH = 2 * DAY
"""The list is worked out and published between the end of the call and the day of the seed."""
NAMES_LAST = 90 * DAY


def call(panel: Panel, *, by: Person, closes_on: dt.date, seed_source: str, seed_on: dt.date) -> Panel:
    """Call for volunteers until the end of a day, and say where the seed will come from, and on which day."""
    lock(panel)
    refuse_once_published(panel, None)
    if closes_on < clock.today():
        raise Refused(
            _("Please choose an end that lies ahead: the source of the seed is named before the call ends."),
            "closes_on",
        )
    if seed_on < closes_on + TIME_TO_PUBLISH:
        raise Refused(
            _("Please leave a day between the call and the seed: on it the list is fixed and published."), "seed_on"
        )
    panel.closes_at = clock.end_of(closes_on)
    panel.seed_source, panel.seed_on = seed_source, seed_on
    panel.called_at = panel.called_at or clock.now()
    record(by, "panels.called", panel, closes_on=closes_on.isoformat(), seed_on=seed_on.isoformat())
    db.session.flush()
    return panel


def put_forward(panel: Panel, person: Person) -> Volunteer:
    """Put oneself forward for the draw; twice is the same as once."""
    lock(panel)
    if rules.phase(panel.dates, clock.now()) is not Phase.OPEN:
        raise Refused(_("Nobody can put themselves forward any more."))
    if any(member.person_id == person.id for member in db.session.scalars(live_members(panel))):
        raise Refused(_("You are in this team, or asked to be."))
    found = db.session.scalars(queries.draw.volunteer_of(panel, person)).one_or_none()
    if found is None:
        taken = set(db.session.scalars(select(Volunteer.pseudonym).where(Volunteer.panel_id == panel.id)))
        name = lots.pseudonym(secrets.choice)
        while name in taken:
            name = lots.pseudonym(secrets.choice)
        found = Volunteer(panel_id=panel.id, person_id=person.id, pseudonym=name, at=clock.now())
        db.session.add(found)
    found.withdrawn_at = None
    db.session.flush()
    return found


def withdraw(panel: Panel, person: Person) -> None:
    """Take oneself back, at any time before the draw and after it; twice is the same as once."""
    lock(panel)
    found = db.session.scalars(queries.draw.volunteer_of(panel, person)).one_or_none()
    if found is not None and found.withdrawn_at is None:
        found.withdrawn_at = clock.now()
    db.session.flush()


def forget_volunteers() -> int:
    """Erase who put themselves forward where the draw was long ago; returns how many rows that were.

    The list stays, and nobody can say any more who stands behind its pseudonyms. Requests that were not answered or
    declined go with them.
    """
    panels = db.session.scalars(queries.draw.drawn_long_ago(clock.now() - NAMES_LAST)).all()
    gone = db.session.execute(delete(Volunteer).where(Volunteer.panel_id.in_(panels)).returning(Volunteer.id)).all()
    answered_no = PanelMember.panel_id.in_(panels), PanelMember.accepted_at.is_(None)
    refused = db.session.execute(delete(PanelMember).where(*answered_no).returning(PanelMember.id)).all()
    return len(gone) + len(refused)
