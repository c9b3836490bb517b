"""Families of jobs: the profile that holds for each, and the jobs that belong to it."""

from collections.abc import Mapping, Sequence

from flask_babel import gettext as _
from sqlalchemy import delete, insert, select

from app.activity.actions import record
from app.competences.actions.revision import touch
from app.competences.models import Profile, ProfileFamily
from app.db import db
from app.errors import Refused
from app.people.models import Job, JobFamily, Person


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


def move_jobs(moves: Mapping[int, int], *, by: Person) -> None:
    """Put jobs into other families: the id of the family by the id of the job."""
    for job in db.session.scalars(select(Job).where(Job.id.in_(moves))):
        job.family_id = moves[job.id]
        record(by, "people.job-moved", job, family=job.family_id)
    db.session.flush()


def _forget_families() -> None:
    """Read the families of the profiles at hand anew."""
    for row in db.session.identity_map.values():
        if isinstance(row, Profile):
            db.session.expire(row, ["families"])
