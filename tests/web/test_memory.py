"""The collector of cycles and what a serving process keeps."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from app.web import memory


class Knot:
    """Something that only the collector can remove."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def settled() -> Iterator[None]:
    before = gc.get_threshold()
    memory.settle()
    yield
    gc.unfreeze()
    gc.set_threshold(*before)


def test_what_is_loaded_is_left_alone_and_what_comes_later_is_still_cleared_away(settled):
    assert gc.get_freeze_count() > 10_000
    left = weakref.ref(Knot())
    assert left() is not None

    gc.collect()

    assert left() is None
