"""The shape of the code: small modules, templates where they belong, and words that have one home.

Each guard is a function that returns what it finds, and is itself tested on something it must find.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from jinja2 import nodes

pytestmark = pytest.mark.any_database

ROOT = Path(__file__).parents[2]
APP = ROOT / "app"
MODULES = sorted(APP.rglob("*.py"))
TEMPLATES = sorted(path for path in APP.rglob("templates/**/*.*") if path.suffix != ".md")
MOST_LINES = 300
MOST_LINES_OF_FUNCTION = 40
MOST_LINES_OF_TEMPLATE = 150
HOMES = {
    r"\.commit\(": ("app/web/transaction.py", "app/db.py", "app/engine.py", "app/jobs/runner.py", "app/cli/"),
    r"os\.environ|os\.getenv|getenv\(": ("config.py",),
    r"datetime\.now\(|datetime\.utcnow\(|date\.today\(|time\.time\(": ("app/clock.py",),
    r"flask_sqlalchemy_lite": ("app/db.py",),
    r"render_template_string|from_string\(": (),
}
RENDERED = {"body_html"}
"""Columns that hold HTML made by `text.markdown`: the only ones that may be shown as they are."""
HTML_BY_HAND = re.compile(r"""\sstyle\s*=|\son[a-z]+\s*=\s*["']|<style|javascript:""", re.IGNORECASE)
INLINE_SCRIPT = re.compile(r"<script(?![^>]*\ssrc=)", re.IGNORECASE)
SAFE = re.compile(r"([\w.]+)\s*\|\s*safe\b")
PAGES_WITHOUT_ENDPOINT = {"errors", "layouts", "components", "mail"}


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


SOURCES = {path: read(path) for path in [*MODULES, ROOT / "config.py", ROOT / "wsgi.py"]}


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def long_functions(source: str) -> list[str]:
    found = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return [node.name for node in found if (node.end_lineno or 0) - node.lineno + 1 > MOST_LINES_OF_FUNCTION]


def strangers(source: str, name: str, homes: dict[str, tuple[str, ...]] = HOMES) -> list[str]:
    """Words that this module uses and that live elsewhere."""
    return [word for word, home in homes.items() if re.search(word, source) and not name.startswith(home or ("-",))]


def handmade_html(source: str) -> list[str]:
    without_comments = re.sub(r"{#.*?#}", "", source, flags=re.DOTALL)
    unsafe = [name for name in SAFE.findall(without_comments) if name.rpartition(".")[2] not in RENDERED]
    return [*HTML_BY_HAND.findall(without_comments), *INLINE_SCRIPT.findall(without_comments), *unsafe]


def unused_imports(tree: nodes.Template) -> list[str]:
    imported = {
        alias[1] if isinstance(alias, tuple) else alias
        for node in tree.find_all(nodes.FromImport)
        for alias in node.names
    }
    used = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "load"}
    return sorted(imported - used)


def page_values(source: str) -> set[str]:
    """The names that every page has from `app/factory.py`."""
    asked = next(node for node in ast.walk(ast.parse(source)) if getattr(node, "name", "") == "_asked_page_values")
    given = next(node.value for node in ast.walk(asked) if isinstance(node, ast.Return))
    return {key.value for key in given.keys}


def names_set(tree: nodes.Template) -> set[str]:
    """The names that a template sets or imports, for itself and for the layout that it fills."""
    imported = {
        alias[1] if isinstance(alias, tuple) else alias
        for node in tree.find_all(nodes.FromImport)
        for alias in node.names
    }
    made = {node.name for node in tree.find_all(nodes.Macro)} | {node.target for node in tree.find_all(nodes.Import)}
    return imported | made | {node.name for node in tree.find_all(nodes.Name) if node.ctx == "store"}


def names_given(source: str) -> set[str]:
    """The names under which a module gives values to pages."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    renders = [call for call in calls if getattr(call.func, "id", "") in ("render_template", "render_form")]
    return {keyword.arg for call in renders for keyword in call.keywords if keyword.arg}


def strange_places(names: list[str], endpoints: set[str]) -> list[str]:
    """Pages, as `package/…/page.html`, that no endpoint of that package shows."""
    found = []
    for name in names:
        package, _, rest = name.partition("/")
        page = Path(rest).stem
        is_part = page.startswith("_") or PAGES_WITHOUT_ENDPOINT & set(name.split("/")[:-1])
        if not is_part and name.endswith(".html") and f"{package}.{page}" not in endpoints:
            found.append(name)
    return found


def template_names() -> Iterator[tuple[Path, str]]:
    for path in TEMPLATES:
        folder = next(parent for parent in path.parents if parent.name == "templates")
        yield path, path.relative_to(folder).as_posix()


def is_letter(path: Path) -> bool:
    return "mail" in path.parts or path.stem == "mail"


def test_modules_and_their_functions_are_short():
    long_modules = [relative(path) for path, source in SOURCES.items() if source.count("\n") > MOST_LINES]
    functions = {relative(path): long_functions(source) for path, source in SOURCES.items()}

    assert long_modules == []
    assert {name: found for name, found in functions.items() if found} == {}


def test_some_words_have_one_home():
    away = {relative(path): strangers(source, relative(path)) for path, source in SOURCES.items()}

    assert {name: found for name, found in away.items() if found} == {}


def test_templates_are_short():
    assert [name for path, name in template_names() if read(path).count("\n") > MOST_LINES_OF_TEMPLATE] == []


def test_templates_have_no_script_style_or_raw_html_of_their_own():
    by_hand = {name: handmade_html(read(path)) for path, name in template_names() if not is_letter(path)}

    assert {name: found for name, found in by_hand.items() if found} == {}


def test_a_template_lies_in_the_folder_of_its_package():
    elsewhere = [
        name
        for path, name in template_names()
        if path.relative_to(APP).parts[0] != "web" and name.partition("/")[0] != path.relative_to(APP).parts[0]
    ]

    assert elsewhere == []


def test_a_page_is_named_for_its_endpoint(built: Flask):
    names = [name for _, name in template_names()]

    assert strange_places(names, set(built.view_functions)) == []


def test_every_template_compiles_and_uses_what_it_imports(built: Flask):
    unused = {}
    for _, name in template_names():
        source, _, _ = built.jinja_env.loader.get_source(built.jinja_env, name)
        built.jinja_env.get_template(name)
        unused[name] = unused_imports(built.jinja_env.parse(source))

    assert {name: found for name, found in unused.items() if found} == {}


def test_no_page_sets_a_name_that_every_page_has(built: Flask):
    """A page that sets `here`, say, would send the forms of its layout elsewhere."""
    known = page_values(read(APP / "factory.py"))
    overwritten = {name: names_set(built.jinja_env.parse(read(path))) & known for path, name in template_names()}
    overwritten |= {relative(path): names_given(source) & known for path, source in SOURCES.items()}

    assert {name: found for name, found in overwritten.items() if found} == {}


class TestTheGuardsBite:
    """Each guard, shown something it must find."""

    def test_a_long_function(self):
        body = "\n".join("    x = 1" for _ in range(MOST_LINES_OF_FUNCTION))

        assert long_functions(f"def endless():\n{body}\n") == ["endless"]
        assert long_functions("def short():\n    pass\n") == []

    @pytest.mark.parametrize(
        ("source", "name"),
        [
            ("db.session.commit()", "app/courses/actions.py"),
            ("os.environ['X']", "app/web/views.py"),
            ("dt.datetime.now(dt.UTC)", "app/plans/rules.py"),
            ("render_template_string(text)", "app/web/views.py"),
        ],
    )
    def test_a_word_away_from_home(self, source, name):
        assert len(strangers(source, name)) == 1

    @pytest.mark.parametrize(
        "source",
        [
            '<p style="color: red">',
            '<a onclick="go()">',
            "<script>alert(1)</script>",
            "{{ person.note|safe }}",
            '<a href="javascript:x">',
            "<style>p {}</style>",
        ],
    )
    def test_html_by_hand(self, source):
        assert handmade_html(source) != []

    @pytest.mark.parametrize(
        "source", ['<script src="/x.js" defer></script>', "{{ unit.body_html|safe }}", "{# style= #}<p>on = off</p>"]
    )
    def test_what_is_fine_is_left_alone(self, source):
        assert handmade_html(source) == []

    def test_an_import_that_is_not_used(self, built):
        source = '{% from "components/button.html" import button, actions %}{{ button("x") }}'

        assert unused_imports(built.jinja_env.parse(source)) == ["actions"]

    def test_a_page_without_an_endpoint(self):
        names = ["courses/show_course.html", "courses/units/_row.html", "courses/lost.html"]

        assert strange_places(names, {"courses.show_course"}) == ["courses/lost.html"]

    @pytest.mark.parametrize(
        "source",
        [
            '{% set here = "/" %}',
            "{% set here %}/{% endset %}",
            "{% block main %}{% for here in [] %}{% endfor %}{% endblock %}",
            '{% from "x.html" import there as here %}',
            "{% macro here() %}{% endmacro %}",
        ],
    )
    def test_a_template_that_sets_a_name_of_every_page(self, built, source):
        assert "here" in page_values(read(APP / "factory.py"))
        assert names_set(built.jinja_env.parse(source)) == {"here"}

    def test_a_view_that_gives_a_name_of_every_page(self):
        assert names_given('render_template("x.html", here="/", other=1)') == {"here", "other"}
