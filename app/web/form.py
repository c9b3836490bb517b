"""The form that all forms start from: protected, and losing nothing that was typed."""

from collections.abc import Callable
from typing import Any

from flask import render_template, request
from flask_wtf import FlaskForm
from wtforms.form import BaseForm

from app.db import db
from app.errors import Refused
from app.web.sentences import Sentences


class Form(FlaskForm):  # type: ignore[misc]
    """A page's form: `accepted` when it was sent and is in order, `carry` to act on it."""

    class Meta(FlaskForm.Meta):  # type: ignore[misc]
        """Where the values come from."""

        def wrap_formdata(self, form: BaseForm, formdata: Any) -> Any:
            """What a browser's form sent; a JSON body may hold anything, also what no field expects."""
            return None if request.is_json else super().wrap_formdata(form, formdata)

        def get_translations(self, _form: BaseForm) -> Sentences:
            """What a field says that has no sentence of its own."""
            return Sentences()

    @property
    def accepted(self) -> bool:
        """Whether the form was sent and every field is in order."""
        return bool(self.validate_on_submit())

    @property
    def values(self) -> dict[str, Any]:
        """What was typed, as plain values by field name."""
        return {name: value for name, value in self.data.items() if name != "csrf_token"}

    @property
    def refusals(self) -> list[str]:
        """Sentences that belong to the whole form."""
        return list(self.form_errors)

    def carry(self, action: Callable[..., object], *things: object, **named: object) -> bool:
        """Run the action with the form's values; what it refuses is undone and shown in the form."""
        try:
            with db.session.begin_nested():
                action(*things, **self.values, **named)
        except Refused as refused:
            self.refuse(refused)
            return False
        return True

    def refuse(self, refused: Refused) -> None:
        """Show a refusal at its field, or above the form."""
        field = self._fields.get(refused.field)
        if field is None:
            self.form_errors.append(refused.sentence)
        else:
            field.errors = [*field.errors, refused.sentence]


def render_form(template: str, form: Form, **values: object) -> str | tuple[str, int]:
    """The page of a form: 422 when it was sent and not accepted, so that it is never mistaken for saved."""
    page = render_template(template, form=form, **values)
    return (page, 422) if form.is_submitted() else page
