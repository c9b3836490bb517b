"""Print what the tests noticed of the changes that mutmut made: a line for each module, the worst first."""

import json
import sys
from collections import Counter
from pathlib import Path

FOLDER = Path("mutants")
SURVIVED, NO_TEST, NOT_TRIED = {0}, {5, 33}, {None, 34}


def verdict(code: int | None) -> str:
    """What became of a change; a test that no longer ends has noticed it too."""
    if code in NOT_TRIED:
        return "not tried"
    if code in NO_TEST:
        return "without a test"
    return "survived" if code in SURVIVED else "noticed"


def counts() -> dict[str, Counter[str]]:
    """The verdicts of each module that was changed."""
    found = {}
    for file in sorted(FOLDER.glob("app/**/*.meta")):
        codes = json.loads(file.read_text("utf-8"))["exit_code_by_key"].values()
        if codes:
            found[str(file.relative_to(FOLDER).with_suffix(""))] = Counter(map(verdict, codes))
    return found


def line(name: str, count: Counter[str]) -> str:
    tried = count.total() - count["not tried"]
    share = count["noticed"] / tried if tried else 0
    return f"{name:<40}{share:>8.0%}{tried:>9}{count['survived']:>10}{count['without a test']:>16}"


if __name__ == "__main__":
    modules = counts()
    sys.stdout.write(f"{'module':<40}{'noticed':>8}{'changes':>9}{'survived':>10}{'without a test':>16}" + "\n")
    for name, count in sorted(modules.items(), key=lambda one: (one[1]["noticed"] / one[1].total(), one[0])):
        sys.stdout.write(line(name, count) + "\n")
    sys.stdout.write(line("all", sum(modules.values(), Counter())) + "\n")
