"""Which slots somebody would like most."""

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.db import Base, pk, to
from app.personal import Category, Keep, about

WISH = about(Category.BOOKING, Keep.WAITING)


class SlotWish(Base):
    """One slot on a person's list of a time band; the best wish has rank 1."""

    __tablename__ = "slot_wish"
    __table_args__ = (
        UniqueConstraint("person_id", "slot_id"),
        CheckConstraint("rank > 0", name="rank_is_positive"),
    )

    id: Mapped[pk] = mapped_column(info=WISH)
    person_id: Mapped[int] = mapped_column(to("person"), info=WISH)
    slot_id: Mapped[int] = mapped_column(to("slot"), index=True, info=WISH)
    rank: Mapped[int] = mapped_column(info=WISH)
