"""The sample form of the gallery: one field of each kind, one of them in error."""

from wtforms import BooleanField, DateField, IntegerField, RadioField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import InputRequired

from app.web.form import Form


class SampleForm(Form):
    """What every kind of field looks like."""

    title = StringField("Titel der Fortbildung", [InputRequired()], description="So, wie sie der Anbieter nennt.")
    day = DateField("Beginn", [InputRequired()])
    seats = IntegerField("Anzahl der Plätze", [InputRequired()])
    reason = TextAreaField("Begründung", description="Ihre Führungskraft liest diesen Text.")
    kind = SelectField("Art", choices=[SelectChoice("course", "Kurs"), SelectChoice("event", "Veranstaltung")])
    way = RadioField(
        "Wie möchten Sie teilnehmen?", choices=[SelectChoice("here", "vor Ort"), SelectChoice("online", "online")]
    )
    automatic = BooleanField("Platz automatisch annehmen", description="Wenn einer frei wird, gehört er Ihnen.")


def sample_form() -> SampleForm:
    """The form with an error at its first field."""
    form = SampleForm(formdata=None)
    form.title.errors = ["Bitte geben Sie einen Titel an."]
    return form
