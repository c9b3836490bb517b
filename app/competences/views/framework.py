"""HR's editor of frameworks."""

from collections.abc import Sequence

from app.competences.queries import Model


def chosen_model(models: Sequence[Model], key: str | None, *, first: bool) -> Model | None:
    """The framework that the address names; without one none, or the first in order."""
    found = next((model for model in models if model.key == key), None)
    return found or (models[0] if first and models else None)
