"""The Studio: the list, a course with its editions, its texts, review and preview."""

from app.studio.views import course, edition, file, folder, pack, preview, unit
from app.studio.views.blueprint import bp

__all__ = ["bp", "course", "edition", "file", "folder", "pack", "preview", "unit"]
