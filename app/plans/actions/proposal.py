"""What people do with a proposal: have it made, say what stays or goes, ask what would be instead, take it over."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import select, update

from app import clock
from app.competences.queries import current_levels
from app.db import db, short_transaction
from app.errors import Refused
from app.people.actions import take_turns
from app.people.models import Person
from app.plans import queries, rules
from app.plans.actions.change import locked_plan
from app.plans.actions.order import write_order
from app.plans.actions.plan import add_course, set_budget
from app.plans.models import PlanItem, Proposal
from app.plans.optimiser import Answer, Case, OutOfTime, optimise
from app.plans.queries import ProposedCourse, Situation, Step
from app.plans.rules import ItemKind, Pin, Proposed, Wish
from app.tasks import actions as tasks

PROPOSE = "plans.propose"
MOST_PINS = 50
SECONDS_PER_TRY = 5.0


def calculate(person: Person, *, weekly_minutes: int, weeks: int, afresh: bool = False) -> Proposal:
    """Have the proposal made, for so much time; afresh: whatever was taken over before, which may leave again."""
    proposal = _locked(person)
    has_its_own = weekly_minutes != queries.weekly_minutes_of(person.id)
    proposal.weeks, proposal.weekly_minutes = weeks, weekly_minutes if has_its_own else None
    if afresh:
        proposal.accepted = {"added": sorted(proposal.added)}
    return _queue(person, proposal)


def pin(person: Person, *, course_id: int, pin: str) -> Proposal:
    """Say that a course stays or goes, or neither any more, and have the proposal made anew."""
    proposal = _locked(person)
    pins = {course: what for course, what in proposal.pins.items() if course != str(course_id)}
    if pin:
        _check_offered(person, course_id)
        if len(pins) >= MOST_PINS:
            raise Refused(_("You have fixed as many courses as possible. Please release one first."))
        pins[str(course_id)] = Pin(pin).value
    proposal.pins = pins
    return _queue(person, proposal)


def ask_instead(person: Person, *, course_id: int) -> Proposal:
    """Ask what the plan would be without this course."""
    proposal = _locked(person)
    _check_offered(person, course_id)
    return _queue(person, proposal, without=course_id)


@dataclass(frozen=True)
class TakenOver:
    """What has changed in the plan: how many steps are new and how many have another date, and which are gone."""

    added: int = 0
    moved: int = 0
    removed: tuple[int, ...] = ()


def accept(person: Person, course_ids: Collection[int]) -> TakenOver:
    """Take these steps of the proposal over with their dates and its time a week, each where its week belongs.

    What is in the plan already keeps its order and has the proposal's dates from now on, whatever is chosen. What the
    person has left out is taken out, and so is what only an earlier proposal has put there and this one has no place
    for; it can be put back.
    """
    today = clock.today()
    suggestion = queries.suggestion_for(person, today)
    if suggestion is None or suggestion.steps is None:
        return TakenOver()
    chosen = [step for step in suggestion.new_steps if step.course_id in course_ids]
    for step in chosen:
        competence, level = step.gain or (None, None)
        add_course(person, step.course_id, reason=" ".join(step.reasons), competence_id=competence, level=level)
    if chosen or suggestion.moved or suggestion.leaving:
        if suggestion.changes_time:
            set_budget(person, version=0, weekly_minutes=suggestion.weekly_minutes)
        steps = [step for step in suggestion.steps if step in chosen or step.is_planned]
        removed = _take_out(person, suggestion.leaving)
        _arrange(person, steps)
        _remember(person, steps, chosen, is_current=not suggestion.is_outdated)
        return TakenOver(len(chosen), len(suggestion.moved), removed)
    return TakenOver()


def solve(progress: Callable[[int, int], None], *, person_id: int, without: int | None = None) -> dict[str, Any]:
    """Make a proposal, or find out what it would be without a course; the work of the task."""
    person = db.session.get(Person, person_id)
    proposal = db.session.scalars(queries.proposal_of(person_id)).one_or_none()
    situation = queries.situation_of(person, proposal, clock.today()) if person else None
    if situation is None:
        raise Refused(_("A proposal needs a goal."))
    before = dict((proposal.result if proposal else None) or {})
    accepted, levels = proposal.taken_over if proposal else None, current_levels(person_id)
    db.session.rollback()
    if without is None:
        answer = _best(situation.case, progress)
        result = _written(situation, answer)
        if answer:
            still_open = rules.what_stays_open(situation.case, answer.levels)
            still_open = rules.with_what_helps(situation.case, still_open, _levels_of_best)
            result["open"] = [asdict(one) for one in still_open]
        _save(person_id, result=result, **_marks(situation, accepted), alternatives={})
        if _have_changed(person_id, levels):
            return solve(progress, person_id=person_id)
        return {"steps": len(answer.steps) if answer else 0}
    case = replace(
        situation.case,
        dropped=situation.case.dropped | {without},
        kept=situation.case.kept - {without},
        previous=None,
    )
    found = _best(case, progress)
    now = _written(replace(situation, case=case), found)
    _save_instead(person_id, without, rules.compared(case, before, now, without))
    return {}


def _have_changed(person_id: int, levels: Mapping[int, int]) -> bool:
    """Whether the levels from which a result was made are others by now: what was erased meanwhile must not stay."""
    now = current_levels(person_id)
    db.session.rollback()
    return now != levels


def _written(situation: Situation, answer: Answer | None) -> dict[str, Any]:
    """The answer with the weeks in which the plan will show its courses."""
    ends = queries.weeks_in_plan(situation, answer, clock.today()) if answer else {}
    return rules.written(situation.case, answer, ends, situation.loose)


def _best(case: Case, progress: Callable[[int, int], None]) -> Answer | None:
    try:
        return optimise(case, progress=progress)
    except OutOfTime:
        raise Refused(
            _("No proposal was found in time. Fewer weeks or fewer courses that you keep make it easier.")
        ) from None


def _levels_of_best(case: Case) -> Mapping[int, int] | None:
    try:
        answer = optimise(case, seconds=SECONDS_PER_TRY)
    except OutOfTime:
        return None
    return answer.levels if answer else {}


def _marks(situation: Situation, accepted: Mapping[str, Any] | None) -> dict[str, Any]:
    return {"fingerprint": rules.fingerprint(situation.case, accepted), "solved_at": clock.now()}


def _save(person_id: int, **columns: Any) -> None:
    with short_transaction() as session:
        session.execute(update(Proposal).where(Proposal.person_id == person_id).values(**columns))


def _save_instead(person_id: int, course_id: int, found: dict[str, Any]) -> None:
    with short_transaction() as session:
        proposal = session.scalars(queries.proposal_of(person_id).with_for_update(of=Proposal)).one()
        proposal.alternatives = {**proposal.alternatives, str(course_id): found}


def _locked(person: Person) -> Proposal:
    take_turns(person)
    proposal = db.session.scalars(queries.proposal_of(person.id)).one_or_none()
    if proposal is None:
        proposal = Proposal(person_id=person.id, weeks=rules.USUAL_WEEKS, pins={}, alternatives={})
        db.session.add(proposal)
        db.session.flush()
    return proposal


def _check_offered(person: Person, course_id: int) -> None:
    if course_id not in queries.catalogue_for(person.id).facts:
        raise Refused(_("This course is no longer in the catalogue."))


def _queue(person: Person, proposal: Proposal, *, without: int | None = None) -> Proposal:
    """Have the task made; the page waits for the newest one."""
    task = tasks.queue(PROPOSE, person, person_id=person.id, without=without)
    proposal.task = task
    db.session.flush()
    return proposal


def _take_out(person: Person, leaving: Sequence[Step]) -> tuple[int, ...]:
    """Take steps out of the plan, each of which can be put back for a day."""
    ids = [step.id for step in leaving]
    for item in db.session.scalars(select(PlanItem).where(PlanItem.id.in_(ids))):
        item.removed_at = clock.now()
    return tuple(ids)


def _arrange(person: Person, steps: Sequence[ProposedCourse]) -> None:
    """Give seminars the dates of the proposal, and put new courses where their weeks belong."""
    plan = locked_plan(person)
    items = db.session.scalars(queries.planned_items(person.id, [step.course_id for step in steps])).all()
    by_course = {item.course_id: item for item in items}
    found = [(step, by_course[step.course_id]) for step in steps if step.course_id in by_course]
    for step, item in found:
        if step.is_moved and step.session is not None:
            item.kind, item.session_id = ItemKind.SESSION, step.session.id
    db.session.flush()
    numbers = {step.course_id: item.id for step, item in found}
    new = {item.id: step for step, item in found if not step.is_planned}
    loads = {step.id: step for step in queries.open_steps(person.id) if not step.needs_date}
    movable = [step for step in loads.values() if step.can_move]
    dated = [step.load for step in loads.values() if not step.can_move]
    wanted = {step.id: step.due_on for step in loads.values()}
    order = rules.with_proposed(
        [Wish(one.id, one.due_on) for one in movable if one.id not in new],
        [Wish(one.id, new[one.id].by) for one in _in_order(movable, found) if one.id in new],
        Proposed(
            {item.id: step.by for step, item in found},
            {item.id: [numbers[other] for other in step.after if other in numbers] for step, item in found},
        ),
        lambda order: rules.lateness(
            [*dated, *(loads[one].load for one in order)], wanted, plan.weekly_minutes, clock.today()
        ),
    )
    write_order(plan, order)


def _in_order(movable: Sequence[Step], found: Sequence[tuple[ProposedCourse, PlanItem]]) -> list[Step]:
    """Those of the steps that are in the proposal, in its order."""
    by_id = {step.id: step for step in movable}
    return [by_id[item.id] for _step, item in found if item.id in by_id]


def _remember(
    person: Person, steps: Sequence[ProposedCourse], chosen: Sequence[ProposedCourse], *, is_current: bool
) -> None:
    """Keep what was taken over, so that a later proposal changes as little of it as possible."""
    proposal = _locked(person)
    situation = queries.situation_of(person, proposal, clock.today())
    if situation is None or not proposal.result:
        return
    courses = frozenset(step.course_id for step in steps)
    added = {*proposal.added, *(step.course_id for step in chosen)}
    proposal.accepted = rules.taken_over(situation.case, proposal.result, courses, added)
    if is_current and (now := queries.situation_of(person, proposal, clock.today())) is not None:
        proposal.fingerprint = rules.fingerprint(now.case, proposal.accepted)
    db.session.flush()
