"""Editions of courses, and the text files and other files that they are made of."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.content.source import Source, parse
from app.courses.models import MARK
from app.db import FOLDED, Base, UtcDateTime, pk, to
from app.files.rules import MediaType
from app.people.models import Person
from app.personal import Category, Keep, about
from app.studio.rules import COURSE_FILE, OPEN, EditionState, unit_paths

WRITTEN = about(Category.CONTENT, Keep.EMPLOYED)
IS_OPEN = text("state IN ('draft', 'review')")
IS_PUBLISHED = text("state = 'published'")


class Edition(Base):
    """The folder of a course as it was, is, or shall be. One that came with the files has no author."""

    __tablename__ = "edition"
    __table_args__ = (
        UniqueConstraint("slug", "number"),
        Index("one_open_edition", "slug", unique=True, sqlite_where=IS_OPEN, postgresql_where=IS_OPEN),
        Index("one_published_edition", "slug", unique=True, sqlite_where=IS_PUBLISHED, postgresql_where=IS_PUBLISHED),
    )

    id: Mapped[pk] = mapped_column(info=WRITTEN)
    slug: Mapped[str] = mapped_column(info=WRITTEN)
    number: Mapped[int] = mapped_column(info=WRITTEN)
    state: Mapped[EditionState] = mapped_column(index=True, info=WRITTEN)
    title: Mapped[str] = mapped_column(info=WRITTEN)
    search_title: Mapped[str] = mapped_column(FOLDED, info=WRITTEN)
    problem_count: Mapped[int] = mapped_column(default=0, info=WRITTEN)
    """How many things kept it from being published when it was last written in."""
    base: Mapped[int | None] = mapped_column(info=WRITTEN)
    """The number of the edition that it was begun from."""
    note: Mapped[str] = mapped_column(default="", info=WRITTEN)
    answer: Mapped[str] = mapped_column(default="", info=WRITTEN)
    author_id: Mapped[int | None] = mapped_column(to("person"), index=True, info=WRITTEN)
    reviewer_id: Mapped[int | None] = mapped_column(to("person"), index=True, info=WRITTEN)
    changed_at: Mapped[UtcDateTime] = mapped_column(info=WRITTEN)
    published_at: Mapped[UtcDateTime | None] = mapped_column(info=WRITTEN)

    author: Mapped[Person | None] = relationship(foreign_keys=[author_id])
    reviewer: Mapped[Person | None] = relationship(foreign_keys=[reviewer_id])
    parts: Mapped[list["Part"]] = relationship(
        cascade="all, delete-orphan", back_populates="edition", order_by="Part.path"
    )
    files: Mapped[list["EditionFile"]] = relationship(
        cascade="all, delete-orphan", back_populates="edition", order_by="EditionFile.name"
    )

    @property
    def is_open(self) -> bool:
        """Whether it is still on its way."""
        return self.state in OPEN

    @property
    def texts(self) -> dict[str, str]:
        """The files, as they lie in the folder of the course."""
        return {part.path: part.text for part in self.parts}

    @property
    def marks(self) -> dict[str, str]:
        """What tells the content of each of its other files."""
        return {file.name: file.mark for file in self.files}

    @property
    def course(self) -> "Part | None":
        """The file of the course itself."""
        return next((part for part in self.parts if part.path == COURSE_FILE), None)

    @property
    def units(self) -> list["Part"]:
        """The files of the units, in order."""
        by_path = {part.path: part for part in self.parts}
        return [by_path[path] for path in unit_paths(by_path)]


class Part(Base):
    """A text file of an edition. Its revision grows with each change: nobody overwrites what they have not seen."""

    __tablename__ = "edition_part"
    __table_args__ = (UniqueConstraint("edition_id", "path"),)

    id: Mapped[pk] = mapped_column(info=WRITTEN)
    edition_id: Mapped[int] = mapped_column(to("edition"), info=WRITTEN)
    path: Mapped[str] = mapped_column(info=WRITTEN)
    text: Mapped[str] = mapped_column(info=WRITTEN)
    revision: Mapped[int] = mapped_column(default=0, info=WRITTEN)
    author_id: Mapped[int | None] = mapped_column(to("person"), index=True, info=WRITTEN)
    changed_at: Mapped[UtcDateTime] = mapped_column(info=WRITTEN)

    author: Mapped[Person | None] = relationship()
    edition: Mapped[Edition] = relationship(back_populates="parts")

    @property
    def source(self) -> Source:
        """The file as it is read; raises BadContent."""
        return parse(f"courses/{self.edition.slug}/{self.path}", self.text)

    @property
    def title(self) -> str:
        """What the course or the unit is called; the name of its file, where it has no title yet."""
        return str(self.source.meta.get("title") or "").strip() or self.path


class EditionFile(Base):
    """A picture, a recording or a document beside the texts of an edition. Editions may share the bytes."""

    __tablename__ = "edition_file"
    __table_args__ = (UniqueConstraint("edition_id", "name"), CheckConstraint("size > 0", name="size_is_positive"))

    id: Mapped[pk] = mapped_column(info=WRITTEN)
    edition_id: Mapped[int] = mapped_column(to("edition"), info=WRITTEN)
    name: Mapped[str] = mapped_column(info=WRITTEN)
    words: Mapped[str] = mapped_column(default="", info=WRITTEN)
    """What is to be seen on a picture; what a recording or a document is called."""
    kind: Mapped[MediaType] = mapped_column(info=WRITTEN)
    size: Mapped[int] = mapped_column(info=WRITTEN)
    digest: Mapped[str] = mapped_column(info=WRITTEN)
    stored_as: Mapped[str] = mapped_column(index=True, info=WRITTEN)

    edition: Mapped[Edition] = relationship(back_populates="files")

    @property
    def mark(self) -> str:
        """What stands in its address, and changes with its content."""
        return self.digest[:MARK]
