"""Commands of the jobs."""

from sqlalchemy import select

from app.cli.jobs import NAMES
from app.db import db
from app.notifications.actions import notify
from app.notifications.models import Mail
from app.notifications.rules import Kind, MailStage
from tests import make


def test_run_once_does_one_job_and_says_how_much(app, saved, monkeypatch, tmp_path):
    monkeypatch.setitem(app.config, "MAIL_FOLDER", tmp_path)
    saved(lambda: notify(make.person("Ada Ahrens"), Kind.BOOKING_CONFIRMED, path="/events/1", title="Konferenz"))

    result = app.test_cli_runner().invoke(args=["jobs", "run-once", "send-letters"])

    with app.app_context():
        stages = db.session.scalars(select(Mail.stage)).all()
    assert (result.exit_code, result.output) == (0, "send letters: 1\n")
    assert stages == [MailStage.SENT]


def test_run_once_names_the_jobs_that_there_are(app):
    result = app.test_cli_runner().invoke(args=["jobs", "run-once", "everything"])

    assert result.exit_code == 2
    assert [name for name in NAMES if f"'{name}'" not in result.output] == []
