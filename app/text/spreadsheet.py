"""Spreadsheets to work on with: text in every cell, nothing that calculates."""

import io
from collections.abc import Iterable, Sequence

import xlsxwriter

MIMETYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PLAIN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""Whatever somebody is called, no cell becomes a formula or a link."""


def workbook(sheet: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """An XLSX file with one sheet, its head fixed above and ready to be filtered."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, PLAIN) as book:
        page, bold = book.add_worksheet(sheet), book.add_format({"bold": True})
        for column, words in enumerate(head):
            page.write_string(0, column, words, bold)
        last = 0
        for last, row in enumerate(rows, start=1):
            for column, words in enumerate(row):
                page.write_string(last, column, words)
        page.freeze_panes(1, 0)
        page.autofilter(0, 0, last, len(head) - 1)
        page.autofit()
    return out.getvalue()
