"""What every change of a draft begins and ends with."""

import datetime as dt

from flask_babel import gettext as _

from app import clock
from app.activity.actions import record
from app.db import db
from app.errors import Refused
from app.people.models import Person
from app.studio.actions.checked import check_again
from app.studio.models import Edition
from app.studio.rules import EditionState

ONE_SITTING = dt.timedelta(hours=1)
"""So long all that one person writes is one act in the record."""


def take_draft(edition: Edition) -> None:
    """Lock the draft for a change."""
    db.session.refresh(edition, with_for_update={"of": Edition})
    if edition.state is not EditionState.DRAFT:
        raise Refused(
            _("This edition is no longer a draft: it is being reviewed, or has been published. Nothing was changed.")
        )


def touch(edition: Edition, by: Person) -> None:
    """Note who has changed it, and count what is still to be done."""
    now = clock.now()
    if edition.author_id != by.id or now - edition.changed_at > ONE_SITTING:
        record(by, "studio.draft-written", edition, number=edition.number)
    edition.author_id, edition.changed_at = by.id, now
    db.session.flush()
    db.session.expire(edition, ["parts", "files"])
    check_again(edition)
