"""Named places in a page that upper packages fill, for display only.

A lower page says `{{ inset("course.aside", course=course) }}`; the factory tells which upper function fills it.
"""

from collections.abc import Callable

from flask import Flask, current_app
from markupsafe import Markup

Filling = Callable[..., str]


def init_app(app: Flask) -> None:
    """Give templates `inset(name, **values)`."""
    app.extensions["lotse.insets"] = {}
    app.jinja_env.globals["inset"] = _show


def fill(app: Flask, name: str, filling: Filling) -> None:
    """Let a function of an upper package fill the named place; several are shown one after the other."""
    app.extensions["lotse.insets"].setdefault(name, []).append(filling)


def _show(name: str, **values: object) -> Markup:
    fillings: list[Filling] = current_app.extensions["lotse.insets"].get(name, [])
    return Markup("").join(Markup(filling(**values)) for filling in fillings)  # noqa: S704 - rendered by templates
