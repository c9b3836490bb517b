"""Questions about leases."""

from sqlalchemy import Select, select

from app.jobs.models import Lease


def lease(name: str) -> Select[Lease]:
    """The lease of this name, where anybody ever took it."""
    return select(Lease).where(Lease.name == name)
