"""A few words to everybody with a seat."""

from flask_babel import lazy_gettext as _l
from wtforms import TextAreaField
from wtforms.validators import DataRequired, Length

from app.web.form import Form

LONGEST_NEWS = 1000


class NewsForm(Form):
    """What those who run a date write."""

    note = TextAreaField(
        _l("Your message"),
        [
            DataRequired(_l("Please write something.")),
            Length(max=LONGEST_NEWS, message=_l("Please use at most %(max)d characters.")),
        ],
        filters=[lambda typed: typed.strip() if typed else typed],
        description=_l("What to bring, how to get there, what to read before."),
        render_kw={"rows": 6, "maxlength": LONGEST_NEWS},
    )
