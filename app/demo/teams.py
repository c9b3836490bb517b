"""Two teams from the whole house: one half asked by name with an open call, one that waits for its seed."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from random import Random

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app import clock, lots
from app.db import db
from app.demo.staff import Staff
from app.notifications.models import Notice
from app.notifications.rules import Kind
from app.panels import queries
from app.panels.lottery import Impossible, fairest
from app.panels.models import Panel, PanelDraw, PanelGroup, PanelMember, Volunteer
from app.panels.rules import Circle, Way
from app.people.models import Person
from app.people.rules import UnitKind

ORGANISER, EMPLOYEE, LEADER = "orga", "beschaeftigte", "leitung"
DAY = dt.timedelta(days=1)
SIZE = 18
ASKED, AGREED, DECLINED = 12, 9, 1
FEW, MANY = 40, 150
ENOUGH_FOR_A_QUOTA = 10
CONFERENCE = (
    "Organisationsteam der Beschäftigtenkonferenz",
    "Das Team bereitet die Konferenz vor: Themen sammeln, Programm bauen, am Tag selbst dabei sein.\n"
    "Fünf Treffen von je zwei Stunden bis zur Konferenz, in der Arbeitszeit.",
)
BOARD = (
    "Beirat Digitale Verwaltung",
    "Der Beirat sagt der Verwaltungsspitze viermal im Jahr, was bei der Digitalisierung klemmt und was hilft.\n"
    "Ein Jahr lang, je ein halber Tag im Quartal, in der Arbeitszeit.",
)
LOTTERY = "die sechs Lottozahlen (6 aus 49) dieses Tages oder der letzten Ziehung davor, aufsteigend, mit Bindestrichen"


def fill(hired: Staff, now: dt.datetime, chance: Random) -> None:
    """Write both teams; they are run by the organiser of the events."""
    if not {ORGANISER, EMPLOYEE, LEADER} <= hired.accounts.keys():
        return
    today = clock.local(now).date()
    cast = {key: hired.accounts[key].id for key in (ORGANISER, EMPLOYEE, LEADER)}
    others = [one.id for one in hired.everybody if one.account is None and one.email and one.leaves_on is None]
    chosen = _people(chance.sample(others, min(len(others), ASKED + FEW + MANY)))
    organiser, employee, leader = _people(list(cast.values()))
    _half_asked(organiser, employee, chosen[: ASKED + FEW], now, chance)
    rest = chosen[ASKED + FEW :]
    volunteers = [employee, leader, *(rest if len(rest) > FEW else chosen[len(chosen) // 2 :])]
    _waiting_for_its_seed(organiser, volunteers, now, today, chance)
    db.session.flush()


def _people(ids: Sequence[int]) -> list[Person]:
    """These people in this order, with unit and job."""
    found = select(Person).where(Person.id.in_(ids)).options(joinedload(Person.unit), joinedload(Person.job))
    by_id = {person.id: person for person in db.session.scalars(found)}
    return [by_id[number] for number in ids]


def _half_asked(
    organiser: Person, employee: Person, people: Sequence[Person], now: dt.datetime, chance: Random
) -> None:
    """Nine have agreed, one has declined, three think about it, and volunteers can still put themselves forward."""
    today = clock.local(now).date()
    panel = _panel(organiser, CONFERENCE, now - 12 * DAY, today + 6 * DAY, today + 9 * DAY)
    for place, person in enumerate([*people[:ASKED], employee]):
        answered = now - 5 * DAY + place * dt.timedelta(hours=3)
        has_agreed, has_declined = place < AGREED, AGREED <= place < AGREED + DECLINED
        db.session.add(
            PanelMember(
                panel_id=panel.id,
                person_id=person.id,
                way=Way.ASKED,
                circle=Circle.CORE if place % 3 == 0 else Circle.WIDER,
                asked_at=now - 9 * DAY,
                accepted_at=answered if has_agreed else None,
                declined_at=answered if has_declined else None,
            )
        )
    values = {"title": panel.title}
    path = f"/panels/{panel.id}"
    db.session.add(Notice(person_id=employee.id, kind=Kind.PANEL_ASKED, values=values, path=path, at=now - 9 * DAY))
    _volunteers(panel, people[ASKED:], now - 4 * DAY, chance)


def _waiting_for_its_seed(
    organiser: Person, people: Sequence[Person], now: dt.datetime, today: dt.date, chance: Random
) -> None:
    """The list is published, and today is the day of the seed."""
    panel = _panel(organiser, BOARD, now - 20 * DAY, today - 4 * DAY, today)
    panel.size = min(SIZE, len(people) // 3)
    _volunteers(panel, people, now - 8 * DAY, chance)
    _set_quotas(panel, people)
    paper = queries.draw.paper_of(panel)
    case = queries.draw.case_of(paper)
    try:
        compositions = fairest(case).compositions(case)
    except Impossible:
        return
    paper = replace(paper, compositions=compositions)
    times = {"calculated_at": now - 2 * DAY, "published_at": now - 2 * DAY}
    db.session.add(PanelDraw(panel_id=panel.id, document=paper.text, hash=paper.hash, drawn=[], moved_up=[], **times))


def _panel(
    organiser: Person, text: tuple[str, str], started_at: dt.datetime, closes_on: dt.date, seed_on: dt.date
) -> Panel:
    title, purpose = text
    panel = Panel(
        title=title,
        purpose=purpose,
        size=SIZE,
        run_by_id=organiser.id,
        started_at=started_at,
        called_at=started_at + DAY,
        closes_at=clock.end_of(closes_on),
        seed_source=LOTTERY,
        seed_on=seed_on,
    )
    units = list(db.session.scalars(queries.units_of(UnitKind.DEPARTMENT)))
    panel.groups = [
        *(PanelGroup(unit=unit, unit_id=unit.id, least=2) for unit in units),
        *(PanelGroup(level=level, least=1) for level in queries.levels_in_house()),
    ]
    for position, group in enumerate(panel.groups):
        group.position = position
    db.session.add(panel)
    db.session.flush()
    return panel


def _volunteers(panel: Panel, people: Sequence[Person], since: dt.datetime, chance: Random) -> None:
    names: dict[str, None] = {}
    while len(names) < len(people):
        names[lots.pseudonym(chance.choice)] = None
    for place, (person, name) in enumerate(zip(people, names, strict=True)):
        at = since + place * dt.timedelta(minutes=17)
        db.session.add(Volunteer(panel_id=panel.id, person_id=person.id, pseudonym=name, at=at))
    db.session.flush()


def _set_quotas(panel: Panel, people: Sequence[Person]) -> None:
    """Of each group half to one and a half times its share, and nothing of groups with few volunteers."""
    counts = Counter(group for person in people for group in queries.groups_of(panel, person))
    for place, group in enumerate(panel.groups):
        share = panel.size * counts[place] / len(people)
        is_large = counts[place] >= ENOUGH_FOR_A_QUOTA
        group.least = int(share / 2) if is_large else 0
        group.most = -int(-share * 3 // 2) if is_large else None
