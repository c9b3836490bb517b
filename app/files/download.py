"""Giving a file out: always as a download, never as a page of ours."""

import io
import logging

from flask import abort, send_file
from werkzeug.wrappers import Response

from app.files import store
from app.files.models import StoredFile

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
