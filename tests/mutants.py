"""For `make mutants`: the tests of rules and of access, and those of their packages that need no database."""

import gc

import pytest
from hypothesis import Phase, settings

OWN = ("test_rules.py", "test_access.py")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what needs a database, and make up fewer examples, the same ones each time."""
    left_out = [item for item in items if "backend" in getattr(item, "fixturenames", ()) and item.path.name not in OWN]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]
    phases = (Phase.explicit, Phase.generate)
    settings.register_profile("mutants", max_examples=25, derandomize=True, database=None, deadline=None, phases=phases)
    settings.load_profile("mutants")
    gc.freeze()  # pytest collects garbage twice at its end; not what was there before the fork
