"""What is typed in about what has been applied."""

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import SelectField, TextAreaField
from wtforms.validators import DataRequired, Length

from app.plans.queries.practice import Claim
from app.web.form import Form

LONGEST_TEXT = 2000


def _text(label: Any, *checks: Any) -> TextAreaField:
    return TextAreaField(
        label,
        [*checks, Length(max=LONGEST_TEXT, message=_l("Please use at most %(max)d characters."))],
        filters=[lambda typed: typed.strip() if typed else ""],
        render_kw={"rows": 3, "maxlength": LONGEST_TEXT},
    )


class PracticeForm(Form):
    """What has been applied, where, and what came of it."""

    what = _text(
        _l("What did you apply?"), DataRequired(_l("Please say in a sentence what you applied, or choose “not yet”."))
    )
    place = _text(_l("Where, in which task?"))
    outcome = _text(_l("What came of it?"))
    claim = SelectField(
        _l("Shall it count as evidence?"),
        description=_l("You decide. Evidence from practice can lift your level, and never lowers it."),
    )

    def __init__(self, claims: Sequence[Claim]) -> None:
        super().__init__()
        self.claim.choices = [("", _("No, only for me")), *((one.value, _claimed(one)) for one in claims)]


def _claimed(claim: Claim) -> str:
    return _("%(competence)s: level %(level)s", competence=claim.competence.title, level=claim.level)
