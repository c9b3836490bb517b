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


def nobody() -> dict[str, str]:
    """A device at a door, by its own secret: who is signed in does not matter."""
    return dict.fromkeys(ACTORS, UNKNOWN)


def staff(outcome: str = IN, **others: str) -> dict[str, str]:
    """Everybody who is signed in, but for the ones named."""
    return dict.fromkeys(ACTORS, outcome) | dict.fromkeys(NOBODY, SIGN_IN) | others


def only(*actors: str, otherwise: str = UNKNOWN, **others: str) -> dict[str, str]:
    """These, and nobody else."""
    return staff(otherwise, **(dict.fromkeys(actors, IN) | others))


def office_hidden() -> dict[str, str]:
    """What is open to the other office alone: nobody of the owner's office knows of it."""
    return staff(UNKNOWN, **dict.fromkeys(ELSEWHERE, IN))


def studio_only() -> dict[str, str]:
    """A list of the Studio."""
    return only(*STUDIO, otherwise=FORBIDDEN)


def studio_thing() -> dict[str, str]:
    """A thing of the Studio: nobody else knows of it."""
    return only(*STUDIO)


def editors() -> dict[str, str]:
    """What changes a thing of the Studio."""
    return only("developer", hr=FORBIDDEN, other_hr=FORBIDDEN)


def editors_of_all() -> dict[str, str]:
    """What adds a thing to the Studio."""
    return only("developer", otherwise=FORBIDDEN)


ELSEWHERE = (
    "other_team",
    "other_leader",
    "hr",
    "other_hr",
    "developer",
    "organiser",
    "other_organiser",
    "administrator",
    "auditor",
)
STUDIO = ("hr", "other_hr", "developer")
"""Who develops competences anywhere may look; who does so for the whole house may change."""
ASKED = dict.fromkeys(("organiser", "owner", "colleague"), IN)
"""Who knows of the team that asks by name."""
ORGANISERS = ("organiser", "other_organiser")
LEADING_THE_OWNER = ("leader", "deputy")
LEADING_SOMEBODY = ("leader", "deputy", "other_leader")


def hr_writes(*but: str) -> dict[str, str]:
    """HR developers, but for these: they know of the template and may not; so do those who lead somebody."""
    return only(*STUDIO) | dict.fromkeys((*LEADING_SOMEBODY, *but), FORBIDDEN)


def planners() -> dict[str, str]:
    """Who has the role of an organiser."""
    return only("organiser", "other_organiser", otherwise=FORBIDDEN)


def runs_it() -> dict[str, str]:
    """Who runs an event that everybody knows of."""
    return only("organiser", otherwise=FORBIDDEN)


def attends_it() -> dict[str, str]:
    """HR development of the whole house, who runs the session, and who leads it."""
    return only("developer", "organiser", "colleague")


TALKING = ("owner", *LEADING_THE_OWNER)

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
    Row("calendars.show_calendar", "GET", staff()),
    Row("calendars.create_feed", "POST", staff()),
    Row("calendars.remove_feed", "POST", staff()),
    Row("calendars.show_feed", "GET", everybody(), url=lambda t: {"token": t.calendar_token}),
    Row("auth.end_sign_in", "POST", only("owner"), url=lambda t: {"sign_in_id": t.sign_in.id}),
    # Messages and tasks
    Row("notifications.list_notices", "GET", staff()),
    Row("notifications.mark_notices", "POST", staff()),
    Row("notifications.open_notice", "POST", only("owner"), url=lambda t: {"notice_id": t.notice.id}),
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
    Row(
        "bookings.create_booking",
        "POST",
        only("organiser"),
        url=lambda t: {"bookable_id": t.draft_event.bookable_id},
        note="of a draft",
    ),
    Row("bookings.cancel_booking", "POST", only("owner"), url=lambda t: {"booking_id": t.booking.id}),
    Row("bookings.accept_offer", "POST", only("owner"), url=lambda t: {"booking_id": t.offered.id}),
    Row("bookings.pass_offer_on", "POST", only("owner"), url=lambda t: {"booking_id": t.offered.id}),
    Row("bookings.show_coming", "GET", only("owner"), url=lambda t: {"booking_id": t.booking.id}),
    Row("bookings.say_coming", "POST", only("owner"), url=lambda t: {"booking_id": t.booking.id}),
    *(
        Row(f"bookings.{answer}", "POST", only("owner"), url=lambda t: {"invitation_id": t.invitation.id})
        for answer in ("accept_invitation", "decline_invitation")
    ),
    *(
        Row(
            "bookings.invite_people",
            method,
            only("organiser"),
            url=lambda t: {"bookable_id": t.invited_event.bookable_id},
        )
        for method in ("GET", "POST")
    ),
    Row(
        "events.show_event",
        "GET",
        only("owner", "organiser"),
        url=lambda t: {"event_id": t.invited_event.id},
        note="by invitation",
    ),
    *(
        Row("bookings.book_for_somebody", method, only("organiser"), url=lambda t: {"bookable_id": t.event.bookable_id})
        for method in ("GET", "POST")
    ),
    *(
        Row(
            "bookings.book_for_somebody",
            method,
            staff(UNKNOWN, organiser=FORBIDDEN),
            url=lambda t: {"bookable_id": t.invited_event.bookable_id},
            note="by invitation",
        )
        for method in ("GET", "POST")
    ),
    Row("bookings.take_back_booking", "POST", only("organiser"), url=lambda t: {"booking_id": t.entered.id}),
    Row(
        "bookings.take_back_booking",
        "POST",
        staff(UNKNOWN),
        url=lambda t: {"booking_id": t.booking.id},
        note="that the person made",
    ),
    Row("bookings.create_handover", "GET", only("owner"), url=lambda t: {"booking_id": t.booking.id}),
    Row("bookings.create_handover", "POST", only("owner"), url=lambda t: {"booking_id": t.booking.id}),
    Row("bookings.show_handover", "GET", only("owner", "colleague"), url=lambda t: {"handover_id": t.handover.id}),
    Row("bookings.accept_handover", "POST", only("colleague"), url=lambda t: {"handover_id": t.handover.id}),
    Row("bookings.decline_handover", "POST", only("colleague"), url=lambda t: {"handover_id": t.handover.id}),
    Row("bookings.withdraw_handover", "POST", only("owner"), url=lambda t: {"handover_id": t.handover.id}),
    Row("bookings.show_team", "GET", only(*LEADING_SOMEBODY)),
    *(
        Row(
            "bookings.book_for_team",
            method,
            only(*LEADING_SOMEBODY, otherwise=FORBIDDEN),
            url=lambda t: {"bookable_id": t.other_event.bookable_id},
        )
        for method in ("GET", "POST")
    ),
    Row("bookings.list_approvals", "GET", only(*LEADING_SOMEBODY, otherwise=FORBIDDEN)),
    Row("bookings.approve_booking", "POST", only(*LEADING_THE_OWNER), url=lambda t: {"booking_id": t.request.id}),
    Row("bookings.decline_booking", "GET", only(*LEADING_THE_OWNER), url=lambda t: {"booking_id": t.request.id}),
    Row("bookings.decline_booking", "POST", only(*LEADING_THE_OWNER), url=lambda t: {"booking_id": t.request.id}),
    *(
        Row(
            f"bookings.{endpoint}",
            method,
            only(*LEADING_SOMEBODY),
            url=lambda t: {"booking_id": t.passed_up.id},
            note="that was passed up to the other leader",
        )
        for endpoint, method in (
            ("approve_booking", "POST"),
            ("decline_booking", "GET"),
            ("decline_booking", "POST"),
        )
    ),
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
    Row("bookings.list_participants", "GET", only("organiser"), url=lambda t: {"bookable_id": t.event.bookable_id}),
    Row("bookings.export_participants", "GET", only("organiser"), url=lambda t: {"bookable_id": t.event.bookable_id}),
    Row("bookings.print_participants", "GET", only("organiser"), url=lambda t: {"bookable_id": t.event.bookable_id}),
    Row("bookings.print_badges", "GET", only("organiser"), url=lambda t: {"bookable_id": t.event.bookable_id}),
    Row("events.organise_event", "GET", runs_it(), url=lambda t: {"event_id": t.event.id}),
    Row("events.organise_event", "POST", runs_it(), url=lambda t: {"event_id": t.event.id}),
    Row(
        "events.show_event",
        "GET",
        only("organiser"),
        url=lambda t: {"event_id": t.draft_event.id},
        note="not published",
    ),
    Row("events.show_event", "GET", staff(), url=lambda t: {"event_id": t.online_event.id}, note="that begins"),
    Row("events.list_own_events", "GET", staff()),
    Row("events.create_event", "GET", planners()),
    Row("events.create_event", "POST", planners()),
    Row("events.edit_event", "GET", runs_it(), url=lambda t: {"event_id": t.event.id}),
    Row("events.edit_event", "POST", runs_it(), url=lambda t: {"event_id": t.event.id}),
    Row(
        "events.edit_event",
        "GET",
        only("organiser"),
        url=lambda t: {"event_id": t.draft_event.id},
        note="not published",
    ),
    Row("events.publish_event", "POST", runs_it(), url=lambda t: {"event_id": t.event.id}),
    Row("events.publish_dates", "POST", runs_it(), url=lambda t: {"event_id": t.drop_in.id}),
    Row("events.show_event", "GET", staff(), url=lambda t: {"event_id": t.drop_in.id}, note="without sign-up"),
    Row("events.create_mark", "POST", staff(), url=lambda t: {"event_id": t.drop_in.id}),
    Row("events.remove_mark", "POST", staff(), url=lambda t: {"event_id": t.drop_in.id}),
    Row("events.show_series", "GET", staff(), url=lambda t: {"event_series_id": t.series.id}),
    Row("events.create_series_mark", "POST", staff(), url=lambda t: {"event_series_id": t.series.id}),
    Row("events.remove_series_mark", "POST", staff(), url=lambda t: {"event_series_id": t.series.id}),
    Row("bookings.find_bookable", "GET", staff(), url=lambda t: {"bookable_id": t.event.bookable_id}),
    Row("bookings.export_date", "GET", staff(), url=lambda t: {"bookable_id": t.event.bookable_id}),
    Row(
        "bookings.export_date",
        "GET",
        office_hidden(),
        url=lambda t: {"bookable_id": t.closed_event.bookable_id},
        note="of another office",
    ),
    Row("events.copy_event", "POST", runs_it(), url=lambda t: {"event_id": t.event.id}),
    Row("events.prolong_series", "GET", runs_it(), url=lambda t: {"event_id": t.drop_in.id}),
    Row("events.prolong_series", "POST", runs_it(), url=lambda t: {"event_id": t.drop_in.id}),
    Row("events.call_off_event", "GET", runs_it(), url=lambda t: {"event_id": t.event.id}),
    Row("events.call_off_event", "POST", runs_it(), url=lambda t: {"event_id": t.event.id}),
    Row("bookings.write_news", "GET", only("organiser"), url=lambda t: {"bookable_id": t.event.bookable_id}),
    Row("bookings.write_news", "POST", only("organiser"), url=lambda t: {"bookable_id": t.event.bookable_id}),
    Row("bookings.edit_quotas", "GET", only("organiser"), url=lambda t: {"bookable_id": t.event.bookable_id}),
    Row("bookings.edit_quotas", "POST", only("organiser"), url=lambda t: {"bookable_id": t.event.bookable_id}),
    *(
        Row(f"bookings.{endpoint}", method, only("organiser"), url=lambda t: {"bookable_id": t.drawn_event.bookable_id})
        for endpoint, methods in (
            ("announce_draw", ("GET", "POST")),
            ("fix_list", ("POST",)),
            ("draw_seats", ("GET", "POST")),
            ("choose_acceptance", ("GET", "POST")),
            ("edit_reconfirmation", ("GET", "POST")),
        )
        for method in methods
    ),
    Row("bookings.show_protocol", "GET", staff(), url=lambda t: {"bookable_id": t.drawn_event.bookable_id}),
    Row("bookings.print_protocol", "GET", staff(), url=lambda t: {"bookable_id": t.drawn_event.bookable_id}),
    Row(
        "bookings.export_list",
        "GET",
        only("organiser", "auditor", otherwise=FORBIDDEN),
        url=lambda t: {"bookable_id": t.drawn_event.bookable_id},
    ),
    # Doors
    *(
        Row(f"doors.{endpoint}", method, only("organiser"), url=lambda t: {"bookable_id": t.event.bookable_id})
        for endpoint, method in (
            ("list_doors", "GET"),
            ("open_door", "POST"),
            ("edit_hall", "GET"),
            ("edit_hall", "POST"),
        )
    ),
    # Afterwards, and what people need on the day
    Row("bookings.list_needs", "GET", only("organiser"), url=lambda t: {"bookable_id": t.event.bookable_id}),
    *(
        Row(
            "bookings.ask_needs",
            method,
            only("organiser"),
            url=lambda t: {"bookable_id": t.event.bookable_id},
            data=lambda _: {"food_reason": "Damit alle etwas essen können"},
        )
        for method in ("GET", "POST")
    ),
    *(
        Row(
            "bookings.edit_needs",
            method,
            only("owner"),
            url=lambda t: {"booking_id": t.booking.id},
            data=lambda _: {"food": "ohne Sellerie"},
        )
        for method in ("GET", "POST")
    ),
    Row("feedback.show_feedback", "GET", only("organiser"), url=lambda t: {"bookable_id": t.past_event.bookable_id}),
    Row("feedback.edit_questions", "GET", only("organiser"), url=lambda t: {"bookable_id": t.event.bookable_id}),
    Row("feedback.edit_questions", "POST", only("organiser"), url=lambda t: {"bookable_id": t.event.bookable_id}),
    Row("feedback.answer_feedback", "GET", only("owner"), url=lambda t: {"sheet_id": t.sheet.id}),
    Row("feedback.answer_feedback", "POST", only("owner"), url=lambda t: {"sheet_id": t.sheet.id}),
    Row("doors.close_door", "POST", only("organiser"), url=lambda t: {"door_id": t.door.id}),
    Row("doors.show_ticket", "GET", only("owner"), url=lambda t: {"booking_id": t.booking.id}),
    Row("doors.enter_door", "GET", everybody(), url=lambda t: {"token": t.door_token}),
    Row("doors.enter_door", "GET", nobody(), url=lambda t: {"token": "guessed"}, note="guessed"),
    Row("doors.show_arrival", "GET", everybody(), url=lambda t: {"code": "x"}),
    Row("doors.show_door", "GET", nobody()),
    Row("doors.create_arrival", "POST", nobody(), url=lambda t: {"booking_id": t.booking.id}),
    Row("doors.create_walk_in", "POST", nobody(), url=lambda t: {"person_id": 1}),
    Row("doors.undo_arrival", "POST", nobody(), url=lambda t: {"booking_id": t.booking.id}),
    Row("doors.leave_door", "POST", nobody()),
    Row("doors.list_names", "GET", nobody()),
    *(Row(f"doors.{endpoint}", "GET", everybody()) for endpoint in ("show_offline", "show_worker", "show_manifest")),
    Row("doors.create_report", "POST", nobody()),
    Row("bookings.lift_quota", "POST", only("organiser"), url=lambda t: {"pool_id": t.quota.id}),
    # Stands
    *(
        Row(f"stands.{endpoint}", method, only("organiser"), url=lambda t: {"bookable_id": t.fair_event.bookable_id})
        for endpoint, method in (
            ("open_fair", "GET"),
            ("open_fair", "POST"),
            ("organise_stands", "GET"),
            ("print_posters", "GET"),
        )
    ),
    *(
        Row(f"stands.{endpoint}", method, only("organiser"), url=lambda t: {"stand_id": t.stand.id})
        for endpoint in ("place_stand", "decline_stand")
        for method in ("GET", "POST")
    ),
    *(
        Row(f"stands.{endpoint}", method, only("owner", "organiser"), url=lambda t: {"stand_id": t.stand.id})
        for endpoint, method in (("edit_stand", "GET"), ("edit_stand", "POST"), ("withdraw_stand", "POST"))
    ),
    *(
        Row(f"stands.{endpoint}", method, only("owner", "organiser"), url=lambda t: {"stand_id": t.placed_stand.id})
        for endpoint, method in (
            ("count_visits", "GET"),
            ("add_visit", "POST"),
            ("undo_visit", "POST"),
            ("print_poster", "GET"),
        )
    ),
    *(
        Row(f"stands.{endpoint}", method, staff(), url=lambda t: {"bookable_id": t.fair_event.bookable_id})
        for endpoint, method in (
            ("list_stands", "GET"),
            ("show_tour", "GET"),
            ("edit_tour", "GET"),
            ("edit_tour", "POST"),
            ("register_stand", "GET"),
            ("register_stand", "POST"),
        )
    ),
    # Certificates: the code on the paper is the key, whoever has it
    Row("certificates.list_certificates", "GET", staff()),
    Row("certificates.issue_certificate", "POST", staff(), url=lambda t: {"slug": t.course.slug}),
    Row(
        "certificates.download_certificate",
        "GET",
        only("owner"),
        url=lambda t: {"certificate_id": t.certificate.id},
    ),
    Row(
        "certificates.download_certificate",
        "GET",
        staff(UNKNOWN),
        url=lambda t: {"certificate_id": t.revoked_certificate.id},
        note="that is revoked",
    ),
    Row("certificates.enter_code", "GET", everybody()),
    Row("certificates.show_certificate", "GET", everybody(), url=lambda t: {"code": t.certificate.code}),
    Row(
        "certificates.show_certificate",
        "GET",
        everybody(),
        url=lambda t: {"code": t.revoked_certificate.code},
        note="that is revoked",
    ),
    Row("certificates.show_certificate", "GET", nobody(), url=lambda _: {"code": "guessed"}, note="guessed"),
    *(
        Row(
            "certificates.revoke_certificate",
            method,
            only("hr", "developer"),
            url=lambda t: {"code": t.certificate.code},
        )
        for method in ("GET", "POST")
    ),
    Row("stands.mark_stand", "POST", staff(), url=lambda t: {"stand_id": t.placed_stand.id}),
    Row("stands.unmark_stand", "POST", staff(), url=lambda t: {"stand_id": t.placed_stand.id}),
    Row("stands.mark_stand", "POST", staff(UNKNOWN), url=lambda t: {"stand_id": t.stand.id}, note="without a place"),
    Row("stands.show_visit", "GET", everybody(), url=lambda t: {"code": t.stand_code}),
    Row("stands.create_visit", "POST", everybody(), url=lambda t: {"code": t.stand_code}),
    Row("stands.show_visit", "GET", nobody(), url=lambda t: {"code": "guessed"}, note="guessed"),
    Row("stands.create_visit", "POST", nobody(), url=lambda t: {"code": "guessed"}, note="guessed"),
    # Programmes
    Row("events.show_programme", "GET", staff(), url=lambda t: {"event_id": t.days.event.id}),
    Row(
        "events.show_programme",
        "GET",
        office_hidden(),
        url=lambda t: {"event_id": t.closed_event.id},
        note="of another office",
    ),
    Row("events.take_slot", "POST", staff(), url=lambda t: {"slot_id": t.days.data.id}),
    Row("events.swap_slot", "POST", staff(), url=lambda t: {"slot_id": t.days.ki.id}),
    Row("events.leave_slot", "POST", staff(), url=lambda t: {"slot_id": t.days.plain.id}),
    Row("events.edit_wishes", "GET", staff(), url=lambda t: {"event_id": t.wishing.event.id}),
    Row("events.edit_wishes", "POST", staff(), url=lambda t: {"event_id": t.wishing.event.id}),
    Row("events.show_draft", "GET", runs_it(), url=lambda t: {"event_id": t.days.event.id}),
    Row("events.edit_choosing", "GET", runs_it(), url=lambda t: {"event_id": t.days.event.id}),
    Row("events.edit_choosing", "POST", runs_it(), url=lambda t: {"event_id": t.days.event.id}),
    Row("events.list_rooms", "GET", runs_it(), url=lambda t: {"event_id": t.days.event.id}),
    Row("events.list_rooms", "POST", runs_it(), url=lambda t: {"event_id": t.days.event.id}),
    Row("events.create_band", "GET", runs_it(), url=lambda t: {"event_id": t.days.event.id}),
    Row("events.create_band", "POST", runs_it(), url=lambda t: {"event_id": t.days.event.id}),
    Row("events.release_programme", "POST", runs_it(), url=lambda t: {"event_id": t.days.event.id}),
    Row("events.show_demand", "GET", runs_it(), url=lambda t: {"event_id": t.wishing.event.id}),
    Row("events.assign_slots", "POST", runs_it(), url=lambda t: {"event_id": t.wishing.event.id}),
    Row("events.edit_band", "GET", runs_it(), url=lambda t: {"band_id": t.days.first.id}),
    Row("events.edit_band", "POST", runs_it(), url=lambda t: {"band_id": t.days.first.id}),
    Row("events.remove_band", "POST", runs_it(), url=lambda t: {"band_id": t.days.first.id}),
    Row("events.create_slot", "GET", runs_it(), url=lambda t: {"band_id": t.days.first.id}),
    Row("events.create_slot", "POST", runs_it(), url=lambda t: {"band_id": t.days.first.id}),
    Row("events.edit_slot", "GET", runs_it(), url=lambda t: {"slot_id": t.days.ki.id}),
    Row("events.edit_slot", "POST", runs_it(), url=lambda t: {"slot_id": t.days.ki.id}),
    Row("events.drop_slot", "POST", runs_it(), url=lambda t: {"slot_id": t.days.ki.id}),
    Row("events.restore_slot", "POST", runs_it(), url=lambda t: {"slot_id": t.days.ki.id}),
    Row("events.edit_room", "GET", runs_it(), url=lambda t: {"room_id": t.days.hall.id}),
    Row("events.edit_room", "POST", runs_it(), url=lambda t: {"room_id": t.days.hall.id}),
    Row("events.remove_room", "POST", runs_it(), url=lambda t: {"room_id": t.days.hall.id}),
    # Courses
    Row("courses.list_courses", "GET", staff()),
    Row("courses.edit_synonyms", "GET", editors_of_all()),
    Row("courses.edit_synonyms", "POST", editors_of_all()),
    Row("courses.show_demand", "GET", editors_of_all()),
    # Mandatory trainings
    Row("mandatory.list_own", "GET", staff()),
    Row("mandatory.list_team", "GET", only(*LEADING_SOMEBODY, otherwise=FORBIDDEN)),
    Row("mandatory.list_rules", "GET", studio_only()),
    Row("mandatory.create_rule", "GET", editors_of_all()),
    Row("mandatory.create_rule", "POST", editors_of_all()),
    Row("mandatory.show_rule", "GET", studio_thing(), url=lambda t: {"rule_id": t.rule.id}),
    Row("mandatory.edit_rule", "GET", editors(), url=lambda t: {"rule_id": t.spare_rule.id}),
    Row("mandatory.edit_rule", "POST", editors(), url=lambda t: {"rule_id": t.spare_rule.id}),
    Row("mandatory.switch_on", "POST", editors(), url=lambda t: {"rule_id": t.rule.id}),
    Row("mandatory.switch_off", "POST", editors(), url=lambda t: {"rule_id": t.rule.id}),
    Row("mandatory.remove_rule", "POST", editors(), url=lambda t: {"rule_id": t.rule.id}),
    Row("mandatory.export_proof", "GET", studio_thing(), url=lambda t: {"rule_id": t.rule.id}),
    Row("mandatory.print_proof", "GET", studio_thing(), url=lambda t: {"rule_id": t.rule.id}),
    # Qualifications
    Row("qualifications.list_own", "GET", staff()),
    Row("qualifications.list_qualifications", "GET", studio_only()),
    Row("qualifications.show_qualification", "GET", studio_thing(), url=lambda t: {"key": t.qualification.key}),
    Row("qualifications.create_holding", "GET", studio_thing(), url=lambda t: {"key": t.qualification.key}),
    Row("qualifications.create_holding", "POST", studio_thing(), url=lambda t: {"key": t.qualification.key}),
    Row("qualifications.import_records", "GET", editors_of_all()),
    Row("qualifications.import_records", "POST", editors_of_all(), data=lambda _: {"text": "person;qualification"}),
    Row(
        "qualifications.retract_holding",
        "POST",
        only("hr", "developer"),
        url=lambda t: {"holding_id": t.holding.id},
    ),
    Row("courses.show_course", "GET", staff(), url=lambda t: {"slug": t.course.slug}),
    Row("courses.show_course", "GET", staff(UNKNOWN), url=lambda t: {"slug": t.draft.slug}, note="not published"),
    Row("courses.show_unit", "GET", staff(), url=lambda t: {"slug": t.course.slug, "key": t.unit.key}),
    Row("courses.print_course", "GET", staff(), url=lambda t: {"slug": t.course.slug}),
    Row("courses.show_file", "GET", staff(), url=lambda t: {"slug": t.course.slug, "name": t.course_file.name}),
    Row("courses.show_session", "GET", staff(), url=lambda t: {"session_id": t.session.id}),
    Row(
        "courses.show_session",
        "GET",
        office_hidden(),
        url=lambda t: {"session_id": t.closed_session.id},
        note="of another office",
    ),
    Row("courses.list_sessions", "GET", editors_of_all()),
    Row("courses.list_led_sessions", "GET", staff()),
    *(
        Row("courses.create_session", method, editors_of_all(), url=lambda t: {"slug": t.session.course.slug})
        for method in ("GET", "POST")
    ),
    *(
        Row(f"courses.{endpoint}", method, only("developer", "organiser"), url=lambda t: {"session_id": t.session.id})
        for endpoint in ("organise_session", "edit_session", "call_off_session")
        for method in ("GET", "POST")
    ),
    *(
        Row(f"courses.{endpoint}", method, attends_it(), url=lambda t: {"session_id": t.session.id})
        for endpoint, method in (("list_attendance", "GET"), ("note_everybody", "POST"))
    ),
    *(
        Row(
            f"courses.{endpoint}",
            "POST",
            attends_it(),
            url=lambda t: {"session_id": t.session.id, "booking_id": t.seat.id},
        )
        for endpoint in ("note_attendance", "undo_attendance")
    ),
    Row("courses.begin_course", "POST", staff(), url=lambda t: {"slug": t.course.slug}),
    Row("courses.begin_course", "POST", staff(UNKNOWN), url=lambda t: {"slug": t.draft.slug}, note="not published"),
    Row("courses.complete_unit", "POST", staff(), url=lambda t: {"slug": t.course.slug, "key": t.unit.key}),
    Row("courses.leave_course", "POST", staff(), url=lambda t: {"slug": t.course.slug}),
    Row("courses.repeat_course", "POST", staff(), url=lambda t: {"slug": t.course.slug}),
    Row("courses.want_date", "POST", staff(), url=lambda t: {"slug": t.session.course.slug}),
    Row("courses.want_date", "POST", staff(UNKNOWN), url=lambda t: {"slug": t.draft.slug}, note="not published"),
    Row("courses.want_no_date", "POST", staff(), url=lambda t: {"slug": t.session.course.slug}),
    Row("courses.complete_course", "POST", staff(), url=lambda t: {"slug": t.external.slug}),
    Row("courses.complete_course", "POST", staff(UNKNOWN), url=lambda t: {"slug": t.draft.slug}, note="not published"),
    Row("courses.attend_course", "POST", staff(), url=lambda t: {"slug": t.course.slug}),
    Row("courses.attend_course", "POST", staff(UNKNOWN), url=lambda t: {"slug": t.draft.slug}, note="not published"),
    Row("courses.take_back_completion", "POST", staff(), url=lambda t: {"slug": t.external.slug}),
    # Competences: all of it is about oneself
    Row("competences.show_competences", "GET", staff()),
    Row("competences.show_competence", "GET", staff(), url=lambda t: {"key": t.competence.key}),
    Row("competences.assess", "GET", staff()),
    Row("competences.assess", "POST", staff()),
    Row("competences.choose_goal", "GET", staff()),
    Row("competences.choose_goal", "POST", staff()),
    Row("competences.remove_goal", "POST", staff()),
    # Evidence: one's own; its file also for whom one asks to confirm it, while they are asked
    Row("competences.list_evidence", "GET", staff()),
    Row("competences.create_evidence", "GET", staff()),
    Row("competences.create_evidence", "POST", staff()),
    Row("competences.show_evidence", "GET", only("owner"), url=lambda t: {"evidence_id": t.evidence.id}),
    Row("competences.edit_evidence", "GET", only("owner"), url=lambda t: {"evidence_id": t.evidence.id}),
    Row("competences.edit_evidence", "POST", only("owner"), url=lambda t: {"evidence_id": t.evidence.id}),
    Row(
        "competences.show_evidence_file",
        "GET",
        only("owner", "colleague"),
        url=lambda t: {"evidence_id": t.evidence.id},
    ),
    Row(
        "competences.show_evidence_file",
        "GET",
        only("owner"),
        url=lambda t: {"evidence_id": t.withdrawn_evidence.id},
        note="withdrawn",
    ),
    Row("competences.ask_for_confirmation", "GET", only("owner"), url=lambda t: {"evidence_id": t.evidence.id}),
    Row("competences.ask_for_confirmation", "POST", only("owner"), url=lambda t: {"evidence_id": t.evidence.id}),
    Row("competences.restore_evidence", "POST", only("owner"), url=lambda t: {"evidence_id": t.restored_evidence.id}),
    Row("competences.delete_evidence", "POST", only("owner"), url=lambda t: {"evidence_id": t.deleted_evidence.id}),
    Row("competences.withdraw_evidence", "POST", only("owner"), url=lambda t: {"evidence_id": t.old_evidence.id}),
    # Inquiries: whoever asks, and whoever is asked by name, as long as they are
    Row("competences.list_inquiries", "GET", staff()),
    Row("competences.create_inquiry", "GET", staff()),
    Row("competences.create_inquiry", "POST", staff()),
    Row("competences.answer_inquiry", "GET", only("colleague"), url=lambda t: {"inquiry_id": t.confirmation.id}),
    Row(
        "competences.answer_inquiry",
        "GET",
        only("leader"),
        url=lambda t: {"inquiry_id": t.inquiry.id},
        note="to the leader",
    ),
    Row(
        "competences.answer_inquiry",
        "GET",
        staff(UNKNOWN),
        url=lambda t: {"inquiry_id": t.old_inquiry.id},
        note="to somebody who led the owner until yesterday",
    ),
    Row("competences.answer_inquiry", "POST", only("leader"), url=lambda t: {"inquiry_id": t.inquiry.id}),
    Row("competences.withdraw_inquiry", "POST", only("owner"), url=lambda t: {"inquiry_id": t.asked_in_vain.id}),
    Row("competences.confirm_level", "POST", staff(), url=lambda t: {"key": t.competence.key}),
    Row(
        "competences.retract_statement",
        "POST",
        only("owner"),
        url=lambda t: {"statement_id": t.statement.id},
    ),
    Row(
        "competences.retract_statement",
        "POST",
        only("leader"),
        url=lambda t: {"statement_id": t.leaders_answer.id},
        note="of the leader",
    ),
    Row(
        "competences.retract_statement",
        "POST",
        only(),
        url=lambda t: {"statement_id": t.leaders_word.id},
        note="what two have agreed",
    ),
    # Shares: the person's own, and what others let one see
    Row("competences.list_shares", "GET", staff()),
    Row("competences.create_share", "GET", staff()),
    Row("competences.create_share", "POST", staff()),
    Row("competences.withdraw_share", "POST", only("owner"), url=lambda t: {"share_id": t.share.id}),
    Row("competences.list_shared", "GET", staff()),
    Row("competences.show_shared", "GET", only("colleague"), url=lambda t: {"share_id": t.share.id}),
    Row(
        "competences.show_shared",
        "GET",
        staff(UNKNOWN),
        url=lambda t: {"share_id": t.ended_share.id},
        note="that ended",
    ),
    Row(
        "competences.show_shared",
        "GET",
        staff(UNKNOWN),
        url=lambda t: {"share_id": t.withdrawn_share.id},
        note="that was withdrawn",
    ),
    Row("competences.show_levels", "GET", only(*LEADING_THE_OWNER), url=lambda t: {"person_id": t.owner_id}),
    # What people delete of their own
    Row("privacy.delete_own", "GET", staff()),
    Row("privacy.delete_own", "POST", staff()),
    # The Studio: courses
    Row("studio.list_courses", "GET", studio_only()),
    Row("studio.create_course", "GET", editors_of_all()),
    Row("studio.create_course", "POST", editors_of_all()),
    Row("studio.show_text", "POST", studio_only(), data=lambda _: {"body": "Ein Text."}),
    Row("studio.show_course", "GET", studio_thing(), url=lambda t: {"slug": t.edition.slug}),
    Row("studio.begin_draft", "POST", editors(), url=lambda t: {"slug": t.edition.slug}),
    Row("studio.retire_course", "POST", editors(), url=lambda t: {"slug": t.edition.slug}),
    Row("studio.restore_course", "POST", editors(), url=lambda t: {"slug": t.edition.slug}),
    Row("studio.edit_course", "GET", editors(), url=lambda t: {"edition_id": t.edition.id}),
    Row("studio.edit_course", "POST", editors(), url=lambda t: {"edition_id": t.edition.id}),
    Row("studio.create_unit", "GET", editors(), url=lambda t: {"edition_id": t.edition.id}),
    Row("studio.create_unit", "POST", editors(), url=lambda t: {"edition_id": t.edition.id}),
    Row("studio.edit_unit", "GET", editors(), url=lambda t: {"part_id": t.edition.units[0].id}),
    Row("studio.edit_unit", "POST", editors(), url=lambda t: {"part_id": t.edition.units[0].id}),
    Row("studio.move_unit", "POST", editors(), url=lambda t: {"part_id": t.edition.units[0].id}),
    Row("studio.remove_unit", "POST", editors(), url=lambda t: {"part_id": t.edition.units[0].id}),
    Row("studio.preview_course", "GET", studio_thing(), url=lambda t: {"edition_id": t.edition.id}),
    Row("studio.preview_unit", "GET", studio_thing(), url=lambda t: {"part_id": t.edition.units[0].id}),
    Row("studio.preview_unit", "POST", studio_thing(), url=lambda t: {"part_id": t.edition.units[0].id}),
    Row("studio.show_changes", "GET", studio_thing(), url=lambda t: {"edition_id": t.edition.id}),
    Row("studio.submit", "POST", editors(), url=lambda t: {"edition_id": t.edition.id}),
    Row("studio.review_edition", "GET", editors(), url=lambda t: {"edition_id": t.edition.id}),
    Row("studio.review_edition", "POST", editors(), url=lambda t: {"edition_id": t.edition.id}),
    Row("studio.restore_edition", "POST", editors(), url=lambda t: {"edition_id": t.edition.id}),
    Row("studio.create_file", "GET", editors(), url=lambda t: {"edition_id": t.edition.id}),
    Row("studio.create_file", "POST", editors(), url=lambda t: {"edition_id": t.edition.id}),
    Row("studio.edit_file", "GET", editors(), url=lambda t: {"file_id": t.edition_file.id}),
    Row("studio.edit_file", "POST", editors(), url=lambda t: {"file_id": t.edition_file.id}),
    Row("studio.remove_file", "POST", editors(), url=lambda t: {"file_id": t.edition_file.id}),
    Row(
        "studio.show_file",
        "GET",
        studio_thing(),
        url=lambda t: {"edition_id": t.edition.id, "name": t.edition_file.name},
    ),
    Row("studio.show_folder", "GET", studio_thing(), url=lambda t: {"slug": t.edition.slug}),
    Row("studio.take_folder", "POST", editors(), url=lambda t: {"slug": t.edition.slug}),
    Row("studio.choose_pack", "GET", studio_only()),
    Row("studio.export_pack", "GET", studio_only()),
    Row("studio.export_edition", "GET", studio_thing(), url=lambda t: {"edition_id": t.edition.id}),
    Row("studio.import_pack", "GET", editors_of_all()),
    Row("studio.import_pack", "POST", editors_of_all()),
    Row("studio.show_pack", "GET", editors_of_all(), url=lambda t: {"code": t.pack_code}),
    Row("studio.take_pack", "POST", editors_of_all(), data=lambda t: {"pack": t.pack_code}),
    Row("studio.discard_edition", "POST", editors(), url=lambda t: {"edition_id": t.edition.id}),
    # The Studio: models
    Row("competences.list_frameworks", "GET", studio_only()),
    Row("competences.create_framework", "GET", editors_of_all()),
    Row("competences.create_framework", "POST", editors_of_all()),
    Row("competences.show_framework", "GET", studio_thing(), url=lambda t: {"framework_id": t.framework.id}),
    Row("competences.edit_framework", "GET", editors(), url=lambda t: {"framework_id": t.framework.id}),
    Row("competences.edit_framework", "POST", editors(), url=lambda t: {"framework_id": t.framework.id}),
    Row("competences.create_area", "GET", editors(), url=lambda t: {"framework_id": t.framework.id}),
    Row("competences.create_area", "POST", editors(), url=lambda t: {"framework_id": t.framework.id}),
    Row("competences.edit_area", "GET", editors(), url=lambda t: {"area_id": t.area.id}),
    Row("competences.edit_area", "POST", editors(), url=lambda t: {"area_id": t.area.id}),
    Row("competences.move_area", "POST", editors(), url=lambda t: {"area_id": t.area.id}),
    Row("competences.remove_area", "POST", editors(), url=lambda t: {"area_id": t.area.id}),
    Row("competences.create_competence", "GET", editors(), url=lambda t: {"area_id": t.area.id}),
    Row("competences.create_competence", "POST", editors(), url=lambda t: {"area_id": t.area.id}),
    Row("competences.edit_competence", "GET", editors(), url=lambda t: {"competence_id": t.competence.id}),
    Row("competences.edit_competence", "POST", editors(), url=lambda t: {"competence_id": t.competence.id}),
    Row("competences.move_competence", "POST", editors(), url=lambda t: {"competence_id": t.competence.id}),
    Row("competences.archive_competence", "POST", editors(), url=lambda t: {"competence_id": t.competence.id}),
    Row("competences.restore_competence", "POST", editors(), url=lambda t: {"competence_id": t.competence.id}),
    Row("competences.delete_competence", "POST", editors(), url=lambda t: {"competence_id": t.draft_competence.id}),
    Row("competences.begin_version", "POST", editors(), url=lambda t: {"framework_id": t.framework.id}),
    Row("competences.delete_framework", "POST", editors(), url=lambda t: {"framework_id": t.draft_area.framework_id}),
    Row("competences.publish_framework", "GET", editors(), url=lambda t: {"framework_id": t.draft_area.framework_id}),
    Row("competences.publish_framework", "POST", editors(), url=lambda t: {"framework_id": t.draft_area.framework_id}),
    Row("competences.create_link", "GET", editors(), url=lambda t: {"competence_id": t.competence.id}),
    Row("competences.create_link", "POST", editors(), url=lambda t: {"competence_id": t.competence.id}),
    Row("competences.remove_link", "POST", editors(), url=lambda t: {"competence_id": t.competence.id}),
    Row("competences.export_framework", "GET", studio_thing(), url=lambda t: {"framework_id": t.framework.id}),
    Row(
        "competences.export_framework_to_moodle", "GET", studio_thing(), url=lambda t: {"framework_id": t.framework.id}
    ),
    Row("competences.import_framework", "GET", editors_of_all()),
    Row("competences.import_framework", "POST", editors_of_all(), data=lambda _: {"text": "kind;key"}),
    # The Studio: profiles and families of jobs
    Row("competences.list_profiles", "GET", studio_only()),
    Row("competences.create_profile", "GET", editors_of_all()),
    Row("competences.create_profile", "POST", editors_of_all()),
    Row("competences.edit_profile", "GET", editors(), url=lambda t: {"profile_id": t.profile.id}),
    Row("competences.edit_profile", "POST", editors(), url=lambda t: {"profile_id": t.profile.id}),
    Row("competences.retire_profile", "POST", editors(), url=lambda t: {"profile_id": t.profile.id}),
    Row("competences.restore_profile", "POST", editors(), url=lambda t: {"profile_id": t.profile.id}),
    Row("competences.list_families", "GET", studio_only()),
    Row("competences.edit_family", "GET", editors(), url=lambda t: {"family_id": t.family.id}),
    Row("competences.edit_family", "POST", editors(), url=lambda t: {"family_id": t.family.id}),
    Row("competences.create_family", "GET", editors_of_all()),
    Row("competences.create_family", "POST", editors_of_all()),
    Row("competences.delete_family", "POST", editors(), url=lambda t: {"family_id": t.empty_family.id}),
    Row("competences.create_job", "GET", editors(), url=lambda t: {"family_id": t.family.id}),
    Row("competences.create_job", "POST", editors(), url=lambda t: {"family_id": t.family.id}),
    Row("competences.edit_job", "GET", editors(), url=lambda t: {"job_id": t.job.id}),
    Row("competences.edit_job", "POST", editors(), url=lambda t: {"job_id": t.job.id}),
    Row("competences.delete_job", "POST", editors(), url=lambda t: {"job_id": t.spare_job.id}),
    Row("competences.import_jobs", "GET", editors_of_all()),
    Row("competences.import_jobs", "POST", editors_of_all(), data=lambda _: {"text": "job;family"}),
    # Plans: nobody but oneself
    Row("plans.show_plan", "GET", staff()),
    Row("plans.set_budget", "GET", staff()),
    Row("plans.set_budget", "POST", staff()),
    Row("plans.create_item", "POST", staff(), data=lambda t: {"course_id": t.course.id}),
    Row("plans.order_plan", "POST", staff()),
    Row("plans.restore_order", "POST", staff()),
    Row("plans.create_own_step", "GET", staff()),
    Row("plans.create_own_step", "POST", staff()),
    Row("plans.show_proposal", "GET", staff()),
    Row("plans.accept_proposal", "POST", staff()),
    Row("plans.calculate_proposal", "POST", staff()),
    Row("plans.pin_course", "POST", staff(), data=lambda t: {"course_id": t.course.id, "pin": "keep"}),
    Row("plans.ask_alternative", "POST", staff(), data=lambda t: {"course_id": t.course.id}),
    Row("plans.edit_item", "GET", only("owner"), url=lambda t: {"item_id": t.item.id}),
    Row("plans.edit_item", "POST", only("owner"), url=lambda t: {"item_id": t.item.id}),
    Row("plans.choose_session", "GET", only("owner"), url=lambda t: {"item_id": t.item.id}),
    Row("plans.choose_session", "POST", only("owner"), url=lambda t: {"item_id": t.item.id}),
    Row("plans.move_item", "POST", only("owner"), url=lambda t: {"item_id": t.item.id}),
    Row("plans.tick_item", "POST", only("owner"), url=lambda t: {"item_id": t.item.id}),
    Row("plans.remove_item", "POST", only("owner"), url=lambda t: {"item_id": t.item.id}),
    Row("plans.restore_item", "POST", only("owner"), url=lambda t: {"item_id": t.removed_item.id}),
    # Templates of plans: HR writes them, who leads somebody uses them; rules only within the own scope
    Row("plans.list_templates", "GET", only(*STUDIO, *LEADING_SOMEBODY, otherwise=FORBIDDEN)),
    Row("plans.create_template", "GET", only(*STUDIO, otherwise=FORBIDDEN)),
    Row("plans.create_template", "POST", only(*STUDIO, otherwise=FORBIDDEN)),
    Row("plans.show_template", "GET", only(*STUDIO, *LEADING_SOMEBODY), url=lambda t: {"template_id": t.template.id}),
    Row("plans.show_template", "GET", only(*STUDIO), url=lambda t: {"template_id": t.old_template.id}, note="archived"),
    *(
        Row(f"plans.{endpoint}", method, hr_writes(), url=lambda t: {"template_id": t.template.id})
        for endpoint in ("edit_template", "set_reach", "create_template_item")
        for method in ("GET", "POST")
    ),
    Row(
        "plans.set_reach",
        "POST",
        hr_writes("other_hr"),
        url=lambda t: {"template_id": t.running_template.id},
        note="that assigns in another office",
    ),
    Row(
        "plans.assign_template",
        "POST",
        hr_writes("hr", "other_hr"),
        url=lambda t: {"template_id": t.template.id},
        note="in the whole house",
    ),
    Row(
        "plans.assign_template",
        "POST",
        hr_writes("other_hr"),
        url=lambda t: {"template_id": t.running_template.id},
        note="in the office of another",
    ),
    Row("plans.end_assignment", "POST", hr_writes(), url=lambda t: {"template_id": t.template.id}),
    Row(
        "plans.assign_to_person", "GET", only(*STUDIO, *LEADING_SOMEBODY), url=lambda t: {"template_id": t.template.id}
    ),
    Row(
        "plans.assign_to_person", "POST", only(*STUDIO, *LEADING_SOMEBODY), url=lambda t: {"template_id": t.template.id}
    ),
    Row("plans.reopen_template", "POST", hr_writes(), url=lambda t: {"template_id": t.template.id}),
    Row("plans.edit_template_item", "GET", only(*STUDIO), url=lambda t: {"item_id": t.template_item.id}),
    Row("plans.edit_template_item", "POST", only(*STUDIO), url=lambda t: {"item_id": t.template_item.id}),
    Row("plans.move_template_item", "POST", only(*STUDIO), url=lambda t: {"item_id": t.template_item.id}),
    Row("plans.remove_template_item", "POST", only(*STUDIO), url=lambda t: {"item_id": t.template_item.id}),
    Row("plans.archive_template", "POST", hr_writes("other_hr"), url=lambda t: {"template_id": t.running_template.id}),
    # Talks: the two sides, the leader's side by who leads today
    Row("plans.list_talks", "GET", staff()),
    Row("plans.create_talk", "GET", staff()),
    Row("plans.create_talk", "POST", staff()),
    Row("plans.list_team_talks", "GET", only(*LEADING_SOMEBODY, otherwise=FORBIDDEN)),
    Row("plans.create_team_talk", "GET", only(*LEADING_SOMEBODY, otherwise=FORBIDDEN)),
    Row("plans.create_team_talk", "POST", only(*LEADING_SOMEBODY, otherwise=FORBIDDEN)),
    Row("plans.show_talk", "GET", only(*TALKING), url=lambda t: {"talk_id": t.talk.id}),
    Row("plans.show_talk", "GET", only(*TALKING), url=lambda t: {"talk_id": t.agreed_talk.id}, note="that is agreed"),
    Row("plans.choose_subject", "POST", only("owner"), url=lambda t: {"talk_id": t.talk.id}),
    Row("plans.edit_preparation", "GET", only(*TALKING), url=lambda t: {"talk_id": t.talk.id}),
    Row("plans.edit_preparation", "POST", only(*TALKING), url=lambda t: {"talk_id": t.talk.id}),
    Row("plans.edit_agreement", "GET", only(*TALKING), url=lambda t: {"talk_id": t.talk.id}),
    Row("plans.edit_agreement", "POST", only(*TALKING), url=lambda t: {"talk_id": t.talk.id}),
    Row(
        "plans.edit_agreement",
        "GET",
        only(*TALKING),
        url=lambda t: {"talk_id": t.agreed_talk.id},
        note="that is agreed already",
    ),
    Row("plans.move_talk", "GET", only(*TALKING), url=lambda t: {"talk_id": t.talk.id}),
    Row("plans.move_talk", "POST", only(*TALKING), url=lambda t: {"talk_id": t.talk.id}),
    Row("plans.confirm_agreement", "POST", only(*TALKING), url=lambda t: {"talk_id": t.talk.id}),
    Row("plans.call_off_talk", "GET", only(*TALKING), url=lambda t: {"talk_id": t.talk.id}),
    Row("plans.call_off_talk", "POST", only(*TALKING), url=lambda t: {"talk_id": t.talk.id}),
    # Buddies: the two, and for the question whoever may ask it
    Row("plans.list_buddies", "GET", staff()),
    Row("plans.create_buddy", "GET", only(*LEADING_SOMEBODY, *STUDIO, otherwise=FORBIDDEN)),
    Row("plans.create_buddy", "POST", only(*LEADING_SOMEBODY, *STUDIO, otherwise=FORBIDDEN)),
    Row("plans.show_buddy", "GET", only("owner", "colleague"), url=lambda t: {"pair_id": t.pair.id}),
    Row("plans.accept_buddy", "POST", only("other_team"), url=lambda t: {"pair_id": t.asked_pair.id}),
    Row("plans.decline_buddy", "POST", only("other_team"), url=lambda t: {"pair_id": t.asked_pair.id}),
    Row("plans.edit_appointment", "GET", only("owner", "colleague"), url=lambda t: {"pair_id": t.pair.id}),
    Row("plans.edit_appointment", "POST", only("owner", "colleague"), url=lambda t: {"pair_id": t.pair.id}),
    Row("plans.create_buddy_note", "POST", only("owner", "colleague"), url=lambda t: {"pair_id": t.pair.id}),
    Row("plans.delete_buddy_note", "POST", only("colleague"), url=lambda t: {"note_id": t.note.id}),
    Row("plans.skip_appointment", "POST", only("owner", "colleague"), url=lambda t: {"pair_id": t.pair.id}),
    Row("plans.end_buddy", "POST", only("owner", "colleague"), url=lambda t: {"pair_id": t.pair.id}),
    # The weekly review and practice: nobody but oneself
    Row("plans.edit_review", "GET", staff()),
    Row("plans.edit_review", "POST", staff()),
    Row("plans.change_pace", "POST", staff(), data=lambda _: {"weekly_minutes": 45}),
    Row("plans.delete_review", "POST", only("owner"), url=lambda t: {"review_id": t.review.id}),
    Row("plans.list_practice", "GET", staff()),
    Row("plans.answer_practice", "GET", only("owner"), url=lambda t: {"question_id": t.question.id}),
    Row("plans.answer_practice", "POST", only("owner"), url=lambda t: {"question_id": t.question.id}),
    Row("plans.put_practice_off", "POST", only("owner"), url=lambda t: {"question_id": t.question.id}),
    Row("plans.dismiss_practice", "POST", only("owner"), url=lambda t: {"question_id": t.question.id}),
    # Training requests: the person, whoever leads them while it waits for them, HR of the office once it was sent
    Row("requests.list_requests", "GET", staff()),
    Row("requests.create_request", "GET", staff()),
    Row("requests.create_request", "POST", staff(), data=lambda _: {"title": "Tagung"}),
    *(
        Row(f"requests.{endpoint}", method, only("owner"), url=lambda t, of=of: {"request_id": getattr(t, of).id})
        for endpoint, methods, of in (
            ("show_request", ("GET",), "training_declined"),
            ("edit_request", ("GET", "POST"), "training_draft"),
            ("change_request", ("POST",), "training_declined"),
            ("withdraw_request", ("GET", "POST"), "training_with_leader"),
            ("report_request", ("GET", "POST"), "training_approved"),
            ("create_proof", ("GET", "POST"), "training_done"),
            ("discard_request", ("POST",), "training_draft"),
        )
        for method in methods
    ),
    *(
        Row(
            "requests.decide_for_team",
            method,
            only(*LEADING_THE_OWNER) if of == "training_with_leader" else staff(UNKNOWN),
            url=lambda t, of=of: {"request_id": getattr(t, of).id},
            note="" if of == "training_with_leader" else "that is decided",
        )
        for method in ("GET", "POST")
        for of in ("training_with_leader", "training_with_hr")
    ),
    *(
        Row(f"requests.{endpoint}", "GET", studio_only())
        for endpoint in ("list_for_hr", "export_requests", "export_requests_as_text", "list_budgets")
    ),
    *(
        Row(
            "requests.decide_for_hr",
            method,
            only("hr", "developer") if of == "training_with_hr" else staff(UNKNOWN),
            url=lambda t, of=of: {"request_id": getattr(t, of).id},
            note="" if of == "training_with_hr" else "that is a draft",
        )
        for method in ("GET", "POST")
        for of in ("training_with_hr", "training_draft")
    ),
    Row("requests.create_budget", "GET", studio_only()),
    Row("requests.create_budget", "POST", studio_only()),
    Row("requests.edit_budget", "GET", only("hr", "developer"), url=lambda t: {"budget_id": t.budget.id}),
    Row("requests.edit_budget", "POST", only("hr", "developer"), url=lambda t: {"budget_id": t.budget.id}),
    Row("requests.remove_budget", "POST", only("hr", "developer"), url=lambda t: {"budget_id": t.spare_budget.id}),
    # Teams that are a cross-section: by name only who is asked knows of them, a call is open to everybody
    Row("panels.list_panels", "GET", staff()),
    Row("panels.create_panel", "GET", only(*STUDIO, *ORGANISERS, otherwise=FORBIDDEN)),
    Row("panels.create_panel", "POST", only(*STUDIO, *ORGANISERS, otherwise=FORBIDDEN)),
    Row("panels.show_panel", "GET", only("organiser", "owner", "colleague"), url=lambda t: {"panel_id": t.panel.id}),
    *(
        Row(
            f"panels.{endpoint}",
            method,
            only("organiser", owner=FORBIDDEN, colleague=FORBIDDEN),
            url=lambda t: {"panel_id": t.panel.id},
        )
        for endpoint, methods in (
            ("organise_panel", ("GET",)),
            ("edit_panel", ("GET", "POST")),
            ("edit_quotas", ("GET", "POST")),
            ("create_member", ("GET", "POST")),
        )
        for method in methods
    ),
    Row("panels.accept_membership", "POST", only("owner"), url=lambda t: {"member_id": t.asked_member.id}),
    Row("panels.decline_membership", "POST", only("owner"), url=lambda t: {"member_id": t.asked_member.id}),
    Row("panels.leave_panel", "POST", only("colleague"), url=lambda t: {"member_id": t.member.id}),
    Row("panels.take_back_request", "POST", only("organiser"), url=lambda t: {"member_id": t.asked_member.id}),
    Row("panels.move_member", "POST", only("organiser"), url=lambda t: {"member_id": t.member.id}),
    Row("panels.list_volunteers", "GET", runs_it(), url=lambda t: {"panel_id": t.call.id}),
    Row("panels.create_volunteer", "POST", staff(), url=lambda t: {"panel_id": t.call.id}),
    Row("panels.withdraw_volunteer", "POST", staff(), url=lambda t: {"panel_id": t.call.id}),
    Row(
        "panels.create_volunteer",
        "POST",
        staff(UNKNOWN, **ASKED),
        url=lambda t: {"panel_id": t.panel.id},
        note="uncalled",
    ),
    *(
        Row(f"panels.{endpoint}", method, runs_it(), url=lambda t: {"panel_id": t.call.id})
        for endpoint, method in (
            ("call_for_volunteers", "GET"),
            ("call_for_volunteers", "POST"),
            ("calculate_draw", "POST"),
            ("publish_draw", "POST"),
            ("create_draw", "GET"),
            ("create_draw", "POST"),
            ("create_replacement", "POST"),
        )
    ),
    Row("panels.show_panel", "GET", staff(), url=lambda t: {"panel_id": t.drawn_panel.id}, note="that was drawn"),
    Row("panels.show_protocol", "GET", staff(), url=lambda t: {"panel_id": t.drawn_panel.id}),
    Row("panels.print_protocol", "GET", staff(), url=lambda t: {"panel_id": t.drawn_panel.id}),
    Row(
        "panels.export_list",
        "GET",
        only("organiser", "auditor", otherwise=FORBIDDEN),
        url=lambda t: {"panel_id": t.drawn_panel.id},
    ),
)
