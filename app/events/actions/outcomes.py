"""What an event leads to: being there is evidence of it, and no longer where somebody was not there after all."""

from collections.abc import Mapping

from flask_babel import gettext as _
from sqlalchemy import delete, select

from app.bookings.models import Attendance
from app.competences.actions import add_evidence, take_back
from app.competences.queries import highest_levels
from app.competences.rules import Kind
from app.db import db
from app.errors import Refused
from app.events import queries
from app.events.models import AttendanceProof, Event, EventOutcome


def lead_to(event: Event, levels: Mapping[int, int]) -> None:
    """Say to which levels being there leads; who was there before keeps what it proved then."""
    highest = highest_levels(levels)
    for number, (competence_id, level) in enumerate(levels.items(), start=1):
        if competence_id not in highest:
            raise Refused(_("This competence is no longer in use. Please choose another one."), f"competence_{number}")
        if not 1 <= level <= highest[competence_id]:
            ends = _("The scale of this competence ends at %(level)s.", level=highest[competence_id])
            raise Refused(ends, f"level_{number}")
    db.session.execute(delete(EventOutcome).where(EventOutcome.event_id == event.id))
    db.session.add_all(EventOutcome(event_id=event.id, competence_id=key, level=level) for key, level in levels.items())
    db.session.flush()


def prove_attendance(attendance: Attendance) -> None:
    """State the levels that the event leads to, observed on the day; nothing where it leads to none."""
    booking = attendance.booking
    event = db.session.scalars(queries.event_of(booking.bookable_id)).one_or_none()
    if event is None:
        return
    for competence_id, level in queries.levels_of(event.id).items():
        said = add_evidence(
            booking.person,
            competence_id,
            level,
            kind=Kind.ATTENDANCE,
            source=event.title,
            observed_on=attendance.day,
        )
        db.session.add(AttendanceProof(booking_id=booking.id, day=attendance.day, statement_id=said.id))
    db.session.flush()


def take_back_proof(attendance: Attendance) -> None:
    """Take back what this attendance has proved, unless it follows from another one too."""
    theirs = AttendanceProof.booking_id == attendance.booking_id, AttendanceProof.day == attendance.day
    proofs = db.session.scalars(select(AttendanceProof).where(*theirs)).all()
    for proof in proofs:
        db.session.delete(proof)
    db.session.flush()
    for proof in proofs:
        others = select(AttendanceProof).where(AttendanceProof.statement_id == proof.statement_id)
        if db.session.scalars(others).first() is None and proof.statement.retraction is None:
            take_back(proof.statement)


def follow_competences(replaced: Mapping[int, int | None], highest: int) -> None:
    """Let events lead to what has taken the place of their competences; of two that become one, the higher level."""
    outcomes = db.session.scalars(select(EventOutcome).where(EventOutcome.competence_id.in_(replaced))).all()
    gone = [(one.event_id, replaced[one.competence_id], one.level) for one in outcomes]
    for outcome in outcomes:
        db.session.delete(outcome)
    db.session.flush()
    for event_id, competence_id, level in gone:
        if competence_id is None:
            continue
        found = db.session.get(EventOutcome, (event_id, competence_id))
        if found is None:
            found = EventOutcome(event_id=event_id, competence_id=competence_id, level=min(level, highest))
            db.session.add(found)
        found.level = max(found.level, min(level, highest))
        db.session.flush()
