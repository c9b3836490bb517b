"""Where a talk between an employee and their leader stands, who reads what, and when it is forgotten."""

import datetime as dt
import enum
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

DRAFT_LASTS = dt.timedelta(days=60)
TALK_LASTS = dt.timedelta(days=3 * 365)
CYCLES_KEPT = 2


class Side(enum.StrEnum):
    """Who speaks in a talk."""

    EMPLOYEE = "employee"
    LEADER = "leader"


class TalkStage(enum.StrEnum):
    """Where a talk stands."""

    PREPARING = "preparing"
    RELEASED = "released"
    RECORDED = "recorded"
    AGREED = "agreed"
    CALLED_OFF = "called-off"


@dataclass(frozen=True)
class Sheet:
    """What one side has written, as the rules see it."""

    author_id: int
    side: Side
    is_released: bool


@dataclass(frozen=True)
class AgreedStep:
    """A step that both want in the plan."""

    title: str
    minutes: int
    due_on: dt.date | None = None
    competence_id: int | None = None
    target_level: int | None = None


def lead_to_levels(steps: Sequence[AgreedStep], highest: Mapping[int, int]) -> bool:
    """Whether each step leads to a level of its competence's scale, or to none; `highest` are their tops."""
    tops = [(step.target_level, highest.get(step.competence_id or 0, 0), step.competence_id) for step in steps]
    return all(1 <= (level or 1) <= top if competence else level is None for level, top, competence in tops)


def both_released(sheets: Sequence[Sheet]) -> bool:
    """Whether each side has released what it wrote."""
    return {sheet.side for sheet in sheets if sheet.is_released} == set(Side)


def talk_stage(sheets: Sequence[Sheet], *, is_recorded: bool, is_agreed: bool, is_called_off: bool) -> TalkStage:
    """Where a talk stands."""
    if is_called_off:
        return TalkStage.CALLED_OFF
    if is_agreed:
        return TalkStage.AGREED
    if is_recorded:
        return TalkStage.RECORDED
    return TalkStage.RELEASED if both_released(sheets) else TalkStage.PREPARING


def readable(sheets: Sequence[Sheet], reader_id: int, reader_side: Side) -> list[Sheet]:
    """What this reader may read: their own, and all that is released once they and the other side have released.

    What two people released is read by these two: a deputy or a later leader, who released nothing here, reads none
    of it.
    """
    own = [sheet for sheet in sheets if sheet.author_id == reader_id and sheet.side is reader_side]
    if not (both_released(sheets) and any(sheet.is_released for sheet in own)):
        return own
    return [sheet for sheet in sheets if sheet.is_released]


def may_read_record(reader_id: int, partner_id: int | None, leaders: Collection[int]) -> bool:
    """Whether somebody who leads the person today reads what was written down with this partner.

    As with agreed levels (`competences.rules.may_read`): with themselves, or with who else leads there today. Who takes
    over a team begins with nothing.
    """
    return partner_id is None or partner_id == reader_id or partner_id in leaders


def is_forgotten(planned_on: dt.date, later_agreed: int, today: dt.date) -> bool:
    """Whether a talk is past its time: two later ones are agreed, or it is three years old."""
    return later_agreed >= CYCLES_KEPT or planned_on < today - TALK_LASTS
