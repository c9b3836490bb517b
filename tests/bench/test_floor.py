"""The yardstick of the bench."""

from bench import floor, guard
from tests import make


def test_the_floor_page_is_the_one_that_all_figures_were_measured_with():
    assert guard.checksum() == guard.CHECKSUM


def test_the_floor_page_is_one_statement_and_16_kb_of_html(context, queries):
    office = make.unit()
    for number in range(100):
        make.person(f"Kim{number} Beispiel", office)
    queries.clear()

    page = floor.show_floor()

    assert [statement for statement in queries if not statement.startswith("BEGIN")] == [floor.STATEMENT.text]
    assert 15_000 < len(page.encode()) < 17_000
