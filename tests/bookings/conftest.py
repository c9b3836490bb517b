"""A still morning, after which every promise about seats must hold."""

import datetime as dt

import pytest
import time_machine

from app import clock
from app.bookings import audit
from app.text.language import speaking

MORNING = clock.at(dt.date(2026, 11, 24), dt.time(9))


@pytest.fixture
def morning():
    with time_machine.travel(MORNING, tick=False) as traveller:
        yield traveller


@pytest.fixture
def promises_hold(morning, context):
    with speaking("en"):
        yield
    assert audit.violations() == []
