"""The record of looks at other people's data."""

from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base, UtcDateTime, append_only, pk, to
from app.personal import Category, Keep, about

AUDIT = about(Category.SECURITY, Keep.AUDIT)


class ReadAudit(Base):
    """Somebody saw something about somebody. The person can see it; nothing of the content is kept."""

    __tablename__ = "read_audit"

    id: Mapped[pk] = mapped_column(info=AUDIT)
    at: Mapped[UtcDateTime] = mapped_column(info=AUDIT)
    viewer_id: Mapped[int] = mapped_column(to("person"), index=True, info=AUDIT)
    person_id: Mapped[int] = mapped_column(to("person"), index=True, info=AUDIT)
    category: Mapped[str] = mapped_column(info=AUDIT)
    purpose: Mapped[str] = mapped_column(info=AUDIT)


append_only(ReadAudit.__table__)  # type: ignore[arg-type]
