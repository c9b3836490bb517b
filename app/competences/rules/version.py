"""What becomes of each competence when a new version of a framework takes the place of an old one."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.competences.rules.framework import base_key


@dataclass(frozen=True)
class Item:
    """A competence as the comparison of two versions sees it."""

    id: int
    key: str
    title: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Change:
    """A competence of the old version, and the one of the new version that is proposed to take its place."""

    old: Item
    proposed: int | None
    is_same: bool


def compare(before: Sequence[Item], after: Iterable[Item]) -> list[Change]:
    """For each competence of the old version the one of the same key, and whether its words are the same."""
    by_key = {base_key(item.key): item for item in after}
    changes = []
    for old in before:
        new = by_key.get(base_key(old.key))
        is_same = new is not None and (new.title, new.texts) == (old.title, old.texts)
        changes.append(Change(old, new.id if new else None, is_same))
    return changes


def merged_in(replaced: Mapping[int, int], copies: Collection[int]) -> set[tuple[int, int]]:
    """The pairs of old and new where several become one: all but the one that the new is the copy of."""
    sources: dict[int, list[int]] = {}
    for old, new in replaced.items():
        sources.setdefault(new, []).append(old)
    several = {new: olds for new, olds in sources.items() if len(olds) > 1}
    return {(old, new) for new, olds in several.items() for old in olds if old not in copies}


def merged(targets: Mapping[int, int], replaced: Mapping[int, int | None], highest: int) -> dict[int, int]:
    """The targets of a profile after the replacement: the higher level where two become one, none where it ends."""
    found: dict[int, int] = {}
    for competence, level in targets.items():
        new = replaced.get(competence, competence)
        if new is not None:
            moved = min(level, highest) if competence in replaced else level
            found[new] = max(moved, found.get(new, 0))
    return found
