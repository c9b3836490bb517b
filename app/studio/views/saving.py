"""What a page is told that saves by itself."""

from werkzeug.wrappers import Response

from app.studio.models import Part


def answer_autosave(part: Part, *, is_valid: bool, is_saved: bool) -> Response:
    """Saved, with the revision that the page looks at from now on; or not: a field is wrong, or the page is stale."""
    if is_saved:
        return Response(status=204, headers={"X-Revision": str(part.revision)})
    return Response(status=409 if is_valid else 422)
