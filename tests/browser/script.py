"""Stories are told with scripts and without: the main job always, the others without scripts in the long tests."""

import pytest

IDS = ["with script", "without script"]
WITH_AND_WITHOUT_SCRIPT = pytest.mark.parametrize("script", [True, False], ids=IDS)
WITH_SCRIPT_LATER_WITHOUT = pytest.mark.parametrize(
    "script", [True, pytest.param(False, marks=pytest.mark.deep)], ids=IDS
)
