"""The paper of a certificate."""

from flask import current_app, url_for
from flask_babel import gettext as _

from app import clock
from app.certificates.models import Certificate
from app.certificates.rules import spelled
from app.text import qr
from app.text.language import speaking
from app.text.paper import paper


def address(certificate: Certificate) -> str:
    """The page that says the same as the paper."""
    base: str = current_app.config["BASE_URL"]
    return base + url_for("certificates.show_certificate", code=certificate.code)


def document(certificate: Certificate) -> bytes:
    """The certificate as a PDF: the same bytes each time, made of what was frozen."""
    issued, base = clock.local(certificate.issued_at), current_app.config["BASE_URL"]
    form = f"{base}{url_for('certificates.enter_code')}".partition("://")[2]
    with speaking(certificate.language):
        words = certificate.words
        return paper(
            "certificates/templates/certificates/certificate.typ",
            title=f"{words['title']}: {words['course']}",
            running=words["operator"],
            words=words,
            day=[issued.year, issued.month, issued.day],
            picture=qr.picture(address(certificate), border=0),
            alt=_(
                "Code that leads to the page on which this certificate can be checked: %(url)s",
                url=address(certificate),
            ),
            check_title=_("Check that it is genuine"),
            check=_(
                "Whether this certificate holds can be checked by everybody at %(address)s with this code:",
                address=form,
            ),
            code=spelled(certificate.code),
        )
