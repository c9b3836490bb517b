"""A length ends in a dot in German (“2 Std.”), and so does a short day (“24.11.”): none of them ends a sentence."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from jinja2 import Environment, nodes

APP = Path(__file__).parents[2] / "app"
ENDS_IN_A_DOT = {"minutes", "short_day"}
GETTEXT = {"_", "_l", "gettext", "ngettext", "lazy_gettext"}


def of_templates(source: str) -> Iterator[tuple[str, str]]:
    """The sentences of a template in which such words stand, each with the name under which they do."""
    for call in Environment(autoescape=True).parse(source).find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name in GETTEXT:
            for named in call.kwargs:
                filters = {named.value} if isinstance(named.value, nodes.Filter) else set()
                filters |= set(named.value.find_all(nodes.Filter))
                if ENDS_IN_A_DOT & {one.name for one in filters}:
                    yield from ((text.value, named.key) for text in call.args if isinstance(text, nodes.Const))


def of_code(source: str) -> Iterator[tuple[str, str]]:
    """The same of a module."""
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in GETTEXT:
            for named in call.keywords:
                used = {one.id for one in ast.walk(named.value) if isinstance(one, ast.Name)}
                used |= {one.attr for one in ast.walk(named.value) if isinstance(one, ast.Attribute)}
                if ENDS_IN_A_DOT & used and named.arg:
                    yield from ((text.value, named.arg) for text in call.args if isinstance(text, ast.Constant))


def faults(sentences: Iterator[tuple[str, str]], german: dict[str, list[str]]) -> list[str]:
    """Those that read “2 Std..”."""
    return [
        text
        for sentence, name in sentences
        for text in german.get(sentence, [])
        if re.search(rf"%\({name}\)s\.(?!\d)", text)
    ]


@pytest.fixture(scope="module")
def german() -> dict[str, list[str]]:
    """The German of each sentence; of one with a plural, both."""
    with (APP / "translations/de/LC_MESSAGES/messages.po").open("rb") as file:
        found: dict[str, list[str]] = {}
        for message in read_po(file):
            ids, texts = ([one] if isinstance(one, str) else list(one) for one in (message.id, message.string))
            found |= dict.fromkeys(ids, texts)
        return found


def test_no_sentence_ends_in_two_dots(german):
    sentences = [
        *(pair for path in APP.rglob("*.html") for pair in of_templates(path.read_text())),
        *(pair for path in APP.rglob("*.txt") for pair in of_templates(path.read_text())),
        *(pair for path in APP.rglob("*.py") for pair in of_code(path.read_text())),
    ]

    assert len(sentences) > 20
    assert faults(iter(sentences), german) == []


def test_it_sees_a_length_at_the_end_wherever_it_is_written():
    texts = {"for %(time)s": ["Noch %(time)s."], "of %(num)d": ["%(time)s nach %(num)d."]}
    template = of_templates('{{ _("for %(time)s", time=plan.minutes|minutes) }}')
    code = of_code('_("for %(time)s", time=minutes(90))')
    inside = of_templates('{{ ngettext("of %(num)d", "of %(num)d", 2, time=steps|sum(attribute="m")|minutes) }}')

    assert faults(template, texts) == faults(code, texts) == ["Noch %(time)s."]
    assert faults(inside, texts) == []
