"""Word file: lines put into the checked-in skeleton, the same bytes everywhere.

Parts are stored, not packed: packed bytes differ between builds of the packing library. Time stamps
and the system a file comes from are fixed. An open blank 【…】 is marked yellow.

>>> paragraph(Line("paragraph", "a < b"))
'<w:p><w:r><w:t xml:space="preserve">a &lt; b</w:t></w:r></w:p>'
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable

from calculator import tables
from calculator.letter_files.lines import Line

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_STYLES = {"title": "Heading1", "heading": "Heading2", "item": "ListParagraph"}
_BLANK = re.compile("(【[^【】]*】)")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_CHINESE = {"zh-Hant": {"chinese": "zh-TW", "font": "Microsoft JhengHei"}}
_SIMPLIFIED = {"chinese": "zh-CN", "font": "Microsoft YaHei"}
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_ANY_SYSTEM, _PLAIN_FILE = 3, 0o644 << 16


def as_docx(found: Iterable[Line], language: str) -> bytes:
    """Return lines as a Word file; a line is a paragraph.

    Args:
        found: the lines; a blank one is left out, the space is the style's.
        language: of the words, for the spelling checker: `en` or a Chinese tag.
    """
    held = io.BytesIO()
    chinese = _CHINESE.get(language, _SIMPLIFIED)
    values = {
        "body": "".join(paragraph(line) for line in found if line.kind != "blank"),
        "language": "en-US" if language == "en" else chinese["chinese"],
        **chinese,
    }
    with zipfile.ZipFile(held, "w", zipfile.ZIP_STORED) as archive:
        for part in tables.read("calculator.letter_files", "skeleton")["parts"]:
            entry = zipfile.ZipInfo(part["name"], _FIRST_DAY)
            entry.create_system, entry.external_attr = _ANY_SYSTEM, _PLAIN_FILE
            archive.writestr(entry, _filled(part["text"], values))
    return held.getvalue()


def paragraph(line: Line) -> str:
    """Return the markup of one line."""
    style = _STYLES.get(line.kind)
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{look}{''.join(map(_run, filter(None, _BLANK.split(line.text))))}</w:p>"


def _run(words: str) -> str:
    mark = '<w:rPr><w:highlight w:val="yellow"/></w:rPr>' if _BLANK.fullmatch(words) else ""
    escaped = "".join(_ESCAPES.get(one, one) for one in words)
    return f'<w:r>{mark}<w:t xml:space="preserve">{escaped}</w:t></w:r>'


def _filled(text: str, values: dict[str, str]) -> bytes:
    """Return a part with its blanks filled, in one pass: what is filled in is not looked at again."""
    return re.sub(r"\{(\w+)\}", lambda blank: values[blank[1]], text).encode()
