"""Templates are compiled with their sentences, once for each language."""

import pytest
from flask import render_template
from jinja2 import DictLoader
from werkzeug.routing import BuildError

from app.text.language import speaking

TEXTS = {
    "page.html": """{% from "word.html" import word %}
{{ _("Change") }}|{% include "line.html" %}|{{ word() }}|{{ _("Talk with %(name)s", name=name) }}""",
    "line.html": """{{ _("Withdrawn") }}""",
    "word.html": """{% macro word() %}{{ _("Cancel") }}{% endmacro %}""",
}
GERMAN = "Ändern|Zurückgezogen|Abbrechen|Gespräch mit &lt;Ada&gt;"
ENGLISH = "Change|Withdrawn|Cancel|Talk with &lt;Ada&gt;"


@pytest.fixture
def spoken(app, monkeypatch):
    monkeypatch.setattr(app.jinja_env, "loader", DictLoader(TEXTS))

    def spoken(language):
        with app.test_request_context(), speaking(language):
            return render_template("page.html", name="<Ada>").strip()

    return spoken


def test_a_page_speaks_the_language_of_each_who_asks_whoever_asked_before(spoken):
    assert [spoken(one) for one in ("de", "en", "de", "en")] == [GERMAN, ENGLISH, GERMAN, ENGLISH]


def test_what_is_filled_in_is_asked_with_each_page(app):
    template = app.jinja_env.from_string(
        "{{ url_for('plans.show_plan') }} {{ url_for('courses.show_course', slug=it) }}"
    )

    with app.test_request_context():
        assert [template.render(it=it) for it in ("a", "b")] == ["/plan /courses/a", "/plan /courses/b"]


def test_an_address_that_is_nowhere_is_found_when_a_template_is_compiled(app):
    with app.test_request_context(), pytest.raises(BuildError):
        app.jinja_env.from_string("{% if False %}{{ url_for('plans.show_nothing') }}{% endif %}")


def test_a_template_compiled_before_anybody_asks_speaks_german(app):
    assert app.jinja_env.from_string("{{ _('Cancel') }}").render() == "Abbrechen"


def test_templates_kept_for_all_languages_would_speak_that_of_who_asked_first(app, spoken, monkeypatch):
    monkeypatch.setattr(app.jinja_env, "cache", {})

    assert [spoken(one) for one in ("en", "de")] == [ENGLISH, ENGLISH.replace("Talk with", "Gespräch mit")]
