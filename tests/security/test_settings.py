"""Settings that would open a door are refused at the start (R56, F30)."""

import pytest

import config
from tests.test_config import SAFE

UNSAFE = {
    "no address": {"LOTSE_BASE_URL": "lotse.stadt.example"},
    "another scheme": {"LOTSE_BASE_URL": "ftp://lotse.stadt.example"},
    "no host": {"LOTSE_BASE_URL": "https://"},
    "a password in the address": {"LOTSE_BASE_URL": "https://a:b@lotse.stadt.example"},
    "a path": {"LOTSE_BASE_URL": "https://stadt.example/lotse"},
    "weak hashes": {"LOTSE_PASSWORD_MEMORY_KIB": "8"},
    "endless sign-ins": {"LOTSE_IDLE_MINUTES": "100000"},
    "no time to read": {"LOTSE_IDLE_MINUTES": "0"},
    "words for a number": {"LOTSE_IDLE_MINUTES": "half an hour"},
    "fewer than no hops": {"LOTSE_PROXY_HOPS": "-1"},
}


@pytest.mark.parametrize("unsafe", UNSAFE)
def test_an_unsafe_setting_is_refused_with_its_name(unsafe):
    name = next(iter(UNSAFE[unsafe]))

    with pytest.raises(config.Misconfigured, match=name):
        config.read(SAFE | UNSAFE[unsafe])


def test_only_the_named_hosts_are_answered():
    settings = config.read(SAFE | {"LOTSE_TRUSTED_HOSTS": "intranet.stadt.example"})

    assert settings["TRUSTED_HOSTS"] == ["intranet.stadt.example", "lotse.stadt.example"]
