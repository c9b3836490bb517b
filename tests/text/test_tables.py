"""Cells of tables in written text carry the label of their column."""

from app.text.markdown import to_html

TABLE = (
    '| Zeit | **Was** | Wo "genau" |\n| --- | --- | ---: |\n| 14:00 Uhr | Begrüßung | Saal |\n| 15:00 Uhr | Pause | |\n'
)


def test_each_cell_carries_the_label_of_its_column():
    html = to_html(TABLE)

    assert '<td role="cell" data-label="Zeit">14:00 Uhr</td>' in html
    assert '<td role="cell" data-label="Was">Begrüßung</td>' in html
    assert '<td role="cell" data-label="Wo &quot;genau&quot;">Saal</td>' in html


def test_a_figure_at_the_beginning_of_a_row_is_known_as_one_so_that_a_list_names_it_too():
    html = to_html("| Minuten | Schritt |\n| --- | --- |\n| 10 | Zeitstrahl |\n| 5 mal | Pause |\n")

    assert '<td role="cell" data-label="Minuten" data-figure>10</td>' in html
    assert '<td role="cell" data-label="Minuten">5 mal</td>' in html


def test_a_table_says_that_it_is_one_however_it_is_laid_out():
    html = to_html(TABLE)

    assert html.count('role="row"') == 3
    assert html.count('role="columnheader"') == 3
    assert (html.count('role="table"'), html.count('role="rowgroup"')) == (1, 2)


def test_a_column_without_a_heading_has_no_label_and_the_next_table_its_own():
    html = to_html("| | Ziel |\n| --- | --- |\n| a | b |\n\nText\n\n| Stufe | Wort |\n| --- | --- |\n| c | d |\n")

    assert '<td role="cell">a</td>' in html
    assert '<td role="cell" data-label="Ziel">b</td>' in html
    assert '<td role="cell" data-label="Stufe">c</td>' in html


def test_nothing_typed_in_a_heading_becomes_an_attribute():
    html = to_html('| a" onclick="x | b |\n| --- | --- |\n| c | d |\n')

    assert 'data-label="a&quot; onclick=&quot;x"' in html
