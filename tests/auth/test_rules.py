"""How long to wait after failures, how long a sign-in lasts, and what a device is called."""

import datetime as dt

import pytest

from app.auth import rules

NOW = dt.datetime(2026, 11, 24, 9, 0, tzinfo=dt.UTC)
NONE = dt.timedelta(0)
SECOND, MINUTE = dt.timedelta(seconds=1), dt.timedelta(minutes=1)


@pytest.mark.parametrize(
    ("failures", "seconds"), [(0, 0), (2, 0), (3, 1), (4, 2), (5, 4), (9, 64), (10, 900), (500, 900)]
)
def test_an_account_waits_twice_as_long_after_each_failure(failures, seconds):
    assert rules.wait(failures, rules.ACCOUNT, NONE) == seconds * SECOND


@pytest.mark.parametrize(("failures", "seconds"), [(299, 0), (300, 1), (305, 32), (306, 60), (5000, 60)])
def test_a_network_gets_slower_but_never_stands_still(failures, seconds):
    assert rules.wait(failures, rules.NETWORK, NONE) == seconds * SECOND


def test_what_has_passed_since_the_last_failure_counts():
    assert rules.wait(9, rules.ACCOUNT, 60 * SECOND) == 4 * SECOND
    assert rules.wait(9, rules.ACCOUNT, 65 * SECOND) == NONE


def test_nobody_waits_longer_than_the_window():
    longest = max(rules.wait(failures, rules.ACCOUNT, NONE) for failures in range(1000))

    assert longest == rules.WINDOW


@pytest.mark.parametrize(
    ("seen", "expires", "ended", "alive"),
    [
        (29 * MINUTE, MINUTE, None, True),
        (30 * MINUTE, MINUTE, None, False),
        (NONE, NONE, None, False),
        (NONE, MINUTE, NOW, False),
    ],
)
def test_a_sign_in_ends_by_the_person_by_idleness_or_by_age(seen, expires, ended, alive):
    found = rules.is_alive(seen_at=NOW - seen, expires_at=NOW + expires, ended_at=ended, idle=30 * MINUTE, now=NOW)

    assert found is alive


@pytest.mark.parametrize(
    ("user_agent", "names"),
    [
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0", ("Firefox", "Windows")),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537 Chrome/141.0 Safari/537 Edg/141.0", ("Edge", "Windows")),
        ("Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537 Chrome/141.0 Mobile Safari/537", ("Chrome", "Android")),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1", ("Safari", "iPhone")),
        ("curl/8.5", (None, None)),
        ("", (None, None)),
    ],
)
def test_a_device_is_called_as_people_call_it(user_agent, names):
    assert rules.device_names(user_agent) == names
