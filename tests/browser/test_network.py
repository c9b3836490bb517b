"""The browser stays on the machine of the tests, as everything else does (tests/network.py)."""

import pytest
from playwright.sync_api import Error


@pytest.mark.parametrize("address", ["http://192.0.2.1/", "http://stadt.example/"])
def test_the_browser_finds_no_other_machine(chromium, address):
    page = chromium.new_page()
    with pytest.raises(Error, match="ERR_NAME_NOT_RESOLVED"):
        page.goto(address)
    page.close()
