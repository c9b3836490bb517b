"""What a sync did, said the same way by every library.

A library is a module `library.py` with two functions; `root` is the content folder, and paths are relative to it:

    read(root) -> tuple[Reading, list[Problem]]    reads and checks, changes nothing
    apply(reading, now) -> Report                  adds, updates and retires rows; flushes, never commits
"""

from collections import Counter
from dataclasses import dataclass, field

from app.content.origin import LEFT_ALONE, Verdict


@dataclass
class Report:
    """How many entries of one kind got which verdict, and which were left alone since they were edited here."""

    kind: str
    counts: Counter[Verdict] = field(default_factory=Counter)
    left_alone: list[str] = field(default_factory=list)

    def note(self, verdict: Verdict, path: str | None) -> Verdict:
        """Count an entry; one that was edited here is named."""
        self.counts[verdict] += 1
        if verdict in LEFT_ALONE:
            self.left_alone.append(f"{path}: {verdict}")
        return verdict

    @property
    def has_changes(self) -> bool:
        """Whether anything is different from before."""
        return any(self.counts[verdict] for verdict in Verdict if verdict not in {Verdict.SAME, *LEFT_ALONE})

    def __str__(self) -> str:
        parts = [f"{self.counts[verdict]} {verdict}" for verdict in Verdict if self.counts[verdict]]
        return f"{self.kind}: {', '.join(parts) or 'nothing there'}"
