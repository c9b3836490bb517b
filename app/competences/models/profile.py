"""What jobs and roles ask for, and what people have chosen as their goal."""

from collections.abc import Collection, Mapping

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.competences.models.framework import Competence
from app.competences.rules import IMPORTANT, USUAL, ProfileKind
from app.content.origin import Origin
from app.db import Base, UtcDateTime, pk, to
from app.people.models import JobFamily
from app.personal import Category, Keep, about

GOAL = about(Category.PLAN, Keep.PLAN)


class Profile(Origin, Base):
    """What a job, a role or leading asks for."""

    __tablename__ = "profile"

    id: Mapped[pk]
    key: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    title_en: Mapped[str]
    kind: Mapped[ProfileKind]
    body: Mapped[str] = mapped_column(default="")
    body_html: Mapped[str]
    retired_at: Mapped[UtcDateTime | None]
    revision: Mapped[int] = mapped_column(default=0, server_default="0")

    targets: Mapped[list["Target"]] = relationship(cascade="all, delete-orphan")
    families: Mapped[list[JobFamily]] = relationship(secondary="profile_family")

    def ask_for(self, levels: Mapping[int, int], important: Collection[int] = ()) -> None:
        """Ask for these levels, by competence, and no others; a level of what is important counts double."""
        known = {target.competence_id: target for target in self.targets}
        for competence_id, level in levels.items():
            if competence_id not in known:
                known[competence_id] = Target(competence_id=competence_id)
                self.targets.append(known[competence_id])
            known[competence_id].level = level
            known[competence_id].weight = IMPORTANT if competence_id in important else USUAL
        self.targets[:] = [target for target in self.targets if target.competence_id in levels]


class ProfileFamily(Base):
    """The families of jobs for which a profile holds; a family has one profile."""

    __tablename__ = "profile_family"

    profile_id: Mapped[int] = mapped_column(ForeignKey("profile.id"), primary_key=True)
    family_id: Mapped[int] = mapped_column(ForeignKey("job_family.id"), primary_key=True, unique=True)


class Target(Base):
    """The level of one competence that a profile asks for, and how much a level of it counts in a proposal."""

    __tablename__ = "target"
    __table_args__ = (
        CheckConstraint("level BETWEEN 1 AND 9", name="level_is_above_zero"),
        CheckConstraint("weight BETWEEN 1 AND 2", name="weight_is_single_or_double"),
    )

    profile_id: Mapped[int] = mapped_column(to("profile"), primary_key=True)
    competence_id: Mapped[int] = mapped_column(to("competence"), primary_key=True)
    level: Mapped[int]
    weight: Mapped[int] = mapped_column(default=1, server_default="1")

    competence: Mapped[Competence] = relationship()

    @property
    def is_important(self) -> bool:
        """Whether it is among what matters most in the profile."""
        return self.weight == IMPORTANT


class Goal(Base):
    """The profile that a person has chosen to work towards."""

    __tablename__ = "goal"

    person_id: Mapped[int] = mapped_column(to("person"), primary_key=True, info=GOAL)
    profile_id: Mapped[int] = mapped_column(to("profile"), info=GOAL)
    chosen_at: Mapped[UtcDateTime] = mapped_column(info=GOAL)

    profile: Mapped[Profile] = relationship()
