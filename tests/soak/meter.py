"""What the serving processes hold, read again and again."""

import time

from sqlalchemy import text

from app.db import db

PAUSE_SECONDS = 1
BACKENDS = text("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()")


class Meter:
    """Readings of the memory, the open files and the connections to the database of all serving processes together."""

    def __init__(self, app, web):
        self.app, self.web = app, web
        self.workers = web.process.children()
        self.readings = {"memory": [], "open files": [], "connections": []}

    def read_until(self, is_over):
        while not is_over():
            self.read()
            time.sleep(PAUSE_SECONDS)

    def read(self):
        assert self.web.process.children() == self.workers, "a serving process died"
        self.readings["memory"].append(sum(worker.memory_info().rss for worker in self.workers))
        self.readings["open files"].append(sum(worker.num_fds() for worker in self.workers))
        self.readings["connections"].append(self.connections())

    def connections(self):
        with self.app.app_context():
            file = db.engine.url.database if db.engine.dialect.name == "sqlite" else None
            if file is None:
                return db.session.scalar(BACKENDS)
        return sum(one.path == file for worker in self.workers for one in worker.open_files())
