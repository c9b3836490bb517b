"""The units as a tree: in its order, and as lines to choose from."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select

from app.db import db
from app.people.models import OrgUnit


def in_tree_order(found: Iterable[OrgUnit]) -> list[OrgUnit]:
    """Each unit below the one it belongs to, those of one level by name."""
    units = list(found)
    named = {unit.path: unit.name for unit in units}

    def place(unit: OrgUnit) -> list[str]:
        steps = unit.path.strip("/").split("/")
        above = ["/" + "/".join(steps[: number + 1]) + "/" for number in range(len(steps))]
        return [f"{named[path]}{path}" for path in above if path in named]

    return sorted(units, key=place)


def units_in_order() -> list[OrgUnit]:
    """All units in the order of the tree; one statement."""
    return in_tree_order(db.session.scalars(select(OrgUnit)))


def indented(units: Sequence[OrgUnit]) -> list[tuple[int, str]]:
    """The id and the name of each, with as many dashes before it as it lies below the highest of them."""
    highest = min((unit.path.count("/") for unit in units), default=0)
    return [(unit.id, "– " * (unit.path.count("/") - highest) + unit.name) for unit in units]
