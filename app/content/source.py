"""Reading a Markdown file with front matter, and naming file and line of what is wrong in it."""

import hashlib
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import yaml

from app.content.sentences import said

LONGEST = 256 * 1024
LONGEST_KEPT, MOST_KEPT = 32 * 1024, 64
ENDING, ANY_CASE = ".md", ".[mM][dD]"
T = TypeVar("T")
FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, order=True)
class Problem:
    """What is wrong, and where: shown as `file:line: sentence`."""

    path: str
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.sentence}"


class BadContent(Exception):
    """One file or more can't be taken over; nothing was changed."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


@dataclass(frozen=True)
class Source:
    """A file's front matter and text, its hash, and where each entry of the front matter stands."""

    path: str
    meta: dict[str, Any]
    body: str
    hash: str
    body_line: int = 1
    """The line of the file in which the text begins."""
    whole: str = field(default="", repr=False, compare=False)
    """The whole file."""
    _node: yaml.Node | None = field(default=None, repr=False, compare=False)

    def line(self, *keys: str | int) -> int:
        """The line of a front matter entry, counted from 1; of the nearest entry around it where it is missing."""
        node, line = self._node, 1
        for key in keys:
            node = _child(node, key)
            if node is None:
                break
            line = node.start_mark.line + 2
        return line

    def problem(self, sentence: str, *keys: str | int) -> Problem:
        """What is wrong with an entry of the front matter."""
        return Problem(self.path, self.line(*keys), sentence)

    def text(self, key: str, *, longest: int = 200) -> str:
        """A required text of the front matter; raises BadContent."""
        value = self.meta.get(key)
        if not isinstance(value, str) or not value.strip():
            raise BadContent(self.problem(f"{key} is missing or not a text", key))
        if len(value) > longest:
            raise BadContent(self.problem(f"{key} is longer than {longest} characters", key))
        return value.strip()

    def number(self, key: str, lowest: int, highest: int, default: int | None = None) -> int:
        """A whole number of the front matter between two limits; raises BadContent."""
        value = self.meta.get(key, default)
        if type(value) is not int or not lowest <= value <= highest:
            raise BadContent(self.problem(f"{key} must be a whole number from {lowest} to {highest}", key))
        return value

    def texts(self, key: str) -> list[str]:
        """A list of texts of the front matter, empty where it is missing; raises BadContent."""
        value = self.meta.get(key) or []
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise BadContent(self.problem(f"{key} must be a list of texts", key))
        return [item.strip() for item in value]


def read(root: Path, path: Path) -> Source:
    """The source in a file below root; raises BadContent with the file, the line, and what to do."""
    written = path.relative_to(root).as_posix()
    name = written.encode(errors="replace").decode()
    if not path.is_file() or not path.resolve().is_relative_to(root.resolve()):
        raise BadContent(Problem(name, 1, "this is no file of this folder; put the text itself here"))
    if name != written:
        raise BadContent(Problem(name, 1, "the name of the file is not UTF-8; give it another one"))
    if path.suffix != ENDING:
        raise BadContent(Problem(name, 1, f"the name of the file must end in {ENDING}, in small letters"))
    if path.stat().st_size > LONGEST:
        raise BadContent(Problem(name, 1, f"the file is larger than {LONGEST // 1024} KiB; split it"))
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise BadContent(Problem(name, line, "the file is not UTF-8; save it in that encoding")) from error
    return parse(name, text)


def plain(text: str) -> str:
    """A text as files hold it: one form of each letter, one kind of line end."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").removeprefix("\ufeff"))


def parse(name: str, text: str) -> Source:
    """The source in the text of a file with this name; raises BadContent.

    Texts of usual length are kept: while one unit of a course is written, all are looked at again and again.
    """
    return _kept(name, text) if len(text) <= LONGEST_KEPT else _made(name, text)


@lru_cache(maxsize=MOST_KEPT)
def _kept(name: str, text: str) -> Source:
    return _made(name, text)


def _made(name: str, text: str) -> Source:
    text = plain(text)
    if "\0" in text:
        raise BadContent(
            Problem(name, text[: text.index("\0")].count("\n") + 1, said("there is a null character; remove it"))
        )
    meta, node, below = _parse(name, text)
    body_line = text.count("\n") - below.lstrip().count("\n") + 1
    fingerprint = hashlib.sha256(text.encode()).hexdigest()
    return Source(name, meta, below.strip() + "\n", fingerprint, body_line, text, node)


def _parse(name: str, text: str) -> tuple[dict[str, Any], yaml.Node | None, str]:
    """Front matter, its tree with line numbers, and what stands below it."""
    split = halves(text)
    if split is None:
        raise BadContent(Problem(name, 1, said("the front matter between two lines of --- is missing")))
    try:
        loader = _PlainLoader(split[0])
        node = loader.get_single_node()
        _check_keys(name, node)
        meta = loader.construct_document(node) if node else None
    except yaml.YAMLError as error:
        raise BadContent(_not_yaml(name, error)) from error
    except RecursionError as error:
        raise BadContent(Problem(name, 1, said("the front matter is nested too deeply"))) from error
    except ValueError as error:
        raise BadContent(
            Problem(name, 1, said("the front matter holds a value that does not exist: %(error)s", error=error))
        ) from error
    if not isinstance(meta, dict):
        raise BadContent(Problem(name, 1, said("the front matter must be a list of `name: value` lines")))
    return meta, node, split[1]


def halves(text: str) -> tuple[str, str] | None:
    """The front matter, and all that stands below the line that ends it; None where there is none."""
    split = FRONT_MATTER.match(text)
    return (split[1], text[split.end() :]) if split else None


def read_all(root: Path, pattern: str) -> tuple[list[Source], list[Problem]]:
    """Every source below root that matches, in order of name, and what is wrong with those that can't be read.

    The pattern ends in .md; names that end in .MD match too, to be refused and not passed over.
    """
    sources: list[Source] = []
    problems: list[Problem] = []
    for path in sorted(root.glob(pattern.removesuffix(ENDING) + ANY_CASE)):
        try:
            sources.append(read(root, path))
        except BadContent as bad:
            problems.extend(bad.problems)
    return sources, problems


def read_each(root: Path, pattern: str, take: Callable[[Source], T]) -> tuple[tuple[T, ...], list[Problem]]:
    """What `take` makes of every source below root that matches, and what is wrong with the others."""
    sources, problems = read_all(root, pattern)
    taken: list[T] = []
    for source in sources:
        try:
            taken.append(take(source))
        except BadContent as bad:
            problems.extend(bad.problems)
    return tuple(taken), problems


def _child(node: yaml.Node | None, key: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for name, value in node.value if name.value == str(key)), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        child: yaml.Node = node.value[key]
        return child
    return None


def _check_keys(name: str, node: yaml.Node | None) -> None:
    """Of two entries with one name, YAML would keep the last without a word."""
    seen: set[str] = set()
    for key, _value in node.value if isinstance(node, yaml.MappingNode) else ():
        if str(key.value) in seen:
            raise BadContent(
                Problem(name, key.start_mark.line + 2, said("%(name)s stands there twice", name=key.value))
            )
        seen.add(str(key.value))


def _not_yaml(name: str, error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "context_mark", None) or getattr(error, "problem_mark", None)
    reason = getattr(error, "problem", None) or "it can't be read"
    return Problem(
        name, mark.line + 2 if mark else 1, said("the front matter is not valid YAML: %(reason)s", reason=reason)
    )


class _PlainLoader(yaml.SafeLoader):
    """YAML's safe loader without aliases, so that a small file can't grow into a large one."""

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        if self.check_event(yaml.events.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise yaml.composer.ComposerError(None, None, "aliases are not allowed", mark)
        return super().compose_node(parent, index)
