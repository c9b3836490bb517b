"""A family of jobs, and a job."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import SelectField
from wtforms.validators import InputRequired

from app.competences.forms.framework import A_TITLE, RevisionForm, TitlesForm
from app.competences.models import Profile
from app.people.labels import GRADES
from app.people.models import JobFamily
from app.people.rules import Grade
from app.web.fields import Line


class FamilyForm(TitlesForm):
    """A family and the profile that holds for it."""

    profile_id = SelectField(
        _l("Profile"),
        [InputRequired()],
        coerce=int,
        description=_l("It is proposed as a goal to everybody in these jobs; they choose for themselves."),
    )

    titles: Mapping[int, str] = MappingProxyType({})
    """The profiles that one can choose from, by id."""

    def offer(self, profiles: Iterable[Profile], *, english: bool) -> None:
        """Let one choose from these profiles, or none."""
        names = [(profile.id, profile.title_en if english else profile.title) for profile in profiles]
        self.profile_id.choices = [(0, _("none")), *names]
        self.titles = dict(names)


class NewJobForm(RevisionForm):
    """A job of the family on whose page one is."""

    title = Line(_l("Title"), 200, A_TITLE)
    grade = SelectField(
        _l("Level of hierarchy"),
        [InputRequired()],
        choices=lambda: [(grade.value, str(GRADES[grade])) for grade in Grade],
        default=Grade.CLERK.value,
        description=_l("Seats that are given by level, invitations and drawn panels go by it."),
    )

    @property
    def values(self) -> dict[str, Any]:
        """The level as what it is."""
        return super().values | {"grade": Grade(self.grade.data)}


class JobForm(NewJobForm):
    """A job and its family."""

    family_id = SelectField(_l("Family"), [InputRequired()], coerce=int)

    def offer(self, families: Iterable[JobFamily], *, english: bool) -> None:
        """Let one choose from these families."""
        self.family_id.choices = [(one.id, one.title_en if english else one.title) for one in families]
