"""What is decided about courses, as plain values."""

from app.courses.rules.catalogue import LANGUAGES, Format, Length, TargetGroup, Topic, When, circle, length_of
from app.courses.rules.checks import Answer, CheckKind, Question, Remark, Result, is_passed, questions
from app.courses.rules.index import Entry, Found, Index
from app.courses.rules.search import FACETS, FILTERS, IN_HOUSE, LONGEST_QUERY, Dated, Wanted
from app.courses.rules.sessions import LOOKED_AT_BEFORE, Run, lacking
from app.courses.rules.synonyms import BadLine, groups
from app.courses.rules.units import EARLIEST_COMPLETION, LONGEST_UNIT, SHORTEST_UNIT, Stage, is_complete, next_of, stage

__all__ = [
    "EARLIEST_COMPLETION",
    "FACETS",
    "FILTERS",
    "IN_HOUSE",
    "LANGUAGES",
    "LONGEST_QUERY",
    "LONGEST_UNIT",
    "LOOKED_AT_BEFORE",
    "SHORTEST_UNIT",
    "Answer",
    "BadLine",
    "CheckKind",
    "Dated",
    "Entry",
    "Format",
    "Found",
    "Index",
    "Length",
    "Question",
    "Remark",
    "Result",
    "Run",
    "Stage",
    "TargetGroup",
    "Topic",
    "Wanted",
    "When",
    "circle",
    "groups",
    "is_complete",
    "is_passed",
    "lacking",
    "length_of",
    "next_of",
    "questions",
    "stage",
]
