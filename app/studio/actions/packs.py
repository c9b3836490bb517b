"""Taking over a pack: its courses become drafts, or nothing does."""

from pathlib import Path

from flask_babel import gettext as _

from app.activity.actions import record
from app.errors import Refused
from app.files import store
from app.files.sent import Sent
from app.people.models import Person
from app.studio import packs
from app.studio.actions.drafts import begin_with
from app.studio.actions.files import stored
from app.studio.library import texts_of
from app.studio.models import Edition


def take_pack(archive: Path, *, by: Person) -> list[Edition]:
    """Begin a draft of every course that is new or changed; what is the same, or being written in, is left alone."""
    with packs.opened(archive) as pack:
        if pack.problems:
            raise Refused(_("Something is wrong in the pack. Nothing was taken over."))
        drafts = []
        for one in pack.taken:
            files = [stored(file) for file in one.course.files.values()]
            drafts.append(begin_with(one.slug, texts_of(one.course), files, by=by, base=one.base))
            record(by, "studio.draft-imported", drafts[-1])
    return drafts


def lay_down(sent: Sent) -> str:
    """Keep a pack for as long as somebody looks at what is in it; returns its name in the store. The sweep takes it."""
    with sent.on_disk() as path:
        packs.refuse_strange(path)
        return store.write(path)
