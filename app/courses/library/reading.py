"""A course's files as plain values: course.md, and units/*.md in order of name."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from app.content.fields import LONGEST_SENTENCE, Fields
from app.content.sentences import said
from app.content.source import Problem, Source, read_all
from app.courses.library.files import FileText, bad_references, media, read_course_files
from app.courses.library.questions import read_questions
from app.courses.rules import LANGUAGES, LONGEST_UNIT, SHORTEST_UNIT, Format, TargetGroup, Topic
from app.qualifications.rules import Effect
from app.text.markdown import TooLong, to_html
from app.text.media import Medium

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_SLUG = 80
MOST_ABILITIES = 8
MOST_MINUTES = 60_000
MOST_LEVEL = 9
COURSE_ENTRIES = (
    "title", "format", "topic", "language", "summary", "abilities", "outcomes", "prerequisites", "audience",
    "target_groups", "effort_minutes", "provider", "link", *Effect,
)  # fmt: skip
OUTCOME_ENTRIES = ("competence", "from", "to")
UNIT_ENTRIES = ("id", "title", "minutes", "check", "proves")
PROOF_ENTRIES = ("competence", "level")


@dataclass(frozen=True)
class OutcomeText:
    """From which level to which a course leads in a competence, named by its key."""

    competence: str
    from_level: int
    to_level: int


@dataclass(frozen=True)
class ProofText:
    """The level of a competence, named by its key, that passing a unit's check proves."""

    competence: str
    level: int


@dataclass(frozen=True)
class UnitText:
    """A unit's file."""

    source: Source
    key: str
    title: str
    minutes: int
    position: int
    body_html: str
    check: list[dict[str, Any]]
    proves: tuple[ProofText, ...]


@dataclass(frozen=True)
class CourseText:
    """A course's file, and its units in order."""

    source: Source
    slug: str
    values: dict[str, Any]
    outcomes: tuple[OutcomeText, ...]
    prerequisites: tuple[str, ...]
    units: tuple[UnitText, ...]
    qualifications: Mapping[Effect, list[str]]
    files: Mapping[str, FileText] = field(default_factory=dict)

    @property
    def format(self) -> Format:
        """How it is learnt."""
        return Format(self.values["format"])


@dataclass(frozen=True)
class Reading:
    """All courses that could be read."""

    courses: tuple[CourseText, ...]

    @property
    def sources(self) -> list[Source]:
        """The files of courses and units."""
        units = [unit.source for course in self.courses for unit in course.units]
        return [*(course.source for course in self.courses), *units]

    @property
    def addresses(self) -> set[str]:
        """Where the pages of courses and units are."""
        courses = {f"/courses/{course.slug}" for course in self.courses}
        return courses | {
            f"/courses/{course.slug}/units/{unit.key}" for course in self.courses for unit in course.units
        }


def read_files(root: Path, slug: str = "*") -> tuple[Reading, list[Problem]]:
    """Every course below root, or one by its slug, and what is wrong in each file by itself."""
    sources, problems = read_all(root, f"courses/{slug}/course.md")
    unit_sources, more = read_all(root, f"courses/{slug}/units/*.md")
    problems.extend(more)
    by_folder: dict[str, list[Source]] = {}
    for source in unit_sources:
        by_folder.setdefault(PurePosixPath(source.path).parts[1], []).append(source)
    courses = []
    for source in sources:
        slug = PurePosixPath(source.path).parts[1]
        files = read_course_files(root, slug, problems)
        shown = media(slug, _shown_language(source), files)
        units = unit_texts(by_folder.pop(slug, []), shown, problems)
        course = course_text(source, slug, tuple(units), shown, problems)
        courses.append(replace(course, files=files))
    problems.extend(_without_course(root, by_folder))
    return Reading(tuple(courses)), problems


def _without_course(root: Path, folders: Iterable[str]) -> list[Problem]:
    return [
        Problem(f"courses/{folder}/course.md", 1, said("the file is missing; the folder has units but no course"))
        for folder in folders
        if not (root / "courses" / folder / "course.md").exists()
    ]


def _shown_language(source: Source) -> str:
    """The language of the course, also where its file says something else, which is named elsewhere."""
    return str(source.meta.get("language")) if source.meta.get("language") in LANGUAGES else LANGUAGES[0]


def course_text(
    source: Source, slug: str, units: tuple[UnitText, ...], shown: Mapping[str, Medium], problems: list[Problem]
) -> CourseText:
    """A course by its file, and the files that its texts can show; what is wrong there is added to the problems."""
    fields = Fields(source)
    fields.only(COURSE_ENTRIES)
    if not SLUG.fullmatch(slug) or len(slug) > LONGEST_SLUG:
        fields.refuse(said("the folder's name must be lower-case letters, digits and hyphens, 80 at most"))
    values = {
        "title": fields.text("title"),
        "format": fields.choice(Format, "format"),
        "topic": fields.choice(Topic, "topic"),
        "language": _language(fields),
        "summary": fields.text("summary", longest=LONGEST_SENTENCE),
        "abilities": _abilities(fields),
        "audience": fields.text("audience", longest=LONGEST_SENTENCE),
        "target_groups": _target_groups(fields),
        "provider": _provider(fields),
        "link": _link(fields),
        "effort_minutes": _effort(fields),
        "body_html": _html(fields, shown),
    }
    outcomes = tuple(_outcome(fields, position) for position in fields.entries("outcomes", known=OUTCOME_ENTRIES))
    prerequisites = tuple(fields.texts("prerequisites"))
    qualifications = {effect: fields.texts(effect) for effect in Effect}
    problems.extend(fields.problems)
    return CourseText(source, slug, values, outcomes, prerequisites, units, qualifications)


def _language(fields: Fields) -> str:
    language = fields.text("language")
    if language not in LANGUAGES:
        fields.refuse(
            said("%(name)s must be one of: %(words)s", name="language", words=", ".join(LANGUAGES)), "language"
        )
    return language


def _abilities(fields: Fields) -> list[str]:
    abilities = fields.texts("abilities", longest=LONGEST_SENTENCE)
    if not 1 <= len(abilities) <= MOST_ABILITIES:
        fields.refuse(
            said("abilities must name 1 to %(most)s things that people can do afterwards", most=MOST_ABILITIES),
            "abilities",
        )
    return abilities


def _target_groups(fields: Fields) -> list[str]:
    """Whom the course is made for: everybody, or some groups."""
    groups = [fields.choice(TargetGroup, "target_groups", n) for n in range(len(fields.texts("target_groups")))]
    if not groups:
        fields.refuse(said("target_groups must name some of: %(words)s", words=", ".join(TargetGroup)), "target_groups")
    if len(groups) != len(set(groups)) or (TargetGroup.EVERYBODY in groups and len(groups) > 1):
        fields.refuse(
            said("target_groups must name each group once, and nobody else beside everybody"), "target_groups"
        )
    return [group.value for group in groups]


def _provider(fields: Fields) -> str | None:
    """Who offers it, if not the administration itself; an external course is offered by somebody else."""
    provider = fields.optional_text("provider")
    if provider is None and fields.source.meta.get("format") == Format.EXTERNAL:
        fields.refuse(said("provider is missing: say who offers the external course"), "provider")
    return provider


def _link(fields: Fields) -> str | None:
    """The address of an external course; only external courses have one."""
    link = fields.optional_text("link", longest=LONGEST_SENTENCE)
    is_external = fields.source.meta.get("format") == Format.EXTERNAL
    if is_external and link is None:
        fields.refuse(said("link is missing: an external course needs the address where it is"), "link")
    if link is not None and (urlsplit(link).scheme != "https" or not urlsplit(link).netloc or " " in link):
        fields.refuse(said("link must be an address that begins with https://"), "link")
    return link


def _effort(fields: Fields) -> int:
    """The stated effort; that of a self-paced course is the sum of its units, so it states none."""
    if fields.source.meta.get("format") != Format.SELF_PACED:
        return fields.number("effort_minutes", lowest=1, highest=MOST_MINUTES)
    if "effort_minutes" in fields.source.meta:
        fields.refuse(
            said("effort_minutes of a self-paced course is the sum of its units; leave it out"), "effort_minutes"
        )
    return 0


def _outcome(fields: Fields, position: int) -> OutcomeText:
    here: tuple[str | int, ...] = ("outcomes", position)
    from_level = fields.number(*here, "from", lowest=0, highest=MOST_LEVEL - 1)
    to_level = fields.number(*here, "to", lowest=1, highest=MOST_LEVEL)
    if to_level <= from_level:
        fields.refuse(said("the outcome must lead upwards: `to` above `from`"), *here, "to")
    return OutcomeText(fields.text(*here, "competence"), from_level, to_level)


def unit_texts(sources: list[Source], shown: Mapping[str, Medium], problems: list[Problem]) -> list[UnitText]:
    """The units in these files, in order; what is wrong there is added to the problems."""
    units = []
    for position, source in enumerate(sources, start=1):
        fields = Fields(source)
        fields.only(UNIT_ENTRIES)
        key = fields.text("id", longest=LONGEST_SLUG)
        if key and not SLUG.fullmatch(key):
            fields.refuse(said("id must be lower-case letters, digits and hyphens"), "id")
        units.append(
            UnitText(
                source,
                key,
                fields.text("title"),
                fields.number("minutes", lowest=SHORTEST_UNIT, highest=LONGEST_UNIT),
                position,
                _html(fields, shown),
                read_questions(fields),
                _proofs(fields),
            )
        )
        problems.extend(fields.problems)
    return units


def _proofs(fields: Fields) -> tuple[ProofText, ...]:
    proofs = tuple(
        ProofText(
            fields.text("proves", n, "competence"), fields.number("proves", n, "level", lowest=1, highest=MOST_LEVEL)
        )
        for n in fields.entries("proves", known=PROOF_ENTRIES)
    )
    if proofs and not fields.source.meta.get("check"):
        fields.refuse(said("proves needs a check: only who passes one has shown a level"), "proves")
    return proofs


def _html(fields: Fields, shown: Mapping[str, Medium]) -> str:
    if not fields.source.body.strip():
        fields.refuse(said("the text below the front matter is missing"))
    try:
        fields.problems.extend(bad_references(fields.source, shown))
        return to_html(fields.source.body, shown)
    except (TooLong, RecursionError):
        fields.refuse(said("the text is too long or nested too deeply"))
        return ""
