"""Frameworks and their scales."""

from collections.abc import Sequence

from flask_babel import gettext as _
from sqlalchemy import select

from app.activity.actions import record
from app.competences import rules
from app.competences.actions.link import renew_carrying
from app.competences.actions.revision import assert_open, take
from app.competences.actions.wording import assert_same_meaning
from app.competences.models import Framework, Level
from app.competences.rules import Stage
from app.db import db
from app.errors import Refused
from app.people.models import Person
from app.text.folding import fold
from app.text.markdown import TooLong, to_html

Scale = Sequence[tuple[str, str]]


def create_framework(
    *, by: Person, title: str, title_en: str, version: str, scale: Scale, about: str = "", **_other: object
) -> Framework:
    """Begin a framework of one's own, as a draft that nobody else sees."""
    taken = db.session.scalars(select(Framework.key))
    made = Framework(
        key=rules.free_key(key_of(title), taken),
        title=title,
        title_en=title_en,
        version=version,
        stage=Stage.DRAFT,
        body_html="",
    )
    describe(made, about)
    made.levels = [Level(number=n, title=one, title_en=other) for n, (one, other) in enumerate(scale)]
    db.session.add(made)
    db.session.flush()
    record(by, "competences.framework-created", made)
    db.session.flush()
    return made


def edit_framework(
    framework: Framework,
    *,
    by: Person,
    revision: int,
    title: str,
    title_en: str,
    version: str,
    scale: Scale,
    about: str = "",
    only_wording: bool = False,
) -> None:
    """Change names, the text about it and the words of the scale.

    How many levels there are is settled with the first publication. A text whose source nobody has typed here yet
    stays where none is typed.
    """
    take(framework, revision)
    assert_open(framework)
    if len(scale) != len(framework.levels) and framework.stage is not Stage.DRAFT:
        raise Refused(
            _("People have been assessed on this scale. Another number of levels needs a new version."), "scale"
        )
    words = [(level.title, level.title_en) for level in framework.levels]
    assert_same_meaning(framework, changed=words != list(scale), only_wording=only_wording)
    framework.title, framework.title_en, framework.version = title, title_en, version
    if about or framework.body:
        describe(framework, about)
    set_scale(framework, scale)
    db.session.flush()
    renew_carrying()
    record(by, "competences.framework-edited", framework)
    db.session.flush()


def describe(framework: Framework, about: str) -> None:
    """Let a framework say this about itself: what it is for, how to read its levels, where it comes from."""
    try:
        framework.body, framework.body_html = about, to_html(about)
    except TooLong as error:
        raise Refused(_("The text is too long."), "about") from error


def set_scale(framework: Framework, scale: Scale) -> None:
    """Let the scale have these levels, from 0."""
    known = {level.number: level for level in framework.levels}
    for number, (title, title_en) in enumerate(scale):
        if number in known:
            known[number].title, known[number].title_en = title, title_en
        else:
            framework.levels.append(Level(number=number, title=title, title_en=title_en))
    framework.levels[:] = [level for level in framework.levels if level.number < len(scale)]


def key_of(title: str) -> str:
    """A stable key from a title: "Daten erheben" becomes "daten-erheben"."""
    return "-".join(fold(title).split())[:50].strip("-") or "new"
