"""What is ticked in a proposal."""

from flask_babel import lazy_gettext as _l
from wtforms import SelectMultipleField
from wtforms.validators import InputRequired
from wtforms.widgets import CheckboxInput, ListWidget

from app.web.form import Form


class ProposalForm(Form):
    """The steps of the proposal that are wanted."""

    courses = SelectMultipleField(
        _l("Steps"),
        [InputRequired()],
        coerce=int,
        widget=ListWidget(prefix_label=False),
        option_widget=CheckboxInput(),
        validate_choice=False,
    )
