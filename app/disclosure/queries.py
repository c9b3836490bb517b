"""What was released so far."""

from collections.abc import Collection

from sqlalchemy import Select, func, select
from sqlalchemy.orm import contains_eager

from app.db import db
from app.disclosure.models import Figure, Ledger


def locked_ledger(key: str) -> Select[Ledger]:
    """The ledger of a report; whoever works something out for it waits for all others who do."""
    return select(Ledger).where(Ledger.key == key).with_for_update()


def figures_in(ledger: Ledger) -> Select[Figure]:
    """All that was ever worked out in it."""
    return select(Figure).where(Figure.ledger_id == ledger.id).order_by(Figure.id)


def latest_figures(keys: Collection[str]) -> dict[tuple[str, str], Figure]:
    """The last figure shown of each cell of these reports, by report and cell; one statement."""
    last = (
        select(func.max(Figure.id))
        .join(Figure.ledger)
        .where(Ledger.key.in_(keys), Figure.is_shown)
        .group_by(Figure.ledger_id, Figure.cell)
    )
    found = select(Figure).join(Figure.ledger).where(Figure.id.in_(last)).options(contains_eager(Figure.ledger))
    return {(figure.ledger.key, figure.cell): figure for figure in db.session.scalars(found)}
