"""Fixtures of tests that read English, the language of the sources: a conftest takes them over by importing them."""

from collections.abc import Iterator

import pytest
from flask import Flask
from hypothesis import settings

from tests.conftest import StrictClient

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture
def client(client: StrictClient) -> StrictClient:
    client.set_cookie("language", "en")
    return client


@pytest.fixture
def context(app: Flask) -> Iterator[None]:
    with app.test_request_context(headers={"Cookie": "language=en"}):
        yield
