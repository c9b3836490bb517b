"""A proof that is handed in."""

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Any
from urllib.parse import urlsplit

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from markupsafe import Markup
from wtforms import BooleanField, IntegerField, RadioField, StringField, TextAreaField, ValidationError
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs
from wtforms.validators import InputRequired, Length, NumberRange
from wtforms.widgets import HiddenInput

from app import clock
from app.competences.models import Evidence
from app.competences.queries import Named, Scale, by_area
from app.competences.rules import Facts, Proof
from app.files.field import UploadField
from app.web.fields import MOST, Day, Line
from app.web.form import Form

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


class EvidenceForm(Form):
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

    def __init__(self, choices: Sequence[Named], claims: Sequence[tuple[int, int]] = (), **other: Any) -> None:
        super().__init__(**other)
        self.choices = choices
        self.goal: Collection[int] = ()
        self.scales: Sequence[Scale] = ()
        self.row_errors: dict[int, tuple[str, str]] = {}
        typed = zip(request.form.getlist("competence"), request.form.getlist("level"), strict=False)
        self.typed = list(typed)[:MOST_ROWS] if self.is_submitted() else [(str(one), str(n)) for one, n in claims]

    @property
    def groups(self) -> list[tuple[str, list[Named]]]:
        """The competences to choose from: those of the person's goal first, then area by area in the models' order."""
        wanted = [one for one in self.choices if one.id in self.goal]
        others = [one for one in self.choices if one.id not in self.goal]
        areas = [(first.area, rows) for first, rows in by_area(others, lambda one: one)]
        return [(_("Your goal"), wanted), *areas] if wanted else areas

    @property
    def accepted(self) -> bool:
        """Whether it was sent to be saved, and is in order; asking for another row saves nothing."""
        return "more" not in request.form and super().accepted

    @property
    def rows(self) -> list[tuple[str, str]]:
        """The rows to show: what was typed, and some empty ones."""
        filled = [row for row in self.typed if row[0] or row[1]]
        wanted = max(LEAST_ROWS, len(filled) + (1 if "more" not in request.form else 3))
        return (filled + [("", "")] * wanted)[: min(wanted, MOST_ROWS)]

    def scale_of(self, chosen: str) -> Scale | None:
        """The scale of the competence chosen in a row; before one is chosen, the first."""
        found = [scale for one in self.choices if str(one.id) == chosen for scale in self.scales_of(one)]
        return next(iter([*found, *self.scales]), None)

    def scales_of(self, competence: Named) -> list[Scale]:
        """The scale on which a competence is measured, if it has one."""
        return [scale for scale in self.scales if scale.is_of(competence.framework_id)]

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether every field is in order, and each competence has one level."""
        in_order = bool(super().validate(extra_validators))
        self._check_rows()
        for number, (name, sentence) in self.row_errors.items():
            label = _("Competence %(number)s", number=number) if name == "competence" else f"{_('Level')} {number}"
            self.form_errors.append(Markup('<a href="#{}-{}">{}: {}</a>').format(name, number, label, sentence))
        return in_order and not self.row_errors

    @property
    def keeps_file(self) -> bool:
        """Whether a file that was sent before stays."""
        return False

    def _check_rows(self) -> None:
        """Note for each row, counted from 1, which of its two choices is wrong, and why."""
        highest = {str(one.id): one.highest for one in self.choices}
        seen: set[str] = set()
        for number, (one, level) in enumerate((row for row in self.typed if row[0] or row[1]), start=1):
            if one not in highest:
                self.row_errors[number] = "competence", _("Please choose a competence.")
            elif one in seen:
                self.row_errors[number] = "competence", _("Please choose each competence only once.")
            elif level not in _numbers(highest[one]):
                self.row_errors[number] = "level", _("Please choose a level.")
            seen.add(one)
        if not seen:
            sentence = _("Please choose at least one competence, with the level that this shows.")
            self.row_errors[1] = "competence", sentence

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
        claims = {int(one): int(level) for one, level in self.typed if one and level}
        facts = Facts(
            proof=Proof(self.proof.data),
            title=self.title.data or "",
            text=self.text.data or "",
            link=self.link.data or None,
            happened_on=self.happened_on.data or clock.today(),
            valid_until=self.valid_until.data,
            claims=claims,
        )
        return {"facts": facts, "file": self.file.data}


class EditEvidenceForm(EvidenceForm):
    """The same, corrected."""

    removes_file = BooleanField(_l("Remove the file"))
    version = IntegerField(validators=[InputRequired(), NumberRange(0, MOST)], widget=HiddenInput())

    def __init__(self, choices: Sequence[Named], evidence: Evidence) -> None:
        shown = {name: getattr(evidence, name) for name in ("title", "text", "link", "happened_on", "valid_until")}
        claims = [(claim.competence_id, claim.level) for claim in evidence.claims]
        super().__init__(choices, claims, data={**shown, "proof": evidence.proof.value, "version": evidence.version})
        self.has_file = evidence.file is not None

    @property
    def keeps_file(self) -> bool:
        """Whether a file that was sent before stays."""
        return self.has_file and not self.removes_file.data

    @property
    def values(self) -> dict[str, Any]:
        """What was typed, as plain values."""
        return super().values | {"removes_file": self.removes_file.data, "version": self.version.data}


def _numbers(highest: int) -> set[str]:
    return {str(number) for number in range(1, highest + 1)}


def _split(address: str) -> Any:
    try:
        return urlsplit(address)
    except ValueError:
        return None
