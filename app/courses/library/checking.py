"""What must be true of all courses together, and of one among the others."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.content.links import dead_links
from app.content.sentences import said
from app.content.source import Problem, Source
from app.courses.library.reading import CourseText, Reading, UnitText
from app.courses.rules import Format, circle


@dataclass(frozen=True)
class Surroundings:
    """What a course by itself can refer to: competences with the top of their scale, and what else is there."""

    highest_levels: Mapping[str, int]
    prerequisites: Mapping[str, Sequence[str]]
    """Those of every other course, by slug."""
    units: Mapping[str, str]
    """The slugs of the other courses, by the keys of their units."""
    pages: Collection[str]
    """The addresses of the operator's texts."""
    qualifications: Collection[str]
    """The keys of those that can be acquired."""

    @property
    def addresses(self) -> set[str]:
        """Where the pages of the others are."""
        units = {f"/courses/{slug}/units/{key}" for key, slug in self.units.items()}
        return units | {f"/courses/{slug}" for slug in self.prerequisites} | set(self.pages)


def problems(reading: Reading, highest_levels: Mapping[str, int], qualifications: Collection[str]) -> Iterator[Problem]:
    """What does not fit together between the files."""
    if not reading.courses:
        yield Problem("courses", 1, "there is no course in this folder; is it the content folder?")
    yield from _double_units(reading.courses, {})
    for course in reading.courses:
        yield from _of_one(course, highest_levels, {other.slug for other in reading.courses}, qualifications)
    yield from _circles({course.slug: course for course in reading.courses}, {})


def problems_of(course: CourseText, around: Surroundings) -> Iterator[Problem]:
    """What does not fit in one course, among all the others that are there."""
    yield from _double_units([course], {key: f"courses/{slug}" for key, slug in around.units.items()})
    yield from _of_one(course, around.highest_levels, {*around.prerequisites, course.slug}, around.qualifications)
    yield from _circles({course.slug: course}, around.prerequisites)
    reading = Reading((course,))
    yield from dead_links(reading.sources, reading.addresses | around.addresses)


def _of_one(
    course: CourseText, highest_levels: Mapping[str, int], slugs: Collection[str], qualifications: Collection[str]
) -> Iterator[Problem]:
    yield from _outcomes(course, highest_levels)
    for unit in course.units:
        yield from _proofs(unit, highest_levels)
    yield from _prerequisites(course, slugs)
    yield from _qualifications(course, qualifications)
    yield from _fitting_units(course)


def _double_units(courses: Iterable[CourseText], taken: Mapping[str, str]) -> Iterator[Problem]:
    first = dict(taken)
    for course in courses:
        for unit in course.units:
            if unit.key and unit.key in first:
                sentence = said("the id %(key)s is taken already by %(path)s", key=unit.key, path=first[unit.key])
                yield unit.source.problem(sentence, "id")
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
            yield source.problem(said("there is no competence %(key)s", key=key), entry, position, "competence")
        elif key and level > highest_levels[key]:
            yield source.problem(
                said("the scale of %(key)s ends at %(most)s", key=key, most=highest_levels[key]), entry, position, at
            )
        if key in named:
            yield source.problem(said("%(key)s is named twice", key=key), entry, position, "competence")
        named.add(key)


def _prerequisites(course: CourseText, slugs: Collection[str]) -> Iterator[Problem]:
    for position, slug in enumerate(course.prerequisites):
        if slug and slug not in slugs:
            yield course.source.problem(said("there is no course %(course)s", course=slug), "prerequisites", position)


def _qualifications(course: CourseText, known: Collection[str]) -> Iterator[Problem]:
    for effect, keys in course.qualifications.items():
        for position, key in enumerate(keys):
            if key and key not in known:
                yield course.source.problem(said("there is no qualification %(key)s", key=key), effect, position)
            elif key in keys[:position]:
                yield course.source.problem(said("%(key)s is named twice", key=key), effect, position)
    if course.source.meta.get("format") == Format.EXTERNAL and any(course.qualifications.values()):
        sentence = said(
            "an external course is completed elsewhere, so it can’t grant, renew or require a qualification"
        )
        yield course.source.problem(sentence, "format")


def _fitting_units(course: CourseText) -> Iterator[Problem]:
    is_self_paced = course.source.meta.get("format") == Format.SELF_PACED
    if is_self_paced and not course.units:
        yield course.source.problem(said("a self-paced course needs units in a folder units/"), "format")
    if not is_self_paced and course.units:
        yield course.source.problem(said("only self-paced courses have units"), "format")


def _circles(courses: Mapping[str, CourseText], others: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    way = circle({**{slug: course.prerequisites for slug, course in courses.items()}, **others})
    if way and way[0] in courses:
        sentence = said("the prerequisites lead in a circle: %(way)s", way=" → ".join(way))
        yield courses[way[0]].source.problem(sentence, "prerequisites")
