"""What is typed in about a plan."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, IntegerField, RadioField, SelectField, StringField
from wtforms.validators import AnyOf, InputRequired, NumberRange, Optional, Regexp
from wtforms.widgets import HiddenInput

from app import clock
from app.competences.queries import choice
from app.courses.queries import Date
from app.plans.actions import DOWN, UP
from app.plans.forms import fields
from app.plans.forms.fields import WHICH_DAYS, days_ahead
from app.plans.rules import LONGEST_WEEK, NEXT, Details, ItemKind, ItemState, Priority
from app.web.fields import MOST, CompetenceField, Day, LevelField, Line, WholeNumber
from app.web.form import Form
from app.web.formats import moment

SHORTEST_WEEK = 15
A_YEAR = dt.timedelta(days=366)


def _around_today() -> tuple[dt.date, dt.date]:
    today = clock.today()
    return today - A_YEAR, today + A_YEAR


class VersionedForm(Form):
    """A form that knows which plan the person was looking at, so that nothing is overwritten unseen (R28)."""

    version = fields.version()

    def renew(self, version: int) -> None:
        """Say what the person is looking at now; what was typed stays."""
        self.version.raw_data, self.version.data = None, version


class ItemForm(Form):
    """A course or an event, put into the plan by a button."""

    course_id = IntegerField(validators=[Optional(), NumberRange(1, MOST)], widget=HiddenInput())
    event_id = IntegerField(validators=[Optional(), NumberRange(1, MOST)], widget=HiddenInput())
    next = HiddenField()

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether exactly one of them is named."""
        return bool(super().validate(extra_validators)) and (self.course_id.data is None) != (
            self.event_id.data is None
        )


class DetailsForm(Form):
    """What every step may have: a date, an importance, and a note that nobody else sees."""

    due_on = Day(_l("By when?"), days_ahead, WHICH_DAYS)
    due_days = fields.days_field(
        _l("Or: how many days after the start of your plan?"),
        description=_l("Instead of a day. Moves along when the start of your plan is moved."),
    )
    priority = fields.priority_field()
    state = SelectField(_l("Where does it stand?"), [fields.Always()], coerce=str, default=ItemState.ACTIVE.value)
    note = fields.Note(_l("Note"), description=_l("Only you see it."))

    def __init__(self, *things: Any, obj: Any = None, **values: Any) -> None:
        super().__init__(*things, obj=obj, **values)
        state = ItemState(obj.state) if obj else ItemState.ACTIVE
        reachable = [one for one in ItemState if one is state or one in NEXT[state]]
        self.state.choices = fields.options((one.value, fields.STATES[one]) for one in reachable)
        if obj and obj.due_days is not None and not self.is_submitted():
            self.due_on.data = None

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether there is one date at most, a day or a number of days."""
        is_fine = bool(super().validate(extra_validators))
        if is_fine and self.due_on.data and self.due_days.data is not None:
            self.due_days.errors = [_("Please give either a day or a number of days.")]
            return False
        return is_fine

    @property
    def values(self) -> dict[str, Any]:
        """The day, and all the rest as details."""
        values = super().values
        details = {name: values.pop(name) for name in Details.__dataclass_fields__ if name in values}
        return values | {"details": Details(**details | self._enums(details))}

    @staticmethod
    def _enums(details: dict[str, Any]) -> dict[str, Any]:
        kinds = {"kind": ItemKind(details["kind"])} if "kind" in details else {}
        return kinds | {"priority": Priority(details["priority"]), "state": ItemState(details["state"])}


class EditOwnStepForm(DetailsForm, VersionedForm):
    """Something of one's own, changed."""

    title = Line(
        _l("What do you want to do?"), 200, _l("Please say in a few words what you want to do: at most 200 characters.")
    )
    link = fields.Link(_l("Link"), description=_l("For something in the web."))
    minutes = WholeNumber(
        _l("How many minutes will it take?"),
        1,
        fields.LONGEST_STEP,
        _l("Please enter a whole number of minutes from 1 to 3600."),
        default=30,
    )
    reason = fields.Reason(_l("Why do you want to do it?"), description=_l("It stands with the step in your plan."))
    competence_id = CompetenceField(_l("Which competence is it for?"))
    target_level = LevelField(_l("Which level do you want to reach?"))

    def __init__(self, *things: Any, obj: Any = None, **values: Any) -> None:
        super().__init__(*things, obj=obj, **values)
        self.choice = choice([obj.competence_id] if obj else ())
        self.competence_id.offer(self.choice.competences, self.target_level)

    def keep_reason(self) -> None:
        """Leave the reason as it is: somebody else has given it."""
        del self.reason


class OwnStepForm(EditOwnStepForm):
    """Something of one's own, new; it doesn't matter which plan the person was looking at."""

    kind = fields.kind_field(ItemKind.PRACTICE, ItemKind.EXTERNAL, ItemKind.TALK, ItemKind.EVIDENCE, ItemKind.OWN)
    version = None  # type: ignore[assignment]


class EditItemForm(DetailsForm, VersionedForm):
    """What the person decides about a course or an event."""

    due_on = Day(_l("By when do you want to have done it?"), days_ahead, WHICH_DAYS)


class OrderForm(VersionedForm):
    """The order in which all movable steps stood: their numbers, with blanks between."""

    steps = StringField(validators=[InputRequired(), Regexp(r"[0-9]{1,18}( [0-9]{1,18})*\Z")], widget=HiddenInput())

    @property
    def order(self) -> list[int]:
        """The numbers."""
        return [int(one) for one in (self.steps.data or "").split()]


class SessionForm(Form):
    """The date of a seminar."""

    session_id = RadioField(
        _l("Dates"), [InputRequired(_l("Please choose a date."))], coerce=int, validate_choice=False
    )

    def offer(self, dates: Iterable[Date]) -> None:
        """The dates to choose from."""
        self.session_id.choices = fields.options((date.session_id, moment(date.starts_at)) for date in dates)


class MoveForm(VersionedForm):
    """Where a step goes: one place up or down, or before another step (0: to the end)."""

    direction = StringField(validators=[Optional(), AnyOf((UP, DOWN))], widget=HiddenInput())
    before = IntegerField(validators=[Optional(), NumberRange(0, MOST)], widget=HiddenInput())

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether exactly one of them is named."""
        return bool(super().validate(extra_validators)) and (not self.direction.data) != (self.before.data is None)


class TickForm(Form):
    """Whether a step is done."""

    done = BooleanField()


class BudgetForm(VersionedForm):
    """Time for learning."""

    weekly_minutes = WholeNumber(
        _l("Minutes a week"),
        SHORTEST_WEEK,
        LONGEST_WEEK,
        _l("Please enter a whole number of minutes from 15 to 1200."),
        description=_l("From 15 to 1200 minutes. Agree with your team when you have this time."),
    )
    starts_on = Day(
        _l("When does your plan start?"),
        _around_today,
        _l("Please choose a day of the last year or of the next."),
        description=_l("Only for steps whose date is so many days after the start."),
    )
