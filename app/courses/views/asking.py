"""The questions of a unit, asked: at its end, and where it is looked at before anybody learns with it."""

from collections.abc import Mapping, Sequence

from app.courses import rules
from app.courses.forms import CheckForm, check_form


def asked(check: Sequence[Mapping[str, object]], *, is_test: bool) -> CheckForm:
    """The form of these questions, as they are stored."""
    return check_form(rules.questions(check), is_test=is_test)
