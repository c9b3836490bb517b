"""A proof that is handed in."""

import datetime as dt
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, IntegerField, RadioField, StringField, TextAreaField, ValidationError
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs
from wtforms.validators import InputRequired, Length, NumberRange
from wtforms.widgets import HiddenInput

from app import clock
from app.competences.models import Evidence
from app.competences.queries import Choice
from app.competences.rules import Facts, Proof
from app.files.field import UploadField
from app.web.fields import MOST, CompetenceField, Day, LevelField, Line
from app.web.targets import TargetRows, typed_before, with_rows

LEAST_ROWS, MOST_ROWS = 3, 12
FIRST_DAY = dt.date(1950, 1, 1)
AHEAD = dt.timedelta(days=50 * 366)
PROOFS = [
    SelectChoice(
        Proof.EXTERNAL.value, _l("Evidence from elsewhere: a certificate, a course, an examination, an earlier job")
    ),
    SelectChoice(Proof.PRACTICE.value, _l("Practice at work: something that I have done myself")),
]


def _stripped(typed: str | None) -> str:
    return "\n".join(line.rstrip() for line in (typed or "").strip().splitlines())


def _until_today() -> tuple[dt.date, dt.date]:
    return FIRST_DAY, clock.today()


def _any_time() -> tuple[dt.date, dt.date]:
    return FIRST_DAY, clock.today() + AHEAD


@with_rows(MOST_ROWS)
class EvidenceForm(TargetRows):
    """Title, words, link, file and days; and rows of a competence with a level each."""

    proof = RadioField(
        _l("Where does it come from?"), [InputRequired(_l("Please choose one."))], choices=PROOFS, default="external"
    )
    title = Line(_l("What is it?"), 150, _l("Please say in a few words what it is: at most 150 characters."))
    happened_on = Day(
        _l("When was that?"),
        _until_today,
        _l("Please enter the day, today at the latest. If you know only the month, take its last day."),
        required=True,
        too_early=_l("Please enter a day since 1950."),
    )
    valid_until = Day(
        _l("Valid until"),
        _any_time,
        _l("Please enter a day, or leave it empty."),
        description=_l("Only where it ends, as with first aid. After that day the levels from it no longer count."),
    )
    text = TextAreaField(
        _l("In your own words"),
        [Length(max=4000, message=_l("Please use at most 4000 characters."))],
        filters=[_stripped],
        description=_l("What have you done or learnt, and how can one see it?"),
    )
    link = StringField(
        _l("Link"), [Length(max=500, message=_l("Please enter a shorter address."))], filters=[_stripped]
    )
    file = UploadField(_l("File"))

    def __init__(self, choice: Choice, claims: Mapping[int, int], **other: Any) -> None:
        kept = {} if self.is_submitted() else typed_before(claims, MOST_ROWS)
        super().__init__(data=kept | other)
        self.offer(choice)
        self.competence_1.flags.required = True

    @property
    def accepted(self) -> bool:
        """Whether it was sent to be saved, and is in order; asking for another row saves nothing."""
        return "more" not in request.form and super().accepted

    @property
    def shown(self) -> list[tuple[CompetenceField, LevelField]]:
        """The rows to show: what was typed, and some empty ones."""
        filled = [number for number, row in zip(self.numbers, self.rows, strict=True) if any(one.data for one in row)]
        more = 1 if "more" not in request.form else 3
        return self.rows[: max(LEAST_ROWS, max(filled, default=0) + more)]

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether every field is in order, and there is a competence."""
        in_order = bool(super().validate(extra_validators))
        if any(one.data or one.errors for row in self.rows for one in row):
            return in_order
        self.competence_1.errors = [_("Please choose at least one competence, with the level that this shows.")]
        return False

    @property
    def keeps_file(self) -> bool:
        """Whether a file that was sent before stays."""
        return False

    def validate_valid_until(self, field: Day) -> None:
        """Not before it happened."""
        if field.data and self.happened_on.data and field.data < self.happened_on.data:
            raise ValidationError(_("It can’t end before it happened. Please check both days."))

    def validate_text(self, field: TextAreaField) -> None:
        """Words, where nothing else is to be seen."""
        if not (field.data or (self.link.data or "").strip() or self.file.data or self.keeps_file):
            raise ValidationError(_("Please add a few words, a link or a file, so that there is something to see."))

    def validate_link(self, field: StringField) -> None:
        """An address of the web; Lotse itself never opens it."""
        if not field.data:
            return
        parts = _split(field.data)
        if parts is None or parts.scheme not in ("http", "https") or not parts.hostname or not field.data.isprintable():
            raise ValidationError(_("Please enter an address that begins with https:// or http://."))

    @property
    def values(self) -> dict[str, Any]:
        """What was typed, as plain values."""
        facts = Facts(
            proof=Proof(self.proof.data),
            title=self.title.data or "",
            text=self.text.data or "",
            link=self.link.data or None,
            happened_on=self.happened_on.data or clock.today(),
            valid_until=self.valid_until.data,
            claims=self.levels,
        )
        return {"facts": facts, "file": self.file.data}


class EditEvidenceForm(EvidenceForm):
    """The same, corrected."""

    removes_file = BooleanField(_l("Remove the file"))
    version = IntegerField(validators=[InputRequired(), NumberRange(0, MOST)], widget=HiddenInput())

    def __init__(self, choice: Choice, evidence: Evidence) -> None:
        shown = {name: getattr(evidence, name) for name in ("title", "text", "link", "happened_on", "valid_until")}
        claims = {claim.competence_id: claim.level for claim in evidence.claims}
        super().__init__(choice, claims, **shown, proof=evidence.proof.value, version=evidence.version)
        self.has_file = evidence.file is not None

    @property
    def keeps_file(self) -> bool:
        """Whether a file that was sent before stays."""
        return self.has_file and not self.removes_file.data

    @property
    def values(self) -> dict[str, Any]:
        """What was typed, as plain values."""
        return super().values | {"removes_file": self.removes_file.data, "version": self.version.data}


def _split(address: str) -> Any:
    try:
        return urlsplit(address)
    except ValueError:
        return None
