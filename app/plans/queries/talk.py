"""Questions about talks: whose they are, and what a reader sees of one."""

import datetime as dt
from collections.abc import Mapping, Sequence

from flask_babel import gettext as _
from sqlalchemy import ColumnElement, Select, exists, func, literal, or_, select
from sqlalchemy.orm import aliased, contains_eager, joinedload, selectinload

from app.competences.models import Goal, Profile, Target
from app.competences.queries import Named, levels_from, named, profile_of_job, statements_visible_to
from app.courses.models import Course
from app.courses.queries.catalogue import is_offered
from app.db import db
from app.people import queries as people
from app.people.models import Person
from app.people.viewer import Viewer
from app.plans.models import Talk, TalkItem, TalkSide
from app.plans.queries.agreed import is_agreed_here, record_for
from app.plans.queries.talk_page import LevelLine, TalkPage
from app.plans.rules.talk import CYCLES_KEPT, TALK_LASTS, Side, readable
from app.text.folding import fold
from app.text.language import language


def side_of(talk: Talk, person_id: int) -> Side:
    """On which side somebody speaks who may take part."""
    return Side.EMPLOYEE if talk.person_id == person_id else Side.LEADER


def talks_visible_to(viewer: Viewer) -> Select[Talk]:
    """One's own talks, and those of the people whom one leads today: SQL twin of `access.can_take_part`.

    What a person has agreed with somebody who leads there no longer is not found by who took over.
    """
    found = _talks().options(joinedload(Talk.levels))
    return found.where(or_(Talk.person_id == viewer.person.id, _is_for(viewer)))


def own_talks(viewer: Viewer) -> Select[Talk]:
    """One's own talks: what is open first, then by date."""
    return _in_order(_talks().where(Talk.person_id == viewer.person.id))


def talks_led_by(viewer: Viewer) -> Select[Talk]:
    """The talks with the people whom the viewer leads today: what is open first, then by date."""
    return _in_order(_talks().where(_is_for(viewer)))


def people_to_talk_to(viewer: Viewer) -> Select[Person]:
    """Everybody whom the viewer leads today, by name."""
    return people.people_led(viewer.leading, viewer.today).where(Person.id != viewer.person.id)


def open_talk_of(person_id: int) -> Select[Talk]:
    """The talk of a person that is still to be held."""
    return select(Talk).where(Talk.person_id == person_id, is_open())


def subjects_for(person: Person) -> list[tuple[int, str]]:
    """What a talk can be about, for the employee: their goal and the profile of their job; two statements."""
    of_job = profile_of_job(person)
    query = (
        select(Profile.id, Profile.title_en if language() == "en" else Profile.title)
        .outerjoin(Goal, (Goal.profile_id == Profile.id) & (Goal.person_id == person.id))
        .where(or_(Goal.person_id.is_not(None), Profile.id == of_job))
        .order_by(Goal.person_id.is_(None), Profile.id)
    )
    return [(number, title) for number, title in db.session.execute(query)]


def targets_of(profile_id: int | None) -> dict[int, int]:
    """What the profile that a talk is about asks for, by competence."""
    if profile_id is None:
        return {}
    query = select(Target.competence_id, Target.level).where(Target.profile_id == profile_id)
    return dict(db.session.execute(query).all())


def levels_known_to(viewer: Viewer, person: Person) -> dict[int, int]:
    """The person's levels by competence, as they follow from what the viewer may read of them; one statement."""
    held = levels_from(statements_visible_to(viewer, person)).held
    return {competence: current.level for competence, current in held.items()}


def page_for(talk: Talk, viewer: Viewer) -> TalkPage:
    """What this reader sees of a talk."""
    reader, side = viewer.person.id, side_of(talk, viewer.person.id)
    may_read = {sheet.author_id for sheet in readable(talk.sheets, reader, side)}
    mine = next((one for one in talk.sides if one.author_id == reader and one.author_id in may_read), None)
    theirs = next((one for one in talk.sides if one.author_id != reader and one.author_id in may_read), None)
    released = {one.side for one in talk.sides if one.released_at}
    is_mine_released = mine is not None and mine.released_at is not None
    subject, targets = _subject_of(talk.profile_id)
    record = record_for(talk, viewer)
    return TalkPage(
        talk=talk,
        side=side,
        stage=talk.stage,
        subject=subject,
        mine=mine,
        theirs=theirs,
        is_other_ready=bool(released - {side}),
        is_side_taken=side in released and not is_mine_released,
        lines=tuple(_lines(talk, record.levels, targets, mine, theirs)),
        is_recorded_by_me=talk.recorded_by_id is not None and side_of(talk, talk.recorded_by_id) is side,
        record=record,
        aims=_aims(talk) if record.is_for_me else {},
    )


def is_from_talk(plan_item_id: int) -> bool:
    """Whether a step of a plan was agreed in a talk; one statement."""
    return db.session.scalar(select(exists().where(TalkItem.plan_item_id == plan_item_id))) or False


def minutes_of_courses() -> dict[str, int]:
    """By title, how long each course of the catalogue takes, to choose steps from; one statement."""
    query = select(Course.title, Course.effort_minutes).where(is_offered()).order_by(Course.title, Course.id.desc())
    return {row.title: row.effort_minutes for row in db.session.execute(query)}


def course_called(title: str) -> int | None:
    """The id of the course with this title, however it is written, if the catalogue offers one."""
    rows = db.session.execute(select(Course.id, Course.title).where(is_offered()).order_by(Course.id.desc()))
    return {fold(name): number for number, name in rows}.get(fold(title))


def forgotten_drafts(before: dt.datetime) -> Select[int]:
    """The ids of what was prepared and not read by both sides, unchanged since this moment."""
    other = aliased(TalkSide)
    released = (
        select(func.count()).where(other.talk_id == TalkSide.talk_id, other.released_at.is_not(None)).scalar_subquery()
    )
    return select(TalkSide.id).where(
        TalkSide.changed_at < before, or_(TalkSide.released_at.is_(None), released < len(Side))
    )


def forgotten_talks(today: dt.date) -> Select[Talk]:
    """The talks that are past their time: SQL twin of `rules.talk.is_forgotten`."""
    later = select(Talk).subquery()
    agreed_later = (
        select(func.count())
        .where(
            later.c.person_id == Talk.person_id,
            later.c.agreed_at.is_not(None),
            later.c.planned_on > Talk.planned_on,
        )
        .scalar_subquery()
    )
    return select(Talk).where(or_(Talk.planned_on < today - TALK_LASTS, agreed_later >= CYCLES_KEPT))


def is_open() -> ColumnElement[bool]:
    """Whether a talk is still to be held or to be confirmed."""
    return Talk.agreed_at.is_(None) & Talk.called_off_at.is_(None)


def is_led_by(viewer: Viewer) -> ColumnElement[bool]:
    """Whether a talk is with somebody whom the viewer leads today."""
    if not viewer.is_leader:
        return literal(False)
    led = people_to_talk_to(viewer).with_only_columns(Person.id).order_by(None)
    return Talk.person_id.in_(led)


def _is_for(viewer: Viewer) -> ColumnElement[bool]:
    """Whether a talk is one to hold for the viewer, or was agreed with them or with who leads there today.

    A talk that was called off is for who led there on that day.
    """
    led_then = people.leads_on(literal(viewer.person.id), func.date(Talk.called_off_at))
    return is_led_by(viewer) & or_(is_open(), is_agreed_here(viewer), led_then)


def _talks() -> Select[Talk]:
    return (
        select(Talk)
        .join(Talk.person)
        .options(
            contains_eager(Talk.person).joinedload(Person.unit),
            selectinload(Talk.sides).options(joinedload(TalkSide.author), joinedload(TalkSide.levels)),
        )
    )


def _in_order(talks: Select[Talk]) -> Select[Talk]:
    has_ended = or_(Talk.agreed_at.is_not(None), Talk.called_off_at.is_not(None))
    return talks.order_by(has_ended, Talk.planned_on.desc(), Talk.id.desc())


def _lines(
    talk: Talk,
    agreed: Mapping[int, int | None],
    targets: Mapping[int, int],
    mine: TalkSide | None,
    theirs: TalkSide | None,
) -> list[LevelLine]:
    """Each competence of the talk; what is agreed stays beside what the profile asked for on that day."""
    if talk.is_over:
        known = {level.competence_id: level.target or 0 for level in talk.levels if level.competence_id in agreed}
        targets = {**targets, **known}
    wished, others = _wished(mine), _wished(theirs)
    found: Sequence[Named] = named({*targets, *agreed}) if targets or agreed else ()
    return [
        LevelLine(
            one,
            targets.get(one.id, 0),
            wished.get(one.id),
            others.get(one.id),
            agreed.get(one.id),
            one.id not in agreed or agreed[one.id] is not None,
        )
        for one in found
    ]


def _aims(talk: Talk) -> dict[int, str]:
    """By step that is written down for a competence, which one; one statement at most."""
    wanted = {item.competence_id for item in talk.items if item.competence_id is not None}
    titles = {one.id: one.title for one in named(wanted)} if wanted else {}
    return {item.id: _aim(titles[item.competence_id], item.target_level) for item in talk.items if item.competence_id}


def _aim(competence: str, level: int | None) -> str:
    if level is None:
        return _("for “%(competence)s”", competence=competence)
    return _("for “%(competence)s”, level %(level)s", competence=competence, level=level)


def _wished(side: TalkSide | None) -> Mapping[int, int]:
    return side.wished if side else {}


def _subject_of(profile_id: int | None) -> tuple[str | None, dict[int, int]]:
    """The title of the profile and what it asks for; one statement."""
    if profile_id is None:
        return None, {}
    title = Profile.title_en if language() == "en" else Profile.title
    query = select(title, Target.competence_id, Target.level).outerjoin(Target, Target.profile_id == Profile.id)
    rows = db.session.execute(query.where(Profile.id == profile_id)).all()
    return rows[0][0] if rows else None, {one: level for _title, one, level in rows if one is not None}
