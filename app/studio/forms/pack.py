"""A pack of courses to be read in."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms.validators import DataRequired

from app.files.field import SentField
from app.web.form import Form


class PackForm(Form):
    """The ZIP."""

    file = SentField(
        _l("ZIP file"),
        ".zip",
        description=_l("At most 500 MB, as it was made here or in another Lotse."),
        validators=[DataRequired(_l("Please choose a ZIP file."))],
    )

    @property
    def values(self) -> dict[str, Any]:
        """What `actions.lay_down` needs."""
        return {"sent": self.file.data}
