"""Questions about courses, units, sessions and a person's way through them."""

from app.courses.queries.catalogue import Line, catalogue, lines_of, synonyms
from app.courses.queries.courses import (
    Neighbour,
    Reached,
    Requirement,
    courses_visible_to,
    others_of,
    outcomes_of,
    titles_leading_to,
)
from app.courses.queries.enrolments import day_attended, enrolment_of, locked_enrolment, stage_of
from app.courses.queries.overview import Overview, overview
from app.courses.queries.sessions import Date, OpenDate, dated, dates_of, first_dates, open_dates, sessions_visible_to
from app.courses.queries.units import (
    NextUnit,
    Shown,
    Step,
    next_units,
    proofs_of,
    steps_of,
    tests_proving,
    units_visible_to,
)
from app.courses.queries.wishes import (
    Wished,
    reports_before,
    waiting,
    wants_date,
    wished,
)

__all__ = [
    "Date",
    "Line",
    "Neighbour",
    "NextUnit",
    "OpenDate",
    "Overview",
    "Reached",
    "Requirement",
    "Shown",
    "Step",
    "Wished",
    "catalogue",
    "courses_visible_to",
    "dated",
    "dates_of",
    "day_attended",
    "enrolment_of",
    "first_dates",
    "lines_of",
    "locked_enrolment",
    "next_units",
    "open_dates",
    "others_of",
    "outcomes_of",
    "overview",
    "proofs_of",
    "reports_before",
    "sessions_visible_to",
    "stage_of",
    "steps_of",
    "synonyms",
    "tests_proving",
    "titles_leading_to",
    "units_visible_to",
    "waiting",
    "wants_date",
    "wished",
]
