"""`make bench`: the production server on the example city, page by page, the storm, and what is worked out for long."""

import argparse
import datetime as dt
import os
import platform

from flask import Flask

import config
from app.factory import create_app
from bench import journey, pages, panels, people, report, search, storm, wishes
from bench.city import City, copy_of, settings
from bench.guard import check_floor
from bench.load import Crowd
from bench.pages import Counted, Effort, Timed
from bench.people import Somebody
from bench.report import Report
from bench.server import Web, free_port, serve
from tests.databases import Server

CLIENTS = (1, 8, 32)
ON_DATABASES, BY_ITSELF = ("pages", "storm", "search"), ("programme", "panels")
QUICK = Effort(requests=60, rounds=2, seconds=3.0)


def main() -> int:
    """Measure; returns what the command ends with."""
    asked = _arguments()
    check_floor()
    report.RESULTS.mkdir(exist_ok=True)
    found = Report(report.RESULTS / f"{dt.datetime.now(dt.UTC):%Y%m%d-%H%M%S}.jsonl")
    city = City(asked.employees, asked.courses, asked.events, asked.seed)
    found.note(
        what="run", cores=os.cpu_count(), load=os.getloadavg()[0], python=platform.python_version(), city=vars(city)
    )
    if asked.only not in BY_ITSELF:
        for database in ("sqlite", "postgresql") if asked.database == "both" else (asked.database,):
            if asked.only != "search":
                with copy_of(city, database) as (url, server):
                    _measure(found, database, url, server, asked)
            if asked.only in (None, "search"):
                with copy_of(search.CITY, database) as (url, server):
                    _search(found, database, url, server)
    if asked.only in (None, "programme"):
        found.programme(wishes.measure(quick=asked.quick))
    if asked.only in (None, "panels"):
        found.panels(panels.measure(quick=asked.quick))
    found.summary()
    return 1 if asked.strict and found.missed else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--database", choices=["sqlite", "postgresql", "both"], default="both")
    parser.add_argument("--quick", action="store_true", help="fewer requests and sign-ups, rougher figures")
    parser.add_argument("--strict", action="store_true", help="end with 1 where a bar is missed")
    parser.add_argument("--only", choices=[*ON_DATABASES, *BY_ITSELF], help="measure only this")
    sizes = City()
    for name in ("employees", "courses", "events", "seed"):
        parser.add_argument(f"--{name}", type=int, default=getattr(sizes, name))
    return parser.parse_args()


def _measure(found: Report, database: str, url: str, server: Server | None, asked: argparse.Namespace) -> None:
    """All figures on one database."""
    print(f"\n{database}: {asked.employees} employees, load of the machine {os.getloadavg()[0]:.1f}", flush=True)
    port = free_port()
    app = create_app(config.read(settings(url, port)))
    cast = people.cast(app)
    paths = _paths(app, people.rows(app))
    with serve(url, port, server, counting=True) as web:
        counted = {page: pages.count(web, path, cast[page.who]) for page, path in paths.items() if path}
        found.assets(database, pages.first_visit_bytes(web))
    with serve(url, port, server) as web, Crowd(port) as crowd:
        if asked.only != "storm":
            _pages(found, database, _Measured(web, crowd, paths, counted, cast, QUICK if asked.quick else Effort()))
        if asked.only != "pages":
            _sign_ups(found, database, app, web, crowd, quick=asked.quick)
            found.storm(database, storm.storm(app, url, crowd, people.crowd(app, storm.STORMING)))


def _search(found: Report, database: str, url: str, server: Server | None) -> None:
    port = free_port()
    who = people.cast(create_app(config.read(settings(url, port))))["employee"]
    with serve(url, port, server) as web:
        found.searches(database, search.time(web, who))


def _paths(app: Flask, rows: dict[str, object]) -> dict[journey.Page, str | None]:
    found = {page: journey.path(app, page, rows) for page in journey.PAGES}
    return {journey.FLOOR: journey.FLOOR.shape} | found


class _Measured:
    """What the pages are measured with."""

    def __init__(
        self,
        web: Web,
        crowd: Crowd,
        paths: dict[journey.Page, str | None],
        counted: dict[journey.Page, Counted],
        cast: dict[str, Somebody],
        effort: Effort,
    ) -> None:
        self.web, self.crowd, self.paths, self.counted, self.cast, self.effort = (
            web,
            crowd,
            paths,
            counted,
            cast,
            effort,
        )

    def time(self, page: journey.Page) -> Timed:
        return pages.time(self.web, self.crowd, self.paths[page] or "", self.cast[page.who], self.effort)


def _pages(found: Report, database: str, measured: _Measured) -> None:
    timed = {
        page: measured.time(page)
        for page, path in measured.paths.items()
        if path and measured.counted[page].status == 200
    }
    print(report.HEAD)
    for page, path in measured.paths.items():
        if page in timed:
            found.page(database, page, measured.counted[page], timed[page])
        else:
            status = measured.counted[page].status if path else "no such page or row"
            found.absent(database, page, f"answered {status}" if path else str(status))


def _sign_ups(found: Report, database: str, app: Flask, web: Web, crowd: Crowd, *, quick: bool) -> None:
    found.signing_in(database, storm.signing_in(app, web, people.crowd(app, 10)))
    for clients in CLIENTS:
        size = (40 if clients == 1 else 100) if quick else (100 if clients == 1 else 400)
        found.rate(database, storm.rate(app, web, crowd, people.crowd(app, size), clients))


if __name__ == "__main__":
    raise SystemExit(main())
