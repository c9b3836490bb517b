"""These tests read English, the language of the sources."""

from collections.abc import Iterator

import pytest
from flask import Flask

from tests.conftest import StrictClient


@pytest.fixture
def client(client: StrictClient) -> StrictClient:
    client.set_cookie("language", "en")
    return client


@pytest.fixture
def context(app: Flask) -> Iterator[None]:
    with app.test_request_context(headers={"Cookie": "language=en"}):
        yield
