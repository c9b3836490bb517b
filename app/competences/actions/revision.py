"""Two people at the same page: nobody overwrites what they have not seen (R28)."""

from flask_babel import gettext as _

from app import clock
from app.competences.models import Area, Competence, Framework, Profile
from app.competences.rules import Stage
from app.db import db
from app.errors import Refused


def take(row: Framework | Area | Competence | Profile, revision: int) -> None:
    """Lock the row for a change, unless somebody else changed it since this revision; files leave it alone now."""
    db.session.refresh(row, with_for_update={"of": type(row)})
    refuse_unseen(revision, row.revision)
    touch(row)


def refuse_unseen(seen: int, stored: int) -> None:
    """Refuse to overwrite a state that the person has not been looking at."""
    if seen != stored:
        raise Refused(
            _("Somebody else has changed this in the meantime. Nothing was overwritten: compare both, then save again.")
        )


def touch(row: Framework | Area | Competence | Profile) -> None:
    """Note that the row was changed here: it is no longer what its file says."""
    row.revision = (row.revision or 0) + 1
    row.edited_at = clock.now()


def assert_open(framework: Framework) -> None:
    """Refuse changes of a version that is no longer in use."""
    if framework.stage is Stage.OUTDATED:
        raise Refused(_("This version is no longer in use and stays as it is. Please change the one that followed it."))
