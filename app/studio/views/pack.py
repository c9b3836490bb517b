"""Packs: courses to be taken along as a ZIP, and a ZIP to be looked at and taken over."""

import io
import tempfile
from collections.abc import Collection
from pathlib import Path
from typing import IO

from flask import current_app, flash, redirect, render_template, request, send_file, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response

from app.courses.rules import LONGEST_QUERY
from app.errors import Refused
from app.files import store
from app.files.rules import MOST_BYTES
from app.files.rules.archive import MOST_ENTRIES
from app.people.viewer import require_viewer
from app.studio import access, actions, labels, packs, queries, rules
from app.studio.forms import PackForm
from app.studio.models import Edition
from app.studio.views.blueprint import bp
from app.text.folding import bare, words
from app.tokens import read_signed, signed
from app.web.form import render_form
from app.web.paging import page
from app.web.policy import Missing, policy
from app.web.uploads import takes_recording

SALT = "pack of %d"
MOST_SHOWN = 100
ZIP = "application/zip"


@bp.get("/studio/packs")
@policy(find=None, may=access.can_see_studio)
def choose_pack() -> str:
    viewer, typed = require_viewer(), _typed()
    found = page(queries.packable(viewer, words(typed)))
    return render_template("studio/choose_pack.html", found=found, typed=typed)


@bp.get("/studio/packs/courses.zip")
@policy(find=None, may=access.can_see_studio)
def export_pack() -> Response:
    slugs = None if request.args.get("all") else request.args.getlist("course")
    editions = queries.with_texts(queries.packable(require_viewer(), words(_typed()), slugs))
    if not editions:
        raise Refused(_("No course is chosen. Please choose at least one."))
    if sum(len(edition.parts) + len(edition.files) for edition in editions) > MOST_ENTRIES:
        raise Refused(_("These courses have more than %(most)s files. Please choose fewer.", most=MOST_ENTRIES))
    return _sent(editions, f"{editions[0].slug}.zip" if len(editions) == 1 else "courses.zip")


@bp.get("/studio/editions/<int:edition_id>/pack")
@policy(find=queries.editions_in_studio, may=access.can_see_studio)
def export_edition(edition: Edition) -> Response:
    return _sent([edition], f"{edition.slug}.zip")


@bp.route("/studio/packs/new", methods=["GET", "POST"])
@policy(find=None, may=access.can_write)
@takes_recording
def import_pack() -> Response | str | tuple[str, int]:
    form = PackForm()
    if form.accepted:
        try:
            name = actions.lay_down(**form.values)
        except Refused as refused:
            form.refuse(refused)
        else:
            return redirect(url_for("studio.show_pack", code=_code(name)), 303)
    return render_form("studio/import_pack.html", form)


@bp.get("/studio/packs/<code>")
@policy(find=None, may=access.can_write)
def show_pack(code: str) -> str:
    with packs.opened(_path(code)) as pack:
        problems = [(one, labels.said_on_page(one.sentence)) for one in pack.problems]
        return render_template(
            "studio/show_pack.html", pack=pack, problems=problems, code=code, step=rules.Step, most=MOST_SHOWN
        )


@bp.post("/studio/packs")
@policy(find=None, may=access.can_write)
def take_pack() -> Response:
    path = _path(request.form.get("pack", ""))
    drafts = actions.take_pack(path, by=require_viewer().person)
    store.remove_after_commit(path.name)
    flash(
        ngettext(
            "%(num)d course is a draft now. Another developer reads and publishes it.",
            "%(num)d courses are drafts now. Another developer reads and publishes them.",
            len(drafts),
        ),
        "success",
    )
    if len(drafts) == 1:
        return redirect(url_for("studio.show_course", slug=drafts[0].slug), 303)
    return redirect(url_for("studio.list_courses", state="draft"), 303)


def _typed() -> str:
    return bare(request.args.get("q", ""))[:LONGEST_QUERY]


def _sent(editions: Collection[Edition], name: str) -> Response:
    size = sum(file.size for edition in editions for file in edition.files)
    file: IO[bytes] = io.BytesIO() if size <= MOST_BYTES else tempfile.TemporaryFile()  # noqa: SIM115  # the answer closes it
    packs.write(editions, file)
    file.seek(0)
    return send_file(file, mimetype=ZIP, as_attachment=True, download_name=name)


def _code(name: str) -> str:
    """The address of a pack, for whoever has sent it alone."""
    return signed(current_app.config["SECRET_KEY"], SALT % require_viewer().person.id, int(name, 16))


def _path(code: str) -> Path:
    number = read_signed(current_app.config["SECRET_KEY"], SALT % require_viewer().person.id, code)
    path = store.path_of(f"{number:032x}") if number is not None else None
    if path is None or not path.exists():
        raise Missing(_("This ZIP is no longer here."), _("It is kept for a day. Please choose it again."))
    return path
