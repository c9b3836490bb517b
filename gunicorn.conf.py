"""What gunicorn reads where it is started beside this file."""

from typing import Any

from app.web import memory

worker_class = "gthread"
workers = 2
threads = 4


def post_worker_init(worker: Any) -> None:
    """The application is loaded."""
    memory.settle()
