"""One's own certificates, and the page on which everybody who holds one can check it."""

from flask import Blueprint, current_app, flash, make_response, redirect, request, url_for
from flask import Response as FileResponse
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app import clock
from app.certificates import access, actions, queries
from app.certificates.document import document
from app.certificates.forms import CodeForm, RevocationForm
from app.certificates.models import Certificate
from app.certificates.rules import read_code, spelled
from app.certificates.wording import Letterhead, why_not
from app.courses.models import Course
from app.courses.queries import courses_visible_to
from app.db import db
from app.people.viewer import require_viewer, viewer
from app.text.paper import MIMETYPE
from app.web.form import render_form
from app.web.paging import Page, page
from app.web.policy import policy, public
from app.web.render import render

MOST_OTHERS = 20
LONGEST_CODE = 40

bp = Blueprint("certificates", __name__, template_folder="templates")
bp.add_app_template_filter(spelled)
bp.add_app_template_filter(why_not)


@bp.get("/account/certificates")
@policy(find=None)
def list_certificates() -> str:
    person_id = require_viewer().person.id
    found = page(queries.completions_of(person_id), scalars=False)
    completions = Page([queries.Completion(*row) for row in found.rows], found.number, found.total)
    earlier = db.session.scalars(queries.earlier_of(person_id).limit(MOST_OTHERS)).all()
    revoked = db.session.scalars(queries.revoked_of(person_id).limit(MOST_OTHERS)).all()
    return render("certificates/list_certificates.html", completions=completions, earlier=earlier, revoked=revoked)


@bp.post("/courses/<slug>/certificate")
@policy(find=courses_visible_to)
def issue_certificate(course: Course) -> Response:
    """Make it where there is none yet, and hand it over."""
    certificate = actions.issue(course, require_viewer().person, _letterhead())
    return redirect(url_for("certificates.download_certificate", certificate_id=certificate.id), 303)


@bp.get("/account/certificates/<int:certificate_id>.pdf")
@policy(find=queries.held_by)
def download_certificate(certificate: Certificate) -> FileResponse:
    return FileResponse(
        document(certificate),
        mimetype=MIMETYPE,
        headers={"Content-Disposition": f'attachment; filename="lotse-certificate-{certificate.serial}.pdf"'},
    )


@bp.get("/verify")
@public
def enter_code() -> Response | str | tuple[str, int]:
    """For whoever was handed a paper."""
    form = CodeForm(request.args if "code" in request.args else None)
    if "code" in request.args and form.validate():
        return redirect(url_for("certificates.show_certificate", code=read_code(form.code.data or "")), 303)
    return _unlisted(render("certificates/enter_code.html", form=form, is_unknown=False))


@bp.get("/verify/<code>")
@public
def show_certificate(code: str) -> Response:
    """What the paper says, that it is revoked, or that there is no such paper; the code is the key (R14)."""
    found = db.session.scalars(queries.by_code(read_code(code) or "")).one_or_none()
    if found is None:
        typed = CodeForm(None, data={"code": spelled(read_code(code) or code[:LONGEST_CODE])})
        return _unlisted(render("certificates/enter_code.html", form=typed, is_unknown=True), 404)
    looking = viewer()
    may_revoke = found.is_valid and looking is not None and access.can_revoke(looking, found)
    is_over = found.valid_until is not None and found.valid_until < clock.today()
    shown = render("certificates/show_certificate.html", certificate=found, is_over=is_over, may_revoke=may_revoke)
    return _unlisted(shown)


@bp.route("/verify/<code>/revocation", methods=["GET", "POST"])
@policy(
    find=queries.within_reach_of,
    may=access.can_revoke,
    by={"code": Certificate.code},
    data="D",
    purpose="revoking",
)
def revoke_certificate(certificate: Certificate) -> Response | str | tuple[str, int]:
    form = RevocationForm()
    if form.accepted and form.carry(actions.revoke, certificate, by=require_viewer().person):
        flash(_("The certificate is revoked, and the person is told."), "success")
        return redirect(url_for("certificates.show_certificate", code=certificate.code), 303)
    return render_form("certificates/revoke_certificate.html", form, certificate=certificate)


def _letterhead() -> Letterhead:
    return Letterhead(current_app.config["OPERATOR"], current_app.config["LETTERHEAD"])


def _unlisted(shown: str, status: int = 200) -> Response:
    """A page that no search engine keeps."""
    response = make_response(shown, status)
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
