"""How Jinja is set up."""

from collections.abc import MutableMapping
from typing import Any

from flask.templating import Environment as FlaskEnvironment


class Environment(FlaskEnvironment):
    """Templates share one dictionary of what all of them know.

    Jinja lays an empty one above it for each template, which makes every `{% from … import … %}` compare key by key.
    """

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What a template knows without being told."""
        return self.globals if d is None else super().make_globals(d)
