"""The code of a paper, and the reason of a revocation."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, StringField, TextAreaField, ValidationError
from wtforms.validators import DataRequired, Length

from app.certificates.rules import read_code
from app.web.form import Form

LONGEST_REASON = 500


class CodeForm(Form):
    """What somebody reads on a paper."""

    class Meta(Form.Meta):
        """It changes nothing, so it needs no token; its address may be kept."""

        csrf = False

    code = StringField(
        _l("Code"),
        [DataRequired(_l("Please enter the code that stands at the bottom of the certificate."))],
        description=_l(
            "It stands at the bottom of the certificate and has 20 letters and digits. Hyphens and capital letters "
            "make no difference."
        ),
    )

    def validate_code(self, field: StringField) -> None:
        """Say what is wrong before anybody looks for it."""
        if read_code(field.data or "") is None:
            raise ValidationError(
                _l("A code has 20 letters and digits. Please compare what you typed with the certificate.")
            )


class RevocationForm(Form):
    """Why a paper holds no longer."""

    reason = TextAreaField(
        _l("Why does it no longer hold?"),
        [
            DataRequired(_l("Please give a reason: the person reads it.")),
            Length(max=LONGEST_REASON, message=_l("Please use at most %(max)d characters.")),
        ],
        filters=[lambda typed: (typed or "").strip()],
        render_kw={"rows": 3, "maxlength": LONGEST_REASON},
        description=_l("The person reads this sentence. Whoever checks the certificate reads only that it is revoked."),
    )
    replaceable = BooleanField(
        _l("The person may download a corrected certificate"),
        description=_l("When something on it was wrong but the course is completed."),
    )
