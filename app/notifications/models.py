"""Notices and the outbox."""

from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db import Base, UtcDateTime, pk, to
from app.notifications.rules import Kind, MailStage
from app.people.models import Person
from app.personal import Category, Keep, about

NOTICE = about(Category.BOOKING, Keep.NOTICE)
MAIL = about(Category.BOOKING, Keep.MAIL)


class Notice(Base):
    """A message in the app: its template is named by the kind, its values are plain."""

    __tablename__ = "notice"
    __table_args__ = (Index("ix_notice_person_at", "person_id", "at"),)

    id: Mapped[pk] = mapped_column(info=NOTICE)
    person_id: Mapped[int] = mapped_column(to("person"), info=NOTICE)
    kind: Mapped[Kind] = mapped_column(info=NOTICE)
    values: Mapped[dict[str, Any]] = mapped_column(info=NOTICE)
    path: Mapped[str] = mapped_column(info=NOTICE)
    at: Mapped[UtcDateTime] = mapped_column(info=NOTICE)
    read_at: Mapped[UtcDateTime | None] = mapped_column(info=NOTICE)


class Mail(Base):
    """A letter waiting to be sent, sent or given up. Its Message-ID is made of its own number, so it is stable.

    `invitation` is what the reader's calendar is told: a method of iTIP, uid, sequence and spans.
    """

    __tablename__ = "mail"
    __table_args__ = (Index("ix_mail_due", "stage", "due_at"),)

    id: Mapped[pk] = mapped_column(info=MAIL)
    person_id: Mapped[int] = mapped_column(to("person"), index=True, info=MAIL)
    kind: Mapped[Kind] = mapped_column(info=MAIL)
    values: Mapped[dict[str, Any]] = mapped_column(info=MAIL)
    path: Mapped[str] = mapped_column(info=MAIL)
    invitation: Mapped[dict[str, Any] | None] = mapped_column(info=MAIL)
    queued_at: Mapped[UtcDateTime] = mapped_column(info=MAIL)
    due_at: Mapped[UtcDateTime] = mapped_column(info=MAIL)
    stage: Mapped[MailStage] = mapped_column(default=MailStage.WAITING, info=MAIL)
    failures: Mapped[int] = mapped_column(default=0, info=MAIL)
    sent_at: Mapped[UtcDateTime | None] = mapped_column(info=MAIL)

    person: Mapped[Person] = relationship()
