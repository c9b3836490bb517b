"""Releasing numbers about groups, showing what was released, and closing a report."""

import hashlib
import hmac
import secrets
from collections.abc import Collection, Hashable, Iterable, Sequence

from sqlalchemy import insert, literal, null, select, update
from sqlalchemy.exc import IntegrityError

from app import clock
from app.db import db, short_transaction
from app.disclosure import queries, rules
from app.disclosure.models import Figure, FigureReader, Ledger
from app.disclosure.rules import Cell, Entry, Report, Verdict
from app.people.models import Person

MARK_BYTES = 8
SALT_BYTES = 32


def release(report: Report, cells: Iterable[Cell]) -> dict[str, Verdict]:
    """Write into the ledger what may be said of these groups now, the largest first; says what became of each.

    A group that is too small, or too close to one that was worked out before, leaves no trace: what was shown before
    stays what is shown.
    """
    ledger = _ledger(report.key)
    entries = _entries(ledger)
    verdicts = {}
    for cell in sorted(cells, key=lambda one: (-len(one.members), one.key)):
        marked = Cell(cell.key, _marks(ledger, cell.members), cell.counts)
        verdict = rules.judge(marked, entries, report.floor) if ledger.salt else Verdict.TOO_CLOSE
        if verdict in (Verdict.SHOWN, Verdict.TOO_ALIKE):
            entries = [*entries, _write(ledger, marked, is_shown=verdict is Verdict.SHOWN)]
        verdicts[cell.key] = verdict
    db.session.flush()
    return verdicts


def show(keys: Collection[str], *, to: Person) -> dict[tuple[str, str], Figure]:
    """What was released last in these reports, by report and cell; it is written down to whom it was shown."""
    figures = queries.latest_figures(keys)
    with short_transaction() as session:
        known = select(FigureReader.figure_id).where(FigureReader.person_id == to.id)
        new = select(Figure.id, literal(to.id), literal(clock.today())).where(
            Figure.id.in_([figure.id for figure in figures.values()]), Figure.id.not_in(known)
        )
        session.execute(insert(FigureReader).from_select(["figure_id", "person_id", "read_on"], new))
    return figures


def close(keys: Collection[str]) -> None:
    """End these reports: nobody can say any more who was in a group, and nothing new is released."""
    db.session.execute(update(Ledger).where(Ledger.key.in_(keys)).values(salt=None))


def _ledger(key: str) -> Ledger:
    """The ledger, locked; where it is the first time for two at once, one of them waits for the other."""
    found = db.session.scalars(queries.locked_ledger(key)).one_or_none()
    if found is None:
        try:
            with db.session.begin_nested():
                db.session.add(Ledger(key=key, salt=secrets.token_hex(SALT_BYTES)))
        except IntegrityError:
            pass
        found = db.session.scalars(queries.locked_ledger(key)).one()
    return found


def _entries(ledger: Ledger) -> Sequence[Entry]:
    figures = db.session.scalars(queries.figures_in(ledger))
    return [Entry(one.cell, frozenset(one.members), one.counts, one.is_shown) for one in figures]


def _marks(ledger: Ledger, members: Iterable[Hashable]) -> frozenset[str]:
    salt = (ledger.salt or "").encode()
    return frozenset(
        hmac.new(salt, str(member).encode(), hashlib.sha256).digest()[:MARK_BYTES].hex() for member in members
    )


def _write(ledger: Ledger, cell: Cell, *, is_shown: bool) -> Entry:
    counts = dict(cell.counts) if cell.counts is not None and is_shown else None
    db.session.add(
        Figure(
            ledger_id=ledger.id,
            cell=cell.key,
            released_on=clock.today(),
            size=len(cell.members),
            counts=null() if counts is None else counts,
            is_shown=is_shown,
            members=sorted(str(mark) for mark in cell.members),
        )
    )
    return Entry(cell.key, cell.members, counts, is_shown)
