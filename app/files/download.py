"""Giving a file out: always as a download, never as a page of ours."""

import io
import logging

from flask import abort, send_file
from werkzeug.wrappers import Response

from app.files import store
from app.files.models import StoredFile
from app.files.rules import MOST_BYTES

A_YEAR = 31_536_000
log = logging.getLogger(__name__)


def download(file: StoredFile) -> Response:
    """The file for somebody who was found to be allowed to see it; `web.headers` sees to the rest."""
    path = store.path_of(file.stored_as)
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        log.exception("the bytes of file %s are missing", file.id)
        abort(404)
    return send_file(
        io.BytesIO(content),
        mimetype=file.kind.media_type,
        as_attachment=True,
        download_name=file.name,
        conditional=False,
        etag=False,
        last_modified=None,
    )


def show(stored_as: str, media_type: str, name: str, *, lasting: bool, as_attachment: bool) -> Response:
    """A file that a text shows or offers, in parts where some are asked for; `lasting`: its address never changes."""
    try:
        path = store.path_of(stored_as)
        is_small = path.stat().st_size <= MOST_BYTES
        response = send_file(
            io.BytesIO(path.read_bytes()) if is_small else path,
            mimetype=media_type,
            as_attachment=as_attachment,
            download_name=name,
            conditional=True,
            etag=stored_as,
        )
    except FileNotFoundError:
        log.exception("the bytes of %s are missing", name)
        abort(404)
    response.headers["Cache-Control"] = f"private, max-age={A_YEAR}, immutable" if lasting else "no-store"
    return response
