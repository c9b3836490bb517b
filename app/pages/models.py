"""The operator's own texts."""

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from app.content.origin import Origin
from app.db import Base, pk


class StaticPage(Origin, Base):
    """A text in one language."""

    __tablename__ = "static_page"
    __table_args__ = (UniqueConstraint("slug", "language"),)

    id: Mapped[pk]
    slug: Mapped[str]
    language: Mapped[str]
    title: Mapped[str]
    body_html: Mapped[str]
