"""How Jinja is set up."""

from collections.abc import Callable, MutableMapping
from functools import partial
from typing import Any, cast

from flask import Flask
from flask.templating import Environment as FlaskEnvironment
from jinja2 import nodes
from jinja2.runtime import Context as JinjaContext
from jinja2.runtime import Macro
from jinja2.utils import LRUCache
from jinja2.visitor import NodeTransformer
from werkzeug.routing import MapAdapter

from app.text.language import language

ESCAPING = getattr(Macro.__call__, "jinja_pass_arg")  # noqa: B009 - set by @pass_eval_context, known to no type
"""The mark of what wants to know whether its words are escaped."""
MOST_TEMPLATES = 2000


def init_app(app: Flask) -> None:
    """Make addresses that never change part of the templates; Lotse is at the root of its host."""
    lasting(app)["url_for"] = partial(_path, app.url_map.bind(""))


def lasting(app: Flask) -> dict[str, Callable[..., str]]:
    """What gives the same for ever in one language; calls of it are answered when a template is compiled."""
    return cast(Environment, app.jinja_env).lasting


def _path(addresses: MapAdapter, endpoint: str, **values: object) -> str:
    return addresses.build(endpoint, values)


class Context(JinjaContext):
    """What a page knows while it is made."""

    def call(self, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call what a template calls, hundreds of times a page.

        Jinja also asks of each whether its class is marked; among what our pages call, only that of macros is.
        """
        mark = ESCAPING if type(called) is Macro else getattr(called, "jinja_pass_arg", None)
        if mark is not None and mark is not ESCAPING:
            return super().call(called, *args, **kwargs)
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        return called(self.eval_ctx, *args, **kwargs) if mark else called(*args, **kwargs)


class Environment(FlaskEnvironment):
    """Templates speak their language from the start, and share one dictionary of what all of them know.

    Jinja lays an empty one above it for each template, which makes every `{% from … import … %}` compare key by key.
    """

    context_class = Context

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.lasting: dict[str, Callable[..., str]] = {}
        self.cache = _ByLanguage(MOST_TEMPLATES)  # type: ignore[assignment]

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What a template knows without being told."""
        return self.globals if d is None else super().make_globals(d)

    def _generate(self, source: nodes.Template, *args: Any, **options: Any) -> str:
        _Answers(self).visit(source)
        return super()._generate(source, *args, **options)


class _ByLanguage(LRUCache):
    """Keeps a compiled template for each language."""

    def __getitem__(self, key: Any) -> Any:
        return super().__getitem__((language(), key))

    def __setitem__(self, key: Any, value: Any) -> None:
        super().__setitem__((language(), key), value)


class _Answers(NodeTransformer):
    """Puts sentences, pictures and addresses that are always the same straight into a template: a page has hundreds."""

    def __init__(self, environment: Environment) -> None:
        self.lasting, self.escaping = environment.lasting, nodes.EvalContext(environment)

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - the name is Jinja’s
        self.generic_visit(node)
        ask = self.lasting.get(node.node.name) if isinstance(node.node, nodes.Name) else None
        if ask is None or any(one.key.startswith("_") for one in node.kwargs):
            return node
        try:
            values, named = nodes.args_as_const(node, self.escaping)
        except nodes.Impossible:
            return node
        return nodes.TemplateData(ask(*values, **named), lineno=node.lineno)
