"""A group of commands that says in a sentence that the database is busy."""

import click
from flask.cli import AppGroup
from sqlalchemy.exc import OperationalError

from app.db import is_lock_wait

BUSY = (
    "The database is busy: another command is writing to it, perhaps a `make run` that still loads the demo city. "
    "Please wait until that has finished, and try again."
)


class Group(AppGroup):
    """Commands of one kind; none ends in a traceback because another one writes at the moment."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that was named."""
        try:
            return super().invoke(ctx)
        except OperationalError as error:
            if not is_lock_wait(error):
                raise
            raise click.ClickException(BUSY) from error
