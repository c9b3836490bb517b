"""What there is to learn, read once from the database: courses, profiles and events."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from app.competences.models import Profile, ProfileFamily
from app.courses.models import Course
from app.courses.rules import Format
from app.events.models import Event
from app.people.models import JobFamily


@dataclass(frozen=True)
class CourseFacts:
    """A course: its units, and the levels it leads to by competence."""

    id: int
    slug: str
    title: str
    format: Format
    minutes: int
    units: Sequence[int]
    outcomes: Mapping[int, int]


@dataclass(frozen=True)
class Library:
    """Courses, the targets of each profile and of each family of jobs, roles to choose, and events."""

    courses: Sequence[CourseFacts]
    targets_of_family: Mapping[str, Mapping[int, int]]
    roles: Mapping[int, Mapping[int, int]]
    events: Sequence[Event]

    def of_format(self, form: Format) -> list[CourseFacts]:
        """The courses that are learnt this way."""
        return [course for course in self.courses if course.format is form]


def read(session: Session) -> Library:
    """All that is published now."""
    profiles = session.scalars(
        select(Profile).where(Profile.retired_at.is_(None)).options(selectinload(Profile.targets)).order_by(Profile.key)
    ).all()
    targets = {profile.id: {goal.competence_id: goal.level for goal in profile.targets} for profile in profiles}
    families = session.execute(
        select(JobFamily.key, ProfileFamily.profile_id).join(ProfileFamily, ProfileFamily.family_id == JobFamily.id)
    ).all()
    with_family = {profile_id for _, profile_id in families}
    return Library(
        courses=_courses(session),
        targets_of_family={key: targets[profile_id] for key, profile_id in families if profile_id in targets},
        roles={number: goals for number, goals in targets.items() if number not in with_family},
        events=session.scalars(
            select(Event).where(Event.published_at.is_not(None)).options(joinedload(Event.bookable)).order_by(Event.key)
        ).all(),
    )


def _courses(session: Session) -> list[CourseFacts]:
    found = session.scalars(
        select(Course)
        .where(Course.published_at.is_not(None), Course.retired_at.is_(None))
        .options(selectinload(Course.units), selectinload(Course.outcomes))
        .order_by(Course.slug)
    )
    return [
        CourseFacts(
            course.id,
            course.slug,
            course.title,
            course.format,
            course.effort_minutes,
            [unit.id for unit in course.units],
            {outcome.competence_id: outcome.to_level for outcome in course.outcomes},
        )
        for course in found
    ]
