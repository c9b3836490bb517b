"""What a page is told that saves by itself."""

from werkzeug.wrappers import Response

from app.studio.models import Part


def answer_autosave(part: Part, *, is_saved: bool) -> Response:
    """Saved, with the revision that the page looks at from now on; or not, so that the page says so."""
    if is_saved:
        return Response(status=204, headers={"X-Revision": str(part.revision)})
    return Response(status=409)
