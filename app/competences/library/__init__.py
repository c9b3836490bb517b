"""content/competences and content/profiles → frameworks, areas, competences and profiles."""

import datetime as dt
from pathlib import Path

from app.competences.library import framework, profile, takeover
from app.competences.library.texts import Reading
from app.content.report import Report
from app.content.source import Problem

__all__ = ["Reading", "apply", "read"]


def read(root: Path) -> tuple[Reading, list[Problem]]:
    """The files in the content folder, and what is wrong with those that can't be taken over."""
    found, problems = framework.read(root)
    profiles, more = profile.read(root, found.highest_levels)
    return Reading(found.frameworks, found.areas, found.competences, profiles), problems + more


def apply(reading: Reading, now: dt.datetime) -> Report:
    """Take the files over; what was edited here is left alone, what is gone is retired, nothing is deleted."""
    report = Report("competences and profiles")
    frameworks = takeover.take_frameworks(reading, report)
    areas = takeover.take_areas(reading, frameworks, report)
    competences = takeover.take_competences(reading, areas, now, report)
    takeover.take_profiles(reading, competences, now, report)
    return report
