"""What fields take and what they say, in the words of this house."""

import datetime as dt

import pytest
from flask import Flask
from wtforms import IntegerField, StringField
from wtforms.validators import InputRequired, Length

from app.errors import Refused
from app.text.language import speaking
from app.web.fields import Day, WholeNumber
from app.web.form import Form

MINUTES = "Bitte geben Sie ganze Minuten von 15 bis 1.200 ein."


class Sample(Form):
    minutes = WholeNumber("Minuten", 15, 1200, MINUTES)


WHICH_DAY = "Bitte wählen Sie einen Tag im Jahr 2027."


def year() -> tuple[dt.date, dt.date]:
    return dt.date(2027, 1, 1), dt.date(2027, 12, 31)


class Days(Form):
    begins = Day("Ab wann?", year, WHICH_DAY, required=True)
    ends = Day("Bis wann?", year, WHICH_DAY)


class Plain(Form):
    title = StringField("Titel", [InputRequired(), Length(max=5)])
    number = IntegerField("Anzahl", [InputRequired()])


def sent(app: Flask, form: type[Form], *, language: str = "de", **typed: str) -> Form:
    with app.test_request_context(method="POST", data=typed), speaking(language):
        made = form(meta={"csrf": False})
        made.validate()
        return made


@pytest.mark.parametrize(
    ("language", "typed", "number"),
    [
        ("de", "1.200", 1200),
        ("de", "1 200", 1200),
        ("de", "1\u202f200", 1200),
        ("de", " 60 ", 60),
        ("en", "1,200", 1200),
        ("de", "1,200", None),
        ("en", "1.200", None),
        ("de", "1.20", None),
        ("de", "1.200,5", None),
        ("de", "viel", None),
    ],
)
def test_a_whole_number_may_be_written_as_people_write_it(app, language, typed, number):
    field = sent(app, Sample, language=language, minutes=typed).minutes

    assert (field.data, list(field.errors)) == (number, [] if number else [MINUTES])


@pytest.mark.parametrize("typed", ["", "  ", "morgen", "2026-12-31"])
def test_a_day_that_is_asked_for_cannot_be_left_out(app, typed):
    form = sent(app, Days, begins=typed, ends="")

    assert list(form.begins.errors) == [WHICH_DAY]
    assert list(form.ends.errors) == []
    assert (bool(form.begins.flags.required), bool(form.ends.flags.required)) == (True, False)


def test_a_refused_number_is_shown_as_it_was_typed(app):
    assert 'value="1.20"' in sent(app, Sample, minutes="1.20").minutes()


def test_a_field_without_a_sentence_of_its_own_speaks_as_a_person_would(app):
    empty, wrong = sent(app, Plain), sent(app, Plain, title="zu lang", number="viel")

    assert list(empty.title.errors) == ["Bitte füllen Sie dieses Feld aus."]
    assert list(wrong.title.errors) == ["Bitte schreiben Sie höchstens 5 Zeichen."]
    assert list(wrong.number.errors) == ["Bitte geben Sie eine ganze Zahl ein."]


def test_what_is_refused_though_everything_was_typed_rightly_is_not_called_a_mistake(app):
    heading = "Bitte prüfen Sie Ihre Eingaben"
    with app.test_request_context(method="POST"):
        form = Plain(meta={"csrf": False})
        form.refuse(Refused("Zu viele Versuche."))
        refused = app.jinja_env.get_template("components/form.html").module.error_summary(form)
        form.refuse(Refused("Diesen Titel gibt es schon.", "title"))
        mistaken = app.jinja_env.get_template("components/form.html").module.error_summary(form)

    assert (heading in refused, heading in mistaken) == (False, True)
    assert "Zu viele Versuche." in refused
