"""Publishing a draft: what takes the place of each competence; and links between competences."""

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import IntegerField, SelectField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import InputRequired, NumberRange
from wtforms.widgets import HiddenInput

from app.competences.forms.framework import RevisionForm
from app.competences.queries import Model, Named
from app.competences.rules import SAID_BY_HAND, Change, Item, LinkKind
from app.web.fields import MOST
from app.web.form import Form


class PublicationForm(RevisionForm):
    """A choice for each competence of the version before; `publication_form` adds them."""

    changes: tuple[Change, ...] = ()

    def field_of(self, change: Change) -> Any:
        """The choice for one competence."""
        return self[f"replacement_{change.old.id}"]

    @property
    def values(self) -> dict[str, Any]:
        """The choices under one name; 0 stands for nothing."""
        return {
            "revision": self.revision.data,
            "replaced": {one.old.id: self.field_of(one).data or None for one in self.changes},
        }


def publication_form(changes: Sequence[Change], after: Sequence[Item], revision: int) -> PublicationForm:
    """The form with a choice among the new competences for each old one; the proposed one is chosen."""
    choices = [(0, _("nothing: it ends")), *((item.id, item.title) for item in after)]
    fields: dict[str, Any] = {
        f"replacement_{one.old.id}": SelectField(
            one.old.title,
            [InputRequired()],
            coerce=int,
            choices=[SelectChoice(*choice) for choice in choices],
            default=one.proposed or 0,
        )
        for one in changes
    }
    kind = type("PublicationForm", (PublicationForm,), fields | {"changes": tuple(changes)})
    form: PublicationForm = kind(revision=revision)
    return form


class LinkForm(Form):
    """How a competence belongs to another one."""

    kind = SelectField(_l("The other one"), [InputRequired()])
    target_id = SelectField(_l("Competence"), [InputRequired()], coerce=int)

    @property
    def values(self) -> dict[str, Any]:
        """The kind as a word of the rules."""
        return {"target_id": self.target_id.data, "kind": LinkKind(self.kind.data)}


class TargetForm(Form):
    """The other end of a link."""

    target_id = IntegerField(validators=[InputRequired(), NumberRange(1, MOST)], widget=HiddenInput())


def link_form(competences: Sequence[Named], models: Sequence[Model]) -> LinkForm:
    """The form with the competences in use, by model."""
    form = LinkForm()
    kinds = {
        LinkKind.EXACT: _("means the same"),
        LinkKind.BROADER: _("is broader"),
        LinkKind.NARROWER: _("is narrower"),
        LinkKind.RELATED: _("is related"),
    }
    form.kind.choices = [(kind.value, kinds[kind]) for kind in SAID_BY_HAND]
    form.target_id.choices = {
        model.title: [(one.id, one.title) for one in competences if one.framework_id == model.id] for model in models
    }
    return form
