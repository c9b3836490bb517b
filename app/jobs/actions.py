"""Taking, keeping and giving back the lease: of all processes only its holder works."""

import datetime as dt

from sqlalchemy import case, or_, update
from sqlalchemy.exc import IntegrityError

from app import clock
from app.db import db
from app.jobs.models import Lease


def take(name: str, holder: str, lasting: dt.timedelta) -> int | None:
    """Take the lease where it is free or ours; returns its fence, or None where another process works.

    The fence grows whenever the lease was lost in between, so a number tells one time of holding from all others.
    """
    now = clock.now()
    is_kept = Lease.until > now
    fence = db.session.scalar(
        update(Lease)
        .where(Lease.name == name, or_(Lease.holder == holder, ~is_kept))
        .values(holder=holder, fence=case((is_kept, Lease.fence), else_=Lease.fence + 1), until=now + lasting)
        .returning(Lease.fence)
    )
    return fence if fence is not None else _take_first(name, holder, now + lasting)


def keep(name: str, fence: int) -> bool:
    """Whether this time of holding goes on, locked until the transaction ends: nobody takes the lease meanwhile."""
    same = update(Lease).where(Lease.name == name, Lease.fence == fence, Lease.until > clock.now())
    return db.session.scalar(same.values(fence=fence).returning(Lease.fence)) is not None


def give_back(name: str, fence: int) -> None:
    """Let another process take over at once."""
    db.session.execute(update(Lease).where(Lease.name == name, Lease.fence == fence).values(until=clock.now()))


def _take_first(name: str, holder: str, until: dt.datetime) -> int | None:
    try:
        with db.session.begin_nested():
            db.session.add(Lease(name=name, holder=holder, fence=1, until=until))
    except IntegrityError:
        return None
    return 1
