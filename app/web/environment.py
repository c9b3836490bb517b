"""How Jinja is set up."""

from collections.abc import MutableMapping
from typing import Any

from flask.templating import Environment as FlaskEnvironment
from jinja2.runtime import Context as JinjaContext
from jinja2.runtime import Macro

ESCAPING = getattr(Macro.__call__, "jinja_pass_arg")  # noqa: B009 - set by @pass_eval_context, known to no type
"""The mark of what wants to know whether its words are escaped."""


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
    """Templates share one dictionary of what all of them know.

    Jinja lays an empty one above it for each template, which makes every `{% from … import … %}` compare key by key.
    """

    context_class = Context

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What a template knows without being told."""
        return self.globals if d is None else super().make_globals(d)
