"""What must be true of all courses together."""

from collections.abc import Iterator, Mapping, Sequence

from app.content.source import Problem, Source
from app.courses.library.reading import CourseText, Reading, UnitText
from app.courses.rules import Format, circle


def problems(reading: Reading, highest_levels: Mapping[str, int]) -> Iterator[Problem]:
    """What does not fit together between the files."""
    if not reading.courses:
        yield Problem("courses", 1, "there is no course in this folder; is it the content folder?")
    yield from _double_units(reading)
    for course in reading.courses:
        yield from _outcomes(course, highest_levels)
        for unit in course.units:
            yield from _proofs(unit, highest_levels)
        yield from _prerequisites(course, {other.slug for other in reading.courses})
        yield from _fitting_units(course)
    yield from _circles(reading)


def _double_units(reading: Reading) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for course in reading.courses:
        for unit in course.units:
            if unit.key and unit.key in first:
                yield unit.source.problem(f"the id {unit.key} is taken already by {first[unit.key]}", "id")
            first.setdefault(unit.key, unit.source.path)


def _outcomes(course: CourseText, highest_levels: Mapping[str, int]) -> Iterator[Problem]:
    levels = [(outcome.competence, outcome.to_level) for outcome in course.outcomes]
    yield from _levels(course.source, "outcomes", "to", levels, highest_levels)


def _proofs(unit: UnitText, highest_levels: Mapping[str, int]) -> Iterator[Problem]:
    levels = [(proof.competence, proof.level) for proof in unit.proves]
    yield from _levels(unit.source, "proves", "level", levels, highest_levels)


def _levels(
    source: Source, entry: str, at: str, levels: Sequence[tuple[str, int]], highest_levels: Mapping[str, int]
) -> Iterator[Problem]:
    """What is wrong with the competences and levels that a list of a file names."""
    named: set[str] = set()
    for position, (key, level) in enumerate(levels):
        if key and key not in highest_levels:
            yield source.problem(f"there is no competence {key}", entry, position, "competence")
        elif key and level > highest_levels[key]:
            yield source.problem(f"the scale of {key} ends at {highest_levels[key]}", entry, position, at)
        if key in named:
            yield source.problem(f"{key} is named twice", entry, position, "competence")
        named.add(key)


def _prerequisites(course: CourseText, slugs: set[str]) -> Iterator[Problem]:
    for position, slug in enumerate(course.prerequisites):
        if slug and slug not in slugs:
            yield course.source.problem(f"there is no course {slug}", "prerequisites", position)


def _fitting_units(course: CourseText) -> Iterator[Problem]:
    is_self_paced = course.source.meta.get("format") == Format.SELF_PACED
    if is_self_paced and not course.units:
        yield course.source.problem("a self-paced course needs units in a folder units/", "format")
    if not is_self_paced and course.units:
        yield course.source.problem("only self-paced courses have units", "format")


def _circles(reading: Reading) -> Iterator[Problem]:
    way = circle({course.slug: course.prerequisites for course in reading.courses})
    if way:
        first = next(course for course in reading.courses if course.slug == way[0])
        yield first.source.problem(f"the prerequisites lead in a circle: {' → '.join(way)}", "prerequisites")
