"""Families of jobs that profiles name: found, or made where there are none yet."""

from collections.abc import Iterable

from sqlalchemy import select

from app.competences.library.texts import ProfileText
from app.competences.models import Profile
from app.db import db
from app.people.models import JobFamily


class Families:
    """The families of the house, by id and by title. Those of profiles that were edited here stay with them."""

    def __init__(self, profiles: Iterable[Profile]) -> None:
        found = db.session.scalars(select(JobFamily).order_by(JobFamily.id.desc())).all()
        self._by_title = {family.title.casefold(): family for family in found}
        self._by_key = {family.key: family for family in found}
        self._settled = {family.id for one in profiles if one.edited_at for family in one.families}

    def of(self, text: ProfileText) -> list[JobFamily]:
        """The families for which the profile of this file holds; new ones get the titles that the file gives them."""
        wanted = [self._found_or_made(key, titles) for key, titles in text.families.items()]
        return [family for family in dict.fromkeys(wanted) if family.id not in self._settled]

    def _found_or_made(self, key: str, titles: tuple[str, str]) -> JobFamily:
        family = self._by_key.get(key) or self._by_title.get(titles[0].casefold())
        if family is None:
            family = JobFamily(key=key, title=titles[0], title_en=titles[1])
            db.session.add(family)
            self._by_title[titles[0].casefold()] = family
        self._by_key[key] = family
        return family
