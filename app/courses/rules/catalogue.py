"""Formats, topics and lengths of courses, and prerequisites that lead in a circle."""

import enum
from collections.abc import Collection, Mapping


class Format(enum.StrEnum):
    """How a course is learnt."""

    SELF_PACED = "self-paced"
    SEMINAR = "seminar"
    EXTERNAL = "external"


class Topic(enum.StrEnum):
    """What a course is about."""

    DATA = "data"
    DIGITAL = "digital"
    COMMUNICATION = "communication"
    SELF_MANAGEMENT = "self-management"
    LEADERSHIP = "leadership"
    SAFETY = "safety"
    PROJECTS = "projects"


class TargetGroup(enum.StrEnum):
    """Whom a course is made for; one for everybody names nobody else."""

    EVERYBODY = "everybody"
    CLERKS = "clerks"
    PUBLIC_CONTACT = "public-contact"
    WITHOUT_DESK = "without-desk"
    PROJECT_STAFF = "project-staff"
    LEADERS = "leaders"


class Length(enum.StrEnum):
    """How much time a course takes, in steps that people plan with."""

    BREAK = "15"
    HOUR = "60"
    HALF_DAY = "240"
    LONGER = "longer"


class When(enum.StrEnum):
    """What the dates of a course must be like."""

    FREE = "free"
    SOON = "soon"


LANGUAGES = ("de", "en")
Required = Mapping[str, Collection[str]]
UP_TO = {Length.BREAK: 15, Length.HOUR: 60, Length.HALF_DAY: 240}
"""The most minutes of each length; what is above the last is longer."""


def length_of(minutes: int) -> Length:
    """The step in which a course of so many minutes falls."""
    return next((length for length, most in UP_TO.items() if minutes <= most), Length.LONGER)


def circle(required: Required) -> list[str]:
    """A course that requires itself, by way of others, as the way round: a, b, a. Empty where there is none."""
    cleared: set[str] = set()
    for start in sorted(required):
        if way := _way_round(start, required, cleared, ()):
            return way
    return []


def _way_round(slug: str, required: Required, cleared: set[str], way: tuple[str, ...]) -> list[str]:
    if slug in way:
        return [*way[way.index(slug) :], slug]
    if slug in cleared:
        return []
    for other in sorted(required.get(slug, ())):
        if found := _way_round(other, required, cleared, (*way, slug)):
            return found
    cleared.add(slug)
    return []
