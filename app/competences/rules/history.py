"""How a level has changed over time."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from app.competences.rules.current import GRANTS_ONLY, Kind, Word, by_source
from app.competences.rules.freshness import LASTING, Ageing


@dataclass(frozen=True)
class Step:
    """From this day on the level was so high; `part` is where the day lies between the first and the last: 0 to 1."""

    day: dt.date
    level: int
    part: float = 0.0


def history(words: Iterable[Word], *, until: dt.date, ageing: Ageing = LASTING) -> list[Step]:
    """The level after each day on which it changed, by the rule of `current`, whatever has expired since."""
    sources = by_source(word for word in words if word.observed_on <= until)
    each = {source: _placed(_steps(said, ageing), until) for source, said in sources.items()}
    return each.get(None) or max(each.values(), key=lambda steps: steps[-1].level, default=[])


def _steps(words: list[Word], ageing: Ageing) -> list[tuple[dt.date, int]]:
    known = sorted(words, key=lambda word: word.observed_on)
    judged, proven, steps = 0, dict[int, dt.date](), list[tuple[dt.date, int]]()
    for day, found in groupby(known, key=lambda word: word.observed_on):
        said = list(found)
        if judgements := [word for word in said if word.kind not in GRANTS_ONLY]:
            judged = max(judgements, key=lambda word: word.sequence).level
            is_own = all(word.kind is Kind.SELF for word in judgements)
            proven = {level: seen for level, seen in proven.items() if is_own and ageing.is_fresh(seen, day)}
        proven |= {word.level: day for word in said if word.kind in GRANTS_ONLY}
        level = max(judged, *proven, 0)
        if not steps or steps[-1][1] != level:
            steps.append((day, level))
    return steps


def _placed(steps: list[tuple[dt.date, int]], until: dt.date) -> list[Step]:
    if not steps:
        return []
    span = max(1, (until - steps[0][0]).days)
    return [Step(day, level, round((day - steps[0][0]).days / span, 4)) for day, level in steps]
