"""Rows: tables with three columns or more get their headings written into each cell.

A narrow screen then shows one block a row, with label and value, without script and without
sideways scrolling. The roles are kept, because a changed display takes them away.
"""

from __future__ import annotations

import re
from html import escape, unescape

TABLE = re.compile(r"<table>(.*?)</table>", re.DOTALL)
HEADING = re.compile(r"<th\b[^>]*>(.*?)</th>|<td></td>(?=.*</thead>)", re.DOTALL)
ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
CELL = re.compile(r"<td\b([^>]*)>(.*?)</td>", re.DOTALL)
EMPTY = re.compile(r"<th\b[^>]*>\s*</th>")
TAG = re.compile(r"<[^>]+>")
MOST_IN_A_ROW = 2


def labelled(html: str) -> str:
    """Return the page with its wide tables labelled; a heading without words becomes a plain cell."""
    return TABLE.sub(lambda found: _table(found[0], found[1]), EMPTY.sub("<td></td>", html))


def _table(whole: str, inside: str) -> str:
    labels = [unescape(TAG.sub("", text)).strip() for text in HEADING.findall(inside)]
    if len(labels) <= MOST_IN_A_ROW:
        return whole
    rows = ROW.sub(lambda found: f'<tr role="row">{_cells(found[1], labels)}</tr>', inside)
    rows = rows.replace("<tbody>", '<tbody role="rowgroup">').replace("<th>", '<th role="columnheader">')
    return f'<table data-odr-stack role="table">{rows}</table>'


def _cells(row: str, labels: list[str]) -> str:
    names = iter(labels)

    def cell(found: re.Match[str]) -> str:
        return f'<td role="cell" data-l="{escape(next(names))}"{found[1]}><span>{found[2]}</span></td>'

    return CELL.sub(cell, row)
