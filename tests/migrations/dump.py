"""Writes small populated dumps of today's schema, from which later migrations are tried (R35).

    .venv/bin/python -m tests.migrations.dump NAME

With each released step of the schema two files are added to dumps/: NAME.sqlite.sql and NAME.postgresql.sql.
"""

import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import make_url

from app.bookings import actions as bookings
from app.competences import actions as competences
from app.courses import actions as courses
from app.db import db
from app.factory import create_app
from app.plans import actions as plans
from tests import make
from tests.conftest import settings
from tests.databases import FORGETFUL, Server

DUMPS = Path(__file__).parent / "dumps"
ROOT = Path(__file__).parents[2]


def main(name: str) -> None:
    """Both dumps of this name."""
    DUMPS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "small.db"
        populate(f"sqlite:///{file}")
        with sqlite3.connect(file) as connection:
            (DUMPS / f"{name}.sqlite.sql").write_text("\n".join(connection.iterdump()) + "\n", encoding="utf-8")
    server = Server.start(*FORGETFUL)
    try:
        populate(server.url)
        (DUMPS / f"{name}.postgresql.sql").write_text(_dump(server), encoding="utf-8")
    finally:
        server.stop()


def populate(url: str) -> None:
    """Migrate an empty database and put something into most tables, by the product's own actions."""
    os.environ |= {"LOTSE_ENV": "development", "LOTSE_DATABASE_URL": url}
    command.upgrade(Config(toml_file=ROOT / "pyproject.toml"), "head")
    app = create_app(settings(url))
    with app.test_request_context():
        cast = make.cast()
        data, writing = make.competence("Daten erheben"), make.competence("Klar schreiben")
        profile = make.profile("Digitallotse", {data: 3, writing: 2})
        competences.choose_goal(cast.ada, profile.id)
        competences.assess(cast.ada, {data.id: 1})
        course = make.course("Daten verstehen")
        make.outcome(course, data)
        unit = make.course_unit(course)
        courses.begin(course, cast.ada)
        courses.finish(unit, cast.ada)
        plans.add_own_step(cast.ada, title="Üben", minutes=30, due_on=None)
        event = make.event("Konferenz", seats=1)
        for person in (cast.ada, cast.max, cast.zoe):
            bookings.book(event.bookable, person, by=person)
        make.sign_in(cast.ada)
        db.session.commit()
        db.engine.dispose()


def _dump(server: Server) -> str:
    database = make_url(server.url)
    options = ["-h", str(server.folder), "-U", "postgres", "-d", str(database.database), "--no-owner", "--inserts"]
    done = subprocess.run([server.binaries / "pg_dump", *options], check=True, capture_output=True, text=True)
    lines = done.stdout.splitlines()
    return "\n".join(line for line in lines if line and not line.startswith(("--", "\\", "SET transaction"))) + "\n"


if __name__ == "__main__":
    main(sys.argv[1])
