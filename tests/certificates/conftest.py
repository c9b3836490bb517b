"""These tests read English."""

from tests.english import client, context

__all__ = ["client", "context"]
