"""A long day with a quick step: the server answers all of it, and holds at its end what it held at its noon (R61)."""

import os
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median, quantiles

import pytest

from bench.load import Client
from bench.people import PASSWORD_MEMORY_KIB
from bench.server import KEPT, free_port, serve
from tests.soak.flat import growth
from tests.soak.meter import Meter
from tests.soak.visitor import VISITORS, House, Pace, Visitor

pytestmark = pytest.mark.deep

REQUESTS_PER_SECOND = 20
SECONDS = int(os.environ.get("SOAK_SECONDS", "570"))
SECONDS_OF_A_LEAK = 30
MOST_GROWTH = {"memory": 0.05, "open files": 0.1, "connections": 0.15}
"""Of eight connections one may be opened late, when all threads of a process are busy at once for the first time."""


class Soak:
    """What the visitors were answered, and what the server held meanwhile."""

    def __init__(self, visitors, meter, seconds):
        self.answered = sum(len(one.seconds) for one in visitors)
        self.per_second = self.answered / seconds
        self.milliseconds = sorted(1000 * one for visitor in visitors for one in visitor.seconds)
        self.done = sum((one.done for one in visitors), Counter())
        self.failed = [failure for one in visitors for failure in one.failed]
        self.readings = meter.readings
        self.growth = {name: growth(series) for name, series in meter.readings.items()}

    @property
    def grown(self):
        return {name for name, share in self.growth.items() if share > MOST_GROWTH[name]}

    def __str__(self):
        held = "; ".join(
            f"{name} {series[0]} at first, {series[len(series) // 2]} at half time, {series[-1]} at last, "
            f"growth {self.growth[name]:.1%}"
            for name, series in self.readings.items()
        )
        done = ", ".join(f"{name} {number}" for name, number in self.done.most_common())
        slow = quantiles(self.milliseconds, n=20)[-1]
        return (
            f"{self.answered} requests, {self.per_second:.1f} a second, median {median(self.milliseconds):.0f} ms, "
            f"95 % within {slow:.0f} ms, {len(self.failed)} failed; {done}; {held}"
        )


def soak(app, backend, saved, log, *, seconds, serves="wsgi:app"):
    """Let people work with the production server for so long."""
    if backend.name == "sqlite":
        Path(backend.folder, "test.db").chmod(0o600)
    house, port = saved(House, PASSWORD_MEMORY_KIB), free_port()
    with serve(backend.url, port, serves=serves, log=log) as web, ThreadPoolExecutor(VISITORS) as pool:
        meter, pace = Meter(app, web), Pace(REQUESTS_PER_SECOND, seconds)
        visitors = [Visitor(house, Client(port), pace, number) for number in range(VISITORS)]
        visits = [pool.submit(one.visit) for one in visitors]
        meter.read_until(lambda: all(visit.done() for visit in visits))
    for visitor, visit in zip(visitors, visits, strict=True):
        visitor.client.connection.close()
        visit.result()
    return Soak(visitors, meter, seconds)


def test_the_server_answers_a_long_day_and_holds_no_more_at_its_end(app, backend, saved, tmp_path):
    found = soak(app, backend, saved, tmp_path / "log", seconds=SECONDS)

    KEPT.mkdir(parents=True, exist_ok=True)
    (KEPT / f"soak-{backend.name}.txt").write_text(f"{found}\n", encoding="utf-8")
    assert Counter(found.failed) == {}
    assert found.grown == set()
    assert {"read", "change_seat", "change_plan", "sign_in_again"} <= found.done.keys()
    assert "Traceback" not in (tmp_path / "log").read_text()


def test_a_server_that_lets_go_of_nothing_is_seen_to(app, backend, saved, tmp_path):
    found = soak(app, backend, saved, tmp_path / "log", seconds=SECONDS_OF_A_LEAK, serves="tests.soak.leaky:app")

    assert found.grown == {"memory", "open files", "connections"}
