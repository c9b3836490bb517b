"""`python -m bench.profile PAGE`: where the time of one page goes, without a server; PAGE as in the bench's table."""

import argparse
import cProfile
import pstats
import sys
import time
from typing import Any

from flask import Flask
from sqlalchemy import event
from werkzeug.test import EnvironBuilder, run_wsgi_app

import config
from app.db import db
from app.factory import create_app
from bench import floor, journey, people
from bench.city import City, copy_of, settings

WARM_UP = 20


def main() -> None:
    """Print the page's CPU, its statements, and the dearest functions."""
    asked = _arguments()
    page = next(page for page in (journey.FLOOR, *journey.PAGES) if page.name == asked.page)
    with copy_of(City(asked.employees, asked.courses, asked.events), asked.database) as (url, _server):
        app = create_app(config.read(settings(url, 8000)))
        app.register_blueprint(floor.bp)
        path = journey.path(app, page, people.rows(app))
        if path is None:
            raise SystemExit(f"{page.name}: no such page, or no row to show")
        environ = _environ(path, people.cast(app)[page.who].cookie)
        for _ in range(WARM_UP):
            _, status, _ = run_wsgi_app(app.wsgi_app, environ.copy())
        print(f"{page.name} {path}: {status}, {_cpu(app, environ, asked.times):.2f} ms CPU")
        if asked.statements:
            _print_statements(app, environ)
        _profile(app, environ, asked)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench.profile", description=__doc__)
    parser.add_argument("page", choices=[page.name for page in (journey.FLOOR, *journey.PAGES)])
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--times", type=int, default=100, help="how often the page is made")
    parser.add_argument("--sort", default="cumtime", help="cumtime, tottime or ncalls")
    parser.add_argument("--lines", type=int, default=50)
    parser.add_argument("--statements", action="store_true", help="print the page's SQL statements")
    sizes = City()
    for name in ("employees", "courses", "events"):
        parser.add_argument(f"--{name}", type=int, default=getattr(sizes, name))
    return parser.parse_args()


def _environ(path: str, cookie: str) -> dict[str, Any]:
    headers = [("Cookie", f"lotse={cookie}")] if cookie else []
    return EnvironBuilder(path, base_url="http://127.0.0.1:8000", headers=headers).get_environ()


def _ask(app: Flask, environ: dict[str, Any], times: int) -> None:
    for _ in range(times):
        run_wsgi_app(app.wsgi_app, environ.copy(), buffered=True)


def _cpu(app: Flask, environ: dict[str, Any], times: int) -> float:
    """Milliseconds of CPU for one page: the cheapest of three rounds."""
    rounds = []
    for _ in range(3):
        began = time.process_time()
        _ask(app, environ, times)
        rounds.append((time.process_time() - began) / times * 1000)
    return min(rounds)


def _print_statements(app: Flask, environ: dict[str, Any]) -> None:
    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", _print_statement)
    _ask(app, environ, 1)
    with app.app_context():
        event.remove(db.engine, "before_cursor_execute", _print_statement)


def _print_statement(_connection: object, _cursor: object, statement: str, *_: object) -> None:
    print(f"\n{statement}")


def _profile(app: Flask, environ: dict[str, Any], asked: argparse.Namespace) -> None:
    profile = cProfile.Profile()
    profile.runcall(_ask, app, environ, asked.times)
    pstats.Stats(profile, stream=sys.stdout).strip_dirs().sort_stats(asked.sort).print_stats(asked.lines)


if __name__ == "__main__":
    main()
