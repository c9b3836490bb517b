"""These tests read English, and each has a folder of files of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask


@pytest.fixture
def folder(app: Flask, tmp_path: Path) -> Iterator[Path]:
    before = app.config["FILES"]
    app.config["FILES"] = tmp_path / "files"
    yield app.config["FILES"]
    app.config["FILES"] = before


@pytest.fixture
def context(app: Flask, folder: Path) -> Iterator[None]:
    with app.test_request_context(headers={"Cookie": "language=en"}):
        yield
