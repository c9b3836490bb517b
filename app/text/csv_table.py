"""CSV files as people here have them: any encoding and delimiter, and no cell that a spreadsheet would run (R48)."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

DELIMITERS = (";", ",", "\t")
FORMULA = re.compile(r"['\s]*[=+\-@\t\r]")
MOST_ROWS = 5000
LONGEST_CELL = 20_000


@dataclass(frozen=True, order=True)
class RowError:
    """What is wrong in a row; the line is counted from 1, as in the file."""

    line: int
    sentence: str


@dataclass(frozen=True)
class Row:
    """A row, and the line on which it begins."""

    line: int
    cells: tuple[str, ...]

    def cell(self, place: int | None) -> str:
        """The cell at this place, without blanks around it; empty where the row is shorter."""
        return self.cells[place].strip() if place is not None and place < len(self.cells) else ""


def decode(raw: bytes) -> str:
    """The text of a file: UTF-8 with or without its mark, otherwise as Windows writes it."""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read(text: str) -> list[Row]:
    """The rows that hold anything; raises ValueError where the text is no table."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    delimiter = max(DELIMITERS, key=text.partition("\n")[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[Row] = []
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append(Row(line, tuple(_armed(cell) for cell in cells)))
            line = reader.line_num + 1
            if len(rows) > MOST_ROWS or any(len(cell) > LONGEST_CELL for cell in cells):
                raise ValueError(line)
    except csv.Error as error:
        raise ValueError(line) from error
    return rows


def write(rows: Iterable[Sequence[str]], delimiter: str = ";") -> str:
    """The text of a file, with the mark by which Excel knows the encoding."""
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=delimiter, lineterminator="\r\n")
    for row in rows:
        writer.writerow([_defused(cell) for cell in row])
    return "\ufeff" + target.getvalue()


def _defused(cell: str) -> str:
    """The cell with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{cell}" if FORMULA.match(cell) else cell


def _armed(cell: str) -> str:
    """The cell as it was before `_defused`."""
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell[1:]) else cell


def columns(header: Row, wanted: Sequence[str]) -> dict[str, int | None]:
    """Where each wanted column stands, whatever its case."""
    names = [cell.strip().casefold() for cell in header.cells]
    return {name: names.index(name.casefold()) if name.casefold() in names else None for name in wanted}
