"""What is decided about courses, as plain values."""

from app.courses.rules.catalogue import LANGUAGES, UP_TO, Format, Length, Topic, circle
from app.courses.rules.checks import Answer, CheckKind, Question, Result, is_passed, questions
from app.courses.rules.search import FACETS, LONGEST_QUERY, Wanted
from app.courses.rules.sessions import Run
from app.courses.rules.units import EARLIEST_COMPLETION, LONGEST_UNIT, SHORTEST_UNIT, Stage, is_complete, next_of, stage

__all__ = [
    "EARLIEST_COMPLETION",
    "FACETS",
    "LANGUAGES",
    "LONGEST_QUERY",
    "LONGEST_UNIT",
    "SHORTEST_UNIT",
    "UP_TO",
    "Answer",
    "CheckKind",
    "Format",
    "Length",
    "Question",
    "Result",
    "Run",
    "Stage",
    "Topic",
    "Wanted",
    "circle",
    "is_complete",
    "is_passed",
    "next_of",
    "questions",
    "stage",
]
