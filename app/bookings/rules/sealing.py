"""What the list of a draw does not say openly, since it would single somebody out: who counts in a small group."""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

FEWEST_ALIKE = 5
"""So many lots at least must count in the same quotas for the list to say so, as for every number about a group."""

Counted = dict[str, list[int]]


def apart(names: Collection[str], counted: Mapping[str, Sequence[int]]) -> tuple[Counted, Counted]:
    """Of which lots a list says in which quotas they count, and of which that is sealed.

    Lots that count in the same quotas are alike. A list is silent about kinds of fewer than five lots, and about so
    many more, the smallest first, that at least five lots stand there of which it says nothing: some of these may count
    in no quota at all.
    """
    kinds = defaultdict[tuple[int, ...], list[str]](list)
    for name in names:
        kinds[tuple(counted.get(name, ()))].append(name)
    unsaid = len(kinds.pop((), ()))
    said, sealed = Counted(), Counted()
    for places, lots in sorted(kinds.items(), key=lambda kind: (len(kind[1]), kind[0])):
        is_silent = len(lots) < FEWEST_ALIKE or 0 < unsaid < FEWEST_ALIKE
        (sealed if is_silent else said).update({name: list(places) for name in lots})
        unsaid += len(lots) if is_silent else 0
    return said, sealed


def seal(sealed: Mapping[str, Sequence[int]], salt: str) -> str:
    """What is sealed, as a text whose hash stands in the list; without the salt its hash could be guessed."""
    return json.dumps({"salt": salt, "counted": sealed}, indent=1, sort_keys=True) + "\n"


def opened(envelope: str) -> Counted:
    """What is sealed."""
    found: Counted = json.loads(envelope)["counted"]
    return found
