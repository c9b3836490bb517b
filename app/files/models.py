"""Which files are kept."""

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base, UtcDateTime, pk, to
from app.files.rules import Type
from app.personal import Category, Keep, about

FILE = about(Category.SELF, Keep.SELF)


class StoredFile(Base):
    """A file about a person. Its bytes lie in the store under a name that says nothing."""

    __tablename__ = "stored_file"
    __table_args__ = (CheckConstraint("size > 0", name="size_is_positive"),)

    id: Mapped[pk] = mapped_column(info=FILE)
    person_id: Mapped[int] = mapped_column(to("person"), index=True, info=FILE)
    name: Mapped[str] = mapped_column(info=FILE)
    kind: Mapped[Type] = mapped_column(info=FILE)
    size: Mapped[int] = mapped_column(info=FILE)
    stored_as: Mapped[str] = mapped_column(unique=True, info=FILE)
    added_at: Mapped[UtcDateTime] = mapped_column(info=FILE)
