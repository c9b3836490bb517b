"""A talk as one reader sees it."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.competences.queries import Named
from app.plans.models import Talk, TalkItem, TalkSide
from app.plans.queries.agreed import Record
from app.plans.rules.talk import Side, TalkStage


@dataclass(frozen=True)
class LevelLine:
    """One competence of a talk: what the profile asks for, what both think, and what is agreed.

    What was agreed and holds no longer, because it was taken back since, is said without its level.
    """

    competence: Named
    target: int
    wished: int | None
    others: int | None
    agreed: int | None
    holds: bool


@dataclass(frozen=True)
class TalkPage:
    """All that this reader may see of a talk, and nothing else."""

    talk: Talk
    side: Side
    stage: TalkStage
    subject: str | None
    mine: TalkSide | None
    theirs: TalkSide | None
    is_other_ready: bool
    is_side_taken: bool
    lines: tuple[LevelLine, ...]
    is_recorded_by_me: bool
    record: Record
    aims: Mapping[int, str]
    """What the steps that are written down are for, by their numbers, as a line says it."""

    @property
    def other(self) -> str | None:
        """The name of whoever speaks on the other side; an employee's leader has one once they have said something."""
        if self.side is Side.LEADER:
            return self.talk.person.name
        leaders = [side for side in self.talk.sides if side.side is Side.LEADER and side.released_at]
        spoken = [side for side in leaders if side.author_id == self.talk.recorded_by_id] or leaders
        return spoken[0].author.name if len(spoken) == 1 else None

    @property
    def has_taken_part(self) -> bool:
        """Whether the reader is one of the two who released or agreed."""
        return self.side is Side.EMPLOYEE or self.is_mine_released

    @property
    def items(self) -> list[TalkItem]:
        """The steps that are written down, as far as they are for this reader."""
        return self.talk.items if self.record.is_for_me else []

    @property
    def is_mine_released(self) -> bool:
        """Whether the reader has released what they wrote."""
        return self.mine is not None and self.mine.released_at is not None

    @property
    def waits_for_me(self) -> bool:
        """Whether the reader's confirmation is waited for."""
        return self.stage is TalkStage.RECORDED and not self.is_recorded_by_me and self.record.former is None

    @property
    def can_choose_subject(self) -> bool:
        """Whether the reader may still say what the talk is about: the employee, while nothing is released."""
        is_released = any(side.released_at for side in self.talk.sides)
        return self.side is Side.EMPLOYEE and self.stage is TalkStage.PREPARING and not is_released

    @property
    def spoken(self) -> list[LevelLine]:
        """What at least one side has thought of a level for, as far as the reader may know."""
        return [line for line in self.lines if (line.wished, line.others) != (None, None)]

    @property
    def unspoken(self) -> list[LevelLine]:
        """What is left."""
        return [line for line in self.lines if line not in self.spoken]

    @property
    def agreed(self) -> list[LevelLine]:
        """The levels that are written down."""
        return [line for line in self.lines if line.agreed is not None or not line.holds]
