"""How grades are said."""

from flask_babel import lazy_gettext as _l

from app.people.rules import Grade

GRADES = {
    Grade.HEAD_OF_DEPARTMENT: _l("Heads of department"),
    Grade.HEAD_OF_OFFICE: _l("Heads of office"),
    Grade.HEAD_OF_DIVISION: _l("Heads of division"),
    Grade.HEAD_OF_SECTION: _l("Heads of section"),
    Grade.SENIOR_CLERK: _l("Senior clerks"),
    Grade.CLERK: _l("Clerks"),
    Grade.ASSISTANT: _l("Assistants"),
    Grade.TRADES: _l("Trades and crafts"),
    Grade.TRAINEE: _l("Trainees"),
}
"""People of a grade, as a group."""
