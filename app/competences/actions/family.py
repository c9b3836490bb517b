"""Families of jobs: the profile that holds for each, and the jobs that belong to it."""

from collections.abc import Sequence

from flask_babel import gettext as _
from sqlalchemy import delete, insert, select

from app.activity.actions import record
from app.competences import queries, rules
from app.competences.actions.framework import key_of
from app.competences.actions.revision import refuse_unseen, touch
from app.competences.models import Profile, ProfileFamily
from app.db import db
from app.errors import Refused
from app.people.models import JobFamily, Person


def assign_families(family_ids: Sequence[int], profile: Profile) -> None:
    """Let a profile hold for exactly these families; other profiles give them up."""
    held = select(ProfileFamily.profile_id).where(ProfileFamily.family_id.in_(family_ids))
    for other in db.session.scalars(select(Profile).where(Profile.id.in_(held), Profile.id != profile.id)):
        touch(other)
    db.session.flush()
    mine = ProfileFamily.profile_id == profile.id
    db.session.execute(delete(ProfileFamily).where(mine | ProfileFamily.family_id.in_(family_ids)))
    if family_ids:
        rows = [{"profile_id": profile.id, "family_id": family_id} for family_id in family_ids]
        db.session.execute(insert(ProfileFamily), rows)
    _forget_families()


def create_family(*, by: Person, title: str, title_en: str, profile_id: int = 0, **_other: object) -> JobFamily:
    """Make a family of jobs, with the profile that holds for it, or with none yet."""
    _refuse_taken(title)
    (family,) = add_families([(title, title_en)])
    record(by, "people.family-created", family)
    if profile_id:
        assign_profile(family, by=by, profile_id=profile_id)
    db.session.flush()
    return family


def add_families(titles: Sequence[tuple[str, str]]) -> list[JobFamily]:
    """A new family for each pair of titles, with a key of its own."""
    taken = set(db.session.scalars(select(JobFamily.key)))
    made = []
    for title, title_en in titles:
        made.append(JobFamily(key=rules.free_key(key_of(title_en), taken), title=title, title_en=title_en))
        taken.add(made[-1].key)
    db.session.add_all(made)
    db.session.flush()
    return made


def edit_family(family: JobFamily, *, by: Person, revision: int, title: str, title_en: str, profile_id: int) -> None:
    """Give a family other titles, or another profile."""
    db.session.refresh(family, with_for_update=True)
    held = queries.profile_of_family(family.id) or 0
    refuse_unseen(revision, rules.state_number(family.title, family.title_en, held))
    if title.casefold() != family.title.casefold():
        _refuse_taken(title)
    if (family.title, family.title_en) != (title, title_en):
        family.title, family.title_en = title, title_en
        record(by, "people.family-renamed", family)
    if profile_id != held:
        assign_profile(family, by=by, profile_id=profile_id)
    db.session.flush()


def delete_family(family: JobFamily, *, by: Person) -> None:
    """Delete a family on which nothing hangs; its profile stays."""
    db.session.refresh(family, with_for_update=True)
    if hanging := queries.what_hangs_on(family):
        raise Refused(" ".join([_("This family can’t be deleted."), *hanging]))
    if queries.profile_of_family(family.id):
        assign_profile(family, by=by, profile_id=0)
    record(by, "people.family-deleted", family, title=family.title)
    db.session.delete(family)
    db.session.flush()


def assign_profile(family: JobFamily, *, by: Person, profile_id: int) -> None:
    """Let this profile hold for the family, or none."""
    held = select(Profile).join(ProfileFamily, ProfileFamily.profile_id == Profile.id)
    for before in db.session.scalars(held.where(ProfileFamily.family_id == family.id)):
        touch(before)
    db.session.execute(delete(ProfileFamily).where(ProfileFamily.family_id == family.id))
    if profile_id:
        profile = db.session.get(Profile, profile_id)
        if profile is None or profile.retired_at is not None:
            raise Refused(_("This profile is no longer in use. Please choose another one."), "profile_id")
        db.session.execute(insert(ProfileFamily), [{"profile_id": profile.id, "family_id": family.id}])
        touch(profile)
    record(by, "competences.family-assigned", family, profile=profile_id or None)
    db.session.flush()
    _forget_families()


def _refuse_taken(title: str) -> None:
    if title.casefold() in map(str.casefold, db.session.scalars(select(JobFamily.title))):
        raise Refused(_("There is a family of jobs with this title already."), "title")


def _forget_families() -> None:
    """Read the families of the profiles at hand anew."""
    for row in db.session.identity_map.values():
        if isinstance(row, Profile):
            db.session.expire(row, ["families"])
