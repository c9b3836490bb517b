"""What HR types in about a template, its steps and its rule, and who is to get it."""

import datetime as dt
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, RadioField, StringField, TextAreaField
from wtforms.validators import AnyOf, Length, Optional
from wtforms.widgets import HiddenInput

from app import clock
from app.competences.queries import choice
from app.people.rules import Role
from app.people.tree import indented
from app.people.viewer import Viewer
from app.plans import queries
from app.plans.actions import DOWN, UP
from app.plans.forms import fields
from app.plans.rules import Beginning, ItemKind, Priority, Reach, TemplateStep
from app.web.fields import CompetenceField, Day, LevelField, Line, WholeNumber
from app.web.form import Form

LONGEST_BODY = 20_000
EARLIEST = dt.date(1970, 1, 1)
BEGINNINGS = {
    Beginning.ASSIGNMENT: _l("from the day on which somebody gets the template"),
    Beginning.ENTRY: _l("from the day on which somebody began to work here"),
}


def _since() -> tuple[dt.date, dt.date]:
    return EARLIEST, clock.today() + fields.FARTHEST


class TemplateForm(Form):
    """What a template says of itself."""

    title = Line(_l("Title"), 120, _l("Please enter a title of at most 120 characters."))
    title_en = Line(_l("Title in English"), 120, _l("Please enter a title of at most 120 characters."))
    audience = Line(_l("For whom is it?"), 400, _l("Please say in a sentence for whom it is: at most 400 characters."))
    body = TextAreaField(
        _l("What should people know about it?"),
        [Optional(), Length(max=LONGEST_BODY)],
        filters=[lambda typed: typed or ""],
    )
    beginning = RadioField(
        _l("From when do the dates count?"),
        [fields.Always()],
        coerce=str,
        default=Beginning.ASSIGNMENT.value,
        choices=fields.options((one.value, words) for one, words in BEGINNINGS.items()),
    )
    has_buddy = BooleanField(_l("A colleague accompanies the person"))

    @property
    def values(self) -> dict[str, Any]:
        """With the beginning as one of its two."""
        values = super().values
        return values | {"beginning": Beginning(values["beginning"])}


class TemplateStepForm(Form):
    """A step of a template, changed; its kind stays."""

    title = Line(
        _l("What is to be done?"), 200, _l("Please say in a few words what is to be done: at most 200 characters.")
    )
    course_id = fields.Chosen(_l("Which course?"), message=_l("Please choose a course."))
    link = fields.Link(_l("Link"), description=_l("For something in the web."))
    minutes = WholeNumber(
        _l("How long does it take, in minutes?"),
        1,
        fields.LONGEST_STEP,
        _l("Please enter a whole number of minutes from 1 to 3600."),
        default=30,
    )
    due_days = fields.days_field(_l("How many days after the beginning is it due?"))
    priority = fields.priority_field()
    competence_id = CompetenceField(_l("Which competence is it for?"))
    target_level = LevelField(_l("Which level is it to lead to?"))
    reason = Line(
        _l("Why?"), fields.LONGEST_REASON, _l("Please give the reason in a sentence: at most 400 characters.")
    )

    def __init__(self, kind: ItemKind, obj: Any = None, **values: Any) -> None:
        super().__init__(obj=obj, **values)
        self.chosen_kind = kind
        self.choice = choice([obj.competence_id] if obj else ())
        self.competence_id.offer(self.choice.competences, self.target_level)
        if kind is ItemKind.COURSE:
            del self.title, self.minutes, self.link
            courses = queries.courses_to_choose()
            self.course_id.choices = fields.options((course.id, course.title) for course in courses)
        else:
            del self.course_id
            if kind is not ItemKind.EXTERNAL:
                del self.link

    @property
    def values(self) -> dict[str, Any]:
        """One step."""
        values = super().values
        return {"step": TemplateStep(**values | {"kind": self.chosen_kind, "priority": Priority(values["priority"])})}


class ReachForm(Form):
    """Whom a template is for."""

    unit_id = fields.Chosen(_l("Unit, with all below it"))
    family_id = fields.Chosen(_l("Job family"))
    since = Day(_l("Works here since"), _since, _l("Please enter a day."))
    within_days = fields.days_field(
        _l("Or: began within the last … days"),
        1,
        _l("Please enter a whole number of days from 1 to 1826."),
        description=_l("Instead of a day. Whoever begins later is reached then."),
    )

    def __init__(self, viewer: Viewer, **values: Any) -> None:
        super().__init__(**values)
        units = indented(queries.units_to_choose(viewer))
        everywhere = [(None, _("The whole house"))] if "/" in viewer.scopes.get(Role.HR, ()) else []
        self.unit_id.choices = fields.options([*everywhere, *units])
        families = [(family.id, family.title) for family in queries.families_to_choose()]
        self.family_id.choices = fields.options([(None, _("All")), *families])

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether it says in one way alone since when somebody works here."""
        is_fine = bool(super().validate(extra_validators))
        if is_fine and self.since.data and self.within_days.data:
            self.within_days.errors = [_("Please enter either a day or a number of days, not both.")]
            return False
        return is_fine

    @property
    def values(self) -> dict[str, Any]:
        """One rule."""
        return {"reach": Reach(**super().values)}


class PersonForm(Form):
    """Who is to get a template."""

    who = Line(
        _l("Name, e-mail address or personnel number"),
        200,
        _l("Please enter the whole name, or the e-mail address."),
        description=_l("For example “Kim Muster”."),
    )
    buddy = StringField(
        _l("Whom do you ask to be the buddy?"),
        [Optional(), Length(max=200)],
        description=_l(
            "A colleague who meets the person once a week. Without a name, their leader is asked to find one."
        ),
    )

    def __init__(self, *, has_buddy: bool) -> None:
        super().__init__()
        if not has_buddy:
            del self.buddy


class DirectionForm(Form):
    """One place up or down."""

    direction = StringField(validators=[AnyOf((UP, DOWN))], widget=HiddenInput())
