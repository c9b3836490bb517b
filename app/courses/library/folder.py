"""The folder of one course, as texts by their place in it."""

from collections.abc import Mapping

from app.content.source import BadContent, Problem, Source, parse
from app.courses.library.reading import CourseText, course_text, unit_texts
from app.text.media import Medium

COURSE_FILE = "course.md"


def read_texts(
    slug: str, texts: Mapping[str, str], media: Mapping[str, Medium]
) -> tuple[CourseText | None, list[Problem]]:
    """A course by the texts of its folder: `course.md`, and `units/….md` in order of name; None without the first.

    `media` are the files that they can show.
    """
    sources: dict[str, Source] = {}
    problems: list[Problem] = []
    for path in sorted(texts):
        try:
            sources[path] = parse(f"courses/{slug}/{path}", texts[path])
        except BadContent as bad:
            problems.extend(bad.problems)
    units = unit_texts([source for path, source in sources.items() if path != COURSE_FILE], media, problems)
    if COURSE_FILE not in sources:
        return None, problems
    return course_text(sources[COURSE_FILE], slug, tuple(units), media, problems), problems
