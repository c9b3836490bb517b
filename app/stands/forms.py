"""What is typed in about a fair and its stands."""

from collections.abc import Sequence

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, DateField, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired, Length, Optional, ValidationError

from app import clock
from app.stands.models import Stand
from app.web.fields import Line
from app.web.form import Form
from app.web.ranking import RankingForm, ranking

LONGEST_TITLE, LONGEST_TEXT, LONGEST_REMARK, LONGEST_HALL, LONGEST_PLACE = 100, 800, 300, 80, 12
AT_MOST = _l("Please use at most %(max)d characters.")


class FairForm(Form):
    """Until when stands are registered."""

    last_day = DateField(
        _l("Until which day can offices register a stand?"),
        [InputRequired(_l("Please choose a day."))],
        description=_l("To the end of the day. Everybody for whom the event is open can register one."),
    )

    def validate_last_day(self, field: DateField) -> None:
        """Not in the past."""
        if field.data and field.data < clock.today():
            raise ValidationError(_("Please choose a day from today on."))


class StandForm(Form):
    """What a stand shows, and what it needs."""

    title = Line(
        _l("What is the stand called?"), LONGEST_TITLE, _l("Please give the stand a name of at most 100 characters."),
        description=_l("Say what there is to see: “The digital building file to try out”."),
    )  # fmt: skip
    description = TextAreaField(
        _l("What can visitors see and do there?"),
        [
            DataRequired(_l("Please say in two or three sentences what happens there.")),
            Length(max=LONGEST_TEXT, message=AT_MOST),
        ],
        filters=[lambda typed: (typed or "").strip()],
        render_kw={"rows": 5, "maxlength": LONGEST_TEXT},
    )
    needs_power = BooleanField(_l("The stand needs electricity"))
    needs_table = BooleanField(_l("The stand needs a table and chairs"))
    remark = TextAreaField(
        _l("What else should those who run the fair know?"),
        [Optional(), Length(max=LONGEST_REMARK, message=AT_MOST)],
        filters=[lambda typed: (typed or "").strip()],
        description=_l("For example a partition wall, or a quiet corner. Only they read it."),
        render_kw={"rows": 2, "maxlength": LONGEST_REMARK},
    )


class PlaceForm(Form):
    """Where a stand is."""

    hall = Line(
        _l("Hall or room"), LONGEST_HALL, _l("Please enter a hall or room of at most 80 characters."),
        description=_l("Stands with the same hall are listed together."),
    )  # fmt: skip
    place = Line(
        _l("Number of the stand"),
        LONGEST_PLACE,
        _l("Please enter a number of at most 12 characters, such as 7 or A 3."),
    )


class DeclineForm(Form):
    """Why there is no place."""

    reason = StringField(
        _l("Why can’t there be a place?"),
        [DataRequired(_l("Please give a reason: the office reads it.")), Length(max=LONGEST_REMARK, message=AT_MOST)],
        filters=[lambda typed: (typed or "").strip()],
        description=_l("The office reads this sentence. Say what is still possible, such as sharing a stand."),
    )


class TourForm(RankingForm):
    """A number for each marked stand."""

    prefix = "stand-"
    twice = _l("Please use each number only once.")
    changed = _l("Your tour has changed since you opened this page. Please look at it again.")


def tour_form(stands: Sequence[Stand]) -> TourForm:
    """The form for these stands, in the order of the tour as it is."""
    return ranking(TourForm, [stands], _stop, {stand.id: at for at, stand in enumerate(stands, start=1)})


def _stop(rank: int) -> str:
    return _("stop %(number)s", number=rank) if rank else _("not on the tour")
