"""The layout of Moodle's competency frameworks (`tool_lpimportcsv`), so that a city can move in both directions.

Moodle's `framework_exporter` writes fourteen columns in this order, whatever they are called in the language of the
site: parent ID number, ID number, short name, description, description format, scale values, scale configuration, rule
type, rule outcome, rule config, cross-referenced competency ID numbers, exported ID, is framework, taxonomy. The row
of the framework comes first; competencies name their parent by its ID number, at any depth. Read on 25 November 2026
in admin/tool/lpimportcsv of github.com/moodle/moodle (classes/framework_exporter.php, tests/fixtures/example.csv).

Moodle has one language, no areas and one description: titles stand for their translation, what has children is an
area, and the levels are a list inside the description. That of a framework is its version, and below it, in
Markdown as Moodle knows it too, what the framework says about itself. It relates competencies of one framework only,
in both directions and without a kind: ID numbers with commas between, a comma inside written as %2C.
"""

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from flask_babel import gettext as _

from app.competences.rules.exchange import (
    LONGEST_ABOUT,
    LONGEST_KEY,
    LONGEST_TEXT,
    LONGEST_TITLE,
    MOST_LEVELS,
    AreaEntry,
    CompetenceEntry,
    FrameworkEntry,
)
from app.competences.rules.framework import LinkKind, free_key
from app.competences.rules.reference import Reference
from app.text.csv_table import Row, RowError

HEADER = [
    "Parent ID number",
    "ID number",
    "Short name",
    "Description",
    "Description format",
    "Scale values",
    "Scale configuration",
    "Rule type (optional)",
    "Rule outcome (optional)",
    "Rule config (optional)",
    "Cross-referenced competency ID numbers",
    "Exported ID (optional)",
    "Is framework",
    "Taxonomy",
]
PARENT, ID, NAME, DESCRIPTION, FORMAT, SCALE, RELATED, IS_FRAMEWORK = 0, 1, 2, 3, 4, 5, 10, 12
COMMA = "%2C"
TAG = re.compile(r"<[^>]*>")
END_OF_PARAGRAPH = re.compile(r"</(?:p|h[1-6]|li|div)>", re.IGNORECASE)
ITEM = re.compile(r"<li[^>]*>(.*?)</li>", re.DOTALL | re.IGNORECASE)
LIST = re.compile(r"<[ou]l[^>]*>.*?</[ou]l>", re.DOTALL | re.IGNORECASE)
HTML, MARKDOWN, PROFICIENT, LONGEST_VERSION = "1", "4", 2, 20


def is_moodle(rows: Sequence[Row]) -> bool:
    """Whether the rows have Moodle's columns: by their number and the row of the framework, not by their names."""
    return len(rows) > 1 and len(rows[0].cells) == len(HEADER) and rows[1].cell(IS_FRAMEWORK) in ("1", "true")


def to_rows(entry: FrameworkEntry) -> list[list[str]]:
    """The framework as Moodle reads it."""
    levels = ",".join(_without_comma(title) for title, _en in entry.levels)
    head = _row("", entry.key, entry.title, _paragraph(entry.version))
    if entry.about:
        head[DESCRIPTION], head[FORMAT] = f"{entry.version}\n\n{entry.about}", MARKDOWN
    head[SCALE], head[6] = levels, _scale_configuration(len(entry.levels))
    head[IS_FRAMEWORK], head[13] = "1", "domain,competency,competency,competency"
    rows = [HEADER, head]
    for area in entry.areas:
        parent = f"{entry.key}/{area.key}"
        rows.append(_row("", parent, area.title, _paragraph(area.body)))
        rows += [_competence_row(entry, parent, one) for one in area.competences]
    return rows


def _competence_row(entry: FrameworkEntry, parent: str, one: CompetenceEntry) -> list[str]:
    row = _row(parent, one.key, one.title, _described(one))
    row[RELATED] = ",".join(link.key for link in one.links or () if _is_related(link, entry.key))
    return row


def _is_related(link: Reference, framework: str) -> bool:
    return link.kind is LinkKind.RELATED and link.framework == framework


def _row(parent: str, key: str, name: str, description: str) -> list[str]:
    return [parent, key, name, description, HTML, "", "", "", "0", "null", "", "", "", ""]


def _scale_configuration(levels: int) -> str:
    """Which value of the scale is given at first, and from which on somebody counts as proficient (counted from 1)."""
    default = {"id": min(PROFICIENT, levels), "scaledefault": 1, "proficient": 0}
    proficient = [{"id": number, "scaledefault": 0, "proficient": 1} for number in range(PROFICIENT + 1, levels + 1)]
    return json.dumps([{"scaleid": "0"}, default, *proficient], separators=(",", ":"))


def _paragraph(text: str) -> str:
    return f"<p>{html.escape(text)}</p>" if text else ""


def _described(one: CompetenceEntry) -> str:
    items = "".join(f"<li>{html.escape(text)}</li>" for text in one.behaviours)
    return f"{_paragraph(one.body)}<ol>{items}</ol>" if items else _paragraph(one.body)


def from_rows(rows: Sequence[Row]) -> tuple[FrameworkEntry | None, list[RowError]]:
    """The framework that a Moodle site has written, and what is wrong, row by row."""
    head, others = rows[1], rows[2:]
    levels = tuple((title.strip(), title.strip()) for title in head.cell(SCALE).split(",") if title.strip())
    known: dict[str, Row] = {}
    for row in others:
        known.setdefault(row.cell(ID), row)
    errors = [RowError(row.line, error) for row in others for error in _wrong(row, known)]
    if not 2 <= len(levels) <= MOST_LEVELS:
        errors.append(RowError(head.line, _("The scale must have 2 to 10 values.")))
    if errors:
        return None, sorted(errors)
    title = head.cell(NAME)[:LONGEST_TITLE] or head.cell(ID)
    version, about = _version_and_about(head)
    areas = _areas(others, known, len(levels) - 1)
    entry = FrameworkEntry(_key(head.cell(ID)), title, title, version or "1", levels, areas, about)
    return _related(entry, known), []


def _version_and_about(head: Row) -> tuple[str, str | None]:
    """The version if the description begins with something as short, and what the framework says about itself.

    A description of HTML becomes paragraphs; one that says no more than the version says nothing about the rest.
    """
    described = head.cell(DESCRIPTION)
    if head.cell(FORMAT) != MARKDOWN:
        described = "\n\n".join(filter(None, map(_plain, END_OF_PARAGRAPH.split(described))))
    first, _blank, rest = described.partition("\n\n")
    if len(first) > LONGEST_VERSION:
        return "", described[:LONGEST_ABOUT]
    return first, rest.strip()[:LONGEST_ABOUT] or None


def _wrong(row: Row, known: dict[str, Row]) -> Iterator[str]:
    if not row.cell(ID) or not row.cell(NAME):
        yield _("The ID number or the short name is missing.")
    if row.cell(ID) and known[row.cell(ID)] is not row:
        yield _("The ID number %(key)s stands in another line as well.", key=row.cell(ID))
    if row.cell(PARENT) and row.cell(PARENT) not in known:
        yield _("There is no competency %(key)s above this one.", key=row.cell(PARENT))


def _areas(rows: Sequence[Row], known: dict[str, Row], highest: int) -> tuple[AreaEntry, ...]:
    """What has children is an area; what has none is a competence of the one above, or of an area of its own."""
    parents = {row.cell(PARENT) for row in rows}
    children: dict[str, list[CompetenceEntry]] = {row.cell(ID): [] for row in rows if row.cell(ID) in parents}
    keys: set[str] = set()
    alone: list[CompetenceEntry] = []
    for row in rows:
        if row.cell(ID) not in children:
            children.get(row.cell(PARENT), alone).append(_competence(row, highest, keys))
    areas = [_area(known[number], found, keys) for number, found in children.items() if found]
    rest = AreaEntry(free_key("general", keys), _("General"), "General", "", tuple(alone))
    return (*areas, rest) if alone else tuple(areas)


def _area(row: Row, found: list[CompetenceEntry], keys: set[str]) -> AreaEntry:
    key = free_key(_key(row.cell(ID).rpartition("/")[2]), keys)
    title = row.cell(NAME)[:LONGEST_TITLE]
    return AreaEntry(key, title, title, _plain(row.cell(DESCRIPTION))[:LONGEST_TEXT], tuple(found))


def _competence(row: Row, highest: int, keys: set[str]) -> CompetenceEntry:
    key = free_key(_key(row.cell(ID)), keys)
    keys.add(key)
    described = row.cell(DESCRIPTION)
    items = [_plain(item)[:LONGEST_TEXT] for item in ITEM.findall(described)]
    has_levels = len(items) == highest
    body = _plain(LIST.sub("", described) if has_levels else described)[:LONGEST_TEXT]
    title = row.cell(NAME)[:LONGEST_TITLE]
    behaviours = tuple(items) if has_levels else (_("To be described."),) * highest
    return CompetenceEntry(key, title, title, body or title, behaviours, line=row.line)


def _related(entry: FrameworkEntry, known: Mapping[str, Row]) -> FrameworkEntry:
    """The framework with what the rows relate, each pair once; where none does so the file says nothing of links."""
    keys = {one.line: one.key for one in entry.competences}
    numbers = {number: keys[row.line] for number, row in known.items() if row.line in keys}
    found: dict[str, list[str]] = {}
    for number, key in numbers.items():
        named = (part.strip().replace(COMMA, ",") for part in known[number].cell(RELATED).split(","))
        for other in (numbers[one] for one in named if one in numbers):
            if other != key and key not in found.get(other, ()) and other not in found.get(key, ()):
                found.setdefault(key, []).append(other)
    if not found:
        return entry
    links = {
        key: tuple(sorted(Reference(entry.key, one, LinkKind.RELATED) for one in found.get(key, ())))
        for key in numbers.values()
    }
    return entry.with_links(links)


def with_other_links(before: FrameworkEntry, after: FrameworkEntry) -> FrameworkEntry:
    """With what Moodle can't know taken from what is there: other kinds, other models, and who of two names whom."""
    if all(one.links is None for one in after.competences):
        return after
    pairs = {frozenset((one.key, link.key)) for one in after.competences for link in one.links or ()}
    known: set[frozenset[str]] = set()
    kept: dict[str, set[Reference]] = {}
    for one in before.competences:
        for link in one.links or ():
            if not _is_related(link, before.key):
                kept.setdefault(one.key, set()).add(link)
            elif (pair := frozenset((one.key, link.key))) in pairs:
                kept.setdefault(one.key, set()).add(link)
                known.add(pair)
    links = {}
    for one in after.competences:
        new = {link for link in one.links or () if frozenset((one.key, link.key)) not in known}
        links[one.key] = tuple(sorted(new | kept.get(one.key, set())))
    return after.with_links(links)


def with_other_levels(before: FrameworkEntry, after: FrameworkEntry) -> FrameworkEntry:
    """With the commas back in the names of levels: Moodle separates them by commas, so we wrote semicolons."""
    there = {title for title, _en in before.levels}
    names = {_without_comma(title): (title, other) for title, other in before.levels if "," in title}
    return replace(after, levels=tuple(one if one[0] in there else names.get(one[0], one) for one in after.levels))


def _without_comma(title: str) -> str:
    return title.replace(",", ";")


def _key(number: str) -> str:
    """A key of ours from an ID number of any kind."""
    plain = "-".join(re.findall(r"[a-z0-9]+", number.casefold()))
    return plain[:LONGEST_KEY].strip("-") or "imported"


def _plain(text: str) -> str:
    """The text of a piece of HTML."""
    return " ".join(html.unescape(TAG.sub(" ", text)).split())
