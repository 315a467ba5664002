"""Hostile books: workbooks built part by part, with what no spreadsheet program would write."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
PARTS = {"xl/workbook.xml": "sheet.main", "xl/worksheets/sheet1.xml": "worksheet"}


def book(rows: str, *, sheets: int = 1, kept: str = "", before: str = "") -> bytes:
    """Build a workbook.

    Args:
        rows: markup of the rows of its one sheet.
        sheets: how many names lead to that sheet.
        kept: markup of the texts kept outside the sheet.
        before: markup before the sheet, such as definitions.
    """
    named = "".join(f'<sheet name="s{n}" sheetId="{n + 1}" r:id="s"/>' for n in range(sheets))
    overrides = "".join(
        f'<Override PartName="/{path}" ContentType="{TYPES}.{kind}+xml"/>' for path, kind in PARTS.items()
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as whole:
        whole.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>',
        )
        whole.writestr("_rels/.rels", _relations(("w", "officeDocument", "xl/workbook.xml")))
        whole.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{named}</sheets></workbook>',
        )
        whole.writestr(
            "xl/_rels/workbook.xml.rels",
            _relations(
                ("s", "worksheet", "worksheets/sheet1.xml"), ("t", "sharedStrings", "sharedStrings.xml")
            ),
        )
        whole.writestr("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">{kept}</sst>')
        whole.writestr(
            "xl/worksheets/sheet1.xml",
            f'{before}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>',
        )
    return out.getvalue()


def typed(lines: Iterable[Iterable[str]]) -> str:
    """Return rows of cells that hold their own text."""
    return "".join(f"<row>{''.join(map(said, line))}</row>" for line in lines)


def said(text: str) -> str:
    """Return a cell with its own text."""
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def _relations(*held: tuple[str, str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{to}"/>' for name, kind, to in held
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'
