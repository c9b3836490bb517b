"""What can be done with courses, units and sessions."""

from app.courses.actions.attendance import (
    follow_attendance,
    follow_undoing,
)
from app.courses.actions.enrolments import (
    begin,
    finish,
    leave,
    repeat,
)
from app.courses.actions.outcomes import (
    follow_competences,
)
from app.courses.actions.own_word import (
    REOPENED,
    attend,
    complete,
    take_back,
)
from app.courses.actions.qualifying import (
    refuse_unqualified_for_date,
)
from app.courses.actions.sessions import (
    call_off,
    refuse_called_off,
    revise,
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
    "REOPENED",
    "attend",
    "begin",
    "call_off",
    "complete",
    "count_waiting",
    "edit_synonyms",
    "finish",
    "follow_attendance",
    "follow_competences",
    "follow_undoing",
    "leave",
    "refuse_called_off",
    "refuse_unqualified_for_date",
    "repeat",
    "revise",
    "schedule",
    "take_back",
    "want_date",
    "want_no_date",
]
