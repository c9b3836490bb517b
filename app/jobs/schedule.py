"""What Lotse does by itself, and when."""

from collections.abc import Callable
from dataclasses import dataclass

from app.auth import actions as auth
from app.bookings import actions as bookings
from app.courses import actions as courses
from app.events import actions as events
from app.feedback import actions as feedback
from app.files import actions as files
from app.mandatory import actions as mandatory
from app.notifications import actions as notifications
from app.panels import actions as panels
from app.plans import actions as plans
from app.privacy import actions as privacy
from app.requests import actions as requests
from app.stands import actions as stands
from app.tasks import actions as tasks

HANDLERS: dict[str, tasks.Handler] = {
    plans.ASSIGN: plans.assign_by_rule,
    plans.FOLLOW: plans.follow_template,
    plans.PROPOSE: plans.solve,
    events.ASSIGN: events.hand_out,
    bookings.SEAT: bookings.seat_drawn,
    panels.draw.WORK_OUT: panels.draw.work_out,
}
"""What each kind of long work does."""


@dataclass(frozen=True)
class Job:
    """One line of the schedule; the work returns how much it did.

    `when` is "every 10 seconds" or five fields of cron in the time of the house. Work with short transactions of its
    own says so, all other work is one transaction.
    """

    name: str
    when: str
    work: Callable[[], int]
    has_own_transactions: bool = False


def work_off_tasks() -> int:
    """Work off the queue of long work."""
    return tasks.work_off(HANDLERS)


JOBS = (
    Job("send letters", "every 10 seconds", notifications.send_due, has_own_transactions=True),
    Job("expire offers", "* * * * *", bookings.expire_offers),
    Job("decide what nobody decided", "*/5 * * * *", bookings.decide_overdue),
    Job("count who waits for a date", "5 0 * * *", courses.count_waiting),
    Job("forget what people needed", "35 3 * * *", bookings.forget_needs),
    Job("ask for feedback", "0 9 * * *", feedback.ask_where_due),
    Job("forget who gave feedback", "45 3 * * *", feedback.forget),
    Job("ask who comes", "* * * * *", bookings.ask_who_comes),
    Job("score forecasts", "50 * * * *", bookings.score_forecasts),
    Job("sweep files that nobody needs", "25 3 * * *", files.sweep),
    Job("work off tasks", "every 1 seconds", work_off_tasks, has_own_transactions=True),
    Job("assign plan templates", "40 4 * * *", plans.assign_where_due, has_own_transactions=True),
    Job("ask about practice", "30 6 * * *", plans.practice.ask_when_due),
    Job("erase drafts of talks", "5 4 * * *", plans.talk.erase_drafts),
    Job("forget old talks", "10 4 * * *", plans.talk.forget_talks),
    Job("forget buddies of long ago", "15 4 * * *", plans.buddy.forget_pairs),
    Job("forget volunteers of long ago", "20 4 * * *", panels.volunteer.forget_volunteers),
    Job("ask how trainings were", "15 9 * * *", requests.ask_how_it_was),
    Job("forget old training requests", "50 4 * * *", requests.forget),
    Job("forget failed sign-ins", "30 4 * * *", auth.forget_failures),
    Job("remind of mandatory trainings", "30 7 * * *", mandatory.remind),
    Job("forget reminders of long ago", "55 3 * * *", mandatory.forget_reminders),
    Job("forget what was held long ago", "50 3 * * *", privacy.forget_holdings),
    Job("forget tours of long ago", "25 4 * * *", stands.forget_tours),
)
