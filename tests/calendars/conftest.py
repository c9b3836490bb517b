"""These tests read English, the language of the sources."""

import pytest

from tests.conftest import StrictClient


@pytest.fixture
def client(client: StrictClient) -> StrictClient:
    client.set_cookie("language", "en")
    return client
