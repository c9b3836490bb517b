"""Tables in written text: each cell carries the label of its column, so that a phone can show rows as short lists."""

import re

TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
HEAD = re.compile(r"<th(?: [^>]*)?>(.*?)</th>", re.DOTALL)
ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
CELL = re.compile(r"<td( [^>]*)?>(?=([^<]*))")
FIGURE = re.compile(r"\s*[\d.,]+\s*%?\s*")
TAG = re.compile(r"<[^>]*>")
ROLES = {
    "<table>": '<table role="table">',
    "<thead>": '<thead role="rowgroup">',
    "<tbody>": '<tbody role="rowgroup">',
    "<tr>": '<tr role="row">',
    "<th ": '<th role="columnheader" ',
    "<th>": '<th role="columnheader">',
}
"""Said aloud, since a table that is laid out as a list is no table any more for some programs that read pages."""


def label_cells(html: str) -> str:
    """The same page with labelled cells; works on what the allow-list of the Markdown let through."""
    return TABLE.sub(_labelled, html)


def _labelled(table: re.Match[str]) -> str:
    labels = [TAG.sub("", head).strip().replace('"', "&quot;") for head in HEAD.findall(table[0])]
    html = ROW.sub(lambda row: _row(row[0], labels), table[0])
    for plain, said in ROLES.items():
        html = html.replace(plain, said)
    return html


def _row(row: str, labels: list[str]) -> str:
    left = iter(labels)

    def cell(opening: re.Match[str]) -> str:
        label = next(left, "")
        named = f' data-label="{label}"' if label else ""
        figure = " data-figure" if FIGURE.fullmatch(opening[2]) else ""
        return f'<td role="cell"{named}{figure}{opening[1] or ""}>'

    return CELL.sub(cell, row)
