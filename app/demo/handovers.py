"""A seat that a colleague offers to one of the accounts."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping

from sqlalchemy import select

from app import clock
from app.bookings.actions.history import times
from app.bookings.models import Bookable, Booking, Handover
from app.bookings.rules import Mode, Stage, State, expires_at
from app.db import db
from app.demo.diary import Diary
from app.demo.staff import Staff
from app.notifications.models import Notice
from app.notifications.rules import Kind

ASKED = "beschaeftigte"
AHEAD = dt.timedelta(days=8)


def offer(staff: Staff, diary: Diary) -> None:
    """Somebody with a seat in a coming event would like to pass it on; before the rows are written."""
    asked, now = staff.accounts[ASKED], diary.rows.now
    coming = select(Bookable).where(
        Bookable.starts_at > now + AHEAD,
        Bookable.mode == Mode.FIRST_COME,
        Bookable.audience_id.is_(None),
        Bookable.cancelled_at.is_(None),
    )
    dates = {one.id: one for one in db.session.scalars(coming.order_by(Bookable.starts_at, Bookable.id))}
    taken = {row["bookable_id"] for row in diary.rows.of(Booking) if row["person_id"] == asked.id}
    seats = [row for row in diary.rows.of(Booking) if row["state"] is State.CONFIRMED and row["bookable_id"] in dates]
    number = Counter(row["bookable_id"] for row in seats)
    others = [row for row in seats if row["bookable_id"] not in taken]
    if row := max(others, key=lambda row: _share(dates[row["bookable_id"]], number), default=None):
        giver = next(one for one in staff.everybody if one.id == row["person_id"])
        _write(diary, row["id"], dates[row["bookable_id"]], f"{giver.given_name} {giver.family_name}", asked.id)


def _share(bookable: Bookable, number: Mapping[int, int]) -> float:
    """How much of the seats is taken: a seat is passed on where others would have to wait for one."""
    most = next((pool.capacity for pool in bookable.pools if pool.capacity), 0)
    return number[bookable.id] / most if most else 0.0


def _write(diary: Diary, booking_id: int, bookable: Bookable, giver: str, asked_id: int) -> None:
    now = diary.rows.now
    until = expires_at(clock.local(now), bookable.starts_at)
    number = diary.rows.add(
        Handover,
        booking_id=booking_id,
        to_id=asked_id,
        wanted_id=None,
        stage=Stage.OPEN,
        proposed_at=now,
        expires_at=until,
        answered_at=None,
    )
    said = {"who": giver, "handover": number, "title": bookable.title, "place": bookable.place, **times(bookable)}
    values = said | {"expires_at": until.isoformat()}
    notice = {"kind": Kind.HANDOVER_PROPOSED, "values": values, "path": f"/handovers/{number}"}
    diary.rows.add(Notice, person_id=asked_id, at=now, read_at=None, **notice)
