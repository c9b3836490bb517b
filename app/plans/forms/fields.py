"""Fields that steps of plans and of templates share."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import IntegerField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.form import BaseForm
from wtforms.validators import InputRequired, Length, NumberRange, Optional, ValidationError
from wtforms.widgets import HiddenInput

from app import clock
from app.plans.rules import ItemKind, ItemState, Priority, is_web_address
from app.web.fields import MOST

LONGEST_STEP = 60 * 60
LONGEST_NOTE = 2000
LONGEST_REASON = 400
FARTHEST = dt.timedelta(days=5 * 365 + 1)
WHICH_DAYS = _l("Please choose a day from today on, at most five years ahead.")
HOW_MANY_DAYS = _l("Please enter a whole number of days from 0 to 1826.")

KINDS = {
    ItemKind.COURSE: _l("Course"),
    ItemKind.PRACTICE: _l("Practice task"),
    ItemKind.EXTERNAL: _l("Something to read, watch or visit"),
    ItemKind.TALK: _l("Talk"),
    ItemKind.EVIDENCE: _l("Evidence to hand in"),
    ItemKind.OWN: _l("Something else"),
}
PRIORITIES = {Priority.HIGH: _l("High"), Priority.NORMAL: _l("Normal"), Priority.LOW: _l("Low")}
STATES = {
    ItemState.DRAFT: _l("Noted, not decided yet"),
    ItemState.PROPOSED: _l("Proposed to me"),
    ItemState.AGREED: _l("Agreed with my leader"),
    ItemState.ACTIVE: _l("Taken on"),
    ItemState.DONE: _l("Done"),
}


class Always:
    """A choice that always has a value, since one is chosen beforehand."""

    field_flags = {"required": True}

    def __call__(self, _form: BaseForm, _field: Any) -> None:
        """Nothing to ask for."""


def days_ahead() -> tuple[dt.date, dt.date]:
    """From today on, five years."""
    today = clock.today()
    return today, today + FARTHEST


def version() -> IntegerField:
    """Which plan the person was looking at."""
    return IntegerField(validators=[InputRequired(), NumberRange(0, MOST)], widget=HiddenInput())


def options(pairs: Iterable[tuple[Any, Any]]) -> list[Any]:
    """The options of a list, from values and their words."""
    return [SelectChoice(value="" if value is None else str(value), label=words) for value, words in pairs]


def kind_field(*kinds: ItemKind) -> SelectField:
    """What a step is."""
    choices = options((kind.value, KINDS[kind]) for kind in kinds)
    return SelectField(_l("What is it?"), [Always()], choices=choices, coerce=str, default=kinds[-1].value)


def priority_field() -> SelectField:
    """How much a step matters."""
    choices = options((one.value, words) for one, words in PRIORITIES.items())
    return SelectField(
        _l("How important is it?"), [Always()], choices=choices, coerce=str, default=Priority.NORMAL.value
    )


def days_field(label: Any, least: int = 0, message: Any = HOW_MANY_DAYS, **other: Any) -> IntegerField:
    """So many days after a beginning, or since one."""
    return Days(label, [Optional(), NumberRange(least, FARTHEST.days, message)], message=message, **other)


class Days(IntegerField):
    """So many days; what is no number gets the field's own sentence."""

    def __init__(self, label: Any, checks: list[Any], *, message: Any, **other: Any) -> None:
        super().__init__(label, checks, **other)
        self.message = message

    def process_formdata(self, valuelist: list[str]) -> None:
        """Take what was typed; nothing is no number of days."""
        typed = "".join(valuelist).strip()
        if not typed and valuelist:
            self.data = None
        elif valuelist:
            try:
                self.data = int(typed)
            except ValueError as error:
                self.data = None
                raise ValueError(self.message) from error


class Link(StringField):
    """The address of a page in the web; may be left out."""

    def __init__(self, label: Any, **other: Any) -> None:
        super().__init__(label, [Optional(), Length(max=2000), self._check], filters=[_bare], **other)

    def _check(self, _form: BaseForm, _field: StringField) -> None:
        if not is_web_address(self.data or ""):
            raise ValidationError(_l("Please enter the whole address of the page, from https:// on."))


class Note(TextAreaField):
    """A few words; may be left out."""

    def __init__(self, label: Any, **other: Any) -> None:
        super().__init__(label, [Optional(), Length(max=LONGEST_NOTE)], filters=[_bare], **other)


class Reason(StringField):
    """Why, in a sentence; may be left out."""

    def __init__(self, label: Any, **other: Any) -> None:
        too_long = Length(max=LONGEST_REASON, message=_l("Please use at most %(max)d characters."))
        super().__init__(label, [Optional(), too_long], filters=[lambda typed: (typed or "").strip()], **other)


class Chosen(SelectField):
    """One of some rows by its number; none, unless there is a message that asks for one."""

    def __init__(self, label: Any, message: Any = None, **other: Any) -> None:
        checks = [InputRequired(message)] if message else [Optional()]
        super().__init__(label, checks, choices=[], coerce=_number, **other)


def _number(value: Any) -> int | None:
    return int(value) if value not in (None, "") else None


def _bare(typed: Any) -> str | None:
    return str(typed).strip() or None if typed else None
