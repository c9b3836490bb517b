"""What Lotse does by itself, and when."""

from collections.abc import Callable
from dataclasses import dataclass

from app.bookings import actions as bookings
from app.notifications import actions as notifications
from app.plans import actions as plans
from app.tasks import actions as tasks

HANDLERS: dict[str, tasks.Handler] = {plans.KIND: plans.solve}
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
    Job("work off tasks", "every 5 seconds", work_off_tasks, has_own_transactions=True),
)
