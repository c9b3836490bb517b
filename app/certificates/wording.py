"""What a certificate says: made once, when it is issued, and never again."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.certificates.queries import Completion
from app.certificates.rules import Hindrance
from app.courses.labels import format_label
from app.courses.models import Course
from app.courses.rules import Format
from app.qualifications.labels import title_of
from app.qualifications.models import Holding
from app.web.formats import day, minutes

WHY_NOT = {
    Hindrance.ELSEWHERE: _l("The provider issues the certificate for this course."),
    Hindrance.OWN_WORD: _l("There is a certificate when those who led the date have noted that you were there."),
    Hindrance.REVOKED: _l("The certificate for this course has been revoked."),
}


@dataclass(frozen=True)
class Letterhead:
    """Whose paper it is: the name of the administration, and the lines below it."""

    operator: str
    lines: tuple[str, ...] = ()


def why_not(hindrance: Hindrance) -> object:
    """The sentence that says why there is no certificate."""
    return WHY_NOT[hindrance]


def words(
    completion: Completion, given: Sequence[Holding], letterhead: Letterhead, *, serial: str, issued_at: dt.datetime
) -> dict[str, Any]:
    """Everything that stands on the paper, in the language of whoever asks for it; `given`: what the course gave."""
    course = completion.enrolment.course
    lines = [
        (_("Kind of course"), str(format_label(course.format))),
        (_("Extent"), minutes(course.effort_minutes)),
        (_("Completed on"), day(completion.day)),
        (_("Based on"), _ascertained(course)),
        *((_("Qualification"), held) for held in _held(given)),
        (_("Issued on"), day(issued_at)),
        (_("Serial number"), serial),
    ]
    return {
        "operator": letterhead.operator,
        "letterhead": list(letterhead.lines),
        "title": _("Certificate of participation"),
        "name": completion.enrolment.person.name,
        "said": _("has completed this course:"),
        "course": course.title,
        "course_language": course.language,
        "lines": [list(line) for line in lines],
        "abilities_title": _("What the course is for: afterwards you can"),
        "abilities": list(course.abilities),
        "closing": _("Issued by machine; valid without a signature."),
    }


def _held(given: Sequence[Holding]) -> Iterator[str]:
    for one in given:
        end = _("valid until %(day)s", day=day(one.valid_until)) if one.valid_until else _("for ever")
        yield f"{title_of(one.qualification)}, {end}"


def _ascertained(course: Course) -> str:
    if course.format is Format.SEMINAR:
        return _("Attendance noted by those who led the date")
    if any(unit.check for unit in course.units):
        return _("All units done, all knowledge checks passed")
    return _("All units done")
