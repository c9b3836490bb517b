"""Who has a seat in the city: bookings with every step they took, and who was there."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from app import clock
from app.bookings.models import Attendance, Bookable, Booking, BookingChange
from app.bookings.rules import State, Way, decide_by
from app.courses.models import Enrolment
from app.demo.diary import Diary
from app.demo.library import CourseFacts
from app.demo.staff import Employee
from app.notifications.models import Notice
from app.notifications.rules import Kind as NoticeKind

CANCELLED = 0.04
CAME = 0.88

Step = tuple[dt.datetime, Employee | None, State]
Seat = tuple[int, Employee]
"""The id of a booking, and whose it is."""


@dataclass(frozen=True)
class Offering:
    """Something with seats, as far as a booking must know."""

    bookable: Bookable
    seats: int
    days: Sequence[dt.date]
    is_past: bool = False
    session_id: int | None = None

    @property
    def starts_at(self) -> dt.datetime:
        """When it begins."""
        return self.bookable.starts_at


@dataclass(frozen=True)
class Desk:
    """Where bookings are written down; `leader_of` says who decides for somebody."""

    diary: Diary
    leader_of: Callable[[Employee], Employee | None]
    reasons: Sequence[str]

    def first_come(self, offering: Offering, applicants: Sequence[Employee]) -> list[Seat]:
        """Seats in the order of signing up, then the waitlist; returns the seats that were given."""
        moments = self._moments(offering, len(applicants))
        confirmed = []
        is_full = len(applicants) > offering.seats
        for place, (moment, employee) in enumerate(zip(moments, applicants, strict=True)):
            if place >= offering.seats:
                self._book(offering, employee, [(moment, employee, State.WAITLISTED)])
            elif not is_full and self.diary.chance.random() < CANCELLED:
                later = min(moment + dt.timedelta(hours=self.diary.chance.randint(1, 60)), self._latest(offering))
                self._book(
                    offering, employee, [(moment, employee, State.CONFIRMED), (later, employee, State.CANCELLED)]
                )
            else:
                confirmed.append((self._book(offering, employee, [(moment, employee, State.CONFIRMED)]), employee))
        return confirmed

    def approved(self, offering: Offering, applicants: Sequence[Employee]) -> list[Seat]:
        """Seats that leaders have agreed to; returns them."""
        confirmed = []
        led = [employee for employee in applicants if self.leader_of(employee)][: offering.seats]
        for moment, employee in zip(self._moments(offering, len(led)), led, strict=True):
            decided = min(moment + dt.timedelta(hours=self.diary.chance.randint(3, 50)), self._latest(offering))
            steps: list[Step] = [
                (moment, employee, State.REQUESTED),
                (decided, self.leader_of(employee), State.CONFIRMED),
            ]
            confirmed.append((self._book(offering, employee, steps, reason=self._reason()), employee))
        return confirmed

    def requested(self, offering: Offering, applicants: Sequence[Employee]) -> None:
        """Requests that wait for a leader, each with a notice to the leader, whose time begins with the city."""
        for employee in applicants:
            if leader := self.leader_of(employee):
                moment = self.diary.moment(self.diary.before(6))
                steps = [(moment, employee, State.REQUESTED)]
                days = offering.bookable.decide_within_days
                until = decide_by(clock.local(self.diary.rows.now), offering.starts_at, days)
                booking = self._book(offering, employee, steps, reason=self._reason(), decide_by=until)
                self._tell(leader, employee, booking, offering.bookable, moment)

    def applied(self, offering: Offering, applicants: Sequence[Employee]) -> None:
        """Applications that wait for the draw."""
        for employee in applicants:
            moment = self.diary.moment(self.diary.before(6))
            self._book(offering, employee, [(moment, employee, State.REQUESTED)])

    def hold(self, offering: Offering, course: CourseFacts, seats: Sequence[Seat], by: Employee) -> None:
        """A past run: most came, and have completed the course."""
        for booking, employee in seats:
            if self.diary.chance.random() >= CAME:
                continue
            for day in offering.days:
                noon = clock.at(day, dt.time(12))
                self.diary.rows.add(Attendance, booking_id=booking, day=day, recorded_at=noon, recorded_by_id=by.id)
            last = offering.days[-1]
            self.diary.rows.add(
                Enrolment,
                person_id=employee.id,
                course_id=course.id,
                begun_at=offering.starts_at,
                completed_on=last,
                left_at=None,
                session_id=offering.session_id,
            )
            for competence, level in course.outcomes.items():
                self.diary.prove(employee, competence, level, last, course.title)

    def _book(self, offering: Offering, employee: Employee, steps: Sequence[Step], **said: Any) -> int:
        asked, reached = steps[0], steps[-1]
        decided = reached if asked[2] is State.REQUESTED and reached is not asked else None
        booking = self.diary.rows.add(
            Booking,
            bookable_id=offering.bookable.id,
            person_id=employee.id,
            state=reached[2],
            way=Way.SELF,
            requested_at=asked[0],
            takes_seat_at_once=False,
            reason=said.get("reason"),
            decided_at=decided[0] if decided else None,
            decided_by_id=decided[1].id if decided and decided[1] else None,
            decision_note=None,
            decide_by=said.get("decide_by"),
            passed_to_id=None,
        )
        before: State | None = None
        for moment, actor, reached_state in steps:
            self.diary.rows.add(
                BookingChange,
                booking_id=booking,
                at=moment,
                actor_id=actor.id if actor else None,
                from_state=before,
                to_state=reached_state,
                reason="",
            )
            before = reached_state
        return booking

    def _tell(self, leader: Employee, who: Employee, booking: int, bookable: Bookable, at: dt.datetime) -> None:
        values = {
            "who": f"{who.given_name} {who.family_name}",
            "booking": booking,
            "title": bookable.title,
            "place": bookable.place,
            "starts_at": bookable.starts_at.isoformat(),
        }
        notice = {"kind": NoticeKind.DECISION_WAITING, "values": values, "path": "/team/approvals"}
        self.diary.rows.add(Notice, person_id=leader.id, at=at, read_at=None, **notice)

    def _reason(self) -> str:
        return self.diary.chance.choice(self.reasons)

    def _latest(self, offering: Offering) -> dt.datetime:
        return min(self.diary.rows.now, offering.starts_at - dt.timedelta(days=1))

    def _moments(self, offering: Offering, number: int) -> list[dt.datetime]:
        """Moments of signing up, in their order, in the weeks before now or before the date."""
        latest = clock.local(self._latest(offering)).date()
        chance = self.diary.chance
        return sorted(self.diary.moment(latest - dt.timedelta(days=chance.randint(1, 35))) for _ in range(number))
