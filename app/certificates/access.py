"""Who may revoke a certificate."""

from app.certificates.models import Certificate
from app.people.rules import Role
from app.people.viewer import Viewer


def can_revoke(viewer: Viewer, certificate: Certificate) -> bool:
    """Whether the viewer develops people in the unit of whoever has the certificate."""
    return viewer.has(Role.HR, path=certificate.person.unit.path)
