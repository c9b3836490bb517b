"""These tests read English; made-up examples may take their time."""

from tests.english import client, context

__all__ = ["client", "context"]
