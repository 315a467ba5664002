"""Tables as a phone shows them: each cell with its heading; a heading without words is no heading."""

from __future__ import annotations

import pytest

from calculator.docsite.rows import labelled

HEAD = "<thead><tr><th>{}</th><th>Counts</th><th>Since</th></tr></thead>"
ROW = "<tbody><tr><td>Claim</td><td>yes</td><td>always</td></tr></tbody>"


def test_each_cell_of_a_wide_table_carries_its_heading() -> None:
    html = labelled(f"<table>{HEAD.format('Defect')}{ROW}</table>")
    assert 'data-l="Defect"' in html and 'data-l="Since"' in html
    assert html.count("columnheader") == 3


@pytest.mark.parametrize("columns", [2, 3])
def test_an_empty_heading_becomes_a_plain_cell(columns: int) -> None:
    head = "<th></th>" + "<th>A</th>" * (columns - 1)
    cells = "<td>1</td>" * columns
    html = labelled(f"<table><thead><tr>{head}</tr></thead><tbody><tr>{cells}</tr></tbody></table>")
    assert "<th></th>" not in html and "></th>" not in html
    if columns == 3:
        assert html.count('data-l="A"') == 2


def test_a_narrow_table_stays_as_it_is() -> None:
    html = "<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>"
    assert labelled(html) == html
