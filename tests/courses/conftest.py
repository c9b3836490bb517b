"""What several tests of courses need."""

import pytest
from sqlalchemy import select

from app.db import db


@pytest.fixture
def rows(app):
    """`rows(Enrolment)`: what is stored now."""

    def rows(model):
        with app.app_context():
            return db.session.scalars(select(model)).all()

    return rows
