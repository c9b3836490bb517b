"""Frameworks, their scales, areas and competences."""

from sqlalchemy import CheckConstraint, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.competences.rules import FADES_AFTER_MONTHS, LinkKind, Stage
from app.content.origin import Origin
from app.db import Base, UtcDateTime, pk, to

LAST = 100


class Framework(Origin, Base):
    """A versioned set of competences with one scale; level 0 means "not yet".

    A new version is a row of its own that names its predecessor. The keys without a dot belong to the version in use:
    a draft's end in ".next", those of an outdated version in a number.
    """

    __tablename__ = "framework"

    id: Mapped[pk]
    key: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    title_en: Mapped[str]
    version: Mapped[str]
    stage: Mapped[Stage] = mapped_column(default=Stage.PUBLISHED)
    body: Mapped[str] = mapped_column(default="")
    body_html: Mapped[str]
    position: Mapped[int] = mapped_column(default=LAST, server_default=str(LAST))
    revision: Mapped[int] = mapped_column(default=0, server_default="0")
    predecessor_id: Mapped[int | None] = mapped_column(to("framework"), unique=True, index=True)

    predecessor: Mapped["Framework | None"] = relationship(remote_side="Framework.id")
    levels: Mapped[list["Level"]] = relationship(order_by="Level.number", cascade="all, delete-orphan")
    areas: Mapped[list["Area"]] = relationship(order_by="Area.position", back_populates="framework")


class Level(Base):
    """A step of a framework's scale."""

    __tablename__ = "level"
    __table_args__ = (CheckConstraint("number BETWEEN 0 AND 9", name="number_is_small"),)

    framework_id: Mapped[int] = mapped_column(to("framework"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    title_en: Mapped[str]


class Area(Origin, Base):
    """Competences that belong together."""

    __tablename__ = "area"
    __table_args__ = (UniqueConstraint("framework_id", "key"),)

    id: Mapped[pk]
    framework_id: Mapped[int] = mapped_column(to("framework"), index=True)
    key: Mapped[str]
    title: Mapped[str]
    title_en: Mapped[str]
    position: Mapped[int]
    body: Mapped[str]
    revision: Mapped[int] = mapped_column(default=0, server_default="0")

    framework: Mapped[Framework] = relationship(back_populates="areas")
    competences: Mapped[list["Competence"]] = relationship(order_by="Competence.position", back_populates="area")


class Competence(Origin, Base):
    """Something a person can do. The key is stable; retired ones stay, since statements point at them."""

    __tablename__ = "competence"
    __table_args__ = (
        CheckConstraint("fades_after_months BETWEEN 1 AND 120", name="fades_within_ten_years"),
        CheckConstraint("expires_after_months BETWEEN 1 AND 120", name="expires_within_ten_years"),
    )

    id: Mapped[pk]
    area_id: Mapped[int] = mapped_column(to("area"), index=True)
    key: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    title_en: Mapped[str]
    position: Mapped[int]
    body: Mapped[str]
    retired_at: Mapped[UtcDateTime | None]
    fades_after_months: Mapped[int | None] = mapped_column(
        default=FADES_AFTER_MONTHS, server_default=str(FADES_AFTER_MONTHS)
    )
    expires_after_months: Mapped[int | None]
    revision: Mapped[int] = mapped_column(default=0, server_default="0")

    area: Mapped[Area] = relationship(back_populates="competences")
    descriptions: Mapped[list["LevelDescription"]] = relationship(
        order_by="LevelDescription.number", cascade="all, delete-orphan"
    )


class LevelDescription(Base):
    """What somebody at this level can be seen doing."""

    __tablename__ = "level_description"

    competence_id: Mapped[int] = mapped_column(to("competence"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    behaviour: Mapped[str]


class CompetenceLink(Base):
    """How one competence belongs to another, mostly of another framework."""

    __tablename__ = "competence_link"
    __table_args__ = (CheckConstraint("from_id <> to_id", name="leads_elsewhere"),)

    from_id: Mapped[int] = mapped_column(to("competence"), primary_key=True)
    to_id: Mapped[int] = mapped_column(to("competence"), primary_key=True, index=True)
    kind: Mapped[LinkKind]
    carries: Mapped[bool] = mapped_column(default=False)
    """Whether a level on the one may be read on the other: it follows from the kind and both scales."""
    merges: Mapped[bool] = mapped_column(default=False, server_default=false())
    """Whether the one was not the other before: several competences have become one."""

    source: Mapped[Competence] = relationship(foreign_keys=[from_id])
    target: Mapped[Competence] = relationship(foreign_keys=[to_id])
