"""What can be done with courses, units and sessions."""

from app.courses.actions.enrolments import (
    begin,
    finish,
    leave,
)
from app.courses.actions.outcomes import (
    follow_competences,
)
from app.courses.actions.own_word import (
    attend,
    complete,
    take_back,
)
from app.courses.actions.sessions import (
    schedule,
)
from app.courses.actions.synonyms import (
    edit_synonyms,
)
from app.courses.actions.wishes import (
    count_waiting,
    want_date,
    want_no_date,
)

__all__ = [
    "attend",
    "begin",
    "complete",
    "count_waiting",
    "edit_synonyms",
    "finish",
    "follow_competences",
    "leave",
    "schedule",
    "take_back",
    "want_date",
    "want_no_date",
]
