"""Passwords, sign-ins and failed attempts."""

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.db import Base, UtcDateTime, pk, to
from app.people.models import Person
from app.personal import Category, Keep, about

CREDENTIAL = about(Category.SECURITY, Keep.EMPLOYED)
SIGN_IN = about(Category.SECURITY, Keep.SIGN_IN)
FAILED_SIGN_IN = about(Category.SECURITY, Keep.FAILED_SIGN_IN)


class Credential(Base):
    """A person's password hash."""

    __tablename__ = "credential"

    person_id: Mapped[int] = mapped_column(to("person"), primary_key=True, info=CREDENTIAL)
    password_hash: Mapped[str] = mapped_column(info=CREDENTIAL)
    changed_at: Mapped[UtcDateTime] = mapped_column(info=CREDENTIAL)


class SignIn(Base):
    """A browser in which somebody is signed in; ended by the person, by time, or by a changed password."""

    __tablename__ = "sign_in"

    id: Mapped[pk] = mapped_column(info=SIGN_IN)
    token_hash: Mapped[str] = mapped_column(unique=True, info=SIGN_IN)
    person_id: Mapped[int] = mapped_column(to("person"), index=True, info=SIGN_IN)
    began_at: Mapped[UtcDateTime] = mapped_column(info=SIGN_IN)
    seen_at: Mapped[UtcDateTime] = mapped_column(info=SIGN_IN)
    expires_at: Mapped[UtcDateTime] = mapped_column(info=SIGN_IN)
    ended_at: Mapped[UtcDateTime | None] = mapped_column(info=SIGN_IN)
    device: Mapped[str] = mapped_column(info=SIGN_IN)

    person: Mapped[Person] = relationship()


class FailedSignIn(Base):
    """A failed attempt. Account and network are keyed hashes: the row serves the delay and nothing else."""

    __tablename__ = "failed_sign_in"
    __table_args__ = (
        Index("ix_failed_sign_in_account", "account", "at"),
        Index("ix_failed_sign_in_network", "network", "at"),
    )

    id: Mapped[pk] = mapped_column(info=FAILED_SIGN_IN)
    account: Mapped[str] = mapped_column(info=FAILED_SIGN_IN)
    network: Mapped[str] = mapped_column(info=FAILED_SIGN_IN)
    at: Mapped[UtcDateTime] = mapped_column(info=FAILED_SIGN_IN)
