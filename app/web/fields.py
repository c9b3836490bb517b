"""Fields that say in one sentence what to enter, whatever is wrong."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from typing import Any

from flask_babel import gettext as _
from wtforms import DateField, DateTimeLocalField, Field, IntegerField, SelectField, StringField, TimeField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.form import BaseForm
from wtforms.validators import (
    DataRequired,
    InputRequired,
    Length,
    NumberRange,
    Optional,
    StopValidation,
    ValidationError,
)
from wtforms.widgets import TextInput

from app.text.folding import bare
from app.text.language import language

MOST = 2**31 - 1
"""The highest number that a page sends back: of an id, a version, a place."""
THOUSANDS = {"de": ".", "en": ","}
DECIMAL_POINT = {"de": ",", "en": "."}


class WholeNumber(IntegerField):
    """A number that is asked for, between two others; thousands may be set apart as people here write them."""

    widget = TextInput()

    def __init__(self, label: Any, least: int, most: int, message: Any, **other: Any) -> None:
        checks = [InputRequired(message), NumberRange(least, most, message)]
        super().__init__(label, checks, **other)
        self.message = message
        self.render_kw = {"inputmode": "numeric", **(self.render_kw or {})}

    def process_formdata(self, valuelist: list[str]) -> None:
        """Take what was typed; what is no number gets the field's own sentence."""
        _in_own_words(super().process_formdata, [_plain(typed) for typed in valuelist], self.message)

    def pre_validate(self, form: BaseForm) -> None:
        """Leave it at one sentence."""
        if self.process_errors:
            raise StopValidation()


class NumberOrNothing(WholeNumber):
    """A number between two others, or nothing."""

    def __init__(self, label: Any, least: int, most: int, message: Any, **other: Any) -> None:
        super().__init__(label, least, most, message, **other)
        self.least, self.most = least, most
        self.validators = [self._check]
        self.flags.required = False

    def process_formdata(self, valuelist: list[str]) -> None:
        """Take what was typed; nothing is none."""
        if any(typed.strip() for typed in valuelist):
            super().process_formdata(valuelist)
        else:
            self.data = None

    def _check(self, _form: BaseForm, _field: IntegerField) -> None:
        if self.data is not None and not self.least <= self.data <= self.most:
            raise ValidationError(self.message)


class Money(StringField):
    """Euros as people here write them: 1.234,50 or 80; its value are cents, None where nothing is typed."""

    data: Any

    def __init__(self, label: Any, most: int, message: Any, *, required: bool = False, **other: Any) -> None:
        super().__init__(label, [InputRequired(message)] if required else [], **other)
        self.most, self.message = most, message
        self.render_kw = {"inputmode": "decimal", **(self.render_kw or {})}

    def _value(self) -> str:
        """What was typed, or the amount that is kept."""
        if self.raw_data:
            return str(self.raw_data[0])
        point = DECIMAL_POINT[language()]
        return "" if self.data is None else f"{self.data // 100}{point}{self.data % 100:02d}"

    def process_formdata(self, valuelist: list[str]) -> None:
        """Take what was typed; what is no amount gets the field's own sentence."""
        typed = "".join(valuelist).strip().removesuffix("€").strip()
        self.data = cents(typed, THOUSANDS[language()]) if typed else None
        if typed and (self.data is None or self.data > self.most):
            self.data = None
            raise ValueError(self.message)


def cents(typed: str, thousands: str) -> int | None:
    """The cents of an amount; None where it is none. A point that can't set thousands apart sets the cents apart."""
    point = "," if thousands == "." else "."
    grouped = rf"(\d{{1,3}}(?:[{thousands}\s]\d{{3}})+)(?:{re.escape(point)}(\d{{1,2}}))?"
    plain = r"(\d{1,12})(?:[.,](\d{1,2}))?"
    found = re.fullmatch(grouped, typed, re.ASCII) or re.fullmatch(plain, typed, re.ASCII)
    if found is None:
        return None
    return int(re.sub(r"\D", "", found[1])) * 100 + int((found[2] or "").ljust(2, "0"))


class CompetenceField(SelectField):
    """A competence, or none; `offer` says which ones there are, and which field is for its level."""

    def __init__(self, label: Any, **other: Any) -> None:
        super().__init__(label, [self._check], choices=[], coerce=_number, **other)

    def offer(self, competences: Sequence[Any], level: "LevelField", before: Sequence[SelectField] = ()) -> None:
        """Let the person choose among these, but for those chosen before, and a level of its scale."""
        pairs = [("", "–"), *((str(one.id), one.title) for one in competences)]
        self.choices = [SelectChoice(value=value, label=words) for value, words in pairs]
        self.level, self.before, level.what, level.competences = level, before, self, competences

    def _check(self, _form: BaseForm, _field: SelectField) -> None:
        if self.errors:
            return
        if self.data is None and self.level.data is not None:
            raise ValidationError(_("Please choose the competence that the level belongs to."))
        if self.data is not None and any(one.data == self.data for one in self.before):
            raise ValidationError(_("Please choose each competence only once."))


class LevelField(SelectField):
    """A level of the scale of the competence that is chosen beside it; none, unless it is needed with one."""

    what: CompetenceField
    competences: Sequence[Any]

    def __init__(self, label: Any, *, is_needed: bool = False, **other: Any) -> None:
        super().__init__(label, [self._check], choices=[], coerce=_level, validate_choice=False, **other)
        self.is_needed = is_needed

    def _check(self, _form: BaseForm, _field: SelectField) -> None:
        one = next((one for one in self.competences if one.id == self.what.data), None)
        if one is None or self.what.errors:
            return
        if self.data is None and self.is_needed:
            raise ValidationError(_("Please choose a level."))
        if self.data is not None and not 1 <= self.data <= one.highest:
            raise ValidationError(
                _(
                    "“%(competence)s” has levels from 1 to %(highest)s: please choose one of them.",
                    competence=one.title,
                    highest=one.highest,
                )
            )


class Line(StringField):
    """A line of text that is asked for; blanks around it don't count."""

    def __init__(self, label: Any, most: int, message: Any, **other: Any) -> None:
        checks = [DataRequired(message), Length(max=most, message=message)]
        super().__init__(label, checks, filters=[lambda typed: bare(typed) if typed else typed], **other)


class Day(DateField):
    """A day; `span` gives the first and the last that can be chosen. The one kept may stay.

    `too_early` is said of a day before the first, where `message` speaks of the last alone.
    """

    def __init__(
        self,
        label: Any,
        span: Callable[[], tuple[dt.date, dt.date]],
        message: Any,
        *,
        required: bool = False,
        too_early: Any = None,
        **other: Any,
    ) -> None:
        super().__init__(label, [DataRequired(message) if required else Optional(), self._check_span], **other)
        self.span, self.message, self.too_early = span, message, too_early or message

    def process_formdata(self, valuelist: list[str]) -> None:
        """Take what was typed; what is no day gets the field's own sentence."""
        if any(typed.strip() for typed in valuelist):
            _in_own_words(super().process_formdata, valuelist, self.message)
        else:
            self.data = None

    def _check_span(self, _form: BaseForm, _field: DateField) -> None:
        first, last = self.span()
        if self.data and self.data != self.object_data and not first <= self.data <= last:
            raise ValidationError(self.too_early if self.data < first else self.message)


class Hour(TimeField):
    """A time of the day."""

    def __init__(self, label: Any, message: Any, *, required: bool = False, **other: Any) -> None:
        super().__init__(label, [DataRequired(message) if required else Optional()], **other)
        self.message = message

    def process_formdata(self, valuelist: list[str]) -> None:
        """Take what was typed; what is no time gets the field's own sentence."""
        if any(typed.strip() for typed in valuelist):
            _in_own_words(super().process_formdata, [typed.strip() for typed in valuelist], self.message)
        else:
            self.data = None


class Moment(DateTimeLocalField):
    """A day with a time, as clocks in the house show it; may be left out. The one kept may stay."""

    def __init__(self, label: Any, span: Callable[[], tuple[dt.date, dt.date]], message: Any, **other: Any) -> None:
        super().__init__(label, [Optional(), self._check_span], format=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"], **other)
        self.span, self.message = span, message

    def process_formdata(self, valuelist: list[str]) -> None:
        """Take what was typed; what is no moment gets the field's own sentence."""
        if any(typed.strip() for typed in valuelist):
            _in_own_words(super().process_formdata, valuelist, self.message)
        else:
            self.data = None

    def _check_span(self, _form: BaseForm, _field: DateTimeLocalField) -> None:
        first, last = self.span()
        if self.data and self.data != self.object_data and not first <= self.data.date() <= last:
            raise ValidationError(self.message)


class Euros(Field):
    """An amount of money as people here write it, kept in cents; may be left out."""

    widget = TextInput()
    data: int | None

    def __init__(self, label: Any, message: Any, **other: Any) -> None:
        super().__init__(label, [Optional()], **other)
        self.message = message
        self.render_kw = {"inputmode": "decimal", **(self.render_kw or {})}

    def process_formdata(self, valuelist: list[str]) -> None:
        """Take what was typed; what is no amount gets the field's own sentence."""
        typed = "".join(valuelist).replace("€", "").strip()
        self.data = None
        if not typed:
            return
        found = re.fullmatch(r"(\d{1,7})(?:[.,](\d{1,2}))?", _plain_amount(typed))
        if found is None:
            raise ValueError(str(self.message))
        self.data = int(found[1]) * 100 + int((found[2] or "0").ljust(2, "0"))

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        whole, cents = divmod(self.data or 0, 100)
        comma = "," if language() == "de" else "."
        return "" if self.data is None else f"{whole}{f'{comma}{cents:02}' if cents else ''}"


def _plain_amount(typed: str) -> str:
    """The amount without what sets its thousands apart: 1.200,50 is 1200,50."""
    whole, comma, cents = typed.rpartition("," if language() == "de" else ".")
    return f"{_plain(whole)}{comma}{cents}" if comma else _plain(typed)


def _plain(typed: str) -> str:
    """The number without what sets its thousands apart: 1.200, 1 200."""
    apart = rf"[{THOUSANDS[language()]}\s]"
    return re.sub(apart, "", typed) if re.fullmatch(rf"\s*\d{{1,3}}({apart}\d{{3}})+\s*", typed) else typed


def _number(value: Any) -> int | None:
    return int(value) if value not in (None, "") else None


def _level(value: Any) -> int | None:
    """The number; what is none is no level of any scale."""
    if value in (None, ""):
        return None
    return int(value) if str(value).isdecimal() and len(str(value)) < 3 else 0


def _in_own_words(process: Callable[[list[str]], None], typed: list[str], message: Any) -> None:
    try:
        process(typed)
    except ValueError as error:
        raise ValueError(message) from error
