"""Changing a file as a person would: what stays the same stays as it was written."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from app.content.source import halves, parse, plain

ENTRY = re.compile(r"^([A-Za-z_][\w-]*)[ \t]*:", re.MULTILINE)
ONE_LINE = 10**6


def new_text(entries: Mapping[str, Any], body: str) -> str:
    """A file with these entries, without those that are None, and this text below."""
    front = "".join(_dumped(name, value) for name, value in entries.items() if value is not None)
    return _whole(front, body)


def rewritten(text: str, entries: Mapping[str, Any], body: str) -> str:
    """The text of a file with these entries changed, and this text below.

    An entry that is None goes; one that is new comes after the one that is named before it. All others, their order
    and their comments stay. Raises BadContent where the file can't be read.
    """
    source = parse("", text)
    front, below = halves(source.whole) or ("", source.whole)
    chunks = dict(_chunks(front))
    before = ""
    for name, value in entries.items():
        if value is None:
            chunks.pop(name, None)
            continue
        if name not in chunks or source.meta.get(name) != value:
            chunks = _placed(chunks, name, _dumped(name, value), before)
        before = name
    front = "".join(chunks.values())
    if plain(body).strip() == source.body.strip():
        return f"---\n{front}---{below}"
    return _whole(front, body)


def _whole(front: str, body: str) -> str:
    return f"---\n{front}---\n{plain(body).strip()}\n"


def _chunks(front: str) -> Iterator[tuple[str, str]]:
    """The lines of each entry by its name; what stands above the first one under no name."""
    starts = list(ENTRY.finditer(front))
    yield "", front[: starts[0].start()] if starts else front
    for start, following in zip(starts, [*starts[1:], None], strict=True):
        yield start[1], front[start.start() : following.start() if following else len(front)]


def _placed(chunks: Mapping[str, str], name: str, lines: str, before: str) -> dict[str, str]:
    if name in chunks:
        return {**chunks, name: lines}
    placed: dict[str, str] = {}
    for other, kept in chunks.items():
        placed[other] = kept
        if other == before:
            placed[name] = lines
    return {**placed, name: lines}


def _dumped(name: str, value: Any) -> str:
    text: str = yaml.dump(
        {name: value}, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=ONE_LINE, default_flow_style=False
    )
    return plain(text)


class _Dumper(yaml.SafeDumper):
    """YAML as the content folder has it: the entries of a list stand in by two blanks, nothing is an alias."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        del indentless
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        del data
        return True
