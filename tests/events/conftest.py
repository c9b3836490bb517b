"""What several tests of events need."""

from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from app.bookings import audit
from app.db import db
from app.people.rules import Role
from app.text.language import speaking
from tests import make
from tests.conftest import StrictClient


@pytest.fixture
def promises_hold(context: None) -> Iterator[None]:
    """English, and afterwards every promise about seats must hold."""
    with speaking("en"):
        yield
        assert audit.violations() == []


@pytest.fixture
def orga(client: StrictClient, cast: SimpleNamespace, saved: Callable[..., Any]) -> StrictClient:
    """Lin has the role of an organiser and is signed in, in English."""
    saved(lambda: make.role(db.session.merge(cast.lin), Role.ORGANISER))
    client.set_cookie("language", "en")
    return client.sign_in(cast.lin)
