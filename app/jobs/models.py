"""The lease of the jobs process."""

from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base, UtcDateTime


class Lease(Base):
    """Which process works, until when; the fence grows with every change of hands."""

    __tablename__ = "lease"

    name: Mapped[str] = mapped_column(primary_key=True)
    holder: Mapped[str]
    fence: Mapped[int]
    until: Mapped[UtcDateTime]
