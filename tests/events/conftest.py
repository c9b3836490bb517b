"""What several tests of events need."""

from collections.abc import Iterator

import pytest

from app.bookings import audit
from app.text.language import speaking


@pytest.fixture
def promises_hold(context: None) -> Iterator[None]:
    """English, and afterwards every promise about seats must hold."""
    with speaking("en"):
        yield
        assert audit.violations() == []
