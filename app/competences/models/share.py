"""Which statements a share of a profile names."""

from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base, to
from app.personal import Category, Keep, about

SHARED = about(Category.SELF, Keep.SHARE)


class ShareStatement(Base):
    """A statement that a share names: the version of a profile is the statements of that moment."""

    __tablename__ = "share_statement"

    share_id: Mapped[int] = mapped_column(to("share"), primary_key=True, info=SHARED)
    statement_id: Mapped[int] = mapped_column(to("statement"), primary_key=True, index=True, info=SHARED)
