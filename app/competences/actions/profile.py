"""The goal that people choose, and the profiles that they choose from."""

from collections.abc import Collection, Mapping, Sequence

from flask_babel import gettext as _
from sqlalchemy import select

from app import clock
from app.activity.actions import record
from app.competences import rules
from app.competences.actions.family import assign_families
from app.competences.actions.framework import key_of
from app.competences.actions.revision import take, touch
from app.competences.models import Goal, Profile
from app.competences.rules import ProfileKind
from app.db import db
from app.errors import Refused
from app.people.actions import take_turns
from app.people.models import Person
from app.text.markdown import TooLong, to_html


def choose_goal(person: Person, profile_id: int) -> Goal:
    """Work towards a profile from now on, instead of the one before."""
    profile = db.session.scalar(select(Profile).where(Profile.id == profile_id, Profile.retired_at.is_(None)))
    if profile is None:
        raise Refused(_("This profile is no longer in use. Please choose another one."))
    take_turns(person)
    goal = db.session.get(Goal, person.id)
    if goal is None:
        goal = Goal(person_id=person.id, profile_id=profile.id, chosen_at=clock.now())
        db.session.add(goal)
    elif goal.profile_id != profile.id:
        goal.profile_id, goal.chosen_at = profile.id, clock.now()
    db.session.flush()
    return goal


def give_up_goal(person: Person) -> None:
    """Work towards no profile; without a goal nothing happens."""
    goal = db.session.get(Goal, person.id)
    if goal is not None:
        db.session.delete(goal)
        db.session.flush()


def create_profile(
    *,
    by: Person,
    title: str,
    title_en: str,
    kind: ProfileKind,
    about: str,
    families: Sequence[int],
    targets: Mapping[int, int],
    important: Collection[int] = (),
    **_other: object,
) -> Profile:
    """Make a profile that people can choose as their goal."""
    taken = db.session.scalars(select(Profile.key))
    row = Profile(key=rules.free_key(key_of(title), taken), title=title, title_en=title_en, kind=kind, body_html="")
    _write(row, about)
    db.session.add(row)
    db.session.flush()
    _set_targets(row, targets, important)
    _set_families(row, families)
    touch(row)
    record(by, "competences.profile-created", row)
    db.session.flush()
    return row


def edit_profile(
    profile: Profile,
    *,
    by: Person,
    revision: int,
    title: str,
    title_en: str,
    kind: ProfileKind,
    about: str,
    families: Sequence[int],
    targets: Mapping[int, int],
    important: Collection[int] = (),
) -> None:
    """Change what a profile says and asks for, and the families that it holds for.

    A text whose source nobody has typed here yet stays where none is typed.
    """
    take(profile, revision)
    profile.title, profile.title_en, profile.kind = title, title_en, kind
    if about or profile.body:
        _write(profile, about)
    _set_targets(profile, targets, important)
    _set_families(profile, families)
    record(by, "competences.profile-edited", profile)
    db.session.flush()


def retire_profile(profile: Profile, *, by: Person) -> None:
    """Offer a profile no more; whoever works towards it may go on."""
    if profile.retired_at is None:
        profile.retired_at = clock.now()
        profile.families.clear()
        touch(profile)
        record(by, "competences.profile-retired", profile)
        db.session.flush()


def restore_profile(profile: Profile, *, by: Person) -> None:
    """Offer a profile again."""
    if profile.retired_at is not None:
        profile.retired_at = None
        touch(profile)
        record(by, "competences.profile-restored", profile)
        db.session.flush()


def _set_targets(row: Profile, wanted: Mapping[int, int], important: Collection[int]) -> None:
    if not wanted:
        raise Refused(_("A profile asks for at least one competence. Please choose a level."))
    row.ask_for(wanted, important)


def _set_families(row: Profile, wanted: Sequence[int]) -> None:
    """Let the profile hold for these families; a family has one profile, so another one gives it up."""
    if {family.id for family in row.families} == set(wanted):
        return
    assign_families(wanted, row)


def _write(row: Profile, about: str) -> None:
    try:
        row.body, row.body_html = about, to_html(about)
    except TooLong as error:
        raise Refused(_("The text is too long."), "about") from error
