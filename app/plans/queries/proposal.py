"""The proposal in words: what to take, why, when, what stays open and why, and what would be instead."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from flask_babel import gettext as _

from app.competences import queries as competences
from app.competences.queries import Named
from app.competences.rules import coverage, gaps
from app.db import db
from app.people.models import Person
from app.plans.models import Proposal
from app.plans.queries.situation import Situation, is_outdated, pinned, proposal_of, situation_of
from app.plans.queries.steps import Step
from app.plans.queries.suggestion import Alternative, ProposedCourse, Reached, StillOpen, Suggestion
from app.plans.rules import Pin, Why, at_most


def suggestion_for(person: Person, today: dt.date) -> Suggestion | None:
    """The person's proposal; None without a goal; at most ten statements."""
    proposal = db.session.scalars(proposal_of(person.id)).one_or_none()
    situation = situation_of(person, proposal, today)
    if situation is None:
        return None
    names = {one.id: one for one in competences.named(situation.goal.targets.keys())} if situation.goal.targets else {}
    return _Words(situation, proposal, names).suggestion()


class _Words:
    """Puts a stored result into words."""

    def __init__(self, situation: Situation, proposal: Proposal | None, names: Mapping[int, Named]) -> None:
        self.situation, self.proposal, self.names = situation, proposal, names
        self.result: Mapping[str, Any] = (proposal.result if proposal else None) or {}
        self.pins = pinned(proposal)

    def suggestion(self) -> Suggestion:
        """The whole page."""
        case, goal, proposal, result = self.situation.case, self.situation.goal, self.proposal, self.result
        held = dict(case.levels)
        after = held | {one: max(level, held.get(one, 0)) for one, level in result.get("levels", ())}
        before = coverage(gaps(goal.targets, held, goal.important))
        is_solved = proposal is not None and proposal.result is not None and self._is_for_goal()
        return Suggestion(
            goal=goal.title,
            has_important=bool(goal.important),
            weekly_minutes=case.weekly_minutes,
            planned_weekly=self.situation.planned_weekly,
            weeks=case.weeks,
            before=before,
            after=coverage(gaps(goal.targets, after, goal.important)),
            at_most=at_most(result, before),
            task=proposal.task if proposal else None,
            is_solved=is_solved,
            is_outdated=is_outdated(proposal, self.situation),
            is_taken_over=proposal is not None and proposal.taken_over is not None,
            is_proven=bool(result.get("is_proven")),
            is_repair=bool(result.get("is_repair")),
            ends_in=_day(result.get("ends_in")),
            steps=self._steps(result.get("steps", ())),
            open=tuple(self._open(one) for one in result.get("open", ()) if one["competence"] in self.names),
            reached=tuple(self._reached(held, after)),
            kept=self._titles(Pin.KEEP),
            dropped=self._titles(Pin.DROP),
            leaving=tuple(self._left_out(is_loose=True)) if is_solved else (),
            staying=tuple(self._left_out(is_loose=False)) if is_solved else (),
            others=self.situation.others,
            is_for_goal=self._is_for_goal(),
        )

    def _is_for_goal(self) -> bool:
        """Whether the result speaks of the competences of the goal as it is now."""
        return all(competence in self.situation.goal.targets for competence, _ in self.result.get("levels", ()))

    def _left_out(self, *, is_loose: bool) -> Iterable[Step]:
        """The steps of the plan for which this proposal has no place: those that leave it, or those that stay."""
        if self.result.get("steps") is None:
            return
        proposed = {step["course"] for step in self.result["steps"]}
        unwanted = {course for course, pin in self.pins.items() if pin is Pin.DROP}
        courses = {*self.result.get("left_out", ()), *unwanted} - proposed
        for step in self.situation.steps:
            if step.course_id in courses and (step.course_id in self.situation.loose) is is_loose:
                yield step

    def _steps(self, steps: Iterable[Mapping[str, Any]] | None) -> tuple[ProposedCourse, ...] | None:
        if steps is None:
            return None
        completed = self.situation.case.completed
        return tuple(self._step(one) for one in steps if one["course"] in self.situation.facts.keys() - completed)

    def _step(self, step: Mapping[str, Any]) -> ProposedCourse:
        course = step["course"]
        facts = self.situation.facts[course]
        return ProposedCourse(
            course,
            facts.slug,
            facts.title,
            facts.format,
            step["minutes"],
            tuple(self._reasons(step)),
            self._gain(step),
            dt.date.fromisoformat(step["ends_in"]),
            self.situation.sessions.get(step["session"]),
            self.pins.get(course),
            course in self.situation.planned,
            self._is_moved(course, step["session"]),
            self._alternative(course),
            dt.date.fromisoformat(step.get("by", step["ends_in"])),
            tuple(step.get("after", ())),
            self._leads_on(step),
        )

    def _leads_on(self, step: Mapping[str, Any]) -> bool:
        """Whether it brings a level that is not reached yet, or comes before something that is still to do."""
        case = self.situation.case
        lifts = any(case.levels.get(competence, 0) < high for competence, _low, high in step["lifts"])
        return lifts or bool(set(step["needed_for"]) - case.completed)

    def _is_moved(self, course: int, session: int | None) -> bool:
        """Whether the plan has no date for this seminar yet, or another one that is no claim on a seat."""
        found = self.situation.sessions.get(session or 0)
        there = {step.course_id: step.session_id for step in self.situation.steps}
        return found is not None and not found.claimed and there.get(course) != found.id

    def _reasons(self, step: Mapping[str, Any]) -> Iterable[str]:
        """Why the step is there, line by line."""
        for competence, low, high in step["lifts"]:
            if competence in self.names and self.situation.case.levels.get(competence, 0) >= high:
                yield _(
                    "“%(competence)s”: level %(level)s is reached already.",
                    competence=self.names[competence].title,
                    level=high,
                )
            elif competence in self.names:
                yield self._what_it_brings(competence, low, high)
        for course in sorted(set(step["needed_for"]) - self.situation.case.completed):
            yield _("You need it before “%(course)s”.", course=self._title(course))
        if not step["lifts"] and not step["needed_for"]:
            yield self._why_all_the_same(step["course"])

    def _what_it_brings(self, competence: int, low: int, high: int) -> str:
        """From which level to which; of what nobody has said anything about, that no level is known yet."""
        goal, is_unknown = self.situation.goal, low == 0 and competence not in self.situation.case.levels
        said = {
            "competence": self.names[competence].title,
            "low": low,
            "high": high,
            "target": goal.targets[competence],
        }
        if competence in goal.important and is_unknown:
            return _(
                "Brings “%(competence)s” to level %(high)s (none is known yet); your goal asks for %(target)s, and it "
                "is important there.",
                **said,
            )
        if competence in goal.important:
            return _(
                "Brings “%(competence)s” from level %(low)s to %(high)s; your goal asks for %(target)s, and it is "
                "important there.",
                **said,
            )
        if is_unknown:
            return _(
                "Brings “%(competence)s” to level %(high)s (none is known yet); your goal asks for %(target)s.",
                **said,
            )
        return _("Brings “%(competence)s” from level %(low)s to %(high)s; your goal asks for %(target)s.", **said)

    def _why_all_the_same(self, course: int) -> str:
        """Why a step is there that brings nothing."""
        if self.pins.get(course) is Pin.KEEP:
            return self._what_it_lacks(course) + " " + _("It stays because you want to keep it.")
        if course in self.situation.planned:
            return self._what_it_lacks(course) + " " + _("It stays because it is in your plan.")
        return self._what_it_lacks(course)

    def _what_it_lacks(self, course: int) -> str:
        """Whether it has brought all it can, can't be used yet, or is about something else."""
        targets, levels = self.situation.goal.targets, dict(self.situation.case.levels)
        for competence, _low, high in (lift for step in self.result.get("steps") or () for lift in step["lifts"]):
            levels[competence] = max(levels.get(competence, 0), high)
        offer = next((one for one in self.situation.case.offers if one.id == course), None)
        about = {one: span for one, span in (offer.outcomes if offer else {}).items() if one in self.names}
        waiting = [(low, one) for one, (low, _high) in about.items() if levels.get(one, 0) < low < targets[one]]
        if waiting:
            level, competence = min(waiting)
            return _(
                "It can’t bring anything for your goal yet: it builds on level %(level)s of “%(competence)s”.",
                level=level,
                competence=self.names[competence].title,
            )
        return _("It brings nothing more for your goal.") if about else _("It brings nothing for your goal.")

    def _gain(self, step: Mapping[str, Any]) -> tuple[int, int] | None:
        """The competence in which the step brings most, with the level."""
        lifts = [lift for lift in step["lifts"] if lift[0] in self.names]
        widest = max(lifts, key=lambda lift: lift[2] - lift[1], default=None)
        return (widest[0], widest[2]) if widest else None

    def _alternative(self, course: int) -> Alternative | None:
        found = (self.proposal.alternatives if self.proposal else {}).get(str(course))
        if found is None:
            return None
        ends = [(self.names[one].title, was, now) for one, was, now in found.get("levels", ()) if one in self.names]
        return Alternative(
            tuple(self._title(one) for one in found["instead"]),
            tuple(self._title(one) for one in found.get("gone", ())),
            tuple(one for one in ends if one[2] < one[1]),
            tuple(one for one in ends if one[2] > one[1]),
            found["minutes"],
            found["closed"],
            _day(found["ends_in"]),
            found["is_possible"],
            found.get("weight", 0) < 0,
        )

    def _open(self, one: Mapping[str, Any]) -> StillOpen:
        course = self.situation.facts.get(one["course"])
        competence, is_important = one["competence"], one["competence"] in self.situation.goal.important
        return StillOpen(
            self.names[competence],
            one["level"],
            one["target"],
            Why(one["why"]),
            course,
            one["builds_on"],
            is_important,
            one["level"] == 0 and competence not in self.situation.case.levels,
        )

    def _reached(self, held: Mapping[int, int], after: Mapping[int, int]) -> Iterable[Reached]:
        for competence, target in self.situation.goal.targets.items():
            before = held.get(competence, 0)
            if before < target:
                is_important = competence in self.situation.goal.important
                reached = min(after.get(competence, 0), target)
                known = before if competence in held else None
                yield Reached(self.names[competence], known, reached, target, is_important)

    def _titles(self, pin: Pin) -> tuple[tuple[int, str], ...]:
        return tuple((course, self._title(course)) for course, what in sorted(self.pins.items()) if what is pin)

    def _title(self, course: int) -> str:
        facts = self.situation.facts.get(course)
        return facts.title if facts else _("A course that is no longer offered")


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
