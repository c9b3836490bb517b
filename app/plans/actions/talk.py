"""Talks: proposing one, preparing it, and agreeing on levels and steps."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from flask_babel import format_date
from flask_babel import gettext as _
from sqlalchemy import delete

from app import clock
from app.competences import actions as competences
from app.competences.queries import highest_levels
from app.competences.rules import Kind as StatementKind
from app.competences.rules import Visibility
from app.db import db
from app.errors import Refused
from app.notifications.actions import notify
from app.notifications.rules import Kind
from app.people import queries as people
from app.people.actions import take_turns
from app.people.models import Person
from app.plans import queries
from app.plans.actions.change import locked_plan
from app.plans.actions.deeds import tick_with_talk
from app.plans.actions.order import take_in
from app.plans.actions.plan import add_course, add_own_step
from app.plans.models import AgreedLevel, PlanItem, Talk, TalkItem, TalkSide, WishedLevel
from app.plans.rules import Details, ItemState
from app.plans.rules import talk as rules
from app.plans.rules.talk import DRAFT_LASTS, AgreedStep, Side, TalkStage, both_released, may_read_record
from app.text.language import speaking


def propose(person: Person, *, by: Person, planned_on: dt.date, profile_id: int | None = None) -> Talk:
    """Propose a talk between a person and whoever leads them; one at a time is open."""
    take_turns(person)
    if db.session.scalars(queries.talk.open_talk_of(person.id)).one_or_none():
        raise Refused(_("A talk is proposed already. Hold it, or call it off, before you propose another."))
    talk = Talk(
        person_id=person.id,
        person=person,
        proposed_by_id=by.id,
        profile_id=profile_id,
        planned_on=planned_on,
        proposed_at=clock.now(),
    )
    if not _leaders(talk):
        raise Refused(_("Nobody leads this person at present, so there is nobody to talk to."))
    db.session.add(talk)
    db.session.flush()
    _tell_others(talk, by, Kind.TALK_PROPOSED)
    return talk


def choose_subject(talk: Talk, *, profile_id: int | None) -> Talk:
    """Say which profile the talk is about, as long as nothing is released."""
    _lock(talk)
    if any(side.released_at for side in talk.sides):
        raise Refused(_("Something is released already, so what the talk is about stays as it is."))
    _refuse_unless(talk, TalkStage.PREPARING)
    if profile_id and profile_id not in {number for number, _title in queries.talk.subjects_for(talk.person)}:
        raise Refused(_("Your goal or your job has changed in the meantime. Please choose again what to talk about."))
    talk.profile_id = profile_id
    for side in talk.sides:
        side.levels = []
    db.session.flush()
    return talk


def prepare(
    talk: Talk, *, by: Person, texts: Mapping[str, str], levels: Mapping[int, int], is_released: bool | None
) -> TalkSide:
    """Write one's own side down; released, the other side reads it as soon as it has released its own.

    None leaves it as it is, released or not: what saves itself decides nothing.
    """
    _lock(talk)
    _refuse_unless(talk, TalkStage.PREPARING)
    _check_levels(talk, levels)
    mine = _own_side(talk, by)
    if is_released and _is_taken(talk, mine):
        raise Refused(_("Somebody else has released the leader’s side already."))
    for name, text in texts.items():
        setattr(mine, name, text)
    mine.levels = [WishedLevel(competence_id=number, level=level) for number, level in levels.items()]
    mine.changed_at = clock.now()
    is_new = bool(is_released) and mine.released_at is None
    if is_new:
        mine.released_at = mine.changed_at
    elif is_released is False:
        mine.released_at = None
    db.session.flush()
    if is_new:
        _tell_others(talk, by, Kind.TALK_RELEASED)
    return mine


def record_agreement(
    talk: Talk, *, by: Person, number: int, levels: Mapping[int, int], steps: Sequence[AgreedStep]
) -> Talk:
    """Write down what both agree on; it counts once the other side has confirmed it."""
    _lock(talk)
    _refuse_unless(talk, TalkStage.RELEASED, TalkStage.RECORDED)
    _check_number(talk, number)
    _check_partner(talk, by)
    _check_levels(talk, levels, steps)
    talk.levels, talk.items = [], []
    db.session.flush()
    targets = queries.talk.targets_of(talk.profile_id)
    talk.levels = [AgreedLevel(competence_id=one, level=level, target=targets[one]) for one, level in levels.items()]
    talk.items = [TalkItem(position=place, **asdict(step)) for place, step in enumerate(steps, start=1)]
    talk.recorded_at, talk.recorded_by_id, talk.record_number = clock.now(), by.id, number + 1
    db.session.flush()
    _tell_others(talk, by, Kind.TALK_RECORDED)
    return talk


def confirm(talk: Talk, *, by: Person, number: int) -> Talk:
    """Say yes to what the other side wrote down: levels become statements, steps go into the plan."""
    _lock(talk)
    _refuse_unless(talk, TalkStage.RECORDED)
    _check_number(talk, number)
    recorded_by = db.session.get_one(Person, talk.recorded_by_id)
    if queries.talk.side_of(talk, recorded_by.id) is queries.talk.side_of(talk, by.id):
        raise Refused(_("The other side wrote nothing down yet: what your side wrote is theirs to confirm."))
    leaders = {one.id for one in _may_lead(talk)}
    if by.id != talk.person_id and not may_read_record(by.id, talk.partner_id, leaders):
        raise Refused(_("This was not spoken of with you. Please write down anew what you agree."))
    leader = recorded_by if by.id == talk.person_id else by
    if leader.id not in leaders:
        raise Refused(_("%(name)s no longer leads you. Please write it down anew with your leader.", name=leader.name))
    talk.agreed_at, talk.agreed_by_id = clock.now(), by.id
    talk.planned_on = min(talk.planned_on, clock.today())
    with speaking(talk.person.language):
        source = _("Talk with %(name)s", name=leader.name)
    for level in talk.levels:
        competences.state(
            talk.person,
            level.competence_id,
            level.level,
            kind=StatementKind.LEADER,
            by=leader,
            observed_on=clock.local(talk.agreed_at).date(),
            source=source,
            visibility=Visibility.AGREED,
        )
    tick_with_talk(talk.person)
    _put_into_plan(talk)
    _tell_others(talk, by, Kind.TALK_AGREED)
    return talk


def move(talk: Talk, *, by: Person, planned_on: dt.date) -> Talk:
    """Choose another day; what is prepared stays, and the other side is told."""
    _lock(talk)
    if talk.is_over:
        raise Refused(_("The talk is over, so its day stays as it is."))
    if planned_on != talk.planned_on:
        talk.planned_on = planned_on
        db.session.flush()
        _tell_others(talk, by, Kind.TALK_PROPOSED)
    return talk


def call_off(talk: Talk, *, by: Person) -> Talk:
    """Let a talk not take place. Drafts are erased; what both have released, both go on reading."""
    _lock(talk)
    if talk.is_over:
        raise Refused(_("There is nothing to call off: the talk is over."))
    talk.called_off_at = clock.now()
    talk.recorded_at = talk.recorded_by_id = None
    talk.sides = [side for side in talk.sides if side.released_at] if both_released(talk.sheets) else []
    talk.levels, talk.items = [], []
    db.session.flush()
    _tell_others(talk, by, Kind.TALK_CALLED_OFF)
    return talk


def erase_drafts() -> int:
    """Erase what was prepared and not read by both sides within 60 days; returns how many."""
    ids = queries.talk.forgotten_drafts(clock.now() - DRAFT_LASTS)
    found = db.session.scalars(ids).all()
    db.session.execute(delete(WishedLevel).where(WishedLevel.side_id.in_(found)))
    db.session.execute(delete(TalkSide).where(TalkSide.id.in_(found)))
    return len(found)


def forget_talks() -> int:
    """Erase the talks that are past their time, with all that was written; returns how many."""
    found = db.session.scalars(queries.talk.forgotten_talks(clock.today())).all()
    for talk in found:
        db.session.delete(talk)
    db.session.flush()
    return len(found)


def _lock(talk: Talk) -> None:
    """Judge what two people do with one talk one after the other, and by what it has become meanwhile."""
    take_turns(talk.person)
    db.session.refresh(talk)
    db.session.expire(talk, ["sides", "levels", "items"])
    for side in talk.sides:
        db.session.refresh(side)


def _refuse_unless(talk: Talk, *stages: TalkStage) -> None:
    if talk.stage not in stages:
        raise Refused(_("The talk has gone on in the meantime. Please look at it as it is now."))


def _check_number(talk: Talk, number: int) -> None:
    """Nobody confirms or overwrites what they have not seen (R28)."""
    if talk.record_number != number:
        raise Refused(
            _("Something else has been written down in the meantime. Please read it, and then confirm or change it.")
        )


def _check_partner(talk: Talk, by: Person) -> None:
    """What a person writes down is for whoever prepared with them: nobody else reads and confirms it."""
    if by.id == talk.person_id and talk.prepared_with_id not in {one.id for one in _may_lead(talk)}:
        raise Refused(
            _("The leader with whom you prepared no longer leads you. Your leader of today writes down what you agree.")
        )


def _check_levels(talk: Talk, levels: Mapping[int, int], steps: Sequence[AgreedStep] = ()) -> None:
    highest = highest_levels({*levels, *(step.competence_id for step in steps if step.competence_id)})
    targets = queries.talk.targets_of(talk.profile_id)
    if not rules.lead_to_levels(steps, highest) or any(
        number not in targets or not 0 <= level <= highest.get(number, -1) for number, level in levels.items()
    ):
        raise Refused(_("Please choose one of the levels shown."))


def _own_side(talk: Talk, by: Person) -> TalkSide:
    found = next((side for side in talk.sides if side.author_id == by.id), None)
    if found is None:
        found = TalkSide(author_id=by.id, side=queries.talk.side_of(talk, by.id), talk_id=talk.id)
        talk.sides.append(found)
    return found


def _is_taken(talk: Talk, mine: TalkSide) -> bool:
    return any(side is not mine and side.side is mine.side and side.released_at for side in talk.sides)


def _put_into_plan(talk: Talk) -> None:
    """Put what was agreed into the plan; what is new there comes to where its day belongs."""
    if not talk.items:
        return
    plan = locked_plan(talk.person)
    known = {step.id for step in queries.open_steps(talk.person_id)}
    for item in talk.items:
        item.plan_item_id = _into_plan(talk, item).id
    db.session.flush()
    take_in(plan, {item.plan_item_id for item in talk.items if item.plan_item_id} - known)


def _into_plan(talk: Talk, item: TalkItem) -> PlanItem:
    """The step in the person's plan; what the catalogue offers under this title is the course itself."""
    course_id = queries.talk.course_called(item.title)
    if course_id is not None:
        step = add_course(talk.person, course_id, reason=_reason(talk))
    else:
        why = Details(reason=_reason(talk))
        step = add_own_step(talk.person, title=item.title, minutes=item.minutes, details=why)
    if item.competence_id is not None:
        step.competence_id, step.target_level = item.competence_id, item.target_level
    step.due_on = item.due_on or step.due_on
    step.state = ItemState.AGREED
    return step


def _reason(talk: Talk) -> str:
    with speaking(talk.person.language):
        return _("Agreed in the talk on %(day)s.", day=format_date(talk.planned_on, "long"))


def _may_lead(talk: Talk) -> Sequence[Person]:
    """Whoever leads the person today: the head and the deputies."""
    return db.session.scalars(people.leaders_of(talk.person, clock.today())).all()


def _leaders(talk: Talk) -> list[Person]:
    """Who is told on the leader's side: the head who leads today, and a deputy who has prepared the talk."""
    head = db.session.scalars(people.leader_of(talk.person, clock.today())).first()
    authors = {side.author_id for side in talk.sides if side.side is Side.LEADER}
    others = [one for one in _may_lead(talk) if one.id in authors and (head is None or one.id != head.id)]
    return [*([head] if head else []), *others]


def _tell_others(talk: Talk, by: Person, kind: Kind) -> None:
    """Tell the other side: in the app who has done it, in the letter the day and nobody."""
    told = _leaders(talk) if by.id == talk.person_id else [talk.person]
    for person in told:
        with speaking(person.language):
            title = format_date(talk.planned_on, "long")
        notify(person, kind, path=f"/talks/{talk.id}", who=by.name, title=title)
