"""The sign-in form."""

from flask_babel import lazy_gettext as _l
from wtforms import PasswordField, StringField
from wtforms.validators import InputRequired, Length

from app.web.form import Form


class SignInForm(Form):
    """Name and password."""

    identifier = StringField(
        _l("E-mail address or personnel number"),
        [InputRequired(), Length(max=254)],
        render_kw={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"},
    )
    password = PasswordField(
        _l("Password"), [InputRequired(), Length(max=1024)], render_kw={"autocomplete": "current-password"}
    )
