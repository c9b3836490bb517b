"""Planning an event."""

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import IntegerField, SubmitField, TextAreaField
from wtforms.form import BaseForm
from wtforms.validators import InputRequired, Length, NumberRange, ValidationError
from wtforms.widgets import HiddenInput

from app.bookings.fields import DateForm, bare, typed_of
from app.bookings.fields.date import TOO_LONG
from app.bookings.rules import Description, Mode
from app.competences.queries import choice
from app.events import rules
from app.events.models import Event
from app.people.models import OrgUnit, Person
from app.text.markdown import TooLong, to_html
from app.web.fields import MOST, Line
from app.web.targets import TargetRows, typed_before, with_rows

MOST_OUTCOMES = 3
LONGEST_BODY = 20_000


def _check_body(_form: BaseForm, field: TextAreaField) -> None:
    try:
        to_html(field.data or "")
    except TooLong as error:
        raise ValidationError(_("This text holds too many marks. Please make it simpler.")) from error


@with_rows(MOST_OUTCOMES)
class EventForm(TargetRows, DateForm):
    """All that an event says of itself."""

    title = Line(_l("Title"), 120, _l("Please enter a title of at most 120 characters."))
    summary = Line(
        _l("In one sentence"),
        300,
        _l("Please say in at most 300 characters what it is about."),
        description=_l("Stands in the agenda below the title."),
    )
    body = TextAreaField(
        _l("What people should know"),
        [Length(max=LONGEST_BODY, message=TOO_LONG), _check_body],
        filters=[bare],
        description=_l("Markdown: **bold**, lists with a hyphen, headings with ##."),
        render_kw={"rows": 12, "lang": "de"},
    )
    preview = SubmitField()

    def __init__(
        self, units: Sequence[OrgUnit], people: Sequence[Person], kept: Description | None = None, **values: Any
    ) -> None:
        super().__init__(units, people, kept, **values)
        self.offer(choice())

    @property
    def accepted(self) -> bool:
        """Whether it is to be saved and in order; a preview saves nothing."""
        return not self.preview.data and super().accepted

    @property
    def body_html(self) -> str:
        """What the text looks like, as far as it can be shown."""
        try:
            return to_html((self.body.data or "")[:LONGEST_BODY])
        except TooLong:
            return ""

    @property
    def values(self) -> dict[str, Any]:
        """The text, what is said of the date under the names of `Description`, and who else runs it."""
        title, link = self.title.data or "", self.link.data or None
        return {
            "text": rules.Text("", title, self.summary.data or "", self.body.data or "", link),
            "said": {"title": title} | self.said,
            "others": self.names,
            "outcomes": self.levels,
        }

    def faults(self) -> dict[str, str]:
        """The same, and that nobody would see a link."""
        faults = super().faults()
        if self.link.data and self.mode.data == Mode.DROP_IN.value:
            faults["link"] = _("Without sign-up nobody has a seat, so nobody would see the link.")
        return faults


class EditEventForm(EventForm):
    """An event that is there already, as it was when the page was opened."""

    revision = IntegerField(validators=[InputRequired(), NumberRange(0, MOST)], widget=HiddenInput())

    def __init__(self, units: Sequence[OrgUnit], event: Event, outcomes: dict[int, int]) -> None:
        bookable = event.bookable
        kept = bookable.description
        people = sorted((one.person for one in bookable.organisers), key=lambda person: person.sort_name)
        values = {name: getattr(event, name) for name in ("title", "summary", "body", "link", "revision")}
        super().__init__(units, people, kept, data=values | typed_of(kept) | typed_before(outcomes, MOST_OUTCOMES))

    @property
    def values(self) -> dict[str, Any]:
        """The same, and what the person has seen."""
        return super().values | {"revision": self.revision.data}

    def renew(self, revision: int) -> bool:
        """Say what the person is looking at now; whether somebody else has changed it in the meantime."""
        is_old = self.is_submitted() and self.revision.data != revision
        self.revision.raw_data, self.revision.data = None, revision
        return is_old
