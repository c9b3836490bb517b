"""Questions about weekly reviews: nobody but the person asks them."""

import datetime as dt

from sqlalchemy import Select, select

from app.people.viewer import Viewer
from app.plans.models import WeeklyReview


def reviews_visible_to(viewer: Viewer) -> Select[WeeklyReview]:
    """The viewer's own reviews, the latest week first."""
    return (
        select(WeeklyReview)
        .where(WeeklyReview.person_id == viewer.person.id)
        .order_by(WeeklyReview.monday.desc(), WeeklyReview.id.desc())
    )


def review_of(person_id: int, monday: dt.date) -> Select[WeeklyReview]:
    """The person's review of this week."""
    return select(WeeklyReview).where(WeeklyReview.person_id == person_id, WeeklyReview.monday == monday)
