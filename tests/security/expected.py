"""Who gets which answer, typed by hand from what was promised to staff, never derived from the code it checks.

IN         the page, the change, or what is wrong with the form
SIGN_IN    the way to sign in
UNKNOWN    404: you may not know that it exists
FORBIDDEN  403: you may know of it, but not do this
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from tests.security.world import ACTORS

IN, SIGN_IN, UNKNOWN, FORBIDDEN = "in", "sign in", "unknown", "forbidden"
NOBODY = ("anonymous", "expired", "left")

Values = Callable[[SimpleNamespace], dict[str, Any]]


@dataclass(frozen=True)
class Row:
    """One endpoint with one method, on one thing: who gets what, and what is sent."""

    endpoint: str
    method: str
    cells: Mapping[str, str]
    url: Values = field(default=lambda _things: {})
    data: Values = field(default=lambda _things: {})
    note: str = ""

    @property
    def id(self) -> str:
        return f"{self.method} {self.endpoint}{' ' if self.note else ''}{self.note}"


def everybody() -> dict[str, str]:
    """Anybody, signed in or not."""
    return dict.fromkeys(ACTORS, IN)


def staff(outcome: str = IN, **others: str) -> dict[str, str]:
    """Everybody who is signed in, but for the ones named."""
    return dict.fromkeys(ACTORS, outcome) | dict.fromkeys(NOBODY, SIGN_IN) | others


def only(*actors: str, otherwise: str = UNKNOWN) -> dict[str, str]:
    """These, and nobody else."""
    return staff(otherwise, **dict.fromkeys(actors, IN))


def office_hidden() -> dict[str, str]:
    """What is open to the other office alone: nobody of the owner's office knows of it."""
    return staff(UNKNOWN, **dict.fromkeys(ELSEWHERE, IN))


ELSEWHERE = (
    "other_team",
    "other_leader",
    "hr",
    "other_hr",
    "organiser",
    "other_organiser",
    "administrator",
    "auditor",
)
LEADING_THE_OWNER = ("leader", "deputy")
LEADING_SOMEBODY = ("leader", "deputy", "other_leader")

ROWS = (
    # The shell
    Row("web.components", "GET", everybody()),
    Row("web.set_language", "POST", everybody(), data=lambda _: {"language": "en"}),
    Row("web.set_theme", "POST", everybody(), data=lambda _: {"theme": "dark"}),
    Row("web.show_asset", "GET", everybody(), url=lambda _: {"hash": "x", "name": "lotse.css"}),
    Row("web.show_health", "GET", everybody()),
    Row("web.show_readiness", "GET", everybody()),
    Row("pages.show_static_page", "GET", everybody(), url=lambda _: {"slug": "help"}),
    Row("home.show_home", "GET", staff()),
    # Signing in
    Row("auth.sign_in", "GET", everybody()),
    Row("auth.sign_in", "POST", everybody(), data=lambda _: {"identifier": "x", "password": "y"}),
    Row("auth.sign_in_again", "POST", everybody(), data=lambda _: {"identifier": "x", "password": "y"}),
    Row("auth.sign_out", "POST", everybody()),
    Row("auth.list_sign_ins", "GET", staff()),
    Row("auth.end_sign_in", "POST", only("owner"), url=lambda t: {"sign_in_id": t.sign_in.id}),
    # Messages and tasks
    Row("notifications.list_notices", "GET", staff()),
    Row("notifications.mark_notices", "POST", staff()),
    Row("tasks.show_task", "GET", only("owner"), url=lambda t: {"task_id": t.task.id}),
    # Bookings
    Row("bookings.list_bookings", "GET", staff()),
    Row("bookings.create_booking", "POST", staff(), url=lambda t: {"bookable_id": t.other_event.bookable_id}),
    Row(
        "bookings.create_booking",
        "POST",
        office_hidden(),
        url=lambda t: {"bookable_id": t.closed_event.bookable_id},
        note="of another office",
    ),
    Row("bookings.cancel_booking", "POST", only("owner"), url=lambda t: {"booking_id": t.booking.id}),
    Row("bookings.accept_offer", "POST", only("owner"), url=lambda t: {"booking_id": t.offered.id}),
    Row("bookings.pass_offer_on", "POST", only("owner"), url=lambda t: {"booking_id": t.offered.id}),
    Row("bookings.list_approvals", "GET", only(*LEADING_SOMEBODY, otherwise=FORBIDDEN)),
    Row("bookings.approve_booking", "POST", only(*LEADING_THE_OWNER), url=lambda t: {"booking_id": t.request.id}),
    Row("bookings.decline_booking", "GET", only(*LEADING_THE_OWNER), url=lambda t: {"booking_id": t.request.id}),
    Row("bookings.decline_booking", "POST", only(*LEADING_THE_OWNER), url=lambda t: {"booking_id": t.request.id}),
    Row(
        "bookings.decline_booking",
        "GET",
        staff(UNKNOWN),
        url=lambda t: {"booking_id": t.booking.id},
        note="that needs no leader",
    ),
    # Events
    Row("events.list_events", "GET", staff()),
    Row("events.show_event", "GET", staff(), url=lambda t: {"event_id": t.event.id}),
    Row(
        "events.show_event",
        "GET",
        office_hidden(),
        url=lambda t: {"event_id": t.closed_event.id},
        note="of another office",
    ),
    Row("events.organise_event", "GET", only("organiser", otherwise=FORBIDDEN), url=lambda t: {"event_id": t.event.id}),
    Row(
        "events.organise_event", "POST", only("organiser", otherwise=FORBIDDEN), url=lambda t: {"event_id": t.event.id}
    ),
    # Courses
    Row("courses.list_courses", "GET", staff()),
    Row("courses.show_course", "GET", staff(), url=lambda t: {"slug": t.course.slug}),
    Row("courses.show_course", "GET", staff(UNKNOWN), url=lambda t: {"slug": t.draft.slug}, note="not published"),
    Row("courses.show_unit", "GET", staff(), url=lambda t: {"slug": t.course.slug, "key": t.unit.key}),
    Row("courses.show_session", "GET", staff(), url=lambda t: {"session_id": t.session.id}),
    Row(
        "courses.show_session",
        "GET",
        office_hidden(),
        url=lambda t: {"session_id": t.closed_session.id},
        note="of another office",
    ),
    Row("courses.begin_course", "POST", staff(), url=lambda t: {"slug": t.course.slug}),
    Row("courses.begin_course", "POST", staff(UNKNOWN), url=lambda t: {"slug": t.draft.slug}, note="not published"),
    Row("courses.complete_unit", "POST", staff(), url=lambda t: {"slug": t.course.slug, "key": t.unit.key}),
    Row("courses.leave_course", "POST", staff(), url=lambda t: {"slug": t.course.slug}),
    # Competences: all of it is about oneself
    Row("competences.show_competences", "GET", staff()),
    Row("competences.show_competence", "GET", staff(), url=lambda t: {"key": t.competence.key}),
    Row("competences.assess", "GET", staff()),
    Row("competences.assess", "POST", staff()),
    Row("competences.choose_goal", "GET", staff()),
    Row("competences.choose_goal", "POST", staff()),
    Row("competences.remove_goal", "POST", staff()),
    # Plans: nobody but oneself
    Row("plans.show_plan", "GET", staff()),
    Row("plans.set_budget", "GET", staff()),
    Row("plans.set_budget", "POST", staff()),
    Row("plans.create_item", "POST", staff(), data=lambda t: {"course_id": t.course.id}),
    Row("plans.create_own_step", "GET", staff()),
    Row("plans.create_own_step", "POST", staff()),
    Row("plans.show_proposal", "GET", staff()),
    Row("plans.accept_proposal", "POST", staff()),
    Row("plans.calculate_proposal", "POST", staff()),
    Row("plans.pin_course", "POST", staff(), data=lambda t: {"course_id": t.course.id, "pin": "keep"}),
    Row("plans.ask_alternative", "POST", staff(), data=lambda t: {"course_id": t.course.id}),
    Row("plans.edit_item", "GET", only("owner"), url=lambda t: {"item_id": t.item.id}),
    Row("plans.edit_item", "POST", only("owner"), url=lambda t: {"item_id": t.item.id}),
    Row("plans.move_item", "POST", only("owner"), url=lambda t: {"item_id": t.item.id}),
    Row("plans.tick_item", "POST", only("owner"), url=lambda t: {"item_id": t.item.id}),
    Row("plans.remove_item", "POST", only("owner"), url=lambda t: {"item_id": t.item.id}),
    Row("plans.restore_item", "POST", only("owner"), url=lambda t: {"item_id": t.removed_item.id}),
)
