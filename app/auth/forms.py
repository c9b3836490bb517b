"""The sign-in form."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import PasswordField, StringField
from wtforms.validators import InputRequired, Length

from app.web.form import Form


def _asked(most: int, sentence: Any) -> list[InputRequired | Length]:
    return [InputRequired(sentence), Length(max=most, message=sentence)]


class SignInForm(Form):
    """Name and password."""

    identifier = StringField(
        _l("E-mail address or personnel number"),
        _asked(254, _l("Please enter your e-mail address or your personnel number.")),
        render_kw={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"},
    )
    password = PasswordField(
        _l("Password"),
        _asked(1024, _l("Please enter your password.")),
        render_kw={"autocomplete": "current-password"},
    )
